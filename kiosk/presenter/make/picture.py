"""Take pictures of an avatar: a small renderer in numpy, for stills made once.

Light is a studio's: a warm key from the upper left with its shadow, a soft fill, light from the
room, a cool rim. All sums are of linear light; colours come and go as sRGB.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face import raster
from kiosk.presenter.face.asset import Camera, Eye, Picture, Window
from kiosk.presenter.face.mesh import Shape

from .gltf import Material, facing, floats
from .light import Light

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Mask = NDArray[np.bool_]

FINE = 2
PEELS = 5  # layers of hair or veil seen through one another
FEW = 2e-5  # of the picture's pixels; fewer are not worth another look through the hair
CLEAR = 0.03  # what is less opaque is left out


@dataclass(frozen=True, eq=False)
class Piece:
    """A surface in camera space with ARKit shapes; fields as in `gltf.Surface`."""

    name: str
    role: str
    vertices: Floats
    normals: Floats
    uv: Floats
    tint: Floats
    triangles: Ints
    material: Material
    shapes: dict[str, Shape]

    def posed(self, weights: Mapping[str, float]) -> Floats:
        """Give the vertices (n, 3) under the weights."""
        out = self.vertices.copy()
        for name, weight in weights.items():
            shape = self.shapes.get(name)
            if shape is not None and weight:
                out[shape.at] += np.float32(weight) * shape.shift
        return out


@dataclass(frozen=True, eq=False)
class Soup:
    """Pieces as one: `owner` (m,) numbers the piece of each triangle."""

    vertices: Floats
    normals: Floats
    uv: Floats
    tint: Floats
    triangles: Ints
    owner: Ints


class Studio:
    """A camera, its canvas and its lamps."""

    def __init__(
        self,
        camera: Camera,
        width: int,
        height: int,
        eyes: Sequence[Eye] = (),
        fine: int = FINE,
    ) -> None:
        """Set up for a canvas in pixels.

        Args:
            camera: it takes all pictures.
            width, height: of the canvas.
            eyes: the eyeballs, for the lamp's image on them.
            fine: pixels are drawn this much finer each way and averaged.
        """
        self.camera, self.width, self.height = camera, width, height
        self.eyes, self.fine = eyes, fine
        self.textures: dict[tuple[int, int], Floats] = {}

    def shoot(
        self,
        pieces: Sequence[Piece],
        weights: Mapping[str, float],
        window: Window | None = None,
        *,
        bare: bool = False,
        others: Sequence[Piece] = (),
    ) -> Picture:
        """Take a picture of the pieces under the weights.

        Args:
            pieces: what is in front of the camera.
            weights: of the face shapes.
            window: the part of the canvas to take; all of it when none.
            bare: leave out the shadows that one thing throws on another, and what eyes mirror.
            others: things that throw shadows without being seen.

        Returns:
            straight BGRA (h, w, 4), 8 bits, sRGB.
        """
        window = window or Window(0, 0, self.width, self.height)
        size = (window.width * self.fine, window.height * self.fine)
        if not pieces:
            return np.zeros((window.height, window.width, 4), np.uint8)
        soup = mixed(pieces, weights)
        places = self.camera.pixels(soup.vertices) - np.array([window.left, window.top], np.float32)
        places = places * self.fine + np.float32((self.fine - 1) / 2)
        clear = np.array([p.material.alpha != "OPAQUE" for p in pieces])
        solid_soup = mixed([p for p in (*others, *pieces) if p.material.alpha == "OPAQUE"], weights)
        light = Light(solid_soup.vertices, solid_soup.triangles, bare)
        colour = np.zeros((size[1], size[0], 3), np.float32)
        through = np.ones((size[1], size[0]), np.float32)
        solid = self._cover(soup, ~clear[soup.owner], places, size, None)
        if clear.any():
            beyond = np.zeros((size[1], size[0]), np.float32)
            for _ in range(PEELS):
                found = self._cover(soup, clear[soup.owner], places, size, beyond)
                mask = (found.triangle >= 0) & (found.depth < solid.depth) & (through > CLEAR)
                if mask.sum() < FEW * mask.size:
                    break
                beyond = np.where(mask, found.depth + np.float32(2e-5), np.inf).astype(np.float32)
                found.triangle[~mask] = -1
                self._add(pieces, soup, found, places, light, colour, through)
        solid.triangle[through <= CLEAR] = -1
        self._add(pieces, soup, solid, places, light, colour, through)
        return finish(colour, 1 - through, (window.width, window.height))

    def _cover(
        self, soup: Soup, use: Mask, places: Floats, size: tuple[int, int], beyond: Floats | None
    ) -> raster.Cover:
        chosen = np.nonzero(use)[0].astype(np.int32)
        depth = -soup.vertices[:, 2]
        found = raster.cover(places, depth, soup.triangles[chosen], *size, beyond)
        if not len(chosen):
            return found
        named = np.where(found.triangle >= 0, chosen[found.triangle], -1).astype(np.int32)
        return raster.Cover(named, found.depth)

    def _add(
        self,
        pieces: Sequence[Piece],
        soup: Soup,
        found: raster.Cover,
        places: Floats,
        light: Light,
        colour: Floats,
        through: Floats,
    ) -> None:
        """Put what was found behind what is there already."""
        values = np.concatenate([soup.normals, soup.uv, soup.tint, soup.vertices], 1)
        mask, carried = raster.carry(found, places, soup.triangles, values)
        if not mask.any():
            return
        owner = soup.owner[found.triangle[mask]]
        base = carried[:, 5:9].copy()
        glow = np.zeros((len(base), 3), np.float32)
        flat = np.zeros(len(base), np.float32)
        rough = np.full(len(base), 0.8, np.float32)
        ball = np.zeros((len(base), 3), np.float32)
        points = carried[:, 9:]
        for number in np.unique(owner):
            here = owner == number
            material = pieces[number].material
            base[here] *= np.array(material.colour, np.float32)
            if material.texture is not None:
                base[here] *= self._sample(material, soup, number, places, carried[here, 3:5])
            if material.alpha == "MASK":
                sharp = (base[here, 3] - material.cutoff) / 0.25 + 0.5
                base[here, 3] = np.clip(sharp, 0, 1)
            elif material.alpha == "OPAQUE":
                base[here, 3] = 1
            if pieces[number].role == "eye":
                ball[here] = self._ball(points[here])
            glow[here], flat[here], rough[here] = material.glow, material.flat, material.rough
        lit = light.shade(base[:, :3], carried[:, :3], points, found, mask, flat, rough, ball)
        share = through[mask] * base[:, 3]
        colour[mask] += (lit + glow) * share[:, None]
        through[mask] -= share

    def _ball(self, points: Floats) -> Floats:
        """Directions (k, 3) from the nearest eyeball's centre."""
        out = np.zeros_like(points)
        nearest = np.full(len(points), np.inf, np.float32)
        for eye in self.eyes:
            away = points - floats(eye.centre)
            length = np.linalg.norm(away, axis=1)
            here = length < nearest
            nearest[here] = length[here]
            out[here] = away[here] / np.maximum(length[here], 1e-6)[:, None]
        return out

    def _sample(
        self, material: Material, soup: Soup, number: int, places: Floats, uv: Floats
    ) -> Floats:
        """Look a texture up, made small enough for the picture: linear RGBA (k, 4)."""
        texture = material.texture
        assert texture is not None
        own = soup.triangles[soup.owner == number]
        wide = np.array([texture.shape[1], texture.shape[0]])
        texels = float(np.median(_area(soup.uv[own] * wide)))
        pixels = float(np.median(_area(places[own])))
        level = int(np.clip(0.5 * np.log2(max(texels, 1e-9) / max(pixels, 1e-9)) + 0.2, 0, 5))
        where = (id(texture), level)
        if where not in self.textures:
            self.textures[where] = _linear(texture, level)
        ready = self.textures[where]
        height, width = ready.shape[0] - 2, ready.shape[1] - 2
        x = (uv[:, 0] - np.floor(uv[:, 0])) * width + 0.5
        y = (uv[:, 1] - np.floor(uv[:, 1])) * height + 0.5
        out = np.empty((len(uv), 4), np.float32)
        for start in range(0, len(uv), 30_000):  # cv2 remaps at most 32767 in a row
            part = np.s_[start : start + 30_000]
            one, two = x[part].astype(np.float32)[None], y[part].astype(np.float32)[None]
            out[part] = cv2.remap(ready, one, two, cv2.INTER_LINEAR)[0]
        return out


