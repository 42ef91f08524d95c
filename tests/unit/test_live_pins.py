"""A pinned wine: for some time its room and code are shown, whatever is told."""

import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.errors import KioskError
from kiosk.live.desk import RoomDesk
from kiosk.live.pins import Pins, read_pins
from kiosk.live.rooms import OnAir
from kiosk.live.said import LOOK
from kiosk.packs.model import Media, Pack, Room, Scene, SceneKind, Wine, WineWords, Words
from kiosk.show.house import live_rooms
from kiosk.show.wording import Wordings
from tests import fakes
from tests.fakes import FAIR

NOON = datetime(2026, 11, 28, 12, tzinfo=FAIR)
DOUYIN = Room("douyin", "douyin", "https://live.douyin.com/1")
SHOP = Room("shop", "taobao", "https://m.tb.cn/h.5abc")


def wine(wine_id: str, room: str = "", link: str = "", platform: str = "") -> Wine:
    return Wine(wine_id, Media(Path("x.webp")), 2020, 13.5, (16, 18), ("tempranillo",),
                room=room, link=link, platform=platform)  # fmt: skip


CRIANZA = wine("crianza", "shop")
ALBA = wine("alba", "douyin", "https://live.douyin.com/2", "douyin")
FARO = wine("faro", "douyin", "https://m.tb.cn/h.6def", "taobao")


def winery(*wines: Wine) -> Pack:
    told = {one.id: WineWords(one.id.title(), "dry", "plum", "round", ()) for one in wines}
    words = Words("en", "Red Clay", "Rioja", "A motto", wines=told)
    scenes = [fakes.scene("land"), fakes.scene("crianza", SceneKind.WINE, wine="crianza")]
    return fakes.pack("red-clay", scenes, ("en",), (DOUYIN, SHOP), wines, {"en": words})


PACK = winery(CRIANZA, ALBA, FARO)
LAND: Scene = PACK.scenes[0]


class Desk:
    """Pins on a clock that the test moves."""

    def __init__(self, folder: Path) -> None:
        self.path, self.ticks = folder / "state" / "pinned.toml", 0.0
        self.pins = Pins(self.path, lambda: self.ticks)
        self.desk = RoomDesk(pins=self.pins)

    def of(self, pack: str = "red-clay", now: datetime = NOON) -> str:
        self.ticks += LOOK
        return self.pins.of(pack, now)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_pin_holds_for_its_minutes_in_its_winery(desk: Desk) -> None:
    assert desk.of() == ""
    desk.pins.set("red-clay", "crianza", NOON, 30)
    desk.pins.set("grey-fog", "barolo", NOON, 90)
    assert (desk.of(), desk.of("grey-fog"), desk.of("other")) == ("crianza", "barolo", "")
    later = NOON + timedelta(minutes=31)
    assert (desk.of(now=later), desk.pins.packs(later)) == ("", ("grey-fog",))
    desk.pins.set("red-clay", "faro", later)
    desk.pins.set("red-clay", "alba", later)
    assert desk.of(now=later) == "alba", "one at a time"
    desk.pins.set("red-clay", "", later)
    desk.pins.set("grey-fog", "", later)
    assert desk.of(now=later) == ""
    assert desk.path.read_text() == ""


def test_a_pin_holds_for_a_day_at_most(desk: Desk) -> None:
    desk.pins.set("red-clay", "crianza", NOON, 1e6)
    assert desk.of(now=NOON + timedelta(hours=23)) == "crianza"
    assert desk.of(now=NOON + timedelta(hours=25)) == ""
    assert desk.of(now=NOON - timedelta(days=3)) == "", "the clock was wrong"


def test_another_process_can_pin(desk: Desk) -> None:
    assert desk.of() == ""
    Pins(desk.path).set("red-clay", "crianza", NOON)
    assert desk.of() == "crianza"
    Pins(desk.path).set("red-clay", "", NOON)
    assert desk.of() == ""


