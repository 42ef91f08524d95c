"""The 1080p loop beside two rivals drawing the same slow zoom: frames, cores, memory, in one run.

Rivals: a plain Qt Quick slide show as anybody would write it, and the same page in Chromium's
kiosk mode. All are drawn by software; the booth is measured without a presenter, as the rivals have
none, then with her, with the renderer it chooses where there is no graphics card, and with
software OpenGL. They take turns, round after round, so that a
drifting machine treats them alike.
"""

import argparse
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.eye import Eye
from benchmarks.measure import (
    RIVALS,
    ROOT,
    Screen,
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

WARM = 6.0  # s
SPARE = 4.0  # s that a program goes on after it has been measured
PICTURES = [
    ROOT / "content" / "wineries" / "vina-arcedo" / "media" / name
    for name in ("land.webp", "house.webp")
]
Figures = dict[str, float]


class Contest:
    """One screen, one eye on it, and the programs that take turns there.

    Args:
        shown: the screen.
        eye: looks at it.
        folder: for records and profiles.
        seconds: how long each is measured, after it has run itself in.
    """

    def __init__(self, shown: Screen, eye: Eye, folder: Path, seconds: float) -> None:
        self._screen, self._eye, self._folder, self._seconds = shown, eye, folder, seconds

    def _measure(self, command: list[str], log: Path | None, **extra: str) -> Figures:
        with watched(command, environment(self._screen, **extra)) as program:
            start = program.started + WARM
            cores = program.cores(self._seconds, WARM)
            end = start + self._seconds
            memory = median([row["mb"] for row in program.samples], 1)
        row = {"cores": round(cores, 3), "mb": memory} | self._eye.frames(start, end)
        light = self._eye.first_light(program.started)
        if light is not None:
            row["first_light_s"] = light
        if log is not None:
            last = WARM + self._seconds + 1
            steady = [each for each in events(log, "frames") if WARM < each["t"] < last]
            row["fps"] = median([each["fps"] for each in steady], 1)
            row["p99_ms"] = median([each["p99_ms"] for each in steady], 1)
            row["ms_per_frame"] = round(1000 * cores / row["fps"], 2)
            row["first_frame_s"] = events(log, "first-frame")[0]["t"]
        return row

    def booth(self) -> Figures:
        """The booth's own loop, drawn as it chooses without a graphics card."""
        return self._booth("software")

    def booth_opengl(self) -> Figures:
        """The booth's own loop in software OpenGL."""
        return self._booth("rhi")

    def booth_pictures(self) -> Figures:
        """The booth's loop without a presenter: what the rivals draw, and captions and codes."""
        content = self._folder / "library-5"
        if not content.exists():
            for pack in library(self._folder, 5).iterdir():
                facts = pack / "winery.toml"
                text = facts.read_text("utf-8")
                text = re.sub('^presenter = ".*"', 'presenter = "nobody"', text, flags=re.M)
                facts.write_text(text, "utf-8")
        return self._booth("software", "--content", str(content))

    def _booth(self, backend: str, *words: str) -> Figures:
        log = self._folder / f"{backend}{len(words)}.jsonl"
        length = str(WARM + self._seconds + SPARE)
        return self._measure(kiosk(log, "--for", length, *words), log, QT_QUICK_BACKEND=backend)

    def naive(self) -> Figures:
        """A plain Qt Quick slide show."""
        log = self._folder / "naive.jsonl"
        command = [sys.executable, str(RIVALS / "naive.py"), str(log), *map(str, PICTURES)]
        return self._measure(command, log)

    def chromium(self) -> Figures:
        """The same slide in Chromium's kiosk mode."""
        for number, picture in enumerate(PICTURES):
            shutil.copy(picture, self._folder / f"p{number}.webp")
        page = Path(shutil.copy(RIVALS / "slide.html", self._folder / "slide.html"))
        command = [
            "chromium", "--no-sandbox", "--kiosk", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--allow-file-access-from-files",
            f"--user-data-dir={self._folder / 'profile'}", "--window-size=1920,1080",
            "--window-position=0,0", page.as_uri(),
        ]  # fmt: skip
        return self._measure(command, None)


def middle(rounds: list[Figures]) -> Figures:
    """The median of each figure."""
    return {name: median([row[name] for row in rounds if name in row]) for name in rounds[0]}


def main() -> None:
    """Measure all in turn on one screen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round of 10 s, not 3 of 20")
    seconds, rounds = (10.0, 1) if parser.parse_args().quick else (20.0, 3)
    with screen() as shown, scratch() as folder:
        eye = Eye(shown.pixels)
        contest = Contest(shown, eye, folder, seconds)
        turns: list[Callable[[], Figures]] = [
            contest.booth_pictures, contest.booth, contest.booth_opengl, contest.naive
        ]  # fmt: skip
        if shutil.which("chromium"):
            turns.append(contest.chromium)
        rows: dict[str, list[Figures]] = {turn.__name__: [] for turn in turns}
        for _ in range(rounds):
            for turn in turns:
                rows[turn.__name__].append(turn())
        eye.close()
    results = {name: middle(found) for name, found in rows.items()}
    ratios = {
        f"{figure}_to_{name}": round(results["booth_pictures"][figure] / results[name][figure], 2)
        for name in results
        if name != "booth_pictures"
        for figure in ("cores", "mb")
    }
    report(
        "loop", seconds=seconds, rounds=rounds, **results, ratios=ratios,
        bars={"cores": 1.0, "fps": 60, "mb": 350, "cores_to_chromium": 1.0, "mb_to_naive": 1.0},
    )  # fmt: skip


if __name__ == "__main__":
    main()
