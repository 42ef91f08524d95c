"""Compares two recordings of the same words: which moment of one is which of the other.

Features are mel-frequency cepstra (Davis & Mermelstein 1980) every 10 ms; the alignment is
dynamic time warping within a band (Sakoe & Chiba 1978).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiosk.narration.voices.engine import RATE, Samples

HOP = 0.010  # seconds between feature rows
_WINDOW = 0.025
_FFT = 1024
_BANDS, _COEFFICIENTS = 40, 13
_BAND = 0.18  # of the length: how far the path may stray from the diagonal
_FLOOR = 1e-7

_Floats = NDArray[np.float64]


def features(samples: Samples) -> _Floats:
    """Cepstra and their slopes, (frames, 26), each column of zero mean and unit deviation."""
    step, window = int(HOP * RATE), int(_WINDOW * RATE)
    padded = np.pad(samples.astype(np.float64), (window // 2, window))
    frames = np.lib.stride_tricks.sliding_window_view(padded, window)[::step]
    spectrum = np.abs(np.fft.rfft(frames * np.hamming(window), _FFT)) ** 2
    loudest = float(spectrum.max(initial=_FLOOR))
    mel = np.log(spectrum @ _mel_bank().T / loudest + _FLOOR)
    order = np.arange(_COEFFICIENTS)[:, None]
    cosine = np.cos(np.pi * order * (np.arange(_BANDS) + 0.5) / _BANDS)
    cepstra = mel @ cosine.T
    both = np.hstack((cepstra, np.gradient(cepstra, axis=0)))
    deviation = both.std(axis=0)
    return np.asarray((both - both.mean(axis=0)) / np.where(deviation > 0, deviation, 1.0))


def _mel_bank() -> _Floats:
    def to_mel(hertz: float) -> float:
        return 2595 * float(np.log10(1 + hertz / 700))

    edges = 700 * (10 ** (np.linspace(to_mel(60), to_mel(7600), _BANDS + 2) / 2595) - 1)
    bins = np.arange(_FFT // 2 + 1) * RATE / _FFT
    low, middle, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    rising, falling = (bins - low) / (middle - low), (high - bins) / (high - middle)
    return np.asarray(np.clip(np.minimum(rising, falling), 0, None))


def warp(model: _Floats, other: _Floats) -> NDArray[np.int64]:
    """For each row of ``model`` the row of ``other`` it is aligned with; never decreasing."""
    rows, columns = len(model), len(other)
    reach = max(40, int(_BAND * max(rows, columns)))
    cost = np.full((rows + 1, columns + 1), np.inf)
    cost[0, 0] = 0.0
    step = np.zeros((rows + 1, columns + 1), np.int8)
    for row in range(1, rows + 1):
        centre = row * columns // rows
        low, high = max(1, centre - reach), min(columns, centre + reach)
        span = slice(low - 1, high)
        near = np.sqrt(((other[span] - model[row - 1]) ** 2).sum(axis=1))
        above, across = cost[row - 1, low : high + 1], cost[row - 1, low - 1 : high]
        enter = np.minimum(above + 0.3 * near, across)  # standing still costs a little more
        kind = np.where(across <= above + 0.3 * near, 0, 1)
        running = cost[row, low - 1]
        for index in range(high - low + 1):
            beside = running + 0.3 * near[index]
            if beside < enter[index]:
                running, step[row, low + index] = beside + near[index], 2
            else:
                running, step[row, low + index] = enter[index] + near[index], kind[index]
            cost[row, low + index] = running
    return _trace(step, rows, columns)


def _trace(step: NDArray[np.int8], rows: int, columns: int) -> NDArray[np.int64]:
    path = np.zeros(rows, np.int64)
    row, column = rows, columns
    while row and column:
        path[row - 1] = column - 1
        kind = step[row, column]
        row -= kind != 2
        column -= kind != 1
    return path


def transfer(times: NDArray[np.floating[Any]], path: NDArray[np.int64], duration: float) -> _Floats:
    """Seconds in the model recording as seconds in the other one."""
    places = np.arange(len(path)) * HOP
    return np.asarray(np.clip(np.interp(times, places, path * HOP), 0.0, duration))
