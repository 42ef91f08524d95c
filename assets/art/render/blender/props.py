"""Tools and fittings of a winery, and what shapes its light. Metres, z up."""

from __future__ import annotations

from typing import Any

import numpy as np

import growth
import masonry
import shade
import shapes

Vec = tuple[float, float, float]


def flag(low: Vec, along: Vec, tall: float) -> Any:
    """A black board that keeps light off a part of the set; no ray but light's meets it."""
    out = shapes.plane("flag", low, along, (0, 0, tall), shade.glow((0, 0, 0), 0.0))
    out.visible_camera = out.visible_glossy = out.visible_diffuse = False
    out.visible_transmission = False
    return out


def pipe(line: list[Vec], radius: float, material: Any, sides: int = 16, steps: int = 8) -> Any:
    """A round rod, hose or wire through points, smoothly bent."""
    at = smooth(np.asarray(line, float), steps)
    part = growth.tube(at, np.full(len(at), radius), sides)
    return shapes.put(growth.soup("pipe", [(*part, 0)], [material]), "pipe")


def smooth(points: np.ndarray, steps: int = 8) -> np.ndarray:
    """A line through points (n, 3), Catmull-Rom."""
    p = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    out = []
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:], strict=False):
        out.append(
            0.5
            * (
                2 * b
                + (c - a) * t
                + (2 * a - 5 * b + 4 * c - d) * t**2
                + (3 * b - a - 3 * c + d) * t**3
            )
        )
    return np.vstack([*out, points[-1:]])


def board(
    size: Vec, at: Vec, material: Any, seed: int = 1, turn: Vec = (0, 0, 0), edge: float = 0.006
) -> Any:
    """A sawn board whose edges are worn and not quite straight."""
    points, tris = masonry.stone(np.asarray(size), edge, 0.0012, seed, 8)
    out = shapes.put(growth.soup("board", [(points, tris, 0)], [material]), "board", at)
    out.rotation_euler = turn
    return out


def ladder(foot: Vec, top: Vec, wide: float, wood: Any, rungs: int = 9) -> None:
    """A wooden ladder from the floor to where it leans, rungs let into its two poles."""
    a, b = np.asarray(foot, float), np.asarray(top, float)
    way = (b - a) / np.linalg.norm(b - a)
    side = np.cross(way, [0, 0, 1.0])
    side /= np.linalg.norm(side)
    parts: list[growth.Soup] = []
    for sign in (-0.5, 0.5):
        taper = np.asarray([a + side * sign * wide, b + side * sign * wide * 0.8])
        line = taper[0] + (taper[1] - taper[0]) * np.linspace(0, 1, 24)[:, None]
        parts.append((*growth.tube(line, np.full(24, 0.024), 14), 0))
    for k in range(rungs):
        t = (k + 0.6) / rungs
        half = side * wide * (0.5 - 0.1 * t)
        middle = a + (b - a) * t
        rod = np.asarray([middle - half * 1.06, middle, middle + half * 1.06])
        parts.append((*growth.tube(rod, np.full(3, 0.014), 12), 0))
    shapes.put(growth.soup("ladder", parts, [wood]), "ladder")


def tap(at: Vec, metal: Any, long: float = 0.12, size: float = 1.0) -> None:
    """A brass cock in a cask's head, its spout towards -y and down."""
    x, y, z = at
    r = 0.013 * size
    pipe([(x, y + 0.02, z), (x, y - long * 0.5, z), (x, y - long, z)], r, metal)
    spout = [
        (x, y - long, z),
        (x, y - long - 1.6 * r, z - 0.4 * r),
        (x, y - long - 2 * r, z - 4 * r),
    ]
    pipe(spout, r * 0.9, metal)
    collar = shapes.turned(
        "collar",
        np.asarray([(0, 0), (2 * r, 0), (2 * r, 0.6 * r), (1.3 * r, 1.2 * r), (0, 1.2 * r)]),
        metal,
        32,
    )
    collar.location, collar.rotation_euler = (x, y, z), (1.5708, 0, 0)
    pipe([(x, y - long * 0.55, z), (x, y - long * 0.55, z + 2.6 * r)], r * 1.15, metal)
    bar = [(x - 2.6 * r, y - long * 0.55, z + 2.9 * r), (x + 2.6 * r, y - long * 0.55, z + 2.9 * r)]
    pipe(bar, r * 0.55, metal)
