"""The record of what happens: JSON lines whose time never runs back."""

import io
import json
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kiosk.errors import KioskError
from kiosk.events import Events, process_age


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_one_json_object_a_line(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    events = Events(path)
    events("scene", pack="红土", number=1, seconds=2.5, voiced=True, reason="two\nlines")
    events("closed")
    events.close()
    scene, closed = rows(path)
    assert scene.pop("t") > 0
    assert scene == {
        "event": "scene", "pack": "红土", "number": 1, "seconds": 2.5, "voiced": True,
        "reason": "two\nlines",
    }  # fmt: skip
    assert closed["event"] == "closed"
    assert "红土" in path.read_text("utf-8"), "readable to a technician"


def test_a_line_is_on_the_disk_as_soon_as_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    events = Events(path)
    events("scene")
    assert [row["event"] for row in rows(path)] == ["scene"]
    events.close()


def test_time_never_runs_back(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    events = Events(path)
    for _ in range(300):
        events("tick")
    events.close()
    times = [row["t"] for row in rows(path)]
    assert all(before <= after for before, after in pairwise(times))
    assert times[-1] > times[0]


def test_an_old_record_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text("old\n")
    events = Events(path)
    events("new")
    events.close()
    assert [row["event"] for row in rows(path)] == ["new"]


def test_without_a_file_nothing_happens(tmp_path: Path) -> None:
    events = Events(None)
    events("scene")
    events.close()
    events.close()
    assert list(tmp_path.iterdir()) == []


def test_after_closing_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    events = Events(path)
    events.close()
    events("late")
    assert path.read_text() == ""


def test_names_that_are_no_text_and_values_that_are_no_json(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    events = Events(path)
    events("scene-failed", reason="a\udcffb", file=Path("x.webp"))
    events.close()
    (row,) = rows(path)
    assert (row["reason"], row["file"]) == ("a\udcffb", "x.webp")


class FullDisk(io.StringIO):
    """A file that has no room."""

    def flush(self) -> None:
        raise OSError(28, "No space left on device")

    def close(self) -> None:
        super().close()
        raise OSError(28, "No space left on device")


def test_a_full_disk_ends_the_record_and_not_the_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full, record, real = FullDisk(), tmp_path / "events.jsonl", Path.open

    def room(path: Path, *how: Any, **more: Any) -> object:
        return full if path == record else real(path, *how, **more)

    monkeypatch.setattr(Path, "open", room)
    events = Events(record)
    events("scene")
    assert full.closed
    events("scene")
    events.close()


def test_a_place_that_cannot_be_written_to_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "events.jsonl"
    with pytest.raises(KioskError, match="No such file") as caught:
        Events(path)
    assert str(caught.value).startswith(f"{path}: the events cannot be written (")
    with pytest.raises(KioskError):
        Events(tmp_path)


def test_the_age_of_the_process_counts_from_its_start() -> None:
    before = process_age()
    until = time.perf_counter() + 0.03
    while time.perf_counter() < until:
        pass
    assert 0.02 < process_age() - before < 5.0
    if sys.platform == "linux":
        # The interpreter and pytest were loaded before this module was: their time counts.
        from kiosk.events import STARTED  # noqa: PLC0415 - only here

        assert process_age() > time.perf_counter() - STARTED
