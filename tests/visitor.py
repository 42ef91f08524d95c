"""A visitor at the booth's real window: looks for what is there and touches it with fingers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.app import Booth, build_booth
from kiosk.booth.settings import Settings
from kiosk.options import RunOptions
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.screen import Screen

SOON = 10.0  # s
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
        self.screen = Screen(self.booth, codes, options, self._hear, settings)
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

    def named(self, name: str) -> list[QQuickItem]:
        """Everything of that object name that is to be seen."""
        return [item for item in self.items() if item.objectName() == name]

    def all_of(self, prefix: str) -> list[QQuickItem]:
        """Everything to be seen whose object name begins so, from the top."""
        found = [item for item in self.items() if item.objectName().startswith(prefix)]
        return sorted(found, key=lambda item: self.place(item).y())

    def sees(self, name: str) -> bool:
        """Whether something of that object name is to be seen."""
        return bool(self.named(name))

    def wait(self, until: Callable[[], Any], seconds: float = SOON) -> None:
        """Let the booth go on until something is so; fails when it does not become so."""
        end = time.monotonic() + seconds
        while not until():
            assert time.monotonic() < end, "it does not become so"
            QTest.qWait(10)

    def find(self, name: str) -> QQuickItem:
        """The item of that object name, once it is to be seen."""
        if not self.sees(name):
            self.wait(lambda: self.sees(name))
        return self.named(name)[0]

    def slips(self) -> list[QQuickItem]:
        """Everything on the counter that answers to a finger."""
        return [item for item in self.items() if item.metaObject().indexOfProperty("soaked") >= 0]

    def middle(self, item: QQuickItem) -> QPoint:
        """Its middle, in pixels of the window."""
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def place(self, item: QQuickItem) -> QRectF:
        """Where it is in the window."""
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

    def fingers(self, **moves: QPoint) -> None:
        """One event of the touchscreen: ``p0`` presses finger 0, ``m0`` moves it, ``r0`` lifts it.
        Every finger that is down has to be named.
        """
        event = QTest.touchEvent(self.window, touchscreen(), False)
        for what, at in moves.items():
            deed = {"p": event.press, "m": event.move, "r": event.release}[what[0]]
            deed(int(what[1]), at, self.window)
        event.commit()

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
        self.settle()

    def poke(self, at: QPoint) -> None:
        """A short touch without a look at what comes of it."""
        self.press(at)
        self.release(at)
        QCoreApplication.processEvents()

    def settle(self) -> None:
        """Wait for a frame: rows and grids place their parts with it, before anybody sees them."""
        swapped: list[bool] = []

        def swap() -> None:
            swapped.append(True)

        self.window.frameSwapped.connect(swap)
        self.window.requestUpdate()
        for _ in range(200):
            QTest.qWait(5)
            if swapped:
                break
        self.window.frameSwapped.disconnect(swap)

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


def on_counter(visitor: Visitor) -> None:
    """Everything that answers to a finger lies whole in the window's lower half."""
    height, width = visitor.window.height(), visitor.window.width()
    slips = visitor.slips()
    assert len(slips) >= 5
    for slip in slips:
        at = slip.mapToScene(QPointF(0, 0))
        assert at.y() >= height / 2, slip.objectName()
        assert at.y() + slip.height() <= height + 1, slip.objectName()
        assert at.x() >= 0, slip.objectName()
        assert slip.width() > 0, slip.objectName()
        if not scrolls(slip):
            assert at.x() + slip.width() <= width + 1, slip.objectName()


def scrolls(item: QQuickItem) -> bool:
    """Whether it lies in a list that can be moved."""
    parent = item.parentItem()
    while parent is not None:
        if parent.inherits("QQuickFlickable"):
            return True
        parent = parent.parentItem()
    return False
