"""The story's picture under fingers: closer, about, back; swipes and strangers leave it alone."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from tests.walker import Walker, walker

__all__ = ["walker"]  # the fixture


def pixel(image: QImage, x: float, y: float) -> list[int]:
    colour = image.pixelColor(round(x), round(y))
    return [colour.red(), colour.green(), colour.blue()]


def lens(who: Walker) -> tuple[float, float, float]:
    """How much closer the stage's picture is, and where its corner lies."""
    stage = who.find("places").parentItem()
    assert stage is not None
    at = stage.property("lensAt")
    return float(stage.property("lens")), float(at.x()), float(at.y())


def pinch(who: Walker, centre: QPoint, start: int, end: int) -> None:
    """Two fingers come down beside each other and spread; both leave."""
    step = QPoint(1, 0)
    who.fingers(p0=centre - step * (start // 2))
    who.fingers(m0=centre - step * (start // 2), p1=centre + step * (start // 2))
    for share in (0.25, 0.5, 0.75, 1.0):
        reach = step * round((start + (end - start) * share) / 2)
        who.fingers(m0=centre - reach, m1=centre + reach)
        QTest.qWait(15)
    who.fingers(r0=centre - step * (end // 2), r1=centre + step * (end // 2))


def test_two_fingers_bring_it_closer_one_moves_it_a_double_tap_puts_it_back(
    walker: Walker,
) -> None:
    walker.open("story")
    walker.wait(lambda: bool(walker.named("magnifier")))
    QTest.qWait(2500)  # the dissolve
    centre = QPoint(400, 60)  # above the shade that type stands in
    before = walker.window.grabWindow()
    pinch(walker, centre, 80, 160)
    walker.wait(lambda: lens(walker)[0] == pytest.approx(2, abs=0.05))
    after = walker.window.grabWindow()
    for x, y in [(40, 20), (-60, -30), (0, 0)]:
        there = pixel(before, centre.x() + x / 2, centre.y() + y / 2)
        assert pixel(after, centre.x() + x, centre.y() + y) == pytest.approx(there, abs=14)
    told = len(walker.heard("scene"))
    scale, left, top = lens(walker)
    walker.fingers(p0=centre)
    for step in (10, 60, 120):
        walker.fingers(m0=centre + QPoint(step, 0))
        QTest.qWait(15)
    walker.fingers(r0=centre + QPoint(120, 0))
    assert lens(walker) == pytest.approx((scale, left + 120, top), abs=1.5)
    QTest.qWait(300)
    assert len(walker.heard("scene")) == told, "no swipe while it is closer"
    for _ in range(2):
        walker.fingers(p0=centre)
        walker.fingers(r0=centre)
    walker.wait(lambda: lens(walker) == (1, 0, 0))


def test_leaving_puts_it_back_and_strangers_do_not_pinch(walker: Walker) -> None:
    walker.open("story")
    walker.wait(lambda: bool(walker.named("magnifier")))
    QTest.qWait(500)
    walker.fingers(p0=QPoint(80, 130))
    walker.fingers(m0=QPoint(80, 130), p1=QPoint(700, 130))
    walker.fingers(m0=QPoint(80, 130), m1=QPoint(900, 130))
    assert lens(walker) == (1, 0, 0)
    walker.fingers(r0=QPoint(80, 130), r1=QPoint(900, 130))
    pinch(walker, QPoint(400, 130), 80, 200)
    walker.wait(lambda: lens(walker)[0] > 2)
    walker.tap("bar-contents")
    walker.wait(lambda: lens(walker) == (1, 0, 0))
    image = walker.window.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
    assert np.frombuffer(image.constBits(), np.uint8).mean() > 8
