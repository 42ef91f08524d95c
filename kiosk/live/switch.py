"""The manual switch: somebody at the booth says that a room is on air, or is not, for some hours.

It is a small TOML file, so that it survives a restart and a technician can read it:

    [vina-arcedo.douyin]
    state = "on"
    until = 2026-11-28T17:00:00+08:00
"""

import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.booth.safe_files import write_whole
from kiosk.errors import KioskError

HOURS = 4.0  # that a switch holds unless told otherwise
MOST_HOURS = 24.0  # what is forgotten ends the next day
SIZE_LIMIT = 64 * 1024  # bytes
LOOK = 2.0  # s between two looks at the file


@dataclass(frozen=True, slots=True)
class Setting:
    """What was said of a room."""

    on: bool
    until: datetime  # aware

    def holds(self, now: datetime) -> bool:
        """Whether it still does. One that ends too far ahead was set by a wrong clock."""
        return now < self.until <= now + timedelta(hours=MOST_HOURS)


Settings = dict[tuple[str, str], Setting]


class Switches:
    """What was said of the rooms; the file is read again when it has changed.

    Args:
        path: the file.
        monotonic: seconds that never run back.
    """

    def __init__(self, path: Path, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._path, self._monotonic = path, monotonic
        self._settings: Settings = {}
        self._looked: float | None = None
        self._stamp: tuple[int, int] | None = None

    def of(self, pack: str, room: str, now: datetime) -> bool | None:
        """Whether the room was said to be on air; None when nothing was, or no longer is."""
        self._look()
        setting = self._settings.get((pack, room))
        return setting.on if setting and setting.holds(now) else None

    def set(self, pack: str, room: str, on: bool | None, now: datetime, hours: float) -> None:
        """Say that a room is on air, or is not, for so many hours; None takes it back.

        Raises:
            KioskError: it cannot be written down.
        """
        kept = {key: each for key, each in read_switches(self._path).items() if each.holds(now)}
        kept.pop((pack, room), None)
        if on is not None:
            until = now + timedelta(hours=min(hours, MOST_HOURS))
            kept[pack, room] = Setting(on, until.replace(microsecond=0))
        try:
            write_whole(self._path, _toml(kept).encode())
        except OSError as error:
            raise KioskError(
                f"the switch cannot be written ({error.strerror})",
                where=str(self._path),
                advice="free some space, or let the folder be written to",
            ) from error
        self._looked = None

    def _look(self) -> None:
        now = self._monotonic()
        if self._looked is not None and now - self._looked < LOOK:
            return
        self._looked = now
        try:
            found = self._path.stat()
            stamp = (found.st_mtime_ns, found.st_size)
        except OSError:
            stamp = None
        if stamp != self._stamp:
            self._stamp = stamp
            self._settings = read_switches(self._path)


def read_switches(path: Path) -> Settings:
    """What the file says; what it says wrongly, or cannot say, is as if nothing had been said."""
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
        packs = tomllib.loads(content[:SIZE_LIMIT].decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    settings: Settings = {}
    for pack, rooms in packs.items():
        for room, said in rooms.items() if isinstance(rooms, dict) else ():
            if (setting := _setting(said)) is not None:
                settings[pack, room] = setting
    return settings


def _setting(said: Any) -> Setting | None:
    if not isinstance(said, dict):
        return None
    state, until = said.get("state"), said.get("until")
    if state not in ("on", "off") or not isinstance(until, datetime) or until.tzinfo is None:
        return None
    return Setting(state == "on", until)


def _toml(settings: Settings) -> str:
    # Ids are of a-z, 0-9 and "-", which TOML takes as bare keys.
    return "\n".join(
        f'[{pack}.{room}]\nstate = "{"on" if each.on else "off"}"\n'
        f"until = {each.until.isoformat()}\n"
        for (pack, room), each in sorted(settings.items())
    )
