"""The booth's window: fonts, engine, full screen, pictures of what was shown."""

import os
import sys
from pathlib import Path
from typing import Protocol

import shiboken6
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import resources
from kiosk.booth.memory import return_free_pages
from kiosk.booth.settings import Settings
from kiosk.errors import DisplayError
from kiosk.events import Log
from kiosk.live.codes import width_mm
from kiosk.options import RunOptions
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.house_controller import HouseController
from kiosk.ui.bridge.interface_language import InterfaceLanguage
from kiosk.ui.bridge.lens import Lens  # noqa: F401 - known to QML
from kiosk.ui.bridge.live_painter import LivePainter  # noqa: F401 - known to QML
from kiosk.ui.bridge.panorama_painter import PanoramaPainter  # noqa: F401 - known to QML
from kiosk.ui.bridge.presenter_painter import PresenterPainter  # noqa: F401 - known to QML
from kiosk.ui.bridge.scene_view import SceneView
from kiosk.ui.bridge.stage_controller import StageController
from kiosk.ui.bridge.stage_images import furnish
from kiosk.ui.code_watch import CodeWatch
from kiosk.ui.frame_meter import FrameMeter

SMALLEST_MM, LARGEST_MM = 200.0, 2500.0  # longer side of touchscreens: 10 to 110 inches
TIDY_AFTER_MS = 3000  # the scene before has gone by then, and its picture
SHOT_AFTER_MS = 4000  # past the longest wipe and well into the first caption


def prepare_environment() -> None:
    """Settings of Qt that must be made before the application exists."""
    # Mesa's software OpenGL has a fast path for plain textured rectangles, which it takes only
    # when the window has neither depth nor stencil buffer: 10 ms a frame instead of 27. The stage
    # is flat and clips along its axes only, so it needs neither, on any machine.
    os.environ.setdefault("QSG_NO_DEPTH_BUFFER", "1")
    os.environ.setdefault("QSG_NO_STENCIL_BUFFER", "1")
    # Painted items (clips, the presenter) are Python's: on a render thread of its own they would
    # wait for the interpreter while the main thread, holding it, waits for them (a grab, a resize).
    os.environ.setdefault("QSG_RENDER_LOOP", "basic")
    if not has_graphics():
        # Qt's raster renderer repaints only what changed and needs no emulated graphics card:
        # half the time a frame and half the memory of software OpenGL (benchmarks/bench_loop.py).
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
        if os.environ["QT_QUICK_BACKEND"] == "software":
            # Else Qt converts a clip's frames with that emulated card: the stage stood for seconds.
            os.environ.setdefault("QT_XCB_GL_INTEGRATION", "none")


def has_graphics() -> bool:
    """Whether there is a graphics card to draw with. Only Linux is asked; elsewhere Qt knows."""
    return sys.platform != "linux" or any(Path("/dev/dri").glob("renderD*"))


def open_application() -> QGuiApplication:
    """The application with the shipped fonts.

    Raises:
        DisplayError: the fonts that ship with the program are missing.
    """
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        application = QGuiApplication(sys.argv[:1])
    application.setApplicationName("Cellarcast")
    load_fonts()
    return application


