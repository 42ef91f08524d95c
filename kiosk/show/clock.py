"""Time as the show sees it: a monotonic clock for durations, a wall clock for timetables."""

import time
from datetime import datetime, tzinfo
from typing import Protocol


class Clock(Protocol):
    """What the show needs of time. The wall clock may be wrong or jump; the other never does."""

    def monotonic(self) -> float:
        """Seconds since an arbitrary start."""
        ...

    def wall(self) -> datetime:
        """The fair's local time, with its zone."""
        ...


class SystemClock:
    """The machine's clocks.

    Args:
        zone: the fair's time zone.
        speed: how many times faster the show's time runs (tests and rehearsals).
    """

    def __init__(self, zone: tzinfo, speed: float = 1.0) -> None:
        self._zone = zone
        self.speed = speed
        self._start = time.monotonic()

    def monotonic(self) -> float:
        """Seconds since this clock was made, times its speed."""
        return (time.monotonic() - self._start) * self.speed

    def wall(self) -> datetime:
        """Now, in the fair's zone."""
        return datetime.now(self._zone)
