"""The list a visitor keeps: filled by hearts, carried by a code that a phone reads, emptied."""

from dataclasses import replace
from urllib.parse import unquote

import cv2
import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.packs.library import Library
from kiosk.show.take_away import Phrases
from kiosk.ui.bridge.take_home import PIXELS, carried
from tests.room_visitor import SOON, RoomVisitor, VisitorMaker, visitor

__all__ = ["visitor"]  # pytest takes fixtures by their names in the module

PHRASES = Phrases("My wines", lambda count: f"and {count} more", "Not sold to minors.")


def seen(one: RoomVisitor) -> NDArray[np.uint8]:
    """The window's picture in greys."""
    image = one.window.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.bytesPerLine())[:, : image.width()].copy()


def pages(picture: NDArray[np.uint8]) -> list[zxingcpp.Barcode]:
    """The codes in it that are pages themselves."""
    codes = zxingcpp.read_barcodes(picture)
    return [code for code in codes if code.text.startswith("data:")]


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1280, 720)])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_code_is_a_page_that_names_the_wines(
    qtbot: QtBot, visitor: VisitorMaker, size: tuple[int, int], language: str
) -> None:
    one = visitor(language, size=size)
    one.tap("contents-wines")
    one.tap("wine-heart")
    one.tap("wine-reserva")
    one.tap("wine-heart")
    one.tap("bar-list")
    words = Library(resources.demonstration()).load("vina-arcedo").words_in(language)
    names = [words.wines[wine].name for wine in ("crianza", "reserva")]
    assert one.words("listNames").split("\n") == names
    told = {"zh-CN": "手机扫码", "en": "Scan to keep the list"}[language]
    assert told in one.words("listTitle", "line")
    (code,) = pages(seen(one))
    page = unquote(code.text)
    assert [name for name in (*names, words.name) if name not in page] == []
    symbol = one.find("takeAway")
    assert int(symbol.property("pixels")) >= PIXELS
    # Black on white, with a quiet zone of white.
    ground = symbol.parentItem()
    assert ground is not None
    zone, place = 4 * int(symbol.property("pixels")), one.place(ground).toRect()
    paper = seen(one)[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
    assert paper[:zone].min() == paper[:, :zone].min() == paper[-zone:].min() == 255
    assert paper[:, -zone:].min() == 255
    assert set(np.unique(paper)) == {0, 255}
    # A phone's camera sees it smaller and less sharp.
    small = cv2.GaussianBlur(cv2.resize(seen(one), None, fx=0.6, fy=0.6), (0, 0), 0.8)
    assert len(pages(np.asarray(small, np.uint8))) == 1


def test_an_empty_list_says_how_it_is_filled(qtbot: QtBot, visitor: VisitorMaker) -> None:
    one = visitor("en", size=(1280, 720))
    one.tap("bar-list")
    assert "tap its heart" in one.words("listTitle", "line")
    assert pages(seen(one)) == []
    one.tap("list-wines")
    one.tap("wine-heart")
    one.tap("bar-list")
    assert len(pages(seen(one))) == 1
    one.tap("kept-crianza")
    qtbot.waitUntil(lambda: one.sees("list-finder"), timeout=SOON)
    assert one.house.property("hearts") == []
    assert pages(seen(one)) == []
    one.tap("list-finder")
    assert one.sees("progress")


def test_the_next_visitor_finds_no_list(visitor: VisitorMaker) -> None:
    one = visitor("en")
    one.tap("contents-wines")
    one.tap("wine-heart")
    one.tap("bar-finish")
    one.come("en")
    one.tap("bar-list")
    assert "Nothing on it yet" in one.words("listTitle", "line")


@pytest.mark.parametrize("side", [900, 437, 320, 260])
def test_less_is_carried_where_a_code_must_be_small(side: int) -> None:
    pack = Library(resources.demonstration()).load("vina-arcedo")
    wines = [wine.id for wine in pack.wines]
    one, code = carried(pack, wines, "en", PHRASES, "", side)
    assert (code.modules + 8) * PIXELS <= side
    assert one.shown + one.more == 3
    fullest, _ = carried(pack, wines, "en", PHRASES, "", 900)
    assert len(one.url) <= len(fullest.url)
    assert (len(one.url) < len(fullest.url)) == (side < 437)


def test_a_long_name_is_shown_however_small_the_screen_is() -> None:
    pack = Library(resources.demonstration()).load("vina-arcedo")
    words = pack.words_in("en")
    name = "Crianza " * 30
    wines = {**words.wines, "crianza": replace(words.wines["crianza"], name=name)}
    pack = replace(pack, words={**pack.words, "en": replace(words, wines=wines)})
    one, code = carried(pack, ["crianza"], "en", PHRASES, "", 40)
    assert one.shown == 1
    assert name.strip() in one.text
    assert code.content == one.url
