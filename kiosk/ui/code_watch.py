"""Reads the stage's codes back from the screen, as people's phones will."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.events import Log
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.scene_view import SceneView
from kiosk.ui.bridge.stage_controller import StageController

SETTLED_MS = 3500  # past the longest wipe
AGAIN_MS = 400  # until a code that was made plain has been drawn
MARGIN = 0.06  # of the code's width, seen around it


@dataclass(frozen=True, slots=True)
class _Sight:
    """A code as it was on the screen; its scene may be over before it has been decoded."""

    url: str
    plain: bool
    pack: str
    scene: str


class CodeWatch(QObject):
    """Looks once at every code in every theme and size that the stage shows it in.

    What a decoder does not read is shown larger and on white from then on, and reported
    (``code-unread``, with whether it is read then). The event loop gives a picture of the window,
    once per code; a thread decodes it. A code that the layout keeps smaller than the distance asks
    for is reported once, too (``code-small``).

    Args:
        window: the stage's.
        stage: tells what is shown.
        codes: know what they say.
        pace: of the show.
        log: told of codes that are not read.
        millimetre: pixels of the window in one of the screen's, 0.0: not known.
        needed: millimetres that a code has to be wide.
    """

    _looked = Signal(object, bool)

    def __init__(
        self,
        window: QQuickWindow,
        stage: StageController,
        codes: CodeImages,
        pace: float,
        log: Log,
        millimetre: float = 0.0,
        needed: float = 0.0,
    ) -> None:
        super().__init__()
        self._window, self._stage, self._codes = window, stage, codes
        self._delay, self._log = int(SETTLED_MS / pace), log
        self._pool: ThreadPoolExecutor | None = None
        self._known: set[tuple[str, str, int, int]] = set()  # code, paper, window's size
        self._millimetre, self._needed = millimetre, needed
        self._small: set[str] = set()  # URLs of codes that were said to be too small
        self._plain: set[str] = set()  # URLs of codes that were not read
        self._view: SceneView | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._looked.connect(self._take)
        stage.showScene.connect(self._on_shown)

    def close(self) -> None:
        """Look no more, and wait for the thread."""
        self._stage.showScene.disconnect(self._on_shown)
        self._timer.stop()
        self._view = None
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _on_shown(self, view: SceneView, _transition: str) -> None:
        self._view = view
        if view.property("code") in self._plain:  # it may have been made before that was known
            view.make_plain()
        view.cardChanged.connect(self._again)  # another room's code may come
        self._timer.start(self._delay)

    def _again(self) -> None:
        self._timer.start(self._delay)

    def _look(self) -> None:
        view = self._view
        if view is None or not shiboken6.isValid(view) or not view.property("codeModules"):
            return  # gone, or without a code, or with an image that an app issued in its own form
        said = self._codes.content(view.property("code"))
        symbol = next(self._symbols(view.property("code")), None)
        item = self._stage.item
        state = self._state(view)
        if not said or symbol is None or item is None or state in self._known:
            return
        plain = bool(view.property("codePlain"))
        sight = _Sight(view.property("code"), plain, item.pack.id, item.scene.id)
        self._known.add(state)
        self._measure(view.property("code"), symbol.width())
        picture = self._picture(symbol)
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="codes")
        self._pool.submit(self._decode, sight, said, picture)

    def _measure(self, url: str, width: float) -> None:
        item = self._stage.item
        if item is None or self._millimetre <= 0 or url in self._small:
            return
        wide = width / self._millimetre
        if round(wide) < round(self._needed):
            self._small.add(url)
            reason = f"the code is {wide:.0f} mm wide, the viewing distance asks {self._needed:.0f}"
            self._log("code-small", pack=item.pack.id, scene=item.scene.id, reason=reason)

    def _state(self, view: SceneView) -> tuple[str, str, int, int]:
        item = self._stage.item
        paper = "" if item is None or view.property("codePlain") else item.pack.theme.paper
        return view.property("code"), paper, self._window.width(), self._window.height()

    def _symbols(self, url: str) -> Iterator[QQuickItem]:
        """The code's places on the screen; of a scene that goes and one that comes, the newest."""
        todo = [self._window.contentItem()]
        while todo:
            item = todo.pop()
            if item.isVisible() and item.opacity() > 0:
                if item.objectName() == "codeSymbol" and item.property("source").toString() == url:
                    yield item
                todo.extend(item.childItems())

    def _picture(self, symbol: QQuickItem) -> NDArray[np.uint8]:
        """The screen around a code, in greys."""
        edge = MARGIN * symbol.width()
        place = symbol.mapRectToScene(QRectF(0, 0, symbol.width(), symbol.height()))
        place.adjust(-edge, -edge, edge, edge)
        image = self._window.grabWindow()
        ratio = image.width() / max(1, self._window.width())
        seen = QRectF(place.topLeft() * ratio, place.size() * ratio).toRect()
        part = image.copy(seen.intersected(image.rect()))
        grey = part.convertToFormat(QImage.Format.Format_Grayscale8)
        rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), -1)
        return rows[:, : grey.width()].copy()

    def _decode(self, sight: _Sight, said: str, picture: NDArray[np.uint8]) -> None:
        from kiosk.live.scan import read  # noqa: PLC0415 - OpenCV: 0.3 s, not before the show runs

        with suppress(RuntimeError):  # the booth has been closed meanwhile
            self._looked.emit(sight, said in read(picture))

    def _take(self, sight: _Sight, was_read: bool) -> None:
        at = {"pack": sight.pack, "scene": sight.scene}
        if sight.plain:
            again = "read larger and on white" if was_read else "not read on white either"
            self._log("code-unread", **at, reason=again)
        elif was_read:
            self._log("code-read", **at)
        else:
            self._plain.add(sight.url)
            view = self._view
            if view is not None and shiboken6.isValid(view) and view.property("code") == sight.url:
                view.make_plain()
                self._timer.start(AGAIN_MS)
