"""The presenter on the stage: she comes, tells, stays, and never stops the show."""

import itertools
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.app import build_controller
from kiosk.booth.settings import Settings
from kiosk.options import RunOptions
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.screen import Screen, load_fonts


class Booth:
    """A booth's screen with all that it said."""

    def __init__(self, content: Path, pace: float = 1.0) -> None:
        self.said: list[tuple[str, dict[str, Any]]] = []
        options = RunOptions(
            content=content, size=(960, 540), windowed=True, pace=pace, mute=True, language="zh-CN"
        )
        codes = CodeImages()
        self.controller = build_controller(options, Settings(), self._hear, codes)
        self.screen = Screen(self.controller, codes, options, self._hear)
        self.screen.open()
        self.controller.start()

    def _hear(self, event: str, **figures: Any) -> None:
        self.said.append((event, figures))

    def heard(self, event: str) -> list[dict[str, Any]]:
        return [figures for name, figures in self.said if name == event]

    @property
    def presenter(self) -> Any:
        return self.controller._presenter

    def place(self) -> QQuickItem:
        assert self.screen.window is not None
        found = self.screen.window.findChild(QQuickItem, "presenter")
        assert found is not None
        return found

    def close(self) -> None:
        self.controller.close()
        self.screen.close()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    shutil.copytree(resources.demonstration() / "yanyu-fang", folder / "yanyu-fang")
    return folder


@pytest.fixture
def booths() -> Any:
    load_fonts()
    made: list[Booth] = []
    yield made
    for booth in made:
        booth.close()


def picture(booth: Booth) -> Any:
    image = booth.presenter.image
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4).copy()


def test_she_comes_on_and_moves_her_lips_while_the_narration_is_told(
    qtbot: QtBot, library: Path, booths: list[Booth]
) -> None:
    booth = Booth(library)
    booths.append(booth)
    qtbot.waitUntil(lambda: bool(booth.heard("presenter")), timeout=20_000)
    qtbot.waitUntil(lambda: booth.place().opacity() == 1.0, timeout=5_000)
    qtbot.waitUntil(lambda: bool(booth.heard("first-word")), timeout=10_000)
    seen = []
    for _ in range(20):
        qtbot.wait(60)
        seen.append(picture(booth).astype(int))
    rows = slice(int(seen[0].shape[0] * 0.24), int(seen[0].shape[0] * 0.42))
    sizes = {frame.shape for frame in seen}
    if len(sizes) == 1:  # the ladder may take her down on a busy machine
        changes = [np.abs(b[rows] - a[rows]).max() for a, b in itertools.pairwise(seen)]
        assert max(changes) > 25


def test_an_unknown_presenter_is_said_once_and_the_show_goes_on(
    qtbot: QtBot, library: Path, booths: list[Booth]
) -> None:
    facts = library / "yanyu-fang" / "winery.toml"
    text = facts.read_text("utf-8")
    facts.write_text(text.replace('presenter = "hostess"', 'presenter = "nobody"'), "utf-8")
    booth = Booth(library, pace=8.0)
    booths.append(booth)
    qtbot.waitUntil(lambda: len(booth.heard("scene")) > 2, timeout=30_000)
    failed = booth.heard("presenter-failed")
    assert [row["name"] for row in failed] == ["nobody"]
    assert "nobody" in failed[0]["reason"]
    assert booth.place().opacity() == 0.0


def test_what_fails_in_drawing_takes_her_off_and_leaves_the_show(
    qtbot: QtBot, library: Path, booths: list[Booth], monkeypatch: pytest.MonkeyPatch
) -> None:
    from kiosk.presenter.performer import Performer  # noqa: PLC0415

    booth = Booth(library, pace=3.0)
    booths.append(booth)
    qtbot.waitUntil(lambda: booth.place().opacity() == 1.0, timeout=20_000)

    def broken(*_: Any) -> Any:
        raise MemoryError("no room")

    monkeypatch.setattr(Performer, "draw", broken)
    qtbot.waitUntil(lambda: bool(booth.heard("presenter-failed")), timeout=5_000)
    assert "no room" in booth.heard("presenter-failed")[0]["reason"]
    qtbot.waitUntil(lambda: booth.place().opacity() == 0.0, timeout=5_000)
    scenes = len(booth.heard("scene"))
    qtbot.waitUntil(lambda: len(booth.heard("scene")) > scenes + 1, timeout=30_000)
    assert len(booth.heard("presenter-failed")) == 1


def test_she_stays_where_she_stands_from_scene_to_scene(
    qtbot: QtBot, library: Path, booths: list[Booth]
) -> None:
    booth = Booth(library, pace=3.9)
    booths.append(booth)
    qtbot.waitUntil(lambda: booth.place().opacity() == 1.0, timeout=20_000)
    before = (booth.place().x(), booth.place().y(), booth.place().width())
    scenes = len(booth.heard("scene"))
    jumps, last = [], None
    while len(booth.heard("scene")) < scenes + 2:
        qtbot.wait(30)
        now = picture(booth)
        if last is not None and last.shape == now.shape:
            jumps.append(float(np.abs(now.astype(int) - last).mean()))
        last = now
        assert booth.place().opacity() == 1.0
    assert (booth.place().x(), booth.place().y(), booth.place().width()) == before
    assert max(jumps) < 12, "a cut to another picture would change far more"
