"""Rasterise triangles with a depth buffer, in numpy: done once per presenter, not per frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

CHUNK = 250_000  # candidate pixels tested at a time: fits the cache, 1.8 times as fast as 4 million


@dataclass(frozen=True)
class Cover:
    """What is seen at each pixel: `triangle` (h, w), -1 for none; `depth` (h, w), metres, > 0."""

    triangle: Ints
    depth: Floats


def cover(
    points: Floats,
    depth: Floats,
    triangles: Ints,
    width: int,
    height: int,
    beyond: Floats | None = None,
) -> Cover:
    """Find the nearest triangle at every pixel's centre.

    Args:
        points: (n, 2) places in pixels; a pixel's centre is at whole numbers.
        depth: (n,) distances from the camera, metres.
        triangles: (m, 3) vertex numbers.
        width, height: of the picture.
        beyond: (height, width) distances; what is nearer is looked through. None hides nothing.
    """
    corner = points[triangles]
    low = np.ceil(corner.min(1)).astype(np.int32)
    high = np.floor(corner.max(1)).astype(np.int32)
    low, high = np.maximum(low, 0), np.minimum(high, [width - 1, height - 1])
    span = high - low + 1
    seen = np.nonzero((span > 0).all(1))[0]
    best = np.full(width * height, np.inf, np.float32)
    owner = np.full(width * height, -1, np.int32)
    side = 2 ** np.ceil(np.log2(np.maximum(span[seen].max(1), 1))).astype(np.int32)
    for size in np.unique(side):
        group = seen[side == size]
        step = max(1, CHUNK // int(size) ** 2)
        for start in range(0, len(group), step):
            _draw(group[start : start + step], int(size), corner, depth, triangles, low, high,
                  width, best, owner, None if beyond is None else beyond.ravel())  # fmt: skip
    found = best.reshape(height, width)
    return Cover(owner.reshape(height, width), found)


def _draw(
    group: NDArray[np.intp],
    size: int,
    corner: Floats,
    depth: Floats,
    triangles: Ints,
    low: Ints,
    high: Ints,
    width: int,
    best: Floats,
    owner: Ints,
    beyond: Floats | None,
) -> None:
    offset = np.arange(size, dtype=np.int32)
    x = low[group, 0, None, None] + offset[None, None, :]
    y = low[group, 1, None, None] + offset[None, :, None]
    share = _shares(corner[group], x, y)
    inside = (share[0] >= 0) & (share[1] >= 0) & (share[2] >= 0)
    inside &= (x <= high[group, 0, None, None]) & (y <= high[group, 1, None, None])
    z = sum(s * depth[triangles[group, i]][:, None, None] for i, s in enumerate(share))
    which = np.nonzero(inside)
    place = (y * width + x)[which]
    near = z[which].astype(np.float32)
    if beyond is not None:
        past = near > beyond[place]
        which, place, near = tuple(w[past] for w in which), place[past], near[past]
    # the nearest of those that fall on the same pixel: sort far to near, so the last one stays
    order = np.argsort(-near, kind="stable")
    place, near = place[order], near[order]
    names = group[which[0][order]].astype(np.int32)
    win = near < best[place]
    place, near, names = place[win], near[win], names[win]
    best[place] = near
    owner[place] = names


def _shares(corner: Floats, x: Ints, y: Ints) -> list[NDArray[np.float64]]:
    """Barycentric shares of pixels (k, s, s) in triangles (k, 3, 2)."""
    a, b, c = (corner[:, i, :, None, None].astype(np.float64) for i in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    area = np.where(np.abs(area) < 1e-12, np.nan, area)
    first = ((b[:, 0] - x) * (c[:, 1] - y) - (b[:, 1] - y) * (c[:, 0] - x)) / area
    second = ((c[:, 0] - x) * (a[:, 1] - y) - (c[:, 1] - y) * (a[:, 0] - x)) / area
    return [first, second, 1 - first - second]


def carry(
    found: Cover, points: Floats, triangles: Ints, values: Floats
) -> tuple[NDArray[np.bool_], Floats]:
    """Carry values of vertices (n, k) to the pixels: (mask (h, w), values (pixels in mask, k))."""
    mask = found.triangle >= 0
    y, x = np.nonzero(mask)
    chosen = triangles[found.triangle[mask]]
    share = _shares(points[chosen], x[:, None, None].astype(np.int32),
                    y[:, None, None].astype(np.int32))  # fmt: skip
    out = sum(s[:, 0, 0, None].astype(np.float32) * values[chosen[:, i]]
              for i, s in enumerate(share))  # fmt: skip
    return mask, np.asarray(out, np.float32)
