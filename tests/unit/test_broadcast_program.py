"""What the ffmpeg program is asked, and what raw pictures and sound are to it."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from kiosk.errors import BroadcastError
from kiosk.live.broadcast import matroska, program
from kiosk.live.broadcast.caster import bitrate
from kiosk.live.broadcast.label import aigc
from tests.rtmp_server import needed

KEY = "secret-8842?sign=5f3a9c0e77ab41d2"


class Machine:
    """An ffmpeg that lists some encoders, of which some work."""

    def __init__(self, listed: Sequence[str], working: Sequence[str]) -> None:
        self.listed, self.working = listed, working
        self.tried: list[str] = []

    def __call__(self, command: Sequence[str]) -> tuple[int, str]:
        if command[-1] == "-encoders":
            return 0, "\n".join(f" V....D {name}   words" for name in self.listed)
        name = command[command.index("-c:v") + 1]
        self.tried.append(name)
        return (0 if name in self.working else 1), ""


def test_the_best_encoder_that_works_is_taken() -> None:
    listed = ["libx264", "aac", "h264_vaapi", "h264_nvenc", "libopenh264"]
    machine = Machine(listed, ["h264_nvenc", "libx264"])
    assert program.choose("ffmpeg", (1080, 1920), machine).name == "h264_nvenc"
    assert machine.tried == ["h264_vaapi", "h264_nvenc"]


@pytest.mark.parametrize(
    ("listed", "chosen"),
    [
        (["aac", "libx264", "libopenh264"], "libx264"),
        (["aac", "libopenh264"], "libopenh264"),
        (["aac", "h264_mf"], "h264_mf"),
        (["aac", "libx264rgb", "h264_videotoolbox"], "h264_videotoolbox"),
    ],
)
def test_what_is_not_there_is_not_tried(listed: list[str], chosen: str) -> None:
    machine = Machine(listed, listed)
    assert program.choose("ffmpeg", (1920, 1080), machine).name == chosen
    assert machine.tried == [chosen]


@pytest.mark.parametrize(
    ("listed", "working", "said"),
    [
        (["aac", "mpeg4"], [], "encodes no H.264"),
        (["aac", "libx264"], [], "encodes no H.264"),
        (["libx264"], ["libx264"], "no AAC"),
        ([], [], "no AAC"),
    ],
)
def test_a_program_that_cannot_do_it_is_told(
    listed: list[str], working: list[str], said: str
) -> None:
    with pytest.raises(BroadcastError, match=said):
        program.choose("ffmpeg", (1920, 1080), Machine(listed, working))


def test_a_missing_program_is_told_with_the_line_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(BroadcastError, match=r"ffmpeg.*is not installed; type this"):
        program.find_program()
    assert "apt-get install -y --no-install-recommends ffmpeg" in program.how_to_install("linux")
    assert "winget install ffmpeg" in program.how_to_install("win32")
    assert "brew install ffmpeg" in program.how_to_install("darwin")


def test_a_program_that_cannot_be_started_is_no_crash() -> None:
    assert program.run(["/nowhere/ffmpeg"])[0] != 0


def test_the_key_is_in_no_command_line() -> None:
    server = "rtmp://push.example.com/live"
    command = program.sending("ffmpeg", server, "/dev/fd/5")
    assert command[-1] == server
    assert not any("8842" in word for word in command)
    preset = program.preset_of(server, KEY)
    assert f"rtmp_playpath={KEY}\n" in preset
    assert "tls_verify" not in preset


def test_a_program_that_would_show_the_key_is_not_used() -> None:
    with pytest.raises(BroadcastError, match="would be seen"):
        program.must_hide_keys("ffmpeg", lambda _command: (0, "-vpre x\n-f fmt  no -fpre here\n"))
    program.must_hide_keys("ffmpeg", lambda _command: (0, "-f fmt\n-fpre filename  set\n"))
    needed("ffmpeg")
    program.must_hide_keys(program.find_program())


def test_an_encrypted_connection_checks_who_answers() -> None:
    assert "tls_verify=1\n" in program.preset_of("rtmps://push.example.com/live", KEY)


def test_more_cores_take_the_better_preset() -> None:
    x264 = next(codec for codec in program.CODECS if codec.name == "libx264")
    assert "superfast" in program.encoding("ffmpeg", x264, 25, 4500, cores=2)
    assert "veryfast" in program.encoding("ffmpeg", x264, 25, 4500, cores=8)
    assert program.is_software(x264)


def test_a_key_frame_comes_every_two_seconds_as_platforms_ask() -> None:
    for fps in (25, 30):
        command = program.encoding("ffmpeg", program.CODECS[0], fps, 4500)
        assert command[command.index("-g") + 1] == str(2 * fps)


def test_the_bit_rate_follows_the_size() -> None:
    assert bitrate((1920, 1080), 25) == bitrate((1080, 1920), 25) == 4500
    assert 5000 <= bitrate((1920, 1080), 30) <= 5500
    assert 400 <= bitrate((640, 360), 25) <= 1000
    assert bitrate((320, 240), 25) == 400


def test_the_label_has_the_standards_fields() -> None:
    told = json.loads(aigc("Weingut Müller", "42"))
    assert told == {
        "Label": "1", "ContentProducer": "Weingut Müller", "ProduceID": "42", "ReservedCode1": "",
        "ContentPropagator": "Weingut Müller", "PropagateID": "42", "ReservedCode2": "",
    }  # fmt: skip
    assert json.loads(aigc())["ProduceID"] != json.loads(aigc())["ProduceID"]


def film(frames: Sequence[bytes | None], fps: int, size: tuple[int, int]) -> bytes:
    """A raw film of those pictures, with a sample's number as its sound."""
    count = 48_000 // fps
    parts = [matroska.header(*size, fps, 48_000)]
    for number, picture in enumerate(frames):
        sound = (np.arange(count) + number * count).astype("<i2").repeat(2).tobytes()
        parts += [bytes(part) for part in matroska.cluster(number, fps, sound, picture)]
    return b"".join(parts)


