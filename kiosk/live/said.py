"""Small TOML files in which somebody at the booth says something, for some time.

They survive a restart, and a technician can read them. Whatever stands in them, the show goes on.
"""

import time
import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Generic, TypeVar

from kiosk.booth.safe_files import write_whole
from kiosk.errors import KioskError
from kiosk.packs.fields import ID

MOST_HOURS = 24.0  # what is forgotten ends the next day
SIZE_LIMIT = 64 * 1024  # bytes
LOOK = 2.0  # s between two looks at a file

T = TypeVar("T")


def holds(until: datetime, now: datetime) -> bool:
    """Whether what was said still does. What ends too far ahead was said by a wrong clock."""
    return now < until <= now + timedelta(hours=MOST_HOURS)


def end_of(said: Any) -> datetime | None:
    """When a table of such a file says that it ends; None when it does not say so clearly."""
    until = said.get("until") if isinstance(said, dict) else None
    return until if isinstance(until, datetime) and until.tzinfo is not None else None


def read_tables(path: Path) -> dict[str, Any]:
    """What the file says of packs, by their ids; nothing when it cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
        said = tomllib.loads(content[:SIZE_LIMIT].decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    # What is no id is not kept: ids need no quotes when they are written down again.
    return {key: each for key, each in said.items() if ID.fullmatch(key)}


def write_tables(path: Path, text: str, what: str) -> None:
    """Put it down.

    Args:
        path: the file.
        text: TOML.
        what: that is said, for the message.

    Raises:
        KioskError: it cannot be written.
    """
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise KioskError(
            f"the {what} cannot be written ({error.strerror})",
            where=str(path),
            advice="free some space, or let the folder be written to",
        ) from error


class Said(Generic[T]):
    """What a file says; it is read again when it has changed.

    Args:
        path: the file.
        read: what it says, whatever is in it; never raises.
        monotonic: seconds that never run back.
    """

    def __init__(
        self, path: Path, read: Callable[[Path], T], monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._path, self._read, self._monotonic = path, read, monotonic
        self._looked: float | None = None
        self._stamp: tuple[int, int] | None = None
        self._content: T | None = None

    def now(self) -> T:
        """As of two seconds ago at the latest."""
        now = self._monotonic()
        if self._content is not None and self._looked is not None and now - self._looked < LOOK:
            return self._content
        self._looked = now
        try:
            found = self._path.stat()
            stamp = (found.st_mtime_ns, found.st_size)
        except OSError:
            stamp = None
        if self._content is None or stamp != self._stamp:
            self._stamp = stamp
            self._content = self._read(self._path)
        return self._content

    def told(self, content: T) -> None:
        """It says this from now on, whether it could be written down or not."""
        self.now()
        self._content = content

    def look(self) -> None:
        """Look at the file when it is asked for next."""
        self._looked = None
