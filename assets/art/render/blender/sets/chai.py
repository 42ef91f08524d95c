"""The first-year cellar: barrels in single rows by a wall of limestone, tall windows to the north.

Rows run along +y, heads to -x and +x; the windows' wall stands at x -2.6. Bungs are of glass.
"""

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np

import film
import growth
import lamps
import masonry
import props
import shade
import shapes
import vessels
from sets import still

BUILD = vessels.Build()
WALL = -2.35
PITCH = 0.735


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    cellar = job["cellar"]
    _room(cellar, rng)
    lees = (0.085, 0.012, 0.022)
    wood = vessels.oak(
        (0.15, 0.090, 0.045), (0.44, 0.29, 0.155), "z", 0.5, 0.22, (0.145, lees), 1.5, 0.62
    )
    head = vessels.oak((0.17, 0.105, 0.055), (0.46, 0.32, 0.185), "x", 0.5, 0.2, None, 1.5, 0.62)
    metal = shade.iron((0.17, 0.17, 0.165), 0.2)
    cask = vessels.Cask(BUILD, wood, head, shade.branded(job["marks"], head), metal, rng)
    bung = _bung()
    low = 0.16 + BUILD.belly - 0.01
    rail = shade.oak((0.06, 0.042, 0.028), (0.22, 0.15, 0.09), 0.6, "y", worn=0.5)
    for x in (-1.22, 0.36):
        for dx in (-0.27, 0.27):
            props.board((0.11, 13.0, 0.16), (x + dx, 4.2, 0.08), rail, 3)
        for k in range(-2, 13):
            y = PITCH * k
            away = rng.normal(0, 0.008)
            turn = math.pi / 2
            cask.place((x + away, y, low), (0, turn, turn + rng.normal(0, 0.05)))
            for part in bung:
                shapes.put(part, "bung", (x + away, y, low + BUILD.belly - 0.004))
    _candlestick((0.36 - 0.26, PITCH, low + BUILD.radius(0.55)))
    key, warm = tuple(cellar["far"]), tuple(cellar["lamp"])
    for y in (0.6, 3.6, 6.6):
        lamps.area((WALL - 0.30, y, 2.05), (0.6, y - 0.5, 0.5), 105, (0.9, 1.7), key, True, 120)
    film.ambient(key, 0.035)
    lamps.area((1.6, -2.2, 2.6), (0.2, 0.8, 0.7), 7, (1.0, 1.0), warm, False, 110)
    lamps.area((2.6, 1.2, 2.9), (WALL, 2.4, 2.2), 55, (1.6, 1.0), (1.0, 0.95, 0.86), False, 90)
    top = (0.36 - 0.10, PITCH, low + BUILD.belly)
    if tall:
        film.camera((1.85, -2.15, 2.05), top, 37, (0.46, 0.37), 4.5, top)
    else:
        film.camera((1.95, -1.60, 1.72), top, 35, (0.39, 0.46), 4.5, top)


def _bung() -> list[Any]:
    """A glass stopper in its hole, as barrels of the first year have."""
    line = [
        (0.0, 0.0),
        (0.024, 0.0),
        (0.026, 0.006),
        (0.034, 0.010),
        (0.036, 0.018),
        (0.034, 0.026),
    ]
    line += [
        (0.020, 0.031),
        (0.012, 0.036),
        (0.013, 0.046),
        (0.018, 0.054),
        (0.015, 0.063),
        (0, 0.066),
    ]
    made = [
        shapes.turned("bung", shapes.curve(line, 5), shade.glass((0.97, 0.99, 0.98)), 40),
        shapes.turned(
            "hole",
            np.asarray([(0, 0.0045), (0.031, 0.0045), (0.033, 0.003)]),
            shade.oak((0.02, 0.006, 0.008), (0.05, 0.012, 0.014)),
            32,
        ),
    ]
    for part in made:
        bpy.context.scene.collection.objects.unlink(part)
    return [part.data for part in made]


def _candlestick(at: tuple[float, float, float]) -> None:
    """A cellar rat: a candle held in a spiral of iron wire that stands on a wooden foot."""
    x, y, z = at
    iron = shade.iron((0.06, 0.055, 0.05), 0.3)
    foot = shapes.turned(
        "foot",
        shapes.curve([(0, 0), (0.048, 0.0), (0.050, 0.008), (0.042, 0.016), (0.0, 0.018)], 5),
        shade.oak((0.05, 0.03, 0.016), (0.17, 0.10, 0.05), 0.4),
        48,
    )
    foot.location = at
    t = np.linspace(0, 1, 120)
    a = 2 * math.pi * 6.5 * t
    coil = np.stack([x + 0.0145 * np.cos(a), y + 0.0145 * np.sin(a), z + 0.016 + 0.125 * t], 1)
    part = growth.tube(coil, np.full(120, 0.0019), 8)
    shapes.put(growth.soup("coil", [(*part, 0)], [iron]), "coil")
    hook = [(x + 0.0145, y, z + 0.141), (x + 0.05, y, z + 0.15), (x + 0.055, y, z + 0.125)]
    props.pipe(hook, 0.0019, iron, 8)
    still.candle((x, y, z + 0.014), 0.185)
    lamps.bulb((x, y, z + 0.24), 5.0, (1.0, 0.60, 0.28), 0.02)


