"""The machine's clocks, as the show sees them."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.show.clock import Clock, SystemClock
from tests.fakes import FakeClock


def test_time_counts_from_the_start_at_its_speed(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = [1000.0]
    monkeypatch.setattr("time.monotonic", lambda: machine[0])
    clock = SystemClock(ZoneInfo("Asia/Shanghai"), speed=30.0)
    assert clock.monotonic() == 0.0
    machine[0] += 2.0
    assert clock.monotonic() == 60.0


def test_the_wall_clock_is_the_fairs_own_and_never_faster() -> None:
    clock = SystemClock(ZoneInfo("Asia/Shanghai"), speed=100.0)
    assert clock.wall().utcoffset() == timedelta(hours=8)
    other = SystemClock(ZoneInfo("Europe/Madrid"))
    assert abs(clock.wall() - other.wall()) < timedelta(seconds=5)


def test_the_clock_of_the_tests_is_a_clock() -> None:
    clock = FakeClock()
    as_seen: Clock = clock
    start = as_seen.wall()
    clock.wait(2.5)
    assert (as_seen.monotonic(), as_seen.wall() - start) == (2.5, timedelta(seconds=2.5))
    clock.set_wall(start - timedelta(days=1))
    assert as_seen.monotonic() == 2.5
