"""The bayberry house's heroes: no grapes, but the fruit itself, celadon, stone and rain light.

The dry one stands before a paper window with bamboo's shadow, its fruit heaped in celadon; the
off-dry, nearly black one in the dark by a round window, a sprig and a cup of stone beside it.
"""

from __future__ import annotations

from typing import Any

import numpy as np

import film
import lamps
import outside
import shade
import shapes
from sets import berries, jade, still, ware

COOL = (0.90, 1.0, 0.98)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    (_dry if job["rank"] % 2 == 0 else _sweet)(job, tall, rng)


def _slab(edge: float) -> None:
    shapes.block("slab", (4.4, 1.6, 0.07), (0, edge + 0.8, -0.035), jade.ink_stone(), 0.006)
    dark = shade.oak((0.008, 0.006, 0.005), (0.02, 0.014, 0.011), 0.6)
    shapes.block("apron", (4.2, 0.03, 0.6), (0, edge + 0.06, -0.37), dark, 0.002)


def _dry(job: dict[str, Any], tall: bool, rng: np.random.Generator) -> None:
    _slab(-0.30)
    wall = shade.plaster((0.085, 0.10, 0.095), (0.030, 0.038, 0.037))
    left, right = (-0.62, 0.62) if tall else (-1.05, 0.42)
    jade.dark_wall(1.05, (left, right, 0.10, 1.30), wall)
    jade.shoji(rng, left, right, 1.05, 95)
    still.bottle(job, (-0.135, 0.03, 0.0))
    still.goblet(job["glass"], (0.005, -0.085, 0.0), job["wine"])
    skin = berries.flesh(*berries.DONGKUI)
    fruit = [berries.bayberry(rng, 0.0158, skin) for _ in range(4)]
    dish = ware.bowl(0.076, 0.062)
    bowl = ware.fluted("celadon", dish, ware.glaze(), 24, 0.022)
    at = (0.165, 0.0, 0.0)
    bowl.location = at
    berries.heap(at, 0.0735, 30, rng, fruit, 0.0158, 0.010)
    green = berries.blade_skin()
    for k, (x, y, turn) in enumerate(((0.215, -0.115, 2.5), (0.198, -0.105, -2.75))):
        leaf = berries.blade(rng, 0.088 - 0.012 * k, 0.025, green, 0.45)
        berries.place(leaf, (x, y, 0.006), (0.1 - 0.2 * k, -0.06, turn))
    for x, y, turn in ((0.083, -0.135, 0.6), (0.118, -0.155, 2.2)):
        one = shapes.put(fruit[0 if x < 0.1 else 2], "fruit")
        berries.place(one, (x, y, 0.0149), (turn, 0.4, turn * 2))
    lamps.window((-1.15, -0.75, 0.62), (0, 0, 0.14), 17, (0.62, 1.0), COOL)
    lamps.area((1.2, 0.5, 0.7), (0.0, 0, 0.12), 5, (0.25, 0.9), COOL, spread=80)
    lamps.area((0.35, -0.9, 0.9), (0.15, 0, 0.03), 3.0, (0.25, 0.25), COOL, False, spread=60)
    film.ambient(COOL, 0.010)
    if tall:
        film.camera(
            (0.02, -2.15, 0.46), (-0.055, 0, 0.165), 76, (0.47, 0.295), 2.8, (-0.12, -0.03, 0.1)
        )
    else:
        film.camera(
            (0.10, -2.10, 0.40), (-0.03, 0, 0.165), 76, (0.40, 0.365), 2.4, (-0.12, -0.03, 0.1)
        )


def _sweet(job: dict[str, Any], tall: bool, rng: np.random.Generator) -> None:
    _slab(-0.34)
    wall = shade.plaster((0.050, 0.058, 0.056), (0.020, 0.025, 0.025))
    rim = shade.stone((0.16, 0.17, 0.155), (0.07, 0.08, 0.075), 2.0, 0.6)
    middle = (-0.15, 1.30, 0.270)
    jade.moon_gate(middle, 0.235, wall, rim, 0.12)
    tones = [(0.02, 0.03, 0.03), (0.07, 0.09, 0.088), (0.17, 0.21, 0.20), (0.33, 0.37, 0.36)]
    jade.hills(rng, 3.2, 0.10, tones, (0.66, 0.71, 0.69), 0.95, 0.5)
    still.bottle(job, (-0.165, 0.04, 0.0))
    still.goblet(job["glass"], (-0.035, -0.07, 0.0), job["wine"])
    skin = berries.flesh(*berries.BIQI)
    fruit = [berries.bayberry(rng, 0.0128, skin, 280) for _ in range(4)]
    twig = outside.bark((0.12, 0.10, 0.075), (0.035, 0.03, 0.022))
    berries.sprig((0.150, -0.060, 0.0), 0.25, rng, fruit, berries.blade_skin(), twig, 0.0128, 5)
    _cup((0.052, 0.055, 0.0), job["wine"])
    lamps.area((1.15, -0.7, 0.75), (0.05, 0, 0.05), 19, (0.35, 0.9), COOL, spread=110)
    lamps.window((-1.2, -0.5, 0.55), (-0.1, 0, 0.14), 11, (0.5, 0.95), COOL)
    lamps.area((-0.15, 1.1, 0.40), (-0.05, 0, 0.05), 5, (0.4, 0.3), (0.92, 1.0, 0.99), False)
    film.ambient(COOL, 0.006)
    if tall:
        film.camera(
            (0.0, -2.15, 0.25), (-0.075, 0, 0.165), 80, (0.46, 0.295), 2.8, (-0.14, -0.03, 0.1)
        )
    else:
        film.camera(
            (-0.05, -2.05, 0.22), (-0.035, 0, 0.165), 76, (0.41, 0.37), 2.2, (-0.14, -0.03, 0.1)
        )


def _cup(at: tuple[float, float, float], wine: dict[str, Any]) -> None:
    """A small fluted cup of pale stone, wine in it."""
    radius, high = 0.030, 0.034
    cup = ware.fluted("cup", ware.bowl(radius, high, 0.5, 0.0022), jade.jade(), 16, 0.03)
    level, r = high * 0.74, radius * 0.93 - 0.0020
    pool = shapes.turned(
        "pool",
        np.asarray([(0.0, high * 0.2), (r * 0.6, high * 0.3), (r, level), (0.0, level)]),
        shade.wine(tuple(wine["colour"]), wine["density"] * 2, tuple(wine["shadow"])),
        64,
    )
    cup.location = pool.location = at
