"""Prepare a window with an opening in it, the mouth or the eyes, for each of its pictures.

A picture is cut in two layers along the opening: what lies above it and what lies below. Each has
a matte, and a field for every shape: how many pixels of the canvas the shape moves what is seen
there. Beyond its edge a layer's fields go on smoothly, so that nothing tears while it moves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from . import fields, raster
from .asset import Asset, Window
from .mesh import Part

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]
Curve = NDArray[np.float32]

FINE = 2  # mattes are drawn this much larger and averaged, for smooth edges
OVERLAP = 8  # pixels the layers share beyond the opening's corners
CONTACT = 0.12  # of the share, from one fine pixel to the next: there two sides touch
NOTHING = 0.02  # pixels; a shape that moves a window less is left out


@dataclass(frozen=True)
class Cut:
    """One picture's layers: mattes (2, h, w) uint8 and fields (2, k, gh, gw, 2), above first."""

    mattes: NDArray[np.uint8]
    shifts: NDArray[np.float16]
    opening: Mask  # (h, w): where one sees into the mouth, or the eyeball


@dataclass(frozen=True)
class Opening:
    """How to find one kind of opening in the mesh.

    `share` (n,) tells the skin's two sides apart where they touch: above 0.5 it is the side that
    moves most (the lower lip with the jaw, the upper lid with a blink); `low` tells which that is.
    `corners` holds a pair of vertices for each opening. What shows through it is any of the parts
    `behind`, or else skin that lies `deep` metres behind the corners.
    """

    share: Floats
    low: bool
    corners: tuple[tuple[int, int], ...]
    behind: tuple[str, ...] = ()
    deep: float = 0.006


def moving(asset: Asset, window: Window) -> tuple[str, ...]:
    """Name the shapes that move the skin in a window, in the mesh's order."""
    skin = asset.parts["skin"]
    places = asset.camera.pixels(skin.posed(asset.rest))
    inside = (
        (places[:, 0] > window.left)
        & (places[:, 0] < window.left + window.width)
        & (places[:, 1] > window.top)
        & (places[:, 1] < window.top + window.height)
    )
    out = []
    for name, shape in skin.shapes.items():
        near = inside[shape.at]
        size = np.abs(shape.shift[near]).max(initial=0) * asset.camera.focal
        if size > NOTHING:
            out.append(name)
    return tuple(out)


def cut(
    asset: Asset,
    window: Window,
    weights: Mapping[str, float],
    shapes: tuple[str, ...],
    opening: Opening,
) -> Cut:
    """Cut the picture that shows the weights."""
    skin = asset.parts["skin"]
    posed = skin.posed(dict(weights))
    places = asset.camera.pixels(posed) - np.array([window.left, window.top], np.float32)
    share, seen, other = _look(asset, window, posed, places, opening)
    size = (window.height * FINE, window.width * FINE)
    edge = _edge(share, seen, places, opening, size)
    y = np.arange(size[0], dtype=np.float32)[:, None]
    below = y > edge[None, :]
    between = np.zeros(size[1], np.bool_)
    beyond = np.ones(size[1], np.bool_)
    for pair in opening.corners:
        a, b = sorted(float(places[v, 0]) * FINE for v in pair)
        between[max(0, round(a)) : max(0, round(b))] = True
    beyond &= ~between
    mattes = _mattes(seen, below, beyond, edge, y)
    coarse = _halves(window, seen, below, beyond)
    shifts = _shifts(asset, skin, posed, places, shapes, window, coarse, other)
    small = cv2.resize(
        seen.astype(np.uint8), (window.width, window.height), interpolation=cv2.INTER_AREA
    )
    return Cut(mattes, shifts, small > 0)


def _look(
    asset: Asset, window: Window, posed: Floats, places: Floats, opening: Opening
) -> tuple[Floats, Mask, raster.Cover]:
    """See each fine pixel's share, whether one sees into the opening there, and the hair."""
    skin = asset.parts["skin"]
    size = (window.width * FINE, window.height * FINE)
    fine = places * FINE + np.float32((FINE - 1) / 2)
    found = raster.cover(fine, -posed[:, 2], skin.triangles, *size)
    mask, carried = raster.carry(found, fine, skin.triangles, opening.share[:, None])
    share = np.full(mask.shape, np.nan, np.float32)
    share[mask] = carried[:, 0]
    inside = np.zeros(mask.shape, np.bool_)
    depth = -posed[:, 2]
    for name in opening.behind:
        inside |= behind(asset, window, name, FINE).depth < found.depth
    if not opening.behind:
        for pair in opening.corners:
            (left, y0), (right, y1) = sorted(tuple(fine[v].tolist()) for v in pair)
            reach = max(30.0, (right - left) * 1.6)
            middle = (y0 + y1) / 2
            box = (
                slice(max(0, int(middle - reach)), int(middle + reach)),
                slice(max(0, int(left)), int(right) + 1),
            )
            far = found.depth[box] > max(depth[pair[0]], depth[pair[1]]) + opening.deep
            inside[box] |= _enclosed(far)
    kernel = np.ones((3, 3), np.uint8)
    seen = cv2.morphologyEx(inside.astype(np.uint8), cv2.MORPH_OPEN, kernel) > 0
    return share, seen, behind(asset, window, "hair", 1)


def _enclosed(mask: Mask) -> Mask:
    """Keep the patches that do not reach the lower edge: under the chin it is deep, too."""
    count, names = cv2.connectedComponents(mask.astype(np.uint8), connectivity=4)
    keep = np.ones(count, np.bool_)
    keep[0] = False
    keep[np.unique(names[-1])] = False
    return np.asarray(keep[names], np.bool_)


