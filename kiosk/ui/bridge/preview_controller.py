"""Between the preview's drawing and its window."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.bridge.scene_view import SceneView

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the preview command")
class PreviewController(QObject):
    """Asks the window for one scene after another."""

    drawScene = Signal(SceneView, str)  # noqa: N815 - QML's name
    answered = Signal(bool)

    @Slot()
    def sceneReady(self) -> None:  # noqa: N802 - QML's name
        """Everything of the scene is there."""
        self.answered.emit(True)

    @Slot()
    def sceneFailed(self) -> None:  # noqa: N802 - QML's name
        """The picture cannot be decoded."""
        self.answered.emit(False)