def _room(cellar: dict[str, Any], rng: np.random.Generator) -> None:
    """Limestone: the wall with its tall windows, a pier between, the floor, beams above."""
    light, dark = np.asarray(cellar["light"]), np.asarray(cellar["dark"])
    tones = [tuple(dark * 1.25), tuple((light + dark) / 2), tuple(light), tuple(light * 0.92)]
    stone = masonry.laid(tones, 0.9, 0.05, fine=0.45)
    cut = {"deep": 0.5, "gap": 0.006, "edge": 0.012, "rough": 0.005, "stagger": 0.003, "n": 6}
    openings = (0.6, 3.6, 6.6)
    laid: list[growth.Soup] = []
    for points, tris, slot in masonry.courses(rng, 14.0, 4.2, (0.32, 0.34), (0.5, 0.78), **cut):
        low, high = points.min(0), points.max(0)
        kept = points.copy()
        for y in openings:  # windows are cut out of the courses, their jambs are straight
            a, b = y + 3.0 - 0.68, y + 3.0 + 0.68
            if high[2] < 1.15 or low[2] > 2.95 or low[0] > b or high[0] < a:
                continue
            if low[0] < a:
                kept[:, 0] = np.minimum(kept[:, 0], a)
            elif high[0] > b:
                kept[:, 0] = np.maximum(kept[:, 0], b)
            else:
                break
        else:
            laid.append((kept, tris, slot))
    masonry.wall("wall", laid, stone, (WALL, -3.0, 0), math.pi / 2)
    lime = shade.plaster(
        (0.30, 0.26, 0.20), (0.20, 0.17, 0.13)
    )  # mortar, a thumb deep in the joints
    x, edges = WALL - 0.25, [-3.0, *(y + d for y in openings for d in (-0.675, 0.675)), 11.0]
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        shapes.block("mortar", (0.46, b - a, 4.2), (x, (a + b) / 2, 2.1), lime, 0.002)
    shapes.block("mortar", (0.45, 14.0, 1.10), (x, 4.0, 0.55), lime, 0.002)
    shapes.block("mortar", (0.45, 14.0, 1.1), (x, 4.0, 3.66), lime, 0.002)
    white = shade.plaster((0.40, 0.37, 0.31), (0.28, 0.25, 0.20))
    u, v = np.meshgrid(np.linspace(-4, 7, 160), np.linspace(-5, 12, 220))
    floor = np.stack([u, v, 0 * u], 2).reshape(-1, 3)
    floor[:, 2] = 0.004 * masonry.fbm(floor, 1.5, 4, 9) - 0.004
    worn = masonry.laid([(0.20, 0.175, 0.14), (0.30, 0.265, 0.21)], 0.72, 0.25)
    masonry.sheet("floor", floor.reshape(*u.shape, 3), worn)
    shapes.plane("far", (-4, 10.5, 0), (12, 0, 0), (0, 0, 5), white)
    beam = shade.oak((0.05, 0.035, 0.022), (0.18, 0.12, 0.07), 0.6, "x", worn=0.4)
    for y in np.arange(-1.0, 11, 1.5):
        props.board((9.5, 0.22, 0.28), (1.5, float(y), 3.55), beam, int(y * 7) + 40)
    shapes.plane("ceiling", (-4, -4, 3.70), (12, 0, 0), (0, 16, 0), white)
    frame = shade.oak((0.10, 0.08, 0.06), (0.26, 0.22, 0.17), 0.5, "z")
    for y in openings:
        x = WALL - 0.22
        for dy in (-0.66, -0.22, 0.22, 0.66):
            shapes.block("post", (0.05, 0.045, 1.9), (x, y + dy, 2.08), frame, 0.004)
        for z in (1.15, 1.75, 2.35, 3.0):
            shapes.block("bar", (0.045, 1.34, 0.035), (x, y, z), frame, 0.004)
        shapes.plane(
            "day",
            (WALL - 0.9, y - 2.0, 0.6),
            (0, 4.0, 0),
            (0, 0, 3.4),
            shade.glow((0.80, 0.88, 1.0), 1.5),
        )
