"""Sound that plays beside the voice: a bed that goes round without a seam, and short sounds."""

from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from kiosk.narration.sound import levels
from kiosk.narration.sound.files import resampled
from kiosk.narration.sound.loudness import integrated
from kiosk.narration.voices.engine import RATE

SEAM = 1.0  # s: a bed's end is faded into its beginning
_MOST_GAIN = 12.0  # dB: a bed that is nearly silent is meant to be
_RATES = (8_000, 192_000)

Stereo = NDArray[np.float32]  # (frames, 2), at RATE


def read_bed(path: Path, longest: float) -> Stereo:
    """A bed, levelled, as one round of a loop.

    Args:
        path: any sound file.
        longest: seconds it may last.

    Raises:
        OSError, ValueError, RuntimeError: the file is missing, too long, too short or not audio
            (soundfile's own error is a RuntimeError).
    """
    return looped(at_level(read_stereo(path, longest)))


def read_stereo(path: Path, longest: float) -> Stereo:
    """A sound file as stereo at RATE; raises as ``read_bed`` does."""
    with soundfile.SoundFile(str(path)) as file:
        rate, channels = file.samplerate, file.channels
        if file.frames > longest * rate or channels > 2 or not _RATES[0] <= rate <= _RATES[1]:
            raise ValueError(f"{path.name} is not mono or stereo of at most {longest:.0f} s")
        samples = file.read(dtype="float32", always_2d=True)
    sides = [resampled(samples[:, side], rate, RATE) for side in (0, channels - 1)]
    return np.stack(sides, axis=1)


def at_level(samples: Stereo) -> Stereo:
    """The samples at the level of beds, without going over full scale."""
    loudness = integrated(samples, RATE)
    if not np.isfinite(loudness):
        return samples
    gain = 10 ** (min(levels.BED - loudness, _MOST_GAIN) / 20)
    peak = float(np.abs(samples).max())
    return np.asarray(samples * np.float32(min(gain, 1.0 / peak)), np.float32)


def looped(samples: Stereo) -> Stereo:
    """The samples with their last SEAM seconds faded into the first: one round, without a seam.

    The fade keeps the loudness whether end and beginning are the same music (as in beds made for
    it) or have nothing in common: both gains are divided by the level that their sum would have.
    """
    count = int(SEAM * RATE)
    if len(samples) < 3 * count:
        raise ValueError(f"a bed of {len(samples) / RATE:.1f} s is too short to go round")
    head, tail = samples[:count].astype(np.float64), samples[-count:].astype(np.float64)
    power = np.sqrt(np.mean(head**2) * np.mean(tail**2))
    alike = float(np.clip(np.mean(head * tail) / power, 0.0, 1.0)) if power > 0 else 1.0
    rising = 0.5 - 0.5 * np.cos(np.pi * np.arange(count) / count)
    falling = 1 - rising
    level = np.sqrt(rising**2 + falling**2 + 2 * alike * rising * falling)
    joined = (head * (rising / level)[:, None] + tail * (falling / level)[:, None]).astype(
        np.float32
    )
    return np.concatenate([joined, samples[count:-count]])
