"""Loudness after ITU-R BS.1770-4 and bringing speech to one level.

The K weighting is the published analogue prototype (a 4 dB shelf at 1,682 Hz and a
high-pass at 38 Hz) at whatever rate is given, applied in the frequency domain.
"""

import numpy as np
from numpy.typing import NDArray

from kiosk.narration.sound import levels
from kiosk.narration.voices.engine import Samples

TARGET = levels.SPEECH  # LUFS, integrated
CEILING = -1.5  # dBFS, true peak
_BLOCK, _HOP = 0.4, 0.1  # seconds
_ABSOLUTE, _RELATIVE = -70.0, -10.0
_OFFSET = -0.691  # dB, of the standard's formula
_OVERSAMPLING = 4
_EXACT = 0.05  # LU
_PIECE = 8  # seconds filtered at a time
_LIMITER = 4  # milliseconds of look-ahead on either side

_Floats = NDArray[np.float64]


def integrated(samples: Samples, rate: int) -> float:
    """Integrated loudness in LUFS, shape (frames,) or (frames, channels); -inf for silence.

    Of several channels the mean power counts, not the sum: mono is heard from all loudspeakers, so
    this way narration and music that sound alike measure alike.
    """
    sides = samples.reshape(len(samples), -1).T
    squared = np.mean([_weighted_power(side, rate) for side in sides], axis=0)
    block, hop = int(_BLOCK * rate), int(_HOP * rate)
    if len(squared) < block:
        squared = np.pad(squared, (0, block - len(squared)))
    energy = np.concatenate(([0.0], np.cumsum(squared)))
    starts = np.arange(0, len(squared) - block + 1, hop)
    power = (energy[starts + block] - energy[starts]) / block
    with np.errstate(divide="ignore"):
        level = _OFFSET + 10 * np.log10(power)
    kept = power[level > _ABSOLUTE]
    if not len(kept):
        return float("-inf")
    gate = _OFFSET + 10 * np.log10(kept.mean()) + _RELATIVE
    kept = kept[_OFFSET + 10 * np.log10(kept) > gate]
    return float(_OFFSET + 10 * np.log10(kept.mean()))


def _weighted_power(samples: Samples, rate: int) -> _Floats:
    """The K-weighted samples squared, made piece by piece: minutes of sound would take 100 MB.

    Before each piece the filter hears what came before, for longer than it remembers.
    """
    step, room = _PIECE * rate, rate // 2
    pieces = []
    for start in range(0, len(samples), step):
        before = min(start, room)
        pieces.append(k_weighted(samples[start - before : start + step], rate)[before:] ** 2)
    return np.concatenate(pieces) if pieces else np.zeros(0)


def true_peak(samples: Samples) -> float:
    """Highest level between the samples too, in dBFS, by fourfold oversampling."""
    if not len(samples):
        return float("-inf")
    peak = float(np.abs(_oversampled(samples)).max())
    return 20 * float(np.log10(peak)) if peak > 0 else float("-inf")


def levelled(
    samples: Samples, rate: int, *, target: float = TARGET, ceiling: float = CEILING
) -> Samples:
    """The samples at the target loudness with peaks held under the ceiling."""
    source = samples.astype(np.float64)
    gain = target - integrated(samples, rate)
    if not np.isfinite(gain):
        return samples
    shaped, peaks = source, _peaks(source)
    for _ in range(6):  # holding peaks costs a little loudness: give that much more
        louder = 10 ** (gain / 20)
        shaped = _limited(source * louder, peaks * louder, rate, ceiling)
        short = target - integrated(shaped.astype(np.float32), rate)
        if abs(short) < _EXACT:
            break
        gain += short
    return shaped.astype(np.float32)


def _peaks(samples: _Floats) -> _Floats:
    """The highest level around every sample, between the samples too."""
    between = np.abs(_oversampled(samples.astype(np.float32)))
    return np.asarray(np.maximum(between.reshape(-1, _OVERSAMPLING).max(axis=1), np.abs(samples)))


def _limited(samples: _Floats, peaks: _Floats, rate: int, ceiling: float) -> _Floats:
    """Peaks turned down smoothly to the ceiling (dBFS, true peak)."""
    limit = 10 ** (ceiling / 20)
    if peaks.max() <= limit:
        return samples
    # Worked out per millisecond, then drawn as a line: every point of the line lies below
    # what the blocks on both its sides need.
    block = rate // 1000
    count = -(-len(samples) // block)
    padded = np.pad(peaks, (0, count * block - len(peaks)))
    loudest = padded.reshape(count, block).max(axis=1)
    need = np.minimum(1.0, limit * 0.995 / np.maximum(loudest, 1e-9))
    reach = _LIMITER
    around = np.pad(need, 2 * reach + 1, mode="edge")
    held = np.lib.stride_tricks.sliding_window_view(around, 2 * reach + 3).min(axis=1)
    shape = np.hanning(2 * reach + 3)[1:-1]
    gain = np.convolve(held, shape / shape.sum(), mode="valid")
    centres = (np.arange(count) + 0.5) * block
    return np.asarray(samples * np.interp(np.arange(len(samples)), centres, gain[:count]))


def k_weighted(samples: Samples, rate: int) -> _Floats:
    """The samples through the K weighting filter."""
    size = 1 << (len(samples) + rate // 4 - 1).bit_length()
    spectrum = np.fft.rfft(samples, size)
    z = np.exp(-1j * np.linspace(0, np.pi, len(spectrum)))
    for top, bottom in (_shelf(rate), _high_pass(rate)):
        spectrum *= np.polynomial.polynomial.polyval(z, top)
        spectrum /= np.polynomial.polynomial.polyval(z, bottom)
    return np.asarray(np.fft.irfft(spectrum, size)[: len(samples)])


def _shelf(rate: int) -> tuple[list[float], list[float]]:
    gain, quality, corner = 3.999843853973347, 0.7071752369554196, 1681.974450955533
    k = np.tan(np.pi * corner / rate)
    high = 10 ** (gain / 20)
    band = high**0.4996667741545416
    norm = 1 + k / quality + k * k
    top = [(high + band * k / quality + k * k) / norm, 2 * (k * k - high) / norm,
           (high - band * k / quality + k * k) / norm]
    return top, [1.0, 2 * (k * k - 1) / norm, (1 - k / quality + k * k) / norm]


def _high_pass(rate: int) -> tuple[list[float], list[float]]:
    quality, corner = 0.5003270373238773, 38.13547087602444
    k = np.tan(np.pi * corner / rate)
    norm = 1 + k / quality + k * k
    return [1.0, -2.0, 1.0], [1.0, 2 * (k * k - 1) / norm, (1 - k / quality + k * k) / norm]


def _oversampled(samples: Samples) -> _Floats:
    """Band-limited interpolation by zero-padding the spectrum; ends padded against wrap."""
    room = 256
    padded = np.pad(samples.astype(np.float64), room)
    size = 1 << (len(padded) - 1).bit_length()
    spectrum = np.fft.rfft(padded, size)
    spectrum[-1] *= 0.5
    fine = np.fft.irfft(spectrum, size * _OVERSAMPLING) * _OVERSAMPLING
    start = room * _OVERSAMPLING
    return np.asarray(fine[start : start + len(samples) * _OVERSAMPLING])
