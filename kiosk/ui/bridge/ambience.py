"""Everything that sounds beside the voice: the winery's bed and the interface's sounds."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.events import Log
from kiosk.show.clock import Clock
from kiosk.show.interface_sounds import InterfaceSound
from kiosk.ui.bridge.bed_player import BedPlayer
from kiosk.ui.bridge.sound_output import SoundOutput
from kiosk.ui.bridge.touch_sounds import TouchSounds

FIRST_MS = 1500  # the first picture and the first word come before anything else is read


class Ambience(QObject):
    """What the stage says to it is heard; silent parts are not made at all.

    Args:
        clock: the show's.
        folder: the shipped sounds.
        volume: of everything, 0 to 1.
        bed: level of the bed, 0 to 1; 0: none.
        interface: level of the interface's sounds, 0 to 1; 0: none.
        audible: False: neither.
        log: told which bed plays, and what could not be.
        output: where the bed goes; the audio device unless another is given.
    """

    def __init__(
        self, clock: Clock, folder: Path, volume: float, bed: float, interface: float,
        audible: bool, log: Log, output: SoundOutput | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._log, self._missed = log, False
        self._latest: Path | None = None
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(FIRST_MS)
        self._first.timeout.connect(self._begin)
        self._begun = False
        self._interface = interface
        self._bed: BedPlayer | None = None
        self._touches: TouchSounds | None = None
        if audible and volume * bed > 0:
            self._bed = BedPlayer(clock, folder / "bed.ogg", volume, bed, self._tell, output)
            self._bed.setParent(self)
        if audible and volume * interface > 0:
            self._touches = TouchSounds(clock, folder / "interface", volume * interface, self._tell)
            self._touches.setParent(self)

    def _tell(self, event: str, **figures: object) -> None:
        """Pass an event on; that there is no device is told once, whoever finds out."""
        if event != "sound-missing" or not self._missed:
            self._log(event, **figures)
        self._missed = self._missed or event == "sound-missing"

    def show(self, bed: Path | None) -> None:
        """A scene has come on; ``bed`` is its pack's own."""
        self._latest = bed
        if not self._begun:
            self._first.start()
        elif self._bed is not None:
            self._bed.show(bed)

    def _begin(self) -> None:
        self._begun = True
        self.show(self._latest)
        if self._touches is not None:
            self._touches.prepare()

    def leave(self) -> None:
        """The stage is empty."""
        self._first.stop()
        if self._bed is not None:
            self._bed.leave()

    def speak(self, seconds: float) -> None:
        """The first word comes in so many seconds."""
        if self._bed is not None:
            self._bed.speak(seconds)

    def hush(self) -> None:
        """Nobody speaks."""
        if self._bed is not None:
            self._bed.hush()

    def pause(self) -> None:
        """The show is held or hidden."""
        if self._bed is not None:
            self._bed.pause()

    def resume(self) -> None:
        """The show goes on."""
        if self._bed is not None:
            self._bed.resume()

    def sound(self, sound: InterfaceSound) -> None:
        """Let an interface sound be heard now."""
        if self._touches is not None:
            self._touches.play(sound)

    def loudness(self, volume: float) -> None:
        """How loud everything is, 0 to 1, from now on."""
        if self._bed is not None:
            self._bed.loudness(volume)
        if self._touches is not None:
            self._touches.loudness(volume * self._interface)

    def close(self) -> None:
        """Stop everything that runs."""
        self._first.stop()
        if self._bed is not None:
            self._bed.close()
        if self._touches is not None:
            self._touches.close()
