"""The bayberry house's table: a steamed field carp for guests, sweet potato dumplings, its wine."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import lamps
import shade
import shapes
from sets import berries, dishes, jade, still, ware

RAIN = (0.92, 1.0, 0.98)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    wood = shade.oak((0.020, 0.010, 0.006), (0.046, 0.024, 0.014), 0.26, worn=0.25)
    round_top = [(0, 0), (0.70, 0), (0.712, -0.004), (0.716, -0.014), (0.700, -0.040), (0, -0.05)]
    top = shapes.turned("top", np.asarray(round_top[::-1]), wood, 192)
    top.location = (0.05, 0.36, 0.0)
    shapes.plane(
        "floor", (-6, -4, -0.75), (12, 0, 0), (0, 10, 0), shade.earth((0.02,) * 3, (0.008,) * 3)
    )
    shapes.plane(
        "wall",
        (-6, 2.6, -2),
        (12, 0, 0),
        (0, 0, 6),
        shade.plaster((0.05, 0.058, 0.055), (0.02, 0.025, 0.024)),
    )
    _fish((-0.06, -0.02), rng)
    _dumplings((-0.115, 0.215) if tall else (-0.235, 0.185), rng)
    glass = (0.105, 0.175, 0.0) if tall else (0.180, 0.085, 0.0)
    still.goblet("copita", glass, {**job["wine"], "fill": 0.5})
    sticks, way = ((0.115, -0.185, 0.0), 1.35) if tall else ((0.240, -0.055, 0.0), -0.12)
    dishes.chopsticks(sticks, way, jade.jade())
    lamps.window((-1.15, 0.55, 0.85), (-0.05, 0, 0.02), 48, (0.7, 1.1), RAIN)
    lamps.area((0.30, 1.4, 0.75), (0, 0, 0.03), 15, (0.8, 0.5), RAIN, False, 120)
    lamps.area((-0.9, -0.9, 0.7), (0, 0, 0.03), 4, (0.5, 0.6), RAIN, False, 110)
    lamps.spot((-1.5, 0.9, 1.9), (-0.45, 2.6, 0.5), 70, 46, RAIN)
    film.ambient(RAIN, 0.012)
    if tall:
        film.camera(
            (0.0, -1.16, 0.86), (-0.045, 0.03, 0.03), 56, (0.49, 0.33), 3.4, (-0.06, -0.02, 0.03)
        )
    else:
        film.camera(
            (0.02, -1.04, 0.68), (-0.04, 0.0, 0.02), 55, (0.42, 0.42), 3.2, (-0.06, -0.02, 0.03)
        )


def _fish(at: tuple[float, float], rng: np.random.Generator) -> None:
    """The carp on an oval celadon platter, in its broth, under ginger, scallion and chilli."""
    dish = shapes.turned("platter", ware.plate(0.150, 0.024, 0.74), ware.glaze(), 192)
    dish.location, dish.scale = (*at, 0.0), (1.42, 0.86, 1.0)
    broth = shapes.turned(
        "broth",
        np.asarray([(0, 0), (0.112, 0), (0.114, -0.001)]),
        dishes.sauce((0.075, 0.026, 0.007)),
        96,
    )
    broth.location, broth.scale = (*at, 0.0095), (1.42, 0.86, 1.0)
    turn, mouth = 0.10, (at[0] - 0.158, at[1] - 0.022, 0.0075)
    dishes.carp(mouth, turn, rng)
    c, s = math.cos(turn), math.sin(turn)

    def strew(count: int, x: float, wide: float, lift: float) -> np.ndarray:
        u = np.clip(rng.normal(x, wide, count), 0.24, 0.9) * dishes.LONG
        v = rng.normal(0.004, 0.016, count)
        z = dishes.height(u, v) + lift * rng.uniform(0.4, 1.6, count)
        return np.stack([mouth[0] + c * u - s * v, mouth[1] + s * u + c * v, mouth[2] + z], 1)

    dishes.shreds(
        strew(46, 0.52, 0.16, 0.0025),
        0.034,
        0.00085,
        ((0.62, 0.50, 0.20), (0.74, 0.64, 0.34)),
        rng,
        0.35,
    )
    dishes.shreds(
        strew(74, 0.54, 0.15, 0.0045),
        0.050,
        0.00095,
        ((0.10, 0.24, 0.03), (0.55, 0.62, 0.34)),
        rng,
        0.9,
    )
    dishes.shreds(
        strew(14, 0.54, 0.13, 0.0065),
        0.038,
        0.00085,
        ((0.45, 0.012, 0.008), (0.62, 0.03, 0.012)),
        rng,
        0.7,
    )


def _dumplings(at: tuple[float, float], rng: np.random.Generator) -> None:
    """A small dish of dumplings, grey and clear as sweet potato starch cooks."""
    dish = shapes.turned(
        "dish", ware.plate(0.100, 0.018, 0.70), ware.porcelain((0.62, 0.64, 0.61)), 128
    )
    dish.location = (*at, 0.0)
    s = shade.Shader("starch")
    cloud = s.noise(s.places("Object", (1, 1, 1)), 60, 4, 0.6)
    base = s.ramp(cloud, [(0.3, (0.27, 0.215, 0.155)), (0.7, (0.43, 0.36, 0.27))])
    dough = s.skin(
        Base_Color=base, Roughness=0.14, Specular=0.5, Subsurface=0.4,
        Subsurface_Radius=(0.008, 0.006, 0.004), Subsurface_Color=(0.60, 0.50, 0.38),
    )  # fmt: skip
    kinds = [dishes.dumpling(rng, dough) for _ in range(3)]
    for k in range(5):
        a = k * math.pi * 0.4 + 0.3
        r = 0.041
        one = shapes.put(kinds[k % 3], "dumpling")
        spot = (at[0] + r * math.cos(a), at[1] + r * math.sin(a), 0.0066)
        berries.place(one, spot, (0, 0, a + math.pi / 2 + rng.normal(0, 0.12)), 0.92)
    spots = np.column_stack(
        [rng.normal(at[0], 0.02, 16), rng.normal(at[1], 0.02, 16), np.full(16, 0.034)]
    )
    spots[:, 2] -= 0.35 * np.hypot(spots[:, 0] - at[0], spots[:, 1] - at[1])
    dishes.shreds(spots, 0.006, 0.0012, ((0.10, 0.26, 0.03), (0.28, 0.42, 0.10)), rng, 0.4)
