"""A vaulted cellar: barrels on both sides, lamps along the left, one candle, the right in the dark.

The nave runs along +y from the camera; x is across, z up. Its middle lies left of the picture's.
"""

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np

import film
import lamps
import shade
import shapes
from sets import still

HALF, SPRING, LONG = 2.7, 1.45, 26.0  # half width, height where the vault begins, length


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    rng = np.random.default_rng(job["seed"])
    cellar = job["cellar"]
    vault(cellar)
    cask = Cask(job["marks"], rng)
    for side in (-1, 1):
        rows(cask, side, rng)
    cask.stand((-0.42, 3.35, 0.0))
    still.candle((-0.36, 3.28, cask.long + 0.001), 0.17)
    glow = tuple(cellar["lamp"])
    lamps.bulb((-0.36, 3.1, cask.long + 0.24), 24, (1.0, 0.62, 0.30), 0.03)
    for k, y in enumerate((1.6, 5.0, 8.6, 12.4, 16.5, 21.0)):
        lamp((-HALF + 0.34, y, 2.05), 64 if k else 46, glow)
    for y in (10.5, 18.5):
        lamp((HALF - 0.34, y, 2.05), 40, glow)
    # what many lamps in the crown would give: from the nave's middle onto the left row's heads
    for y, watts in ((2.2, 75), (5.6, 120), (9.6, 115), (14.0, 130)):
        lamps.area((0.75, y, 2.9), (-1.6, y + 0.9, 0.9), watts, (0.5, 0.9), glow, False, 80)
    lamps.area((-0.3, LONG - 0.4, 1.6), (-0.3, 0, 1.2), 110, (1.6, 2.0), tuple(cellar["far"]))
    lamps.area((-0.3, LONG - 3, 3.2), (-0.3, LONG, 1.2), 190, (1.0, 0.6), tuple(cellar["far"]))
    film.ambient(tuple(cellar["far"]), 0.012)
    if job["orientation"] == "portrait":
        film.camera((0.10, -1.6, 1.62), (-0.35, 6, 1.45), 30, (0.46, 0.29), 4.0, (-0.42, 3.2, 1))
    else:
        film.camera((0.30, -1.3, 1.50), (-0.42, 6, 1.25), 27, (0.40, 0.42), 4.0, (-0.42, 3.2, 1))


def vault(cellar: dict[str, Any], low: float = -3.0, high: float = LONG, slabs: Any = None) -> None:
    """The nave from y ``low`` to ``high``: walls, crown, ribs, end walls, floor."""
    n, m = 64, 90
    angle = np.linspace(0, math.pi, n + 1)
    arch = np.stack([-HALF * np.cos(angle), SPRING + HALF * 0.80 * np.sin(angle)], 1)
    arch = np.vstack([[-HALF, 0.0], arch, [HALF, 0.0]])
    arc = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(arch, axis=0), axis=1))])
    y = np.linspace(low, high, m + 1)
    points = np.stack(
        [
            np.tile(arch[:, 0], m + 1),
            np.repeat(y, len(arch)),
            np.tile(arch[:, 1], m + 1),
        ],
        -1,
    )
    places = np.stack([np.repeat(y, len(arch)), np.tile(arc, m + 1)], -1)
    w = len(arch)
    faces = [
        (i * w + j, i * w + j + 1, (i + 1) * w + j + 1, (i + 1) * w + j)
        for i in range(m)
        for j in range(w - 1)
    ]
    stone = shade.bricks(
        tuple(cellar["light"]), tuple(cellar["dark"]), tuple(cellar["mortar"]), cellar["size"]
    )
    shapes.mesh("vault", points, faces, stone, places)
    shapes.plane("end", (-4, high, -1), (8, 0, 0), (0, 0, 6), stone, metres=True)
    shapes.plane("end", (-4, low, -1), (8, 0, 0), (0, 0, 6), stone, metres=True)
    for y0 in np.arange(3.4 - 3.6 * ((3.4 - low) // 3.6), high, 3.6):  # ribs of dressed stone
        _rib(float(y0), stone)
    floor = slabs or shade.earth(tuple(cellar["floor_light"]), tuple(cellar["floor_dark"]))
    shapes.plane("floor", (-4, low - 1, 0), (8, 0, 0), (0, high - low + 3, 0), floor, slabs)


def _rib(y0: float, stone: Any) -> None:
    wide, deep = 0.42, 0.16
    angle = np.linspace(0, math.pi, 49)
    rows = []
    for shrink, y in ((0.0, 0.0), (deep, 0.0), (deep, wide), (0.0, wide)):
        r = HALF - shrink
        arch = np.stack([-r * np.cos(angle), SPRING + (HALF * 0.8 - shrink) * np.sin(angle)], 1)
        arch = np.vstack([[-r, 0.0], arch, [r, 0.0]])
        rows.append(np.insert(arch, 1, y0 + y, axis=1))
    w = len(rows[0])
    arc = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(rows[1], axis=0), axis=1))])
    points = np.vstack(rows)
    places = np.vstack([np.stack([np.full(w, v), arc], 1) for v in (0, deep, deep + wide, 1.0)])
    faces = [
        (k * w + j, k * w + j + 1, (k + 1) * w + j + 1, (k + 1) * w + j)
        for k in range(3)
        for j in range(w - 1)
    ]
    shapes.mesh("rib", points, faces, stone, places, smooth=False)


