"""The presenter between worker and event loop: she comes, makes room, fails aloud, and ends."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from kiosk.narration.track import Phoneme, Track
from kiosk.packs.model import Theme
from kiosk.presenter import performer
from kiosk.presenter.face import asset, store
from kiosk.presenter.face.figure import Figure, prepare
from kiosk.presenter.lips import track as lips_track
from kiosk.presenter.performer import Performer
from kiosk.show.clock import SystemClock
from kiosk.ui.bridge.presenter_controller import PresenterController
from kiosk.ui.bridge.presenter_painter import PresenterPainter
from tests import good_presenter

THEME = Theme("#1d1512", "#efe6d8", "#2a1d18", "#f4ece0", "#a8452c", "#5a1220", "clay")
TRACK = Track("k", "en", "v", 2.0, tuple(Phoneme("ɑ", 0.3 * n, 0.3 * n + 0.3, 1) for n in range(6)))


@pytest.fixture(scope="module")
def figure(tmp_path_factory: pytest.TempPathFactory) -> Figure:
    return prepare(asset.read(good_presenter.write(tmp_path_factory.mktemp("figure"))))


class Stage:
    """A stage without QML: fades in no time, so who is not present has gone."""

    def __init__(self, folder: Path, reduced: bool = False, pace: float = 1.0) -> None:
        self.said: list[tuple[str, dict[str, Any]]] = []
        self.position: float | None = None
        self.controller = PresenterController(
            SystemClock(UTC, pace), lambda: self.position, (folder,), False, reduced, pace,
            self._hear,
        )  # fmt: skip
        self.controller.place(160.0, False)

    def _hear(self, event: str, **figures: Any) -> None:
        self.said.append((event, figures))

    def heard(self, event: str) -> list[dict[str, Any]]:
        return [figures for name, figures in self.said if name == event]

    @property
    def present(self) -> bool:
        return bool(self.controller.property("present"))

    def drawn(self) -> Any:
        image = self.controller.image
        assert image is not None
        flat = np.frombuffer(image.constBits(), np.uint8)
        return flat.reshape(image.height(), image.width(), 4).astype(int)


StageMaker = Callable[..., Stage]


@pytest.fixture
def stage(qtbot: QtBot, figure: Figure, tmp_path: Path) -> Iterator[StageMaker]:
    made: list[Stage] = []
    for name in ("mask", "other"):
        description = good_presenter.write(tmp_path, name)
        store.write(replace(figure, asset=asset.read(description)))

    def make(**options: Any) -> Stage:
        made.append(Stage(tmp_path, **options))
        return made[-1]

    yield make
    for one in made:
        one.controller.close()


def comes(qtbot: QtBot, one: Stage) -> None:
    qtbot.waitUntil(lambda: one.present, timeout=20_000)


def test_she_comes_when_her_files_were_read_before_the_first_scene(
    qtbot: QtBot, stage: StageMaker
) -> None:
    one = stage()
    with qtbot.waitSignal(one.controller._arrived, timeout=20_000):
        one.controller.prepare(1, "mask", TRACK)
    qtbot.wait(50)
    assert not one.present
    one.controller.show("mask", THEME, True)
    comes(qtbot, one)
    assert one.heard("presenter") == [{"name": "mask", "width": 160, "height": 200}]


def test_she_comes_when_her_files_are_read_late(qtbot: QtBot, stage: StageMaker) -> None:
    one = stage()
    one.controller.prepare(1, "mask", TRACK)
    one.controller.show("mask", THEME, True)
    assert not one.present
    comes(qtbot, one)


def test_a_successor_who_is_late_comes_after_the_first_has_gone(
    qtbot: QtBot, stage: StageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = stage()
    one.controller.prepare(1, "mask", TRACK)
    one.controller.show("mask", THEME, True)
    comes(qtbot, one)
    gate, find = threading.Event(), performer.find

    def slow(*given: Any) -> Figure:
        assert gate.wait(20)
        return find(*given)

    monkeypatch.setattr(performer, "find", slow)
    one.controller.prepare(2, "other", TRACK)
    one.controller.show("other", THEME, False)
    assert not one.present
    one.controller.swap()  # the first has faded, and the second is not there yet
    gate.set()
    comes(qtbot, one)
    assert [row["name"] for row in one.heard("presenter")] == ["mask", "other"]


def test_one_who_cannot_be_shown_keeps_nobody_else_away(qtbot: QtBot, stage: StageMaker) -> None:
    one = stage()
    one.controller.prepare(1, "mask", TRACK)
    one.controller.show("mask", THEME, True)
    comes(qtbot, one)
    for number in (2, 3):
        one.controller.prepare(number, "nobody", TRACK)
        one.controller.show("nobody", THEME, False)
        assert not one.present
        one.controller.swap()
        qtbot.waitUntil(lambda: bool(one.heard("presenter-failed")), timeout=5_000)
        qtbot.wait(100)
        assert not one.present
    one.controller.prepare(4, "other", TRACK)
    one.controller.show("other", THEME, False)
    comes(qtbot, one)
    assert [row["name"] for row in one.heard("presenter-failed")] == ["nobody"]


def test_a_late_picture_is_not_taken_for_the_next_ones(
    qtbot: QtBot, stage: StageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = stage()
    one.controller.prepare(1, "mask", TRACK)
    one.controller.prepare(2, "other", TRACK)
    one.controller.show("mask", THEME, True)
    comes(qtbot, one)
    begun, gate, draw = threading.Event(), threading.Event(), Performer.draw

    def slow(self: Performer, *given: Any) -> Any:
        picture = draw(self, *given)
        if self.figure.asset.folder.name == "mask":
            begun.set()
            assert gate.wait(20)
            picture = np.full_like(picture, 77)
        return picture

    monkeypatch.setattr(Performer, "draw", slow)
    qtbot.waitUntil(begun.is_set, timeout=5_000)
    one.controller.show("other", THEME, False)
    one.controller.swap()
    seen: list[float] = []
    one.controller.changed.connect(lambda: seen.append(float((one.drawn() == 77).mean())))
    gate.set()
    comes(qtbot, one)
    qtbot.waitUntil(lambda: len(seen) > 2, timeout=5_000)
    assert max(seen) < 1.0


@pytest.mark.parametrize("where", ["find", "draw", "tell", "resize"])
def test_whatever_fails_in_the_worker_is_said_once(
    qtbot: QtBot, stage: StageMaker, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    one = stage()

    def broken(*_: Any) -> Any:
        raise ZeroDivisionError("worn out")

    if where == "find":
        monkeypatch.setattr(performer, "find", broken)
    one.controller.prepare(1, "mask", TRACK)
    one.controller.show("mask", THEME, True)
    if where != "find":
        comes(qtbot, one)
        monkeypatch.setattr(Performer, where, broken)
        one.controller.tell(1)
    qtbot.waitUntil(lambda: bool(one.heard("presenter-failed")), timeout=20_000)
    assert not one.present
    one.controller.swap()
    one.controller.prepare(2, "mask", TRACK)
    one.controller.show("mask", THEME, False)
    one.controller.tell(2)
    qtbot.wait(200)
    assert not one.present
    failed = one.heard("presenter-failed")
    assert failed == [{"name": "mask", "reason": "ZeroDivisionError: worn out"}]


def test_lips_that_cannot_be_made_leave_her_on_the_stage(
    qtbot: QtBot, stage: StageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Track) -> Any:
        raise ValueError("no such sound")

    monkeypatch.setattr(lips_track, "lips_of", broken)
    one = stage()
    one.controller.prepare(1, "mask", TRACK)
    one.controller.show("mask", THEME, True)
    comes(qtbot, one)
    one.controller.tell(1)
    qtbot.wait(100)
    assert one.present
    assert one.heard("lips-failed") == [{"number": 1, "reason": "ValueError: no such sound"}]


def test_she_leaves_for_the_poster_and_comes_back(qtbot: QtBot, stage: StageMaker) -> None:
    one = stage()
    one.controller.prepare(1, "mask", TRACK)
    one.controller.show("mask", THEME, True)
    comes(qtbot, one)
    one.controller.leave()
    assert not one.present
    one.controller.swap()
    qtbot.wait(120)
    pictures: list[int] = []
    one.controller.changed.connect(lambda: pictures.append(1))
    qtbot.wait(200)
    assert pictures == []  # nothing is drawn for nobody
    one.controller.show("mask", THEME, True)
    comes(qtbot, one)


@pytest.mark.parametrize("back", [True, False])
def test_one_who_is_called_back_in_time_has_never_left(
    qtbot: QtBot, stage: StageMaker, back: bool
) -> None:
    one = stage()
    one.controller.prepare(1, "mask", TRACK)
    one.controller.prepare(2, "other", TRACK)
    one.controller.show("mask", THEME, True)
    comes(qtbot, one)
    one.controller.show("other", THEME, False)
    if back:
        one.controller.show("mask", THEME, False)
        assert one.present
    one.controller.swap()
    comes(qtbot, one)
    names = [row["name"] for row in one.heard("presenter")]
    assert names == (["mask"] if back else ["mask", "other"])


def test_a_rehearsal_shows_a_still(qtbot: QtBot, stage: StageMaker) -> None:
    one = stage(pace=8.0)
    one.controller.prepare(1, "mask", TRACK)
    one.controller.show("mask", THEME, True)
    comes(qtbot, one)
    one.position = 0.5
    one.controller.tell(1)
    first = one.drawn()
    with qtbot.waitSignals([one.controller.changed] * 2, timeout=5_000):
        pass
    assert np.array_equal(first, one.drawn())


def test_her_lips_move_with_the_voice(qtbot: QtBot, stage: StageMaker) -> None:
    one = stage(reduced=True)
    one.controller.prepare(1, "mask", TRACK)
    one.controller.show("mask", THEME, True)
    comes(qtbot, one)
    rows = slice(75, 100)  # the mouth, at half the canvas's size
    shut = one.drawn()[rows, 55:105]
    one.position = 0.9
    one.controller.tell(1)
    qtbot.waitUntil(lambda: np.abs(one.drawn()[rows, 55:105] - shut).max() > 60, timeout=5_000)
    one.position = None
    one.controller.hush()
    qtbot.waitUntil(lambda: np.abs(one.drawn()[rows, 55:105] - shut).max() < 20, timeout=5_000)


def test_few_frames_are_no_lack_where_little_moves(qtbot: QtBot, stage: StageMaker) -> None:
    one = stage(reduced=True)
    one.controller.prepare(1, "mask", TRACK)
    one.controller.show("mask", THEME, True)
    comes(qtbot, one)
    qtbot.waitUntil(lambda: len(one.controller._costs) > 15, timeout=20_000)
    for _ in range(10):
        for _ in range(12):
            one.controller.stageFrame()
        one.controller._costs.extend([0.001] * 60)
        one.controller._measure()
    assert one.heard("presenter-rung") == []


def test_closing_in_the_midst_of_everything_ends_the_worker(
    qtbot: QtBot, stage: StageMaker
) -> None:
    one = stage()
    one.controller.prepare(1, "mask", TRACK)
    one.controller.show("mask", THEME, True)
    comes(qtbot, one)
    for number in range(2, 9):
        one.controller.prepare(number, "mask", TRACK)
    one.controller.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("presenter")]
    one.controller.prepare(9, "mask", TRACK)  # what still arrives finds nobody
    one.controller.show("mask", THEME, False)
    one.controller.tell(9)
    one.controller.place(300.0, True)
    qtbot.wait(50)


@pytest.mark.parametrize("width", [160, 200, 101])
def test_the_painter_covers_its_item(qtbot: QtBot, stage: StageMaker, width: int) -> None:
    one = stage()
    one.controller.prepare(1, "mask", TRACK)
    one.controller.show("mask", THEME, True)
    painter = PresenterPainter()
    painter.setProperty("controller", one.controller)
    painter.setWidth(width)
    painter.setHeight(width * 5 / 4)
    sheet = QImage(width, round(width * 5 / 4), QImage.Format.Format_ARGB32_Premultiplied)
    sheet.fill(0x12345678)

    def painted() -> Any:
        brush = QPainter(sheet)
        painter.paint(brush)
        brush.end()
        flat = np.frombuffer(sheet.constBits(), np.uint8)
        return flat.reshape(sheet.height(), sheet.width(), 4).copy()

    assert (painted() == painted()[0, 0]).all()  # nobody yet: the sheet is as it was
    comes(qtbot, one)
    drawn = painted()
    assert not drawn[0, width // 2, :3].any()  # above her nothing, not what was there before
    assert drawn[0, width // 2, 3] <= 4
    assert drawn[-1, width // 2, 3] == 255
    face = one.drawn()[int(200 * 0.3), 80]
    assert np.abs(drawn[int(drawn.shape[0] * 0.3), width // 2] - face).max() < 30
