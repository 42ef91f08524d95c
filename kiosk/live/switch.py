"""The manual switch: somebody at the booth says that a room is on air, or is not, for some hours.

    [vina-arcedo.douyin]
    state = "on"
    until = 2026-11-28T17:00:00+08:00
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.live.said import MOST_HOURS, Said, end_of, holds, read_tables, write_tables
from kiosk.packs.fields import ID

HOURS = 4.0  # that a switch holds unless told otherwise


@dataclass(frozen=True, slots=True)
class Setting:
    """What was said of a room."""

    on: bool
    until: datetime  # aware

    def holds(self, now: datetime) -> bool:
        """Whether it still does."""
        return holds(self.until, now)


Settings = dict[tuple[str, str], Setting]


class Switches:
    """What was said of the rooms; the file is read again when it has changed.

    Args:
        path: the file.
        monotonic: seconds that never run back.
    """

    def __init__(self, path: Path, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._path = path
        self._said = Said(path, read_switches, monotonic)

    def of(self, pack: str, room: str, now: datetime) -> bool | None:
        """Whether the room was said to be on air; None when nothing was, or no longer is."""
        setting = self._said.now().get((pack, room))
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
        write_tables(self._path, _toml(kept), "switch")
        self._said.look()


def read_switches(path: Path) -> Settings:
    """What the file says; what it says wrongly, or cannot say, is as if nothing had been said."""
    settings: Settings = {}
    for pack, rooms in read_tables(path).items():
        for room, said in rooms.items() if isinstance(rooms, dict) else ():
            if ID.fullmatch(room) and (setting := _setting(said)) is not None:
                settings[pack, room] = setting
    return settings


def _setting(said: Any) -> Setting | None:
    until = end_of(said)
    if until is None or said.get("state") not in ("on", "off"):
        return None
    return Setting(said["state"] == "on", until)


def _toml(settings: Settings) -> str:
    # Ids are of a-z, 0-9 and "-", which TOML takes as bare keys.
    return "\n".join(
        f'[{pack}.{room}]\nstate = "{"on" if each.on else "off"}"\n'
        f"until = {each.until.isoformat()}\n"
        for (pack, room), each in sorted(settings.items())
    )
