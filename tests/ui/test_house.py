"""Visitors at the real window: fingers, not method calls, in every room and language."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.booth.settings import Settings
from kiosk.options import RunOptions
from kiosk.ui.screen import load_fonts
from tests.visitor import Visitor

WIDE, TALL = (1280, 720), (720, 1280)
ROOMS = ("story", "making", "wines", "origin", "live")
Arrive = Callable[..., Visitor]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    shutil.copytree(resources.demonstration() / "vina-arcedo", folder / "vina-arcedo")
    return folder


@pytest.fixture
def arrive(qtbot: QtBot, library: Path) -> Iterator[Arrive]:
    """A visitor comes to a booth that shows its first scene."""
    here: list[Visitor] = []
    load_fonts()

    def come(
        size: tuple[int, int] = WIDE, settings: Settings | None = None, **options: Any
    ) -> Visitor:
        asked: dict[str, Any] = {"windowed": True, "mute": True, "language": "en", **options}
        here.append(Visitor(RunOptions(library, size=size, **asked), settings))
        qtbot.waitUntil(lambda: bool(here[-1].heard("scene")), timeout=20_000)
        return here[-1]

    yield come
    for visitor in here:
        visitor.close()


def begin(qtbot: QtBot, visitor: Visitor, at: QPoint | None = None) -> None:
    """The first touch; waits until the counter has risen."""
    visitor.tap_at(at or QPoint(300, 200))
    assert visitor.reads("open")
    qtbot.waitUntil(lambda: settled(visitor), timeout=5000)


def settled(visitor: Visitor) -> bool:
    """Whether the counter stands: the bar's middle is within the window."""
    bar = visitor.middle(visitor.find("bar-contents"))
    still = bar.y()
    QTest.qWait(60)
    return visitor.middle(visitor.find("bar-contents")).y() == still < visitor.window.height()


def test_she_greets_who_comes_over_the_picture_that_is_there_and_in_their_language(
    qtbot: QtBot, arrive: Arrive
) -> None:
    visitor = arrive()
    before = visitor.heard("scene")[-1]["scene"]
    begin(qtbot, visitor)
    qtbot.waitUntil(lambda: "Welcome" in caption(visitor), timeout=10_000)
    assert told(visitor) == before
    assert visitor.reads("telling")
    visitor.tap("language-es")
    qtbot.waitUntil(lambda: caption(visitor).startswith("Bienvenidos"), timeout=10_000)
    visitor.tap("contents-origin")
    assert caption(visitor) == "", "who goes on is not talked to"


def test_the_first_touch_anywhere_opens_the_house_and_does_nothing_else(
    qtbot: QtBot, arrive: Arrive
) -> None:
    visitor = arrive()
    low = QPoint(WIDE[0] - 60, WIDE[1] - 40)  # where the way out will be
    visitor.press(low)
    qtbot.waitUntil(lambda: settled(visitor), timeout=5000)
    visitor.release(low)
    QTest.qWait(50)
    assert visitor.reads("open"), "the same finger has not left again"
    assert visitor.reads("place") == "contents"
    assert visitor.reads("language") == "en"
    assert [said["language"] for said in visitor.heard("session")] == ["en"]
    assert visitor.sees("contents-story")
    visitor.tap("bar-finish")
    assert not visitor.reads("open")


@pytest.mark.parametrize("size", [WIDE, TALL])
def test_targets_are_as_large_as_fingers_on_the_real_screen(
    qtbot: QtBot, arrive: Arrive, size: tuple[int, int]
) -> None:
    # The test's screen is 800 x 800 pixels or so; the setting makes one of them a known length.
    visitor = arrive(size, Settings(screen_mm=400))
    screen = visitor.window.screen().size()
    millimetre = max(screen.width(), screen.height()) / 400
    assert visitor.reads("millimetre") == pytest.approx(millimetre)
    begin(qtbot, visitor)
    least = min(20 * millimetre, 118 / 1080 * min(size)) - 1
    for room in ("contents", *ROOMS, "list"):
        if room == "list":
            visitor.tap("bar-list")
        elif room != "contents":
            visitor.tap(f"contents-{room}")
        for slip in visitor.slips():
            assert slip.height() >= least, (room, slip.objectName())
        visitor.tap("bar-contents")


@pytest.mark.parametrize("size", [WIDE, TALL])
def test_in_reach_mode_every_control_lies_in_the_lower_third(
    qtbot: QtBot, arrive: Arrive, size: tuple[int, int]
) -> None:
    visitor = arrive(size)
    begin(qtbot, visitor)
    visitor.tap("bar-display")
    visitor.tap("display-reach")
    visitor.tap("bar-display")
    for room in ("contents", *ROOMS, "list"):
        if room == "list":
            visitor.tap("bar-list")
        elif room != "contents":
            visitor.tap(f"contents-{room}")
        QTest.qWait(30)
        for slip in visitor.slips():
            top = slip.mapToScene(QPoint(0, 0)).y()
            assert top >= size[1] * 2 / 3 - 1, (room, slip.objectName())
        visitor.tap("bar-contents")


