"""What the stage's plain surfaces are made of: a winery's colour with its material's grain.

The grain comes from the seamless tiles in `assets/textures`, its mean light taken out, so that the
colours a pack gives stay what they are and contrast is what was computed.
"""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickImageProvider

PALE = 0.016  # standard deviation of the grain, share of a pale surface's light
DARK = 0.075  # and of a dark one's, where the eye needs more
MOST = 3.0  # standard deviations: nothing stands out of the grain
BROAD = 48.0  # pixels: clouds larger than this would show how the tile repeats

Plane = NDArray[np.float32]


def grain(tile: Path) -> Plane:
    """A tile's relief (h, w): mean 0, standard deviation 1. Raises OSError for no picture."""
    image = cv2.imread(str(tile), cv2.IMREAD_GRAYSCALE)
    if image is None:
        raise OSError(f"{tile} is no picture")
    light = image.astype(np.float32)
    height, width = light.shape
    small = cv2.resize(light, (width // 8, height // 8), interpolation=cv2.INTER_AREA)
    around = np.tile(small, (3, 3))  # its edges meet, and those of what is taken out must too
    soft = cv2.resize(cv2.GaussianBlur(around, (0, 0), BROAD / 8), (3 * width, 3 * height))
    broad = soft[height : 2 * height, width : 2 * width]
    fine = light - broad
    relief: Plane = np.clip((fine - fine.mean()) / max(float(fine.std()), 1e-6), -MOST, MOST)
    return relief.astype(np.float32)


def surface(relief: Plane, colour: QColor) -> QImage:
    """A tile in a colour."""
    depth = DARK + (PALE - DARK) * colour.lightnessF()
    plain = np.array([colour.red(), colour.green(), colour.blue()], np.float32)
    pixels = np.clip(plain * (1 + depth * relief[..., None]) + 0.5, 0, 255).astype(np.uint8)
    height, width = relief.shape
    return QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()


class MaterialImages(QQuickImageProvider):
    """Serves ``image://material/<texture>/<rrggbb>``; a tile that cannot be read is plain."""

    def __init__(self, tiles: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._tiles = tiles

    def requestImage(self, name: str, size: QSize, requested: QSize) -> Any:
        """The tile at its own size: it repeats, so it is never scaled."""
        texture, colour = name.split("/")
        try:
            relief = grain(self._tiles / f"{Path(texture).name}.webp")
        except OSError:
            relief = np.zeros((8, 8), np.float32)
        return surface(relief, QColor(f"#{colour}"))
