"""The 1080p stage while a 1080p clip plays, without and with the presenter: frames, cores, memory.

The clip is made here: 30 frames a second of a camera passing over a pack's picture, with grain so
that it is no easier to decode than filmed material of 6 to 8 Mbit/s.
"""

import argparse
import re
import shutil
import sys
from pathlib import Path

import cv2
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.eye import Eye
from benchmarks.measure import (
    ROOT,
    environment,
    events,
    kiosk,
    median,
    report,
    scratch,
    screen,
    watched,
)

WARM = 4.0  # s
RATE = 30  # frames a second
CODECS = {"vp9": ("VP90", ".webm"), "mpeg4": ("mp4v", ".mp4")}


def clip(path: Path, fourcc: str, seconds: int) -> float:
    """Make the clip; returns its Mbit/s."""
    picture = cv2.imread(str(ROOT / "content/wineries/vina-arcedo/media/land.webp"))
    assert picture is not None
    grain = np.random.default_rng(3).integers(-5, 6, (8, 1080, 1920, 1), np.int16)
    size = (1920, 1080)
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*fourcc), RATE, size)
    assert writer.isOpened(), f"OpenCV was built without an encoder for {fourcc}"
    span = picture.shape[1] - 1920, picture.shape[0] - 1080
    for number in range(seconds * RATE):
        share = number / (seconds * RATE)
        move = np.array([[1, 0, -span[0] * share], [0, 1, -span[1] * share]])
        frame = cv2.warpAffine(picture, move, size).astype(np.int16) + grain[number % 8]
        writer.write(np.clip(frame, 0, 255).astype(np.uint8))
    writer.release()
    return path.stat().st_size * 8e-6 / seconds


def pack(folder: Path, source: Path, presenter: bool) -> Path:
    """A library of one pack whose first scene is the clip, alone in the programme."""
    library = folder / f"{source.suffix[1:]}-{presenter}"
    root = library / "vina-arcedo"
    shutil.copytree(ROOT / "content" / "wineries" / "vina-arcedo", root)
    shutil.copy(source, root / "media" / source.name)
    facts = (root / "winery.toml").read_text("utf-8")
    line = 'portrait = "media/land-portrait.webp"'
    facts = facts.replace(line, f'{line}\nclip = "media/{source.name}"', 1)
    if not presenter:
        facts = re.sub('^presenter = ".*"', 'presenter = "nobody"', facts, flags=re.M)
    (root / "winery.toml").write_text(facts, "utf-8")
    return library


def main() -> None:
    """Measure each codec, without her and with her."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="MPEG-4 only")
    quick = parser.parse_args().quick
    seconds = 8.0  # with WARM within the first scene, which takes 15 s
    results: dict[str, dict[str, float]] = {}
    with screen() as shown, scratch() as folder:
        for codec in ("mpeg4",) if quick else tuple(CODECS):
            fourcc, suffix = CODECS[codec]
            source = folder / f"moving{suffix}"
            rate = clip(source, fourcc, 20)
            for presenter in (False, True):
                library = pack(folder, source, presenter)
                log = folder / f"{library.name}.jsonl"
                words = ("--content", str(library), "--lang", "en")
                command = kiosk(log, "--for", str(WARM + seconds + 4), *words)
                eye = Eye(shown.pixels)
                with watched(command, environment(shown)) as program:
                    start = program.started + WARM
                    cores = program.cores(seconds, WARM)
                    memory = median([row["mb"] for row in program.samples], 1)
                row = eye.frames(start, start + seconds)
                eye.close()
                steady = [
                    each for each in events(log, "frames") if WARM < each["t"] < WARM + seconds + 2
                ]
                row |= {
                    "cores": round(cores, 3), "mb": memory, "mbit": round(rate, 1),
                    "fps": median([each["fps"] for each in steady], 1),
                    "p99_ms": median([each["p99_ms"] for each in steady], 1),
                    "scenes": len(events(log, "scene")),
                }  # fmt: skip
                results[codec + ("_presenter" if presenter else "")] = row
                print(codec, presenter, row, file=sys.stderr, flush=True)
    report("clip", seconds=seconds, **results, bars={"fps": 30, "cores": 1.0, "mb": 350})


if __name__ == "__main__":
    main()
