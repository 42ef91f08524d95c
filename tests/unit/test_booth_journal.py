"""The journal: bounded, on the disk, out of the show's way."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kiosk.booth.entries import Entry
from kiosk.booth.journal import Journal
from kiosk.booth.journal_file import PAGE, WAL_BYTES, JournalFile, read_entries
from kiosk.booth.places import journal_path, state_folder


def entry(number: int, size: int = 0) -> Entry:
    return Entry(1000.0 + number, "shown", "red-clay", {"number": number, "filler": "x" * size})


def numbers(path: Path) -> list[int]:
    return [entry.data["number"] for entry in read_entries(path)]


def test_what_is_told_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "journal.sqlite"
    journal = Journal(path, print, wall=lambda: 1_800_000_000.25)
    journal("start", version="1.2.3")
    journal("caption", text="not this")
    journal("scene", pack="红土", scene="land", kind="story", language="zh-CN")
    journal("closed")
    journal.close()
    start, shown, stop = read_entries(path)
    assert (start.kind, dict(start.data)) == ("start", {"version": "1.2.3"})
    assert (shown.pack, shown.data["scene"], shown.at) == ("红土", "land", 1_800_000_000.25)
    assert stop.kind == "stop"


def test_only_the_queue_s_thread_touches_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    journal = Journal(path, print, gather=600)
    journal("start")
    assert "journal" in {thread.name for thread in threading.enumerate()}
    assert not path.exists()
    journal.close()
    assert path.exists()


def test_it_is_in_wal_mode_and_every_commit_reaches_the_disk(tmp_path: Path) -> None:
    file = JournalFile(tmp_path / "journal.sqlite")
    assert file._base.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert file._base.execute("PRAGMA synchronous").fetchone() == (2,), "FULL"
    file.close()


def test_oldest_rows_go_first(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    file = JournalFile(path, rows=100)
    for number in range(1000):
        file.write([entry(number)])
    file.close()
    kept = numbers(path)
    assert 90 <= len(kept) <= 100
    assert kept == list(range(1000 - len(kept), 1000))


def test_bytes_are_bounded_whatever_the_rows(tmp_path: Path) -> None:
    path, size = tmp_path / "journal.sqlite", 400 * 1024
    file = JournalFile(path, size=size)
    for number in range(0, 2000, 4):
        file.write([entry(number + each, size=3000) for each in range(4)])
        assert path.stat().st_size <= size
    wal = Path(f"{path}-wal").stat().st_size
    assert wal <= WAL_BYTES + 64 * PAGE
    file.close()
    kept = numbers(path)
    assert kept == list(range(kept[0], 2000))
    assert len(kept) > 50


def test_a_row_that_is_too_large_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    file = JournalFile(path)
    file.write([Entry(1.0, "session", "p", {"seconds": 3, "path": [["x", 1.0]] * 50_000})])
    file.write([Entry(2.0, "fault", "p", {"reason": "a\udcffb"})])
    file.close()
    long, odd = read_entries(path)
    assert long.data["seconds"] == 3
    assert "path" not in long.data
    assert odd.data == {"reason": "a?b"}


def test_figures_of_an_unforeseen_kind_stop_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "journal.sqlite"
    journal = Journal(path, print)
    journal("session-end", pack="p", path=3)
    journal("closed")
    journal.close()
    assert [each.kind for each in read_entries(path)] == ["stop"]
    assert "session-end cannot be written" in caplog.text


def test_since(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    file = JournalFile(path)
    file.write([entry(number) for number in range(10)])
    assert [each.data["number"] for each in read_entries(path, 1007.0)] == [7, 8, 9], "while open"
    file.close()


def test_a_newer_program_s_journal_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    with closing(sqlite3.connect(path)) as base:
        base.execute("PRAGMA user_version=99")
    told: list[tuple[str, Any]] = []
    journal = Journal(path, lambda event, **figures: told.append((event, figures)))
    journal("start")
    journal.close()
    assert [event for event, _ in told] == ["journal-failed"]
    assert "newer program" in told[0][1]["reason"]
    with closing(sqlite3.connect(path)) as base:
        assert base.execute("PRAGMA user_version").fetchone() == (99,)
        assert base.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_where_it_lives(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("CELLARCAST_STATE", "CELLARCAST_JOURNAL", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("sys.platform", "linux")
    assert journal_path() == tmp_path / ".local/state/cellarcast/journal.sqlite"
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "xdg"))
    assert state_folder() == tmp_path / "xdg/cellarcast"
    monkeypatch.setattr("sys.platform", "darwin")
    assert state_folder() == tmp_path / "Library/Application Support/cellarcast"
    monkeypatch.setattr("sys.platform", "win32")
    assert state_folder() == tmp_path / "AppData/Local/cellarcast"
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert state_folder() == tmp_path / "local/cellarcast"
    monkeypatch.setenv("CELLARCAST_STATE", str(tmp_path / "own"))
    assert journal_path() == tmp_path / "own/journal.sqlite"
    monkeypatch.setenv("CELLARCAST_JOURNAL", str(tmp_path / "j.db"))
    assert journal_path() == tmp_path / "j.db"
