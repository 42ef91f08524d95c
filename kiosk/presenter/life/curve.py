"""Curves through keys: what a plan is written in, and how it is read at any moment."""

from bisect import bisect_right
from collections.abc import Iterable

Key = tuple[float, float]  # seconds, value


def ease(part: float) -> float:
    """0 to 1 along a minimum-jerk path, as limbs and heads move (Flash and Hogan 1985).

    Its greatest speed is 1.875 times the mean.
    """
    if part <= 0.0:
        return 0.0
    if part >= 1.0:
        return 1.0
    return part * part * part * (10.0 + part * (6.0 * part - 15.0))


class Curve:
    """Minimum-jerk movements from key to key, at rest in each; before and after they hold.

    Keys are (seconds, value) in order of time; without keys the curve is 0.
    """

    __slots__ = ("_times", "_values")

    def __init__(self, keys: Iterable[Key] = ()) -> None:
        kept = list(keys)
        self._times = [time for time, _ in kept]
        self._values = [value for _, value in kept]
        if any(later < time for time, later in zip(self._times, self._times[1:], strict=False)):
            raise ValueError("keys are out of order")

    def at(self, seconds: float) -> float:
        """The value at a moment."""
        times, values = self._times, self._values
        index = bisect_right(times, seconds)
        if index == 0:
            return values[0] if values else 0.0
        before = values[index - 1]
        if index == len(times) or values[index] == before:
            return before
        start = times[index - 1]
        return before + (values[index] - before) * ease((seconds - start) / (times[index] - start))
