"""One destination and the program that sends to it, kept alive for ever.

Each destination has its own queue, thread and process, so one that dies or stalls disturbs no
other. The thread hands pieces over; when the program ends, or takes nothing for a while, the thread
waits and starts another.
"""

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.events import Log
from kiosk.live.broadcast.backoff import Backoff
from kiosk.live.broadcast.destination import Destination
from kiosk.live.broadcast.health import Health, Rate, State
from kiosk.live.broadcast.piece_queue import PieceQueue
from kiosk.live.broadcast.program import APART
from kiosk.live.broadcast.redact import Redactor

MOST_WAITING = 8_000_000  # bytes: some 12 s of 1080p
STALL = 10.0  # s in which a destination must take something
_TAKE = 0.5  # s
_END = 15.0  # s for a program to finish: an MP4's index is written last

_PROGRESS = re.compile(r"[a-z0-9_]+= *[^ ]*")  # as ffmpeg tells figures, one a line

_SPEAKER = re.compile(r"^(?:\[[^\]]* @ 0x[0-9a-f]+\] ?)+")  # which part of ffmpeg speaks

# With the name of the file of secret options, and how many times the stream has begun anew.
Command = Callable[[str, int], list[str]]
Monotonic = Callable[[], float]


class Sender:
    """Sends the stream to one destination.

    Args:
        place: where.
        command: the program to start.
        secret: the content of that file; "" for none.
        redact: takes keys out of what the program says.
        log: told of every change, from the sender's thread.
        now: seconds of a monotonic clock.
    """

    def __init__(
        self, place: Destination, command: Command, secret: str, redact: Redactor, log: Log,
        now: Monotonic = time.monotonic,
    ) -> None:  # fmt: skip
        self.place = place
        self._command, self._secret, self._redact = command, secret, redact
        self._log, self._now = log, now
        self.queue = PieceQueue(MOST_WAITING if place.path is None else None)
        self._tables = b""
        self._backoff = Backoff()
        self._state, self._reason = State.WAITING, ""
        self._connected_at: float | None = None
        self._reconnects = 0
        self._taken = self._reported = 0
        self._last_taken = 0.0
        self._rate = Rate()
        self._said: deque[str] = deque(maxlen=3)
        self._process: subprocess.Popen[bytes] | None = None
        self._stop = threading.Event()
        self._anew, self._begun, self._part = False, False, 0
        self._thread = threading.Thread(target=self._run, name=f"send-{place.name}")

    def start(self) -> None:
        """Begin; the destination may be gone, the sender waits for it."""
        self._thread.start()

    def tables(self, tables: bytes) -> None:
        """What a receiver has to know before its first packet."""
        self._tables = tables

    def renew(self) -> None:
        """The stream begins anew with another encoder: what follows is another connection.

        A file is finished, and another one begun, unless nothing is in it yet.
        """
        self.queue.clear()
        if self.place.path is None:
            self._anew = True
            self._kill()
        elif self._begun:
            self._anew = True

    def health(self) -> Health:
        """How it is doing."""
        now, since = self._now(), self._connected_at
        return Health(
            self.place.name, self._state, self._rate.at(now) * 8 / 1000, self.queue.dropped,
            self._reconnects, now - since if since is not None else 0.0, self._reason,
        )  # fmt: skip

    def check(self) -> None:
        """End a program that hangs, since a dead network lets it wait for ever; every second."""
        process = self._process
        if process is None or process.poll() is not None:
            return
        if self._now() - self._last_taken > STALL:
            self._said.append(f"the network took nothing for {STALL:.0f} s")
            self._kill()

    def finish(self) -> None:
        """The stream has ended: send what waits, then end."""
        self.queue.end()
        if self.place.path is None and self._state is not State.SENDING:
            self._stop.set()

    def join(self) -> None:
        """Wait until the sender has ended; a program that does not end is ended."""
        self._thread.join(_END)
        self._stop.set()
        self._kill()
        self._thread.join()

    def _tell(self, state: State, reason: str = "") -> None:
        if (state, reason) != (self._state, self._reason):
            self._state, self._reason = state, reason
            self._log(
                "destination", name=self.place.name, state=state.value, reason=reason,
                reconnects=self._reconnects, dropped=self.queue.dropped,
            )  # fmt: skip

    def _run(self) -> None:
        while not self._stop.is_set() and not self.queue.over:
            self._anew = False
            self._tell(State.CONNECTING)
            reason = self._connection()
            if self.queue.over and (self.place.path is None or self._succeeded()):
                break
            wait = self._backoff.lost(self._now())
            self._connected_at = None
            if self._anew and self._succeeded():
                self._part += 1
            elif self.place.path is not None:
                self.queue.close()
                self._tell(State.FAILED, reason)  # another try would write over what is there
                return
            if self._stop.is_set():
                break
            self._reconnects += 1
            self._tell(State.WAITING, reason)
            self._stop.wait(0.0 if self._anew else wait)
        self._tell(State.DONE)

    def _succeeded(self) -> bool:
        return self._process is not None and self._process.returncode == 0

    def _connection(self) -> str:
        """One process from its start to its end; gives why it ended."""
        self._said.clear()
        self._taken = self._reported = 0
        with _secret_file(self._secret) as (preset, handles):
            self._last_taken = self._now()
            try:
                process = subprocess.Popen(
                    self._command(preset, self._part),
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT, bufsize=0, pass_fds=handles, **APART,
                )  # fmt: skip
            except OSError as error:
                return str(error.strerror)
            self._process = process
            words = threading.Thread(
                target=self._listen, args=(process,), name=f"hear-{self.place.name}"
            )
            words.start()
            pipe = process.stdin
            assert pipe is not None
            with suppress(OSError, ValueError):
                self._feed(pipe.write, process)
            with suppress(OSError):
                pipe.close()
            with suppress(subprocess.TimeoutExpired):
                process.wait(_END if self.queue.over or self.place.path is not None else 2.0)
            self._kill()
            process.wait()
            words.join()
        return self._redact("; ".join(self._said)) or "the connection has ended"

    def _feed(
        self, write: Callable[[memoryview], int | None], process: subprocess.Popen[bytes]
    ) -> None:
        self.queue.begin()
        self._begun = False
        while process.poll() is None and not self._stop.is_set() and not self._anew:
            piece = self.queue.take(_TAKE)
            if piece is None:
                if self.queue.over:
                    return
                self._last_taken = self._now()  # there was nothing to take
                continue
            if not self._begun:
                if not piece.key or not self._tables:
                    continue
                self._begun = True
                self._hand(write, self._tables)
            self._hand(write, piece.data)

    def _hand(self, write: Callable[[memoryview], int | None], data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[write(rest) or 0 :]
            self._last_taken = self._now()

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        pipe = process.stdout
        assert pipe is not None
        with pipe:
            for raw in pipe:
                line = raw.decode("utf-8", "replace").strip()
                if line.startswith("total_size=") and line[11:].isdecimal():
                    self._sent(int(line[11:]))
                elif line and not _PROGRESS.fullmatch(line):
                    self._said.append(_SPEAKER.sub("", line))

    def _sent(self, total: int) -> None:
        now = self._now()
        self._rate.add(total - self._reported, now)
        grown, self._reported = total > self._reported, total
        if grown and self._connected_at is None:
            self._connected_at = now
            self._backoff.connected(now)
            self._tell(State.SENDING)

    def _kill(self) -> None:
        process = self._process
        if process is not None:
            with suppress(OSError):
                process.kill()


@contextmanager
def _secret_file(content: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """A file of options that only the program started next can read; its name and handles.

    On POSIX it is a pipe and touches no disk; Windows has no name for one, so there it is a file in
    the user's own temporary folder, gone when the connection is.
    """
    if not content:
        yield "", ()
        return
    if sys.platform == "win32":
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "send.ffpreset"
            path.write_text(content, "utf-8")
            yield str(path), ()
        return
    reader, writer = os.pipe()
    try:
        os.write(writer, content.encode())
        os.close(writer)
        yield f"/dev/fd/{reader}", (reader,)
    finally:
        os.close(reader)
