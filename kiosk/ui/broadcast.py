"""The stage drawn off screen, a frame at a time, for a stream.

The very stage of the booth (``StageView``) is drawn by Qt's raster renderer straight into one
picture in memory, which keeps what has not changed; nothing is grabbed. From there each frame is
copied once, while it becomes the encoder's I420.
"""

import math
import time
from collections.abc import Callable
from typing import Protocol

import cv2
import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickRenderControl, QQuickRenderTarget, QQuickWindow

from kiosk import resources
from kiosk.booth.settings import Settings, presenters_folder
from kiosk.errors import DisplayError
from kiosk.events import Log
from kiosk.live.broadcast.encoder import WAITING_PICTURES
from kiosk.live.broadcast.schedule import Schedule
from kiosk.live.broadcast.sound import Mixer
from kiosk.ui.bridge.ambience import Ambience
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.outlets import Outlets
from kiosk.ui.bridge.stage_controller import StageController
from kiosk.ui.bridge.stage_images import furnish
from kiosk.ui.bridge.stream_presenter import StreamPresenter
from kiosk.ui.bridge.stream_sound import StreamBed, StreamClock, StreamVoice

GROUND = "#17120f"  # BoothWindow's
CHECK_MS = 1000
PATIENCE_MS = 5000  # the stream begins with the first scene, or without it after so long
_SPARE = 4  # pictures beyond those that may wait: one is written, one is made


class Outlet(Protocol):
    """What is needed of whoever encodes (`kiosk.live.broadcast.caster.Caster`)."""

    @property
    def keeps_up(self) -> bool:
        """Whether another picture is welcome."""
        ...

    def push(self, sound: bytes, picture: memoryview | bytes | None) -> None:
        """Take the next frame's samples and picture; never waits."""


class StreamSound:
    """Everything that is heard, and the show's outlets into a stream.

    Args:
        settings: the booth's; its volume is for loudspeakers and does not count here.
        schedule: the stream's.
        log: told of beds and of the presenter.
    """

    def __init__(self, settings: Settings, schedule: Schedule, log: Log) -> None:
        clock = StreamClock(schedule, settings.zone())
        self._owner = QObject()
        self._bed = StreamBed(self._owner, log)
        self.mixer = Mixer(self._bed.take)
        voice = StreamVoice(clock, self.mixer)
        ambience = Ambience(
            clock, resources.sounds(), 1.0, settings.sound_bed, 0.0, True, log, self._bed
        )
        self.presenter = StreamPresenter(
            clock, voice.position, (presenters_folder(), resources.presenters()),
            settings.reduced_motion, schedule.fps, log,
        )  # fmt: skip
        self.outlets = Outlets(clock, voice, ambience, self.presenter)


