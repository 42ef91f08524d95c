"""A visitor of one demonstration pack without its narration, at several times its pace."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.booth.settings import Settings
from kiosk.options import RunOptions
from kiosk.ui.screen import load_fonts
from tests.visitor import Visitor

SOON = 10_000  # ms
PACE = 8.0  # times faster than real
IDLE = 600  # s of the show's: nobody is sent away by a slow machine


class RoomVisitor(Visitor):
    """Sees a booth and touches it.

    Args:
        pack: id of the demonstration pack that the booth shows.
        folder: where the pack is copied to, without its narration.
        size: of the window in pixels.
        edit: changes the copy, given its folder.
    """

    def __init__(
        self,
        pack: str,
        folder: Path,
        size: tuple[int, int],
        edit: Callable[[Path], None] | None,
    ) -> None:
        load_fonts()
        without = shutil.ignore_patterns("narration", "*.ogg")
        shutil.copytree(resources.demonstration() / pack, folder / pack, ignore=without)
        if edit is not None:
            edit(folder / pack)
        options = RunOptions(folder, windowed=True, size=size, pace=PACE, mute=True)
        super().__init__(options, Settings(idle_seconds=IDLE))

    def come(self, language: str) -> None:
        """Wait for the show and touch it; then read ``language``."""
        self.wait(lambda: self.heard("scene"), seconds=30)
        size = self.window.size()
        self.tap_at(QPoint(size.width() // 3, size.height() // 3))
        assert self.reads("open")
        self.wait(self._risen)
        if self.reads("language") != language:
            self.house.speak(language)
        self.settle()

    def words(self, name: str, what: str = "text") -> str:
        """The words of what is seen under a name."""
        return str(self.find(name).property(what))

    def type(self, letters: str) -> None:
        """Tap one key after the other."""
        for letter in letters:
            self.tap("key-space" if letter == " " else f"key-{letter}")

    def _risen(self) -> bool:
        """Whether the counter has come up to its place."""
        gap = 18 * min(self.window.width(), self.window.height()) / 1080
        bars = self.named("bar-contents")
        return bool(bars) and self.place(bars[0]).bottom() <= self.window.height() - gap + 0.5


VisitorMaker = Callable[..., RoomVisitor]


@pytest.fixture
def visitor(qtbot: QtBot, tmp_path: Path) -> Iterator[VisitorMaker]:
    """Makes visitors of a booth; all is closed after the test."""
    made: list[RoomVisitor] = []

    def make(
        language: str,
        pack: str = "vina-arcedo",
        size: tuple[int, int] = (960, 540),
        edit: Callable[[Path], None] | None = None,
    ) -> RoomVisitor:
        made.append(RoomVisitor(pack, tmp_path / str(len(made)), size, edit))
        made[-1].come(language)
        return made[-1]

    yield make
    for each in made:
        each.close()
