"""The list to take home: what the code carries is read by a decoder and opened as a page."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray

from kiosk import resources
from kiosk.errors import CodeError
from kiosk.live.codes import QUIET_ZONE, Code
from kiosk.packs.library import Library
from kiosk.packs.model import Media, Pack, Room, Wine, WineWords, Words
from kiosk.show.take_away import MOST, Heart, Phrases, TakeAway, take_away, take_away_code
from tests import fakes

DOUYIN = "https://live.douyin.com/100000000001"
PHRASES = Phrases("My wines", lambda count: f"and {count} more", "Do not drink and drive.")
CHINESE = Phrases("我的酒单", lambda count: f"还有 {count} 款", "过量饮酒有害健康。")


class Page(HTMLParser):
    """What a browser makes of a page: its tags, links and lines of text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.lines: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A new line where a browser begins one."""
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag in ("p", "br", "h3"):
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        """Text, with its entities read."""
        self.lines[-1] += data


def opened(url: str) -> Page:
    """The page of a data address, as the URL standard has it read."""
    kind, comma, body = url.partition(",")
    assert (kind, comma) == ("data:text/html;charset=utf-8", ",")
    page = Page()
    page.feed(unquote(body.partition("#")[0], errors="strict"))
    page.close()
    return page


def pack(pack_id: str = "red-clay", **wines: str) -> Pack:
    """A pack with wines of these names and one room."""
    named = wines or {"crianza": "Red Clay Crianza", "rosado": "Red Clay Rosado"}
    made = tuple(
        Wine(key, Media(Path("x.webp")), 2020, 13.5, (16, 18), (), None) for key in named
    )
    told = {
        key: WineWords(name, "Dry red", "", "", (), "en") for key, name in named.items()
    }
    room = Room("douyin", "douyin", DOUYIN)
    words = Words(
        "en", "Red Clay Cellars", "Rioja Alta, Spain", "", wines=told, rooms={"douyin": "Douyin"}
    )
    return fakes.pack(
        pack_id, languages=("en",), rooms=(room,), wines=made, words={"en": words}
    )


def hearts(*packs: Pack) -> list[Heart]:
    return [Heart(one, wine.id) for one in packs for wine in one.wines]


def picture(code: Code, pixels: int = 4) -> NDArray[np.uint8]:
    modules = np.pad(~np.array(code.rows), QUIET_ZONE, constant_values=True)
    return np.kron(modules, np.ones((pixels, pixels))).astype(np.uint8) * 255


def scanned(one: TakeAway) -> str:
    (found,) = zxingcpp.read_barcodes(picture(take_away_code(one)))
    return str(found.text)


def test_the_page_names_the_wines_with_vintage_and_winery_and_its_rooms() -> None:
    one = take_away(hearts(pack()), "en", PHRASES)
    page = opened(one.url)
    assert page.lines == [
        "", "My wines", "Red Clay Cellars · Rioja Alta, Spain",
        "Red Clay Crianza 2020 · Dry red", "Red Clay Rosado 2020 · Dry red", "Douyin",
        "Do not drink and drive.",
    ]  # fmt: skip
    assert page.links == [DOUYIN]
    assert (one.shown, one.more) == (2, 0)


def test_the_text_says_the_same_in_lines() -> None:
    assert take_away(hearts(pack()), "en", PHRASES).text == (
        "My wines\n\nRed Clay Cellars · Rioja Alta, Spain\nRed Clay Crianza 2020 · Dry red\n"
        f"Red Clay Rosado 2020 · Dry red\nDouyin: {DOUYIN}\n\nDo not drink and drive."
    )


def test_the_code_is_read_back_and_opens() -> None:
    library = Library(resources.demonstration())
    packs = [library.load(pack_id) for pack_id in library.ids()]
    for language, phrases in (("zh-CN", CHINESE), ("en", PHRASES)):
        for kept in (hearts(packs[0])[:1], hearts(*packs)):
            one = take_away(kept, language, phrases)
            assert len(one.url.encode()) <= MOST
            assert take_away_code(one).modules <= 101
            assert scanned(one) == one.url
            assert opened(scanned(one)).lines[1] == phrases.heading


def test_it_is_readable_where_only_the_text_is_shown() -> None:
    library = Library(resources.demonstration())
    one = take_away(hearts(library.load("vina-arcedo")), "zh-CN", CHINESE)
    words = library.load("vina-arcedo").words_in("zh-CN")
    for wine in words.wines.values():
        assert wine.name in one.url
    assert "%" not in one.url


@pytest.mark.parametrize(
    "name",
    [
        "</p><script>alert(1)</script>",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "100% #1 \"best\" 'wine' & <b>",
        "&lt;img src=x onerror=alert(1)&gt;",
        '" onclick="alert(1)',
        "x\u202e\u0007\u2028y",
        "first\r\nsecond\tthird",
        "🍷 葡萄酒 ½",
        "--><!--",
        "<!DOCTYPE html>",
    ],
)
def test_hostile_names_stay_text(name: str) -> None:
    plain = " ".join(
        "".join(" " if letter in "\u202e\u0007\u2028" else letter for letter in name).split()
    )
    hostile = pack(crianza=name)
    words = replace(hostile.words["en"], name=name, place=name, rooms={"douyin": name})
    kept = hearts(replace(hostile, words={"en": words}))
    one = take_away(kept, "en", Phrases(name, lambda count: name, name))
    page = opened(one.url)
    assert set(page.tags) <= {"meta", "h3", "p", "b", "br", "a"}
    assert page.links == [DOUYIN]
    assert page.lines == [
        "", plain, f"{plain} · {plain}", f"{plain} 2020 · Dry red", plain, plain
    ]  # fmt: skip
    assert scanned(one) == one.url
    assert not any(letter in one.text + one.url for letter in "\u202e\u0007\u2028\r\t")


@pytest.mark.parametrize(
    "url",
    [
        "http://live.douyin.com/1",
        "javascript:alert(1)",
        "https://user@live.douyin.com/1",
        'https://live.douyin.com/1"><script>',
        "https://192.168.1.9/",
        "",
    ],
)
def test_only_links_that_may_be_shown_are_carried(url: str) -> None:
    rooms = (Room("bad", "web", url), Room("douyin", "douyin", DOUYIN))
    page = opened(take_away(hearts(replace(pack(), rooms=rooms)), "en", PHRASES).url)
    assert page.links == [DOUYIN]


def test_a_link_with_ampersands_stays_whole_and_is_tagged_where_that_holds() -> None:
    url = "https://www.example.com/shop?a=1&copy=2%20x"
    one = take_away(
        hearts(replace(pack(), rooms=(Room("shop", "web", url),))), "en", PHRASES, "hall-a"
    )
    tagged = f"{url}&utm_medium=booth&utm_campaign=hall-a"
    assert opened(one.url).links == [tagged]
    assert f"shop: {tagged}" in one.text


def test_a_wine_without_vintage_or_words_is_still_named() -> None:
    one = pack()
    bare = replace(one.words["en"], wines={}, rooms={})
    wines = (replace(one.wines[0], vintage=None), one.wines[1])
    page = opened(
        take_away(hearts(replace(one, wines=wines, words={"en": bare})), "en", PHRASES).url
    )
    assert page.lines[3:6] == ["crianza", "rosado 2020", "douyin"]


def test_a_vintage_in_the_name_is_not_said_twice() -> None:
    one = take_away(hearts(pack(crianza="Crianza 2020")), "en", PHRASES)
    assert "Crianza 2020 · Dry red" in opened(one.url).lines


def test_a_wine_kept_twice_is_there_once_and_wineries_stay_together() -> None:
    first, second = pack("first", a="A"), pack("second", b="B")
    kept = [Heart(first, "a"), Heart(second, "b"), Heart(first, "a")]
    one = take_away(kept, "en", PHRASES)
    assert one.shown == 2
    assert [line for line in opened(one.url).lines if "2020" in line] == [
        "A 2020 · Dry red", "B 2020 · Dry red"
    ]  # fmt: skip


def long_list(count: int) -> list[Heart]:
    names = {f"w{number}": f"Long Name of Wine {number}" for number in range(count)}
    rooms = tuple(Room(f"r{n}", "web", f"https://r{n}.example.com/room") for n in range(3))
    return hearts(replace(pack("one", **names), rooms=rooms), pack("two", z="Last"))


def told(one: TakeAway) -> tuple[bool, bool, int, int]:
    """Whether styles and places are told, how many links, how many wines are left out."""
    page = opened(one.url)
    text = "\n".join(page.lines)
    return "Dry red" in text, "Rioja" in text, len(page.links), one.more


def test_detail_goes_in_steps_and_a_wine_is_never_left_out_silently() -> None:
    kept = long_list(4)
    seen = [told(take_away(kept, "en", PHRASES, most=most)) for most in range(1000, 220, -1)]
    steps = list(dict.fromkeys(seen))
    assert steps == [
        (True, True, 4, 0),
        (False, True, 4, 0),
        (False, True, 2, 0),
        (False, False, 2, 0),
        (False, False, 1, 0),
        (False, False, 0, 0),
        (False, False, 1, 2),
        (False, False, 1, 3),
        (False, False, 1, 4),
        (False, False, 0, 3),  # a link has grown dearer than a wine
    ]


@pytest.mark.parametrize("count", [1, 12, 30, 200])
def test_any_list_fits_and_says_how_many_more(count: int) -> None:
    one = take_away(long_list(count), "en", PHRASES)
    assert len(one.url.encode()) <= MOST
    assert one.shown + one.more == count + 1
    lines = opened(one.url).lines
    assert sum("2020" in line for line in lines) == one.shown
    assert ((f"and {one.more} more") in lines) == bool(one.more)
    assert (f"and {one.more} more" in one.text) == bool(one.more)
    assert "Do not drink and drive." in lines
    assert scanned(one) == one.url


def test_an_empty_list_and_one_that_cannot_fit_are_errors() -> None:
    with pytest.raises(CodeError, match="empty"):
        take_away([], "en", PHRASES)
    with pytest.raises(CodeError, match="not even one"):
        take_away(hearts(pack()), "en", PHRASES, most=100)
    with pytest.raises(KeyError):
        take_away([Heart(pack(), "none")], "en", PHRASES)