class OffscreenStage:
    """The stage, and the picture it is drawn into.

    Args:
        controller: what it shows; must outlive the stage.
        codes: the QR images.
        size: pixels, both even.

    Raises:
        DisplayError: the stage's QML does not load.
    """

    def __init__(
        self, controller: StageController, codes: CodeImages, size: tuple[int, int]
    ) -> None:
        width, height = size
        self._engine = QQmlEngine()
        furnish(self._engine, codes)
        self._image = QImage(width, height, QImage.Format.Format_RGB32)
        self._image.fill(QColor(GROUND))
        self._control = QQuickRenderControl()
        self._window = QQuickWindow(self._control)
        self._window.setColor(QColor(GROUND))
        self._window.setGeometry(0, 0, width, height)
        self._window.contentItem().setSize(QSizeF(width, height))
        self._window.setRenderTarget(QQuickRenderTarget.fromPaintDevice(self._image))
        component = QQmlComponent(self._engine)
        component.loadFromModule("Cellarcast.Stage", "StageView")
        item = component.createWithInitialProperties(
            {"controller": controller, "width": width, "height": height, "selling": True}
        )
        if not isinstance(item, QQuickItem):
            raise DisplayError(
                "the stage cannot be loaded",
                where=str(resources.qml()),
                advice="install the program again",
            )
        self._item = item
        self._item.setParentItem(self._window.contentItem())
        self._dirty = True
        self._control.renderRequested.connect(self._touch)
        self._control.sceneChanged.connect(self._touch)
        self._frames = [
            np.empty((height * 3 // 2, width), np.uint8) for _ in range(WAITING_PICTURES + _SPARE)
        ]
        self._turn = 0

    def _touch(self) -> None:
        self._dirty = True

    def draw(self) -> bool:
        """Bring the picture up to date; False when nothing has changed."""
        if not self._dirty:
            return False
        self._dirty = False
        self._control.polishItems()
        self._control.sync()
        self._control.render()
        return True

    def pixels(self) -> NDArray[np.uint8]:
        """The picture: BGRX (height, width, 4), changed by the next ``draw``."""
        flat = np.frombuffer(self._image.constBits(), np.uint8)
        return flat.reshape(self._image.height(), self._image.width(), 4)

    def frame(self) -> memoryview:
        """The picture as I420 (BT.601, video range), left alone for the next few frames."""
        into = self._frames[self._turn]
        self._turn = (self._turn + 1) % len(self._frames)
        cv2.cvtColor(self.pixels(), cv2.COLOR_BGRA2YUV_I420, dst=into)
        return into.data.cast("B")

    def close(self) -> None:
        """Let everything go, before the objects it uses."""
        for one in (self._item, self._window, self._control, self._engine):
            shiboken6.delete(one)


class Broadcast(QObject):
    """Draws, mixes and hands over frame after frame, as many as the clock asks for.

    Args:
        stage: drawn.
        controller: what is on it.
        sound: heard with it.
        schedule: counts frames and samples; begins when the show does.
        outlet: takes each frame's samples and picture.
        check: called every second; False ends the stream.
        seconds: length of the stream; None: until it is closed.
        done: called when it is over.
        now: seconds of a monotonic clock.
    """

    def __init__(
        self, stage: OffscreenStage, controller: StageController, sound: StreamSound,
        schedule: Schedule, outlet: Outlet, check: Callable[[], bool], seconds: float | None,
        done: Callable[[], None], now: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        super().__init__()
        self._stage, self._controller, self._sound = stage, controller, sound
        self._schedule, self._outlet = schedule, outlet
        self._check, self._seconds, self._done, self._now = check, seconds, done, now
        self._begun = self._over = False
        self._picture: memoryview | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._begin)
        self._checks = QTimer(self)
        self._checks.setInterval(CHECK_MS)
        self._checks.timeout.connect(self._look)

    def start(self) -> None:
        """Open the show; the stream begins with its first picture."""
        self._controller.showScene.connect(self._begin)
        self._controller.posterChanged.connect(self._begin)
        self._patience.start(PATIENCE_MS)
        self._checks.start()
        self._controller.start()

    def close(self) -> None:
        """Stop."""
        self._over = True
        for timer in (self._timer, self._patience, self._checks):
            timer.stop()

    def _look(self) -> None:
        if not self._check():
            self._done()

    def _begin(self) -> None:
        if not self._begun and not self._over:
            self._begun = True
            self._patience.stop()
            self._schedule.start = self._now()
            self._timer.start(0)

    def _drawn(self) -> memoryview:
        if self._stage.draw() or self._picture is None:
            self._picture = self._stage.frame()
        self._controller.stageFrame()
        return self._picture

    def _beat(self) -> None:
        schedule = self._schedule
        owed = schedule.owed(self._now())
        if self._seconds is not None:
            owed = min(owed, math.ceil(self._seconds * schedule.fps) - schedule.frames)
        if owed > 0:
            picture = self._drawn() if self._outlet.keeps_up else None
            samples = schedule.samples_per_frame
            schedule.sent(owed, drawn=picture is not None)
            # What could not be drawn in time is shown with the picture before it, never left out.
            for _ in range(owed - 1):
                self._outlet.push(self._sound.mixer.mix(samples), None)
            self._outlet.push(self._sound.mixer.mix(samples), picture)
            if picture is not None:  # else hers would only take time from the encoder too
                self._sound.presenter.beat()
        if self._seconds is not None and schedule.seconds >= self._seconds:
            self._over = True
            self._done()
        elif not self._over:
            self._timer.start(math.ceil(schedule.wait(self._now()) * 1000))
