"""Blending: measuring cylinders of different reds on a bench by a window, and a page of figures."""

import numpy as np
import skia

from kit.cellar import air, outlook, quiet, wall
from kit.frame import Frame, argb, poly
from kit.glass import cylinder, goblet
from kit.palette import Rgb, mix, scale
from kit.rooms import shaft, window
from kit.space import Camera, Light, Stage
from kit.still import ledge
from kit.type import font
from kit.vessels import clear_jar, flask, pipette
from pack import Pack

FIGURES = {  # what is written on the page: parts that the narration names
    "rioja": ("Tempranillo", "Graciano", "Garnacha"),
    "piedmont": ("sabbia", "marna", "sud-est"),
    "douro": ("rio", "400 m", "½ + ½"),
    "bordeaux": ("Cabernet", "Merlot", "P. Verdot"),
}


def reds(f: Frame) -> list[tuple[Rgb, Rgb]]:
    """Five wines from purple to brick, dark and lit."""
    p = f.pal
    ends = [
        ((0.17, 0.03, 0.10), (0.40, 0.06, 0.22)),
        (scale(p.wine, 0.85), scale(p.wine_lt, 0.72)),
        ((0.29, 0.035, 0.055), (0.44, 0.08, 0.085)),
        ((0.20, 0.03, 0.05), (0.40, 0.07, 0.10)),
        ((0.30, 0.08, 0.05), (0.44, 0.16, 0.09)),
    ]
    return ends


