"""Solids: turned, boarded, laid. Metres, z up."""

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np
from mathutils import Vector


def mesh(
    name: str,
    points: np.ndarray,
    faces: list[tuple[int, ...]],
    material: Any,
    places: np.ndarray | None = None,
    smooth: bool = True,
) -> Any:
    """An object from points (n, 3), faces and, at will, one uv per point (n, 2)."""
    data = bpy.data.meshes.new(name)
    data.from_pydata([tuple(map(float, p)) for p in points], [], faces)
    if places is not None:
        layer = data.uv_layers.new(name="uv")
        order = np.empty(len(data.loops), np.int32)
        data.loops.foreach_get("vertex_index", order)
        layer.data.foreach_set("uv", places[order].astype(np.float32).ravel())
    data.polygons.foreach_set("use_smooth", [smooth] * len(data.polygons))
    data.materials.append(material)
    data.update()
    return put(data, name)


def put(data: Any, name: str = "copy", at: tuple[float, float, float] = (0, 0, 0)) -> Any:
    """Another object of the same mesh."""
    out = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(out)
    out.location = at
    return out


def curve(knots: list[tuple[float, float]], steps: int = 8) -> np.ndarray:
    """A centripetal-like Catmull-Rom line through knots (n, 2)."""
    k = np.asarray(knots, float)
    p = np.vstack([2 * k[0] - k[1], k, 2 * k[-1] - k[-2]])
    out = []
    for i in range(1, len(p) - 2):
        a, b, c, d = p[i - 1 : i + 3]
        reach = np.linalg.norm(c - b)
        m0 = (c - a) / (np.linalg.norm(c - a) + 1e-9) * reach
        m1 = (d - b) / (np.linalg.norm(d - b) + 1e-9) * reach
        for t in np.linspace(0, 1, steps, endpoint=False):
            h = t * t * (3 - 2 * t)
            out.append(b + (c - b) * h + m0 * (t * (1 - t) ** 2) - m1 * (t * t * (1 - t)))
    return np.vstack([*out, p[-2]])


def turned(name: str, profile: np.ndarray, material: Any, n: int = 96) -> Any:
    """A solid of revolution about z from (radius, height) rows; uv is angle and length."""
    prof = np.asarray(profile, float)
    rows = len(prof)
    angle = np.linspace(0, 2 * math.pi, n + 1)
    x = prof[:, :1] * np.cos(angle)
    y = prof[:, :1] * np.sin(angle)
    z = np.broadcast_to(prof[:, 1:], x.shape)
    points = np.stack([x, y, z], -1).reshape(-1, 3)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(prof, axis=0), axis=1))])
    u, v = np.meshgrid(np.linspace(0, 1, n + 1), length / max(length[-1], 1e-9))
    w = n + 1
    faces: list[tuple[int, ...]] = []
    for i in range(rows - 1):
        for j in range(n):
            a, b = i * w + j, i * w + j + 1
            if prof[i, 0] < 1e-7:
                faces.append((a, b + w, a + w))
            elif prof[i + 1, 0] < 1e-7:
                faces.append((a, b, a + w))
            else:
                faces.append((a, b, b + w, a + w))
    out = mesh(name, points, faces, material, np.stack([u, v], -1).reshape(-1, 2))
    weld(out)
    return out


def weld(thing: Any, distance: float = 1e-6) -> None:
    """Join points that coincide, so that seams close and normals agree."""
    import bmesh  # noqa: PLC0415

    work = bmesh.new()
    work.from_mesh(thing.data)
    bmesh.ops.remove_doubles(work, verts=work.verts, dist=distance)
    bmesh.ops.recalc_face_normals(work, faces=work.faces)
    work.to_mesh(thing.data)
    work.free()


def block(
    name: str,
    size: tuple[float, float, float],
    at: tuple[float, float, float],
    material: Any,
    bevel: float = 0.003,
) -> Any:
    """A box with broken edges, ``at`` its middle."""
    half = np.asarray(size) / 2
    corners = np.asarray([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]) * half
    faces = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    out = mesh(name, corners, faces, material, smooth=True)
    out.location = at
    edge = out.modifiers.new("edge", "BEVEL")
    edge.width, edge.segments, edge.limit_method = bevel, 3, "ANGLE"
    out.data.use_auto_smooth = True
    out.data.auto_smooth_angle = math.radians(35)
    return out


def patch(
    name: str, radius: float, low: float, high: float, arc: float, face: float, material: Any
) -> Any:
    """A paper on a cylinder about z: from ``low`` to ``high``, ``arc`` wide, facing ``face``."""
    n, m = 48, 2
    a = face + (np.linspace(-0.5, 0.5, n + 1)) * arc
    z = np.linspace(low, high, m)
    points = np.stack(
        [
            np.tile(radius * np.cos(a), m),
            np.tile(radius * np.sin(a), m),
            np.repeat(z, n + 1),
        ],
        -1,
    )
    places = np.stack([np.tile(np.linspace(0, 1, n + 1), m), np.repeat([0.0, 1.0], n + 1)], -1)
    w = n + 1
    faces = [(j, j + 1, j + 1 + w, j + w) for j in range(n)]
    return mesh(name, points, faces, material, places)


def plane(
    name: str,
    corner: tuple[float, float, float],
    along: tuple[float, float, float],
    up: tuple[float, float, float],
    material: Any,
    metres: Any = False,
) -> Any:
    """A flat sheet from a corner and two sides; uv 0 to 1, or in metres."""
    c, a, u = Vector(corner), Vector(along), Vector(up)
    points = np.asarray([c, c + a, c + a + u, c + u])
    size = np.asarray((a.length, u.length) if metres else (1.0, 1.0))
    places = np.asarray([(0, 0), (1, 0), (1, 1), (0, 1.0)]) * size
    return mesh(name, points, [(0, 1, 2, 3)], material, places)


def scatter(rng: np.random.Generator, low: float, high: float) -> float:
    """One number between two."""
    return float(rng.uniform(low, high))
