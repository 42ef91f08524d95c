"""Rooms as what they do to a click: an exponential tail, shorter the higher the frequency."""

import numpy as np

from assets.sounds.kit.circle import RATE, Stereo, band, bins


def room(
    seconds: float, rng: np.random.Generator, *, bright: float = 3500, early: float = 0.018
) -> Stereo:
    """The answer of a room to a click, at an energy of 1 per side.

    Args:
        seconds: reverberation time (to -60 dB) at low frequencies.
        rng: the walls.
        bright: Hz above which the walls swallow most.
        early: seconds until the first echo.
    """
    count = int(seconds * 1.1 * RATE)
    t = np.arange(count) / RATE
    frequency = bins(count)
    answer = np.zeros((count, 2))
    for low, high, share in ((60, 400, 1.0), (400, 1200, 0.8), (1200, bright, 0.5)):
        for side in range(2):
            part = np.fft.rfft(rng.standard_normal(count)) * band(low, high)(frequency)
            answer[:, side] += np.fft.irfft(part, count) * np.exp(-6.91 * t / (seconds * share))
    answer *= np.clip((t - early) / 0.02, 0, 1)[:, None]
    return np.asarray(answer / np.sqrt(np.sum(answer**2, axis=0)))
