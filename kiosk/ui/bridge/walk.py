"""The walk through a winery: a panorama that turns under the fingers, stop after stop."""

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

from kiosk.events import Log
from kiosk.show.fingers import Fingers
from kiosk.show.house import StopCard
from kiosk.show.panorama import WIDEST, View
from kiosk.show.turning import Turning
from kiosk.ui.bridge.house_copy import stops_of
from kiosk.ui.bridge.panorama_worker import PanoramaWorker

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

FRAME_MS, DRIFT_MS = 16, 33
NOWHERE = QPointF(-1e5, -1e5)  # the place of what lies behind


@QmlElement
class Walk(QObject):
    """Where a visitor stands and what they see.

    Args:
        log: told of every stop, and of panoramas that cannot be shown.
        worker: draws the views.
    """

    stopsChanged = Signal()
    stopChanged = Signal()
    viewChanged = Signal()  # what is seen has turned
    imageChanged = Signal()
    sightChanged = Signal()
    arrived = Signal()  # the first sight of another stop

    def __init__(self, log: Log, worker: PanoramaWorker | None = None) -> None:
        super().__init__()
        self._log = log
        self._worker = worker or PanoramaWorker()
        self._worker.setParent(self)
        self._worker.drawn.connect(self._take)
        self._worker.failed.connect(self._miss)
        self._tour: Sequence[StopCard] = ()
        self._stop = ""
        self._sight = ""  # whose panorama is seen
        self._sized = False  # whether the view's size is known
        self._turning, self._fingers = Turning(), Fingers()
        self._seen = View()
        self._image: QImage | None = None
        self._before: QImage | None = None
        self._pixels: Any = None  # a QImage does not own what it shows
        self._telling = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)

    @Property(list, notify=stopsChanged)
    def stops(self) -> list[dict[str, object]]:
        """In walking order: id, mark, title, spots (right, up, scene, to, name)."""
        return stops_of(self._tour)

    @Property(str, notify=stopChanged)
    def stop(self) -> str:
        """Id of the stop one stands at, "" while nobody walks."""
        return self._stop

    @Property(str, notify=sightChanged)
    def sight(self) -> str:
        """Id of the stop whose panorama is seen, "" for none; follows ``stop`` in a moment."""
        return self._sight

    @Property(float, notify=viewChanged)
    def heading(self) -> float:
        """Degrees right of the picture's middle, of what is seen."""
        return self._seen.heading

    @Property(float, notify=viewChanged)
    def pitch(self) -> float:
        """Degrees above the horizon."""
        return self._seen.pitch

    @Property(float, notify=viewChanged)
    def field(self) -> float:
        """Degrees seen across the longer side."""
        return self._seen.field

    @property
    def image(self) -> QImage | None:
        """What is seen."""
        return self._image

    @property
    def before(self) -> QImage | None:
        """The last that was seen of the stop before."""
        return self._before

    # For the house

    def furnish(self, tour: Sequence[StopCard]) -> None:
        """The stops, in the visitor's words."""
        self._tour = tour
        self.stopsChanged.emit()

    def enter(self) -> None:
        """Go to the first stop."""
        if self._tour:
            self.go(self._tour[0].id)

    def leave(self) -> None:
        """Leave the walk and keep nothing of it."""
        self._timer.stop()
        self._fingers.clear()
        self._worker.forget()
        self._sized = False
        if self._stop:
            self._stop = ""
            self._see_nothing()
            self.stopChanged.emit()

    def still(self, on: bool) -> None:
        """Whether nothing moves that need not."""
        self._turning.still = on

    def listen(self, telling: bool) -> None:
        """While something is told the view does not drift."""
        self._telling = telling

    def close(self) -> None:
        """Stop everything that runs."""
        self.leave()
        self._worker.close()

    # For fingers

    @Slot(str)
    def go(self, stop: str) -> None:
        """Walk on to a stop."""
        card = next((each for each in self._tour if each.id == stop), None)
        if card is None or stop == self._stop:
            return
        self._stop = stop
        self._fingers.clear()
        view = self._turning.view
        start = replace(view, heading=card.heading, pitch=0.0, field=WIDEST)
        self._turning.look(start, time.monotonic())
        self._log("walk", stop=stop)
        self._worker.open(card.panorama)
        self._wish()
        self._timer.start(DRIFT_MS)
        self.stopChanged.emit()

    @Slot(float, float, float)
    def resize(self, width: float, height: float, hand: float) -> None:
        """How large the view is, and how far the fingers of a hand spread, in pixels."""
        self._sized = width >= 1 and height >= 1
        if self._sized:
            self._fingers.hand = hand
            self._turning.resize(round(width), round(height))
            self._wish()

    @Slot(int, float, float)
    def press(self, finger: int, x: float, y: float) -> None:
        """A finger comes down on the view."""
        if self._fingers.press(finger, x, y):
            self._turning.hold(self._fingers.grip, time.monotonic())

    @Slot(int, float, float)
    def drag(self, finger: int, x: float, y: float) -> None:
        """A finger moves."""
        grip = self._fingers.grip if self._fingers.move(finger, x, y) else None
        if grip is not None:
            self._turning.drag(grip, time.monotonic())
            self._wish()

    @Slot(int)
    def lift(self, finger: int) -> None:
        """A finger leaves."""
        if self._fingers.lift(finger):
            self._turning.hold(self._fingers.grip, time.monotonic())
            self._timer.start(FRAME_MS)

    @Slot(float)
    def turn(self, degrees: float) -> None:
        """Turn to the right by so much."""
        self._turning.glide(degrees, time.monotonic())
        self._timer.start(FRAME_MS)

    @Slot(float, float, float, float, float, result=QPointF)
    def place(
        self, right: float, up: float, heading: float, pitch: float, field: float
    ) -> QPointF:
        """Where a direction is seen in a view of this size, in pixels; far away when it is not."""
        view = replace(self._seen, heading=heading, pitch=pitch, field=field)
        found = view.place(right, up)
        return QPointF(*found) if found else NOWHERE

    # On the clock

    def _on_time(self) -> None:
        if not self._stop:
            return
        self._turning.step(time.monotonic(), not self._telling and self._sight == self._stop)
        if not self._turning.moving and self._timer.interval() != DRIFT_MS:
            self._timer.start(DRIFT_MS)
        self._wish()

    def _wish(self) -> None:
        if self._stop and self._sized:
            self._worker.wish(self._turning.view, self._turning.moving)

    @Slot(object, object)
    def _take(self, view: View, pixels: Any) -> None:
        if not self._stop:
            return
        height, width = pixels.shape[:2]
        first = self._sight != self._stop
        if first:
            self._before = self._image.copy() if self._image is not None else None
        self._image = QImage(pixels.data, width, height, QImage.Format.Format_RGB32)
        self._pixels = pixels
        if view != self._seen:
            self._seen = view
            self.viewChanged.emit()
        self.imageChanged.emit()
        if first:
            self._sight = self._stop
            self.sightChanged.emit()
            self.arrived.emit()

    @Slot()
    def settle(self) -> None:
        """The stop before is seen no more."""
        self._before = None

    def _see_nothing(self) -> None:
        self._image = self._before = self._pixels = None
        self._sight = ""
        self.imageChanged.emit()
        self.sightChanged.emit()

    @Slot(str)
    def _miss(self, reason: str) -> None:
        self._log("panorama-failed", stop=self._stop, reason=reason)
        self._see_nothing()
