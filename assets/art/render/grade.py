"""From linear light to the finished picture: filmic tone, each winery's own grade, grain."""

from dataclasses import dataclass

import cv2
import numpy as np

LUMA = np.asarray((0.2126, 0.7152, 0.0722), np.float32)
Rgb = tuple[float, float, float]


@dataclass(frozen=True)
class Grade:
    """How one winery's pictures are printed.

    ``exposure`` in stops; ``low`` and ``high`` tint shadows and lights (1 is neutral);
    ``chroma`` scales saturation; ``contrast`` is the slope about middle grey; ``bloom`` the
    share of light that spills around bright parts; ``grain`` its depth in 8-bit steps.
    """

    exposure: float = 0.0
    low: Rgb = (1.0, 1.0, 1.0)
    high: Rgb = (1.0, 1.0, 1.0)
    chroma: float = 1.0
    contrast: float = 1.1
    bloom: float = 0.05
    grain: float = 2.2


GRADES = {
    "rioja": Grade(0.1, (1.06, 0.97, 0.90), (1.04, 1.0, 0.93), 1.02, 1.14),
    "piedmont": Grade(0.0, (0.95, 0.99, 1.07), (1.03, 1.0, 0.95), 0.88, 1.06),
    "douro": Grade(0.0, (0.95, 0.98, 1.06), (1.07, 1.0, 0.88), 1.0, 1.14),
    "bordeaux": Grade(0.05, (0.97, 0.99, 1.05), (1.02, 1.0, 0.96), 0.92, 1.08),
    "qingtian": Grade(0.0, (0.93, 1.02, 1.02), (1.0, 1.0, 0.97), 0.96, 1.06),
}


def filmic(light: np.ndarray) -> np.ndarray:
    """Linear light to display values 0-1, with a soft toe and shoulder.

    The rational fit of the ACES curve by Narkowicz (2015), then the sRGB transfer.
    """
    x = np.maximum(light, 0) * 0.8
    y = np.clip((x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14), 0, 1)
    out: np.ndarray = np.where(y <= 0.0031308, y * 12.92, 1.055 * y ** (1 / 2.4) - 0.055)
    return out


def _soft(picture: np.ndarray, sigma: float) -> np.ndarray:
    """A Gaussian blur; wide ones on a smaller copy, which shows no difference."""
    less = max(int(sigma / 8), 1)
    h, w = picture.shape[:2]
    if less > 1:
        size = (max(w // less, 1), max(h // less, 1))
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(picture, (0, 0), sigma * picture.shape[1] / w)
    out: np.ndarray = cv2.resize(soft, (w, h), interpolation=cv2.INTER_LINEAR)
    return out


def tone(light: np.ndarray, grade: Grade, seed: int = 0) -> np.ndarray:
    """Grade a linear picture (h, w, 3); returns floats 0-1 of the same shape."""
    x = np.maximum(light.astype(np.float32), 0) * np.float32(2**grade.exposure)
    h, w = x.shape[:2]
    size = max(h, w) / 2112
    if grade.bloom > 0:
        bright = np.minimum(np.maximum(x - 1.0, 0), 8.0)
        spill = sum(_soft(bright, s * size) * k for s, k in ((6, 0.5), (26, 0.3), (90, 0.2)))
        x = x + spill * np.float32(grade.bloom * 4)
    luma = (x @ LUMA)[..., None]
    # film bleaches what is very bright towards white
    wash = np.clip((luma - 1.2) / 6, 0, 0.6)
    x = luma + (x - luma) * (grade.chroma * (1 - wash))
    out = filmic(x)
    grey = (out @ LUMA)[..., None]
    ramp = np.clip(grey * 1.6, 0, 1)
    ramp = ramp * ramp * (3 - 2 * ramp)
    tint = np.asarray(grade.low, np.float32) * (1 - ramp) + np.asarray(grade.high) * ramp
    out = out * tint
    pivot = 0.38
    out = pivot * (np.maximum(out, 1e-5) / pivot) ** grade.contrast
    if grade.grain > 0:
        rng = np.random.default_rng(seed)
        speck = cv2.GaussianBlur(rng.standard_normal((h, w)).astype(np.float32), (0, 0), 0.8)
        speck *= grade.grain / 255 / max(float(speck.std()), 1e-6)
        mid = 4 * np.clip(grey, 0, 1) * (1 - np.clip(grey, 0, 1)) * 0.7 + 0.3
        out = out + speck[..., None] * mid
    result: np.ndarray = np.clip(out, 0, 1)
    return result


def bytes8(picture: np.ndarray, seed: int = 0) -> np.ndarray:
    """0-1 floats to uint8 with a dither of one step, so that dark gradients do not band."""
    rng = np.random.default_rng(seed + 1)
    noise = rng.random(picture.shape[:2], dtype=np.float32)[..., None]
    out: np.ndarray = np.clip(picture * 255 + noise, 0, 255).astype(np.uint8)
    return out


def depth_map(depth: np.ndarray) -> np.ndarray:
    """Nearness (h/4, w/4) uint8, 255 in front, linear in 1/distance, for moves with parallax."""
    near = 1 / np.maximum(depth, 1e-3)
    low, high = np.percentile(near, [0.5, 99.5])
    flat = np.clip((near - low) / max(float(high - low), 1e-9), 0, 1).astype(np.float32)
    h, w = flat.shape
    small = cv2.resize(flat, (max(w // 4, 1), max(h // 4, 1)), interpolation=cv2.INTER_AREA)
    out: np.ndarray = (small * 255 + 0.5).astype(np.uint8)
    return out


def around(picture: np.ndarray, margin: int) -> np.ndarray:
    """A panorama with ``margin`` columns of the other end on each side, so that none shows."""
    sides = ((0, 0), (margin, margin), (0, 0))[: picture.ndim]
    return np.pad(picture, sides, mode="wrap")
