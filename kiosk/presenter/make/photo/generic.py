"""The head that is fitted to a photograph: the hostess's mesh, and where the face points lie on it.

Which spot of her mesh belongs to which of the 468 points is found by running the same network on
her own still. It takes a fifth of a second, and no table can go stale when she is made anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kiosk import resources
from kiosk.errors import PresenterError
from kiosk.presenter.face import asset as assets
from kiosk.presenter.face import openings, raster

from . import eyes, landmarks
from . import points as at
from .nets import Nets
from .pixels import Floats

Ints = NDArray[np.int32]

GROUND = 150  # grey laid behind the still for the network
NEAR = 40  # pixels; a point off the mesh's outline is taken to the nearest spot within
HIDDEN = 0.0015  # metres behind what is seen
JUMP = 0.2  # of the jaw's share from one pixel to the next: there the lips touch


@dataclass(frozen=True)
class Head:
    """The generic head: her asset, and the 468 points on it.

    `corners` (468, 3) vertex numbers of the skin and `shares` (468, 3) their weights; `seen`
    (468, 3) the points as the network saw them on her still, in pixels of her canvas; `bag` (n,)
    the skin's vertices inside the mouth; `whites` (3,) the colour of the whites of her eyes, BGR.
    """

    asset: assets.Asset
    corners: Ints
    shares: Floats
    seen: Floats
    bag: NDArray[np.bool_]
    whites: Floats

    def spots(self, vertices: Floats) -> Floats:
        """The points (468, 3) on the skin when it has these vertices (n, 3)."""
        found = np.einsum("pc,pcx->px", self.shares, vertices[self.corners])
        return np.asarray(found, np.float32)


def read_head(nets: Nets, description: Path | None = None) -> Head:
    """Read the generic head; `description` is her TOML file, by default the hostess's.

    Raises:
        PresenterError: she cannot be read, or no face is found on her.
    """
    path = description or resources.presenters() / "hostess" / "hostess.toml"
    asset = assets.read(path)
    alpha = asset.still[..., 3:].astype(np.float32) / 255
    flat = asset.still[..., :3] * alpha + GROUND * (1 - alpha)
    picture = np.rint(flat).astype(np.uint8)
    found = landmarks.find(nets, picture)
    if not found:
        raise PresenterError("no face is found on it", where=str(path), advice=assets.ADVICE)
    seen = landmarks.look(nets, picture, found[0]).points
    skin = asset.parts["skin"]
    posed = skin.posed(asset.rest)
    places = asset.camera.pixels(posed)
    cover = raster.cover(places, -posed[:, 2], skin.triangles, asset.width, asset.height)
    target = seen[:, :2].copy()
    _lay_lips(asset, places, cover, target)
    corners, shares = _spots(target, places, cover, skin.triangles)
    bag = _bag(asset, places, -posed[:, 2], cover, target)
    return Head(asset, corners, shares, seen, bag, _whites(asset, cover, seen))


def _bag(
    asset: assets.Asset, places: Floats, depth: Floats, cover: raster.Cover, target: Floats
) -> NDArray[np.bool_]:
    """The vertices inside the mouth: what closed lips hide, as far as the mesh hangs together."""
    column, row = (np.rint(places[:, i]).astype(int) for i in (0, 1))
    inside = (column >= 0) & (column < asset.width) & (row >= 0) & (row < asset.height)
    front = np.full(len(places), np.inf, np.float32)
    front[inside] = cover.depth[row[inside], column[inside]]
    hidden = inside & (depth > front + HIDDEN)
    lips = target[list(at.UPPER_INNER), :2]
    (left, top), (right, bottom) = lips.min(0), lips.max(0)
    seeds = hidden & (column > left) & (column < right)
    seeds &= (row > top - 4) & (row < bottom + 4)
    triangles = asset.parts["skin"].triangles
    edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    edges = edges[hidden[edges].all(1)]
    while True:
        near = seeds.copy()
        near[edges[seeds[edges[:, 0]], 1]] = True
        near[edges[seeds[edges[:, 1]], 0]] = True
        if near.sum() == seeds.sum():
            return np.asarray(seeds, np.bool_)
        seeds = near


def _whites(asset: assets.Asset, cover: raster.Cover, seen: Floats) -> Floats:
    opening = np.zeros(cover.depth.shape, np.bool_)
    for side in at.EYES:
        part = asset.parts[f"eye-{side}"]
        places = asset.camera.pixels(part.vertices)
        ball = raster.cover(
            places, -part.vertices[:, 2], part.triangles, asset.width, asset.height
        )
        opening |= ball.depth < cover.depth
    picture = np.ascontiguousarray(asset.still[..., :3])
    return eyes.whites(picture, opening, [eyes.find_iris(picture, seen, s) for s in at.EYES])


def _lay_lips(asset: assets.Asset, places: Floats, cover: raster.Cover, target: Floats) -> None:
    """Put the points of the lips' inner edges onto the line where her lips touch."""
    window = asset.windows["mouth"]
    skin = asset.parts["skin"]
    share = openings.mouth(asset, window).share
    mask, carried = raster.carry(cover, places, skin.triangles, share[:, None])
    seen = np.zeros(mask.shape, np.float32)
    seen[mask] = carried[:, 0]
    for number in {*at.UPPER_INNER[1:-1], *at.LOWER_INNER[1:-1]}:
        x, y = target[number]
        column, reach = round(float(x)), round(0.05 * asset.height / 2)
        top = round(float(y)) - reach
        jump = np.nonzero(np.diff(seen[top : top + 2 * reach, column]) > JUMP)[0]
        if len(jump):
            inner = number in at.LOWER_INNER
            target[number, 1] = top + int(jump[0]) + (1.0 if inner else 0.0)


def _spots(
    target: Floats, places: Floats, cover: raster.Cover, triangles: Ints
) -> tuple[Ints, Floats]:
    """The triangle seen at each target (p, 2), or at the nearest covered pixel, and shares."""
    corners = np.zeros((len(target), 3), np.int32)
    shares = np.zeros((len(target), 3), np.float32)
    for i, place in enumerate(target):
        left, top = (max(0, int(v) - NEAR) for v in place)
        box = cover.triangle[top : top + 2 * NEAR, left : left + 2 * NEAR] >= 0
        covered = np.argwhere(box)[:, ::-1] + np.array([left, top])
        if not len(covered):
            raise PresenterError("a face point lies off the mesh", advice=assets.ADVICE)
        x, y = covered[int(np.argmin(((covered - place) ** 2).sum(1)))]
        corners[i] = triangles[cover.triangle[y, x]]
        a, b, c = places[corners[i]].astype(np.float64)
        basis = np.stack([b - a, c - a], 1)
        spot = np.clip(place, [x - 0.5, y - 0.5], [x + 0.5, y + 0.5])
        second, third = np.linalg.lstsq(basis, spot - a, rcond=None)[0]
        share = np.clip([1 - second - third, second, third], 0, 1)
        shares[i] = share / share.sum()
    return corners, shares
