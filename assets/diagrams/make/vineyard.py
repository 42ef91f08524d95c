"""Plates of what is done with whole grapes: picking, sorting, crushing."""

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

BERRY = (440.0, 210.0, 132.0)  # the berry cut in half: centre and radius


def _crate(b: Burin, x: float, y: float, width: float, height: float, front: bool) -> None:
    if front:
        for row in range(3):
            board = box(x, y + row * height / 3 + 3, width, height / 3 - 6)
            b.body(board, DETAIL + 0.6)
            b.grain(board, 7)
        for post in (x + 10, x + width - 24):
            side = box(post, y, 14, height)
            b.body(side, DETAIL)
            b.grain(side, 4, upright=True)
    else:
        inside = loop([(x, y), (x + 18, y - 26), (x + width - 18, y - 26), (x + width, y)])
        b.body(inside, DETAIL)
        b.hatch(inside, 90, 6, HATCH, 0.4)


def picking_back(b: Burin) -> None:
    """Cane and leaves, the crate's far side, and one berry cut in half."""
    cane = curve((0, 62), ((90, 34), (150, 84), (225, 56)), ((270, 40), (300, 52), (325, 40)))
    b.stroke(cane, 15)
    b.stroke(cane, 10, 1, b.ground)
    b.stroke(cane, HATCH, 0.8)
    b.leaf(70, 50, 120, 30)
    b.leaf(268, 42, 116, -24)
    b.stroke(curve((165, 66), ((170, 80), (163, 86), (165, 98))), 5)
    _crate(b, 48, 470, 236, 104, front=False)
    x, y, r = BERRY
    for end in ((x - 70, y - r + 17), (x - 96, y + r - 38)):
        b.stroke(trail([(206, 196), end]), HATCH, 0.75)
    b.stroke(disc(206, 196, 25), DETAIL)
    b.body(disc(x, y, r), CONTOUR + 1)
    b.stroke(curve((x, y - r), ((x + 4, y - r - 20), (x - 8, y - r - 34), (x - 2, y - r - 52))), 8)
    pulp = disc(x, y, r - 15)
    b.stroke(pulp, DETAIL)
    for turn in range(24):  # fibres from the heart to the skin
        ray = QPainterPath()
        ray.addEllipse(x - 2, y - (r - 20), 4, 34)
        b.painter.save()
        b.painter.translate(x, y)
        b.painter.rotate(turn * 15)
        b.stroke(trail([(0, -(r - 22)), (0, -(r - 40 - (turn % 3) * 9))]), HATCH, 0.6)
        b.painter.restore()
    for side in (-1, 1):
        seed = curve(
            (x + side * 12, y - 34),
            ((x + side * 44, y - 16), (x + side * 46, y + 40), (x + side * 20, y + 46)),
            ((x + side * 2, y + 40), (x + side * 4, y - 10), (x + side * 12, y - 34)),
        )
        b.body(seed, DETAIL + 0.6)
        b.hatch(seed, 60, 4.5)
    for tube in (390, 470):
        b.body(box(tube, 400, 34, 160, 15), DETAIL + 0.6)
        for mark in range(1, 8):
            b.stroke(trail([(tube + 34, 400 + mark * 20), (tube + 42, 400 + mark * 20)]), HATCH)
    b.arrow(trail([(374, 540), (374, 430)]), DETAIL + 0.8)
    b.arrow(trail([(530, 420), (530, 530)]), DETAIL + 0.8)


def picking_front(b: Burin) -> None:
    """The crate's near side: what falls, falls behind it."""
    _crate(b, 48, 470, 236, 104, front=True)
    b.floor(576, 20, 312)


