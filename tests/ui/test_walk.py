"""The walk without a window: newest wish first, half size in a hurry, nothing kept afterwards."""

import gc
import threading
import time
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from kiosk.errors import PackError
from kiosk.show.house import SpotCard, StopCard
from kiosk.show.panorama import View
from kiosk.ui.bridge.panorama_painter import PanoramaPainter
from kiosk.ui.bridge.panorama_worker import HALF, PanoramaWorker
from kiosk.ui.bridge.walk import Walk
from tests import panoramas

SIZE = (480, 200)
VIEW = View(width=48, height=20)


class Scene:
    """Stands for a panorama: tells what was asked of it, and takes as long as the test wants."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, float]] = []
        self.gate = threading.Event()
        self.gate.set()
        self.slow = 0.0

    def seen(self, view: View, scale: float = 1.0) -> Any:
        self.asked.append((view.heading, scale))
        assert self.gate.wait(5)
        time.sleep(self.slow)
        return np.zeros((view.height, view.width, 4), np.uint8)


@pytest.fixture
def scene() -> Scene:
    return Scene()


@pytest.fixture
def worker(qtbot: QtBot, scene: Scene) -> Iterator[PanoramaWorker]:
    made = PanoramaWorker(lambda path: scene)
    yield made
    scene.gate.set()
    made.close()


def test_the_newest_wish_is_drawn_and_older_ones_are_forgotten(
    qtbot: QtBot, worker: PanoramaWorker, scene: Scene
) -> None:
    drawn: list[float] = []
    worker.drawn.connect(lambda view, picture: drawn.append(view.heading))
    worker.open(Path("a"))
    scene.gate.clear()
    for heading in range(40):
        worker.wish(replace(VIEW, heading=float(heading)), True)
    qtbot.waitUntil(lambda: scene.asked != [])
    scene.gate.set()
    qtbot.waitUntil(lambda: bool(drawn) and drawn[-1] == 39.0)
    assert drawn == [0.0, 39.0]
    worker.wish(replace(VIEW, heading=39.0), False)
    qtbot.wait(50)
    assert len(scene.asked) == 2, "what is seen already is not drawn again"


def test_a_slow_machine_turns_at_half_size_and_rests_at_full(
    qtbot: QtBot, worker: PanoramaWorker, scene: Scene
) -> None:
    drawn: list[float] = []
    worker.drawn.connect(lambda view, picture: drawn.append(view.heading))
    worker.open(Path("a"))
    scene.slow = 0.03  # more than it may take

    def see(heading: float, moving: bool) -> None:
        worker.wish(replace(VIEW, heading=heading), moving)
        count = len(drawn)
        qtbot.waitUntil(lambda: len(drawn) > count)

    see(0, False)
    see(1, True)
    see(2, True)
    see(2, False)
    assert scene.asked == [(0, 1.0), (1, HALF), (2, HALF), (2, 1.0)]


def test_what_was_left_is_gone_and_nothing_of_it_comes_later(
    qtbot: QtBot, worker: PanoramaWorker
) -> None:
    kept = [Scene()]
    gone, gate, asked = weakref.ref(kept[0]), kept[0].gate, kept[0].asked
    worker._read = lambda path: kept.pop()
    drawn: list[View] = []
    worker.drawn.connect(lambda view, picture: drawn.append(view))
    gate.clear()
    worker.open(Path("a"))
    worker.wish(VIEW, False)
    qtbot.waitUntil(lambda: asked != [])
    worker.forget()
    gate.set()
    qtbot.waitUntil(lambda: gc.collect() >= 0 and gone() is None)
    qtbot.wait(20)
    assert drawn == []


# --- the walk ---------------------------------------------------------------------------------


@pytest.fixture
def walk(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Walk, list[tuple[str, dict[str, Any]]]]]:
    said: list[tuple[str, dict[str, Any]]] = []
    stops = []
    for number, name in enumerate(("vineyard", "cellar")):
        path = tmp_path / f"{name}.png"
        path.write_bytes(panoramas.encoded(blue=60 + 100 * number))
        spot = SpotCard(20, 0, "", "cellar", "The cellar")
        mark, heading = str(number + 1), 40.0 * (number + 1)
        stops.append(StopCard(name, mark, name.title(), path, heading, (spot,)))
    stops.append(StopCard("ruin", "3", "The ruin", tmp_path / "ruin.png", 0.0, ()))
    made = Walk(lambda event, **figures: said.append((event, figures)))
    made.furnish(stops)
    yield made, said
    made.close()


def painted(walk: Walk, fading: float = 0.0) -> QImage:
    """What the painter makes of the walk, over magenta."""
    painter = PanoramaPainter()
    painter.setSize(QSizeF(*SIZE))
    painter.setProperty("walk", walk)
    painter.setProperty("fading", fading)
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    brush = QPainter(image)
    painter.paint(brush)
    brush.end()
    return image


def rgb(image: QImage, x: int = SIZE[0] // 2, y: int = SIZE[1] // 2) -> tuple[int, int, int]:
    colour = image.pixelColor(x, y)
    return colour.red(), colour.green(), colour.blue()


Told = tuple[Walk, list[tuple[str, dict[str, Any]]]]


def test_the_painter_shows_where_the_visitor_looks(qtbot: QtBot, walk: Told) -> None:
    here, said = walk
    assert rgb(painted(here)) == (255, 0, 255), "nothing yet"
    here.enter()
    here.resize(*SIZE, 100.0)
    qtbot.waitUntil(lambda: here.property("sight") == "vineyard")
    assert rgb(painted(here)) == pytest.approx(panoramas.colour(40, 0, 60), abs=2)
    view = View(40, 0, 90, *SIZE)
    for x, y in [(3, 4), (470, 190)]:
        right, up = view.direction(x + 0.5, y + 0.5)
        assert rgb(painted(here), x, y) == pytest.approx(panoramas.colour(right, up, 60), abs=2)
    here.press(1, 240, 100)
    here.drag(1, 100, 60)
    right, up = view.holding(40, 0, 100, 60).heading, view.holding(40, 0, 100, 60).pitch
    qtbot.waitUntil(lambda: here.property("heading") == pytest.approx(right))
    assert rgb(painted(here)) == pytest.approx(panoramas.colour(right, up, 60), abs=2)
    assert said == [("walk", {"stop": "vineyard"})]


def test_the_way_on_dissolves_and_what_cannot_be_shown_is_told(qtbot: QtBot, walk: Told) -> None:
    here, said = walk
    here.enter()
    here.resize(*SIZE, 100.0)
    qtbot.waitUntil(lambda: here.property("sight") == "vineyard")
    with qtbot.waitSignal(here.arrived):
        here.go("cellar")
    assert here.property("heading") == pytest.approx(80)
    now, before = panoramas.colour(80, 0, 160), panoramas.colour(40, 0, 60)
    assert rgb(painted(here)) == pytest.approx(now, abs=2)
    half = [round((a + b) / 2) for a, b in zip(now, before, strict=True)]
    assert list(rgb(painted(here, 0.5))) == pytest.approx(half, abs=3)
    here.settle()
    assert rgb(painted(here, 0.5)) == pytest.approx(now, abs=2)
    here.go("ruin")
    qtbot.waitUntil(lambda: said[-1][0] == "panorama-failed")
    assert "cannot be read" in said[-1][1]["reason"]
    assert here.property("sight") == ""
    assert rgb(painted(here)) == (255, 0, 255), "the stage's own picture, not another stop's"
    here.go("vineyard")
    qtbot.waitUntil(lambda: here.property("sight") == "vineyard")


def test_nothing_is_kept_after_leaving(qtbot: QtBot, walk: Told) -> None:
    here, _ = walk
    here.enter()
    here.resize(*SIZE, 100.0)
    qtbot.waitUntil(lambda: here.property("sight") == "vineyard")
    picture = weakref.ref(here._worker._picture)
    assert picture() is not None
    here.leave()
    assert (here.property("stop"), here.property("sight")) == ("", "")
    assert here.image is None
    assert here._pixels is None
    qtbot.waitUntil(lambda: gc.collect() >= 0 and picture() is None)
    here.press(1, 5, 5)
    here.drag(1, 90, 5)
    here.lift(1)
    qtbot.wait(60)
    assert here.image is None, "and nothing comes back"


def test_a_picture_that_fails_while_it_is_drawn_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    class Broken:
        def seen(self, view: View, scale: float) -> Any:
            raise PackError("torn", where="x")

    said: list[str] = []
    worker = PanoramaWorker(lambda path: Broken())
    worker.failed.connect(said.append)
    worker.open(tmp_path)
    worker.wish(VIEW, False)
    qtbot.waitUntil(lambda: said != [])
    assert "torn" in said[0]
    worker.close()
