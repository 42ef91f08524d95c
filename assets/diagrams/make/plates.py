"""Every plate and every little thing by its name, with its size in units."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from make import cellar, grains, press_house, vineyard
from make.burin import Burin

SIDE = 600.0  # units of a whole plate
FINENESS = 2.0  # pixels to a unit
# Pure colours: each channel of a plate says how much of one of them a pixel holds, so that any
# winery's own can be put in their places.
INK, MUST, GROUND = QColor(255, 0, 0), QColor(0, 255, 0), QColor(0, 0, 255)
Draw = Callable[[Burin], None]

PLATES: dict[str, Draw] = {
    "picking-back": vineyard.picking_back,
    "picking-front": vineyard.picking_front,
    "sorting-back": vineyard.sorting_back,
    "sorting-front": vineyard.sorting_front,
    "crushing-back": vineyard.crushing_back,
    "crushing-front": vineyard.crushing_front,
    "fermenting-back": press_house.fermenting_back,
    "fermenting-front": press_house.fermenting_front,
    "pressing-back": press_house.pressing_back,
    "pressing-front": press_house.pressing_front,
    "ageing-back": cellar.ageing_back,
    "ageing-front": cellar.ageing_front,
    "blending-back": cellar.blending_back,
    "blending-front": cellar.blending_front,
    "filtering-back": cellar.filtering_back,
    "filtering-front": cellar.filtering_front,
    "bottling-back": cellar.bottling_back,
    "bottling-front": cellar.bottling_front,
}
GRAINS: dict[str, tuple[Draw, float, float]] = {
    "air": (grains.air, 40, 20),
    "berry": (grains.berry, 28, 28),
    "bottle": (partial(cellar.bottle, full=False), 76, 290),
    "bottle-wine": (partial(cellar.bottle, full=True), 76, 290),
    "bubble": (grains.bubble, 16, 16),
    "bunch-green": (partial(grains.bunch, ripe=False), 230, 290),
    "bunch-ripe": (partial(grains.bunch, ripe=True), 230, 290),
    "cork": (cellar.cork, 22, 44),
    "drop": (grains.drop, 12, 21),
    "haze": (grains.haze, 12, 12),
    "leaf": (grains.leaf, 84, 84),
    "plunger": (cellar.plunger, 22, 90),
    "press-head": (press_house.press_head, 240, 240),
    "raisin": (grains.raisin, 60, 40),
    "ring": (grains.ring, 264, 264),
    "roller": (grains.roller, 84, 84),
    "screw": (press_house.screw, 44, 440),
    "seed": (grains.seed, 12, 16),
    "shears-open": (partial(vineyard.shears, closed=False), 120, 60),
    "shears-shut": (partial(vineyard.shears, closed=True), 120, 60),
    "skin": (grains.skin, 34, 28),
    "small-bunch": (grains.small_bunch, 96, 116),
    "stem": (grains.stem, 70, 36),
    "sugar": (grains.sugar, 14, 14),
    "vane": (grains.vane, 36, 36),
    "vapour": (grains.vapour, 20, 44),
}



def engrave(name: str) -> QImage:
    """The drawing of that name, its colours standing for ink, must and ground."""
    draw, across, down = (PLATES[name], SIDE, SIDE) if name in PLATES else GRAINS[name]
    size = QSize(round(across * FINENESS), round(down * FINENESS))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(FINENESS, FINENESS)
    draw(Burin(painter, INK, MUST, GROUND))
    painter.end()
    return image
