"""The shade that type stands in, as small pictures shaped by the layout.

One picture covers the stage: drawn once per winery and layout at an eighth of the stage's size and
stretched, it costs one blended rectangle a frame, where gradients would leave the fast path of
software OpenGL for every pixel. A little noise keeps the dark from banding.
"""

from typing import Any

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickImageProvider

WIDE = (480, 270)  # pixels; a quarter of 1080p
UPRIGHT = (270, 480)
DITHER = 1.2  # steps of 255


def _ramp(values: Any, start: float, end: float) -> Any:
    """0 at ``start``, 1 at ``end``, smooth in between."""
    share = np.clip((values - start) / (end - start), 0.0, 1.0)
    return share * share * (3 - 2 * share)


def shade(layout: str, height: int, width: int) -> Any:
    """How much of the winery's ground lies over the picture, 0 to 1, shape (height, width).

    Layouts: ``wide`` (title along the left edge), ``wine`` (a column of notes on the left),
    ``upright``.
    """
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = x / (width - 1), y / (height - 1)
    if layout == "upright":
        foot = 0.93 * _ramp(y, 0.50, 0.74)
        head = 0.62 * _ramp(y, 0.17, 0.0)
        side = 0.35 * _ramp(x, 0.34, 0.0) * _ramp(y, 0.62, 0.3)
        return 1 - (1 - foot) * (1 - head) * (1 - side)
    reach = 0.46 if layout == "wine" else 0.27
    side = 0.84 * _ramp(x, reach, reach * 0.18)
    foot = 0.86 * _ramp(y, 0.60, 0.96) * (1 - 0.55 * _ramp(x, 0.62, 0.86))
    corner = np.hypot((1 - x) / 0.46, y / 0.34)
    head = 0.72 * _ramp(corner, 1.0, 0.15)
    return 1 - (1 - side) * (1 - foot) * (1 - head)


def paint(layout: str, ground: QColor) -> QImage:
    """The shade in a colour, premultiplied."""
    width, height = UPRIGHT if layout == "upright" else WIDE
    noise = np.random.default_rng(7).uniform(-DITHER, DITHER, (height, width))
    alpha = np.clip(shade(layout, height, width) * 255 + noise, 0, 255)
    pixels = np.empty((height, width, 4), np.uint8)
    for channel, value in enumerate((ground.blue(), ground.green(), ground.red())):
        pixels[..., channel] = (alpha * value / 255).astype(np.uint8)
    pixels[..., 3] = alpha.astype(np.uint8)
    image = QImage(
        pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied
    )
    return image.copy()  # the array goes when this returns


class ScrimImages(QQuickImageProvider):
    """Serves ``image://scrim/<layout>/<rrggbb>``."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, name: str, size: QSize, requested: QSize) -> Any:  # noqa: N802 - Qt's name
        """The shade of that layout and colour."""
        layout, _, colour = name.partition("/")
        return paint(layout, QColor(f"#{colour}"))
