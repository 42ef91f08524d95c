"""Each winery's room, glass, wine and marks, as facts for a set."""

from pathlib import Path
from typing import Any

import numpy as np
import skia
from PIL import Image

import works
from chart import chart
from kit.glass import SHAPES, profile
from kit.label import label
from kit.palette import linear
from kit.type import font
from pack import Pack

MARGIN = 66  # pixels of blank paper added on each side of a label
BANDS = {
    "rioja": (0.045, 0.142),
    "piedmont": (0.02, 0.132),
    "douro": (0.045, 0.150),
    "bordeaux": (0.045, 0.142),
    "qingtian": (0.04, 0.178),
}
LOOKS: dict[str, dict[str, Any]] = {
    "rioja": {
        "board": "oak",
        "wall_light": (0.36, 0.205, 0.135),
        "wall_dark": (0.15, 0.075, 0.048),
        "key": (1.0, 0.86, 0.70),
        "rim": (1.0, 0.74, 0.48),
        "glow": (1.0, 0.66, 0.38),
        "gain": 1.0,
        "pool": 1.0,
    },
    "piedmont": {
        "board": "oak",
        "wall_light": (0.30, 0.31, 0.32),
        "wall_dark": (0.12, 0.13, 0.14),
        "key": (0.92, 0.95, 1.0),
        "rim": (1.0, 0.82, 0.60),
        "glow": (1.0, 0.84, 0.64),
        "gain": 1.0,
        "pool": 1.0,
    },
    "douro": {
        "board": "slate",
        "board_light": (0.11, 0.10, 0.095),
        "board_dark": (0.022, 0.022, 0.026),
        "wall_light": (0.26, 0.19, 0.15),
        "wall_dark": (0.075, 0.06, 0.06),
        "key": (1.0, 0.84, 0.66),
        "rim": (1.0, 0.66, 0.36),
        "glow": (1.0, 0.60, 0.28),
        "gain": 1.1,
        "pool": 1.2,
    },
    "bordeaux": {
        "board": "limestone",
        "board_light": (0.46, 0.41, 0.33),
        "board_dark": (0.24, 0.20, 0.155),
        "wall_light": (0.30, 0.29, 0.30),
        "wall_dark": (0.12, 0.12, 0.14),
        "key": (0.94, 0.97, 1.0),
        "rim": (1.0, 0.88, 0.72),
        "glow": (1.0, 0.92, 0.80),
        "gain": 0.9,
        "pool": 0.95,
    },
    "qingtian": {
        "board": "slate",
        "board_light": (0.13, 0.20, 0.17),
        "board_dark": (0.035, 0.06, 0.052),
        "wall_light": (0.26, 0.33, 0.31),
        "wall_dark": (0.09, 0.13, 0.125),
        "key": (0.94, 1.0, 0.98),
        "rim": (0.92, 1.0, 0.96),
        "glow": (0.88, 1.0, 0.95),
        "gain": 1.0,
        "pool": 1.0,
    },
}
CELLARS: dict[str, dict[str, Any]] = {
    "rioja": {
        "light": (0.38, 0.27, 0.17),
        "dark": (0.15, 0.095, 0.055),
        "mortar": (0.20, 0.15, 0.10),
        "size": (0.42, 0.20),
        "floor_light": (0.24, 0.10, 0.055),
        "floor_dark": (0.085, 0.035, 0.02),
        "lamp": (1.0, 0.72, 0.44),
        "far": (1.0, 0.80, 0.58),
    },
    "piedmont": {
        "light": (0.34, 0.17, 0.115),
        "dark": (0.14, 0.065, 0.045),
        "mortar": (0.24, 0.22, 0.20),
        "size": (0.27, 0.075),
        "floor_light": (0.20, 0.17, 0.145),
        "floor_dark": (0.07, 0.06, 0.055),
        "lamp": (1.0, 0.74, 0.46),
        "far": (0.86, 0.92, 1.0),
    },
    "douro": {
        "light": (0.20, 0.175, 0.16),
        "dark": (0.06, 0.055, 0.055),
        "mortar": (0.12, 0.10, 0.085),
        "size": (0.55, 0.12),
        "floor_light": (0.17, 0.13, 0.10),
        "floor_dark": (0.05, 0.042, 0.038),
        "lamp": (1.0, 0.62, 0.30),
        "far": (1.0, 0.72, 0.44),
    },
    "bordeaux": {
        "light": (0.50, 0.44, 0.34),
        "dark": (0.25, 0.21, 0.155),
        "mortar": (0.34, 0.30, 0.24),
        "size": (0.62, 0.31),
        "floor_light": (0.30, 0.26, 0.20),
        "floor_dark": (0.12, 0.105, 0.085),
        "lamp": (1.0, 0.76, 0.50),
        "far": (0.90, 0.95, 1.0),
    },
}
OUTDOORS = {  # sets of their own, where a scene's name is the set of another region
    ("douro", "land"): "land_douro",
    ("piedmont", "land"): "land_langhe",
    ("bordeaux", "land"): "land_medoc",
    ("qingtian", "land"): "land_qingtian",
    ("piedmont", "vine"): "vine_close",
    ("bordeaux", "vine"): "vine_close",
    ("douro", "vine"): "vine_close",
    ("qingtian", "vine"): "bayberry_twig",
    ("qingtian", "picking"): "bayberry_basket",
}
FRUIT = {  # skin and bloom of the house's grapes
    "rioja": ((0.045, 0.016, 0.075), (0.25, 0.26, 0.40)),
    "piedmont": ((0.075, 0.018, 0.055), (0.34, 0.30, 0.40)),
    "douro": ((0.035, 0.016, 0.065), (0.22, 0.24, 0.38)),
    "bordeaux": ((0.040, 0.016, 0.060), (0.24, 0.26, 0.38)),
}
RED = {"colour": (0.90, 0.10, 0.16), "density": 95.0, "shadow": (0.55, 0.05, 0.08), "fill": 0.34}
WINES: dict[str, dict[str, Any]] = {  # what a glass of each looks like, where it is not RED
    "barolo": {"colour": (0.93, 0.20, 0.13), "density": 62.0, "shadow": (0.7, 0.12, 0.08)},
    "crianza": {"colour": (0.91, 0.08, 0.17), "density": 88.0},
    "gran-reserva": {"colour": (0.92, 0.15, 0.12), "density": 72.0, "shadow": (0.65, 0.09, 0.06)},
    "tawny": {
        "colour": (0.95, 0.55, 0.18),
        "density": 44.0,
        "shadow": (0.9, 0.5, 0.2),
        "fill": 0.42,
    },
    "dongkui": {"colour": (0.94, 0.16, 0.24), "density": 60.0, "shadow": (0.8, 0.12, 0.18)},
    "biqi": {"colour": (0.88, 0.06, 0.16), "density": 95.0, "fill": 0.42},
}
OWN = ("pressing", "bottling", "sorting", "crushing", "filtering")


