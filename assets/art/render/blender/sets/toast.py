"""A toast: two glasses stand so close that their bowls touch, a table laid with linen behind.

Nobody holds them. Behind, out of focus: plates with chopsticks, more glasses, candles.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import growth
import laid
import shade
import shapes
from sets import still


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    look = dict(job["look"])
    look["gain"] *= 0.62  # white linen throws back most of it
    still.room(look, rng, -0.30)
    cloth = laid.linen((0.47, 0.41, 0.33))
    shapes.block("cloth", (4.2, 0.72, 0.004), (0, 0.50, 0.0), cloth, 0.001)
    top = 0.0022
    wide = still.GLASSES[job["glass"]][0]
    half = wide + 0.0002  # bowls touch
    turn = 0.35
    for side in (-1, 1):
        fill = {**job["wine"], "fill": job["wine"]["fill"] + 0.015 * side}
        at = (side * half * math.cos(turn), side * half * math.sin(turn), 0.0)
        still.goblet(job["glass"], at, fill)
    for k, (x, y) in enumerate(((-0.30, 0.40), (0.36, 0.36), (0.02, 0.62))):
        _setting((x, y, top), rng)
        spot = (x + (0.17, -0.17, 0.17)[k], y + 0.06, top)
        still.goblet(job["glass"], spot, {**job["wine"], "fill": 0.27})
    # out of focus their flames are discs of light, above the rims and beside them
    for x, y, high in (
        ((-0.045, 0.82, 0.265), (0.065, 0.76, 0.225), (-0.225, 0.70, 0.195))
        if tall
        else ((-0.30, 0.66, 0.215), (-0.235, 0.78, 0.175), (0.0, 0.80, 0.250), (0.30, 0.74, 0.225))
    ):
        still.candle((x, y, top), high)
    still.window(look)
    aim = (0.0, 0.0, 0.155)
    if tall:
        film.camera((0.03, -1.55, 0.30), aim, 84, (0.49, 0.285), 2.2, (0, -0.03, 0.14))
    else:
        film.camera((0.03, -1.45, 0.26), aim, 78, (0.425, 0.375), 2.0, (0, -0.03, 0.14))


def _setting(at: tuple[float, float, float], rng: np.random.Generator) -> None:
    """A plate, a bowl on it, chopsticks on their rest."""
    x, y, z = at
    white = laid.china()
    dish = [(0, 0.003), (0.07, 0.003), (0.125, 0.017), (0.127, 0.020), (0.07, 0.007), (0, 0.006)]
    plate = shapes.turned("plate", np.asarray(dish), white, 96)
    plate.location = at
    cup = [(0, 0.004), (0.022, 0.0), (0.024, 0.006), (0.046, 0.028), (0.054, 0.050), (0.051, 0.050)]
    cup += [(0.042, 0.030), (0.02, 0.011), (0, 0.010)]
    bowl = shapes.turned("bowl", np.asarray(cup), white, 96)
    bowl.location = (x, y, z + 0.006)
    wood = shade.oak((0.02, 0.010, 0.006), (0.08, 0.035, 0.02), 0.3, "y")
    shapes.block("rest", (0.05, 0.014, 0.011), (x + 0.155, y + 0.05, z + 0.0055), white, 0.004)
    for dx in (-0.006, 0.006):
        line = np.asarray([(0, -0.12, 0.004), (0, 0.05, 0.0145), (0, 0.10, 0.0176)])
        stick = growth.tube(line, np.asarray([0.0034, 0.0027, 0.0022]), 10)
        out = shapes.put(growth.soup("stick", [(*stick, 0)], [wood]), "stick")
        out.location = (x + 0.155 + dx, y, z)
        out.rotation_euler = (0, 0, float(rng.normal(0, 0.02)))
