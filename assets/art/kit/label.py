"""Labels: each house has its own, set in the project's fonts."""

from dataclasses import dataclass

import numpy as np
import skia

from kit.frame import argb, poly, smooth
from kit.noise import cover, line
from kit.palette import Palette, Rgb, mix
from kit.type import font


@dataclass(frozen=True)
class Words:
    """What a label says."""

    house: str
    wine: str
    place: str
    vintage: str
    chinese: str = ""
    rank: int = 0


class Sheet:
    """A flat label being set."""

    def __init__(self, w: int, h: int, paper: Rgb, seed: int) -> None:
        self.w, self.h = w, h
        self.pixels = np.zeros((h, w, 4), np.uint8)
        fibre = 0.94 + 0.12 * (cover(w, h, 1.2, 300 + seed, 0.7) - 0.5)
        self.pixels[..., :3] = np.clip(np.asarray(paper) * fibre[..., None] * 255, 0, 255)
        self.pixels[..., 3] = 255
        self.canvas = skia.Surface(
            self.pixels,
            colorType=skia.ColorType.kRGBA_8888_ColorType,
            alphaType=skia.AlphaType.kPremul_AlphaType,
        ).getCanvas()

    def text(
        self,
        words: str,
        y: float,
        size: float,
        ink: Rgb,
        role: str = "latin",
        track: float = 0.0,
        x: float | None = None,
        most: float = 0.86,
    ) -> None:
        """Centred text with letter-spacing ``track`` (of the size); shrinks to fit."""
        ft = font(role, size)
        wide = sum(ft.measureText(c) for c in words) + track * size * (len(words) - 1)
        if wide > self.w * most:
            self.text(words, y, size * self.w * most / wide, ink, role, track, x, most * 1.01)
            return
        paint = skia.Paint(AntiAlias=True, Color=argb(ink))
        at = (self.w / 2 if x is None else x) - wide / 2
        for c in words:
            self.canvas.drawString(c, at, y, ft, paint)
            at += ft.measureText(c) + track * size

    def column(
        self, words: str, x: float, y: float, size: float, ink: Rgb, step: float = 1.12
    ) -> None:
        """Chinese set vertically from the top."""
        ft = font("chinese", size)
        paint = skia.Paint(AntiAlias=True, Color=argb(ink))
        for i, c in enumerate(words):
            self.canvas.drawString(
                c, x - ft.measureText(c) / 2, y + size * (0.9 + step * i), ft, paint
            )

    def rule(self, y: float, ink: Rgb, width: float = 2.0, inset: float = 0.3) -> None:
        """A hairline."""
        self.stroke([(self.w * inset, y), (self.w * (1 - inset), y)], ink, width)

    def stroke(self, xy: np.ndarray | list[tuple[float, float]], ink: Rgb, width: float) -> None:
        """A line."""
        paint = skia.Paint(
            AntiAlias=True,
            Color=argb(ink),
            Style=skia.Paint.kStroke_Style,
            StrokeWidth=width,
            StrokeCap=skia.Paint.kRound_Cap,
        )
        self.canvas.drawPath(poly(xy, False), paint)

    def shape(self, path: skia.Path, ink: Rgb) -> None:
        """A flat printed form."""
        self.canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=argb(ink)))

    def frame(self, inset: float, ink: Rgb, width: float) -> None:
        """A border line."""
        paint = skia.Paint(
            AntiAlias=True, Color=argb(ink), Style=skia.Paint.kStroke_Style, StrokeWidth=width
        )
        self.canvas.drawRect(
            skia.Rect.MakeLTRB(inset, inset, self.w - inset, self.h - inset), paint
        )

    def image(self) -> skia.Image:
        """The finished label."""
        return skia.Image.fromarray(self.pixels, colorType=skia.ColorType.kRGBA_8888_ColorType)


