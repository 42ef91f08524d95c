"""The lamps of the studio, and how skin, cloth and hair answer to them."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face import raster

from .gltf import floats

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Mask = NDArray[np.bool_]

# Directions to the lamps in camera space (x right, y up, z to the viewer), linear colours.
KEY, KEY_COLOUR = (-0.52, 0.55, 0.66), (1.62, 1.50, 1.36)
FILL, FILL_COLOUR = (0.75, 0.10, 0.65), (0.34, 0.36, 0.40)
RIM, RIM_COLOUR = (0.62, 0.42, -0.66), (0.75, 0.90, 1.15)
SKY, FLOOR = (0.48, 0.48, 0.50), (0.27, 0.23, 0.21)  # the room from above and from below
EXPOSURE = 0.62
WRAP = 0.25  # of the key round the edge of shadow: skin is not plaster
WARMTH = (0.10, 0.02, 0.0)  # of that edge: light that went through skin
WINDOW, CATCH = (-0.40, 0.34, 0.85), 1.1  # what eyes mirror: low enough to clear the lids
SHADOW = 640  # pixels of the shadow map each way
BIAS = 0.004  # metres
REACH = 0.55  # metres of the figure that throw shadows, from the top down
COARSE = 4  # pixels; hollows are soft
DEEP = ((3.0, 0.006), (10.0, 0.016), (30.0, 0.04))  # hollows: blur in pixels, metres that darken


class Light:
    """The lamps over one pose."""

    def __init__(self, vertices: Floats, triangles: Ints, bare: bool) -> None:
        self.key = _unit(KEY)
        self.bare = bare or not len(triangles)
        if self.bare:
            return
        side = np.cross([0, 1, 0], self.key)
        side /= np.linalg.norm(side)
        self.frame = np.stack([side, np.cross(self.key, side)]).astype(np.float32)
        used = np.unique(triangles)
        top = float(vertices[used, 1].max())
        near = used[vertices[used, 1] > top - REACH]
        flat = vertices @ self.frame.T
        self.low = flat[near].min(0)
        self.scale = np.float32((SHADOW - 1) / max(float(np.ptp(flat[near], axis=0).max()), 1e-6))
        depth = -(vertices @ self.key).astype(np.float32)
        kept = triangles[(vertices[triangles, 1] > top - REACH).any(1)]
        places = (flat - self.low) * self.scale
        self.map = raster.cover(places.astype(np.float32), depth, kept, SHADOW, SHADOW).depth

    def shadow(self, points: Floats) -> Floats:
        """How much of the key reaches points (k, 3): 0 to 1, soft at the edges."""
        out = np.ones(len(points), np.float32)
        if self.bare:
            return out
        places = ((points @ self.frame.T - self.low) * self.scale).astype(np.float32)
        depth = -(points @ self.key) - np.float32(BIAS)
        total = np.zeros(len(points), np.float32)
        offsets = [(x, y) for x in (-4, -2, 0, 2, 4) for y in (-4, -2, 0, 2, 4)]
        for dx, dy in offsets:
            x = np.rint(places[:, 0] + dx).astype(np.int32)
            y = np.rint(places[:, 1] + dy).astype(np.int32)
            inside = (x >= 0) & (y >= 0) & (x < SHADOW) & (y < SHADOW)
            near = np.full(len(points), np.inf, np.float32)
            near[inside] = self.map[y[inside], x[inside]]
            total += depth < near
        return total / np.float32(len(offsets))

    def hollows(self, found: raster.Cover, mask: Mask) -> Floats:
        """How open each pixel lies, 1 for open: from how deep it lies among its neighbours."""
        out = np.ones(int(mask.sum()), np.float32)
        if self.bare:
            return out
        y, x = np.nonzero(mask)
        depth = found.depth[::COARSE, ::COARSE]
        seen = np.isfinite(depth) & (found.triangle[::COARSE, ::COARSE] >= 0)
        weight = seen.astype(np.float32)
        depth = np.where(seen, depth, 0).astype(np.float32)
        here = found.depth[mask]
        for sigma, metres in DEEP:
            near = cv2.GaussianBlur(weight, (0, 0), sigma / COARSE)
            mean = cv2.GaussianBlur(depth, (0, 0), sigma / COARSE) / np.maximum(near, 1e-3)
            level = cv2.resize(mean, found.depth.shape[::-1], interpolation=cv2.INTER_LINEAR)
            known = near[y // COARSE, x // COARSE] > 0.02
            below = np.clip((here - level[y, x]) / metres, 0, 1) * known
            out *= 1 - np.float32(0.38) * below
        return out

    def shade(
        self,
        base: Floats,
        normals: Floats,
        points: Floats,
        found: raster.Cover,
        mask: Mask,
        flat: Floats,
        rough: Floats,
        ball: Floats,
    ) -> Floats:
        """Light that surfaces give off (k, 3), linear.

        Args:
            base: (k, 3) linear colours.
            normals, points: (k, 3) in camera space.
            found, mask: where the pixels are.
            flat: (k,) 1 for what is drawn to be shown without light.
            rough: (k,) glTF's roughness.
            ball: (k, 3) unit directions from an eyeball's centre, which mirror a window on its
                clear front, however the file shapes the iris behind; 0 where there is no eye.
        """
        away = -points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-6)
        normal = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6)
        facing = (normal * away).sum(1)
        normal = np.where(facing[:, None] < -0.1, -normal, normal)  # both sides are shown
        facing = np.abs(facing)
        reach = self.shadow(points)
        open_ = self.hollows(found, mask)
        toward = normal @ self.key
        lit = np.clip((toward + WRAP) / (1 + WRAP), 0, 1) * reach
        edge = np.exp(-(((toward - 0.05) / 0.22) ** 2)) * (0.3 + 0.7 * reach)
        light = lit[:, None] * floats(KEY_COLOUR)
        light = light + edge[:, None] * floats(WARMTH)
        fill = np.clip((normal @ _unit(FILL) + 0.35) / 1.35, 0, 1)
        room = (normal[:, 1:2] + 1) / 2
        soft = fill[:, None] * floats(FILL_COLOUR)
        soft = soft + room * floats(SKY) + (1 - room) * floats(FLOOR)
        # what is left of light in a hollow has been on skin: it is warm
        light = light + soft * open_[:, None] ** floats([0.75, 1.0, 1.1])
        # flat figures keep their own shading: half of the light's form, all of its colour
        even = floats([1.36, 1.34, 1.32])
        light = light + flat[:, None] * 0.6 * (even * (0.75 + 0.25 * open_[:, None]) - light)
        glance = (1 - np.clip(facing, 0, 1)) ** 3
        rim = np.clip(normal @ _unit(RIM) + 0.25, 0, 1) * glance * open_
        half = self.key + away
        half = half / np.maximum(np.linalg.norm(half, axis=1, keepdims=True), 1e-6)
        sharp = 2 / np.clip(rough, 0.25, 1) ** 3 + 6
        mirror = np.clip((normal * half).sum(1), 0, 1)
        gloss = mirror**sharp * lit
        gloss *= 0.05 * (1.15 - rough) * (1 - 0.8 * flat) * (sharp + 8) / 16
        out = base * light + rim[:, None] * floats(RIM_COLOUR) * (0.06 + 0.6 * base)
        if not self.bare:
            image = _unit(WINDOW) + away
            image = image / np.maximum(np.linalg.norm(image, axis=1, keepdims=True), 1e-6)
            gloss = gloss + CATCH * np.clip(((ball * image).sum(1) - 0.984) / 0.008, 0, 1)
        return np.asarray((out + gloss[:, None]) * np.float32(EXPOSURE), np.float32)


def _unit(direction: tuple[float, float, float]) -> Floats:
    out = np.array(direction, np.float32)
    return np.asarray(out / np.linalg.norm(out), np.float32)
