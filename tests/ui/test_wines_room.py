"""The wines: words or a web of flavours, one wine or two over each other, nothing crowded."""

from dataclasses import astuple
from itertools import pairwise
from math import cos, pi, sin
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.packs.library import Library
from tests.room_visitor import SOON, RoomVisitor, VisitorMaker, visitor

__all__ = ["visitor"]  # pytest takes fixtures by their names in the module


def picture(one: RoomVisitor, item: QQuickItem) -> Any:
    """The window's picture of an item: red, green, blue; shape (height, width, 3)."""
    image = one.window.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
    flat = np.frombuffer(image.constBits(), np.uint8)
    rows = flat.reshape(image.height(), image.bytesPerLine())[:, : 3 * image.width()]
    place = one.place(item).toRect()
    whole = rows.reshape(image.height(), image.width(), 3).astype(int)
    return whole[place.top() : place.bottom(), place.left() : place.right()]


def drawn(one: RoomVisitor, name: str) -> QQuickItem:
    item = one.find(name)
    return item


def facts(pack: str, which: str) -> tuple[int, ...]:
    """A flavour, from fruit to oak, of the pack's first or last wine."""
    wines = Library(resources.demonstration()).load(pack).wines
    flavour = (wines[0] if which == "first" else wines[-1]).flavour
    assert flavour is not None
    return astuple(flavour)


def lit(web: QQuickItem, seen: Any, values: tuple[int, ...]) -> float:
    """How much of an outline is light, 0 to 1."""
    reach, size = float(web.property("reach")), (web.width(), web.height())
    corners = [
        (
            size[0] / 2 + reach * value / 5 * cos(pi * (axis / 3 - 0.5)),
            size[1] / 2 + reach * value / 5 * sin(pi * (axis / 3 - 0.5)),
        )
        for axis, value in enumerate(values)
    ]
    found = []
    for (x, y), (to_x, to_y) in zip(corners, [*corners[1:], corners[0]], strict=True):
        for share in np.linspace(0, 1, 40):
            across, down = int(x + share * (to_x - x)), int(y + share * (to_y - y))
            around = seen[max(0, down - 1) : down + 2, max(0, across - 1) : across + 2]
            found.append(around.max() > 150)
    return float(np.mean(found))


@pytest.mark.parametrize("size", [(960, 540), (540, 960)])
def test_a_web_of_flavours_is_drawn(
    qtbot: QtBot, visitor: VisitorMaker, size: tuple[int, int]
) -> None:
    one = visitor("en", size=size)
    one.tap("contents-wines")
    assert not one.sees("web")
    one.tap("wine-taste")
    qtbot.wait(800)  # until the picture behind has receded
    web = drawn(one, "web")
    seen = picture(one, web)
    middle = seen[seen.shape[0] // 2, seen.shape[1] // 2]
    assert middle[0] > 1.5 * max(middle[1], middle[2])  # soaked with wine
    assert lit(web, seen.min(axis=2), facts("vina-arcedo", "first")) > 0.95
    light = (seen.min(axis=2) > 180).mean()
    assert 0.005 < light < 0.2  # lines and names
    assert one.words("wine-taste") == "Its description"
    one.tap("wine-taste")
    assert not one.sees("web")


@pytest.mark.parametrize("pack", ["vina-arcedo", "quinta-da-lousamoura"])
@pytest.mark.parametrize("size", [(960, 540), (540, 960)])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_two_wines_stand_side_by_side(
    qtbot: QtBot, visitor: VisitorMaker, pack: str, size: tuple[int, int], language: str
) -> None:
    one = visitor(language, pack, size)
    one.tap("contents-wines")
    one.tap("wine-compare")
    if pack == "vina-arcedo":  # of three wines the second has to be chosen
        note = {"zh-CN": "点选第二款酒", "en": "Tap the second wine"}[language]
        assert one.words("wine-compare", "note") == note
        one.tap("wine-gran-reserva")
    qtbot.waitUntil(lambda: one.sees("otherBrief"), timeout=SOON)
    qtbot.wait(800)
    first, web, second = (drawn(one, name) for name in ("brief", "web", "otherBrief"))
    places = [one.place(item) for item in (first, web, second)]
    upright = size[1] > size[0]
    for before, after in pairwise(places):
        assert before.bottom() <= after.top() if upright else before.right() <= after.left()
    counter = min(one.place(item).top() for item in one.all_of("wine-") if item.width() > 0)
    assert max(place.bottom() for place in places) <= counter
    assert min(places[1].width(), places[1].height()) >= 150
    own, other = (facts(pack, wine) for wine in ("first", "last"))
    seen = picture(one, web).min(axis=2)
    assert lit(web, seen, own) > 0.95  # the first one's outline,
    assert 0.3 < lit(web, seen, other) < 0.95  # the second one's, dashed
    one.tap("wine-compare")
    assert not one.sees("otherBrief")
