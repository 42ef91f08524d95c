"""What a narration's sound says about the lips, found without asking the lips.

A closure is heard above 500 Hz: what a bilabial shuts in is a silence (p), a voice bar below
300 Hz (b) or a murmur (m), so the level above falls steeply where the lips meet and rises
steeply where they part. ``closure`` looks for such a pair: the 18 ms means on either side of an
instant differ by at least 5 dB down, then 5 dB up 35 to 150 ms later, the pair's middle within
70 ms of the token's start and nearer to it than to any other consonant's. Among several the
steeper and nearer one wins. After a pause there is only the rise. So the track says where to
look and which bilabials to leave out (those next to another consonant, but for smooth liquids:
whose closure is whose cannot be told), but not when lips meet or part. A pair further away than
that is not found: an error of over about 100 ms shows as a bilabial that is not heard.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.narration.track import Phoneme, Track
from kiosk.narration.voices.engine import RATE, Samples

MS = RATE // 1000
_SIDE = 18  # ms on either side of an instant
_STEP = 5.0  # dB
# A murmur parts from "o" in the lower formants, from "i" only in the upper ones.
_BANDS = ((500, 5000), (1200, 4000))  # Hz
_REACH = 70  # ms
_BURST = 0.75  # of the steepest rise: lips part at their burst, not at the voice after it
_CLOSURES = (35, 150)  # ms
_FLOOR = 50.0  # dB under the loudest; below that is nothing
VOWELS = frozenset("aeiouyɑɐɒæɔəɚɛɜɨɪøœʊʌɤɯ")
_OPEN = VOWELS | frozenset("jwɥ")
_BESIDE = _OPEN | frozenset("ɹɻlʁ")
_PAUSE = 0.08

Levels = NDArray[np.float64]


def levels(samples: Samples, low: float, high: float, window: float = 0.008) -> Levels:
    """Level in dB between two frequencies, one value a millisecond."""
    size = int(window * RATE)
    padded = np.pad(samples.astype(np.float64), (size // 2, size))
    frames = np.lib.stride_tricks.sliding_window_view(padded, size)[: len(samples) : MS]
    points = 1 << (size - 1).bit_length()
    power = np.abs(np.fft.rfft(frames * np.hanning(size), points)) ** 2
    frequencies = np.fft.rfftfreq(points, 1 / RATE)
    band = power[:, (frequencies >= low) & (frequencies <= high)].sum(axis=1)
    return np.asarray(10 * np.log10(band + 1e-9))


def steps(samples: Samples) -> Levels:
    """By how many dB the level rises at each millisecond, the mean of two bands."""
    rise = np.zeros(len(samples[::MS]))
    for low, high in _BANDS:
        level = levels(samples, low, high)
        level = np.maximum(level, level.max() - _FLOOR)
        total = np.concatenate([[0.0], np.cumsum(level)])
        at = np.arange(_SIDE, len(level) - _SIDE)
        rise[at] += (total[at + _SIDE] - 2 * total[at] + total[at - _SIDE]) / _SIDE
    return rise / len(_BANDS)


@dataclass(frozen=True, slots=True)
class Expected:
    """A bilabial of the track, whether a pause is before it, and other consonants' starts."""

    phoneme: Phoneme
    paused: bool
    others: tuple[float, ...]


def bilabials(track: Track) -> Iterator[Expected]:
    """The p, b and m that stand between vowels, glides or liquids, or behind a pause."""
    row = track.phonemes
    closing = [one for one in row if one.ipa[0] not in _OPEN]
    for index, one in enumerate(row[:-1]):
        after = row[index + 1]
        if one.ipa[0] not in "pbm" or after.ipa[0] not in _BESIDE or after.start - one.end > 0.06:
            continue
        paused = index == 0 or one.start - row[index - 1].end > _PAUSE
        if paused and one.ipa[0] == "m":
            continue  # its murmur begins as steeply as it ends
        if paused or row[index - 1].ipa[0] in _BESIDE:
            others = [two.start for two in closing if 0 < abs(two.start - one.start) < 0.4]
            yield Expected(one, paused, tuple(others))


def closure(rise: Levels, expected: Expected) -> tuple[float, float] | None:
    """When the lips meet and part, in seconds; None where it is not heard.

    After a pause the first of the two is NaN.
    """
    centre = round(expected.phoneme.start * 1000)
    if expected.paused:
        low = max(0, centre - _REACH)
        part = rise[low : centre + _REACH + 30]
        if not len(part) or part.max() < _STEP:
            return None
        steep = [i for i in range(len(part)) if part[i] == _near(part, i).max()]
        burst = next(i for i in steep if part[i] >= _BURST * part.max())
        return float("nan"), (low + burst) / 1000
    low, high = max(20, centre - _REACH - 80), min(len(rise) - 20, centre + _REACH + 80)
    falls = [i for i in range(low, high) if rise[i] <= -_STEP and rise[i] == _near(rise, i).min()]
    rises = [i for i in range(low, high) if rise[i] >= _STEP and rise[i] == _near(rise, i).max()]
    best, found = -np.inf, None
    for fall in falls:
        for up in rises:
            away = abs((fall + up) / 2 - centre)
            if not _CLOSURES[0] <= up - fall <= _CLOSURES[1] or away > _REACH:
                continue
            if any(abs((fall + up) / 2 - 1000 * other) < away for other in expected.others):
                continue  # the closure of another consonant
            if any(fall < k < up and rise[k] > max(_STEP, _BURST * rise[up]) for k in rises):
                continue  # an earlier burst
            if any(fall + _CLOSURES[0] < k < up for k in falls):
                continue  # what closes again had opened
            score = min(-rise[fall], 12.0) + min(rise[up], 12.0) - 0.06 * away
            if score > best:
                best, found = score, (fall / 1000, up / 1000)
    return found


def _near(rise: Levels, index: int) -> Levels:
    return rise[max(0, index - 8) : index + 9]


def silences(samples: Samples, shortest: float = 0.2) -> list[tuple[float, float]]:
    """Where nothing is heard for longer than ``shortest``: 38 dB under the loud parts."""
    level = levels(samples, 80, 8000, 0.012)
    quiet = np.concatenate([[False], level < np.percentile(level, 95) - 38, [False]])
    edges = np.flatnonzero(np.diff(quiet.astype(np.int8)))
    spans = edges.reshape(-1, 2) / 1000
    return [(float(a), float(b)) for a, b in spans if b - a > shortest]


def loudness(samples: Samples, times: NDArray[np.float64]) -> Levels:
    """Root mean square of the speech band at some moments, as amplitude."""
    level = levels(samples, 200, 4000, 0.03)
    return np.asarray(10 ** (np.interp(times * 1000, np.arange(len(level)), level) / 20))
