"""A clip on a machine that cannot keep up leaves frames out and lets the stage go on."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.packs.model import Media
from kiosk.packs.read import read_pack
from kiosk.show.cues import Turn
from kiosk.show.programme import Item
from kiosk.show.wording import Wordings
from kiosk.ui.bridge.clip_painter import ClipPainter
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.scene_factory import SceneFactory
from tests.fakes import FAIR

pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)  # as it is meant to be


class Counted(QVideoFrame):
    """A frame of one colour that counts how often it is converted."""

    converted = 0

    def toImage(self) -> QImage:  # noqa: N802 - Qt's name
        Counted.converted += 1
        return super().toImage()


def frame(colour: str) -> QVideoFrame:
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return Counted(QVideoFrame(image))


@pytest.fixture
def clip(qtbot: QtBot) -> ClipPainter:
    painter = ClipPainter()
    painter.setSize(QSizeF(32, 18))
    Counted.converted = 0
    return painter


def drawn(clip: ClipPainter) -> QColor:
    image = QImage(32, 18, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    clip.paint(painter)
    painter.end()
    return image.pixelColor(16, 9)


def test_only_what_is_drawn_is_converted(clip: ClipPainter) -> None:
    for _ in range(50):
        clip._take(frame("red"))
    clip._take(frame("lime"))
    assert Counted.converted == 0, "fifty frames came while the stage was busy"
    assert drawn(clip) == QColor("lime"), "the newest"
    assert drawn(clip) == QColor("lime"), "until another comes"
    assert Counted.converted == 1


def test_nothing_is_drawn_before_the_first_frame_and_after_a_failure(clip: ClipPainter) -> None:
    assert drawn(clip) == QColor("black")
    assert not clip.opaquePainting(), "the picture below shows"
    clip._take(frame("red"))
    assert drawn(clip) == QColor("red")
    assert clip.opaquePainting()
    clip._take(frame("lime"))
    clip._fail("gone")
    assert drawn(clip) == QColor("black")
    assert not clip.opaquePainting()


@pytest.mark.qt_log_ignore("Could not open media", extend=True)  # there is none at that place
def test_a_clip_that_is_gone_keeps_nothing(qtbot: QtBot) -> None:
    """Python keeps what QML made of it as long as the booth runs, once with 8 MB of a frame."""
    engine = QQmlEngine()
    component = QQmlComponent(engine, str(resources.qml() / "Cellarcast/Stage/MovingClip.qml"))
    motion = component.createWithInitialProperties({"source": "file:///no/such/clip.webm"})
    assert isinstance(motion, QQuickItem), component.errorString()
    (clip,) = motion.childItems()
    assert isinstance(clip, ClipPainter)
    motion.setSize(QSizeF(32, 18))
    clip._take(frame("red"))
    assert drawn(clip) == QColor("red")
    clip._take(frame("lime"))
    assert clip._frame.isValid()
    gone: list[bool] = []
    clip.destroyed.connect(lambda: gone.append(True))
    motion.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    assert not clip._frame.isValid()
    assert clip._image.isNull()


WIDE, TALL = Path("/pack/wide.webm"), Path("/pack/tall.webm")


@pytest.mark.parametrize(
    ("clip", "tall_picture", "wide", "upright"),
    [
        (Media(WIDE, TALL), True, WIDE, TALL),
        (Media(WIDE), True, WIDE, None),  # it would not begin with the upright picture
        (Media(WIDE), False, WIDE, WIDE),
        (None, True, None, None),
    ],
)
def test_an_upright_screen_has_the_clip_that_begins_with_its_picture(
    clip: Media | None, tall_picture: bool, wide: Path | None, upright: Path | None
) -> None:
    pack = read_pack(resources.demonstration() / "vina-arcedo")
    land = pack.scene("land")
    picture = land.picture if tall_picture else replace(land.picture, portrait=None)
    factory = SceneFactory(
        Wordings(resources.stage_words()), CodeImages(), "",
        lambda: datetime(2026, 6, 5, 12, 0, tzinfo=FAIR), print,
    )  # fmt: skip
    home = QObject()
    scene = replace(land, clip=clip, picture=picture)
    view = factory.build(Turn(1, Item(pack, scene, "en")), 15.0, home)
    shown: Any = view  # its properties are values at run time
    assert shown.clip == (wide.as_uri() if wide else "")
    assert shown.portraitClip == (upright.as_uri() if upright else "")
