"""What a visitor sees of a panorama, as an item: the newest view, the last stop fading over it."""

from PySide6.QtCore import Property, QPoint, QRectF, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.ui.bridge.walk import Walk

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PanoramaPainter(QQuickPaintedItem):
    """Covers itself with what the walk sees."""

    walkChanged = Signal()
    fadingChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._walk: Walk | None = None
        self._fading = 0.0

    def _get_walk(self) -> Walk | None:
        return self._walk

    def _set_walk(self, walk: Walk | None) -> None:
        if walk is not self._walk and walk is not None:
            self._walk = walk
            walk.imageChanged.connect(self._on_image)
            self.walkChanged.emit()
            self._on_image()

    def _get_fading(self) -> float:
        return self._fading

    def _set_fading(self, fading: float) -> None:
        if fading != self._fading:
            self._fading = fading
            self.fadingChanged.emit()
            self.update()

    walk = Property(Walk, _get_walk, _set_walk, notify=walkChanged)
    # How much of the stop before is still seen, 1.0 to 0.0.
    fading = Property(float, _get_fading, _set_fading, notify=fadingChanged)

    def _on_image(self) -> None:
        if self._walk is not None:
            self.setOpaquePainting(self._walk.image is not None)
            self.update()

    def paint(self, painter: QPainter) -> None:
        """Cover the item with the view."""
        if self._walk is None or self._walk.image is None:
            return
        self._lay(painter, self._walk.image)
        if self._fading > 0 and self._walk.before is not None:
            painter.setOpacity(self._fading)
            self._lay(painter, self._walk.before)

    def _lay(self, painter: QPainter, image: QImage) -> None:
        if (image.width(), image.height()) == (round(self.width()), round(self.height())):
            painter.drawImage(QPoint(0, 0), image)
        else:  # the screen has just been turned, or the counter has changed its height
            painter.drawImage(QRectF(0, 0, self.width(), self.height()), image)
