"""A visitor at the booth's real window: looks for what is there and touches it with fingers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QPointF
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.app import Booth, build_booth
from kiosk.booth.settings import Settings
from kiosk.options import RunOptions
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.screen import Screen

Said = list[tuple[str, dict[str, Any]]]
_touchscreens: list[Any] = []


def touchscreen() -> Any:
    """One for all tests: devices stay registered with Qt for good."""
    if not _touchscreens:
        _touchscreens.append(QTest.createTouchDevice())
    return _touchscreens[0]


class Visitor:
    """A booth's screen inside the test's own process, somebody before it, and all that it said."""

    def __init__(self, options: RunOptions, settings: Settings | None = None) -> None:
        self.said: Said = []
        settings = settings or Settings()
        codes = CodeImages()
        self.booth: Booth = build_booth(options, settings, self._hear, codes)
        self.screen = Screen(self.booth, codes, options, self._hear, settings.screen_mm)
        self.screen.open()
        self.booth.stage.start()

    def _hear(self, event: str, **figures: Any) -> None:
        self.said.append((event, figures))

    def heard(self, event: str) -> list[dict[str, Any]]:
        """All events of that name, in order."""
        return [figures for name, figures in self.said if name == event]

    @property
    def window(self) -> QQuickWindow:
        """The booth's window."""
        assert self.screen.window is not None
        return self.screen.window

    @property
    def house(self) -> Any:
        """What the visitor has before them."""
        return self.booth.house

    def reads(self, name: str) -> Any:
        """A property of the house."""
        return self.booth.house.property(name)

    def items(self) -> Iterator[QQuickItem]:
        """Every item that is seen, from the back to the front."""
        todo = [self.window.contentItem()]
        while todo:
            item = todo.pop()
            if not item.isVisible() or item.opacity() == 0:
                continue
            yield item
            todo.extend(item.childItems())

    def sees(self, name: str) -> bool:
        """Whether something of that object name is to be seen."""
        return any(item.objectName() == name for item in self.items())

    def find(self, name: str) -> QQuickItem:
        """The item of that object name; fails when it is not to be seen."""
        found = [item for item in self.items() if item.objectName() == name]
        assert found, f"{name} is not to be seen"
        return found[0]

    def slips(self) -> list[QQuickItem]:
        """Everything on the counter that answers to a finger."""
        return [item for item in self.items() if item.metaObject().indexOfProperty("soaked") >= 0]

    def middle(self, item: QQuickItem) -> QPoint:
        """Its middle, in pixels of the window."""
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def press(self, at: QPoint, finger: int = 0) -> None:
        """Put a finger down."""
        QTest.touchEvent(self.window, touchscreen()).press(finger, at, self.window).commit()

    def move(self, at: QPoint, finger: int = 0) -> None:
        """Move a finger that is down."""
        QTest.touchEvent(self.window, touchscreen()).move(finger, at, self.window).commit()

    def release(self, at: QPoint, finger: int = 0) -> None:
        """Lift it."""
        QTest.touchEvent(self.window, touchscreen()).release(finger, at, self.window).commit()

    def tap_at(self, at: QPoint) -> None:
        """A short touch."""
        self.press(at)
        self.release(at)
        QCoreApplication.processEvents()

    def tap(self, name: str) -> None:
        """A short touch on the item of that name."""
        self.tap_at(self.middle(self.find(name)))

    def swipe(self, start: QPoint, end: QPoint, steps: int = 8) -> None:
        """Draw a finger over the screen."""
        self.press(start)
        for step in range(1, steps + 1):
            self.move(start + (end - start) * step / steps)
            QTest.qWait(12)
        self.release(end)
        QCoreApplication.processEvents()

    def close(self) -> None:
        """Go home."""
        self.booth.close()
        self.screen.close()
