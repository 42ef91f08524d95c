"""Life as a whole: the same each time, without jumps, quiet in silence, for weeks."""

import math
import pickle
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.narration.track import Track, read_track
from kiosk.presenter.life.life import Life
from kiosk.presenter.life.motion import Motion
from kiosk.presenter.life.sway import Noise

WINERIES = Path(__file__).resolve().parents[2] / "content" / "wineries"
SHIPPED = [read_track(path) for path in sorted(WINERIES.glob("*/narration/*.json"))]
SPANISH = next(track for track in SHIPPED if track.language == "es")
MANDARIN = next(track for track in SHIPPED if track.language == "zh-CN")
TRACKS = (SPANISH, MANDARIN)

# The fastest natural movement of each channel, a second: a blink's closing (1.5 / 75 ms), a
# saccade of 35 degrees, a brisk nod, shoulders, a gasp; two movements may overlap.
LIDS, BROWS, GAZE, HEAD, LEAN, BREATH = 25.0, 7.0, 1500.0, 60.0, 60.0, 6.0

Call = tuple[str, float, float]  # what, seconds since the one before, a parameter 0 to 1
CALLS = st.lists(
    st.tuples(
        st.sampled_from(("tell", "hush", "greet", "listen", "quit", "glance", "seek")),
        st.one_of(st.just(0.0), st.floats(0.0, 0.2), st.floats(0.0, 3.0)),
        st.floats(0.0, 1.0),
    ),
    max_size=8,
)
THOROUGH = settings(max_examples=40, deadline=None, database=None, derandomize=True)


class Show:
    """A life with a sequence of calls: asked in order for any moments."""

    def __init__(self, calls: list[Call], start: float, *, seed: int = 1, reduced: bool = False):
        self.life = Life(seed, reduced)
        self._origin: float | None = None
        self._calls: list[tuple[float, str, float]] = []
        at = start
        for what, wait, value in calls:
            at += wait
            self._calls.append((at, what, value))

    def at(self, now: float) -> Motion:
        while self._calls and self._calls[0][0] <= now:
            self._call(*self._calls.pop(0))
        return self.life.sample(now, None if self._origin is None else now - self._origin)

    def _call(self, at: float, what: str, value: float) -> None:
        if what == "tell":
            begins = round(value * 8, 1) if value > 0.5 else 0.0
            self.life.tell(TRACKS[value > 0.3], at, begins)
            self._origin = at - begins
        elif what == "hush":
            self.life.hush(at)
            self._origin = None
        elif what == "greet":
            self.life.greet(at)
        elif what in ("listen", "quit"):
            self.life.listen(what == "listen", at)
        elif what == "glance":
            self.life.glance(70 * value - 35, 20 - 40 * value, at)
        elif self._origin is not None:
            self._origin -= 5 * value  # the audio leaps ahead


def channels(motion: Motion) -> dict[str, tuple[float, float]]:
    """Value and fastest change a second of everything."""
    values = {f"shape {name}": (value, LIDS if name.startswith("eye") else BROWS)
              for name, value in motion.shapes.items()}  # fmt: skip
    values |= {f"gaze {axis}": (value, GAZE) for axis, value in enumerate(motion.gaze)}
    values |= {f"head {axis}": (value, HEAD) for axis, value in enumerate(motion.head)}
    values |= {f"lean {axis}": (value, LEAN) for axis, value in enumerate(motion.lean)}
    return values | {"breath": (motion.breath, BREATH)}


def check_no_jump(show: Show, start: float, seconds: float, step: float) -> None:
    before = channels(show.at(start))
    for index in range(1, round(seconds / step)):
        now = start + index * step
        after = channels(show.at(now))
        for name in before.keys() | after.keys():
            old, new = before.get(name), after.get(name)
            fastest = (old or new or (0.0, 0.0))[1]
            change = abs((new[0] if new else 0.0) - (old[0] if old else 0.0))
            assert change <= fastest * step + 1e-3, f"{name} jumps by {change:.4f} at {now}"
        before = after


@THOROUGH
@given(CALLS, st.sampled_from((0.0, 18.7, 1e6 + 0.25)))
@example([("tell", 0.0, 1.0), ("seek", 0.0, 1.0), ("seek", 0.0, 1.0)], 0.0)  # past the end
def test_nothing_jumps_whatever_is_called_when(calls: list[Call], start: float) -> None:
    show = Show([("listen", 0.1, 0.0), ("glance", 0.3, 0.9), *calls], start)
    check_no_jump(show, start, sum(call[1] for call in calls) + 1.5, 0.006)


