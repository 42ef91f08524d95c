"""Make the shipped fonts from their published packages. See README.md for the commands.

Chinese: one face of a Noto CJK collection, cut down to the simplified-Chinese reading of every
hanzi it has (Hangul and the other regions' variants go), renamed as Google's own single-region
fonts are. Latin: still instances of the EB Garamond variable fonts, features untouched.
Both are allowed by the OFL: neither "Noto" nor "EB Garamond" is a reserved font name.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).resolve().parent
# A fixed time stamp (2026-01-01, seconds since 1904) keeps two builds byte for byte the same.
STAMP = 3849984000

# What the Chinese faces leave out: Hangul in all its blocks. Everything else that the face has
# stays, so that any exhibitor's Chinese can be set.
HANGUL = (
    range(0x1100, 0x1200),
    range(0x3130, 0x3190),
    range(0x3200, 0x3220),
    range(0x3260, 0x3280),
    range(0xA960, 0xA980),
    range(0xAC00, 0xD800),
    range(0xFFA0, 0xFFE0),
)
# Upright punctuation in vertical titles, and the half-width and proportional forms with which
# a caller tightens or hangs punctuation. "locl" is left out: the face already is Chinese.
CHINESE_FEATURES = """
    ccmp liga kern mark mkmk vert vrt2 vkrn valt halt vhal palt vpal fwid hwid pwid
""".split()
# file name -> (collection, family, weight name)
CHINESE = {
    "NotoSerifSC-SemiBold.otf": ("NotoSerifCJK-SemiBold.ttc", "Noto Serif SC", "SemiBold"),
    "NotoSansSC-Medium.otf": ("NotoSansCJK-Medium.ttc", "Noto Sans SC", "Medium"),
}
# file name -> (variable font, weight, weight name, italic)
LATIN = {
    "EBGaramond-Regular.ttf": ("EBGaramond[wght].ttf", 400, "Regular", False),
    "EBGaramond-Medium.ttf": ("EBGaramond[wght].ttf", 500, "Medium", False),
    "EBGaramond-SemiBold.ttf": ("EBGaramond[wght].ttf", 600, "SemiBold", False),
    "EBGaramond-Italic.ttf": ("EBGaramond-Italic[wght].ttf", 400, "Italic", True),
}
REGULAR = 400
COPYRIGHT, FAMILY, STYLE, UNIQUE, FULL, VERSION, POSTSCRIPT = range(7)
TRADEMARK, TYPO_FAMILY, TYPO_STYLE = 7, 16, 17


def rename(font: TTFont, family: str, style: str, unique_suffix: str) -> None:
    """Write the family and style names that every platform's font list reads."""
    table = font["name"]
    version = (table.getDebugName(VERSION) or "").split(";")[0].removeprefix("Version ")
    copyright_line = table.getDebugName(COPYRIGHT) or ""
    trademark = table.getDebugName(TRADEMARK) or ""
    licence = {number: table.getDebugName(number) or "" for number in (13, 14)}
    table.names = []
    basic = style in {"Regular", "Italic"}  # the four-style model of older systems
    postscript = f"{family.replace(' ', '')}-{style}"
    names = {
        COPYRIGHT: copyright_line,
        FAMILY: family if basic else f"{family} {style}",
        STYLE: style if basic else "Regular",
        UNIQUE: f"{version};{postscript};{unique_suffix}",
        FULL: f"{family} {style}",
        VERSION: f"Version {version}",
        POSTSCRIPT: postscript,
        TRADEMARK: trademark,
        **licence,
    }
    if not basic:
        names |= {TYPO_FAMILY: family, TYPO_STYLE: style}
    for number, text in names.items():
        if text:
            table.setName(text, number, 3, 1, 0x409)
    font["head"].modified = font["head"].created = STAMP
    font.recalcTimestamp = False
    if "CFF " in font:
        top = font["CFF "].cff
        top.fontNames = [postscript]
        top.topDictIndex[0].FullName = f"{family} {style}"
        top.topDictIndex[0].FamilyName = family


def kept(codes: Iterable[int]) -> list[int]:
    """The code points of a Chinese face that are shipped."""
    return [code for code in codes if not any(code in block for block in HANGUL)]


def chinese(source: Path, family: str, style: str, target: Path) -> None:
    """Cut the simplified-Chinese face out of a collection and write it."""
    collection = TTCollection(str(source), lazy=True)
    font = next(
        face for face in collection if face["name"].getDebugName(TYPO_FAMILY).endswith("CJK SC")
    )
    options = Options()
    options.layout_features = CHINESE_FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=kept(font.getBestCmap()))
    subsetter.subset(font)
    rename(font, family, style, "Cellarcast subset")
    font.save(str(target))


def latin(source: Path, weight: int, style: str, italic: bool, target: Path) -> None:
    """Write one still instance of a variable font, all features kept."""
    font = instantiateVariableFont(TTFont(str(source)), {"wght": weight})
    if "STAT" in font:
        del font["STAT"]
    rename(font, "EB Garamond", style, "Cellarcast instance")
    font["OS/2"].usWeightClass = weight
    # USE_TYPO_METRICS stays; bit 0 italic, bit 5 bold, bit 6 regular.
    selection = font["OS/2"].fsSelection & ~0b1100001
    plain = weight == REGULAR and not italic
    font["OS/2"].fsSelection = selection | (0b1 if italic else 0) | (0b1000000 if plain else 0)
    font["head"].macStyle = 0b10 if italic else 0
    font.save(str(target))


def main() -> None:
    """Build every font into this folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--noto", type=Path, default=Path("/usr/share/fonts/opentype/noto"))
    parser.add_argument("--garamond", type=Path, required=True, help="folder of the two .ttf")
    arguments = parser.parse_args()
    for name, (collection, family, style) in CHINESE.items():
        chinese(arguments.noto / collection, family, style, HERE / name)
    for name, (variable, weight, style, italic) in LATIN.items():
        latin(arguments.garamond / variable, weight, style, italic, HERE / name)
    for name in (*CHINESE, *LATIN):
        path = HERE / name
        print(f"{name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
