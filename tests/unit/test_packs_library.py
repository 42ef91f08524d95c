"""The library: one scan at start, packs on demand, bad ones set aside."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kiosk.errors import PackError
from kiosk.packs.library import Library
from kiosk.packs.model import Pack
from kiosk.packs.read import read_pack
from tests import good_pack


class Reads:
    """Counts what is read, in place of the disk."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[str] = []

        def read(folder: Path) -> Pack:
            self.names.append(folder.name)
            return read_pack(folder)

        monkeypatch.setattr("kiosk.packs.library.read_pack", read)


def test_eleven_hundred_packs_cost_one_scan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1100):
        (tmp_path / f"winery-{number:04d}").mkdir()
    reads = Reads(monkeypatch)
    scans: list[object] = []
    real = os.scandir

    def scan(path: Path) -> object:
        scans.append(path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scan)
    ids = Library(tmp_path).ids()
    assert len(ids) == 1100
    assert ids[0] == "winery-0000"
    assert ids == sorted(ids)
    assert (len(scans), reads.names) == (1, [])


def test_only_folders_with_a_packs_name_count(tmp_path: Path) -> None:
    good_pack.write(tmp_path, "good", media=False)
    for name in (".git", "Bad Name", "x", "lost+found"):
        (tmp_path / name).mkdir()
    (tmp_path / "a-file").write_text("x")
    assert Library(tmp_path).ids() == ["good"]


def test_least_recently_used_pack_leaves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("aa", "bb", "cc"):
        good_pack.write(tmp_path, name, media=False)
    reads = Reads(monkeypatch)
    library = Library(tmp_path, kept=2)
    for name in ("aa", "bb", "aa", "cc", "aa", "bb"):
        assert library.load(name).id == name
    assert reads.names == ["aa", "bb", "cc", "bb"]


def test_bad_pack_is_set_aside_and_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good_pack.write(tmp_path, "good", media=False)
    good_pack.write(tmp_path, "bad", media=False)
    (tmp_path / "bad" / "winery.toml").write_bytes(b"\xff")
    reads, library = Reads(monkeypatch), Library(tmp_path)
    for _ in range(2):
        with pytest.raises(PackError, match=r"winery\.toml:1"):
            library.load("bad")
    assert reads.names == ["bad"]
    assert library.ids() == ["good"]
    assert library.set_aside["bad"].__traceback__ is None


def test_mended_pack_comes_back_with_a_rescan(tmp_path: Path) -> None:
    good_pack.write(tmp_path, "good", media=False)
    bad = good_pack.write(tmp_path, "bad", media=False)
    text = (bad / "winery.toml").read_bytes()
    (bad / "winery.toml").write_bytes(b"\xff")
    library = Library(tmp_path)
    with pytest.raises(PackError):
        library.load("bad")
    (bad / "winery.toml").write_bytes(text)
    shutil.rmtree(tmp_path / "good")
    library.rescan()
    assert library.ids() == ["bad"]
    assert library.load("bad").id == "bad"


def test_unknown_id_and_paths_are_refused(tmp_path: Path) -> None:
    good_pack.write(tmp_path, "good", media=False)
    library = Library(tmp_path / "good" / "..")
    for name in ("nothing", "../good", "good/../good"):
        with pytest.raises(PackError, match="no such pack"):
            library.load(name)


def test_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="name a folder that holds packs"):
        Library(tmp_path / "nowhere")
