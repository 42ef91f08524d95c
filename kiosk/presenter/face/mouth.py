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
WARMTH = (1.07, 1.12, 1.15)  # BGR
OPEN = 128  # of 255: what is barer belongs to the opening
LEAST = 12  # pixels of an opening
EDGE = 3  # pixels of its soft edge


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
            _whitened(ready(layer(figure.asset, name, "mouth", figure.mouth.window), self.size))
            for name in ("teeth-upper", "teeth-lower")
        )
        self._jaw_at = figure.mouth.channels.index("jawOpen")

    def draw(self, weights: Floats) -> Bytes:
        """The window as BGR (h, w, 3) under the channels' weights."""
        above, below = self._warp.draw(weights, self._warp.shares(weights))
        bare = np.asarray(
            cv2.multiply(255 - above[..., 3], 255 - below[..., 3], scale=1 / 255), np.uint8
        )
        out = _closed(over(above, bgr(below)), bare)
        part = _opening(bare)
        if part is not None:
            lower = over(np.ascontiguousarray(below[part]), self._inside(weights, bare, part))
            out[part] = over(np.ascontiguousarray(above[part]), lower)
        return out

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


def _whitened(teeth: Bytes) -> Bytes:
    """Premultiplied teeth, warmer and lighter than the shade of a mouth renders them."""
    warm = teeth[..., :3] * np.array(WARMTH, np.float32)
    return np.dstack([np.minimum(warm, teeth[..., 3:]).astype(np.uint8), teeth[..., 3]])


def _closed(lips: Bytes, bare: Bytes) -> Bytes:
    """Lips and cheeks without what shows between them: soft edges filled with their own colour.

    Above and below are bent apart a little beyond the mouth's corners; what is bare there is
    skin, not mouth.
    """
    covered = np.maximum(255 - bare, 1)
    return np.asarray(cv2.divide(lips, cv2.merge([covered] * 3), scale=255), np.uint8)


def _opening(bare: Bytes) -> tuple[slice, slice] | None:
    """The rectangle of the mouth's opening: the largest bare patch, with its soft edge."""
    seen = np.asarray(bare > OPEN, np.uint8)
    count, _, facts, _ = cv2.connectedComponentsWithStats(seen, connectivity=8)
    if count < 2:
        return None
    left, top, width, height, area = (int(v) for v in facts[1:][facts[1:, 4].argmax()])
    if area < LEAST:
        return None
    rows = slice(max(0, top - EDGE), top + height + EDGE)
    return rows, slice(max(0, left - EDGE), left + width + EDGE)
