"""What waits for one destination: bounded; when a network stalls the oldest goes first."""

import threading
from collections import deque

from kiosk.live.broadcast.transport import Piece


class PieceQueue:
    """Pieces of the stream for one sender, put by the encoder's thread, taken by the sender's.

    Args:
        most: bytes that may wait; None where nothing may be lost (a file).
    """

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._pieces: deque[Piece] = deque()
        self._bytes = 0
        self._dropped = 0
        self._ended = False
        self._changed = threading.Condition()

    @property
    def dropped(self) -> int:
        """Frames that were thrown away."""
        return self._dropped

    @property
    def waiting(self) -> int:
        """Bytes that wait."""
        return self._bytes

    def put(self, piece: Piece) -> None:
        """Add a piece; when there is too much, whole groups of frames go, the oldest first."""
        with self._changed:
            if self._ended:
                return
            self._pieces.append(piece)
            self._bytes += len(piece.data)
            if self._most is not None:
                while self._bytes > self._most and self._drop_group():
                    pass
            self._changed.notify()

    def _drop_group(self) -> bool:
        """Drop up to the next key frame; False when that would be everything."""
        keys = [at for at, piece in enumerate(self._pieces) if piece.key and at > 0]
        if not keys:
            return False
        self._drop(keys[0])
        return True

    def _drop(self, count: int) -> None:
        for _ in range(count):
            piece = self._pieces.popleft()
            self._bytes -= len(piece.data)
            self._dropped += piece.frames

    def begin(self) -> None:
        """A new connection: keep only what follows the newest key frame; of a file, everything."""
        if self._most is None:
            return
        with self._changed:
            keys = [at for at, piece in enumerate(self._pieces) if piece.key]
            self._drop(keys[-1] if keys else len(self._pieces))

    def take(self, timeout: float) -> Piece | None:
        """The oldest piece; None when none came in time or the stream has ended."""
        with self._changed:
            if not self._pieces and not self._ended:
                self._changed.wait(timeout)
            if not self._pieces:
                return None
            piece = self._pieces.popleft()
            self._bytes -= len(piece.data)
            return piece

    def end(self) -> None:
        """Nothing will be added; what waits can still be taken."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def close(self) -> None:
        """Take nothing any more, and forget what waits: nobody will send it."""
        with self._changed:
            self._ended = True
            self._pieces.clear()
            self._bytes = 0
            self._changed.notify_all()

    def clear(self) -> None:
        """Forget what waits, uncounted: it belongs to an encoder that is gone."""
        with self._changed:
            self._pieces.clear()
            self._bytes = 0

    @property
    def over(self) -> bool:
        """Whether the stream has ended and everything was taken."""
        with self._changed:
            return self._ended and not self._pieces
