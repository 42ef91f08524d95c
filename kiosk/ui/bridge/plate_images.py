"""The diagrams' line work for QML: plates drawn ahead, inked in a winery's colours.

A plate's channels do not hold colours but how much of the ink, of the wine and of the ground a
pixel has (``assets/diagrams/make``): a sum gives it any winery's colours in a few milliseconds,
where drawing its thousands of strokes anew would hold up the show for half a second.
"""

from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickImageProvider

LIGHTEST, DULLEST = 0.36, 0.55  # of a must that has to be seen on the dark: HSL
CHANNELS = 4


def must_colour(wine: QColor) -> QColor:
    """A winery's wine, light and full enough to be seen on its ground."""
    return QColor.fromHslF(
        max(0.0, wine.hslHueF()),
        max(DULLEST, wine.hslSaturationF()),
        max(LIGHTEST, wine.lightnessF()),
    )


def inked(plate: QImage, ink: QColor, must: QColor, ground: QColor) -> QImage:
    """The plate in three colours. ``plate``'s red, green and blue say how much of each."""
    form = QImage.Format.Format_RGBA8888_Premultiplied
    source = plate.convertToFormat(form)
    shape = (source.height(), source.bytesPerLine() // CHANNELS, CHANNELS)
    shares = np.frombuffer(source.constBits(), np.uint8).reshape(shape)
    table = np.array(
        [[colour.red(), colour.green(), colour.blue()] for colour in (ink, must, ground)],
        np.float32,
    )
    mixed = shares.copy()
    mixed[..., :3] = np.minimum(
        shares[..., :3].astype(np.float32) @ (table / 255) + 0.5, shares[..., 3:]
    )
    data = mixed.tobytes()
    return QImage(data, source.width(), source.height(), source.bytesPerLine(), form).copy()


class PlateImages(QQuickImageProvider):
    """Serves ``image://plate/<ink>/<wine>/<ground>/<name>``, colours as rrggbb.

    Args:
        folder: holds the plates.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, name: str, size: QSize, requested: QSize) -> Any:
        """The drawing, as wide as asked for; nothing where there is none of that name."""
        ink, wine, ground, what = name.split("/")
        plate = QImage(str(self._folder / f"{what}.webp"))
        if not plate.isNull() and requested.width() > 0:
            plate = plate.scaledToWidth(
                requested.width(), Qt.TransformationMode.SmoothTransformation
            )
        if plate.isNull():
            return plate
        return inked(
            plate, QColor(f"#{ink}"), must_colour(QColor(f"#{wine}")), QColor(f"#{ground}")
        )