@pytest.mark.parametrize(
    "text",
    [
        "no toml",
        "red-clay = 1",
        "[red-clay]\nwine = 3\nuntil = 2026-11-28T13:00:00+08:00",
        '[red-clay]\nwine = "crianza"',
        '[red-clay]\nwine = "crianza"\nuntil = 2026-11-28T13:00:00',
        '[red-clay]\nwine = "crianza"\nuntil = "soon"',
        '[red-clay]\nwine = "../../etc"\nuntil = 2026-11-28T13:00:00+08:00',
        '["a]\\n[b"]\nwine = "crianza"\nuntil = 2026-11-28T13:00:00+08:00',
        "\udcff",
        "[" * 5000,
        "# " + "x" * 100_000 + '\n[red-clay]\nwine = "crianza"',
    ],
)
def test_what_cannot_be_read_pins_nothing(desk: Desk, text: str) -> None:
    desk.path.parent.mkdir()
    desk.path.write_bytes(os.fsencode(text))
    assert desk.of() == ""
    assert read_pins(desk.path) == {}
    desk.pins.set("red-clay", "crianza", NOON)
    assert desk.of() == "crianza", "and is written over"
    assert list(read_pins(desk.path)) == ["red-clay"]


def test_a_pin_that_cannot_be_written_holds_here(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    desk = Desk(tmp_path)
    with pytest.raises(KioskError, match="the pin cannot be written"):
        desk.pins.set("red-clay", "crianza", NOON)
    assert desk.of() == "crianza"


@pytest.mark.parametrize(
    ("pinned", "room"),
    [
        (CRIANZA, SHOP),
        (ALBA, replace(DOUYIN, url="https://live.douyin.com/2")),
        (FARO, Room("faro", "taobao", "https://m.tb.cn/h.6def")),
    ],
)
def test_the_pinned_wine_s_room_is_shown_whatever_runs(
    desk: Desk, pinned: Wine, room: Room
) -> None:
    own = desk.desk.room(PACK, LAND, NOON)
    assert (own, desk.desk.offered(PACK, LAND, NOON)) == (DOUYIN, None)
    assert desk.desk.offered(PACK, PACK.scenes[1], NOON) == CRIANZA, "its scene sells it"
    desk.pins.set("red-clay", pinned.id, NOON)
    for scene in PACK.scenes:
        assert desk.desk.room(PACK, scene, NOON) == room
        assert desk.desk.offered(PACK, scene, NOON) == pinned
    other = replace(PACK, id="grey-fog")
    assert desk.desk.room(other, LAND, NOON) == DOUYIN, "a pin is one winery's"


def test_a_wine_that_the_pack_has_not_is_not_pinned(desk: Desk) -> None:
    desk.pins.set("red-clay", "gone", NOON)
    assert desk.desk.pinned(PACK, NOON) is None
    assert desk.desk.room(PACK, LAND, NOON) == DOUYIN


@pytest.mark.parametrize(
    ("pinned", "rooms"),
    [
        ("", [("douyin", ""), ("shop", "")]),
        ("crianza", [("douyin", ""), ("shop", "Crianza")]),
        ("alba", [("douyin", "Alba"), ("shop", "")]),
        ("faro", [("faro", "Faro"), ("douyin", ""), ("shop", "")]),
    ],
)
def test_the_live_rooms_say_so(desk: Desk, pinned: str, rooms: list[tuple[str, str]]) -> None:
    desk.pins.set("red-clay", pinned, NOON)
    wording = Wordings(resources.stage_words()).of("en")
    live = live_rooms(PACK, "en", wording, NOON, desk.desk)
    assert [(each.room.id, each.wine) for each in live] == rooms
    if pinned == "alba":
        assert live[0].room.url == "https://live.douyin.com/2", "its own link"
    assert desk.desk.state("red-clay", live[0].room, NOON).on_air is OnAir.ANY_TIME
