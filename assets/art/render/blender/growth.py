"""What grows: leaves, bush vines, clusters, trees. Metres, z up."""

from __future__ import annotations

import math
from typing import Any

import bmesh
import bpy
import numpy as np

import shade
import shapes

Soup = tuple[np.ndarray, np.ndarray, int]  # points (n, 3), triangles (m, 3), material slot


def soup(name: str, parts: list[Soup], materials: list[Any]) -> Any:
    """One mesh (not yet placed) from triangles of several materials."""
    offset, points, tris, slots = 0, [], [], []
    for p, t, slot in parts:
        points.append(p)
        tris.append(t + offset)
        slots.append(np.full(len(t), slot, np.int32))
        offset += len(p)
    at, corner = np.vstack(points).astype(np.float32), np.vstack(tris).astype(np.int32)
    data = bpy.data.meshes.new(name)
    data.vertices.add(len(at))
    data.vertices.foreach_set("co", at.ravel())
    data.loops.add(corner.size)
    data.loops.foreach_set("vertex_index", corner.ravel())
    data.polygons.add(len(corner))
    data.polygons.foreach_set("loop_start", np.arange(0, corner.size, 3, dtype=np.int32))
    data.polygons.foreach_set("loop_total", np.full(len(corner), 3, np.int32))
    data.polygons.foreach_set("material_index", np.concatenate(slots))
    data.polygons.foreach_set("use_smooth", np.ones(len(corner), bool))
    for material in materials:
        data.materials.append(material)
    data.update(calc_edges=True)
    data.validate()
    return data


def ball(subdivisions: int) -> tuple[np.ndarray, np.ndarray]:
    """A sphere of radius 1: points and triangles."""
    work = bmesh.new()
    bmesh.ops.create_icosphere(work, subdivisions=subdivisions, radius=1.0)
    points = np.asarray([v.co[:] for v in work.verts])
    tris = np.asarray([[v.index for v in f.verts] for f in work.faces])
    work.free()
    return points, tris


