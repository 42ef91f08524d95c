"""A view in the grip of fingers, let go, drifting: on a clock of the test's own."""

import math

import pytest

from kiosk.show.fingers import Fingers, Grip
from kiosk.show.panorama import NARROWEST, WIDEST, View, wrapped
from kiosk.show.turning import DRIFT, FASTEST, GATHER, GLIDE, QUIET, Turning

FRAME = 1 / 60


def turning(still: bool = False, heading: float = 0.0) -> Turning:
    made = Turning(still)
    made.look(View(heading, 0, 90, 1920, 670), 0.0)
    return made


def run(what: Turning, start: float, seconds: float, drifting: bool = False) -> float:
    """Let frames pass; the time after them."""
    for number in range(round(seconds / FRAME)):
        what.step(start + (number + 1) * FRAME, drifting)
    return start + seconds


def flick(what: Turning, pixels: float, seconds: float = 0.1) -> float:
    """A finger crosses the middle of the view to the left; the time after it."""
    steps = 8
    what.hold(Grip(960 + pixels / 2, 335), 0.0)
    for number in range(1, steps + 1):
        what.drag(Grip(960 + pixels * (0.5 - number / steps), 335), seconds * number / steps)
    what.hold(None, seconds)
    return seconds


def test_the_picture_follows_the_finger_exactly() -> None:
    what = turning(heading=170)
    before = what.view.direction(1500, 335)
    what.hold(Grip(1500, 335), 0.0)
    what.drag(Grip(400, 335), 0.5)
    assert what.view.direction(400, 335) == pytest.approx(before)
    focal = 960  # 90 degrees
    turned = math.degrees(math.atan(540 / focal) + math.atan(560 / focal))
    assert wrapped(what.view.heading - 170) == pytest.approx(turned)
    assert what.moving


def test_let_go_it_rolls_on_slower_and_slower_and_stands() -> None:
    what = turning()
    now = flick(what, 300)
    thrown = what.view.heading
    speeds = []
    for _ in range(6):
        before = what.view.heading
        now = run(what, now, 0.25)
        speeds.append(what.view.heading - before)
    assert what.view.heading - thrown > 20
    assert speeds == sorted(speeds, reverse=True)
    run(what, now, 2.0)
    assert not what.moving
    stood = what.view
    run(what, now + 2.0, 2.0)
    assert what.view == stood


def test_the_frame_rate_changes_nothing() -> None:
    ends = []
    for frame in (1 / 60, 1 / 13):
        what = turning()
        now = flick(what, 300)
        while what.moving:
            now += frame
            what.step(now, False)
        ends.append(what.view.heading)
    assert ends[0] == pytest.approx(ends[1], abs=1.0)


def test_a_flick_has_a_limit_and_a_finger_that_waits_throws_nothing() -> None:
    what = turning()
    now = flick(what, 1800, 0.02)
    thrown = what.view.heading
    what.step(now + FRAME, False)
    assert 0 < what.view.heading - thrown <= FASTEST * FRAME
    what = turning()
    what.hold(Grip(960, 335), 0.0)
    what.drag(Grip(700, 335), 0.1)
    what.hold(None, 0.6)
    assert not what.moving


def test_a_touch_stops_it() -> None:
    what = turning()
    now = run(what, flick(what, 300), 0.2)
    what.hold(Grip(900, 300), now)
    stood = what.view
    run(what, now, 0.5)
    assert what.view == stood
    what.hold(None, now + 0.5)
    assert not what.moving


def test_two_fingers_bring_it_closer_and_hold_their_places() -> None:
    what = turning(heading=30)
    what.hold(Grip(800, 300, 200), 0.0)
    held = what.view.direction(800, 300)
    what.drag(Grip(900, 320, 300), 0.1)
    assert math.tan(math.radians(what.view.field / 2)) == pytest.approx(200 / 300)
    assert what.view.direction(900, 320) == pytest.approx(held)
    what.drag(Grip(900, 320, 3000), 0.2)
    assert what.view.field == NARROWEST
    what.drag(Grip(900, 320, 30), 0.3)
    assert what.view.field == WIDEST


def test_it_drifts_when_nobody_touches_and_only_where_it_may() -> None:
    what = turning()
    now = run(what, 0.0, QUIET, drifting=True)
    assert what.view.heading == 0
    now = run(what, now, GATHER, drifting=True)
    before = what.view.heading
    assert 0 < before < DRIFT * GATHER
    now = run(what, now, 2.0, drifting=True)
    assert what.view.heading - before == pytest.approx(2 * DRIFT, rel=0.02)
    assert not what.moving
    now = run(what, now, 1.0, drifting=False)  # something is being told
    before = what.view.heading
    run(what, now, QUIET - 0.5, drifting=True)
    assert what.view.heading == before, "and waits anew afterwards"


@pytest.mark.parametrize("heading", [10, 150, 175])
def test_a_slip_turns_it_softly_and_two_taps_turn_twice(heading: float) -> None:
    what = turning(heading=heading)
    what.glide(45, 0.0)
    run(what, 0.0, GLIDE / 2)
    assert wrapped(what.view.heading - heading) == pytest.approx(22.5, abs=1)
    what.glide(45, GLIDE / 2)
    run(what, GLIDE / 2, GLIDE / 2)
    assert 45 < wrapped(what.view.heading - heading) < 80
    run(what, GLIDE, GLIDE / 2 + FRAME)
    assert wrapped(what.view.heading - heading) == pytest.approx(90)
    assert not what.moving


def test_held_still_nothing_moves_of_its_own() -> None:
    what = turning(still=True)
    now = flick(what, 300)
    assert not what.moving
    assert what.view.heading > 10, "under the finger it turned"
    stood = what.view.heading
    run(what, now, QUIET + GATHER, drifting=True)
    assert what.view.heading == stood
    what.glide(45, 20.0)
    assert what.view.heading == pytest.approx(stood + 45)


def test_fingers_of_one_hand_hold_together_and_strangers_do_not() -> None:
    fingers = Fingers(hand=500)
    assert fingers.grip is None
    assert fingers.press(1, 100, 100)
    assert not fingers.press(2, 1500, 100), "somebody else's"
    assert not fingers.move(2, 300, 100)
    assert fingers.grip == Grip(100, 100)
    assert fingers.press(3, 400, 500)
    assert fingers.grip == Grip(250, 300, 500)
    assert not fingers.press(4, 200, 200), "two are enough"
    assert fingers.move(3, 100, 400)
    assert fingers.grip == Grip(100, 250, 300)
    assert not fingers.lift(2)
    assert fingers.lift(1)
    assert fingers.grip == Grip(100, 400)
    assert fingers.lift(3)
    assert fingers.grip is None
