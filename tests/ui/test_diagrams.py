"""Diagrams on the stage: labels clear of all else in every language, moving, or still."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import combinations
from typing import Any

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.packs.model import Diagram, Pack
from kiosk.packs.read import read_pack
from kiosk.show.cues import Turn
from kiosk.show.programme import Item
from kiosk.show.wording import Wordings
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.plate_images import inked, must_colour
from kiosk.ui.bridge.scene_factory import SceneFactory
from kiosk.ui.bridge.stage_images import furnish
from kiosk.ui.screen import load_fonts
from tests.fakes import FAIR

LANGUAGES = ["zh-CN", "en", "es", "it", "fr", "pt", "de"]
SIZES = {"wide": (1920, 1080), "upright": (1080, 1920)}
NOW = datetime(2026, 6, 5, 12, 0, tzinfo=FAIR)
SLOT = b"""
import QtQuick
import Cellarcast
import Cellarcast.Stage

Window {
    id: window

    property alias slot: slot
    required property var view
    property bool moving: false

    visible: true
    Component.onCompleted: Theme.unit = Math.min(width, height) / 1080

    SceneSlot {
        id: slot

        anchors.fill: parent
        scene: window.view
        moving: window.moving
        onStage: true
    }
}
"""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resources.demonstration() / "vina-arcedo")


@pytest.fixture
def stage(qtbot: QtBot, pack: Pack) -> Iterator[Any]:
    load_fonts()
    engines: list[QQmlApplicationEngine] = []

    def leave() -> None:
        while engines:
            shiboken6.delete(engines.pop())

    def show(diagram: Diagram, language: str, size: tuple[int, int], moving: bool = False) -> Any:
        leave()
        codes = CodeImages()  # the engine's own from here on
        factory = SceneFactory(
            Wordings(resources.stage_words()), codes, "", lambda: NOW, print
        )
        engine = QQmlApplicationEngine()
        engines.append(engine)
        furnish(engine, codes)
        scene = replace(pack.scene("fermenting"), diagram=diagram)
        view = factory.build(Turn(1, Item(pack, scene, language)), 15.0, engine)
        view.explain()
        engine.setInitialProperties(
            {"view": view, "width": size[0], "height": size[1], "moving": moving}
        )
        engine.loadData(SLOT)
        window: Any = engine.rootObjects()[0]
        qtbot.waitUntil(lambda: window.contentItem().width() == size[0], timeout=5_000)
        return window

    yield show
    leave()


def family(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from family(child)


def named(window: Any, name: str) -> list[QRectF]:
    """Where the visible items of that name are on the stage."""
    return [
        QRectF(item.mapToScene(QPointF(0, 0)), item.size())
        for item in family(window.contentItem())
        if item.objectName() == name and item.isVisible()
    ]


def grey(image: QImage) -> Any:
    form = image.convertToFormat(QImage.Format.Format_Grayscale8)
    flat = np.frombuffer(form.constBits(), np.uint8).reshape(form.height(), form.bytesPerLine())
    return flat[:, : form.width()].astype(int)


@pytest.mark.parametrize("layout", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_meets_another_or_anything_else(stage: Any, language: str, layout: str) -> None:
    width, height = SIZES[layout]
    for diagram in Diagram:
        window = stage(diagram, language, (width, height))
        window.grabWindow()  # lays out what is set in columns
        labels = named(window, "diagramLabel")
        assert len(labels) == 4
        others = [*named(window, "backLabel"), *named(window, "foot"), *named(window, "letterhead")]
        assert len(others) == 3
        for rect in labels:
            assert QRectF(0, 0, width, height).contains(rect), (diagram, rect)
            assert rect.right() < width * (0.72 if layout == "wide" else 0.62), (diagram, rect)
            assert not [other for other in others if other.intersects(rect)], (diagram, rect)
        for one, other in combinations(labels, 2):
            assert not one.intersects(other), (diagram, one, other)


@pytest.mark.parametrize("diagram", Diagram)
def test_it_moves_and_is_still_with_reduced_motion(
    qtbot: QtBot, stage: Any, diagram: Diagram
) -> None:
    def change(moving: bool) -> int:
        window = stage(diagram, "en", (960, 540), moving)
        qtbot.wait(1_400)  # past the dissolve
        before = grey(window.grabWindow())
        qtbot.wait(1_000)
        return int((np.abs(grey(window.grabWindow()) - before) > 16).sum())

    assert change(moving=False) == 0
    assert change(moving=True) > 20


def test_a_plate_takes_the_winery_s_colours() -> None:
    plate = QImage(3, 1, QImage.Format.Format_RGBA8888_Premultiplied)
    for x, share in enumerate(("#ff0000", "#00ff00", "#0000ff")):
        plate.setPixelColor(x, 0, QColor(share))
    ink, must, ground = QColor("#f4ece0"), QColor("#9a2038"), QColor("#1d1512")
    done = inked(plate, ink, must, ground)
    assert [done.pixelColor(x, 0).name() for x in range(3)] == [
        ink.name(), must.name(), ground.name(),
    ]  # fmt: skip


def test_a_dark_wine_is_made_to_be_seen() -> None:
    assert must_colour(QColor("#2a0a10")).lightnessF() > 0.35
