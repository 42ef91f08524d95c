"""Shows one live picture: one thread fetches, another decodes, and each frame comes in its time."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiosk.live.probe.answers import FetchError
from kiosk.live.probe.fetch import Fetcher
from kiosk.live.watch.pipe import Pipe
from kiosk.live.watch.sources import Source

LATE = 0.5  # s: what is later, or as much too early as a jump, begins a new count
AHEAD = 2.0
LARGEST = 4096 * 2304  # pixels of a frame

Frame = NDArray[np.uint8]

_log = logging.getLogger(__name__)


class Viewer:
    """The newest frame, and how old it is.

    Args:
        source: of the bytes.
        fetcher: reads the network; its ``stop`` is this viewer's own.
        side: pixels of a frame's longer side, at most.
        arrived: called in the decoder's thread, at a frame and when nothing more comes.
    """

    def __init__(
        self, source: Source, fetcher: Fetcher, side: int, arrived: Callable[[], None]
    ) -> None:
        self._source, self._fetcher, self._side, self._arrived = source, fetcher, side, arrived
        self._pipe, self._stop = Pipe(), fetcher.stop
        self._lock = threading.Lock()
        self._frame: Frame | None = None
        self._at = time.monotonic()
        self._reason = ""
        self._base: float | None = None
        self._threads = [
            threading.Thread(target=self._fetch, name="watch-fetch", daemon=True),
            threading.Thread(target=self._decode, name="watch-decode", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def take(self) -> Frame | None:
        """A frame that has not been taken yet: BGRA (height, width, 4)."""
        with self._lock:
            frame, self._frame = self._frame, None
            return frame

    @property
    def quiet(self) -> float:
        """Seconds since the last frame came, or since it was begun."""
        return time.monotonic() - self._at

    @property
    def ended(self) -> str:
        """Why nothing more comes, "" while something may."""
        return self._reason

    @property
    def alive(self) -> bool:
        """Whether its threads still run."""
        return any(thread.is_alive() for thread in self._threads)

    def stop(self) -> None:
        """Let both threads go; returns at once. A name server may keep one for some seconds."""
        self._stop.set()
        self._pipe.stop()

    def _end(self, reason: str) -> None:
        with self._lock:
            self._reason = self._reason or reason

    def _fetch(self) -> None:
        try:
            self._source.run(self._fetcher, self._pipe.put)
        except FetchError as error:
            self._end(error.reason)
        except Exception as error:  # whatever a server sends, the show goes on
            _log.exception("a live picture failed")
            self._end(type(error).__name__)
        self._pipe.end()

    def _decode(self) -> None:
        import cv2  # noqa: PLC0415 - 0.3 s, not before somebody watches

        cv2.setNumThreads(1)  # the other core is the stage's
        film: Any = None
        try:
            stream: Any = self._pipe
            film = cv2.VideoCapture(stream, cv2.CAP_FFMPEG, [cv2.CAP_PROP_N_THREADS, 1])
            while not self._stop.is_set():
                good, picture = film.read()
                if not good or picture is None or picture.size > 3 * LARGEST:
                    break
                if self._in_time(film.get(cv2.CAP_PROP_POS_MSEC) / 1000):
                    self._show(cv2, picture)
        except Exception as error:
            _log.exception("a live picture cannot be decoded")
            self._end(type(error).__name__)
        finally:
            if film is not None:
                film.release()
            self._end("the picture ends")
            self._pipe.stop()
            if not self._stop.is_set():
                self._arrived()

    def _in_time(self, position: float) -> bool:
        """Wait for a frame's time. False: nobody watches any more."""
        now = time.monotonic()
        due = position + (now - position if self._base is None else self._base)
        if self._base is None or not now - LATE < due < now + AHEAD:
            self._base, due = now - position, now
        return not self._stop.wait(max(0.0, due - now))

    def _show(self, cv2: Any, picture: Frame) -> None:
        longer = max(picture.shape[:2])
        if longer > self._side:
            share = self._side / longer
            picture = cv2.resize(picture, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
        frame: Frame = cv2.cvtColor(picture, cv2.COLOR_BGR2BGRA)
        with self._lock:
            waiting, self._frame = self._frame is not None, frame
            self._at = time.monotonic()
        if not waiting:
            self._arrived()
