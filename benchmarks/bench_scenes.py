"""A thousand scene changes, faster than life: memory, threads and files stay, no frame is black."""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import environment, events, kiosk, report, scratch, screen, watched

PACE = 25
BLACK = 6  # of 255: the mean of a frame that counts as black


def mean_grey(display: str) -> float | None:
    """The mean of the whole screen as it is now; None while nothing is shown."""
    import subprocess  # noqa: PLC0415 - only here

    raw = subprocess.run(
        ["xwd", "-root", "-silent", "-display", display], capture_output=True, check=False
    ).stdout
    if len(raw) < 1000:
        return None
    import numpy as np  # noqa: PLC0415

    header = int.from_bytes(raw[:4], "big")
    pixels = np.frombuffer(raw[header:][-1920 * 1080 * 4 :], np.uint8).reshape(-1, 4)
    return float(pixels[::37, :3].mean())


def main() -> None:
    """Run until the changes are done; the first fifth is warm-up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=1000)
    changes = parser.parse_args().changes
    black = looked = 0
    rows: list[tuple[int, dict[str, float]]] = []
    with screen() as display, scratch() as folder:
        log = folder / "scenes.jsonl"
        with watched(kiosk(log, "--pace", str(PACE)), environment(display)) as program:
            time.sleep(3)
            shown = 0
            while shown < changes and program.process.poll() is None:
                time.sleep(0.5)
                shown = len(events(log, "scene"))
                rows.append((shown, program.sample()))
                grey = mean_grey(display)
                if grey is not None:
                    looked += 1
                    black += grey < BLACK
    warm = [row for number, row in rows if number >= changes // 5]
    first, last = warm[: max(1, len(warm) // 10)], warm[-max(1, len(warm) // 10) :]
    grown = {
        name: round(
            sum(row[name] for row in last) / len(last)
            - sum(row[name] for row in first) / len(first),
            2,
        )
        for name in ("mb", "threads", "files")
    }
    report(
        "scenes", changes=shown, grown_after_warm_up=grown, mb=round(rows[-1][1]["mb"], 1),
        frames_looked_at=looked, black=black, bars={"mb": 5, "black": 0},
    )  # fmt: skip


if __name__ == "__main__":
    main()
