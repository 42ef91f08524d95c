"""What of all that happens is remembered, and that nobody can be named by it."""

import os
from typing import Any

import pytest

from kiosk.booth.entries import FAULT_PAUSE, REASON, Entries, Entry, nameless

HOME = os.environ.get("HOME", "/root")


class Booth:
    """Says what happens on a clock that the test moves."""

    def __init__(self) -> None:
        self.now = 100.0
        self.entries = Entries(lambda: self.now, lambda: 1_800_000_000 + self.now)

    def say(self, event: str, **figures: Any) -> list[Entry]:
        return self.entries.of(event, figures)

    def scene(self, scene: str = "land", **more: Any) -> list[Entry]:
        figures = {"pack": "red-clay", "scene": scene, "kind": "story", "language": "es",
                   "room": "douyin", "seconds": 12.0, "voiced": True}  # fmt: skip
        return self.say("scene", **{**figures, **more})


@pytest.fixture
def booth() -> Booth:
    return Booth()


def brief(entries: list[Entry]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(entry.kind, entry.pack, dict(entry.data)) for entry in entries]


def test_a_scene_is_remembered_with_how_long_it_was_really_shown(booth: Booth) -> None:
    assert booth.scene() == []
    booth.now += 14.25
    shown, code = booth.scene("harvest", language="en", room="")
    assert (shown.at, code.at) == (1_800_000_100, 1_800_000_100), "when it began"
    assert brief([shown, code]) == [
        ("shown", "red-clay", {"scene": "land", "kind": "story", "language": "es", "voiced": True,
                               "visitor": False, "seconds": 14.2}),
        ("code", "red-clay", {"room": "douyin", "language": "es", "seconds": 14.2}),
    ]  # fmt: skip
    booth.now += 3
    assert [entry.kind for entry in booth.say("poster", reason="nothing")] == ["shown", "fault"]


def test_a_pinned_wine_s_code_is_timed_by_itself(booth: Booth) -> None:
    booth.scene()
    booth.now += 4
    (before,) = booth.say("pin", pack="red-clay", wine="alba", room="shop", language="es")
    booth.now += 6
    shown, after = booth.say("closed")[:2]
    assert [(one.kind, one.data["seconds"]) for one in (before, shown, after)] == [
        ("code", 4.0), ("shown", 10.0), ("code", 6.0)
    ]  # fmt: skip
    assert (before.data["room"], after.data["room"]) == ("douyin", "shop")


def test_closing_ends_what_is_shown(booth: Booth) -> None:
    booth.scene()
    booth.now += 5
    kinds = [(entry.kind, entry.data["seconds"]) for entry in booth.say("closed")]
    assert kinds == [("shown", 5.0), ("code", 5.0), ("stop", 5.0)]


def test_a_session_is_figures(booth: Booth) -> None:
    booth.say("session", pack="red-clay", language="es")
    booth.scene()
    path = [["contents", 2.0]] * 150
    (entry,) = booth.say(
        "session-end", pack="red-clay", ended="idle", seconds=61.5, languages=["es", "en"],
        path=path, touches=7, hearts=["crianza"], told=["land"], visitor="Anna",
    )  # fmt: skip
    assert entry.kind == "session"
    assert len(entry.data["path"]) == 100
    assert set(entry.data) == {
        "ended", "seconds", "languages", "touches", "hearts", "told", "path"
    }  # fmt: skip
    shown, _ = booth.scene()
    assert shown.data["visitor"], "the scene before was a visitor's"
    booth.now += 1
    assert not booth.scene()[0].data["visitor"]


def test_the_code_that_a_visitor_opened_is_timed(booth: Booth) -> None:
    booth.say("session", pack="red-clay", language="es")
    assert booth.say("detail", name="crianza") == [], "a wine, not a room"
    booth.say("place", name="live")
    booth.say("language", code="en")
    assert booth.say("detail", name="douyin") == []
    booth.now += 8
    (first,) = booth.say("detail", name="taobao")
    booth.now += 2
    (second,) = booth.say("place", name="contents")
    assert brief([first, second]) == [
        ("code", "red-clay", {"room": "douyin", "language": "en", "large": True, "seconds": 8.0}),
        ("code", "red-clay", {"room": "taobao", "language": "en", "large": True, "seconds": 2.0}),
    ]
    booth.say("place", name="live")
    booth.say("detail", name="douyin")
    booth.now += 1
    assert [entry.kind for entry in booth.say("session-end", pack="red-clay")] == [
        "code", "session"
    ]  # fmt: skip


def test_a_session_that_is_cut_off_is_remembered_as_that(booth: Booth) -> None:
    booth.say("session", pack="red-clay", language="es")
    booth.now += 12
    session, _ = booth.say("closed")
    assert brief([session]) == [
        ("session", "red-clay", {"ended": "closed", "seconds": 12.0, "languages": ["es"]})
    ]


@pytest.mark.parametrize("home", ["/", ""])
def test_a_home_that_names_nobody(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", home)
    assert nameless("40/60 frames") == "40/60 frames"


def test_a_question_is_remembered_by_its_id(booth: Booth) -> None:
    booth.say("session", pack="red-clay", language="es")
    (entry,) = booth.say("question", id="oak-why")
    assert brief([entry]) == [("question", "red-clay", {"question": "oak-why", "language": "es"})]


def test_the_same_fault_is_written_once_in_ten_minutes_and_counted(booth: Booth) -> None:
    def fail() -> list[Entry]:
        return booth.say("scene-failed", number=1, pack="p", scene="s", reason="broken")

    (first,) = fail()
    assert dict(first.data) == {"fault": "scene-failed", "scene": "s", "reason": "broken"}
    booth.now += 1
    assert fail() == fail() == []
    assert booth.say("scene-failed", pack="p", scene="other", reason="broken"), "another fault"
    booth.now += FAULT_PAUSE
    (again,) = fail()
    assert again.data["unsaid"] == 2


def test_so_many_different_faults_do_not_fill_the_memory(booth: Booth) -> None:
    for number in range(1000):
        assert len(booth.say("clip-failed", reason=f"frame {number}")) == 1
    assert len(booth.entries._faults) <= 200


def test_captions_and_touches_are_not_remembered(booth: Booth) -> None:
    for event in ("caption", "first-word", "heart", "comfort", "frame", "of", "_on_scene"):
        assert booth.say(event, text="a word") == []


@pytest.mark.parametrize(
    ("reason", "kept"),
    [
        ("/home/li.wei/packs/a/media/land.webp: no picture", "land.webp: no picture"),
        (r"C:\Users\Li\packs\land.webp: no picture", "land.webp: no picture"),
        (f"{HOME}/land.webp: gone", "/land.webp: gone"),
        ("40/60 frames", "40/60 frames"),
    ],
)
def test_folders_are_cut_from_reasons(reason: str, kept: str, booth: Booth) -> None:
    assert nameless(reason) == kept
    assert len(booth.say("clip-failed", reason=reason * 50)[0].data["reason"]) <= REASON
