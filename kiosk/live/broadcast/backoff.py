"""How long to wait before the next try at a destination that was lost."""

from dataclasses import dataclass

FIRST = 1.0  # s
MOST = 30.0  # s
GOOD = 60.0  # s of sending after which the next loss starts from the beginning again


@dataclass(slots=True)
class Backoff:
    """1, 2, 4 ... 30 s, for ever; a good minute in between makes it 1 s again."""

    _next: float = FIRST
    _since: float | None = None  # when the present connection began to take the stream

    def connected(self, now: float) -> None:
        """The destination takes the stream since then."""
        if self._since is None:
            self._since = now

    def lost(self, now: float) -> float:
        """The connection is gone, or never came about; gives the seconds to wait."""
        if self._since is not None and now - self._since >= GOOD:
            self._next = FIRST
        self._since = None
        wait, self._next = self._next, min(self._next * 2, MOST)
        return wait
