"""Draw windows of the face from their pictures: the nearest, warped to the weights asked for."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from . import fields, paint
from .figure import Layered, View

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

NEAREST = 2  # pictures in use at a time
SHARP = 2.0  # how quickly a nearer picture wins
LEAST = 0.02  # a picture that counts for less is not drawn
ROUNDS = 3  # of the search for where each place comes from: shifts are a few cells at most


class _Source:
    """One picture at drawing size: both layers, premultiplied BGRA."""

    def __init__(self, one: Layered, size: tuple[int, int], forward: Floats) -> None:
        self.weights = one.weights
        self.shifts = forward
        picture = paint.resized(one.picture, size)
        self.layers = [
            paint.premultiplied(picture, paint.resized(matte, size)) for matte in one.mattes
        ]


class Warp:
    """A window's pictures, ready to be bent to any weights.

    Args:
        view: the window.
        scale: pixels drawn a pixel of the canvas.
    """

    def __init__(self, view: View, scale: float) -> None:
        window = view.window
        self.size = (round(window.width * scale), round(window.height * scale))
        rows, columns = view.layered[0].shifts.shape[2:4]
        self._nodes = fields.nodes(rows, columns)
        self._sources = [
            _Source(one, self.size, one.shifts.astype(np.float32) / np.float32(fields.CELL))
            for one in view.layered
        ]
        self._spread = np.stack([one.weights for one in self._sources])
        self._unit = np.maximum(np.ptp(self._spread, axis=0), 0.15)

    def shares(self, weights: Floats) -> list[tuple[int, float]]:
        """Which pictures to use and how much of each; changes smoothly with the weights."""
        away = (self._spread - weights) / self._unit
        near = 1.0 / (np.sqrt((away * away).sum(1)) + 0.02) ** SHARP
        order = np.argsort(-near)
        floor = near[order[NEAREST]] if len(order) > NEAREST else 0.0
        total = float((near[order[:NEAREST]] - floor).sum())
        chosen = [(int(i), float(near[i] - floor) / total) for i in order[:NEAREST]]
        return [(i, share) for i, share in chosen if share > LEAST]

    def draw(self, weights: Floats, shares: list[tuple[int, float]]) -> tuple[Bytes, Bytes]:
        """Both layers, above and below, as premultiplied BGRA (h, w, 4)."""
        above, below = (
            self._mixed([self.bend(self._sources[i].layers[layer], i, layer, weights)
                         for i, _ in shares], [share for _, share in shares])
            for layer in range(2)
        )  # fmt: skip
        return above, below

    @staticmethod
    def _mixed(pictures: list[Bytes], shares: list[float]) -> Bytes:
        drawn, done = pictures[0], shares[0]
        for picture, share in zip(pictures[1:], shares[1:], strict=True):
            done += share
            part = share / done
            drawn = np.asarray(cv2.addWeighted(picture, part, drawn, 1.0 - part, 0.0), np.uint8)
        return drawn

    def bend(self, picture: Bytes, index: int, layer: int, weights: Floats) -> Bytes:
        """Bend any picture of the window as what one of its own pictures shows is bent."""
        source = self._sources[index]
        change = weights - source.weights
        if not change.any():
            return picture
        forward = np.tensordot(change, source.shifts[layer], (0, 0)).astype(np.float32)
        return paint.bent(picture, forward, self._nodes, ROUNDS)
