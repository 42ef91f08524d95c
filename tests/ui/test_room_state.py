"""What the label says of a room while servers answer, lie, drip and are not there."""

import socket
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk import app
from kiosk.app import build_booth
from kiosk.booth.places import switches_path
from kiosk.booth.settings import Settings
from kiosk.live.probe.fetch import Fetcher
from kiosk.live.probe.flv import FlvProbe
from kiosk.live.probe.hls import HlsProbe
from kiosk.live.switch import Switches
from kiosk.options import RunOptions
from kiosk.ui.bridge import stage_controller
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.screen import Screen, load_fonts
from tests import good_pack
from tests.fakes import FAIR
from tests.rooms_server import PORTAL, Visit, playlist, serving

LIVE, ANY_TIME = "On air now", "Scan any time"
OFFLINE = "No network here: the code works on your phone"


class Label:
    """A booth in a window, whose only room has no timetable and is asked at ``url``."""

    def __init__(self, content: Path) -> None:
        options = RunOptions(
            content=content, windowed=True, size=(960, 540), language="en", mute=True
        )
        codes = CodeImages()
        self.said: list[tuple[str, dict[str, Any]]] = []
        self.behind = build_booth(options, Settings(), self._hear, codes)
        self.screen = Screen(self.behind, codes, options, self._hear)
        self.screen.open()
        self.behind.stage.start()

    def _hear(self, event: str, **figures: Any) -> None:
        self.said.append((event, figures))

    def says(self, name: str = "roomState") -> str:
        current = self.behind.stage._current
        return str(current.view.property(name)) if current else ""

    def texts(self) -> list[str]:
        window = self.screen.window
        assert window is not None
        items: list[QQuickItem] = window.findChildren(QQuickItem)
        return [str(item.property("text")) for item in items if item.isVisible()]

    def close(self) -> None:
        self.behind.close()
        self.screen.close()


@pytest.fixture
def asked_by(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of the threads that ever touch the network."""
    names: set[str] = set()
    real = socket.getaddrinfo

    def noted(*words: Any, **more: Any) -> Any:
        names.add(threading.current_thread().name)
        return real(*words, **more)

    monkeypatch.setattr(socket, "getaddrinfo", noted)
    return names


@pytest.fixture
def label(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Label]]:
    made: list[Label] = []
    load_fonts()
    pack = good_pack.write(tmp_path / "packs")
    file = pack / "winery.toml"
    text = file.read_text("utf-8")
    file.write_text(text[: text.index("timetable")], "utf-8")
    monkeypatch.setattr(stage_controller, "ROOM_TICK_MS", 20)
    monkeypatch.setenv("CELLARCAST_STATE", str(tmp_path / "state"))

    def make(url: str, kind: type[HlsProbe] | type[FlvProbe] = HlsProbe) -> Label:
        monkeypatch.setattr(app, "Fetcher", lambda: Fetcher(longest=2.0, local=True))
        monkeypatch.setattr(app, "probe_for", lambda room, pages: kind(url))
        made.append(Label(pack.parent))
        return made[-1]

    yield make
    for each in made:
        each.close()


def test_on_air_is_said_as_soon_as_the_stream_moves(
    qtbot: QtBot, label: Callable[..., Label], asked_by: set[str]
) -> None:
    with serving(lambda visit: visit.send(playlist(visit.number, target=1))) as server:
        show = label(server.url())
        qtbot.waitUntil(lambda: show.says() == ANY_TIME, timeout=20_000)
        qtbot.waitUntil(lambda: show.says() == LIVE, timeout=20_000)
        assert show.says("roomNotice") == ""
        show.close()
    assert asked_by == {"prober"}


def test_a_captive_portal_changes_nothing(
    qtbot: QtBot, label: Callable[..., Label], asked_by: set[str]
) -> None:
    with serving(lambda visit: visit.send(PORTAL)) as server:
        show = label(server.url())
        qtbot.waitUntil(lambda: len(server.paths) > 0 and show.says() != "", timeout=20_000)
        qtbot.wait(200)
        assert (show.says(), show.says("roomNotice")) == (ANY_TIME, "")
        assert show.says("code") != "", "the code is there"
        show.close()
    assert asked_by == {"prober"}


def test_a_dripping_server_holds_up_neither_the_stage_nor_its_end(
    qtbot: QtBot, label: Callable[..., Label], asked_by: set[str]
) -> None:
    def handler(visit: Visit) -> None:
        visit.drip(playlist(1), each=1, seconds=0.2)

    with serving(handler) as server:
        show = label(server.url(), FlvProbe)
        qtbot.waitUntil(lambda: len(server.paths) > 0 and show.says() == ANY_TIME, timeout=20_000)
        show.close()
        assert "prober" not in {thread.name for thread in threading.enumerate()}
    assert asked_by == {"prober"}


def test_without_a_network_it_is_said_and_the_code_stays(
    qtbot: QtBot, label: Callable[..., Label], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    show = label("http://live.example.com/red.m3u8")
    qtbot.waitUntil(lambda: show.says("roomNotice") == OFFLINE, timeout=20_000)
    assert show.says() == ANY_TIME
    assert show.says("code") != ""
    qtbot.waitUntil(lambda: OFFLINE in show.texts(), timeout=20_000)
    house = show.behind.house
    assert house.begin()
    qtbot.waitUntil(lambda: house.property("rooms")[0]["notice"] == OFFLINE, timeout=20_000)
    house.enter("live")
    qtbot.waitUntil(lambda: show.texts().count(OFFLINE) == 2, timeout=20_000)
    assert [said for name, said in show.said if name == "detail"] == [{"name": "douyin"}]


def test_the_switch_at_the_booth_is_followed(qtbot: QtBot, label: Callable[..., Label]) -> None:
    with serving(lambda visit: visit.send(PORTAL)) as server:
        show = label(server.url())
        qtbot.waitUntil(lambda: show.says() == ANY_TIME, timeout=20_000)
        now = datetime.now(FAIR)
        Switches(switches_path()).set("red-clay", "douyin", True, now, 1)
        qtbot.waitUntil(lambda: show.says() == LIVE, timeout=20_000)
        show.close()