def test_chapters_of_quiet_life_join() -> None:
    for listening in (False, True):
        life = Life(4)
        life.listen(listening, 0.0)
        for number in range(1, 100):
            sides = [flat(life.sample(20.0 * number + gap, None)) for gap in (-1e-5, 1e-5)]
            assert sides[0] == pytest.approx(sides[1], abs=2e-3)


def test_nothing_jumps_in_a_long_ordinary_show() -> None:
    calls: list[Call] = []
    for round_ in range(4):
        calls += [("glance", 0.5, 0.1), ("tell", 0.1, 0.2 * round_), ("greet", 5.0, 0.0),
                  ("tell", 4.0, 0.9), ("hush", 13.0, 0.0), ("listen", 1.0, 0.0),
                  ("quit", 17.0, 0.0)]  # fmt: skip
    check_no_jump(Show(calls, 7.0), 7.0, 165.0, 0.01)


@THOROUGH
@given(CALLS, st.lists(st.floats(0.02, 0.4), min_size=1, max_size=12), st.integers(0, 99))
def test_the_same_whatever_the_sampling(
    calls: list[Call], steps: list[float], seed: int
) -> None:
    calls = [call for call in calls if call[0] != "seek"]  # a leap is learnt from samples
    until = sum(call[1] for call in calls) + 2.0
    often = Show(calls, 40.0, seed=seed)
    seldom = Show(calls, 40.0, seed=seed)
    now, index = 40.0, 0
    while now < 40.0 + until:
        for part in range(1, 5):
            often.at(now + steps[index % len(steps)] * part / 5)
        now += steps[index % len(steps)]
        index += 1
        assert flat(often.at(now)) == pytest.approx(flat(seldom.at(now)), abs=1e-6)


def flat(motion: Motion) -> list[float]:
    names = ("eyeBlinkLeft", "eyeWideLeft", "eyeSquintRight", "browInnerUp", "browOuterUpLeft",
             "browOuterUpRight", "mouthSmileLeft", "cheekSquintRight")  # fmt: skip
    shapes = [motion.shapes.get(name, 0.0) for name in names]
    # A weight too small to matter may be left out by one of two that are equal but for 1e-16.
    shapes = [value if value > 1e-3 else 0.0 for value in shapes]
    return [*shapes, *motion.gaze, *motion.head, *motion.lean, motion.breath]


def test_seeds_differ_and_repeat() -> None:
    calls: list[Call] = [("tell", 1.0, 0.0), ("greet", 2.0, 0.0)]
    one, same, other = (Show(calls, 0.0, seed=seed) for seed in (1, 1, 2))
    rows = [[flat(show.at(index / 20)) for index in range(200)] for show in (one, same, other)]
    assert rows[0] == rows[1]
    assert rows[0] != rows[2]
    brows = [[row[3] for row in one] for one in rows]
    assert brows[0] != brows[2], "what goes with the words, too"


def test_told_again_it_is_not_the_same_again() -> None:
    life = Life(1)
    rows = []
    for at in (0.0, 100.0):
        life.tell(SPANISH, at)
        rows.append([life.sample(at + index / 50, index / 50).shapes.get("browInnerUp", 0.0)
                     for index in range(100, 600)])  # fmt: skip
        life.hush(at + 13.0)
    assert rows[0] != pytest.approx(rows[1], abs=0.05)


def test_a_clock_of_weeks_loses_no_smoothness() -> None:
    life = Life(1)
    life.tell(SPANISH, 1e6)
    row = [life.sample(1e6 + 3 + index * 1e-4, 3 + index * 1e-4).head[0] for index in range(400)]
    bends = [abs(a - 2 * b + c) for a, b, c in zip(row, row[1:], row[2:], strict=False)]
    assert max(bends) < 1e-5


