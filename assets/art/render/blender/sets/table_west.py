"""Tables of the Langhe and the Douro: what the house eats with its wine, as the words say.

Thin egg pasta with white truffle and a hazelnut cake in foggy light; duck rice in its iron pot
with olives and maize bread, under a roof of vines at noon.
"""

from __future__ import annotations

from typing import Any

import numpy as np

import film
import growth
import lamps
import outside
import shade
import shapes
from sets import fare, larder, still, ware

FOG = (0.90, 0.95, 1.0)
NOON = (1.0, 0.90, 0.74)
SHADE = (0.80, 0.90, 1.0)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    {"piedmont": _langhe, "douro": _douro}[job["region"]](job, tall, rng)


def _langhe(job: dict[str, Any], tall: bool, rng: np.random.Generator) -> None:
    edge = -0.42
    wood = shade.oak((0.024, 0.015, 0.010), (0.095, 0.060, 0.037), 0.42, worn=0.5)
    for k in range(6):
        at = (rng.uniform(-0.3, 0.3), edge + 0.13 + 0.26 * k, -0.025)
        shapes.block("plank", (4.4, 0.257, 0.05), at, wood, 0.004)
    linen = ware.weave((0.30, 0.305, 0.305), 1500, (0.10, 0.105, 0.12))
    ware.cloth((0.50, 0.36), (-0.05, -0.01, 0.0), linen, rng, None, 0.3, 0.05, 1.2)
    china = ware.porcelain((0.66, 0.655, 0.63))
    home = (-0.05, 0.0)
    dish = shapes.turned("plate", ware.plate(0.142, 0.024, 0.62), china, 160)
    dish.location = (*home, 0.004)
    fare.noodles((*home, 0.0110), rng, 0.074, 150)
    spots = np.asarray(
        [
            (-0.022, 0.018, 0.0400), (0.020, 0.024, 0.0395), (0.002, -0.012, 0.0465),
            (0.034, -0.012, 0.0370), (-0.036, -0.014, 0.0350), (-0.004, 0.040, 0.0330),
            (0.012, -0.042, 0.0330), (0.012, 0.004, 0.0490),
        ]
    )  # fmt: skip
    fare.slices(spots + [*home, 0.0105], rng)
    fare.truffle((0.150, -0.110, 0.0), rng)
    fare.truffle((0.098, -0.138, 0.0), rng, 0.017)
    sweet = (-0.125, 0.285) if tall else (-0.300, 0.235)
    dish = shapes.turned("plate", ware.plate(0.112, 0.016, 0.78), china, 128)
    dish.location = (*sweet, 0.0)
    fare.cake((*sweet, 0.0075))
    nuts = larder.Hazelnuts(rng)
    nuts.pile((-0.175, -0.130, 0.003) if tall else (-0.245, -0.085, 0.003), 8, 0.03)
    still.goblet(
        "tulip", (0.105, 0.205, 0.0) if tall else (0.225, -0.010, 0.0), job["wine"] | {"fill": 0.26}
    )
    lamps.window((-1.05, 0.60, 0.80), (-0.03, 0, 0.02), 44, (0.7, 1.1), FOG)
    lamps.area((0.2, 1.5, 0.8), (0, 0, 0.03), 12, (0.8, 0.5), (1.0, 0.88, 0.72), False, 120)
    lamps.area((-0.8, -0.9, 0.7), (0, 0, 0.03), 2.5, (0.5, 0.6), FOG, False, 110)
    film.ambient(FOG, 0.012)
    _look_down(tall, 0.03)


def _look_down(tall: bool, high: float) -> None:
    if tall:
        film.camera(
            (0.0, -1.16, 0.86), (-0.04, 0.03, high), 60, (0.49, 0.33), 3.4, (-0.05, -0.02, high)
        )
    else:
        film.camera(
            (0.02, -1.02, 0.70), (-0.04, 0.0, high), 56, (0.42, 0.425), 3.2, (-0.05, -0.02, high)
        )


def _douro(job: dict[str, Any], tall: bool, rng: np.random.Generator) -> None:
    wood = shade.oak((0.060, 0.045, 0.034), (0.19, 0.150, 0.115), 0.6, worn=0.6)
    for k in range(9):
        at = (rng.uniform(-0.3, 0.3), -0.40 + 0.155 * k, -0.02 - rng.uniform(0, 0.001))
        shapes.block("slat", (3.4, 0.150, 0.04), at, wood, 0.004)
    shapes.plane(
        "ground",
        (-4, -3, -0.75),
        (8, 0, 0),
        (0, 8, 0),
        shade.earth((0.04, 0.03, 0.022), (0.02, 0.015, 0.011)),
    )
    home = (-0.06, 0.0, 0.012)
    board = shapes.turned(
        "board",
        np.asarray([(0, 0), (0.125, 0), (0.128, 0.004), (0.125, 0.012), (0, 0.012)]),
        shade.oak((0.05, 0.03, 0.015), (0.20, 0.12, 0.06), 0.6),
        96,
    )
    board.location = (home[0], home[1], 0.0)
    fare.pot(home)
    fare.rice(home, rng, 0.141, 0.046)
    spots = _apart(rng, 15, 0.112, 0.034)
    fare.sausage(home, rng, spots, lambda x, y: 0.0475 + 0.010 * (1 - (x * x + y * y) / 0.0199))
    bread = (-0.175, 0.275) if tall else (-0.315, 0.185)
    fare.loaf((*bread, 0.0), rng)
    bowl = (0.115, 0.215) if tall else (0.205, 0.160)
    dish = shapes.turned(
        "bowl", ware.bowl(0.056, 0.038, 0.5, 0.003), ware.matt((0.34, 0.16, 0.085), 0.45, 0.2), 96
    )
    dish.location = (*bowl, 0.0)
    fare.olives((*bowl, 0.0), 0.054, 26, rng)
    glass = (0.045, 0.315, 0.0) if tall else (0.245, -0.010, 0.0)
    still.goblet("copita", glass, {**job["wine"], "fill": 0.5})
    green = outside.leaf((0.085, 0.13, 0.022), (0.035, 0.07, 0.014), (0.26, 0.12, 0.02), 0.2)
    spots3 = np.asarray((-0.50, 0.62, 1.02)) + rng.normal(0, 1, (64, 3)) * [0.34, 0.30, 0.05]
    part = growth.leaves(spots3, rng.normal(0, 1, spots3.shape), rng.uniform(0.08, 0.13, 64), rng)
    shapes.put(growth.soup("roof", [(*part, 0)], [green]), "roof")
    sun = lamps.spot((-1.55, 1.95, 3.1), (-0.03, 0.02, 0.0), 1150, 24, NOON, 0.8)
    sun.data.shadow_soft_size = 0.03
    lamps.window((-1.1, 0.30, 0.75), (-0.03, 0, 0.03), 15, (0.7, 1.0), SHADE)
    lamps.area((0.2, 1.3, 0.8), (0, 0, 0.03), 7, (0.8, 0.5), SHADE, False, 120)
    film.ambient(SHADE, 0.018)
    _look_down(tall, 0.05)


def _apart(
    rng: np.random.Generator, count: int, reach: float, gap: float
) -> list[tuple[float, float]]:
    """Places within a circle that keep their distance."""
    out: list[tuple[float, float]] = []
    for _ in range(3000):
        r, a = reach * np.sqrt(rng.uniform(0, 1)), rng.uniform(0, 6.3)
        x, y = float(r * np.cos(a)), float(r * np.sin(a))
        if len(out) < count and all((x - p) ** 2 + (y - q) ** 2 > gap * gap for p, q in out):
            out.append((x, y))
    return out
