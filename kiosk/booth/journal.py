"""The booth's journal: what was shown, touched and offered, kept on the booth's own disk.

It never stops the show: events are turned into entries here, which costs microseconds; a thread
writes them. A disk that is full or write-protected is said once, and tried again every minute.
"""

import logging
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.booth.aside import GATHER, QUEUE, Aside
from kiosk.booth.entries import Entries, Entry
from kiosk.booth.journal_file import BYTES, ROWS, JournalFile, is_damage, set_aside
from kiosk.events import Log

_log = logging.getLogger(__name__)

RETRY = 60.0  # s between two tries on a disk that refused


class Journal:
    """Hears every event, as ``journal(name, **figures)``.

    Args:
        path: the file.
        tell: told of trouble, in the caller's thread.
        monotonic: seconds that never run back.
        wall: seconds since 1970.
        rows, size: bounds of the file, in entries and bytes.
        gather: seconds in which entries are gathered into one commit.
    """

    def __init__(
        self,
        path: Path,
        tell: Log,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        rows: int = ROWS,
        size: int = BYTES,
        gather: float = GATHER,
    ) -> None:
        self._path, self._tell, self._monotonic, self._wall = path, tell, monotonic, wall
        self._rows, self._size = rows, size
        self._entries = Entries(monotonic, wall)
        self._aside: Aside[Entry] = Aside("journal", self._write, QUEUE, gather)
        # The writing thread's own:
        self._file: JournalFile | None = None
        self._again = monotonic()
        self._lost = 0  # entries that the disk refused
        self._counted = 0  # of those that found no place in the queue, how many have been told
        # From the writing thread to the caller's:
        self._trouble = ""
        self._told: set[str] = set()
        self._aside_name = ""

    def __call__(self, event: str, **figures: object) -> None:
        """Remember an event, if it is one to be remembered. Returns at once."""
        try:
            for entry in self._entries.of(event, figures):
                self._aside.offer(entry)
        except Exception:
            # Figures of an unforeseen kind, or no thread to be had: it is not the show's.
            _log.exception("%s cannot be written into the journal", event)
        self._say_trouble()

    def close(self) -> None:
        """Write what waits and close the file."""
        # A file that hangs is left to its thread: closing it here could hang as well.
        if self._aside.close() and self._file is not None:
            self._file.close()
            self._file = None
        self._say_trouble()

    def _say_trouble(self) -> None:
        name, self._aside_name = self._aside_name, ""
        if name:
            self._tell("journal-damaged", set_aside=name)
        reason, self._trouble = self._trouble, ""
        if reason and not self._told:  # once: it is not the show's
            self._told.add(reason)
            self._tell("journal-failed", reason=reason)

    # In the thread of the queue

    def _write(self, batch: list[Entry]) -> None:
        if self._monotonic() < self._again:
            self._lost += len(batch)
            return
        try:
            self._write_now(batch)
        except (sqlite3.Error, OSError) as error:
            self._lost += len(batch)
            self._again = self._monotonic() + RETRY
            self._trouble = str(error)
            self._let_go()

    def _write_now(self, batch: list[Entry]) -> None:
        try:
            file = self._opened()
            file.write([*self._gap(), *batch])
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self._let_go()
            self._aside_name = set_aside(self._path).name
            told = {"fault": "journal-damaged", "reason": str(error)}
            file = self._opened()
            file.write([Entry(self._wall(), "fault", "", told), *self._gap(), *batch])
        self._lost, self._counted = 0, self._aside.lost

    def _gap(self) -> list[Entry]:
        """What says that entries are missing, where some are."""
        lost = self._lost + self._aside.lost - self._counted
        told = {"fault": "journal-gap", "reason": f"{lost} entries could not be written"}
        return [Entry(self._wall(), "fault", "", told)] if lost else []

    def _opened(self) -> JournalFile:
        if self._file is None:
            self._file = JournalFile(self._path, self._rows, self._size)
        return self._file

    def _let_go(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
