"""Blending: twelve glasses in three ranks before one sheet of paper, corrected again and again.

A table under a lamp; the glasses' reds go from purple to brick, as three grapes are mixed.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import growth
import lamps
import props
import shade
import shapes
from sets import still


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    look = dict(job["look"])
    still.room(look, rng, -0.46)
    spots = _spots(tall)
    for k, (x, y) in enumerate(spots):
        t = (k * 5 % 12) / 11
        wine = {
            "colour": (0.90 + 0.03 * t, 0.05 + 0.11 * t, 0.20 - 0.09 * t),
            "density": 150.0 - 75.0 * t,
            "shadow": (0.55 + 0.15 * t, 0.04 + 0.06 * t, 0.09),
            "fill": float(rng.uniform(0.25, 0.31)),
        }
        at = (x + rng.normal(0, 0.004), y + rng.normal(0, 0.004), 0.0)
        still.goblet("tulip", at, wine)
    _sheet(job["page"], (0.0, -0.275) if tall else (0.225, -0.055), 0.10 if tall else -0.22)
    warm, key = tuple(look["rim"]), tuple(look["key"])
    lamps.window((-1.15, 0.35, 0.85), (0.0, 0.05, 0.10), 20, (0.7, 1.0), key)
    lamps.area((0.9, 0.95, 0.75), (0.0, 0.1, 0.1), 5, (0.3, 0.8), warm, False, 70)
    lamps.area((-0.35, -0.35, 1.1), (0.1, -0.15, 0.0), 3.0, (0.3, 0.3), warm, False, 70)
    lamps.spot((-1.3, 0.8, 1.9), (-0.35, 2.3, 0.5), 150, 38, tuple(look["glow"]))
    film.ambient(key, 0.008)
    aim = (0.0, 0.0, 0.09)
    if tall:
        film.camera((0.10, -1.42, 0.80), aim, 60, (0.49, 0.275), 4.0, (0, -0.08, 0.1))
    else:
        film.camera((0.10, -1.36, 0.60), aim, 57, (0.405, 0.40), 4.0, (0, -0.08, 0.1))


def _spots(tall: bool) -> list[tuple[float, float]]:
    """Where the glasses stand: three ranks of four, every other one set off."""
    wide, deep = (0.108, 0.130)
    return [
        (
            (k - 1.5) * wide
            + (0.5 * wide if row == 1 else 0.0)
            - 0.25 * wide
            - (0.0 if tall else 0.10),
            (row - 0.6) * deep,
        )
        for row in range(3)
        for k in range(4)
    ]


def _sheet(path: str, at: tuple[float, float], turn: float) -> None:
    """A sheet whose corners lift a little, a pencil across its foot."""
    n, m, wide, high = 25, 33, 0.185, 0.246
    u, v = np.meshgrid(np.linspace(0, 1, n), np.linspace(0, 1, m))
    lift = 0.0011 + 0.013 * np.clip((u - 0.72) / 0.28, 0, 1) ** 2 * np.clip((0.3 - v) / 0.3, 0, 1)
    lift += 0.007 * np.clip((0.2 - u) / 0.2, 0, 1) ** 2 * np.clip((v - 0.7) / 0.3, 0, 1)
    points = np.stack([(u - 0.5) * wide, (v - 0.5) * high, lift], 2).reshape(-1, 3)
    faces = [
        (i * n + j, i * n + j + 1, (i + 1) * n + j + 1, (i + 1) * n + j)
        for i in range(m - 1)
        for j in range(n - 1)
    ]
    places = np.stack([u.ravel(), v.ravel()], 1)
    page = shapes.mesh("page", points, faces, shade.paper(path, 0.8), places)
    page.location, page.rotation_euler = (*at, 0.0), (0, 0, turn)
    wood = shade.foil((0.20, 0.035, 0.02))
    bare = shade.oak((0.30, 0.20, 0.11), (0.55, 0.40, 0.25), 0.6)
    r = 0.0037
    x, y = at[0] + 0.012, at[1] - 0.035
    c, s = math.cos(0.62), math.sin(0.62)

    def along(a: float, z: float = r + 0.0016) -> tuple[float, float, float]:
        return (x + c * a, y + s * a, z)

    props.pipe([along(-0.055), along(0.0), along(0.085)], r, wood, 6, 2)
    line = np.asarray([along(-0.055), along(-0.066), along(-0.072)])
    tip = growth.tube(line, np.asarray([r * 0.98, 0.0017, 0.0004]), 12)
    shapes.put(growth.soup("tip", [(*tip, 0)], [bare]), "tip")
