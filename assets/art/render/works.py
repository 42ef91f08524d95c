"""The winery at work: which set takes a scene, and what it needs to know."""

import math
from pathlib import Path
from typing import Any

import skia
from PIL import Image

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
    ("rioja", "blending"): "trials",
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
    if kind == "coldtank":
        out["dial"] = str(dial(work / "view.png", 20))
        out["view"] = out["dial"]  # told apart by its pixels
    if kind == "trials":
        out["page"] = out["view"] = str(page(work / "view.png"))
        out["glass"] = "tulip"
    if kind == "tunnel":
        out["slip"] = str(slip(work / "mark.png", "杨梅酒", (28, 22, 20), (168, 34, 30)))
    return out


def dial(path: Path, degrees: int) -> Path:
    """A thermometer's face from 0 to 50, its needle at ``degrees``."""
    side = 512
    surface = skia.Surface(side, side)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(236, 232, 220))
    ink = skia.Paint(AntiAlias=True, Color=skia.Color(22, 22, 24))
    face = font("latin-bold", 62)
    canvas.translate(side / 2, side / 2)
    for k in range(51):
        canvas.save()
        canvas.rotate(-135 + 270 * k / 50)
        ink.setStrokeWidth(7 if k % 10 == 0 else 3)
        canvas.drawLine(0, -228, 0, -196 if k % 10 == 0 else -212, ink)
        canvas.restore()
        if k % 10 == 0:
            a = math.radians(-225 + 270 * k / 50)
            x, y = 158 * math.cos(a), 158 * math.sin(a)
            canvas.drawString(str(k), x - face.measureText(str(k)) / 2, y + 21, face, ink)
    canvas.drawString("°C", -face.measureText("°C") / 2, 120, face, ink)
    canvas.rotate(-135 + 270 * degrees / 50)
    needle = skia.Paint(AntiAlias=True, Color=skia.Color(176, 22, 20))
    needle.setStrokeWidth(12)
    canvas.drawLine(0, 40, 0, -190, needle)
    canvas.drawCircle(0, 0, 24, ink)
    surface.makeImageSnapshot().save(str(path), skia.kPNG)
    return path


def page(path: Path) -> Path:
    """A sheet of trials: shares of three grapes, line under line, the first ones struck out."""
    lines: list[chalk.Line] = []
    for k, text in enumerate(("T 85 G 10 G 5", "T 80 G 12 G 8", "T 86 G 8 G 6", "T 84 G 9 G 7")):
        lines.append((text, 0.09, 0.12 + 0.17 * k, 0.072))
    rules = [(0.07, 0.160, 0.92, 0.150), (0.07, 0.33, 0.90, 0.322), (0.08, 0.50, 0.86, 0.492)]
    chalk.write(path, (900, 1200), lines, (52, 46, 52), 0.10, 0.12, rules, 8)
    ink = Image.open(path)
    sheet = Image.new("RGB", ink.size, (238, 231, 214))
    sheet.paste(ink, (0, 0), ink)
    sheet.save(path)
    return path


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
