"""Portraits to try: all of the hostess, who is invented, and what can be wrong with one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face import raster
from kiosk.presenter.face.asset import Asset
from kiosk.presenter.make.photo.unsuitable import Reason

Picture = NDArray[np.uint8]
WALL = (140, 150, 160)


def portrait(asset: Asset, pose: str = "") -> Picture:
    """The hostess before a wall, BGR; with one of her poses' pictures laid over."""
    alpha = asset.still[..., 3:].astype(np.float32) / 255
    out = asset.still[..., :3] * alpha + np.array(WALL) * (1 - alpha)
    out = np.rint(out).astype(np.uint8)
    for one in asset.poses:
        if one.name == pose:
            out[asset.windows[one.window].cut] = one.picture
    return np.ascontiguousarray(out)


def turned(asset: Asset, yaw: float, pitch: float) -> Picture:
    """Her head turned in depth by degrees, by her mesh."""
    a, b = np.radians([yaw, pitch])
    side = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    nod = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
    flat = portrait(asset)
    out = np.empty_like(flat)
    out[:] = WALL
    best = np.full(flat.shape[:2], np.inf, np.float32)
    neck = np.array(asset.neck)
    for name in ("body", "hair", "skin", "eye-left", "eye-right"):
        part = asset.parts[name]
        rest = part.posed(asset.rest)
        away = rest if name == "body" else ((rest - neck) @ (side @ nod).T + neck)
        points = away.astype(np.float32)
        places = asset.camera.pixels(points)
        found = raster.cover(places, -points[:, 2], part.triangles, asset.width, asset.height)
        mask, values = raster.carry(found, places, part.triangles, asset.camera.pixels(rest))
        spot = np.zeros((*mask.shape, 2), np.float32)
        spot[mask] = values
        colour = cv2.remap(flat, spot[..., 0], spot[..., 1], cv2.INTER_LINEAR)
        near = mask & (found.depth < best)
        out[near], best[near] = colour[near], found.depth[near]
    return out


def _levels(values: NDArray[Any]) -> Picture:
    return np.asarray(np.clip(values, 0, 255), np.uint8)


def _blurred(asset: Asset) -> Picture:
    return np.asarray(cv2.GaussianBlur(portrait(asset), (0, 0), 3), np.uint8)


def _half_lit(asset: Asset) -> Picture:
    light = np.where(np.arange(asset.width) < asset.width / 2, 0.35, 1.0)
    return _levels(portrait(asset) * light[None, :, None])


def _leaning(asset: Asset) -> Picture:
    turn = cv2.getRotationMatrix2D((480, 400), 28, 1)
    found = cv2.warpAffine(portrait(asset), turn, (960, 1280), borderValue=WALL)
    return np.asarray(found, np.uint8)


def _small(asset: Asset) -> Picture:
    size = (480, 640)
    return np.asarray(cv2.resize(portrait(asset), size, interpolation=cv2.INTER_AREA), np.uint8)


def _masked(asset: Asset) -> Picture:
    out = portrait(asset)
    out[335:540, 330:630] = (200, 190, 180)
    return out


def _dark_glasses(asset: Asset) -> Picture:
    out = portrait(asset)
    for middle in (415, 545):
        cv2.ellipse(out, (middle, 275), (60, 42), 0, 0, 360, (20, 20, 22), cv2.FILLED)
    return out


def _grey(asset: Asset) -> Picture:
    return np.repeat(cv2.cvtColor(portrait(asset), cv2.COLOR_BGR2GRAY)[..., None], 3, 2)


def _no_face(asset: Asset) -> Picture:
    return np.ascontiguousarray(portrait(asset)[620:])


UNSUITABLE: dict[Reason, Callable[[Asset], Picture]] = {
    Reason.NO_FACE: _no_face,
    Reason.SEVERAL_FACES: lambda asset: np.hstack([portrait(asset)] * 2),
    Reason.SMALL_FACE: _small,
    Reason.CUT_OFF: lambda asset: np.ascontiguousarray(portrait(asset)[200:]),
    Reason.NO_SHOULDERS: lambda asset: np.ascontiguousarray(portrait(asset)[:600]),
    Reason.COVERED: _masked,
    Reason.TURNED: lambda asset: turned(asset, 22, 0),
    Reason.NODDING: lambda asset: turned(asset, 0, 22),
    Reason.TILTED: _leaning,
    Reason.EYES_CLOSED: lambda asset: portrait(asset, "blink"),
    Reason.EYES_HIDDEN: _dark_glasses,
    Reason.MOUTH_OPEN: lambda asset: portrait(asset, "aa"),
    Reason.BLURRED: _blurred,
    Reason.TOO_DARK: lambda asset: _levels(portrait(asset) * 0.25),
    Reason.TOO_BRIGHT: lambda asset: _levels(portrait(asset) * 1.9),
    Reason.HALF_SHADOW: _half_lit,
    Reason.NO_COLOUR: _grey,
}
