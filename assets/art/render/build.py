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
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))  # the drawing kit, the packs

import houses
from finish import clean
from fog import AIRS, foggy
from grade import GRADES, Grade, around, bytes8, depth_map, tone
from kit.printing import burn_in, holding, luminance, type_ground
from pack import Pack, load
from plan import Shot, keep, options, rendered, rounds, shots, stamp

HERE = Path(__file__).resolve().parent
QUALITY = 90
ROUND_QUALITY = 86  # a visitor sees a fifth of a panorama at a time, enlarged
ROUND_GRAIN = 1.0
LIMIT = 0.062  # luminance of the type ground before grain
ALLOWED = 0.10  # after it
DARK = 0.075  # where holding light back ends
HELD = 6  # passes at most: the tone's shoulder takes a part of each


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


def seed_of(shot: Shot) -> int:
    """A picture's own seed, the same in every orientation."""
    return zlib.crc32(f"{shot.pack}/{shot.scene}".encode()) % 9973


def passes_of(shot: Shot, pack: Pack, args: argparse.Namespace) -> dict[str, np.ndarray]:
    """The mean of a picture's kept rounds; renders those that are missing or out of date."""
    folder = args.cache / "work" / shot.name
    width, height = shot.size
    kept = []
    for turn, work in enumerate(rounds(folder)[: args.rounds]):
        work.mkdir(parents=True, exist_ok=True)
        job = {
            **houses.facts(pack, shot.scene, work),
            "orientation": shot.orientation,
            "width": width,
            "height": height,
            "samples": shot.rays,
            "threads": args.threads,
            "seed": seed_of(shot),
            "turn_of": turn,
            "work": str(work),
        }
        wanted = stamp(job)
        good = rendered(work, wanted) or (args.trust and (work / "stamp").exists())
        if args.force or not good:
            render(job, args.blender, shot.name)
            keep(work, wanted)
        kept.append(work)
    return average(kept)


def take(shot: Shot, pack: Pack, args: argparse.Namespace) -> None:
    """Render, tone and save one picture."""
    start = time.perf_counter()
    passes = passes_of(shot, pack, args)
    spent = time.perf_counter() - start
    ending = "-portrait" if shot.orientation == "portrait" else ""
    picture = develop(passes, shot, pack.region, seed_of(shot))
    deep = depth_map(passes["depth"])
    if shot.preview:
        out = args.out or args.cache / "previews"
        out.mkdir(parents=True, exist_ok=True)
        path = out / f"{shot.pack}-{shot.scene}{ending}.png"
        Image.fromarray(picture).save(path)
    else:
        path = (args.out or pack.media) / f"{shot.scene}{ending}.webp"
        save(path, picture, ROUND_QUALITY if shot.orientation == "round" else QUALITY)
        save(args.cache / "depth" / shot.pack / f"{shot.scene}{ending}.webp", deep)
    ground = brightest(picture)
    lead = "\r" if sys.stdout.isatty() else ""
    print(
        f"{lead}{shot.name:52} {spent:5.0f} s  ground {ground:.3f}  "
        f"{path.stat().st_size / 1024:4.0f} KiB  {path}",
        flush=True,
    )


def average(folders: list[Path]) -> dict[str, np.ndarray]:
    """The mean of several rounds' passes, float32."""
    out: dict[str, np.ndarray] = {}
    for folder in folders:
        with np.load(folder / "passes.npz") as passes:
            for name in passes:
                share = passes[name].astype(np.float32) / len(folders)
                out[name] = out[name] + share if name in out else share
    return out


def brightest(picture: np.ndarray) -> float:
    """Luminance of the ground on which type is set, but for its lightest thirtieth."""
    light = luminance(picture)
    return float(np.percentile(light[type_ground(light.shape) > 0.98], 97))


def develop(passes: Mapping[str, np.ndarray], shot: Shot, region: str, seed: int) -> np.ndarray:
    """Denoised, toned and graded; uint8. Panoramas without a seam and without ground for type."""
    if shot.orientation != "round":
        light = clean(passes)
        if air := AIRS.get((shot.pack, shot.scene)):
            light = foggy(light, passes["depth"], air)
        toned = bytes8(tone(held_back(light, GRADES[region]), GRADES[region], seed), seed)
        limit = LIMIT
        while brightest(picture := burn_in(toned, limit)) > ALLOWED:
            limit *= 0.94  # sunlit leaves stand out of their surroundings' mean
        return picture
    margin = shot.size[0] // 16
    light = clean({name: around(passes[name], margin) for name in passes})
    toned = tone(light, replace(GRADES[region], grain=ROUND_GRAIN), seed)
    return bytes8(toned[:, margin:-margin], seed)


def held_back(light: np.ndarray, grade: Grade) -> np.ndarray:
    """Linear light with less of it on the ground for type.

    Candlelight that the tone has bleached would turn to grey where it is burned in afterwards.
    """
    plain = replace(grade, grain=0.0)
    for _ in range(HELD):
        toned = bytes8(tone(light, plain))
        if brightest(toned) <= DARK:
            break
        gain = holding(toned, LIMIT) ** 0.6
        light = light * gain[..., None].astype(np.float32)
    return light


def save(path: Path, picture: np.ndarray, quality: int = QUALITY) -> None:
    """Write WebP aside and put it in place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    Image.fromarray(picture).save(aside, "WEBP", quality=quality, method=6)
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
