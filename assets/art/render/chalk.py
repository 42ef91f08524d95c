"""Figures as a hand writes them, in chalk or pencil: strokes, not type."""

from pathlib import Path

import cv2
import numpy as np
from PIL import Image

STROKES: dict[str, list[list[tuple[float, float]]]] = {  # 1 high, y down
    "0": [[(0.3, 0), (0.08, 0.2), (0.02, 0.6), (0.2, 1), (0.45, 0.9), (0.55, 0.5), (0.3, 0)]],
    "1": [[(0.08, 0.25), (0.3, 0), (0.28, 1)]],
    "2": [[(0.05, 0.22), (0.25, 0), (0.5, 0.15), (0.42, 0.45), (0.05, 0.97), (0.58, 0.95)]],
    "3": [[(0.06, 0.1), (0.35, 0), (0.5, 0.2), (0.24, 0.44), (0.54, 0.66), (0.35, 1), (0.02, 0.9)]],
    "4": [[(0.36, 0), (0.02, 0.64), (0.6, 0.6)], [(0.42, 0.35), (0.38, 1.02)]],
    "5": [[(0.52, 0), (0.12, 0.03), (0.08, 0.42), (0.4, 0.4), (0.54, 0.7), (0.3, 1), (0, 0.9)]],
    "6": [[(0.45, 0), (0.12, 0.4), (0.06, 0.8), (0.3, 1), (0.52, 0.75), (0.3, 0.55), (0.07, 0.75)]],
    "7": [[(0.03, 0.03), (0.55, 0), (0.2, 1)], [(0.16, 0.5), (0.5, 0.46)]],
    "8": [
        [(0.45, 0.1), (0.2, 0), (0.08, 0.22), (0.45, 0.6), (0.4, 0.98), (0.1, 0.95), (0.1, 0.66)],
        [(0.1, 0.66), (0.48, 0.25), (0.45, 0.1)],
    ],
    "9": [[(0.5, 0.2), (0.25, 0), (0.06, 0.25), (0.25, 0.48), (0.5, 0.2), (0.5, 0.6), (0.3, 1.02)]],
    "h": [[(0.1, 0), (0.06, 1)], [(0.07, 0.65), (0.28, 0.45), (0.4, 0.6), (0.38, 1)]],
    "l": [[(0.15, 0), (0.1, 0.85), (0.22, 1)]],
    ".": [[(0.06, 0.96), (0.1, 1.0)]],
    ",": [[(0.1, 0.92), (0.04, 1.12)]],
    "'": [[(0.12, 0), (0.06, 0.2)]],
    "-": [[(0.04, 0.55), (0.38, 0.52)]],
    "+": [[(0.04, 0.55), (0.44, 0.53)], [(0.24, 0.34), (0.23, 0.76)]],
    "/": [[(0.42, -0.05), (0.05, 1.05)]],
    "%": [
        [(0.5, 0), (0.06, 1)],
        [(0.14, 0.05), (0.04, 0.2), (0.16, 0.3), (0.24, 0.16), (0.14, 0.05)],
        [(0.46, 0.68), (0.36, 0.84), (0.48, 0.96), (0.56, 0.8), (0.46, 0.68)],
    ],
    "C": [[(0.5, 0.12), (0.28, 0), (0.06, 0.3), (0.06, 0.7), (0.28, 1), (0.52, 0.88)]],
    "M": [[(0.04, 1), (0.1, 0), (0.34, 0.62), (0.58, 0), (0.66, 1)]],
    "P": [
        [(0.1, 0), (0.06, 1)],
        [(0.08, 0.04), (0.4, 0.02), (0.48, 0.25), (0.36, 0.5), (0.08, 0.5)],
    ],
    "V": [[(0.04, 0), (0.28, 1), (0.56, 0)]],
    "S": [
        [(0.5, 0.1), (0.24, 0), (0.08, 0.24), (0.42, 0.56), (0.46, 0.84), (0.22, 1), (0.02, 0.9)]
    ],
    "T": [[(0.02, 0.03), (0.56, 0)], [(0.3, 0.02), (0.27, 1)]],
    "G": [[(0.5, 0.14), (0.26, 0), (0.06, 0.34), (0.1, 0.8), (0.34, 1), (0.5, 0.62), (0.32, 0.6)]],
    "r": [[(0.1, 0.42), (0.1, 1)], [(0.1, 0.6), (0.24, 0.44), (0.36, 0.48)]],
    "x": [[(0.06, 0.46), (0.4, 1)], [(0.42, 0.44), (0.04, 1)]],
    "=": [[(0.04, 0.44), (0.44, 0.42)], [(0.04, 0.66), (0.44, 0.64)]],
}
Line = tuple[str, float, float, float]  # text, left, top and height in shares of the picture


