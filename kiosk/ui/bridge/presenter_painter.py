"""The presenter's newest picture as an item of the stage."""

from PySide6.QtCore import Property, QPoint, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.ui.bridge.presenter_picture import PresenterPicture

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PresenterPainter(QQuickPaintedItem):
    """Shows what a controller draws; its owner gives it the pictures' proportion, 3 to 4."""

    controllerChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._controller: PresenterPicture | None = None

    def _get_controller(self) -> PresenterPicture | None:
        return self._controller

    def _set_controller(self, controller: PresenterPicture | None) -> None:
        if controller is not self._controller and controller is not None:
            self._controller = controller
            controller.changed.connect(self.update)
            self.controllerChanged.emit()

    controller = Property(
        PresenterPicture, _get_controller, _set_controller, notify=controllerChanged
    )

    def paint(self, painter: QPainter) -> None:
        """Cover the item with the picture."""
        image = self._controller.image if self._controller is not None else None
        if image is None:
            return
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        if image.width() == round(self.width()):
            painter.drawImage(QPoint(0, 0), image)
        else:  # the stage has just changed its size
            painter.drawImage(QRectF(0, 0, self.width(), self.height()), image)
