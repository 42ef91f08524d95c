"""No word is hard-coded and none is cut: a pseudo-language, and every real one, in every room."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.booth.settings import Settings
from kiosk.options import RunOptions
from kiosk.packs.read import read_pack
from kiosk.show.house import LANGUAGES
from kiosk.show.wording import Wordings
from kiosk.ui.screen import load_fonts
from tests.visitor import Visitor, on_counter, scrolls

ACCENTS = str.maketrans("aceinouyACEINOU", "âçéîñôûýÂÇÉÎÑÔÛ")
LONGER = 0.35  # what German adds to English, by the usual rule of thumb for short texts
ROOT = Path(__file__).resolve().parents[2]


def pseudo(text: str) -> str:
    """A text as a longer language would have it, recognisable by its brackets."""
    parts = re.split(r"(%n|%\d)", text)
    accented = "".join(part if part.startswith("%") else part.translate(ACCENTS) for part in parts)
    return f"⟦{accented}{'~' * max(1, round(len(text) * LONGER))}⟧"


@pytest.fixture(scope="module")
def pseudo_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Translations of everything into the pseudo-language, under German's name."""
    folder = tmp_path_factory.mktemp("pseudo")
    tree = ElementTree.parse(ROOT / "i18n" / "cellarcast_de.ts")
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        text = pseudo(message.findtext("source") or "")
        forms = list(translation.iter("numerusform"))
        for form in forms:
            form.text = text
        if not forms:
            translation.text = text
    source = folder / "cellarcast_de.ts"
    tree.write(source, encoding="utf-8", xml_declaration=True)
    program = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([program, "-silent", source, "-qm", source.with_suffix(".qm")], check=True)
    return folder


@pytest.fixture
def visitor(
    qtbot: QtBot, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Visitor]:
    """Somebody before a booth of one winery; the parameter is the screen's size and the pack."""
    size, pack = request.param
    load_fonts()
    library = tmp_path / "library"
    library.mkdir()
    (library / pack).symlink_to(resources.demonstration() / pack)
    options = RunOptions(library, size=size, windowed=True, mute=True, language="en")
    here = Visitor(options, Settings())
    qtbot.waitUntil(lambda: bool(here.heard("scene")), timeout=20_000)
    here.tap_at(QPoint(300, 200))
    qtbot.waitUntil(lambda: here.sees("bar-contents"), timeout=5000)
    QTest.qWait(900)
    yield here
    here.close()


SCREENS = [((1920, 1080), "vina-arcedo"), ((1080, 1920), "quinta-da-lousamoura")]


def rooms(visitor: Visitor) -> Iterator[str]:
    """Go through all rooms and sheets."""
    yield "contents"
    for place in list(visitor.reads("places")):
        visitor.tap(f"contents-{place}")
        QTest.qWait(120)
        yield place
        visitor.tap("bar-contents")
        QTest.qWait(20)
    visitor.tap("bar-list")
    yield "list"
    visitor.tap("bar-display")
    yield "display"
    visitor.tap("bar-display")


def texts(visitor: Visitor) -> list[QQuickItem]:
    """Everything set in type that the house, not the stage, shows."""
    house = next(
        item for item in visitor.items() if item.metaObject().className().startswith("HouseView")
    )
    own = []
    todo = [house]
    while todo:
        item = todo.pop()
        if not item.isVisible() or item.opacity() == 0:
            continue
        if item.metaObject().indexOfProperty("truncated") >= 0 and item.property("text"):
            own.append(item)
        if not item.metaObject().className().startswith(("BackLabel", "Letterhead", "Captions")):
            todo.extend(item.childItems())
    return own


def cut(visitor: Visitor) -> list[str]:
    """Texts that do not fit their place, or stand beyond the screen."""
    found = []
    for item in texts(visitor):
        wide = item.property("paintedWidth") > item.width() + 1
        leading = 0.5 * item.property("font").pixelSize()  # above and below: nothing is drawn there
        high = item.property("paintedHeight") > item.height() + leading
        corner = item.mapToScene(QPoint(0, 0))
        beyond = corner.x() < -1 or corner.x() + item.width() > visitor.window.width() + 1
        if item.property("truncated") or wide or high or (beyond and not scrolls(item)):
            found.append(str(item.property("text")))
    return found


@pytest.mark.parametrize("visitor", SCREENS, indirect=True, ids=["wide", "tall"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_room_in_every_language(visitor: Visitor, language: str) -> None:
    if language != "en":
        visitor.tap(f"language-{language}")
    assert visitor.reads("language") == language
    short, seen = {}, []
    for room in rooms(visitor):
        seen.append(room)
        if room not in {"display"}:
            assert visitor.reads("place") == room
        on_counter(visitor)
        if words := cut(visitor):
            short[room] = words
    assert short == {}
    assert {"story", "making", "wines", "origin", "finder", "ask", "live", "list"} <= set(seen)
    visitor.tap("bar-finish")
    assert [said["ended"] for said in visitor.heard("session-end")] == ["left"]
    assert not visitor.heard("translation-missing")
    assert not visitor.heard("scene-failed")


@pytest.mark.parametrize("visitor", SCREENS[:1], indirect=True, ids=["wide"])
def test_no_words_are_hard_coded(
    visitor: Visitor, pseudo_words: Path
) -> None:
    visitor.booth.language._folder = pseudo_words
    visitor.tap("language-de")
    QTest.qWait(30)
    pack = read_pack(resources.demonstration() / "vina-arcedo")
    known = repr(pack.words) + repr(Wordings(resources.stage_words()).of("de"))
    known += repr(list(LANGUAGES.values())) + repr(visitor.reads("rooms"))
    known += repr(visitor.reads("wines")) + repr(visitor.reads("tour"))
    loose: dict[str, str] = {}
    for room in rooms(visitor):
        for item in texts(visitor):
            text = str(item.property("text"))
            parts = re.split(r", |  ·  |\n| {2}", text)
            ours = "⟦" in text or not re.search("[A-Za-z]{2}", text)
            if not ours and not all(part in known for part in parts):
                loose.setdefault(room, text)
    assert loose == {}
