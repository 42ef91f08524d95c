"""Warm start of the booth's screen: seconds to the first frame and to the first spoken word."""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import environment, events, kiosk, median, report, scratch, screen, watched

RUNS = 7


def main() -> None:
    """One start that is not counted, then seven."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="two starts instead of seven")
    runs = 2 if parser.parse_args().quick else RUNS
    frames, words = [], []
    with screen() as shown, scratch() as folder:
        for run in range(runs + 1):
            log = folder / f"{run}.jsonl"
            with watched(kiosk(log, "--for", "4"), environment(shown)) as program:
                program.process.wait(timeout=60)
            if run:
                frames.append(events(log, "first-frame")[0]["t"])
                words.append(events(log, "first-word")[0]["t"])
    report(
        "start", runs=runs, first_frame_s=median(frames), first_frame_worst_s=max(frames),
        first_word_s=median(words), first_word_worst_s=max(words),
        bars={"first_frame_s": 1.0, "first_word_s": 2.5},
    )  # fmt: skip


if __name__ == "__main__":
    main()
