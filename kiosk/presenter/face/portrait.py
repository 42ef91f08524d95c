"""The presenter's moving picture: still, mouth, eyes and stance put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from .eyes import Eyes
from .figure import EYES, MOUTH, Figure, View, merged
from .light import Light, Lit
from .mouth import Mouth
from .paint import bgr, dimmed, ready, resized
from .stance import Stance

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

STEP = 1 / 256  # smaller changes of a weight are not drawn anew


@dataclass(frozen=True, slots=True)
class Pose:
    """What to draw: offsets to the face at rest by ARKit's names, gaze from the head's front."""

    shapes: dict[str, float]
    gaze: tuple[float, float] = (0.0, 0.0)
    head: tuple[float, float, float] = (0.0, 0.0, 0.0)
    lean: tuple[float, float] = (0.0, 0.0)
    breath: float = 0.0


class Portrait:
    """Draws a presenter at one size. Not for two threads at a time.

    Args:
        figure: the presenter.
        width: pixels; the height follows.
        foot: fade her lower end.
    """

    def __init__(self, figure: Figure, width: int, foot: bool = False) -> None:
        asset = figure.asset
        scale = width / asset.width
        self.size = (width, round(asset.height * scale))
        self._rest_eyes, self._rest_mouth = merged(asset.rest, EYES), merged(asset.rest, MOUTH)
        self._lit = Lit(ready(asset.still, self.size), foot)
        self._still = self._lit.under(Light())
        self._mouth, self._eyes = Mouth(figure, scale), Eyes(figure, scale)
        self._mouth_place = _Place(figure.mouth, scale, self._mouth.size)
        self._eyes_place = _Place(figure.eyes, scale, self._eyes.size)
        self._stance = Stance(figure)
        self._face = self._still.copy()
        self._shown: tuple[bytes, bytes] = (b"", b"")

    def light(self, light: Light) -> None:
        """Stand in another light from now on."""
        self._still = self._lit.under(light)
        self._shown = (b"", b"")

    def draw(self, pose: Pose) -> Bytes:
        """Premultiplied BGRA (height, width, 4)."""
        mouth = self._rest_mouth + merged(pose.shapes, MOUTH)
        eyes = self._rest_eyes + merged(pose.shapes, EYES)
        key = (_steps(mouth), _steps(np.array([*eyes, *(angle / 4 for angle in pose.gaze)])))
        if key != self._shown:
            self._shown = key
            self._face = self._still.copy()
            eyes_drawn = self._eyes.draw(eyes, pose.gaze)
            self._eyes_place.lay(self._lit.toned(eyes_drawn), self._face)
            self._mouth_place.lay(self._lit.toned(self._mouth.draw(mouth)), self._face)
        return self._stance.bend(self._face, pose.head, pose.lean, pose.breath)


def _steps(weights: NDArray[Any]) -> bytes:
    return bytes(np.rint(weights / STEP).astype(np.int16).tobytes())


class _Place:
    """Where a window lies in the drawn picture, and how it passes into it."""

    def __init__(self, view: View, scale: float, size: tuple[int, int]) -> None:
        left, top = round(view.window.left * scale), round(view.window.top * scale)
        self._cut = np.s_[top : top + size[1], left : left + size[0]]
        self._mask = resized(view.mask, size)
        self._rest = 255 - self._mask

    def lay(self, window: Bytes, picture: Bytes) -> None:
        """Lay a window (h, w, 3) into the picture (height, width, 4)."""
        part = picture[self._cut]
        ground = dimmed(bgr(part), self._rest)
        part[..., :3] = cv2.add(dimmed(window, self._mask), ground)
