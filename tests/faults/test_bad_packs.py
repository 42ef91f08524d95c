"""Hostile and broken packs: each gives its own precise finding, and the rest of a library plays."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kiosk.errors import PackError
from kiosk.packs.codes import Code
from kiosk.packs.library import Library
from kiosk.packs.read import BadPackError, inspect_pack
from tests import good_pack

PICTURE = 'picture = "media/harvest.png"\nfocus = [0.5, 0.5]\n\n[[scenes]]\nid = "press"'


def replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda pack: good_pack.edit(pack, file, old, new)


def written(file: str, content: bytes) -> Callable[[Path], None]:
    def write(pack: Path) -> None:
        (pack / file).write_bytes(content)

    return write


def inserted(file: str, before: str, content: bytes) -> Callable[[Path], None]:
    def write(pack: Path) -> None:
        raw = (pack / file).read_bytes()
        at = raw.index(before.encode())
        (pack / file).write_bytes(raw[:at] + content + raw[at:])

    return write


def removed(file: str) -> Callable[[Path], None]:
    return lambda pack: (pack / file).unlink()


def link_outside(pack: Path) -> None:
    secret = pack.parent.parent / "secret.png"
    secret.write_bytes(good_pack.files()["media/logo.png"])
    (pack / "media" / "harvest.png").unlink()
    (pack / "media" / "harvest.png").symlink_to(secret)


def folder_outside(pack: Path) -> None:
    elsewhere = pack.parent.parent / "elsewhere"
    (pack / "media").rename(elsewhere)
    (pack / "media").symlink_to(elsewhere, target_is_directory=True)


def text_linked_outside(pack: Path) -> None:
    elsewhere = pack.parent.parent / "words.toml"
    (pack / "text" / "zh-CN.toml").rename(elsewhere)
    (pack / "text" / "zh-CN.toml").symlink_to(elsewhere)


def pipe(pack: Path) -> None:
    (pack / "media" / "harvest.png").unlink()
    os.mkfifo(pack / "media" / "harvest.png")


def thousand_scenes(pack: Path) -> None:
    scene = '[[scenes]]\nid = "s{}"\nkind = "story"\npicture = "media/land.webp"\n'
    more = "\n".join(scene.format(number) for number in range(1000))
    good_pack.edit(pack, "winery.toml", "[[wines]]", f"{more}\n[[wines]]")


class Case(NamedTuple):
    """What breaks a pack and the finding that must come of it."""

    name: str
    breaks: Callable[[Path], None]
    code: Code
    where: str
    key: str
    passage: str | None  # on the line that is named; None: no line


REFUSED = [
    Case(
        "missing file",
        removed("media/land.webp"),
        Code.FILE_MISSING,
        "winery.toml",
        "scenes.land.picture",
        'picture = "media/land.webp"\nportrait',
    ),
    Case(
        "empty file",
        written("media/harvest.png", b""),
        Code.FILE_EMPTY,
        "winery.toml",
        "scenes.harvest.picture",
        PICTURE,
    ),
    Case(
        "wrong type",
        replaced("winery.toml", "alcohol = 13.5", 'alcohol = "13.5"'),
        Code.WRONG_TYPE,
        "winery.toml",
        "wines.crianza.alcohol",
        "alcohol",
    ),
    Case(
        "truth for a number",
        replaced("winery.toml", "weight = 2", "weight = true"),
        Code.WRONG_TYPE,
        "winery.toml",
        "scenes.press.weight",
        "weight",
    ),
    Case(
        "scenes as a table",
        replaced("text/zh-CN.toml", '[winery]\nname = "红土酒庄"', 'winery = "x"\n[w]\nname = "y"'),
        Code.WRONG_TYPE,
        "text/zh-CN.toml",
        "winery",
        "winery",
    ),
    Case(
        "not a number",
        replaced("winery.toml", "latitude = 42.57", "latitude = nan"),
        Code.OUT_OF_RANGE,
        "winery.toml",
        "origin.latitude",
        "latitude",
    ),
    Case(
        "huge number",
        replaced("winery.toml", "weight = 2", "weight = " + "9" * 4000),
        Code.OUT_OF_RANGE,
        "winery.toml",
        "scenes.press.weight",
        "weight",
    ),
    Case(
        "number beyond the parser",
        replaced("winery.toml", "weight = 2", "weight = " + "9" * 6000),
        Code.TOML_SYNTAX,
        "winery.toml",
        "",
        None,
    ),
    Case(
        "broken UTF-8",
        inserted("text/zh-CN.toml", "line = ", b"\xff\xfe"),
        Code.NOT_UTF8,
        "text/zh-CN.toml",
        "",
        "line = ",
    ),
    Case(
        "NUL byte",
        inserted("text/zh-CN.toml", "line = ", b"\x00"),
        Code.CONTROL_CHARACTER,
        "text/zh-CN.toml",
        "",
        "line = ",
    ),
    Case(
        "escaped NUL",
        replaced("text/zh-CN.toml", 'title = "压榨"', 'title = "\\u0000"'),
        Code.CONTROL_CHARACTER,
        "text/zh-CN.toml",
        "scenes.press.title",
        'title = "\\u0000"',
    ),
    Case(
        "reversed text",
        replaced("text/zh-CN.toml", 'title = "压榨"', 'title = "\\u202e压榨"'),
        Code.CONTROL_CHARACTER,
        "text/zh-CN.toml",
        "scenes.press.title",
        'title = "\\u202e',
    ),
    Case(
        "broken TOML",
        replaced("winery.toml", 'texture = "clay"', 'texture = "clay'),
        Code.TOML_SYNTAX,
        "winery.toml",
        "",
        "texture",
    ),
    Case(
        "endless text",
        replaced("text/zh-CN.toml", 'line = "慢慢压。"', 'line = "' + "压" * 100_000 + '"'),
        Code.TEXT_TOO_LONG,
        "text/zh-CN.toml",
        "scenes.press.line",
        'line = "压压',
    ),
    Case(
        "script of 601",
        replaced("text/zh-CN.toml", "陈酿要等两年。", "等" * 601),
        Code.TEXT_TOO_LONG,
        "text/zh-CN.toml",
        "scenes.crianza.script",
        'script = "等等',
    ),
    Case(
        "endless file",
        inserted("text/zh-CN.toml", "[winery]", b"# " + b"x" * 600_000 + b"\n"),
        Code.FILE_TOO_LARGE,
        "text/zh-CN.toml",
        "",
        None,
    ),
    Case(
        "deep brackets",
        replaced("winery.toml", "weight = 2", f"deep = {'[' * 5000}{']' * 5000}"),
        Code.TOO_DEEP,
        "winery.toml",
        "",
        "deep",
    ),
    Case(
        "deep key",
        replaced("winery.toml", "weight = 2", "a" + ".a" * 50_000 + " = 1"),
        Code.TOO_DEEP,
        "winery.toml",
        "",
        "a.a.a",
    ),
    Case(
        "endless keys",
        replaced("winery.toml", "weight = 2", "\n".join(f"k{n} = 1" for n in range(11_000))),
        Code.TOO_MANY,
        "winery.toml",
        "",
        None,
    ),
    Case("thousand scenes", thousand_scenes, Code.TOO_MANY, "winery.toml", "scenes", "[[scenes]]"),
    Case(
        "path up",
        replaced("winery.toml", PICTURE, PICTURE.replace("media/", "../../")),
        Code.PATH_OUTSIDE,
        "winery.toml",
        "scenes.harvest.picture",
        'picture = "../../harvest.png"',
    ),
    Case(
        "absolute path",
        replaced("winery.toml", PICTURE, PICTURE.replace("media/", "/etc/")),
        Code.PATH_OUTSIDE,
        "winery.toml",
        "scenes.harvest.picture",
        'picture = "/etc/',
    ),
    Case(
        "drive letter",
        replaced("winery.toml", PICTURE, PICTURE.replace("media/", "C:/")),
        Code.PATH_FORM,
        "winery.toml",
        "scenes.harvest.picture",
        'picture = "C:/',
    ),
    Case(
        "text as picture",
        replaced("winery.toml", PICTURE, PICTURE.replace("media/harvest.png", "winery.toml")),
        Code.FILE_KIND,
        "winery.toml",
        "scenes.harvest.picture",
        'picture = "winery.toml"',
    ),
    Case(
        "bad link",
        replaced("winery.toml", "https://live.douyin.com/", "snssdk1128://live/"),
        Code.LINK_SCHEME,
        "winery.toml",
        "rooms.douyin.url",
        "url = ",
    ),
    Case(
        "malformed hour",
        replaced("winery.toml", 'from = "15:00"', 'from = "25:00"'),
        Code.BAD_TIME,
        "winery.toml",
        "rooms.douyin.timetable[1].from",
        "25:00",
    ),
    Case(
        "malformed date",
        replaced("winery.toml", '"2026-11-28"', '"2026-02-30"'),
        Code.BAD_DATE,
        "winery.toml",
        "rooms.douyin.timetable[2].dates",
        "2026-02-30",
    ),
    Case(
        "unknown wine",
        replaced("winery.toml", 'wine = "crianza"', 'wine = "crianca"'),
        Code.WINE_UNKNOWN,
        "winery.toml",
        "scenes.crianza.wine",
        'wine = "crianca"',
    ),
    Case(
        "same id twice",
        replaced("winery.toml", 'id = "press"', 'id = "land"'),
        Code.ID_TWICE,
        "winery.toml",
        "scenes.land.id",
        'id = "land"\nkind = "process"',
    ),
    Case(
        "no default language",
        removed("text/zh-CN.toml"),
        Code.FILE_MISSING,
        "text/zh-CN.toml",
        "",
        None,
    ),
]
LINKED = [
    Case(
        "link outside",
        link_outside,
        Code.LINK_OUTSIDE,
        "winery.toml",
        "scenes.harvest.picture",
        PICTURE,
    ),
    Case(
        "folder outside",
        folder_outside,
        Code.LINK_OUTSIDE,
        "winery.toml",
        "scenes.land.picture",
        'picture = "media/land.webp"\nportrait',
    ),
    Case("words outside", text_linked_outside, Code.LINK_OUTSIDE, "text/zh-CN.toml", "", None),
    Case(
        "pipe that never ends",
        pipe,
        Code.FILE_UNREADABLE,
        "winery.toml",
        "scenes.harvest.picture",
        PICTURE,
    ),
]
if sys.platform != "win32":
    REFUSED += LINKED


@pytest.mark.parametrize("case", REFUSED, ids=[case.name for case in REFUSED])
def test_bad_pack_is_refused_precisely_and_the_rest_plays(tmp_path: Path, case: Case) -> None:
    folder = tmp_path / "library"
    good_pack.write(folder, "good-one", media=False)
    bad = good_pack.write(folder, "bad-one", media=False)
    good_pack.write(folder, "good-two", media=False)
    case.breaks(bad)

    pack, findings = inspect_pack(bad)

    assert pack is None
    found = {(f.code, f.where, f.key): f for f in findings if f.refused}
    assert (case.code, case.where, case.key) in found
    if case.passage is not None:
        raw = (bad / case.where).read_bytes()
        line = raw.count(b"\n", 0, raw.index(case.passage.encode())) + 1
        assert found[case.code, case.where, case.key].line == line
    assert_the_rest_plays(folder)


def assert_the_rest_plays(folder: Path) -> None:
    library = Library(folder)
    shown = []
    for pack_id in library.ids():
        try:
            shown.append(library.load(pack_id).id)
        except PackError:
            continue
    assert shown == ["good-one", "good-two"]
    assert library.ids() == ["good-one", "good-two"]
    assert list(library.set_aside) == ["bad-one"]
    error = library.set_aside["bad-one"]
    assert isinstance(error, BadPackError)
    assert any(finding.refused for finding in error.findings)
