"""A picture under two fingers: what they hold stays under them, and it covers the stage."""

import pytest

from kiosk.show.fingers import Fingers
from kiosk.show.magnifier import CLOSEST, Magnifier


def glass() -> Magnifier:
    return Magnifier(1920, 1080, 670, fingers=Fingers(500))


def held(what: Magnifier, x: float, y: float) -> tuple[float, float]:
    """The place of the picture under a place of the stage."""
    return (x - what.x) / what.scale, (y - what.y) / what.scale


def pinch(what: Magnifier, start: float, end: float) -> None:
    """Two fingers around (800, 300) spread from ``start`` to ``end`` pixels."""
    what.press(1, 800 - start / 2, 300)
    what.press(2, 800 + start / 2, 300)
    what.drag(1, 800 - end / 2, 300)
    what.drag(2, 800 + end / 2, 300)


def test_it_comes_closer_around_what_the_fingers_hold() -> None:
    what = glass()
    pinch(what, 100, 200)
    assert what.scale == pytest.approx(2)
    assert held(what, 800, 300) == pytest.approx((800, 300))
    what.lift(1)
    before = held(what, 900, 300)
    what.drag(2, 700, 250)
    assert held(what, 700, 250) == pytest.approx(before), "one finger moves it"
    assert what.scale == pytest.approx(2)


def test_it_always_covers_the_stage_and_has_its_limits() -> None:
    what = glass()
    pinch(what, 50, 480)
    assert what.scale == CLOSEST
    what.lift(1)
    what.drag(2, 9000, 9000)
    assert (what.x, what.y) == (0, 0)
    what.drag(2, -9000, -9000)
    assert what.x + what.scale * 1920 == 1920
    assert what.y + what.scale * 1080 == 670, "what the counter hides can be brought up"


def test_it_goes_back_when_it_is_hardly_closer() -> None:
    what = glass()
    pinch(what, 200, 204)
    assert what.near
    what.lift(1)
    what.lift(2)
    assert (what.scale, what.x, what.y) == (1, 0, 0)
    pinch(what, 100, 200)
    what.lift(1)
    what.lift(2)
    assert what.scale == pytest.approx(2)
    what.back()
    assert not what.near


def test_two_people_do_not_pinch() -> None:
    what = glass()
    what.press(1, 100, 300)
    what.press(2, 1500, 300)
    what.drag(2, 1900, 300)
    assert what.scale == 1
