"""The jacket's woven motif: bayberry sprigs on a half-drop repeat, as a tileable mask."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

SIZE = 2048


def draw(path: Path, kind: str) -> None:
    """Draw a motif (`bayberry` or `plain`) to a grey PNG; white is the motif."""
    picture = Image.new("L", (SIZE, SIZE), 0)
    if kind == "bayberry":
        pen = ImageDraw.Draw(picture)
        for ox in (-SIZE, 0, SIZE):
            for oy in (-SIZE, 0, SIZE):
                for cx, cy, turn in ((0.25, 0.25, 0.3), (0.75, 0.75, 3.5)):
                    _sprig(pen, ox + cx * SIZE, oy + cy * SIZE, SIZE * 0.19, turn)
                for cx, cy, turn in ((0.75, 0.25, 2.0), (0.25, 0.75, 5.2)):
                    _leaf_pair(pen, ox + cx * SIZE, oy + cy * SIZE, SIZE * 0.085, turn)
    picture.filter(ImageFilter.GaussianBlur(1.6)).save(path)


def _leaf(
    pen: ImageDraw.ImageDraw, x0: float, y0: float, x1: float, y1: float, width: float
) -> None:
    t = np.linspace(0, 1, 24)
    across = np.array([-(y1 - y0), x1 - x0]) / np.hypot(x1 - x0, y1 - y0)
    half = width * np.sin(np.pi * t) ** 0.85
    spine = np.stack([x0 + (x1 - x0) * t, y0 + (y1 - y0) * t], 1)
    outline = np.concatenate(
        [spine + half[:, None] * across, (spine - half[:, None] * across)[::-1]]
    )
    pen.polygon([tuple(p) for p in outline], fill=225)
    pen.line([(x0, y0), (x1, y1)], fill=40, width=7)
    for k in range(4, 20, 3):
        for side in (1, -1):
            tip = spine[min(23, k + 3)] + side * half[k] * 0.8 * across
            pen.line([tuple(spine[k]), tuple(tip)], fill=90, width=4)


def _leaf_pair(pen: ImageDraw.ImageDraw, cx: float, cy: float, r: float, turn: float) -> None:
    for a in (turn, turn + 2.2):
        _leaf(pen, cx, cy, cx + r * np.cos(a), cy + r * np.sin(a), r * 0.2)


def _sprig(pen: ImageDraw.ImageDraw, cx: float, cy: float, r: float, turn: float) -> None:
    def at(distance: float, angle: float) -> tuple[float, float]:
        return cx + distance * r * np.cos(angle + turn), cy + distance * r * np.sin(angle + turn)

    for angle, length in ((0.15, 0.95), (1.75, 0.8), (3.3, 1.0), (4.3, 0.75), (5.2, 0.9)):
        _leaf(pen, *at(0.1, angle), *at(length, angle + 0.25), r * 0.14)
    for angle in (-0.6, 0.95, 2.6):
        x, y = at(0.42, angle)
        berry = r * 0.22
        pen.ellipse([x - berry, y - berry, x + berry, y + berry], fill=235)
        for ring in range(3):
            studs = max(1, ring * 6)
            for j in range(studs):
                t = j / studs * 2 * np.pi
                sx, sy = x + berry * 0.36 * ring * np.cos(t), y + berry * 0.36 * ring * np.sin(t)
                q = berry * 0.12
                pen.ellipse([sx - q, sy - q, sx + q, sy + q], fill=60)
