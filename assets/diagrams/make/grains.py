"""The little things that move over a plate: bunches, drops, bubbles, rollers, seeds."""

import math

from make.burin import CONTOUR, DETAIL, HATCH, Burin, curve, disc, loop, trail


def drop(b: Burin) -> None:
    """A falling drop, 12 by 20 units."""
    shape = curve((6, 1), ((7, 8), (11, 10), (11, 14)), ((11, 20), (1, 20), (1, 14)),
                  ((1, 10), (5, 8), (6, 1)))  # fmt: skip
    b.body(shape, HATCH, b.must.lighter(115))


def bubble(b: Burin) -> None:
    """A bubble, 16 units across."""
    b.stroke(disc(8, 8, 6.2), DETAIL)
    b.stroke(curve((4.6, 7), ((5, 5.4), (6, 4.8), (7.4, 4.4))), HATCH)


def air(b: Burin) -> None:
    """A breath of air: a small arrow of ink, 40 by 20 units, pointing right."""
    b.stroke(curve((2, 10), ((10, 4), (18, 16), (34, 10))), DETAIL)
    b.stroke(trail([(26, 4), (36, 10), (26, 16)]), DETAIL)


def vapour(b: Burin) -> None:
    """A wisp rising, 20 by 44 units."""
    b.stroke(curve((10, 42), ((-4, 30), (24, 16), (10, 3))), DETAIL)


def haze(b: Burin) -> None:
    """A flake of haze, 12 units across."""
    flake = loop([(2, 5), (6, 1), (10, 4), (11, 8), (6, 11), (3, 9)])
    b.body(flake, HATCH, b.ink)


def seed(b: Burin) -> None:
    """A whole seed, 12 by 16 units."""
    shape = curve((6, 1), ((13, 8), (10, 15), (6, 15)), ((2, 15), (-1, 8), (6, 1)))
    b.body(shape, DETAIL, b.ink)


def sugar(b: Burin) -> None:
    """A grain of sugar, 14 units across: a lozenge."""
    lump = loop([(7, 1), (13, 7), (7, 13), (1, 7)])
    b.body(lump, DETAIL, b.ink)


def berry(b: Burin) -> None:
    """A whole berry, 28 units across."""
    b.grape(14, 14, 12.5, b.must)


def skin(b: Burin) -> None:
    """A berry whose skin is open, 34 by 28 units."""
    for side in (-1, 1):
        half = curve((17 + side * 3, 2), ((17 + side * 18, 2), (17 + side * 18, 26),
                     (17 + side * 3, 26)), ((17 + side * 9, 18), (17 + side * 9, 10),
                     (17 + side * 3, 2)))  # fmt: skip
        b.body(half, DETAIL, b.must)


def stem(b: Burin) -> None:
    """A bare stem, 70 by 36 units."""
    b.stroke(curve((2, 20), ((20, 14), (44, 24), (68, 16))), CONTOUR)
    for x, up in ((16, -12), (28, 12), (40, -11), (52, 11)):
        b.stroke(curve((x, 19), ((x + 4, 19 + up * 0.5), (x + 6, 19 + up), (x + 8, 19 + up))),
                 DETAIL + 0.4)  # fmt: skip
        b.stroke(disc(x + 9, 19 + up, 2), DETAIL)


def small_bunch(b: Burin) -> None:
    """A bunch as it lies on the table, 96 by 100 units."""
    b.bunch(46, 14, 104, b.must)


def bunch(b: Burin, ripe: bool) -> None:
    """The bunch on the vine, 230 by 260 units."""
    b.bunch(115, 26, 270, b.must if ripe else None)


def leaf(b: Burin) -> None:
    """A loose leaf, 84 units across."""
    b.leaf(42, 10, 70)


def raisin(b: Burin) -> None:
    """Spoilt berries, 60 by 40 units: bare outlines, wrinkled."""
    for x, y in ((16, 18), (40, 24)):
        b.body(disc(x, y, 13, 0.8), DETAIL)
        for fold in (-5, 0, 5):
            b.stroke(curve((x + fold, y - 8), ((x + fold + 4, y - 2), (x + fold - 3, y + 3),
                     (x + fold + 1, y + 8))), HATCH)  # fmt: skip


def ring(b: Burin) -> None:
    """The ripe skin around the berry cut in half, 264 units across."""
    b.tint(disc(132, 132, 130).subtracted(disc(132, 132, 117)), 1)
    b.stroke(disc(132, 132, 131), CONTOUR + 1)
    b.stroke(disc(132, 132, 117), DETAIL)
    b.tint(disc(132, 132, 116), 0.16)


def roller(b: Burin) -> None:
    """A grooved roller seen from its end, 84 units across."""
    b.body(disc(42, 42, 38), CONTOUR)
    for tooth in range(16):
        angle = tooth * math.pi / 8
        b.stroke(trail([(42 + 30 * math.cos(angle), 42 + 30 * math.sin(angle)),
                        (42 + 40 * math.cos(angle + 0.1), 42 + 40 * math.sin(angle + 0.1))]),
                 CONTOUR)  # fmt: skip
    for spoke in range(3):
        angle = spoke * math.pi * 2 / 3
        b.stroke(trail([(42, 42), (42 + 24 * math.cos(angle), 42 + 24 * math.sin(angle))]), DETAIL)
    b.hatch(disc(42, 42, 26), 50, 7, HATCH, 0.4)
    b.body(disc(42, 42, 7), DETAIL)


def vane(b: Burin) -> None:
    """The pump's wheel, 36 units across."""
    for blade in range(4):
        b.painter.save()
        b.painter.translate(18, 18)
        b.painter.rotate(blade * 90)
        b.stroke(curve((0, 0), ((4, -6), (2, -12), (-4, -15))), CONTOUR)
        b.painter.restore()
