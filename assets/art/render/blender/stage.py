"""Blender's side: `blender -b --python stage.py -- job.json` sets one scene and takes it."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import bpy

import film


def main() -> None:
    """Take the picture the job describes."""
    job = json.loads(Path(sys.argv[sys.argv.index("--") + 1]).read_text("utf-8"))
    bpy.ops.wm.read_factory_settings(use_empty=True)
    film.film(
        job["width"],
        job["height"],
        job["samples"],
        job["threads"],
        job["seed"] + 97 * job["turn_of"],
    )
    importlib.import_module(f"sets.{job['set']}").dress(job)
    film.shoot(Path(job["work"]))


main()
