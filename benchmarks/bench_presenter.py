"""The presenter on the 1080p stage beside three.js drawing an equal head: frames, cores, memory.

The booth runs as at a fair, one language, voiced; with the renderer it chooses where there is no
graphics card and with software OpenGL, and the same without anybody on the stage, so that her own
share is known. The rival is Chromium with three.js: her own mesh with all its shapes and her own
pictures, unlit, at the same size, over the same picture under the same slow zoom, her lips moved
by a shipped narration; WebGL by SwiftShader, once as anybody would write it and once lean, without
what an emulated graphics card is slow at. They take turns, round after round, so that a drifting
machine treats them alike; each turn's figures go to stderr. npm fetches three.js on the first run,
into the cache folder.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import astuple
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.eye import Eye
from benchmarks.measure import (
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
from benchmarks.rivals import head
from benchmarks.rivals.counter import Counter
from kiosk.presenter.face import asset, store
from kiosk.presenter.face.figure import prepare
from kiosk.presenter.ladder import FIRST, RUNGS

NAME = "hostess"
PRESENTER = ROOT / "assets" / "presenters" / NAME
PACK = ROOT / "content" / "wineries" / "vina-arcedo"
LANGUAGE = "en"
SIZE = (680, 907)  # pixels: what Stage/PresenterPlace.qml gives her at 1080p
WARM = 9.0  # s: the first scene's entry and a narration under way
SPARE = 3.0  # s that a program goes on after it has been measured
FIRST_RUNG = [0.0, *astuple(RUNGS[FIRST])]  # held where no step was taken: time, scale, rate
BARS = {"fps": 30, "mb": 450, "ms_per_picture_to_three": 0.333}
Figures = dict[str, Any]


class Contest:
    """One screen, one eye on it, and the programs that take turns there.

    Args:
        shown: the screen.
        eye: looks at it.
        folder: for records, profiles and the contents.
        seconds: how long each is measured, after it has run itself in.
    """

    def __init__(self, shown: Screen, eye: Eye, folder: Path, seconds: float) -> None:
        self._screen, self._eye, self._folder, self._seconds = shown, eye, folder, seconds
        self._settings = folder / "settings.toml"
        # A booth keeps what it finds in her files beside them; here in a copy.
        kept = folder / "presenters" / NAME
        shutil.copytree(PRESENTER, kept)
        store.write(prepare(asset.read(kept / f"{NAME}.toml")))
        self._empty = library(folder, len(list(PACK.parent.iterdir())))
        for facts in self._empty.glob("*/winery.toml"):
            text = facts.read_text("utf-8")
            facts.write_text(text.replace(f'presenter = "{NAME}"', 'presenter = "nobody"'), "utf-8")

    def _measure(self, command: list[str], **extra: str) -> tuple[Figures, float, float]:
        """The figures common to all, and from when to when (monotonic) they were taken."""
        with watched(command, environment(self._screen, **extra)) as program:
            start = program.started + WARM
            cores = program.cores(self._seconds, WARM)
            end = start + self._seconds
            memory = max(row["mb"] for row in program.samples)
        seen = self._eye.frames(start, end)
        row = {
            "cores": round(cores, 3),
            "mb": round(memory, 1),
            "load": round(os.getloadavg()[0], 1),
        }
        return row | seen, start, end

    def _booth(self, name: str, backend: str, *words: str) -> Figures:
        log = self._folder / f"{name}.jsonl"
        length = str(WARM + self._seconds + SPARE)
        command = kiosk(log, "--lang", LANGUAGE, "--for", length, *words)
        row, _, _ = self._measure(
            command, QT_QUICK_BACKEND=backend, CELLARCAST_SETTINGS=str(self._settings)
        )
        last = WARM + self._seconds + 1
        row |= _middle(_within(events(log, "frames"), WARM, last), "fps", "p99_ms")
        if "fps" in row:  # a stage that stood still all the while is left out of the medians
            row["ms_per_frame"] = _cost(row["cores"], row["fps"])
        paces = _within(events(log, "presenter-pace"), WARM, last)
        if paces:
            row |= _middle(paces, "pps", "median_ms", "p90_ms", "cpu_ms")
            rungs = [each for each in events(log, "presenter-rung") if each["t"] < last]
            row["rungs"] = [[each["t"], each["scale"], each["rate"]] for each in rungs]
            if all(each["rate"] for each in rungs):  # a still has no cost a picture
                row["ms_per_picture"] = _cost(row["cores"], row["pps"])
        return row

    def booth(self) -> Figures:
        """The booth with her, drawn as it chooses without a graphics card."""
        return self._booth("booth", "software")

    def booth_alone(self) -> Figures:
        """The same with nobody on the stage."""
        return self._booth("booth-alone", "software", "--content", str(self._empty))

    def booth_opengl(self) -> Figures:
        """The booth with her in software OpenGL."""
        return self._booth("opengl", "rhi")

    def booth_opengl_alone(self) -> Figures:
        """The same with nobody on the stage."""
        return self._booth("opengl-alone", "rhi", "--content", str(self._empty))

    def three(self) -> Figures:
        """The rival: her mesh in three.js in Chromium's kiosk mode, as its loader makes it."""
        return self._three("")

    def three_lean(self) -> Figures:
        """The same with the shapes summed outside the emulated graphics card."""
        return self._three("?lean")

    def _three(self, manner: str) -> Figures:
        answers = {"/scene.json": head.scene(PRESENTER, PACK, LANGUAGE, SIZE)}
        with closing(Counter(head.files(PRESENTER, PACK), answers)) as counter:
            # SwiftShader for WebGL alone, and Chromium's own 8-bit compositor for the page: half
            # the CPU time a frame of SwiftShader for both (--use-angle=swiftshader).
            command = [
                "chromium", "--no-sandbox", "--kiosk", "--disable-gpu",
                "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                f"--user-data-dir={tempfile.mkdtemp(dir=self._folder)}", "--window-size=1920,1080",
                "--window-position=0,0", counter.page + manner,
            ]  # fmt: skip
            row, start, end = self._measure(command)
            steady = [figures for at, figures in counter.reports if start < at < end + 1]
        if steady:  # a browser that never came to draw is left out of the medians
            row |= {"fps": median([each["fps"] for each in steady], 2)} | _middle(steady, "p99_ms")
            row["ms_per_frame"] = _cost(row["cores"], row["fps"])
        return row


