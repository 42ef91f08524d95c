"""Picking: a cluster with dew at arm's length, shears on the full box below, rows behind soft."""

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
from sets import terrain


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    terrain.evening((52.0, 13.0), 0.62)
    terrain.ground()
    terrain.hills(rng)
    ways = [(0.0, 0.0, 2.2), (0.4, -1.6, 2.4), (1.6, 2.6, 1.2)]
    terrain.vines(rng, terrain.bushes(rng, 5), ways, 46)
    terrain.weeds(rng, 6.0, 700)
    terrain.stones(rng, 4.0, 700, 1.0)
    z = terrain.height(0, 0)
    own = growth.bush(rng, terrain.foliage(), fine=True)
    bush = shapes.put(own, "old", (-0.42, 0.46, terrain.height(-0.42, 0.46)))
    bush.rotation_euler = (0, 0, 0.5)
    top = (0.0, 0.0, z + 0.69)
    _hanging(top, rng)
    wood = shade.oak((0.10, 0.06, 0.03), (0.36, 0.23, 0.12), 0.6, worn=0.3)
    x, y, turn = 0.09, 0.10, 0.22
    growth.crate((x, y, z + 0.012), turn, terrain.bunches(rng, 3, 2), rng, wood, heap=28)
    _open_shears((x + 0.13, y - 0.165, z + 0.245), 1.15)
    lamps.area((-0.9, -1.0, z + 1.2), top, 6.0, (0.8, 0.8), (1.0, 0.92, 0.80), True, 120)
    lamps.area((0.5, -1.3, z + 0.9), (x, y, z + 0.2), 3.0, (0.9, 0.6), (1.0, 0.84, 0.66), False)
    eye, aim = (0.10, -1.18, z + 0.74), (0.0, 0.0, z + 0.57)
    if tall:
        film.camera(eye, aim, 50, (0.47, 0.27), 4.0, (0, -0.045, z + 0.6))
    else:
        film.camera(eye, aim, 37, (0.41, 0.335), 3.5, (0, -0.045, z + 0.6))


def _open_shears(at: tuple[float, float, float], turn: float) -> None:
    """Picking shears lying open across the box's edge, one blade towards us."""
    metal, grip = shade.steel(0.3), shade.oak((0.10, 0.03, 0.015), (0.30, 0.09, 0.04), 0.4)
    parts: list[growth.Soup] = []
    for side in (-1, 1):
        c, s = math.cos(side * 0.26), math.sin(side * 0.26)
        about = np.asarray([(c, -s, 0), (s, c, 0), (0, 0, 1)])
        blade = np.asarray([(0, 0, 0), (-side * 0.002, 0.030, 0), (side * 0.001, 0.066, 0)])
        arm = np.asarray([(0, 0, 0), (-side * 0.004, -0.03, 0), (-side * 0.007, -0.06, 0)])
        hold = np.asarray([(-side * 0.005, -0.042, 0), (-side * 0.012, -0.085, 0),
                           (-side * 0.004, -0.132, 0)])  # fmt: skip
        for line, radii, n, slot in (
            (blade, (0.0062, 0.0052, 0.0008), 8, 0), (arm, (0.006, 0.0045, 0.004), 8, 0),
            (hold, (0.0066, 0.0088, 0.007), 10, 1),
        ):  # fmt: skip
            points, tris = growth.tube(line, np.asarray(radii), n)
            flat = points * [1, 1, 0.55] + [0, 0, side * 0.0018]
            parts.append((flat @ about.T, tris, slot))
    pin = np.asarray([(0, 0, -0.006), (0, 0, 0.007)])
    parts.append((*growth.tube(pin, np.asarray([0.004, 0.004]), 10), 0))
    out = shapes.put(growth.soup("shears", parts, [metal, grip]), "shears", at)
    out.rotation_euler = (0.10, 0.04, turn)


