"""Lights: a window, soft boxes, flames. Watts, metres."""

from __future__ import annotations

import math
from typing import Any

import bpy
from mathutils import Vector

Vec = tuple[float, float, float]


def area(
    at: Vec,
    aim: Vec,
    watts: float,
    size: tuple[float, float],
    colour: Vec = (1, 1, 1),
    seen: bool = True,
    spread: float = 180.0,
) -> Any:
    """A rectangular soft light; unseen ones light but do not show in reflections."""
    data = bpy.data.lights.new("area", "AREA")
    data.shape, data.size, data.size_y = "RECTANGLE", *size
    data.energy, data.color, data.spread = watts, colour, math.radians(spread)
    out = _put(data, at, aim)
    out.visible_glossy = seen
    out.visible_camera = False
    return out


def window(at: Vec, aim: Vec, watts: float, size: tuple[float, float], colour: Vec) -> None:
    """Two by three panes, so that a window and not a lamp shows in the glass."""
    way = (Vector(aim) - Vector(at)).normalized()
    side = way.cross(Vector((0, 0, 1))).normalized()
    up = side.cross(way).normalized()
    for i in (-0.5, 0.5):
        for j in (-1, 0, 1):
            middle = Vector(at) + side * i * size[0] * 0.54 + up * j * size[1] * 0.35
            pane = (size[0] * 0.46, size[1] * 0.31)
            area(tuple(middle), tuple(middle + way), watts / 6, pane, colour)


def spot(at: Vec, aim: Vec, watts: float, cone: float, colour: Vec, blend: float = 1.0) -> Any:
    """A cone of light; ``cone`` in degrees."""
    data = bpy.data.lights.new("spot", "SPOT")
    data.energy, data.color = watts, colour
    data.spot_size, data.spot_blend, data.shadow_soft_size = math.radians(cone), blend, 0.05
    return _put(data, at, aim)


def bulb(at: Vec, watts: float, colour: Vec, size: float = 0.02) -> Any:
    """A light in all directions."""
    data = bpy.data.lights.new("bulb", "POINT")
    data.energy, data.color, data.shadow_soft_size = watts, colour, size
    return _put(data, at, (at[0], at[1], at[2] - 1))


def _put(data: Any, at: Vec, aim: Vec) -> Any:
    out = bpy.data.objects.new(data.name, data)
    bpy.context.scene.collection.objects.link(out)
    out.location = at
    out.rotation_euler = (Vector(aim) - Vector(at)).to_track_quat("-Z", "Y").to_euler()
    return out
