"""The published JSON Schemas say the same as the reader."""

from __future__ import annotations

import json
import tomllib
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kiosk.packs.read import inspect_pack
from tests import explored_pack, good_pack

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "kiosk" / "packs" / "schema"
DEMONSTRATION = sorted(path.parent for path in (ROOT / "content/wineries").glob("*/winery.toml"))


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def plain(value: Any) -> Any:
    """TOML's own dates and times as an editor's validator sees them."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, time):
        return value.isoformat("minutes")
    return value.isoformat() if isinstance(value, date) else value


def complaints(file: Path) -> list[str]:
    name = "winery" if file.name == "winery.toml" else "text"
    data = plain(tomllib.loads(file.read_text(encoding="utf-8")))
    return [error.json_path for error in validator(name).iter_errors(data)]


def test_there_are_five_demonstration_packs() -> None:
    assert len(DEMONSTRATION) >= 5


@pytest.mark.parametrize("pack", DEMONSTRATION, ids=[pack.name for pack in DEMONSTRATION])
def test_demonstration_pack_follows_the_schemas(pack: Path) -> None:
    for file in (pack / "winery.toml", *sorted((pack / "text").glob("*.toml"))):
        assert complaints(file) == [], file


GOOD = [
    ("winery.toml", "alcohol = 13.5", "alcohol = 14"),
    ("winery.toml", "vintage = 2020\n", ""),
    ("winery.toml", 'id = "harvest"', 'id = "harvest"\ndiagram = "picking"'),
    ("winery.toml", "weight = 2", "living = [{ kind = 'mist', area = [0, 0.7, 1, 0.2] }]"),
    ("winery.toml", "weight = 2", "living = []"),
    ("winery.toml", "weight = 2", "depth = {}"),
    ("winery.toml", "weight = 2", "weight = 0"),
    ("winery.toml", 'from = "15:00"', "from = 15:00:00"),
    ("winery.toml", 'dates = ["2026-11-28"]', "dates = [2026-11-28]"),
    ("winery.toml", 'clip = "media/land.mp4"\n', ""),
    ("winery.toml", "https://live.douyin.com/100000000001", "https://www.tiktok.com/@red/live"),
    ("winery.toml", '[voices]\nzh-CN = "kokoro:zf_xiaoxiao"', ""),
    ("winery.toml", "[voices]", '[sound]\nbed = "media/bed.ogg"\n[voices]'),
    ("winery.toml", "[voices]", "[sound]\n[voices]"),
    ("winery.toml", "alcohol = 13.5", 'alcohol = 13\nroom = "douyin"'),
    ("winery.toml", "alcohol = 13.5", 'alcohol = 13\nlink = "https://v.douyin.com/crianza/"'),
    ("winery.toml", 'id = "douyin"\n', 'id = "douyin"\nplay = "https://a.example.com/b.m3u8?c=1"\n'),
    ("winery.toml", 'days = ["mon", "tue"]', 'days = ["mon"], except = ["2026-11-30"]'),
    ("text/en.toml", 'nose = "Cherry, liquorice"\n', ""),
    ("text/zh-CN.toml", 'script = "陈酿要等两年。"', 'script = ""'),
]
BAD = [
    ("winery.toml", "format = 1", "format = 2"),
    ("winery.toml", 'id = "red-clay"', 'id = "Red Clay"'),
    ("winery.toml", 'version = "1.0.0"', 'version = "one"'),
    ("winery.toml", '["zh-CN", "en"]', "[]"),
    ("winery.toml", '["zh-CN", "en"]', '["zh-CN", "zh-CN"]'),
    ("winery.toml", '["zh-CN", "en"]', '["Chinese"]'),
    ("winery.toml", 'presenter = "hostess"\n', ""),
    ("winery.toml", 'country = "ES"', 'country = "Spain"'),
    ("winery.toml", "latitude = 42.57", "latitude = 95"),
    ("winery.toml", '"#1d1512"', '"brown"'),
    ("winery.toml", 'accent = "#a8452c"\n', ""),
    ("winery.toml", 'texture = "clay"', 'texture = "velvet"'),
    ("winery.toml", '"kokoro:zf_xiaoxiao"', '"zf_xiaoxiao"'),
    ("winery.toml", "[voices]", '[sound]\nbed = "media/bed.mp3"\n[voices]'),
    ("winery.toml", "[voices]", "[sound]\nbed = 1\n[voices]"),
    ("winery.toml", 'kind = "story"', 'kind = "tale"'),
    ("winery.toml", 'wine = "crianza"\n', ""),
    ("winery.toml", 'picture = "media/harvest.png"\nfocus = [0.5, 0.5]\nweight = 2', ""),
    ("winery.toml", "focus = [0.42, 0.40]", "focus = [42, 40]"),
    ("winery.toml", "focus = [0.42, 0.40]", "focus = [0.42]"),
    ("winery.toml", "weight = 2", "weight = 10"),
    ("winery.toml", 'id = "harvest"', 'id = "harvest"\ndiagram = "cooking"'),
    ("winery.toml", "weight = 2", "living = [{ kind = 'smoke', area = [0, 0.7, 1, 0.2] }]"),
    ("winery.toml", "weight = 2", "living = [{ kind = 'mist', area = [0, 0.7, 1] }]"),
    ("winery.toml", "weight = 2", "living = [{ kind = 'mist', area = [0, 0, 9, 1] }]"),
    ("winery.toml", "weight = 2", "living = [{ kind = 'mist' }]"),
    ("winery.toml", "weight = 2", "weight = 1.5"),
    ("winery.toml", '"media/land.mp4"', '"media/land.avi"'),
    ("winery.toml", '"media/land.mp4"', '"../land.mp4"'),
    ("winery.toml", '"media/logo.png"', '"/media/logo.png"'),
    ("winery.toml", '"media/logo.png"', '"media\\\\logo.png"'),
    ("winery.toml", "vintage = 2020", 'vintage = "2020"'),
    ("winery.toml", "serve = [16, 18]", "serve = 17"),
    ("winery.toml", "alcohol = 13.5\n", ""),
    ("winery.toml", "https://live", "http://live"),
    ("winery.toml", "https://live", "https://user@live"),
    ("winery.toml", "live.douyin.com/", "live.douyin.com:8443/"),
    ("winery.toml", "live.douyin.com/", "192.168.1.9/"),
    ("winery.toml", 'id = "douyin"\nurl = "https://live.douyin.com/100000000001"', 'id = "douyin"'),
    ("winery.toml", 'days = ["mon", "tue"]', 'days = ["monday"]'),
    ("winery.toml", 'to = "23:00"', 'to = "11 pm"'),
    ("winery.toml", 'days = ["mon", "tue"]', 'except = ["tomorrow"]'),
    ("winery.toml", "alcohol = 13.5", "alcohol = 13\nroom = 1"),
    ("winery.toml", "alcohol = 13.5", 'alcohol = 13\nlink = "http://v.douyin.com/crianza/"'),
    ("winery.toml", 'id = "douyin"\n', 'id = "douyin"\nplay = "https://a.example.com/b.mp4"\n'),
    ("winery.toml", 'id = "douyin"\n', 'id = "douyin"\nplay = "rtmp://a.example.com/b.flv"\n'),
    ("text/en.toml", 'title = "Red Clay"', "title = 1"),
    ("text/en.toml", 'title = "Red Clay"', f'title = "{"x" * 61}"'),
    ("text/en.toml", 'script = "A Crianza', f'script = "{"x" * 600}'),
    ("text/en.toml", '["Cumin lamb", "Red-braised pork"]', str(["x"] * 9)),
    ("text/en.toml", '["Cumin lamb", "Red-braised pork"]', '"Cumin lamb"'),
    ("text/en.toml", '"clay" = "/kleɪ/"', '"clay" = 1'),
]


def sample_id(sample: tuple[str, str, str]) -> str:
    return sample[2][:30] or f"no {sample[1][:27]}"


@pytest.mark.parametrize("sample", GOOD, ids=sample_id)
def test_reader_and_schema_accept(tmp_path: Path, sample: tuple[str, str, str]) -> None:
    pack = good_pack.write(tmp_path, media=False)
    good_pack.edit(pack, *sample)
    read, findings = inspect_pack(pack)
    assert read is not None, findings
    assert complaints(pack / sample[0]) == []


@pytest.mark.parametrize("sample", BAD, ids=sample_id)
def test_reader_and_schema_refuse(tmp_path: Path, sample: tuple[str, str, str]) -> None:
    pack = good_pack.write(tmp_path, media=False)
    good_pack.edit(pack, *sample)
    read, findings = inspect_pack(pack)
    assert read is None
    assert sample[0] in {finding.where for finding in findings if finding.refused}
    assert complaints(pack / sample[0]) != []


def test_unknown_key_is_marked_by_the_editor_too(tmp_path: Path) -> None:
    pack = good_pack.write(tmp_path, media=False)
    good_pack.edit(pack, "winery.toml", "weight = 2", "wieght = 2")
    assert complaints(pack / "winery.toml") == ["$.scenes[2]"]


EXPLORED_GOOD = [
    ("winery.toml", explored_pack.FLAVOUR, ""),
    ("winery.toml", "heading = 30\n", ""),
    ("winery.toml", "heading = 30\n", "heading = -12.5\n"),
    ("winery.toml", 'scene = "press"\n', ""),
    ("text/en.toml", 'keywords = ["barrel", "wood"]\n', ""),
    ("text/zh-CN.toml", '"透气" = "tou4 qi4"\n', ""),
]
EXPLORED_BAD = [
    ("winery.toml", "oak = 2", "oak = 6"),
    ("winery.toml", "oak = 2", "oak = 0"),
    ("winery.toml", "oak = 2", "oak = 1.5"),
    ("winery.toml", ", oak = 2", ""),
    ("winery.toml", '"making"', '"cooking"'),
    ("winery.toml", 'topic = "making"\n', ""),
    ("winery.toml", 'id = "oak-why"', 'id = "Oak"'),
    ("winery.toml", 'panorama = "media/cellar-360.png"\n', ""),
    ("winery.toml", "cellar-360.png", "cellar-360.gif"),
    ("winery.toml", "heading = 30", "heading = 361"),
    ("winery.toml", 'spots = [{ at = [0, 10.5], to = "vineyard" }]', "spots = []"),
    ("winery.toml", "[0, 10.5]", "[0, 91]"),
    ("winery.toml", "[0, 10.5]", "[-181, 0]"),
    ("winery.toml", "[0, 10.5]", "[0, 1, 2]"),
    ("winery.toml", ', to = "vineyard"', ""),
    ("winery.toml", ', to = "vineyard"', ', to = "vineyard", scene = "land"'),
    ("text/en.toml", "Why oak barrels?", "x" * 81),
    ("text/en.toml", "The Crianza: its tannin", "x" * 400),
    ("text/en.toml", '["barrel", "wood"]', str(["x"] * 13)),
    ("text/en.toml", '"barrel"', '""'),
    ("text/en.toml", '"The cellar"', f'"{"x" * 41}"'),
]


@pytest.mark.parametrize("sample", EXPLORED_GOOD, ids=sample_id)
def test_reader_and_schema_accept_what_is_explored(
    tmp_path: Path, sample: tuple[str, str, str]
) -> None:
    pack = explored_pack.write(tmp_path, media=False)
    good_pack.edit(pack, *sample)
    read, findings = inspect_pack(pack)
    assert read is not None, findings
    for file in ("winery.toml", "text/zh-CN.toml", "text/en.toml"):
        assert complaints(pack / file) == []


@pytest.mark.parametrize("sample", EXPLORED_BAD, ids=sample_id)
def test_reader_and_schema_refuse_what_is_explored(
    tmp_path: Path, sample: tuple[str, str, str]
) -> None:
    pack = explored_pack.write(tmp_path, media=False)
    good_pack.edit(pack, *sample)
    assert inspect_pack(pack)[0] is None
    assert complaints(pack / sample[0]) != []
