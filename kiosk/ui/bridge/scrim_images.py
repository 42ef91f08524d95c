"""The shade that type stands in, as small pictures shaped by the layout.

One picture covers the stage: painted once per winery and layout at a quarter of 1080p and
stretched, it costs one blended rectangle a frame, where gradients would leave the fast path of
software OpenGL for every pixel.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGradient, QImage, QLinearGradient, QPainter, QRadialGradient
from PySide6.QtQuick import QQuickImageProvider

WIDE = QSize(480, 270)
UPRIGHT = QSize(270, 480)
CORNER = QSize(160, 160)
STOPS = 12  # of a smooth ramp: enough that no edge of it can be seen


def _ramp(gradient: QGradient, ground: QColor, strength: float) -> QGradient:
    """From full strength at 0 to nothing at 1, without a visible beginning or end."""
    for stop in range(STOPS + 1):
        share = stop / STOPS
        colour = QColor(ground)
        colour.setAlphaF(strength * (1 - share * share * (3 - 2 * share)))
        gradient.setColorAt(share, colour)
    return gradient


def _line(start: tuple[float, float], end: tuple[float, float]) -> QLinearGradient:
    return QLinearGradient(QPointF(*start), QPointF(*end))


def _shades(layout: str, width: int, height: int) -> Sequence[tuple[QGradient, float]]:
    """Gradients and strengths: the edge a title stands at, the foot, the head."""
    w, h = float(width), float(height)
    if layout == "corner":
        return ((QRadialGradient(QPointF(w, 0), w), 0.92),)
    if layout == "upright":
        return (
            (_line((0, h * 0.76), (0, h * 0.48)), 0.93),
            (_line((0, 0), (0, h * 0.20)), 0.80),
        )
    corner = QRadialGradient(QPointF(w, 0), w * 0.44)
    reach, strength = (0.50, 0.88) if layout == "wine" else (0.28, 0.84)
    return (
        (_line((w * reach * 0.2, 0), (w * reach, 0)), strength),
        (_line((0, h * 0.97), (0, h * 0.60)), 0.86),
        (corner, 0.74),
    )


def paint(layout: str, ground: QColor) -> QImage:
    """The shade in a winery's ground: ``wide``, ``wine`` (notes on the left), ``upright``,
    ``corner`` (the upper right one, for the letterhead alone).
    """
    size = {"upright": UPRIGHT, "corner": CORNER}.get(layout, WIDE)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    for gradient, strength in _shades(layout, size.width(), size.height()):
        painter.fillRect(QRectF(image.rect()), _ramp(gradient, ground, strength))
    painter.end()
    return image


class ScrimImages(QQuickImageProvider):
    """Serves ``image://scrim/<layout>/<rrggbb>``."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, name: str, size: QSize, requested: QSize) -> Any:
        """The shade of that layout and colour."""
        layout, _, colour = name.partition("/")
        return paint(layout, QColor(f"#{colour}"))
