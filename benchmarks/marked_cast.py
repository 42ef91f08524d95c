"""``kiosk broadcast`` with a mark: every few seconds a white corner for one frame, and a tick.

Run as a program of its own by bench_broadcast.py. Drawing, mixing, encoding and sending are the
command's; the mark is put into what it hands to the encoder, so that a player can tell how far
sound and picture are apart, hours later too. The tick is so high that nothing of the show's, whose
sound ends at 12 kHz, can be taken for it.
"""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kiosk.__main__ import main
from kiosk.live.broadcast.caster import Caster
from kiosk.live.broadcast.schedule import RATE

EVERY = 5  # s
SIDE = 64  # pixels of the corner
TICK = 15_000  # Hz
LOUD = 6000  # of 32767
LONG = 480  # samples: 10 ms


class MarkedCaster(Caster):
    """Marks the frames at each multiple of EVERY seconds."""

    _pushed = _marks = 0

    def push(self, sound: bytes, picture: memoryview | bytes | None) -> None:
        """See ``Caster.push``."""
        due = self._pushed // (EVERY * self._fps)
        self._pushed += 1
        # A frame that could not be drawn carries no mark; the next one does.
        marked = picture is not None and due >= self._marks
        self._marks = due + 1 if marked else self._marks
        width, height = self._size
        if picture is not None:
            copy = np.frombuffer(picture, np.uint8).copy()  # the other may be on its way already
            copy[: width * height].reshape(height, width)[:SIDE, :SIDE] = 235 if marked else 16
            picture = copy.data
        if marked:
            samples = np.frombuffer(sound, "<i2").reshape(-1, 2).astype(np.float64)
            when = np.arange(LONG) / RATE
            samples[:LONG] += LOUD * np.sin(2 * np.pi * TICK * when)[:, None]
            sound = np.clip(samples, -32768, 32767).astype("<i2").tobytes()
        super().push(sound, picture)


if __name__ == "__main__":
    # Replaced before the command imports it: the composition root then builds this one.
    import kiosk.live.broadcast.caster

    kiosk.live.broadcast.caster.Caster = MarkedCaster  # type: ignore[misc]
    sys.exit(main(["broadcast", *sys.argv[1:]]))
