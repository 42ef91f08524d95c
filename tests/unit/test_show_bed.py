"""The bed's gains over time, and the samples made of them, on a clock that stands still."""

import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.narration.sound import levels
from kiosk.narration.voices.engine import RATE
from kiosk.show.bed import ATTACK, CROSS, DUCKED, PAUSE, RELEASE, REST, BedMix
from kiosk.show.bed_blocks import BedBlocks
from tests.fakes import FakeClock


def under_speech(gain: float) -> float:
    """What a gain makes of a bed: LU against speech."""
    return levels.BED + 20 * float(np.log10(gain)) - levels.SPEECH


def playing(bed: str = "a") -> tuple[BedMix, FakeClock]:
    """A bed that has come up, at rest."""
    clock, mix = FakeClock(), BedMix()
    mix.play(bed, clock.monotonic())
    clock.wait(CROSS)
    return mix, clock


def test_at_rest_the_bed_lies_well_under_speech_and_under_speech_further_down() -> None:
    mix, clock = playing()
    assert under_speech(mix.gains(clock.monotonic())["a"]) == pytest.approx(REST)
    assert -22 <= REST <= -18
    mix.speak(clock.monotonic() + 0.9)
    clock.wait(0.9)
    assert under_speech(mix.gains(clock.monotonic())["a"]) == pytest.approx(DUCKED)
    assert DUCKED <= REST - 8


def test_it_is_down_when_the_first_word_comes_and_not_before_it_needs_to_be() -> None:
    mix, clock = playing()
    mix.speak(clock.monotonic() + 1.0)
    clock.wait(1.0 - ATTACK)
    assert under_speech(mix.gains(clock.monotonic())["a"]) == pytest.approx(REST)
    clock.wait(ATTACK / 2)
    assert DUCKED < under_speech(mix.gains(clock.monotonic())["a"]) < REST
    clock.wait(ATTACK / 2)
    assert under_speech(mix.gains(clock.monotonic())["a"]) == pytest.approx(DUCKED)


def test_it_rises_slowly_when_nobody_speaks_any_more() -> None:
    mix, clock = playing()
    mix.speak(clock.monotonic())
    mix.gains(clock.monotonic())
    clock.wait(5.0)
    mix.hush(clock.monotonic())
    told = []
    for _ in range(11):
        told.append(under_speech(mix.gains(clock.monotonic())["a"]))
        clock.wait(RELEASE / 10)
    assert told == sorted(told)
    assert [told[0], told[-1]] == pytest.approx([DUCKED, REST])
    assert max(np.diff(told)) < 2.0  # dB in a tenth of a second: nobody hears it pump


def test_speech_that_is_called_off_leaves_the_bed_as_it_is() -> None:
    mix, clock = playing()
    mix.speak(clock.monotonic() + 1.0)
    mix.hush(clock.monotonic())
    clock.wait(2.0)
    assert under_speech(mix.gains(clock.monotonic())["a"]) == pytest.approx(REST)


def test_speech_told_too_late_does_not_make_the_level_jump() -> None:
    mix, clock = playing()
    before = mix.gains(clock.monotonic())["a"]
    mix.speak(clock.monotonic())
    clock.wait(0.02)
    step = mix.gains(clock.monotonic())["a"]
    assert abs(20 * np.log10(step / before)) < 1.0
    clock.wait(ATTACK)
    assert under_speech(mix.gains(clock.monotonic())["a"]) == pytest.approx(DUCKED)


def test_wineries_cross_over_at_equal_power_and_the_one_that_left_is_gone() -> None:
    mix, clock = playing("a")
    rest = mix.gains(clock.monotonic())["a"]
    mix.play("b", clock.monotonic())
    for _ in range(9):
        clock.wait(CROSS / 10)
        gains = mix.gains(clock.monotonic())
        assert np.hypot(gains["a"], gains["b"]) == pytest.approx(rest)
    clock.wait(CROSS / 10)
    assert set(mix.gains(clock.monotonic())) == {"b"}


def test_the_same_winery_again_goes_on_without_a_dip() -> None:
    mix, clock = playing("a")
    rest = mix.gains(clock.monotonic())
    mix.play("a", clock.monotonic())
    clock.wait(0.3)
    assert mix.gains(clock.monotonic()) == rest


def test_scenes_that_follow_each_other_fast_do_not_hold_up_the_crossing() -> None:
    mix, clock = playing("a")
    for _ in range(5):
        mix.play("b", clock.monotonic())
        clock.wait(CROSS / 5)
    assert set(mix.gains(clock.monotonic())) == {"b"}


