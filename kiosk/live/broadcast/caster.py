"""Everything between the drawn show and its destinations: one encoder, one sender for each."""

import math
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from kiosk.events import Log
from kiosk.live.broadcast import program
from kiosk.live.broadcast.backoff import Backoff
from kiosk.live.broadcast.destination import Destination
from kiosk.live.broadcast.encoder import Encoder
from kiosk.live.broadcast.health import Health, State
from kiosk.live.broadcast.label import aigc
from kiosk.live.broadcast.redact import Redactor
from kiosk.live.broadcast.sender import Monotonic, Sender
from kiosk.live.broadcast.transport import Piece

_FULL = 4500  # kbit/s of 1080p at 25 frames a second, what platforms advise for it
_LEAST = 400


def bitrate(size: tuple[int, int], fps: int) -> int:
    """Kbit/s that suit pictures of a size; a smaller one needs more a pixel."""
    share = size[0] * size[1] * fps / (1920 * 1080 * 25)
    return max(_LEAST, round(_FULL * math.pow(share, 0.75)))


class Caster:
    """Encodes once, sends to all.

    Args:
        size: of the pictures, pixels, both even.
        fps: frames a second.
        places: the destinations.
        kbps: of the pictures; 0: what suits the size.
        producer: whom recordings name as their maker.
        authority: certificates to trust for RTMPS instead of the system's.
        log: told of encoder and destinations, from several threads.
        now: seconds of a monotonic clock.

    Raises:
        BroadcastError: ffmpeg is missing or cannot encode.
    """

    def __init__(
        self, size: tuple[int, int], fps: int, places: Sequence[Destination], kbps: int,
        producer: str, log: Log, authority: Path | None = None,
        now: Monotonic = time.monotonic,
    ) -> None:  # fmt: skip
        self._size, self._fps, self._log, self._now = size, fps, log, now
        self._authority = authority
        self._program = program.find_program()
        if any(place.key for place in places):
            program.must_hide_keys(self._program)
        self._codec = program.choose(self._program, size)
        self._kbps = kbps or bitrate(size, fps)
        redact = Redactor(place.key for place in places)
        self._senders = [self._sender(place, producer, redact) for place in places]
        self._encoder: Encoder | None = None
        self._backoff = Backoff()
        self._left_out = self._skipped = 0
        self._again: float | None = None  # when to start the encoder that was lost
        self._lost: str | None = None

    def _sender(self, place: Destination, producer: str, redact: Redactor) -> Sender:
        if place.path is not None:
            record = partial(program.recording, self._program, place.path, aigc(producer))
            return Sender(place, lambda _, part: record(part), "", redact, self._log, self._now)
        send = partial(program.sending, self._program, place.server)
        secret = program.preset_of(place.server, place.key, self._authority)
        return Sender(place, lambda preset, _: send(preset), secret, redact, self._log, self._now)

    @property
    def codec(self) -> str:
        """The encoder's name."""
        return self._codec.name

    @property
    def keeps_up(self) -> bool:
        """Whether another picture is welcome."""
        return self._encoder is None or self._encoder.keeps_up

    @property
    def left_out(self) -> int:
        """Pictures that the encoder had no time for."""
        return self._left_out + (self._encoder.left_out if self._encoder else 0)

    @property
    def skipped(self) -> int:
        """Frames that were left out with their sound, since the encoder was far behind."""
        return self._skipped + (self._encoder.skipped if self._encoder else 0)

    @property
    def failed(self) -> bool:
        """Whether no destination is left to send to."""
        return all(one.state is State.FAILED for one in self.health())

    def start(self) -> None:
        """Start everything."""
        self._log("broadcast", codec=self.codec, kbps=self._kbps, fps=self._fps, size=self._size)
        for sender in self._senders:
            sender.start()
        self._encode()

    def push(self, sound: bytes, picture: memoryview | bytes | None) -> None:
        """Hand the next frame's time over; never waits. See ``Encoder.push``."""
        if self._encoder is not None:
            self._encoder.push(sound, picture)

    def check(self) -> None:
        """Once a second: bring back what was lost."""
        for sender in self._senders:
            sender.check()
        now = self._now()
        if self._lost is not None and self._encoder is not None:
            self._log("encoder-lost", reason=self._lost)
            self._left_out, self._skipped = self.left_out, self.skipped
            self._encoder.close()
            self._encoder, self._lost = None, None
            self._again = now + self._backoff.lost(now)
        if self._again is not None and now >= self._again:
            self._again = None
            for sender in self._senders:
                sender.renew()
            self._encode()

    def health(self) -> list[Health]:
        """How each destination is doing."""
        return [sender.health() for sender in self._senders]

    def close(self) -> None:
        """Send what was shown until now, finish files, end everything."""
        if self._encoder is not None:
            self._encoder.close()
        for sender in self._senders:
            sender.finish()
        for sender in self._senders:
            sender.join()

    def _encode(self) -> None:
        command = program.encoding(self._program, self._codec, self._fps, self._kbps)
        now = self._now()
        try:
            self._encoder = Encoder(command, self._size, self._fps, self._put, self._ended)
        except OSError as error:  # no memory for another process, or the program was taken away
            self._log("encoder-lost", reason=str(error.strerror))
            self._again = now + self._backoff.lost(now)
        else:
            self._backoff.connected(now)

    def _put(self, piece: Piece, tables: bytes) -> None:
        for sender in self._senders:
            sender.tables(tables)
            sender.queue.put(piece)

    def _ended(self, reason: str) -> None:
        self._lost = reason or "the encoder has ended"
