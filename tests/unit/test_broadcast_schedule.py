"""Frames counted against sound: over hours, over a busy machine, over one that slept."""

import pytest

from kiosk.live.broadcast.backoff import Backoff
from kiosk.live.broadcast.schedule import LOST, RATE, RATES, Schedule


@pytest.mark.parametrize("fps", RATES)
def test_a_frame_covers_a_whole_number_of_samples(fps: int) -> None:
    assert Schedule(fps, 0.0).samples_per_frame * fps == RATE


@pytest.mark.parametrize("fps", RATES)
def test_nothing_adds_up_over_six_hours(fps: int) -> None:
    """The clock is looked at a little late each time, as an event loop does."""
    schedule = Schedule(fps, 1000.0)
    now, late = 1000.0, 0.0
    for turn in range(6 * 3600 * fps):
        now += schedule.wait(now) + (turn % 7) * 0.0005
        owed = schedule.owed(now)
        assert owed == 1
        schedule.sent(owed)
        late = max(late, abs(now - 1000.0 - schedule.seconds))
    assert schedule.frames == 6 * 3600 * fps
    assert schedule.seconds == pytest.approx(6 * 3600)
    assert late <= 0.0401
    assert schedule.repeated == 0
    assert schedule.given_up == 0.0


def test_nothing_is_owed_before_its_time() -> None:
    schedule = Schedule(25, 10.0)
    assert schedule.owed(9.99) == 0
    assert schedule.owed(10.0) == 1
    schedule.sent(1)
    assert schedule.owed(10.039) == 0
    assert schedule.wait(10.03) == pytest.approx(0.01)
    assert schedule.owed(10.04) == 1


def test_a_machine_that_was_busy_owes_every_frame_and_repeats_all_but_one() -> None:
    schedule = Schedule(25, 0.0)
    schedule.sent(schedule.owed(0.0))
    owed = schedule.owed(1.0)
    assert owed == 25
    schedule.sent(owed)
    assert (schedule.frames, schedule.drawn, schedule.repeated) == (26, 2, 24)
    assert schedule.owed(1.03) == 0


def test_a_machine_that_slept_goes_on_from_where_it_was() -> None:
    schedule = Schedule(25, 0.0)
    schedule.sent(schedule.owed(0.0))
    assert schedule.owed(LOST + 100.0) == 1
    schedule.sent(1)
    assert schedule.frames == 2
    assert schedule.given_up == pytest.approx(LOST + 100 - 0.04)
    assert schedule.owed(LOST + 100.0) == 0


def test_the_waits_double_to_half_a_minute_and_stay_there_for_ever() -> None:
    backoff = Backoff()
    assert [backoff.lost(0.0) for _ in range(8)] == [1, 2, 4, 8, 16, 30, 30, 30]


def test_a_good_minute_makes_the_next_wait_short_again() -> None:
    backoff = Backoff()
    for _ in range(6):
        backoff.lost(0.0)
    backoff.connected(100.0)
    backoff.connected(150.0)  # told again and again; the first time counts
    assert backoff.lost(160.0) == 1
    backoff.connected(200.0)
    assert backoff.lost(259.9) == 2, "not yet a minute"
    assert backoff.lost(400.0) == 4, "a try that never connected is no good minute"
