"""The Douro house's heroes: hot schist in raking sun; tawny in the dark of the cask store.

The red stands before a dry-stone wall with its grapes, sun low from the right; the tawny glows
before casks, almonds and dried figs beside it in a dish painted blue.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import growth
import lamps
import outside
import shade
import shapes
from sets import ageing, larder, still, ware

SUN = (1.0, 0.78, 0.54)
SKY = (0.62, 0.74, 1.0)
LAMP = (1.0, 0.62, 0.30)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    (_red if job["rank"] % 2 == 0 else _tawny)(job, tall, rng)


def _courses(rng: np.random.Generator, y: float, low: float, high: float) -> None:
    """A dry-stone wall: beds of schist, long and short, each split in leaves."""
    kinds = [
        ware.schist((0.150, 0.145, 0.148), (0.040, 0.042, 0.048), 0.2),
        ware.schist((0.185, 0.160, 0.135), (0.050, 0.046, 0.045), 0.4),
        ware.schist((0.105, 0.108, 0.120), (0.028, 0.031, 0.038), 0.1),
    ]
    back = shade.earth((0.02, 0.016, 0.013), (0.008, 0.007, 0.006))
    shapes.plane("dark", (-4, y + 0.05, -1), (8, 0, 0), (0, 0, 4), back)
    z = low
    while z < high:
        tall = rng.uniform(0.022, 0.080)
        x = -1.5 + rng.uniform(-0.2, 0)
        while x < 1.6:
            wide = rng.uniform(0.12, 0.50)
            out = rng.normal(0, 0.016)
            at = (x + wide / 2, y + 0.10 + out, z + tall / 2)
            size = (wide - 0.002, 0.22, tall - rng.uniform(0.001, 0.004))
            leaves = int(np.clip(round(tall / 0.026), 1, 3))
            ware.strata(
                size, at, rng, kinds[int(rng.integers(3))], leaves, 0.007, rng.normal(0, 0.02)
            )
            x += wide
        z += tall


def _red(job: dict[str, Any], tall: bool, rng: np.random.Generator) -> None:
    _courses(rng, 0.95, -0.02, 1.05)
    floor = ware.schist((0.145, 0.14, 0.14), (0.035, 0.036, 0.041), 0.15)
    ware.strata((2.9, 1.30, 0.075), (0.05, 0.35, -0.0372), rng, floor, 4, 0.016)
    shapes.plane(
        "ground", (-4, -3, -0.6), (8, 0, 0), (0, 4, 0), shade.earth((0.02,) * 3, (0.01,) * 3)
    )
    still.bottle(job | {"turn": -0.10}, (-0.105, 0.05, 0.0))
    still.goblet(job["glass"], (0.045, -0.060, 0.0), job["wine"])
    still.bunch((0.215 if tall else 0.285, 0.035, 0.0), 0.42, rng, *map(tuple, job["fruit"]))
    leaf = outside.leaf((0.085, 0.105, 0.022), (0.035, 0.055, 0.014), (0.26, 0.07, 0.02), 0.45)
    _leaves(
        ((0.315, 0.095, 0.022, 0.12, 0.35, -0.5), (0.335, 0.010, 0.016, 0.09, -0.1, -2.0)), leaf
    )
    sun = lamps.spot((3.4, -0.75, 1.62), (0.0, 0.10, 0.14), 1350, 44, SUN, 0.4)
    sun.data.shadow_soft_size = 0.035
    lamps.window((-1.2, -0.60, 0.55), (0, 0, 0.14), 5.5, (0.62, 1.05), SKY)
    lamps.area((0.55, 0.38, 0.55), (0.04, -0.06, 0.13), 2.2, (0.12, 0.3), SUN, False, 80)
    film.ambient(SKY, 0.016)
    if tall:
        film.camera(
            (-0.02, -2.05, 0.40), (-0.02, 0, 0.150), 78, (0.47, 0.285), 3.2, (-0.08, -0.03, 0.1)
        )
    else:
        film.camera(
            (-0.22, -1.90, 0.36), (-0.005, 0, 0.150), 73, (0.405, 0.365), 3.2, (-0.08, -0.03, 0.1)
        )


def _leaves(spots: Any, material: Any) -> None:
    """Vine leaves lying about, seen close: (x, y, z, size, lean, turn)."""
    points, tris = growth.leaf_close()
    for x, y, z, size, lean, turn in spots:
        leaf = shapes.put(growth.soup("leaf", [(points * size, tris, 0)], [material]), "leaf")
        leaf.location, leaf.rotation_euler = (x, y, z), (lean, 0.1, turn)


def azulejo() -> Any:
    """White glaze, a rim and petals painted in cobalt; for a turned dish (uv: angle, length)."""
    s = shade.Shader("azulejo")
    uv = s.add("SeparateXYZ", i0=s.places("UV")).outputs
    wave = s.sum("ABSOLUTE", s.sum("SINE", s.sum("MULTIPLY", uv[0], math.pi * 18), 0.0), 0.0)
    edge = s.sum("ADD", uv[1], s.sum("MULTIPLY", wave, -0.055))
    petals = s.ramp(
        edge, [(0.600, (0,) * 3), (0.606, (1,) * 3), (0.640, (1,) * 3), (0.648, (0,) * 3)]
    )
    lines = s.ramp(
        uv[1], [(0.505, (0,) * 3), (0.510, (1,) * 3), (0.530, (1,) * 3), (0.535, (0,) * 3)]
    )
    brush = s.noise(s.places("Object", (1, 1, 1)), 80, 4, 0.6)
    ink = s.mix(
        1.0,
        s.mix(1.0, petals, lines, "ADD"),
        s.ramp(brush, [(0.25, (0.45,) * 3), (0.6, (1,) * 3)]),
        "MULTIPLY",
    )
    base = s.mix(ink, (0.66, 0.63, 0.56), (0.018, 0.055, 0.23))
    return s.skin(Base_Color=base, Roughness=0.15, Specular=0.5)


def _tawny(job: dict[str, Any], tall: bool, rng: np.random.Generator) -> None:
    floor = ware.schist((0.120, 0.112, 0.11), (0.020, 0.020, 0.023), 0.1)
    ware.strata((2.8, 0.80, 0.075), (0.0, 0.10, -0.0372), rng, floor, 4, 0.018)
    cask = ageing.Cask(job["marks"], rng)
    for x, z in ((-0.66, 0.10), (0.12, 0.10), (0.90, 0.10), (-0.27, 0.73), (0.51, 0.73)):
        cask.place((x, 1.62, z), (-math.pi / 2, 0, math.pi))
    shapes.plane(
        "wall",
        (-6, 2.6, -2),
        (12, 0, 0),
        (0, 0, 6),
        shade.plaster((0.05, 0.04, 0.035), (0.02, 0.016, 0.014)),
    )
    still.bottle(job | {"turn": 0.08}, (-0.075, 0.05, 0.0))
    still.goblet(job["glass"], (0.055, -0.055, 0.0), job["wine"])
    home = (0.165 if tall else 0.190, -0.005)
    dish = shapes.turned("dish", ware.plate(0.078, 0.020, 0.58), azulejo(), 160)
    dish.location = (*home, 0.0)
    spots = [
        (-0.020, 0.014),
        (0.0, 0.020),
        (0.018, 0.016),
        (-0.030, -0.004),
        (-0.008, -0.002),
        (0.010, 0.0),
    ]
    spots += [(0.028, -0.004), (-0.016, -0.020), (0.003, -0.022), (0.020, -0.018)]
    larder.almonds([(home[0] + x, home[1] + y) for x, y in spots], rng, 0.0068)
    top = [(-0.012, 0.008), (0.010, 0.010), (0.0, -0.012), (0.018, -0.006)]
    larder.almonds([(home[0] + x, home[1] + y) for x, y in top], rng, 0.0140)
    larder.figs(((-0.185, -0.075, 0.5), (-0.143, -0.092, 1.9), (-0.172, -0.118, 3.6)), rng)
    larder.almonds(((0.125, -0.105), (0.098, -0.122)), rng)
    lamps.area((-1.05, 0.55, 0.75), (0, 0, 0.10), 15, (0.30, 0.30), LAMP, spread=120)
    lamps.window((-1.15, -0.75, 0.50), (0, 0, 0.14), 6.5, (0.5, 0.95), (1.0, 0.82, 0.60))
    lamps.area((0.42, 0.42, 0.34), (0.055, -0.055, 0.11), 2.6, (0.14, 0.2), LAMP, False, 70)
    lamps.area((1.1, 0.4, 0.5), (0, 0, 0.12), 4, (0.2, 0.8), LAMP, spread=70)
    lamps.bulb((-0.56, 1.16, 0.60), 5, LAMP, 0.03)
    # a card behind the glass, as a photographer sets one, so that the wine shows its colour
    lamps.area((0.090, 0.14, 0.088), (0.04, -0.5, 0.10), 0.006, (0.12, 0.06), LAMP, True, 120)
    film.ambient((1.0, 0.8, 0.6), 0.004)
    if tall:
        film.camera(
            (0.06, -2.0, 0.48), (-0.01, 0, 0.140), 80, (0.47, 0.285), 2.4, (-0.03, -0.02, 0.1)
        )
    else:
        film.camera(
            (0.16, -1.80, 0.46), (-0.005, 0, 0.135), 76, (0.405, 0.365), 2.2, (-0.03, -0.02, 0.1)
        )
