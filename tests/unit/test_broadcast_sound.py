"""The stream's sound: level, pitch, seams, cuts and place in time."""

import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.live.broadcast.schedule import RATE
from kiosk.live.broadcast.sound import Doubler, Mixer
from kiosk.narration.voices.engine import RATE as TOLD


def tone(hertz: float, seconds: float, level: float = 10_000) -> NDArray[np.int16]:
    when = np.arange(int(seconds * TOLD)) / TOLD
    return np.rint(level * np.sin(2 * np.pi * hertz * when)).astype("<i2")


def silence(_frames: int) -> bytes:
    return b""


def heard(mixer: Mixer, frames: int, fps: int = 25) -> NDArray[np.float64]:
    """What comes out over so many frames; (samples, 2)."""
    parts = [mixer.mix(RATE // fps) for _ in range(frames)]
    assert {len(part) for part in parts} == {RATE // fps * 4}
    return np.frombuffer(b"".join(parts), "<i2").reshape(-1, 2).astype(float)


@pytest.mark.parametrize("fps", [25, 30])
@pytest.mark.parametrize("hertz", [100, 998, 4000, 9500])
def test_a_tone_keeps_its_pitch_and_level_and_gets_no_company(hertz: float, fps: int) -> None:
    mixer = Mixer(silence)
    mixer.speak(tone(hertz, 2.0).tobytes(), 0.0)
    told = heard(mixer, fps, fps)[RATE // 4 : RATE // 4 * 3, 0]
    window = np.hanning(len(told))
    spectrum = np.abs(np.fft.rfft(told * window)) / window.sum() * 2
    peak = int(spectrum.argmax())
    assert peak * RATE / len(told) == pytest.approx(hertz, abs=3)
    assert spectrum[peak] == pytest.approx(10_000, rel=0.02)
    rest = spectrum.copy()
    rest[max(0, peak - 6) : peak + 7] = 0
    assert rest.max() < 10_000 * 10 ** (-60 / 20), "an image of the tone, or seams"


def test_a_click_comes_when_it_is_due() -> None:
    """The narration's sample 12,000 is half a second in, whatever frames it is cut into."""
    samples = np.zeros(TOLD, "<i2")
    samples[TOLD // 2] = 20_000
    mixer = Mixer(silence)
    mixer.speak(samples.tobytes(), 0.0)
    told = heard(mixer, 25)
    assert np.abs(told[:, 0]).argmax() == RATE // 2 + Doubler.DELAY
    assert Doubler.DELAY / RATE < 0.001


def test_narration_begins_with_the_next_sample_and_from_where_it_is_told_to() -> None:
    samples = np.zeros(TOLD, "<i2")
    samples[TOLD // 2] = 20_000
    mixer = Mixer(silence)
    heard(mixer, 3)
    mixer.speak(samples.tobytes(), 0.4)
    assert np.abs(heard(mixer, 25)[:, 0]).argmax() == RATE // 10 + Doubler.DELAY


def test_both_sides_hear_the_narrator_and_each_its_side_of_the_bed() -> None:
    left = tone(500, 1.0, 1000)
    bed = np.stack([left, np.zeros_like(left)], axis=1).astype("<i2").tobytes()
    taken = [0]

    def take(frames: int) -> bytes:
        begin, taken[0] = taken[0], taken[0] + frames * 4
        return bed[begin : taken[0]]

    told = heard(Mixer(take), 20)
    assert np.abs(told[4000:-4000, 0]).max() == pytest.approx(1000, rel=0.02)
    assert np.abs(told[:, 1]).max() <= 1
    mixer = Mixer(silence)
    mixer.speak(tone(500, 1.0).tobytes(), 0.0)
    told = heard(mixer, 20)
    assert np.array_equal(told[:, 0], told[:, 1])


def test_a_bed_that_falls_short_leaves_a_gap_and_nothing_else() -> None:
    mixer = Mixer(lambda frames: tone(500, frames / TOLD / 2).repeat(2).tobytes())
    assert heard(mixer, 5).any()


def test_a_narration_that_is_cut_falls_silent_without_a_click() -> None:
    mixer = Mixer(silence)
    mixer.speak(tone(200.6, 2.0, 20_000).tobytes(), 0.0)  # cut off at its loudest
    before = heard(mixer, 10)[:, 0]
    mixer.hush()
    after = heard(mixer, 10)[:, 0]
    steps = np.abs(np.diff(np.concatenate([before, after])))
    steepest = 20_000 * 2 * np.pi * 200 / RATE
    assert steps.max() < steepest * 1.3
    assert np.abs(after[RATE // 50 :]).max() <= 1, "silent 20 ms later"


def test_another_narration_takes_over_at_once() -> None:
    mixer = Mixer(silence)
    mixer.speak(tone(200, 2.0).tobytes(), 0.0)
    heard(mixer, 5)
    mixer.speak(tone(3000, 2.0).tobytes(), 0.0)
    told = heard(mixer, 10)[RATE // 20 :, 0]
    spectrum = np.abs(np.fft.rfft(told))
    assert spectrum.argmax() * RATE / len(told) == pytest.approx(3000, abs=10)


def test_too_much_is_cut_off_and_does_not_turn_round() -> None:
    mixer = Mixer(lambda frames: np.full(frames * 2, 30_000, "<i2").tobytes())
    mixer.speak(np.full(TOLD, 30_000, "<i2").tobytes(), 0.0)
    told = heard(mixer, 10)
    told = told[RATE // 100 :]  # past the step at its beginning
    assert told.min() == told.max() == 32767
