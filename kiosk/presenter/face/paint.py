"""The few picture operations that live drawing is made of; all on OpenCV, a plane at a time."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from . import fields

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]


def resized(picture: NDArray[Any], size: tuple[int, int]) -> Bytes:
    """A smaller picture of (width, height), averaged."""
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def dimmed(picture: Bytes, light: Bytes) -> Bytes:
    """BGR (h, w, 3) times light (h, w) of 255."""
    wide = cv2.merge([light, light, light])
    return np.asarray(cv2.multiply(picture, wide, scale=1 / 255), np.uint8)


def premultiplied(picture: Bytes, matte: Bytes) -> Bytes:
    """BGR and its matte as BGRA."""
    return np.dstack([dimmed(picture, matte), matte])


def ready(picture: Bytes, size: tuple[int, int]) -> Bytes:
    """A straight BGRA picture as premultiplied, at drawing size."""
    small = picture.astype(np.float32)
    small[..., :3] *= small[..., 3:] / 255
    return np.rint(cv2.resize(small, size, interpolation=cv2.INTER_AREA)).astype(np.uint8)


def over(top: Bytes, ground: Bytes) -> Bytes:
    """Lay a premultiplied BGRA picture over a BGR one."""
    left = np.asarray(cv2.bitwise_not(cv2.extractChannel(top, 3)), np.uint8)
    return np.asarray(cv2.add(bgr(top), dimmed(ground, left)), np.uint8)


def bgr(picture: Bytes) -> Bytes:
    """BGRA without its alpha."""
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGRA2BGR), np.uint8)


def bent(picture: Bytes, forward: Floats, nodes: Floats, rounds: int) -> Bytes:
    """Move what a picture shows.

    Args:
        picture: (h, w, channels).
        forward: (gh, gw, 2) shift in cells; the grid spans the picture.
        nodes: `fields.nodes` of the grid.
        rounds: of the search for where each place comes from; small shifts need few.
    """
    height, width = picture.shape[:2]
    back = fields.invert(forward, nodes, rounds)
    rows, columns = back.shape[:2]
    mx = _spread(back[..., 0], (width, height), width / columns)
    my = _spread(back[..., 1], (width, height), height / rows)
    moved = cv2.remap(picture, mx, my, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(moved, np.uint8)


def _spread(cells: Floats, size: tuple[int, int], pixels: float) -> Floats:
    """Places in cells as places in pixels, for every pixel; cheap, since done before it grows."""
    places = (cells + np.float32(0.5)) * np.float32(pixels) - np.float32(0.5)
    return np.asarray(cv2.resize(places, size, interpolation=cv2.INTER_LINEAR), np.float32)