def page(s: Stage, at: tuple[float, float, float], words: tuple[str, ...]) -> None:
    """The page of figures lying on the bench, a pencil across it."""
    f = s.f
    x, y, z = at
    w, d = 0.155, 0.12
    corners = np.asarray(
        [[x, y, z], [x + w, y, z + 0.012], [x + w + 0.012, y, z + d], [x + 0.006, y, z + d]]
    )
    xy = s.cam.see(corners)
    f.fill(xy + np.asarray([3, 5]) * f.u, (0.02, 0.02, 0.02), 0.5, tex="plain", blur=4)
    lit = s.light.shade(corners.mean(0)[None], np.asarray([[0, 1.0, 0]]), scale(f.pal.paper, 0.95))[
        0
    ]
    f.fill(xy, (float(lit[0]), float(lit[1]), float(lit[2])), tex="wash", grain=0.4)
    m = skia.Matrix()
    m.setPolyToPoly(
        [skia.Point(0, 400), skia.Point(520, 400), skia.Point(520, 0), skia.Point(0, 0)],
        [skia.Point(float(a), float(b)) for a, b in xy],
    )
    f.canvas.save()
    f.canvas.clipPath(poly(xy), doAntiAlias=True)
    f.canvas.concat(m)
    ink = f.paint(mix(f.pal.ground, f.pal.wine, 0.3), 0.85, tex="plain")
    for k, word in enumerate(words):
        f.canvas.drawString(word, 40, 105 + 95 * k, font("italic", 62), ink)
        for j in range(3):
            cx = 330 + 55 * j
            if j < 2 - (k == 2):
                f.canvas.drawString(
                    str(int(f.rng.integers(10, 90))), cx, 105 + 95 * k, font("italic", 56), ink
                )
    stroke = f.paint(f.pal.accent, 0.8, tex="plain")
    stroke.setStyle(skia.Paint.kStroke_Style)
    stroke.setStrokeWidth(5)
    f.canvas.drawLine(322, 180, 372, 170, stroke)
    f.canvas.drawLine(40, 330, 470, 322, stroke)
    f.canvas.restore()
    q = s.cam.see(np.asarray([[x + 0.05, y + 0.006, z - 0.012], [x + 0.20, y + 0.006, z + 0.05]]))
    f.line(q + np.asarray([2, 5]) * f.u, (0.02, 0.02, 0.02), 8, 0.45, blur=2)
    f.line(q, mix(f.pal.accent, f.pal.wood, 0.4), 8)
    f.line(q - np.asarray([0, 1.6]) * f.u, mix(f.pal.accent, (1, 1, 1), 0.35), 2, 0.7)


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    p, r = f.pal, f.region
    f.canvas.clear(argb(p.ground))
    cam = Camera(
        f,
        (0.02, 0.23, -1.25),
        (0.0, 0.135, 0.0),
        f.pick(2.05, 2.25),
        (f.pick(0.435, 0.485) * f.w, f.y(f.pick(0.42, 0.335))),
    )
    key = {"douro": (1.7, 1.25, 0.80), "rioja": (1.55, 1.35, 1.08)}.get(r, (1.38, 1.36, 1.30))
    s = Stage(f, cam, Light((-0.80, 0.62, 0.30), key, scale(mix(p.sky, p.sky_lt, 0.2), 0.15)))
    z = 0.85
    wall(f, s, z, size=0.55, base=-0.5, half=2.6, top=1.6)
    f.expose(0.26 + 0.60 * f.pool(f.pick(0.42, 0.5), 0.28, f.pick(0.30, 0.6), 0.34, 1.0))
    sky = {
        "douro": mix(p.sky_lt, p.sky, 0.30),
        "rioja": mix(p.sky_lt, p.sky, 0.25),
        "piedmont": mix(p.sky_lt, p.far, 0.45),
        "bordeaux": mix(p.sky_lt, p.sky, 0.4),
    }[r]
    low = (-0.40 if not f.portrait else -0.27, 0.085, z - 0.12)
    window(s, low, 0.52, 0.62, sky, mix(p.stone, p.shade, 0.4), (2, 3), 0.16)
    outlook(f, s, (low[0], low[1], low[2] + 0.16), 0.52, 0.62, sky)
    glow = f.pool(f.pick(0.36, 0.5), 0.16, f.pick(0.10, 0.25), 0.2, 2.2, 0.2)
    f.veil(glow, sky, 0.16)
    f.soften(np.ones((f.h, f.w), np.float32), 4)
    top = {
        "rioja": scale(p.stone, 0.55),
        "piedmont": mix(p.shade, p.stone, 0.45),
        "douro": mix(p.stone, p.stone_lt, 0.25),
        "bordeaux": scale(p.stone, 0.75),
    }[r]
    ledge(s, top, front=-0.23, back=0.55, tex="stone")
    shaft(
        f,
        (f.pick(0.30, 0.3), f.pick(0.10, 0.12)),
        (f.pick(0.62, 0.85), f.pick(0.70, 0.53)),
        0.06,
        f.pick(0.12, 0.22),
        p.sun,
        0.10,
    )
    wines = reds(f)
    if r == "piedmont":
        wines = [
            ((0.30, 0.05, 0.07), (0.56, 0.15, 0.14)),
            ((0.24, 0.03, 0.06), (0.48, 0.09, 0.12)),
            ((0.36, 0.09, 0.07), (0.60, 0.23, 0.16)),
        ] * 2
    set_out(s, wines)
    page(s, (0.055, 0.001, -0.205), FIGURES[r])
    quiet(f, 0.42, left=0.55, start=0.56, foot=0.45, line=f.pick(0.66, 0.64))
    air(f, mix(p.shade, sky, 0.3), 0.08)


def set_out(s: Stage, wines: list[tuple[Rgb, Rgb]]) -> None:
    """Cylinders, flasks and a tasting glass, from back to front."""
    for x, z, radius, tall, level, k in (
        (-0.185, 0.10, 0.021, 0.30, 0.20, 0),
        (-0.075, 0.17, 0.019, 0.26, 0.13, 3),
        (0.065, 0.13, 0.021, 0.33, 0.24, 1),
        (0.185, 0.16, 0.018, 0.25, 0.10, 4),
    ):
        cylinder(s, (x, 0, z), radius, tall, level, *wines[k], ticks=16)
    clear_jar(s, (0.135, 0, 0.02), flask("flask"), 0.055, *wines[2])
    cylinder(s, (-0.020, 0, -0.01), 0.0245, 0.285, 0.17, *wines[2], ticks=16)
    clear_jar(s, (-0.120, 0, -0.03), flask("beaker"), 0.052, *wines[1])
    pipette(s, (-0.112, 0.035, -0.03), (-0.060, 0.225, -0.05), wines[1][1], 0.42)
    goblet(
        s,
        (-0.200, 0, -0.09),
        height=0.165,
        kind="small",
        fill=0.36,
        wine=wines[3][0],
        wine_lt=wines[3][1],
    )
