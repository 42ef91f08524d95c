"""Blender's side of the build: `blender -b --python stage.py -- job.json`.

Sets the scene up once and takes every shot the job lists. A shot names its ARKit weights, its
window in pixels (or none for all) and which things the camera sees (`view`).
"""

from __future__ import annotations

import json
import pickle
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import bpy
import numpy as np

import complexion
import features
import scene
import strands
from garment import Jacket
from waistcoat import Waistcoat

COVERED = (0.62, 4.35)  # half width and height beyond which the jacket hides the body, dm


class Stage:
    """A person in front of the camera."""

    def __init__(self, job: dict[str, Any]) -> None:
        self.job = job
        person = self.person = job["person"]
        work = Path(job["work"])
        with (work / "parts.pkl").open("rb") as file:
            self.parts = pickle.load(file)  # written by make.py a moment ago
        bpy.ops.wm.read_factory_settings(use_empty=True)
        scene.film(person["film"]["exposure"], person["film"]["look"], job["threads"])
        scene.camera(person["camera"], job["width"], job["height"])
        for lamp in person["lights"]:
            scene.light(lamp, tuple(person["film"]["aim"]))
        scene.world(tuple(person["film"]["world"]), person["film"]["world_strength"])
        self.views: dict[str, list[Any]] = {}
        self.switches: list[Any] = []
        self._face(Path(job["masks"]), Path(job["proxies"]))
        self._hair(work)
        skin = self.parts["skin"]
        rest = self._posed("skin", job["rest"])
        if "jacket" in person:
            spec = {**person["jacket"], "pattern": str(work / "pattern.png")}
            jacket = Jacket(rest, skin["faces"], skin["marks"]["arm"], spec)
            if person["jacket"].get("earrings"):
                jacket.earrings(skin["marks"]["ears"])
        else:
            Waistcoat(rest, skin["faces"], skin["marks"]["arm"], person["waistcoat"])
        self.passes = scene.GuidePasses(str(work))

    def _posed(self, name: str, weights: dict[str, float]) -> np.ndarray:
        part = self.parts[name]
        out = part["vertices"].copy()
        for key, weight in weights.items():
            if key in part["shapes"]:
                out += weight * part["shapes"][key]
        return out

    def _face(self, masks: Path, proxies: Path) -> None:
        person, parts = self.person, self.parts
        skin = parts["skin"]
        ears = skin["marks"]["ears"]
        painted = complexion.marks(skin["vertices"], ears, person["zones"])
        painted["scalp"] = skin["marks"]["scalp"]
        painted["beard"] = skin["marks"]["beard"]
        # under the jacket there is no skin that could press through
        v = skin["vertices"]
        bare = [
            (v[f, 1].max() > COVERED[1] and np.abs(v[f, 0]).min() < COVERED[0]) or v[f, 1].min() > 5
            for f in skin["faces"]
        ]
        faces = [f for f, kept in zip(skin["faces"], bare, strict=True) if kept]
        places = [u for u, kept in zip(skin["uv"], bare, strict=True) if kept]
        self.skin = scene.mesh("skin", skin["vertices"], faces, places, 2, painted)
        self.skin.data.materials.append(complexion.material(person["skin"], masks))
        eyes = parts["eyes"]
        places = features.iris_places(eyes["uv"], person["eyes"]["larger_iris"])
        self.eyes = scene.mesh("eyes", eyes["vertices"], eyes["faces"], places, 1)
        texture = proxies / "eyes/HighPolyEyes/textures" / person["eyes"]["texture"]
        shader, self.gloss = features.eye(texture, tuple(person["eyes"]["tint"]))
        self.eyes.data.materials.append(shader)
        lashes = parts["lashes"]
        self.lashes = scene.mesh("lashes", lashes["vertices"], lashes["faces"], lashes["uv"], 1)
        picture = proxies / "eyelashes/eyelashes02/textures/eyelashes02.png"
        self.lashes.data.materials.append(
            features.lashes(picture, person["eyes"].get("lashes", 1.0))
        )
        shader, switch = features.teeth(proxies / "teeth/Teeth_Base/textures/teeth.png")
        self.switches.append(switch)
        self.teeth = []
        for row in ("teeth-upper", "teeth-lower"):
            part = parts[row]
            thing = scene.mesh(row, part["vertices"], part["faces"], part["uv"], 1)
            thing.data.materials.append(shader)
            self.teeth.append(thing)
        tongue = parts["tongue"]
        self.tongue = scene.mesh("tongue", tongue["vertices"], tongue["faces"], tongue["uv"], 1)
        picture = proxies / "tongue/tongue01/textures/tongue01_diffuse.png"
        shader, switch = features.tongue(picture)
        self.switches.append(switch)
        self.tongue.data.materials.append(shader)

    def _hair(self, work: Path) -> None:
        hair = self.person["hair"]
        shader = strands.material("hair", hair)
        strands.add("hair", np.load(work / "hair.npz"), shader)
        self.bound = []  # hair that moves with the skin
        for name in ("brows", "beard"):
            if name in self.person:
                style = self.person[name]
                shader = strands.material(name, style)
                data = np.load(work / f"{name}.npz")
                self.bound.append((data, *strands.add(name, data, shader)))

    def pose(self, weights: dict[str, float]) -> None:
        """Move everything that follows the face."""
        scene.move(self.skin, self._posed("skin", weights))
        scene.move(self.eyes, self._posed("eyes", weights))
        scene.move(self.lashes, self._posed("lashes", weights))
        for thing in self.teeth:
            scene.move(thing, self._posed(thing.name, weights))
        scene.move(self.tongue, self._posed("tongue", weights))
        shift = self._posed("skin", weights) - self._posed("skin", self.job["rest"])
        for data, hairs, lines in self.bound:
            carried = (shift[data["near"]] * data["share"][..., None]).sum(1)
            scene.move(lines, data["points"] + carried)
            hairs.update_tag()

    def see(self, view: str) -> None:
        """Choose what the camera sees and whether lids and lips cast shadows."""
        shown = {
            "all": None,
            "eyes": [self.eyes],
            "eyes-shaded": [self.eyes],
            "lashes": [self.lashes],
            "teeth-upper": [self.teeth[0]],
            "teeth-lower": [self.teeth[1], self.tongue],
        }[view]
        for thing in bpy.context.scene.objects:
            if thing.type != "LIGHT":
                thing.visible_camera = shown is None or thing in shown
        open_light = view in ("eyes", "teeth-upper", "teeth-lower")
        for thing in (self.skin, self.lashes):
            thing.visible_shadow = not open_light
        self.skin.visible_diffuse = not view.startswith("teeth")
        self.gloss.outputs[0].default_value = 0.0 if view.startswith("eyes") else 1.0
        for switch in self.switches:
            switch.outputs[0].default_value = 1.0 if view.startswith("teeth") else 0.0

    def take(self, shot: dict[str, Any]) -> None:
        """Render one shot into the work folder."""
        here = bpy.context.scene
        self.pose(shot["weights"])
        self.see(shot["view"])
        window = shot.get("window")
        here.render.use_border = here.render.use_crop_to_border = window is not None
        if window is not None:
            left, top, width, height = window
            w, h = self.job["width"], self.job["height"]
            here.render.border_min_x, here.render.border_max_x = left / w, (left + width) / w
            here.render.border_min_y, here.render.border_max_y = 1 - (top + height) / h, 1 - top / h
        here.cycles.samples = shot["samples"]
        here.render.filepath = str(Path(self.job["work"]) / f"{shot['name']}.png")
        self.passes.aim(shot["name"])
        began = time.monotonic()
        bpy.ops.render.render(write_still=True)
        print(f"SHOT {shot['name']} {time.monotonic() - began:.1f} s", flush=True)


def main() -> None:
    """Run the job named after `--`."""
    with Path(sys.argv[sys.argv.index("--") + 1]).open(encoding="utf-8") as file:
        job = json.load(file)
    stage = Stage(job)
    for shot in job["shots"]:
        stage.take(shot)


main()
