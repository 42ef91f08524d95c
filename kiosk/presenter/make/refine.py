"""Split a coarse mesh finer: the show looks for the lips' and lids' ends among its vertices."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face.asset import Camera
from kiosk.presenter.face.mesh import Part, Shape

Floats = NDArray[np.float32]

SIDE = 5.0  # pixels of the canvas; a triangle's side in the middle of the face, at most
MOST = 50_000  # vertices


def refined(part: Part, camera: Camera, at: tuple[float, float, float], reach: float) -> Part:
    """Split all triangles in four, as often as it takes near a place and vertices allow.

    Args:
        part: the skin.
        camera: that sees it.
        at: the middle of the mouth, camera space.
        reach: metres round it where triangles have to be small.
    """
    while len(part.vertices) < MOST / 4:
        corner = part.vertices[part.triangles]
        near = np.linalg.norm(corner.mean(1) - np.array(at), axis=1) < reach
        if not near.any():
            return part
        places = camera.pixels(part.vertices)[part.triangles[near]]
        sides = np.linalg.norm(places - np.roll(places, 1, axis=1), axis=2)
        if float(np.median(sides.max(1))) <= SIDE:
            return part
        part = _split(part)
    return part


def _split(part: Part) -> Part:
    """Put a vertex in the middle of every side."""
    t = part.triangles
    sides = np.sort(np.stack([t[:, [0, 1]], t[:, [1, 2]], t[:, [2, 0]]], 1).reshape(-1, 2), 1)
    pairs, which = np.unique(sides, axis=0, return_inverse=True)
    middle = (which.reshape(-1, 3) + len(part.vertices)).astype(np.int32)
    a, b, c = middle[:, 0], middle[:, 1], middle[:, 2]
    triangles = np.concatenate(
        [
            np.stack([t[:, 0], a, c], 1), np.stack([a, t[:, 1], b], 1),
            np.stack([c, b, t[:, 2]], 1), np.stack([a, b, c], 1),
        ]
    )  # fmt: skip
    vertices = np.concatenate([part.vertices, part.vertices[pairs].mean(1)])
    shapes = _carried(part.shapes, pairs, len(part.vertices))
    return Part(part.name, vertices.astype(np.float32), triangles.astype(np.int32), shapes)


def _carried(
    shapes: Mapping[str, Shape], pairs: NDArray[np.int32], count: int
) -> dict[str, Shape]:
    out = {}
    for name, shape in shapes.items():
        dense = np.zeros((count, 3), np.float32)
        dense[shape.at] = shape.shift
        between = dense[pairs].mean(1)
        at = np.nonzero(between.any(1))[0]
        out[name] = Shape(
            np.concatenate([shape.at, at + count]).astype(np.int32),
            np.concatenate([shape.shift, between[at]]).astype(np.float32),
        )
    return out
