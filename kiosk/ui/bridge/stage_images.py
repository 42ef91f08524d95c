"""What an engine needs to draw the stage: its types and its pictures made in memory."""

from PySide6.QtQml import QQmlEngine

from kiosk import resources
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.living_images import LivingImages
from kiosk.ui.bridge.material_images import MaterialImages
from kiosk.ui.bridge.plate_images import PlateImages
from kiosk.ui.bridge.scrim_images import ScrimImages


def furnish(engine: QQmlEngine, codes: CodeImages) -> None:
    """Let ``engine`` find the stage's QML and every ``image://`` that it names.

    ``codes`` becomes the engine's own and goes with it.
    """
    engine.addImportPath(str(resources.qml()))
    engine.addImageProvider("code", codes)
    engine.addImageProvider("scrim", ScrimImages())
    engine.addImageProvider("living", LivingImages())
    engine.addImageProvider("plate", PlateImages(resources.plates()))
    engine.addImageProvider("material", MaterialImages(resources.textures()))
