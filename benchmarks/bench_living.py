"""What it costs that pictures live: milliseconds of CPU a frame, with what moves and without.

The 1080p stage of one scene is drawn by Qt's raster renderer into memory, without a presenter and
before the step's diagram: the picture, its slow camera, its words, and what lives in it. Both
take turns, so that a drifting machine treats them alike. CPU time is this process's own, so other
work on the machine counts little.
"""

import argparse
import os
import statistics
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import shiboken6
from PySide6.QtCore import QObject, QSizeF
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickRenderControl, QQuickRenderTarget, QQuickWindow

from benchmarks.measure import report
from kiosk import resources
from kiosk.packs.model import Pack, Scene
from kiosk.packs.read import read_pack
from kiosk.show.cues import Turn
from kiosk.show.programme import Item
from kiosk.show.wording import Wordings
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.scene_factory import SceneFactory
from kiosk.ui.bridge.stage_images import furnish
from kiosk.ui.immortal import keep_constants
from kiosk.ui.screen import load_fonts

SIZE = (1920, 1080)
RATE = 60  # frames a second that are asked for
SCENES = {
    "candle": ("vina-arcedo", "ageing"),
    "must": ("vina-arcedo", "fermenting"),  # bubbles and a pour
    "mist": ("cascina-bruvel", "land"),
    "leaves": ("cascina-bruvel", "vine"),
    "dust": ("vina-arcedo", "toast"),
}
PAGE = b"""
import QtQuick
import Cellarcast
import Cellarcast.Stage

SceneSlot {
    moving: true
    Component.onCompleted: Theme.unit = Math.min(width, height) / 1080
}
"""


class Picture:
    """One scene, drawn into memory."""

    def __init__(self, pack: Pack, scene: Scene) -> None:
        codes = CodeImages()
        self._engine = QQmlEngine()
        furnish(self._engine, codes)
        factory = SceneFactory(
            Wordings(resources.stage_words()), codes, "",
            lambda: datetime(2026, 6, 5, 12, tzinfo=UTC), print,
        )  # fmt: skip
        owner = QObject(self._engine)
        view = factory.build(Turn(1, Item(pack, scene, "en")), 20.0, owner)
        self._image = QImage(*SIZE, QImage.Format.Format_RGB32)
        self._control = QQuickRenderControl()
        self._window = QQuickWindow(self._control)
        self._window.setGeometry(0, 0, *SIZE)
        self._window.contentItem().setSize(QSizeF(*SIZE))
        self._window.setRenderTarget(QQuickRenderTarget.fromPaintDevice(self._image))
        component = QQmlComponent(self._engine)
        component.setData(PAGE, "")
        first = {"scene": view, "width": SIZE[0], "height": SIZE[1], "onStage": True}
        self._item: Any = component.createWithInitialProperties(first)
        assert isinstance(self._item, QQuickItem), component.errorString()
        self._item.setParentItem(self._window.contentItem())

    def frame(self) -> float:
        """Draw the next frame; answers the CPU it took, seconds."""
        before = time.process_time()
        QGuiApplication.processEvents()
        self._control.polishItems()
        self._control.sync()
        self._control.render()
        return time.process_time() - before

    def close(self) -> None:
        """Let everything go, before the objects it uses."""
        for one in (self._item, self._window, self._control, self._engine):
            shiboken6.delete(one)


def run(pack: Pack, scene: Scene, seconds: float) -> list[float]:
    """CPU milliseconds of each frame, when the scene has settled."""
    picture = Picture(pack, scene)
    taken: list[float] = []
    start = time.monotonic()
    while (now := time.monotonic() - start) < seconds + 2:
        cost = picture.frame()
        if now > 2:  # the picture is decoded, what lives has faded in
            taken.append(1000 * cost)
        time.sleep(max(0.0, 1 / RATE - (time.monotonic() - start - now)))
    picture.close()
    return taken


def figure(frames: list[float]) -> float:
    """The lower quartile: other work on the machine only ever adds to a frame."""
    return statistics.quantiles(frames, n=4)[0]


def main() -> None:
    """Measure each scene both ways, in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round of 2 s, not 3 of 4")
    seconds, rounds = (2.0, 1) if parser.parse_args().quick else (4.0, 3)
    keep_constants()
    application = QGuiApplication(sys.argv[:1])
    load_fonts()
    frames: dict[tuple[str, bool], list[float]] = {}
    for _ in range(rounds):
        for name in SCENES:
            for living in (True, False):
                pack = read_pack(resources.demonstration() / SCENES[name][0])
                scene = pack.scene(SCENES[name][1])
                scene = scene if living else replace(scene, living=())
                frames.setdefault((name, living), []).extend(run(pack, scene, seconds))
    results = {}
    for name in SCENES:
        moving, still = (figure(frames[name, living]) for living in (True, False))
        results[name] = {
            "ms": round(moving, 2), "still_ms": round(still, 2),
            "more_ms": round(moving - still, 2), "ratio": round(moving / still, 2),
        }  # fmt: skip
    report("living", seconds=seconds, rounds=rounds, **results, bars={"more_ms": 3.0})
    del application


if __name__ == "__main__":
    main()
