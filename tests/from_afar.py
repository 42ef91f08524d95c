"""The screen as a phone's camera sees it from where people stand: small, soft, in stripes.

At a third of a 1080p screen a module has two pixels or a little more, which is what a phone of 12
megapixels makes of a 43-inch screen from four metres. A camera focused on the fingers before it is
soft by about a pixel. Moire is a wave of brightness between the screen's grid and the camera's: its
period depends on the distance, so short and long ones are looked at.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]

THIRD = 1 / 3
BLUR = 0.8  # pixels, standard deviation
MOIRE = 0.2  # of the brightness is lost in the dark stripes
PERIODS = (3.3, 12.0)  # pixels
ANGLE = 12.0  # degrees: nobody holds a phone straight


def small(picture: Picture) -> Picture:
    """At a third of its size."""
    size = cv2.resize(picture, None, fx=THIRD, fy=THIRD, interpolation=cv2.INTER_AREA)
    return np.asarray(size, np.uint8)


def soft(picture: Picture, sigma: float = BLUR) -> Picture:
    """Out of focus."""
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), np.uint8)


def striped(picture: Picture, period: float, depth: float = MOIRE) -> Picture:
    """With moire."""
    height, width = picture.shape
    y, x = np.mgrid[:height, :width]
    turn = np.deg2rad(ANGLE)
    wave = np.sin(2 * np.pi * (x * np.cos(turn) + y * np.sin(turn)) / period)
    seen = np.clip(picture * (1 + depth * (wave - 1) / 2), 0, 255)
    return np.asarray(seen, np.uint8)


def views(picture: Picture) -> dict[str, Picture]:
    """By name what is seen of a picture in greys."""
    blurred = soft(small(picture))
    return {"a third, soft": blurred} | {
        f"a third, soft, moire of {period} px": striped(soft(small(picture), 0.6), period)
        for period in PERIODS
    }
