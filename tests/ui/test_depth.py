"""A picture in layers: what stands in front comes closer, and whatever fails leaves the still."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shiboken6
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.packs.model import Area, Depth, Focus, Layers, Living, LivingKind, Media, Pack
from kiosk.packs.read import read_pack
from kiosk.show.cues import Turn
from kiosk.show.programme import Item
from kiosk.show.wording import Wordings
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.scene_factory import SceneFactory
from kiosk.ui.bridge.scene_view import SceneView
from kiosk.ui.bridge.stage_images import furnish
from tests.fakes import FAIR

NOW = datetime(2026, 6, 5, 12, 0, tzinfo=FAIR)
SIZE = (640, 360)
AREA = Area(0.25, 0.25, 0.5, 0.5)
PAGE = b"""
import QtQuick
import Cellarcast
import Cellarcast.Stage

Window {
    id: window

    required property var view
    property bool moving: false
    property bool explored: false
    property bool onStage: true
    property real shine: 1
    property int failures: 0

    visible: true
    color: "black"
    Component.onCompleted: Theme.unit = Math.min(width, height) / 1080

    SceneSlot {
        anchors.fill: parent
        scene: window.view
        moving: window.moving
        explored: window.explored
        onStage: window.onStage
        opacity: window.shine
        onLayersFailed: window.failures += 1
    }
}
"""


class Drawn:
    """Layers whose places can be told in a grabbed window: blue behind, a red thing in front."""

    def __init__(self, folder: Path) -> None:
        self.picture, self.far, self.near = (
            folder / name for name in ("picture.png", "far.png", "near.png")
        )
        behind = np.zeros((720, 1280, 3), np.uint8)
        behind[...] = (0, 0, 200)
        front = np.zeros((360, 640, 4), np.uint8)
        front[40:-40, 80:-80] = (200, 0, 0, 255)
        whole = behind.copy()
        whole[220:500, 400:880] = (200, 0, 0)
        for path, pixels in ((self.picture, whole), (self.far, behind), (self.near, front)):
            Image.fromarray(pixels).save(path)

    def layers(self, **changes: Any) -> Layers:
        return replace(Layers(self.far, self.near, AREA, Focus(0.5, 0.75)), **changes)


def pixels(window: Any) -> Any:
    form = window.grabWindow().convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(form.constBits(), np.uint8)
    return flat.reshape(form.height(), form.width(), 4).astype(int)


def red(window: Any) -> tuple[int, int, int, int]:
    """Left, top, right and lower end of what is red in the window's upper half, beside the type."""
    part = pixels(window)[: SIZE[1] // 2, 150:470]
    rows, columns = np.nonzero((part[..., 0] > 60) & (part[..., 2] < 60))
    return int(columns.min()) + 150, int(rows.min()), int(columns.max()) + 150, int(rows.max())


def settled(qtbot: QtBot, window: Any) -> Any:
    """The window, once its picture is there."""
    qtbot.waitUntil(lambda: pixels(window)[150, SIZE[0] // 2, 0] > 60, timeout=5_000)
    return window


def layer(window: Any, name: str) -> Any:
    return window.findChild(QQuickItem, name)


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    return Drawn(tmp_path)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resources.demonstration() / "vina-arcedo")


@pytest.fixture
def engines() -> Iterator[list[QQmlApplicationEngine]]:
    made: list[QQmlApplicationEngine] = []
    yield made
    while made:
        shiboken6.delete(made.pop())


@pytest.fixture
def stage(qtbot: QtBot, engines: list[QQmlApplicationEngine], pack: Pack, drawn: Drawn) -> Any:
    """The drawn picture as a scene on the stage."""

    def show(
        depth: Depth | None, living: tuple[Living, ...] = (), seconds: float = 0.4, **first: Any
    ) -> Any:
        engine = QQmlApplicationEngine()
        engines.append(engine)
        codes = CodeImages()
        view = viewed(pack, drawn, depth, living, seconds, engine, codes)
        furnish(engine, codes)
        size = {"width": SIZE[0], "height": SIZE[1]}
        engine.setInitialProperties({"view": view, "moving": True, **size, **first})
        engine.loadData(PAGE)
        window: Any = engine.rootObjects()[0]
        qtbot.waitUntil(lambda: window.contentItem().width() == SIZE[0], timeout=5_000)
        return window

    return show


def viewed(
    pack: Pack, drawn: Drawn, depth: Depth | None, living: tuple[Living, ...],
    seconds: float, owner: Any, codes: CodeImages | None = None,
) -> SceneView:  # fmt: skip
    factory = SceneFactory(
        Wordings(resources.stage_words()), codes or CodeImages(), "",
        lambda: NOW, print,
    )  # fmt: skip
    media = Media(drawn.picture, None, Focus(0.5, 0.5))
    scene = replace(pack.scene("land"), picture=media, living=living, depth=depth)
    return factory.build(Turn(1, Item(pack, scene, "en")), seconds, owner)


def loaded(window: Any) -> bool:
    """Whether both layers are decoded."""
    both = [layer(window, name) for name in ("far", "near")]
    return all(one is not None and one.property("progress") == 1 for one in both)


def shown(window: Any) -> bool:
    """Whether the layers have taken the still's place."""
    far = layer(window, "far")
    return far is not None and far.isVisible()


def test_what_stands_in_front_comes_closer_than_what_is_behind(
    qtbot: QtBot, stage: Any, drawn: Drawn
) -> None:
    layers = drawn.layers()
    window = stage(Depth(layers, layers), onStage=False)
    qtbot.waitUntil(lambda: loaded(window), timeout=5_000)
    window.setProperty("onStage", True)
    qtbot.waitUntil(lambda: shown(window), timeout=5_000)
    far, near = layer(window, "far"), layer(window, "near")

    def corner(item: Any) -> tuple[float, float]:
        place = item.mapToScene(item.boundingRect().topLeft())
        return place.x(), place.y()

    # The camera's move lasts 2.4 s: wait for its end, 7 % closer.
    wide = SIZE[0] * 1.07
    qtbot.waitUntil(lambda: corner(far)[0] < (SIZE[0] - wide) / 2 + 0.01, timeout=10_000)
    behind = near.mapRectToScene(near.boundingRect())
    assert behind.width() == pytest.approx(0.5 * wide * 1.03, abs=0.2)
    # It grows from its hinge, in the middle of its lower edge.
    assert behind.bottom() == pytest.approx(SIZE[1] * (0.5 + 0.25 * 1.07), abs=0.3)
    assert behind.center().x() == pytest.approx(SIZE[0] / 2, abs=0.3)


def test_the_layers_begin_where_the_still_is(qtbot: QtBot, stage: Any, drawn: Drawn) -> None:
    layers = drawn.layers()
    still = red(settled(qtbot, stage(None, seconds=10_000.0)))
    window = stage(Depth(layers, layers), seconds=10_000.0)
    qtbot.waitUntil(lambda: shown(window), timeout=5_000)
    assert np.abs(np.subtract(red(window), still)).max() <= 1


def test_layers_that_come_late_take_the_place_unmoved(
    qtbot: QtBot, stage: Any, drawn: Drawn
) -> None:
    layers = drawn.layers()
    window = stage(Depth(layers, layers), shine=0.5)
    qtbot.waitUntil(lambda: loaded(window), timeout=5_000)
    qtbot.wait(3_000)  # the camera has come to its end meanwhile
    assert not shown(window)  # in a dissolve what is behind would shine through
    window.setProperty("shine", 1.0)
    qtbot.waitUntil(lambda: shown(window), timeout=5_000)
    near = layer(window, "near")
    width = near.mapRectToScene(near.boundingRect()).width()
    assert width == pytest.approx(0.5 * SIZE[0] * 1.07, abs=0.2)


@pytest.mark.parametrize("first", [{"moving": False}, {"explored": True}])
def test_reduced_motion_and_visitors_have_the_still(
    qtbot: QtBot, stage: Any, drawn: Drawn, first: dict[str, bool]
) -> None:
    layers = drawn.layers()
    window = settled(qtbot, stage(Depth(layers, layers), **first))
    qtbot.wait(400)
    assert layer(window, "far") is None  # not even decoded
    assert not first.get("moving", True) or red(window)


def test_a_scene_that_waits_has_its_layers_ready_but_shows_the_still(
    qtbot: QtBot, stage: Any, drawn: Drawn
) -> None:
    layers = drawn.layers()
    window = stage(Depth(layers, layers), onStage=False)
    qtbot.waitUntil(lambda: loaded(window), timeout=5_000)
    qtbot.wait(200)
    assert not shown(window)


def test_for_a_visitor_the_layers_close_again_and_go(
    qtbot: QtBot, stage: Any, drawn: Drawn
) -> None:
    layers = drawn.layers()
    window = stage(Depth(layers, layers))
    qtbot.waitUntil(lambda: shown(window), timeout=5_000)
    qtbot.wait(1_200)
    near = layer(window, "near")
    before = near.mapRectToScene(near.boundingRect()).height()
    window.setProperty("explored", True)
    qtbot.wait(60)
    assert shown(window)  # not at once: what stands in front would jump
    assert near.mapRectToScene(near.boundingRect()).height() <= before
    qtbot.waitUntil(lambda: layer(window, "near") is None, timeout=5_000)
    assert red(settled(qtbot, window))


def broken(drawn: Drawn, how: str) -> Layers:
    if how == "gone":
        return drawn.layers(far=drawn.far.with_name("gone.png"))
    if how == "damaged":
        drawn.near.write_bytes(drawn.near.read_bytes()[:200])
    else:
        Image.new("RGB", (720, 1280)).save(drawn.far)
    return drawn.layers()


@pytest.mark.parametrize("how", ["gone", "damaged", "bent"])
def test_a_broken_layer_leaves_the_still(
    qtbot: QtBot, qtlog: Any, stage: Any, drawn: Drawn, how: str
) -> None:
    still = red(settled(qtbot, stage(None, seconds=10_000.0)))
    layers = broken(drawn, how)
    with qtlog.disabled():  # Qt says itself that an image is not there
        window = stage(Depth(layers, layers), seconds=10_000.0)
        qtbot.waitUntil(lambda: window.property("failures") == 1, timeout=5_000)
        qtbot.wait(200)
        assert not shown(window)
        assert np.abs(np.subtract(red(window), still)).max() <= 1
        assert window.property("failures") == 1


def test_what_lies_on_the_thing_in_front_moves_with_it(pack: Pack, drawn: Drawn) -> None:
    layers = drawn.layers()
    owner = QQmlApplicationEngine()
    inside = Living(LivingKind.CANDLE, Area(0.4, 0.3, 0.05, 0.1), None)
    across = Living(LivingKind.DUST, Area(0.1, 0.3, 0.4, 0.3), None)
    view = viewed(pack, drawn, Depth(layers, None), (inside, across), 9.0, owner)
    assert [thing["near"] for thing in view.property("living")] == [True, False]
    whole = viewed(pack, drawn, None, (inside,), 9.0, owner)
    assert [thing["near"] for thing in whole.property("living")] == [False]
    shiboken6.delete(owner)
