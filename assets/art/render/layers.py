"""Part ray-traced pictures into what stands in front and what lies behind, by their depth.

    python assets/art/render/layers.py                       # all that layers.toml names
    python assets/art/render/layers.py --pack vina-arcedo --scene vine --orientation portrait

Needs the finished picture and the depth that build.py keeps in the cache. Prints, for each
picture, how far both layers together are from it, and at the end what winery.toml has to say.
"""

import argparse
import sys
import time
import tomllib
import zlib
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image

from parting import Layers, Plan, over, part
from plan import HERE, SIZES, Shot, default_cache

PACKS = HERE.parents[2] / "content" / "wineries"
QUALITY = 86
BAND = 32  # pixels that the camera can uncover, and a margin: 3 % of 900
ALIKE = 0.5  # correlation of rays and picture below which they are of another; kin have 0.7 to 0.9


def plans() -> dict[str, dict[str, dict[str, Plan]]]:
    """How each picture is parted, by pack, scene and orientation."""
    tables: dict[str, Any] = tomllib.loads((HERE / "layers.toml").read_text("utf-8"))
    return {
        pack: {
            scene: {turn: planned(told) for turn, told in turns.items()}
            for scene, turns in scenes.items()
        }
        for pack, scenes in tables.items()
    }


def planned(told: dict[str, Any]) -> Plan:
    """One table as a plan."""
    frozen = {
        key: tuple(value) if isinstance(value, list) else value for key, value in told.items()
    }
    if "at" in frozen:
        frozen["at"] = tuple((x, y) for x, y in told["at"])
    return Plan(**frozen)


def alike(light: np.ndarray, picture: np.ndarray) -> float:
    """How well the rays' fine detail (h, w, 3) goes with the picture's, -1 to 1.

    Tone, grade and the ground for type change broad parts only.
    """
    fine = []
    for one, least in ((light.astype(np.float32), 0.01), (picture.astype(np.float32), 4.0)):
        small = cv2.resize(one.mean(-1), (528, 528), interpolation=cv2.INTER_AREA)
        told = np.log(np.maximum(small, 0) + least)
        fine.append((told - cv2.GaussianBlur(told, (0, 0), 6)).ravel())
    return float(np.corrcoef(*fine)[0, 1])


def named(media: Path, scene: str, layer: str, orientation: str) -> Path:
    """Where a picture, or one of its layers, is kept."""
    ending = "-portrait" if orientation == "portrait" else ""
    return media / f"{scene}{layer}{ending}.webp"


def save(path: Path, layer: np.ndarray) -> np.ndarray:
    """Write WebP aside, put it in place, and answer what will be read from it."""
    aside = path.with_suffix(".part")
    Image.fromarray(layer).save(aside, "WEBP", quality=QUALITY, method=6, exact=True)
    aside.replace(path)
    with Image.open(path) as image:
        return np.asarray(image.convert("RGBA" if layer.shape[2] == 4 else "RGB"))


def make(shot: Shot, plan: Plan, cache: Path, out: Path | None) -> tuple[Layers, str]:
    """Part one picture and save its layers; answers them as saved, and what to print."""
    start = time.perf_counter()
    media = PACKS / shot.pack / "media"
    kept = cache / "work" / shot.name / "passes.npz"
    with Image.open(named(media, shot.scene, "", shot.orientation)) as image:
        picture = np.asarray(image.convert("RGB"))
    with np.load(kept) as passes:
        depth = passes["depth"].astype(np.float32)
        if depth.shape != picture.shape[:2] or alike(passes["image"], picture) < ALIKE:
            raise SystemExit(f"{shot.name}: the rays kept in {kept} are of another picture")
    seed = zlib.crc32(shot.name.encode()) % 9973
    layers = part(picture, depth, plan, BAND, seed)
    folder = out or media
    paths = [named(folder, shot.scene, f"-{name}", shot.orientation) for name in ("far", "near")]
    saved = Layers(save(paths[0], layers.far), save(paths[1], layers.near), layers.area)
    off = np.abs(over(saved).astype(np.int16) - picture)
    sizes = " ".join(f"{path.stat().st_size / 1000:4.0f} kB" for path in paths)
    spent = time.perf_counter() - start
    told = f"{shot.name:44} {spent:4.0f} s  far, near {sizes}  off by {off.mean():.2f}"
    return saved, told


def entry(shape: tuple[int, ...], layers: Layers, plan: Plan, prefix: str) -> str:
    """What winery.toml says of the layers' place."""
    left, top, width, height = layers.area
    h, w = shape[:2]
    numbers = ", ".join(f"{v:.5g}" for v in (left / w, top / h, width / w, height / h))
    hinge = ", ".join(f"{v:.3g}" for v in plan.hinge)
    return f"{prefix}area = [{numbers}], {prefix}hinge = [{hinge}]"


def main() -> int:
    """Part what is asked for, one line a picture."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    known = plans()
    ask.add_argument("--pack", action="append", choices=sorted(known))
    ask.add_argument("--scene", action="append")
    ask.add_argument("--orientation", choices=sorted(SIZES))
    ask.add_argument("--out", type=Path, help="folder; default: the pack's media")
    ask.add_argument("--cache", type=Path, default=default_cache())
    args = ask.parse_args()
    cv2.setNumThreads(1)
    work = [
        (Shot(pack, scene, turn), plan)
        for pack in args.pack or known
        for scene, turns in known[pack].items()
        for turn, plan in turns.items()
        if scene in (args.scene or [scene]) and turn == (args.orientation or turn)
    ]
    if not work:
        print("no such picture; those that are parted stand in layers.toml")
        return 1
    said = []
    for number, (shot, plan) in enumerate(work, 1):
        layers, told = make(shot, plan, args.cache, args.out)
        print(f"{number:2}/{len(work)}  {told}", flush=True)
        prefix = "portrait_" if shot.orientation == "portrait" else ""
        said.append(f"{shot.pack} {shot.scene}: {entry(layers.far.shape, layers, plan, prefix)}")
    print("\n".join(said))
    return 0


if __name__ == "__main__":
    sys.exit(main())
