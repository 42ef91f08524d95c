"""Lip tracks: the same every time, sampled anywhere, and read without trust."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest

from kiosk.errors import NarrationError
from kiosk.narration.track import Phoneme, Track, read_track
from kiosk.presenter.lips.shapes import CHANNELS, INDEX
from kiosk.presenter.lips.track import LipTrack, lips_of, read_lips, write_lips

ROOT = Path(__file__).resolve().parents[2]
BAKED = sorted((ROOT / "content" / "wineries").glob("*/narration/*.json"))
HEAD = struct.Struct("<4sBBBBII")


@pytest.fixture(scope="module")
def lips() -> LipTrack:
    return lips_of(read_track(BAKED[0]))


def packed(body: bytes, frames: int, **changes: int | bytes) -> bytes:
    fields: dict[str, int | bytes] = {
        "magic": b"CLIP", "version": 1, "channels": len(CHANNELS), "rate": 60, "spare": 0,
        "frames": frames, "check": zlib.crc32(body), **changes,
    }  # fmt: skip
    return HEAD.pack(*fields.values()) + body


def test_the_same_track_gives_the_same_bytes() -> None:
    for path in BAKED[:3]:
        assert lips_of(read_track(path)).frames.tobytes() == lips_of(
            read_track(path)
        ).frames.tobytes()


def test_as_long_as_the_narration(lips: LipTrack) -> None:
    track = read_track(BAKED[0])
    assert track.duration <= lips.duration < track.duration + 0.02
    assert lips.frames.dtype == np.uint8
    assert lips.frames.shape[1] == len(CHANNELS)
    with pytest.raises(ValueError, match="read-only"):
        lips.frames[0, 0] = 1


def test_between_frames_on_a_line_and_zero_outside(lips: LipTrack) -> None:
    every = lips.weights()
    busy = int(np.argmax(np.abs(np.diff(every[:, INDEX["jawOpen"]]))))
    for part in (0.0, 0.25, 0.5):
        wanted = every[busy] + part * (every[busy + 1] - every[busy])
        assert lips.sample((busy + part) / 60) == pytest.approx(wanted, abs=1e-9)
    for outside in (-0.001, lips.duration + 0.001, float("nan"), float("inf"), -1e300):
        assert not lips.sample(outside).any()
    assert lips.sample(lips.duration) == pytest.approx(every[-1])


def test_shapes_have_names_left_and_right(lips: LipTrack) -> None:
    at = float(np.argmax(lips.weights()[:, INDEX["mouthUpperUp"]])) / 60
    named = lips.shapes(at)
    assert named["mouthUpperUpLeft"] == named["mouthUpperUpRight"] > 0.1
    assert named["mouthSmileLeft"] == named["mouthSmileRight"] < 0
    assert {"jawOpen", "mouthFunnel", "mouthPucker", "tongueUp"} <= set(named)
    assert not any(name in named for name in ("mouthSmile", "mouthPress"))
    rest = lips.shapes(-1.0)
    assert set(rest.values()) == {0.0}


def test_round_trip(tmp_path: Path, lips: LipTrack) -> None:
    path = tmp_path / "a.lips"
    write_lips(path, lips)
    again = read_lips(path)
    assert np.array_equal(again.frames, lips.frames)
    assert path.stat().st_size < len(lips.frames) * len(CHANNELS)
    assert [one.name for one in tmp_path.iterdir()] == ["a.lips"]


GOOD = zlib.compress(bytes(3 * len(CHANNELS)))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"CLIP",
        packed(GOOD, 3, magic=b"CLOP"),
        packed(GOOD, 3, version=2),
        packed(GOOD, 3, channels=52),
        packed(GOOD, 3, rate=30),
        packed(zlib.compress(b""), 0),
        packed(zlib.compress(bytes(60_000 * len(CHANNELS))), 60_000),
        packed(GOOD, 4),
        packed(GOOD, 2),
        packed(GOOD, 4_000_000_000),
        packed(GOOD, 3, check=1),
        packed(b"no zlib", 3),
        packed(GOOD[:-2], 3),
        packed(GOOD + b"more", 3),
        packed(zlib.compress(bytes(20_000_000)), 3),
        packed(GOOD, 3) + bytes(1_000_001),
    ],
    ids=range(17),
)
def test_broken_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.lips"
    path.write_bytes(content)
    with pytest.raises(NarrationError, match="is no valid lip track"):
        read_lips(path)


def test_the_file_that_the_broken_ones_break_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.lips"
    path.write_bytes(packed(GOOD, 3))
    assert read_lips(path).frames.shape == (3, len(CHANNELS))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NarrationError, match="cannot be read"):
        read_lips(tmp_path / "none.lips")


@pytest.mark.parametrize(
    "phonemes",
    [
        (),
        (Phoneme("ʘ", 0.1, 0.2), Phoneme("", 0.2, 0.3)),
        (Phoneme("a", 0.0, 900.0, 1),),
        tuple(Phoneme("p", 0.5, 0.5) for _ in range(300)),
        tuple(Phoneme("amsf"[n % 4], n / 1000, n / 1000, n % 6) for n in range(900)),
        (Phoneme("m", 0.0, 0.0), Phoneme("m", 899.99, 900.0)),
    ],
    ids=["none", "unknown", "endless", "at once", "crowded", "edges"],
)
def test_odd_tracks_give_weights_in_bounds(phonemes: tuple[Phoneme, ...]) -> None:
    track = Track("0" * 20, "xx", "system:x", 900.0, phonemes)
    weights = lips_of(track).weights()
    assert weights.shape == (54_001, len(CHANNELS))
    assert np.isfinite(weights).all()
    assert weights.max() <= 1
    assert weights.min() >= -1
