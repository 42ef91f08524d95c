"""Measure a photographed face: what is asked of a portrait, in figures."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from . import eyes
from . import points as at
from .fit import Turn, similar, turn
from .generic import Head
from .landmarks import Face
from .pixels import Floats, Mask, Picture, blur, grey, lab, lay, moved, narrower, wider


@dataclass(frozen=True)
class Measures:
    """Figures of one face.

    `score` 0-1: how sure the network is. `turned` in degrees. `eyes` is the lids' distance in eye
    widths, the smaller of both; `iris` the irises' contrast to the whites in grey levels, the
    smaller. `gap` is the inner lips' distance in mouth widths, `teeth` how much brighter than the
    lips the mouth's middle is, in grey levels. `sharp` is the spread of the second derivative of
    grey levels where the face is 306 pixels wide. `lips` is how far the lips' colour is from the
    skin's around them, CIE Lab. `light` is the skin's median grey level,
    `clipped` the share of it that is blown out, `uneven` the brighter half's level over the
    darker one's. `colour` is the skin's distance from grey and `hue` its angle in CIE Lab, degrees.
    `margin` is the least distance from the face to the picture's edges in face heights: above,
    beside, below.
    """

    score: float
    width: float
    turned: Turn
    eyes: float
    iris: float
    gap: float
    teeth: float
    sharp: float
    lips: float
    light: float
    clipped: float
    uneven: float
    colour: float
    hue: float
    margin: tuple[float, float, float]


def measure(head: Head, picture: Picture, face: Face) -> Measures:
    """Measure a face (468 points) in a BGR picture."""
    firm = list(at.FIRM)
    scale, rotation, shift = similar(face.points[firm, :2], head.seen[firm, :2])
    affine = np.column_stack([scale * rotation, shift])
    size = (head.asset.width, head.asset.height)
    level = lay(picture, affine, *size)
    points = moved(face.points, affine)
    turned, _ = turn(head, face.points)
    skin = _skin(points, size)
    light, clipped, uneven = _lighting(level, skin, points)
    colour, hue = _colour(level, skin)
    return Measures(
        score=face.score,
        width=face.width,
        turned=turned,
        eyes=min(_lids(points, side) for side in at.EYES),
        iris=min(eyes.find_iris(level, points, side).contrast for side in at.EYES),
        gap=_gap(points),
        teeth=_teeth(level, points),
        sharp=_sharp(level, points, size),
        lips=_lips(level, points, size),
        light=light,
        clipped=clipped,
        uneven=uneven,
        colour=colour,
        hue=hue,
        margin=_margins(picture, face),
    )


def _lids(points: Floats, side: str) -> float:
    upper, lower = points[list(at.UPPER_LID[side]), :2], points[list(at.LOWER_LID[side]), :2]
    open_ = np.linalg.norm(upper[3:6] - lower[3:6], axis=1).mean()
    return float(open_ / np.linalg.norm(upper[0] - upper[-1]))


def _gap(points: Floats) -> float:
    open_ = np.linalg.norm(points[13, :2] - points[14, :2])
    return float(open_ / np.linalg.norm(points[78, :2] - points[308, :2]))


def _polygon(points: Floats, numbers: tuple[int, ...], size: tuple[int, int]) -> Mask:
    mask = np.zeros((size[1], size[0]), np.uint8)
    cv2.fillPoly(mask, [np.rint(points[list(numbers), :2]).astype(np.int32)], 1)
    return np.asarray(mask > 0, np.bool_)


def _skin(points: Floats, size: tuple[int, int]) -> Mask:
    """The face without eyes, brows and mouth, away from its outline."""
    mask = _polygon(points, at.OVAL, size)
    mask = narrower(mask, 25)
    holes = np.zeros(mask.shape, np.bool_)
    for side in at.EYES:
        holes |= _polygon(points, at.UPPER_LID[side] + at.LOWER_LID[side][::-1], size)
        hull = cv2.convexHull(np.rint(points[list(at.BROW[side]), :2]).astype(np.int32))
        brow = np.zeros(mask.shape, np.uint8)
        cv2.fillConvexPoly(brow, hull, 1)
        holes |= brow > 0
    holes |= _polygon(points, at.UPPER_OUTER + at.LOWER_OUTER[::-1], size)
    holes = wider(holes, 13)
    mask &= np.arange(size[1])[:, None] > points[[70, 300], 1].min()  # hair hides foreheads
    return np.asarray(mask & ~holes, np.bool_)


def _teeth(level: Picture, points: Floats) -> float:
    """How much brighter the strip between the lips is than the lips."""
    tone = grey(level)
    size = (tone.shape[1], tone.shape[0])
    inner = at.UPPER_INNER + at.LOWER_INNER[::-1]
    strip = _polygon(points, inner, size)
    lips = _polygon(points, at.UPPER_OUTER + at.LOWER_OUTER[::-1], size) & ~strip
    lips = narrower(lips, 3)
    if not strip.any() or not lips.any():
        return 0.0
    return float(np.percentile(tone[strip], 80) - np.percentile(tone[lips], 60))


def _lips(level: Picture, points: Floats, size: tuple[int, int]) -> float:
    """A mask over the mouth has one colour where lips and chin have two."""
    colours = lab(level)
    lips = _polygon(points, at.UPPER_OUTER + at.LOWER_OUTER[::-1], size).astype(np.uint8)
    near, far = (cv2.dilate(lips, np.ones((n, n))) > 0 for n in (9, 31))
    around = far & ~near
    if not lips.any() or not around.any():
        return 0.0
    return float(np.linalg.norm(np.median(colours[lips > 0], 0) - np.median(colours[around], 0)))


def _sharp(level: Picture, points: Floats, size: tuple[int, int]) -> float:
    """Around eyes and mouth, where every face has edges."""
    tone = blur(grey(level), 1.0)  # noise is not sharpness
    second = cv2.Laplacian(tone, cv2.CV_32F)
    mask = np.zeros(tone.shape, np.bool_)
    for side in at.EYES:
        mask |= _polygon(points, at.UPPER_LID[side] + at.LOWER_LID[side][::-1], size)
    mask |= _polygon(points, at.UPPER_OUTER + at.LOWER_OUTER[::-1], size)
    mask = wider(mask, 9)
    contrast = float(np.percentile(tone[mask], 95) - np.percentile(tone[mask], 5))
    return float(second[mask].std() / max(contrast, 10.0) * 100)


def _lighting(level: Picture, skin: Mask, points: Floats) -> tuple[float, float, float]:
    tone = grey(level)
    if not skin.any():
        return 0.0, 0.0, 1.0
    top, chin = points[at.FOREHEAD, :2], points[at.CHIN, :2]
    y, x = np.nonzero(skin)
    line = top[0] + (y - top[1]) * (chin[0] - top[0]) / max(float(chin[1] - top[1]), 1.0)
    values = tone[skin]
    clipped = float((level[skin].max(1) >= 253).mean())
    halves = [values[x < line], values[x >= line]]
    if min(len(h) for h in halves) < 50:
        return float(np.median(values)), clipped, 1.0
    low, high = sorted(float(np.median(h)) for h in halves)
    return float(np.median(values)), clipped, high / max(low, 1.0)


def _colour(level: Picture, skin: Mask) -> tuple[float, float]:
    colours = lab(level)
    if not skin.any():
        return 0.0, 0.0
    a, b = (float(np.median(colours[..., i][skin])) for i in (1, 2))
    return float(np.hypot(a, b)), float(np.degrees(np.arctan2(b, a)))


def _margins(picture: Picture, face: Face) -> tuple[float, float, float]:
    height, width = picture.shape[:2]
    oval = face.points[list(at.OVAL), :2]
    (left, top), (right, bottom) = oval.min(0), oval.max(0)
    unit = max(face.height, 1.0)
    beside = min(left, width - 1 - right)
    return float(top / unit), float(beside / unit), float((height - 1 - bottom) / unit)