def test_a_tap_tells_a_chapter_and_a_swipe_the_next(qtbot: QtBot, arrive: Arrive) -> None:
    visitor = arrive()
    begin(qtbot, visitor)
    visitor.tap("contents-story")
    qtbot.waitUntil(lambda: told(visitor) == "land", timeout=10_000)
    visitor.tap("chapter-vine")
    qtbot.waitUntil(lambda: told(visitor) == "vine", timeout=10_000)
    visitor.swipe(QPoint(700, 200), QPoint(300, 210))
    qtbot.waitUntil(lambda: told(visitor) == "table", timeout=10_000)
    visitor.swipe(QPoint(300, 200), QPoint(700, 210))
    qtbot.waitUntil(lambda: told(visitor) == "vine", timeout=10_000)
    qtbot.waitUntil(lambda: bool(visitor.heard("first-word")), timeout=10_000)


def told(visitor: Visitor) -> str:
    """The scene on the stage."""
    return str(visitor.heard("scene")[-1]["scene"])


def test_another_language_goes_on_at_the_same_passage(qtbot: QtBot, arrive: Arrive) -> None:
    visitor = arrive()
    begin(qtbot, visitor)
    visitor.tap("contents-story")
    second = "At its foot the Ebro"
    qtbot.waitUntil(lambda: second in caption(visitor), timeout=20_000)
    visitor.tap("bar-language")
    visitor.tap("language-zh-CN")
    qtbot.waitUntil(lambda: visitor.heard("scene")[-1]["language"] == "zh-CN", timeout=10_000)
    qtbot.waitUntil(lambda: "，" in caption(visitor) or "。" in caption(visitor), timeout=10_000)
    first = next(each["text"] for each in visitor.heard("caption")[::-1])
    assert "北边" not in first, "the first sentence is not told again"
    assert visitor.reads("place") == "story"


def caption(visitor: Visitor) -> str:
    return str(visitor.booth.stage.property("caption")).replace("\n", " ")


def test_two_people_at_once_do_not_confuse_it(qtbot: QtBot, arrive: Arrive) -> None:
    visitor = arrive()
    begin(qtbot, visitor)
    one, other = (visitor.middle(visitor.find(f"contents-{room}")) for room in ("wines", "origin"))
    visitor.press(one, 0)
    QTest.touchEvent(visitor.window, touch()).stationary(0).press(1, other, visitor.window).commit()
    QTest.touchEvent(visitor.window, touch()).stationary(0).release(
        1, other, visitor.window
    ).commit()
    visitor.release(one, 0)
    QTest.qWait(30)
    assert visitor.reads("place") in {"wines", "origin"}
    visitor.tap("bar-contents")
    assert visitor.reads("place") == "contents"


def touch() -> Any:
    from tests.visitor import touchscreen  # noqa: PLC0415

    return touchscreen()


def test_a_long_press_is_a_tap_and_a_swipe_from_the_edge_is_nothing(
    qtbot: QtBot, arrive: Arrive
) -> None:
    visitor = arrive()
    begin(qtbot, visitor)
    wines = visitor.middle(visitor.find("contents-wines"))
    visitor.press(wines)
    QTest.qWait(1500)
    assert visitor.reads("place") == "contents"
    visitor.release(wines)
    QTest.qWait(30)
    assert visitor.reads("place") == "wines"
    before = len(visitor.heard("place"))
    for start, end in (
        (QPoint(1, 360), QPoint(500, 360)),
        (QPoint(640, 719), QPoint(640, 300)),
        (QPoint(640, 1), QPoint(640, 400)),
        (QPoint(1279, 360), QPoint(700, 360)),
    ):
        visitor.swipe(start, end)
    assert visitor.reads("open")
    assert len(visitor.heard("place")) == before


