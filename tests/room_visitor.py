"""A booth in the test's own process, and a visitor whose fingers touch its real window."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.app import build_booth
from kiosk.booth.settings import Settings
from kiosk.options import RunOptions
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.house_controller import HouseController
from kiosk.ui.screen import Screen, load_fonts

SOON = 10_000  # ms
PACE = 8.0  # times faster than real
IDLE = 600  # s of the show's: nobody is sent away by a slow machine
_FINGER: list[QPointingDevice] = []  # one touchscreen for the whole process, as Qt keeps them


class Visitor:
    """Sees a booth and touches it.

    Args:
        bot: waits.
        pack: id of the demonstration pack that the booth shows.
        folder: where the pack is copied to, without its narration.
        size: of the window in pixels.
        edit: changes the copy, given its folder.
    """

    def __init__(
        self,
        bot: QtBot,
        pack: str,
        folder: Path,
        size: tuple[int, int],
        edit: Callable[[Path], None] | None,
    ) -> None:
        self.bot, self.said = bot, list[tuple[str, dict[str, Any]]]()
        load_fonts()
        if not _FINGER:
            _FINGER.append(QTest.createTouchDevice())
        without = shutil.ignore_patterns("narration", "*.ogg")
        shutil.copytree(resources.demonstration() / pack, folder / pack, ignore=without)
        if edit is not None:
            edit(folder / pack)
        options = RunOptions(folder, windowed=True, size=size, pace=PACE, mute=True)
        codes = CodeImages()
        self.behind = build_booth(options, Settings(idle_seconds=IDLE), self._hear, codes)
        self.screen = Screen(self.behind, codes, options, self._hear)
        self.screen.open()
        self.behind.stage.start()

    @property
    def house(self) -> HouseController:
        """What stands behind the rooms."""
        return self.behind.house

    @property
    def window(self) -> QQuickWindow:
        """The booth's."""
        assert self.screen.window is not None
        return self.screen.window

    def come(self, language: str) -> None:
        """Wait for the show and touch it; then read ``language``."""
        self.bot.waitUntil(lambda: bool(self.heard("scene")), timeout=30_000)
        size = self.window.size()
        self.touch(QPoint(size.width() // 3, size.height() // 3))
        assert self.house.property("open")
        self.bot.waitUntil(self._risen, timeout=SOON)
        if self.house.property("language") != language:
            self.house.speak(language)
        self.settle()

    def heard(self, event: str) -> list[dict[str, Any]]:
        """What the booth said of one kind of event."""
        return [figures for name, figures in self.said if name == event]

    def find(self, name: str) -> QQuickItem | None:
        """What is seen under an object name."""

        def search(item: QQuickItem) -> QQuickItem | None:
            if item.objectName() == name and item.isVisible():
                return item
            return next((got for child in item.childItems() if (got := search(child))), None)

        return search(self.window.contentItem())

    def sees(self, name: str) -> bool:
        """Whether it is there to be touched or read."""
        return self.find(name) is not None

    def reads(self, name: str, what: str = "text") -> str:
        """The words of what is seen under a name."""
        item = self.find(name)
        assert item is not None, name
        return str(item.property(what))

    def all_of(self, prefix: str) -> list[QQuickItem]:
        """Everything that is seen whose name begins so, from the top."""

        def search(item: QQuickItem) -> Iterator[QQuickItem]:
            if item.objectName().startswith(prefix) and item.isVisible():
                yield item
            for child in item.childItems():
                yield from search(child)

        return sorted(search(self.window.contentItem()), key=lambda one: self.place(one).y())

    def place(self, item: QQuickItem) -> QRectF:
        """Where it is in the window."""
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

    def touch(self, at: QPoint) -> None:
        """A finger down and up, and what is to be seen then."""
        QTest.touchEvent(self.window, _FINGER[0]).press(0, at, self.window)
        QTest.touchEvent(self.window, _FINGER[0]).release(0, at, self.window)
        self.settle()

    def settle(self) -> None:
        """Wait for a frame: grids and rows place their parts with it, before anybody sees them."""
        with self.bot.waitSignal(self.window.frameSwapped, timeout=SOON):
            self.window.requestUpdate()

    def tap(self, name: str) -> None:
        """Touch the middle of what is seen under a name, once it is there."""
        self.bot.waitUntil(lambda: self.sees(name), timeout=SOON)
        item = self.find(name)
        assert item is not None
        middle = QPointF(item.width() / 2, item.height() / 2)
        self.touch(item.mapToScene(middle).toPoint())

    def type(self, letters: str) -> None:
        """Tap one key after the other."""
        for letter in letters:
            self.tap("key-space" if letter == " " else f"key-{letter}")

    def swipe(self, start: QPoint, end: QPoint, steps: int = 6) -> None:
        """A finger that moves on the screen before it leaves it."""
        QTest.touchEvent(self.window, _FINGER[0]).press(0, start, self.window)
        for step in range(1, steps + 1):
            self.bot.wait(10)
            at = start + (end - start) * (step / steps)
            QTest.touchEvent(self.window, _FINGER[0]).move(0, at, self.window)
        QTest.touchEvent(self.window, _FINGER[0]).release(0, end, self.window)

    def close(self) -> None:
        """Leave, and switch the booth off."""
        self.behind.close()
        self.screen.close()

    def _risen(self) -> bool:
        """Whether the counter has come up to its place."""
        bar = self.find("bar-contents")
        gap = 18 * min(self.window.width(), self.window.height()) / 1080
        return bar is not None and self.place(bar).bottom() <= self.window.height() - gap + 0.5

    def _hear(self, event: str, **figures: Any) -> None:
        self.said.append((event, figures))


VisitorMaker = Callable[..., Visitor]


@pytest.fixture
def visitor(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitorMaker]:
    """Makes visitors of a booth; all is closed after the test."""
    made: list[Visitor] = []

    def make(
        language: str,
        pack: str = "vina-arcedo",
        size: tuple[int, int] = (960, 540),
        edit: Callable[[Path], None] | None = None,
    ) -> Visitor:
        made.append(Visitor(qtbot, pack, tmp_path / str(len(made)), size, edit))
        made[-1].come(language)
        return made[-1]

    yield make
    for each in made:
        each.close()