HERO_SETS = {  # others: wine
    "piedmont": "wine_langhe",
    "douro": "wine_douro",
    "bordeaux": "wine_medoc",
    "qingtian": "wine_jade",
}


TABLE_SETS = {
    "rioja": "table_fire",
    "piedmont": "table_west",
    "douro": "table_west",
    "qingtian": "table_jade",
}


def _linear(colour: Any) -> tuple[float, ...]:
    return tuple(float(x) for x in linear(np.asarray(colour, float)))


def facts(pack: Pack, scene: str, work: Path) -> dict[str, Any]:
    """All a set needs to know, ready for JSON; draws labels and marks into ``work``."""
    if scene in pack.wines:
        aged = scene == "tawny"  # of many years, so its casks tell none
        marks = {"marks": str(_mark(pack, work / "mark.png", dated=False))} if aged else {}
        return _wine(pack, scene, work) | marks
    out: dict[str, Any] = {"set": scene, "look": LOOKS[pack.region], "region": pack.region}
    if (pack.region, scene) in works.SETS:
        return out | {"cellar": CELLARS.get(pack.region)} | works.facts(pack, scene, work)
    if (pack.region, scene) in OUTDOORS:
        out["set"] = OUTDOORS[pack.region, scene]
    if scene.endswith("-360"):  # what stands on a table there is the house's first wine
        out = _wine(pack, next(iter(pack.wines)), work) | {"set": scene.replace("-", "_")}
        out |= {"cellar": CELLARS[pack.region], "marks": str(_mark(pack, work / "mark.png"))}
    if scene == "tasting-360":
        out["wines"] = [_wine(pack, name, work) for name in pack.wines]
        out |= {"chart": str(chart(pack, work / "chart.png")), "view": str(_view(pack, work))}
    if scene == "toast":
        out |= {"wine": RED | WINES.get(next(iter(pack.wines)), {}), "glass": _glass(pack, "")}
        out["set"] = "toast" if pack.region == "rioja" else "toast_houses"
    if scene == "table":  # laid with the house's first wine
        out = _wine(pack, next(iter(pack.wines)), work) | {
            "set": TABLE_SETS.get(pack.region, scene)
        }
    if scene in OWN:  # each house has its own machine or its own way of doing it
        if scene == "bottling":
            out = _wine(pack, next(iter(pack.wines)), work)
        out |= {"set": f"{scene}_{pack.region}", "cellar": CELLARS.get(pack.region)}
        if pack.region == "piedmont":
            out |= {"wine": RED | WINES["barolo"], "glass": _glass(pack, "")}
        if scene == "bottling" and pack.region == "qingtian":
            out["seal"] = str(_seal(pack, work / "seal.png"))
    if scene == "ageing":
        out["cellar"] = CELLARS[pack.region]
        out["marks"] = str(_mark(pack, work / "mark.png"))
    return out


