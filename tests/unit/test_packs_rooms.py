"""Rooms, play addresses, and the way from a wine to where it is sold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.packs.codes import Code
from kiosk.packs.findings import Finding
from kiosk.packs.links import NAMES, PLATFORMS, WEB, LinkError, parse_play
from kiosk.packs.model import Pack, Room
from kiosk.packs.read import inspect_pack
from tests import good_pack

ROOMS = '''
[[rooms]]
id = "shop"
url = "https://m.tb.cn/h.5abc"
'''
DOUYIN = 'url = "https://live.douyin.com/100000000001"'
PLAY = "https://pull-flv-l1.douyincdn.com/stage/red.flv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return good_pack.write(tmp_path, media=False)


def read(folder: Path) -> tuple[Pack, list[Finding]]:
    pack, findings = inspect_pack(folder)
    assert pack is not None, findings
    unnamed = (Code.NAME_MISSING, Code.TEXT_MISSING)  # the rooms that tests add have no words
    return pack, [each for each in findings if each.code not in unnamed]


def wine(folder: Path, more: str, rooms: str = ROOMS) -> None:
    good_pack.edit(folder, "winery.toml", "alcohol = 13.5", f"alcohol = 13.5\n{more}")
    file = folder / "winery.toml"
    file.write_text(file.read_text("utf-8") + rooms, "utf-8")


def led(pack: Pack) -> Room:
    room = pack.room_for(pack.scene("crianza"))
    assert room is not None
    return room


def test_a_wine_is_sold_in_the_first_room(folder: Path) -> None:
    wine(folder, "")
    pack, _ = read(folder)
    assert led(pack) == pack.rooms[0]


def test_a_wine_s_own_room(folder: Path) -> None:
    wine(folder, 'room = "shop"')
    pack, findings = read(folder)
    assert (led(pack).id, findings) == ("shop", [])
    assert pack.room_for(pack.scene("land")) == pack.rooms[0], "a scene without a wine"


def test_a_scene_s_room_comes_before_its_wine_s(folder: Path) -> None:
    wine(folder, 'room = "shop"')
    good_pack.edit(folder, "winery.toml", 'wine = "crianza"', 'wine = "crianza"\nroom = "douyin"')
    assert led(read(folder)[0]).id == "douyin"


def test_a_wine_s_link_is_shown_instead_of_the_room_s(folder: Path) -> None:
    wine(folder, 'link = "https://v.douyin.com/crianza/"')
    pack, findings = read(folder)
    room = led(pack)
    assert findings == []
    assert (room.id, room.url) == ("douyin", "https://v.douyin.com/crianza/")
    assert room.timetable == pack.rooms[0].timetable != ()


def test_a_link_to_another_platform_is_no_matter_of_the_room_s_timetable(folder: Path) -> None:
    wine(folder, 'link = "https://m.tb.cn/h.5wine"')
    pack, findings = read(folder)
    assert [(each.code, each.key) for each in findings] == [
        (Code.LINK_ELSEWHERE, "wines.crianza.link")
    ]
    assert led(pack) == Room("crianza", "taobao", "https://m.tb.cn/h.5wine")


def test_a_link_without_any_room(folder: Path) -> None:
    text = (folder / "winery.toml").read_text("utf-8")
    text = text[: text.index("[[rooms]]")].replace('kind = "promo"\nroom = "douyin"\n',
                                                   'kind = "story"\n')  # fmt: skip
    (folder / "winery.toml").write_text(text, "utf-8")
    wine(folder, 'link = "https://shop.example.com/crianza"', rooms="")
    pack, findings = read(folder)
    assert Code.LINK_ELSEWHERE not in {each.code for each in findings}
    assert led(pack) == Room("crianza", WEB, "https://shop.example.com/crianza")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ('room = "shopp"', Code.ROOM_UNKNOWN),
        ('link = "http://m.tb.cn/h"', Code.LINK_SCHEME),
        ('link = "https://d0uyin.com/x"', Code.LINK_LOOKALIKE),
        ("link = 3", Code.WRONG_TYPE),
    ],
)
def test_a_way_that_leads_nowhere_is_refused(folder: Path, more: str, code: Code) -> None:
    wine(folder, more)
    pack, findings = inspect_pack(folder)
    assert pack is None
    assert code in {each.code for each in findings if each.refused}


def test_a_wine_link_that_expires_is_warned_of(folder: Path) -> None:
    wine(folder, 'link = "https://wxaurl.cn/abc"')
    _, findings = read(folder)
    assert Code.LINK_EXPIRES in {each.code for each in findings}


def test_a_play_address(folder: Path) -> None:
    good_pack.edit(folder, "winery.toml", DOUYIN, f'{DOUYIN}\nplay = "{PLAY}"')
    pack, findings = read(folder)
    assert (pack.rooms[0].play, findings) == (PLAY, [])


def test_a_play_address_that_is_signed_is_warned_of_with_its_day(folder: Path) -> None:
    signed = f"{PLAY}?txSecret=ab&txTime=692A3C80"
    good_pack.edit(folder, "winery.toml", DOUYIN, f'{DOUYIN}\nplay = "{signed}"')
    (finding,) = read(folder)[1]
    assert (finding.code, finding.key) == (Code.PLAY_EXPIRES, "rooms.douyin.play")
    assert finding.details["date"] == "2025-11-29"


@pytest.mark.parametrize(
    ("url", "kind", "end"),
    [
        ("https://cdn.example.com/live/red.m3u8", "m3u8", None),
        ("HTTPS://CDN.example.com/live/RED.M3U8?x=1#y", "m3u8", None),
        ("https://pull.douyincdn.com/red.flv?wsABSTime=6929bd00&wsSecret=1", "flv", (2025, 11, 28)),
        ("https://cdn.example.com/a.flv?auth_key=1764331200-0-0-abc", "flv", (2025, 11, 28)),
        ("https://cdn.example.com/a.flv?Expires=1764331200", "flv", (2025, 11, 28)),
        ("https://cdn.example.com/a.flv?expires=never", "flv", None),
        ("https://cdn.example.com/a.flv?txTime=" + "f" * 30, "flv", None),
    ],
)
def test_play_addresses(url: str, kind: str, end: tuple[int, int, int] | None) -> None:
    play = parse_play(url)
    assert (play.kind, play.expires) == (kind, date(*end) if end else None)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://cdn.example.com/red.mp4", Code.PLAY_KIND),
        ("https://cdn.example.com/red?file=.m3u8", Code.PLAY_KIND),
        ("http://cdn.example.com/red.flv", Code.LINK_SCHEME),
        ("rtmp://cdn.example.com/red.flv", Code.LINK_SCHEME),
        ("https://192.168.1.2/red.flv", Code.LINK_HOST),
        ("https://cdn.example.com:8443/red.flv", Code.LINK_PORT),
        ("https://me@cdn.example.com/red.flv", Code.LINK_USERINFO),
        ("https://cdn.example.com/" + "x" * 2040 + ".flv", Code.LINK_TOO_LONG),
    ],
)
def test_play_addresses_that_are_refused(folder: Path, url: str, code: Code) -> None:
    with pytest.raises(LinkError) as caught:
        parse_play(url)
    assert caught.value.code is code
    good_pack.edit(folder, "winery.toml", DOUYIN, f'{DOUYIN}\nplay = "{url}"')
    assert code in {each.code for each in inspect_pack(folder)[1] if each.refused}


def test_days_on_which_nothing_opens(folder: Path) -> None:
    days = 'days = ["mon", "tue"]'
    good_pack.edit(
        folder, "winery.toml", days, f'{days}, except = ["2026-11-30", 2026-12-01]'
    )  # fmt: skip
    window = read(folder)[0].rooms[0].timetable[0]
    assert window.closed == {date(2026, 11, 30), date(2026, 12, 1)}
    good_pack.edit(folder, "winery.toml", "2026-12-01", '"2026-13-01"')
    finding = next(each for each in inspect_pack(folder)[1] if each.refused)
    assert (finding.code, finding.key.endswith("except")) == (Code.BAD_DATE, True)


def test_every_platform_has_a_name() -> None:
    assert set(NAMES) == set(PLATFORMS) - {WEB}
