"""The Rioja house's table: lamb chops on an iron grate over the embers of winter's vine canes.

Around it peppers, a crusty loaf, a small glass of the house's wine, dusk beyond.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import numpy as np

import film
import growth
import lamps
import shade
import shapes
from sets import fare, still, ware
from sets.berries import place

EMBER = (1.0, 0.36, 0.08)
DUSK = (0.50, 0.62, 1.0)
GRATE = 0.085  # height of the bars over the stone


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    stone = shade.stone((0.20, 0.135, 0.095), (0.060, 0.042, 0.032), 2.0, 0.85)
    shapes.block("hearth", (3.6, 1.5, 0.12), (0, 0.33, -0.06), stone, 0.012)
    shapes.plane(
        "wall",
        (-6, 2.4, -2),
        (12, 0, 0),
        (0, 0, 6),
        shade.plaster((0.10, 0.06, 0.04), (0.04, 0.024, 0.018)),
    )
    home = (-0.07, 0.0)
    _embers(home, rng)
    _grate(home)
    _chops(home, rng)
    side = (-0.235, 0.330) if not tall else (-0.13, 0.33)
    fare.loaf((*side, 0.0), rng, 0.080)
    _peppers((0.250, 0.095) if not tall else (0.120, 0.225), rng)
    glass = (0.300, -0.045, 0.0) if not tall else (0.010, 0.330, 0.0)
    still.goblet("copita", glass, {**job["wine"], "fill": 0.5})
    lamps.window((-1.1, 0.55, 0.85), (-0.03, 0, 0.06), 15, (0.7, 1.0), (1.0, 0.90, 0.76))
    lamps.area((0.25, 1.3, 0.7), (0, 0, 0.05), 9, (0.8, 0.4), (1.0, 0.74, 0.48), False, 120)
    lamps.area((0.8, -0.8, 0.8), (0, 0, 0.05), 2.0, (0.5, 0.5), DUSK, False, 110)
    film.ambient(DUSK, 0.010)
    if tall:
        film.camera(
            (0.0, -1.18, 0.84), (-0.05, 0.03, 0.08), 51, (0.49, 0.32), 3.4, (-0.07, -0.05, 0.1)
        )
    else:
        film.camera(
            (0.02, -1.04, 0.68), (-0.04, 0.0, 0.08), 55, (0.42, 0.385), 3.2, (-0.07, -0.05, 0.1)
        )


def _glowing() -> Any:
    s = shade.Shader("ember")
    own = s.add("NewGeometry").outputs["Random Per Island"]
    cloud = s.noise(s.places("Object", (1, 1, 1)), 55, 5, 0.65)
    heat = s.sum("ADD", s.sum("MULTIPLY", cloud, 0.75), s.sum("MULTIPLY", own, 0.35))
    fire = s.ramp(
        heat, [(0.50, (0.0,) * 3), (0.64, (0.50, 0.035, 0.002)), (0.86, (1.0, 0.26, 0.03))]
    )
    ash = s.ramp(cloud, [(0.36, (0.010, 0.009, 0.008)), (0.62, (0.11, 0.10, 0.09))])
    return s.skin(Base_Color=ash, Roughness=0.95, Emission=fire, Emission_Strength=1.35)


def _embers(at: tuple[float, float], rng: np.random.Generator) -> None:
    """A bed of coals with half-burnt canes in it."""
    p, tris = growth.ball(2)
    parts = []
    for _ in range(300):
        r, a = 0.165 * math.sqrt(rng.uniform(0, 1)), rng.uniform(0, 6.3)
        size = rng.uniform(0.006, 0.014)
        jag = (
            1
            + 0.22 * np.sin(p @ rng.normal(0, 3, 3) + rng.uniform(0, 6))
            + rng.normal(0, 0.05, len(p))
        )
        q = p * jag[:, None] * size * rng.uniform(0.6, 1.2, 3)
        high = 0.006 + 0.030 * (1 - r / 0.165) * rng.uniform(0.3, 1)
        parts.append((q + [1.25 * r * math.cos(a), r * math.sin(a), high], tris, 0))
    for _ in range(16):
        t = np.linspace(-1, 1, 12)
        way, off = rng.uniform(0, math.pi), rng.normal(0, 0.05, 2)
        long = rng.uniform(0.07, 0.13)
        x, y = off[0] + long * t * math.cos(way), off[1] + long * t * math.sin(way) * 0.9
        z = 0.036 + 0.006 * np.sin(3 * t + rng.uniform(0, 6)) + 0.008 * t * rng.normal(0, 0.5)
        radius = rng.uniform(0.004, 0.0062) * (1 + 0.25 * (np.abs(np.sin(6 * t)) > 0.95))
        parts.append((*growth.tube(np.stack([x, y, z], 1), radius, 9), 0))
    bed = shapes.put(growth.soup("embers", parts, [_glowing()]), "embers")
    place(bed, (*at, 0.0))
    lamps.area((*at, 0.052), (at[0], at[1], 1.0), 1.5, (0.30, 0.24), EMBER, False, 170)
    lamps.bulb((at[0] - 0.02, at[1] - 0.16, 0.05), 0.12, EMBER, 0.05)


def _grate(at: tuple[float, float]) -> None:
    """Round bars in a frame on four feet, a long handle to the right."""
    black = shade.iron((0.05, 0.045, 0.042), 0.35)
    half, deep = 0.205, 0.155
    parts = []
    for y in np.linspace(-deep, deep, 17):
        line = np.asarray([(-half, y, GRATE), (half, y, GRATE)])
        parts.append((*growth.tube(line, np.full(2, 0.0026), 8), 0))
    corners = [(-half, -deep), (half, -deep), (half, deep), (-half, deep), (-half, -deep)]
    for (x0, y0), (x1, y1) in pairwise(corners):
        line = np.asarray([(x0, y0, GRATE), (x1, y1, GRATE)])
        parts.append((*growth.tube(line, np.full(2, 0.0048), 10), 0))
        foot = np.asarray([(x0, y0, 0.0), (x0, y0, GRATE)])
        parts.append((*growth.tube(foot, np.full(2, 0.0048), 10), 0))
    place(shapes.put(growth.soup("grate", parts, [black]), "grate"), (*at, 0.0))


def _roast() -> Any:
    s = shade.Shader("roast")
    at = s.places("Object", (1, 1, 1))
    own = s.add("ObjectInfo").outputs["Random"]
    cloud = s.noise(at, 70, 6, 0.65)
    fine = s.noise(at, 420, 4, 0.7)
    base = s.ramp(
        cloud,
        [(0.32, (0.045, 0.014, 0.006)), (0.52, (0.20, 0.070, 0.026)), (0.72, (0.36, 0.155, 0.060))],
    )
    bars = s.add(
        "TexWave",
        {"bands_direction": "Y"},
        Vector=at,
        Scale=16.0,
        Distortion=0.8,
        Phase_Offset=s.sum("MULTIPLY", own, 6.0),
    )
    char = s.ramp(bars.outputs["Fac"], [(0.72, (0,) * 3), (0.90, (0.85,) * 3)])
    base = s.mix(char, base, (0.012, 0.007, 0.005))
    tone = s.add("Attribute", {"attribute_name": "tone"}).outputs["Color"]
    base = s.mix(
        s.add("SeparateRGB", Image=tone).outputs[0],
        base,
        s.mix(cloud, (0.30, 0.15, 0.05), (0.62, 0.40, 0.18)),
    )
    height = s.sum("ADD", cloud, s.sum("MULTIPLY", fine, 0.4))
    return s.skin(
        Base_Color=base, Roughness=s.span(cloud, 0.16, 0.5), Specular=0.55,
        Normal=s.bump(height, 0.5, 0.002),
    )  # fmt: skip


def _chop(rng: np.random.Generator, meat: Any, bone: Any) -> list[Any]:
    """A lamb cutlet lying flat: the eye of meat in its rim of fat, a curved rib."""
    n, m = 90, 26
    a, v = np.meshgrid(np.linspace(0, 2 * math.pi, n), np.linspace(0, 1, m))
    edge = 0.031 * (
        1
        + 0.16 * np.cos(a - 0.4)
        + 0.08 * np.cos(2 * a + 1)
        + 0.03 * np.sin(5 * a + rng.uniform(0, 6))
    )
    x, y = edge * v * np.cos(a) * 1.12, edge * v * np.sin(a) * 0.92
    z = 0.019 * np.clip(1 - v**5, 0, 1) ** 0.5 + 0.0012 * np.sin(x * 260 + 1) * np.sin(y * 230) * (
        1 - v
    )
    fat = np.clip((v - 0.80) / 0.07, 0, 1) * (0.5 + 0.5 * np.cos(a + 1.9) > 0.30)
    points = np.stack([x, y, z], -1).reshape(-1, 3)
    faces: list[tuple[int, ...]] = [
        (j * n + i, (j + 1) * n + i, (j + 1) * n + i + 1, j * n + i + 1)
        for j in range(m - 1)
        for i in range(n - 1)
    ]
    body = shapes.mesh("chop", points, faces, meat)
    layer = body.data.color_attributes.new("tone", "FLOAT_COLOR", "POINT")
    flat = np.column_stack([np.repeat(fat.reshape(-1, 1), 3, 1), np.ones(fat.size)])
    layer.data.foreach_set("color", flat.astype(np.float32).ravel())
    t = np.linspace(0, 1, 22)
    rib = np.stack([-0.018 - 0.082 * t, 0.012 + 0.020 * t**1.8, 0.010 + 0.0 * t], 1)
    wide = 0.0050 - 0.0012 * t + 0.0012 * np.exp(-(((t - 1) / 0.06) ** 2))
    part = growth.tube(rib, wide * np.clip((1 - t) * 40, 0.3, 1), 12)
    lean = np.stack([-0.015 - 0.045 * t, 0.010 + 0.010 * t**1.8, 0.010 + 0.0 * t], 1)
    flesh = growth.tube(lean, 0.0085 - 0.0035 * t, 14)
    return [
        body,
        shapes.put(growth.soup("rib", [(*part, 0)], [bone]), "rib"),
        shapes.put(growth.soup("lean", [(*flesh, 0)], [meat]), "lean"),
    ]


def _chops(at: tuple[float, float], rng: np.random.Generator) -> None:
    meat, bone = _roast(), ware.matt((0.50, 0.38, 0.25), 0.5, 0.35, 90)
    for x, y, turn in (
        (-0.055, 0.070, -0.60), (0.068, 0.074, -0.52), (0.164, 0.066, -0.66),
        (-0.130, -0.068, -0.58), (-0.006, -0.072, -0.66), (0.120, -0.066, -0.55),
    ):  # fmt: skip
        way = turn + rng.normal(0, 0.04)
        for thing in _chop(rng, meat, bone):
            place(thing, (at[0] + x, at[1] + y, GRATE + 0.0022), (0, 0, way), 1.10)


def _peppers(at: tuple[float, float], rng: np.random.Generator) -> None:
    """Long green peppers, blistered, on an earthen dish."""
    clay = ware.matt((0.30, 0.125, 0.060), 0.5, 0.2)
    dish = shapes.turned("dish", ware.plate(0.088, 0.020, 0.66), clay, 96)
    place(dish, (*at, 0.0))
    s = shade.Shader("pepper")
    spot = s.noise(s.places("Object", (1, 1, 1)), 50, 5, 0.65)
    base = s.ramp(
        spot,
        [
            (0.34, (0.012, 0.010, 0.006)),
            (0.44, (0.035, 0.075, 0.012)),
            (0.70, (0.085, 0.16, 0.025)),
        ],
    )
    skin = s.skin(Base_Color=base, Roughness=0.22, Specular=0.55, Normal=s.bump(spot, 0.3, 0.0015))
    for k in range(6):
        t = np.linspace(0, 1, 40)
        bend = rng.normal(0, 0.012)
        line = np.stack([0.105 * (t - 0.5), bend * np.sin(3 * t), 0.0 * t], 1)
        radius = (
            0.0115
            * np.clip(t / 0.06, 0.12, 1) ** 0.6
            * (1 - 0.62 * t**1.4)
            * (1 + 0.06 * np.sin(14 * t + k))
        )
        stalk = np.stack(
            [
                -0.0525 - 0.018 * np.linspace(0, 1, 6),
                np.zeros(6),
                0.004 * np.linspace(0, 1, 6) ** 2,
            ],
            1,
        )
        parts = [
            (*growth.tube(line, radius, 18), 0),
            (*growth.tube(stalk, np.full(6, 0.0022), 7), 0),
        ]
        row = k % 4 if k < 4 else k - 4 + 0.6
        y, z = (row - 1.5) * 0.024, 0.0175 + (0.016 if k > 3 else 0)
        pepper = shapes.put(growth.soup("pepper", parts, [skin]), "pepper")
        place(
            pepper,
            (at[0] + rng.normal(0, 0.005), at[1] + y, z),
            (rng.uniform(0, 6), 0, 0.3 + rng.normal(0, 0.12)),
        )
