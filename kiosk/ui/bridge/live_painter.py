"""A room's live picture as an item; Qt's own video output draws nothing without a GPU."""

from PySide6.QtCore import Property, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.ui.bridge.live_watch import LiveWatch

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LivePainter(QQuickPaintedItem):
    """Covers itself with the newest frame; its owner gives it the picture's proportion."""

    watchChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._watch: LiveWatch | None = None

    def _get_watch(self) -> LiveWatch | None:
        return self._watch

    def _set_watch(self, watch: LiveWatch | None) -> None:
        if watch is not self._watch and watch is not None:
            self._watch = watch
            watch.imageChanged.connect(self.update)
            self.watchChanged.emit()

    watch = Property(LiveWatch, _get_watch, _set_watch, notify=watchChanged)

    def paint(self, painter: QPainter) -> None:
        """Cover the item."""
        image = self._watch.image if self._watch is not None else None
        if image is not None:
            painter.drawImage(QRectF(0, 0, self.width(), self.height()), image)
