"""How deep each place of the figure lies, and how far it goes with the head.

What gives a turn of the head its parallax: the nose is nearer than the ears and moves further.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from . import fields, mesh, raster
from .asset import Asset

Floats = NDArray[np.float32]

CELL = 8  # pixels of the canvas to a cell
THROAT = 0.62  # metres behind or in front of the neck's pivot count as so many above it
BASE = -0.005  # metres above the pivot (so measured) where the neck begins to go with the head
FULL = 0.075  # and where everything does


@dataclass(frozen=True)
class Body:
    """The figure on a grid of cells (gh, gw): places and shares.

    `points` (gh, gw, 3) metres in camera space; `head` 0 to 1, how far a place goes with the
    head; `chest` 0 to 1, how far it rises with a breath.
    """

    points: Floats
    head: Floats
    chest: Floats


def body(asset: Asset) -> Body:
    """Look at skin, hair and clothes from the camera."""
    columns, rows = -(-asset.width // CELL), -(-asset.height // CELL)
    parts = [asset.parts[name] for name in ("skin", "hair", "body")]
    posed = [part.posed(asset.rest) for part in parts]
    start = np.cumsum([0, *(len(p) for p in posed)])
    points = np.concatenate(posed)
    triangles = np.concatenate([p.triangles + s for p, s in zip(parts, start, strict=False)])
    places = (asset.camera.pixels(points) - np.float32((CELL - 1) / 2)) / np.float32(CELL)
    found = raster.cover(places, -points[:, 2], triangles, columns, rows)
    mask, values = raster.carry(found, places, triangles, points)
    seen = np.zeros((rows, columns, 3), np.float32)
    seen[mask] = values
    seen = fields.soften(fields.fill(mask, seen), 2)
    # Depth flows on beyond the outline; across and up, every cell is where it is on the canvas.
    cells = fields.nodes(rows, columns) * CELL + (CELL - 1) / 2
    deep = -seen[..., 2]
    across = (cells[..., 0] + 0.5 - asset.camera.centre[0]) * deep / asset.camera.focal
    up = (asset.camera.centre[1] - cells[..., 1] - 0.5) * deep / asset.camera.focal
    solid = np.stack([across, up, -deep], -1).astype(np.float32)
    head = _shares(asset, parts, posed, found, triangles)
    shoulder = asset.neck[1] - 0.09
    foot = float(solid[-1, :, 1].mean())
    chest = _rise(solid[..., 1], foot, shoulder)
    return Body(solid, head, chest.astype(np.float32))


def _shares(
    asset: Asset,
    parts: list[mesh.Part],
    posed: list[Floats],
    found: raster.Cover,
    triangles: NDArray[np.int32],
) -> Floats:
    """Hair goes with the head, clothes never do, skin passes over along the neck."""
    skin = _rise(_height(posed[0], asset.neck), BASE, FULL)
    hair, clothes = (
        np.full(len(part), share, np.float32) for part, share in zip(posed[1:], (1, 0), strict=True)
    )
    each = np.concatenate([skin, hair, clothes])
    mask = found.triangle >= 0
    values = each[triangles[found.triangle[mask]]].mean(1)
    out = np.zeros((*mask.shape, 1), np.float32)
    out[mask, 0] = values
    return fields.soften(fields.fill(mask, out), 2)[..., 0]


def _height(points: Floats, neck: tuple[float, float, float]) -> Floats:
    """Metres above the neck's pivot along an axis that leans forward: the chin belongs to it."""
    return points[..., 1] - neck[1] + np.float32(THROAT) * (points[..., 2] - neck[2])


def _rise(values: Floats, low: float, high: float) -> Floats:
    part = np.clip((values - low) / (high - low), 0, 1)
    return np.asarray(part * part * (3 - 2 * part), np.float32)
