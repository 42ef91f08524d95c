"""Plates of the cellar: ageing, blending, filtering, bottling."""

from PySide6.QtGui import QPainterPath

from make.burin import (
    CONTOUR,
    DETAIL,
    HATCH,
    Burin,
    box,
    curve,
    disc,
    loop,
    trail,
)

VATS = (40.0, 230.0, 420.0)  # left edges of the wines still apart, 140 wide


def _barrel(inset: float) -> QPainterPath:
    """A lying barrel's outline, or that of its inside."""
    top, bulge, low, belly = 186 + inset, 128 + inset, 424 - inset, 482 - inset
    left, right = 52 + inset, 548 - inset
    shape = curve((left, top), ((left + 150, bulge), (right - 150, bulge), (right, top)))
    shape.lineTo(right, low)
    shape.cubicTo(right - 150, belly, left + 150, belly, left, low)
    shape.closeSubpath()
    return shape


def ageing_back(b: Burin) -> None:
    """The cradle, and the wine in the barrel."""
    for x in (118, 408):
        cradle = loop([(x, 448), (x + 74, 448), (x + 92, 556), (x - 18, 556)])
        b.body(cradle)
        b.grain(cradle, 9)
    b.floor(558, 40, 560)
    b.painter.fillPath(_barrel(26), b.must)


def ageing_front(b: Burin) -> None:
    """The staves cut through, the lees on the bottom, hoops and bung."""
    inside = _barrel(28)
    lees = inside.intersected(box(60, 416, 480, 60))
    b.painter.fillPath(lees, b.must.darker(190))
    b.hatch(lees, 12, 4, HATCH, 0.5)
    b.hatch(lees, -18, 6, HATCH, 0.4)
    wood = _barrel(0).subtracted(_barrel(28))
    b.body(wood, CONTOUR)
    b.painter.save()
    b.painter.setClipPath(wood)
    for step in (7, 14, 21):
        b.stroke(_barrel(step), HATCH, 0.6)
    b.painter.restore()
    for x in (52, 522):
        head = box(x, 190, 26, 230)
        b.hatch(head, 45, 6, HATCH, 0.6)
    for x, top, low in ((96, 158, 450), (176, 142, 468), (400, 142, 468), (480, 158, 450)):
        for y in (top - 4, low - 8):
            b.hoop(x, y, 26, 12)
    bung = loop([(284, 128), (316, 128), (311, 172), (289, 172)])
    b.body(bung)
    b.hatch(bung, 45, 4)


def blending_back(b: Burin) -> None:
    """Three vats, their pipes, and the one below."""
    for x in VATS:
        b.body(box(x, 80, 140, 150, 4), CONTOUR)
    for start, end in ((110, 200), (300, 300), (490, 400)):
        pipe = curve((start, 230), ((start, 300), (end, 270), (end, 336)))
        b.stroke(pipe, 20)
        b.stroke(pipe, 15, 1, b.ground)
    b.body(box(116, 366, 368, 206, 6), CONTOUR + 0.6)


