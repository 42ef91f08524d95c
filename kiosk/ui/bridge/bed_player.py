"""Plays the winery's bed: reads ahead in a thread, hands the device a little at a time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.events import Log
from kiosk.packs.limits import BED_SECONDS
from kiosk.show.bed import BedMix
from kiosk.show.clock import Clock
from kiosk.ui.bridge.sound_output import SoundOutput
from kiosk.ui.bridge.voice import RATE

if TYPE_CHECKING:
    from kiosk.show.bed_blocks import BedBlocks

BUFFER_SECONDS = 0.5  # enough to outlast a busy event loop
FEED_MS = 200


class BedPlayer(QObject):
    """The bed under everything.

    Args:
        clock: the show's; only a show at its own pace has a bed.
        generic: the bed of packs without one of their own.
        volume: of the device, 0 to 1.
        level: of the bed, 0 to 1.
        log: told which bed plays, and what could not be read.
        output: where it goes; the audio device unless another is given.
    """

    _read = Signal(str, object)
    _missed = Signal(str, str)

    def __init__(
        self, clock: Clock, generic: Path, volume: float, level: float, log: Log,
        output: SoundOutput | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._clock, self._generic, self._log = clock, generic, log
        self._mix = BedMix(level)
        self._blocks: BedBlocks | None = None
        self._wanted: Path | None = None
        self._asked: set[Path] = set()
        self._bad: set[Path] = set()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bed")
        self._output = output or SoundOutput(self, BUFFER_SECONDS, volume, log)
        self._feeder = QTimer(self)
        self._feeder.setInterval(FEED_MS)
        self._feeder.timeout.connect(self._feed)
        self._read.connect(self._take)
        self._missed.connect(self._miss)

    def show(self, bed: Path | None) -> None:
        """A scene has come on; ``bed`` is its pack's own, None for the generic one."""
        path = bed if bed is not None and bed not in self._bad else self._generic
        self._wanted = None if path in self._bad else path
        if self._wanted is None:
            self._mix.play(None, self._moment())
        elif self._blocks is not None and self._blocks.has(str(path)):
            self._start(str(path))
        elif path not in self._asked:
            self._asked.add(path)
            self._pool.submit(self._load, path)

    def leave(self) -> None:
        """Nothing plays: fade the bed out."""
        self._wanted = None
        self._mix.hush(self._moment())
        self._mix.play(None, self._moment())

    def speak(self, seconds: float) -> None:
        """The first word comes in so many seconds."""
        self._mix.speak(self._clock.monotonic() + seconds)

    def hush(self) -> None:
        """Nobody speaks."""
        self._mix.hush(self._moment())

    def pause(self) -> None:
        """The show is held or hidden."""
        self._mix.pause(self._moment())

    def resume(self) -> None:
        """The show goes on."""
        self._mix.resume(self._moment())
        self._run()

    def loudness(self, volume: float) -> None:
        """How loud, 0 to 1, from now on."""
        self._output.loudness(volume)

    def close(self) -> None:
        """Stop and let the worker go."""
        self._feeder.stop()
        self._output.close()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _moment(self) -> float:
        """When the next samples will be heard: what changes, changes there."""
        return self._clock.monotonic() + self._output.ahead()

    def _load(self, path: Path) -> None:
        # In the worker. Reading sound loads two libraries: not before the first frame.
        try:
            from kiosk.narration.sound.loop import read_bed  # noqa: PLC0415

            self._read.emit(str(path), read_bed(path, BED_SECONDS))
        except (OSError, ValueError, RuntimeError) as error:
            self._missed.emit(str(path), str(error))

    def _take(self, bed: str, samples: Any) -> None:
        from kiosk.show.bed_blocks import BedBlocks  # noqa: PLC0415 - see _load

        self._asked.discard(Path(bed))
        if self._wanted is None or str(self._wanted) != bed:
            return  # the winery has left again
        if self._blocks is None:
            self._blocks = BedBlocks(self._mix)
        self._blocks.keep(bed, samples)
        self._start(bed)

    def _miss(self, bed: str, reason: str) -> None:
        path = Path(bed)
        self._asked.discard(path)
        self._bad.add(path)
        self._log("bed-failed", bed=bed, reason=reason)
        if self._wanted == path:
            self.show(None)

    def _start(self, bed: str) -> None:
        if self._mix.bed != bed:
            self._mix.play(bed, self._moment())
            self._log("bed", bed=bed)
        self._run()

    def _run(self) -> None:
        """Feed the device while there is something to hear; looks for one at every scene."""
        if self._blocks is None or self._mix.silent(self._moment()) or not self._output.open():
            return
        if not self._feeder.isActive():
            self._feeder.start()
            self._feed()

    def _feed(self) -> None:
        if self._blocks is None or not self._output.is_open:
            self._feeder.stop()
            return
        start = self._moment()
        if self._mix.silent(start):
            self._feeder.stop()
            self._output.close()
            return
        frames = self._output.room()
        if frames >= RATE // 50:
            self._output.write(self._blocks.render(start, frames))
            self._blocks.forget_silent()
