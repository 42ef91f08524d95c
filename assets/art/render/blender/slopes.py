"""Hillsides laid out by their contours: terraces, dry-stone walls, rows of vines. Metres, z up."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

import growth
import shapes
from growth import Soup


def wander(x: Any, seed: float) -> Any:
    """A smooth irregular line about -1 to 1 that repeats nowhere near."""
    parts = ((1.0, 1.0), (0.6, 2.3), (0.35, 5.1), (0.2, 11.3))
    total = sum(a * np.sin(f * np.asarray(x) + seed * (3.1 + f)) for a, f in parts)
    return total / 1.5


def even(knots: list[tuple[float, float]], step: float) -> np.ndarray:
    """A smooth line through knots (n, 2) with a point every ``step``."""
    line = shapes.curve(knots, 24)
    for _ in range(60):
        line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
    far = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    at = np.arange(0, far[-1], step)
    return np.stack([np.interp(at, far, line[:, k]) for k in (0, 1)], 1)


def contours(
    knots: list[tuple[float, float]],
    levels: int,
    run: float,
    step: float,
    seed: float,
    vary: float = 0.3,
    side: int = 1,
) -> np.ndarray:
    """Lines up a hillside (levels, n, 2): each lies ``run`` further to the left (``side`` 1)."""
    line = even(knots, step)
    far = np.arange(len(line)) * step
    out = [line]
    for k in range(1, levels):
        way = np.gradient(line, axis=0)
        for _ in range(8):
            way[1:-1] = (way[:-2] + 2 * way[1:-1] + way[2:]) / 4
        way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-9
        over = np.stack([-way[:, 1], way[:, 0]], 1) * side
        wide = run * (1 + vary * wander(far / (run * 14), seed + 0.35 * k))
        line = line + over * wide[:, None]
        out.append(line)
    return np.stack(out)


def strip(name: str, lines: np.ndarray, material: Any, smooth: bool = True) -> Any:
    """A sheet through lines (m, n, 3); uv runs along and up, in metres."""
    m, n = lines.shape[:2]
    along = np.linalg.norm(np.diff(lines, axis=1), axis=2).mean(0)
    up = np.linalg.norm(np.diff(lines, axis=0), axis=2).mean(1)
    u, v = np.meshgrid(np.append(0, np.cumsum(along)), np.append(0, np.cumsum(up)))
    i, j = np.meshgrid(np.arange(m - 1), np.arange(n - 1), indexing="ij")
    a = (i * n + j).ravel()
    faces = np.stack([a, a + 1, a + n + 1, a + n], 1).tolist()
    places = np.stack([u, v], -1).reshape(-1, 2)
    return shapes.mesh(name, lines.reshape(-1, 3), faces, material, places, smooth)


def at_height(line: np.ndarray, z: Any) -> np.ndarray:
    """A flat line (n, 2) lifted to ``z``."""
    return np.column_stack([line, np.broadcast_to(z, len(line))])


def tufts(
    at: np.ndarray, rng: np.random.Generator, count: int, spread: Any, size: float
) -> tuple[np.ndarray, np.ndarray]:
    """Plants seen from afar: ``count`` loose leaves about each point (n, 3)."""
    n = len(at) * count
    spots = np.repeat(at, count, 0) + rng.normal(0, 1, (n, 3)) * np.asarray(spread)
    a = rng.normal(0, 1, (n, 3))
    a /= np.linalg.norm(a, axis=1, keepdims=True)
    b = np.cross(a, rng.normal(0, 1, (n, 3)))
    b /= np.linalg.norm(b, axis=1, keepdims=True) + 1e-9
    wide = size * rng.uniform(0.6, 1.3, (n, 1))
    points = np.stack([spots - a * wide, spots - b * wide * 0.8, spots + a * wide], 1)
    points = np.concatenate([points, (spots + b * wide * 0.8)[:, None]], 1)
    tris = np.asarray([(0, 1, 2), (0, 2, 3)])
    faces = tris[None] + (np.arange(n) * 4)[:, None, None]
    return points.reshape(-1, 3), faces.reshape(-1, 3)


def along(line: np.ndarray, step: float, rng: np.random.Generator) -> np.ndarray:
    """Places every ``step`` along (n, 3): x, y, z and the way's angle."""
    far = np.append(0, np.cumsum(np.linalg.norm(np.diff(line[:, :2], axis=0), axis=1)))
    at = np.arange(step * rng.uniform(0.2, 1), far[-1], step)
    spots = np.stack([np.interp(at, far, line[:, k]) for k in range(3)], 1)
    ahead = np.stack([np.interp(at + 0.3, far, line[:, k]) for k in range(3)], 1)
    turn = np.arctan2(ahead[:, 1] - spots[:, 1], ahead[:, 0] - spots[:, 0])
    return np.column_stack([spots, turn])


