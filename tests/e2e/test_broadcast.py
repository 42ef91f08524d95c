"""The real command, the real stage, a real RTMP server, and another program that plays it."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
import soundfile

from kiosk import resources
from kiosk.commands.broadcast import destinations
from kiosk.live.broadcast.keys import FILE
from kiosk.packs.library import Library
from kiosk.show.programme import Item
from kiosk.show.spoken import Speech
from tests.e2e.booth import ROOT, environment, events, kiosk
from tests.film import Film, look_at
from tests.rtmp_server import Player, RtmpServer, needed, rtmp_server

KEY = "wine-room-8842?sign=5f3a9c0e77ab41d2"
SMALL = ("--size", "640x360")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RtmpServer]:
    with rtmp_server(tmp_path / "server") as running:
        yield running


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """A booth's settings, with a stored stream key beside them."""
    folder = tmp_path / "settings"
    folder.mkdir()
    (folder / FILE).write_text(f'room = "{KEY}"\n', "utf-8")
    (folder / FILE).chmod(0o600)
    (folder / "settings.toml").write_text("", "utf-8")
    return folder / "settings.toml"


def streams(path: Path) -> dict[str, dict[str, Any]]:
    """What a player says of a film's streams, by kind."""
    needed("ffprobe")
    command = ["ffprobe", "-v", "error", "-show_streams", "-of", "json", str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    return {row["codec_type"]: row for row in json.loads(done.stdout)["streams"]}


def tags(path: Path) -> dict[str, str]:
    """A film's metadata."""
    command = ["ffprobe", "-v", "error", "-show_entries", "format_tags", "-of", "json", str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    return dict(json.loads(done.stdout)["format"]["tags"])


def is_steady(film: Film, fps: int) -> bool:
    """Whether no frame is missing and none is late; RTMP tells times in milliseconds."""
    return bool(np.abs(np.diff(film.shown) - 1 / fps).max() < 0.0021)


@pytest.mark.timeout(180)
@pytest.mark.parametrize("fps", [25, 30])
def test_the_show_is_in_the_room_with_pictures_sound_and_without_its_key(
    fps: int, server: RtmpServer, settings: Path, tmp_path: Path
) -> None:
    record = tmp_path / "events.jsonl"
    command = [
        sys.executable, "-m", "kiosk", "broadcast", "--to", server.url, "--key-name", "room",
        "--fps", str(fps), "--for", "20", "--lang", "en", "--events", str(record), *SMALL,
    ]  # fmt: skip
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(CELLARCAST_SETTINGS=str(settings)),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as sent:  # fmt: skip
        player = Player(f"{server.url}/wine-room-8842", tmp_path / "seen.mkv", 10.0)
        lines = [" ".join(one) for one in watched(sent)]
        complaints = player.wait(60.0)
        out, err = sent.communicate(timeout=90)
    assert (sent.returncode, complaints) == (0, ""), err
    assert "publish: name='wine-room-8842' args='sign=5f3a9c0e77ab41d2'" in server.log()
    told = [out, err, record.read_text("utf-8"), *lines]
    assert any("ffmpeg" in line and server.url in line for line in lines)
    assert not any("8842" in text or "5f3a9c" in text for text in told), "the key is told"

    kinds = streams(tmp_path / "seen.mkv")
    assert kinds["video"]["codec_name"] == "h264"
    assert (kinds["video"]["width"], kinds["video"]["height"]) == (640, 360)
    assert kinds["audio"]["codec_name"] == "aac"
    assert kinds["audio"]["sample_rate"] == "48000"
    film = look_at(tmp_path / "seen.mkv")
    assert is_steady(film, fps)
    assert len(film.shown) >= 9 * fps
    assert film.light.mean() > 12, "it is dark"
    seconds = film.sound[: len(film.sound) // 48_000 * 48_000].reshape(-1, 48_000)
    assert (np.abs(seconds.astype(int)).max(1) > 500).mean() > 0.6, "it is silent"
    assert events(record, "scene")
    assert events(record, "stream")[-1]["given_up"] == 0
    assert {row["kbps"] > 100 for row in events(record, "health")[-2:]} == {True}


def watched(process: "subprocess.Popen[str]") -> list[list[str]]:
    """The command lines of a program's family, as anyone on the machine can read them.

    Looks until the one that sends has been there for a while.
    """
    seen: dict[int, list[str]] = {}
    looks = 0
    while looks < 10 and process.poll() is None:
        looks += any("flv" in line for line in seen.values())
        try:
            family = psutil.Process(process.pid).children(recursive=True)
            seen |= {one.pid: one.cmdline() or seen.get(one.pid, []) for one in family}
        except psutil.Error:
            continue
        time.sleep(0.2)
    return list(seen.values())


@pytest.mark.timeout(180)
def test_a_recording_has_its_label_its_captions_and_both_legal_texts(tmp_path: Path) -> None:
    film, record = tmp_path / "show.mp4", tmp_path / "events.jsonl"
    done = kiosk(
        "broadcast", "--to", film, "--for", 12, "--lang", "es", "--size", "540x960",
        "--content", ROOT / "content" / "wineries", "--producer", "Viña Arcedo",
        "--events", record,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    label = json.loads(tags(film)["AIGC"])
    assert (label["Label"], label["ContentProducer"]) == ("1", "Viña Arcedo")
    assert label["ProduceID"]
    assert streams(film)["video"]["height"] == 960
    seen = look_at(film)
    assert len(seen.shown) == 300
    assert is_steady(seen, 25)
    told = (tmp_path / "show.vtt").read_text("utf-8")
    shown = [row["text"] for row in events(record, "caption")]
    assert told.startswith("WEBVTT\n")
    assert shown
    assert all(text.replace("&", "&amp;") in told for text in shown)


@pytest.mark.timeout(180)
def test_voice_and_captions_stay_together(tmp_path: Path) -> None:
    """Where the narration lies in the film's sound is found by comparing it with its file."""
    film, record = tmp_path / "show.mp4", tmp_path / "events.jsonl"
    settings = tmp_path / "settings.toml"
    settings.write_text("sound_bed = 0.0\n", "utf-8")
    done = kiosk(
        "broadcast", "--to", film, "--for", 10, "--lang", "en", *SMALL, "--events", record,
        CELLARCAST_SETTINGS=str(settings),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    first = events(record, "scene")[0]
    pack = Library(resources.demonstration()).load(first["pack"])
    scene = next(scene for scene in pack.scenes if scene.id == first["scene"])
    spoken = Speech().of(Item(pack, scene, "en"))
    assert spoken.audio is not None
    told, _ = soundfile.read(spoken.audio, dtype="float32")
    seen = look_at(film)
    heard = seen.sound[::2].astype(np.float32)  # as many a second as the narration
    size = 1 << (len(heard) + len(told)).bit_length()
    alike = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(told[: 24_000 * 6], size)))
    begun = float(seen.heard - seen.shown[0] + alike[: len(heard)].argmax() / 24_000)
    assert 0.05 < begun < 1.0, "after the lead"
    captions = (tmp_path / "show.vtt").read_text("utf-8")
    stamps = re.findall(r"^00:00:(\d\d\.\d{3}) -->", captions, re.MULTILINE)
    assert len(stamps) >= 2
    for stamp, cue in zip(stamps, spoken.track.cues, strict=False):
        late = float(stamp) - (begun + cue.start)
        # The show looks ten times a second which caption is due; a frame is 40 ms.
        assert -0.041 < late < 0.25, cue.text


def test_the_rules_are_read_before_the_first_start_and_only_then(tmp_path: Path) -> None:
    state = str(tmp_path / "state")
    words = ("broadcast", "--to", f"rtmp://push.douyincdn.com/third/{KEY}", "--for", 1)
    for _ in range(2):
        done = kiosk(*words, CELLARCAST_STATE=state)
        assert done.returncode == 8
        assert "registered" in done.stdout
        assert "须有显著的 AI 生成标识" in done.stdout
        assert "--accept-rules" in done.stderr
        assert "8842" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--to", "http://example.com/live"], 64, "http:// is no way to send the show"),
        (["--to", "rtmp://example.com/live", "--key-name", "nowhere"], 8, "no stream key named"),
        (["--to", "a.mp4", "--to", "a.mp4"], 64, "given twice"),
        (["--to", "a.mp4", "--size", "641x360"], 64, "even numbers"),
        (["--to", "a.mp4", "--for", "0"], 64, "is no length"),
        (["--to", "a.mp4", "--bitrate", "7"], 64, "out of range"),
        (["--to", "a.mp4", "--fps", "60"], 64, "invalid choice"),
        (["--to", "a.mp4", "--content", "/nowhere"], 64, "no such folder"),
        (["--to", "a.mp4", "--key-name", "x"], 64, "1 key names for 0 servers"),
    ],
)
def test_what_cannot_be_is_one_sentence(words: list[str], code: int, said: str) -> None:
    done = kiosk("broadcast", *words)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("suffix", [".mp4", ".vtt"])
def test_nothing_is_written_over(suffix: str, tmp_path: Path) -> None:
    (tmp_path / f"show{suffix}").write_text("mine", "utf-8")
    done = kiosk("broadcast", "--to", tmp_path / "show.mp4", "--for", 1)
    assert done.returncode == 64
    assert f"show{suffix}: there is a file of that name already" in done.stderr
    assert (tmp_path / f"show{suffix}").read_text("utf-8") == "mine"


def test_two_rooms_of_one_server_are_told_apart() -> None:
    places = destinations([f"rtmp://127.0.0.1/live/{name}" for name in ("a", "b", "c")], [])
    assert [place.name for place in places] == ["127.0.0.1", "127.0.0.1 (2)", "127.0.0.1 (3)"]


def test_without_ffmpeg_the_line_to_type_is_said(tmp_path: Path) -> None:
    done = kiosk("broadcast", "--to", tmp_path / "show.mp4", PATH=str(tmp_path))
    assert done.returncode == 8
    assert "sudo apt-get install -y --no-install-recommends ffmpeg" in done.stderr


@pytest.mark.timeout(120)
def test_a_very_short_recording_is_whole(tmp_path: Path) -> None:
    """Over before the program that writes it has said anything."""
    film = tmp_path / "show.mp4"
    done = kiosk("broadcast", "--to", film, "--for", 0.2, *SMALL)
    assert done.returncode == 0, done.stderr
    assert len(look_at(film).shown) == 5


@pytest.mark.timeout(120)
def test_told_to_stop_it_finishes_the_file(tmp_path: Path) -> None:
    film = tmp_path / "show.mp4"
    command = [sys.executable, "-m", "kiosk", "broadcast", "--to", str(film), *SMALL]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    ) as sent:  # fmt: skip
        assert sent.stderr is not None
        for line in sent.stderr:
            if "show.mp4 sending" in line:
                break
        time.sleep(2.0)
        sent.terminate()
        _, err = sent.communicate(timeout=60)
    assert sent.returncode == 0, err
    assert len(look_at(film).shown) >= 50
    assert film.with_suffix(".vtt").exists()
