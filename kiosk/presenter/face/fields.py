"""Displacement fields on a coarse grid: filling their gaps, and turning them round."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

CELL = 4  # pixels of the canvas to a cell; its value stands for the cell's middle
MIDDLE = (CELL - 1) / 2
ROUNDS = 9
DAMPING = 0.6  # of the fixed-point rounds: they then settle for slopes from -1 up to 2.3


def average(mask: Mask, values: Floats, chosen: Mask, cell: int = CELL) -> tuple[Mask, Floats]:
    """Average the pixels of each cell.

    Args:
        mask: (h, w), the pixels that have values.
        values: (pixels in mask, k).
        chosen: (h, w), the pixels to use.
        cell: its side in pixels.

    Returns:
        which cells have any (gh, gw), and their values (gh, gw, k).
    """
    height, width = mask.shape
    rows, columns = -(-height // cell), -(-width // cell)
    y, x = np.nonzero(mask)
    use = chosen[mask]
    place = (y[use] // cell) * columns + x[use] // cell
    count = np.bincount(place, minlength=rows * columns).astype(np.float32)
    sums = [np.bincount(place, values[use, k], rows * columns) for k in range(values.shape[1])]
    out = np.stack(sums, 1) / np.maximum(count, 1)[:, None]
    known = (count > 0).reshape(rows, columns)
    return known, out.astype(np.float32).reshape(rows, columns, -1)


def fill(mask: Mask, values: Floats) -> Floats:
    """Let known cells (gh, gw, k) flow smoothly into unknown ones: coarse first, then finer."""
    if mask.all() or not mask.any():
        return np.where(mask[..., None], values, np.float32(0))
    height, width = mask.shape
    weight = mask.astype(np.float32)
    low_mask, low = _halve(weight, values)
    up = _double(fill(low_mask, low), height, width)
    out = np.where(mask[..., None], values, up)
    for _ in range(4):
        soft = _soften(out)
        out = np.where(mask[..., None], values, soft)
    return out


def _halve(weight: Floats, values: Floats) -> tuple[Mask, Floats]:
    height, width = weight.shape
    pad = ((0, height % 2), (0, width % 2))
    weight = np.pad(weight, pad)
    values = np.pad(values, (*pad, (0, 0)))
    heavy = values * weight[..., None]
    w = weight[::2, ::2] + weight[1::2, ::2] + weight[::2, 1::2] + weight[1::2, 1::2]
    v = heavy[::2, ::2] + heavy[1::2, ::2] + heavy[::2, 1::2] + heavy[1::2, 1::2]
    return w > 0, v / np.maximum(w, 1)[..., None]


def _double(values: Floats, height: int, width: int) -> Floats:
    return np.repeat(np.repeat(values, 2, 0), 2, 1)[:height, :width]


def _soften(values: Floats) -> Floats:
    wide = np.pad(values, ((1, 1), (1, 1), (0, 0)), mode="edge")
    cross = wide[:-2, 1:-1] + wide[2:, 1:-1] + wide[1:-1, :-2] + wide[1:-1, 2:]
    return np.asarray((cross + 2 * values) / 6, np.float32)


def soften(values: Floats, rounds: int) -> Floats:
    """Blur a grid (gh, gw, k); each round is a standard deviation of 0.82 cells."""
    for _ in range(rounds):
        values = _soften(values)
    return values


def nodes(rows: int, columns: int) -> Floats:
    """Cell numbers (gh, gw, 2) as x, y."""
    x, y = np.meshgrid(np.arange(columns), np.arange(rows))
    return np.stack([x, y], -1).astype(np.float32)


def invert(forward: Floats, grid: Floats, rounds: int = ROUNDS) -> Floats:
    """Find where each node comes from: x with x + forward(x) = node.

    Args:
        forward: (gh, gw, 2) shift in cells of what lies at each node.
        grid: `nodes` of the same size.
        rounds: of the damped fixed-point search.

    Returns:
        (gh, gw, 2) places in cells.
    """
    back = grid - forward
    for _ in range(rounds):
        there = cv2.remap(
            forward, back[..., 0], back[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        back = back + np.float32(DAMPING) * (grid - back - there)
    return back