def engrave(
    sheet: Sheet, y0: float, y1: float, ink: Rgb, rng: np.random.Generator, fall: float = 1.0
) -> None:
    """A small engraved landscape of ruled lines between two heights."""
    x = np.linspace(sheet.w * 0.14, sheet.w * 0.86, 120)
    base = line(120, 3.0, rng)
    for k, t in enumerate(np.linspace(0, 1, 15)):
        y = y0 + (y1 - y0) * t - base * (y1 - y0) * 0.24 * (1 - t) * fall
        y = y + line(120, 2.2, rng) * 1.0
        cut = int(120 * (0.5 - 0.42 * (1 - abs(2 * t - 1)) ** 0.5))
        cut = max(cut - 6, 0)
        sheet.stroke(np.stack([x, y], 1)[cut : 120 - cut or None], ink, 1.4 + 1.2 * (k % 3 == 0))


def rioja(w: Words, pal: Palette, rng: np.random.Generator) -> skia.Image:
    """Cream paper, clay sun over furrows, the rank in red."""
    s = Sheet(760, 640, mix(pal.paper, (1, 1, 1), 0.15), 1)
    ink = (0.13, 0.09, 0.08)
    s.shape(skia.Path.Circle(380, 150, 74), pal.accent)
    for k in range(9):
        y = 168 + k * 13
        x = np.linspace(150, 610, 60)
        s.stroke(
            np.stack([x, y + 10 * np.sin(x / 60 + k * 0.25)], 1), mix(pal.paper, (1, 1, 1), 0.15), 9
        )
        s.stroke(np.stack([x, y + 6 + 10 * np.sin(x / 60 + k * 0.25)], 1), ink, 2)
    s.text(w.house.upper(), 380, 84, ink, "latin-bold", 0.05, most=0.84)
    s.text(w.wine, 486, 104, pal.accent, "latin-medium", 0.0)
    s.rule(514, ink, 3, 0.38)
    s.text(w.vintage, 590, 72, ink, "latin-medium", 0.12)
    if w.rank:
        for k in range(w.rank):
            s.shape(skia.Path.Rect(skia.Rect.MakeXYWH(0, 14 + k * 18, 760, 8)), pal.accent)
    return s.image()


def piedmont(w: Words, pal: Palette, rng: np.random.Generator) -> skia.Image:
    """Tall grey paper: hills drawn by ruled lines that thin into fog."""
    s = Sheet(700, 760, (0.90, 0.89, 0.86), 2)
    ink = (0.16, 0.17, 0.19)
    s.frame(22, ink, 2)
    engrave(s, 150, 330, mix(ink, (0.9, 0.89, 0.86), 0.15), rng)
    s.text(w.wine, 474, 140, pal.accent, "latin-medium", 0.0, most=0.84)
    s.rule(512, ink, 2.4, 0.4)
    s.text(w.house.upper(), 590, 64, ink, "latin-medium", 0.08)
    s.text(w.vintage, 686, 76, ink, "latin-medium", 0.1)
    return s.image()


def douro(w: Words, pal: Palette, rng: np.random.Generator) -> skia.Image:
    """Stepped bands of schist, one of them azulejo blue."""
    s = Sheet(740, 660, mix(pal.paper, (1, 1, 1), 0.1), 3)
    ink = (0.12, 0.11, 0.12)
    tones = [
        ink,
        mix(ink, pal.accent, 0.5),
        pal.accent,
        (0.16, 0.34, 0.58),
        mix(ink, pal.leaf, 0.5),
    ]
    for k in range(7):
        x = np.linspace(0, 740, 40)
        y = 30 + k * 27 + 14 * np.sin(x / 140 + k * 0.5) + line(40, 2.5, rng) * 3
        band = np.vstack([np.stack([x, y], 1), np.stack([x, y + 13], 1)[::-1]])
        s.shape(poly(band), tones[int(rng.integers(0, 5))] if k != 3 else tones[3])
    s.text("QUINTA DA" if "Quinta" in w.house else "", 296, 44, ink, "latin-medium", 0.2)
    s.text(w.house.split()[-1].upper(), 378, 92, ink, "latin-bold", 0.03, most=0.82)
    s.rule(410, pal.accent, 3, 0.42)
    s.text(w.wine, 506, 92, pal.accent, "latin-medium", 0.0)
    s.text(w.vintage, 606, 72, ink, "latin-medium", 0.12)
    return s.image()


