"""The sounds under a finger: read once, handed to a device of their own whole, so heard at once.

The bed's device is half a second ahead of the ear; a touch that sounds as late as that is none.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.events import Log
from kiosk.show.clock import Clock
from kiosk.show.interface_sounds import InterfaceSound
from kiosk.ui.bridge.sound_output import BYTES_PER_SECOND, SoundOutput

LONGEST = 3.0  # s
IDLE_MS = 20_000  # without a sound for so long the device is given back


class TouchSounds(QObject):
    """Plays one interface sound at a time; a new one takes the place of the one before.

    Args:
        clock: the show's.
        folder: where the files are.
        volume: 0 to 1.
        log: told of what cannot be read.
    """

    _read = Signal(str, bytes)
    _missed = Signal(str, str)

    def __init__(self, clock: Clock, folder: Path, volume: float, log: Log) -> None:
        super().__init__()
        self._clock, self._folder, self._log = clock, folder, log
        self._sounds: dict[str, bytes] = {}
        self._until = 0.0
        self._asked = False
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="touches")
        self._output = SoundOutput(self, LONGEST + 0.1, volume, log)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._output.close)
        self._read.connect(self._take)
        self._missed.connect(self._miss)

    def prepare(self) -> None:
        """Read the files, in the worker, unless that was done."""
        if not self._asked:
            self._asked = True
            for sound in InterfaceSound:
                self._pool.submit(self._load, sound.value)

    def play(self, sound: InterfaceSound) -> None:
        """Let a sound be heard; one that is not read yet is left out rather than late."""
        samples = self._sounds.get(sound.value)
        if samples is None:
            self.prepare()
            return
        now = self._clock.monotonic()
        if now < self._until:
            self._output.close()  # what still rings would be in the way
        if self._output.open():
            self._output.write(samples)
            self._until = now + len(samples) / BYTES_PER_SECOND
            self._idle.start()

    def loudness(self, volume: float) -> None:
        """How loud, 0 to 1, from now on."""
        self._output.loudness(volume)

    def close(self) -> None:
        """Stop and let the worker go."""
        self._idle.stop()
        self._output.close()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _load(self, name: str) -> None:
        # In the worker. Reading sound loads two libraries: not before the first frame.
        try:
            import numpy as np  # noqa: PLC0415

            from kiosk.narration.sound.loop import read_stereo  # noqa: PLC0415

            samples = read_stereo(self._folder / f"{name}.ogg", LONGEST)
            whole = np.rint(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()
            self._read.emit(name, whole)
        except (OSError, ValueError, RuntimeError) as error:
            self._missed.emit(name, str(error))

    def _take(self, name: str, samples: object) -> None:
        self._sounds[name] = bytes(samples)  # type: ignore[call-overload]

    def _miss(self, name: str, reason: str) -> None:
        self._log("interface-sound-failed", sound=name, reason=reason)
