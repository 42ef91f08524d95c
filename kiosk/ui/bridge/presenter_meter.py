"""What the presenter costs: figures for the record, every few seconds."""

import time

from kiosk.events import Log

EVERY = 5.0  # s


class PresenterMeter:
    """Counts the pictures drawn and says what they took.

    Args:
        log: told ``presenter-pace`` every 5 s with ``pps`` (pictures a second) and, in
            milliseconds a picture, ``median_ms`` and ``p90_ms`` by the clock and ``cpu_ms`` of
            the drawing thread's own time, which other programs on the machine do not lengthen.
    """

    def __init__(self, log: Log) -> None:
        self._log = log
        self._since: float | None = None
        self._costs: list[tuple[float, float]] = []

    def drawn(self, cost: float, work: float, now: float | None = None) -> None:
        """One picture has been drawn.

        Args:
            cost: seconds by the clock.
            work: seconds of the thread's CPU time.
            now: seconds of a steady clock.
        """
        now = time.perf_counter() if now is None else now
        if self._since is None:
            self._since = now - cost
        self._costs.append((cost, work))
        if now - self._since < EVERY:
            return
        costs = sorted(each for each, _ in self._costs)
        count = len(costs)
        self._log(
            "presenter-pace",
            pps=round(count / (now - self._since), 2),
            median_ms=round(costs[count // 2] * 1e3, 2),
            p90_ms=round(costs[int(count * 0.9)] * 1e3, 2),
            cpu_ms=round(sum(each for _, each in self._costs) / count * 1e3, 2),
        )
        self._costs, self._since = [], now
