"""Bytes on their way from the network to the decoder, which takes them for a file."""

import io
import threading

MOST = 24 << 20  # bytes that wait: half a minute of 6 Mbit/s; then the network waits


class Pipe(io.BufferedIOBase):
    """One thread puts, another reads; either is let go at once when it is stopped."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._bytes = bytearray()
        self._turn = threading.Condition()
        self._ended = self._stopped = False

    def put(self, chunk: bytes) -> bool:
        """Hand over; waits while too much waits. False: nobody reads any more."""
        with self._turn:
            self._turn.wait_for(lambda: self._stopped or len(self._bytes) < self._most)
            if self._stopped:
                return False
            self._bytes += chunk
            self._turn.notify_all()
            return True

    def end(self) -> None:
        """Nothing more comes."""
        with self._turn:
            self._ended = True
            self._turn.notify_all()

    def stop(self) -> None:
        """Nobody wants it any more, not even what waits."""
        with self._turn:
            self._stopped = True
            self._bytes.clear()
            self._turn.notify_all()

    def readable(self) -> bool:
        """Always."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """At least one byte, at most ``size``; b"" at the end."""
        with self._turn:
            self._turn.wait_for(lambda: self._bytes or self._ended or self._stopped)
            taken = len(self._bytes) if size is None or size < 0 else size
            chunk = bytes(self._bytes[:taken])
            del self._bytes[:taken]
            self._turn.notify_all()
            return chunk

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Impossible, which the decoder wants to be told by -1."""
        return -1
