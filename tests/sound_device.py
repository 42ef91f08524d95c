"""An audio device for tests: it plays as a clock goes that stands still until it is moved."""

import numpy as np
from numpy.typing import NDArray

from kiosk.ui.bridge.bed_player import BUFFER_SECONDS
from kiosk.ui.bridge.sound_output import BYTES_PER_FRAME
from kiosk.ui.bridge.voice import RATE
from tests.fakes import FakeClock


class Device:
    """Stands in for SoundOutput: plays as the clock goes, keeps all that it was given."""

    def __init__(self, clock: FakeClock, there: bool = True) -> None:
        self.clock, self.there = clock, there
        self.is_open = False
        self.opened = 0
        self.taken = bytearray()
        self._until = 0.0

    def open(self) -> bool:
        if self.there and not self.is_open:
            self.is_open = True
            self.opened += 1
        return self.is_open

    def ahead(self) -> float:
        return max(0.0, self._until - self.clock.monotonic())

    def room(self) -> int:
        return round((BUFFER_SECONDS - self.ahead()) * RATE)

    def write(self, samples: bytes) -> None:
        self._until = self.clock.monotonic() + self.ahead() + len(samples) / BYTES_PER_FRAME / RATE
        self.taken += samples

    def close(self) -> None:
        self.is_open = False
        self._until = 0.0

    @property
    def heard(self) -> NDArray[np.float64]:
        """All samples so far, (frames, 2)."""
        return np.frombuffer(bytes(self.taken), "<i2").reshape(-1, 2).astype(float)
