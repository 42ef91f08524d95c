"""The stage in a real window: nothing dark between scenes, nothing left behind, all turned."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.app import build_booth
from kiosk.booth.settings import Settings
from kiosk.options import RunOptions
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.screen import Screen, load_fonts
from tests import short_pack

DARK = 8  # of 255: the mean below which a frame counts as black


class Booth:
    """A booth's screen inside the test's own process, with all that it said."""

    def __init__(self, options: RunOptions, settings: Settings) -> None:
        self.said: list[tuple[str, dict[str, Any]]] = []
        codes = CodeImages()
        self.behind = build_booth(options, settings, self._hear, codes)
        self.controller = self.behind.stage
        self.screen = Screen(self.behind, codes, options, self._hear, settings)
        self.screen.open()
        self.controller.start()

    def _hear(self, event: str, **figures: Any) -> None:
        self.said.append((event, figures))

    def heard(self, event: str) -> list[dict[str, Any]]:
        return [figures for name, figures in self.said if name == event]

    @property
    def window(self) -> QQuickWindow:
        assert self.screen.window is not None
        return self.screen.window

    def slots(self) -> int:
        places = self.window.findChild(QQuickItem, "places")
        assert places is not None
        return len(places.childItems())

    def caption(self, name: str = "caption") -> str:
        return str(self.controller.property(name))

    def close(self) -> None:
        self.behind.close()
        self.screen.close()


BoothMaker = Callable[..., Booth]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Two demonstration packs, so that there is a wipe between wineries."""
    folder = tmp_path / "library"
    for pack_id in ("vina-arcedo", "yanyu-fang"):
        short_pack.write(folder, pack_id, (0, 1, 3))
    return folder


@pytest.fixture
def booth(qtbot: QtBot, library: Path) -> Any:
    made: list[Booth] = []
    load_fonts()

    def make(settings: Settings | None = None, **options: Any) -> Booth:
        asked: dict[str, Any] = {
            "content": library,
            "size": (960, 540),
            "windowed": True,
            **options,
        }
        made.append(Booth(RunOptions(**asked), settings or Settings()))
        return made[-1]

    yield make
    for each in made:
        each.close()


def pixels(image: QImage) -> Any:
    """Grey values, shape (height, width)."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    flat = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return flat[:, : grey.width()].copy()


def test_no_frame_is_dark_and_no_scene_is_left_behind(qtbot: QtBot, booth: BoothMaker) -> None:
    show = booth(pace=8.0)
    qtbot.waitUntil(lambda: len(show.heard("scene")) > 0, timeout=10_000)
    darkest, most = 255.0, 0
    while len(show.heard("scene")) < 8:
        qtbot.wait(25)
        darkest = min(darkest, float(pixels(show.window.grabWindow()).mean()))
        most = max(most, show.slots())
    assert darkest > DARK
    assert most <= 3  # on the stage, leaving it, and waiting for it
    transitions = [figures["transition"] for figures in show.heard("scene")]
    assert transitions[0] == "cut"
    assert set(transitions[1:]) == {"dissolve", "wine"}


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_everything_turns_with_the_screen(qtbot: QtBot, booth: BoothMaker, turn: int) -> None:
    size = (960, 540) if turn % 180 == 0 else (540, 960)
    show = booth(Settings(viewing_cm=30), rotation=turn, size=size)
    qtbot.waitUntil(lambda: len(show.heard("scene")) > 0, timeout=10_000)
    qtbot.wait(400)
    image = pixels(show.window.grabWindow())
    codes = zxingcpp.read_barcodes(image)
    assert len(codes) == 1
    height, width = image.shape
    centre = codes[0].position.top_left
    # The label stands at the stage's lower left: turned clockwise with it.
    left, low = centre.x < width / 2, centre.y > height / 2
    assert (left, low) == {
        0: (True, True),
        90: (True, False),
        180: (False, False),
        270: (False, True),
    }[turn]


def test_captions_follow_in_two_languages(qtbot: QtBot, booth: BoothMaker) -> None:
    show = booth(Settings(second_captions="en"), pace=4.0, language="zh-CN")
    qtbot.waitUntil(lambda: show.caption() != "", timeout=10_000)
    assert any("\u4e00" <= letter <= "\u9fff" for letter in show.caption())
    qtbot.waitUntil(lambda: show.caption("secondCaption") != "", timeout=10_000)
    assert show.caption("secondCaption").isascii()
    for caption in show.heard("caption"):
        assert caption["text"].count("\n") <= 1


def test_reduced_motion_holds_the_picture_still(qtbot: QtBot, booth: BoothMaker) -> None:
    def moved(reduced: bool) -> float:
        show = booth(Settings(reduced_motion=reduced), mute=True)
        qtbot.waitUntil(lambda: len(show.heard("scene")) > 0, timeout=10_000)
        qtbot.wait(300)
        before = pixels(show.window.grabWindow()).astype(int)
        qtbot.wait(2_500)
        after = pixels(show.window.grabWindow()).astype(int)
        # The middle of the picture, where no type stands.
        region = (slice(60, 260), slice(400, 620))
        return float(np.abs(after[region] - before[region]).mean())

    assert moved(reduced=True) == 0.0
    assert moved(reduced=False) > 0.2


# The files are taken away under the show: Qt says so, and nothing else may be said.
@pytest.mark.qt_log_ignore("Cannot open: file")
def test_the_poster_keeps_the_code_of_the_last_room(
    qtbot: QtBot, booth: BoothMaker, library: Path
) -> None:
    show = booth(pace=10.0)
    qtbot.waitUntil(lambda: len(show.heard("scene")) > 0, timeout=10_000)
    shutil.rmtree(library)
    qtbot.waitUntil(lambda: bool(show.heard("poster")), timeout=30_000)
    qtbot.wait(300)
    image = pixels(show.window.grabWindow())
    assert image.mean() > DARK
    assert len(zxingcpp.read_barcodes(image)) == 1
