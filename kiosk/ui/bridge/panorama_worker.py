"""A panorama's views, drawn beside the event loop: one at a time, always the newest wished for."""

import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.errors import KioskError
from kiosk.show.panorama import View

SLOW = 0.020  # s: a whole view that takes longer is drawn at half its size while it turns
HALF = 0.5
RECENT = 5  # views whose cost is remembered; the quickest of them tells what the machine can do

Read = Callable[[Path], Any]


def read_panorama(path: Path) -> Any:
    """See `kiosk.show.panorama_picture.read`; OpenCV is loaded by the first one."""
    import cv2  # noqa: PLC0415 - 0.3 s, not before somebody walks

    from kiosk.show.panorama_picture import read  # noqa: PLC0415

    cv2.setNumThreads(1)  # the other core is the stage's
    return read(path)


class PanoramaWorker(QObject):
    """Reads a panorama and draws views of it.

    Args:
        read: gives an object with ``seen(view, scale)``, as ``read_panorama`` does.
    """

    drawn = Signal(object, object)  # view, BGRA picture; in the event loop
    failed = Signal(str)

    _done = Signal(int, object, object, float, float)
    _missed = Signal(int, str)

    def __init__(self, read: Read = read_panorama) -> None:
        super().__init__()
        self._read = read
        self._pool: ThreadPoolExecutor | None = None
        self._picture: Any = None  # the worker's own
        self._opened = 0  # which panorama is wanted; what belongs to another is dropped
        self._busy = False
        self._wish: tuple[View, bool] | None = None
        self._last: tuple[View, float] | None = None  # the newest that was drawn, and its scale
        self._costs: deque[float] = deque(maxlen=RECENT)
        self._done.connect(self._take)
        self._missed.connect(self._miss)

    @property
    def cost(self) -> float:
        """Seconds that a whole view takes, 0.0 before the first."""
        return min(self._costs, default=0.0)

    def open(self, path: Path) -> None:
        """Look at another panorama; the one before is let go first."""
        self._opened += 1
        self._wish = self._last = None
        self._submit(self._load, self._opened, path)

    def wish(self, view: View, moving: bool) -> None:
        """See this as soon as may be; an older wish that is not being drawn yet is forgotten."""
        self._wish = (view, moving)
        self._next()

    def forget(self) -> None:
        """Look at nothing, keep nothing."""
        self._opened += 1
        self._wish = self._last = None
        if self._pool is not None:
            self._submit(self._drop)

    def close(self) -> None:
        """Let the thread go."""
        self._opened += 1
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
        self._picture = None

    def _submit(self, work: Callable[..., None], *given: Any) -> None:
        if self._pool is None:
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="panorama")
        with suppress(RuntimeError):  # the pool has been shut down
            self._pool.submit(work, *given)

    def _next(self) -> None:
        if self._busy or self._wish is None or not self._opened:
            return
        view, moving = self._wish
        scale = HALF if moving and self.cost > SLOW else 1.0
        self._wish = None
        if self._last is not None and self._last[0] == view and self._last[1] >= scale:
            return
        self._busy = True
        self._submit(self._draw, self._opened, view, scale)

    # In the worker

    def _load(self, opened: int, path: Path) -> None:
        self._picture = None
        if opened != self._opened:
            return
        try:
            self._picture = self._read(path)
        except KioskError as error:
            self._missed.emit(opened, str(error))
        except Exception as error:  # whatever the file holds, the visit goes on
            self._missed.emit(opened, f"{type(error).__name__}: {error}")

    def _drop(self) -> None:
        self._picture = None

    def _draw(self, opened: int, view: View, scale: float) -> None:
        pixels, started = None, time.perf_counter()
        if self._picture is not None and opened == self._opened:
            try:
                pixels = self._picture.seen(view, scale)
            except Exception as error:
                self._missed.emit(opened, f"{type(error).__name__}: {error}")
        # An answer in any case: the event loop waits for it before it asks again.
        self._done.emit(opened, view, pixels, scale, time.perf_counter() - started)

    # In the event loop

    @Slot(int, object, object, float, float)
    def _take(self, opened: int, view: View, pixels: Any, scale: float, cost: float) -> None:
        self._busy = False
        if opened == self._opened and pixels is not None:
            if scale == 1.0:
                self._costs.append(cost)
            self._last = (view, scale)
            self.drawn.emit(view, pixels)
        self._next()

    @Slot(int, str)
    def _miss(self, opened: int, reason: str) -> None:
        if opened == self._opened:
            self.failed.emit(reason)
