"""Coarse stand-ins for hair and body: they give depth to what the still shows flat."""

from __future__ import annotations

from typing import Any

import numpy as np

from .body import Part
from .coiffure import Updo
from .skull import CENTRE, POLAR, Skull, unit

LIFT = 0.09  # of hair over the skin


def hair(skull: Skull, updo: Updo, style: dict[str, Any]) -> Part:
    """Lay a shell over the haired part of the head, and a ball where the knot is."""
    rows, columns = 25, 41
    theta = np.linspace(skull.theta[0], skull.theta[POLAR - 1], rows)
    phi = np.linspace(-np.pi, np.pi, columns)
    t, p = np.meshgrid(theta, phi, indexing="ij")
    rays = np.stack([np.sin(t) * np.sin(p), np.cos(t), np.sin(t) * np.cos(p)], -1).reshape(-1, 3)
    vertices = CENTRE + rays * (skull.radius(rays, True) + style.get("lift", LIFT))[:, None]
    inside = updo.height(vertices) > -0.05
    faces = []
    for i in range(rows - 1):
        for j in range(columns - 1):
            q = [
                i * columns + j,
                (i + 1) * columns + j,
                (i + 1) * columns + j + 1,
                i * columns + j + 1,
            ]
            if inside[q].all():
                faces.append(q)
    if "knot" in style:
        vertices, faces = _ball(vertices, faces, style["knot"])
    return _compact(vertices, faces)


def body(skin: Part, rest: np.ndarray) -> Part:
    """Offset the body below the neck by the jacket's ease."""
    normal = np.zeros_like(rest)
    for f in skin.faces:
        normal[f] += np.cross(rest[f[2]] - rest[f[0]], rest[f[-1]] - rest[f[1]])
    faces = [f for f in skin.faces if rest[f, 1].max() < 5.0]
    return _compact(rest + unit(normal) * 0.06, faces)


def _ball(
    vertices: np.ndarray, faces: list[list[int]], knot: dict[str, Any]
) -> tuple[np.ndarray, list[list[int]]]:
    rows, columns, start = 9, 16, len(vertices)
    t, p = np.meshgrid(
        np.linspace(0.01, np.pi - 0.01, rows), np.linspace(0, 2 * np.pi, columns), indexing="ij"
    )
    rays = np.stack([np.sin(t) * np.sin(p), np.cos(t), np.sin(t) * np.cos(p)], -1).reshape(-1, 3)
    added = np.array(knot["centre"]) + rays * (knot["major"] + knot["minor"])
    for i in range(rows - 1):
        for j in range(columns - 1):
            a = start + i * columns + j
            faces.append([a, a + columns, a + columns + 1, a + 1])
    return np.concatenate([vertices, added]), faces


def _compact(vertices: np.ndarray, faces: list[list[int]]) -> Part:
    used = sorted({v for f in faces for v in f})
    index = {v: i for i, v in enumerate(used)}
    return Part(vertices[used], [[index[v] for v in f] for f in faces], [])
