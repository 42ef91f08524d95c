"""Loose grapes on a table: where they come to rest, what they look like, bits of stalk."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import growth
import shade
import shapes

Vec = tuple[float, float, float]


def settle(
    at: np.ndarray, radius: np.ndarray, low: Any, high: Any, turns: int = 60, slack: float = 0.98
) -> np.ndarray:
    """Push discs (n, 2) apart until none overlap much, within a rectangle."""
    p = at.copy()
    first = second = np.zeros(0, int)
    reach = 2.2 * float(radius.max())
    for turn in range(turns):
        if turn % 12 == 0:
            first, second = _near(p, reach * 1.6)
        gap = p[first] - p[second]
        far = np.linalg.norm(gap, axis=1) + 1e-9
        want = (radius[first] + radius[second]) * slack
        push = np.clip(want - far, 0, None)[:, None] * gap / far[:, None] * 0.36
        np.add.at(p, first, push)
        np.add.at(p, second, -push)
        p = np.clip(p, np.asarray(low), np.asarray(high))
    return p


def _near(p: np.ndarray, reach: float) -> tuple[np.ndarray, np.ndarray]:
    order = np.argsort(p[:, 0])
    x = p[order, 0]
    last = np.searchsorted(x, x + reach)
    first, second = [], []
    for i, end in enumerate(last):
        rest = np.arange(i + 1, end)
        close = rest[np.abs(p[order[rest], 1] - p[order[i], 1]) < reach]
        first.append(np.full(len(close), order[i]))
        second.append(order[close])
    return np.concatenate(first), np.concatenate(second)


def skin(dark: Vec, bloom: Vec, cover: float = 0.4, gloss: float = 0.16) -> Any:
    """A berry without its stalk: its own tone, bloom rubbed off in places, the scar on top."""
    s = shade.Shader("loose")
    own = s.add("ObjectInfo").outputs["Random"]
    at = s.places("Object", (1, 1, 1))
    turned = s.add("VectorMath", {"operation": "ADD"}, i0=at, i1=shade.spread(s, own, 57.0))
    cloud = s.noise(turned.outputs[0], 1.1, 4, 0.6)
    amount = s.ramp(cloud, [(0.42, (0.02,) * 3), (0.70, (cover,) * 3)])
    each = s.ramp(own, [(0.0, (0.55, 0.5, 0.7)), (0.6, (1.1, 1.0, 1.0)), (1.0, (2.3, 1.1, 0.9))])
    base = s.mix(amount, s.mix(0.9, dark, each, "MULTIPLY"), bloom)
    high = s.add("SeparateXYZ", i0=at).outputs[2]
    scar = s.ramp(high, [(0.955, (0, 0, 0)), (0.965, (1, 1, 1))])
    base = s.mix(scar, base, (0.20, 0.15, 0.06))
    return s.skin(Base_Color=base, Roughness=s.span(amount, gloss, 0.62), Specular=0.5)


def kinds(material: Any, rng: np.random.Generator, count: int = 6, subdivisions: int = 3) -> Any:
    """Meshes of berries of radius 1, a little uneven, with a dimple where the stalk was."""
    shape, tris = growth.ball(subdivisions)
    out = []
    for _ in range(count):
        p = shape * rng.normal(1, 0.025, 3)
        way = rng.normal(0, 1, 3)
        p = p * (1 + 0.02 * np.sin(shape @ way * 2.2)[:, None])
        p[:, 2] -= 0.10 * np.exp(-((np.arccos(np.clip(shape[:, 2], -1, 1)) / 0.22) ** 2))
        out.append(growth.soup("grape", [(p, tris, 0)], [material]))
    return out


def stalklet(rng: np.random.Generator, material: Any, long: float = 0.03) -> Any:
    """Mesh of a bit of stalk: a bent twig with a few pedicels, lying."""
    t = np.linspace(0, 1, 7)
    line = np.stack([t * long, 0.15 * long * np.sin(3 * t + rng.uniform(0, 3)), 0.0012 + 0 * t], 1)
    parts = [(*growth.tube(line, np.linspace(0.0014, 0.0009, 7), 7), 0)]
    for _ in range(int(rng.integers(2, 5))):
        root = line[rng.integers(1, 6)]
        a = rng.choice([-1, 1]) * rng.uniform(0.5, 1.1)
        tip = root + [0.007 * math.cos(a), 0.007 * math.sin(a), rng.uniform(0, 0.003)]
        twig = np.stack([root, (root + tip) / 2 + [0, 0, 0.0004], tip])
        parts.append((*growth.tube(twig, np.asarray([0.0006, 0.0005, 0.0011]), 6), 0))
    return growth.soup("stalklet", parts, [material])


def spill(
    spots: np.ndarray,
    size: np.ndarray,
    meshes: Any,
    rng: np.random.Generator,
    sink: float = 0.0,
) -> None:
    """Put berries down: ``spots`` (n, 3) is where each touches what lies below."""
    for spot, r in zip(spots, size, strict=True):
        one = shapes.put(meshes[rng.integers(len(meshes))], "grape")
        one.location = (spot[0], spot[1], spot[2] + r * (1 - sink))
        one.scale = (r, r, r)
        one.rotation_euler = tuple(rng.uniform(0, 6.3, 3))
