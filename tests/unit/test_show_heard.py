"""The clock of what is heard: smooth between a device's steps, never ahead of a stalled one."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from kiosk.show.heard import LEAP, STALL, HeardClock

STEP = 0.032  # the longest step measured


def stepped(seconds: float, step: float = STEP) -> float:
    """A counter that goes up in steps."""
    return seconds // step * step


def test_between_steps_the_clock_goes_on() -> None:
    clock = HeardClock()
    read = [clock.read(100 + i / 60, stepped(i / 60)) for i in range(600)]
    gains = [after - before for before, after in itertools.pairwise(read[20:])]
    assert max(abs(gain - 1 / 60) for gain in gains) < 0.002
    late = [i / 60 - value for i, value in enumerate(read)][20:]
    assert max(late) < 0.5 * STEP
    assert min(late) > -0.001, "never ahead of what was taken"


def test_a_stalled_device_holds_the_clock() -> None:
    clock = HeardClock()
    for i in range(120):
        clock.read(i / 60, stepped(i / 60))
    stood = stepped(119 / 60)
    stalled = [clock.read(2 + i / 60, stood) for i in range(120)]
    assert stalled[-1] <= stood + STALL
    assert stalled[-1] == stalled[30]
    resumed = [clock.read(4 + i / 60, stood + stepped(i / 60)) for i in range(60)]
    assert all(a <= b for a, b in itertools.pairwise(resumed))
    assert abs(resumed[-1] - (stood + 59 / 60)) < STEP


def test_a_leap_is_followed_at_once() -> None:
    clock = HeardClock()
    clock.read(0.0, 0.5)
    assert clock.read(0.01, 0.5 + 2 * LEAP) == 0.5 + 2 * LEAP


def test_before_the_device_takes_anything_nothing_is_heard() -> None:
    clock = HeardClock()
    assert [clock.read(i / 10, 0.0) for i in range(10)] == [0.0] * 10


@given(st.lists(st.tuples(st.floats(0, 0.5), st.floats(0, 0.5)), max_size=60))
def test_it_never_goes_back_nor_far_from_the_counter(moves: list[tuple[float, float]]) -> None:
    clock, now, counter, before = HeardClock(), 0.0, 0.001, 0.0
    for waited, taken in moves:
        now, counter = now + waited, counter + taken
        value = clock.read(now, counter)
        assert value >= before
        assert counter <= value <= counter + STALL + 1e-9
        before = value
