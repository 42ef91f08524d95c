"""A room's live picture in the visitor's hands: begun by a touch, given up when it stands still."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

from kiosk.events import Log
from kiosk.live.probe.fetch import Fetcher
from kiosk.live.watch.sources import Source
from kiosk.live.watch.viewer import Viewer

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 250
STALL = 3.0  # s without a new frame: with the look and a frame's way to the screen, under 4
OPENING = 8.0  # s until the first one; the card is shown until then
LONGEST = 1800.0  # s that one stream is read
SIDE = 960  # pixels of a frame's longer side: half a screen


@QmlElement
class LiveWatch(QObject):
    """At most one live picture, without sound.

    Args:
        fetcher: makes what reads the network, each for one viewer.
        log: told when a picture begins, and why it has ended.
    """

    stateChanged = Signal()
    imageChanged = Signal()

    _came = Signal(int)

    def __init__(self, fetcher: Callable[[], Fetcher], log: Log) -> None:
        super().__init__()
        self._fetcher, self._log = fetcher, log
        self._viewer: Viewer | None = None
        self._leaving: Viewer | None = None  # told to stop, its threads still run
        self._wanted: Source | None = None
        self._room, self._state, self._turn = "", "", 0
        self._image: QImage | None = None
        self._pixels: Any = None  # a QImage does not own what it shows
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._came.connect(self._take)

    @Property(str, notify=stateChanged)
    def state(self) -> str:
        """ "", "opening", "showing" or "lost"."""
        return self._state

    @Property(str, notify=stateChanged)
    def room(self) -> str:
        """Id of the room that is watched, or was lost; "" for none."""
        return self._room

    @Property(float, notify=stateChanged)
    def aspect(self) -> float:
        """Width of the picture by its height."""
        return self._image.width() / self._image.height() if self._image is not None else 16 / 9

    @property
    def image(self) -> QImage | None:
        """The newest frame."""
        return self._image

    def begin(self, room: str, source: Source) -> None:
        """Watch a room; what was watched before is let go first."""
        self.leave()
        self._room, self._wanted = room, source
        self._set_state("opening")
        self._log("watch", room=room)
        self._timer.start()
        self._look()

    @Slot()
    def leave(self) -> None:
        """Watch nothing; what was watched is let go."""
        self._end("")

    def close(self) -> None:
        """Stop everything that runs."""
        self._end("")
        self._timer.stop()

    def _end(self, state: str) -> None:
        self._turn += 1
        if self._viewer is not None:
            self._viewer.stop()
            self._leaving, self._viewer = self._viewer, None
        self._wanted = None
        self._image = self._pixels = None
        if not state:
            self._room = ""
        self._set_state(state)
        self.imageChanged.emit()

    def _set_state(self, state: str) -> None:
        if state != self._state:
            self._state = state
            self.stateChanged.emit()

    def _look(self) -> None:
        if self._leaving is not None and not self._leaving.alive:
            self._leaving = None
        if self._leaving is None and self._wanted is not None:
            turn, source, self._wanted = self._turn, self._wanted, None
            self._viewer = Viewer(source, self._fetcher(), SIDE, lambda: self._came.emit(turn))
        viewer = self._viewer
        if viewer is not None:
            patience = STALL if self._state == "showing" else OPENING
            if viewer.ended or viewer.quiet > patience:
                self._log("watch-lost", room=self._room, reason=viewer.ended or "it stands still")
                self._end("lost")
        elif self._wanted is None and self._leaving is None:
            self._timer.stop()

    @Slot(int)
    def _take(self, turn: int) -> None:
        if turn != self._turn or self._viewer is None:
            return
        frame = self._viewer.take()
        if frame is None:
            self._look()  # nothing more comes
            return
        height, width = frame.shape[:2]
        self._image = QImage(frame.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        self._pixels = frame
        self._set_state("showing")
        self.imageChanged.emit()