def load_fonts() -> None:
    """Add the shipped fonts to those Qt knows. Raises DisplayError when one cannot be read."""
    for path in sorted(resources.fonts().glob("*.[ot]tf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise DisplayError(
                "the font cannot be read", where=str(path), advice="install the program again"
            )


def millimetre(window: QQuickWindow, long_side: int) -> float:
    """Pixels of the stage in a millimetre of the screen, 0.0 when nobody can say.

    Args:
        window: on its screen.
        long_side: millimetres, as the technician measured; 0: ask the screen. Screens lie: what no
            touchscreen measures is not believed.
    """
    screen = window.screen()
    size = screen.size()
    pixels = max(size.width(), size.height())
    told = screen.physicalSize()
    measured = float(long_side) or max(told.width(), told.height())
    return pixels / measured if SMALLEST_MM <= measured <= LARGEST_MM else 0.0


class Behind(Protocol):
    """What the screen shows, and whom it belongs to."""

    @property
    def stage(self) -> StageController:
        """What the stage shows."""
        ...

    @property
    def house(self) -> HouseController:
        """What visitors touch."""
        ...

    @property
    def language(self) -> InterfaceLanguage:
        """What they read."""
        ...


class Screen:
    """The window and its QML engine.

    Args:
        booth: what is behind it; must outlive the screen.
        codes: the QR images.
        options: size, rotation, pictures.
        events: told of the first frame, and of codes that are not read from it.
        settings: the screen's size in the real world, and where people stand.
    """

    def __init__(
        self,
        booth: Behind,
        codes: CodeImages,
        options: RunOptions,
        events: Log,
        settings: Settings | None = None,
    ) -> None:
        self._booth, self._controller = booth, booth.stage
        self._options, self._events = options, events
        self._settings = settings or Settings()
        self._codes = codes
        self._watch: CodeWatch | None = None
        self._engine: QQmlApplicationEngine | None = QQmlApplicationEngine()
        furnish(self._engine, codes)
        self._engine.addImageProvider("chart", booth.house.chart_images)
        self._window: QQuickWindow | None = None
        self._seen = False
        self._meter = FrameMeter(events)

    @property
    def window(self) -> QQuickWindow | None:
        """The window while it is open."""
        return self._window

    def open(self) -> None:
        """Make the window and show it.

        Raises:
            DisplayError: the stage's QML does not load.
        """
        engine = self._engine
        if engine is None:
            raise DisplayError("the screen has been closed")
        engine.setInitialProperties(
            {
                "controller": self._controller,
                "house": self._booth.house,
                "turn": self._options.rotation,
            }
        )
        engine.loadFromModule("Cellarcast.Booth", "BoothWindow")
        roots = engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise DisplayError(
                "the stage cannot be loaded",
                where=str(resources.qml()),
                advice="install the program again",
            )
        window = self._window = roots[0]
        window.frameSwapped.connect(self._on_frame)
        window.frameSwapped.connect(self._controller.stageFrame)
        if self._options.events is not None:
            window.frameSwapped.connect(self._meter.frame)
        if self._options.windowed:
            width, height = self._options.size or (1280, 720)
            window.resize(QSize(width, height))
            window.show()
        else:
            window.setCursor(Qt.CursorShape.BlankCursor)
            window.showFullScreen()
        self._booth.language.retranslate = engine.retranslate
        pixels = millimetre(window, self._settings.screen_mm)
        needed = width_mm(self._settings.viewing_cm)
        self._booth.house.measure(pixels, needed * pixels)
        self._watch = CodeWatch(
            window, self._controller, self._codes, self._options.pace, self._events, pixels, needed
        )
        self._controller.showScene.connect(self._plan_tidying)
        if self._options.seconds is not None:
            QTimer.singleShot(int(self._options.seconds * 1000), QGuiApplication.quit)
        if self._options.shots is not None:
            self._options.shots.mkdir(parents=True, exist_ok=True)
            self._controller.showScene.connect(self._plan_shot)

    def close(self) -> None:
        """Let the engine go, before the objects it uses."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        if self._engine is not None:
            self._booth.language.retranslate = lambda: None
            self._window = None
            shiboken6.delete(self._engine)
            self._engine = None

    def _on_frame(self) -> None:
        if not self._seen and self._window is not None:
            self._seen = True
            self._events("first-frame")
            self._window.frameSwapped.disconnect(self._on_frame)

    def _plan_tidying(self) -> None:
        QTimer.singleShot(int(TIDY_AFTER_MS / self._options.pace), return_free_pages)

    def _plan_shot(self, view: SceneView) -> None:
        name = f"{view.number:04d}-{view.kind}-{view.language}.png"
        delay = int(SHOT_AFTER_MS / self._options.pace)
        QTimer.singleShot(delay, lambda: self._shoot(name))

    def _shoot(self, name: str) -> None:
        if self._window is not None and self._options.shots is not None:
            self._window.grabWindow().save(str(self._options.shots / name))
