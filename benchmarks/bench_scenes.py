"""A thousand scene changes, faster than life: memory, threads and files stay, no frame is black."""

import argparse
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.eye import Eye
from benchmarks.measure import (
    environment,
    events,
    kiosk,
    report,
    scratch,
    screen,
    watched,
)

PACE = 25
WARM_UP = 0.2  # share of the changes after which memory should be flat
EVERY = 0.5  # s between two samples of memory, threads and files


def growth(rows: list[tuple[int, dict[str, float]]], name: str) -> float:
    """What a straight line through the samples adds over 1,000 changes."""
    changes = np.array([number for number, _ in rows], float)
    values = np.array([row[name] for _, row in rows], float)
    return round(float(np.polyfit(changes, values, 1)[0]) * 1000, 2)


def main() -> None:
    """Run until the changes are done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=1000)
    parser.add_argument("--quick", action="store_true", help="100 changes")
    options = parser.parse_args()
    changes = 100 if options.quick else options.changes
    rows: list[tuple[int, dict[str, float]]] = []
    with screen() as shown, scratch() as folder:
        log = folder / "scenes.jsonl"
        complaints = folder / "complaints.txt"
        eye = Eye(shown.pixels)
        command = kiosk(log, "--pace", str(PACE))
        with watched(command, environment(shown), complaints) as program:
            while not log.is_file() or not events(log, "first-frame"):
                time.sleep(0.1)
            time.sleep(1.0)  # the window is being laid over an empty screen
            begun, past = time.monotonic(), 0
            while past < changes and program.process.poll() is None:
                time.sleep(EVERY)
                past = len(events(log, "scene"))
                if program.process.poll() is None:
                    rows.append((past, program.sample()))
            exit_code = program.process.poll()
            rungs = [
                [len([s for s in events(log, "scene") if s["t"] < each["t"]]), each["scale"]]
                for each in events(log, "presenter-rung")
            ]
            black, looks = eye.black_after(begun), eye.looks
            eye.close()
        said = complaints.read_text("utf-8", errors="replace").splitlines()
    warm = [row for row in rows if row[0] >= changes * WARM_UP]
    report(
        "scenes", changes=past, ended_early=exit_code is not None, exit_code=exit_code,
        complaints=said[:3], rungs=rungs,
        growth_per_1000={name: growth(warm, name) for name in ("mb", "threads", "files")},
        first_last={
            name: [round(warm[0][1][name], 1), round(warm[-1][1][name], 1)]
            for name in ("mb", "threads", "files")
        },
        looks=looks, black=black, bars={"mb": 5, "black": 0},
    )  # fmt: skip


if __name__ == "__main__":
    main()
