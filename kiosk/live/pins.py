"""Pinned wines: somebody at the booth says which wine of a winery is being sold now.

Until then its room and code are on the label, whatever scene of that winery runs.

    [vina-arcedo]
    wine = "crianza"
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

MINUTES = 60.0  # that a pin holds unless told otherwise
MOST_MINUTES = MOST_HOURS * 60


@dataclass(frozen=True, slots=True)
class Pin:
    """What was said of a winery: this wine, until then."""

    wine: str  # id
    until: datetime  # aware


class Pins:
    """What is pinned, by winery; the file is read again when it has changed.

    Args:
        path: the file.
        monotonic: seconds that never run back.
    """

    def __init__(self, path: Path, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._path = path
        self._said = Said(path, read_pins, monotonic)

    def of(self, pack: str, now: datetime) -> str:
        """Id of the winery's pinned wine; "" when none is, or no longer is."""
        pin = self._said.now().get(pack)
        return pin.wine if pin and holds(pin.until, now) else ""

    def packs(self, now: datetime) -> tuple[str, ...]:
        """The wineries that have one."""
        return tuple(pack for pack in self._said.now() if self.of(pack, now))

    def set(self, pack: str, wine: str, now: datetime, minutes: float = MINUTES) -> None:
        """Pin a wine for so many minutes; "" lets go. It holds here even when it cannot be kept.

        Raises:
            KioskError: it cannot be written down: nobody else knows of it, and a restart forgets.
        """
        kept = {key: pin for key, pin in read_pins(self._path).items() if holds(pin.until, now)}
        kept.pop(pack, None)
        if wine:
            until = now + timedelta(minutes=min(minutes, MOST_MINUTES))
            kept[pack] = Pin(wine, until.replace(microsecond=0))
        self._said.told(kept)
        write_tables(self._path, _toml(kept), "pin")
        self._said.look()


def read_pins(path: Path) -> dict[str, Pin]:
    """What the file says; what it says wrongly, or cannot say, is as if nothing had been said."""
    pins = {pack: _pin(said) for pack, said in read_tables(path).items()}
    return {pack: pin for pack, pin in pins.items() if pin is not None}


def _pin(said: Any) -> Pin | None:
    until = end_of(said)
    wine = said.get("wine") if until is not None else None
    if until is None or not isinstance(wine, str) or not ID.fullmatch(wine):
        return None
    return Pin(wine, until)


def _toml(pins: dict[str, Pin]) -> str:
    # Ids are of a-z, 0-9 and "-": bare keys, and nothing to escape in a string.
    return "\n".join(
        f'[{pack}]\nwine = "{pin.wine}"\nuntil = {pin.until.isoformat()}\n'
        for pack, pin in sorted(pins.items())
    )
