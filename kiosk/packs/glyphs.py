"""Whether the shipped fonts can draw a text: an empty box on a booth says "broken"."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from pathlib import Path

from kiosk.errors import KioskError

# Characters that shape others or space them and need no glyph of their own.
_SILENT = frozenset("\u200c\u200d\ufe0e\ufe0f")


def covered_characters(fonts: Path) -> frozenset[int]:
    """The code points that at least one otf or ttf file of the folder can draw.

    The stage falls back from font to font, so any one of them will do.
    Raises KioskError when there is no font, or a broken one.
    """
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - slow to import

    files = sorted(path for path in fonts.glob("*") if path.suffix.lower() in {".otf", ".ttf"})
    if not files:
        raise KioskError("there are no fonts", where=str(fonts), advice="restore the folder")
    covered: set[int] = set()
    for file in files:
        try:
            # TTFont leaves the file open when it is no font.
            with file.open("rb") as stream, TTFont(stream, lazy=True) as font:
                covered.update(font.getBestCmap() or {})
        except (TTLibError, OSError) as error:
            advice = "restore the file"
            raise KioskError("the font is broken", where=str(file), advice=advice) from error
    return frozenset(covered)


def undrawable(text: str, covered: Collection[int]) -> list[str]:
    """The characters of a text that no font can draw, each once, in order."""
    composed = unicodedata.normalize("NFC", text)
    return [
        char
        for char in dict.fromkeys(composed)
        if ord(char) not in covered and not char.isspace() and char not in _SILENT
    ]
