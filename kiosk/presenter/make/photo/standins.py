"""Coarse meshes for hair and body: they give depth to what the photograph shows flat."""

from __future__ import annotations

import numpy as np

from kiosk.presenter.face import fields, raster
from kiosk.presenter.face.asset import Asset, Camera
from kiosk.presenter.face.mesh import Part

from .pixels import Floats, Mask

STEP = 16  # pixels between vertices


def depths(generic: Asset) -> Floats:
    """Distances (h, w) in metres over the generic canvas, going on smoothly past her outline."""
    width, height = generic.width, generic.height
    best = np.full((height, width), np.inf, np.float32)
    for name in ("skin", "hair", "body"):
        part = generic.parts[name]
        places = generic.camera.pixels(part.vertices)
        found = raster.cover(places, -part.vertices[:, 2], part.triangles, width, height)
        best = np.minimum(best, found.depth)
    known = np.isfinite(best)
    mask, cells = fields.average(known, best[known][:, None], known)
    grid = fields.fill(mask, cells)[..., 0]
    return np.repeat(np.repeat(grid, fields.CELL, 0), fields.CELL, 1)[:height, :width]


def standins(
    opacity: Floats, skin: Mask, chin: float, camera: Camera, depth: Floats, generic: Camera
) -> dict[str, Part]:
    """Lay grids over what the person shows beside the skin's mesh.

    Args:
        opacity: (h, w) of the person on the canvas.
        skin: (h, w) where the skin's mesh is.
        chin: the row that parts hair from body.
        camera: of the canvas.
        depth: of `depths`, on the generic canvas.
        generic: its camera.

    Returns:
        `hair` and `body`.
    """
    beside = (opacity > 0.5) & ~skin
    rows = np.arange(opacity.shape[0])[:, None]
    out = {}
    for name, where in (("hair", beside & (rows < chin)), ("body", beside & (rows >= chin))):
        out[name] = _grid(name, where, camera, depth, generic)
    return out


def _grid(name: str, where: Mask, camera: Camera, depth: Floats, generic: Camera) -> Part:
    height, width = where.shape
    cells = where[: height // STEP * STEP, : width // STEP * STEP]
    cells = cells.reshape(height // STEP, STEP, width // STEP, STEP).mean((1, 3)) > 0.3
    if not cells.any():
        cells[0, 0] = True  # nothing there; the format wants the part all the same
    rows, columns = np.nonzero(cells)
    across = cells.shape[1] + 1
    first = rows * across + columns
    quads = np.stack([first, first + across, first + across + 1, first + 1], 1)
    used, index = np.unique(quads, return_inverse=True)
    quads = index.reshape(quads.shape)
    x = (used % across * STEP).astype(np.float64)
    y = (used // across * STEP).astype(np.float64)
    zoom = camera.focal / generic.focal
    gx = (x - camera.centre[0]) / zoom + generic.centre[0]
    gy = (y - camera.centre[1]) / zoom + generic.centre[1]
    row = np.clip(gy.astype(int), 0, depth.shape[0] - 1)
    column = np.clip(gx.astype(int), 0, depth.shape[1] - 1)
    z = depth[row, column]
    vertices = np.stack([(x - camera.centre[0]) * z / camera.focal,
                         (camera.centre[1] - y) * z / camera.focal, -z], 1)  # fmt: skip
    triangles = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    return Part(name, vertices.astype(np.float32), triangles.astype(np.int32), {})
