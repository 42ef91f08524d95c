"""Words on the sheets, in the shipped fonts: Latin and IPA in EB Garamond, Chinese in Noto."""

from __future__ import annotations

from functools import cache
from itertools import groupby

from PIL import ImageDraw, ImageFont

from kiosk import resources
from kiosk.errors import DisplayError

# Cellar dark, paper, burgundy: the colours of the house (bridge/theme_view.py).
GROUND, PAPER, ACCENT, MUTED = (23, 18, 15), (239, 232, 218), (156, 59, 51), (158, 146, 130)
CJK = 0x2E80  # the first of the East Asian blocks
TITLE, TEXT = "title", "text"
_FILES = {
    (TITLE, False): "EBGaramond-SemiBold.ttf", (TITLE, True): "NotoSerifSC-SemiBold.otf",
    (TEXT, False): "EBGaramond-Medium.ttf", (TEXT, True): "NotoSansSC-Medium.otf",
}  # fmt: skip
_CHINESE = 0.86  # its characters fill the square, Latin's do not: equal to the eye

Colour = tuple[int, int, int]


@cache
def _font(role: str, chinese: bool, size: int) -> ImageFont.FreeTypeFont:
    path = resources.fonts() / _FILES[role, chinese]
    try:
        return ImageFont.truetype(path, round(size * _CHINESE) if chinese else size)
    except OSError as error:
        raise DisplayError(
            "the font cannot be read", where=str(path), advice="install the program again"
        ) from error


def _runs(text: str) -> list[tuple[bool, str]]:
    return [(chinese, "".join(run)) for chinese, run in groupby(text, lambda c: ord(c) >= CJK)]


def length(text: str, size: int, role: str = TEXT) -> float:
    """Pixels a line takes."""
    return sum(_font(role, chinese, size).getlength(run) for chinese, run in _runs(text))


def write(
    draw: ImageDraw.ImageDraw,
    place: tuple[float, float],
    text: str,
    size: int,
    colour: Colour = PAPER,
    role: str = TEXT,
) -> float:
    """Set one line from its baseline's left end. Returns where it ends.

    Raises:
        DisplayError: a shipped font is missing.
    """
    x, y = place
    for chinese, run in _runs(text):
        font = _font(role, chinese, size)
        draw.text((x, y), run, fill=colour, font=font, anchor="ls")
        x += font.getlength(run)
    return x


def seal(draw: ImageDraw.ImageDraw, right: float, top: float, short: int) -> float:
    """The AI label for a picture whose short side has that many pixels. Returns its side.

    Its characters are over 5 % of the short side high, as GB 45438-2025 asks.
    """
    size = round(short * 0.054)
    side = round(size * 2.5)
    left = right - side
    draw.rounded_rectangle((left, top, right, top + side), side * 0.05, fill=ACCENT)
    inset = side * 0.05
    draw.rounded_rectangle(
        (left + inset, top + inset, right - inset, top + side - inset),
        side * 0.03, outline=PAPER, width=max(1, side // 90),
    )  # fmt: skip
    for row, word in enumerate(("AI", "生成")):
        font = _font(TITLE, True, round(size / _CHINESE))
        middle = (left + side / 2, top + side * (0.31 + 0.385 * row))
        draw.text(middle, word, fill=PAPER, font=font, anchor="mm")
    return side
