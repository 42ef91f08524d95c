"""A visitor with several fingers, in the walk and the story of a small pack, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app import build_booth
from kiosk.booth.settings import Settings
from kiosk.options import RunOptions
from kiosk.show.panorama import View
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.walk import Walk
from kiosk.ui.screen import Screen, load_fonts
from tests import explored_pack, good_pack, panoramas

SIZE = (960, 540)
SOON = 8_000  # ms
_SCREENS: list[QPointingDevice] = []  # one touchscreen for the whole process, as Qt keeps them


class Walker:
    """A visitor in the walk of a small pack."""

    def __init__(self, bot: QtBot, library: Path) -> None:
        self.bot, self.said = bot, list[tuple[str, dict[str, Any]]]()
        if not _SCREENS:
            _SCREENS.append(QTest.createTouchDevice())
        options = RunOptions(
            library, windowed=True, size=SIZE, pace=4.0, mute=True, language="en"
        )  # fmt: skip
        codes = CodeImages()
        self.behind = build_booth(options, Settings(), self._hear, codes)
        self.screen = Screen(self.behind, codes, options, self._hear)
        self.screen.open()
        self.behind.stage.start()
        self.wait(lambda: bool(self.heard("scene")))
        assert self.behind.house.begin()

    def _hear(self, event: str, **figures: Any) -> None:
        self.said.append((event, figures))

    def heard(self, event: str) -> list[dict[str, Any]]:
        return [figures for name, figures in self.said if name == event]

    def wait(self, until: Any) -> None:
        self.bot.waitUntil(until, timeout=SOON)

    @property
    def walk(self) -> Walk:
        return self.behind.house._walk

    @property
    def window(self) -> QQuickWindow:
        assert self.screen.window is not None
        return self.screen.window

    @property
    def view(self) -> View:
        """What is seen."""
        width, height = round(self.item("panorama").width()), round(self.item("panorama").height())
        walk = self.walk
        heading, pitch, field = (float(walk.property(n)) for n in ("heading", "pitch", "field"))
        return View(heading, pitch, field, width, height)

    def items(self, name: str) -> list[QQuickItem]:
        def search(item: QQuickItem) -> Iterator[QQuickItem]:
            if item.objectName() == name and item.isVisible():
                yield item
            for child in item.childItems():
                yield from search(child)

        return list(search(self.window.contentItem()))

    def item(self, name: str) -> QQuickItem:
        self.wait(lambda: self.items(name) != [])
        return self.items(name)[0]

    def middle(self, name: str) -> QPoint:
        item = self.item(name)
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def fingers(self, **moves: QPoint) -> None:
        """One event of the touchscreen: ``p0`` presses finger 0, ``m0`` moves it, ``r0`` lifts it.
        Every finger that is down has to be named.
        """
        event = QTest.touchEvent(self.window, _SCREENS[0], False)
        for what, at in moves.items():
            deed = {"p": event.press, "m": event.move, "r": event.release}[what[0]]
            deed(int(what[1]), at, self.window)
        event.commit()

    def tap(self, name: str) -> None:
        at = self.middle(name)
        self.fingers(p0=at)
        self.fingers(r0=at)

    def open(self, place: str) -> None:
        """Go to a room from the contents."""
        self.wait(lambda: self.middle(f"contents-{place}").y() < SIZE[1])
        self.bot.wait(400)  # until the counter has come up
        self.tap(f"contents-{place}")

    def enter(self) -> None:
        """Go to the walk, and be there."""
        self.open("walk")
        self.wait(lambda: self.walk.property("sight") == "vineyard")
        assert self.view.heading == pytest.approx(-10), "where the pack says"

    def close(self) -> None:
        self.behind.close()
        self.screen.close()


@pytest.fixture
def walker(qtbot: QtBot, tmp_path: Path) -> Iterator[Walker]:
    load_fonts()
    pack = explored_pack.write(tmp_path / "library")
    good_pack.edit(pack, "winery.toml", 'clip = "media/land.mp4"\n', "")
    good_pack.edit(pack, "winery.toml", "heading = 30\n", "heading = -10\n")
    for number, name in enumerate(("vineyard", "cellar")):
        (pack / "media" / f"{name}-360.png").write_bytes(panoramas.encoded(blue=60 + 100 * number))
    made = Walker(qtbot, tmp_path / "library")
    yield made
    made.close()
