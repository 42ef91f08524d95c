"""The show with a presenter who comes and goes: packs with and without one, damage, the poster."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.app import build_booth
from kiosk.booth.settings import Settings
from kiosk.options import RunOptions
from kiosk.presenter.face import asset, store
from kiosk.presenter.face.figure import Figure, prepare
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.presenter_painter import PresenterPainter
from kiosk.ui.screen import Screen, load_fonts
from tests import good_pack, good_presenter, short_pack


class Booth:
    """A booth's screen, what it said, and how much of the presenter was seen meanwhile."""

    def __init__(self, content: Path, settings: Settings) -> None:
        self.said: list[tuple[str, dict[str, Any]]] = []
        self.opacities: list[float] = []
        options = RunOptions(content=content, size=(640, 360), windowed=True, pace=7.0, mute=True)
        codes = CodeImages()
        self.behind = build_booth(options, settings, self._hear, codes)
        self.controller = self.behind.stage
        self.screen = Screen(self.behind, codes, options, self._hear)
        self.screen.open()
        self.place.opacityChanged.connect(lambda: self.opacities.append(self.place.opacity()))
        self.controller.start()

    def _hear(self, event: str, **figures: Any) -> None:
        self.said.append((event, figures))

    def heard(self, event: str) -> list[dict[str, Any]]:
        return [figures for name, figures in self.said if name == event]

    @property
    def place(self) -> QQuickItem:
        assert self.screen.window is not None
        (painter,) = self.screen.window.findChildren(PresenterPainter)
        place = painter.parentItem()
        assert place is not None
        return place

    def close(self) -> None:
        self.behind.close()
        self.screen.close()


BoothMaker = Callable[[], Booth]


@pytest.fixture(scope="module")
def figure(tmp_path_factory: pytest.TempPathFactory) -> Figure:
    return prepare(asset.read(good_presenter.write(tmp_path_factory.mktemp("figure"))))


@pytest.fixture
def own(tmp_path: Path, figure: Figure, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's own presenters, with one in it."""
    monkeypatch.setenv("CELLARCAST_SETTINGS", str(tmp_path / "settings.toml"))
    description = good_presenter.write(tmp_path / "presenters")
    store.write(replace(figure, asset=asset.read(description)))
    return tmp_path / "presenters"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    for pack_id, presenter in (("vina-arcedo", "mask"), ("yanyu-fang", "nobody")):
        pack = short_pack.write(folder, pack_id, (0, 1))
        good_pack.edit(pack, "winery.toml", 'presenter = "hostess"', f'presenter = "{presenter}"')
    return folder


@pytest.fixture
def booth(qtbot: QtBot, library: Path, own: Path) -> Iterator[BoothMaker]:
    assert own.is_dir()
    load_fonts()
    made: list[Booth] = []

    def make() -> Booth:
        made.append(Booth(library, Settings()))
        return made[-1]

    yield make
    for each in made:
        each.close()


def test_she_leaves_softly_where_nobody_tells_and_comes_back(
    qtbot: QtBot, booth: BoothMaker
) -> None:
    show = booth()
    qtbot.waitUntil(lambda: show.place.opacity() == 1.0, timeout=20_000)
    place = show.place
    stood = (place.x(), place.y(), place.width(), place.height())
    qtbot.waitUntil(lambda: show.place.opacity() == 0.0, timeout=30_000)
    qtbot.waitUntil(lambda: show.place.opacity() == 1.0, timeout=30_000)
    # Light comes and goes by degrees, each way by way of the middle.
    for low, high in ((0.05, 0.35), (0.35, 0.65), (0.65, 0.95)):
        assert sum(low < seen < high for seen in show.opacities) >= 3
    assert stood == (place.x(), place.y(), place.width(), place.height())
    assert [row["name"] for row in show.heard("presenter-failed")] == ["nobody"]
    assert {row["name"] for row in show.heard("presenter")} == {"mask"}
    assert len({row["pack"] for row in show.heard("scene")}) == 2


def test_nothing_of_her_is_drawn_while_she_is_aside(qtbot: QtBot, booth: BoothMaker) -> None:
    show = booth()
    qtbot.waitUntil(lambda: show.place.opacity() == 1.0, timeout=20_000)
    presenter = show.controller._presenter
    assert presenter._timer.isActive()
    presenter.stepAside(True)
    assert not presenter._timer.isActive()
    show.place.setWidth(show.place.width() + 4)  # nor for another size
    assert not presenter._timer.isActive()
    presenter.stepAside(False)
    assert presenter._timer.isActive()


@pytest.mark.parametrize("damage", ["mesh", "figure"])
def test_a_damaged_presenter_stops_no_show(
    qtbot: QtBot, booth: BoothMaker, own: Path, damage: str
) -> None:
    path = own / "mask" / {"mesh": "mesh.glb", "figure": store.NAME}[damage]
    path.write_bytes(path.read_bytes()[:200])
    show = booth()
    qtbot.waitUntil(lambda: len(show.heard("scene")) > 2, timeout=60_000)
    failed = [row for row in show.heard("presenter-failed") if row["name"] == "mask"]
    if damage == "figure":  # prepared anew
        qtbot.waitUntil(lambda: bool(show.heard("presenter")), timeout=30_000)
        assert failed == []
        return
    assert len(failed) == 1
    assert path.name in failed[0]["reason"]
    assert show.heard("presenter") == []
    assert show.place.opacity() == 0.0


# The files are taken away under the show: Qt says so, and nothing else may be said.
@pytest.mark.qt_log_ignore("Cannot open: file")
def test_the_poster_hides_her(qtbot: QtBot, booth: BoothMaker, library: Path) -> None:
    show = booth()
    qtbot.waitUntil(lambda: show.place.opacity() == 1.0, timeout=20_000)
    shutil.rmtree(library)
    qtbot.waitUntil(lambda: bool(show.heard("poster")), timeout=60_000)
    qtbot.wait(50)
    assert not show.place.isVisible()
    qtbot.waitUntil(lambda: show.place.opacity() == 0.0, timeout=10_000)