def blending_front(b: Burin) -> None:
    """Walls cut through, taps, and the glass it is tried in."""
    for x in VATS:
        for wall in (box(x, 76, 13, 158), box(x + 127, 76, 13, 158), box(x, 222, 140, 12)):
            b.body(wall, DETAIL)
            b.grain(wall, 5, upright=True)
        b.hoop(x - 4, 112, 20)
        b.hoop(x + 124, 112, 20)
        b.hoop(x - 4, 190, 20)
        b.hoop(x + 124, 190, 20)
        tap = box(x + 56, 234, 28, 16, 3)
        b.body(tap, DETAIL + 0.4)
        b.stroke(trail([(x + 84, 242), (x + 104, 242)]), CONTOUR)
        b.stroke(trail([(x + 104, 234), (x + 104, 250)]), CONTOUR)
    for wall in (box(112, 360, 16, 216), box(472, 360, 16, 216), box(112, 564, 376, 14)):
        b.body(wall, DETAIL + 0.4)
        b.grain(wall, 5, upright=True)
    for y in (396, 532):
        b.hoop(106, y, 26, 14)
        b.hoop(468, y, 26, 14)
    b.floor(580, 70, 600)
    wine = curve((524, 474), ((524, 510), (588, 510), (588, 474)))
    wine.closeSubpath()
    b.painter.fillPath(wine, b.must)
    bowl = curve((528, 420), ((504, 480), (530, 510), (556, 510)),
                 ((582, 510), (608, 480), (584, 420)))  # fmt: skip
    b.stroke(bowl, DETAIL + 0.4)
    b.stroke(disc(556, 420, 28, 0.16), DETAIL)
    b.stroke(disc(556, 474, 33, 0.14), HATCH)
    b.stroke(trail([(556, 510), (556, 566)]), CONTOUR)
    b.body(disc(556, 570, 30, 0.18), DETAIL + 0.4)


def _frost(b: Burin, x: float, y: float, size: float) -> None:
    for turn in range(3):
        b.painter.save()
        b.painter.translate(x, y)
        b.painter.rotate(turn * 60)
        b.stroke(trail([(0, -size), (0, size)]), DETAIL)
        for end in (-1, 1):
            b.stroke(trail([(-size * 0.25, end * size), (0, end * size * 0.66),
                            (size * 0.25, end * size)]), HATCH)  # fmt: skip
        b.painter.restore()


def filtering_back(b: Burin) -> None:
    """The cold tank from within, the pipe, the filter's house, the vessel of clear wine."""
    for x in (66, 232):
        leg = loop([(x, 520), (x + 26, 520), (x + 20, 574), (x + 6, 574)])
        b.body(leg, DETAIL + 0.4)
        b.hatch(leg, 60, 5)
    b.floor(576, 20, 600)
    lid = curve((32, 112), ((70, 66), (254, 66), (292, 112)))
    lid.closeSubpath()
    b.body(lid)
    b.hatch(lid, 0, 6, HATCH, 0.45)
    b.body(box(32, 110, 260, 412, 8), CONTOUR + 0.6)
    pipe = trail([(292, 400), (600 - 82, 400), (518, 440)])
    b.stroke(pipe, 22)
    b.stroke(pipe, 17, 1, b.ground)
    b.body(box(350, 314, 92, 172, 10), CONTOUR)
    b.body(box(458, 446, 124, 128, 4), CONTOUR)


def filtering_front(b: Burin) -> None:
    """The tank's double wall with the cold running in it, and the sheet."""
    for x in (32, 266):
        wall = box(x, 114, 26, 404)
        b.body(wall, DETAIL + 0.4)
        for coil in range(12):
            b.body(disc(x + 13, 136 + coil * 32, 9), DETAIL)
            b.hatch(disc(x + 13, 136 + coil * 32, 9), 45, 4)
    base = box(32, 508, 260, 16)
    b.body(base, DETAIL + 0.4)
    b.hatch(base, 45, 5)
    _frost(b, 18, 240, 14)
    _frost(b, 312, 200, 14)
    _frost(b, 316, 300, 10)
    _frost(b, 14, 330, 10)
    sheet = box(388, 320, 16, 160)
    b.body(sheet, DETAIL + 0.4)
    b.hatch(sheet, 45, 4)
    b.hatch(sheet, -45, 4)
    for y in (314, 476):
        rim = box(346, y, 100, 12, 3)
        b.body(rim, DETAIL + 0.4)
        b.hatch(rim, 60, 5)
    for wall in (box(454, 440, 9, 136), box(577, 440, 9, 136)):
        b.body(wall, DETAIL)
        b.hatch(wall, 45, 4)


