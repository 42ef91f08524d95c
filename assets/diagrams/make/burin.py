"""The engraver's tool: contours, hatching, grain and grapes, in one hand for every drawing.

Coordinates are units of the drawing, 600 to a side, y down.
"""

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

Point = tuple[float, float]

CONTOUR, DETAIL, HATCH = 3.2, 1.8, 1.15  # units: the three strengths of line
SHADE = 0.55  # how strongly hatching is inked


def loop(points: Iterable[Point]) -> QPainterPath:
    """A closed polygon."""
    path = trail(points)
    path.closeSubpath()
    return path


def trail(points: Iterable[Point]) -> QPainterPath:
    """An open line through points."""
    first, *rest = points
    path = QPainterPath(QPointF(*first))
    for x, y in rest:
        path.lineTo(x, y)
    return path


def curve(start: Point, *bends: tuple[Point, Point, Point]) -> QPainterPath:
    """An open line of cubic curves: two handles and an end each."""
    path = QPainterPath(QPointF(*start))
    for first, second, end in bends:
        path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    return path


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> QPainterPath:
    """A rectangle, its corners rounded where a radius is given."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path


def disc(x: float, y: float, radius: float, flat: float = 1) -> QPainterPath:
    """A circle, or an ellipse ``flat`` times as high as wide."""
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius * flat)
    return path


class Burin:
    """Draws on one plate.

    Args:
        painter: scaled to the drawing's units.
        ink: the line's colour.
        must: the winery's wine, as it shows on the dark.
        ground: what the drawing stands on; fills bodies so that they hide what is behind them.
    """

    def __init__(self, painter: QPainter, ink: QColor, must: QColor, ground: QColor) -> None:
        self.painter, self.ink, self.must, self.ground = painter, ink, must, ground
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _pen(self, width: float, strength: float, colour: QColor | None = None) -> QPen:
        shade = QColor(colour or self.ink)
        shade.setAlphaF(strength)
        pen = QPen(shade, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def stroke(
        self, path: QPainterPath, width: float = CONTOUR, strength: float = 1.0,
        colour: QColor | None = None,
    ) -> None:  # fmt: skip
        """A line along a path."""
        self.painter.strokePath(path, self._pen(width, strength, colour))

    def body(
        self, path: QPainterPath, width: float = CONTOUR, fill: QColor | None = None
    ) -> None:
        """A solid thing: its ground, then its contour."""
        self.painter.fillPath(path, fill or self.ground)
        self.stroke(path, width)

    def tint(self, path: QPainterPath, strength: float, colour: QColor | None = None) -> None:
        """A flat wash of colour, by default wine."""
        wash = QColor(colour or self.must)
        wash.setAlphaF(strength)
        self.painter.fillPath(path, wash)

    def hatch(
        self, path: QPainterPath, angle: float = 45, gap: float = 7, width: float = HATCH,
        strength: float = SHADE,
    ) -> None:  # fmt: skip
        """Parallel lines at ``angle`` degrees, clipped to a path."""
        frame = path.boundingRect()
        reach = math.hypot(frame.width(), frame.height()) / 2 + gap
        turn = QTransform().translate(frame.center().x(), frame.center().y()).rotate(angle)
        lines = QPainterPath()
        for step in range(-int(reach / gap), int(reach / gap) + 1):
            lines.moveTo(turn.map(QPointF(-reach, step * gap)))
            lines.lineTo(turn.map(QPointF(reach, step * gap)))
        self.painter.save()
        self.painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        self.stroke(lines, width, strength)
        self.painter.restore()

    def shade_side(self, path: QPainterPath, right: float, share: float = 0.3) -> None:
        """The shadow along a body's right side: hatching that opens towards the light."""
        frame = path.boundingRect()
        for part, gap in ((share, 9.0), (share * 0.5, 4.5)):
            strip = box(right - frame.width() * part, frame.y(), frame.width(), frame.height())
            self.hatch(path.intersected(strip), 62, gap)

    def grain(self, path: QPainterPath, gap: float = 8, upright: bool = False) -> None:
        """Wood: long lines that waver, and break off here and there."""
        frame = path.boundingRect()
        lines = QPainterPath()
        across, along = frame.height(), frame.width()
        if upright:
            across, along = along, across
        for row in range(1, int(across / gap) + 1):
            start = (row * 37) % 53 / 53 * along * 0.4
            end = along * (0.72 + (row * 29) % 31 / 31 * 0.28)
            for step in range(13):
                far = start + (end - start) * step / 12
                side = row * gap + 1.6 * math.sin(far * 0.045 + row * 1.7)
                place = (
                    QPointF(frame.x() + side, frame.y() + far)
                    if upright
                    else QPointF(frame.x() + far, frame.y() + side)
                )
                if step:
                    lines.lineTo(place)
                else:
                    lines.moveTo(place)
        self.painter.save()
        self.painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        self.stroke(lines, HATCH, 0.42)
        self.painter.restore()

    def staves(self, path: QPainterPath, step: float, upright: bool = True) -> None:
        """A body made of boards: their joints, then each one's grain."""
        frame = path.boundingRect()
        lines = QPainterPath()
        count = int((frame.width() if upright else frame.height()) / step)
        for number in range(1, count + 1):
            if upright:
                lines.moveTo(frame.x() + number * step, frame.top())
                lines.lineTo(frame.x() + number * step, frame.bottom())
            else:
                lines.moveTo(frame.left(), frame.y() + number * step)
                lines.lineTo(frame.right(), frame.y() + number * step)
        self.painter.save()
        self.painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        self.stroke(lines, DETAIL, 0.85)
        self.painter.restore()
        self.grain(path, step / 3.4, upright)

    def grape(self, x: float, y: float, radius: float, fill: QColor | None = None) -> None:
        """One berry: round by three strokes of shade and a spared light."""
        berry = disc(x, y, radius)
        self.body(berry, DETAIL, fill)
        for inset in (0.72, 0.46):
            arc = QPainterPath()
            rim = QRectF(x - radius * inset, y - radius * inset,
                         radius * inset * 2, radius * inset * 2)  # fmt: skip
            arc.arcMoveTo(rim, -75)
            arc.arcTo(rim, -75, 100)
            self.stroke(arc, HATCH, 0.7)
        self.tint(disc(x - radius * 0.35, y - radius * 0.38, radius * 0.16), 0.85, self.ink)

    def bunch(self, x: float, y: float, size: float, fill: QColor | None = None) -> None:
        """A bunch hanging from ``(x, y)``, about ``size`` high."""
        r = size * 0.088
        self.stroke(trail([(x, y - size * 0.1), (x, y + r)]), CONTOUR)
        for row, count in enumerate((4, 5, 4, 4, 3, 2, 1)):
            for number in range(count):
                across = (number - (count - 1) / 2) * r * 1.72
                lift = abs(number - (count - 1) / 2) * r * 0.22
                down = r * 1.1 + row * r * 1.5 - lift
                self.grape(x + across + (row % 2) * 1.2, y + down, r, fill)

    def leaf(self, x: float, y: float, size: float, turn: float = 0) -> None:
        """A vine leaf hanging from ``(x, y)``, five lobes with teeth, turned by degrees."""
        half = [(0.0, 0.10), (0.10, -0.06), (0.30, -0.10), (0.36, 0.02), (0.54, 0.06), (0.46, 0.20),
                (0.56, 0.36), (0.38, 0.40), (0.34, 0.52), (0.42, 0.68), (0.24, 0.70), (0.16, 0.82),
                (0.0, 1.0)]  # fmt: skip
        outline = half + [(-across, down) for across, down in reversed(half[1:-1])]
        shape = QPainterPath(QPointF(*half[0]))
        for number, (across, down) in enumerate(outline[1:] + outline[:1], start=1):
            before = outline[number - 1]
            middle = ((before[0] + across) / 2 * 0.97, (before[1] + down) / 2 * 0.97 + 0.012)
            shape.quadTo(QPointF(*middle), QPointF(across, down))
        place = QTransform().translate(x, y).rotate(turn).scale(size, size)
        leaf = place.map(shape)
        self.body(leaf, DETAIL + 0.4)
        right = QPainterPath()
        right.addRect(QRectF(0, -0.2, 0.7, 1.3))
        self.hatch(leaf.intersected(place.map(right)), turn + 32, 4.5, HATCH, 0.5)
        for tip in ((0.0, 0.98), (0.52, 0.34), (-0.52, 0.34), (0.33, -0.06), (-0.33, -0.06),
                    (0.36, 0.64), (-0.36, 0.64)):  # fmt: skip
            rib = QPainterPath(QPointF(0, 0.1))
            rib.quadTo(QPointF(tip[0] * 0.4, 0.1 + (tip[1] - 0.1) * 0.65), QPointF(*tip))
            self.stroke(place.map(rib), HATCH + 0.2, 0.9)

    def arrow(self, path: QPainterPath, width: float = CONTOUR) -> None:
        """A stroke of ink with a head at its end."""
        self.stroke(path, width)
        end = path.currentPosition()
        angle = math.radians(-path.angleAtPercent(0.97))
        head = QPainterPath()
        for side in (-1, 1):
            head.moveTo(end)
            head.lineTo(end.x() - 17 * math.cos(angle + side * 0.5),
                        end.y() - 17 * math.sin(angle + side * 0.5))  # fmt: skip
        self.stroke(head, width)

    def hoop(self, x: float, y: float, width: float, height: float = 12) -> None:
        """An iron hoop seen from the side."""
        band = box(x, y, width, height, 2)
        self.body(band, DETAIL)
        self.hatch(band, 70, 3.5)

    def floor(self, y: float, start: float, end: float) -> None:
        """The ground something stands on, with its shadow."""
        self.stroke(trail([(start, y), (end, y)]), DETAIL)
        under = box(start + 18, y, end - start - 36, 12)
        self.hatch(under, -24, 6, HATCH, 0.4)
