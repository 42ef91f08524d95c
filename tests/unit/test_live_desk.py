"""A room's state: manual switch before probe before timetable; unknown hides nothing."""

import os
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from kiosk.booth.safe_files import write_whole
from kiosk.errors import KioskError
from kiosk.live.desk import RoomDesk
from kiosk.live.probe.answers import Answer
from kiosk.live.rooms import OnAir, RoomState, platform_name, room_state
from kiosk.live.said import LOOK
from kiosk.live.switch import Switches, read_switches
from kiosk.packs.model import Room, Window
from tests.fakes import FAIR

ON, OFF, UNKNOWN = Answer.ON, Answer.OFF, Answer.UNKNOWN
ROOM = Room("douyin", "douyin", "https://live.douyin.com/1",
            timetable=(Window(time(15), time(17)),))  # fmt: skip
INSIDE = datetime(2026, 11, 28, 16, tzinfo=FAIR)
BEFORE = datetime(2026, 11, 28, 9, tzinfo=FAIR)
OPENS = INSIDE.replace(hour=15)
TOMORROW = OPENS + timedelta(days=1)
NOW, ANY, NEXT, LATER = (
    RoomState(OnAir.NOW), RoomState(OnAir.ANY_TIME), RoomState(OnAir.NEXT, OPENS),
    RoomState(OnAir.NEXT, TOMORROW),
)  # fmt: skip


@pytest.mark.parametrize(
    ("now", "switch", "probe", "state"),
    [
        (INSIDE, None, UNKNOWN, NOW),
        (BEFORE, None, UNKNOWN, NEXT),
        (BEFORE, None, ON, NOW),
        (INSIDE, None, OFF, ANY),
        (BEFORE, None, OFF, NEXT),
        (INSIDE, False, ON, LATER),
        (BEFORE, True, OFF, NOW),
        (BEFORE, False, UNKNOWN, NEXT),
    ],
)
def test_switch_before_probe_before_timetable(
    now: datetime, switch: bool | None, probe: Answer, state: RoomState
) -> None:
    assert room_state(ROOM, now, switch, probe) == state


def test_without_a_network_the_timetable_still_holds() -> None:
    assert room_state(ROOM, INSIDE, offline=True) == RoomState(OnAir.NOW, offline=True)
    assert room_state(ROOM, BEFORE, offline=True) == RoomState(OnAir.NEXT, OPENS, True)


def test_with_a_wrong_clock_only_who_is_asked_can_say_so() -> None:
    lost = INSIDE.replace(year=1970)
    assert room_state(ROOM, lost) == ANY
    assert room_state(ROOM, lost, probe=ON) == NOW


def test_without_parts_the_desk_goes_by_the_timetable() -> None:
    desk = RoomDesk()
    assert desk.state("p", ROOM, INSIDE) == NOW
    desk.close()


def test_names_of_platforms() -> None:
    assert platform_name(ROOM) == "抖音 Douyin"
    assert platform_name(Room("a", "web", "https://Shop.Example.com/x")) == "shop.example.com"


# The manual switch


class Desk:
    """Switches on a clock that the test moves."""

    def __init__(self, folder: Path) -> None:
        self.path, self.ticks = folder / "state" / "on-air.toml", 0.0
        self.switches = Switches(self.path, lambda: self.ticks)

    def of(self, room: str, now: datetime = BEFORE) -> bool | None:
        self.ticks += LOOK
        return self.switches.of("red-clay", room, now)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_switch_holds_for_its_hours(desk: Desk) -> None:
    assert desk.of("douyin") is None
    desk.switches.set("red-clay", "douyin", True, BEFORE, 2)
    desk.switches.set("red-clay", "taobao", False, BEFORE, 4)
    assert (desk.of("douyin"), desk.of("taobao"), desk.of("other")) == (True, False, None)
    later = BEFORE + timedelta(hours=3)
    assert (desk.of("douyin", later), desk.of("taobao", later)) == (None, False)
    desk.switches.set("red-clay", "taobao", None, later, 0)
    assert desk.path.read_text() == "", "what is over is not kept"


def test_a_switch_holds_for_a_day_at_most(desk: Desk) -> None:
    desk.switches.set("red-clay", "douyin", True, BEFORE, 1000)
    assert desk.of("douyin", BEFORE + timedelta(hours=23)) is True
    assert desk.of("douyin", BEFORE + timedelta(hours=25)) is None
    assert desk.of("douyin", BEFORE - timedelta(days=3)) is None, "the clock was wrong"


def test_another_process_can_set_it(desk: Desk) -> None:
    assert desk.of("douyin") is None
    Switches(desk.path).set("red-clay", "douyin", False, BEFORE, 1)
    assert desk.switches.of("red-clay", "douyin", BEFORE) is None, "looked at a moment ago"
    assert desk.of("douyin") is False


def test_the_file_is_read_only_when_it_has_changed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.switches.set("red-clay", "douyin", True, BEFORE, 1)
    assert desk.of("douyin") is True
    monkeypatch.setattr("kiosk.live.switch.read_tables", lambda path: pytest.fail("read again"))
    assert desk.of("douyin") is True


@pytest.mark.parametrize(
    "text",
    [
        "no toml",
        "red-clay = 1",
        "[red-clay]\ndouyin = true",
        '[red-clay.douyin]\nstate = "maybe"\nuntil = 2026-11-28T12:00:00+08:00',
        '[red-clay.douyin]\nstate = "on"',
        '[red-clay.douyin]\nstate = "on"\nuntil = 2026-11-28T12:00:00',
        '[red-clay.douyin]\nstate = "on"\nuntil = "soon"',
        "\udcff",
        "[" * 5000,
        "# " + "x" * 100_000 + '\n[red-clay.douyin]\nstate = "on"',
    ],
)
def test_what_cannot_be_read_says_nothing(desk: Desk, text: str) -> None:
    desk.path.parent.mkdir()
    desk.path.write_bytes(os.fsencode(text))
    assert desk.of("douyin") is None
    assert read_switches(desk.path) == {}
    desk.switches.set("red-clay", "douyin", True, BEFORE, 1)
    assert desk.of("douyin") is True, "and is written over"


def test_a_switch_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    switches = Desk(tmp_path).switches
    with pytest.raises(KioskError, match="the switch cannot be written"):
        switches.set("red-clay", "douyin", True, BEFORE, 1)


def test_a_file_is_old_or_new_and_never_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deep" / "file"
    write_whole(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in path.parent.iterdir()] == ["file"]
    write_whole(path, b"newer", flush=False)
    assert path.read_bytes() == b"newer"
