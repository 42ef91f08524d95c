"""Narrator and bed of a stream: mixed into its samples instead of played on a device.

The samples that were mixed are the clock: captions, lips and the show's order follow the sound that
goes out, so they cannot drift from it, however long the stream runs.
"""

from datetime import datetime, tzinfo

from PySide6.QtCore import QObject

from kiosk.events import Log
from kiosk.live.broadcast.schedule import Schedule
from kiosk.live.broadcast.sound import Mixer
from kiosk.ui.bridge.sound_output import BYTES_PER_FRAME, BYTES_PER_SECOND, SoundOutput
from kiosk.ui.bridge.voice import Voice

BED_SECONDS = 1.0  # of the bed in hand: enough to outlast a busy event loop


class StreamClock:
    """The show's clock of a stream: how much of it has been sent.

    Args:
        schedule: counts.
        zone: the fair's time zone.
    """

    def __init__(self, schedule: Schedule, zone: tzinfo) -> None:
        self._schedule, self._zone = schedule, zone

    def monotonic(self) -> float:
        """Seconds of the stream."""
        return self._schedule.seconds

    def wall(self) -> datetime:
        """Now, in the fair's zone."""
        return datetime.now(self._zone)


class StreamBed(SoundOutput):
    """Takes the bed's samples in place of an audio device; the mixer takes them from here."""

    def __init__(self, parent: QObject, log: Log) -> None:
        super().__init__(parent, BED_SECONDS, 1.0, log)
        self._waiting = bytearray()
        self._opened = False

    @property
    def is_open(self) -> bool:
        """Whether the bed plays."""
        return self._opened

    def open(self) -> bool:
        """Begin; always possible."""
        self._opened = True
        return True

    def room(self) -> int:
        """Frames that would be taken now."""
        return (int(BED_SECONDS * BYTES_PER_SECOND) - len(self._waiting)) // BYTES_PER_FRAME

    def ahead(self) -> float:
        """Seconds taken and not mixed yet."""
        return len(self._waiting) / BYTES_PER_SECOND

    def write(self, samples: bytes) -> None:
        """Take samples."""
        self._waiting += samples

    def take(self, frames: int) -> bytes:
        """The next frames to be mixed; fewer where there are none."""
        taken = bytes(self._waiting[: frames * BYTES_PER_FRAME])
        del self._waiting[: len(taken)]
        return taken

    def close(self) -> None:
        """Be silent at once."""
        self._opened = False
        self._waiting.clear()


class StreamVoice(Voice):
    """The narrator in a stream.

    Args:
        clock: the stream's.
        mixer: what makes its sound.
    """

    def __init__(self, clock: StreamClock, mixer: Mixer) -> None:
        super().__init__(clock, 1.0, 0.0, audible=True)
        self._mixer = mixer

    @property
    def sounding(self) -> bool:
        """A stream is heard."""
        return True

    def play(self, number: int, offset: float = 0.0) -> None:
        """Speak a loaded narration from ``offset`` seconds; stops the one before."""
        self.stop()
        self._playing = self._clips.pop(number, None)
        self._offset = offset
        self._started = self._clock.monotonic()
        if self._playing is not None and self._playing.samples:
            self._mixer.speak(self._playing.samples, offset)

    def stop(self) -> None:
        """Be silent."""
        self._mixer.hush()
        self._playing = None