def mixed(pieces: Sequence[Piece], weights: Mapping[str, float]) -> Soup:
    """Pose the pieces and join them."""
    if not pieces:
        none = np.zeros((0, 3), np.float32)
        return Soup(none, none, none[:, :2], np.zeros((0, 4), np.float32),
                    none.astype(np.int32), np.zeros(0, np.int32))  # fmt: skip
    vertices, normals, triangles, owner = [], [], [], []
    start = 0
    for number, piece in enumerate(pieces):
        posed = piece.posed(weights)
        turned = piece.normals
        if any(weights.get(name) for name in piece.shapes):
            # what the shapes turn the surface by, added to the normals the file gives
            change = facing(posed, piece.triangles) - facing(piece.vertices, piece.triangles)
            turned = turned + change
        vertices.append(posed)
        normals.append(turned)
        triangles.append(piece.triangles + start)
        owner.append(np.full(len(piece.triangles), number, np.int32))
        start += len(posed)
    return Soup(
        np.concatenate(vertices),
        np.concatenate(normals).astype(np.float32),
        np.concatenate([p.uv for p in pieces]),
        np.concatenate([p.tint for p in pieces]),
        np.concatenate(triangles),
        np.concatenate(owner),
    )


def finish(colour: Floats, alpha: Floats, size: tuple[int, int]) -> Picture:
    """Average fine pixels (h, w) of light times alpha; give straight 8-bit BGRA, sRGB."""
    small = cv2.resize(colour, size, interpolation=cv2.INTER_AREA)
    cover = cv2.resize(alpha, size, interpolation=cv2.INTER_AREA)
    straight = small / np.maximum(cover, 1e-4)[..., None]
    spread = bled(floats(straight), floats(cover))
    out = np.concatenate([encoded(tone(spread))[..., ::-1], cover[..., None]], 2)
    return np.asarray(np.rint(np.clip(out, 0, 1) * 255), np.uint8)


