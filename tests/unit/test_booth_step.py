"""What other programs are told of the show."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.booth.step import Step

SCENE = {"pack": "red-clay", "scene": "crianza", "kind": "wine", "wine": "crianza",
         "room": "douyin", "language": "es", "number": 4, "voiced": True}  # fmt: skip


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_the_present_moment_and_the_stream(tmp_path: Path) -> None:
    step = Step(tmp_path / "state", wall=lambda: 1_800_000_000.5)
    step("scene", **SCENE)
    step("caption", text="not told")
    step("session", pack="red-clay", language="en")
    step("scene", **{**SCENE, "language": "en", "scene": "land", "wine": ""})
    step("session-end", pack="red-clay")
    step.close()
    since = "2027-01-15T08:00:00.500+00:00"
    first, visited, land, left = lines(tmp_path / "state" / "events.ndjson")
    assert first == {
        "format": 1, "state": "show", "pack": "red-clay", "scene": "crianza", "kind": "wine",
        "wine": "crianza", "room": "douyin", "pinned": "", "language": "es", "visitor": False,
        "since": since,
    }  # fmt: skip
    assert visited == {**first, "visitor": True}
    assert (land["scene"], land["language"], land["visitor"]) == ("land", "en", True)
    assert left == {**land, "visitor": False}
    assert lines(tmp_path / "state" / "now.json") == [left]


def test_a_pinned_wine_is_said_until_it_is_let_go(tmp_path: Path) -> None:
    step = Step(tmp_path)
    step("pin", pack="red-clay", wine="alba", room="shop")
    step("scene", **SCENE)
    step("pin", pack="red-clay", wine="alba", room="shop")
    step("session", pack="red-clay")
    step("scene", **{**SCENE, "scene": "land", "wine": "", "room": "shop", "pinned": "alba"})
    step("pin", pack="red-clay", wine="", room="douyin")
    step.close()
    told = [
        (each["scene"], each["pinned"], each["room"], each["visitor"])
        for each in lines(tmp_path / "events.ndjson")
    ]
    assert told == [
        ("crianza", "", "douyin", False), ("crianza", "alba", "shop", False),
        ("crianza", "alba", "shop", True), ("land", "alba", "shop", True),
        ("land", "", "douyin", True),
    ], "before the show nothing is pinned"  # fmt: skip


@pytest.mark.parametrize(("event", "state"), [("poster", "poster"), ("closed", "closed")])
def test_when_nothing_is_shown(tmp_path: Path, event: str, state: str) -> None:
    step = Step(tmp_path)
    step("scene", **SCENE)
    step(event)
    step.close()
    (now,) = lines(tmp_path / "now.json")
    assert now["state"] == state
    assert "wine" not in now


def test_the_stream_is_bounded(tmp_path: Path) -> None:
    step = Step(tmp_path, size=4000)
    for number in range(100):
        step._write([{"number": number, "filler": "x" * 80}])
    step.close()
    both = [*lines(tmp_path / "events.1.ndjson"), *lines(tmp_path / "events.ndjson")]
    assert [each["number"] for each in both] == list(range(100 - len(both), 100))
    assert all(path.stat().st_size <= 4000 for path in tmp_path.glob("events*"))
    assert len(list(tmp_path.iterdir())) == 3


def test_a_folder_that_cannot_be_written_to_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    step = Step(tmp_path / "state")
    step("scene", **SCENE)
    step("closed")
    step.close()
    assert (tmp_path / "state").read_text().startswith("a file")


def test_names_that_are_no_text(tmp_path: Path) -> None:
    step = Step(tmp_path)
    step("scene", **{**SCENE, "scene": "a\udcffb"})
    step.close()
    assert lines(tmp_path / "now.json")[0]["scene"] == "a?b"
