"""What is heard now: an audio device's coarse counter made into a smooth clock.

A device says how much it has taken in steps (15 to 32 ms measured with a Pulse server), and between
two steps its figure is old. Captions would not notice; lips at 30 pictures a second would stutter
and be late by half a step.
"""

from typing import Final

STALL: Final = 0.06  # s; a counter that stands still for longer than that has stalled
LEAP: Final = 0.15  # s; further ahead than that the counter has leapt, not stepped


class HeardClock:
    """Follows a counter that goes up in steps, at a second a second.

    The counter is never ahead of what the device has taken, so its upper envelope is the truth;
    when it stalls (the device ran dry) time waits with it. Never goes back.
    """

    def __init__(self) -> None:
        self._value = 0.0
        self._at: float | None = None

    def read(self, now: float, counter: float) -> float:
        """The position at a moment.

        Args:
            now: seconds of a monotonic clock.
            counter: seconds the device says it has taken.
        """
        if self._at is None or counter == 0.0:
            self._value, self._at = counter, now
            return self._value
        ran = self._value + max(0.0, now - self._at)
        self._at = now
        held = min(max(ran, counter), counter + STALL)
        self._value = counter if counter - ran > LEAP else max(self._value, held)
        return self._value