def behind(asset: Asset, window: Window, name: str, scale: int) -> raster.Cover:
    """Rasterise another part, unmoved, over a window drawn `scale` times as large."""
    part = asset.parts[name]
    places = asset.camera.pixels(part.vertices) - np.array([window.left, window.top], np.float32)
    places = places * scale + np.float32((scale - 1) / 2)
    size = (window.width * scale, window.height * scale)
    return raster.cover(places, -part.vertices[:, 2], part.triangles, *size)


def _edge(
    share: Floats, seen: Mask, places: Floats, opening: Opening, size: tuple[int, int]
) -> Curve:
    """Give the row (w,) that parts above from below: the contact line, or inside the opening."""
    height, width = size
    known_x: list[float] = []
    known_y: list[float] = []
    rows = np.arange(height)
    for pair in opening.corners:
        first, last = sorted((places[v] * FINE + 0.5 for v in pair), key=lambda p: float(p[0]))
        known_x.append(float(first[0]))
        known_y.append(float(first[1]))
        middle, reach = float(first[1] + last[1]) / 2, float(last[0] - first[0]) * 0.6 + 12
        top, bottom = max(0, int(middle - reach)), min(height, int(middle + 1.6 * reach))
        for x in range(max(0, int(first[0]) + 2), min(width, int(last[0]) - 1)):
            column = seen[top:bottom, x]
            if column.any():
                known_x.append(x)
                known_y.append(float(rows[top:bottom][column].mean()))
                continue
            side = share[top:bottom, x] > 0.5
            if not side.any() or side.all():
                continue
            at = int(np.argmax(side)) if opening.low else len(side) - int(np.argmax(side[::-1]))
            ends = share[top + max(0, at - 1) : top + at + 1, x]
            if np.ptp(ends) < CONTACT:  # one skin that gives, near the corners: no line here
                continue
            known_x.append(x)
            known_y.append(top + at - 0.5)
        known_x.append(float(last[0]))
        known_y.append(float(last[1]))
    return np.interp(np.arange(width), known_x, known_y).astype(np.float32)


def _mattes(seen: Mask, below: Mask, beyond: Mask, edge: Curve, y: Floats) -> NDArray[np.uint8]:
    """Draw both mattes; beyond the corners the layers share a strip, above fading over below."""
    upper = (~seen & ~below).astype(np.float32)
    fade = np.clip((edge[None, :] - y) / (OVERLAP * FINE) + 0.5, 0, 1)
    upper = np.where(beyond[None, :], fade, upper)
    lower = (~seen & below).astype(np.float32)
    strip = y > edge[None, :] - OVERLAP * FINE
    lower = np.where(beyond[None, :], strip, lower)
    # where the sides touch, the lower one goes on a little under the upper one
    touching = cv2.dilate(lower, np.ones((4 * FINE + 1, 1), np.uint8))
    near = cv2.dilate(seen.astype(np.uint8), np.ones((9, 3), np.uint8)) > 0
    lower = np.maximum(lower, touching * ~near)
    height, width = seen.shape
    small = (width // FINE, height // FINE)
    both = [cv2.resize(m.astype(np.float32), small, interpolation=cv2.INTER_AREA)
            for m in (upper, lower)]  # fmt: skip
    soft = [cv2.GaussianBlur(m, (0, 0), 0.5) for m in both]
    return np.rint(np.stack(soft) * 255).astype(np.uint8)


def _halves(window: Window, seen: Mask, below: Mask, beyond: Mask) -> list[Mask]:
    """Say which pixels each layer's fields may be read from."""
    step = np.s_[FINE // 2 :: FINE, FINE // 2 :: FINE]
    clear = ~cv2.dilate(seen.astype(np.uint8), np.ones((3, 3))).astype(np.bool_)[step]
    free = np.broadcast_to(beyond[None, :], seen.shape)[step]
    return [clear & (~below[step] | free), clear & (below[step] | free)]


def _shifts(
    asset: Asset,
    skin: Part,
    posed: Floats,
    places: Floats,
    shapes: tuple[str, ...],
    window: Window,
    halves: list[Mask],
    hair: raster.Cover,
) -> NDArray[np.float16]:
    found = raster.cover(places, -posed[:, 2], skin.triangles, window.width, window.height)
    basis = np.zeros((len(posed), len(shapes), 2), np.float32)
    ahead = asset.camera.focal / -posed[:, 2]
    slope = posed[:, :2] / -posed[:, 2:]
    for k, name in enumerate(shapes):
        shape = skin.shapes[name]
        move, at = shape.shift, shape.at
        across = (move[:, :2] + slope[at] * move[:, 2:]) * ahead[at, None]
        basis[at, k] = across * np.array([1, -1], np.float32)
    flat = basis.reshape(len(posed), -1)
    mask, values = raster.carry(found, places, skin.triangles, flat)
    covered = (hair.triangle >= 0) & ~(hair.depth > found.depth)
    out = []
    for half in halves:
        cells, shift = fields.average(mask, values, half & ~covered)
        firm, _ = fields.average(covered, np.zeros((int(covered.sum()), 1), np.float32), covered)
        firm &= ~cells
        shift[firm] = 0
        shift = fields.soften(fields.fill(cells | firm, shift), 1)
        out.append(np.moveaxis(shift.reshape(*cells.shape, len(shapes), 2), 2, 0))
    return np.stack(out).astype(np.float16)
