"""Find the lips of a face in camera space, as the show will: where the jaw parts the skin."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face import raster
from kiosk.presenter.face.asset import Camera
from kiosk.presenter.face.openings import JUMP

from .gltf import Surface, floats

Floats = NDArray[np.float32]
BESIDE, ABOVE, BELOW = 130, 250, 60  # pixels round the middle of the lower face that are looked at


def shares(surfaces: Sequence[Surface], raw: str) -> list[Floats]:
    """How much of the mouth's way down each vertex goes, 0 to 1, for each surface."""
    down = []
    for surface in surfaces:
        own = np.zeros(len(surface.vertices), np.float32)
        if raw in surface.shapes:
            own[surface.shapes[raw].at] = -surface.shapes[raw].shift[:, 1]
        down.append(own)
    most = max(1e-9, *(float(own.max(initial=0)) for own in down))
    return [np.clip(own / most, 0, 1).astype(np.float32) for own in down]


def line(
    surfaces: Sequence[Surface], raw: str, camera: Camera, chin: float
) -> tuple[tuple[float, float, float], float] | None:
    """Find the lips' middle (x, y, z) and half their width, metres; none when they never part.

    Args:
        surfaces: of the skin.
        raw: the file's name of the shape that opens the mouth.
        camera: that sees the face.
        chin: its height, metres.
    """
    vertices = np.concatenate([s.vertices for s in surfaces])
    starts = np.cumsum([0, *(len(s.vertices) for s in surfaces)])
    triangles = np.concatenate([s.triangles + n for s, n in zip(surfaces, starts, strict=False)])
    share = np.concatenate(shares(surfaces, raw))
    lowest = camera.pixels(floats([[0, chin, float(vertices[:, 2].max())]]))[0]
    corner = np.array([camera.centre[0] - BESIDE, float(lowest[1]) - ABOVE], np.float32)
    width, height = 2 * BESIDE, ABOVE + BELOW
    places = camera.pixels(vertices) - corner
    found = raster.cover(places, -vertices[:, 2], triangles.astype(np.int32), width, height)
    mask, carried = raster.carry(found, places, triangles, share[:, None])
    seen = np.zeros(mask.shape, np.float32)
    seen[mask] = carried[:, 0]
    jump = np.diff(seen, axis=0) > JUMP
    columns = np.nonzero(jump.any(0))[0]
    if len(columns) < 8:
        return None
    rows = jump[:, columns].argmax(0)
    middle = len(columns) // 2
    near = slice(max(0, middle - 3), middle + 4)
    row, column = float(np.median(rows[near])), float(columns[0] + columns[-1]) / 2
    depths = found.depth[rows[near], columns[near]]
    depth = float(np.min(depths[np.isfinite(depths)], initial=1e3))
    x = (corner[0] + column + 0.5 - camera.centre[0]) * depth / camera.focal
    y = (camera.centre[1] - corner[1] - row - 1.0) * depth / camera.focal
    half = float(columns[-1] - columns[0]) / 2 * depth / camera.focal
    return (float(x), float(y), -depth), half
