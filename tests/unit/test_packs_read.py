"""Reading a pack: values, defaults, and the fall-back from language to language."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, time
from pathlib import Path

import pytest

from kiosk.errors import PackError
from kiosk.packs.codes import Code
from kiosk.packs.findings import Finding, Severity
from kiosk.packs.model import Diagram, Focus, SceneKind, Window
from kiosk.packs.read import BadPackError, inspect_pack, read_pack
from tests import good_pack


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return good_pack.write(tmp_path, media=False)


def codes(folder: Path) -> list[tuple[Code, str]]:
    return [(finding.code, finding.key) for finding in inspect_pack(folder)[1]]


def test_good_pack_has_no_findings(pack: Path) -> None:
    assert codes(pack) == []


def test_facts_arrive_as_they_are_written(pack: Path) -> None:
    read = read_pack(pack)
    assert (read.id, read.version, read.languages) == ("red-clay", "1.0.0", ("zh-CN", "en"))
    assert read.root == pack.resolve()
    assert read.logo == read.root / "media" / "logo.png"
    assert (read.origin.country, read.origin.latitude) == ("ES", 42.57)
    assert (read.theme.ground, read.theme.texture) == ("#1d1512", "clay")
    assert read.voices == {"zh-CN": "kokoro:zf_xiaoxiao"}
    assert [scene.id for scene in read.scenes] == ["land", "harvest", "press", "crianza", "live"]
    assert [scene.step for scene in read.scenes] == [0, 1, 2, 0, 0]
    assert [scene.weight for scene in read.scenes] == [1, 1, 2, 1, 1]
    wine = read.wine("crianza")
    assert (wine.vintage, wine.alcohol, wine.serve) == (2020, 13.5, (16, 18))


def test_a_clip_has_a_frame_of_its_own_for_upright_screens(pack: Path) -> None:
    wide = 'clip = "media/land.mp4"'
    good_pack.edit(pack, "winery.toml", wide, wide + '\nportrait_clip = "media/tall.mp4"')
    (pack / "media" / "tall.mp4").write_bytes(good_pack.clip(size=(180, 320)))
    clip = read_pack(pack).scenes[0].clip
    assert clip is not None
    assert clip.portrait == pack.resolve() / "media" / "tall.mp4"


def test_pictures_keep_their_frames_and_focus(pack: Path) -> None:
    harvest_only = 'focus = [0.5, 0.5]\n\n[[scenes]]\nid = "press"'
    good_pack.edit(pack, "winery.toml", harvest_only, harvest_only.replace("0.5, 0.5", "0.7, 0.2"))
    land, harvest = read_pack(pack).scenes[:2]
    assert land.picture.portrait == pack.resolve() / "media" / "land-portrait.jpg"
    assert (land.picture.focus, land.picture.portrait_focus) == (Focus(0.42, 0.4), Focus(0.5, 0.3))
    assert land.clip is not None
    assert land.clip.path.name == "land.mp4"
    assert land.clip.portrait is None
    # Without a frame of its own, an upright screen crops the same picture at the same subject.
    assert harvest.picture.portrait is None
    assert harvest.picture.portrait_focus == harvest.picture.focus == Focus(0.7, 0.2)


def test_wine_scene_shows_its_wines_picture(pack: Path) -> None:
    read = read_pack(pack)
    scene = read.scene("crianza")
    assert scene.kind is SceneKind.WINE
    assert scene.picture == read.wine("crianza").picture


def test_windows_are_hours_days_and_dates(pack: Path) -> None:
    read = read_pack(pack)
    assert read.scenes[0].windows == (Window(time(22), time(2), frozenset({5, 6})),)
    assert read.rooms[0].timetable == (
        Window(time(15), time(17), frozenset({1, 2})),
        Window(time(20), time(23), dates=frozenset({date(2026, 11, 28)})),
    )


def test_midnight_may_be_written_24(pack: Path) -> None:
    good_pack.edit(pack, "winery.toml", 'to = "23:00"', 'to = "24:00"')
    assert read_pack(pack).rooms[0].timetable[1].end == time(0)


def test_room_has_the_platform_of_its_link(pack: Path) -> None:
    assert read_pack(pack).rooms[0].platform == "douyin"


def test_room_may_be_an_image_from_the_app(pack: Path) -> None:
    url = 'url = "https://live.douyin.com/100000000001"'
    image = 'image = "media/logo.png"\nplatform = "wechat-channels"'
    good_pack.edit(pack, "winery.toml", url, image)
    room = read_pack(pack).rooms[0]
    assert (room.platform, room.url) == ("wechat-channels", "")
    assert room.image == pack.resolve() / "media" / "logo.png"


def test_words_arrive_in_every_language(pack: Path) -> None:
    words = read_pack(pack).words
    assert list(words) == ["zh-CN", "en"]
    assert words["en"].scenes["land"].title == "Red Clay"
    assert words["en"].scenes["land"].readings == (("clay", "/kleɪ/"),)
    assert words["zh-CN"].readings == (("里奥哈", "li3 ao4 ha1"),)
    assert words["en"].wines["crianza"].pairing == ("Cumin lamb", "Red-braised pork")
    assert words["en"].grapes == {"tempranillo": "Tempranillo"}
    assert words["zh-CN"].scenes["land"].script.count("\n") == 1


def test_windows_line_ends_and_a_byte_order_mark_are_welcome(pack: Path) -> None:
    for name in ("winery.toml", "text/en.toml"):
        raw = (pack / name).read_bytes()
        (pack / name).write_bytes(b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n"))
    assert codes(pack) == []


@pytest.mark.parametrize(
    ("old", "key"),
    [
        ('title = "By Hand"\n', "scenes.harvest.title"),
        ('line = "One bunch, one cut."\n', "scenes.harvest.line"),
        ('script = "Late in September, picking starts at first light."\n', "scenes.harvest.script"),
    ],
)
def test_incomplete_scene_falls_back_whole(pack: Path, old: str, key: str) -> None:
    good_pack.edit(pack, "text/en.toml", old, "")
    words = read_pack(pack).words["en"]
    assert words.scenes["harvest"] == read_pack(pack).words["zh-CN"].scenes["harvest"]
    assert words.scenes["harvest"].language == "zh-CN"
    assert words.scenes["land"].language == "en"
    assert codes(pack) == [(Code.TEXT_MISSING, key)]


def test_missing_scene_and_wine_fall_back(pack: Path) -> None:
    good_pack.edit(pack, "text/en.toml", "[scenes.press]", "[scenes.pres]")
    good_pack.edit(pack, "text/en.toml", "[wines.crianza]", "[wines.crianca]")
    read, findings = inspect_pack(pack)
    assert read is not None
    assert read.words["en"].scenes["press"].language == "zh-CN"
    assert read.words["en"].wines["crianza"].name == "红土陈酿"
    assert {(f.code, f.key, f.details.get("suggestion")) for f in findings} == {
        (Code.TEXT_MISSING, "scenes.press", None),
        (Code.TEXT_UNUSED, "scenes.pres", "press"),
        (Code.TEXT_MISSING, "wines.crianza", None),
        (Code.TEXT_UNUSED, "wines.crianca", "crianza"),
    }


def test_missing_language_shows_the_default_one(pack: Path) -> None:
    (pack / "text" / "en.toml").unlink()
    words = read_pack(pack).words["en"]
    assert (words.language, words.name) == ("en", "红土酒庄")
    assert words.scenes["land"].language == "zh-CN"
    assert codes(pack) == [(Code.LANGUAGE_MISSING, "languages")]


def test_missing_name_shows_the_id(pack: Path) -> None:
    for file in ("text/zh-CN.toml", "text/en.toml"):
        name = "丹魄" if "zh" in file else "Tempranillo"
        good_pack.edit(pack, file, f'tempranillo = "{name}"\n', "")
    assert read_pack(pack).words["en"].grapes == {"tempranillo": "Tempranillo"}
    assert codes(pack)[0] == (Code.NAME_MISSING, "grapes.tempranillo")


def test_silence_must_be_meant(pack: Path) -> None:
    good_pack.edit(pack, "text/zh-CN.toml", 'script = "陈酿要等两年。"', "")
    assert codes(pack) == [(Code.SCRIPT_MISSING, "scenes.crianza.script")]
    text = (pack / "text/zh-CN.toml").read_text(encoding="utf-8")
    silent = text.replace('十四个月在橡木桶里。"\n', "十四个月在橡木桶里。\"\nscript = ''\n")
    (pack / "text/zh-CN.toml").write_text(silent, encoding="utf-8")
    assert codes(pack) == []


def test_default_language_needs_a_title(pack: Path) -> None:
    good_pack.edit(pack, "text/zh-CN.toml", 'title = "压榨"\n', "")
    with pytest.raises(BadPackError) as caught:
        read_pack(pack)
    assert [(f.code, f.key) for f in caught.value.findings if f.refused] == [
        (Code.KEY_MISSING, "scenes.press.title")
    ]


def test_wine_scene_takes_the_wines_name_as_title(pack: Path) -> None:
    good_pack.edit(pack, "text/zh-CN.toml", 'title = "陈酿"\n', "")
    assert read_pack(pack).words["zh-CN"].scenes["crianza"].title == "红土陈酿"


def test_a_pack_without_rooms_cannot_promote_one(pack: Path) -> None:
    text = (pack / "winery.toml").read_text(encoding="utf-8")
    (pack / "winery.toml").write_text(
        text[: text.index("[[rooms]]")].replace('room = "douyin"\n', ""), encoding="utf-8"
    )
    assert (Code.NO_ROOM, "scenes.live") in codes(pack)


def test_something_must_loop(pack: Path) -> None:
    text = (pack / "winery.toml").read_text(encoding="utf-8").replace("weight = 2", "")
    (pack / "winery.toml").write_text(text.replace('kind = "', 'weight = 0\nkind = "'), "utf-8")
    assert (Code.NOTHING_LOOPS, "scenes") in codes(pack)


def test_a_step_names_its_diagram(pack: Path) -> None:
    good_pack.edit(pack, "winery.toml", 'id = "harvest"', 'id = "harvest"\ndiagram = "picking"')
    scene = read_pack(pack).scene("harvest")
    assert scene.diagram is Diagram.PICKING
    assert read_pack(pack).scene("land").diagram is None


def test_a_diagram_elsewhere_is_a_warning_and_not_shown(pack: Path) -> None:
    good_pack.edit(pack, "winery.toml", 'id = "land"', 'id = "land"\ndiagram = "picking"')
    assert codes(pack) == [(Code.DIAGRAM_MISPLACED, "scenes.land.diagram")]
    assert read_pack(pack).scene("land").diagram is None


def test_an_unknown_diagram_is_refused(pack: Path) -> None:
    good_pack.edit(pack, "winery.toml", 'id = "harvest"', 'id = "harvest"\ndiagram = "pickng"')
    assert (Code.BAD_CHOICE, "scenes.harvest.diagram") in codes(pack)


def test_folder_and_id_agree(pack: Path) -> None:
    renamed = pack.rename(pack.with_name("other-name"))
    assert codes(renamed) == [(Code.ID_NOT_FOLDER, "id")]


@pytest.mark.parametrize("name", ["nowhere", "a-file"])
def test_no_pack_at_all(tmp_path: Path, name: str) -> None:
    (tmp_path / "a-file").write_text("x")
    read, findings = inspect_pack(tmp_path / name)
    assert read is None
    assert [finding.code for finding in findings] == [Code.PACK_MISSING]


def test_empty_folder(tmp_path: Path) -> None:
    assert codes(tmp_path) == [(Code.FILE_MISSING, "")]


def test_a_thousand_unknown_keys_are_cut_short(pack: Path) -> None:
    many = "".join(f"key{number} = 1\n" for number in range(5000))
    good_pack.edit(pack, "winery.toml", "format = 1\n", "format = 1\n" + many)
    read, findings = inspect_pack(pack)
    assert read is not None
    assert len(findings) == 200


def test_start_up_imports_stay_light() -> None:
    heavy = {"cv2", "numpy", "PIL", "fontTools", "jsonschema", "soundfile", "difflib"}
    program = (
        "import sys, kiosk.packs.library\n"
        f"print(sorted(name for name in {heavy!r} if name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "[]"


def test_unknown_key_is_a_warning_with_the_name_that_was_meant(tmp_path: Path) -> None:
    pack = good_pack.write(tmp_path, media=False)
    good_pack.edit(pack, "winery.toml", "weight = 2", "wieght = 2")
    read, findings = inspect_pack(pack)
    assert read is not None
    line = good_pack.line_of(pack, "winery.toml", "wieght")
    details: dict[str, str | int | float] = {"suggestion": "weight"}
    assert findings == [
        Finding(
            Code.KEY_UNKNOWN, Severity.WARNING, "winery.toml", "scenes.press.wieght", line, details
        )
    ]


@pytest.mark.parametrize("file", ["media/land.mp4", "media/land-portrait.jpg", "media/logo.png"])
def test_missing_file_with_a_fall_back_is_a_warning(tmp_path: Path, file: str) -> None:
    pack = good_pack.write(tmp_path, media=False)
    (pack / file).unlink()
    read, findings = inspect_pack(pack)
    assert read is not None
    assert [(f.code, f.refused, f.details["file"]) for f in findings] == [
        (Code.FILE_MISSING, False, file)
    ]


def test_refusal_reads_as_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    pack = good_pack.write(tmp_path, media=False)
    (pack / "media" / "harvest.png").unlink()
    line = good_pack.line_of(pack, "winery.toml", 'picture = "media/harvest.png"')
    with pytest.raises(PackError) as caught:
        read_pack(pack)
    assert str(caught.value) == (
        f"red-clay/winery.toml:{line} scenes.harvest.picture: The file “media/harvest.png” is "
        "not in the pack; copy it into the pack, or correct the name; capital and small letters "
        "count."
    )
    assert caught.value.exit_code == 2
