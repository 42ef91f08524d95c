"""Decide whether a photograph can become a presenter, and say why when it cannot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from . import reading
from .generic import Head
from .landmarks import Face, find, look
from .measure import Measures, measure
from .nets import Nets
from .pixels import Picture
from .unsuitable import LEAST_WIDTH, Reason, UnsuitableError

PLENTY = 640.0  # pixels of a face's width; the canvas shows 306
BYSTANDER = 0.4  # faces smaller than this share of the largest stand in the background
SURE = 0.75  # the network's certainty below which something covers the face
TURNED = 12.0  # degrees; beyond, one side of the face has too few pixels
LEANING = 20.0  # degrees; smaller leans are taken out
ABOVE, BESIDE, BELOW = 0.10, 0.06, 0.30  # least air and shoulders around a face, in its heights
OPEN_EYES = 0.18  # lids' distance in eye widths; closed ones measured 0.15, open ones 0.33 to 0.36
CLEAR_EYES = 12.0  # grey levels from iris to white
GAP = 0.16  # lips' distance in mouth widths; closed ones measured 0.06 to 0.12
TEETH = 14.0  # grey levels that a strip of teeth is brighter than the lips
SHARP = 3.0  # a still of 153 pixels' width measured 4.4, blurred by 2 pixels 2.1
LIPS = 2.5  # least distance in CIE Lab from the lips' colour to the skin's around them
DARK, BRIGHT, CLIPPED, UNEVEN = 48.0, 232.0, 0.15, 1.9
COLOUR = 5.0  # least chroma of skin, CIE Lab
HUES = (-5.0, 95.0)  # degrees of hue angle; two skins measured 64 and 65, light shifts them


def suitable(nets: Nets, head: Head, path: Path) -> tuple[Picture, Face]:
    """Read a photograph and judge it.

    Returns:
        the picture, BGR (h, w, 3), upright; and the one face in it.

    Raises:
        UnsuitableError: with all reasons that were found.
    """
    picture = reading.read(path)
    face, reasons = examine(nets, head, picture)
    if face is None or reasons:
        raise UnsuitableError(path, *reasons)
    return _smaller(picture, face)


def _smaller(picture: Picture, face: Face) -> tuple[Picture, Face]:
    """Leave pixels out that no canvas shows: the steps to come take time by the pixel."""
    scale = PLENTY / face.width
    if scale >= 1:
        return picture, face
    size = (round(picture.shape[1] * scale), round(picture.shape[0] * scale))
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    return small, replace(face, points=face.points * np.float32(scale))


def examine(nets: Nets, head: Head, picture: Picture) -> tuple[Face | None, list[Reason]]:
    """Find the one face in a BGR picture, and what speaks against it."""
    found = find(nets, picture)
    if not found:
        return None, [Reason.NO_FACE]
    if sum(one.side > BYSTANDER * found[0].side for one in found) > 1:
        return None, [Reason.SEVERAL_FACES]
    face = look(nets, picture, found[0])
    return face, judge(measure(head, picture, face))


def judge(m: Measures) -> list[Reason]:
    """Name what speaks against a face, the weightiest first."""
    above, beside, below = m.margin
    low, high = HUES
    against = {
        Reason.SMALL_FACE: m.width < LEAST_WIDTH,
        Reason.CUT_OFF: above < ABOVE or beside < BESIDE or below < 0,
        Reason.COVERED: m.score < SURE or m.lips < LIPS,
        Reason.TURNED: abs(m.turned.yaw) > TURNED,
        Reason.NODDING: abs(m.turned.pitch) > TURNED,
        Reason.TILTED: abs(m.turned.roll) > LEANING,
        Reason.NO_COLOUR: m.colour < COLOUR or not low < m.hue < high,
        Reason.TOO_DARK: m.light < DARK,
        Reason.TOO_BRIGHT: m.light > BRIGHT or m.clipped > CLIPPED,
        Reason.HALF_SHADOW: m.uneven > UNEVEN,
        Reason.EYES_CLOSED: m.eyes < OPEN_EYES,
        Reason.EYES_HIDDEN: m.eyes >= OPEN_EYES and m.iris < min(CLEAR_EYES, 0.1 * m.light),
        Reason.BLURRED: m.sharp < SHARP,
        Reason.MOUTH_OPEN: m.gap > GAP or m.teeth > TEETH,
        Reason.NO_SHOULDERS: 0 <= below < BELOW,
    }
    return [reason for reason, holds in against.items() if holds]
