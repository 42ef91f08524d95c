"""A running record of what happens, as JSON lines, for tests, benchmarks and technicians."""

import json
import sys
import time
from pathlib import Path
from typing import TextIO


def process_age() -> float:
    """Seconds since this process was started, interpreter and imports included."""
    if sys.platform == "linux":
        # Field 22 of /proc/self/stat is the start in clock ticks (100 a second) since boot.
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / 100
    return time.perf_counter() - STARTED


STARTED = time.perf_counter()


class Events:
    """Writes one JSON object per event; does nothing without a file.

    Args:
        path: the file, written anew.
    """

    def __init__(self, path: Path | None) -> None:
        self._file: TextIO | None = path.open("w", encoding="utf-8") if path else None

    def __call__(self, event: str, **figures: object) -> None:
        """Record an event with the seconds since the process began."""
        if self._file is not None:
            row = {"t": round(process_age(), 4), "event": event, **figures}
            self._file.write(json.dumps(row, ensure_ascii=False) + "\n")
            self._file.flush()

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None
