"""A running record of what happens, as JSON lines, for tests, benchmarks and technicians."""

import json
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from kiosk.errors import KioskError

# Told of what happens: the event's name and its figures.
Log = Callable[..., None]


def process_age() -> float:
    """Seconds since this process was started, interpreter and imports included."""
    if sys.platform == "linux":
        # Field 22 of /proc/self/stat is the start in clock ticks (100 a second) since boot.
        # It stands behind the program's name, which may hold anything.
        fields = Path("/proc/self/stat").read_bytes().rpartition(b")")[2].split()
        return time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / 100
    return time.perf_counter() - STARTED


STARTED = time.perf_counter()


def to_all(*logs: Log) -> Log:
    """A log that tells several, in their order."""

    def tell(event: str, **figures: object) -> None:
        for log in logs:
            log(event, **figures)

    return tell


class Events:
    """Writes one JSON object per event; does nothing without a file.

    The show does not depend on its record: when the disk is full the record ends.

    Args:
        path: the file, written anew.

    Raises:
        KioskError: the file cannot be written.
    """

    def __init__(self, path: Path | None) -> None:
        self._file: TextIO | None = None
        if path is None:
            return
        try:
            # File names may hold bytes that are no text: they are written as JSON's own escapes.
            self._file = path.open("w", encoding="utf-8", errors="backslashreplace")
        except OSError as error:
            raise KioskError(
                f"the events cannot be written ({error.strerror})",
                where=str(path),
                advice="name a file in a folder that can be written to",
            ) from error

    def __call__(self, event: str, **figures: object) -> None:
        """Record an event with the seconds since the process began."""
        if self._file is not None:
            row = {"t": round(process_age(), 4), "event": event, **figures}
            try:
                self._file.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
                self._file.flush()
            except OSError:
                self.close()

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            with suppress(OSError):  # what could not be flushed cannot be flushed now either
                self._file.close()
            self._file = None