def _hanging(top: tuple[float, float, float], rng: np.random.Generator) -> None:
    """A cluster on its cane among leaves, with drops of dew."""
    x, y, z = top
    fruit = outside.grape((0.035, 0.012, 0.055), (0.25, 0.27, 0.42), (0.07, 0.012, 0.05), 0.6)
    wood = outside.bark((0.22, 0.15, 0.09), (0.08, 0.05, 0.03))
    stalk = outside.leaf((0.20, 0.19, 0.05), (0.13, 0.12, 0.035), (0.25, 0.16, 0.06), 0.2)
    at = growth.berries(rng, 112, 0.0088, 0.185)
    shape, tris = growth.ball(3)
    kinds = []
    for _ in range(12):
        points = shape * 0.0088 * rng.uniform(0.88, 1.07) * [1, 1, rng.uniform(1.0, 1.1)]
        kinds.append(growth.soup("berry", [(points, tris, 0)], [fruit]))
    for spot in at:
        berry = shapes.put(kinds[rng.integers(12)], "berry")
        berry.location = (x + spot[0], y + spot[1], z + spot[2])
        berry.rotation_euler = tuple(rng.uniform(0, 6.3, 3))
    _dew(at + [x, y, z], rng)
    cane = np.asarray(
        [
            (-0.42, 0.46, -0.26),
            (-0.26, 0.20, -0.03),
            (0, 0.01, 0.06),
            (0.2, 0.02, 0.095),
            (0.42, 0.08, 0.06),
        ]
    )
    line = np.stack([np.interp(np.linspace(0, 4, 33), range(5), cane[:, k]) for k in range(3)], 1)
    line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
    thick = 0.0062 + 0.0012 * (np.arange(33) % 8 == 4)
    parts: list[growth.Soup] = [(*growth.tube(line + top, thick, 12), 0)]
    stem = np.asarray([(0.004, 0.012, 0.058), (0.006, 0.004, 0.03), (0, 0, 0.0), (0, 0, -0.15)])
    parts.append((*growth.tube(stem + top, np.asarray([0.003, 0.0026, 0.003, 0.0015]), 10), 1))
    for spot in at:  # pedicels
        inner = np.asarray([spot[0] * 0.2, spot[1] * 0.2, min(spot[2] + 0.012, -0.002)])
        link = np.stack([inner, (inner + spot) / 2 + [0, 0, 0.002], spot])
        parts.append((*growth.tube(link + top, np.full(3, 0.0009), 6), 1))
    green = outside.leaf((0.12, 0.18, 0.024), (0.055, 0.105, 0.016), (0.40, 0.18, 0.03), 0.12)
    places, ways = [], []
    for dx, dz, back in (
        (-0.12, -0.02, 0.13), (0.12, -0.04, 0.12), (-0.20, -0.06, 0.20), (0.02, 0.02, 0.12),
        (0.24, 0.00, 0.12), (-0.07, 0.09, -0.035), (0.055, 0.105, -0.03), (0.14, 0.17, 0.04),
        (-0.33, 0.07, 0.02), (-0.22, 0.14, -0.02), (-0.10, 0.13, 0.05), (0.09, 0.13, 0.0),
        (0.17, 0.05, -0.03), (0.28, 0.12, 0.03), (0.38, 0.08, 0.06), (-0.16, 0.03, 0.06),
        (0.06, 0.16, 0.08), (-0.40, 0.16, 0.08), (0.45, 0.16, 0.1), (-0.04, 0.17, 0.1),
        (0.22, 0.19, 0.10), (-0.28, 0.21, 0.12),
        (-0.085, 0.05, 0.10), (0.10, 0.06, 0.10),
    ):  # fmt: skip
        places.append((x + dx, y + back, z + dz))
        ways.append((math.copysign(0.5, dx), -0.9, 0.15))
        node = [float(np.interp(dx, cane[:, 0], cane[:, k])) for k in range(3)]
        link = np.asarray([node, ((node[0] + dx) / 2, node[1] - 0.02, dz), (dx, back, dz)])
        parts.append((*growth.tube(link + top, np.asarray([0.0018, 0.0013, 0.0014]), 6), 1))
    sizes = rng.uniform(0.10, 0.15, len(places))
    hung = growth.leaves(np.asarray(places), np.asarray(ways), sizes, rng, close=True)
    shapes.put(growth.soup("leaves", [(*hung, 0)], [green]), "leaves")
    shapes.put(growth.soup("cane", parts, [wood, stalk]), "cane")


def _dew(at: np.ndarray, rng: np.random.Generator) -> None:
    """Drops on the berries that face the camera (-y)."""
    shape, tris = growth.ball(2)
    water = shade.glass((1, 1, 1), (0.97, 0.97, 0.97))
    data = growth.soup("drop", [(shape, tris, 0)], [water])
    front = at[at[:, 1] < np.percentile(at[:, 1], 60)]
    for _ in range(210):
        berry = front[rng.integers(len(front))]
        way = rng.normal(0, 1, 3) + [0, -1.1, 0.1]
        way /= np.linalg.norm(way)
        r = float(rng.choice([0.0005, 0.0008, 0.0012, 0.0017], p=[0.4, 0.35, 0.18, 0.07]))
        drop = shapes.put(data, "drop")
        drop.location = berry + way * (0.0087 + 0.25 * r)
        drop.scale = (r, r, r)
