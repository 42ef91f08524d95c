"""What moves in a picture: closes without a seam, stays in its place, and stops when it must."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.packs.model import Area, Living, LivingKind, Media, Pack
from kiosk.packs.read import read_pack
from kiosk.show.cues import Turn
from kiosk.show.programme import Item
from kiosk.show.wording import Wordings
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.living_images import LOOKS, LivingImages, draw
from kiosk.ui.bridge.scene_factory import SceneFactory
from kiosk.ui.bridge.stage_images import furnish
from tests import good_pack
from tests.fakes import FAIR

NOW = datetime(2026, 6, 5, 12, 0, tzinfo=FAIR)
AREA = Area(0.35, 0.35, 0.3, 0.3)
WIDTH, HEIGHT = 400, 300
ALONE = b"""
import QtQuick
import Cellarcast.Living

Window {
    id: window

    property var things
    property bool alive: true

    visible: true
    color: "#203040"

    LivingPicture {
        anchors.fill: parent
        objectName: "picture"
        things: window.things
        light: "#f4ece0"
        alive: window.alive
    }
}
"""
SLOT = b"""
import QtQuick
import Cellarcast
import Cellarcast.Stage

Window {
    id: window

    required property var view
    property bool moving: false
    property bool explored: false

    visible: true
    Component.onCompleted: Theme.unit = Math.min(width, height) / 1080

    SceneSlot {
        anchors.fill: parent
        scene: window.view
        moving: window.moving
        explored: window.explored
        onStage: true
    }
}
"""


def thing(kind: LivingKind, **changes: Any) -> dict[str, Any]:
    area = QRectF(AREA.x, AREA.y, AREA.width, AREA.height)
    return {
        "kind": kind.value.capitalize(), "area": area, "colour": "", "strength": 1.0,
        "mirrored": False, **changes,
    }  # fmt: skip


def pixels(image: QImage) -> Any:
    form = image.convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(form.constBits(), np.uint8)
    return flat.reshape(form.height(), form.width(), 4).astype(int)


def family(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from family(child)


def moving_things(window: Any) -> list[QQuickItem]:
    """What lives in the window: told by its phase and its area."""
    items = family(window.contentItem())
    return [item for item in items if {"phase", "area"} <= set(properties(item))]


def properties(item: QQuickItem) -> Iterator[str]:
    meta = item.metaObject()
    return (str(meta.property(number).name()) for number in range(meta.propertyCount()))


@pytest.fixture
def engines() -> Iterator[list[QQmlApplicationEngine]]:
    made: list[QQmlApplicationEngine] = []
    yield made
    while made:
        shiboken6.delete(made.pop())


@pytest.fixture
def alone(qtbot: QtBot, engines: list[QQmlApplicationEngine]) -> Any:
    """Shows one thing by itself; answers a function from phase to pixels."""

    def show(what: dict[str, Any]) -> Any:
        engine = QQmlApplicationEngine()
        engines.append(engine)
        engine.addImportPath(str(resources.qml()))
        engine.addImageProvider("living", LivingImages())
        engine.setInitialProperties({"things": [what], "width": WIDTH, "height": HEIGHT})
        engine.loadData(ALONE)
        window: Any = engine.rootObjects()[0]
        qtbot.waitUntil(lambda: window.contentItem().width() == WIDTH, timeout=5_000)
        qtbot.waitUntil(lambda: len(moving_things(window)) == 1, timeout=5_000)
        (living,) = moving_things(window)
        picture: Any = window.findChild(QQuickItem, "picture")
        qtbot.waitUntil(lambda: picture.opacity() == 1, timeout=5_000)
        living.setProperty("moving", False)

        def at(phase: float) -> Any:
            living.setProperty("phase", phase)
            return pixels(window.grabWindow())

        return at

    return show


@pytest.mark.parametrize("kind", LivingKind)
def test_a_round_moves_smoothly_and_closes_without_a_seam(alone: Any, kind: LivingKind) -> None:
    at = alone(thing(kind))
    first = at(0)
    assert np.abs(at(1) - first).max() <= 2
    assert any(np.abs(at(share) - first).max() > 8 for share in (0.21, 0.43, 0.68))
    assert np.array_equal(at(0), first)  # a moment always looks the same
    # and nothing jumps from one frame to the next
    frame = 1 / (60 * 6)  # the shortest round takes six seconds
    for share in (0.125, 0.4999, 0.75):
        step = np.abs(at(share + frame) - at(share)).astype(float)
        assert step.mean() < 1.0, share


@pytest.mark.parametrize("kind", LivingKind)
def test_it_stays_near_its_area(alone: Any, kind: LivingKind) -> None:
    at = alone(thing(kind))
    ground = np.array([0x20, 0x30, 0x40])
    seen = np.zeros((HEIGHT, WIDTH), bool)
    for share in np.linspace(0, 1, 9):
        seen |= np.abs(at(share)[..., :3] - ground).max(-1) > 3
    rows, columns = np.nonzero(seen)
    assert len(rows)
    reach = 4.5 * AREA.height * HEIGHT if kind is LivingKind.CANDLE else 0.16 * HEIGHT
    assert rows.min() > AREA.y * HEIGHT - reach
    assert rows.max() < (AREA.y + AREA.height) * HEIGHT + reach
    assert columns.min() > AREA.x * WIDTH - reach
    assert columns.max() < (AREA.x + AREA.width) * WIDTH + reach


def test_mirrored_it_moves_to_the_left(alone: Any) -> None:
    right = alone(thing(LivingKind.POUR))(0.3)
    left = alone(thing(LivingKind.POUR, mirrored=True))(0.3)
    assert np.abs(left[:, ::-1] - right).max() <= 6
    assert np.abs(left - right).max() > 20


def test_strength_is_how_much_it_is_seen(alone: Any) -> None:
    ground = np.array([0x20, 0x30, 0x40, 0xFF])
    full, weak = (
        np.abs(alone(thing(LivingKind.MIST, strength=strength))(0.4) - ground).max()
        for strength in (1.0, 0.3)
    )
    assert 0 < weak < 0.5 * full


@pytest.mark.parametrize("look", LOOKS)
def test_a_little_picture_is_seen_and_has_no_hard_border(look: str) -> None:
    image = pixels(draw(look, QColor("#c08a3a"), 1))
    alpha = image[..., 3]
    assert alpha.max() > 100
    border = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
    assert border.max() < 30
    assert np.array_equal(image, pixels(draw(look, QColor("#c08a3a"), 1)))


@pytest.mark.parametrize("look", ["veil", "leaf"])
def test_seeds_tell_veils_and_leaves_apart(look: str) -> None:
    one, other = (pixels(draw(look, QColor("#c08a3a"), seed)) for seed in (1, 2))
    assert not np.array_equal(one, other)


def test_a_picture_is_served_no_larger_than_asked_for() -> None:
    images = LivingImages()
    small = images.requestImage("mote/f4ece0/1", QSize(), QSize(24, 24))
    assert (small.width(), small.height()) == (24, 24)
    large = images.requestImage("mote/f4ece0/1", QSize(), QSize(500, 500))
    assert large.width() == 128


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resources.demonstration() / "vina-arcedo")


@pytest.fixture
def stage(qtbot: QtBot, engines: list[QQmlApplicationEngine], pack: Pack) -> Any:
    """A scene on the stage with a thing in its wide picture alone."""

    def show(moving: bool, size: tuple[int, int] = (640, 360), clip: Path | None = None) -> Any:
        codes = CodeImages()
        factory = SceneFactory(
            Wordings(resources.stage_words()), codes, "", lambda: NOW, print
        )
        engine = QQmlApplicationEngine()
        engines.append(engine)
        furnish(engine, codes)
        living = (Living(LivingKind.CANDLE, AREA, None),)
        film = Media(clip) if clip else None
        scene = replace(pack.scene("land"), living=living, clip=film, depth=None)
        view = factory.build(Turn(1, Item(pack, scene, "en")), 15.0, engine)
        engine.setInitialProperties(
            {"view": view, "width": size[0], "height": size[1], "moving": moving}
        )
        engine.loadData(SLOT)
        window: Any = engine.rootObjects()[0]
        qtbot.waitUntil(lambda: window.contentItem().width() == size[0], timeout=5_000)
        return window

    return show


def test_it_lives_while_the_scene_is_shown_and_stops_for_a_visitor(
    qtbot: QtBot, stage: Any
) -> None:
    window = stage(moving=True)
    qtbot.waitUntil(lambda: len(moving_things(window)) == 1, timeout=5_000)
    (candle,) = moving_things(window)
    before = candle.property("phase")
    qtbot.waitUntil(lambda: candle.property("phase") != before, timeout=5_000)
    window.setProperty("explored", True)
    qtbot.waitUntil(lambda: moving_things(window) == [], timeout=5_000)


def test_with_reduced_motion_the_picture_is_the_still(qtbot: QtBot, stage: Any) -> None:
    window = stage(moving=False)
    qtbot.wait(600)  # the picture is there
    assert moving_things(window) == []


@pytest.mark.qt_log_ignore("No RHI backend", "pipewire-0.3", "Could not open media", extend=True)
def test_under_a_clip_the_picture_rests_until_the_clip_fails(
    qtbot: QtBot, stage: Any, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.mp4", tmp_path / "bad.mp4"
    good.write_bytes(good_pack.clip())
    bad.write_bytes(good_pack.clip()[:300])
    window = stage(moving=True, clip=good)
    qtbot.wait(600)
    assert moving_things(window) == []
    window = stage(moving=True, clip=bad)
    qtbot.waitUntil(lambda: len(moving_things(window)) == 1, timeout=8_000)


def test_an_upright_picture_without_an_area_stands_still(qtbot: QtBot, stage: Any) -> None:
    window = stage(moving=True, size=(360, 640))
    qtbot.wait(600)
    assert moving_things(window) == []


def test_the_demonstration_packs_live() -> None:
    packs = [read_pack(path.parent) for path in resources.demonstration().glob("*/winery.toml")]
    living = [scene.living for pack in packs for scene in pack.scenes if scene.living]
    assert len(living) >= 6
    things = [each for scene in living for each in scene]
    assert {each.kind for each in things} == set(LivingKind)
    assert all(each.area and each.portrait_area for each in things)
