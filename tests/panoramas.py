"""A panorama whose every direction has a colour of its own, for tests to find their way in."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np


def colour(right: float, up: float, blue: int = 90) -> tuple[int, int, int]:
    """Red, green and blue of a direction: red grows sideways, green downwards."""
    return round(255 * abs(right) / 180), round(255 * (90 - up) / 180), blue


def pixels(width: int = 1024, blue: int = 90) -> Any:
    """The picture, BGR, shape (width / 2, width, 3). Smooth across its seam."""
    right = np.abs((np.arange(width) + 0.5) / width * 2 - 1) * 255
    down = (np.arange(width // 2) + 0.5) / (width // 2) * 255
    layers = np.broadcast_arrays(np.float64(blue), down[:, None], right[None])
    return np.ascontiguousarray(np.round(np.stack(layers, axis=-1)).astype(np.uint8))


def encoded(width: int = 1024, blue: int = 90) -> bytes:
    """The same as a PNG file."""
    return cv2.imencode(".png", pixels(width, blue))[1].tobytes()