def lamp(at: tuple[float, float, float], watts: float, colour: tuple[float, float, float]) -> None:
    """A small glass globe on an iron arm from the wall."""
    away = 1 if at[0] < 0 else -1
    globe = np.asarray(
        [(0.055 * math.sin(a), -0.055 * math.cos(a)) for a in np.linspace(0, math.pi, 25)]
    )
    globe[:, 0] = np.maximum(globe[:, 0], 0)
    body = shapes.turned("globe", globe, shade.glow(colour, 9.0), 32)
    body.location = at
    body.visible_shadow = False
    arm = shapes.block(
        "arm", (0.36, 0.02, 0.02), (at[0] - away * 0.2, at[1], at[2] + 0.075), shade.iron(), 0.003
    )
    arm.visible_shadow = False
    shapes.block("cap", (0.06, 0.06, 0.03), (at[0], at[1], at[2] + 0.062), shade.iron(), 0.006)
    lamps.bulb(at, watts, colour, 0.05)


class Cask:
    """A barrel of 225 litres: 0.94 long, 0.69 at its bulge; built once, placed many times."""

    long = 0.94

    def __init__(self, mark: str, rng: np.random.Generator) -> None:
        wood = shade.oak((0.045, 0.024, 0.012), (0.23, 0.125, 0.06), 0.5, "z", worn=0.55)
        head = shade.oak((0.06, 0.034, 0.018), (0.29, 0.17, 0.09), 0.55, "x", worn=0.4)
        self.parts = [
            self._staves(wood, rng),
            *self._heads(head, shade.branded(mark, head)),
            *self._hoops(shade.iron()),
        ]
        for part in self.parts:
            bpy.context.scene.collection.objects.unlink(part)
        self.rng = rng

    @staticmethod
    def radius(t: np.ndarray) -> np.ndarray:
        """Outside radius at heights ``t`` from -1 to 1."""
        out: np.ndarray = 0.283 + 0.063 * (1 - t * t)
        return out

    def _staves(self, wood: Any, rng: np.random.Generator) -> Any:
        count, rows, cols = 26, 15, 5
        t = np.linspace(-1, 1, rows)
        points, faces = [], []
        edges = np.cumsum(rng.uniform(0.8, 1.25, count))
        edges = np.concatenate([[0], edges / edges[-1]]) * 2 * math.pi
        for k in range(count):
            gap = 0.0035
            across = np.linspace(edges[k] + gap, edges[k + 1] - gap, cols)
            lift = rng.uniform(-0.0012, 0.0012)
            start = len(points)
            profile = np.asarray([-0.006, 0.0, 0.0006, 0.0, -0.006])  # rounded at the joints
            for tt in t:
                r = self.radius(np.asarray(tt)) + lift
                for a, dip in zip(across, profile, strict=True):
                    points.append(
                        ((r + dip) * math.cos(a), (r + dip) * math.sin(a), tt * self.long / 2)
                    )
            for i in range(rows - 1):
                for j in range(cols - 1):
                    a = start + i * cols + j
                    faces.append((a, a + 1, a + 1 + cols, a + cols))
        # the chime: a ring that shows the staves' thickness, and the dark inside of it
        ring = len(points)
        n = 96
        for sign in (-1, 1):
            for r, z in ((0.282, 1.0), (0.256, 1.0), (0.262, 0.925)):
                for a in np.linspace(0, 2 * math.pi, n, endpoint=False):
                    points.append((r * math.cos(a), r * math.sin(a), sign * z * self.long / 2))
        for s in (0, 1):
            base = ring + s * 3 * n
            for k in range(2):
                for j in range(n):
                    a, b = base + k * n + j, base + k * n + (j + 1) % n
                    faces.append((a, b, b + n, a + n))
        return shapes.mesh("staves", np.asarray(points), faces, wood)

    def _heads(self, plain: Any, marked: Any) -> list[Any]:
        out = []
        for sign, material in ((1, plain), (-1, marked)):
            count, r = 7, 0.262
            edges = np.linspace(-r, r, count + 1)
            points, faces, places = [], [], []
            for k in range(count):
                lo, hi = edges[k] + 0.0016, edges[k + 1] - 0.0016
                ys = np.linspace(lo, hi, 6)
                start = len(points)
                for y, dip in zip(ys, (-0.003, 0, 0, 0, 0, -0.003), strict=True):
                    half = math.sqrt(max(r * r - y * y, 1e-6))
                    for x in (-half, half):
                        z = sign * (self.long / 2 * 0.93 + dip)
                        points.append((x, y, z))
                        places.append((0.5 - sign * -x / 2 / r, 0.5 + y / 2 / r))
                for j in range(5):
                    a = start + 2 * j
                    quad = (a, a + 1, a + 3, a + 2)
                    faces.append(quad if sign > 0 else quad[::-1])
            out.append(
                shapes.mesh("head", np.asarray(points), faces, material, np.asarray(places), False)
            )
        return out

    def _hoops(self, metal: Any) -> list[Any]:
        out = []
        for t, wide in ((0.955, 0.036), (0.70, 0.034), (0.36, 0.034)):
            for sign in (-1, 1):
                z = sign * t * self.long / 2
                low, high = z - wide / 2, z + wide / 2
                r = [
                    float(self.radius(np.asarray(x / (self.long / 2)))) + 0.0035
                    for x in (low, high)
                ]
                profile = np.asarray(
                    [
                        (r[0] - 0.008, low),
                        (r[0], low),
                        (r[1], high),
                        (r[1] - 0.008, high),
                    ]
                )
                out.append(shapes.turned("hoop", profile, metal, 96))
        return out

    def place(self, at: tuple[float, float, float], turn: tuple[float, float, float]) -> None:
        """Put one barrel down, its middle at ``at``."""
        for part in self.parts:
            copy = shapes.put(part.data, "cask", at)
            copy.rotation_mode = "ZYX"  # about its own axis first
            copy.rotation_euler = turn

    def stand(self, at: tuple[float, float, float]) -> None:
        """Put one upright on the floor."""
        self.place((at[0], at[1], at[2] + self.long / 2), (0, 0, 0.6))
        lid = shade.oak((0.06, 0.034, 0.018), (0.29, 0.17, 0.09), 0.5, worn=0.5)
        disc = shapes.turned(
            "lid",
            np.asarray([(0, -0.02), (0.268, -0.02), (0.27, 0.0), (0, 0.0)]),
            lid,
            64,
        )
        disc.location = (at[0], at[1], self.long)


def rows(
    cask: Cask, side: int, rng: np.random.Generator, first: float = 0.15, count: int = 32
) -> None:
    """Two tiers of lying barrels along a wall, their marked heads to the nave."""
    rail = shade.oak(worn=0.7, along="y")
    x = side * (HALF - 0.16 - 0.12 - cask.long / 2)
    pitch, r = 0.72, 0.346
    for dx in (-0.30, 0.30):
        middle = (x + dx, first + count * pitch / 2 - 0.4, 0.06)
        shapes.block("rail", (0.10, count * pitch + 1, 0.12), middle, rail, 0.006)
    low = 0.12 + r - 0.012
    # lying along x, the marked head (its -z) towards the middle of the nave, the mark upright
    quarter = side * math.pi / 2
    for k in range(count):
        y = first + k * pitch
        jog = rng.uniform(-0.012, 0.012)
        cask.place((x + jog, y, low), (0, quarter, quarter + rng.normal(0, 0.1)))
        if k < count - 1:
            up = low + math.sqrt((2 * r) ** 2 - (pitch / 2) ** 2) - 0.006
            spot = (x + rng.uniform(-0.012, 0.012), y + pitch / 2, up)
            cask.place(spot, (0, quarter, quarter + rng.normal(0, 0.1)))
