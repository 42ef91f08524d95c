"""The card of rules: shown before the first start to a platform, accepted once, remembered."""

from pathlib import Path

import pytest

from kiosk.errors import BroadcastError
from kiosk.live.broadcast.destination import destination
from kiosk.live.broadcast.rules import LAW, Accepted, cards, cards_for, require


def names(address: str) -> list[str]:
    return [card.platform for card in cards_for(destination(address))]


def test_every_card_is_told_in_english_and_chinese() -> None:
    for platform, card in cards().items():
        assert card.platform == platform
        assert len(card.english) > 150
        assert sum("一" <= letter <= "鿿" for letter in card.chinese) > 40
        assert card.name in str(card)


def test_the_cards_say_what_the_rules_are() -> None:
    known = cards()
    assert "does not allow live selling by a digital human" in known["wechat-channels"].english
    assert "avatar registered" in known["douyin"].english
    for date in ("1 September 2025", "1 February 2026", "GB 45438-2025"):
        assert date in known[LAW].english


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("rtmp://push-rtmp-l6.douyincdn.com/third/key", ["douyin", LAW]),
        ("rtmps://live.weixin.qq.com/app/key", ["wechat-channels", LAW]),
        ("rtmp://douyincdn.com.example.org/third/key", [LAW]),
        ("rtmp://notdouyincdn.com/third/key", [LAW]),
        ("rtmp://live.example.com/app/key", [LAW]),
        ("rtmp://127.0.0.1/live/key", []),
        ("rtmp://192.168.0.7:1935/live/key", []),
    ],
)
def test_a_platform_is_known_by_its_servers(address: str, wanted: list[str]) -> None:
    assert names(address) == wanted


def test_a_file_needs_no_card(tmp_path: Path) -> None:
    assert names(str(tmp_path / "show.mp4")) == []


def test_a_card_is_asked_for_once_per_platform(tmp_path: Path) -> None:
    path = tmp_path / "state" / "rules.json"
    douyin = [destination("rtmp://x.douyincdn.com/third/key")]
    wanted = ["douyin", LAW]
    for _ in range(2):
        unread = require(douyin, Accepted(path), accept=False, named=[])
        assert [card.platform for card in unread] == wanted, "seen is not accepted"
    assert not path.exists()
    assert [c.platform for c in require(douyin, Accepted(path), accept=True, named=[])] == wanted
    assert require(douyin, Accepted(path), accept=False, named=[]) == []
    wechat = [*douyin, destination("rtmp://live.weixin.qq.com/app/key")]
    left = require(wechat, Accepted(path), accept=False, named=[])
    assert [card.platform for card in left] == ["wechat-channels"]


def test_the_operator_can_name_the_platform(tmp_path: Path) -> None:
    place = [destination("rtmp://push.example.com/app/key")]
    named = [cards()["wechat-channels"]]
    unread = require(place, Accepted(tmp_path / "rules.json"), accept=False, named=named)
    assert [card.platform for card in unread] == ["wechat-channels", LAW]


@pytest.mark.parametrize("content", ["", "{", "{}", "[1, null]", "[" * 60_000, '"douyin"', "\x00"])
def test_a_broken_memory_means_that_nothing_was_accepted(tmp_path: Path, content: str) -> None:
    path = tmp_path / "rules.json"
    path.write_text(content, "utf-8")
    card = cards()["douyin"]
    accepted = Accepted(path)
    assert accepted.unread([card]) == [card]
    accepted.accept([card])
    assert accepted.unread([card, card]) == []


def test_a_memory_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file", "utf-8")
    with pytest.raises(BroadcastError, match="cannot be remembered"):
        Accepted(tmp_path / "state" / "rules.json").accept([cards()["douyin"]])
