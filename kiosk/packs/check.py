"""The deep check of a pack: everything the reader sees, and everything that needs time.

It decodes every file, tries every character against the fonts, and reads the words as an
editor who knows the law would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.packs import limits
from kiosk.packs.advertising import Rules
from kiosk.packs.codes import Code
from kiosk.packs.findings import Finding, Report
from kiosk.packs.glyphs import covered_characters, undrawable
from kiosk.packs.lines import KeyPath
from kiosk.packs.media import Decode, DecodeProcess, check_media
from kiosk.packs.model import Pack
from kiosk.packs.read import WINERY, Reading, examine_pack
from kiosk.packs.toml_text import TomlText

# WCAG 2.2, success criterion 1.4.3.
CONTRAST = 4.5
_PAIRS = (("ink", "paper"), ("light", "ground"))

# Characters a second of unhurried speech, pauses included: counted over baked narration.
_HAN_RATE = 4.3
_LATIN_RATE = 14.5
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")

_SPOKEN: dict[str | int, Code] = {"script": Code.SCRIPT_LONG, "answer": Code.ANSWER_LONG}
_UNSEEN = ("readings", "keywords")  # for the voice, and for what visitors type

_GLYPH_FINDINGS = 20  # per file: a pack in an uncovered script would repeat itself


def check_pack(
    folder: Path, fonts: Path, today: date | None = None, decode: Decode | None = None
) -> list[Finding]:
    """Everything there is to mend in a pack, in the order of files and lines.

    ``fonts`` holds the otf and ttf files that the show ships. ``today`` (by default the
    computer's) decides which dates are over; ``decode`` replaces the process that decodes
    media. Raises KioskError only when the fonts cannot be read.
    """
    reading = examine_pack(folder)
    if decode is not None:
        check_media(reading.files.root, reading.pack, reading.report, decode)
    else:
        with DecodeProcess() as process:
            check_media(reading.files.root, reading.pack, reading.report, process.decode)
    if WINERY in reading.sources:
        _check_focus(reading.sources[WINERY], reading.report)
        _check_languages(reading)
    _check_words(reading, covered_characters(fonts))
    if reading.pack is not None:
        _check_contrast(reading.pack, reading)
        _check_dates(reading.pack, reading, today or date.today())
    return in_order(reading.report.findings)


def in_order(findings: list[Finding]) -> list[Finding]:
    """Findings by file (``winery.toml``, then words, then media) and line."""

    def place(finding: Finding) -> tuple[bool, bool, str, int]:
        where = finding.where
        return (where != WINERY, not where.startswith("text/"), where, finding.line)

    return sorted(findings, key=place)


def spoken_seconds(script: str) -> float:
    """About how long a script takes to say, in seconds."""
    han = len(_HAN.findall(script))
    return han / _HAN_RATE + (len(script) - han) / _LATIN_RATE


def _check_words(reading: Reading, covered: frozenset[int]) -> None:
    for name, source in reading.sources.items():
        if name == WINERY:
            continue
        rules = Rules(Path(name).stem)
        missing: set[str] = set()
        for path, text in _texts(source.data):
            key, line = ".".join(str(part) for part in path), source.line
            for char in undrawable(text, covered):
                if char not in missing and len(missing) < _GLYPH_FINDINGS:
                    missing.add(char)
                    details = {"character": char, "point": f"U+{ord(char):04X}"}
                    at = line(path, char)
                    reading.report.warn(Code.GLYPH_MISSING, name, key=key, line=at, **details)
            for hit in rules.find(text):
                at = line(path, hit.phrase)
                reading.report.warn(hit.code, name, key=key, line=at, phrase=hit.phrase)
            code = _SPOKEN.get(path[-1])
            if code and (seconds := spoken_seconds(text)) > limits.SCRIPT_SECONDS:
                figures = {"seconds": round(seconds), "most": round(limits.SCRIPT_SECONDS)}
                reading.report.warn(code, name, key=key, line=line(path), **figures)


def _texts(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text that visitors see or hear, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for item in value:
            # A list's items stand at the list's own key.
            yield from _texts(item, path)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _UNSEEN:
                yield from _texts(item, (*path, key))


def _check_focus(source: TomlText, report: Report) -> None:
    """Pictures are cropped to every shape of screen; without a focus that may cut the subject."""
    for group in ("scenes", "wines"):
        tables = source.data.get(group)
        for number, table in enumerate(tables if isinstance(tables, list) else []):
            if not isinstance(table, dict):
                continue
            name = f"{group}.{table.get('id', number + 1)}"
            for picture, focus in (("picture", "focus"), ("portrait", "portrait_focus")):
                if picture in table and focus not in table:
                    line = source.line((group, number, picture))
                    report.warn(Code.FOCUS_MISSING, WINERY, key=f"{name}.{focus}", line=line)


def _check_languages(reading: Reading) -> None:
    """Words in a language that ``winery.toml`` does not list are never shown."""
    listed = reading.sources[WINERY].data.get("languages")
    names = {f"{language}.toml" for language in listed} if isinstance(listed, list) else set()
    for file in sorted((reading.files.root / "text").glob("*.toml"))[: limits.FINDINGS]:
        if file.name not in names:
            where = f"text/{file.name}"
            reading.report.warn(Code.LANGUAGE_UNLISTED, where, language=file.stem)


def _check_contrast(pack: Pack, reading: Reading) -> None:
    for first, second in _PAIRS:
        ratio = contrast(getattr(pack.theme, first), getattr(pack.theme, second))
        if ratio < CONTRAST:
            line = reading.sources[WINERY].line(("theme", first))
            figures = {"ratio": round(ratio, 1), "least": CONTRAST}
            reading.report.warn(
                Code.WEAK_CONTRAST,
                WINERY,
                key=f"theme.{first}",
                line=line,
                first=first,
                second=second,
                **figures,
            )


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def _check_dates(pack: Pack, reading: Reading, today: date) -> None:
    """A window whose days are all over never opens again."""
    windows = [
        ("rooms", number, room.id, "timetable", room.timetable)
        for number, room in enumerate(pack.rooms)
    ] + [
        ("scenes", number, scene.id, "hours", scene.windows)
        for number, scene in enumerate(pack.scenes)
    ]
    for group, number, name, key, entries in windows:
        for position, window in enumerate(entries):
            if window.dates and not window.days and max(window.dates) < today:
                line = reading.sources[WINERY].line((group, number, key, position, "dates"))
                at = f"{group}.{name}.{key}[{position + 1}].dates"
                last = max(window.dates).isoformat()
                reading.report.warn(Code.DATE_PAST, WINERY, key=at, line=line, last=last)
