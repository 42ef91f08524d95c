"""Qingtian's sorting: bayberries on white trays, what is soft laid aside, a basket waits behind."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import growth
import laid
import lamps
import shade
import shapes
from sets import moon_room, yangmei

Vec = tuple[float, float, float]


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    rng = np.random.default_rng(job["seed"])
    board = shade.oak((0.018, 0.011, 0.007), (0.085, 0.050, 0.028), 0.5, worn=0.5)
    y = -0.46
    for deep in (0.20, 0.24, 0.22, 0.26, 0.23, 0.25):
        plank = (rng.uniform(-0.3, 0.3), y + deep / 2, -0.02)
        shapes.block("plank", (4.2, deep - 0.003, 0.04), plank, board, 0.004)
        y += deep
    shapes.block("apron", (4.0, 0.03, 0.6), (0, -0.40, -0.34), board, 0.002)
    wall = shade.plaster((0.34, 0.39, 0.36), (0.20, 0.25, 0.235))
    shapes.plane("wall", (-6, 2.4, -2), (12, 0, 0), (0, 0, 6), wall)
    white = laid.china((0.74, 0.76, 0.73))
    fruit = yangmei.kinds(yangmei.flesh(0.85, 0.6), rng, 6)
    _tray((0, 0, 0), 0.205, white)
    yangmei.heap((0, 0, 0.008), 0.165, 128, fruit, rng, 0.006)
    _tray((-0.43, 0.33, 0), 0.205, white)
    yangmei.heap((-0.43, 0.33, 0.008), 0.160, 62, fruit, rng, 0.006)
    _dish(rng, white)
    _basket((0.16, 0.60, 0.0), rng)
    yangmei.heap((0.16, 0.60, 0.165), 0.175, 120, fruit, rng, 0.0)
    yangmei.sprig((0.29, -0.02, 0.0), -1.2, 4, rng)
    yangmei.sprig((0.10, 0.52, 0.225), 2.4, 5, rng)
    _tongs((-0.255, -0.075, 0.0))
    pale = (0.90, 1.0, 0.96)
    lamps.window((-1.25, 1.0, 1.15), (0, 0.1, 0.0), 58, (1.0, 1.2), pale)
    lamps.area((0.9, -0.9, 1.2), (0, 0, 0.0), 7, (1.0, 1.0), (1.0, 0.98, 0.94), False, 120)
    lamps.spot((-1.4, 0.8, 2.4), (-0.2, 2.4, 0.9), 120, 60, pale)
    film.ambient(pale, 0.02)
    aim, focus = (0.0, 0.0, 0.03), (0.0, -0.08, 0.04)
    if job["orientation"] == "portrait":
        film.camera((0.10, -0.92, 0.68), aim, 50, (0.48, 0.32), 4.0, focus)
    else:
        film.camera((0.14, -0.90, 0.50), aim, 50, (0.40, 0.45), 4.0, focus)


def _tray(at: Vec, radius: float, white: Any) -> None:
    """A wide shallow plate of plain porcelain."""
    r = radius
    rows = [(0, 0.004), (r * 0.62, 0.004), (r * 0.64, 0.0), (r * 0.67, 0.0), (r * 0.69, 0.005),
            (r * 0.90, 0.018), (r * 0.985, 0.036), (r, 0.039), (r * 0.995, 0.0415),
            (r * 0.97, 0.039), (r * 0.88, 0.022), (r * 0.70, 0.0095), (0, 0.008)]  # fmt: skip
    plate = shapes.turned("tray", shapes.curve(rows, 4), white, 128)
    plate.location = at


def _dish(rng: np.random.Generator, white: Any) -> None:
    """What was taken out: soft, split, pale ones, and leaves, on a small green dish."""
    rows = [(0, 0.004), (0.045, 0.004), (0.047, 0.0), (0.052, 0.0), (0.060, 0.006), (0.086, 0.022),
            (0.089, 0.024), (0.086, 0.0245), (0.058, 0.011), (0, 0.008)]  # fmt: skip
    at = (0.25, 0.22, 0.0)
    dish = shapes.turned("dish", np.asarray(rows), moon_room.glaze(), 96)
    dish.location = at
    poor = yangmei.kinds(yangmei.flesh(0.0), rng, 3)
    for data in poor:
        for v in data.vertices:
            v.co.z *= 0.80
    yangmei.heap((at[0], at[1], 0.008), 0.060, 9, poor, rng, 0.008, 120)


def _basket(at: Vec, rng: np.random.Generator) -> None:
    """A woven basket, as it came down from the hill: stakes, weavers over and under, a rim."""
    cane = moon_room.bamboo((0.30, 0.20, 0.085), (0.14, 0.085, 0.035))
    stakes, tall = 45, 0.19
    parts: list[growth.Soup] = []

    def radius(z: Any) -> Any:
        return 0.155 + 0.05 * np.sin(np.clip(np.asarray(z) / tall, 0, 1) * 1.5)

    for k in range(stakes):
        a = 2 * math.pi * k / stakes
        z = np.linspace(0, tall, 9)
        r = radius(z)
        line = np.stack([r * math.cos(a), r * math.sin(a), z], 1)
        parts.append((*growth.tube(line, np.full(9, 0.0042), 6), 0))
    a = np.linspace(0, 2 * math.pi, 361)
    for row, z in enumerate(np.arange(0.006, tall - 0.008, 0.0088)):
        r = radius(z) + 0.0052 * np.cos(a * stakes / 2 + math.pi * row)
        line = np.stack([r * np.cos(a), r * np.sin(a), np.full(361, z)], 1)
        parts.append((*growth.tube(line, np.full(361, 0.0040), 6), 0))
    for k in range(3):
        b = a * 30 + 2 * math.pi * k / 3
        r = radius(tall) + 0.004 * np.cos(b)
        line = np.stack([r * np.cos(a), r * np.sin(a), tall + 0.006 * np.sin(b)], 1)
        parts.append((*growth.tube(line, np.full(361, 0.0042), 6), 0))
    out = shapes.put(growth.soup("basket", parts, [cane]), "basket")
    out.location = at
    dark = shade.earth((0.05, 0.01, 0.012), (0.02, 0.004, 0.006))
    fill = shapes.turned("fill", np.asarray([(0, 0.165), (0.185, 0.165)]), dark, 48)
    fill.location = at
    del rng


def _tongs(at: Vec) -> None:
    """Bamboo tweezers lying on the board."""
    cane = moon_room.bamboo()
    for side in (-1, 1):
        t = np.linspace(0, 1, 15)
        x = side * (0.002 + 0.012 * np.sin(math.pi * t * 0.62))
        n = 15
        points = []
        for dx, z in ((-0.0012, 0.0), (0.0012, 0.0), (0.0012, 0.011), (-0.0012, 0.011)):
            high = z * (1 - 0.5 * t) + 0.0004
            points.append(np.stack([x + dx, 0.17 * t - 0.085, high], 1))
        faces = [
            (k * n + j, k * n + j + 1, ((k + 1) % 4) * n + j + 1, ((k + 1) % 4) * n + j)
            for k in range(4)
            for j in range(n - 1)
        ]
        faces += [(0, n, 2 * n, 3 * n), (n - 1, 4 * n - 1, 3 * n - 1, 2 * n - 1)]
        blade = shapes.mesh("tongs", np.vstack(points), faces, cane, smooth=False)
        blade.location, blade.rotation_euler = at, (0, 0, 0.6)
