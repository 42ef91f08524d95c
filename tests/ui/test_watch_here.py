"""A room's live picture before a visitor: it comes, it stalls, it never comes, it is rubbish."""

import http.server
import random
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from kiosk import app
from kiosk.live.probe.answers import Answer
from kiosk.live.probe.fetch import Fetcher
from kiosk.live.probe.prober import Prober
from kiosk.live.watch.sources import FlvSource, HlsSource, Source
from kiosk.ui.bridge import live_watch
from tests.room_visitor import RoomVisitor, VisitorMaker, visitor
from tests.rooms_server import PAGE, PORTAL, Visit, flv_head, serving
from tests.rtmp_server import needed

__all__ = ["visitor"]  # pytest takes fixtures by their names in the module

PLAY = "https://live.example.com/arcedo.m3u8"
THREADS = ("watch-fetch", "watch-decode")


def play(pack: Path) -> None:
    """Give the first room a live picture, and the second wine a link to another platform."""
    file = pack / "winery.toml"
    text = file.read_text("utf-8")
    line = 'url = "https://live.douyin.com/100000000011"\n'
    assert line in text
    text = text.replace(line, f'{line}play = "{PLAY}"\n')
    head = '[[wines]]\nid = "reserva"\n'
    assert head in text
    link = 'link = "https://www.youtube.com/@vina-arcedo-demo/reserva"\n'
    file.write_text(text.replace(head, head + link), "utf-8")


Arrive = Callable[..., RoomVisitor]


