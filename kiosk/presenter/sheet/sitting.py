"""A presenter sitting for her pictures: whole, the head, or the mouth close up."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face.figure import Figure
from kiosk.presenter.face.portrait import Portrait, Pose

from . import page

Bytes = NDArray[np.uint8]
Rectangle = tuple[int, int, int, int]  # left, top, width, height


class Sitting:
    """Draws one presenter at the size she was made.

    Args:
        figure: who.
    """

    def __init__(self, figure: Figure) -> None:
        asset = figure.asset
        self._size = (asset.width, asset.height)
        self._portrait = Portrait(figure, asset.width)
        eyes, mouth = asset.windows["eyes"], asset.windows["mouth"]
        middle = eyes.left + eyes.width // 2
        wide = round(eyes.width * 1.75)
        self.bust = self._inside(middle - wide // 2, eyes.top - eyes.width * 2 // 5, wide, wide)
        head = round(eyes.width * 1.25)
        top = eyes.top - eyes.width // 4
        self.head = self._inside(middle - head // 2, top, head, head * 8 // 7)
        edge = mouth.width // 7
        high = mouth.height * 2 // 3
        self.mouth = self._inside(mouth.left + edge, mouth.top, mouth.width - 2 * edge, high)

    def _inside(self, left: int, top: int, width: int, height: int) -> Rectangle:
        left, top = max(0, left), max(0, top)
        return left, top, min(width, self._size[0] - left), min(height, self._size[1] - top)

    def take(self, pose: Pose, crop: Rectangle, width: int) -> Bytes:
        """BGR (h, width, 3) of a crop, on the sheets' ground."""
        return page.scaled(cropped(page.on_ground(self._portrait.draw(pose)), crop), width)


def cropped(picture: Bytes, crop: Rectangle) -> Bytes:
    """A rectangle of a picture."""
    left, top, width, height = crop
    return picture[top : top + height, left : left + width]
