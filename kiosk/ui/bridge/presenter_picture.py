"""What the stage needs of whoever draws the presenter."""

from collections import deque
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 960  # pixels: the width presenters are made at


@QmlElement
class PresenterPicture(QObject):
    """A presenter's newest picture, and whether she is to be seen."""

    changed = Signal()  # a new picture
    presentChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._kept: deque[Any] = deque(maxlen=3)  # a QImage does not own what it shows

    @Property(bool, notify=presentChanged)
    def present(self) -> bool:
        """Whether the presenter wanted on the stage is the one that is drawn."""
        return self._is_present()

    def _is_present(self) -> bool:
        return self._image is not None

    @property
    def image(self) -> QImage | None:
        """The newest picture, premultiplied."""
        return self._image

    @Slot(float, bool)
    def place(self, width: float, foot: bool) -> None:
        """How many pixels wide she stands, and whether her lower end is to fade."""

    @Slot()
    def swap(self) -> None:
        """The stage shows nobody (any more): whoever is wanted may come on."""

    @Slot(bool)
    def stepAside(self, aside: bool) -> None:
        """Whether she is out of sight for a while: nothing of her need be drawn."""

    def _take_picture(self, picture: Any) -> None:
        """Show premultiplied BGRA (height, width, 4) from now on."""
        height, width = picture.shape[:2]
        self._kept.append(picture)
        self._image = QImage(
            picture.data, width, height, QImage.Format.Format_ARGB32_Premultiplied
        )
        self.changed.emit()