@pytest.fixture
def arrive(
    visitor: VisitorMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Arrive]:
    """A visitor in the Live room, whose first room is on air and can be watched."""
    monkeypatch.setenv("CELLARCAST_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(Prober, "answer", lambda self, pack, room: Answer.ON)
    monkeypatch.setattr(Prober, "offline", lambda self, pack, room: False)
    monkeypatch.setattr(app, "Fetcher", lambda *words: Fetcher(*words, local=True))

    def come(source: Source, size: tuple[int, int] = (1280, 720)) -> RoomVisitor:
        monkeypatch.setattr(app, "source_for", lambda room: source)
        one = visitor("en", size=size, edit=play)
        one.tap("contents-live")
        one.wait(lambda: one.sees("watch-here"))
        return one

    yield come


class Camera:
    """An HLS stream that ffmpeg really makes and a server really serves."""

    def __init__(self, folder: Path) -> None:
        self.playlist = folder / "live.m3u8"
        picture = "testsrc2=size=320x180:rate=25"
        words = (
            "ffmpeg -v error -re -f lavfi -i {} -f lavfi -i sine -c:v libx264 -preset ultrafast "
            "-threads 1 -g 12 -c:a aac -f hls -hls_time 0.5 -hls_list_size 8 {}"
        )
        self.maker = subprocess.Popen(words.format(picture, self.playlist).split())

        class Quiet(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                pass

        handler = partial(Quiet, directory=str(folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))
        self.thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/live.m3u8"

    @property
    def ready(self) -> bool:
        return self.playlist.exists() and self.playlist.read_text().count("#EXTINF") >= 2

    def kill(self) -> None:
        """The camera's computer loses its power."""
        self.maker.send_signal(signal.SIGKILL)
        self.maker.wait()

    def close(self) -> None:
        self.kill()
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def camera(tmp_path: Path) -> Iterator[Camera]:
    needed("ffmpeg")
    folder = tmp_path / "camera"
    folder.mkdir()
    made = Camera(folder)
    yield made
    made.close()


def state(one: RoomVisitor) -> str:
    return str(one.house.watch.property("state"))


def colours(one: RoomVisitor) -> set[int]:
    """Of the live picture, coarsely."""
    image = one.house.watch.image
    assert image is not None
    small = image.scaled(16, 9).convertToFormat(QImage.Format.Format_RGB32)
    return {small.pixel(x, y) & 0xC0C0C0 for x in range(16) for y in range(9)}


def threads() -> set[str]:
    return {thread.name for thread in threading.enumerate()} & set(THREADS)


def test_the_picture_comes_moves_and_gives_way_to_the_card_when_it_stalls(
    arrive: Arrive, camera: Camera
) -> None:
    one = arrive(HlsSource(camera.url))
    assert state(one) == ""
    assert not threads(), "nothing is read before somebody asks for it"
    one.wait(lambda: camera.ready)
    one.tap("watch-here")
    one.wait(lambda: one.sees("livePicture"))
    assert len(colours(one)) > 5, "it is the test picture"
    before = one.house.watch.image.copy()
    one.wait(lambda: one.house.watch.image != before)
    assert one.sees("liveCode"), "the code stays"
    assert one.words("watch-here") == "Back to the card"
    camera.kill()
    quiet: list[float] = []

    def lost() -> bool:
        viewer = one.house.watch._viewer
        if viewer is not None:
            quiet.append(viewer.quiet)
        return state(one) == "lost"

    one.wait(lost)
    assert live_watch.STALL - 0.3 < max(quiet) < 4.0, "3 s, and within 4 in all"
    assert not one.sees("livePicture")
    assert "does not come through" in one.words("watchSays")
    assert one.sees("liveCode")
    one.wait(lambda: not threads())


def test_leaving_frees_it_and_one_is_watched_at_a_time(arrive: Arrive, camera: Camera) -> None:
    one = arrive(HlsSource(camera.url))
    one.wait(lambda: camera.ready)
    for _ in range(3):
        one.tap("watch-here")
        one.house.watchLive("douyin")
        one.wait(lambda: state(one) == "showing")
        running = [each.name for each in threading.enumerate() if each.name in THREADS]
        assert sorted(running) == sorted(THREADS)
        one.house.show("youtube")
        assert state(one) == ""
        one.house.show("douyin")
        one.settle()
    one.tap("watch-here")
    one.tap("bar-contents")
    assert state(one) == ""
    one.wait(lambda: not threads())
    one.house.enter("live")
    one.house.watchLive("douyin")
    one.house.finish()
    assert state(one) == ""
    one.wait(lambda: not threads())


def test_a_pinned_wine_s_room_comes_to_the_front_and_frees_it(
    arrive: Arrive, camera: Camera
) -> None:
    one = arrive(HlsSource(camera.url))
    one.wait(lambda: camera.ready)
    one.tap("watch-here")
    one.wait(lambda: one.sees("livePicture"))
    QTest.keyClick(one.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    one.wait(lambda: one.sees("room-reserva"))
    one.wait(lambda: state(one) == "")
    assert not one.sees("livePicture")
    one.wait(lambda: not threads())


def test_whoever_will_not_wait_for_it_takes_it_back(arrive: Arrive) -> None:
    with serving(never) as server:
        one = arrive(HlsSource(server.url()))
        one.tap("watch-here")
        assert state(one) == "opening"
        assert one.words("watch-here") == "Back to the card"
        one.tap("watch-here")
        assert state(one) == ""
        assert len(one.heard("watch")) == 1
        one.wait(lambda: not threads())


def never(visit: Visit) -> None:
    visit.rest(60)


def rubbish(visit: Visit) -> None:
    visit.send(PAGE + random.Random(7).randbytes(400_000))


def rubbish_segments(visit: Visit) -> None:
    if visit.path.endswith(".ts"):
        rubbish(visit)
    else:
        visit.send(PAGE + b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\na.ts\n")


def false_packets(visit: Visit) -> None:
    """What looks like packets and holds nothing."""
    if visit.path.endswith(".ts"):
        visit.send(PAGE + (b"\x47" + bytes(187)) * 2000)
    else:
        visit.send(PAGE + b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\na.ts\n#EXT-X-ENDLIST\n")


def false_flv(visit: Visit) -> None:
    visit.send(flv_head() + random.Random(7).randbytes(400_000))


@pytest.mark.parametrize(
    ("handler", "kind"),
    [
        (never, HlsSource), (never, FlvSource), (rubbish, HlsSource), (rubbish, FlvSource),
        (rubbish_segments, HlsSource), (false_packets, HlsSource), (false_flv, FlvSource),
    ],
)  # fmt: skip
def test_what_does_not_come_or_is_no_picture_leaves_the_card(
    arrive: Arrive, monkeypatch: pytest.MonkeyPatch, handler: Any, kind: type[HlsSource]
) -> None:
    monkeypatch.setattr(live_watch, "OPENING", 1.0)
    with serving(handler) as server:
        one = arrive(kind(server.url()))
        one.tap("watch-here")
        one.wait(lambda: state(one) == "lost")
        assert server.paths
        assert one.sees("liveCode")
        assert "does not come through" in one.words("watchSays")
        one.wait(lambda: not threads())


@pytest.mark.parametrize("language", ["en", "de", "zh-CN"])
def test_what_is_said_of_it_stays_off_the_counter_and_its_code(
    arrive: Arrive, language: str
) -> None:
    with serving(lambda visit: visit.send(PORTAL)) as server:
        one = arrive(HlsSource(server.url()), size=(540, 960))
        one.house.speak(language)
        assert one.sees("roomHours")
        one.tap("watch-here")
        one.wait(lambda: state(one) == "lost")
        one.settle()
        label = one.place(one.find("counterLabel"))
        for words in ("watchSays", "roomHours"):
            for item in one.named(words):
                assert one.place(item).bottom() < label.top(), words
        one.house.show("douyin")
        assert one.sees("roomHours")
