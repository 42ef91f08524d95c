"""The 1080p loop beside two rivals drawing the same slow zoom: frames, cores, memory, in one run.

Rivals: a plain Qt Quick slide show as anybody would write it, and the same page in Chromium's
kiosk mode. All are drawn by software; the booth is measured with the renderer it chooses where
there is no graphics card, and with software OpenGL.
"""

import argparse
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import (
    RIVALS,
    ROOT,
    Watched,
    environment,
    events,
    kiosk,
    median,
    report,
    scratch,
    screen,
    watched,
)

WARM = 6.0  # s
PICTURES = [
    ROOT / "content" / "wineries" / "vina-arcedo" / "media" / name
    for name in ("land.webp", "house.webp")
]


def figures(program: Watched, seconds: float) -> dict[str, float]:
    """Cores and memory over a while."""
    cores = program.cores(seconds, WARM)
    return {"cores": round(cores, 3), "mb": median([row["mb"] for row in program.samples], 1)}


def booth(display: str, folder: Path, seconds: float, backend: str) -> dict[str, float]:
    """The booth's own loop."""
    log = folder / f"{backend}.jsonl"
    length = str(WARM + seconds + 3)
    env = environment(display, QT_QUICK_BACKEND=backend)
    with watched(kiosk(log, "--for", length), env) as program:
        row = figures(program, seconds)
        program.process.wait(timeout=60)
    frames = [each for each in events(log, "frames") if each["t"] > WARM]
    row["fps"] = median([each["fps"] for each in frames], 1)
    row["p99_ms"] = median([each["p99_ms"] for each in frames], 1)
    row["ms_per_frame"] = round(1000 * row["cores"] / row["fps"], 2)
    row["first_frame_s"] = events(log, "first-frame")[0]["t"]
    return row


def naive(display: str, folder: Path, seconds: float) -> dict[str, float]:
    """A plain Qt Quick slide show."""
    log = folder / "naive.jsonl"
    command = [sys.executable, str(RIVALS / "naive.py"), str(log), *map(str, PICTURES)]
    with watched(command, environment(display)) as program:
        row = figures(program, seconds)
    frames = events(log, "frames")
    row["fps"] = median([each["fps"] for each in frames], 1)
    row["ms_per_frame"] = round(1000 * row["cores"] / row["fps"], 2)
    row["first_frame_s"] = events(log, "first-frame")[0]["t"]
    return row


def chromium(display: str, folder: Path, seconds: float) -> dict[str, float] | None:
    """The same slide in Chromium's kiosk mode; None where there is no Chromium."""
    program_file = shutil.which("chromium")
    if program_file is None:
        return None
    for number, picture in enumerate(PICTURES):
        shutil.copy(picture, folder / f"p{number}.webp")
    page = shutil.copy(RIVALS / "slide.html", folder / "slide.html")
    command = [
        program_file, "--no-sandbox", "--kiosk", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--allow-file-access-from-files", f"--user-data-dir={folder / 'profile'}",
        "--window-size=1920,1080", "--window-position=0,0", Path(page).as_uri(),
    ]  # fmt: skip
    with watched(command, environment(display)) as program:
        return figures(program, seconds)


def main() -> None:
    """Measure all in turn on one screen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="10 s each instead of 25")
    seconds = 10.0 if parser.parse_args().quick else 25.0
    with screen() as display, scratch() as folder:
        chosen = booth(display, folder, seconds, "software")
        opengl = booth(display, folder, seconds, "rhi")
        plain = naive(display, folder, seconds)
        browser = chromium(display, folder, seconds)
    ratios = {"cores_to_naive": round(chosen["cores"] / plain["cores"], 2)}
    if browser is not None:
        ratios["cores_to_chromium"] = round(chosen["cores"] / browser["cores"], 2)
        ratios["mb_to_chromium"] = round(chosen["mb"] / browser["mb"], 2)
    report(
        "loop", seconds=seconds, booth=chosen, booth_opengl=opengl, naive=plain,
        chromium=browser, ratios=ratios, bars={"cores": 1.0, "fps": 60, "mb": 350},
    )  # fmt: skip


if __name__ == "__main__":
    main()
