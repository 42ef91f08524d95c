"""``kiosk check``: what it prints, what it returns, and what it says of the narration."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import pytest

from kiosk.commands import check as command
from kiosk.narration.shelf import FOLDER, key_of
from kiosk.narration.track import Track, write_track
from kiosk.packs.codes import Code
from kiosk.packs.read import read_pack
from tests import good_pack


def silent_pack(library: Path, pack_id: str = "red-clay") -> Path:
    """A good pack that says nothing, so that there is no voice to miss."""
    pack = good_pack.write(library, pack_id)
    for file in (pack / "text").iterdir():
        text = file.read_text(encoding="utf-8")
        quiet = re.sub(r'(?s)script = (""".*?"""|".*?")', 'script = ""', text)
        file.write_text(quiet, encoding="utf-8")
    return pack


def bake(pack: Path, *languages: str) -> None:
    """Put a voice for every script of these languages on the pack's shelf."""
    read = read_pack(pack)
    for language in languages:
        for scene in read.scenes:
            key = key_of(read, scene.id, language)
            write_track(pack / FOLDER / f"{key}.json", Track(key, language, "kokoro:x", 1.0))
            (pack / FOLDER / f"{key}.ogg").write_bytes(b"x")


def narration(pack: Path) -> list[tuple[Code, str, str]]:
    return [(f.code, f.where, f.key) for f in command.check_narration(pack)]


def test_every_script_without_a_voice_is_named(tmp_path: Path) -> None:
    pack = good_pack.write(tmp_path, media=False)
    bake(pack, "zh-CN")
    scenes = ("land", "harvest", "press", "crianza", "live")
    assert narration(pack) == [
        (Code.NARRATION_MISSING, "text/en.toml", f"scenes.{scene}.script") for scene in scenes
    ]
    line = good_pack.line_of(pack, "text/en.toml", 'script = "The mountain')
    assert command.check_narration(pack)[0].line == line


def test_a_complete_shelf_is_fine(tmp_path: Path) -> None:
    pack = good_pack.write(tmp_path, media=False)
    bake(pack, "zh-CN", "en")
    assert narration(pack) == []


def test_changed_script_has_an_old_voice(tmp_path: Path) -> None:
    pack = good_pack.write(tmp_path, media=False)
    bake(pack, "zh-CN", "en")
    good_pack.edit(pack, "text/en.toml", "A Crianza waits two years.", "A Crianza waits long.")
    assert narration(pack) == [(Code.NARRATION_STALE, "text/en.toml", "scenes.crianza.script")]


def test_damaged_track_counts_as_missing(tmp_path: Path) -> None:
    pack = good_pack.write(tmp_path, media=False)
    bake(pack, "zh-CN", "en")
    key = key_of(read_pack(pack), "live", "en")
    (pack / FOLDER / f"{key}.json").write_text("{")
    assert narration(pack) == [(Code.NARRATION_MISSING, "text/en.toml", "scenes.live.script")]


def test_scene_in_the_default_language_is_missed_once(tmp_path: Path) -> None:
    pack = good_pack.write(tmp_path, media=False)
    good_pack.edit(pack, "text/en.toml", "[scenes.press]", "[scenes.other]")
    assert ("text/en.toml", "scenes.press.script") not in {at[1:] for at in narration(pack)}
    assert (Code.NARRATION_MISSING, "text/zh-CN.toml", "scenes.press.script") in narration(pack)


def test_refused_pack_has_no_voices_to_miss(tmp_path: Path) -> None:
    pack = good_pack.write(tmp_path, media=False)
    (pack / "winery.toml").unlink()
    assert narration(pack) == []


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    code = command.run(parser.parse_args(arguments))
    return code, capsys.readouterr().out


def test_command_says_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = silent_pack(tmp_path)
    assert run(capsys, str(pack), "--lang", "en") == (0, "red-clay: everything is in order.\n")


def test_command_groups_by_file_and_speaks_the_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = silent_pack(tmp_path)
    good_pack.edit(pack, "winery.toml", "weight = 2", "wieght = 2")
    line = good_pack.line_of(pack, "winery.toml", "wieght")
    code, out = run(capsys, str(pack), "--lang", "fr")
    assert code == 1
    assert out.splitlines()[2:] == [
        "  winery.toml",
        f"    [avertissement] ligne {line}, scenes.press.wieght: L'entrée «\u00a0wieght\u00a0» "
        "est inconnue et reste sans effet.",
        "        Vouliez-vous dire «\u00a0weight\u00a0»\u00a0?",
        "",
    ]


def test_command_refuses_and_prints_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = silent_pack(tmp_path, "good")
    bad = silent_pack(tmp_path, "bad")
    (bad / "media" / "harvest.png").unlink()
    code, out = run(capsys, str(good), str(bad), "--json", "--lang", "zh")
    assert code == 2
    entries = json.loads(out)
    assert [entry["key"] for entry in entries] == [
        "scenes.harvest.picture",
        "scenes.press.picture",
    ]
    assert entries[0] == {
        "pack": str(bad),
        "code": "file_missing",
        "severity": "refused",
        "where": "winery.toml",
        "key": "scenes.harvest.picture",
        "line": good_pack.line_of(bad, "winery.toml", 'picture = "media/harvest.png"'),
        "details": {"file": "media/harvest.png"},
        "what": "内容包里没有文件“media/harvest.png”。",
        "advice": "请把文件复制进内容包，或改正文件名；大小写要一致。",
    }
