"""Between the preview's drawing and its window."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.bridge.scene_view import SceneView

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PreviewController(QObject):
    """Asks the window for one scene after another."""

    drawScene = Signal(SceneView, str)
    answered = Signal(bool)

    @Slot()
    def sceneReady(self) -> None:
        """Everything of the scene is there."""
        self.answered.emit(True)

    @Slot()
    def sceneFailed(self) -> None:
        """The picture cannot be decoded."""
        self.answered.emit(False)
