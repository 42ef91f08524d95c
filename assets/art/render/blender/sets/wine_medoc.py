"""The Médoc house's heroes: limestone and river gravel; a zinc counter with plums.

The great one stands like a monument on dressed stone, seen from low, a cool window at its left;
the second on a counter before painted panelling, seen from above, with the fruit it smells of.
"""

from __future__ import annotations

from typing import Any

import numpy as np

import film
import lamps
import shade
import shapes
from sets import berries, larder, still, ware

NORTH = (0.87, 0.93, 1.0)
WARM = (1.0, 0.88, 0.72)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    (_great if job["rank"] % 2 == 0 else _second)(job, tall, rng)


def _great(job: dict[str, Any], tall: bool, rng: np.random.Generator) -> None:
    edge = -0.26
    pale = shade.stone((0.47, 0.435, 0.37), (0.29, 0.26, 0.215), 1.6, 0.72)
    shapes.block("ledge", (4.4, 0.62, 0.16), (0, edge + 0.31, -0.08), pale, 0.010)
    ashlar = shade.bricks(
        (0.46, 0.435, 0.385), (0.30, 0.28, 0.245), (0.25, 0.235, 0.205), (0.66, 0.33), 0.25
    )
    shapes.plane("wall", (-3, 1.0, -1.02), (6, 0, 0), (0, 0, 4), ashlar, metres=True)
    still.bottle(job | {"turn": -0.06}, (-0.115, 0.02, 0.0))
    still.goblet(job["glass"], (0.045, -0.045, 0.0), job["wine"])
    kinds = [ware.pebble(rng, ware.river_stone()) for _ in range(6)]
    spots, sizes = _drift(rng, (0.175 if tall else 0.225, -0.035), 44)
    ware.gravel(spots, sizes, rng, kinds)
    lamps.window((-1.25, -0.12, 0.60), (0, 0.05, 0.13), 30, (0.62, 1.05), NORTH)
    lamps.area((1.3, 0.45, 0.5), (0, 0, 0.14), 7, (0.2, 0.9), WARM, spread=70)
    lamps.spot((-1.9, 0.05, 1.6), (-0.02, 1.0, 0.30), 115, 30, NORTH, 0.7)
    lamps.area((-0.35, 0.8, 0.45), (0.04, -0.04, 0.13), 2.0, (0.2, 0.3), NORTH, False, 70)
    film.ambient(NORTH, 0.010)
    if tall:
        film.camera(
            (0.05, -2.05, 0.24), (-0.03, 0, 0.150), 78, (0.47, 0.285), 2.6, (-0.08, -0.03, 0.1)
        )
    else:
        film.camera(
            (0.10, -1.95, 0.20), (-0.02, 0, 0.150), 74, (0.41, 0.365), 2.4, (-0.08, -0.03, 0.1)
        )


def _drift(
    rng: np.random.Generator, at: tuple[float, float], count: int
) -> tuple[list[tuple[float, float]], list[float]]:
    """Places of stones that lie side by side, larger ones in the middle, none over another."""
    spots: list[tuple[float, float]] = []
    sizes: list[float] = []
    for _ in range(4000):
        if len(spots) == count:
            break
        reach = abs(rng.normal(0, 0.085))
        turn = rng.uniform(0, 6.3)
        x, y = at[0] + reach * np.cos(turn) * 1.25, at[1] + reach * np.sin(turn) * 0.75
        size = float(np.clip(0.024 - 0.10 * reach + rng.normal(0, 0.005), 0.005, 0.030))
        clear = all(
            (x - a) ** 2 + (y - b) ** 2 > (0.93 * (size + s)) ** 2
            for (a, b), s in zip(spots, sizes, strict=True)
        )
        for a, b, r in ((0.045, -0.045, 0.042), (-0.115, 0.02, 0.040)):  # glass and bottle
            clear = clear and (x - a) ** 2 + (y - b) ** 2 > (r + size) ** 2
        if clear and y > -0.24:
            spots.append((x, y))
            sizes.append(size)
    return spots, sizes


def _zinc() -> Any:
    s = shade.Shader("zinc")
    at = s.places("Object", (1, 1, 1))
    cloud = s.noise(at, 7, 7, 0.66)
    ring = s.noise(at, 30, 5, 0.7)
    base = s.ramp(cloud, [(0.34, (0.17, 0.18, 0.20)), (0.66, (0.33, 0.345, 0.37))])
    rough = s.span(
        s.sum("ADD", s.sum("MULTIPLY", cloud, 0.6), s.sum("MULTIPLY", ring, 0.4)), 0.26, 0.58
    )
    return s.skin(Base_Color=base, Metallic=0.85, Roughness=rough, Normal=s.bump(ring, 0.06, 0.002))


