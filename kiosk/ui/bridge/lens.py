"""The magnifier for QML: where the stage's picture lies under a visitor's fingers."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.show.magnifier import Magnifier

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Lens(QObject):
    """A picture that two fingers bring closer."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._magnifier = Magnifier()

    @Property(float, notify=changed)
    def scale(self) -> float:
        """1.0 to 3.0."""
        return self._magnifier.scale

    @Property(float, notify=changed)
    def left(self) -> float:
        """The picture's left edge, pixels; at most 0."""
        return self._magnifier.x

    @Property(float, notify=changed)
    def top(self) -> float:
        """Its upper edge."""
        return self._magnifier.y

    @Property(bool, notify=changed)
    def near(self) -> bool:
        """Whether the picture is closer than at rest."""
        return self._magnifier.near

    @Slot(float, float, float, float)
    def resize(self, width: float, height: float, seen: float, hand: float) -> None:
        """The stage's size, how much of its height is seen, how far a hand's fingers spread."""
        magnifier = self._magnifier
        magnifier.width, magnifier.height, magnifier.seen = width, height, seen
        magnifier.fingers.hand = hand
        self.back()

    @Slot(int, float, float)
    def press(self, finger: int, x: float, y: float) -> None:
        """A finger comes down."""
        self._magnifier.press(finger, x, y)

    @Slot(int, float, float)
    def drag(self, finger: int, x: float, y: float) -> None:
        """A finger moves."""
        magnifier = self._magnifier
        if magnifier.near or (magnifier.fingers.grip and magnifier.fingers.grip.spread):
            magnifier.drag(finger, x, y)
            self.changed.emit()

    @Slot(int)
    def lift(self, finger: int) -> None:
        """A finger leaves."""
        self._magnifier.lift(finger)
        self.changed.emit()

    @Slot()
    def back(self) -> None:
        """As it was."""
        self._magnifier.back()
        self.changed.emit()
