"""Speech as Ogg Opus, and recordings as samples."""

import io
import math
from pathlib import Path

import numpy as np
import soundfile

from kiosk.errors import NarrationError
from kiosk.narration.sound.loudness import CEILING, TARGET, integrated, levelled, true_peak
from kiosk.narration.voices.engine import RATE, Samples

_EFFORT = 0.9  # libsndfile's compression level: about 32 kbit/s for this speech
_EXACT = 0.15  # LU
# What coding does to levelled speech, measured over six voices: it takes 0.15-0.36 LU, and
# lifts peaks by up to 0.5 dB. Allowing for both, most scripts are coded once.
_LOST = 0.26  # LU
_LIFTED = 0.7  # dB
_MAX_SECONDS = 600
_MAX_BYTES = 200_000_000
_RATES = (8_000, 192_000)


def opus(samples: Samples) -> tuple[bytes, Samples]:
    """A levelled Ogg Opus file and what it sounds like when decoded.

    Coding moves peaks and level a little, so both are corrected until what is decoded is
    in bounds.
    """
    ceiling, target = CEILING - _LIFTED, TARGET + _LOST
    for _ in range(6):
        buffer = io.BytesIO()
        soundfile.write(
            buffer, levelled(samples, RATE, target=target, ceiling=ceiling), RATE,
            format="OGG", subtype="OPUS", compression_level=_EFFORT,
        )
        content = buffer.getvalue()
        decoded = read(io.BytesIO(content))
        over = true_peak(decoded) - CEILING
        short = TARGET - integrated(decoded, RATE)
        if over <= 0 and not abs(short) > _EXACT:
            break
        ceiling -= max(0.0, over + 0.1)
        target += min(max(short, -1.0), 1.0) if math.isfinite(short) else 0.0
    return content, decoded


def read(source: io.BytesIO) -> Samples:
    """Mono samples of a file that we encoded."""
    samples, _ = soundfile.read(source, dtype="float32")
    return np.asarray(samples, np.float32)


def read_recording(path: Path) -> Samples:
    """A recording as mono samples at RATE. Raises NarrationError when it cannot be used."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise NarrationError(
                "the recording is too large", where=str(path), advice="keep it under 10 minutes"
            )
        with soundfile.SoundFile(path) as file:
            if not _RATES[0] <= file.samplerate <= _RATES[1] or file.channels > 8:
                raise NarrationError(
                    "the recording has an unusual format", where=str(path),
                    advice="save it as WAV, 48 kHz, mono",
                )
            frames = file.read(_MAX_SECONDS * file.samplerate, dtype="float32", always_2d=True)
            rate = file.samplerate
    except (OSError, soundfile.SoundFileError) as error:
        raise NarrationError(
            "the recording cannot be read", where=str(path), advice="save it as WAV again"
        ) from error
    return resampled(np.asarray(frames.mean(axis=1), np.float32), rate, RATE)


def resampled(samples: Samples, rate: int, wanted: int) -> Samples:
    """The samples at another rate, band-limited by cutting or extending the spectrum."""
    if rate == wanted or not len(samples):
        return samples
    count = round(len(samples) * wanted / rate)
    spectrum = np.fft.rfft(samples.astype(np.float64))
    bins = count // 2 + 1
    kept = np.zeros(bins, complex)
    shared = min(bins, len(spectrum))
    kept[:shared] = spectrum[:shared]
    return (np.fft.irfft(kept, count) * (count / len(samples))).astype(np.float32)
