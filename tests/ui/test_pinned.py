"""A pinned wine on the booth's screen: the operator's keys, the label, its code, the Live room."""

from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from kiosk.booth.places import pins_path
from tests.room_visitor import RoomVisitor, VisitorMaker, visitor

__all__ = ["visitor"]  # pytest takes fixtures by their names in the module

ROOM, WINE = "https://live.douyin.com/100000000011", "https://live.douyin.com/reserva"


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CELLARCAST_STATE", str(tmp_path / "state"))


def sell(pack: Path) -> None:
    """Give the second wine a link of its own."""
    file = pack / "winery.toml"
    head = '[[wines]]\nid = "reserva"\n'
    text = file.read_text("utf-8")
    assert head in text
    file.write_text(text.replace(head, f'{head}link = "{WINE}"\n'), "utf-8")


def scanned(visitor: RoomVisitor) -> set[str]:
    """What phones read from the window as it is."""
    visitor.settle()
    image = visitor.window.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
    size = (image.height(), image.width(), 3)
    stride = np.frombuffer(image.constBits(), np.uint8).reshape(size[0], image.bytesPerLine())
    pixels = stride[:, : size[1] * 3].reshape(size).repeat(2, 0).repeat(2, 1)
    return {code.text for code in zxingcpp.read_barcodes(np.ascontiguousarray(pixels))}


def key(visitor: RoomVisitor, number: int) -> None:
    """The operator holds Ctrl and types a figure."""
    figure = Qt.Key(Qt.Key.Key_0.value + number)
    QTest.keyClick(visitor.window, figure, Qt.KeyboardModifier.ControlModifier)


def test_the_operator_s_key_pins_a_wine_and_lets_go(visitor: VisitorMaker) -> None:
    one = visitor("en", size=(1280, 720), edit=sell)
    assert scanned(one) == {ROOM}
    assert not one.sees("pinnedWine")
    key(one, 2)
    one.wait(lambda: one.sees("pinnedWine"))
    assert one.words("pinnedWine") == "Viña Arcedo Reserva"
    assert scanned(one) == {WINE}
    assert not one.sees("offerName"), "a broadcast says that, not the booth"
    told = one.heard("pin")[-1]
    assert (told["wine"], told["room"]) == ("reserva", "douyin")
    assert 'wine = "reserva"' in pins_path().read_text()
    key(one, 9)
    assert len(one.heard("pin")) == 1, "there are three wines"
    key(one, 0)
    one.wait(lambda: not one.sees("pinnedWine"))
    assert scanned(one) == {ROOM}
    assert one.heard("pin")[-1]["wine"] == ""
    assert pins_path().read_text() == ""


def test_whatever_scene_runs_the_pinned_wine_s_code_stays(visitor: VisitorMaker) -> None:
    one = visitor("en", size=(1280, 720), edit=sell)
    key(one, 2)
    one.house.tell("crianza", "crianza")
    one.wait(lambda: one.heard("scene")[-1]["wine"] == "crianza")
    told = one.heard("scene")[-1]
    assert (told["pinned"], told["room"]) == ("reserva", "douyin")
    assert scanned(one) == {WINE}


def test_the_live_room_says_so(visitor: VisitorMaker) -> None:
    one = visitor("en", size=(1280, 720), edit=sell)
    one.tap("contents-live")
    one.wait(lambda: one.sees("room-douyin"))
    assert not one.sees("pinnedHere")
    key(one, 2)
    one.wait(lambda: one.sees("pinnedHere"))
    assert one.words("pinnedHere") == "Being shown now: Viña Arcedo Reserva"
    assert scanned(one) == {WINE}, "large and small"
    one.tap("room-youtube")
    assert not one.sees("pinnedHere"), "another room"


def test_a_disk_that_takes_nothing_does_not_stop_a_pin(
    visitor: VisitorMaker, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    one = visitor("en", size=(1280, 720), edit=sell)
    key(one, 2)
    one.wait(lambda: one.sees("pinnedWine"))
    assert len(one.heard("pin-failed")) == 1
