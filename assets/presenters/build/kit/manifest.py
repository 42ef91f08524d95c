"""Write the presenter's description, `<id>.toml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from . import glb, poses
from .body import Part
from .optics import METRES, Camera


def write(
    path: Path,
    identity: str,
    person: dict[str, Any],
    parts: dict[str, Part],
    shots: list[dict[str, Any]],
    camera: Camera,
) -> None:
    """Write names, camera, windows, poses and landmarks."""
    place = poses.windows(camera)
    cx, cy = camera.centre
    lines = [
        "# Made by assets/presenters/build; conventions in assets/presenters/README.md.",
        f'id = "{identity}"',
        'licence = "Apache-2.0 AND CC0-1.0"',
        f'mesh = "{identity}.glb"',
        'rest = "rest.webp"',
        "",
        "[names]",
        *(f'{_key(k)} = "{v}"' for k, v in person["names"].items()),
        "",
        "[roles]",
        *(f'{_key(k)} = "{v}"' for k, v in person["roles"].items()),
        "",
        "[voices] # voices of the narration that suit, best first",
        *(f"{_key(k)} = {_list(v)}" for k, v in person["voices"].items()),
        "",
        "[canvas] # pixels",
        f"width = {camera.width}",
        f"height = {camera.height}",
        "",
        "[camera] # camera space: metres, x right, y up, looking along -z",
        "# pixel = [centre_x + focal * x / -z, centre_y - focal * y / -z]",
        f"focal = {camera.focal:.3f}",
        f"centre = [{cx:.3f}, {cy:.3f}]",
        f"distance = {camera.distance * METRES:.4f} # to the body's origin",
        "# body space (metres, y up, facing +z) to camera space, rows",
        "matrix = [",
        "    [1.0, 0.0, 0.0, 0.0],",
        f"    [0.0, 1.0, 0.0, {-camera.level * METRES:.4f}],",
        f"    [0.0, 0.0, 1.0, {-camera.distance * METRES:.4f}],",
        "    [0.0, 0.0, 0.0, 1.0],",
        "]",
        "",
        "[windows] # left, top, width, height in pixels of the canvas",
        *(f"{k} = {v}" for k, v in place.items()),
        "",
        "[head]",
        f"neck = {_point(camera, parts['skin'].marks['pivot'])} # pivot of nods and turns",
        "",
    ]
    for name, side in (("left", 1), ("right", -1)):
        centre, radius = eyeball(parts["eyes"], side)
        lines += [
            f"[eyes.{name}]",
            f"centre = {_point(camera, centre)}",
            f"radius = {radius * METRES:.5f}",
            "",
        ]
    lines += ["[layers]", "# pictures of single things, at their windows"]
    for name, (_, window) in {**poses.LAYERS, **poses.DERIVED}.items():
        if name in poses.KEPT:
            pose = "aa" if window == "mouth" else "rest"
            lines.append(
                f'{_key(name)} = {{ file = "{name}.webp", window = "{window}", pose = "{pose}" }}'
            )
    lines += ["", "[weights.rest]", *_weights(poses.spread(person["rest"]))]
    for name, recipe in person["poses"].items():
        lines += [
            "",
            f"[poses.{name}]",
            f'file = "pose-{name}.webp"',
            f'window = "{recipe.get("part", "mouth")}"',
            "",
            f"[poses.{name}.weights] # all that the picture shows",
            *_weights(poses.weights(person, name)),
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def eyeball(eyes: Part, side: int) -> tuple[np.ndarray, float]:
    """Fit a sphere to one eyeball: centre and radius in decimetres."""
    used = sorted({v for f in glb.eyeball(eyes) for v in f})
    p = eyes.vertices[used]
    p = p[p[:, 0] * side > 0]
    system = np.c_[2 * p, np.ones(len(p))]
    solution = np.linalg.lstsq(system, (p**2).sum(1), rcond=None)[0]
    centre = solution[:3]
    return centre, float(np.sqrt(solution[3] + centre @ centre))


def _weights(weights: dict[str, float]) -> list[str]:
    return [f"{k} = {v:g}" if v % 1 else f"{k} = {v:.1f}" for k, v in sorted(weights.items())]


def _point(camera: Camera, p: np.ndarray) -> str:
    return "[" + ", ".join(f"{x:.5f}" for x in camera.view(np.asarray(p))) + "]"


def _key(key: str) -> str:
    return key if key.replace("_", "").replace("-", "").isalnum() and key.isascii() else f'"{key}"'


def _list(values: list[str]) -> str:
    return "[" + ", ".join(f'"{v}"' for v in values) + "]"