def _seal(pack: Pack, path: Path) -> Path:
    """A square seal's print: the house's name left white in red, edges chipped by the knife."""
    side = 640
    rng = np.random.default_rng(11)
    surface = skia.Surface(side, side)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(226, 222, 210))
    red = skia.Paint(AntiAlias=True, Color=skia.Color(172, 28, 24))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(34, 34, side - 34, side - 34), 16, 16, red)
    pale = skia.Paint(AntiAlias=True, Color=skia.Color(226, 222, 210))
    face = font("chinese", 262)
    name = next(iter(pack.wines.values())).chinese + "印"
    for k, char in enumerate(name[:4]):  # read from the top right down
        x, y = side / 2 + (0, -258)[k // 2], (300, 560)[k % 2]
        canvas.drawString(char, x, y - 8, face, pale)
    for _ in range(70):
        a = rng.uniform(30, side - 30)
        edge = float(rng.choice([34.0, side - 34.0]))
        x, y = (a, edge) if rng.random() < 0.5 else (edge, a)
        canvas.drawCircle(x + rng.normal(0, 3), y + rng.normal(0, 3), rng.uniform(2, 8), pale)
    surface.makeImageSnapshot().save(str(path), skia.kPNG)
    return path


def _glass(pack: Pack, scene: str) -> str:
    if scene in ("tawny", "biqi"):
        return "copita"
    return "balloon" if pack.region == "piedmont" else "tulip"


def _wine(pack: Pack, scene: str, work: Path) -> dict[str, Any]:
    region, palette, words = pack.region, pack.palette, pack.wines[scene]
    sheet = label(region, words, palette)
    path = work / f"label-{scene}.png"
    _margins(sheet).save(path)
    dark = tuple(0.6 * x for x in palette.deep)
    capsules = {
        "rioja": (palette.accent, dark, palette.wine),
        "piedmont": (palette.accent, palette.shade, palette.wood),
        "douro": ((0.15, 0.15, 0.17), palette.accent, palette.accent),
        "bordeaux": (palette.accent, palette.deep, palette.deep),
        "qingtian": (palette.accent, palette.leaf_dk, palette.deep),
    }
    tawny = scene == "tawny"
    shape = profile(SHAPES[region])
    top = float(shape[-1, 1])
    return {
        "set": HERO_SETS.get(region, "wine"),
        "region": region,
        "look": LOOKS[region],
        "rank": words.rank,
        "bottle": shape.tolist(),
        "bottle_tint": (0.62, 0.36, 0.16) if tawny else (0.23, 0.25, 0.12),
        "level": top * 0.80,
        "band": BANDS[region],
        "turn": 0.06,
        "label": str(path),
        "label_size": (sheet.width() + 2 * MARGIN, sheet.height()),
        "capsule": _linear(capsules[region][words.rank % 3]),
        "capsule_height": 0.052,
        "glass": _glass(pack, scene),
        "wine": RED | WINES.get(scene, {}),
        "fruit": FRUIT.get(region, FRUIT["rioja"]),
    }


def _view(pack: Pack, work: Path) -> Path:
    """The house's vineyard all round, as Blender can read it; shows in the windows."""
    made = pack.media / "vineyard-360.webp"
    if not made.exists():
        raise SystemExit(f"{made} is not there yet: render the scene vineyard-360 first")
    path = work / "view.png"
    Image.open(made).convert("RGB").save(path)
    return path


def _margins(sheet: skia.Image) -> Image.Image:
    """A label with more blank paper left and right: round a bottle its edges turn away."""
    pixels = sheet.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3]
    sides = []
    for edge in (pixels[:, :12], pixels[:, -12:]):
        both = np.concatenate([edge, edge[:, ::-1]], 1)
        sides.append(np.tile(both, (1, MARGIN // both.shape[1] + 1, 1))[:, :MARGIN])
    return Image.fromarray(np.concatenate([sides[0], pixels, sides[1]], 1))


def _mark(pack: Pack, path: Path, dated: bool = True) -> Path:
    """What is chalked on a barrel's head: the house's name on an arc, a rule, the year."""
    side = 1024
    surface = skia.Surface(side, side)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(0, 0, 0, 0))
    ink = skia.Paint(AntiAlias=True, Color=skia.Color(216, 192, 150, 205))
    words = next(iter(pack.wines.values()))
    name = words.chinese if pack.region == "qingtian" else words.house.upper()
    face = font("chinese" if pack.region == "qingtian" else "latin-bold", 92)
    wide = [face.measureText(c) + 10 for c in name]
    radius = 330.0
    angle = -sum(wide) / radius / 2
    for c, w in zip(name, wide, strict=True):
        canvas.save()
        canvas.translate(side / 2, side / 2 + 40)
        canvas.rotate(float(np.degrees(angle + w / radius / 2)))
        canvas.drawString(c, -w / 2 + 5, -radius, face, ink)
        canvas.restore()
        angle += w / radius
    year = max((w.vintage for w in pack.wines.values() if w.vintage), default="") if dated else ""
    face = font("latin-bold", 150)
    canvas.drawString(year, side / 2 - face.measureText(year) / 2, side / 2 + 90, face, ink)
    line = skia.Paint(ink)
    line.setStyle(skia.Paint.kStroke_Style)
    line.setStrokeWidth(7)
    canvas.drawLine(side * 0.36, side * 0.66, side * 0.64, side * 0.66, line)
    surface.makeImageSnapshot().save(str(path), skia.kPNG)
    return path
