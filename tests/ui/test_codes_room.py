"""The largest code that the stage ever shows leaves everything else its place."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QRectF
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.packs.model import SceneKind
from kiosk.packs.read import read_pack
from kiosk.show.cues import Turn
from kiosk.show.programme import Item
from kiosk.show.wording import Wordings
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.scene_factory import SceneFactory
from kiosk.ui.bridge.stage_images import furnish
from kiosk.ui.screen import load_fonts
from tests.fakes import FAIR

SIZES = {"wide": (1920, 1080), "upright": (1080, 1920)}
NOW = datetime(2026, 6, 5, 12, 0, tzinfo=FAIR)
PACKS = sorted(folder.name for folder in resources.demonstration().iterdir())
OTHERS = ("TastingNotes", "UprightText", "Letterhead", "Headline", "Captions", "FactRail")
SLOT = b"""
import QtQuick
import Cellarcast
import Cellarcast.Stage

Window {
    id: window

    required property var view

    visible: true
    Component.onCompleted: Theme.unit = Math.min(width, height) / 1080

    SceneSlot {
        anchors.fill: parent
        scene: window.view
        moving: false
        onStage: true
    }
}
"""


def family(item: QQuickItem) -> Iterator[QQuickItem]:
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from family(child)


def covered(window: Any) -> list[str]:
    """What lies under the back label, or outside the window; of items that show something."""
    stage = QRectF(0, 0, window.width(), window.height())
    places: dict[str, QRectF] = {}
    for item in family(window.contentItem()):
        kind = item.metaObject().className().split("_")[0]
        name = "BackLabel" if item.objectName() == "backLabel" else kind
        if item.width() * item.height() > 0 and name in (*OTHERS, "BackLabel"):
            places[name] = item.mapRectToScene(item.boundingRect())
    label = places.pop("BackLabel")
    assert places
    wrong = [name for name, place in places.items() if place.intersects(label)]
    return wrong if stage.contains(label) else [*wrong, "BackLabel"]


def run_over(window: Any) -> list[str]:
    """Words of the back label that run past their line's end."""
    (label,) = (item for item in family(window.contentItem()) if item.objectName() == "backLabel")
    return [
        str(item.property("text"))
        for item in family(label)
        if item.metaObject().indexOfProperty("paintedWidth") >= 0
        and item.property("paintedWidth") > item.width() + 1
    ]


def scenes(
    bot: QtBot, pack_id: str, shape: str, now: datetime, *, plain: bool
) -> Iterator[tuple[tuple[str, str], Any]]:
    """A scene of each kind, and of each wine, in every language: its name, and the window."""
    load_fonts()
    pack = read_pack(resources.demonstration() / pack_id)
    codes = CodeImages()
    factory = SceneFactory(
        Wordings(resources.stage_words()), codes, "", lambda: now, print
    )
    engine = QQmlApplicationEngine()
    furnish(engine, codes)
    width, height = SIZES[shape]
    first = {scene.kind: scene for scene in reversed(pack.scenes)}
    wines = [scene for scene in pack.scenes if scene.kind is SceneKind.WINE]
    views = {
        (scene.id, language): factory.build(Turn(1, Item(pack, scene, language)), 15.0, engine)
        for scene in {each.id: each for each in (*first.values(), *wines)}.values()
        for language in pack.languages
    }
    for each in views.values():
        if plain:
            each.make_plain()
    engine.setInitialProperties(
        {"view": next(iter(views.values())), "width": width, "height": height}
    )
    engine.loadData(SLOT)
    window: Any = engine.rootObjects()[0]
    bot.waitUntil(lambda: window.contentItem().width() == width, timeout=5_000)
    for name, each in views.items():
        window.setProperty("view", each)
        bot.wait(30)
        yield name, window
    shiboken6.delete(engine)


@pytest.mark.parametrize("shape", SIZES)
@pytest.mark.parametrize("pack_id", PACKS)
def test_nothing_lies_under_the_largest_label(qtbot: QtBot, pack_id: str, shape: str) -> None:
    shown = scenes(qtbot, pack_id, shape, NOW, plain=True)
    wrong = {name: found for name, window in shown if (found := covered(window))}
    assert wrong == {}


@pytest.mark.parametrize("shape", SIZES)
def test_a_long_day_stays_on_the_label(qtbot: QtBot, shape: str) -> None:
    wednesday = datetime(2026, 6, 3, 20, 0, tzinfo=FAIR)  # the room opens again on Friday
    shown = scenes(qtbot, "quinta-da-lousamoura", shape, wednesday, plain=False)
    wrong = {name: found for name, window in shown if (found := run_over(window))}
    assert wrong == {}
