"""How evenly frames reach the screen: figures for the record, every few seconds."""

import time

from PySide6.QtCore import QObject, Slot

from kiosk.events import Log

EVERY = 5.0  # s


class FrameMeter(QObject):
    """Counts the frames of a window and says how they came.

    Args:
        log: told ``frames`` every 5 s with ``fps``, ``p99_ms`` and ``longest_ms``.
    """

    def __init__(self, log: Log) -> None:
        super().__init__()
        self._log = log
        self._last = self._since = time.perf_counter()
        self._gaps: list[float] = []

    @Slot()
    def frame(self) -> None:
        """One frame has been swapped."""
        now = time.perf_counter()
        self._gaps.append(now - self._last)
        self._last = now
        if now - self._since >= EVERY:
            gaps = sorted(self._gaps)
            self._log(
                "frames",
                fps=round(len(gaps) / (now - self._since), 2),
                p99_ms=round(gaps[int(len(gaps) * 0.99)] * 1000, 2),
                longest_ms=round(gaps[-1] * 1000, 2),
            )
            self._gaps = []
            self._since = now
