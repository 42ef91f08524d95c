"""Where a live picture comes from: HLS of MPEG-TS (RFC 8216) or HTTP-FLV. Sound is left out."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urljoin

from kiosk.live.probe.answers import FetchError
from kiosk.live.probe.fetch import Fetcher, Page
from kiosk.live.probe.hls import PLAYLIST
from kiosk.packs.model import Room

JOIN = 2  # segments before the newest that one begins with: the next is there before they end
SEGMENT = 24 << 20  # bytes
BANDWIDTH = 2_500_000  # bit/s: the best variant within it; half a screen shows no more
SOONEST, LATEST = 0.5, 5.0  # s between two looks at a playlist
TS, SYNC = 188, 0x47  # bytes of a packet, and its first (ISO/IEC 13818-1)
TAG = 8 << 20  # bytes of an FLV tag

_SEQUENCE = re.compile(r"^#EXT-X-MEDIA-SEQUENCE:(\d{1,18})\s*$", re.MULTILINE)
_DURATION = re.compile(r"^#EXT-X-TARGETDURATION:(\d{1,4})", re.MULTILINE)
_WIDTH = re.compile(r"[:,]BANDWIDTH=(\d{1,12})")
_REFUSED = ("#EXT-X-KEY:", "#EXT-X-MAP:", "#EXT-X-BYTERANGE:")
_NO_KEY = "METHOD=NONE"

Put = Callable[[bytes], bool]


class Source(Protocol):
    """A live picture's bytes."""

    def run(self, fetcher: Fetcher, put: Put) -> None:
        """Hand them over until they end or ``put`` says that nobody reads. Raises FetchError."""
        ...


def source_for(room: Room) -> Source | None:
    """Of a room's play address, None when it has none of a kind that can be watched."""
    path = room.play.partition("#")[0].partition("?")[0].lower()
    if path.endswith(".m3u8"):
        return HlsSource(room.play)
    return FlvSource(room.play) if path.endswith(".flv") else None


@dataclass(frozen=True, slots=True)
class HlsSource:
    """A playlist's segments, one after the other, as one stream."""

    url: str

    def run(self, fetcher: Fetcher, put: Put) -> None:
        """See `Source`."""
        url, begun, following = self.url, False, 0
        while True:
            text = _text(fetcher, url)
            if not begun and (variant := variant_of(text)):
                url = urljoin(url, variant)
                text = _text(fetcher, url)
            first, names = segments_of(text)
            following = max(following, first) if begun else first + max(0, len(names) - JOIN)
            begun = True
            for name in names[following - first :]:
                if not self._segment(fetcher, urljoin(url, name), put):
                    return
                following += 1
            if "#EXT-X-ENDLIST" in text:
                return
            target = _DURATION.search(text)
            pause = float(target[1]) / 2 if target else SOONEST
            if fetcher.stop.wait(min(LATEST, max(SOONEST, pause))):
                return

    def _segment(self, fetcher: Fetcher, url: str, put: Put) -> bool:
        with fetcher.open(url) as page:
            _good(page)
            head, size = b"", 0
            while chunk := page.more():
                size += len(chunk)
                if size > SEGMENT:
                    raise FetchError("a segment is too large")
                if len(head) <= TS:
                    head += chunk
                    if len(head) <= TS:
                        continue
                    if head[0] != SYNC or head[TS] != SYNC:
                        raise FetchError("it is no MPEG-TS")
                    chunk = head
                if not put(chunk):
                    return False
        return True


@dataclass(frozen=True, slots=True)
class FlvSource:
    """A stream that goes on."""

    url: str

    def run(self, fetcher: Fetcher, put: Put) -> None:
        """See `Source`."""
        with fetcher.open(self.url) as page:
            _good(page)
            pictures = Pictures()
            while chunk := page.more():
                if (kept := pictures.of(chunk)) and not put(kept):
                    return


class Pictures:
    """Lets an FLV stream's pictures through and nothing else (specification 10.1, annex E)."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._begun = False

    def of(self, chunk: bytes) -> bytes:
        """What of it is to be kept. Raises FetchError: it is no FLV."""
        self._bytes += chunk
        kept, at, held = bytearray(), 0, self._bytes
        if not self._begun:
            if len(held) < 13:
                return b""
            if not held.startswith(b"FLV\x01") or held[5:9] != b"\0\0\0\x09":
                raise FetchError("it is no FLV stream")
            kept += b"FLV\x01\x01\0\0\0\x09\0\0\0\0"  # pictures only
            self._begun, at = True, 13
        while len(held) - at >= 11:
            size = 11 + int.from_bytes(held[at + 1 : at + 4], "big") + 4
            if held[at] not in (8, 9, 18) or any(held[at + 8 : at + 11]) or size > TAG:
                raise FetchError("it is no FLV stream")
            if len(held) - at < size:
                break
            if held[at] == 9:
                kept += held[at : at + size]
            at += size
        del held[:at]
        return bytes(kept)


def segments_of(text: str) -> tuple[int, list[str]]:
    """Number of a media playlist's first segment, and all their addresses, in order.

    Raises:
        FetchError: it is none, or its segments are not of a kind that can be watched.
    """
    lines = [line.strip() for line in text.removeprefix("\ufeff").splitlines()]
    if not lines or lines[0] != "#EXTM3U":
        raise FetchError("it is no playlist")
    if any(line.startswith(_REFUSED) and _NO_KEY not in line for line in lines):
        raise FetchError("its segments are not plain MPEG-TS")
    sequence = _SEQUENCE.search(text)
    names = [line for line in lines if line and not line.startswith("#")]
    return (int(sequence[1]) if sequence else 0), names


def variant_of(text: str) -> str:
    """The stream of a master playlist that suits half a screen, "" when it is none."""
    lines = [line.strip() for line in text.splitlines()]
    offers: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        if line.startswith("#EXT-X-STREAM-INF:"):
            rest = (each for each in lines[number + 1 :] if each and not each.startswith("#"))
            width = _WIDTH.search(line)
            if name := next(rest, ""):
                offers.append((int(width[1]) if width else 0, name))
    within = [offer for offer in offers if offer[0] <= BANDWIDTH]
    chosen = max(within, default=min(offers, default=(0, "")), key=lambda offer: offer[0])
    return chosen[1]


def _text(fetcher: Fetcher, url: str) -> str:
    with fetcher.open(url) as page:
        _good(page)
        return page.text(PLAYLIST)


def _good(page: Page) -> None:
    if page.status != 200:
        raise FetchError(f"the server says {page.status}")
