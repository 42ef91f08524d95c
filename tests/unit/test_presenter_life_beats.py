"""Nods, brows, breath and smiles go with the words of what is shipped."""

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from kiosk.narration.track import Cue, Phoneme, Track, Word, read_track
from kiosk.presenter.life.beats import APART
from kiosk.presenter.life.breath import told_breath
from kiosk.presenter.life.life import Life
from kiosk.presenter.life.phrases import phrases_of
from kiosk.presenter.life.told import Told

WINERIES = Path(__file__).resolve().parents[2] / "content" / "wineries"
SHIPPED = [read_track(path) for path in sorted(WINERIES.glob("*/narration/*.json"))]
LANGUAGES = sorted({track.language for track in SHIPPED})


def some(language: str, count: int = 12) -> list[Track]:
    return [track for track in SHIPPED if track.language == language][:count]


def bears(track: Track, time: float) -> bool:
    """Whether the middle of a stressed vowel, in Mandarin of a toned one, is there.

    A phrase of one unstressed word, as French has some, is borne by any of its vowels.
    """
    (phrase,) = (one for one in phrases_of(track) if one.start <= time <= one.end)
    sounds = [one for one in track.phonemes if phrase.start <= one.start < phrase.end]
    (vowel,) = (one for one in sounds if abs((one.start + one.end) / 2 - time) < 1e-6)
    if track.language == "zh-CN":
        return 0 < vowel.stress < 5
    return vowel.stress == 1 or (
        all(one.stress != 1 for one in sounds) and vowel.ipa[0] in "aeiouyøœɛɔəɑæ"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nods_are_deepest_in_the_middle_of_a_stressed_vowel(language: str) -> None:
    nods = 0
    for track in some(language):
        beats = Told(track, Random(track.key)).beats
        for beat in beats.beats:
            assert bears(track, beat.time)
            if not beat.nod:
                continue
            nods += 1
            around = [beats.nod.at(beat.time + step / 100) for step in range(-40, 41)]
            assert min(around) == around[40] == -beat.nod
            assert max(around[:30]) > 0.2 * beat.nod, "the head rises before"
            assert max(around[41:]) <= 0.0
        apart = [b.time - a.time for a, b in pairwise(beats.beats)]
        assert all(APART <= one <= 5.0 for one in apart), "neither a toy nor a statue"
    assert nods


@pytest.mark.parametrize("language", LANGUAGES)
def test_she_nods_on_some_stresses_not_on_all(language: str) -> None:
    """Over all that ships: twelve scenes alone are two minutes, too few for a rate."""
    told = some(language, len(SHIPPED))
    nods = sum(
        1 for track in told for beat in Told(track, Random(track.key)).beats.beats if beat.nod
    )
    assert 15 < 60 * nods / sum(track.duration for track in told) < 25, "a minute"


@pytest.mark.parametrize("language", LANGUAGES)
def test_brows_are_up_on_the_vowel(language: str) -> None:
    raised = 0
    for track in some(language):
        beats = Told(track, Random(track.key)).beats
        for beat in beats.beats:
            if beat.brow:
                raised += 1
                assert beats.brow.at(beat.time) == pytest.approx(beat.brow)
                assert beats.brow.at(beat.time - 0.33) == 0.0
    assert raised


def test_the_most_prominent_words_are_chosen_most() -> None:
    strongest = [0, 0]
    other = [0, 0]
    for track in SHIPPED:
        beats = {beat.time for beat in Told(track, Random(track.key)).beats.beats}
        for phrase in phrases_of(track):
            heaviest = max((one.weight for one in phrase.accents), default=0.0)
            for accent in phrase.accents:
                tally = strongest if accent.weight == heaviest else other
                tally[0] += accent.time in beats
                tally[1] += 1
    assert strongest[0] / strongest[1] > 6 * other[0] / other[1]


def test_beats_follow_the_sound_not_the_clock() -> None:
    track = some("es")[1]
    prompt, late = Life(3), Life(3)
    for life in (prompt, late):
        life.tell(track, 50.0)

    def brows(life: Life, lag: float) -> list[float]:
        row = []
        for index in range(int(track.duration * 100)):
            position = index / 100
            motion = life.sample(50.0 + lag + position, position)
            row.append(motion.shapes.get("browInnerUp", 0.0))
        return row

    first, second = brows(prompt, 0.0), brows(late, 0.4)
    assert max(first) > 0.1
    assert first[150:] == pytest.approx(second[150:], abs=0.01)


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_cover_all_words_and_end_with_the_captions(language: str) -> None:
    for track in some(language):
        phrases = phrases_of(track)
        assert phrases[0].start == track.words[0].start
        assert phrases[-1].end == track.words[-1].end
        assert phrases[0].opens
        assert phrases[-1].closes
        assert all(b.opens == a.closes for a, b in pairwise(phrases))
        ends = {phrase.end for phrase in phrases if phrase.closes}
        for cue in track.cues:
            if cue.text[-1] in ".。?？!！":
                last = [word for word in track.words if word.first < cue.last][-1]
                assert last.end in ends


def test_a_track_without_stress_words_or_sounds_is_told_all_the_same() -> None:
    sounds = (Phoneme("m", 0.2, 0.3), Phoneme("a", 0.3, 0.5), Phoneme("a", 0.8, 1.2))
    words = (Word("ma", 0.2, 0.5, 0, 2), Word("a", 0.8, 1.2, 4, 5))
    cue = (Cue("ma, a", 0.1, 1.3, 0, 5),)
    assert len(phrases_of(Track("k", "es", "v", 1.5, sounds, words, cue))) == 2
    assert len(phrases_of(Track("k", "es", "v", 1.5, sounds))) == 2
    assert [len(one.accents) for one in phrases_of(Track("k", "es", "v", 1.5, sounds, words))] == [
        1, 1,
    ]  # fmt: skip
    empty = Track("k", "es", "v", 1.5)
    assert phrases_of(empty) == []
    life = Life(1)
    life.tell(empty, 0.0)
    for index in range(300):
        life.sample(index / 100, index / 100)


@pytest.mark.parametrize("language", LANGUAGES)
def test_breath_goes_in_before_speech_and_through_pauses_only(language: str) -> None:
    breaths = seconds = 0.0
    # A breath begins every telling: in a short answer that says nothing of the breaths a minute.
    for track in (one for one in some(language, len(SHIPPED)) if one.duration > 12):
        phrases = phrases_of(track)
        curve = told_breath(phrases, track.duration)
        row = [curve.at(index / 100) for index in range(int(track.duration * 100))]
        assert all(0.1 <= value <= 0.96 for value in row)
        rising = [index / 100 for index, (a, b) in enumerate(pairwise(row)) if b > a + 1e-4]
        for time in rising:
            speaking = any(one.start + 0.3 < time < one.end - 0.36 for one in phrases)
            assert not speaking, f"{track.key} breathes in at {time}"
        breaths += 1 + sum(b - a > 0.05 for a, b in pairwise(rising))
        seconds += track.duration
    assert 12 <= 60 * breaths / seconds <= 16.5


def test_quiet_breath_is_12_to_16_a_minute() -> None:
    life = Life(2)
    row = [life.sample(index / 20, None).breath for index in range(20 * 600)]
    full = sum(a < b >= c and b > 0.3 for a, b, c in zip(row, row[1:], row[2:], strict=False))
    assert 120 <= full <= 160
    assert max(row) - min(row) > 0.3


def test_she_smiles_in_the_pauses_between_sentences_only() -> None:
    for track in some("es"):
        smile = Told(track, Random(1)).beats.smile
        ends = [phrase.end for phrase in phrases_of(track) if phrase.closes]
        for index in range(int(track.duration * 50)):
            if smile.at(index / 50) > 0.01:
                assert any(-0.1 < index / 50 - end < 1.0 for end in ends)
        assert smile.at(ends[-1] + 0.3) > 0.05
