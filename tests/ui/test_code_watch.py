"""Codes are read back from the real window; one that is not is shown larger, on white, and told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import cv2
import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.booth.entries import Entries
from kiosk.booth.settings import Settings
from kiosk.live import scan
from kiosk.live.codes import code_for, width_mm
from kiosk.live.scan import drawn, read
from kiosk.options import RunOptions
from kiosk.packs.library import Library
from kiosk.ui.screen import load_fonts
from tests import short_pack
from tests.visitor import Visitor

SLOW = 40.0  # s: a code is looked at once a scene, however busy the machine is
PACKS = Library(resources.demonstration()).ids()
Open = Callable[..., Visitor]


@pytest.fixture
def booth(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Opens a booth of one winery's first scenes; ``paper`` is its label's colour."""
    opened: list[Visitor] = []
    load_fonts()

    def show(
        pack: str = "vina-arcedo",
        size: tuple[int, int] = (1280, 720),
        paper: str = "",
        settings: Settings | None = None,
    ) -> Visitor:
        folder = tmp_path / str(len(opened))
        facts = short_pack.write(folder, pack, (0, 1)) / "winery.toml"
        if paper:
            words = facts.read_text("utf-8")
            facts.write_text(re.sub('paper = "#[0-9a-f]{6}"', f'paper = "{paper}"', words), "utf-8")
        options = RunOptions(folder, windowed=True, size=size, pace=8.0, mute=True)
        opened.append(Visitor(options, settings))
        return opened[-1]

    yield show
    for each in opened:
        each.close()


def grey(one: Visitor) -> NDArray[np.uint8]:
    """The window's picture."""
    image = one.window.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width()].copy()


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("pack", PACKS)
def test_every_winerys_code_is_read_back_from_the_screen(
    booth: Open, pack: str, size: tuple[int, int]
) -> None:
    one = booth(pack, size)
    one.wait(lambda: one.heard("code-read"), seconds=SLOW)
    assert one.heard("code-read")[0]["pack"] == pack
    assert not one.heard("code-unread")


def test_a_code_is_looked_at_once(booth: Open) -> None:
    one = booth()
    one.wait(lambda: one.heard("code-read") and len(one.heard("scene")) >= 4)
    assert len(one.heard("code-read")) == 1
    one.window.resize(1024, 600)
    one.wait(lambda: len(one.heard("code-read")) == 2, seconds=SLOW)


def test_a_code_on_dark_paper_is_shown_larger_and_on_white_and_told(booth: Open) -> None:
    one = booth(paper="#141010", settings=Settings(viewing_cm=30))
    one.wait(lambda: one.heard("scene"))
    small = one.find("codeSymbol").width()
    one.wait(lambda: one.heard("code-unread"), seconds=SLOW)
    (told,) = one.heard("code-unread")
    assert told["reason"] == "read larger and on white"
    assert one.find("codeSymbol").width() > 1.15 * small
    assert len(zxingcpp.read_barcodes(grey(one))) == 1
    label = one.find("backLabel")
    assert label.property("color").name() == "#ffffff", "the legal lines can be read again, too"
    assert label.property("ink").name() == "#000000"
    scenes = len(one.heard("scene"))
    one.wait(lambda: len(one.heard("scene")) > scenes + 1)
    assert one.find("codeSymbol").property("plain"), "the next scene begins with it"
    assert len(one.heard("code-unread")) == 1
    assert not one.heard("code-read")
    # A fault in the journal, once.
    entries = Entries(lambda: 0.0, lambda: 0.0).of("code-unread", told)
    assert [(entry.kind, entry.pack) for entry in entries] == [("fault", "vina-arcedo")]


def test_a_scene_that_is_over_before_its_code_was_decoded_does_not_lose_the_answer(
    booth: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = Event()

    def slow(picture: NDArray[np.uint8]) -> set[str]:
        later.wait(10)
        return read(picture)

    monkeypatch.setattr(scan, "read", slow)
    one = booth(paper="#141010")
    one.wait(lambda: len(one.heard("scene")) >= 3)
    assert not one.heard("code-unread")
    later.set()
    one.wait(lambda: one.heard("code-unread"), seconds=SLOW)
    assert one.find("codeSymbol").property("plain")


def test_a_code_that_no_size_helps_is_told_of_too(booth: Open) -> None:
    one = booth(size=(128, 72))
    one.wait(lambda: one.heard("code-unread"), seconds=SLOW)
    assert one.heard("code-unread")[0]["reason"] == "not read on white either"


@pytest.mark.parametrize("distance", [30, 140, 400])
def test_a_code_is_as_wide_as_the_distance_asks_and_the_layout_bears(
    booth: Open, distance: int
) -> None:
    # A screen of 930 mm: 1,280 pixels of the window are all of it.
    one = booth(settings=Settings(screen_mm=930, viewing_cm=distance))
    long_side = max(one.window.screen().size().toTuple())
    one.wait(lambda: one.sees("codeSymbol"))
    asked = width_mm(distance) * long_side / 930
    expected = max(280 * 720 / 1080, min(400 * 720 / 1080, asked))
    assert one.find("codeSymbol").width() == pytest.approx(expected, abs=1)
    one.wait(lambda: one.heard("code-read"), seconds=SLOW)
    told = one.heard("code-small")
    assert len(told) == (expected < asked - 1), "what the layout does not bear is told, once"
    for each in told:
        assert f"asks {width_mm(distance):.0f}" in each["reason"]
        entries = Entries(lambda: 0.0, lambda: 0.0).of("code-small", each)
        assert entries == [], "a matter of the layout, not a fault"


def test_what_is_drawn_on_paper_is_read_until_the_paper_is_dark() -> None:
    room = Library(resources.demonstration()).load("vina-arcedo").rooms[0]
    code = code_for(room)
    assert read(drawn(code, (239, 230, 216))) == {code.content}
    assert read(drawn(code, (24, 18, 16))) == set()
    assert read(np.full((200, 200), 255, np.uint8)) == set()
    # A grey level of 0.63 has a third of white's light, one of 0.71 nearly half.
    assert read(drawn(code, (160, 160, 160))) == set()
    assert read(drawn(code, (180, 180, 180))) == {code.content}
    turned = np.asarray(cv2.rotate(drawn(code, (239, 230, 216)), cv2.ROTATE_90_CLOCKWISE), np.uint8)
    assert read(turned) == {code.content}, "the screen may stand on its side"
