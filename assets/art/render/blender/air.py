"""Open air: painted skies, a sun of its own, fog that lies in valleys. Metres, z up, +y ahead."""

from __future__ import annotations

import math
from typing import Any

import bpy

Rgb = tuple[float, float, float]


class Wires:
    """Short ways to add number nodes to a tree."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree

    def node(self, kind: str) -> Any:
        """A new node."""
        return self.tree.nodes.new(f"ShaderNode{kind}")

    def give(self, socket: Any, value: Any) -> None:
        """Set or wire an input."""
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        elif isinstance(value, tuple) and socket.type == "RGBA":
            socket.default_value = (*value, 1)
        else:
            socket.default_value = value

    def sum(self, how: str, *values: Any) -> Any:
        """Arithmetic on numbers."""
        node = self.node("Math")
        node.operation = how
        for socket, value in zip(node.inputs, values, strict=False):
            self.give(socket, value)
        return node.outputs[0]

    def mix(self, share: Any, a: Any, b: Any, how: str = "MIX") -> Any:
        """Two colours mixed."""
        node = self.node("MixRGB")
        node.blend_type = how
        for socket, value in zip(node.inputs, (share, a, b), strict=True):
            self.give(socket, value)
        return node.outputs[0]

    def ramp(self, value: Any, stops: list[tuple[float, Rgb]]) -> Any:
        """Colours along a value."""
        node = self.node("ValToRGB")
        self.give(node.inputs[0], value)
        line = node.color_ramp
        while len(line.elements) < len(stops):
            line.elements.new(0.5)
        for element, (at, colour) in zip(line.elements, stops, strict=True):
            element.position, element.color = at, (*colour, 1)
        return node.outputs[0]

    def dot(self, a: Any, b: Rgb) -> Any:
        """How far a direction agrees with another."""
        node = self.node("VectorMath")
        node.operation = "DOT_PRODUCT"
        self.give(node.inputs[0], a)
        node.inputs[1].default_value = b
        return node.outputs["Value"]


def towards(right: float, up: float) -> Rgb:
    """The direction ``right`` of +y and ``up``, both in degrees."""
    a, b = math.radians(right), math.radians(up)
    return math.sin(a) * math.cos(b), math.cos(a) * math.cos(b), math.sin(b)


def sun(right: float, up: float, strength: float, colour: Rgb, wide: float = 1.0) -> None:
    """A sun ``right`` of +y and ``up``, ``wide`` across, all in degrees."""
    data = bpy.data.lights.new("sun", "SUN")
    data.energy, data.color, data.angle = strength, colour, math.radians(wide)
    lamp = bpy.data.objects.new("sun", data)
    bpy.context.scene.collection.objects.link(lamp)
    lamp.rotation_euler = (math.pi / 2 - math.radians(up), 0, math.pi - math.radians(right))


def sky(
    stops: list[tuple[float, Rgb]],
    glow: tuple[float, float, float, Rgb] | None = None,
    clouds: tuple[Rgb, float, float, float] | None = None,
    seen: float = 1.0,
    bounces: int = 2,
) -> None:
    """A painted sky: colours by the sine of the height, a glow about the sun, clouds.

    ``glow`` is right, up (degrees), tightness and colour; ``clouds`` are colour, cover where
    they begin and are whole (0-1 of the noise) and scale; ``seen`` is the share of its light
    that the camera sees.
    """
    bpy.context.scene.cycles.diffuse_bounces = bounces
    tree = bpy.context.scene.world.node_tree
    w = Wires(tree)
    way = w.node("TexCoord").outputs["Generated"]
    parts = w.node("SeparateXYZ")
    w.give(parts.inputs[0], way)
    high = w.sum("MAXIMUM", parts.outputs[2], 0.0)
    colour = w.ramp(high, stops)
    if clouds:
        tint, begin, whole, scale = clouds
        lift = w.sum("ADD", high, 0.09)
        flat = w.node("CombineXYZ")
        w.give(flat.inputs[0], w.sum("DIVIDE", parts.outputs[0], lift))
        w.give(flat.inputs[1], w.sum("DIVIDE", parts.outputs[1], lift))
        noise = w.node("TexNoise")
        w.give(noise.inputs["Vector"], flat.outputs[0])
        for name, value in (("Scale", scale), ("Detail", 8), ("Roughness", 0.56)):
            noise.inputs[name].default_value = value
        noise.inputs["Distortion"].default_value = 0.3
        body = w.ramp(noise.outputs["Fac"], [(begin, (0,) * 3), (whole, (1,) * 3)])
        body = w.sum("MULTIPLY", body, w.sum("MINIMUM", w.sum("MULTIPLY", high, 9.0), 1.0))
        colour = w.mix(body, colour, tint)
    if glow:
        right, up, tight, tint = glow
        near = w.sum("MAXIMUM", w.dot(way, towards(right, up)), 0.0)
        share = w.sum("POWER", near, tight)
        colour = w.mix(share, colour, w.mix(1.0, colour, tint, "ADD"))
    w.give(tree.nodes["Background"].inputs[0], colour)
    camera = w.node("LightPath").outputs["Is Camera Ray"]
    held = w.sum("SUBTRACT", 1.0, w.sum("MULTIPLY", camera, 1 - seen))
    w.give(tree.nodes["Background"].inputs[1], held)


def veil(
    material: Any,
    colour: Rgb,
    reach: float,
    fog: tuple[float, float, float, float] | None = None,
    glow: tuple[float, float, float, Rgb] | None = None,
    lumps: float = 0.0,
) -> Any:
    """The same material seen through air: haze by distance, fog that thins out with height.

    ``reach`` is where haze covers two thirds. ``fog`` is the eye's height, the height at which
    its ``reach`` (third number) holds, and over how many metres it thins to a third (fourth).
    ``lumps`` metres is how far the fog's top rises and falls. Only what the camera or a mirror
    sees is veiled, so light costs nothing more.
    """
    w = Wires(material.node_tree)
    out = next(n for n in w.tree.nodes if n.type == "OUTPUT_MATERIAL")
    surface = out.inputs["Surface"].links[0].from_socket
    far = w.node("CameraData").outputs["View Distance"]
    thick = w.sum("DIVIDE", far, reach)
    place = w.node("NewGeometry")
    if fog:
        eye, base, near, fall = fog
        parts = w.node("SeparateXYZ")
        w.give(parts.inputs[0], place.outputs["Position"])
        high = parts.outputs[2]
        if lumps:
            noise = w.node("TexNoise")
            w.give(noise.inputs["Vector"], place.outputs["Position"])
            noise.inputs["Scale"].default_value = 0.5 / (lumps * 6)
            noise.inputs["Detail"].default_value = 3
            swell = w.sum("MULTIPLY", w.sum("SUBTRACT", noise.outputs["Fac"], 0.5), 3 * lumps)
            high = w.sum("SUBTRACT", high, swell)
        rise = w.sum("DIVIDE", w.sum("SUBTRACT", high, eye), fall)
        rise = w.sum("ADD", rise, 0.0013)  # never quite level, or it would divide by nothing
        lost = w.sum("SUBTRACT", 1.0, w.sum("EXPONENT", w.sum("MULTIPLY", rise, -1.0)))
        mean = w.sum("MULTIPLY", w.sum("DIVIDE", lost, rise), math.exp((base - eye) / fall))
        mean = w.sum("MINIMUM", mean, 1e4)
        thick = w.sum("ADD", thick, w.sum("MULTIPLY", w.sum("DIVIDE", far, near), mean))
    share = w.sum("SUBTRACT", 1.0, w.sum("EXPONENT", w.sum("MULTIPLY", thick, -1.0)))
    path = w.node("LightPath")
    asks = w.sum("MAXIMUM", path.outputs["Is Camera Ray"], path.outputs["Is Glossy Ray"])
    share = w.sum("MULTIPLY", share, asks)
    air = w.node("Emission")
    tint: Any = colour
    if glow:
        right, up, tight, warm = glow
        back = tuple(-x for x in towards(right, up))
        close = w.sum("POWER", w.sum("MAXIMUM", w.dot(place.outputs["Incoming"], back), 0.0), tight)
        tint = w.mix(close, colour, tuple(a + b for a, b in zip(colour, warm, strict=True)))
    w.give(air.inputs["Color"], tint)
    both = w.node("MixShader")
    for socket, value in zip(both.inputs, (share, surface, air.outputs[0]), strict=True):
        w.give(socket, value)
    w.give(out.inputs["Surface"], both.outputs[0])
    material.cycles.sample_as_light = False
    return material
