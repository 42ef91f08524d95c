"""Connected pieces of a surface, and which of them are eyeballs by their form."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .gltf import Surface

Ints = NDArray[np.int32]
Mask = NDArray[np.bool_]

ROUND = 1.7  # an eyeball's longest side over its shortest, at most
EVEN = 0.25  # how much two eyeballs' sizes and heights may differ, of their size


def islands(triangles: Ints, vertices: NDArray[np.float32]) -> Ints:
    """Number the connected piece of each triangle (m,); vertices at one place are one."""
    scale = max(float(np.ptp(vertices, axis=0).max()), 1e-9)
    whole = np.rint(vertices / scale * 1e5).astype(np.int64)
    _, same = np.unique(whole, axis=0, return_inverse=True)
    edges = same.reshape(-1)[triangles]
    name = np.arange(int(edges.max()) + 1)
    while True:  # each round halves the distance to a piece's least name
        least = name[edges].min(1)
        before = name.copy()
        np.minimum.at(name, edges.ravel(), np.repeat(least, 3))
        name = np.minimum(name, name[name])
        if np.array_equal(before, name):
            break
    _, out = np.unique(name[edges[:, 0]], return_inverse=True)
    return out.reshape(-1).astype(np.int32)


def eyeballs(surface: Surface, blink: list[str]) -> Mask:
    """Mark the triangles (m,) of a pair of round, even pieces behind what blinks, if any."""
    none = np.zeros(len(surface.triangles), np.bool_)
    lids = [surface.vertices[surface.shapes[k].at] for k in blink if k in surface.shapes]
    if not lids:
        return none
    near = np.concatenate(lids)
    low, high = near.min(0), near.max(0)
    margin = high[1] - low[1]  # some blinks move the upper lids alone, over the eyes' middle
    low, high = low - margin, high + margin
    names = islands(surface.triangles, surface.vertices)
    found = []
    for number in range(int(names.max()) + 1):
        used = np.unique(surface.triangles[names == number])
        if len(used) < 12 or len(used) > 0.4 * len(surface.vertices):
            continue
        own = surface.vertices[used]
        size = np.ptp(own, axis=0)
        middle = (own.min(0) + own.max(0)) / 2
        inside = (middle[:2] > low[:2]).all() and (middle[:2] < high[:2]).all()
        if size.min() > 0 and size.max() < ROUND * size.min() and inside:
            found.append((number, middle, float(size.max())))
    for one, here, size in found:
        for two, there, other in found:
            level = abs(here[1] - there[1]) < EVEN * size and abs(size - other) < EVEN * size
            if one < two and level and abs(here[0] - there[0]) > size:
                return np.asarray((names == one) | (names == two))
    return none
