"""``kiosk check`` looks whether a room's code can be read on the winery's own paper."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.commands.check import check_codes
from kiosk.packs.codes import Code
from kiosk.packs.wording import LANGUAGES, Wording
from tests import good_pack


def test_the_shipped_packs_codes_are_read() -> None:
    for pack in sorted(resources.demonstration().iterdir()):
        assert check_codes(pack) == []


@pytest.mark.parametrize("paper", ["#2a2320", "#5a5a5a"])
def test_a_code_on_dark_paper_is_found_with_its_line(tmp_path: Path, paper: str) -> None:
    folder = good_pack.write(tmp_path, media=False)
    before = (folder / "winery.toml").read_text("utf-8")
    old = next(line for line in before.splitlines() if line.startswith("paper = "))
    good_pack.edit(folder, "winery.toml", old, f'paper = "{paper}"')
    found = check_codes(folder)
    assert {finding.code for finding in found} == {Code.CODE_UNREAD}
    first = found[0]
    assert first.key.startswith("rooms.")
    assert before.splitlines()[first.line - 1].startswith("url = ")
    for language in LANGUAGES:
        said = " ".join(str(part) for part in astuple(Wording(language).say(first)))
        assert paper in said
        assert "{" not in said


def test_a_wines_own_link_is_looked_at_too(tmp_path: Path) -> None:
    folder = good_pack.write(tmp_path, media=False)
    link = "https://v.douyin.com/crianza/"
    good_pack.edit(folder, "winery.toml", "[[wines]]\n", f'[[wines]]\nlink = "{link}"\n')
    good_pack.edit(folder, "winery.toml", 'paper = "#efe6d8"', 'paper = "#2a2320"')
    keys = [finding.key for finding in check_codes(folder)]
    assert keys[0].startswith("rooms.")
    assert keys[-1] == "wines.crianza.link"


def test_a_refused_pack_has_no_codes(tmp_path: Path) -> None:
    folder = good_pack.write(tmp_path, media=False)
    (folder / "winery.toml").write_bytes(b"\xff")
    assert check_codes(folder) == []
