"""Take a person out of the background of a photograph."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face import fields

from .nets import Nets
from .pixels import Floats, Mask, Picture, blur, levels, wider

SURE = 0.9  # the network's answer above which it is the person, below 1 - SURE the background
BAND = 0.012  # of the picture's height on either side of the outline that is judged by colour
WORK = 720  # pixels of the long side that the outline is sought at
ROUNDS = 3  # of GrabCut
HOLE = 0.004  # of the person's area: smaller gaps in it are buttons and shine, not background
DOUBT = 0.12  # share of unsure pixels in the person's area at which the outline is not trusted


def matte(nets: Nets, picture: Picture, face: tuple[float, float]) -> tuple[Floats, float]:
    """Find a person's outline.

    A network tells person from background coarsely, GrabCut (Rother et al. 2004) settles the
    band between by colour, and a guided filter (He et al. 2010) lets hair fade as it does.

    Args:
        nets: the networks.
        picture: BGR (h, w, 3).
        face: a place in the face, pixels.

    Returns:
        opacity (h, w), 0-1, and the doubt in it: below `DOUBT` it can be trusted.
    """
    height, width = picture.shape[:2]
    scale = min(1.0, WORK / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    found = cv2.resize(nets.person(picture), size, interpolation=cv2.INTER_CUBIC)
    likely = np.clip(np.asarray(found, np.float32), 0, 1)
    own = _around(likely > 0.5, (face[0] * scale, face[1] * scale))
    likely = np.where(wider(own, 9), likely, 0)
    likely = np.where(_holes(own & (likely < SURE), HOLE * float(own.sum())), 1, likely)
    area = float((likely > 0.5).sum())
    unsure = float(((likely > 1 - SURE) & (likely < SURE)).sum())
    outline = cv2.arcLength(_outline(own), True)
    doubt = max(0.0, unsure - 6 * outline) / max(area, 1.0)
    firm = _cut(small, likely)
    soft = _guided(small, firm.astype(np.float32))
    out = cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.clip((out - 0.06) / 0.88, 0, 1).astype(np.float32), doubt


def _around(mask: Mask, place: tuple[float, float]) -> Mask:
    """The patch of a mask that the place lies in, its holes closed."""
    _, names = cv2.connectedComponents(mask.astype(np.uint8))
    x, y = (min(max(0, int(v)), n - 1) for v, n in zip(place, mask.shape[::-1], strict=True))
    own = names == names[y, x] if names[y, x] else mask
    contours, _ = cv2.findContours(own.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    out = np.zeros(mask.shape, np.uint8)
    cv2.drawContours(out, contours, -1, 1, cv2.FILLED)
    return np.asarray(out > 0, np.bool_)


def _holes(mask: Mask, most: float) -> Mask:
    """The mask's patches inside the person of at most so many pixels: buttons, not arms."""
    _, names, facts, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    small = facts[:, cv2.CC_STAT_AREA] <= most
    small[0] = False
    return np.asarray(small[names], np.bool_)


def _outline(mask: Mask) -> NDArray[np.int32]:
    contours, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not contours:
        return np.zeros((1, 1, 2), np.int32)
    return np.asarray(max(contours, key=len), np.int32)


def _cut(picture: Picture, likely: Floats) -> Mask:
    """Settle the band around the outline by colour."""
    reach = max(2, round(BAND * picture.shape[0]))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    person = (likely > 0.5).astype(np.uint8)
    marks = np.where(person, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    inside = cv2.erode(person, kernel, borderValue=1) > 0
    outside = cv2.dilate(person, kernel, borderValue=0) == 0
    marks[inside] = cv2.GC_FGD
    marks[outside] = cv2.GC_BGD
    if not inside.any() or not outside.any():
        return np.asarray(person > 0, np.bool_)
    cv2.setRNGSeed(1)  # its colour clusters start at random
    cv2.grabCut(picture, marks, (0, 0, 0, 0), np.zeros((1, 65)), np.zeros((1, 65)), ROUNDS,
                cv2.GC_INIT_WITH_MASK)  # fmt: skip
    found = (marks == cv2.GC_FGD) | (marks == cv2.GC_PR_FGD)
    smooth = blur(found.astype(np.float32), 1.5) > 0.5
    return np.asarray(smooth, np.bool_)


def _guided(picture: Picture, mask: Floats, radius: int = 5, floor: float = 4e-4) -> Floats:
    """The guided filter: the mask follows the picture's own edges within a few pixels."""
    guide = picture.astype(np.float32) / 255
    size = (2 * radius + 1, 2 * radius + 1)

    def mean(values: NDArray[Any]) -> Floats:
        flat = values.astype(np.float32)
        return np.asarray(cv2.blur(flat, size, borderType=cv2.BORDER_REFLECT), np.float32)

    middle, level = mean(guide), mean(mask)
    across = mean(guide * mask[..., None]) - middle * level[..., None]
    spread = np.empty((*mask.shape, 3, 3), np.float32)
    for i in range(3):
        for j in range(i, 3):
            own = mean(guide[..., i] * guide[..., j]) - middle[..., i] * middle[..., j]
            spread[..., i, j] = spread[..., j, i] = own
    spread += floor * np.eye(3, dtype=np.float32)
    slope = np.linalg.solve(spread, across[..., None])[..., 0]
    base = level - (slope * middle).sum(-1)
    out = (mean(slope) * guide).sum(-1) + mean(base)
    return np.asarray(out, np.float32)


def clean(picture: Picture, opacity: Floats) -> Picture:
    """Carry the person's own colours over the outline, so that no old background shines."""
    sure = cv2.erode((opacity > 0.97).astype(np.uint8), np.ones((5, 5))) > 0
    if not sure.any():
        return picture
    filled = fields.fill(np.asarray(sure, np.bool_), picture.astype(np.float32))
    filled = blur(filled, 4)
    blend = np.clip((opacity[..., None] - 0.55) / 0.42, 0, 1) * ~sure[..., None] + sure[..., None]
    out = picture * blend + filled * (1 - blend)
    return levels(out)
