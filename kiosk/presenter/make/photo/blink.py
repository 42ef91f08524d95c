"""Closed lids, drawn from a photograph that shows them open.

Drawing the lid's narrow strip down by itself would smear lashes and make-up over the whole eye. So
the lid takes the colours of the skin around it, its round shade, the photograph's grain, and ends
in a line of lashes as dark as the photograph's own.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.presenter.face import fields

from .pixels import Floats, Mask, blur

MOVED = 2.0  # pixels; what a blink moves less keeps its own colour
ABOVE, BELOW = 0.24, 0.20  # of an eye's width over and under the open eye: lashes reach there
KEPT = 0.6  # of the drawn-down lid, blurred, under the smooth skin: creases stay
RELAXING = 60  # rounds of each size
ROUND = 0.07  # how much darker a lid gets towards its lashes
LASHES = 0.8  # how dark their line is, of the photograph's own
HAIRS = 0.5  # how dark single lashes are
LINE = 0.015  # of an eye's width: half the line's thickness


@dataclass(frozen=True)
class Lid:
    """One closed eye in a window: its corners' columns, and the line (columns, rows) of lashes."""

    columns: Floats
    rows: Floats

    @property
    def width(self) -> float:
        """From corner to corner, pixels."""
        return float(self.columns[-1] - self.columns[0])


def close(
    warped: Floats, photo: Floats, moved: Floats, opening: Mask, lids: list[Lid]
) -> Floats:
    """Draw the lids.

    Args:
        warped: BGR (h, w, 3), the photograph drawn down with the mesh.
        photo: BGR (h, w, 3), the window as photographed.
        moved: (h, w) pixels by which the blink has moved what is seen there.
        opening: (h, w) where the photograph shows the eyeballs.
        lids: the closed eyes.
    """
    out = warped.copy()
    y, x = np.mgrid[: warped.shape[0], : warped.shape[1]].astype(np.float32)
    noise = np.random.default_rng(7).standard_normal(warped.shape[:2]).astype(np.float32)
    noise = blur(noise, 0.8)
    noise /= float(noise.std())
    for lid in lids:
        wide = lid.width
        edge = np.interp(x, lid.columns, lid.rows).astype(np.float32)
        own = (x > lid.columns[0] - 0.3 * wide) & (x < lid.columns[-1] + 0.3 * wide)
        zone = _zone(opening & own, (moved > MOVED) & own & (y < edge + 0.1 * wide), wide)
        smooth = _membrane(out, zone, wide)
        height = np.clip((edge - y) / (0.42 * wide), 0, 1)
        share = np.clip((x - lid.columns[0]) / wide, 0, 1)
        bulge = 1 - ROUND * np.sin(np.pi * share) * (1 - height) ** 2 * (y < edge + 1)
        grain = 1.48 * float(np.median(np.abs(_detail(photo)[~zone & own])))
        smooth = KEPT * blur(out, wide / 22) + (1 - KEPT) * smooth
        drawn = smooth * bulge[..., None] + (noise * grain)[..., None]
        soft = blur(zone.astype(np.float32), max(1.2, wide / 28))
        soft = np.clip(soft * 2 - 0.5, 0, 1)[..., None]
        out = out * (1 - soft) + drawn * soft
        out = _line(out, x, y, edge, lid, _dark(photo, opening & own))
    return np.asarray(out, np.float32)


def _zone(opening: Mask, moved: Mask, wide: float) -> Mask:
    """The open eye with its lashes, and all that the lid covers now."""
    up, down, side = round(ABOVE * wide), round(BELOW * wide), round(0.12 * wide)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * side + 1, up + down + 1))
    around = cv2.dilate(opening.astype(np.uint8), kernel, anchor=(side, down))
    both = cv2.morphologyEx(
        np.maximum(around, moved.astype(np.uint8)), cv2.MORPH_OPEN, np.ones((3, 3))
    )
    return np.asarray(cv2.dilate(both, np.ones((5, 5), np.uint8)) > 0, np.bool_)


