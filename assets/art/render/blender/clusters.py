"""Clusters on the vine seen close by: berries with bloom, pedicels, canes with leaves, old wood."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import growth
import outside
import shade
import shapes
from growth import Soup

Knots = list[tuple[float, float, float]]


def packed(rng: np.random.Generator, count: int, radius: float, tall: float, wide: float,
           shoulder: float = 1.0) -> np.ndarray:  # fmt: skip
    """Where the berries of a tapering cluster sit (n, 3), hanging from the origin."""
    t = rng.beta(1.15, 1.5, count)
    half = wide * np.interp(t, [0, 0.12, 0.3, 0.7, 1], [0.6, shoulder, 0.92, 0.62, 0.2])
    a = rng.uniform(0, 2 * math.pi, count)
    r = half * np.sqrt(rng.uniform(0.15, 1, count))
    p = np.stack([r * np.cos(a), 0.85 * r * np.sin(a), -tall * t], 1)
    for _ in range(110):
        gap = p[:, None] - p[None]
        far = np.linalg.norm(gap, axis=2) + np.eye(count)
        push = np.clip(1.93 * radius - far, 0, None) * (1 - np.eye(count))
        p += (gap / far[..., None] * push[..., None]).sum(1) * 0.3
        p[:, :2] *= 0.997
        p[:, 2] = np.minimum(p[:, 2], -0.6 * radius)
    return p


def hang(
    rng: np.random.Generator,
    top: tuple[float, float, float],
    spots: np.ndarray,
    radius: float,
    fruit: Any,
    stalk: Any,
    reach: float = 0.05,
) -> np.ndarray:
    """A cluster with berries at ``spots`` below ``top``, on a stalk ``reach`` long; places."""
    shape, tris = growth.ball(3)
    kinds = []
    for _ in range(8):
        points = shape * radius * rng.uniform(0.88, 1.05) * [1, 1, rng.uniform(0.98, 1.08)]
        kinds.append(growth.soup("berry", [(points, tris, 0)], [fruit]))
    at = spots + np.asarray(top)
    for spot in at:
        berry = shapes.put(kinds[rng.integers(8)], "berry", tuple(spot))
        berry.rotation_euler = tuple(rng.uniform(0, 6.3, 3))
    low = float(spots[:, 2].min())
    line = np.asarray(
        [(0.006, 0.010, reach), (0.003, 0.003, reach * 0.45), (0, 0, 0), (0, 0, low * 0.85)]
    )
    parts: list[Soup] = [
        (*growth.tube(line + top, np.asarray([0.003, 0.0026, 0.003, 0.0014]), 9), 0)
    ]
    for spot in spots:
        inner = np.asarray([spot[0] * 0.2, spot[1] * 0.2, min(spot[2] + 0.011, -0.002)])
        link = np.stack([inner, (inner + spot) / 2 + [0, 0, 0.002], spot])
        parts.append((*growth.tube(link + top, np.full(3, 0.0009), 6), 0))
    shapes.put(growth.soup("rachis", parts, [stalk]), "rachis")
    return at


def dew(rng: np.random.Generator, at: np.ndarray, radius: float, count: int) -> None:
    """Drops on the berries that face the camera (-y)."""
    shape, tris = growth.ball(2)
    data = growth.soup("drop", [(shape, tris, 0)], [shade.glass((1, 1, 1), (0.97,) * 3)])
    front = at[at[:, 1] < np.percentile(at[:, 1], 55)]
    for _ in range(count):
        way = rng.normal(0, 1, 3) + [0, -1.2, 0.05]
        way /= np.linalg.norm(way)
        r = float(rng.choice([0.0005, 0.0008, 0.0012, 0.0017], p=[0.4, 0.35, 0.18, 0.07]))
        spot = front[rng.integers(len(front))] + way * (radius * 0.985 + 0.25 * r)
        shapes.put(data, "drop", tuple(spot)).scale = (r, r, r)


def smooth(knots: Knots, n: int = 49) -> np.ndarray:
    """A soft line (n, 3) through knots."""
    k = np.asarray(knots, float)
    u = np.linspace(0, len(k) - 1, n)
    line = np.stack([np.interp(u, range(len(k)), k[:, i]) for i in range(3)], 1)
    for _ in range(12):
        line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
    return line


def cane(
    rng: np.random.Generator,
    knots: Knots,
    wood: Any,
    leaf: Any,
    count: int,
    spread: tuple[float, float] = (0.05, 0.12),
    size: tuple[float, float] = (0.10, 0.15),
    up: float = 0.35,
    back: float = 0.35,
    thick: float = 0.0055,
) -> None:
    """A shoot through ``knots`` with nodes; its leaves on petioles to all sides.

    ``up`` and ``back`` are how much the leaves prefer to rise and to stand behind (+y).
    """
    line = smooth(knots)
    n = len(line)
    radii = thick * np.linspace(1, 0.7, n) * (1 + 0.2 * (np.arange(n) % 8 == 4))
    parts: list[Soup] = [(*growth.tube(line, radii, 10), 0)]
    places, ways = [], []
    for k in range(count):
        u = (k + rng.uniform(0.2, 0.8)) / count * (n - 1)
        node = np.stack([np.interp(u, np.arange(n), line[:, i]) for i in range(3)])
        a = rng.normal(0, 1, 3) + [0, back * 2, up * 2]
        a /= np.linalg.norm(a)
        place = node + a * rng.uniform(*spread)
        middle = (node + place) / 2 + [0, 0, 0.006]
        parts.append((*growth.tube(np.stack([node, middle, place]),
                                   np.asarray([0.0018, 0.0013, 0.0014]), 6), 1))  # fmt: skip
        places.append(place)
        ways.append((a[0] * 0.6, -0.8, 0.15))
    stalk = outside.leaf((0.24, 0.17, 0.06), (0.16, 0.11, 0.04), (0.30, 0.12, 0.05), 0.3)
    shapes.put(growth.soup("cane", parts, [wood, stalk]), "cane")
    sizes = rng.uniform(*size, count)
    hung = growth.leaves(np.asarray(places), np.asarray(ways), sizes, rng, close=True)
    shapes.put(growth.soup("leaves", [(*hung, 0)], [leaf]), "leaves")


def gnarled(rng: np.random.Generator, knots: Knots, radii: list[float], bark: Any) -> None:
    """Old wood through ``knots``: ridged, twisted, swollen at its knots."""
    line = smooth(knots, 60)
    r = np.interp(np.linspace(0, len(radii) - 1, 60), range(len(radii)), radii)
    points, tris = growth.tube(line, r, 26)
    ring = points.reshape(60, 26, 3)
    u, a = np.meshgrid(np.arange(60) / 59, np.linspace(0, 2 * math.pi, 26, endpoint=False),
                       indexing="ij")  # fmt: skip
    twist = a + 3.0 * u + float(rng.uniform(0, 6))
    dent = 0.13 * np.abs(np.sin(3.5 * twist)) + 0.08 * np.sin(7 * twist + 9 * u)
    dent += 0.10 * np.sin(19 * u + 2 * a) * np.sin(11 * u + 1.3)
    swollen = (ring - line[:, None]) * (0.92 + dent)[..., None] + line[:, None]
    part = growth.soup("old", [(swollen.reshape(-1, 3), tris, 0)], [bark])
    shapes.put(part, "old")


def old_bark() -> Any:
    """Bark that comes off in strips."""
    s = shade.Shader("strips")
    strip = s.noise(s.places("Object", (70, 70, 7)), 1.6, 5, 0.7)
    fine = s.noise(s.places("Object", (260, 260, 26)), 1.5, 4, 0.7)
    both = s.sum("ADD", s.sum("MULTIPLY", strip, 0.65), s.sum("MULTIPLY", fine, 0.35))
    base = s.ramp(both, [(0.34, (0.022, 0.016, 0.012)), (0.5, (0.085, 0.064, 0.048)),
                         (0.70, (0.23, 0.185, 0.145))])  # fmt: skip
    return s.skin(plain=(0.09, 0.07, 0.05), Base_Color=base, Roughness=0.9,
                  Normal=s.bump(both, 1.0, 0.008))  # fmt: skip
