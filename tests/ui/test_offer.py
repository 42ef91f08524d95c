"""The wine that is to be had, on a slip in a broadcast's picture."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.app import build_show
from kiosk.booth.places import pins_path
from kiosk.booth.settings import Settings
from kiosk.live.broadcast.schedule import Schedule
from kiosk.live.pins import Pins
from kiosk.options import RunOptions
from kiosk.packs.library import Library
from kiosk.packs.model import SceneKind
from kiosk.show.programme import Item
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.broadcast import OffscreenStage, StreamSound
from kiosk.ui.screen import load_fonts

FPS = 25
SOON = 20_000  # ms


class Seller:
    """A broadcast of one winery in which a wine may be pinned.

    Args:
        bot: waits.
        size: of the picture.
        language: of the show.
        pack: id of the demonstration pack.
        content: folder with that pack alone.
    """

    def __init__(
        self, bot: QtBot, size: tuple[int, int], language: str, pack: str, content: Path
    ) -> None:
        self.bot, self.language = bot, language
        self.schedule = Schedule(FPS, 0.0)
        self.sound = StreamSound(Settings(), self.schedule, lambda *_, **__: None)
        codes = CodeImages()
        options = RunOptions(content, language=language, pace=8.0)
        self.show = build_show(
            options, Settings(), lambda *_, **__: None, codes, self.sound.outlets
        )
        self.stage = OffscreenStage(self.show.stage, codes, size)
        self.pack = Library(content).load(pack)
        with bot.waitSignal(self.show.stage.showScene, timeout=SOON):
            self.show.stage.start()

    def bring(self, scene: str) -> None:
        """Have a scene on the stage, all movement over."""
        here = self.show.stage.item
        if here is None or here.scene.id != scene:
            self.show.stage.explore()
            self.show.stage._set_exploring(False)
            with self.bot.waitSignal(self.show.stage.showScene, timeout=SOON):
                self.show.stage.visit(Item(self.pack, self.pack.scene(scene), self.language))
        self.show.stage._set_caption("One line of captions\nand another one", "")
        self.bot.waitUntil(self.settled, timeout=SOON)

    def settled(self) -> bool:
        """Whether one scene alone is on the stage and the slip has come or gone."""
        self.stage.draw()
        offer = self.find("offer")
        slots = [each for each in self.find("places").childItems() if each.isVisible()]
        inner = offer.childItems()
        return len(slots) == 1 and slots[0].opacity() == 1 and (
            not inner or inner[0].opacity() in (0.0, 1.0)
        )  # fmt: skip

    def items(self) -> Iterator[QQuickItem]:
        """Everything that is seen."""
        todo = [self.stage._window.contentItem()]
        while todo:
            item = todo.pop()
            if item.isVisible():
                yield item
                todo.extend(item.childItems())

    def find(self, name: str) -> QQuickItem:
        """What is seen under an object name."""
        return next(item for item in self.items() if item.objectName() == name)

    def offered(self) -> str:
        """The wine that the picture names, "" for none."""
        names = (item for item in self.items() if item.objectName() == "offerName")
        return next((str(name.property("text")) for name in names), "")

    def close(self) -> None:
        self.show.close()
        self.stage.close()


Sell = Callable[..., Seller]


@pytest.fixture
def sell(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sell]:
    load_fonts()
    monkeypatch.setenv("CELLARCAST_STATE", str(tmp_path / "state"))
    made: list[Seller] = []

    def make(size: tuple[int, int], language: str, pack: str) -> Seller:
        without = shutil.ignore_patterns("narration", "*.ogg", "*.webm", "*.mp4")
        shutil.copytree(resources.demonstration() / pack, tmp_path / "packs" / pack, ignore=without)
        made.append(Seller(qtbot, size, language, pack, tmp_path / "packs"))
        return made[-1]

    yield make
    for each in made:
        each.close()


def boxes(seller: Seller, *names: str) -> list[QRectF]:
    """Where things stand in the picture."""
    items = [seller.find(name) for name in names]
    return [item.mapRectToScene(QRectF(0, 0, item.width(), item.height())) for item in items]


@pytest.mark.parametrize(
    ("size", "language", "pack", "wine", "name"),
    [
        ((540, 960), "zh-CN", "vina-arcedo", "gran-reserva", "阿尔塞多特级珍藏红葡萄酒"),
        ((960, 540), "pt", "quinta-da-lousamoura", "tinto", "Quinta da Lousamoura Douro Tinto"),
        ((540, 960), "pt", "quinta-da-lousamoura", "tinto", "Quinta da Lousamoura Douro Tinto"),
    ],
)
def test_the_pinned_wine_is_named_and_covers_nothing_that_has_to_be_seen(
    sell: Sell, size: tuple[int, int], language: str, pack: str, wine: str, name: str
) -> None:
    seller = sell(size, language, pack)
    now = datetime.now(Settings().zone())
    Pins(pins_path()).set(pack, wine, now)
    seller.bring("land")
    seller.bot.waitUntil(lambda: seller.offered() == name, timeout=SOON)
    its = next(scene.id for scene in seller.pack.scenes if scene.kind is SceneKind.WINE)
    for scene in ("land", its):
        seller.bring(scene)
        assert seller.offered() == name, "whatever runs"
        there = ["backLabel", "letterhead", "foot", *(["notes"] if scene == its else [])]
        slip, *others = boxes(seller, "offer", *there)
        assert QRectF(0, 0, *size).contains(slip)
        covered = [name for name, box in zip(there, others, strict=True) if slip.intersects(box)]
        assert covered == [], "label, seal, captions, what is said of the wine"


def test_a_wine_s_scene_sells_it_and_others_sell_nothing(sell: Sell) -> None:
    seller = sell((540, 960), "en", "vina-arcedo")
    assert seller.offered() == ""
    seller.bring("crianza")
    assert seller.offered() == "Viña Arcedo Crianza"
    seller.bring("land")
    assert seller.offered() == ""
    seller.bring("crianza")
    seller.show.stage._show_poster("nothing plays")
    assert seller.offered() == ""
