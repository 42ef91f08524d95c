"""What coarticulation promises: lips shut, round ahead, spare the jaw, rest and do not jerk."""

import numpy as np
import pytest

from kiosk.narration.track import Phoneme, Track
from kiosk.presenter.lips.coarticulation import AFTERWARDS, OPENING, RATE
from kiosk.presenter.lips.moments import falls_silent
from kiosk.presenter.lips.shapes import INDEX, Weights, opening
from kiosk.presenter.lips.track import lips_of

TOUCH = 0.02
STEP = 0.075


def said(
    text: str, language: str = "es", *, start: float = 0.5, step: float = STEP, stress: int = 0
) -> Track:
    """A track of sounds parted by blanks; "_" is half a second of pause, ":" doubles a sound."""
    sounds: list[Phoneme] = []
    time = start
    for one in text.split():
        if one == "_":
            time += 0.5
            continue
        length = step * (2 if one.endswith(":") else 1)
        sounds.append(Phoneme(one.rstrip(":"), time, time + length, stress))
        time += length
    return Track("0" * 20, language, "system:x", time + 0.6, tuple(sounds))


def weights(track: Track) -> Weights:
    return lips_of(track).weights()


def channel(track: Track, name: str, start: float, end: float) -> Weights:
    """A channel's samples between two moments, in seconds."""
    part = weights(track)[round(start * RATE) : round(end * RATE) + 1, INDEX[name]]
    assert len(part)
    return np.asarray(part)


def reach(track: Track, ipa: str) -> tuple[float, float]:
    """When the only phoneme of that name is."""
    (one,) = (one for one in track.phonemes if one.ipa == ipa)
    return one.start, one.end


@pytest.mark.parametrize("bilabial", ["p", "b", "m", "pʰ"])
@pytest.mark.parametrize("vowel", ["a", "i", "o", "u"])
@pytest.mark.parametrize("length", [0.02, 0.05, 0.1])
@pytest.mark.parametrize("shift", [0.0, 0.004, 0.008, 0.012])
def test_bilabials_close_whatever_is_beside_them(
    bilabial: str, vowel: str, length: float, shift: float
) -> None:
    at = 0.7 + shift
    row = (Phoneme(vowel, 0.5, at, 1), Phoneme(bilabial, at, at + length),
           Phoneme(vowel, at + length, 1.0, 1))  # fmt: skip
    moved = weights(Track("0" * 20, "en", "system:x", 2.0, row))
    wide = opening(moved)
    near = slice(round((at - 0.04) * RATE), round((at + length + 0.02) * RATE) + 1)
    assert (wide[near] <= TOUCH).sum() >= 2
    assert (moved[near, INDEX["mouthPress"]] >= 0.59).sum() >= 2
    assert wide.max() > 0.1


def test_a_short_vowel_between_two_bilabials_is_seen() -> None:
    track = said("a: m i m a:", step=0.06)
    start, end = reach(track, "i")
    assert opening(weights(track))[round(start * RATE) : round(end * RATE) + 1].max() > 0.08


def test_lips_that_only_come_near_do_not_touch() -> None:
    track = said("a: β a:")
    start, end = reach(track, "β")
    wide = opening(weights(track))[round((start - 0.03) * RATE) : round(end * RATE) + 1]
    assert TOUCH < wide.min() < 0.5 * opening(weights(track)).max()


@pytest.mark.parametrize("sound", ["f", "v"])
def test_the_lip_stays_at_the_teeth(sound: str) -> None:
    track = said(f"a: {sound} a:")
    start, end = reach(track, sound)
    assert channel(track, "mouthRollLower", start - 0.02, end - 0.02).max() > 0.45
    assert channel(track, "jawOpen", start - 0.01, end - 0.03).min() < 0.12


