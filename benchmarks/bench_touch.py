"""How soon a finger is answered, how smoothly lists scroll, and what twenty thousand taps leave.

Tap to visible answer: from the touch event to the frame that shows the slip soaked has reached the
screen, while the presenter speaks. The monkey taps anywhere, drags now and then, and finishes; a
dead end is a minute of taps in which nothing answers. Each part runs in a process of its own under
Xvfb, with Qt's raster renderer (the booth's without a card) and with software OpenGL.
"""

import argparse
import itertools
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import ROOT, environment, report, scratch, screen

RENDERERS = {"raster": {}, "opengl": {"QT_QUICK_BACKEND": "", "QT_XCB_GL_INTEGRATION": "xcb_glx"}}
TAPS = 60  # for the latency
SLIPS = ("chapter-house", "bar-language", "chapter-vine", "bar-display", "chapter-table")
TOLD = 1.6  # s after a tap: by then she speaks again


def inside(part: str, taps: int, seed: int) -> dict[str, Any]:
    """Measure within the booth's own process."""
    import psutil  # noqa: PLC0415 - only in the child
    from PySide6.QtCore import QPoint, QtMsgType, qInstallMessageHandler  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from kiosk import resources  # noqa: PLC0415
    from kiosk.booth.settings import Settings  # noqa: PLC0415
    from kiosk.options import RunOptions  # noqa: PLC0415
    from kiosk.ui.screen import open_application, prepare_environment  # noqa: PLC0415
    from tests.visitor import Visitor  # noqa: PLC0415

    complaints: list[str] = []

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg:
            complaints.append(text)

    qInstallMessageHandler(hear)
    prepare_environment()
    open_application()
    options = RunOptions(resources.demonstration(), size=(1920, 1080), windowed=True)
    visitor = Visitor(options, Settings(idle_seconds=600, sound=False))
    while not visitor.heard("presenter"):
        QTest.qWait(50)
    process = psutil.Process()

    def frame_after(deed: Any) -> float:
        """Milliseconds from the deed to the next frame that has reached the screen."""
        swapped: list[float] = []

        def swap() -> None:
            swapped.append(time.monotonic())

        visitor.window.frameSwapped.connect(swap)
        start = time.monotonic()
        deed()
        while not swapped and time.monotonic() - start < 2:
            QTest.qWait(1)
        visitor.window.frameSwapped.disconnect(swap)
        return ((swapped or [start + 2])[0] - start) * 1e3

    def latency() -> dict[str, Any]:
        times, speaking = [], 0
        visitor.tap_at(QPoint(400, 300))
        QTest.qWait(1500)
        visitor.tap("contents-story")
        QTest.qWait(3000)
        for number in range(taps):
            name = SLIPS[number % len(SLIPS)]
            if not visitor.sees(name):  # a sheet lies over the chapters
                visitor.tap(SLIPS[(number - 1) % len(SLIPS)])
                QTest.qWait(200)
            at = visitor.middle(visitor.find(name))
            speaking += bool(visitor.booth.stage.property("caption"))
            times.append(frame_after(lambda at=at: visitor.press(at)))
            visitor.release(at)
            QTest.qWait(int(TOLD * 1000) + 37 * (number % 7))
        times.sort()
        return {
            "taps": len(times),
            "median_ms": round(times[len(times) // 2], 1),
            "p95_ms": round(times[int(len(times) * 0.95)], 1),
            "while_speaking": speaking,
        }

    def scrolling() -> dict[str, Any]:
        visitor.tap_at(QPoint(400, 300))
        QTest.qWait(1200)
        visitor.tap("contents-ask" if visitor.sees("contents-ask") else "contents-making")
        QTest.qWait(1500)
        frames: list[float] = []
        visitor.window.frameSwapped.connect(lambda: frames.append(time.monotonic()))
        deck = visitor.middle(visitor.slips()[0])
        start = time.monotonic()
        while time.monotonic() - start < 8:
            up, down = QPoint(deck.x(), 720), QPoint(deck.x(), 900)
            visitor.swipe(down, up, 6)
            QTest.qWait(500)
            visitor.swipe(up, down, 6)
            QTest.qWait(500)
        gaps = sorted(b - a for a, b in itertools.pairwise(frames))
        return {
            "fps": round(len(frames) / (frames[-1] - frames[0]), 1),
            "p95_frame_ms": round(gaps[int(len(gaps) * 0.95)] * 1e3, 1),
        }

    def monkey() -> dict[str, Any]:
        dice = random.Random(seed)
        memory, silent, longest = [], 0, 0
        answered = len(visitor.said)
        for number in range(taps):
            at = QPoint(dice.randrange(1920), dice.randrange(1080))
            if dice.random() < 0.06:
                visitor.swipe(at, QPoint(dice.randrange(1920), dice.randrange(1080)), 3)
            else:
                visitor.tap_at(at)
            QTest.qWait(dice.choice((0, 1, 5, 20)))
            now = len(visitor.said)
            silent = 0 if now > answered else silent + 1
            longest, answered = max(longest, silent), now
            if number % max(1, taps // 20) == 0:
                memory.append(round(process.memory_info().rss / 1e6, 1))
                del visitor.said[:-50]
                answered = len(visitor.said)
        return {
            "taps": taps,
            "memory_mb": memory,
            "growth_mb": round(memory[-1] - memory[len(memory) // 3], 1),
            "longest_silence_taps": longest,
            "threads": process.num_threads(),
            "files": process.num_fds(),
        }

    result = {"latency": latency, "scrolling": scrolling, "monkey": monkey}[part]()
    visitor.close()
    return result | {"complaints": complaints[:5]}


def main() -> None:
    """Run the parts, each renderer by itself."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--monkey", type=int, default=20_000, help="taps; 0: leave it out")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--inside", nargs=2, metavar=("PART", "OUT"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.inside:
        part, out = wanted.inside
        taps = wanted.monkey if part == "monkey" else TAPS
        Path(out).write_text(json.dumps(inside(part, taps, wanted.seed)), "utf-8")
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
