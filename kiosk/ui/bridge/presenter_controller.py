"""Between the show and the presenter's picture: one worker draws, the stage shows the newest.

Drawing happens beside the event loop, so the show never waits for the face. What goes wrong here
is told once and leaves the stage without a presenter; nothing else changes.
"""

import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot

from kiosk.errors import KioskError
from kiosk.events import Log
from kiosk.narration.track import Track
from kiosk.packs.model import Theme
from kiosk.presenter.ladder import STAGE_FPS, Ladder
from kiosk.show.clock import Clock
from kiosk.ui.bridge.presenter_meter import PresenterMeter
from kiosk.ui.bridge.presenter_picture import MOST, PresenterPicture

AHEAD = 0.02  # s between a picture's moment and its showing, besides the time it takes to draw
MEASURE_MS = 1000
STILL_MS = 1000  # a still is drawn anew so often, for light and size
RECENT = 60  # pictures whose cost is remembered
WARM = 15  # pictures whose cost does not count: they pay for loading and for a cold cache
ENOUGH = 15  # pictures before the cost is judged
FAST = 4.0  # a rehearsal from this pace on shows a still
GLANCE = (-14.0, 3.0)  # degrees to the picture's middle


class PresenterController(PresenterPicture):
    """The presenter as the stage sees her.

    Args:
        clock: the show's.
        position: seconds of narration heard, None in silence.
        folders: where presenters are looked for, the first that has one wins.
        graphics: whether a graphics card draws the stage.
        reduced_motion: hold still but for lips and lids.
        pace: of the show.
        log: told of rungs, of pictures' costs and of what failed.
        stage_fps: what the stage must not fall below for her sake.
    """

    _drawn = Signal(str, object, float, float)
    _missed = Signal(str, str)
    _lipless = Signal(int, str)
    _arrived = Signal()

    def __init__(
        self,
        clock: Clock,
        position: Callable[[], float | None],
        folders: tuple[Path, ...],
        graphics: bool,
        reduced_motion: bool,
        pace: float,
        log: Log,
        stage_fps: float = STAGE_FPS,
    ) -> None:
        super().__init__()
        self._clock, self._position, self._folders = clock, position, folders
        self._reduced, self._pace, self._log = reduced_motion, pace, log
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="presenter")
        self._ladder = Ladder(graphics, stage_fps)
        self._figures = PresenterMeter(log)
        self._cast: dict[str, Any] = {}  # performers by name; None: cannot be shown
        self._told: dict[int, Any] = {}
        self._name = self._wanted = ""
        self._lost: set[str] = set()  # presenters that failed; each is told of once
        self._telling = False
        self._busy = self._closed = self._aside = False
        self._costs: deque[float] = deque(maxlen=RECENT)
        self._frames, self._warming = 0, WARM
        self._size = (0, False)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._meter = QTimer(self)
        self._meter.setInterval(MEASURE_MS)
        self._meter.timeout.connect(self._measure)
        self._drawn.connect(self._take)
        self._missed.connect(self._miss)
        self._lipless.connect(self._miss_lips)
        self._arrived.connect(self._enter)

    def _is_present(self) -> bool:
        here = bool(self._name) and self._name == self._wanted and self._image is not None
        return here and self._name not in self._lost

    @Slot(float, bool)
    def place(self, width: float, foot: bool) -> None:
        """How many pixels wide she stands, and whether her lower end is to fade."""
        self._size = (round(width), foot)
        self._pace_timer()

    def stageFrame(self) -> None:
        """A frame of the stage has reached the screen."""
        self._frames += 1

    def prepare(self, number: int, presenter: str, track: Track) -> None:
        """Get ready for a turn: who tells it, and the lips of its narration."""
        self._submit(self._load, presenter)
        self._submit(self._make_lips, number, track)

    def forget(self, number: int) -> None:
        """A turn has left the stage."""
        self._submit(self._told.pop, number, None)

    def show(self, presenter: str, theme: Theme, first: bool) -> None:
        """A scene has come on: whose it is, and in what light."""
        from kiosk.presenter.face.light import light_of  # noqa: PLC0415 - see _load

        self._wanted = presenter
        light = light_of(theme.light, theme.accent, theme.ground)
        self._act(presenter, lambda who, now: who.light(light, now, at_once=first))
        if not first:
            self._act(presenter, lambda who, now: who.look(*GLANCE, now))
        self._enter()
        self.presentChanged.emit()
        self._pace_timer()

    @Slot()
    def swap(self) -> None:
        """The stage shows nobody (any more): whoever is wanted may come on."""
        if self.present:
            return
        self._name, self._image = "", None
        self._rest()
        self._enter()

    @Slot(bool)
    def stepAside(self, aside: bool) -> None:
        """Whether she is out of sight for a while: nothing of her need be drawn."""
        if aside != self._aside:
            self._aside = aside
            if aside:
                self._rest()
            else:
                self._pace_timer()

    def tell(self, number: int) -> None:
        """A narration begins to sound."""
        self._telling = True
        self._act(self._wanted, lambda who, now: self._begin(who, number, now))

    def _begin(self, who: Any, number: int, now: float) -> None:
        told = self._told.get(number)
        if told is not None:
            who.tell(told, now)

    def hush(self) -> None:
        """It has ended or was cut."""
        self._telling = False
        self._act(self._wanted, lambda who, now: who.hush(now))

    def greet(self) -> None:
        """A visitor has come."""
        self._act(self._wanted, lambda who, now: who.greet(now))

    def listen(self, on: bool) -> None:
        """The visitor reads and looks around, or has gone."""
        self._act(self._wanted, lambda who, now: who.listen(on, now))

    def leave(self) -> None:
        """Nobody stands on the stage (the poster)."""
        self._wanted = ""
        self.presentChanged.emit()
        self._rest()

    def _rest(self) -> None:
        self._timer.stop()
        self._meter.stop()

    def close(self) -> None:
        """Stop and let the worker go."""
        self._closed = True
        self._rest()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, work: Callable[..., Any], *given: Any) -> None:
        if not self._closed:
            with suppress(RuntimeError):  # the pool has been shut down
                self._pool.submit(work, *given)

    def _act(self, name: str, deed: Callable[[Any, float], None]) -> None:
        now = self._clock.monotonic()

        def act() -> None:
            who = self._cast.get(name)
            if who is None:
                return
            try:
                deed(who, now)
            except Exception as error:  # nothing of hers may stay unsaid in the worker
                self._lose(name, error)

        self._submit(act)

    # In the worker

    def _load(self, name: str) -> None:
        if name in self._cast:
            return
        # Importing OpenCV and reading her files costs 0.3 s: not before the first frame.
        import cv2  # noqa: PLC0415

        from kiosk.presenter.life.life import Life  # noqa: PLC0415
        from kiosk.presenter.performer import Performer, find, seed_of  # noqa: PLC0415

        cv2.setNumThreads(1)  # the other core is the stage's
        try:
            figure = find(self._folders, name)
            life = Life(seed_of(name), self._reduced)
            self._cast[name] = Performer(figure, life, self._width(), self._size[1])
        except Exception as error:  # whatever her files hold, the show goes on
            self._lose(name, error)
        else:
            self._arrived.emit()

    def _lose(self, name: str, error: Exception) -> None:
        """She cannot be shown (any more): say why, and do not try again."""
        self._cast[name] = None
        self._missed.emit(name, _reason(error))

    def _make_lips(self, number: int, track: Track) -> None:
        from kiosk.presenter.lips.track import lips_of  # noqa: PLC0415
        from kiosk.presenter.performer import Told  # noqa: PLC0415

        try:
            self._told[number] = Told(track, lips_of(track))
        except Exception as error:  # she tells this one with her mouth shut
            self._lipless.emit(number, _reason(error))

    def _draw(
        self,
        name: str,
        now: float,
        position: float | None,
        size: tuple[int, bool],
        shown: int,
        still: bool,
    ) -> None:
        who = self._cast.get(name)
        picture, started, worked = None, time.perf_counter(), time.thread_time()
        try:
            if who is not None:
                who.resize(*size)
                picture = who.still(now, shown) if still else who.draw(now, position, shown)
        except Exception as error:
            self._lose(name, error)
        # An answer in any case: the event loop waits for it before it asks again.
        cost, work = time.perf_counter() - started, time.thread_time() - worked
        self._drawn.emit(name, picture, cost, work)

    # In the event loop

    def _width(self) -> int:
        wide = self._size[0] or MOST * 2 // 3
        return max(64, min(MOST, round(wide * self._ladder.rung.scale)))

    def _pace_timer(self) -> None:
        if not self._name or not self._wanted or self._closed or self._aside:
            return
        rate = 0.0 if self._pace >= FAST else self._ladder.rung.rate
        self._timer.setInterval(round(1000 / rate) if rate else STILL_MS)
        if not self._timer.isActive():
            self._timer.start()
            self._meter.start()
        self._tick()

    def _ahead(self) -> float:
        """Seconds until a picture that is begun now is seen."""
        return AHEAD + (sum(self._costs) / len(self._costs) if self._costs else 0.0)

    def _tick(self) -> None:
        if self._busy or not self._name:
            return
        ahead = self._ahead()
        now, position = self._clock.monotonic(), self._position()
        still = self._timer.interval() == STILL_MS
        heard = position + ahead if position is not None and self._telling else None
        self._busy = True
        size = (self._width(), self._size[1])
        self._submit(self._draw, self._name, now + ahead, heard, size, self._size[0], still)

    @Slot(str, object, float, float)
    def _take(self, name: str, picture: Any, cost: float, work: float) -> None:
        self._busy = False
        if picture is None or self._closed or name != self._name:
            return  # the last picture of one who has left must not be taken for the next one's
        self._warming = max(0, self._warming - 1)
        if not self._warming:
            self._costs.append(cost)
        self._figures.drawn(cost, work)
        height, width = picture.shape[:2]
        first = self._image is None
        self._take_picture(picture)
        if first:
            self._log("presenter", name=self._name, width=width, height=height)
            self.presentChanged.emit()

    @Slot(str, str)
    def _miss(self, name: str, reason: str) -> None:
        if name not in self._lost:
            self._lost.add(name)
            self._log("presenter-failed", name=name, reason=reason)
            self.presentChanged.emit()

    @Slot(int, str)
    def _miss_lips(self, number: int, reason: str) -> None:
        self._log("lips-failed", number=number, reason=reason)

    @Slot()
    def _enter(self) -> None:
        """Let the one who is wanted come on, unless another is still seen."""
        if self._image is None and self._cast.get(self._wanted) is not None:
            self._name = self._wanted
            self._pace_timer()

    def _measure(self) -> None:
        # With reduced motion the stage moves only where she does: few frames are no lack then.
        frames, self._frames = 0 if self._reduced else self._frames, 0
        moving = self._ladder.rung.rate > 0
        if moving and len(self._costs) < ENOUGH:
            return
        cost = sorted(self._costs)[int(len(self._costs) * 0.9)] if self._costs else 0.0
        if self._ladder.feed(MEASURE_MS / 1000, cost, float(frames)):
            self._costs.clear()
            self._warming = WARM
            rung = self._ladder.rung
            milliseconds = round(cost * 1e3, 1)
            self._log("presenter-rung", scale=rung.scale, rate=rung.rate, cost_ms=milliseconds)
            self._pace_timer()


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, KioskError) else f"{type(error).__name__}: {error}"
