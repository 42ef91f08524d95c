"""Asking rooms: streams that run, stand, end, lie; servers that are slow, dying, endless."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator

import pytest

from kiosk.live.probe.answers import Answer, FetchError, Outcome, Stopped
from kiosk.live.probe.fetch import Fetcher
from kiosk.live.probe.flv import FlvProbe, Tags
from kiosk.live.probe.hls import HlsProbe, read_playlist
from kiosk.live.probe.pages import PAGE, PageProbe, tiktok, youtube
from tests.rooms_server import PAGE as HEAD
from tests.rooms_server import PORTAL, Visit, flv_head, flv_tag, playlist, serving

ON, OFF, UNKNOWN = Answer.ON, Answer.OFF, Answer.UNKNOWN


class Clock:
    """A monotonic clock that the test can put forward."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(clock: Clock) -> Fetcher:
    return Fetcher(longest=30.0, local=True, monotonic=clock)


def impatient() -> Fetcher:
    return Fetcher(longest=0.4, local=True)


def page(text: str) -> bytes:
    return HEAD + text.encode()


# HLS


def test_a_playlist_that_moves_is_on_air(fetcher: Fetcher) -> None:
    with serving(lambda visit: visit.send(playlist(100 + visit.number))) as server:
        probe = HlsProbe(server.url("/red.m3u8"))
        assert probe.ask(fetcher) == Outcome(UNKNOWN, 4.8), "once is not enough"
        assert [probe.ask(fetcher).answer for _ in range(3)] == [ON, ON, ON]


def test_a_playlist_that_grows_is_on_air(fetcher: Fetcher) -> None:
    with serving(lambda visit: visit.send(playlist(0, segments=3 + visit.number))) as server:
        probe = HlsProbe(server.url())
        assert [probe.ask(fetcher).answer for _ in range(2)] == [UNKNOWN, ON]


def test_a_playlist_that_stands_is_off_after_three_segments(fetcher: Fetcher, clock: Clock) -> None:
    with serving(lambda visit: visit.send(playlist(100, target=10))) as server:
        probe = HlsProbe(server.url())
        answers = []
        for _ in range(5):
            answers.append(probe.ask(fetcher).answer)
            clock.ahead += 9
        assert answers == [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, OFF]


@pytest.mark.parametrize("end", ["#EXT-X-ENDLIST\n", "#EXT-X-PLAYLIST-TYPE:VOD\n"])
def test_a_playlist_that_has_ended_is_off(fetcher: Fetcher, end: str) -> None:
    with serving(lambda visit: visit.send(playlist(visit.number, end=end))) as server:
        probe = HlsProbe(server.url())
        assert [probe.ask(fetcher).answer for _ in range(2)] == [OFF, OFF]


def test_a_master_playlist_leads_to_its_first_stream(fetcher: Fetcher) -> None:
    def handler(visit: Visit) -> None:
        if visit.path == "/live/all.m3u8":
            visit.send(page("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow/red.m3u8\n"))
        else:
            visit.send(playlist(visit.number))

    with serving(handler) as server:
        probe = HlsProbe(server.url("/live/all.m3u8"))
        assert [probe.ask(fetcher).answer for _ in range(2)] == [UNKNOWN, ON]
        assert server.paths[1] == "/live/low/red.m3u8"


def test_a_master_playlist_leads_nowhere_private() -> None:
    strict = Fetcher(longest=5)
    with pytest.raises(FetchError, match="http is not https"), strict.open("http://1.1.1.1/x"):
        pass
    for inside in ("https://127.0.0.1/x", "https://10.0.0.1/", "https://[::1]/", "https://[fe80::1]"):
        with pytest.raises(FetchError, match="is no public address"), strict.open(inside):
            pass


def test_a_missing_playlist_is_off_only_where_it_has_been_on(fetcher: Fetcher) -> None:
    answers = [b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", playlist(1), playlist(2)]
    answers.append(answers[0])
    with serving(lambda visit: visit.send(answers[visit.number])) as server:
        probe = HlsProbe(server.url())
        assert [probe.ask(fetcher).answer for _ in range(4)] == [UNKNOWN, UNKNOWN, ON, OFF]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html>#EXTM3U</html>",
        "#EXTM3U\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:4\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:4\nred.ts\n",
        "#EXTM3U\n#EXTINF:4,\nred.ts\n",
        "\0" * 100,
    ],
)
def test_what_is_no_media_playlist(text: str) -> None:
    assert read_playlist(text) is None


# HTTP-FLV


def stream(visit: Visit) -> None:
    visit.send(flv_head() + flv_tag(0))
    at = 7_000_000
    while not visit.rest(0.01):
        at += 20
        visit.send(flv_tag(at))


def test_a_stream_that_runs_is_on_air(fetcher: Fetcher) -> None:
    with serving(stream) as server:
        assert FlvProbe(server.url("/red.flv"), hold=0.3).ask(fetcher) == Outcome(ON)


