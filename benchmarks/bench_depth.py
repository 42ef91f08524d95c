"""What it costs that the camera moves through a picture: CPU a frame with its layers and without.

The 1080p stage of one scene is drawn by Qt's raster renderer into memory, as bench_living.py does,
without a presenter: the picture in its two layers, or whole, under the same slow camera. Both take
turns, so that a drifting machine treats them alike; CPU time is this process's own.
"""

import argparse
import os
import statistics
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtGui import QGuiApplication

from benchmarks.bench_living import figure, run  # says how Qt draws
from benchmarks.measure import report
from kiosk import resources
from kiosk.packs.read import read_pack
from kiosk.ui.immortal import keep_constants
from kiosk.ui.screen import load_fonts

PACK = "vina-arcedo"
SCENES = ("vine", "toast", "crianza", "gran-reserva")
RATE = 60  # frames a second


def main() -> None:
    """Measure each scene both ways, in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round of 2 s, not 3 of 4")
    seconds, rounds = (2.0, 1) if parser.parse_args().quick else (4.0, 3)
    keep_constants()
    application = QGuiApplication(sys.argv[:1])
    load_fonts()
    pack = read_pack(resources.demonstration() / PACK)
    frames: dict[tuple[str, bool], list[float]] = {}
    for _ in range(rounds):
        for name in SCENES:
            scene = replace(pack.scene(name), living=())
            assert scene.depth is not None
            for deep in (True, False):
                taken = run(pack, scene if deep else replace(scene, depth=None), seconds)
                frames.setdefault((name, deep), []).extend(taken)
    results = {}
    for name in SCENES:
        medians = [statistics.median(frames[name, deep]) for deep in (True, False)]
        least = [figure(frames[name, deep]) for deep in (True, False)]
        results[name] = {
            "ms": round(least[0], 2), "whole_ms": round(least[1], 2),
            "more_ms": round(least[0] - least[1], 2), "ratio": round(least[0] / least[1], 2),
            "median_ms": round(medians[0], 2), "median_ratio": round(medians[0] / medians[1], 2),
            "cores": round(least[0] * RATE / 1000, 2),
        }  # fmt: skip
    load = round(os.getloadavg()[0], 1)
    report("depth", seconds=seconds, rounds=rounds, load=load, **results, bars={"more_ms": 3.0})
    del application


if __name__ == "__main__":
    main()