def _within(rows: list[dict[str, Any]], start: float, end: float) -> list[dict[str, Any]]:
    return [row for row in rows if start < row["t"] < end]


def _middle(rows: list[Any], *names: str) -> Figures:
    """The median of each figure, none where there are no rows."""
    return {name: median([row[name] for row in rows], 1) for name in names if rows}


def _cost(cores: float, rate: float) -> float:
    """Milliseconds of CPU for one frame; a program that shows none costs without end."""
    return round(1000 * cores / rate, 2) if rate else float("inf")


def middle(rounds: list[Figures]) -> Figures:
    """The median of each figure; of rungs what each round held last."""
    numbers = dict.fromkeys(name for each in rounds for name in each if name != "rungs")
    row: Figures = {
        name: median([each[name] for each in rounds if name in each], 2) for name in numbers
    }
    if "rungs" in rounds[0]:
        row["rungs"] = [each["rungs"][-1] if each["rungs"] else FIRST_RUNG for each in rounds]
    return row


def main() -> None:
    """Measure all in turn on one screen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round of 10 s, not 3 of 15")
    seconds, rounds = (10.0, 1) if parser.parse_args().quick else (15.0, 3)
    with screen() as shown, scratch() as folder:
        eye = Eye(shown.pixels)
        contest = Contest(shown, eye, folder, seconds)
        turns: list[Callable[[], Figures]] = [
            contest.booth, contest.booth_alone, contest.booth_opengl, contest.booth_opengl_alone,
        ]  # fmt: skip
        if shutil.which("chromium") and shutil.which("npm"):
            turns += [contest.three, contest.three_lean]
        rows: dict[str, list[Figures]] = {turn.__name__: [] for turn in turns}
        for _ in range(rounds):
            for turn in turns:
                rows[turn.__name__].append(turn())
                print(turn.__name__, rows[turn.__name__][-1], file=sys.stderr, flush=True)
        eye.close()
    results = {name: middle(found) for name, found in rows.items()}
    ratios = {
        f"{name}_{figure}_to_{rival}": round(
            results[name][figure] / results[rival]["ms_per_frame"], 3
        )
        for rival in ("three", "three_lean")
        for name in ("booth", "booth_opengl")
        for figure in ("ms_per_frame", "ms_per_picture")
        if "ms_per_frame" in results.get(rival, {}) and figure in results[name]
    }
    report(
        "presenter", seconds=seconds, rounds=rounds, cpus=os.cpu_count(), **results,
        ratios=ratios, bars=BARS,
    )  # fmt: skip


if __name__ == "__main__":
    main()
