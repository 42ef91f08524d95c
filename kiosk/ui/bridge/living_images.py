"""The little pictures of what moves on the stage: made in memory, moved by QML.

Each is made once per colour and size, in a few milliseconds, and only when a scene asks for it.
A booth without a graphics card draws nothing but pictures fast, so everything that lives is made
of them: no shaders, no particles.
"""

import math
from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickImageProvider

Plane = NDArray[np.float32]  # (h, w), 0 to 1

VEIL = (448, 128)  # width and height of each look, pixels
FLAME = (48, 128)
ROUND = (128, 128)
STREAK = (16, 96)
LEAF = (96, 96)
TIP = (255, 196, 112)  # of a flame: its edge is as warm as its middle is pale
LOBES = ((0.0, 0.96), (0.95, 0.80), (-0.95, 0.80), (2.0, 0.55), (-2.0, 0.55))  # radians, length


def _grid(size: tuple[int, int]) -> tuple[Plane, Plane]:
    """Across and down, -1 to 1 at the edges."""
    width, height = size
    x = (np.arange(width, dtype=np.float32) + 0.5) / width * 2 - 1
    y = (np.arange(height, dtype=np.float32) + 0.5) / height * 2 - 1
    across, down = np.meshgrid(x, y)
    return across.astype(np.float32), down.astype(np.float32)


def _step(start: float, end: float, value: Plane) -> Plane:
    share = np.clip((value - start) / (end - start), 0, 1).astype(np.float32)
    smooth: Plane = share * share * (3 - 2 * share)
    return smooth


def _clouds(size: tuple[int, int], seed: int) -> Plane:
    """Soft noise of four octaves, wider than high, 0 to 1."""
    rng = np.random.default_rng(seed)
    total = np.zeros((size[1], size[0]), np.float32)
    for octave in range(4):
        cells = (2 << octave) + 1, (3 << octave) + 1
        coarse = rng.random(cells, dtype=np.float32)
        total += np.asarray(cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC), np.float32) / (
            1.8**octave
        )
    clouds: Plane = ((total - total.min()) / np.ptp(total)).astype(np.float32)
    return clouds


def _veil(seed: int) -> Plane:
    across, down = _grid(VEIL)
    body = _step(0.28, 0.92, _clouds(VEIL, seed))
    return body * _step(1, 0.25, np.abs(across)) * _step(1, 0.1, np.abs(down))


def _glow(_seed: int) -> Plane:
    radius = np.hypot(*_grid(ROUND))
    return (0.4 * _step(1, 0, radius) + 0.6 * _step(0.7, 0, radius) ** 2).astype(np.float32)


def _bubble(_seed: int) -> Plane:
    across, down = _grid(ROUND)
    radius = np.hypot(across, down)
    rim = _step(0.62, 0.86, radius) * _step(1, 0.88, radius)
    light = np.exp(-((across + 0.34) ** 2 + (down + 0.38) ** 2) / 0.03)
    return np.clip(0.75 * rim + light + 0.10 * _step(1, 0.9, radius), 0, 1).astype(np.float32)


def _ring(_seed: int) -> Plane:
    radius = np.hypot(*_grid(ROUND))
    return np.exp(-(((radius - 0.86) / 0.07) ** 2)).astype(np.float32)


def _mote(_seed: int) -> Plane:
    return np.exp(-((np.hypot(*_grid(ROUND)) / 0.42) ** 2)).astype(np.float32)


def _streak(_seed: int) -> Plane:
    across, down = _grid(STREAK)
    return (_step(1, 0, np.abs(across)) * _step(1, 0.1, np.abs(down))).astype(np.float32)