def tube(line: np.ndarray, radii: np.ndarray, sides: int = 7) -> tuple[np.ndarray, np.ndarray]:
    """A round pole along points (n, 3)."""
    n = len(line)
    way = np.gradient(line, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-9
    up = np.where(np.abs(way[:, 2:]) > 0.9, [[1.0, 0, 0]], [[0, 0, 1.0]])
    side = np.cross(way, up)
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    over = np.cross(side, way)
    a = np.linspace(0, 2 * math.pi, sides, endpoint=False)
    ring = side[:, None] * np.cos(a)[None, :, None] + over[:, None] * np.sin(a)[None, :, None]
    points = (line[:, None] + ring * np.asarray(radii)[:, None, None]).reshape(-1, 3)
    tris = []
    for i in range(n - 1):
        for j in range(sides):
            p, q = i * sides + j, i * sides + (j + 1) % sides
            tris += [(p, q, q + sides), (p, q + sides, p + sides)]
    return points, np.asarray(tris)


def leaf_shape() -> tuple[np.ndarray, np.ndarray]:
    """A vine leaf of five lobes, 1 wide, petiole at the origin, tip along +y, a fold along it."""
    half = [
        (0.0, 0.0), (0.16, -0.16), (0.34, -0.12), (0.42, 0.06), (0.33, 0.20), (0.50, 0.36),
        (0.45, 0.52), (0.25, 0.56), (0.20, 0.74), (0.0, 1.0),
    ]  # fmt: skip
    left = [(-x, y) for x, y in half[1:-1]][::-1]
    rim = np.asarray(half + left)
    middle = np.asarray([[0.0, 0.36]])
    flat = np.vstack([middle, rim])
    z = 0.30 * np.abs(flat[:, 0]) - 0.22 * (flat[:, 1] - 0.3) ** 2 - 0.5 * flat[:, 0] ** 2
    n = len(rim)
    tris = [(0, 1 + k, 1 + (k + 1) % n) for k in range(n)]
    return np.column_stack([flat, z]), np.asarray(tris)


def leaf_close() -> tuple[np.ndarray, np.ndarray]:
    """The same leaf for one seen close by: toothed rim, swollen between its five veins."""
    coarse, _ = leaf_shape()
    corners = coarse[1:, :2]
    rim = []
    for k, a in enumerate(corners):
        b = corners[(k + 1) % len(corners)]
        way = b - a
        over = np.asarray([way[1], -way[0]])
        for t, tooth in ((0.0, 0.0), (0.2, 0.075), (0.36, -0.01), (0.58, 0.09), (0.8, 0.0)):
            rim.append(a + way * t + over * tooth)
    edge = np.asarray(rim)
    heart = np.asarray([0.0, 0.30])
    flat = np.vstack([heart[None], *(heart + (edge - heart) * r for r in (0.28, 0.58, 0.82, 1.0))])
    n = len(edge)
    tris = [(0, 1 + j, 1 + (j + 1) % n) for j in range(n)]
    for ring in range(3):
        a, b = 1 + ring * n, 1 + (ring + 1) * n
        for j in range(n):
            k = (j + 1) % n
            tris += [(a + j, b + j, b + k), (a + j, b + k, a + k)]
    x, y = flat[:, 0], flat[:, 1]
    r = np.hypot(x, y)
    veins = np.asarray([-1.95, -0.95, 0.0, 0.95, 1.95])  # radians from the tip, at the petiole
    off = np.abs(np.arctan2(x, y)[:, None] - veins).min(1)
    swell = 0.11 * r * np.minimum(off / 0.30, 1.0)
    z = 0.16 * np.abs(x) - 0.22 * (y - 0.3) ** 2 - 0.4 * x**2 + swell + 0.03 * np.sin(9 * x + 7 * y)
    return np.column_stack([flat, z]), np.asarray(tris)


def leaves(
    at: np.ndarray,
    out: np.ndarray,
    size: np.ndarray,
    rng: np.random.Generator,
    close: bool = False,
) -> tuple[np.ndarray, np.ndarray]:
    """Leaves at points (n, 3), hanging outwards along ``out`` (n, 3)."""
    shape, tris = leaf_close() if close else leaf_shape()
    n = len(at)
    way = out + rng.normal(0, 0.35, (n, 3)) + [0, 0, -0.55]
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    face = out * 0.6 + [0, 0, 0.9] + rng.normal(0, 0.45, (n, 3))
    side = np.cross(way, face)
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    face = np.cross(side, way)
    axes = np.stack([side, way, face], 1) * size[:, None, None]
    points = at[:, None] + np.einsum("vk,nkc->nvc", shape, axes)
    faces = tris[None] + (np.arange(n) * len(shape))[:, None, None]
    return points.reshape(-1, 3), faces.reshape(-1, 3)


def berries(rng: np.random.Generator, count: int, radius: float, tall: float) -> np.ndarray:
    """Where the berries of one cluster sit, (n, 3), hanging from the origin."""
    z = -tall * rng.beta(1.2, 1.7, count)
    wide = 0.36 * tall * np.clip(1.12 + z / tall * 1.0, 0.16, 1)
    angle = rng.uniform(0, 2 * math.pi, count)
    r = wide * np.sqrt(rng.uniform(0.25, 1, count))
    p = np.stack([r * np.cos(angle), r * np.sin(angle), z], 1)
    for _ in range(60):
        gap = p[:, None] - p[None]
        far = np.linalg.norm(gap, axis=2) + np.eye(count)
        push = np.clip(1.9 * radius - far, 0, None) * (1 - np.eye(count))
        p += (gap / far[..., None] * push[..., None]).sum(1) * 0.28
        p[:, :2] *= 0.996
    return p


def cluster(
    rng: np.random.Generator, count: int, radius: float, tall: float, subdivisions: int
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """A cluster's berries and its stalk, hanging from the origin."""
    at = berries(rng, count, radius, tall)
    shape, tris = ball(subdivisions)
    size = radius * rng.uniform(0.86, 1.08, count)
    points = at[:, None] + shape[None] * size[:, None, None] * [1, 1, 1.06]
    faces = tris[None] + (np.arange(count) * len(shape))[:, None, None]
    line = np.asarray([(0.012, 0, 0.045), (0.004, 0, 0.02), (0, 0, -0.01), (0, 0, -tall * 0.8)])
    stalk = tube(line, np.asarray([0.0026, 0.0022, 0.0024, 0.0012]), 6)
    return (points.reshape(-1, 3), faces.reshape(-1, 3)), stalk


def lying(
    rng: np.random.Generator, count: int, radius: float, tall: float, subdivisions: int = 3
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """A picked cluster on a table (z = 0), its stalk along +x: berries settle onto the board."""
    at = berries(rng, count, radius, tall)[:, [2, 1, 0]] * [0.94, 0.98, 0.76]
    at[:, 2] = np.maximum(at[:, 2] - at[:, 2].min() - 0.004, 0) * 0.82 + radius
    shape, tris = ball(subdivisions)
    size = radius * rng.uniform(0.86, 1.07, count)
    points = at[:, None] + shape[None] * np.minimum(size, at[:, 2])[:, None, None]
    faces = tris[None] + (np.arange(count) * len(shape))[:, None, None]
    core = float(at[:, 2].mean())
    line = np.asarray([(-tall * 0.8, 0, core), (0, 0, core), (0.03, 0, core), (0.055, 0.012, 0.02)])
    parts = [tube(line, np.asarray([0.0014, 0.003, 0.0028, 0.0036]), 10)]
    for spot in at:  # each berry on its pedicel
        high = core + (spot[2] - core) * 0.1
        root = np.asarray([min(spot[0] + 0.010, 0.02), spot[1] * 0.15, high])
        parts.append(tube(np.stack([root, (root + spot) / 2, spot]), np.full(3, 0.0009), 6))
    offset = np.cumsum([0, *(len(part[0]) for part in parts)])
    stalk = (
        np.vstack([part[0] for part in parts]),
        np.vstack([part[1] + k for part, k in zip(parts, offset[:-1], strict=True)]),
    )
    return (points.reshape(-1, 3), faces.reshape(-1, 3)), stalk


def moved(
    part: tuple[np.ndarray, np.ndarray], at: Any, turn: float = 0.0, scale: float = 1.0
) -> tuple[np.ndarray, np.ndarray]:
    """A part turned about z, scaled and put somewhere."""
    c, s = math.cos(turn), math.sin(turn)
    about = np.asarray([(c, -s, 0), (s, c, 0), (0, 0, 1)])
    return part[0] @ about.T * scale + np.asarray(at), part[1]


def bush(rng: np.random.Generator, materials: list[Any], fine: bool = False) -> Any:
    """A bush vine in September; materials are leaf, wood, grape. ``fine`` for one close by."""
    parts: list[Soup] = []
    lean = rng.normal(0, 0.06, 2)
    head = np.asarray([*lean, rng.uniform(0.34, 0.46)])
    z = np.linspace(0, 1, 7)[:, None]
    trunk = head * z + np.column_stack([rng.normal(0, 0.014, (7, 2)), np.zeros(7)]) * (z * (1 - z))
    trunk[0, 2] = -0.1
    thick = np.interp(z[:, 0], [0, 0.2, 0.7, 1], [0.075, 0.052, 0.055, 0.062])
    parts.append((*tube(trunk, thick * rng.uniform(0.85, 1.15, 7), 9), 1))
    bunch = cluster(rng, 66, 0.0085, 0.17, 2) if fine else cluster(rng, 34, 0.0085, 0.15, 1)
    at, out = [], []
    arms = rng.integers(4, 6)
    for k in range(arms):
        a = 2 * math.pi * (k + rng.uniform(-0.25, 0.25)) / arms
        flat = np.asarray([math.cos(a), math.sin(a), 0])
        tip = head + flat * rng.uniform(0.16, 0.26) + [0, 0, rng.uniform(0.08, 0.18)]
        mid = (head + tip) / 2 + [0, 0, -0.03]
        parts.append((*tube(np.stack([head, mid, tip]), np.asarray([0.045, 0.034, 0.028]), 7), 1))
        for _ in range(rng.integers(5, 7)):
            b = a + rng.normal(0, 0.75)
            go = np.asarray([math.cos(b), math.sin(b), 0])
            long = rng.uniform(0.50, 0.85)
            t = np.linspace(0, 1, 9)[:, None]
            droop = rng.uniform(0.15, 0.55)
            cane = tip + go * long * (0.25 + 0.5 * droop) * t**1.3
            cane = cane + np.asarray([0, 0, 1.0]) * (long * (t * 0.95 - droop * t**2.2))
            parts.append((*tube(cane, np.linspace(0.006, 0.003, 9), 5), 1))
            count = int(long / 0.034)
            u = np.linspace(0.04, 1, count)
            spot = np.stack([np.interp(u, t[:, 0], cane[:, i]) for i in range(3)], 1)
            side = np.cross(go, [0, 0, 1.0]) * np.where(np.arange(count) % 2, 1, -1)[:, None]
            reach = side * 0.8 + go * 0.35 + rng.normal(0, 0.3, (count, 3))
            at.append(spot + reach * rng.uniform(0.03, 0.09, (count, 1)))
            if fine:  # against the sky a leaf without its petiole floats
                for base, hung in zip(spot, at[-1], strict=True):
                    stalk = np.stack([base, (base + hung) / 2 + [0, 0, 0.004], hung])
                    parts.append((*tube(stalk, np.asarray([0.0016, 0.0011, 0.0012]), 5), 1))
            out.append(reach)
        for _ in range(2 if fine else int(rng.random() < 0.75)):
            down = tip + flat * 0.05 + [0, 0, -0.02] + (rng.normal(0, 0.06, 3) if fine else 0)
            turn = rng.uniform(0, 6)
            parts.append((*moved(bunch[0], down, turn), 2))
            parts.append((*moved(bunch[1], down, turn), 1))
    spots, ways = np.vstack(at), np.vstack(out)
    ways /= np.linalg.norm(ways, axis=1, keepdims=True) + 1e-9
    size = rng.uniform(0.07, 0.135, len(spots))
    parts.append((*leaves(spots, ways, size, rng, fine), 0))
    return soup("bush", parts, materials)


def tree(rng: np.random.Generator, materials: list[Any], tall: float, spread: float) -> Any:
    """A small broad tree (almond, olive); materials are leaf, wood."""
    parts: list[Soup] = []
    fork = np.asarray([0.1, 0.05, tall * 0.32])
    trunk = np.stack([[0, 0, -0.2], [0.05, 0, tall * 0.15], fork]).astype(float)
    parts.append((*tube(trunk, np.asarray([0.24, 0.17, 0.15]) * tall / 5, 10), 1))
    at = []
    for k in range(7):
        a = 2 * math.pi * k / 7 + rng.normal(0, 0.2)
        go = np.asarray([math.cos(a), math.sin(a), 0]) * spread * rng.uniform(0.55, 1)
        tip = fork + go + [0, 0, tall * rng.uniform(0.3, 0.66)]
        mid = (fork + tip) / 2 + rng.normal(0, 0.15, 3)
        limb = np.stack([fork, mid, tip])
        parts.append((*tube(limb, np.asarray([0.10, 0.06, 0.02]) * tall / 5, 7), 1))
        for _ in range(46):
            t = rng.uniform(0.35, 1.05)
            base = fork + (tip - fork) * t
            at.append(base + rng.normal(0, spread * 0.20, 3) * [1, 1, 0.8])
    knots = np.asarray(at)
    spots = (knots[:, None] + rng.normal(0, 0.16, (len(knots), 22, 3))).reshape(-1, 3)
    out = spots - fork - [0, 0, tall * 0.25]
    out /= np.linalg.norm(out, axis=1, keepdims=True) + 1e-9
    shape = leaves(spots, out, rng.uniform(0.07, 0.13, len(spots)) * tall / 4, rng)
    parts.append((*shape, 0))
    return soup("tree", parts, materials)


def crate(
    at: tuple[float, float, float],
    turn: float,
    bunches: list[Any],
    rng: np.random.Generator,
    wood: Any,
    size: tuple[float, float, float] = (0.50, 0.33, 0.22),
    heap: int = 16,
) -> None:
    """A slatted box of grapes, ``at`` the middle of its bottom; bunches are meshes to heap."""
    made = []
    w, d, h = size
    slat = 0.012
    for side in (-1, 1):
        for z in (0.035, h * 0.5, h - 0.035):
            made.append(((w, slat, 0.058), (0, side * d / 2, z)))
            made.append(((slat, d - slat, 0.058), (side * (w / 2 - slat), 0, z)))
        for other in (-1, 1):
            corner = (side * (w / 2 - 0.03), other * (d / 2 - 0.018), h / 2)
            made.append(((0.03, 0.022, h), corner))
    made.append(((w - 0.03, d - 0.01, 0.012), (0, 0, 0.012)))
    made.append(((w - 0.04, d - 0.03, h * 0.42), (0, 0, h * 0.24)))  # grapes below, in the dark
    c, s = math.cos(turn), math.sin(turn)
    dark = shade.earth((0.03, 0.012, 0.03), (0.012, 0.005, 0.012))
    for k, (box, (x, y, z)) in enumerate(made):
        place = (at[0] + c * x - s * y, at[1] + s * x + c * y, at[2] + z)
        out = shapes.block("slat", box, place, dark if k == len(made) - 1 else wood, 0.003)
        out.rotation_euler = (0, 0, turn)
    columns, back = 5, 0.073
    for k in range(heap):
        col, row, layer = k % columns, (k // columns) % 3, k // (columns * 3)
        x = (col + 0.5) / columns * (w - 0.17) - (w - 0.17) / 2 + rng.normal(0, 0.010)
        y = (row + 0.5) / 3 * (d - 0.22) - (d - 0.22) / 2 + rng.normal(0, 0.008)
        z = h * 0.80 + 0.055 * layer + 0.03 * math.cos(x / w * 3) * math.cos(y / d * 3)
        copy = shapes.put(bunches[k % len(bunches)], "bunch")
        way = float(rng.uniform(0, 6.3))
        copy.rotation_euler = (rng.normal(1.35, 0.2), 0, way)
        # it hangs from its stalk, here lying: half its length back, so that no slat is pierced
        x, y = x * (1 - 0.2 * layer), y * (1 - 0.2 * layer)
        px, py = at[0] + c * x - s * y, at[1] + s * x + c * y
        copy.location = (px + back * math.sin(way), py - back * math.cos(way), at[2] + z)