def hedge(
    rng: np.random.Generator,
    materials: list[Any],
    long: float = 1.1,
    low: float = 0.45,
    tall: float = 1.25,
    wide: float = 0.2,
    count: int = 330,
    bunches: int = 5,
    size: tuple[float, float] = (0.075, 0.13),
) -> Any:
    """One vine of a trellised row along x: trunk, cane, shoots, leaves, clusters below them.

    Materials are leaf, wood, grape.
    """
    parts: list[Soup] = []
    z = np.linspace(0, 1, 6)[:, None]
    trunk = np.asarray([0, 0, low]) * z
    trunk = trunk + np.column_stack([rng.normal(0, 0.016, (6, 2)), np.zeros(6)]) * z
    trunk[0, 2] = -0.12
    thick = np.asarray([0.042, 0.032, 0.027, 0.028, 0.030, 0.024])
    parts.append((*growth.tube(trunk, thick, 8), 1))
    head = trunk[-1]
    for side in (-1, 1):
        arm = np.stack([head, head + [side * long * 0.2, 0, 0.06], [side * long * 0.48, 0, low]])
        parts.append((*growth.tube(arm, np.asarray([0.018, 0.012, 0.008]), 6), 1))
    for x in np.linspace(-0.46, 0.46, 9) * long:
        up = np.asarray([(x, 0, low), (x + rng.normal(0, 0.04), rng.normal(0, 0.03), tall * 0.98)])
        parts.append((*growth.tube(up, np.asarray([0.005, 0.003]), 4), 1))
    at = np.column_stack(
        [
            rng.uniform(-0.54, 0.54, count) * long,
            rng.normal(0, wide * 0.5, count),
            low + (tall - low) * rng.beta(1.15, 1.05, count),
        ]
    )
    at[:, 1] *= 1 - 0.35 * (at[:, 2] - low) / (tall - low)
    out = np.column_stack(
        [rng.normal(0, 0.35, count), np.sign(at[:, 1]), rng.normal(0, 0.2, count)]
    )
    parts.append((*growth.leaves(at, out, rng.uniform(*size, count), rng), 0))
    if bunches:
        fruit, stem = growth.cluster(rng, 40, 0.0085, 0.14, 1)
        for _ in range(bunches):
            spot = np.asarray([rng.uniform(-0.45, 0.45) * long, rng.normal(0, 0.05), low + 0.06])
            parts.append((*growth.moved(fruit, spot, float(rng.uniform(0, 6))), 2))
            parts.append((*growth.moved(stem, spot, float(rng.uniform(0, 6))), 1))
    return growth.soup("hedge", parts, materials)


def planted(
    kinds: list[Any], spots: np.ndarray, rng: np.random.Generator, free: bool = False
) -> None:
    """Instances of ``kinds`` at (n, 4): x, y, z, angle; ``free`` ones turn as they like."""
    for x, y, z, turn in spots:
        out = shapes.put(kinds[rng.integers(len(kinds))], "plant", (x, y, z))
        flip = float(rng.uniform(0, 6.3)) if free else turn + math.pi * rng.integers(2)
        out.rotation_euler = (0, 0, flip + rng.normal(0, 0.04))
        k = float(rng.uniform(0.88, 1.12))
        out.scale = (1 if not free else k, k, k * rng.uniform(0.92, 1.08))