@pytest.mark.parametrize(
    "text", ["a: ʂ u:", "a: ʈ͡ʂ w a ŋ", "a: ɕ y:"], ids=["shu", "zhuang", "xu"]
)
def test_rounding_begins_on_the_initial(text: str) -> None:
    track = said(text, "zh-CN")
    initial = track.phonemes[1]
    plain = said(text.replace("u:", "i:").replace("w", "j").replace("y:", "i:"), "zh-CN")
    rounded = channel(track, "mouthPucker", initial.start, initial.end)
    spread = channel(plain, "mouthPucker", initial.start, initial.end)
    assert rounded.max() > spread.max() + 0.2
    first = int(np.argmax(weights(track)[:, INDEX["mouthPucker"]] > 0.05)) / RATE
    assert initial.start - 0.17 < first < initial.end


def test_rounding_comes_at_most_150_ms_ahead() -> None:
    track = said("a: a: t u:")
    start, _ = reach(track, "u")
    assert channel(track, "mouthPucker", 0.4, start - 0.19).max() == 0
    assert channel(track, "mouthPucker", start - 0.12, start - 0.06).max() > 0.1


@pytest.mark.parametrize("sound", ["s", "ʃ", "t͡ʃ", "z"])
def test_sibilants_cap_the_jaw(sound: str) -> None:
    track = said(f"a: {sound} a:", stress=1)
    start, end = reach(track, sound)
    assert weights(track)[:, INDEX["jawOpen"]].max() > 0.35
    assert channel(track, "jawOpen", start, end - 0.02).max() <= 0.10


def test_short_obstruents_leave_the_jaw_to_their_neighbours() -> None:
    short, long = said("a: t a:", step=0.07), said("a: t a:", step=0.14)
    middles = []
    for track in (short, long):
        start, end = reach(track, "t")
        peak = weights(track)[:, INDEX["jawOpen"]].max()
        middles.append(float(channel(track, "jawOpen", start, end - 0.02).min() / peak))
    assert middles[0] > 0.75
    assert middles[1] < 0.40


def test_stress_opens_more_and_weak_vowels_less() -> None:
    jaws = [weights(said("t a: t", stress=stress))[:, INDEX["jawOpen"]].max() for stress in (0, 1)]
    assert 1.15 < jaws[1] / jaws[0] < 1.5
    weak, full = (
        weights(said("t a: t", "zh-CN", stress=tone))[:, INDEX["jawOpen"]].max() for tone in (5, 1)
    )
    assert weak < 0.9 * full


def test_the_mouth_relaxes_before_a_pause() -> None:
    track = said("a: l a: l a: l a: _ a:", stress=1)
    jaw = weights(track)[:, INDEX["jawOpen"]]
    last = track.phonemes[6]
    assert jaw[: round(last.start * RATE)].max() > 1.08 * jaw[round(last.start * RATE) :][:12].max()


@pytest.mark.parametrize("ending", ["a:", "m", "u:", "s", "f", "aɪ"])
def test_in_silence_the_mouth_is_exactly_at_rest(ending: str) -> None:
    track = said(f"l a: {ending} _ u: {ending}", "en")
    all_weights = weights(track)
    times = np.arange(len(all_weights)) / RATE
    last = falls_silent(track, track.phonemes[2])
    again = track.phonemes[3].start
    still = (times > last + AFTERWARDS) & (times < again - OPENING)
    assert still.sum() > 15
    assert not all_weights[still].any()
    assert not all_weights[times < 0.5 - OPENING].any()
    end = falls_silent(track, track.phonemes[-1])
    assert not all_weights[times > end + AFTERWARDS].any()


def test_movement_is_smooth() -> None:
    text = "p a m i β u: f a s t o: m b a ʃ w a r p i: l u m: a z ɔ p"
    for step in (0.05, 0.075, 0.1):
        moved = weights(said(text, "en", step=step, stress=1))
        assert np.abs(np.diff(moved, axis=0)).max() < 0.40  # a sample
        assert np.abs(np.diff(moved, 2, axis=0)).max() < 0.60
        jaw = moved[:, INDEX["jawOpen"]]
        turns = np.sign(np.diff(jaw)[np.abs(np.diff(jaw)) > 0.02])
        assert (np.diff(turns) != 0).sum() <= len(text.split())  # no trembling
