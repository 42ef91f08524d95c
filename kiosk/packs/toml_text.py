"""Reads one TOML file of a pack within bounds; every way it can fail is a finding."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from kiosk.packs import limits
from kiosk.packs.codes import Code
from kiosk.packs.files import PackFiles
from kiosk.packs.lines import STRINGS, KeyPath, LineIndex

_SKELETON = re.compile(rf"{STRINGS}|\#[^\n]*")
_BRACKET = re.compile(r"[\[\]{}]")
_LONG_KEY = re.compile(rf"(?:\.[ \t]*+[\w-]++[ \t]*+){{{limits.NESTING},}}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class TomlText:
    """A parsed file that can still say where its keys stand."""

    def __init__(self, name: str, text: str, data: dict[str, Any]) -> None:
        self.name = name
        self.data = data
        self._text = text
        self._index: LineIndex | None = None

    def line(self, path: KeyPath, phrase: str = "") -> int:
        """The line of a key or of a phrase in its value, from 1; 0 when unknown."""
        if self._index is None:
            self._index = LineIndex(self._text)
        return self._index.line(path, phrase)


def load_toml(files: PackFiles, name: str, most: int) -> TomlText | None:
    """Read and parse ``name`` inside the pack, at most ``most`` bytes.

    Returns None and leaves a refusal in the report of ``files`` when that is not possible.
    """
    report = files.report
    raw = files.read(name, most)
    if raw is None:
        return None
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        report.refuse(Code.NOT_UTF8, name, line=line, byte=f"0x{raw[error.start]:02x}")
        return None
    if (control := _CONTROL.search(text)) is not None:
        line = text.count("\n", 0, control.start()) + 1
        report.refuse(Code.CONTROL_CHARACTER, name, line=line, character=f"U+{ord(control[0]):04X}")
        return None
    skeleton = _SKELETON.sub(lambda match: "s" + "\n" * match[0].count("\n"), text)
    if (count := sum(map(skeleton.count, "=,[\n"))) > limits.MARKS:
        report.refuse(Code.TOO_MANY, name, count=count, most=limits.MARKS)
        return None
    if (at := _too_deep(skeleton)) is not None:
        report.refuse(Code.TOO_DEEP, name, line=at, most=limits.NESTING)
        return None
    try:
        return TomlText(name, text, tomllib.loads(text))
    except (ValueError, RecursionError, OverflowError) as error:
        # Not only TOMLDecodeError: a number of 5,000 digits is a plain ValueError.
        place = _PLACE.search(str(error))
        line = text.count("\n") + 1 if place is not None else 0
        if place is not None and place[1]:
            line = int(place[1])
        report.refuse(Code.TOML_SYNTAX, name, line=line, reason=_PLACE.sub("", str(error)))
        return None


def _too_deep(skeleton: str) -> int | None:
    """The line where brackets or dotted keys nest too deep, before a parser meets them.

    ``tomllib`` recurses into brackets, and its time grows with the square of a key's dots.
    ``skeleton`` is the text with each string and comment cut to one letter, lines kept.
    """
    depth = 0
    for match in _BRACKET.finditer(skeleton):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > limits.NESTING:
            return skeleton.count("\n", 0, match.start()) + 1
    long_key = _LONG_KEY.search(skeleton)
    return skeleton.count("\n", 0, long_key.start()) + 1 if long_key is not None else None
