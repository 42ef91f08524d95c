"""Walls laid stone by stone, and rock as it was hewn: real relief for raking light. Metres."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

import growth
import shapes
from shade import Rgb, Shader, between, spread


def fbm(at: np.ndarray, scale: float, octaves: int, seed: int) -> np.ndarray:
    """Value noise of several octaves at points (n, 3), about -1 to 1."""
    rng = np.random.default_rng(seed)
    table = rng.uniform(-1, 1, 4096)
    out, power, total = np.zeros(len(at)), 1.0, 0.0
    for k in range(octaves):
        p = at * scale * 2.03**k + 17.3 * k
        low = np.floor(p).astype(np.int64)
        f = p - low
        f = f * f * (3 - 2 * f)
        value = np.zeros(len(at))
        for corner in range(8):
            step = np.asarray([corner & 1, corner >> 1 & 1, corner >> 2 & 1])
            x, y, z = (low + step).T
            share = np.prod(np.where(step, f, 1 - f), axis=1)
            value += share * table[(x * 73856093 ^ y * 19349663 ^ z * 83492791) & 4095]
        out += value * power
        total += power
        power *= 0.5
    return out / total


def facets(at: np.ndarray, scale: float, deep: float, seed: int) -> np.ndarray:
    """How far broken rock stands out at points (n, 3): tilted planes with cracks between."""
    p = at * scale
    low = np.floor(p).astype(np.int64)
    near = np.full((2, len(at)), 9.0)
    out = np.zeros((2, len(at)))
    for k in range(27):
        cell = low + np.asarray([k % 3, k // 3 % 3, k // 9]) - 1
        x, y, z = cell.T
        key = (x * 73856093 ^ y * 19349663 ^ z * 83492791 ^ seed * 2654435761) & 0xFFFFFF
        dice = [((key * m + m) % 65521) / 65521 for m in (9301, 49297, 23371, 40503, 30011, 15731)]
        heart = cell + np.stack(dice[:3], 1)
        off = p - heart
        far = np.linalg.norm(off, axis=1)
        plane = (dice[3] - 0.5) + off[:, 0] * (dice[4] - 0.5) + off[:, 2] * (dice[5] - 0.5)
        first, second = far < near[0], far < near[1]
        out[1] = np.where(first, out[0], np.where(second, plane, out[1]))
        near[1] = np.where(first, near[0], np.where(second, far, near[1]))
        out[0] = np.where(first, plane, out[0])
        near[0] = np.where(first, far, near[0])
    gap = near[1] - near[0]
    other = 0.5 * np.clip(1 - gap / 0.14, 0, 1) ** 2  # worn where two faces meet
    crack = np.clip(1 - gap / 0.09, 0, 1) ** 2
    return deep * (1.4 * (out[0] * (1 - other) + out[1] * other) - 0.14 * crack)


@lru_cache(maxsize=8)
def cube(n: int) -> tuple[np.ndarray, np.ndarray]:
    """A cube from -1 to 1, ``n`` cells along an edge: shared points, triangles facing out."""
    line = np.linspace(-1, 1, n + 1)
    a, b = (x.ravel() for x in np.meshgrid(line, line, indexing="ij"))
    cell = np.asarray([(i * (n + 1) + j) for i in range(n) for j in range(n)])
    one = np.stack([cell, cell + n + 1, cell + n + 2], 1)
    two = np.stack([cell, cell + n + 2, cell + 1], 1)
    quad = np.vstack([one, two])
    points, tris = [], []
    for axis in range(3):
        for sign in (-1.0, 1.0):
            p = np.empty((len(a), 3))
            p[:, axis] = sign
            p[:, (axis + 1) % 3], p[:, (axis + 2) % 3] = a, b
            tris.append((quad if sign > 0 else quad[:, ::-1]) + len(points) * len(a))
            points.append(p)
    every = np.vstack(points)
    _, first, back = np.unique(np.round(every, 6), axis=0, return_index=True, return_inverse=True)
    return every[first], back.ravel()[np.vstack(tris)]


def stone(
    size: np.ndarray, edge: float, rough: float, seed: int, n: int = 6
) -> tuple[np.ndarray, np.ndarray]:
    """A stone about the origin: a box with edges rounded by ``edge``, its faces uneven."""
    points, tris = cube(n)
    half = size / 2
    r = min(edge, float(half.min()) * 0.9)
    whole = points * half
    core = np.clip(whole, -(half - r), half - r)
    off = whole - core
    way = off / (np.linalg.norm(off, axis=1, keepdims=True) + 1e-9)
    at = core + way * r
    bump = fbm(at + seed * 3.7, 9.0, 3, seed % 97) * rough
    return at + way * bump[:, None], tris


def courses(
    rng: np.random.Generator,
    width: float,
    height: float,
    tall: tuple[float, float],
    long: tuple[float, float],
    deep: float = 0.2,
    gap: float = 0.012,
    edge: float = 0.02,
    rough: float = 0.012,
    stagger: float = 0.025,
    n: int = 6,
) -> list[growth.Soup]:
    """Stones in courses over x from 0 to ``width`` and z up; faces at y about 0, towards -y."""
    parts: list[growth.Soup] = []
    z = 0.0
    while z < height:
        h = rng.uniform(*tall)
        x = -rng.uniform(0, long[1])
        while x < width:
            w = rng.uniform(*long)
            thin = h * rng.uniform(0.9, 1.0)
            size = np.asarray([w - gap, deep, thin - gap])
            seed = int(rng.integers(1 << 20))
            at, tris = stone(size, edge, rough, seed, n)
            tilt = rng.normal(0, 0.012)
            at = at + np.outer(at[:, 0], [0, 0, tilt])
            middle = [x + w / 2, deep / 2 + rng.normal(0, stagger), z + thin / 2]
            parts.append((at + middle, tris, 0))
            x += w
        z += h
    return parts


def wall(
    name: str,
    parts: list[growth.Soup],
    material: Any,
    at: tuple[float, float, float],
    turn: float = 0.0,
) -> Any:
    """Place a wall of ``courses``; ``turn`` about z in radians, 0 faces -y."""
    out = shapes.put(growth.soup(name, parts, [material]), name, at)
    out.rotation_euler = (0, 0, turn)
    return out


def sheet(name: str, at: np.ndarray, material: Any, close: bool = False, keep: Any = None) -> Any:
    """A surface through a grid of points (rows, columns, 3); ``keep`` says which count."""
    rows, cols = at.shape[:2]
    index = np.arange(rows * cols).reshape(rows, cols)
    a, b = index[:-1, :-1].ravel(), index[:-1, 1:].ravel()
    c, d = index[1:, 1:].ravel(), index[1:, :-1].ravel()
    tris = np.vstack([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])
    if close:
        a, b = index[:-1, -1], index[:-1, 0]
        c, d = index[1:, 0], index[1:, -1]
        tris = np.vstack([tris, np.stack([a, b, c], 1), np.stack([a, c, d], 1)])
    if keep is not None:
        tris = tris[np.asarray(keep).ravel()[tris].any(1)]
    return shapes.put(growth.soup(name, [(at.reshape(-1, 3), tris, 0)], [material]), name)


def laid(
    tones: list[Rgb], rough: float = 0.75, wet: float = 0.0, split: float = 0.0, fine: float = 0.5
) -> Any:
    """Stones of a wall: each its own tone between ``tones``; ``split`` gives slate its layers."""
    s = Shader("laid")
    at = s.places("Object", (1, 1, 1))
    own = s.add("NewGeometry").outputs["Random Per Island"]
    moved = s.add("VectorMath", {"operation": "ADD"}, i0=at, i1=spread(s, own, 31.0)).outputs[0]
    stops = [(k / (len(tones) - 1), tone) for k, tone in enumerate(tones)]
    base = s.ramp(own, stops)
    cloud = s.noise(moved, 4.0, 6, 0.65)
    grain = s.noise(moved, 60.0, 4, 0.7)
    base = s.mix(
        0.7, base, s.ramp(cloud, [(0.3, (0.4, 0.4, 0.42)), (0.7, (1.25,) * 3)]), "MULTIPLY"
    )
    base = s.mix(fine, base, s.ramp(grain, [(0.3, (0.5,) * 3), (0.65, (1.1,) * 3)]), "MULTIPLY")
    height = s.sum("ADD", s.sum("MULTIPLY", grain, 0.35), cloud)
    if split:
        layer = s.add("Mapping", Vector=moved, Scale=(3.0, 3.0, 60.0)).outputs[0]
        height = s.sum("ADD", height, s.sum("MULTIPLY", s.noise(layer, 1.6, 4, 0.6), split))
    damp = s.noise(at, 1.1, 4, 0.6)
    gloss = s.span(s.ramp(damp, [(0.4, (0,) * 3), (0.62, (1,) * 3)]), rough, rough - wet)
    return s.skin(
        plain=between(tones[0], tones[-1], 0.4),
        Base_Color=base,
        Roughness=gloss,
        Specular=0.45,
        Normal=s.bump(height, 0.5, 0.008),
    )