def sorting_back(b: Burin) -> None:
    """The chute, the table's belt on its rollers, the tank's inside."""
    chute = loop([(0, 150), (118, 214), (96, 262), (0, 210)])
    b.body(chute)
    b.grain(chute, 8)
    for leg in (108, 410):
        post = box(leg, 340, 18, 222)
        b.body(post, DETAIL + 0.4)
        b.hatch(post, 90, 4, HATCH, 0.4)
    b.stroke(trail([(118, 520), (418, 400)]), DETAIL)
    belt = box(66, 304, 410, 64, 32)
    b.body(belt, CONTOUR + 0.6)
    b.stroke(box(74, 312, 394, 48, 24), DETAIL)
    for roller in (98, 184, 270, 356, 444):
        b.body(disc(roller, 336, 22), DETAIL + 0.4)
        b.hatch(disc(roller, 336, 22), 45, 5)
        b.body(disc(roller, 336, 5), DETAIL)
    tank = loop([(492, 410), (596, 410), (590, 572), (498, 572)])
    b.body(tank)
    b.hatch(tank, 90, 8, HATCH, 0.3)
    bin_ = loop([(206, 468), (338, 468), (326, 572), (218, 572)])
    b.body(bin_)
    b.hatch(bin_, 90, 7, HATCH, 0.35)
    b.floor(574, 60, 600)


def sorting_front(b: Burin) -> None:
    """Near sides of bin and tank, and the way that what is not sound goes."""
    near = loop([(209, 492), (335, 492), (326, 572), (218, 572)])
    b.body(near)
    b.staves(near, 21)
    b.hoop(211, 506, 122)
    b.hoop(216, 546, 112)
    tank = loop([(493, 440), (595, 440), (590, 572), (498, 572)])
    b.body(tank)
    b.shade_side(tank, 593, 0.4)
    for y in (462, 556):
        b.stroke(trail([(494, y), (594, y)]), DETAIL)


def crushing_back(b: Burin) -> None:
    """Hopper, the drum laid open, rollers' funnel, the tank's inside."""
    hopper = loop([(24, 40), (196, 40), (150, 142), (84, 142)])
    b.body(hopper)
    b.hatch(hopper, 90, 9, HATCH, 0.35)
    drum = box(70, 142, 440, 132, 22)
    b.body(drum, CONTOUR + 0.6)
    b.hatch(box(78, 146, 424, 22), 0, 5, HATCH, 0.5)
    spout = loop([(510, 168), (600, 196), (600, 262), (510, 246)])
    b.body(spout, DETAIL + 0.6)
    b.stroke(trail([(40, 208), (540, 208)]), 8)
    b.stroke(trail([(40, 208), (540, 208)]), 4, 1, b.ground)
    for bearing in (56, 524):
        b.body(box(bearing - 12, 186, 24, 44, 4), DETAIL + 0.6)
        b.hatch(box(bearing - 12, 186, 24, 44, 4), 45, 5)
    tank = box(120, 446, 360, 130, 6)
    b.body(tank)
    b.stroke(box(130, 440, 340, 126, 3), DETAIL)


def crushing_front(b: Burin) -> None:
    """The drum's holes, the funnel's lips, the tank's rim."""
    for hole in range(13):
        b.body(disc(100 + hole * 32, 270, 9, 0.6), DETAIL, b.ground)
    for side in (-1, 1):
        lip = loop([(300 + side * 205, 284), (300 + side * 194, 284),
                    (300 + side * 78, 326), (300 + side * 84, 338)])  # fmt: skip
        b.body(lip, DETAIL)
        b.hatch(lip, 45, 5)
    for x in (118, 470):
        wall = box(x, 436, 12, 142)
        b.body(wall, DETAIL + 0.6)
        b.hatch(wall, 45, 5)
    bottom = box(118, 566, 364, 12)
    b.body(bottom, DETAIL + 0.6)
    b.hatch(bottom, 45, 5)
    b.floor(580, 90, 510)


def shears(b: Burin, closed: bool) -> None:
    """Picking shears, their point at the right, 120 by 60 units."""
    spread = 3.0 if closed else 17.0
    for side in (-1, 1):
        b.painter.save()
        b.painter.translate(66, 30)
        b.painter.rotate(side * spread)
        blade = curve((0, -3), ((20, -9 * side - 2), (42, -6 * side), (52, 0)))
        blade.lineTo(0, 5)
        blade.closeSubpath()
        b.body(blade, DETAIL)
        b.hatch(blade, 30, 3.5)
        handle = curve((2, -2), ((-20, 3 * side), (-40, 12 * side), (-62, 10 * side)))
        b.stroke(handle, 8)
        b.stroke(handle, 4, 1, b.ground)
        b.painter.restore()
    b.body(disc(66, 30, 6), DETAIL)
