"""Is an HLS playlist that of a stream that goes on? (RFC 8216)"""

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from kiosk.live.probe.answers import UNKNOWN, Answer, FetchError, Outcome
from kiosk.live.probe.fetch import Fetcher

PLAYLIST = 256 << 10  # bytes: 24 hours of ten-second segments with names of 30 characters
GONE = (404, 410)
SOONEST, LATEST = 2.0, 10.0  # s between the two reads that show whether it moves
STILL = 3  # target durations without a new segment: it stands (a client reloads after one)
STILL_LEAST = 20.0  # s

_DURATION = re.compile(r"^#EXT-X-TARGETDURATION:(\d{1,4})", re.MULTILINE)
_SEQUENCE = re.compile(r"^#EXT-X-MEDIA-SEQUENCE:(\d{1,18})\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Playlist:
    """What a media playlist says of its stream."""

    end: tuple[int, str]  # number after the last segment, and that segment's name
    target: float  # s, longest segment
    ended: bool


class HlsProbe:
    """Remembers where the playlist stood, to see it move.

    Args:
        url: of a media or a master playlist.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._end: tuple[int, str] | None = None
        self._moved = 0.0  # when it did last
        self._was_on = False

    def ask(self, fetcher: Fetcher) -> Outcome:
        """Read it once. Raises FetchError."""
        text = self._read(fetcher, self._url)
        variant = _variant(text) if text else ""
        if text and variant:
            text = self._read(fetcher, urljoin(self._url, variant))
        if text is None:
            return self._gone()
        playlist = read_playlist(text)
        if playlist is None:
            return UNKNOWN
        return self._judged(playlist, fetcher.monotonic())

    def _read(self, fetcher: Fetcher, url: str) -> str | None:
        with fetcher.open(url) as page:
            if page.status in GONE:
                return None
            if page.status != 200:
                raise FetchError(f"the server says {page.status}")
            return page.text(PLAYLIST)

    def _gone(self) -> Outcome:
        # Servers say so where nobody streams; but also where the address is wrong. Only an address
        # that has worked is believed.
        self._end = None
        return Outcome(Answer.OFF) if self._was_on else UNKNOWN

    def _judged(self, playlist: Playlist, now: float) -> Outcome:
        if playlist.ended:
            self._end = None
            return Outcome(Answer.OFF)
        before, self._end = self._end, playlist.end
        if before is None:
            self._moved = now
            return Outcome(Answer.UNKNOWN, min(LATEST, max(SOONEST, playlist.target * 1.2)))
        if playlist.end != before:
            self._moved, self._was_on = now, True
            return Outcome(Answer.ON)
        if now - self._moved > max(STILL_LEAST, STILL * playlist.target):
            return Outcome(Answer.OFF)
        again = min(LATEST, max(SOONEST, playlist.target))
        return Outcome(Answer.UNKNOWN, again)


def read_playlist(text: str) -> Playlist | None:
    """What a media playlist says; None when it is none (a sign-in page, a master playlist)."""
    lines = [line.strip() for line in text.removeprefix("\ufeff").splitlines()]
    duration = _DURATION.search(text)
    if not lines or lines[0] != "#EXTM3U" or duration is None:
        return None
    segments = [line for line in lines if line and not line.startswith("#")]
    if not segments or not any(line.startswith("#EXTINF:") for line in lines):
        return None
    sequence = _SEQUENCE.search(text)
    first = int(sequence[1]) if sequence else 0
    ended = "#EXT-X-ENDLIST" in lines or "#EXT-X-PLAYLIST-TYPE:VOD" in lines
    return Playlist((first + len(segments), segments[-1]), float(duration[1]), ended)


def _variant(text: str) -> str:
    """The first stream that a master playlist names, "" when it is none."""
    lines = [line.strip() for line in text.splitlines()]
    if not lines or lines[0].removeprefix("\ufeff") != "#EXTM3U":
        return ""
    for number, line in enumerate(lines):
        if line.startswith("#EXT-X-STREAM-INF:"):
            named = (each for each in lines[number + 1 :] if each and not each.startswith("#"))
            return next(named, "")
    return ""
