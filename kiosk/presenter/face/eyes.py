"""The eyes as they are drawn live: lids from pictures, eyeballs turned under them."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from .asset import Eye
from .figure import Figure, layer
from .live import Warp
from .paint import bgr, over, ready, resized

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

REST, BLINK = 0, 1  # the pictures of the window, in their order
FROM = 0.72  # of a blink; up to there the open lids' picture is bent, which keeps its skin


class Eyes:
    """Draws the eyes' window.

    Args:
        figure: the presenter.
        scale: pixels drawn a pixel of the canvas.
    """

    def __init__(self, figure: Figure, scale: float) -> None:
        self._figure, self._scale = figure, scale
        self._warp = Warp(figure.eyes, scale)
        self.size = self._warp.size
        self._balls = ready(self._layer("eyes"), self.size)
        self._lashes = self._free_lashes()
        self._shade, self._gloss = self._plain("eyes-shade"), self._plain("eyes-gloss")
        self._blink_at = figure.eyes.channels.index("eyeBlink")
        x, y = np.meshgrid(np.arange(self.size[0]), np.arange(self.size[1]))
        self._x, self._y = x.astype(np.float32), y.astype(np.float32)

    def _layer(self, name: str) -> Bytes:
        return layer(self._figure.asset, name, "eyes", self._figure.eyes.window)

    def _plain(self, name: str) -> Bytes | None:
        if name not in self._figure.asset.layers:
            return None
        return resized(bgr(self._layer(name)), self.size)

    def _free_lashes(self) -> Bytes | None:
        """Lashes before the eyeball; those before skin are in the lids' picture already."""
        if "lashes" not in self._figure.asset.layers:
            return None
        lashes = self._layer("lashes").copy()
        lids = self._figure.eyes.layered[REST].mattes.max(0)
        lashes[..., 3] = (lashes[..., 3].astype(np.float32) * (255 - lids) / 255).astype(np.uint8)
        return ready(lashes, self.size)

    def draw(self, weights: Floats, gaze: tuple[float, float]) -> Bytes:
        """The window as BGR (h, w, 3).

        Args:
            weights: of the channels.
            gaze: degrees to the visitor's right and up, from the head's own front.
        """
        shut = self._shut(float(weights[self._blink_at]))
        shares = [(i, s) for i, s in ((REST, 1 - shut), (BLINK, shut)) if s > 0]
        above, below = self._warp.draw(weights, shares)
        out = over(below, self._turned(gaze))
        if self._lashes is not None and shut < 1:
            lashes = self._warp.bend(self._lashes, REST, 0, weights)
            out = over(np.asarray(cv2.convertScaleAbs(lashes, alpha=1 - shut), np.uint8), out)
        return over(above, out)

    @staticmethod
    def _shut(blink: float) -> float:
        """How much of the picture with shut eyes is seen: only near the end of a blink."""
        part = min(max((blink - FROM) / (1 - FROM), 0.0), 1.0)
        return part * part * (3 - 2 * part)

    def _turned(self, gaze: tuple[float, float]) -> Bytes:
        """Both eyeballs, shaded by the lids and with what they reflect."""
        mx, my = self._x.copy(), self._y.copy()
        for eye in self._figure.asset.eyes.values():
            self._turn(eye, gaze, mx, my)
        balls = cv2.remap(self._balls, mx, my, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        out = bgr(np.asarray(balls, np.uint8))
        if self._shade is not None:
            out = np.asarray(cv2.multiply(out, self._shade, scale=1 / 255), np.uint8)
        if self._gloss is not None:
            out = np.asarray(cv2.add(out, self._gloss), np.uint8)
        return out

    def _turn(self, eye: Eye, gaze: tuple[float, float], mx: Floats, my: Floats) -> None:
        """Where each pixel of an eyeball was before it turned."""
        asset, window = self._figure.asset, self._figure.eyes.window
        ahead = asset.camera.focal / -eye.centre[2]
        place = asset.camera.pixels(np.array([eye.centre], np.float32))[0]
        centre = (place - (window.left, window.top) + 0.5) * self._scale - 0.5
        radius = eye.radius * ahead * self._scale
        box = np.s_[
            max(0, int(centre[1] - radius)) : int(centre[1] + radius) + 2,
            max(0, int(centre[0] - radius)) : int(centre[0] + radius) + 2,
        ]
        right = (self._x[box] - centre[0]) / radius
        up = (centre[1] - self._y[box]) / radius
        flat = right * right + up * up
        front = np.sqrt(np.maximum(1 - flat, 0))
        across, rise = (math.radians(g) for g in gaze)
        # undo the turn about the upright axis, then the one about the level axis
        r1 = right * math.cos(across) - front * math.sin(across)
        f1 = right * math.sin(across) + front * math.cos(across)
        u1 = up * math.cos(rise) - f1 * math.sin(rise)
        inside = flat < 1
        mx[box] = np.where(inside, centre[0] + r1 * radius, mx[box])
        my[box] = np.where(inside, centre[1] - u1 * radius, my[box])
