"""Does an HTTP-FLV stream run? (Adobe Flash Video File Format Specification 10.1, annex E)"""

from kiosk.live.probe.answers import UNKNOWN, Answer, FetchError, Outcome
from kiosk.live.probe.fetch import Fetcher
from kiosk.live.probe.hls import GONE

HOLD = 3.0  # s that it has to go on for; servers send the first one or two at once
ADVANCE = 0.3  # of that the stream's own clock has to go on by
MOST = 12 << 20  # bytes in that time: more than 30 Mbit/s is a file, not a live picture
_HEAD = 9
_TAG = 11
_KINDS = (8, 9, 18)  # sound, picture, script


class FlvProbe:
    """Watches the first seconds of a stream.

    Args:
        url: of the stream.
        hold: seconds that it has to go on for.
    """

    def __init__(self, url: str, hold: float = HOLD) -> None:
        self._url, self._hold = url, hold
        self._was_on = False

    def ask(self, fetcher: Fetcher) -> Outcome:
        """Watch it once. Raises FetchError."""
        with fetcher.open(self._url) as page:
            if page.status in GONE:
                return self._gone()
            if page.status != 200:
                raise FetchError(f"the server says {page.status}")
            if page.sized:  # a file: what is live has no length
                return UNKNOWN
            tags, until = Tags(), fetcher.monotonic() + self._hold
            while chunk := page.more():
                if not tags.feed(chunk) or tags.size > MOST:
                    return UNKNOWN
                if fetcher.monotonic() >= until:
                    running = tags.advance >= ADVANCE * self._hold
                    self._was_on = self._was_on or running
                    return Outcome(Answer.ON) if running else UNKNOWN
            return self._gone()

    def _gone(self) -> Outcome:
        # As with playlists: only an address that has worked is believed when it does not.
        return Outcome(Answer.OFF) if self._was_on else UNKNOWN


class Tags:
    """Reads a stream's tags as they come, for their times."""

    def __init__(self) -> None:
        self.size = 0  # bytes so far
        self._buffer = bytearray()
        self._skip = -1  # bytes of the present tag that are still to come; -1: no head yet
        self._first: int | None = None
        self._last = 0

    @property
    def advance(self) -> float:
        """Seconds between the first tag with a time and the last."""
        return 0.0 if self._first is None else (self._last - self._first) / 1000

    def feed(self, chunk: bytes) -> bool:
        """Take what came. False: this is no FLV stream."""
        self.size += len(chunk)
        self._buffer += chunk
        buffer = self._buffer
        if self._skip < 0:
            if len(buffer) < _HEAD:
                return b"FLV\x01".startswith(buffer[:4])
            if not buffer.startswith(b"FLV\x01"):
                return False
            self._skip = int.from_bytes(buffer[5:9], "big") + 4
        while True:
            gone = min(self._skip, len(buffer))
            del buffer[:gone]
            self._skip -= gone
            if self._skip or len(buffer) < _TAG:
                return True
            if buffer[0] & 0x1F not in _KINDS or any(buffer[8:11]):
                return False
            self._take_time(int.from_bytes(bytes((buffer[7], *buffer[4:7])), "big"))
            self._skip = _TAG + int.from_bytes(buffer[1:4], "big") + 4

    def _take_time(self, milliseconds: int) -> None:
        if milliseconds == 0:  # heads of sound and picture, sent to everyone who joins
            return
        if self._first is None:
            self._first = milliseconds
        self._last = max(self._last, milliseconds)
