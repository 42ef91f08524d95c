"""Ray-trace pictures of the demonstration packs with Blender.

See the README of `assets/art`.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))  # the drawing kit, the packs

import houses
from finish import clean
from grade import GRADES, bytes8, depth_map, tone
from kit.printing import burn_in, luminance, type_ground
from pack import Pack, load
from plan import Shot, keep, options, rendered, shots, stamp

HERE = Path(__file__).resolve().parent
QUALITY = 90
LIMIT = 0.062  # luminance of the type ground before grain; 0.10 is allowed after it


def render(job: dict[str, Any], blender: str, label: str) -> None:
    """Let Blender take the picture; shows how many samples are done."""
    work = Path(job["work"])
    path = work / "job.json"
    path.write_text(json.dumps(job), encoding="utf-8")
    command = [blender, "-b", "--python-exit-code", "1", "-t", str(job["threads"])]
    command += ["--python", str(HERE / "blender" / "stage.py"), "--", str(path)]
    # Debian's Blender uses the system's Python, which may have no numpy: lend it this one's.
    lent = {**os.environ, "PYTHONPATH": str(Path(np.__file__).parents[1])}
    lines: list[str] = []
    start = time.perf_counter()
    with subprocess.Popen(
        command, env=lent, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as run:
        for line in run.stdout or ():
            lines = [*lines[-40:], line.rstrip()]
            done = re.search(r"Sample (\d+)/(\d+)", line)
            if done:
                spent = time.perf_counter() - start
                start_of_line, end = ("\r", "") if sys.stdout.isatty() else ("", "\n")
                told = f"{start_of_line}{label}  {done[1]}/{done[2]}  {spent:4.0f} s"
                print(told, end=end, flush=True)
    if run.returncode:
        raise SystemExit("\n".join([f"{label}: Blender stopped", *lines]))


def take(shot: Shot, pack: Pack, args: argparse.Namespace) -> None:
    """Render, tone and save one picture."""
    start = time.perf_counter()
    work = args.cache / "work" / shot.name
    work.mkdir(parents=True, exist_ok=True)
    width, height = shot.size
    seed = zlib.crc32(f"{shot.pack}/{shot.scene}".encode()) % 9973
    job = {
        **houses.facts(pack, shot.scene, work),
        "orientation": shot.orientation,
        "width": width,
        "height": height,
        "samples": shot.rays,
        "threads": args.threads,
        "seed": seed,
        "work": str(work),
    }
    wanted = stamp(job)
    if args.force or not rendered(work, wanted):
        render(job, args.blender, shot.name)
        keep(work, wanted)
    spent = time.perf_counter() - start
    with np.load(work / "passes.npz") as passes:
        light = clean(passes)
        deep = depth_map(passes["depth"])
    picture = burn_in(bytes8(tone(light, GRADES[pack.region], seed), seed), LIMIT)
    ending = "-portrait" if shot.orientation == "portrait" else ""
    if shot.preview:
        out = args.out or args.cache / "previews"
        out.mkdir(parents=True, exist_ok=True)
        path = out / f"{shot.pack}-{shot.scene}{ending}.png"
        Image.fromarray(picture).save(path)
    else:
        folder = args.out or pack.media
        path = folder / f"{shot.scene}{ending}.webp"
        save(path, picture)
        save(args.cache / "depth" / shot.pack / f"{shot.scene}{ending}.webp", deep)
    lit = luminance(picture)
    ground = float(np.percentile(lit[type_ground(lit.shape) > 0.98], 97))
    lead = "\r" if sys.stdout.isatty() else ""
    print(
        f"{lead}{shot.name:52} {spent:5.0f} s  ground {ground:.3f}  "
        f"{path.stat().st_size / 1024:4.0f} KiB  {path}",
        flush=True,
    )


def save(path: Path, picture: np.ndarray) -> None:
    """Write WebP aside and put it in place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    Image.fromarray(picture).save(aside, "WEBP", quality=QUALITY, method=6)
    aside.replace(path)


def main() -> int:
    """Take what is asked for, one line a picture."""
    args = options()
    work = list(shots(args))
    if not work:
        print("no such picture; finished ones stand in finished.toml")
        return 1
    for shot in work:
        take(shot, load(shot.pack), args)
    return 0


if __name__ == "__main__":
    sys.exit(main())
