"""Gaze: with the visitor, fast when it moves, back soon; lids and head go along."""

import math
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.narration.track import read_track
from kiosk.presenter.life.gaze import lids, saccade_seconds
from kiosk.presenter.life.life import Life
from kiosk.presenter.life.motion import Motion

WINERIES = Path(__file__).resolve().parents[2] / "content" / "wineries"
VISITOR = 1.8  # degrees around the camera that are still the visitor's face


def away(motion: Motion) -> bool:
    return math.hypot(*motion.gaze) > VISITOR


@pytest.mark.parametrize(("degrees", "ms"), [(0.3, 21.7), (5, 32), (10, 43), (20, 65)])
def test_saccades_keep_to_the_main_sequence(degrees: float, ms: float) -> None:
    assert 1000 * saccade_seconds(degrees) == pytest.approx(ms, abs=0.1)


@pytest.mark.parametrize("degrees", [-30.0, -12.0, 8.0, 20.0])
def test_a_glance_looks_at_the_picture_and_comes_back(degrees: float) -> None:
    life = Life(4)
    life.glance(degrees, 2.0, 100.0)
    rows = [(index / 1000, life.sample(100.0 + index / 1000, None)) for index in range(3000)]
    there = [time for time, motion in rows if abs(motion.gaze[0] - degrees) < 0.02]
    assert 0.2 < there[0] < 0.32, "after a reaction time and the saccade"
    assert 0.8 < there[-1] - there[0] < 1.2
    moving = [time for time, motion in rows[:600]
              if abs(motion.gaze[0] / degrees) > 0.02 and abs(motion.gaze[0] - degrees) > 0.02
              and time > 0.2]  # fmt: skip
    took = moving[-1] - moving[0]
    assert 0.5 < took / saccade_seconds(abs(degrees)) <= 1.0
    assert not any(away(motion) for time, motion in rows if time > 1.5)


def test_the_head_follows_late_and_partly() -> None:
    life, still = Life(4), Life(4)
    life.glance(20.0, 0.0, 100.0)
    turns = [
        life.sample(100.0 + index / 100, None).head[0]
        - still.sample(100.0 + index / 100, None).head[0]
        for index in range(400)
    ]
    assert max(map(abs, turns[:31])) < 0.1, "the eyes are there first"
    assert 3.0 < max(turns) < 8.0
    assert 0.5 < turns.index(max(turns)) / 100 < 1.4
    assert abs(turns[-1]) < 0.1


def test_the_widest_glance_is_bounded() -> None:
    life = Life(1)
    life.glance(400.0, -90.0, 0.0)
    assert life.sample(0.8, None).gaze == pytest.approx((35.0, -20.0), abs=0.01)


@pytest.mark.parametrize("language", ["es", "zh-CN"])
def test_she_mostly_looks_at_the_visitor(language: str) -> None:
    tracks = [read_track(path) for path in sorted(WINERIES.glob("*/narration/*.json"))]
    track = next(one for one in tracks if one.language == language)
    with_visitor = whole = longest = gone = left = 0
    for seed in range(20):
        life = Life(seed)
        life.tell(track, 0.0)
        row = [away(life.sample(time / 25, time / 25)) for time in range(int(track.duration * 25))]
        whole += len(row)
        with_visitor += row.count(False)
        left += any(row)
        for one in row:
            gone = gone + 1 if one else 0
            longest = max(longest, gone)
    assert 0.85 < with_visitor / whole < 0.99
    assert left > 5, "but not all the time"
    assert longest / 25 < 1.3


def test_in_silence_she_looks_about_now_and_then() -> None:
    life = Life(11)
    row = [away(life.sample(time / 20, None)) for time in range(20 * 600)]
    looks = sum(b and not a for a, b in pairwise(row))
    assert 15 <= looks <= 30
    assert row.count(True) / len(row) < 0.08


def test_listening_she_does_not_look_away() -> None:
    life = Life(11)
    life.listen(True, 0.0)
    assert not any(away(life.sample(1 + time / 20, None)) for time in range(20 * 300))


def test_greeting_and_scene_changes_end_a_look_aside() -> None:
    life = Life(11)
    start = next(time / 50 for time in range(50 * 300) if away(life.sample(time / 50, None)))
    called = Life(11)
    called.greet(start + 0.1)
    assert not any(away(called.sample(start + 0.2 + time / 50, None)) for time in range(130))
    glancing = Life(11)
    glancing.glance(20.0, 0.0, start + 0.1)
    assert not away(glancing.sample(start + 0.2, None)), "before the eyes go to the picture"


def test_eyes_stay_on_the_visitor_while_the_head_moves() -> None:
    track = read_track(sorted(WINERIES.glob("*/narration/*.json"))[0])
    life = Life(3)
    life.tell(track, 0.0)
    nods = []
    for index in range(int(track.duration * 50)):
        motion = life.sample(index / 50, index / 50)
        assert motion.eyes[0] + motion.head[0] == pytest.approx(motion.gaze[0])
        assert motion.eyes[1] + motion.head[1] == pytest.approx(motion.gaze[1])
        nods.append(motion.head[1])
    assert max(nods) - min(nods) > 2.0, "or there is nothing to make up for"


def test_small_movements_never_stop() -> None:
    life = Life(8)
    places = [life.sample(30 + index / 500, None).gaze for index in range(500 * 8)]
    moves = sum(a == b and b != c for a, b, c in zip(places, places[1:], places[2:], strict=False))
    assert 6 <= moves <= 18, "one or two a second"


def test_lids_follow_the_eyes() -> None:
    assert lids(0.0) == (0.0, 0.0)
    sunk, lifted = lids(-12.0)
    assert 0.2 < sunk < 0.35
    assert lifted == 0.0
    assert lids(8.0)[1] > lids(4.0)[1] > 0.0
    life = Life(6)
    life.glance(0.0, -15.0, 50.0)
    assert life.sample(50.9, None).shapes["eyeBlinkLeft"] > 0.2