def test_a_stream_that_ends_is_off_only_where_it_has_been_on(fetcher: Fetcher) -> None:
    def handler(visit: Visit) -> None:
        if visit.number == 1:
            stream(visit)
        elif visit.number == 3:
            visit.send(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
        else:
            visit.send(flv_head() + flv_tag(40) * 5)

    with serving(handler) as server:
        probe = FlvProbe(server.url(), hold=0.3)
        assert [probe.ask(fetcher).answer for _ in range(4)] == [UNKNOWN, ON, OFF, OFF]


def test_a_stream_that_stands_is_unknown() -> None:
    def handler(visit: Visit) -> None:
        visit.send(flv_head() + flv_tag(40))
        visit.rest(60)

    with serving(handler) as server, pytest.raises(FetchError, match="too long"):
        FlvProbe(server.url(), hold=0.2).ask(impatient())


def test_a_stream_whose_clock_stands_is_unknown(fetcher: Fetcher) -> None:
    def handler(visit: Visit) -> None:
        visit.send(flv_head())
        while not visit.rest(0.01):
            visit.send(flv_tag(40))

    with serving(handler) as server:
        assert FlvProbe(server.url(), hold=0.3).ask(fetcher).answer is UNKNOWN


def test_a_file_is_no_live_stream(fetcher: Fetcher) -> None:
    sized = flv_head().replace(b"Connection", b"Content-Length: 99999999\r\nConnection")

    def handler(visit: Visit) -> None:
        with_length = visit.path == "/file.flv"
        visit.send(sized if with_length else flv_head())
        at = 1
        while not visit.stop.is_set():  # as fast as it can be sent
            at += 20
            visit.send(flv_tag(at, size=60_000))

    with serving(handler) as server:
        assert FlvProbe(server.url("/file.flv")).ask(fetcher).answer is UNKNOWN
        assert FlvProbe(server.url("/endless.flv"), hold=3600).ask(fetcher).answer is UNKNOWN


def test_tags_are_read_however_they_are_cut() -> None:
    whole = flv_head().partition(b"\r\n\r\n")[2] + b"".join(flv_tag(at) for at in (0, 900, 2400))
    for cut in (1, 7, 1000):
        tags = Tags()
        assert all(tags.feed(whole[at : at + cut]) for at in range(0, len(whole), cut))
        assert tags.advance == 1.5
    for noise in (b"<html>", b"FLX\x01aaaaaaaaa", whole[:13] + b"\x07" * 40):
        assert not Tags().feed(noise)
    assert Tags().feed(b"FL")


# Pages

YOUTUBE = (
    '<link rel="canonical" href="https://www.youtube.com/{canonical}">'
    "<script>var ytInitialData = {{}}; var ytInitialPlayerResponse = "
    '{{"microformat":{{"liveBroadcastDetails":{{"isLiveNow":{now}}}}}}};</script>'
)
TIKTOK = (
    '<script id="SIGI_STATE" type="application/json">'
    '{{"LiveRoom":{{"liveRoomUserInfo":{{"liveRoom":{{"status":{status}}}}}}}}}</script>'
)


@pytest.mark.parametrize(
    ("html", "answer"),
    [
        (YOUTUBE.format(canonical="watch?v=abc", now="true"), ON),
        (YOUTUBE.format(canonical="watch?v=abc", now="false"), OFF),
        (YOUTUBE.format(canonical="channel/UC1", now="true"), OFF),
        (YOUTUBE.format(canonical="watch?v=abc", now="maybe"), UNKNOWN),
        (YOUTUBE.replace("ytInitialPlayerResponse", "x").format(
            canonical="watch?v=abc", now="true"), UNKNOWN),
        ('<link rel="canonical" href="https://www.youtube.com/channel/UC1">', UNKNOWN),
        ('"isLiveNow":true', UNKNOWN),
        ("Before you continue to YouTube", UNKNOWN),
    ],
)  # fmt: skip
def test_youtube(html: str, answer: Answer) -> None:
    assert youtube(html) is answer


@pytest.mark.parametrize(
    ("html", "answer"),
    [
        (TIKTOK.format(status=2), ON),
        (TIKTOK.format(status=4), OFF),
        (TIKTOK.format(status=1), UNKNOWN),
        (TIKTOK.format(status="true"), UNKNOWN),
        (TIKTOK.format(status="[2]"), UNKNOWN),
        ('<script id="SIGI_STATE">{"LiveRoom":[]}</script>', UNKNOWN),
        ('<script id="SIGI_STATE">{no json}</script>', UNKNOWN),
        ('<script id="SIGI_STATE">' + "[" * 100_000 + "</script>", UNKNOWN),
        ("<html>Log in | TikTok</html>", UNKNOWN),
    ],
)
def test_tiktok(html: str, answer: Answer) -> None:
    assert tiktok(html) is answer


# Servers as they should not be


def probes(url: str) -> Iterator[HlsProbe | FlvProbe | PageProbe]:
    yield HlsProbe(url)
    yield FlvProbe(url, hold=0.2)
    yield PageProbe(url, youtube)
    yield PageProbe(url, tiktok)


def test_a_captive_portal_that_answers_everything_is_never_on(fetcher: Fetcher) -> None:
    with serving(lambda visit: visit.send(PORTAL)) as server:
        for probe in probes(server.url()):
            assert {probe.ask(fetcher).answer for _ in range(3)} == {UNKNOWN}


@pytest.mark.parametrize("slow", ["head", "body", "silent"])
def test_a_slow_server_costs_no_more_than_the_deadline(slow: str) -> None:
    def handler(visit: Visit) -> None:
        if slow == "head":
            visit.drip(playlist(1), each=1, seconds=0.05)
        elif slow == "body":
            visit.send(HEAD)
            visit.drip(b"x" * 100_000, each=100, seconds=0.1)  # 1 kB/s
        else:
            visit.rest(60)

    with serving(handler) as server:
        for probe in probes(server.url()):
            try:
                answer = probe.ask(impatient()).answer
            except FetchError as error:
                assert error.reason == "it takes too long"
            else:
                assert (slow, answer) == ("body", UNKNOWN), "at once: it is not what was asked for"
                assert isinstance(probe, FlvProbe)


def test_an_endless_page_is_cut(fetcher: Fetcher) -> None:
    def handler(visit: Visit) -> None:
        visit.send(HEAD)
        while not visit.stop.is_set():
            visit.send(b"x" * 65536)

    with serving(handler) as server:
        for probe in (HlsProbe(server.url()), PageProbe(server.url(), youtube)):
            with pytest.raises(FetchError, match="longer than"):
                probe.ask(fetcher)
    assert PAGE < 8 << 20


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1",
        b"no http at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n#EXTM3U\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n#EX",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 2000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 There\r\n\r\n",
    ],
)
def test_a_dying_or_broken_server_is_a_fetch_error(fetcher: Fetcher, answer: bytes) -> None:
    with serving(lambda visit: visit.send(answer)) as server, pytest.raises(FetchError):
        HlsProbe(server.url()).ask(fetcher)