def test_silence_is_quiet() -> None:
    life = Life(1)
    rows = [life.sample(index / 10, None) for index in range(10 * 1200)]
    names = {name for motion in rows for name in motion.shapes}
    assert not [name for name in names if name.startswith(("mouth", "jaw", "cheek", "browInner"))]
    for axis, most in ((0, 1.0 + 2.0), (1, 0.67 + 0.9), (2, 0.5)):  # the rest: looks, breath
        assert max(abs(motion.head[axis]) for motion in rows) <= most
    # Between looks aside, which take the head along, it moves slowly.
    slow = sorted(abs(b.head[0] - a.head[0]) * 10 for a, b in pairwise(rows))
    assert slow[len(slow) * 8 // 10] < 0.6


def test_sway_is_within_its_bounds_and_a_third_of_it_in_silence() -> None:
    noise = Noise(Random(3))
    for telling, bounds in ((True, (1.7, 1.1, 0.7, 8.5, 5.0)), (False, (1.0, 0.67, 0.5, 3.2, 1.9))):
        rows = [noise.at(index * 0.37, telling) for index in range(20_000)]
        for axis, most in enumerate(bounds):
            reached = max(abs(row[axis]) for row in rows)
            assert 0.6 * most < reached <= most or not telling
            assert reached <= most


def test_telling_moves_more_than_silence_within_bounds() -> None:
    def spread(life: Life, told: bool) -> list[float]:
        rows = [life.sample(index / 20, index / 20 if told else None).head for index in range(240)]
        return [max(row[axis] for row in rows) - min(row[axis] for row in rows) for axis in (1, 2)]

    quiet = [0.0, 0.0]
    loud = [0.0, 0.0]
    for seed in range(12):
        quiet = [a + b for a, b in zip(quiet, spread(Life(seed), False), strict=True)]
        life = Life(seed)
        life.tell(SPANISH, 0.0)
        loud = [a + b for a, b in zip(loud, spread(life, True), strict=True)]
    assert loud[0] > 2.5 * quiet[0]
    assert loud[1] > 2.0 * quiet[1]


def test_the_greeting() -> None:
    life, still = Life(1), Life(1)
    life.greet(100.0)
    rows = [(index / 100, life.sample(100 + index / 100, None)) for index in range(600)]
    brows = [motion.shapes.get("browOuterUpLeft", 0.0) for _, motion in rows]
    smile = [motion.shapes.get("mouthSmileLeft", 0.0) for _, motion in rows]
    assert max(brows) > 0.3
    assert 0.2 < rows[brows.index(max(brows))][0] < 0.6
    assert max(smile) > 0.2
    assert smile[200] > 0.2 > brows[200], "the smile outlasts the brows"
    assert any(motion.shapes.get("cheekSquintLeft", 0.0) > 0.1 for _, motion in rows)
    moved = [[a - b for a, b in zip(motion.head, still.sample(100 + time, None).head, strict=True)]
             for time, motion in rows]  # fmt: skip
    assert min(one[1] for one in moved) < -2.0, "a nod"
    assert max(abs(one[2]) for one in moved) > 1.5, "the head aside"
    last = rows[-1][1]
    assert not [name for name in last.shapes if name.startswith(("mouth", "cheek", "browOuter"))]


def test_listening_tilts_the_head_and_nods_now_and_then() -> None:
    life, still = Life(1), Life(1)
    life.listen(True, 0.0)
    rows = [life.sample(index / 20, None) for index in range(20 * 120)]
    tilts = [a.head[2] - still.sample(index / 20, None).head[2] for index, a in enumerate(rows)]
    assert all(abs(tilt) == pytest.approx(2.2, abs=0.01) for tilt in tilts[100:])
    deep = [motion.head[1] < -1.5 for motion in rows]
    nods = sum(b and not a for a, b in pairwise(deep))
    assert 6 <= nods <= 30
    life.listen(False, 120.0)
    assert "mouthSmileLeft" not in life.sample(126.0, None).shapes


def test_reduced_motion_leaves_blinks_lids_gaze_and_a_breath() -> None:
    calls: list[Call] = [("greet", 1.0, 0.0), ("glance", 4.0, 0.9), ("tell", 1.0, 0.0),
                         ("hush", 13.0, 0.0), ("listen", 1.0, 0.0)]  # fmt: skip
    show, full = Show(calls, 0.0, reduced=True), Show(calls, 0.0)
    shapes: set[str] = set()
    breaths = []
    for index in range(20 * 60):
        motion, moved = show.at(index / 20), full.at(index / 20)
        assert motion.head == (0.0, 0.0, 0.0)
        assert motion.lean == (0.0, 0.0)
        assert motion.gaze == moved.gaze
        shapes |= motion.shapes.keys()
        breaths.append(motion.breath)
    assert {"eyeBlinkLeft", "eyeBlinkRight"} <= shapes
    assert all(name.startswith(("eyeBlink", "eyeWide", "eyeSquint", "browDown"))
               for name in shapes)  # fmt: skip
    assert 0.02 < max(breaths) - min(breaths) < 0.2


def test_shapes_are_weights_of_arkit_and_never_zero() -> None:
    show = Show([("greet", 1.0, 0.0), ("tell", 2.0, 0.0), ("glance", 2.0, 0.0)], 0.0)
    pairs = "eyeBlink eyeWide eyeSquint browOuterUp browDown cheekSquint mouthSmile".split()
    known = {"browInnerUp", *(name + side for name in pairs for side in ("Left", "Right"))}
    for index in range(600):
        motion = show.at(index / 40)
        assert motion.shapes.keys() <= known
        assert all(0.0 < value <= 1.0 for value in motion.shapes.values())
        assert 0.0 <= motion.breath <= 1.0
        assert all(math.isfinite(value) for value in flat(motion))


def test_a_narration_nobody_ends_ends_by_itself() -> None:
    life, hushed = Life(1), Life(1)
    for one in (life, hushed):
        one.tell(SPANISH, 0.0)
    hushed.hush(SPANISH.duration + 1.0)
    for index in range(100):
        now = SPANISH.duration + 1.5 + index
        assert flat(life.sample(now, None)) == pytest.approx(flat(hushed.sample(now, None)))


def test_an_end_that_no_sample_saw_is_the_same_end() -> None:
    seen, unseen = Life(1), Life(1)
    for one in (seen, unseen):
        one.tell(SPANISH, 0.0)
    for index in range(400):
        seen.sample(index / 20, None)
    for one in (seen, unseen):
        one.greet(20.0)
    for index in range(400):
        now = 20.0 + index / 20
        assert flat(seen.sample(now, None)) == pytest.approx(flat(unseen.sample(now, None)))


def test_a_narration_often_ends_with_a_blink() -> None:
    def blinks(hush: bool) -> int:
        count = 0
        for seed in range(40):
            life = Life(seed)
            life.tell(SPANISH, 0.0)
            if hush:
                life.hush(5.0)
            count += any(life.sample(5.1 + index / 50, 5.1 + index / 50).shapes.get(
                "eyeBlinkLeft", 0.0) > 0.5 for index in range(15))  # fmt: skip
        return count

    assert blinks(True) > 20 > blinks(False)


def test_a_position_that_is_not_known_yet_goes_on_with_the_clock() -> None:
    known, unknown = Life(1), Life(1)
    for one in (known, unknown):
        one.tell(SPANISH, 10.0)
    for index in range(200):
        now = 10.0 + index / 20
        assert flat(known.sample(now, now - 10.0)) == pytest.approx(flat(unknown.sample(now, None)))


def test_weeks_leave_nothing_behind() -> None:
    life = Life(1)
    sizes = []
    for round_ in range(600):
        at = round_ * 1000.0
        life.glance(-12.0, 3.0, at)
        life.tell(replace(SPANISH, key=str(round_ % 9)), at + 0.1)
        life.sample(at + 2.0, 1.9)
        life.greet(at + 3.0)
        life.hush(at + 14.0)
        life.listen(True, at + 15.0)
        life.sample(at + 30.0, None)
        life.listen(False, at + 40.0)
        sizes.append(len(pickle.dumps(life)))
    assert max(sizes[300:]) < 1.2 * max(sizes[:100])


def test_a_sample_takes_few_operations_however_long_the_narration() -> None:
    def calls(track: Track) -> int:
        life = Life(1)
        life.tell(track, 0.0)
        life.glance(10.0, 0.0, 1.0)
        life.greet(1.0)
        life.sample(2.0, 2.0)
        count = 0

        def counted(frame: FrameType, event: str, argument: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(counted)
        try:
            for index in range(100):
                life.sample(2.0 + index / 60, 2.0 + index / 60)
        finally:
            sys.setprofile(None)
        return count // 100

    long = replace(
        SPANISH, duration=800.0,
        phonemes=tuple(replace(one, start=one.start + turn * 13, end=one.end + turn * 13)
                       for turn in range(60) for one in SPANISH.phonemes),
        words=tuple(replace(one, start=one.start + turn * 13, end=one.end + turn * 13)
                    for turn in range(60) for one in SPANISH.words),
    )  # fmt: skip
    assert calls(SPANISH) < 200
    assert calls(long) < 200
