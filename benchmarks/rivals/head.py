"""What `head.html` needs to draw the presenter: three.js, her files, her camera and her lips."""

import subprocess
from pathlib import Path
from typing import Any

from kiosk.narration.track import Track, read_track
from kiosk.narration.voices.model import cache_folder
from kiosk.presenter.face import asset
from kiosk.presenter.lips.coarticulation import RATE
from kiosk.presenter.lips.shapes import ARKIT, CHANNELS
from kiosk.presenter.lips.track import lips_of

HERE = Path(__file__).parent
THREE = "0.187.0"
LONG = 10.0  # s: a narration of at least that length is shown
# Parts of the mesh with a picture of their own, and the window it lies in; others show the still.
PARTS = {
    "eye-left": ("eyes", "eyes"), "eye-right": ("eyes", "eyes"), "lashes": ("lashes", "eyes"),
    "teeth-upper": ("teeth-upper", "mouth"), "teeth-lower": ("teeth-lower", "mouth"),
    "tongue": ("teeth-lower", "mouth"),
}  # fmt: skip


def three_folder() -> Path:
    """Where three.js is in the cache folder, fetched on the first run."""
    home = cache_folder() / "bench-presenter"
    folder = home / "node_modules" / "three"
    facts = folder / "package.json"
    if not facts.is_file() or f'"version": "{THREE}"' not in facts.read_text("utf-8"):
        home.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [
                "npm", "install", "--prefix", str(home), "--ignore-scripts", "--no-audit",
                "--no-fund", "--save-exact", f"three@{THREE}",
            ],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
    return folder


def files(presenter: Path, pack: Path) -> dict[str, Path]:
    """What is served under a path."""
    return {
        "/": HERE / "head.html", "/head.js": HERE / "head.js", "/three/": three_folder(),
        "/picture.webp": pack / "media" / "land.webp",
        "/presenter/mesh.glb": presenter / f"{presenter.name}.glb", "/presenter/": presenter,
    }  # fmt: skip


def scene(presenter: Path, pack: Path, language: str, size: tuple[int, int]) -> dict[str, Any]:
    """What to draw: size in pixels, camera, pictures' places, lips at 60 Hz as offsets."""
    who = asset.read(presenter / f"{presenter.name}.toml")
    lips = lips_of(_narration(pack, language))
    names = [(name, shape) for name in CHANNELS for shape in ARKIT.get(name, ())]
    at = [CHANNELS.index(name) for name, _ in names]
    places = {
        name: [place.left, place.top, place.width, place.height]
        for name, place in who.windows.items()
    }
    return {
        "size": size,
        "camera": {
            "focal": who.camera.focal, "centre": who.camera.centre, "neck": who.neck,
            "canvas": [who.width, who.height],
        },
        "parts": {part: layer for part, (layer, _) in PARTS.items()},
        "layers": {
            layer: {"file": f"{layer}.webp", "box": places[window]}
            for layer, window in PARTS.values()
        },
        "lips": {
            "rate": RATE, "names": [shape for _, shape in names],
            "frames": lips.weights()[:, at].round(4).tolist(),
        },
    }  # fmt: skip


def _narration(pack: Path, language: str) -> Track:
    """The first of the pack's narrations in a language that is long enough."""
    tracks = (read_track(path) for path in sorted((pack / "narration").glob("*.json")))
    return next(one for one in tracks if one.language == language and one.duration > LONG)