def bottling_back(b: Burin) -> None:
    """The table, and the bin where bottles lie."""
    b.body(box(396, 236, 204, 334, 2), CONTOUR)
    for row in range(4):
        y = 252 + row * 80
        b.stroke(trail([(396, y + 66), (600, y + 66)]), DETAIL)
        if row != 1:
            lying(b, 410, y)
    b.floor(572, 380, 600)
    table = box(0, 470, 372, 18)
    b.body(table)
    b.grain(table, 6)
    for x in (36, 320):
        leg = box(x, 488, 18, 84)
        b.body(leg, DETAIL + 0.4)
        b.grain(leg, 5, upright=True)
    b.floor(574, 0, 372)


def bottling_front(b: Burin) -> None:
    """The filling head above the one place, the corker above the other."""
    bowl = box(62, 20, 136, 62, 8)
    b.body(bowl)
    b.tint(box(66, 44, 128, 34, 4), 1)
    b.stroke(trail([(66, 44), (194, 44)]), DETAIL)
    b.hatch(box(66, 24, 128, 18), 0, 5, HATCH, 0.5)
    nozzle = loop([(116, 82), (144, 82), (137, 150), (123, 150)])
    b.body(nozzle, DETAIL + 0.4)
    b.shade_side(nozzle, 142, 0.5)
    house = box(258, 20, 84, 70, 6)
    b.body(house)
    b.shade_side(house, 340, 0.4)
    for y in (36, 74):
        b.stroke(trail([(258, y), (342, y)]), DETAIL)


def _bottle(x: float, y: float) -> QPainterPath:
    """A standing bottle, its top left corner given, 76 by 280 units."""
    shape = curve((x + 26, y), ((x + 26, y + 60), (x + 26, y + 70), (x + 24, y + 80)),
                  ((x + 20, y + 104), (x + 2, y + 104), (x + 2, y + 134)))  # fmt: skip
    shape.lineTo(x + 2, y + 270)
    shape.cubicTo(x + 2, y + 280, x + 74, y + 280, x + 74, y + 270)
    shape.lineTo(x + 74, y + 134)
    shape.cubicTo(x + 74, y + 104, x + 56, y + 104, x + 52, y + 80)
    shape.cubicTo(x + 50, y + 70, x + 50, y + 60, x + 50, y)
    shape.closeSubpath()
    return shape


def bottle(b: Burin, full: bool) -> None:
    """A bottle: the glass, or only the wine in it."""
    shape = _bottle(0, 4)
    if full:
        b.painter.fillPath(shape.intersected(box(4, 44, 68, 240)), b.must)
        b.tint(box(10, 150, 7, 116, 3), 0.35, b.ink)
        return
    b.stroke(shape, CONTOUR)
    b.stroke(trail([(22, 18), (54, 18)]), CONTOUR)
    b.stroke(box(10, 150, 7, 116, 3), HATCH, 0.8)
    b.hatch(shape.intersected(box(56, 130, 20, 150)), 62, 6)


def cork(b: Burin) -> None:
    """A cork, 22 by 44 units."""
    b.body(box(1, 1, 20, 42, 2), DETAIL, b.ink)
    for y in range(8, 40, 7):
        b.stroke(trail([(4 + y % 5, y), (11 + y % 7, y)]), HATCH, 0.9, b.ground)


def plunger(b: Burin) -> None:
    """What drives the cork in, 22 by 90 units."""
    rod = box(3, 0, 16, 90, 2)
    b.body(rod, DETAIL + 0.4)
    b.shade_side(rod, 19, 0.6)


def lying(b: Burin, x: float, y: float) -> None:
    """A full bottle on its side, the cork to the right, in ``(x, y, 190, 62)``."""
    b.painter.save()
    b.painter.translate(x + 190, y + 2)
    b.painter.rotate(90)
    b.painter.scale(0.8, 0.68)
    b.painter.fillPath(_bottle(0, 4).intersected(box(12, 30, 64, 260)), b.must)
    bottle(b, full=False)
    b.body(box(28, 2, 20, 38, 2), DETAIL, b.ink)
    b.painter.restore()
