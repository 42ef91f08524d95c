"""Tracks: what is written is read back, and what is broken is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.errors import NarrationError
from kiosk.narration.track import Cue, Phoneme, Track, Word, read_track, write_track, write_whole

TRACK = Track(
    "0" * 20,
    "es",
    "kokoro:ef_dora",
    3.5,
    (Phoneme("b", 0.2, 0.3), Phoneme("a", 0.3, 0.4, 1)),
    (Word("Ba", 0.2, 0.4, 0, 2),),
    (Cue("Ba", 0.1, 1.2, 0, 2),),
    {"loudness_lufs": -18.0},
)


def test_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_track(path, TRACK)
    assert read_track(path) == TRACK
    assert list(tmp_path.iterdir()) == [path]


def broken(tmp_path: Path, **changes: Any) -> Path:
    path = tmp_path / "a.json"
    write_track(path, TRACK)
    data = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**data, **changes}), "utf-8")
    return path


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 2},
        {"duration": -1},
        {"duration": float("nan")},
        {"duration": True},
        {"phonemes": [["b", 0.3, 0.2, 0]]},
        {"phonemes": [["b", 0.1, 0.2, 9]]},
        {"phonemes": [["b", 2, 3, 0], ["a", 1, 2, 0]]},
        {"phonemes": [["b", 0, 9, 0]]},
        {"words": [["a", 0, 1, 5, 2]]},
        {"words": [["a", 0, 1, 0]]},
        {"words": "x"},
        {"cues": [["a\nb\nc", 0, 1, 0, 2]]},
        {"cues": [["x" * 500, 0, 1, 0, 2]]},
        {"quality": [1]},
        {"key": 7},
    ],
)
def test_broken_tracks_are_refused(tmp_path: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(NarrationError, match="not a valid track"):
        read_track(broken(tmp_path, **changes))


@pytest.mark.parametrize("raw", [b"", b"[]", b"\xff\xfe", b"[" * 100_000, b"{}"])
def test_rubbish_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(raw)
    with pytest.raises(NarrationError):
        read_track(path)


def test_endless_files_are_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b" " * 2_000_001)
    with pytest.raises(NarrationError, match="larger"):
        read_track(path)


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.bin"
    write_whole(path, b"old")

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
