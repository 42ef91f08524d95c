"""The walk: milliseconds per view of a 4096 x 2048 panorama, and frames while a finger turns it.

Views are drawn as the booth's worker draws them, on one core; their cost is processor time, so that
a busy machine counts little. Then the real window on a virtual screen: a finger swings the view to
and fro for some seconds, in silence and while a scene is told, and every view is timed from the
finger's move to the frame that shows it.
"""

import argparse
import os
import re
import shutil
import statistics
import sys
import time
from collections import OrderedDict
from collections.abc import Callable
from math import sin
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import cv2

from benchmarks.measure import ROOT, environment, library, report, scratch, screen
from kiosk.show.panorama import View
from kiosk.show.panorama_picture import PanoramaPicture

WIDE = 4096
SHOWN = {"1080p": (1920, 1080), "landscape": (1920, 670), "portrait": (1080, 1200)}
ROUNDS = 25
MOVES_HZ = 120  # of a touchscreen
STOP = """
[[tour]]
id = "bench"
panorama = "media/bench-360.webp"
spots = [{ at = [0, -5], scene = "land" }]
"""
WORDS = """
[tour.bench]
title = "Bench"
"""


def panorama() -> Any:
    """A photograph-like panorama, mirrored in its middle so that its ends meet."""
    picture = cv2.imread(str(ROOT / "content/wineries/vina-arcedo/media/land.webp"))
    assert picture is not None
    half = cv2.resize(picture, (WIDE // 2, WIDE // 2))
    return cv2.hconcat([half, cv2.flip(half, 1)])


def views(pixels: Any) -> dict[str, dict[str, float]]:
    """Milliseconds of processor time per view: whole, at half size, and across the seam."""
    cv2.setNumThreads(1)
    picture, rows = PanoramaPicture(pixels), {}
    for name, (width, height) in SHOWN.items():
        row = {}
        for kind, heading, scale in (("full", 10, 1.0), ("half", 10, 0.5), ("seam", 175, 1.0)):
            costs = []
            for number in range(ROUNDS):
                view = View(heading + number % 5, number % 20, 90, width, height)
                started = time.thread_time()
                picture.seen(view, scale)
                costs.append((time.thread_time() - started) * 1e3)
            row[kind] = round(statistics.median(costs), 1)
        rows[name] = row
    return rows


def pack(folder: Path, pixels: Any) -> Path:
    """The library of the demonstration winery alone, with one stop of a walk."""
    content = library(folder, len(list((ROOT / "content" / "wineries").iterdir())))
    for other in content.iterdir():
        if not other.name.startswith("vina-arcedo"):
            shutil.rmtree(other)
            continue
        facts = other / "winery.toml"
        facts.write_text(_without(facts, r"\[\[tour\]\]") + STOP, "utf-8")
        for words in (other / "text").glob("*.toml"):
            words.write_text(_without(words, r"\[tour\.") + WORDS, "utf-8")
        target = str(other / "media" / "bench-360.webp")
        cv2.imwrite(target, pixels, [cv2.IMWRITE_WEBP_QUALITY, 85])
    return content


def _without(file: Path, heading: str) -> str:
    """A TOML file's text without the tables that begin so."""
    return re.sub(rf"^{heading}.*?(?=^\[|\Z)", "", file.read_text("utf-8"), flags=re.M | re.S)


class Turned:
    """A finger that swings to and fro, and when what it asked for was seen."""

    def __init__(self, walk: Any, window: Any) -> None:
        from PySide6.QtCore import QTimer  # noqa: PLC0415 - after the display is known

        self._walk = walk
        self._asked: OrderedDict[View, float] = OrderedDict()
        self._fresh: View | None = None
        self.answers: list[float] = []
        self.frames = self.views = 0
        self._start = time.perf_counter()
        walk.imageChanged.connect(self._on_image)
        window.frameSwapped.connect(self._on_frame)
        walk.press(0, 960.0, 300.0)
        self._timer = QTimer()
        self._timer.timeout.connect(self._move)
        self._timer.start(1000 // MOVES_HZ)

    def _move(self) -> None:
        now = time.perf_counter()
        passed = now - self._start
        self._walk.drag(0, 960 + 800 * sin(passed * 1.6), 300 + 60 * sin(passed))
        self._asked[self._walk._turning.view] = now
        while len(self._asked) > 500:
            self._asked.popitem(last=False)

    def _on_image(self) -> None:
        self.views += 1
        self._fresh = self._walk._seen

    def _on_frame(self) -> None:
        self.frames += 1
        if self._fresh is not None and self._fresh in self._asked:
            self.answers.append((time.perf_counter() - self._asked[self._fresh]) * 1e3)
        self._fresh = None

    def figures(self) -> dict[str, float]:
        """What was seen."""
        self._timer.stop()
        self._walk.lift(0)
        seconds = time.perf_counter() - self._start
        answers = sorted(self.answers)
        return {
            "views_per_s": round(self.views / seconds, 1),
            "fps": round(self.frames / seconds, 1),
            "answer_ms": round(statistics.median(answers), 1),
            "answer_p95_ms": round(answers[int(len(answers) * 0.95)], 1),
            "view_ms": round(self._walk._worker.cost * 1e3, 1),
        }


def turning(content: Path, seconds: float) -> dict[str, Any]:
    """The booth in this process: in silence, and while she tells."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    from kiosk.app import build_booth  # noqa: PLC0415
    from kiosk.booth.settings import Settings  # noqa: PLC0415
    from kiosk.options import RunOptions  # noqa: PLC0415
    from kiosk.ui.bridge.code_images import CodeImages  # noqa: PLC0415
    from kiosk.ui.screen import Screen, open_application, prepare_environment  # noqa: PLC0415

    def wait(milliseconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(int(milliseconds), loop.quit)
        loop.exec()

    def until(there: Callable[[], Any]) -> None:
        limit = time.monotonic() + 60
        while not there():
            if time.monotonic() > limit:
                raise SystemExit("the booth does not show what is to be measured")
            wait(50)

    prepare_environment()
    application = open_application()
    options = RunOptions(content, windowed=True, size=(1920, 1080), language="en", mute=True)
    codes = CodeImages()
    booth = build_booth(options, Settings(), lambda event, **figures: None, codes)
    shown = Screen(booth, codes, options, lambda event, **figures: None)
    shown.open()
    booth.stage.start()
    rows: dict[str, Any] = {}
    try:
        until(lambda: booth.stage.item)
        wait(3000)
        assert booth.house.begin()
        wait(1500)
        booth.house.enter("walk")
        walk = booth.house._walk
        until(lambda: walk.property("sight"))
        wait(2000)
        for name in ("silent", "telling"):
            if name == "telling":
                booth.house.tell("land", "")
                wait(3000)
            finger = Turned(walk, shown.window)
            wait(seconds * 1000)
            rows[name] = finger.figures()
            print(name, rows[name], file=sys.stderr, flush=True)
    finally:
        booth.close()
        shown.close()
        del application
    return rows


def main() -> None:
    """Views first, then the window."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=6.0, help="how long the finger swings")
    seconds = parser.parse_args().seconds
    pixels = panorama()
    rows = views(pixels)
    with screen() as display, scratch() as folder:
        os.environ.update(environment(display))
        turned = turning(pack(folder, pixels), seconds)
    load = round(os.getloadavg()[0], 1)
    report("panorama", ms_per_view=rows, **turned, load=load, bars={"ms_1080p": 20, "fps": 30})


if __name__ == "__main__":
    main()
