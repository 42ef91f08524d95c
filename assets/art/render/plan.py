"""What is to be rendered: sizes, samples, where work lies and whether it is still good.

Nothing here needs Blender, the denoiser or skia.
"""

import argparse
import hashlib
import json
import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SIZES = {"landscape": (2112, 1188), "portrait": (1188, 2112)}  # a tenth larger than the screen
SAMPLES = 40
ROUND = "-360"  # how panoramas' names end: all round, equirectangular
FORMATS = {**SIZES, "round": (4096, 2048)}
DRAWN = ("label", "marks", "chart", "view", "seal")  # a job's pictures, told apart by their pixels
ROUNDS = 16  # at most
PREVIEW = (0.25, 12)  # scale and samples


@dataclass(frozen=True)
class Shot:
    """One picture to take."""

    pack: str
    scene: str
    orientation: str
    preview: bool = False
    samples: int = SAMPLES

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        w, h = FORMATS[self.orientation]
        if self.preview:
            return int(w * PREVIEW[0]), int(h * PREVIEW[0])
        return w, h

    @property
    def rays(self) -> int:
        """Samples a pixel."""
        return min(PREVIEW[1], self.samples) if self.preview else self.samples

    @property
    def name(self) -> str:
        """How it is told apart in the work folder."""
        return f"{self.pack}-{self.scene}-{self.orientation}" + ("-preview" * self.preview)


def default_cache() -> Path:
    """Where raw passes are kept between runs: outside the repository."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "cellarcast" / "art"


def sources(set_name: str) -> list[Path]:
    """The Blender-side files a set depends on."""
    side = HERE / "blender"
    wanted = {*side.glob("*.py"), side / "sets" / "__init__.py"}
    ahead = ["still", set_name]
    while ahead:
        path = side / "sets" / f"{ahead.pop()}.py"
        if path.exists() and path not in wanted:
            wanted.add(path)
            named = re.findall(r"^from sets import (.+)$", path.read_text("utf-8"), re.M)
            ahead += [name.strip() for names in named for name in names.split(",")]
    return sorted(wanted)


def stamp(job: dict[str, Any]) -> str:
    """A hash of all that decides the rays: the job's facts and the set's scripts."""
    told = {k: v for k, v in job.items() if k not in ("work", "threads", *DRAWN)}
    hashed = hashlib.sha256(json.dumps(told, sort_keys=True).encode())
    for path in sources(job["set"]):
        hashed.update(path.read_bytes())
    for key in DRAWN:
        if key in job:
            hashed.update(Path(job[key]).read_bytes())
    return hashed.hexdigest()


def rendered(work: Path, wanted: str) -> bool:
    """Whether the passes in ``work`` are whole and were made from this very job."""
    mark = work / "stamp"
    return (work / "passes.npz").exists() and mark.exists() and mark.read_text() == wanted


def rounds(work: Path) -> list[Path]:
    """Where each round of a picture is kept, in order; the first is the work folder itself."""
    return [work, *(work / f"round-{k}" for k in range(1, ROUNDS))]


def keep(work: Path, made: str) -> None:
    """Remember from what the passes were made; written last, so a cut run starts again."""
    part = work / "stamp.part"
    part.write_text(made)
    part.replace(work / "stamp")


def finished() -> dict[str, list[str]]:
    """Scenes whose ray-traced pictures stand in the packs, by pack."""
    kept: dict[str, list[str]] = tomllib.loads((HERE / "finished.toml").read_text("utf-8"))
    return kept


USE = """Ray-trace pictures of the demonstration packs with Blender.

    python assets/art/render/build.py --pack vina-arcedo --scene reserva --preview
    python assets/art/render/build.py --pack vina-arcedo --scene reserva
    python assets/art/render/build.py            # all that finished.toml names

Passes are kept in a cache outside the repository, named by what made them: a run that was cut
goes on with the picture it was at, and a changed grade needs no new rays. --preview renders a
quarter of the size with few samples and writes PNG to --out (default: the cache).
"""


def options(argv: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    ask = argparse.ArgumentParser(
        description=USE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--pack", action="append", help="default: all in finished.toml")
    ask.add_argument("--scene", action="append", help="default: the pack's in finished.toml")
    ask.add_argument("--orientation", choices=sorted(SIZES))
    ask.add_argument("--preview", action="store_true", help="a quarter of the size, as PNG")
    ask.add_argument("--samples", type=int, default=SAMPLES, help="rays a pixel and round")
    ask.add_argument("--rounds", type=int, default=1, help="renders to average; kept ones count")
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--trust", action="store_true", help="kept rays are good whatever changed")
    ask.add_argument("--force", action="store_true", help="render again what is kept")
    ask.add_argument("--out", type=Path, help="folder; default: the pack's media")
    ask.add_argument("--cache", type=Path, default=default_cache())
    ask.add_argument("--blender", default="blender")
    return ask.parse_args(argv)


def shots(args: argparse.Namespace) -> Iterator[Shot]:
    """The pictures that ``options`` name, in order."""
    done = finished()
    for pack in args.pack or done:
        for scene in args.scene or done.get(pack, ()):
            usual = [args.orientation] if args.orientation else list(SIZES)
            for orientation in ["round"] if scene.endswith(ROUND) else usual:
                yield Shot(pack, scene, orientation, args.preview, args.samples)
