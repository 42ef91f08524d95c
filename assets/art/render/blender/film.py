"""Film, camera and the passes that are kept: colour in linear light, albedo, normal, depth."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import bpy
import numpy as np
from mathutils import Vector

PASSES = ("Image", "Denoising Albedo", "Denoising Normal", "Depth")


def film(width: int, height: int, samples: int, threads: int, seed: int = 1) -> None:
    """Path tracing on the CPU; the picture is toned later, from linear light."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.render.resolution_x, scene.render.resolution_y = width, height
    scene.render.resolution_percentage = 100
    scene.render.threads_mode, scene.render.threads = "FIXED", threads
    scene.view_settings.view_transform = "Raw"
    cycles = scene.cycles
    cycles.device = "CPU"
    cycles.samples = samples
    cycles.seed = seed
    cycles.use_adaptive_sampling = True
    cycles.adaptive_threshold = 0.05
    cycles.adaptive_min_samples = max(samples // 3, 4)
    cycles.use_denoising = False  # Debian's Blender has no denoiser; build.py has one
    cycles.max_bounces = 14
    cycles.diffuse_bounces = 3
    cycles.glossy_bounces = 4
    cycles.transmission_bounces = 14
    cycles.transparent_max_bounces = 12
    # light through glass comes as coloured shadow instead (shade.glass): no fireflies
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_indirect = 5.0
    cycles.blur_glossy = 0.6
    layer = bpy.context.view_layer
    layer.use_pass_z = True
    layer.cycles.denoising_store_passes = True
    world = bpy.data.worlds.new("world")
    world.use_nodes = True
    scene.world = world


def ambient(colour: tuple[float, float, float], strength: float) -> None:
    """An even light from everywhere."""
    ground = bpy.context.scene.world.node_tree.nodes["Background"]
    ground.inputs[0].default_value = (*colour, 1)
    ground.inputs[1].default_value = strength


def sky(elevation: float, rotation: float, strength: float) -> None:
    """Nishita's clear sky with its sun; angles in degrees."""
    tree = bpy.context.scene.world.node_tree
    node = tree.nodes.new("ShaderNodeTexSky")
    node.sky_type = "NISHITA"
    node.sun_elevation, node.sun_rotation = math.radians(elevation), math.radians(rotation)
    node.sun_size = math.radians(1.2)
    tree.links.new(node.outputs[0], tree.nodes["Background"].inputs[0])
    tree.nodes["Background"].inputs[1].default_value = strength


def camera(
    eye: tuple[float, float, float],
    aim: tuple[float, float, float],
    lens: float,
    anchor: tuple[float, float],
    stop: float | None = None,
    focus: tuple[float, float, float] | None = None,
) -> Any:
    """Look at ``aim`` and lay it at ``anchor`` (shares from the left and the top) by shift.

    ``lens`` in millimetres on a 36 mm long side, ``stop`` the f-number. Metres.
    """
    scene = bpy.context.scene
    data = bpy.data.cameras.new("camera")
    out = bpy.data.objects.new("camera", data)
    scene.collection.objects.link(out)
    out.location = eye
    out.rotation_euler = (Vector(aim) - Vector(eye)).to_track_quat("-Z", "Y").to_euler()
    w, h = scene.render.resolution_x, scene.render.resolution_y
    data.lens, data.sensor_width, data.sensor_fit = lens, 36, "AUTO"
    data.shift_x = (0.5 - anchor[0]) * w / max(w, h)
    data.shift_y = (anchor[1] - 0.5) * h / max(w, h)
    data.clip_start, data.clip_end = 0.02, 3000
    if stop:
        data.dof.use_dof = True
        data.dof.aperture_fstop = stop
        data.dof.aperture_blades = 9
        way = (Vector(aim) - Vector(eye)).normalized()
        data.dof.focus_distance = (Vector(focus or aim) - Vector(eye)).dot(way)
    scene.camera = out
    return out


def panorama(eye: tuple[float, float, float], turn: float = 0.0) -> Any:
    """Look all round from ``eye``, level, with +y in the middle, ``turn`` degrees to its left."""
    data = bpy.data.cameras.new("camera")
    out = bpy.data.objects.new("camera", data)
    bpy.context.scene.collection.objects.link(out)
    out.location = eye
    out.rotation_euler = (math.pi / 2, 0, math.radians(turn))
    data.type = "PANO"
    data.cycles.panorama_type = "EQUIRECTANGULAR"
    data.clip_start, data.clip_end = 0.02, 9000
    # eight million pixels: fewer bounces, and no ground for sharp reflections of reflections
    cycles = bpy.context.scene.cycles
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 10, 2, 3
    cycles.transmission_bounces, cycles.transparent_max_bounces = 10, 10
    cycles.use_adaptive_sampling = cycles.samples > 12
    cycles.use_auto_tile = False  # one tile, so that progress is told for the whole
    bpy.context.scene.camera = out
    return out


def shoot(work: Path) -> None:
    """Render and keep the passes as ``passes.npz`` (top row first, float16; depth float32)."""
    scene = bpy.context.scene
    scene.use_nodes = True
    tree = scene.node_tree
    tree.nodes.clear()
    layers = tree.nodes.new("CompositorNodeRLayers")
    files = tree.nodes.new("CompositorNodeOutputFile")
    files.base_path = str(work)
    files.format.file_format, files.format.color_depth = "OPEN_EXR", "32"
    files.file_slots.clear()
    for name in PASSES:
        files.file_slots.new(name.split()[-1].lower() + "-")
        tree.links.new(layers.outputs[name], files.inputs[len(files.file_slots) - 1])
    bpy.ops.render.render()
    kept = {}
    for name in PASSES:
        key = name.split()[-1].lower()
        path = work / f"{key}-{scene.frame_current:04}.exr"
        image = bpy.data.images.load(str(path))
        image.colorspace_settings.name = "Raw"
        w, h = image.size
        flat = np.empty(w * h * 4, np.float32)
        image.pixels.foreach_get(flat)
        picture = flat.reshape(h, w, 4)[::-1]
        half = np.clip(picture[..., :3], -6e4, 6e4).astype(np.float16)
        kept[key] = picture[..., 0] if key == "depth" else half
        path.unlink()
    part = work / "passes.part.npz"
    np.savez(part, **kept)
    part.replace(work / "passes.npz")
