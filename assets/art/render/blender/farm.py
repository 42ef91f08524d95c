"""Buildings seen from afar: farms, towers, a village, a château; cypresses. Metres, z up."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import growth
import shade
import shapes
import slopes

Vec = tuple[float, float, float]


class Builder:
    """Puts solids down in a turned frame: x along the front, -y towards who looks at it."""

    def __init__(self, at: Vec, turn: float = 0.0, skin: Any = None) -> None:
        self.at, self.turn = np.asarray(at, float), turn
        dark = shade.earth((0.02, 0.02, 0.024), (0.01, 0.01, 0.012))
        self.dark = skin(dark) if skin else dark

    def solid(self, points: list[Vec], faces: list[tuple[int, ...]], skin: Any) -> None:
        """A flat-faced body."""
        c, s = math.cos(self.turn), math.sin(self.turn)
        p = np.asarray(points, float) @ np.asarray([(c, s, 0), (-s, c, 0), (0, 0, 1)]) + self.at
        shapes.mesh("body", p, faces, skin, None, False)

    def box(self, low: Vec, high: Vec, skin: Any, taper: tuple[float, float] = (0, 0)) -> None:
        """From corner to corner; its top drawn in by ``taper`` on each side."""
        (a, b, c), (d, e, f), (u, v) = low, high, taper
        points = [
            (a, b, c), (d, b, c), (d, e, c), (a, e, c),
            (a + u, b + v, f), (d - u, b + v, f), (d - u, e - v, f), (a + u, e - v, f),
        ]  # fmt: skip
        faces = [(0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7), (4, 5, 6, 7)]
        self.solid(points, faces, skin)

    def gabled(self, low: Vec, size: Vec, wall: Any, roof: Any, pitch: float = 0.42) -> None:
        """A house with its ridge along x."""
        x, y, z = low
        w, d, h = size
        self.box(low, (x + w, y + d, z + h), wall)
        r, o, up = z + h + d / 2 * pitch, 0.45, pitch * 0.45
        for x0 in (x, x + w):
            self.solid([(x0, y, z + h), (x0, y + d, z + h), (x0, y + d / 2, r)], [(0, 1, 2)], wall)
        for edge, other in ((y - o, y + d / 2), (y + d + o, y + d / 2)):
            low_z = z + h - up + 0.12
            a = [(x - o, edge, low_z), (x + w + o, edge, low_z)]
            b = [(x + w + o, other, r + 0.12), (x - o, other, r + 0.12)]
            under = [(p, q, u - 0.22) for p, q, u in a + b]
            self.solid(
                a + b + under, [(0, 1, 2, 3), (0, 1, 5, 4), (1, 2, 6, 5), (3, 0, 4, 7)], roof
            )

    def openings(
        self, xs: Any, y: float, zs: Any, size: tuple[float, float], frame: Any = None
    ) -> None:
        """Dark windows on a front at ``y``, in columns ``xs`` and rows ``zs`` of their sills."""
        w, h = size
        for x in xs:
            for z in zs:
                if frame:
                    self.box(
                        (x - w * 0.72, y - 0.07, z - 0.18), (x + w * 0.72, y, z + h + 0.22), frame
                    )
                self.box((x - w / 2, y - 0.10, z), (x + w / 2, y, z + h), self.dark)


def quinta(at: Vec, turn: float) -> None:
    """A white house under tiles, with a lower wing."""
    white = shade.plaster((0.82, 0.79, 0.72), (0.62, 0.58, 0.52))
    tile = shade.earth((0.40, 0.16, 0.075), (0.22, 0.085, 0.045))
    b = Builder(at, turn)
    b.gabled((-11, -4, -3), (22, 8, 9.5), white, tile)
    b.gabled((11, -3.2, -3), (11, 6.4, 7), white, tile)
    b.openings(np.linspace(-9, 9, 7), -4.0, (0.9, 3.9), (1.1, 1.8))
    b.openings((13.5, 16.5, 19.5), -3.2, (1.2,), (1.0, 1.6))


def cypress(material: Any, rng: np.random.Generator, tall: float = 9.0) -> Any:
    """A slim dark tree, not yet placed."""
    z = rng.beta(1.1, 1.5, 900) * tall
    wide = 0.13 * tall * np.sqrt(np.clip(z / tall * 6, 0, 1)) * (1 - (z / tall) ** 1.6)
    a = rng.uniform(0, 6.3, 900)
    at = np.stack([wide * 0.8 * np.cos(a), wide * 0.8 * np.sin(a), z + 0.4], 1)
    leaves = slopes.tufts(at, rng, 3, 0.12, 0.26)
    stem = growth.tube(np.asarray([(0, 0, -1.0), (0, 0, tall * 0.8)]), np.asarray([0.2, 0.05]), 6)
    return growth.soup("cypress", [(*leaves, 0), (*stem, 0)], [material])


def crown(
    material: Any,
    bark: Any,
    rng: np.random.Generator,
    tall: float,
    wide: float,
    fine: float = 1.0,
    low: float = 0.36,
) -> Any:
    """A round-headed tree, not yet placed; dense, evergreen; ``fine`` for one nearer by.

    Its head begins at ``low`` of its height.
    """
    parts = []
    trunk = np.asarray([(0, 0, -0.6), (0.1, 0, tall * 0.25), (0, 0.1, tall * 0.6)])
    parts.append((*growth.tube(trunk, np.asarray([0.09, 0.06, 0.03]) * tall / 2, 7), 1))
    heads = []
    for k in range(15):
        a = k * 2.4
        r = wide * (0.2 + 0.45 * rng.random())
        heads.append((r * math.cos(a), r * math.sin(a), tall * rng.uniform(low, 0.82)))
    heads = np.asarray(heads)
    for head in heads:
        ball = rng.normal(0, 1, (int(260 * fine**2), 3))
        ball /= np.linalg.norm(ball, axis=1, keepdims=True)
        ball = head + ball * [1, 1, 0.75] * wide * rng.uniform(0.22, 0.40)
        parts.append((*slopes.tufts(ball, rng, 2, 0.05 * wide, 0.055 * wide / fine), 0))
        limb = np.stack([trunk[1], (trunk[1] + head) / 2, head])
        parts.append((*growth.tube(limb, np.asarray([0.04, 0.025, 0.01]) * tall / 2, 5), 1))
    return growth.soup("crown", parts, [material, bark])


def village(at: Vec, rng: np.random.Generator, skin: Any) -> None:
    """A hilltop village: houses in rings, a brick bell tower, a keep; ``skin`` adds its air."""
    walls = [
        skin(shade.plaster(light, tuple(0.7 * x for x in light)))
        for light in (
            (0.56, 0.44, 0.31),
            (0.62, 0.53, 0.40),
            (0.50, 0.36, 0.26),
            (0.58, 0.47, 0.38),
        )
    ]
    brick = skin(shade.earth((0.36, 0.18, 0.11), (0.24, 0.11, 0.07)))
    tile = skin(shade.earth((0.38, 0.18, 0.10), (0.22, 0.10, 0.06)))
    x, y, z = at
    for ring, (radius, drop, count) in enumerate(((9, 0, 5), (22, 2.5, 11), (38, 7.0, 17))):
        for k in range(count):
            a = 2 * math.pi * (k + rng.uniform(-0.2, 0.2)) / count + ring
            spot = (x + 1.5 * radius * math.cos(a), y + radius * math.sin(a), z - drop - 3)
            b = Builder(spot, a + math.pi / 2 + float(rng.normal(0, 0.25)), skin)
            w, d, h = rng.uniform(8, 14), rng.uniform(6, 9), rng.uniform(8, 13) - ring
            b.gabled((-w / 2, -d / 2, -6), (w, d, h + 6), walls[rng.integers(4)], tile)
            b.openings(
                np.arange(-w / 2 + 2, w / 2 - 1, 2.8), -d / 2, (h - 3.2, h - 6.4), (0.9, 1.4)
            )
            b.turn += math.pi
            b.openings(
                np.arange(-w / 2 + 2, w / 2 - 1, 2.8), -d / 2, (h - 3.2, h - 6.4), (0.9, 1.4)
            )
    b = Builder((x - 7, y - 2, z), 0.3, skin)
    b.box((-2.5, -2.5, -6), (2.5, 2.5, 25), brick)
    b.box((-2.9, -2.9, 25), (2.9, 2.9, 25.7), brick)
    b.box((-2.1, -2.1, 25.7), (2.1, 2.1, 30), brick)
    b.openings((0,), -2.1, (26.3,), (1.7, 2.8))
    b.box((-2.5, -2.5, 30), (2.5, 2.5, 36), tile, (2.4, 2.4))
    b = Builder((x + 10, y + 3, z), -0.2, skin)
    b.box((-8, -5, -6), (8, 5, 17), brick)
    for dx in (-8, 8):
        b.box((dx - 2.4, -7, -6), (dx + 2.4, -2, 20), brick)
        b.box((dx - 2.9, -7.5, 20), (dx + 2.9, -1.5, 22), brick)
        b.box((dx - 2.9, -7.5, 22), (dx + 2.9, -1.5, 24.5), tile, (2.8, 2.9))
    b.box((-8.4, -5.4, 17), (8.4, 5.4, 20), tile, (7.5, 5.2))
    b.openings((-4, 0, 4), -5, (5, 10), (1.1, 1.9))


def chateau(at: Vec, turn: float, skin: Any) -> None:
    """A Médoc house: two floors of pale stone, slate roofs, a pavilion at each end."""
    stone = skin(shade.plaster((0.74, 0.66, 0.52), (0.58, 0.51, 0.40)))
    trim = skin(shade.plaster((0.80, 0.74, 0.62), (0.66, 0.60, 0.49)))
    slate = skin(shade.earth((0.17, 0.19, 0.225), (0.10, 0.115, 0.14)))
    b = Builder(at, turn, skin)
    b.box((-16, -5, -3), (16, 6, 9.5), stone)
    b.box((-16.5, -5.5, 9.5), (16.5, 6.5, 10.1), trim)
    b.box((-16.2, -5.2, 10.1), (16.2, 6.2, 14.6), slate, (1.6, 3.0))
    b.box((-14.6, -2.2, 14.6), (14.6, 3.2, 15.6), slate, (1.2, 2.6))
    b.openings(np.linspace(-13.6, 13.6, 9), -5.0, (1.2, 5.6), (1.25, 2.5), trim)
    for x in (-9.0, -4.5, 4.5, 9.0):  # dormers
        b.box((x - 0.9, -5.1, 10.1), (x + 0.9, -3, 12.4), trim)
        b.openings((x,), -5.1, (10.6,), (0.9, 1.4))
        b.box((x - 1.1, -5.3, 12.4), (x + 1.1, -2.4, 13.2), slate, (1.0, 0.3))
    for side in (-1, 1):
        x = side * 20.0
        b.box((x - 4.6, -6.5, -3), (x + 4.6, 6.5, 11.5), stone)
        b.box((x - 5.0, -6.9, 11.5), (x + 5.0, 6.9, 12.1), trim)
        b.box((x - 4.8, -6.7, 12.1), (x + 4.8, 6.7, 20.5), slate, (3.6, 5.2))
        b.box((x - 0.10, -0.10, 20.5), (x + 0.10, 0.10, 22.4), slate)
        b.openings((x - 1.7, x + 1.7), -6.5, (1.2, 5.6), (1.25, 2.5), trim)
        b.openings((x,), -6.5, (9.0,), (1.3, 1.5), trim)
        b.box((side * 11.4 - 0.9, 0.4, 13), (side * 11.4 + 0.9, 1.6, 18.4), stone)
        b.box((side * 11.4 - 1.1, 0.2, 18.4), (side * 11.4 + 1.1, 1.8, 18.9), trim)
    b.box((-2.6, -6.0, -3), (2.6, -5.0, 9.8), trim)  # the middle: door, pediment
    b.solid(
        [
            (-3.2, -6.1, 10.1),
            (3.2, -6.1, 10.1),
            (0, -6.1, 12.6),
            (-3.2, -4, 10.1),
            (3.2, -4, 10.1),
            (0, -4, 12.6),
        ],
        [(0, 1, 2), (0, 2, 5, 3), (1, 4, 5, 2)],
        trim,
    )
    b.openings((0,), -6.0, (0.4,), (1.9, 3.4))
    b.openings((0,), -6.0, (5.6,), (1.4, 2.6))
    for k in range(5):
        b.box((-4 + 0.3 * k, -9.0 + 0.6 * k, -3), (4 - 0.3 * k, -6, -0.6 + 0.25 * k), trim)
