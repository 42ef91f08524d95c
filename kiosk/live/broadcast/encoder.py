"""The encoder at work: pictures and sound in, pieces of a transport stream out.

Two threads stand between the show and the program: one hands frames over, one takes what comes
out. The show never waits for either. When the program is too slow pictures are left out; when that
does not help, some seconds are, with their sound, so that the stream stays live and together.
"""

import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count

from kiosk.live.broadcast import matroska
from kiosk.live.broadcast.program import APART
from kiosk.live.broadcast.schedule import RATE
from kiosk.live.broadcast.transport import Cutter, Piece

try:
    import fcntl
except ImportError:  # Windows sizes its pipes by itself
    fcntl = None  # type: ignore[assignment]

WAITING_PICTURES = 8  # more than that and a picture is left out
MOST_BEHIND = 3.0  # s of frames that may wait with their sound
STUCK = 10.0  # s in which the program must take something
_PIPE = 1 << 20  # bytes; the largest that Linux gives without asking
_CHUNK = 1 << 16
_END = 10.0  # s to finish the last frames


@dataclass(frozen=True, slots=True)
class _Frame:
    sound: bytes
    picture: memoryview | bytes | None


class Encoder:
    """One run of the encoding program.

    Args:
        command: as ``program.encoding`` makes it.
        size: of the pictures, pixels.
        fps: frames a second.
        put: called in a thread with every piece and the tables known so far.
        ended: called in a thread once, when the program has ended, with what it said last.
        now: seconds of a monotonic clock.
    """

    def __init__(
        self, command: Sequence[str], size: tuple[int, int], fps: int,
        put: Callable[[Piece, bytes], None], ended: Callable[[str], None],
        now: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._fps, self._put, self._ended, self._now = fps, put, ended, now
        self._header = matroska.header(*size, fps, RATE)
        self._frames: deque[_Frame] = deque()
        self._pictures = 0
        self._left_out = 0
        self._skipped = 0
        self._taken_at = now()
        self._closing = False
        self._changed = threading.Condition()
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            bufsize=0, **APART,
        )  # fmt: skip
        self._said: deque[str] = deque(maxlen=3)
        self._threads = [
            threading.Thread(target=work, name=f"encoder-{name}")
            for name, work in (("in", self._write), ("out", self._read), ("words", self._listen))
        ]
        for thread in self._threads:
            thread.start()

    @property
    def keeps_up(self) -> bool:
        """Whether another picture would be taken; if not, drawing it only takes time from it."""
        return self._pictures < WAITING_PICTURES

    @property
    def left_out(self) -> int:
        """Pictures that the program had no time for."""
        return self._left_out

    @property
    def skipped(self) -> int:
        """Frames that were left out with their sound."""
        return self._skipped

    @property
    def process_id(self) -> int:
        """The program's."""
        return self._process.pid

    def push(self, sound: bytes, picture: memoryview | bytes | None) -> None:
        """Hand the next frame's time over; never waits.

        Args:
            sound: its samples, 16-bit little-endian stereo.
            picture: I420, not to be changed any more; None shows the one before again.
        """
        with self._changed:
            if self._closing or self._process.poll() is not None:
                return
            if not self._frames:
                self._taken_at = self._now()  # nothing has waited until now
            if len(self._frames) >= MOST_BEHIND * self._fps:
                self._skipped += len(self._frames)
                self._frames.clear()
                self._pictures = 0
            if picture is not None and self._pictures >= WAITING_PICTURES:
                picture = None
                self._left_out += 1
            self._pictures += picture is not None
            self._frames.append(_Frame(sound, picture))
            stuck = self._now() - self._taken_at > STUCK
            self._changed.notify()
        if stuck:
            self.kill()

    def kill(self) -> None:
        """End the program at once."""
        with suppress(OSError):
            self._process.kill()

    def close(self) -> None:
        """Let the program finish what it has, and end it."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        try:
            self._process.wait(_END)
        except subprocess.TimeoutExpired:
            self.kill()
        for thread in self._threads:
            thread.join()

    def _write(self) -> None:
        pipe = self._process.stdin
        assert pipe is not None
        with suppress(OSError, ValueError):
            if fcntl is not None and hasattr(fcntl, "F_SETPIPE_SZ"):
                with suppress(OSError):
                    fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)
            _all(pipe.write, self._header)
            # Numbered as they are handed over: what was skipped leaves no hole.
            for number in count():
                frame = self._next()
                if frame is None:
                    break
                parts = matroska.cluster(number, self._fps, frame.sound, frame.picture)
                for part in parts:
                    _all(pipe.write, part)
        with suppress(OSError):
            pipe.close()

    def _next(self) -> _Frame | None:
        with self._changed:
            while not self._frames and not self._closing:
                self._changed.wait(1.0)
                if self._process.poll() is not None:
                    return None
            if not self._frames:
                return None
            frame = self._frames.popleft()
            self._pictures -= frame.picture is not None
            self._taken_at = self._now()
            return frame

    def _read(self) -> None:
        pipe = self._process.stdout
        assert pipe is not None
        cutter = Cutter()
        with pipe:
            while data := pipe.read(_CHUNK):
                try:
                    pieces = cutter.feed(data)
                except ValueError as error:
                    self._said.append(str(error))
                    self.kill()
                    break
                for piece in pieces:
                    self._put(piece, cutter.tables)
        self._process.wait()
        self._threads[2].join()
        self._ended("; ".join(self._said))

    def _listen(self) -> None:
        pipe = self._process.stderr
        assert pipe is not None
        with pipe:
            for line in pipe:
                self._said.append(line.decode("utf-8", "replace").strip())


def _all(write: Callable[[memoryview], int | None], data: memoryview | bytes) -> None:
    """Write everything: a raw pipe may take less at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[write(rest) or 0 :]
