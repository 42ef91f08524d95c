"""Hours and days: the ``hours`` of a scene and the ``timetable`` of a room."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from kiosk.packs import limits
from kiosk.packs.codes import Code
from kiosk.packs.fields import Table
from kiosk.packs.model import Window

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_windows(owner: Table, key: str) -> tuple[Window, ...]:
    """The windows at ``key``; a malformed one is a refusal. Empty when nothing is written."""
    return tuple(_window(table) for table in owner.tables(key, limits.WINDOWS))


def _window(table: Table) -> Window:
    start, end = _time(table, "from"), _time(table, "to")
    days = _items(table, "days", len(DAYS))
    numbers: set[int] = set()
    for day in days:
        if day not in DAYS:
            table.refuse(Code.BAD_CHOICE, "days", value=str(day), allowed=", ".join(DAYS))
        else:
            numbers.add(DAYS.index(day) + 1)
    dates, closed = _dates(table, "dates"), _dates(table, "except")
    table.finish("from", "to", "days", "dates", "except")
    return Window(start, end, frozenset(numbers), dates, closed)


def _dates(table: Table, key: str) -> frozenset[date]:
    found = {_date(table, key, item) for item in _items(table, key, limits.DATES)}
    return frozenset(filter(None, found))


def _items(table: Table, key: str, most: int) -> list[Any]:
    value = table.take(key, list, required=False) or []
    if len(value) > most:
        table.refuse(Code.TOO_MANY, key, count=len(value), most=most)
        return []
    return list(value)


def _time(table: Table, key: str) -> time:
    """A time written "20:00" or as TOML's own 20:00:00; "24:00" is midnight."""
    value = table.data.get(key, "00:00")
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        table.refuse(Code.BAD_TIME, key, value=str(value)[:20])
        return time(0, 0)
    return time(int(match[1] or 0), int(match[2] or 0))


def _date(table: Table, key: str, value: object) -> date | None:
    """A date written "2026-11-28" or as TOML's own date."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    shown = value[:20] if isinstance(value, str) else type(value).__name__
    table.refuse(Code.BAD_DATE, key, value=shown)
    return None
