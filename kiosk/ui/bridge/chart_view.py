"""Charts of an origin for the stage: engraved in a worker, shown when they are there."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QPointF, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickImageProvider

from kiosk.errors import KioskError
from kiosk.events import Log
from kiosk.packs.model import Origin

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

LARGEST = 4096  # pixels of a side


class ChartImages(QQuickImageProvider):
    """Serves ``image://chart/<n>``: the newest chart only, since charts are as large as screens."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self.image = QImage()

    def requestImage(self, name: str, size: QSize, requested: QSize) -> Any:
        """The newest chart, whatever its number."""
        return self.image


@QmlElement
class ChartView(QObject):
    """One chart at a time.

    Args:
        atlas: atlas.npz.
        log: told of what could not be drawn.
    """

    changed = Signal()
    _drawn = Signal(int, object)
    _missed = Signal(str)

    def __init__(self, atlas: Path, log: Log) -> None:
        super().__init__()
        self.images = ChartImages()
        self.origin: Origin | None = None
        self._path, self._log = atlas, log
        self._atlas: Any = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="chart")
        self._asked = 0
        self._source = ""
        self._here = self._there = QPointF()
        self._kilometres = 0.0
        self._drawn.connect(self._take)
        self._missed.connect(self._miss)

    @Property(str, notify=changed)
    def source(self) -> str:
        """URL of the newest chart, "" while there is none."""
        return self._source

    @Property(QPointF, notify=changed)
    def here(self) -> QPointF:
        """The origin, in pixels of the chart."""
        return self._here

    @Property(QPointF, notify=changed)
    def there(self) -> QPointF:
        """Qingtian; outside the chart where it does not show it."""
        return self._there

    @Property(float, notify=changed)
    def kilometres(self) -> float:
        """From the origin to Qingtian, 0.0 before it is known."""
        return self._kilometres

    @Slot(bool, float, float, QRectF, QColor, QColor, QColor)
    def draw(
        self, far: bool, width: float, height: float, frame: QRectF,
        ground: QColor, line: QColor, accent: QColor,
    ) -> None:  # fmt: skip
        """Ask for a chart; the one before stays until it is there.

        Args:
            far: the globe with the way to Qingtian, else the origin in its country.
            width, height: of the chart in pixels.
            frame: the part that the country or the globe fills.
            ground, line, accent: the inks.
        """
        self._asked += 1
        origin = self.origin
        if origin is None:
            return
        size = (min(LARGEST, round(width)), min(LARGEST, round(height)))
        inks = tuple((each.red(), each.green(), each.blue()) for each in (ground, line, accent))
        area = (frame.x(), frame.y(), frame.width(), frame.height())
        with suppress(RuntimeError):  # the pool has been shut down
            self._pool.submit(self._engrave, self._asked, far, origin, size, area, inks)

    def forget(self) -> None:
        """Let the chart go."""
        self._asked += 1
        self.images.image = QImage()
        self._source = ""
        self.changed.emit()

    def close(self) -> None:
        """Let the worker go."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _engrave(
        self, number: int, far: bool, origin: Origin, size: tuple[int, int], frame: Any, inks: Any
    ) -> None:
        # In the worker. OpenCV and the atlas cost a tenth of a second: not before a map is wanted.
        from kiosk.atlas.chart import region_chart, way_chart  # noqa: PLC0415
        from kiosk.atlas.earth import Place  # noqa: PLC0415
        from kiosk.atlas.engrave import Inks  # noqa: PLC0415
        from kiosk.atlas.store import Atlas  # noqa: PLC0415

        if number != self._asked:
            return  # another one is wanted by now
        try:
            if self._atlas is None:
                self._atlas = Atlas(self._path)
            place = Place(origin.latitude, origin.longitude)
            kind = way_chart if far else region_chart
            chart = kind(self._atlas, origin.country, place, size, frame, Inks(*inks))
        except Exception as error:  # nothing may stay unsaid in the worker
            known = isinstance(error, KioskError)
            self._missed.emit(str(error) if known else f"{type(error).__name__}: {error}")
            return
        self._drawn.emit(number, chart)

    @Slot(str)
    def _miss(self, reason: str) -> None:
        self._log("chart-failed", reason=reason)

    @Slot(int, object)
    def _take(self, number: int, chart: Any) -> None:
        if number != self._asked or chart is None:
            return
        height, width = chart.picture.shape[:2]
        image = QImage(
            chart.picture.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888
        )
        self.images.image = image.copy()
        self._here = QPointF(*chart.origin)
        self._there = QPointF(*chart.qingtian) if chart.qingtian else QPointF(-1e4, -1e4)
        self._kilometres = chart.kilometres
        self._source = f"image://chart/{number}"
        self.changed.emit()
