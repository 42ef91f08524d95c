"""From raw renders to finished pictures: denoise, keep some grain, write WebP."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pyoidn
from PIL import Image

GRAIN = 0.15  # share of the undenoised picture that is mixed back
FULL = 56  # samples at which all of it is; fewer samples are noisier


def grain(samples: int) -> float:
    """Share to mix back so that pictures of fewer samples look no rougher."""
    return GRAIN * min(1.0, samples / FULL) ** 0.5


def clean(work: Path, name: str, share: float = GRAIN) -> np.ndarray:
    """Denoise a render with its albedo and normal; returns straight RGBA (h, w, 4), 0-1."""
    raw = _read(work / f"{name}.png")
    albedo = _read(work / f"{name}-albedo-0001.png")[..., :3]
    normal = _read(work / f"{name}-normal-0001.png")[..., :3] * 2 - 1
    alpha = raw[..., 3:]
    lit = np.ascontiguousarray(raw[..., :3] * alpha)
    smooth = pyoidn.denoise(
        lit, albedo=np.ascontiguousarray(albedo), normal=np.ascontiguousarray(normal)
    )
    mixed = smooth * (1 - share) + lit * share
    mixed = np.where(alpha > 0.9, mixed, smooth)  # grain would sparkle along edges
    colour = np.where(alpha > 1e-3, mixed / np.maximum(alpha, 1e-3), 0)
    out: np.ndarray = np.clip(np.concatenate([colour, alpha], 2), 0, 1)
    return out


def albedo(work: Path, name: str) -> np.ndarray:
    """Read the albedo pass of a render (h, w, 3)."""
    return _read(work / f"{name}-albedo-0001.png")[..., :3]


def write(path: Path, picture: np.ndarray, quality: int = 92) -> None:
    """Write RGB or straight RGBA 0-1 as WebP."""
    bytes_ = (np.clip(picture, 0, 1) * 255 + 0.5).astype("u1")
    Image.fromarray(bytes_).save(path, quality=quality, method=6, alpha_quality=95)


def _read(path: Path) -> np.ndarray:
    data = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if data is None:
        raise SystemExit(f"{path} was not rendered")
    scale = 65535.0 if data.dtype == np.uint16 else 255.0
    order = [2, 1, 0, 3][: data.shape[2]]
    return np.ascontiguousarray(data[..., order].astype("f4") / scale)