def slabs(rng: np.random.Generator, material: Any, count: int = 7) -> list[Any]:
    """Split stones for a dry wall, 1 long, 1 deep, 1 high, of uneven faces."""
    out = []
    for _ in range(count):
        n = 5
        axis = np.linspace(-0.5, 0.5, n)
        points, tris = growth.ball(3)
        box = np.clip(points * 1.5, -0.5, 0.5)
        dent = 0.05 * np.sin(7 * points[:, [1, 2, 0]] + rng.uniform(0, 6, 3))
        dent += 0.03 * np.sin(17 * points[:, [2, 0, 1]] + rng.uniform(0, 6, 3))
        skew = 1 + 0.25 * rng.normal(0, 1) * points[:, :1] * [0, 0.4, 0.5]
        out.append(growth.soup("slab", [((box + dent) * skew, tris, 0)], [material]))
        del axis
    return out


def dry_wall(
    foot: np.ndarray,
    tall: Callable[[float], float],
    kinds: list[Any],
    rng: np.random.Generator,
    course: float = 0.12,
    long: tuple[float, float] = (0.18, 0.55),
    lean: float = 0.12,
) -> None:
    """Stones laid in courses along (n, 3) at the wall's foot; ``tall`` gives height by length.

    The wall leans back by ``lean`` a metre, to the left of the way.
    """
    far = np.append(0, np.cumsum(np.linalg.norm(np.diff(foot[:, :2], axis=0), axis=1)))
    z = 0.0
    while True:
        high = course * float(rng.uniform(0.6, 1.35))
        at, any_left = -float(rng.uniform(0, 0.3)), False
        while at < far[-1]:
            wide = float(rng.uniform(*long))
            middle = at + wide / 2
            at += wide
            if z > tall(middle) + 0.08 * rng.normal():
                continue
            any_left = True
            x, y, base = (float(np.interp(middle, far, foot[:, k])) for k in range(3))
            ahead = [float(np.interp(middle + 0.1, far, foot[:, k])) for k in range(2)]
            back = [float(np.interp(middle - 0.1, far, foot[:, k])) for k in range(2)]
            turn = math.atan2(ahead[1] - back[1], ahead[0] - back[0])
            inside = 0.10 + lean * z + float(rng.normal(0, 0.022))
            stone = shapes.put(kinds[rng.integers(len(kinds))], "stone")
            stone.location = (
                x - math.sin(turn) * inside,
                y + math.cos(turn) * inside,
                base + z + high / 2,
            )
            flip = math.pi * int(rng.integers(2))
            stone.rotation_euler = (rng.normal(0, 0.05), rng.normal(0, 0.04), turn + flip)
            stone.scale = (wide * 1.02, 0.36, high * 1.08)
        z += high
        if not any_left:
            return


def raised(
    bottom: list[tuple[float, float]],
    top: list[tuple[float, float]],
    levels: int,
    count: int,
    bow: float = 1.0,
    uneven: float = 0.25,
    seed: float = 1.0,
) -> np.ndarray:
    """Contours (levels + 1, count, 2) from a hill's foot to its top, knot for knot alike."""
    ends = []
    for knots in (bottom, top):
        line = shapes.curve(knots, 40)
        for _ in range(200):
            line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
        share = np.linspace(0, 1, len(line))
        at = np.linspace(0, 1, count)
        ends.append(np.stack([np.interp(at, share, line[:, k]) for k in (0, 1)], 1))
    t = np.linspace(0, 1, levels + 1)[:, None] ** bow
    long = np.linalg.norm(np.diff(ends[0], axis=0), axis=1).sum()
    u = np.linspace(0, long, count)[None] / 60
    drift = np.stack([wander(u[0], seed + 0.22 * k) for k in range(levels + 1)])
    t = np.clip(t + uneven / levels * drift * np.sin(math.pi * np.clip(t, 0, 1)) ** 0.5, 0, 1)
    out: np.ndarray = ends[0][None] * (1 - t[..., None]) + ends[1][None] * t[..., None]
    return out


def pairs(name: str, low: np.ndarray, high: np.ndarray, material: Any) -> Any:
    """Bands between ``low`` and ``high`` (m, n, 3) lines, each by itself."""
    m, n = low.shape[:2]
    points = np.stack([low, high], 1).reshape(-1, 3)
    i, j = np.meshgrid(np.arange(m) * 2 * n, np.arange(n - 1), indexing="ij")
    a = (i + j).ravel()
    faces = np.stack([a, a + 1, a + n + 1, a + n], 1).tolist()
    return shapes.mesh(name, points, faces, material, None, False)
