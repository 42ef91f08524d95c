"""A narration's lips: made from its track, kept in a file, asked for at any moment.

Layers forbid ``kiosk.narration`` to know the presenter, so the bake does not write these.
They are computed where a scene is prepared, in the thread that decodes its voice: a minute
of speech takes some thirty milliseconds. ``read_lips`` and ``write_lips`` are for who wants
to keep them, such as recordings aligned elsewhere.

The file: ``CLIP``, version, channels, rate (bytes), one spare byte, frames (32 bits, little
endian), CRC-32 of what follows, then frames x channels bytes, zlib-compressed. A byte is a
weight in steps of 1/255; the signed channel counts from 128 in steps of 1/127.
"""

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kiosk.errors import NarrationError
from kiosk.narration.track import Track, write_whole
from kiosk.presenter.lips.coarticulation import RATE, weights_of
from kiosk.presenter.lips.segments import segments_of
from kiosk.presenter.lips.shapes import ARKIT, CHANNELS, SIGNED

VERSION: Final = 1
_MAGIC: Final = b"CLIP"
_HEAD: Final = struct.Struct("<4sBBBBII")
_MAX_SECONDS: Final = 900
_MAX_FRAMES: Final = _MAX_SECONDS * RATE + 2
_MAX_BYTES: Final = 1_000_000
_ZERO: Final = np.array([128 if name in SIGNED else 0 for name in CHANNELS], np.uint8)
_STEPS: Final = np.array([127.0 if name in SIGNED else 255.0 for name in CHANNELS])


@dataclass(frozen=True, slots=True, eq=False)
class LipTrack:
    """Mouth shapes at 60 Hz from the narration's start: uint8, (frames, 10), read-only."""

    frames: NDArray[np.uint8]

    @property
    def duration(self) -> float:
        """Seconds until the last frame."""
        return max(0, len(self.frames) - 1) / RATE

    def weights(self) -> NDArray[np.float64]:
        """All frames as weights, (frames, 10) in the order of CHANNELS."""
        return np.asarray((self.frames.astype(np.float64) - _ZERO) / _STEPS)

    def sample(self, seconds: float) -> NDArray[np.float64]:
        """The ten weights at a moment, between two frames on a line; zero outside."""
        place = seconds * RATE
        if not 0.0 <= place <= len(self.frames) - 1:
            return np.zeros(len(CHANNELS))
        before = int(place)
        pair = (self.frames[before : before + 2].astype(np.float64) - _ZERO) / _STEPS
        return np.asarray(pair[0] + (pair[-1] - pair[0]) * (place - before))

    def shapes(self, seconds: float) -> dict[str, float]:
        """The same under ARKit's names, left and right alike, to add to a face at rest.

        ``tongueUp`` stays under its own name; ``mouthSmile...`` may be below zero.
        """
        values = dict(zip(CHANNELS, map(float, self.sample(seconds)), strict=True))
        named = {shape: values[name] for name, shapes in ARKIT.items() for shape in shapes}
        return {**named, "tongueUp": values["tongueUp"]}


def lips_of(track: Track) -> LipTrack:
    """The lips of a narration. The same track gives the same bytes."""
    duration = min(track.duration, float(_MAX_SECONDS))
    return _packed(weights_of(segments_of(track), duration))


def _packed(weights: NDArray[np.float64]) -> LipTrack:
    low = np.where(_ZERO > 0, -1.0, 0.0)
    frames = np.rint(np.clip(weights, low, 1.0) * _STEPS + _ZERO).astype(np.uint8)
    frames.setflags(write=False)
    return LipTrack(frames)


def write_lips(path: Path, lips: LipTrack) -> None:
    """Writes whole or not at all. Raises NarrationError when the disk refuses."""
    body = zlib.compress(lips.frames.tobytes(), 9)
    head = _HEAD.pack(_MAGIC, VERSION, len(CHANNELS), RATE, 0, len(lips.frames), zlib.crc32(body))
    write_whole(path, head + body)


def read_lips(path: Path) -> LipTrack:
    """The lips in a file. Raises NarrationError when it is missing or not a valid one."""
    try:
        with path.open("rb") as file:
            raw = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise _refused(path, f"cannot be read ({error.strerror})") from error
    try:
        return _from_bytes(raw)
    except (ValueError, struct.error, zlib.error) as error:
        raise _refused(path, f"is no valid lip track ({error})") from error


def _refused(path: Path, what: str) -> NarrationError:
    return NarrationError(
        what, where=str(path), advice="delete it; it is made again from the voice"
    )


def _from_bytes(raw: bytes) -> LipTrack:
    if len(raw) > _MAX_BYTES:
        raise ValueError("larger than any")
    magic, version, channels, rate, _, count, check = _HEAD.unpack_from(raw)
    if (magic, version, channels, rate) != (_MAGIC, VERSION, len(CHANNELS), RATE):
        raise ValueError("another format")
    if not 1 <= count <= _MAX_FRAMES:
        raise ValueError("length out of bounds")
    body = raw[_HEAD.size :]
    if zlib.crc32(body) != check:
        raise ValueError("damaged")
    wanted = count * channels
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(body, wanted + 1)  # a bomb stops here
    if len(data) != wanted or not unpacker.eof or unpacker.unused_data:
        raise ValueError("wrong length")
    frames = np.frombuffer(data, np.uint8).reshape(count, channels)
    return LipTrack(frames)
