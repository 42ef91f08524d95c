"""How the stream is doing, for the person who watches over it and for the record."""

from collections import deque
from dataclasses import dataclass
from enum import StrEnum

WINDOW = 5.0  # s over which rates are told


class State(StrEnum):
    """What a destination is about."""

    WAITING = "waiting"  # until the next try
    CONNECTING = "connecting"
    SENDING = "sending"
    FAILED = "failed"  # given up: a file that cannot be written
    DONE = "done"


class Rate:
    """Something counted, as so many a second over the last while."""

    def __init__(self) -> None:
        self._rows: deque[tuple[float, float]] = deque()

    def add(self, amount: float, now: float) -> None:
        """So much more at that moment."""
        self._rows.append((now, amount))
        while self._rows and self._rows[0][0] <= now - WINDOW:
            self._rows.popleft()

    def at(self, now: float) -> float:
        """A second's worth."""
        return sum(amount for when, amount in self._rows if when > now - WINDOW) / WINDOW


@dataclass(frozen=True, slots=True)
class Health:
    """One destination's figures.

    ``kbps`` is what it took over the last 5 s, ``dropped`` counts frames that a slow or lost
    connection cost, ``uptime`` is seconds since it last began to take the stream.
    """

    name: str
    state: State
    kbps: float
    dropped: int
    reconnects: int
    uptime: float
    reason: str = ""


def line(seconds: float, fps: float, repeated: int, all_of_them: list[Health]) -> str:
    """Everything on one line."""
    clock = f"{int(seconds // 3600):02}:{int(seconds // 60) % 60:02}:{int(seconds) % 60:02}"
    parts = [f"{clock} {fps:.1f} fps" + (f", {repeated} repeated" if repeated else "")]
    for one in all_of_them:
        part = f"{one.name}: {one.state.value}"
        if one.state is State.SENDING:
            part += f" {one.kbps / 1000:.1f} Mbit/s"
        if one.dropped:
            part += f", {one.dropped} frames dropped"
        if one.reconnects:
            part += f", {one.reconnects} reconnects"
        if one.reason and one.state in (State.WAITING, State.FAILED):
            part += f" ({one.reason})"
        parts.append(part)
    return " | ".join(parts)
