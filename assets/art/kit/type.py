"""The project's own fonts, for labels and chalk marks."""

from functools import lru_cache
from pathlib import Path

import skia

FONTS = Path(__file__).resolve().parents[2] / "fonts"
FILES = {
    "latin": "EBGaramond-Regular.ttf",
    "latin-medium": "EBGaramond-Medium.ttf",
    "latin-bold": "EBGaramond-SemiBold.ttf",
    "italic": "EBGaramond-Italic.ttf",
    "chinese": "NotoSerifSC-SemiBold.otf",
}


@lru_cache(maxsize=8)
def face(name: str) -> skia.Typeface:
    """A typeface by its role; see FILES."""
    return skia.Typeface.MakeFromFile(str(FONTS / FILES[name]))


def font(name: str, size: float) -> skia.Font:
    """A font of a given size in pixels."""
    out = skia.Font(face(name), size)
    out.setSubpixel(True)
    return out