def decoded(raw: bytes, *words: str) -> bytes:
    needed("ffmpeg")
    command = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-f", "matroska", "-i", "pipe:0"]
    done = subprocess.run([*command, *words, "-"], input=raw, capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout


@pytest.mark.parametrize("fps", [25, 30])
def test_pictures_and_samples_arrive_as_they_were(fps: int, tmp_path: Path) -> None:
    size = (64, 32)
    rng = np.random.default_rng(1)
    frames = [rng.integers(0, 256, 64 * 32 * 3 // 2, np.uint8).tobytes() for _ in range(fps)]
    raw = film(frames, fps, size)
    pictures = decoded(raw, "-f", "rawvideo", "-pix_fmt", "yuv420p")
    assert pictures == b"".join(frames)
    sound = np.frombuffer(decoded(raw, "-f", "s16le"), "<i2")
    assert np.array_equal(sound[::2], np.arange(48_000).astype("<i2"))


def test_a_picture_that_is_left_out_moves_nothing() -> None:
    """The filter of the encoding command shows the one before again."""
    command = program.encoding("ffmpeg", program.CODECS[-1], 25, 4500)
    assert command[command.index("-vf") + 1].startswith("fps=25,")
    plain = [bytes([level]) * (64 * 32 * 3 // 2) for level in range(20, 45)]
    some = [frame if number % 5 != 3 else None for number, frame in enumerate(plain)]
    words = ("-vf", "fps=25", "-f", "rawvideo", "-pix_fmt", "yuv420p")
    pictures = decoded(film(some, 25, (64, 32)), *words)
    levels = list(pictures[:: 64 * 32 * 3 // 2])
    wanted = [20 + number - (number % 5 == 3) for number in range(25)]
    assert levels == wanted
