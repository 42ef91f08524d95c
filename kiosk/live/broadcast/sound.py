"""The stream's sound: the narrator over the bed, sample by sample, and twice as many of them.

Everything that Cellarcast says or plays is at 24 kHz; platforms want 48 kHz.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from kiosk.live.broadcast.schedule import RATE
from kiosk.narration.voices.engine import RATE as TOLD_RATE

_TAPS = 63  # of the filter that draws the samples in between: flat to 11 kHz, nothing above 13
_FADE = TOLD_RATE // 100  # samples in which a narration that is cut off falls silent: no click

Samples = NDArray[np.float32]


class Doubler:
    """Twice as many samples, without a seam from one call to the next; stereo.

    A half-band filter: every other sample is an old one, those between are a windowed sinc of
    their neighbours. The sound comes ``DELAY`` samples later.
    """

    DELAY = (_TAPS + 1) // 2  # samples at the doubled rate: 0.7 ms

    def __init__(self) -> None:
        half = (_TAPS + 1) // 2
        between = np.arange(half) - (half - 1) / 2  # distances of the neighbours, in samples
        taps = np.sinc(between) * np.kaiser(half, 8.0)
        self._taps = (taps / taps.sum()).astype(np.float32)
        self._before = np.zeros((half - 1, 2), np.float32)

    def __call__(self, samples: Samples) -> Samples:
        """(frames, 2) to (2 x frames, 2)."""
        line = np.concatenate([self._before, samples])
        self._before = line[len(samples) :]
        told = np.empty((2 * len(samples), 2), np.float32)
        middle = len(self._taps) // 2
        told[0::2] = line[middle - 1 : middle - 1 + len(samples)]
        for side in (0, 1):
            told[1::2, side] = np.convolve(line[:, side], self._taps, "valid")
        return told


class Mixer:
    """Mixes what is heard in one frame's time.

    Args:
        bed: gives so many frames of the bed: 24 kHz, 16-bit little-endian stereo.
    """

    def __init__(self, bed: Callable[[int], bytes]) -> None:
        self._bed = bed
        self._told: NDArray[np.int16] | None = None
        self._at = 0
        self._fading: Samples = np.zeros(0, np.float32)
        self._double = Doubler()

    def speak(self, samples: bytes, offset: float) -> None:
        """Narrate from the next sample on: 24 kHz, 16-bit little-endian mono; from ``offset`` s."""
        self.hush()
        self._told = np.frombuffer(samples, "<i2")
        self._at = min(int(offset * TOLD_RATE), len(self._told))

    def hush(self) -> None:
        """Cut the narration off."""
        if self._told is not None:
            rest = self._told[self._at : self._at + _FADE].astype(np.float32)
            self._fading = rest * np.linspace(1, 0, _FADE, dtype=np.float32)[: len(rest)]
        self._told = None

    def mix(self, samples: int) -> bytes:
        """The next ``samples`` (even) at 48 kHz: 16-bit little-endian stereo."""
        count = samples * TOLD_RATE // RATE
        bed = np.frombuffer(self._bed(count), "<i2").reshape(-1, 2)
        total = np.zeros((count, 2), np.float32)
        total[: len(bed)] = bed
        if self._told is not None:
            part = self._told[self._at : self._at + count]
            total[: len(part)] += part[:, None]
            self._at += len(part)
        if len(self._fading):
            tail = self._fading[:count]
            total[: len(tail)] += tail[:, None]
            self._fading = self._fading[len(tail) :]
        told = np.rint(np.clip(self._double(total), -32768, 32767))
        return told.astype("<i2").tobytes()
