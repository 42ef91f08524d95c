"""A live picture's bytes: what is let through, and what is refused."""

import threading
from typing import Any

import pytest

from kiosk.live.desk import RoomDesk
from kiosk.live.probe.answers import Answer, FetchError
from kiosk.live.probe.fetch import Fetcher
from kiosk.live.probe.prober import Prober
from kiosk.live.watch.pipe import Pipe
from kiosk.live.watch.sources import (
    HlsSource,
    Pictures,
    segments_of,
    source_for,
    variant_of,
)
from kiosk.packs.model import Room, Window
from tests.fakes import FRIDAY_NOON
from tests.rooms_server import PAGE, Visit, flv_tag, serving

HEAD = b"FLV\x01\x05\0\0\0\x09\0\0\0\0"
SOUND = b"\x08" + flv_tag(40)[1:]
PACKET = b"\x47" + bytes(187)


def test_the_sound_of_a_stream_is_left_out() -> None:
    whole = HEAD + flv_tag(0) + SOUND + flv_tag(40) + SOUND
    for step in (1, 7, 400, len(whole)):
        pictures, kept = Pictures(), b""
        for at in range(0, len(whole), step):
            kept += pictures.of(whole[at : at + step])
        assert kept == b"FLV\x01\x01" + HEAD[5:] + flv_tag(0) + flv_tag(40)


@pytest.mark.parametrize(
    "chunk",
    [b"<html>an entrance page</html>", HEAD + b"\x0a" + flv_tag(0)[1:],
     HEAD + b"\x29" + flv_tag(0)[1:], HEAD + b"\x09\xff\xff\xff" + bytes(7),
     HEAD + flv_tag(0)[:8] + b"\x01" + flv_tag(0)[9:]],
)  # fmt: skip
def test_what_is_no_stream_is_refused(chunk: bytes) -> None:
    with pytest.raises(FetchError, match="no FLV"):
        Pictures().of(chunk)


def test_playlists() -> None:
    text = "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:7\n#EXTINF:2,\na.ts\n#EXTINF:2,\nb.ts\n"
    assert segments_of(text) == (7, ["a.ts", "b.ts"])
    assert segments_of(text + "#EXT-X-KEY:METHOD=NONE\n")[0] == 7
    for line in ("#EXT-X-KEY:METHOD=AES-128", '#EXT-X-MAP:URI="i.mp4"', "#EXT-X-BYTERANGE:9"):
        with pytest.raises(FetchError, match="plain MPEG-TS"):
            segments_of(f"{text}{line}\n")
    with pytest.raises(FetchError, match="no playlist"):
        segments_of("<html>")


def test_the_variant_that_suits_half_a_screen() -> None:
    def master(*widths: int) -> str:
        lines = (f"#EXT-X-STREAM-INF:BANDWIDTH={each}\n{each}.m3u8\n" for each in widths)
        return "#EXTM3U\n" + "".join(lines)

    assert variant_of(master(800_000, 6_000_000, 2_000_000)) == "2000000.m3u8"
    assert variant_of(master(9_000_000, 6_000_000)) == "6000000.m3u8", "none is small: the least"
    assert variant_of("#EXTM3U\n#EXTINF:2,\na.ts\n") == ""


def read(handler: Any) -> tuple[bytes, list[str]]:
    """All that a source hands over, and what it asked for."""
    got = bytearray()

    def put(chunk: bytes) -> bool:
        got.extend(chunk)
        return True

    with serving(handler) as server:
        HlsSource(server.url("/live.m3u8")).run(Fetcher(local=True), put)
        return bytes(got), server.paths


def test_one_joins_near_the_end_and_each_segment_comes_once() -> None:
    reads: list[int] = []

    def handler(visit: Visit) -> None:
        if visit.path.endswith(".ts"):
            visit.send(PAGE + PACKET + bytes([0x47, int(visit.path[2:-3])]) + bytes(186))
            return
        reads.append(visit.number)
        first = 3 + len(reads)
        names = "".join(f"#EXTINF:1,\ns{each}.ts\n" for each in range(first, first + 4))
        end = "#EXT-X-ENDLIST\n" if len(reads) == 3 else ""
        text = f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:{first}\n{names}{end}"
        visit.send(PAGE + text.encode())

    got, paths = read(handler)
    segments = [path for path in paths if path.endswith(".ts")]
    assert segments == ["/s6.ts", "/s7.ts", "/s8.ts", "/s9.ts"]
    assert len(got) == 4 * 2 * 188


def test_only_https_to_public_hosts_is_read_whatever_a_playlist_names() -> None:
    for name in ("file:///etc/passwd", "http://192.168.0.1/a.ts", "ftp://example.com/a.ts"):
        text = PAGE + f"#EXTM3U\n#EXTINF:1,\n{name}\n".encode()
        with pytest.raises(FetchError, match=r"https|public|plain"):
            read(lambda visit, text=text: visit.send(text))
    with pytest.raises(FetchError, match="not https"):
        HlsSource("http://127.0.0.1/a.m3u8").run(Fetcher(), lambda chunk: True)


def test_a_full_pipe_holds_the_network_until_it_is_read_or_stopped() -> None:
    pipe, put = Pipe(most=10), list[bool]()
    assert pipe.put(b"x" * 10)
    writer = threading.Thread(target=lambda: put.append(pipe.put(b"y" * 10)))
    writer.start()
    writer.join(0.05)
    assert put == [], "it is full"
    assert pipe.read(4) == b"xxxx"
    writer.join()
    assert pipe.seek(0) == -1, "a stream"
    other = threading.Thread(target=lambda: put.append(pipe.put(b"z")))
    other.start()
    pipe.stop()
    other.join()
    assert put == [True, False]
    assert (pipe.read(), pipe.put(b"more")) == (b"", False)


def test_only_a_room_that_is_on_air_and_runs_can_be_watched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = {"r": Answer.ON, "closed": Answer.OFF, "new": Answer.UNKNOWN, "none": Answer.ON}
    monkeypatch.setattr(Prober, "answer", lambda self, pack, room: answers[room.id])
    monkeypatch.setattr(Prober, "offline", lambda self, pack, room: False)
    prober = Prober(Fetcher(), lambda room: None)
    play = "https://live.example.com/a.m3u8"
    rooms = [
        Room(each, "web", "https://example.com/x", timetable=(Window(),),
             play="" if each == "none" else play)
        for each in answers
    ]  # fmt: skip
    for desk, seen in (
        (RoomDesk(prober=prober), [True, False, False, False]),
        (RoomDesk(prober=prober, watching=False), [False] * 4),
        (RoomDesk(), [False] * 4),
    ):
        assert [desk.watchable("p", room, FRIDAY_NOON) for room in rooms] == seen
    assert source_for(rooms[0]) == HlsSource(play)
    assert source_for(rooms[3]) is None