def bordeaux(w: Words, pal: Palette, rng: np.random.Generator) -> skia.Image:
    """An engraved house front on laid paper, gold rule."""
    s = Sheet(800, 620, mix(pal.paper, (1, 1, 1), 0.2), 4)
    ink = pal.deep
    gold = (0.62, 0.50, 0.27)
    s.frame(18, gold, 4)
    s.frame(28, ink, 1.4)
    for x in range(250, 551, 6):  # the house in ruled lines
        top = 128 if 330 < x < 470 else 150
        s.stroke([(x, top), (x, 218)], ink, 1.2)
    for x0, x1, y0, y1 in ((236, 332, 150, 104), (328, 472, 128, 74), (468, 564, 150, 104)):
        s.shape(poly([(x0, y0), (x1, y0), (x1 - 26, y1), (x0 + 26, y1)]), ink)
    for x in (268, 300, 352, 392, 432, 486, 518):
        s.shape(skia.Path.Rect(skia.Rect.MakeXYWH(x, 164, 15, 30)), mix(pal.paper, (1, 1, 1), 0.2))
    for k in range(6):
        x = np.linspace(130 - k * 8, 670 + k * 8, 50)
        s.stroke(np.stack([x, 228 + k * 9 + 2 * np.sin(x / 22 + k)], 1), ink, 1.4)
    s.text(w.wine, 386, 92, ink, "latin-bold", 0.01, most=0.84)
    s.rule(420, gold, 5, 0.36)
    s.text(w.vintage, 502, 76, pal.accent if w.rank == 0 else ink, "latin-medium", 0.12)
    s.text("HAUT-MÉDOC", 570, 44, ink, "latin-medium", 0.2)
    return s.image()


def qingtian(w: Words, pal: Palette, rng: np.random.Generator) -> skia.Image:
    """Rice paper, one column of Chinese, a brushed hill, a carved seal."""
    s = Sheet(620, 860, mix(pal.paper, (1, 1, 1), 0.25), 5)
    ink = pal.ground
    for k in range(4):
        x = np.linspace(0, 620, 60)
        y = 690 + k * 34 - np.abs(line(60, 2.6, rng)) * (46 - k * 9)
        tone = mix(mix(pal.paper, (1, 1, 1), 0.25), pal.leaf if k % 2 else ink, 0.16 + 0.13 * k)
        s.shape(poly(np.vstack([np.stack([x, y], 1), [[620, 860], [0, 860]]])), tone)
    s.column(w.chinese[:4], 410, 70, 128, ink)
    s.column(w.wine[:8], 226, 84, 80, ink, 1.04)
    seal = np.asarray([[182, 520], [284, 516], [286, 622], [180, 620]], float)
    s.shape(poly(smooth(seal, True, 3)), pal.accent)
    s.column("岩雨", 256, 524, 44, s_paper := mix(pal.paper, (1, 1, 1), 0.3), 1.05)
    s.column("青田", 208, 524, 44, s_paper, 1.05)
    s.text(w.place, 826, 26, mix(pal.paper, (1, 1, 1), 0.4), "latin", 0.06)
    return s.image()


def label(region: str, words: Words, pal: Palette) -> skia.Image:
    """The label of a wine."""
    rng = np.random.default_rng(len(words.wine) * 31 + words.rank)
    design = {
        "rioja": rioja,
        "piedmont": piedmont,
        "douro": douro,
        "bordeaux": bordeaux,
        "qingtian": qingtian,
    }[region]
    return design(words, pal, rng)
