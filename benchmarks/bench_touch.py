"""How soon a finger is answered, how smoothly lists scroll, and what twenty thousand taps leave.

Tap to visible answer: from the touch event to the frame that shows the slip soaked has reached the
screen, while the presenter speaks. The monkey taps anywhere, drags now and then, and finishes; a
dead end is a minute of taps in which nothing answers. Each part runs in a process of its own under
Xvfb, with Qt's raster renderer (the booth's without a card), with software OpenGL, and with Qt's
null device: all the work a graphics card leaves to the processor, and none of the card's.
"""

import argparse
import itertools
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import ROOT, environment, report, scratch, screen

GRAPHICS = {"QT_QUICK_BACKEND": "", "QT_XCB_GL_INTEGRATION": "xcb_glx"}
RENDERERS = {"raster": {}, "opengl": GRAPHICS, "null": GRAPHICS | {"QSG_RHI_BACKEND": "null"}}
TAPS = 60  # for the latency
SLIPS = ("chapter-house", "bar-language", "chapter-vine", "bar-display", "chapter-table")
TURNS = 8  # up and down, when scrolling
DRAGS = 0.06  # share of a monkey's touches
TOLD = 1.6  # s after a tap: by then she speaks again


class Inside:
    """The booth and somebody before it, within one process."""

    def __init__(self) -> None:
        from PySide6.QtCore import QtMsgType, qInstallMessageHandler  # noqa: PLC0415 - the child's
        from PySide6.QtTest import QTest  # noqa: PLC0415

        from kiosk import resources  # noqa: PLC0415
        from kiosk.booth.settings import Settings  # noqa: PLC0415
        from kiosk.options import RunOptions  # noqa: PLC0415
        from kiosk.ui.screen import open_application, prepare_environment  # noqa: PLC0415
        from tests.visitor import Visitor  # noqa: PLC0415

        self.complaints: list[str] = []

        def hear(kind: QtMsgType, _context: object, text: str) -> None:
            if kind != QtMsgType.QtDebugMsg:
                self.complaints.append(text)

        qInstallMessageHandler(hear)
        prepare_environment()
        open_application()
        options = RunOptions(resources.demonstration(), size=(1920, 1080), windowed=True)
        self.visitor = Visitor(options, Settings(idle_seconds=600, sound=False))
        self.wait: Callable[[int], None] = QTest.qWait
        while not self.visitor.heard("presenter"):
            self.wait(50)

    def open(self, room: str) -> None:
        """Touch the screen and go to a room."""
        from PySide6.QtCore import QPoint  # noqa: PLC0415

        self.visitor.tap_at(QPoint(400, 300))
        self.wait(1500)
        self.visitor.tap(f"contents-{room}")
        self.wait(3000)

    def frame_after(self, deed: Callable[[], None]) -> float:
        """Milliseconds from the deed to the next frame that has reached the screen."""
        swapped: list[float] = []

        def swap() -> None:
            swapped.append(time.monotonic())

        self.visitor.window.frameSwapped.connect(swap)
        start = time.monotonic()
        deed()
        while not swapped and time.monotonic() - start < 2:
            self.wait(1)
        self.visitor.window.frameSwapped.disconnect(swap)
        return ((swapped or [start + 2])[0] - start) * 1e3

    def latency(self, taps: int) -> dict[str, Any]:
        """How soon slips are soaked while she speaks."""
        visitor, times, speaking = self.visitor, [], 0
        self.open("story")
        for number in range(taps):
            name = SLIPS[number % len(SLIPS)]
            if not visitor.sees(name):  # a sheet lies over the chapters
                visitor.tap(SLIPS[(number - 1) % len(SLIPS)])
                self.wait(200)
            at = visitor.middle(visitor.find(name))
            speaking += bool(visitor.booth.stage.property("caption"))
            times.append(self.frame_after(partial(visitor.press, at)))
            visitor.release(at)
            self.wait(int(TOLD * 1000) + 37 * (number % 7))
        times.sort()
        return {
            "taps": len(times),
            "median_ms": round(times[len(times) // 2], 1),
            "p95_ms": round(times[int(len(times) * 0.95)], 1),
            "while_speaking": speaking,
        }

    def scrolling(self, turns: int) -> dict[str, Any]:
        """How often a list is drawn while it moves."""
        from PySide6.QtCore import QPoint  # noqa: PLC0415

        visitor = self.visitor
        self.open("ask")
        topic = visitor.all_of("topic-")[0]
        visitor.tap_at(visitor.middle(topic))
        self.wait(800)
        list_view = visitor.find("questions")
        frames: list[tuple[float, bool]] = []
        visitor.window.frameSwapped.connect(
            lambda: frames.append((time.monotonic(), bool(list_view.property("moving"))))
        )
        low, high = QPoint(1200, 900), QPoint(1200, 720)
        for _ in range(turns):
            for start, end in ((low, high), (high, low)):
                visitor.swipe(start, end, 6)
                self.wait(500)
        # A list at rest is drawn as often as she is; what counts is while it moves.
        pairs = [(one, other) for one, other in itertools.pairwise(frames) if one[1] and other[1]]
        gaps = sorted(other[0] - one[0] for one, other in pairs)
        return {
            "fps": round(len(gaps) / sum(gaps), 1),
            "p95_frame_ms": round(gaps[int(len(gaps) * 0.95)] * 1e3, 1),
            "moving_s": round(sum(gaps), 1),
        }

    def monkey(self, taps: int, seed: int) -> dict[str, Any]:
        """Somebody who taps and drags anywhere."""
        import psutil  # noqa: PLC0415
        from PySide6.QtCore import QPoint  # noqa: PLC0415

        dice, process, said = random.Random(seed), psutil.Process(), self.visitor.said
        memory, silent, longest, heard = [], 0, 0, len(said)
        for number in range(taps):
            at, to = (QPoint(dice.randrange(1920), dice.randrange(1080)) for _ in range(2))
            if dice.random() < DRAGS:
                self.visitor.swipe(at, to, 3)
            else:
                self.visitor.poke(at)
            self.wait(dice.choice((0, 1, 5, 20)))
            silent = 0 if len(said) > heard else silent + 1
            longest = max(longest, silent)
            if number % max(1, taps // 20) == 0:
                memory.append(round(process.memory_info().rss / 1e6, 1))
                del said[:-50]
            heard = len(said)
        return {
            "taps": taps,
            "memory_mb": memory,
            "growth_mb": round(memory[-1] - memory[len(memory) // 3], 1),
            "longest_silence_taps": longest,
            "threads": process.num_threads(),
            "files": process.num_fds(),
        }


def inside(part: str, taps: int, seed: int) -> dict[str, Any]:
    """Measure within the booth's own process."""
    here = Inside()
    if part == "latency":
        result = here.latency(TAPS)
    elif part == "scrolling":
        result = here.scrolling(TURNS)
    else:
        result = here.monkey(taps, seed)
    here.visitor.close()
    return result | {"complaints": here.complaints[:5]}


def main() -> None:
    """Run the parts, each renderer by itself."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--monkey", type=int, default=20_000, help="taps; 0: leave it out")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--inside", nargs=2, metavar=("PART", "OUT"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.inside:
        part, out = wanted.inside
        Path(out).write_text(json.dumps(inside(part, wanted.monkey, wanted.seed)), "utf-8")
        return
    results: dict[str, Any] = {}
    with screen() as shown, scratch() as folder:
        for renderer, extra in RENDERERS.items():
            parts = ["latency", "scrolling"]
            if wanted.monkey and renderer == "raster":
                parts.append("monkey")
            for part in parts:
                out = folder / f"{renderer}-{part}.json"
                subprocess.run(
                    [
                        sys.executable, __file__, "--inside", part, str(out),
                        "--monkey", str(wanted.monkey), "--seed", str(wanted.seed),
                    ],
                    env=environment(shown, **extra), cwd=ROOT, check=True, stderr=sys.stderr,
                    stdout=subprocess.DEVNULL,
                )  # fmt: skip
                results[f"{renderer}_{part}"] = json.loads(out.read_text("utf-8"))
    report("touch", seed=wanted.seed, cpus=os.cpu_count(), **results)


if __name__ == "__main__":
    main()
