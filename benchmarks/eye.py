"""An eye on the virtual screen: what a visitor would have seen, whoever drew it.

The X server keeps its screen in a file; reading that costs neither the server nor the program
under measurement anything.
"""

import mmap
import struct
import threading
import time
import zlib
from pathlib import Path

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]

BLACK = 14  # of 255: no sampled pixel brighter. The stage's own darkest ground has 23.
REST = 0.004  # s between two looks
ONE_FRAME = 0.006  # s: changes closer together are the two halves of a frame being copied


def screen_pixels(file: Path) -> Pixels:
    """The living pixels of a screen file (an XWD dump), shape (height, width, 4), BGRX."""
    with file.open("rb") as opened:
        mapped = mmap.mmap(opened.fileno(), 0, prot=mmap.PROT_READ)
    fields = struct.unpack(">25I", mapped[:100])
    head, height, row, colours = fields[0], fields[5], fields[12], fields[19]
    start = head + 12 * colours  # a colour cell has 12 bytes
    flat = np.frombuffer(mapped, np.uint8, height * row, start)
    return flat.reshape(height, row // 4, 4)


class Eye(threading.Thread):
    """Looks at every 8th pixel of every 12th row about 200 times a second until closed.

    Args:
        file: the screen's file.
    """

    def __init__(self, file: Path) -> None:
        super().__init__(daemon=True)
        self._grid = screen_pixels(file)[5::12, 3::8, :3]
        self._stop_looking = threading.Event()
        self._changes: list[float] = []
        self._black: list[float] = []
        self.looks = 0
        self.start()

    def run(self) -> None:
        """Look until closed."""
        last = 0
        while not self._stop_looking.wait(REST):
            now, seen = time.monotonic(), self._grid.copy()
            self.looks += 1
            if int(seen.max()) < BLACK:
                self._black.append(now)
            mark = zlib.crc32(seen.tobytes())
            if mark != last:
                last = mark
                if not self._changes or now - self._changes[-1] > ONE_FRAME:
                    self._changes.append(now)

    def close(self) -> None:
        """Look no longer."""
        self._stop_looking.set()
        self.join()

    def first_light(self, since: float) -> float | None:
        """Seconds from ``since`` (monotonic), when all was dark, to the first look that was not."""
        dark = next((moment for moment in self._black if moment > since), since)
        lit = next((moment for moment in self._changes if moment > dark), None)
        return None if lit is None else round(lit - since, 3)

    def black_after(self, moment: float) -> int:
        """How many looks after a moment (monotonic) met a black screen."""
        return sum(seen > moment for seen in self._black)

    def frames(self, start: float, end: float) -> dict[str, float]:
        """Different pictures a second and the 99th percentile of the time between two, in ms."""
        times = [moment for moment in self._changes if start <= moment <= end]
        gaps = np.diff(times) if len(times) > 1 else np.array([end - start])
        return {
            "seen_fps": round(len(times) / (end - start), 1),
            "seen_p99_ms": round(float(np.percentile(gaps, 99)) * 1000, 1),
        }
