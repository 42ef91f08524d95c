"""A silent clip, drawn by the painter: the same with a graphics card and without one.

Qt's own video output needs a GPU API, which a booth PC may lack. Imported, and with it Qt's
multimedia, when the first scene with a clip has begun.
"""

from PySide6.QtCore import QRectF, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QPainter
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

FIRST_FRAME_MS = 4000  # field reports call a clip dead that shows nothing for longer


@QmlElement
class ClipPainter(QQuickPaintedItem):
    """Plays a clip over and over and covers itself with its newest frame."""

    failed = Signal(str)  # why; the item then draws nothing any more

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._frame = QVideoFrame()
        self._image = QImage()
        self._sink = QVideoSink(self)
        # Not the bound method: connected before QML has finished the item, it is never called.
        self._sink.videoFrameChanged.connect(lambda frame: self._take(frame))  # noqa: PLW0108
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._player.setLoops(QMediaPlayer.Loops.Infinite)
        self._player.errorOccurred.connect(self._on_error)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(FIRST_FRAME_MS)
        self._patience.timeout.connect(lambda: self._fail("no first frame within 4 s"))

    @Slot(str)
    def play(self, url: str) -> None:
        """Start a clip; ``failed`` when it cannot be played."""
        self._patience.start()
        self._player.setSource(QUrl(url))
        self._player.play()

    @Slot()
    def close(self) -> None:
        """Let go of the clip and of its last frame (8 MB) before the item is destroyed.

        PySide keeps the Python side of what QML makes, and what it holds, until the program ends.
        """
        self._patience.stop()
        self._player.stop()
        self._player.setSource(QUrl())
        self._frame, self._image = QVideoFrame(), QImage()

    def _on_error(self, error: QMediaPlayer.Error, text: str) -> None:
        self._fail(text)

    def _fail(self, reason: str) -> None:
        self._patience.stop()
        self._player.stop()
        self._frame, self._image = QVideoFrame(), QImage()
        self.setOpaquePainting(False)
        self.update()
        self.failed.emit(reason)

    def _take(self, frame: QVideoFrame) -> None:
        """Keep the newest frame. It is converted when it is drawn and not before.

        A machine that cannot keep up then leaves frames out, instead of falling behind by a queue
        of them while the rest of the stage waits.
        """
        if frame.isValid():
            self._patience.stop()
            self.setOpaquePainting(True)  # not before: nothing clears what lies below then
            self._frame = frame
            self.update()

    def paint(self, painter: QPainter) -> None:
        """Cover the item, cutting what is too wide or too high evenly on both sides."""
        if self._frame.isValid():
            self._image, self._frame = self._frame.toImage(), QVideoFrame()
        image = self._image
        if image.isNull() or self.height() <= 0:
            return
        aspect = self.width() / self.height()
        width = min(float(image.width()), image.height() * aspect)
        height = min(float(image.height()), image.width() / aspect)
        part = QRectF((image.width() - width) / 2, (image.height() - height) / 2, width, height)
        painter.drawImage(QRectF(0, 0, self.width(), self.height()), image, part)
