"""A stretch of stereo sound that is bent into a circle: what rings over its end rings on at its
start, so that it can be played round and round without a seam.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

RATE = 24_000  # Hz, the one rate of all sound in the program
Mono = NDArray[np.float64]  # (frames,)
Stereo = NDArray[np.float64]  # (frames, 2)


class Circle:
    """An empty circle of ``seconds``."""

    def __init__(self, seconds: float) -> None:
        self.samples: Stereo = np.zeros((round(seconds * RATE), 2))

    @property
    def seconds(self) -> float:
        """Once round."""
        return len(self.samples) / RATE

    def add(self, sound: Mono, at: float, pan: float = 0.0, gain: float = 1.0) -> None:
        """Lay a sound on the circle from ``at`` seconds; pan from -1 (left) to 1 (right)."""
        angle = (pan + 1) * np.pi / 4
        start = round(at * RATE)
        for first in range(0, len(sound), len(self.samples)):
            part = sound[first : first + len(self.samples)] * gain
            where = np.arange(start + first, start + first + len(part)) % len(self.samples)
            self.samples[where, 0] += part * np.cos(angle)
            self.samples[where, 1] += part * np.sin(angle)

    def lay(self, sound: Stereo, gain: float = 1.0) -> None:
        """Add a stereo sound that is itself once round."""
        self.samples += sound * gain

    def in_room(self, response: Stereo, wet: float, dry: float = 1.0) -> "Circle":
        """The circle as heard in a room; the echo of the end is heard at the start."""
        count = len(self.samples)
        folded = np.zeros((count, 2))
        for first in range(0, len(response), count):
            part = response[first : first + count]
            folded[: len(part)] += part
        heard = np.fft.irfft(
            np.fft.rfft(self.samples, axis=0) * np.fft.rfft(folded, axis=0), count, axis=0
        )
        told = Circle(self.seconds)
        told.samples = self.samples * dry + heard * wet
        return told

    def shaped(self, weight: Callable[[Mono], Mono]) -> "Circle":
        """The circle with its spectrum weighted by a function of the frequency in Hz."""
        count = len(self.samples)
        weights = weight(bins(count))
        told = Circle(self.seconds)
        told.samples = np.fft.irfft(
            np.fft.rfft(self.samples, axis=0) * weights[:, None], count, axis=0
        )
        return told


def bins(count: int) -> Mono:
    """The frequencies, in Hz, of the spectrum of so many frames."""
    return np.asarray(np.fft.rfftfreq(count, 1 / RATE), np.float64)


def band(low: float, high: float, steep: float = 2.0) -> Callable[[Mono], Mono]:
    """A weight that lets pass what lies between two frequencies, -3 dB at both."""

    def weight(frequency: Mono) -> Mono:
        safe = np.maximum(frequency, 1e-3)
        over, under = (low / safe) ** (2 * steep), (safe / high) ** (2 * steep)
        return np.asarray(1 / np.sqrt(1 + over) / np.sqrt(1 + under))

    return weight


def noise(seconds: float, rng: np.random.Generator, weight: Callable[[Mono], Mono]) -> Mono:
    """Noise of a given spectrum that is once round (periodic), at a mean square of 1."""
    count = round(seconds * RATE)
    frequency = bins(count)
    phase = np.exp(2j * np.pi * rng.random(len(frequency)))
    sound = np.fft.irfft(weight(frequency) * phase, count)
    return np.asarray(sound / np.sqrt(np.mean(sound**2)))


def swell(seconds: float, rng: np.random.Generator, slowest: int, fastest: int) -> Mono:
    """A slow periodic curve between 0 and 1: waves of ``slowest`` to ``fastest`` turns a round."""
    t = np.arange(round(seconds * RATE)) / round(seconds * RATE)
    curve = np.zeros(len(t))
    for turns in range(slowest, fastest + 1):
        curve += np.cos(2 * np.pi * (turns * t + rng.random())) / np.sqrt(turns)
    curve -= curve.min()
    return np.asarray(curve / curve.max())