def _leaf(seed: int) -> tuple[Plane, Plane]:
    """Opacity and tone of a vine leaf: five lobes with veins, toothed, one half in its shade."""
    across, down = _grid(LEAF)
    down = down - 0.12
    angle, radius = np.arctan2(across, -down), np.hypot(across, down)
    rng = np.random.default_rng(seed)
    edge = np.full_like(angle, 0.52)
    veins = np.zeros_like(angle)
    for turn, length in LOBES:
        off = np.angle(np.exp(1j * (angle - turn - rng.normal(0, 0.05))))
        edge = np.maximum(edge, length * np.exp(-((off / 0.56) ** 2)))
        veins = np.maximum(veins, np.exp(-((off * radius / 0.035) ** 2)) * (radius < length))
    edge = edge * (1 + 0.035 * np.sin(angle * 23)) * (0.95 + 0.05 * rng.random())
    stalk = (np.abs(across - 0.05 * down) < 0.028) & (down > 0) & (down < 0.8)
    body = np.clip((edge - radius) * LEAF[0] / 3, 0, 1)
    tone = 0.86 + 0.16 * (across < 0) + 0.22 * veins - 0.14 * radius
    return np.maximum(body, stalk).astype(np.float32), tone.astype(np.float32)


def _flame() -> QImage:
    """A candle's flame, upright, its foot at the lower edge."""
    across, down = _grid(FLAME)
    high: Plane = ((1 - down) / 2).astype(np.float32)  # 0 at the foot, 1 at the tip
    width = 0.86 * np.sqrt(np.clip(high * 3.2, 0, 1)) * np.clip(1 - high, 0, 1) ** 0.62
    inside: Plane = (np.abs(across) / np.maximum(width, 1e-3)).astype(np.float32)
    alpha = _step(1.15, 0.35, inside) * _step(0, 0.34, high) * _step(1, 0.94, high)
    core = _step(0.95, 0.1, inside) * _step(0.02, 0.3, high) * _step(1.0, 0.35, high)
    edge, pale = np.array(TIP, np.float32), np.array([255, 246, 214], np.float32)
    colour = edge + core[..., None] * (pale - edge)
    return _picture(alpha.astype(np.float32), colour)


def _picture(alpha: Plane, colour: NDArray[np.float32]) -> QImage:
    """Opacity (h, w) and colour (3,) or (h, w, 3), 0 to 255, as a premultiplied picture."""
    height, width = alpha.shape
    pixels = np.empty((height, width, 4), np.uint8)
    pixels[..., :3] = np.clip(colour, 0, 255) * alpha[..., None] + 0.5
    pixels[..., 3] = alpha * 255 + 0.5
    pixels[..., :3] = np.minimum(pixels[..., :3], pixels[..., 3:])
    form = QImage.Format.Format_RGBA8888_Premultiplied
    return QImage(pixels.tobytes(), width, height, 4 * width, form).copy()


_PLAIN: dict[str, Callable[[int], Plane]] = {
    "veil": _veil, "glow": _glow, "bubble": _bubble, "ring": _ring, "mote": _mote,
    "streak": _streak,
}  # fmt: skip
LOOKS = (*_PLAIN, "flame", "leaf")


def draw(look: str, colour: QColor, seed: int) -> QImage:
    """One of LOOKS in a colour; ``seed`` tells veils and leaves apart. Raises KeyError."""
    if look == "flame":
        return _flame()
    plain = np.array([colour.red(), colour.green(), colour.blue()], np.float32)
    if look == "leaf":
        alpha, tone = _leaf(seed)
        return _picture(alpha, plain * tone[..., None])
    return _picture(_PLAIN[look](seed), plain)


class LivingImages(QQuickImageProvider):
    """Serves ``image://living/<look>/<rrggbb>/<seed>``."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, name: str, size: QSize, requested: QSize) -> Any:
        """The picture, at most of the size asked for: enlarging is left to the stage."""
        look, colour, seed = name.split("/")
        image = draw(look, QColor(f"#{colour}"), int(seed))
        wanted = max(requested.width(), requested.height())
        share = min(1.0, wanted / max(image.width(), image.height())) if wanted > 0 else 1.0
        if share == 1.0:
            return image
        return image.scaled(
            max(1, math.ceil(image.width() * share)),
            max(1, math.ceil(image.height() * share)),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