def bled(colour: Floats, alpha: Floats) -> Floats:
    """Let colour (h, w, 3) flow under what is clear, so that edges filter without a fringe."""
    out, done = colour * (alpha > 0.3)[..., None], alpha > 0.3
    for sigma in (1.0, 3.0, 9.0, 27.0):
        weight = cv2.GaussianBlur(alpha, (0, 0), sigma)
        soft = cv2.GaussianBlur(colour * alpha[..., None], (0, 0), sigma)
        fill = ~done & (weight > 0.02)
        out = np.where(fill[..., None], soft / np.maximum(weight, 1e-4)[..., None], out)
        done |= fill
    mean = (colour * alpha[..., None]).sum((0, 1)) / max(float(alpha.sum()), 1e-4)
    return np.where(done[..., None], out, mean).astype(np.float32)


def tone(light: Floats) -> Floats:
    """Bend bright light so that it never clips: straight up to 0.6, then towards 1."""
    over = np.maximum(light - 0.6, 0)
    return np.asarray(np.minimum(light, 0.6) + 0.4 * (1 - np.exp(-over / 0.4)), np.float32)


def encoded(light: Floats) -> Floats:
    """Linear light to sRGB (IEC 61966-2-1)."""
    low = np.clip(light, 0, 1)
    out = np.where(low <= 0.0031308, low * 12.92, 1.055 * low ** (1 / 2.4) - 0.055)
    return out.astype(np.float32)


def decoded(srgb: Floats) -> Floats:
    """Make sRGB 0-1 linear."""
    out = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    return out.astype(np.float32)


def _linear(texture: Picture, level: int) -> Floats:
    """Linear RGBA of a texture, halved `level` times, with a rim that goes on at the other side."""
    full = floats(texture[..., [2, 1, 0, 3]]) / np.float32(255)
    full[..., :3] = decoded(full[..., :3])
    if level:
        size = (max(1, texture.shape[1] >> level), max(1, texture.shape[0] >> level))
        full = floats(cv2.resize(full, size, interpolation=cv2.INTER_AREA))
    return np.ascontiguousarray(np.pad(full, ((1, 1), (1, 1), (0, 0)), mode="wrap"))


def _area(corner: NDArray[Any]) -> Floats:
    a, b = corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]
    return floats(np.abs(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]) / 2)
