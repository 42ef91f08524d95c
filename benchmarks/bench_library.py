"""Five packs against 1,100: what a full fair adds to the start and to memory."""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import (
    environment,
    events,
    kiosk,
    library,
    median,
    report,
    scratch,
    screen,
    watched,
)

COUNTS = (5, 1100)
RUNS = 5
SECONDS = 8.0


def main() -> None:
    """Both libraries in turn, so that a drifting machine treats them alike."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="two starts instead of five")
    runs = 2 if parser.parse_args().quick else RUNS
    starts: dict[int, list[float]] = {count: [] for count in COUNTS}
    memory: dict[int, list[float]] = {count: [] for count in COUNTS}
    with screen() as shown, scratch() as folder:
        libraries = {count: library(folder, count) for count in COUNTS}
        for run in range(runs + 1):
            for count in COUNTS:
                log = folder / f"{count}-{run}.jsonl"
                words = ("--content", str(libraries[count]), "--for", str(SECONDS + 3))
                with watched(kiosk(log, *words), environment(shown)) as program:
                    program.cores(2.0, SECONDS - 2)
                    used = program.samples[-1]["mb"]
                    program.process.wait(timeout=60)
                if run:
                    starts[count].append(events(log, "first-frame")[0]["t"])
                    memory[count].append(used)
    few, many = COUNTS
    report(
        "library", runs=runs,
        first_frame_s={count: median(values) for count, values in starts.items()},
        mb={count: median(values, 1) for count, values in memory.items()},
        added_s=round(median(starts[many]) - median(starts[few]), 3),
        added_mb=round(median(memory[many], 1) - median(memory[few], 1), 1),
        bars={"added_s": 0.5, "added_mb": 60},
    )  # fmt: skip


if __name__ == "__main__":
    main()
