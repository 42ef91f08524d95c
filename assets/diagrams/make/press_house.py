"""Plates of the fermenting tank and the basket press."""

from make.burin import (
    CONTOUR,
    DETAIL,
    HATCH,
    SHADE,
    Burin,
    box,
    curve,
    disc,
    loop,
    trail,
)

YEAST = (508.0, 372.0, 90.0)  # what the lens shows: centre and radius


def fermenting_back(b: Burin) -> None:
    """The tank from within, its dome and vent, and the pipe that lifts the wine."""
    for x in (136, 340):
        leg = loop([(x, 540), (x + 26, 540), (x + 20, 586), (x + 6, 586)])
        b.body(leg, DETAIL + 0.4)
        b.hatch(leg, 60, 5)
    b.floor(588, 84, 470)
    dome = curve((106, 130), ((140, 84), (360, 84), (394, 130)))
    dome.closeSubpath()
    b.body(dome)
    b.hatch(dome, 0, 6, HATCH, 0.45)
    vent = box(234, 48, 32, 54)
    b.body(vent, DETAIL + 0.6)
    b.shade_side(vent, 266, 0.6)
    b.body(box(106, 128, 288, 412, 8), CONTOUR + 0.6)
    pipe = curve((394, 506), ((430, 506), (430, 506), (430, 480)))
    pipe.lineTo(430, 190)
    pipe.cubicTo(430, 158, 420, 158, 396, 158)
    pipe.lineTo(318, 158)
    b.stroke(pipe, 22)
    b.stroke(pipe, 17, 1, b.ground)


def fermenting_front(b: Burin) -> None:
    """Walls, the cap of skins, the rose that sprays, the pump, the lens."""
    for x in (106, 380):
        wall = box(x, 132, 14, 404)
        b.body(wall, DETAIL + 0.4)
        b.hatch(wall, 45, 5)
    floor = box(106, 530, 288, 14)
    b.body(floor, DETAIL + 0.4)
    b.hatch(floor, 45, 5)
    for row in range(4):
        for number in range(13):
            x = 131 + number * 20 + (row % 2) * 9
            if x < 376:
                y = 228 + row * 15 + ((number * 7 + row * 5) % 6) - 3
                b.grape(x, y, 10.5, b.must)
    rose = loop([(296, 148), (322, 150), (322, 166), (296, 172), (282, 184), (282, 138)])
    b.body(rose, DETAIL + 0.6)
    b.hatch(rose, 70, 4)
    b.body(disc(430, 500, 27))
    b.stroke(disc(430, 500, 19), DETAIL)
    x, y, r = YEAST
    for end in ((x - 60, y - r + 24), (x - 62, y + r - 26)):
        b.stroke(trail([(318, 400), end]), HATCH, 0.85)
    b.stroke(disc(318, 400, 9), DETAIL)
    b.body(disc(x, y, r), CONTOUR + 0.6)
    b.stroke(disc(x, y, r - 7), HATCH, 0.8)
    cell = disc(x, y + 4, 40, 0.84)
    b.body(cell)
    b.hatch(cell, 55, 8, HATCH, 0.45)
    bud = disc(x + 40, y - 22, 19, 0.9)
    b.body(bud, DETAIL + 0.6)
    b.body(disc(x - 8, y + 8, 12), DETAIL)
    b.hatch(disc(x - 8, y + 8, 12), 20, 4)


def pressing_back(b: Burin) -> None:
    """The press's bed and posts, the basket from within, full of skins."""
    for x in (128, 446):
        leg = loop([(x, 486), (x + 26, 486), (x + 32, 580), (x - 6, 580)])
        b.body(leg)
        b.grain(leg, 6, upright=True)
    b.floor(582, 90, 600)
    pomace = box(184, 200, 232, 250)
    b.body(pomace, DETAIL)
    for row in range(13):
        for number in range(12):
            x = 194 + number * 20 + (row % 2) * 10
            y = 212 + row * 19
            if x < 412:
                skin = curve(
                    (x - 8, y),
                    ((x - 5, y - 9 - (number * row) % 4), (x + 7, y - 8), (x + 9, y + 1)),
                    ((x + 4, y + 7), (x - 4, y + 6 - (number + row) % 5), (x - 8, y)),
                )
                b.body(skin, HATCH + 0.2, b.must)
                if (number * 5 + row * 3) % 4 == 0:
                    b.body(disc(x + 7, y + 7, 3, 1.3), HATCH, b.ground)
    b.body(loop([(118, 456), (482, 456), (470, 492), (130, 492)]), CONTOUR)
    b.hatch(loop([(122, 474), (478, 474), (470, 492), (130, 492)]), 45, 6)


def pressing_front(b: Burin) -> None:
    """The basket's staves on both sides with their gaps, hoops, screw, spout and tub."""
    for x in (162, 416):
        for row in range(8):
            stave = box(x, 192 + row * 33, 22, 26, 3)
            b.body(stave, DETAIL + 0.4)
            b.grain(stave, 6)
    for y in (222, 412):
        for x in (154, 424):
            b.hoop(x, y, 22, 14)
    spout = loop([(474, 466), (540, 486), (540, 500), (470, 488)])
    b.body(spout, DETAIL + 0.4)
    for x in (492, 588):
        wall = box(x, 512, 8, 70)
        b.body(wall, DETAIL)
        b.hatch(wall, 45, 4)
    b.hatch(box(492, 574, 104, 8), 45, 4)
    b.stroke(box(492, 574, 104, 8), DETAIL)


def screw(b: Burin) -> None:
    """The spindle with its thread, 44 by 440 units."""
    b.body(box(10, 0, 24, 440, 4), DETAIL + 0.4)
    for turn in range(31):
        y = 8 + turn * 14
        b.stroke(trail([(7, y + 8), (37, y)]), DETAIL + 0.4)
    b.hatch(box(24, 0, 10, 440), 80, 4, HATCH, SHADE)


def press_head(b: Burin) -> None:
    """Nut, blocks and plate that go down together, 240 by 240 units."""
    for row, (inset, height) in enumerate(((44, 40), (44, 40), (20, 34))):
        y = 96 + (0, 42, 84)[row]
        block = box(inset, y, 240 - 2 * inset, height, 2)
        b.body(block)
        b.grain(block, 7)
        if row < 2:
            for end in (inset + 6, 216 - inset):
                b.hatch(box(end, y + 6, 18, height - 12), 45, 4)
    plate = box(4, 216, 232, 22, 3)
    b.body(plate)
    b.hatch(plate, 0, 4, HATCH, 0.6)
    nut = loop([(84, 58), (156, 58), (164, 94), (76, 94)])
    b.body(nut)
    b.shade_side(nut, 160, 0.5)