def write(
    path: Path,
    size: tuple[int, int],
    lines: list[Line],
    ink: tuple[int, int, int] = (226, 220, 204),
    pen: float = 0.085,
    dry: float = 0.55,
    rules: list[tuple[float, float, float, float]] | None = None,
    seed: int = 5,
) -> Path:
    """Write lines onto a clear picture of ``size``; ``pen`` is the stroke's width of its height.

    ``dry`` is how much the ground's tooth keeps of the chalk; ``rules`` are further strokes from
    x, y to x, y.
    """
    rng = np.random.default_rng(seed)
    w, h = size
    cover = np.zeros((h, w), np.float32)
    for text, left, top, tall in lines:
        x, high = left * w, tall * h
        for sign in text:
            if sign == " ":
                x += 0.45 * high
                continue
            wide = 0.0
            for stroke in STROKES[sign]:
                p = np.asarray(stroke) + rng.normal(0, 0.012, (len(stroke), 2))
                wide = max(wide, float(p[:, 0].max()))
                p = smooth(p) * high + [x, top * h + rng.normal(0, 0.015) * high]
                draw(cover, p, pen * high)
            x += (wide + 0.17 + rng.normal(0, 0.012)) * high
    for x0, y0, x1, y1 in rules or ():
        t = np.linspace(0, 1, 12)[:, None]
        p = np.asarray([x0 * w, y0 * h]) * (1 - t) + np.asarray([x1 * w, y1 * h]) * t
        draw(cover, p + rng.normal(0, 0.0012 * h, p.shape), pen * 0.06 * h)
    tooth = cv2.GaussianBlur(rng.standard_normal((h, w)).astype(np.float32), (0, 0), 1.1)
    tooth += 0.8 * cv2.GaussianBlur(rng.standard_normal((h, w)).astype(np.float32), (0, 0), 4)
    tooth = np.clip(0.5 + tooth / (4 * tooth.std()), 0, 1)
    alpha = np.clip(cover, 0, 1) * np.clip(1 - dry * 1.5 * tooth, 0, 1)
    smear = cv2.GaussianBlur(cover, (0, 0), 0.02 * h) * 0.10
    out = np.empty((h, w, 4), np.uint8)
    out[..., :3] = ink
    out[..., 3] = np.clip(255 * np.maximum(alpha, smear), 0, 255)
    Image.fromarray(out).save(path)
    return path


def smooth(points: np.ndarray) -> np.ndarray:
    """A line twice cut at its corners (Chaikin), its ends kept."""
    for _ in range(2):
        a, b = points[:-1], points[1:]
        cut = np.stack([0.75 * a + 0.25 * b, 0.25 * a + 0.75 * b], 1).reshape(-1, 2)
        points = np.vstack([points[:1], cut, points[-1:]])
    return points


def draw(cover: np.ndarray, points: np.ndarray, wide: float) -> None:
    """A stroke with soft edges into a coverage picture."""
    p = np.round(points * 16).astype(np.int32).reshape(-1, 1, 2)
    cv2.polylines(cover, [p], False, 1.0, max(round(wide), 1), cv2.LINE_AA, 4)
