"""A visitor with several fingers, in the walk and the story of a small pack, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.options import RunOptions
from kiosk.show.panorama import View
from kiosk.ui.bridge.walk import Walk
from kiosk.ui.screen import load_fonts
from tests import explored_pack, good_pack, panoramas
from tests.visitor import Visitor

SIZE = (960, 540)


class Walker(Visitor):
    """A visitor in the walk of a small pack."""

    def __init__(self, library: Path) -> None:
        super().__init__(
            RunOptions(library, windowed=True, size=SIZE, pace=4.0, mute=True, language="en")
        )
        self.wait(lambda: self.heard("scene"))
        assert self.house.begin()

    @property
    def walk(self) -> Walk:
        """What turns under the fingers."""
        walk = self.house.walk
        assert isinstance(walk, Walk)
        return walk

    @property
    def view(self) -> View:
        """What is seen."""
        seen = self.find("panorama")
        heading, pitch, field = (
            float(self.walk.property(name)) for name in ("heading", "pitch", "field")
        )
        return View(heading, pitch, field, round(seen.width()), round(seen.height()))

    def tap(self, name: str) -> None:
        """A short touch, without a wait for what comes of it."""
        at = self.middle(self.find(name))
        self.fingers(p0=at)
        self.fingers(r0=at)

    def open(self, place: str) -> None:
        """Go to a room from the contents."""
        self.wait(lambda: self.middle(self.find(f"contents-{place}")).y() < SIZE[1])
        QTest.qWait(400)  # until the counter has come up
        self.tap(f"contents-{place}")

    def enter(self) -> None:
        """Go to the walk, and be there."""
        self.open("walk")
        self.wait(lambda: self.walk.property("sight") == "vineyard")
        assert self.view.heading == pytest.approx(-10), "where the pack says"


@pytest.fixture
def walker(qtbot: QtBot, tmp_path: Path) -> Iterator[Walker]:
    """Somebody who stands before a small pack's contents."""
    load_fonts()
    pack = explored_pack.write(tmp_path / "library")
    good_pack.edit(pack, "winery.toml", 'clip = "media/land.mp4"\n', "")
    good_pack.edit(pack, "winery.toml", "heading = 30\n", "heading = -10\n")
    for number, name in enumerate(("vineyard", "cellar")):
        (pack / "media" / f"{name}-360.png").write_bytes(panoramas.encoded(blue=60 + 100 * number))
    made = Walker(tmp_path / "library")
    yield made
    made.close()
