"""Beds as they are read: one level, one round, no seam; nothing that is too long or no sound."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from kiosk.narration.sound import levels
from kiosk.narration.sound.loop import SEAM, Stereo, at_level, looped, read_bed, read_stereo
from kiosk.narration.sound.loudness import _weighted_power, integrated, k_weighted
from kiosk.narration.voices.engine import RATE


def noise(seconds: float, seed: int = 1) -> Stereo:
    """Dull noise in both channels."""
    rough = np.random.default_rng(seed).standard_normal((round(seconds * RATE) + 63, 2))
    smooth = [np.convolve(side, np.hanning(64), mode="valid") for side in rough.T]
    return np.stack(smooth, axis=1).astype(np.float32) * 0.02


def rms(samples: NDArray[np.float32]) -> float:
    """Level, linear."""
    return float(np.sqrt(np.mean(samples.astype(np.float64) ** 2)))


def test_sound_that_was_made_round_comes_back_as_it_was() -> None:
    once = noise(4.0)
    seam = int(SEAM * RATE)
    told = looped(np.concatenate([once, once[:seam]]))
    assert np.allclose(told, once, atol=1e-6)


def test_any_other_sound_is_faded_without_a_jump_or_a_dip() -> None:
    told = looped(noise(6.0))
    seam = int(SEAM * RATE)
    assert len(told) == 5 * RATE
    inside = np.abs(np.diff(told, axis=0)).max()
    assert np.abs(told[0] - told[-1]).max() <= inside
    middle = told[seam // 4 : 3 * seam // 4]
    assert 20 * np.log10(rms(middle) / rms(told[seam:])) == pytest.approx(0.0, abs=0.7)


def test_mono_counts_as_loud_as_the_same_on_both_sides() -> None:
    one = noise(3.0)[:, 0]
    assert integrated(np.stack([one, one], axis=1), RATE) == pytest.approx(integrated(one, RATE))


def test_every_bed_comes_to_one_level() -> None:
    for gain in (0.3, 1.0, 8.0):
        assert integrated(at_level(noise(5.0) * np.float32(gain)), RATE) == pytest.approx(
            levels.BED, abs=0.1
        )


def test_near_silence_stays_quiet_and_nothing_is_clipped() -> None:
    assert integrated(at_level(noise(5.0) * np.float32(1e-3)), RATE) < levels.BED - 20
    clicks = np.zeros((5 * RATE, 2), np.float32)
    clicks[::RATE] = 0.9
    assert np.abs(at_level(clicks)).max() <= 1.0
    silence = np.zeros((5 * RATE, 2), np.float32)
    assert not at_level(silence).any()


@pytest.mark.parametrize(("rate", "channels"), [(24_000, 2), (44_100, 1), (48_000, 2)])
def test_files_of_other_rates_are_read(tmp_path: Path, rate: int, channels: int) -> None:
    times = np.arange(rate * 4) / rate
    wave = 0.2 * np.sin(2 * np.pi * 440 * times)
    path = tmp_path / "bed.wav"
    soundfile.write(path, np.stack([wave] * channels, axis=1), rate)
    told = read_stereo(path, 10)
    assert told.shape == (4 * RATE, 2)
    spectrum = np.abs(np.fft.rfft(told[:, 1]))
    assert np.argmax(spectrum) / 4 == pytest.approx(440, abs=0.5)
    assert read_bed(path, 10).shape == (round((4 - SEAM) * RATE), 2)


def test_what_cannot_be_a_bed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bed.wav"
    with pytest.raises((OSError, RuntimeError)):
        read_bed(path, 10)
    path.write_bytes(b"RIFF1234WAVEjunk")
    with pytest.raises(RuntimeError):
        read_bed(path, 10)
    soundfile.write(path, np.zeros((RATE * 11, 2)), RATE)
    with pytest.raises(ValueError, match="at most 10 s"):
        read_bed(path, 10)
    soundfile.write(path, np.zeros((RATE * 2, 2)), RATE)
    with pytest.raises(ValueError, match="too short"):
        read_bed(path, 10)
    soundfile.write(path, np.zeros((RATE * 4, 6)), RATE)
    with pytest.raises(ValueError, match="stereo"):
        read_bed(path, 10)


def test_long_sound_measures_the_same_as_if_it_were_filtered_whole() -> None:
    sound = noise(21.0)
    sound[9 * RATE : 12 * RATE] *= 6
    whole = np.mean([k_weighted(side, RATE) ** 2 for side in sound.T])
    # Without gates the mean power is the loudness; nothing in this noise is gated.
    pieces = np.mean([_weighted_power(side, RATE) for side in sound.T])
    assert 10 * np.log10(pieces / whole) == pytest.approx(0.0, abs=1e-4)
