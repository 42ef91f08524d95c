"""Make a presenter: `python make.py hostess --out assets/presenters/hostess [--quick]`.

Steps: fetch raw material, shape the body, grow hair, let Blender take the shots, denoise them,
write pictures, mesh and description. See README.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from kit import body, brows, coiffure, finish, glb, manifest, pattern, poses, proxies, short
from kit.optics import Camera
from kit.skull import Skull
from kit.sources import Sources, default_cache

HERE = Path(__file__).parent
WIDTH, HEIGHT = 960, 1280
HEAD = (232, 0, 496, 640)  # what `--head` shows


def main() -> None:
    """Run the build."""
    options = _options()
    with (HERE / "people" / f"{options.person}.toml").open("rb") as file:
        person = tomllib.load(file)
    sources = Sources(options.cache)
    sources.fetch()
    work = options.cache / "work" / options.person
    work.mkdir(parents=True, exist_ok=True)
    parts = body.make(sources, person)
    rest = poses.spread(person["rest"])
    _grow(sources, person, parts, rest, work)
    scale = options.preview or 1.0
    camera = Camera.of(person["camera"], int(WIDTH * scale), int(HEIGHT * scale))
    plan = poses.plan(person, parts, camera, 10 if options.quick else options.samples)
    if options.only:
        plan = [shot for shot in plan if shot["name"] in options.only.split(",")]
    if options.head:
        for shot in plan:
            shot.setdefault("window", [int(scale * x) for x in HEAD])
    _render(sources, person, rest, work, camera, plan, options)
    if options.preview:
        _preview(work, plan, options.out)
        return
    options.out.mkdir(parents=True, exist_ok=True)
    poses.pictures(work, plan, options.out, camera)
    if not options.only:
        glb.write(options.out / f"{options.person}.glb", person, parts, rest, camera)
        manifest.write(
            options.out / f"{options.person}.toml", options.person, person, parts, plan, camera
        )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("person")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--quick", action="store_true", help="few samples, full size")
    parser.add_argument("--samples", type=int, default=56)
    parser.add_argument("--only", default="", help="names of shots, separated by commas")
    parser.add_argument("--preview", type=float, help="scale; writes PNG to look at")
    parser.add_argument("--head", action="store_true", help="with --preview: the head only")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--cache", type=Path, default=default_cache())
    parser.add_argument("--blender", default="blender")
    return parser.parse_args()


def _grow(
    sources: Sources, person: dict[str, Any], parts: dict[str, body.Part], rest: Any, work: Path
) -> None:
    skin = parts["skin"]
    skin.marks["ears"] = _mask(skin, sources.mpfb / "textures/mpfb_ears.jpg")
    still = body.Part(skin.posed(rest), skin.faces, skin.uv)
    skull = Skull(still, skin.marks["ears"])
    style = short.Short if person["hair"].get("kind") == "short" else coiffure.Updo
    cut = style(skull, person["hair"], 5)
    skin.marks["scalp"] = cut.scalp(still.vertices, skin.marks["ears"])
    np.savez(work / "hair.npz", **cut.grow().flat())
    hairs = brows.grow(skull, person["brows"], 7).flat()
    near, share = brows.bind(hairs, still.vertices)
    np.savez(work / "brows.npz", **hairs, near=near, share=share)
    skin.marks["beard"] = np.zeros(len(still.vertices))
    if "beard" in person:
        lips = np.maximum(
            _mask(skin, sources.mpfb / "textures/mpfb_lips.jpg"),
            _mask(skin, sources.mpfb / "textures/mpfb_inside-mouth.jpg"),
        )
        beard = short.Beard(skin, still.vertices, lips, person["beard"])
        skin.marks["beard"] = beard.density
        hairs, near, share = beard.grow(9)
        np.savez(work / "beard.npz", **hairs, near=near, share=share)
    if "jacket" in person:
        pattern.draw(work / "pattern.png", person["jacket"]["pattern_kind"])
    parts["hair"] = proxies.hair(skull, cut, person["hair"])
    parts["body"] = proxies.body(skin, still.vertices)
    body.save(parts, work / "parts.pkl")


def _mask(part: body.Part, path: Path) -> np.ndarray:
    """Read a texture mask at the part's vertices."""
    mask = np.array(Image.open(path).convert("L")) / 255.0
    side = len(mask) - 1
    out = np.zeros(len(part.vertices))
    for face, places in zip(part.faces, part.uv, strict=True):
        for vertex, (u, v) in zip(face, places, strict=True):
            value = mask[min(side, int((1 - v) * (side + 1))), min(side, int(u * (side + 1)))]
            out[vertex] = max(out[vertex], value)
    return out


def _render(
    sources: Sources,
    person: dict[str, Any],
    rest: dict[str, float],
    work: Path,
    camera: Camera,
    plan: list[dict[str, Any]],
    options: argparse.Namespace,
) -> None:
    job = {
        "person": person,
        "rest": rest,
        "work": str(work),
        "masks": str(sources.mpfb / "textures"),
        "proxies": str(sources.proxies),
        "width": camera.width,
        "height": camera.height,
        "threads": options.threads,
        "shots": plan,
    }
    path = work / "job.json"
    path.write_text(json.dumps(job), encoding="utf-8")
    script = str(HERE / "blender/stage.py")
    # Debian's Blender uses the system's Python, which may have no numpy: lend it this one's.
    packages = str(Path(np.__file__).parents[1])
    subprocess.run(
        [options.blender, "-b", "--python-exit-code", "1", "--python", script, "--", str(path)],
        check=True,
        env={**os.environ, "PYTHONPATH": packages},
    )


def _preview(work: Path, plan: list[dict[str, Any]], out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for shot in plan:
        picture = finish.clean(work, shot["name"], finish.grain(shot["samples"]))
        ground = np.array([0.13, 0.09, 0.07])
        flat = picture[..., :3] * picture[..., 3:] + ground * (1 - picture[..., 3:])
        Image.fromarray((flat * 255 + 0.5).astype("u1")).save(out / f"{shot['name']}.png")


if __name__ == "__main__":
    sys.exit(main())
