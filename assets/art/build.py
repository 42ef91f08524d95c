"""Paint and print every picture of the demonstration packs.

    python assets/art/build.py [--pack ID] [--scene ID] [--orientation landscape|portrait]
                               [--force] [--jobs N]

A picture is made again only when it is missing or older than the drawing code; ``--force``
makes it anyway. The same sources give the same pixels. What ``render/finished.toml`` names is
ray-traced by ``render/build.py`` and left alone here.
"""

import argparse
import importlib
import sys
import time
import tomllib
import zlib
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from kit.frame import SIZES, Frame
from kit.printing import burn_in, luminance, press, type_ground
from pack import REGIONS, Pack, load

HERE = Path(__file__).resolve().parent
QUALITY = 82
SCENES = frozenset(
    "land house vine table picking sorting crushing fermenting pressing ageing blending filtering "
    "bottling toast live".split()
)


def paint(pack: Pack, scene: str, orientation: str) -> np.ndarray:
    """One finished picture, (h, w, 3) uint8."""
    seed = zlib.crc32(f"{pack.id}/{scene}".encode()) % 9973
    frame = Frame(pack.region, pack.palette, orientation, seed)
    module = importlib.import_module(f"scenes.{'wine' if scene in pack.wines else scene}")
    module.draw(frame, pack, scene)
    return burn_in(press(frame.pixels[..., :3].copy(), pack.palette, seed, frame.fine))


def target(pack: Pack, scene: str, orientation: str) -> Path:
    """Where a picture is kept."""
    return pack.media / f"{scene}{'-portrait' if orientation == 'portrait' else ''}.webp"


def make(pack_id: str, scene: str, orientation: str) -> tuple[str, float, float, int]:
    """Paint, print and save one; returns name, seconds, type-ground luminance, bytes."""
    cv2.setNumThreads(1)
    start = time.perf_counter()
    pack = load(pack_id)
    picture = paint(pack, scene, orientation)
    path = target(pack, scene, orientation)
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    Image.fromarray(picture).save(aside, "WEBP", quality=QUALITY, method=4)
    aside.replace(path)
    light = luminance(picture)
    ground = float(np.percentile(light[type_ground(light.shape) > 0.98], 97))
    return f"{pack_id}/{path.name}", time.perf_counter() - start, ground, path.stat().st_size


def stale(path: Path, scene: str) -> bool:
    """Whether the drawing code is newer than the picture."""
    if not path.exists():
        return True
    own = {path.stem for path in HERE.glob("scenes/*.py")} - {scene}
    others = own & SCENES - {"wine"}
    sources = [
        path
        for path in (*HERE.glob("kit/*.py"), *HERE.glob("scenes/*.py"))
        if path.stem not in others
    ]
    return max(p.stat().st_mtime for p in sources) > path.stat().st_mtime


def traced() -> dict[str, list[str]]:
    """Scenes that are not drawn here but ray-traced, by pack."""
    kept: dict[str, list[str]] = tomllib.loads((HERE / "render/finished.toml").read_text("utf-8"))
    return kept


def main() -> int:
    """Build what is asked for; prints one line a picture."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--pack", action="append", choices=sorted(REGIONS))
    ask.add_argument("--scene", action="append")
    ask.add_argument("--orientation", choices=sorted(SIZES))
    ask.add_argument("--force", action="store_true")
    ask.add_argument("--jobs", type=int, default=1)
    args = ask.parse_args()
    work = []
    rays = traced()
    for pack_id in args.pack or REGIONS:
        pack = load(pack_id)
        for scene in [*pack.scenes, *pack.wines]:
            if (args.scene and scene not in args.scene) or scene in rays.get(pack_id, ()):
                continue
            for orientation in [args.orientation] if args.orientation else SIZES:
                if args.force or stale(
                    target(pack, scene, orientation), "wine" if scene in pack.wines else scene
                ):
                    work.append((pack_id, scene, orientation))
    failed = 0
    with ProcessPoolExecutor(args.jobs) as pool:
        jobs = {pool.submit(make, *item): item for item in work}
        for k, job in enumerate(as_completed(jobs), 1):
            try:
                name, took, ground, size = job.result()
            except Exception as error:
                failed += 1
                print(f"{k:3}/{len(work)}  {'/'.join(jobs[job])}: {error!r}", flush=True)
                continue
            print(
                f"{k:3}/{len(work)}  {name:52} {took:5.1f} s  ground {ground:.3f}  "
                f"{size / 1024:4.0f} KiB",
                flush=True,
            )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
