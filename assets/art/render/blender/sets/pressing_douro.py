"""Douro's press: screw and ratchet on granite, last light from a door.

The treading tank behind has run dry; a shovel leans on it.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import lamps
import shade
import shapes
from sets import ironwork, masonry, press


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    rng = np.random.default_rng(job["seed"])
    metal = shade.iron((0.085, 0.075, 0.07), 0.55)
    worn = shade.iron((0.17, 0.155, 0.14), 0.25)
    granite = shade.stone((0.17, 0.142, 0.118), (0.055, 0.047, 0.042), 3.0, 0.75)
    block = shade.stone((0.105, 0.08, 0.062), (0.03, 0.024, 0.02), 3.0, 0.7)
    shapes.block("plinth", (1.08, 0.94, 0.30), (0, 0, 0.15), block, 0.03)
    juice = ironwork.must()
    face = -0.95
    lip = ironwork.basin(0.50, 0.11, metal, face, 0.17, 0.12, juice)
    lip = (lip[0], lip[1], lip[2] + 0.30)
    for thing in ("basin", "pool"):
        _raise(thing, 0.30)
    base = 0.335
    wood = press.slats((0.06, 0.028, 0.014), (0.30, 0.16, 0.075), (0.045, 0.005, 0.012), 0.58)
    seam = face + 0.75
    press.basket((0, 0, base), 0.36, 0.58, wood, metal, seam)
    press.pomace((0, 0, base), 0.342, 0.43, rng, (0.10, 0.015, 0.035))
    press.runs((0, 0, base), 0.372, 0.5, 46, juice, rng, seam, 44, -1.4)
    beam = shade.oak((0.05, 0.026, 0.014), (0.22, 0.12, 0.06), 0.55, worn=0.7)
    up = press.boards((0, 0, base + 0.43), 0.325, beam, 0.5)
    press.ratchet((0, 0, base + 0.43 + up), 0.036, metal, 2.75, 1.15)
    ironwork.thread(0.036, 0.30, 1.85, 0.019, worn)
    ironwork.pipe([(0, 0, 1.849), (0, 0, 1.852)], 0.029, worn, 40)
    oak = shade.oak((0.05, 0.028, 0.015), (0.24, 0.14, 0.07), 0.5, "z", worn=0.5)
    stream = ironwork.must((0.24, 0.009, 0.026))
    way = (math.cos(face), math.sin(face), 0.0)
    land = ironwork.fall(lip, way, lip[2] - 0.20, 0.013, stream)
    spot = (float(land[0]), float(land[1]), 0.0)
    ironwork.tub(spot, 0.21, 0.27, oak, metal, rng)
    ironwork.pool((spot[0], spot[1], 0.195), 0.205, juice)
    ironwork.foam((spot[0], spot[1], 0.195), 0.16, 700, rng)
    _tank(rng, granite)
    slate = masonry.slate((0.21, 0.175, 0.15), (0.06, 0.055, 0.055), (0.21, 0.125, 0.075))
    masonry.schist((-4.2, 3.0, 0), 8.4, 3.0, slate, rng)
    flags = shade.bricks((0.075, 0.06, 0.05), (0.028, 0.024, 0.022), (0.018,) * 3, (0.8, 0.5))
    shapes.plane("floor", (-6, -6, 0), (12, 0, 0), (0, 12, 0), flags, metres=True)
    sun = (1.0, 0.60, 0.30)
    lamps.area((-3.4, -1.5, 1.9), (0, 0, 0.75), 190, (0.6, 1.2), sun, True, 60)
    lamps.area((2.6, 2.4, 2.6), (0.1, 0, 0.8), 20, (0.5, 1.2), (0.78, 0.85, 1.0), True, 90)
    lamps.spot((-3.2, 0.6, 2.1), (-0.9, 3.2, 1.3), 150, 34, sun)
    lamps.area((1.9, -2.4, 1.5), (0.45, -0.6, 0.3), 13, (0.5, 0.5), sun, False, 70)
    film.ambient((0.75, 0.82, 1.0), 0.006)
    if job["orientation"] == "portrait":
        film.camera((0.65, -3.4, 1.42), (0, 0, 0.88), 52, (0.46, 0.31), 4.0, (0, -0.4, 0.8))
    else:
        film.camera((0.62, -3.3, 1.42), (0, 0, 0.86), 41, (0.385, 0.39), 3.2, (0, -0.4, 0.8))


def _raise(name: str, by: float) -> None:
    import bpy  # noqa: PLC0415

    bpy.data.objects[name].location.z += by


def _tank(rng: np.random.Generator, granite: Any) -> None:
    """The treading tank's near wall and a shovel that leans on it, skins on its blade."""
    for row in (0, 1):
        right, k = 0.62, 0
        while right > -3.4:
            long = float(rng.uniform(0.55, 0.9)) * (0.55 if row and not k else 1)
            spot = (right - long / 2, 1.55 + rng.uniform(-0.006, 0.006), 0.2 + 0.4 * row)
            shapes.block("course", (long - 0.010, 0.30, 0.393), spot, granite, 0.014)
            right, k = right - long, k + 1
    wood = shade.oak((0.10, 0.055, 0.028), (0.36, 0.22, 0.11), 0.5, "z", worn=0.3)
    low, edge = np.asarray([-0.93, 1.16, 0.295]), np.asarray([-0.99, 1.383, 0.79])
    top = low + (edge - low) * 2.3
    ironwork.pipe([low, edge, top], 0.016, wood)
    ironwork.pipe([top - [0.06, 0, 0.0], top + [0.06, 0, 0.0]], 0.015, wood)
    scoop = shade.iron((0.035, 0.02, 0.02), 0.15)
    u, v = np.meshgrid(np.linspace(-1, 1, 17), np.linspace(0, 1, 15))
    wide = 0.115 * (1 - 0.25 * v**4)
    dip = 0.028 * (1 - u**2) * (0.4 + 0.6 * v)
    way = (low - edge) / np.linalg.norm(low - edge)
    over = np.cross([1.0, 0, 0], way)
    points = low + [0, -0.005, 0.012] + u[..., None] * wide[..., None] * [1.0, 0, 0]
    points = points + (v * 0.30)[..., None] * way - dip[..., None] * over
    faces = [
        (i * 17 + j, i * 17 + j + 1, i * 17 + j + 18, i * 17 + j + 17)
        for i in range(14)
        for j in range(16)
    ]
    blade = shapes.mesh("blade", points.reshape(-1, 3), faces, scoop)
    blade.modifiers.new("thick", "SOLIDIFY").thickness = 0.003