def test_nobody_there_warns_counts_down_and_leaves_the_booth_as_new(
    qtbot: QtBot, arrive: Arrive
) -> None:
    visitor = arrive(settings=Settings(idle_seconds=10), pace=4.0)
    begin(qtbot, visitor)
    visitor.tap("language-de")
    visitor.tap("contents-wines")
    qtbot.waitUntil(lambda: visitor.sees("wine-heart"), timeout=5000)
    visitor.tap("wine-heart")
    visitor.tap("bar-display")
    visitor.tap("display-contrast")
    assert visitor.reads("hearts") == ["crianza"]
    qtbot.waitUntil(lambda: bool(visitor.reads("warning")), timeout=60_000)
    assert 15 <= visitor.reads("remaining") <= 20
    visitor.tap("countdown-stay")
    assert not visitor.reads("warning")
    assert visitor.reads("hearts") == ["crianza"]
    qtbot.waitUntil(lambda: bool(visitor.heard("session-end")), timeout=60_000)
    (end,) = visitor.heard("session-end")
    assert (end["ended"], end["languages"], end["hearts"]) == ("idle", ["en", "de"], ["crianza"])
    assert [name for name, _ in end["path"]] == ["contents", "wines"]
    assert not visitor.reads("open")
    scenes = len(visitor.heard("scene"))
    qtbot.waitUntil(lambda: len(visitor.heard("scene")) > scenes, timeout=20_000)
    begin(qtbot, visitor)  # the first tap after a reset is answered
    assert visitor.reads("language") == "en"
    assert (visitor.reads("hearts"), visitor.reads("place")) == ([], "contents")
    assert not visitor.reads("contrast")
    assert not visitor.sees("display-contrast")


def test_the_volume_stays_within_what_the_booth_allows(qtbot: QtBot, arrive: Arrive) -> None:
    visitor = arrive(settings=Settings(volume=0.5))
    begin(qtbot, visitor)
    visitor.tap("bar-display")
    for _ in range(3):
        visitor.tap("display-louder")
    assert visitor.reads("volume") == 1.0
    assert visitor.booth.stage._voice._volume == pytest.approx(0.5)
    visitor.tap("display-softer")
    assert visitor.booth.stage._voice._volume == pytest.approx(0.375)
    visitor.tap("display-mute")
    assert visitor.booth.stage._voice._volume == 0.0
    visitor.tap("display-mute")
    assert visitor.booth.stage._voice._volume == pytest.approx(0.5)


def test_every_control_has_a_name_for_screen_readers(qtbot: QtBot, arrive: Arrive) -> None:
    from PySide6.QtGui import QAccessible  # noqa: PLC0415

    visitor = arrive()
    QAccessible.setActive(True)
    begin(qtbot, visitor)
    for room in ("contents", *ROOMS):
        if room != "contents":
            visitor.tap(f"contents-{room}")
        for slip in visitor.slips():
            face = QAccessible.queryAccessibleInterface(slip)
            assert face is not None, (room, slip.objectName())
            assert face.role() == QAccessible.Role.Button, slip.objectName()
            assert face.text(QAccessible.Text.Name).strip(), slip.objectName()
        visitor.tap("bar-contents")


def test_the_parts_of_a_drawing_are_touched_or_gone_through(qtbot: QtBot, arrive: Arrive) -> None:
    visitor = arrive()
    begin(qtbot, visitor)
    visitor.tap("contents-making")
    qtbot.waitUntil(lambda: told(visitor) == "picking", timeout=10_000)
    qtbot.waitUntil(lambda: visitor.sees("diagramLabel"), timeout=5000)
    visitor.tap("chapter-part")
    assert scene(visitor).property("part") == 0
    labels = [item for item in visitor.items() if item.objectName() == "diagramLabel"]
    third = next(item for item in labels if item.property("text") == "Skin: colour and tannin")
    visitor.tap_at(visitor.middle(third))
    assert scene(visitor).property("part") == 2
    visitor.tap_at(visitor.middle(third))
    assert scene(visitor).property("part") == -1


def scene(visitor: Visitor) -> Any:
    """The view on the stage."""
    assert visitor.booth.stage._current is not None
    return visitor.booth.stage._current.view


@pytest.mark.parametrize(("size", "seed"), [(WIDE, 3), (TALL, 4)])
def test_a_monkey_finds_no_dead_end(
    qtbot: QtBot, arrive: Arrive, size: tuple[int, int], seed: int
) -> None:
    visitor, dice = arrive(size), random.Random(seed)
    for _ in range(300):
        at = QPoint(dice.randrange(size[0]), dice.randrange(size[1]))
        if dice.random() < 0.06:
            visitor.swipe(at, QPoint(dice.randrange(size[0]), dice.randrange(size[1])), 3)
        else:
            visitor.poke(at)
        QTest.qWait(dice.choice((0, 1, 5)))
    assert visitor.heard("session"), "it has found the way in"
    assert len({said["name"] for said in visitor.heard("place")}) >= 3
    if not visitor.reads("open"):
        begin(qtbot, visitor)
    QTest.qWait(900)
    visitor.tap("bar-contents")
    assert visitor.reads("place") == "contents"
    visitor.tap("bar-finish")
    assert not visitor.reads("open")
    assert not visitor.heard("scene-failed")