def test_a_winery_that_comes_back_in_mid_fade_turns_round_without_a_jump() -> None:
    mix, clock = playing("a")
    mix.play("b", clock.monotonic())
    clock.wait(1.0)
    before = mix.gains(clock.monotonic())
    mix.play("a", clock.monotonic())
    assert mix.gains(clock.monotonic()) == pytest.approx(before)
    clock.wait(CROSS)
    assert set(mix.gains(clock.monotonic())) == {"a"}


def test_a_show_that_is_held_is_silent_and_comes_back() -> None:
    mix, clock = playing()
    rest = mix.gains(clock.monotonic())["a"]
    assert not mix.silent(clock.monotonic())
    mix.pause(clock.monotonic())
    clock.wait(PAUSE)
    assert mix.gains(clock.monotonic())["a"] == 0.0
    assert mix.silent(clock.monotonic())
    mix.resume(clock.monotonic())
    assert not mix.silent(clock.monotonic())
    clock.wait(PAUSE)
    assert mix.gains(clock.monotonic())["a"] == pytest.approx(rest)


@pytest.mark.parametrize(("level", "heard"), [(0.0, 0.0), (0.5, 0.5)])
def test_the_booths_own_level_counts(level: float, heard: float) -> None:
    mix, whole = BedMix(level), BedMix()
    for one in (mix, whole):
        one.play("a", 0.0)
    assert mix.gains(CROSS)["a"] == pytest.approx(heard * whole.gains(CROSS)["a"])
    assert mix.silent(CROSS) is (level == 0.0)


def test_nothing_to_play_is_silence_after_the_fade() -> None:
    mix, clock = playing()
    mix.play(None, clock.monotonic())
    assert not mix.silent(clock.monotonic())
    clock.wait(CROSS)
    assert mix.silent(clock.monotonic())


# --- samples ----------------------------------------------------------------------------------


def rendered(blocks: BedBlocks, start: float, *counts: int) -> NDArray[np.float64]:
    """The samples of one call after another, (frames, 2), as floats."""
    parts = []
    for count in counts:
        parts.append(np.frombuffer(blocks.render(start, count), "<i2").reshape(-1, 2))
        start += count / RATE
    return np.concatenate(parts).astype(float)


def tone(seconds: float, hertz: float) -> NDArray[np.float32]:
    """A whole number of waves, so that it goes round by itself; blocks do not begin at zero."""
    wave = 0.5 * np.sin(1 + 2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)
    return np.stack([wave, -wave], axis=1).astype(np.float32)


def test_however_it_is_cut_up_the_sound_is_one_curve() -> None:
    made = []
    for counts in ([48_000], [2_880] * 16 + [1_920], [100, 47_900]):
        mix, clock = playing()
        blocks = BedBlocks(mix)
        blocks.keep("a", tone(1.5, 100))
        made.append(rendered(blocks, clock.monotonic(), *counts))
    for other in made[1:]:
        # The very first block rises from nothing; how long it is depends on the cut.
        assert np.abs(other[480:] - made[0][480:]).max() <= 1
    # 100 Hz at that level rises by so much from sample to sample, at the seam of the round too.
    steepest = np.abs(made[0]).max() * 2 * np.pi * 100 / RATE
    assert np.abs(np.diff(made[0], axis=0)).max() <= steepest + 1


def test_no_change_of_gain_is_a_click() -> None:
    mix, clock = playing()
    blocks = BedBlocks(mix)
    blocks.keep("a", tone(1.0, 60))
    blocks.keep("b", tone(1.0, 60))
    now = clock.monotonic()
    sound = [rendered(blocks, now, 4_800)]
    mix.speak(now + 0.2)
    mix.play("b", now + 0.2)
    sound.append(rendered(blocks, now + 0.2, *[2_400] * 10))
    mix.hush(now + 1.2)
    mix.pause(now + 1.2)
    sound.append(rendered(blocks, now + 1.2, *[2_400] * 10))
    joined = np.concatenate(sound)
    steepest = np.abs(joined).max() * 2 * np.pi * 60 / RATE
    assert np.abs(np.diff(joined, axis=0)).max() <= steepest * 1.2 + 1
    assert np.abs(joined[-2_400:]).max() == 0


def test_beds_that_are_not_heard_leave_the_memory() -> None:
    mix, clock = playing()
    blocks = BedBlocks(mix)
    for bed in ("a", "b", "c"):
        blocks.keep(bed, tone(1.0, 50))
    blocks.render(clock.monotonic(), 480)
    mix.play("b", clock.monotonic())
    blocks.render(clock.monotonic(), 480)
    blocks.forget_silent()
    assert [blocks.has(bed) for bed in "abc"] == [True, True, False]
    clock.wait(CROSS)
    blocks.render(clock.monotonic(), 480)
    blocks.forget_silent()
    assert [blocks.has(bed) for bed in "abc"] == [False, True, False]
