"""The winery at work: which set takes a scene, and what it needs to know."""

from pathlib import Path
from typing import Any

import skia

import chalk
from kit.type import font
from pack import Pack

SETS = {  # region, scene -> set
    ("piedmont", "ageing"): "botti",
    ("bordeaux", "ageing"): "chai",
    ("douro", "ageing"): "schist",
    ("qingtian", "ageing"): "tunnel",
    ("rioja", "fermenting"): "pumpover",
    ("douro", "fermenting"): "lagar",
    ("qingtian", "fermenting"): "coldtank",
    ("piedmont", "fermenting"): "boards",
    ("bordeaux", "fermenting"): "vats",
}


def facts(pack: Pack, scene: str, work: Path) -> dict[str, Any]:
    """Further facts for a set of ``SETS``, ready for JSON; draws what is written in it."""
    kind = SETS[pack.region, scene]
    out: dict[str, Any] = {"set": kind}
    if kind == "botti":
        door = [("30 hl", 0.14, 0.09, 0.20), ("12.11.22", 0.10, 0.38, 0.145)]
        door += [("8.4.23", 0.13, 0.58, 0.14)]
        out["door"] = str(chalk.write(work / "door.png", (640, 760), door, pen=0.10, dry=0.4))
        head = [("'22", 0.38, 0.21, 0.135)]
        out["marks"] = str(chalk.write(work / "mark.png", (1024, 1024), head, pen=0.085, dry=0.5))
    if kind in ("chai", "schist"):
        year = max(w.vintage for w in pack.wines.values() if w.vintage)
        out["marks"] = str(brand(work / "mark.png", pack, year))
    if kind == "tunnel":
        out["slip"] = str(slip(work / "mark.png", "杨梅酒", (28, 22, 20), (168, 34, 30)))
    return out


def slip(path: Path, words: str, ink: Any, ground: Any) -> Path:
    """A paper slip with words down its middle."""
    w, h = 300, 660
    surface = skia.Surface(w, h)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(*ground))
    paint = skia.Paint(AntiAlias=True, Color=skia.Color(*ink))
    face = font("chinese", 170)
    for k, sign in enumerate(words):
        wide = face.measureText(sign)
        canvas.drawString(sign, (w - wide) / 2, 190 + k * 195, face, paint)
    surface.makeImageSnapshot().save(str(path), skia.kPNG)
    return path


def brand(path: Path, pack: Pack, year: str) -> Path:
    """What is burnt into a barrel's head: the house's name in two lines, a rule, the year."""
    side = 1024
    surface = skia.Surface(side, side)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(0, 0, 0, 0))
    ink = skia.Paint(AntiAlias=True, Color=skia.Color(24, 14, 9, 225))
    words = next(iter(pack.wines.values())).house.upper().split()
    lines = [" ".join(words[:-1]), words[-1]] if len(words) > 1 else words
    y = 300.0
    for line, size in zip(lines, (62, 92), strict=False):
        face = font("latin-bold", size)
        spread = 0.16 * size
        wide = sum(face.measureText(c) + spread for c in line) - spread
        x = (side - wide) / 2
        for c in line:
            canvas.drawString(c, x, y, face, ink)
            x += face.measureText(c) + spread
        y += 112
    face = font("latin-bold", 120)
    canvas.drawString(year, (side - face.measureText(year)) / 2, 760, face, ink)
    rule = skia.Paint(ink)
    rule.setStrokeWidth(6)
    canvas.drawLine(side * 0.40, 610, side * 0.60, 610, rule)
    surface.makeImageSnapshot().save(str(path), skia.kPNG)
    return path
