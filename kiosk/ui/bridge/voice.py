"""The narrator's voice: decodes ahead in a thread, plays on the audio device, tells its position.

The position counts in seconds of the narration and comes from the device's own clock, less what it
takes from there to the ear, so that captions and lips cannot drift from the sound. Without a
device, without sound, or in a rehearsal at another speed the show's clock takes its place and
everything else stays the same.
"""

import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.show.clock import Clock
from kiosk.show.heard import HeardClock

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioSink

RATE = 24_000  # Hz, mono 16 bit: what the baker writes
BYTES_PER_SECOND = RATE * 2
BUFFER_SECONDS = 0.4  # enough to outlast a busy event loop
FEED_MS = 60
# What the device has taken is heard so much later: measured against the monitor of a Pulse server
# (benchmarks/bench_sound.py); a screen's own delay is added by the setting audio_trim_ms.
LATENCY = 0.025
LONGEST = 120.0  # s of audio that a scene may bring


@dataclass(slots=True)
class Clip:
    """Decoded narration: 16-bit mono samples, or silence of a given length."""

    samples: bytes
    seconds: float


def decode(path: Path) -> Clip:
    """The samples of a baked narration, 24 kHz mono 16 bit. Runs in a worker thread.

    Raises:
        OSError, ValueError, RuntimeError: the file is missing, too long or not audio
            (soundfile's own error is a RuntimeError).
    """
    import soundfile  # noqa: PLC0415 - a quarter of the start-up time; not before the first frame

    with soundfile.SoundFile(str(path)) as file:
        if file.samplerate != RATE or file.channels != 1 or file.frames > LONGEST * RATE:
            raise ValueError(f"{path.name} is not mono {RATE} Hz of at most {LONGEST:.0f} s")
        samples = file.read(dtype="int16").tobytes()
    return Clip(samples, len(samples) / BYTES_PER_SECOND)


class Voice(QObject):
    """Plays one narration at a time.

    Args:
        clock: the show's clock, which stands in where no device sounds.
        volume: 0 to 1.
        trim: seconds added to LATENCY.
        audible: False never opens a device.
    """

    loaded = Signal(int)  # number given to ``load``
    failed = Signal(int, str)

    def __init__(self, clock: Clock, volume: float, trim: float, audible: bool) -> None:
        super().__init__()
        self._clock, self._volume, self._trim, self._audible = clock, volume, trim, audible
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="narration")
        self._clips: dict[int, Clip] = {}
        self._pending: dict[int, Future[Clip]] = {}
        self._playing: Clip | None = None
        self._started = 0.0
        self._offset = 0.0
        self._written = 0
        self._heard = HeardClock()
        self._sink: QAudioSink | None = None
        self._device: QIODevice | None = None
        self._feeder = QTimer(self)
        self._feeder.setInterval(FEED_MS)
        self._feeder.timeout.connect(self._feed)
        self._poll = QTimer(self)
        self._poll.setInterval(15)
        self._poll.timeout.connect(self._collect)

    @property
    def sounding(self) -> bool:
        """Whether a device plays; False when the show's clock stands in."""
        return self._device is not None

    def load(self, number: int, path: Path | None, seconds: float) -> None:
        """Get a narration ready; answers with ``loaded`` or ``failed``, later in either case."""
        if path is None or not self._audible:
            self._pending[number] = _done(Clip(b"", seconds))
        else:
            self._pending[number] = self._pool.submit(decode, path)
        self._poll.start()

    def forget(self, number: int) -> None:
        """Drop a narration that will not be played."""
        self._pending.pop(number, None)
        self._clips.pop(number, None)

    def play(self, number: int, offset: float = 0.0) -> None:
        """Speak a loaded narration from ``offset`` seconds; stops the one before."""
        self.stop()
        self._playing = self._clips.pop(number, None)
        self._offset = offset
        self._started = self._clock.monotonic()
        if self._playing is None or not self._playing.samples:
            return
        self._written = int(offset * RATE) * 2
        self._open()
        self._feed()

    def loudness(self, volume: float) -> None:
        """How loud, 0 to 1, from now on."""
        self._volume = volume
        if self._sink is not None:
            self._sink.setVolume(volume)

    def stop(self) -> None:
        """Be silent."""
        self._feeder.stop()
        if self._sink is not None:
            self._sink.reset()
            self._sink.deleteLater()
        self._sink = self._device = None
        self._playing = None

    def position(self) -> float | None:
        """Seconds of narration heard so far, None when nothing is being told."""
        if self._playing is None:
            return None
        if self._sink is not None and self._device is not None:
            taken = self._heard.read(time.monotonic(), self._sink.processedUSecs() / 1e6)
            return self._offset + max(0.0, taken - LATENCY - self._trim)
        return self._offset + self._clock.monotonic() - self._started

    def close(self) -> None:
        """Stop and let the worker go."""
        self.stop()
        self._poll.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _collect(self) -> None:
        for number, future in list(self._pending.items()):
            if not future.done():
                continue
            del self._pending[number]
            try:
                self._clips[number] = future.result()
            except (OSError, ValueError, RuntimeError) as error:
                self.failed.emit(number, str(error))
            else:
                self.loaded.emit(number)
        if not self._pending:
            self._poll.stop()

    def _open(self) -> None:
        # Loading Qt's multimedia costs a tenth of a second: not before there is sound to make.
        from PySide6.QtMultimedia import (  # noqa: PLC0415
            QAudioFormat,
            QAudioSink,
            QMediaDevices,
        )

        output = QMediaDevices.defaultAudioOutput()
        if output.isNull():
            return
        form = QAudioFormat()
        form.setSampleRate(RATE)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._heard = HeardClock()
        self._sink = QAudioSink(output, form, self)
        self._sink.setBufferSize(int(BUFFER_SECONDS * BYTES_PER_SECOND))
        self._sink.setVolume(self._volume)
        self._device = self._sink.start()
        if self._device is None:  # the device is taken or gone: tell on in captions
            self._sink.deleteLater()
            self._sink = None
            return
        self._feeder.start()

    def _feed(self) -> None:
        if self._sink is None or self._device is None or self._playing is None:
            return
        room = self._sink.bytesFree()
        chunk = self._playing.samples[self._written : self._written + room]
        if chunk:
            self._written += max(0, self._device.write(chunk))
        # No room is no end: a device that is not ready yet, or full, has none for a while.
        if self._written >= len(self._playing.samples):
            self._feeder.stop()


def _done(clip: Clip) -> Future[Clip]:
    future: Future[Clip] = Future()
    future.set_result(clip)
    return future
