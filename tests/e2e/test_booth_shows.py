"""The booth's screen as a visitor finds it: the real program over the demonstration wineries."""

import json
import os
from collections import defaultdict
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk import resources
from kiosk.packs.library import Library
from kiosk.packs.model import Pack
from tests import good_pack
from tests.e2e.booth import events, kiosk

# One lap of all demonstration packs is some twenty minutes of show; rehearsed this much faster.
PACE = 20


@pytest.fixture(scope="module")
def packs() -> dict[str, Pack]:
    library = Library(resources.demonstration())
    return {pack_id: library.load(pack_id) for pack_id in library.ids()}


@pytest.mark.timeout(300)
def test_a_lap_without_network_shows_speaks_and_captions_every_scene(
    packs: dict[str, Pack], tmp_path: Path
) -> None:
    log = tmp_path / "events.jsonl"
    scenes = [(pack_id, scene.id) for pack_id, pack in packs.items() for scene in pack.scenes]
    assert len(packs) >= 5
    seconds = 16.0 * len(scenes) / PACE + 25
    done = kiosk(
        "run", "--size", "960x540", "--pace", PACE, "--for", seconds, "--events", log,
        offline=True, timeout=seconds + 60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    shown = events(log, "scene")
    order = [(row["pack"], row["scene"]) for row in shown]
    assert order[: len(scenes)] == scenes, "every scene of every pack, in turn"
    assert all(row["voiced"] for row in shown), "every scene has its baked narration"
    spoken = {row["number"] for row in events(log, "first-word")}
    captioned = defaultdict(list)
    for row in events(log, "caption"):
        captioned[row["number"]].append(row["text"])
    for row in shown[: len(scenes)]:
        assert row["number"] in spoken, row
        assert captioned[row["number"]], row
    assert not events(log, "scene-failed")
    assert not events(log, "poster")


@pytest.mark.timeout(300)
def test_timing_is_the_same_with_and_without_network(tmp_path: Path) -> None:
    starts, pace = [], 2
    for name, offline in (("online", False), ("offline", True)):
        log = tmp_path / f"{name}.jsonl"
        done = kiosk(
            "run", "--size", "640x360", "--mute", "--pace", pace, "--for", 24, "--events", log,
            offline=offline,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        shown = events(log, "scene")
        starts.append([row["t"] - shown[0]["t"] for row in shown])
    online, offline_starts = starts
    assert len(online) >= 3
    assert len(online) == len(offline_starts)
    for with_network, without in zip(online, offline_starts, strict=True):
        assert abs(with_network - without) * pace < 0.5


def test_a_bad_pack_is_set_aside_and_the_rest_plays(tmp_path: Path) -> None:
    library = tmp_path / "library"
    good_pack.write(library, "red-clay")
    bad = good_pack.write(library, "broken")
    (bad / "winery.toml").write_bytes(b"id = \xff\xfe")
    log = tmp_path / "events.jsonl"
    done = kiosk(
        "run", "--content", library, "--size", "640x360", "--pace", 20, "--for", 6, "--events", log
    )
    assert done.returncode == 0, done.stderr
    aside = events(log, "set-aside")
    assert [row["pack"] for row in aside] == ["broken"]
    assert "winery.toml" in aside[0]["reason"]
    assert {row["pack"] for row in events(log, "scene")} == {"red-clay"}


def test_a_picture_that_cannot_be_decoded_is_passed_over(tmp_path: Path) -> None:
    library = tmp_path / "library"
    pack = good_pack.write(library)
    (pack / "media" / "harvest.png").write_bytes(b"\x89PNG\r\n\x1a\n not a picture")
    log = tmp_path / "events.jsonl"
    done = kiosk(
        "run", "--content", library, "--size", "640x360", "--pace", 20, "--for", 6,
        "--events", log,
    )  # fmt: skip
    assert done.returncode == 0
    assert {row["scene"] for row in events(log, "scene-failed")} == {"harvest", "press"}
    assert {row["scene"] for row in events(log, "scene")} >= {"crianza", "live"}


def test_with_nothing_to_play_the_poster_is_there_within_five_seconds(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    log = tmp_path / "events.jsonl"
    done = kiosk("run", "--content", library, "--size", "640x360", "--for", 3, "--events", log)
    assert done.returncode == 0, done.stderr
    poster = events(log, "poster")
    assert len(poster) == 1
    assert poster[0]["t"] < 5


def test_a_clip_that_never_starts_leaves_its_picture(tmp_path: Path) -> None:
    library = tmp_path / "library"
    pack = good_pack.write(library)
    facts = (pack / "winery.toml").read_text("utf-8")
    (pack / "winery.toml").write_text(
        "\n".join(line for line in facts.splitlines() if not line.startswith("hours")), "utf-8"
    )
    (pack / "media" / "land.mp4").write_bytes(b"\x00\x00\x00\x18ftypmp42 and nothing more")
    log = tmp_path / "events.jsonl"
    done = kiosk(
        "run", "--content", library, "--size", "640x360", "--mute", "--for", 7, "--events", log
    )
    assert done.returncode == 0
    assert [row["number"] for row in events(log, "clip-failed")][:1] == [1]
    first = events(log, "scene")[0]
    assert first["scene"] == "land"
    assert not events(log, "scene-failed")


def test_a_clip_moves_on_the_stage(tmp_path: Path) -> None:
    library = tmp_path / "library"
    pack = good_pack.write(library)
    facts = (pack / "winery.toml").read_text("utf-8")
    (pack / "winery.toml").write_text(
        "\n".join(line for line in facts.splitlines() if not line.startswith("hours")), "utf-8"
    )
    writer = cv2.VideoWriter(
        str(pack / "media" / "land.mp4"), cv2.VideoWriter.fourcc(*"mp4v"), 30, (640, 360)
    )
    for _ in range(60):  # all red: nothing in the picture below it is
        writer.write(np.full((360, 640, 3), (20, 20, 230), np.uint8))
    writer.release()
    log = tmp_path / "events.jsonl"
    done = kiosk(
        "run", "--content", library, "--size", "640x360", "--mute", "--for", 7,
        "--shots", tmp_path / "shots", "--events", log,
    )  # fmt: skip
    assert done.returncode == 0
    assert not events(log, "clip-failed")
    shot = cv2.imread(str(sorted((tmp_path / "shots").glob("0001-*.png"))[0]))
    assert shot is not None
    blue, _, red = shot[150:200, 330:420].reshape(-1, 3).mean(axis=0)
    assert red > 120 > blue


def test_one_language_is_kept_to(tmp_path: Path) -> None:
    log = tmp_path / "events.jsonl"
    done = kiosk(
        "run", "--lang", "en", "--size", "640x360", "--pace", 30, "--for", 5, "--events", log
    )
    assert done.returncode == 0
    assert {row["language"] for row in events(log, "scene")} == {"en"}


def test_without_a_display_it_says_so_and_offers_the_preview() -> None:
    done = kiosk("run", QT_QPA_PLATFORM="")
    assert done.returncode == 4
    assert "no display" in done.stderr
    assert "kiosk preview" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_broken_settings_file_is_said_and_the_booth_starts(tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("volume = 'loud'", "utf-8")
    log = tmp_path / "events.jsonl"
    done = kiosk(
        "run", "--size", "640x360", "--for", 3, "--events", log,
        CELLARCAST_SETTINGS=os.fspath(settings),
    )  # fmt: skip
    assert done.returncode == 0
    assert "volume" in done.stderr
    assert events(log, "scene")


@pytest.mark.parametrize(("sound", "beds"), [("true", 1), ("false", 0)])
def test_the_winerys_bed_is_read_unless_the_booth_is_to_be_silent(
    tmp_path: Path, sound: str, beds: int
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(f"sound = {sound}\n", "utf-8")
    log = tmp_path / "events.jsonl"
    done = kiosk(
        "run", "--size", "640x360", "--for", 9, "--events", log,
        CELLARCAST_SETTINGS=os.fspath(settings),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    shown = events(log, "scene")[0]["pack"]
    bed = resources.demonstration() / shown / "media" / "bed.ogg"
    assert [row["bed"] for row in events(log, "bed")] == [os.fspath(bed)] * beds
    # Whether there is an audio device or not, nothing is wrong, and its want is told once.
    assert not events(log, "bed-failed")
    assert len(events(log, "sound-missing")) <= beds


def test_the_journal_says_what_was_shown(tmp_path: Path) -> None:
    log, journal = tmp_path / "events.jsonl", os.fspath(tmp_path / "journal.sqlite")
    done = kiosk(
        "run", "--for", 9, "--lang", "en", "--mute", "--events", log, CELLARCAST_JOURNAL=journal
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(kiosk("report", "--json", CELLARCAST_JOURNAL=journal).stdout)
    scenes = [(row["pack"], row["scene"]) for row in events(log, "scene")]
    assert {(row["pack"], row["name"]) for row in report["shown"]} == set(scenes)
    assert all(row["seconds"] > 0 for row in report["shown"])
    assert sum(row["times"] for row in report["codes"]) == len(scenes)
    assert report["faults"] == []


def test_a_rehearsal_is_no_proof_of_play(tmp_path: Path) -> None:
    journal = tmp_path / "journal.sqlite"
    done = kiosk("run", "--for", 3, "--pace", 4, CELLARCAST_JOURNAL=os.fspath(journal))
    assert done.returncode == 0, done.stderr
    assert not journal.exists()
