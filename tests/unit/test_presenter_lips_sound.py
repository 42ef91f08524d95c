"""The ear of bench_lips hears closures where they were made."""

import numpy as np
import pytest

from benchmarks.lip_sound import bilabials, closure, silences, steps
from kiosk.narration.track import Phoneme, Track
from kiosk.narration.voices.engine import RATE, Samples


def voice(seconds: float) -> Samples:
    """Something like a vowel: a buzz with all its overtones."""
    times = np.arange(int(seconds * RATE)) / RATE
    buzz = sum(np.sin(2 * np.pi * 140 * n * times) / n for n in range(1, 30))
    return np.asarray(0.1 * buzz, np.float32)


def spoken(met: float, parted: float, *, murmur: bool) -> Samples:
    """A second of voice, with lips that close and open at two moments."""
    sound = voice(1.0)
    first, last = int(met * RATE), int(parted * RATE)
    times = np.arange(last - first) / RATE
    sound[first:last] = 0.05 * np.sin(2 * np.pi * 140 * times) if murmur else 0.0
    return sound


@pytest.mark.parametrize("murmur", [True, False])
@pytest.mark.parametrize("token", [0.44, 0.47, 0.52])
@pytest.mark.parametrize("length", [0.05, 0.09])
def test_closures_are_heard_where_they_are(murmur: bool, token: float, length: float) -> None:
    track = Track("0" * 20, "es", "system:x", 1.0, (
        Phoneme("a", 0.0, token), Phoneme("m" if murmur else "p", token, token + 0.06),
        Phoneme("a", token + 0.06, 1.0),
    ))  # fmt: skip
    (expected,) = bilabials(track)
    found = closure(steps(spoken(0.45, 0.45 + length, murmur=murmur)), expected)
    assert found is not None
    assert found == pytest.approx((0.45, 0.45 + length), abs=0.008)


def test_where_nothing_closes_nothing_is_heard() -> None:
    row = (Phoneme("a", 0.0, 0.5), Phoneme("m", 0.5, 0.55), Phoneme("a", 0.55, 1.0))
    (expected,) = bilabials(Track("0" * 20, "es", "system:x", 1.0, row))
    assert closure(steps(voice(1.0)), expected) is None


def test_beside_other_consonants_nobody_can_tell() -> None:
    row = (Phoneme("a", 0.0, 0.4), Phoneme("s", 0.4, 0.5), Phoneme("p", 0.5, 0.55),
           Phoneme("a", 0.55, 1.0))  # fmt: skip
    assert list(bilabials(Track("0" * 20, "es", "system:x", 1.0, row))) == []


def test_silences_are_found() -> None:
    sound = np.concatenate([voice(0.6), np.zeros(int(0.3 * RATE), np.float32), voice(0.6)])
    (found,) = silences(sound)
    assert found == pytest.approx((0.6, 0.9), abs=0.01)