def test_nobody_listens(fetcher: Fetcher) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gate:
        port = gate.getsockname()[1]
    with pytest.raises(FetchError) as caught:
        HlsProbe(f"http://127.0.0.1:{port}/").ask(fetcher)
    assert not caught.value.offline, "a host that refuses is no missing network"


@pytest.mark.parametrize(
    "target",
    ["ftp://127.0.0.1/x", "file:///etc/passwd", "http://10.0.0.1/", "http://u@127.0.0.1/", "//["],
)
def test_redirects_to_elsewhere_are_not_followed(fetcher: Fetcher, target: str) -> None:
    moved = f"HTTP/1.1 302 There\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode()
    with serving(lambda visit: visit.send(moved)) as server, pytest.raises(FetchError):
        HlsProbe(server.url()).ask(fetcher)


def test_redirects_are_followed_three_times(fetcher: Fetcher) -> None:
    def handler(visit: Visit) -> None:
        left = int(visit.path[1:])
        if left:
            visit.send(f"HTTP/1.1 302 x\r\nLocation: /{left - 1}\r\n\r\n".encode())
        else:
            visit.send(playlist(1))

    with serving(handler) as server:
        assert HlsProbe(server.url("/3")).ask(fetcher).answer is UNKNOWN
        with pytest.raises(FetchError, match="leads on and on"):
            HlsProbe(server.url("/4")).ask(fetcher)


def test_a_request_says_no_more_than_it_must(fetcher: Fetcher) -> None:
    with serving(lambda visit: visit.send(PORTAL)) as server:
        HlsProbe(server.url("/a.m3u8?k=v")).ask(fetcher)
    head = server.heads[0]
    assert head.startswith("GET /a.m3u8?k=v HTTP/1.1\r\nHost: 127.0.0.1:")
    assert {line.partition(":")[0] for line in head.split("\r\n")[1:] if line} == {
        "Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Connection"
    }  # fmt: skip


def test_a_server_without_a_certificate_is_not_believed(fetcher: Fetcher) -> None:
    with serving(lambda visit: visit.send(PORTAL)) as server, pytest.raises(FetchError):
        HlsProbe(server.url().replace("http:", "https:")).ask(fetcher)
    trust = ssl.create_default_context()
    assert (trust.check_hostname, trust.verify_mode) == (True, ssl.CERT_REQUIRED)


def test_without_a_network_that_is_what_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(FetchError) as caught, Fetcher().open("https://live.example.com/a.m3u8"):
        pass
    assert caught.value.offline


def test_closing_is_heard_in_the_middle_of_a_wait(fetcher: Fetcher) -> None:
    asked = threading.Event()

    def handler(visit: Visit) -> None:
        asked.set()
        visit.rest(60)

    def close() -> None:
        asked.wait()
        fetcher.stop.set()

    with serving(handler) as server:
        closing = threading.Thread(target=close)
        closing.start()
        with pytest.raises(Stopped):
            HlsProbe(server.url()).ask(fetcher)
        closing.join()
