"""The presenter in a stream: drawn once for every frame that is sent, for that frame's moment."""

from collections.abc import Callable
from pathlib import Path

from kiosk.events import Log
from kiosk.ui.bridge.presenter_controller import STILL_MS, PresenterController
from kiosk.ui.bridge.stream_sound import StreamClock

_ENOUGH = 0.9  # share of the stream's frames that must be drawn in time, else she gives way


class StreamPresenter(PresenterController):
    """A presenter without a timer of her own.

    Args:
        clock: the stream's.
        position: seconds of narration in what was sent, None in silence.
        folders: where presenters are looked for.
        reduced_motion: hold still but for lips and lids.
        fps: frames a second of the stream.
        log: told of rungs, of pictures' costs and of what failed.
    """

    def __init__(
        self, clock: StreamClock, position: Callable[[], float | None], folders: tuple[Path, ...],
        reduced_motion: bool, fps: int, log: Log,
    ) -> None:  # fmt: skip
        super().__init__(
            clock, position, folders, False, reduced_motion, 1.0, log, stage_fps=fps * _ENOUGH
        )
        self._fps = fps
        self._on, self._share = False, 0.0

    def beat(self) -> None:
        """A frame and its sound have gone: draw the picture of the next."""
        if not self._on:
            return
        rate = 1000 / STILL_MS if self._timer.interval() == STILL_MS else self._ladder.rung.rate
        self._share += min(rate / self._fps, 1.0)
        if self._share >= 1.0:
            self._share -= 1.0
            self._tick()

    def _ahead(self) -> float:
        # The clock says already what the next frame will carry.
        return 0.0

    def _pace_timer(self) -> None:
        if not self._name or not self._wanted or self._closed:
            return
        rate = self._ladder.rung.rate
        self._timer.setInterval(round(1000 / rate) if rate else STILL_MS)  # kept, never started
        self._on = True
        if not self._meter.isActive():
            self._meter.start()

    def _rest(self) -> None:
        super()._rest()
        self._on = False
