"""Bordeaux's second table: destemmed berries cross a shaking grid of rods, stalks drop through."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import lamps
import outside
import shade
import shapes
from sets import fruit, ironwork

TOP = 0.92  # height of the rods' upper side
HALF, FAR = 0.165, 1.7  # half the bed's width; how far it goes on from its end at y = 0


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    rng = np.random.default_rng(job["seed"])
    _table(shade.steel(0.24))
    _load(rng)
    cellar = job["cellar"]
    wall = shade.bricks(
        tuple(cellar["light"]), tuple(cellar["dark"]), tuple(cellar["mortar"]), cellar["size"], 0.3
    )
    shapes.plane("wall", (-6, 3.4, 0), (12, 0, 0), (0, 0, 5), wall, metres=True)
    floor = shade.earth((0.10, 0.09, 0.075), (0.045, 0.04, 0.034))
    shapes.plane("floor", (-6, -5, 0), (12, 0, 0), (0, 10, 0), floor)
    north = (0.90, 0.95, 1.0)
    lamps.window((-1.35, 0.55, 1.75), (0.0, 0.2, TOP), 40, (1.2, 1.3), north)
    lamps.area((-0.9, -1.1, 2.0), (0.0, 0.15, TOP), 22, (1.5, 1.5), north, False, 140)
    lamps.area((0.9, 1.9, 1.75), (0.0, 0.2, TOP), 6, (0.9, 0.7), (1.0, 0.95, 0.86), True, 100)
    lamps.spot((-1.8, 0.9, 3.0), (-0.7, 3.4, 1.5), 330, 80, (1.0, 0.97, 0.90))
    film.ambient(north, 0.02)
    focus = (0.0, 0.09, TOP)
    aim = (0.0, 0.10, TOP)
    if job["orientation"] == "portrait":
        film.camera((0.13, -0.66, TOP + 0.44), aim, 52, (0.50, 0.31), 4.0, focus)
    else:
        film.camera((0.15, -0.60, TOP + 0.34), aim, 43, (0.385, 0.40), 4.0, focus)


def _table(steel: Any) -> None:
    """Rods along y in a frame with raised sides; a lip and a chute at the end."""
    rod = ironwork.baked(ironwork.pipe([(0, 0, 0), (0, FAR, 0)], 0.0026, steel, 10, "rod"))
    pitch = 0.0092
    for k in range(int(2 * HALF / pitch)):
        shapes.put(rod, "rod", (-HALF + 0.006 + k * pitch, 0, TOP - 0.0026))
    mid = FAR / 2
    for side in (-1, 1):
        x = side * (HALF + 0.004)
        shapes.block("side", (0.004, FAR + 0.02, 0.15), (x, mid, TOP - 0.02), steel, 0.0015)
        shapes.block("rim", (0.024, FAR + 0.02, 0.004), (x + side * 0.01, mid, TOP + 0.056), steel,
                     0.0018)  # fmt: skip
    for y in np.arange(0.012, FAR, 0.30):  # stays that carry the rods
        shapes.block("stay", (2 * HALF, 0.010, 0.02), (0, y, TOP - 0.0155), steel, 0.002)
    line = _chute()
    n = len(line)
    points = [(x, y, TOP - 0.004 + z) for x in (-HALF, HALF) for y, z in line]
    faces = [(j, j + 1, n + j + 1, n + j) for j in range(n - 1)]
    chute = shapes.mesh("chute", np.asarray(points), faces, shade.steel(0.5))
    chute.modifiers.new("thick", "SOLIDIFY").thickness = 0.003
    shapes.block("pan", (2 * HALF, FAR, 0.004), (0, mid, TOP - 0.10), steel, 0.001)
    for side in (-1, 1):
        cheek = [(side * (HALF + 0.004), y, TOP - 0.004 + z) for y, z in line[: n - 1]]
        cheek += [(side * (HALF + 0.004), y - 0.02, TOP + 0.05 + z) for y, z in line[: n - 1][::-1]]
        plate = shapes.mesh("cheek", np.asarray(cheek), [tuple(range(len(cheek)))], steel, None,
                            False)  # fmt: skip
        plate.modifiers.new("thick", "SOLIDIFY").thickness = 0.003
    head = ironwork.hexagon(0.014, 0.006, steel)
    for side in (-1, 1):
        for y in np.arange(0.04, FAR, 0.16):
            bolt = shapes.put(head, "bolt", (side * (HALF + 0.002), y, TOP + 0.035))
            bolt.rotation_euler = (0, -side * math.pi / 2, 0.4 + 3 * y)


def _chute() -> np.ndarray:
    """The chute's line from the bed's end down, (y, z) below the rods."""
    knots = [(0.0, 0.0), (-0.018, -0.004), (-0.05, -0.03), (-0.085, -0.10)]
    return np.vstack([shapes.curve(knots, 8), [-0.13, -0.95]])


def _load(rng: np.random.Generator) -> None:
    """Berries in drifts; some over the lip; stalks among them, and fallen through."""
    black = fruit.skin((0.013, 0.006, 0.017), (0.15, 0.155, 0.22), 0.36)
    meshes = fruit.kinds(black, rng)
    y = 0.004 + 1.55 * rng.beta(1.0, 1.15, 2700)
    x = HALF * np.clip(rng.normal(0.0, 0.52, 2700), -0.96, 0.96)
    drift = 0.5 + 0.5 * np.sin(y * 19 + 2.0 + x * 7) * np.sin(x * 17 + 1.0 + y * 3)
    keep = rng.random(2700) < 0.10 + 0.90 * drift * np.clip(0.35 + y * 2.2, 0, 1)
    x, y = x[keep], y[keep]
    size = rng.uniform(0.0064, 0.0084, len(x))
    low, high = (-HALF + 0.007, 0.0), (HALF - 0.007, 1.6)
    p = fruit.settle(np.stack([x, y], 1), size, low, high, 90)
    fruit.spill(np.column_stack([p, np.full(len(p), TOP)]), size, meshes, rng, 0.14)
    pick = rng.choice(len(p), 330, replace=False)
    near = np.asarray([(np.hypot(*(p - q).T) < 0.022).sum() for q in p[pick]])
    q = p[pick[near > 7]] + rng.normal(0, 0.003, (int((near > 7).sum()), 2))
    top = rng.uniform(0.0060, 0.0074, len(q))
    q = fruit.settle(q, top, low, high, 40)
    fruit.spill(np.column_stack([q, np.full(len(q), TOP + 0.0098)]), top, meshes, rng)
    over = np.stack([rng.uniform(-HALF + 0.02, HALF - 0.02, 9), rng.uniform(-0.016, -0.004, 9)], 1)
    size = rng.uniform(0.006, 0.0075, 9)
    over = fruit.settle(over, size, (-HALF + 0.01, -0.017), (HALF - 0.01, -0.003))
    fruit.spill(np.column_stack([over, np.full(9, TOP - 0.005)]), size, meshes, rng)
    line = _chute()
    way = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    far = 0.03 + 0.30 * rng.beta(0.8, 1.5, 15)  # rolling down
    x = rng.uniform(-0.85, 0.85, 15) * HALF
    size = rng.uniform(0.0064, 0.0080, 15)
    for s, across, r in zip(far, x, size, strict=True):
        y, z = (float(np.interp(s, way, line[:, k])) for k in (0, 1))
        dy, dz = (float(np.interp(s + 0.004, way, line[:, k])) - o for k, o in ((0, y), (1, z)))
        out = np.asarray([dz, -dy]) / math.hypot(dy, dz)
        spot = (across, y + out[0] * (r + 0.002), TOP - 0.004 + z + out[1] * (r + 0.002) - r)
        fruit.spill(np.asarray([spot]), np.asarray([r]), meshes, rng)
    green = outside.bark((0.34, 0.31, 0.08), (0.16, 0.14, 0.035))
    twigs = [fruit.stalklet(rng, green, float(rng.uniform(0.016, 0.034))) for _ in range(6)]
    for _ in range(26):
        one = shapes.put(twigs[rng.integers(6)], "twig")
        one.location = (rng.uniform(-0.8, 0.8) * HALF, rng.uniform(0.0, 0.8), TOP + 0.0006)
        one.rotation_euler = (0, 0, rng.uniform(0, 6.3))
    for _ in range(150):
        one = shapes.put(twigs[rng.integers(6)], "twig")
        one.location = (rng.uniform(-0.9, 0.9) * HALF, rng.uniform(0.0, 1.4), TOP - 0.097)
        one.rotation_euler = (0, 0, rng.uniform(0, 6.3))
