"""A seamless clip of drifting fog from a rendered picture and its depth.

    python assets/art/render/clip.py --pack cascina-bruvel --scene land

Takes the passes that build.py keeps (and renders them where they are missing). Needs the program
ffmpeg with libvpx, which only encodes here.
"""

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

from build import held_back, passes_of
from finish import clean
from fog import AIRS, foggy
from grade import GRADES, bytes8, tone
from kit.printing import burn_in
from pack import load
from plan import Shot, options, shots

RATE = 25
SECONDS = 10
SCREENS = {"landscape": (1920, 1080), "portrait": (1080, 1920)}
QUALITY = 34  # libvpx's constant quality, 0 to 63; below it noise is kept and nothing else


def film(shot: Shot, path: Path, passes: dict[str, np.ndarray], region: str) -> None:
    """Write the clip of one picture; tells how many frames are done."""
    size = SCREENS[shot.orientation]
    grade = replace(GRADES[region], grain=0.0)  # noise would be nine tenths of the file
    light = cv2.resize(clean(passes), size, interpolation=cv2.INTER_AREA)
    depth = cv2.resize(passes["depth"], size, interpolation=cv2.INTER_NEAREST)
    air = AIRS[shot.pack, shot.scene]
    held = held_back(foggy(light, depth, air), grade) / np.maximum(foggy(light, depth, air), 1e-6)
    frames = RATE * SECONDS
    part = path.with_suffix(".part.webm")
    command = [
        "ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24",
        "-s", f"{size[0]}x{size[1]}", "-r", str(RATE), "-i", "-",
        "-c:v", "libvpx-vp9", "-crf", str(QUALITY), "-b:v", "0", "-g", str(frames),
        "-deadline", "good", "-cpu-used", "4", "-row-mt", "1", "-pix_fmt", "yuv420p",
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
        "-vf", "scale=out_color_matrix=bt709:out_range=tv", "-fflags", "+bitexact", str(part),
    ]  # fmt: skip
    start = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.PIPE) as run:
        assert run.stdin is not None
        for number in range(frames):
            seen = foggy(light, depth, air, number / frames) * held
            picture = burn_in(bytes8(tone(seen, grade)), 0.09)
            run.stdin.write(picture.tobytes())
            spent = time.perf_counter() - start
            told, end = ("\r", "") if sys.stdout.isatty() else ("", "\n")
            print(f"{told}{shot.name}  {number + 1}/{frames}  {spent:4.0f} s", end=end, flush=True)
        run.stdin.close()
    if run.returncode:
        raise SystemExit(f"{shot.name}: ffmpeg stopped with {run.returncode}")
    part.replace(path)
    print(f"{shot.name:52} {path.stat().st_size / 1024:4.0f} KiB  {path}")


def main() -> int:
    """Film what is asked for."""
    args = options()
    work = [shot for shot in shots(args) if (shot.pack, shot.scene) in AIRS]
    if not work:
        print("no fog in such a picture; those with fog stand in fog.AIRS")
        return 1
    for shot in work:
        pack = load(shot.pack)
        ending = "-portrait" if shot.orientation == "portrait" else ""
        out = (args.out or pack.media) / f"{shot.scene}{ending}.webm"
        film(shot, out, passes_of(shot, pack, args), pack.region)
    return 0


if __name__ == "__main__":
    sys.exit(main())
