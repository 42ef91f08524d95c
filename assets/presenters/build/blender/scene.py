"""The scene's common ground: meshes, camera, light, film."""

from __future__ import annotations

import math
from typing import Any

import bmesh
import bpy
import numpy as np
from mathutils import Vector


def upright(a: Any) -> np.ndarray:
    """Turn y-up into Blender's z-up."""
    a = np.asarray(a)
    return np.stack([a[:, 0], -a[:, 2], a[:, 1]], 1)


def smooth(low: float, high: float, x: Any) -> Any:
    """Ease from 0 at `low` to 1 at `high`."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def mesh(
    name: str,
    vertices: Any,
    faces: Any,
    uv: Any = None,
    levels: int = 0,
    marks: dict[str, Any] | None = None,
) -> Any:
    """Add a smooth mesh with y-up vertices, subdivided `levels` times when rendered."""
    data = bpy.data.meshes.new(name)
    data.from_pydata(upright(vertices).tolist(), [], [list(map(int, f)) for f in faces])
    if uv:
        layer = data.uv_layers.new(name="UV")
        layer.data.foreach_set("uv", np.array([x for f in uv for x in f]).ravel())
    data.polygons.foreach_set("use_smooth", [True] * len(data.polygons))
    for key, values in (marks or {}).items():
        attribute = data.attributes.new(key, "FLOAT", "POINT")
        attribute.data.foreach_set("value", np.asarray(values, "f4"))
    data.update()
    thing = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(thing)
    if levels:
        modifier = thing.modifiers.new("subdivision", "SUBSURF")
        modifier.levels = modifier.render_levels = levels
    return thing


def move(thing: Any, vertices: np.ndarray) -> None:
    """Give a mesh new y-up vertices."""
    thing.data.vertices.foreach_set("co", upright(vertices).astype("f4").ravel())
    thing.data.update()


def ball(name: str, at: Any, radius: float, material: Any) -> Any:
    """Add a small sphere at a y-up place."""
    work = bmesh.new()
    bmesh.ops.create_uvsphere(work, u_segments=32, v_segments=20, radius=radius)
    data = bpy.data.meshes.new(name)
    work.to_mesh(data)
    work.free()
    data.polygons.foreach_set("use_smooth", [True] * len(data.polygons))
    data.materials.append(material)
    thing = bpy.data.objects.new(name, data)
    thing.location = tuple(upright([at])[0])
    bpy.context.scene.collection.objects.link(thing)
    return thing


def tube(name: str, path: Any, radius: float, material: Any) -> Any:
    """Add a round cord along a y-up path."""
    curve = bpy.data.curves.new(name, "CURVE")
    curve.dimensions = "3D"
    curve.bevel_depth = radius
    curve.bevel_resolution = 4
    curve.use_fill_caps = True
    spline = curve.splines.new("POLY")
    path = np.asarray(path)
    spline.points.add(len(path) - 1)
    spline.points.foreach_set("co", np.c_[upright(path), np.ones(len(path))].ravel())
    spline.use_smooth = True
    thing = bpy.data.objects.new(name, curve)
    curve.materials.append(material)
    bpy.context.scene.collection.objects.link(thing)
    return thing


def camera(spec: dict[str, float], width: int, height: int) -> None:
    """A level camera; the lens is shifted, not tilted, so that uprights stay upright."""
    scene = bpy.context.scene
    thing = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    scene.collection.objects.link(thing)
    scene.camera = thing
    thing.data.sensor_fit = "VERTICAL"
    thing.data.sensor_height = 36
    thing.data.lens = spec["lens_mm"]
    thing.data.shift_y = spec["shift"]
    thing.location = (0, -spec["distance"], spec["height"])
    thing.rotation_euler = (math.radians(90), 0, 0)
    scene.render.resolution_x, scene.render.resolution_y = width, height


def light(spec: dict[str, Any], aim: tuple[float, float, float]) -> None:
    """A round area light; `gloss = false` keeps it out of reflections."""
    lamp = bpy.data.lights.new(spec["name"], "AREA")
    lamp.shape = "DISK"
    lamp.size, lamp.energy, lamp.color = spec["size"], spec["watts"], spec["colour"]
    thing = bpy.data.objects.new(spec["name"], lamp)
    thing.location = spec["at"]
    thing.visible_glossy = spec.get("gloss", True)
    thing.rotation_euler = (Vector(aim) - Vector(spec["at"])).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(thing)


def film(exposure: float, look: str, threads: int) -> None:
    """Cycles on a transparent film, with the passes the denoiser wants."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.device = "CPU"
    cycles.use_denoising = False
    cycles.use_adaptive_sampling = True
    cycles.adaptive_threshold = 0.02
    cycles.max_bounces = 8
    cycles.transparent_max_bounces = 24
    cycles.sample_clamp_indirect = 4
    scene.render.film_transparent = True
    scene.render.use_persistent_data = True
    scene.render.threads_mode = "FIXED"
    scene.render.threads = threads
    scene.view_settings.view_transform = "Filmic"
    scene.view_settings.look = look
    scene.view_settings.exposure = exposure
    scene.render.image_settings.file_format = "PNG"
    scene.render.image_settings.color_mode = "RGBA"
    scene.render.image_settings.color_depth = "16"
    scene.view_layers[0].cycles.denoising_store_passes = True
    scene.use_nodes = True


def world(colour: tuple[float, float, float], strength: float) -> None:
    """An even, dim surrounding."""
    surrounding = bpy.data.worlds.new("world")
    bpy.context.scene.world = surrounding
    surrounding.use_nodes = True
    node = surrounding.node_tree.nodes["Background"]
    node.inputs[0].default_value = (*colour, 1)
    node.inputs[1].default_value = strength


class GuidePasses:
    """Writes albedo and normal beside each picture."""

    def __init__(self, folder: str) -> None:
        tree = bpy.context.scene.node_tree
        layers = tree.nodes.get("Render Layers") or tree.nodes.new("CompositorNodeRLayers")
        self.file = tree.nodes.new("CompositorNodeOutputFile")
        self.file.base_path = folder
        self.file.format.file_format = "PNG"
        self.file.file_slots.clear()
        for name in ("Albedo", "Normal"):
            self.file.file_slots.new(name)
            self.file.file_slots[-1].save_as_render = False
            source = layers.outputs["Denoising " + name]
            if name == "Normal":  # -1..1 to 0..1
                for mode in ("MULTIPLY", "ADD"):
                    node = tree.nodes.new("CompositorNodeMixRGB")
                    node.blend_type = mode
                    node.inputs[2].default_value = (0.5, 0.5, 0.5, 1)
                    tree.links.new(source, node.inputs[1])
                    source = node.outputs[0]
            tree.links.new(source, self.file.inputs[-1])

    def aim(self, name: str) -> None:
        """Name the files of the next picture."""
        for slot, kind in zip(self.file.file_slots, ("albedo", "normal"), strict=True):
            slot.path = f"{name}-{kind}-"
