"""Work done aside: a bounded queue and one thread, so that a slow disk never holds up the show."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

QUEUE = 2000  # items that wait at most: an hour of a busy booth
GATHER = 2.0  # s between the first item and the work on it and all that came meanwhile
LONGEST_GOODBYE = 5.0  # s that closing waits for a disk

_log = logging.getLogger(__name__)


class Aside(Generic[T]):
    """Hands items to ``work``, in order and in batches, in a thread of its own.

    The thread starts with the first item. It is a daemon: a disk that hangs does not keep the
    program from ending.

    Args:
        name: the thread's.
        work: does the work; never called twice at once.
        most: items that may wait; what comes beyond is lost, and counted.
        gather: seconds in which items are gathered into one batch.
    """

    def __init__(
        self,
        name: str,
        work: Callable[[list[T]], None],
        most: int = QUEUE,
        gather: float = GATHER,
    ) -> None:
        self._name, self._work, self._most, self._gather = name, work, most, gather
        self._items: deque[T] = deque()
        self._lost = 0
        self._turn = threading.Condition()
        self._closing = False
        self._thread: threading.Thread | None = None

    @property
    def lost(self) -> int:
        """Items that found no place in the queue, ever."""
        return self._lost

    def offer(self, item: T) -> bool:
        """Queue an item; returns at once. False when it is lost: the queue is full or closed."""
        with self._turn:
            if self._closing or len(self._items) >= self._most:
                self._lost += 1
                return False
            self._items.append(item)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._turn.notify()
        return True

    def close(self, patience: float = LONGEST_GOODBYE) -> bool:
        """Work off what waits and end the thread.

        Returns:
            Whether it ended within ``patience`` seconds; if not, it is left behind.
        """
        with self._turn:
            self._closing = True
            self._turn.notify()
            thread = self._thread
        if thread is None:
            return True
        thread.join(patience)
        return not thread.is_alive()

    def _run(self) -> None:
        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._items or self._closing)
                self._turn.wait_for(lambda: self._closing, self._gather)
                batch = list(self._items)
                self._items.clear()
                last = self._closing
            if batch:
                try:
                    self._work(batch)
                except Exception:
                    # Whatever it was, the next batch may fare better and the show goes on.
                    _log.exception("%s failed", self._name)
            if last:
                return