def _panelling(y: float) -> None:
    """Painted wainscot: fields with a raised moulding."""
    paint = ware.matt((0.21, 0.235, 0.25), 0.55, 0.08, 20)
    shapes.plane("wall", (-6, y, -2), (12, 0, 0), (0, 0, 6), paint)
    for k in range(-3, 3):
        x = 0.84 * k + 0.33
        for wide, tall, deep, inset in ((0.70, 1.36, 0.036, 0.0), (0.58, 1.22, 0.020, 0.02)):
            for box, at in (
                ((wide, deep, 0.026), (x, y - deep / 2 - inset * 0.2, 0.90 - tall / 2)),
                ((wide, deep, 0.026), (x, y - deep / 2 - inset * 0.2, 0.95 + tall / 2)),
                ((0.026, deep, tall), (x - wide / 2, y - deep / 2 - inset * 0.2, 0.95)),
                ((0.026, deep, tall), (x + wide / 2, y - deep / 2 - inset * 0.2, 0.95)),
            ):
                shapes.block("bead", box, at, paint, 0.007)


def _second(job: dict[str, Any], tall: bool, rng: np.random.Generator) -> None:
    edge = -0.34
    shapes.block("counter", (4.4, 0.80, 0.04), (0, edge + 0.40, -0.02), _zinc(), 0.014)
    dark = shade.oak((0.012, 0.008, 0.006), (0.04, 0.026, 0.018), 0.5)
    shapes.block("front", (4.2, 0.03, 0.7), (0, edge + 0.06, -0.40), dark, 0.002)
    _panelling(0.95)
    still.bottle(job | {"turn": 0.02}, (0.035, 0.085, 0.0))
    still.goblet(job["glass"], (-0.115, 0.0, 0.0), job["wine"] | {"density": 80.0})
    dish = shapes.turned("plate", ware.plate(0.098, 0.017), ware.porcelain((0.66, 0.66, 0.64)), 128)
    home = (0.155 if tall else 0.195, -0.075)
    dish.location = (*home, 0.0)
    spots = [
        (-0.030, 0.010, 0.0065, 0.4),
        (0.022, 0.020, 0.0065, 2.3),
        (0.004, -0.028, 0.0065, 4.2),
    ]
    larder.plums([(home[0] + x, home[1] + y, z, t) for x, y, z, t in spots], rng)
    red = berries.flesh((0.30, 0.012, 0.030), (0.15, 0.006, 0.018))
    fruit = [berries.bayberry(rng, 0.0082, red, 62) for _ in range(3)]
    for k, (x, y) in enumerate(
        ((0.046, -0.020), (0.036, -0.042), (-0.040, -0.030), (-0.025, -0.045))
    ):
        one = shapes.put(fruit[k % 3], "raspberry")
        berries.place(one, (home[0] + x, home[1] + y, 0.0145), (rng.uniform(1, 2), 0.2, k * 1.7))
    one = shapes.put(fruit[0], "raspberry")
    berries.place(one, (home[0] - 0.125, home[1] - 0.020, 0.0078), (1.4, 0.2, 0.7))
    still.cork((-0.030, -0.115, 0.0), 0.8)
    lamps.window((-1.15, 0.15, 0.80), (0, 0, 0.10), 30, (0.7, 1.1), NORTH)
    lamps.area((-1.0, -0.9, 0.5), (0.02, 0, 0.13), 6, (0.4, 0.8), NORTH, spread=110)
    lamps.area((1.2, 0.45, 0.55), (0.03, 0, 0.14), 8, (0.2, 0.9), WARM, spread=80)
    lamps.spot((-1.7, -0.1, 1.7), (-0.15, 0.95, 0.42), 95, 44, NORTH)
    film.ambient(NORTH, 0.012)
    if tall:
        film.camera((-0.08, -1.95, 0.62), (0.0, 0, 0.140), 76, (0.47, 0.285), 2.8, (-0.05, 0, 0.1))
    else:
        film.camera(
            (-0.20, -1.78, 0.60), (0.01, 0, 0.140), 71, (0.405, 0.365), 2.6, (-0.03, 0, 0.1)
        )
