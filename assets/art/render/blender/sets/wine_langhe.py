"""The Langhe house's heroes: fog-grey linen and hazelnuts; a kitchen table with breadsticks.

The great one in cold light with one low ray of sun on the wall behind, pale wine in a wide
glass; the everyday one on bare chestnut wood, lit from the other side, sour cherries by it.
"""

from __future__ import annotations

from typing import Any

import numpy as np

import film
import growth
import lamps
import shade
import shapes
from sets import larder, still, ware

FOG = (0.88, 0.94, 1.0)
SUN = (1.0, 0.80, 0.55)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    (_great if job["rank"] % 2 == 0 else _daily)(job, tall, rng)


def _great(job: dict[str, Any], tall: bool, rng: np.random.Generator) -> None:
    edge = -0.30
    wood = shade.oak((0.020, 0.013, 0.009), (0.085, 0.055, 0.034), 0.5, worn=0.5)
    shapes.block("board", (4.4, 1.5, 0.045), (0, edge + 0.75, -0.0225), wood, 0.004)
    linen = ware.weave((0.235, 0.24, 0.242), 1500, None)
    ware.cloth((1.5, 1.05), (-0.05, 0.03, 0.0), linen, rng, edge, 0.34, 0.06)
    wall = shade.plaster((0.20, 0.205, 0.215), (0.085, 0.09, 0.098))
    shapes.plane("wall", (-6, 1.7, -2), (12, 0, 0), (0, 0, 6), wall)
    still.bottle(job | {"turn": -0.13}, (0.045, 0.055, 0.001))
    still.goblet(job["glass"], (-0.105, -0.055, 0.002), job["wine"] | {"fill": 0.26})
    nuts = larder.Hazelnuts(rng)
    nuts.pile((0.150, -0.085, 0.003), 18, 0.040)
    nuts.cracked((0.072, -0.125, 0.003), 0.4)
    for x, y, turn in ((-0.010, -0.135, 1.2), (0.022, -0.118, 0.3), (0.100, -0.150, 2.2)):
        nuts.lone((x, y, 0.003), turn)
    lamps.window((-1.25, -0.35, 0.55), (0, 0, 0.14), 20, (0.7, 1.1), FOG)
    lamps.area((-0.75, 1.35, 0.85), (-0.08, 0, 0.13), 7, (0.45, 0.7), FOG, spread=110)
    lamps.area((1.3, 0.5, 0.5), (0.03, 0, 0.14), 9, (0.2, 0.9), (1.0, 0.86, 0.68), spread=70)
    lamps.area(
        (-0.24, 0.75, 0.30), (-0.105, -0.05, 0.14), 1.6, (0.16, 0.16), (1.0, 0.9, 0.78), spread=60
    )
    _sunbeam((-2.6, -0.1, 0.95), (-0.16, 1.7, 0.36), 1000, 13)
    film.ambient(FOG, 0.010)
    if tall:
        film.camera(
            (-0.05, -2.05, 0.42), (0.0, 0, 0.150), 78, (0.48, 0.285), 2.6, (-0.05, -0.03, 0.1)
        )
    else:
        film.camera(
            (-0.28, -1.90, 0.36), (0.0, 0, 0.150), 74, (0.40, 0.365), 2.4, (-0.05, -0.03, 0.1)
        )


def _sunbeam(at: Any, aim: Any, watts: float, cone: float) -> None:
    """Low sun through a barred casement: its panes lie on the wall."""
    lamps.spot(at, aim, watts, cone, SUN, 0.25).data.shadow_soft_size = 0.004
    way = np.asarray(aim, float) - at
    way /= np.linalg.norm(way)
    side = np.cross(way, [0, 0, 1.0])
    side /= np.linalg.norm(side)
    up = np.cross(side, way)
    middle = np.asarray(at, float) + way * 0.62
    dark = shade.iron()
    for off, half in ((0.0, 0.0065), (-0.036, 0.0045), (0.036, 0.0045)):
        a = middle + side * off
        bar = np.asarray([a - up * 0.2, a + up * 0.2])
        shapes.put(growth.soup("bar", [(*growth.tube(bar, np.full(2, half), 6), 0)], [dark]), "bar")
        a = middle + up * off
        bar = np.asarray([a - side * 0.2, a + side * 0.2])
        shapes.put(growth.soup("bar", [(*growth.tube(bar, np.full(2, half), 6), 0)], [dark]), "bar")


def _daily(job: dict[str, Any], tall: bool, rng: np.random.Generator) -> None:
    edge = -0.36
    wood = shade.oak((0.060, 0.036, 0.020), (0.21, 0.135, 0.078), 0.5, worn=0.55)
    for k, d in enumerate((0.27, 0.30, 0.28, 0.31)):
        y = edge + sum((0.27, 0.30, 0.28, 0.31)[:k]) + d / 2
        shapes.block(
            "plank", (4.4, d - 0.003, 0.05), (rng.uniform(-0.3, 0.3), y, -0.025), wood, 0.004
        )
    wall = shade.plaster((0.40, 0.385, 0.35), (0.22, 0.21, 0.19))
    shapes.plane("wall", (-6, 1.35, -2), (12, 0, 0), (0, 0, 6), wall)
    still.bottle(job | {"turn": 0.19}, (-0.175, 0.03, 0.0))
    still.goblet(job["glass"], (-0.005, 0.065, 0.0), job["wine"] | {"fill": 0.27})
    linen = ware.weave((0.40, 0.385, 0.35), 1500, (0.22, 0.035, 0.04))
    shift = 0.065 if tall else 0.0
    ware.cloth((0.40, 0.20), (0.08 - shift, -0.135, 0.0), linen, rng, None, 0.3, -0.30, 1.3)
    larder.grissini((0.075 - shift, -0.135, 0.0065), -0.22, rng, 9)
    dish = shapes.turned(
        "dish", ware.bowl(0.052, 0.036, 0.5, 0.003), ware.porcelain((0.62, 0.60, 0.55)), 96
    )
    dish.location = (0.155 - shift / 2, 0.035, 0.0)
    larder.cherries((0.155 - shift / 2, 0.035, 0.0), 0.052, 15, rng)
    lamps.window((1.15, -0.55, 0.62), (-0.05, 0, 0.13), 24, (0.62, 1.05), (1.0, 0.95, 0.88))
    lamps.area((-1.2, 0.2, 0.5), (-0.1, 0, 0.14), 9, (0.3, 0.9), FOG, spread=90)
    lamps.spot((1.2, 0.3, 1.6), (-0.35, 1.35, 0.42), 75, 42, (1.0, 0.9, 0.76))
    film.ambient(FOG, 0.012)
    if tall:
        film.camera((0.10, -2.0, 0.52), (-0.045, 0, 0.140), 78, (0.48, 0.285), 2.8, (-0.12, 0, 0.1))
    else:
        film.camera(
            (0.22, -1.85, 0.50), (-0.035, 0, 0.140), 72, (0.41, 0.365), 2.4, (-0.12, 0, 0.1)
        )
