"""A way to the audio device for sound that is no voice: 16-bit stereo, beside the narrator's own.

The operating system mixes the two. The narrator's sink is opened per narration and its counter is
the clock of lips and captions; a mixer of ours would put everything behind that one clock.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.events import Log
from kiosk.ui.bridge.voice import RATE

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioSink

BYTES_PER_FRAME = 4
BYTES_PER_SECOND = RATE * BYTES_PER_FRAME


class SoundOutput(QObject):
    """One sink, opened when it is needed.

    Args:
        parent: owns it.
        seconds: how much is handed over at most.
        volume: 0 to 1.
        log: told once that there is no device.
    """

    def __init__(self, parent: QObject, seconds: float, volume: float, log: Log) -> None:
        super().__init__(parent)
        self._bytes, self._volume, self._log = int(seconds * BYTES_PER_SECOND), volume, log
        self._missed = False
        self._sink: QAudioSink | None = None
        self._device: QIODevice | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is a device to write to."""
        return self._device is not None

    def open(self) -> bool:
        """Open the device unless it is; False when there is none, which is told once."""
        if self._device is not None:
            return True
        # Loading Qt's multimedia costs a tenth of a second: not before there is sound to make.
        from PySide6.QtMultimedia import (  # noqa: PLC0415
            QAudioFormat,
            QAudioSink,
            QMediaDevices,
        )

        output = QMediaDevices.defaultAudioOutput()
        if not output.isNull():
            form = QAudioFormat()
            form.setSampleRate(RATE)
            form.setChannelCount(2)
            form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
            self._sink = QAudioSink(output, form, self)
            self._sink.setBufferSize(self._bytes)
            self._sink.setVolume(self._volume)
            self._device = self._sink.start()
        if self._device is None:
            self.close()
            self._miss("there is no audio device, or it is taken")
        return self._device is not None

    def loudness(self, volume: float) -> None:
        """How loud, 0 to 1, from now on."""
        self._volume = volume
        if self._sink is not None:
            self._sink.setVolume(volume)

    def room(self) -> int:
        """Frames that the device would take now."""
        return self._sink.bytesFree() // BYTES_PER_FRAME if self._sink is not None else 0

    def ahead(self) -> float:
        """Seconds handed over and not heard yet."""
        if self._sink is None:
            return 0.0
        return max(0, self._sink.bufferSize() - self._sink.bytesFree()) / BYTES_PER_SECOND

    def write(self, samples: bytes) -> None:
        """Hand samples over; a device that is gone is closed."""
        if self._sink is None or self._device is None:
            return
        from PySide6.QtMultimedia import QtAudio  # noqa: PLC0415 - see open

        if self._sink.state() == QtAudio.State.StoppedState:
            self.close()
            self._miss("the audio device has gone")
            return
        self._device.write(samples)

    def close(self) -> None:
        """Be silent at once."""
        if self._sink is not None:
            self._sink.reset()
            self._sink.deleteLater()
        self._sink = self._device = None

    def _miss(self, reason: str) -> None:
        if not self._missed:
            self._missed = True
            self._log("sound-missing", reason=reason)
