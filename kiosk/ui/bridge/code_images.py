"""QR codes as images, one pixel per module: the stage scales them by whole numbers."""

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, qRgb
from PySide6.QtQuick import QQuickImageProvider

from kiosk.live.codes import QUIET_ZONE, Code

KEPT = 64  # codes remembered; a stage shows two at a time
DARK = qRgb(0, 0, 0)


def draw(code: Code) -> QImage:
    """The symbol with its quiet zone, black on the label's paper, one pixel per module.

    The quiet zone is transparent: it is the paper's own margin.
    """
    side = code.modules + 2 * QUIET_ZONE
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    for y, row in enumerate(code.rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixel(x + QUIET_ZONE, y + QUIET_ZONE, DARK)
    return image


class CodeImages(QQuickImageProvider):
    """Serves ``image://code/<n>`` for codes handed to ``keep``."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._images: dict[str, QImage] = {}
        self._names: dict[str, str] = {}

    def keep(self, code: Code) -> str:
        """Remember a code and return its URL; the same content gives the same URL."""
        if code.content not in self._names:
            if len(self._images) >= KEPT:
                oldest = next(iter(self._names))
                del self._images[self._names.pop(oldest)]
            name = str(hash(code.content) & 0xFFFFFFFFFFFF)
            self._names[code.content] = name
            self._images[name] = draw(code)
        return f"image://code/{self._names[code.content]}"

    def content(self, url: str) -> str:
        """What the code of a URL says; "" when it is not kept any more."""
        kept = (content for content, name in self._names.items() if url.endswith(f"/{name}"))
        return next(kept, "")

    def requestImage(self, name: str, size: QSize, requested: QSize) -> Any:
        """The image of that name; an empty one when it is not kept any more."""
        return self._images.get(name, QImage())
