"""Blinks: how they look, how many there are, and where they fall."""

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from kiosk.narration.track import Track, read_track
from kiosk.presenter.life.blink import Blink, blink_at, closure
from kiosk.presenter.life.chapter import Chapter
from kiosk.presenter.life.life import Life
from kiosk.presenter.life.phrases import phrases_of
from kiosk.presenter.life.told import Told

WINERIES = Path(__file__).resolve().parents[2] / "content" / "wineries"
SHIPPED = [read_track(path) for path in sorted(WINERIES.glob("*/narration/*.json"))]
LANGUAGES = sorted({track.language for track in SHIPPED})


def told(language: str) -> list[tuple[Track, Told]]:
    """Plans of all that is shipped in a language, each told three times."""
    return [
        (track, Told(track, Random(f"{seed}/{track.key}")))
        for track in SHIPPED
        if track.language == language
        for seed in range(3)
    ]


def begun(life: Life, until: float, step: float = 0.01) -> list[float]:
    """When the lids pass halfway down, sampling a life in which nothing else happens."""
    times, before = [], 0.0
    for index in range(round(until / step)):
        lids = life.sample(index * step, None).shapes.get("eyeBlinkLeft", 0.0)
        if before < 0.5 <= lids:
            times.append(index * step)
        before = lids
    return times


@pytest.mark.parametrize("slow", [False, True])
def test_lids_close_faster_than_they_open(slow: bool) -> None:
    for seed in range(50):
        one = blink_at(3.0, Random(seed), slow)
        if not slow:
            assert 0.075 <= one.close <= 0.09
            assert 0.15 <= one.open <= 0.2
        assert one.open > 1.5 * one.close
        assert closure(one, 0.0) == closure(one, one.length) == closure(one, -1.0) == 0.0
        assert closure(one, one.close + one.shut / 2) == one.depth > 0.9


def test_lids_open_swiftly_first_and_slowly_at_last() -> None:
    one = Blink(0.0, 0.08, 0.02, 0.18, 1.0)
    early, late = 0.1 + 0.18 / 3, 0.1 + 0.18 * 2 / 3
    assert closure(one, early) < 0.65
    assert closure(one, late) < 0.15
    steps = [closure(one, index / 10_000) for index in range(2_900)]
    assert max(abs(b - a) for a, b in pairwise(steps)) < 25e-4, "no jump"


@pytest.mark.parametrize("language", LANGUAGES)
def test_telling_blinks_15_to_20_times_a_minute(language: str) -> None:
    plans = told(language)
    minutes = sum(track.duration for track, _ in plans) / 60
    assert 15 <= sum(len(plan.blinks) for _, plan in plans) / minutes <= 20


def test_silence_blinks_less_than_speech_and_listening_least() -> None:
    chapters = [Chapter(3, number) for number in range(3 * 180)]  # three hours
    quiet = sum(len(chapter.quiet.blinks) for chapter in chapters) / 180
    listening = sum(len(chapter.listening.blinks) for chapter in chapters) / 180
    assert 12 <= quiet <= 17
    assert 6 <= listening <= 11


def test_what_is_planned_is_what_is_seen() -> None:
    life = Life(5)
    planned = sum(len(Chapter(5, number).quiet.blinks) for number in range(15))
    assert len(begun(life, 300.0)) == planned


def test_none_within_400_ms_but_a_few_doubles() -> None:
    rows = [plan.blinks for language in LANGUAGES for _, plan in told(language)]
    for number in range(500):
        chapter = Chapter(9, number)
        rows += [chapter.quiet.blinks, chapter.listening.blinks]
    doubles = whole = 0
    for row in rows:
        whole += len(row)
        for one, after in pairwise(row):
            apart = after.start - one.start
            assert after.start >= one.start + one.length, "the first has ended"
            doubles += apart < 0.65
        triples = [c.start - a.start for a, c in zip(row, row[2:], strict=False)]
        assert all(apart > 0.65 for apart in triples)
    assert 0.02 < doubles / whole < 0.12


@pytest.mark.parametrize("language", LANGUAGES)
def test_blinks_fall_on_the_ends_of_phrases(language: str) -> None:
    near = whole = 0
    covered = seconds = 0.0
    for track, plan in told(language):
        ends = [phrase.end for phrase in phrases_of(track)]
        near += sum(any(-0.05 <= one.start - end <= 0.15 for end in ends) for one in plan.blinks)
        whole += len(plan.blinks)
        covered += 0.2 * len(ends)
        seconds += track.duration
    assert near / whole > 4 * covered / seconds, "than by chance"


def test_large_glances_blink_more_often_than_small_ones() -> None:
    def share(degrees: float) -> float:
        return sum(_blinks_with(Life(seed), degrees) for seed in range(60)) / 60

    assert share(30.0) > 0.6
    assert share(30.0) > share(3.0) + 0.2


def _blinks_with(life: Life, degrees: float) -> bool:
    life.glance(degrees, 0.0, 4.0)
    return any(
        life.sample(4.2 + index / 100, None).shapes.get("eyeBlinkLeft", 0.0) > 0.5
        for index in range(15)
    )


def test_a_cut_in_mid_blink_finishes_the_blink() -> None:
    track = next(track for track in SHIPPED if track.language == "es")
    life, cut = Life(2), Life(2)
    for one in (life, cut):
        one.tell(track, 0.0)
    times = [index / 200 for index in range(round(track.duration * 200))]
    lids = [life.sample(time, time).shapes.get("eyeBlinkLeft", 0.0) for time in times]
    middle = next(time for time, value in zip(times, lids, strict=True) if value > 0.5)
    cut.sample(middle, middle)
    cut.hush(middle)
    after = [cut.sample(middle + index / 200, None).shapes.get("eyeBlinkLeft", 0.0)
             for index in range(120)]  # fmt: skip
    assert max(after[:20]) > 0.9
    assert min(after[60:80]) < 0.1
    assert sum(a < 0.5 <= b for a, b in pairwise(after)) == 0, "and none follows at once"
