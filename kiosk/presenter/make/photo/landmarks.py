"""Find the faces in a photograph, and 468 points of one."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from . import points as at
from .nets import DETECTOR_SIDE, LANDMARK_SIDE, Nets
from .pixels import Floats, Picture

LIKELY = 0.6  # below this a detection is not counted as a face
APART = 0.3  # share of overlap above which two detections are the same face
MARGIN = 1.5  # side of the crop, in sides of the face's box
ROUNDS = 2  # the crop is laid again by the points found in it


@dataclass(frozen=True)
class Found:
    """A detected face: middle and side of its box in pixels, the eyes' angle in radians."""

    middle: tuple[float, float]
    side: float
    angle: float
    score: float


@dataclass(frozen=True)
class Face:
    """Points (468, 3) in the photograph's pixels, z towards the back; score 0-1."""

    points: Floats
    score: float

    @property
    def width(self) -> float:
        """From ear to ear, pixels."""
        return float(np.linalg.norm(self.points[at.LEFT_SIDE, :2] - self.points[at.RIGHT_SIDE, :2]))

    @property
    def height(self) -> float:
        """From the forehead's upper edge to the chin, pixels."""
        return float(np.linalg.norm(self.points[at.CHIN, :2] - self.points[at.FOREHEAD, :2]))


def find(nets: Nets, picture: Picture) -> list[Found]:
    """Find faces in a BGR picture, the largest first.

    The detector sees a face best that fills a tenth of the picture or more, so that parts of
    the picture are looked at, too.
    """
    height, width = picture.shape[:2]
    squares = [(0, 0, max(height, width))]
    part = max(64, round(max(height, width) * 0.55))
    for top in _starts(height, part):
        squares += [(left, top, part) for left in _starts(width, part)]
    found: list[Found] = []
    for left, top, side in squares:
        cut = picture[top : top + side, left : left + side]
        square = np.zeros((side, side, 3), np.uint8)
        square[: cut.shape[0], : cut.shape[1]] = cut
        found += _detected(nets, square, left, top)
    found.sort(key=lambda one: -one.score)
    kept: list[Found] = []
    for one in found:
        if all(_overlap(one, other) < APART for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: -one.side)


def _starts(length: int, part: int) -> list[int]:
    if length <= part:
        return [0]
    count = -(-2 * (length - part) // part) + 1
    return [round(i * (length - part) / (count - 1)) for i in range(count)]


_ANCHORS = np.array(
    [
        ((x + 0.5) / cells, (y + 0.5) / cells)
        for cells, boxes in ((16, 2), (8, 6))
        for y in range(cells)
        for x in range(cells)
        for _ in range(boxes)
    ],
    np.float32,
)


def _detected(nets: Nets, square: Picture, left: int, top: int) -> list[Found]:
    boxes, scores = nets.faces(square)
    side = square.shape[0]
    out = []
    for i in np.nonzero(scores > LIKELY)[0]:
        where = boxes[i, :2] / DETECTOR_SIDE + _ANCHORS[i]
        eyes = boxes[i, 4:8].reshape(2, 2)
        angle = float(np.arctan2(eyes[1, 1] - eyes[0, 1], eyes[1, 0] - eyes[0, 0]))
        middle = float(where[0] * side + left), float(where[1] * side + top)
        size = float(boxes[i, 2:4].mean() / DETECTOR_SIDE * side)
        out.append(Found(middle, size, angle, float(scores[i])))
    return out


def _overlap(one: Found, other: Found) -> float:
    """Shared area over the smaller one's: a face within a face is no second person."""
    away = np.abs(np.subtract(one.middle, other.middle))
    shared = np.clip((one.side + other.side) / 2 - away, 0, min(one.side, other.side))
    return float(shared.prod()) / max(min(one.side, other.side) ** 2, 1e-6)


def look(nets: Nets, picture: Picture, found: Found) -> Face:
    """Find the points of one face in a BGR picture."""
    middle, side, angle = np.array(found.middle), found.side * MARGIN, found.angle
    face = _points(nets, picture, middle, side, angle)
    for _ in range(ROUNDS - 1):
        flat = face.points[:, :2]
        eyes = flat[33] - flat[263]
        angle = float(np.arctan2(-eyes[1], -eyes[0]))
        turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        level = flat @ turn.T
        low, high = level.min(0), level.max(0)
        middle = (low + high) / 2 @ turn
        side = float((high - low).max()) * MARGIN
        face = _points(nets, picture, middle, side, angle)
    return face


def _points(
    nets: Nets, picture: Picture, middle: NDArray[np.float64], side: float, angle: float
) -> Face:
    scale = LANDMARK_SIDE / side
    away = cv2.getRotationMatrix2D((float(middle[0]), float(middle[1])), np.degrees(angle), scale)
    away = np.asarray(away, np.float64)
    away[:, 2] = away[:, 2] + LANDMARK_SIDE / 2 - middle
    shrink = cv2.INTER_AREA if scale < 0.5 else cv2.INTER_LINEAR
    if shrink == cv2.INTER_AREA:  # warping alone would skip pixels
        small = cv2.resize(picture, None, fx=2 * scale, fy=2 * scale, interpolation=shrink)
        step = away @ np.diag([1 / (2 * scale), 1 / (2 * scale), 1])
        crop = cv2.warpAffine(small, step, (LANDMARK_SIDE, LANDMARK_SIDE))
    else:
        crop = cv2.warpAffine(picture, away, (LANDMARK_SIDE, LANDMARK_SIDE))
    found, score = nets.landmarks(np.asarray(crop, np.uint8))
    back = cv2.invertAffineTransform(away)
    flat = found[:, :2] @ back[:, :2].T + back[:, 2]
    return Face(np.column_stack([flat, found[:, 2] / scale]).astype(np.float32), score)
