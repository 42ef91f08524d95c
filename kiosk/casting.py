"""The composition root of a broadcast: the booth's show, into a stream instead of a screen."""

import signal
import sys
from collections.abc import Sequence

from kiosk.app import build_show
from kiosk.booth.memory import return_large_blocks
from kiosk.booth.settings import Settings
from kiosk.errors import BroadcastError
from kiosk.events import Events
from kiosk.live.broadcast.captions import CaptionLog
from kiosk.live.broadcast.caster import Caster
from kiosk.live.broadcast.destination import Destination
from kiosk.live.broadcast.health import Rate, State, line
from kiosk.live.broadcast.schedule import Schedule
from kiosk.options import CastOptions, RunOptions
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.broadcast import Broadcast, OffscreenStage, StreamSound
from kiosk.ui.screen import open_application, prepare_environment

RECORD = 5  # checks between two rows of figures in the record
SAY = 60  # checks between two lines where nobody watches a terminal


class Watch:
    """Looks after the stream every second, and tells how it is doing.

    Args:
        caster: what is looked after.
        schedule: the stream's.
        events: the record.
    """

    def __init__(self, caster: Caster, schedule: Schedule, events: Events) -> None:
        self._caster, self._schedule, self._events = caster, schedule, events
        self._drawn, self._rate, self._checks = 0, Rate(), 0

    def check(self) -> bool:
        """Bring back what was lost; False when no destination is left."""
        self._caster.check()
        self._checks += 1
        schedule = self._schedule
        self._rate.add(schedule.drawn - self._drawn, schedule.seconds)
        self._drawn = schedule.drawn
        if self._checks % RECORD == 0:
            self._record()
        if sys.stderr.isatty():
            print(f"\r{self.line()}\033[K", end="", file=sys.stderr, flush=True)
        elif self._checks % SAY == 0:
            print(self.line(), file=sys.stderr, flush=True)
        return not self._caster.failed

    def line(self) -> str:
        """Everything on one line."""
        schedule = self._schedule
        return line(
            schedule.seconds, self._rate.at(schedule.seconds), schedule.repeated,
            self._caster.health(),
        )  # fmt: skip

    def _record(self) -> None:
        schedule = self._schedule
        self._events(
            "stream", seconds=schedule.seconds, drawn=schedule.drawn,
            fps=round(self._rate.at(schedule.seconds), 2), repeated=schedule.repeated,
            left_out=self._caster.left_out, skipped=self._caster.skipped,
            given_up=round(schedule.given_up, 3),
        )  # fmt: skip
        for one in self._caster.health():
            self._events(
                "health", name=one.name, state=one.state.value, kbps=round(one.kbps),
                dropped=one.dropped, reconnects=one.reconnects, uptime=round(one.uptime, 1),
                reason=one.reason,
            )  # fmt: skip


def run_broadcast(
    show: RunOptions, cast: CastOptions, places: Sequence[Destination], settings: Settings
) -> int:
    """Send the show until its time is over or the program is told to stop.

    Args:
        show: which show; what concerns a screen or a loudspeaker is not looked at.
        cast: how it is sent.
        places: where to.
        settings: the booth's.

    Returns:
        The exit code.

    Raises:
        BroadcastError: ffmpeg is missing or cannot encode, or a file could not be written.
    """
    return_large_blocks()
    prepare_environment()
    events = Events(show.events)

    def log(event: str, **figures: object) -> None:
        events(event, **figures)
        if event in ("destination", "encoder-lost"):
            told = " ".join(str(figures[name]) for name in ("name", "state") if name in figures)
            reason = f" ({figures['reason']})" if figures.get("reason") else ""
            print(f"{told or event}{reason}", file=sys.stderr, flush=True)

    caster = Caster(
        cast.size, cast.fps, places, cast.kbps, cast.producer, log, cast.authority
    )
    application = open_application()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: application.quit())
    schedule = Schedule(cast.fps, 0.0)
    sound = StreamSound(settings, schedule, log)
    codes = CodeImages()
    behind = build_show(show, settings, log, codes, sound.outlets)
    controller = behind.stage
    stage = OffscreenStage(controller, codes, cast.size)
    captions = CaptionLog()
    controller.captionChanged.connect(
        lambda: captions.show(str(controller.property("caption")), schedule.seconds)
    )
    watch = Watch(caster, schedule, events)
    broadcast = Broadcast(
        stage, controller, sound, schedule, caster, watch.check, cast.seconds,
        application.quit,
    )  # fmt: skip
    try:
        caster.start()
        broadcast.start()
        application.exec()
    finally:
        broadcast.close()
        caster.close()
        behind.close()
        stage.close()
        print(watch.line(), file=sys.stderr)
        events("closed")
        events.close()
    _finish(caster, places, captions, schedule.seconds)
    return 0


def _finish(
    caster: Caster, places: Sequence[Destination], captions: CaptionLog, seconds: float
) -> None:
    """Write the captions beside each recording; say what could not be recorded."""
    for place, health in zip(places, caster.health(), strict=True):
        if place.path is None:
            continue
        if health.state is State.FAILED:
            raise BroadcastError(
                f"the recording has failed ({health.reason})", where=str(place.path),
                advice="make room, or record into another folder",
            )  # fmt: skip
        beside = place.path.with_suffix(".vtt")
        captions.write(beside, seconds)
        print(f"{place.path} and its captions, {beside.name}")
