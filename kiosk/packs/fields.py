"""Typed, bounded access to the tables of a pack's TOML, with a finding for whatever is off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

from kiosk.packs.codes import Code
from kiosk.packs.findings import Detail, Report, control_in
from kiosk.packs.lines import KeyPath
from kiosk.packs.toml_text import TomlText

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
ID_EXAMPLE = "old-vines-2020"

_SUGGESTED_KEYS = 20  # per table: comparing names costs time, and nobody mistypes more
_TYPE_NAMES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "truth"),
    (str, "text"),
    (int, "whole"),
    (float, "number"),
    (list, "list"),
    (dict, "table"),
    ((datetime, date, time), "date"),
)


class Table:
    """One table; getters note a finding and return a harmless value when an entry is off.

    ``path`` is where it stands in the file, ``name`` how findings call it.
    """

    def __init__(
        self,
        source: TomlText,
        report: Report,
        data: dict[str, Any] | None = None,
        path: KeyPath = (),
        name: str = "",
    ) -> None:
        self.source = source
        self.report = report
        self.data = source.data if data is None else data
        self.path = path
        self.name = name
        self._known: set[str] = set()

    def key(self, key: str) -> str:
        """How findings call an entry of this table."""
        return f"{self.name}.{key}" if self.name else key

    def line(self, key: str = "", phrase: str = "") -> int:
        """The line of an entry, or of this table."""
        return self.source.line((*self.path, key) if key else self.path, phrase)

    def refuse(self, code: Code, key: str = "", **details: Detail) -> None:
        """Note a refusal at an entry, or at the table itself."""
        where, name = self.source.name, self.key(key) if key else self.name
        self.report.refuse(code, where, key=name, line=self.line(key), **details)

    def warn(self, code: Code, key: str = "", **details: Detail) -> None:
        """Note a warning at an entry, or at the table itself."""
        where, name = self.source.name, self.key(key) if key else self.name
        self.report.warn(code, where, key=name, line=self.line(key), **details)

    def has(self, key: str) -> bool:
        """Whether the entry is written down."""
        return key in self.data

    def take(self, key: str, expected: type, *, required: bool) -> Any:
        """The raw value when it has the expected type, else None (``int`` passes as float)."""
        self._known.add(key)
        if key not in self.data:
            if required:
                self.refuse(Code.KEY_MISSING, key)
            return None
        value = self.data[key]
        fits = isinstance(value, expected) or (expected is float and isinstance(value, int))
        if not fits or (isinstance(value, bool) and expected is not bool):
            self._wrong_type(key, expected, value)
            return None
        return value

    def text(
        self,
        key: str,
        most: int,
        *,
        required: bool = True,
        lines: bool = False,
        form: tuple[re.Pattern[str], str] | None = None,
    ) -> str:
        """Text of at most ``most`` characters, trimmed; "" when it is missing or off.

        Without ``lines`` runs of blanks become one space. ``form`` is a pattern and an
        example of it.
        """
        value = self.take(key, str, required=required)
        if value is None:
            return ""
        checked = self._clean(key, value, most, lines=lines)
        if checked == "" and required:
            self.refuse(Code.TEXT_EMPTY, key)
        if checked and form is not None and not form[0].fullmatch(checked):
            self.refuse(Code.BAD_FORM, key, value=checked, example=form[1])
            return ""
        return checked or ""

    def choice(self, key: str, options: Iterable[str], *, required: bool = True) -> str:
        """One of a few words, or "" when it is missing or off."""
        value = self.text(key, 60, required=required)
        allowed = list(options)
        if value and value not in allowed:
            near = nearest(value, allowed)
            more = {"suggestion": near} if near else {}
            self.refuse(Code.BAD_CHOICE, key, value=value, allowed=", ".join(allowed), **more)
            return ""
        return value

    def number(self, key: str, least: float, most: float, *, default: float | None = None) -> float:
        """A number between two bounds; required when there is no default."""
        value = self.take(key, float, required=default is None)
        if value is None:
            return least if default is None else default
        return self._bounded(key, value, least, most)

    def whole(self, key: str, least: int, most: int, *, default: int | None = None) -> int:
        """A whole number between two bounds; required when there is no default."""
        value = self.take(key, int, required=default is None)
        if value is None:
            return least if default is None else default
        return int(self._bounded(key, value, least, most))

    def pair(
        self, key: str, least: float, most: float, *, required: bool = True
    ) -> tuple[float, float] | None:
        """A list of two numbers between bounds, or None."""
        found = self.numbers(key, 2, least, most, "[0.42, 0.40]", required=required)
        return (found[0], found[1]) if found else None

    def numbers(
        self, key: str, count: int, least: float, most: float, example: str, *, required: bool
    ) -> tuple[float, ...] | None:
        """A list of ``count`` numbers between bounds, or None."""
        value = self.take(key, list, required=required)
        if value is None:
            return None
        if len(value) != count:
            self.refuse(Code.BAD_FORM, key, value=f"[{len(value)}]", example=example)
            return None
        for item in value:
            if isinstance(item, bool) or not isinstance(item, int | float):
                self._wrong_type(key, float, item)
                return None
        return tuple(float(self._bounded(key, item, least, most)) for item in value)

    def texts(self, key: str, count: int, most: int, *, required: bool = True) -> tuple[str, ...]:
        """A list of at most ``count`` texts of at most ``most`` characters."""
        value = self.take(key, list, required=required)
        if value is None or not self._count(key, value, count):
            return ()
        found: list[str] = []
        for item in value:
            if not isinstance(item, str):
                self._wrong_type(key, str, item)
                return ()
            checked = self._clean(key, item, most, lines=False)
            if checked == "":
                self.refuse(Code.TEXT_EMPTY, key)
            if not checked:
                return ()
            found.append(checked)
        return tuple(found)

    def mapping(self, key: str, count: int, word: int, most: int) -> dict[str, str]:
        """An optional table of free keys (at most ``word`` characters) to texts."""
        table = self.table(key, required=False)
        if table is None or not table._count("", table.data, count):
            return {}
        found: dict[str, str] = {}
        for name in table.data:
            if len(name) > word or control_in(name):
                table.refuse(Code.TEXT_TOO_LONG, "", length=len(name), most=word)
                return found
            value = table.text(name, most)
            if value:
                found[name] = value
        return found

    def table(self, key: str, *, required: bool = True) -> Table | None:
        """The table of that name, or None."""
        value = self.take(key, dict, required=required)
        if value is None:
            return None
        return Table(self.source, self.report, value, (*self.path, key), self.key(key))

    def tables(self, key: str, count: int, *, required: bool = False) -> Iterator[Table]:
        """The tables of an array of tables, at most ``count``; none of them when there are more."""
        value = self.take(key, list, required=required)
        if value is None or not self._count(key, value, count):
            return
        for number, item in enumerate(value):
            name = f"{self.key(key)}[{number + 1}]"
            if not isinstance(item, dict):
                self._wrong_type(key, dict, item)
                return
            yield Table(self.source, self.report, item, (*self.path, key, number), name)

    def finish(self, *also: str, code: Code = Code.KEY_UNKNOWN) -> None:
        """Warn of every entry nobody asked for, with the name that was perhaps meant."""
        known = sorted(self._known | set(also))
        unknown = [key for key in self.data if key not in known]
        for number, key in enumerate(unknown):
            near = nearest(key, known) if number < _SUGGESTED_KEYS else ""
            self.warn(code, key, **({"suggestion": near} if near else {}))

    def _clean(self, key: str, value: str, most: int, *, lines: bool) -> str | None:
        """The text trimmed, or None and a refusal when it is too long or has controls."""
        kept = value.strip() if lines else " ".join(value[: 4 * most + 1].split())
        length = len(kept) if lines or len(value) <= 4 * most else len(value)
        if length > most:
            self.refuse(Code.TEXT_TOO_LONG, key, length=length, most=most)
            return None
        plain = kept.replace("\n", " ").replace("\t", " ") if lines else kept
        if char := control_in(plain):
            self.refuse(Code.CONTROL_CHARACTER, key, character=f"U+{ord(char):04X}")
            return None
        return kept

    def _bounded(self, key: str, value: float, least: float, most: float) -> float:
        if not least <= value <= most:  # also false for nan
            self.refuse(Code.OUT_OF_RANGE, key, value=_short(value), least=least, most=most)
            return least
        return value

    def _count(self, key: str, value: list[Any] | dict[str, Any], most: int) -> bool:
        if len(value) > most:
            self.refuse(Code.TOO_MANY, key, count=len(value), most=most)
            return False
        return True

    def _wrong_type(self, key: str, expected: type, value: object) -> None:
        names = {kind: name for kind, name in _TYPE_NAMES if isinstance(kind, type)}
        found = next(name for kind, name in _TYPE_NAMES if isinstance(value, kind))
        self.refuse(Code.WRONG_TYPE, key, expected=names[expected], found=found)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was perhaps meant, or ""."""
    import difflib  # noqa: PLC0415 - only when something is off

    near = difflib.get_close_matches(word[:60], list(known), 1, 0.6)
    return near[0] if near else ""


def _short(value: float) -> str:
    # A whole number may have thousands of digits, more than str() is allowed to write.
    return str(value) if abs(value) < 10**15 else f"{'-' if value < 0 else ''}≥10^15"
