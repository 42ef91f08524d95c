"""The mouth as it is drawn live: lips from pictures, and what shows between them."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from .figure import Figure, layer
from .live import Warp
from .paint import bgr, dimmed, over, ready

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

DARK = (16, 10, 26)  # BGR, the back of the mouth
SHADE = 11.0  # pixels of the canvas over which lips shade the teeth
FULL = 225  # of 255: an opening's share from which on teeth are in full light
SEEN = 6  # of 255: what shows less between the lips does not count


class Mouth:
    """Draws the mouth's window.

    Args:
        figure: the presenter.
        scale: pixels drawn a pixel of the canvas.
    """

    def __init__(self, figure: Figure, scale: float) -> None:
        self._figure, self._scale = figure, scale
        self._warp = Warp(figure.mouth, scale)
        self.size = self._warp.size
        self._upper, self._lower = (
            ready(layer(figure.asset, name, "mouth", figure.mouth.window), self.size)
            for name in ("teeth-upper", "teeth-lower")
        )
        self._jaw_at = figure.mouth.channels.index("jawOpen")

    def draw(self, weights: Floats) -> Bytes:
        """The window as BGR (h, w, 3) under the channels' weights."""
        above, below = self._warp.draw(weights, self._warp.shares(weights))
        ground = bgr(below)
        bare = 255 - np.maximum(above[..., 3], below[..., 3])
        left, top, width, height = cv2.boundingRect((bare > SEEN).view(np.uint8))
        if width and height:
            part = np.s_[top : top + height, left : left + width]
            inside = self._inside(weights, bare, part)
            ground[part] = over(np.ascontiguousarray(below[part]), inside)
        return over(above, ground)

    def _inside(self, weights: Floats, bare: Bytes, part: tuple[slice, slice]) -> Bytes:
        """What shows between the lips, BGR, of a part of the window."""
        jaw = float(weights[self._jaw_at]) - self._figure.jaw_shown
        x, y = (jaw * one * self._scale for one in self._figure.jaw)
        rows, columns = part
        size = (columns.stop - columns.start, rows.stop - rows.start)
        place = np.array([[1, 0, x - columns.start], [0, 1, y - rows.start]], np.float32)
        lower = np.asarray(
            cv2.warpAffine(self._lower, place, size, flags=cv2.INTER_LINEAR), np.uint8
        )
        dark = np.full((size[1], size[0], 3), DARK, np.uint8)
        teeth = over(np.ascontiguousarray(self._upper[part]), over(lower, dark))
        # Light comes in through the opening: near the lips and in a narrow mouth it is dim.
        reach = max(1, round(SHADE * self._scale))
        light = cv2.blur(cv2.blur(bare, (reach, reach)), (reach, reach))[part]
        dim = cv2.convertScaleAbs(light, alpha=255 / FULL)
        return dimmed(teeth, np.asarray(dim, np.uint8))