def _membrane(picture: Floats, zone: Mask, wide: float) -> Floats:
    """What spans the zone from its surroundings as smoothly as can be: Laplace's equation."""
    rows, columns = np.nonzero(zone)
    out = blur(picture, max(1.0, wide / 50))
    if not len(rows):
        return np.asarray(out, np.float32)
    box = np.s_[
        max(0, rows.min() - 2) : rows.max() + 3, max(0, columns.min() - 2) : columns.max() + 3
    ]
    free = zone[box][..., None]
    inner = fields.fill(~zone[box], out[box])
    for size in (9, 5, 3):
        for _ in range(RELAXING):
            inner = np.where(free, cv2.blur(inner, (size, size)), out[box])
    out[box] = inner
    return np.asarray(out, np.float32)


def _detail(photo: Floats) -> Floats:
    grey = photo.mean(2)
    return np.asarray(grey - blur(grey, 1.5), np.float32)


def _dark(photo: Floats, opening: Mask) -> float:
    """How dark lashes are against the skin: the darkest around the open eye's upper edge, 0-1."""
    seen = opening.astype(np.uint8)
    ring = (cv2.dilate(seen, np.ones((5, 5))) > 0) & ~(cv2.erode(seen, np.ones((5, 5))) > 0)
    around = (cv2.dilate(seen, np.ones((41, 41))) > 0) & ~(cv2.dilate(seen, np.ones((21, 21))) > 0)
    if ring.sum() < 8 or not around.any():
        return 0.4
    grey = photo.mean(2)
    skin = float(np.median(grey[around]))
    return float(np.clip(np.percentile(grey[ring], 12) / max(skin, 1), 0.12, 0.6))


def _line(picture: Floats, x: Floats, y: Floats, edge: Floats, lid: Lid, dark: float) -> Floats:
    """Lashes: a line that swells outwards and fades to both corners, and single hairs under it."""
    share = np.clip((x - lid.columns[0]) / lid.width, 0, 1)
    swell = np.clip(np.sin(np.pi * share), 0, 1) ** 0.7
    thick = np.maximum(LINE * lid.width * (0.3 + 0.7 * swell), 0.45)
    away = y - edge
    profile = np.exp(-0.5 * (away / np.where(away > 0, 2.0 * thick, thick)) ** 2)
    inside = (x >= lid.columns[0]) & (x <= lid.columns[-1])
    line = LASHES * profile * np.clip(1.7 * swell, 0, 1) * inside
    strength = np.maximum(line, HAIRS * _hairs(picture.shape[:2], lid))[..., None]
    tone = dark ** np.array([1.1, 1.05, 0.85])  # hair is brown before it is black
    return np.asarray(picture * (1 - strength * (1 - tone)), np.float32)


def _hairs(size: tuple[int, ...], lid: Lid) -> Floats:
    """Single lashes (h, w), 0-1: they fan out and are longest towards the outer third."""
    fine = 4
    canvas = np.zeros((size[0] * fine, size[1] * fine), np.uint8)
    outer = 1 if lid.columns.mean() > size[1] / 2 else -1
    chance = np.random.default_rng(11)
    for share in np.linspace(0.08, 0.95, 30):
        along = share if outer > 0 else 1 - share
        x = float(lid.columns[0] + along * lid.width)
        y = float(np.interp(x, lid.columns, lid.rows))
        length = lid.width * (0.04 + 0.06 * share) * chance.uniform(0.7, 1.1)
        lean = outer * length * (share - 0.35) * 1.1
        bend = np.linspace(0, 1, 6)
        hair = np.stack([x + lean * bend**1.5, y + length * (bend - 0.35 * bend**2)], 1)
        cv2.polylines(canvas, [np.rint(hair * fine).astype(np.int32)], False, 255, 2, cv2.LINE_AA)
    small = cv2.resize(canvas, (size[1], size[0]), interpolation=cv2.INTER_AREA)
    return np.asarray(small / 255, np.float32)
