"""Small helpers for pictures, typed as this package uses them."""

from __future__ import annotations

from typing import Any, TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Mask = NDArray[np.bool_]
Laid = TypeVar("Laid", np.uint8, np.float32)

HALF = 0.7  # below this scale pixels are averaged first: warping alone would skip some


def blur(values: NDArray[Any], sigma: float) -> Floats:
    """Blur an array (h, w) or (h, w, k) by a Gaussian of `sigma` pixels."""
    return np.asarray(cv2.GaussianBlur(values.astype(np.float32), (0, 0), sigma), np.float32)


def grey(picture: Picture) -> Floats:
    """Grey levels (h, w), 0-255, of a BGR picture."""
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.float32)


def lab(picture: Picture) -> Floats:
    """CIE Lab (h, w, 3) of a BGR picture."""
    return np.asarray(
        cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_BGR2LAB), np.float32
    )


def wider(mask: NDArray[Any], width: int, height: int = 0) -> Mask:
    """Dilate a mask by a rectangle of `width` by `height` pixels (square when left out)."""
    kernel = np.ones((height or width, width), np.uint8)
    return np.asarray(cv2.dilate(mask.astype(np.uint8), kernel) > 0, np.bool_)


def narrower(mask: NDArray[Any], width: int) -> Mask:
    """Erode a mask by a square of `width` pixels."""
    kernel = np.ones((width, width), np.uint8)
    return np.asarray(cv2.erode(mask.astype(np.uint8), kernel) > 0, np.bool_)


def levels(picture: NDArray[Any]) -> Picture:
    """Round to whole levels, 0-255."""
    return np.asarray(np.rint(np.clip(picture, 0, 255)), np.uint8)


def lay(
    picture: NDArray[Laid], affine: Doubles, width: int, height: int
) -> NDArray[Laid]:
    """Lay a picture onto a canvas; beyond its edges they go on.

    Args:
        picture: (h, w) or (h, w, 3).
        affine: (2, 3), from its pixels to the canvas's.
        width, height: of the canvas.
    """
    scale = float(np.hypot(affine[0, 0], affine[1, 0]))
    source: NDArray[Any] = picture
    if scale < HALF:
        source = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        back = 0.5 / scale - 0.5
        affine = affine @ np.array([[1 / scale, 0, back], [0, 1 / scale, back], [0, 0, 1]])
    way = cv2.INTER_LANCZOS4 if picture.ndim == 3 else cv2.INTER_LINEAR
    laid = cv2.warpAffine(
        source, affine, (width, height), flags=way, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(laid, picture.dtype)


def moved(points: Floats, affine: Doubles) -> Floats:
    """Take points (n, 3) along; the third number only scales."""
    flat = points[:, :2] @ affine[:, :2].T + affine[:, 2]
    deep = points[:, 2] * float(np.hypot(affine[0, 0], affine[1, 0]))
    return np.column_stack([flat, deep]).astype(np.float32)
