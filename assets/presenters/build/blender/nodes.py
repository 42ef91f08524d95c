"""Short hands for building shader node trees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import bpy

Colour = tuple[float, float, float]


class Tree:
    """Wraps a material's node tree; sockets and plain values mix freely as arguments."""

    def __init__(self, name: str) -> None:
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.principled = self.tree.nodes["Principled BSDF"]
        self.output = self.tree.nodes["Material Output"]
        self.place = self.tree.nodes.new("ShaderNodeTexCoord")

    def put(self, value: Any, socket: Any) -> None:
        """Link a socket or set a value."""
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        elif isinstance(value, tuple) and len(value) == 3 and socket.type == "RGBA":
            socket.default_value = (*value, 1)
        elif isinstance(value, (int, float)) and socket.type == "RGBA":
            socket.default_value = (value, value, value, 1)
        else:
            socket.default_value = value

    def new(self, kind: str, **inputs: Any) -> Any:
        """Add a node; keywords are inputs (underscores for blanks) or properties."""
        node = self.tree.nodes.new(kind)
        for name, value in inputs.items():
            socket = name.replace("_", " ")
            if socket in node.inputs:
                self.put(value, node.inputs[socket])
            else:
                setattr(node, name, value)
        return node

    def surface(self, **inputs: Any) -> None:
        """Set inputs of the principled shader."""
        for name, value in inputs.items():
            self.put(value, self.principled.inputs[name.replace("_", " ")])

    def cut(self, inside: Any) -> None:
        """Leave the surface away where a number is below zero."""
        gone = self.new("ShaderNodeBsdfTransparent")
        either = self.new("ShaderNodeMixShader")
        self.put(self.math("GREATER_THAN", inside, 0.0), either.inputs[0])
        self.put(gone.outputs[0], either.inputs[1])
        self.put(self.principled.outputs[0], either.inputs[2])
        self.put(either.outputs[0], self.output.inputs[0])

    def mix(self, share: Any, a: Any, b: Any, mode: str = "MIX") -> Any:
        """Mix two colours."""
        node = self.tree.nodes.new("ShaderNodeMixRGB")
        node.blend_type = mode
        for value, socket in zip((share, a, b), node.inputs, strict=True):
            self.put(value, socket)
        return node.outputs[0]

    def math(self, operation: str, a: Any, b: Any = 0.0) -> Any:
        """Combine two numbers."""
        node = self.tree.nodes.new("ShaderNodeMath")
        node.operation = operation
        self.put(a, node.inputs[0])
        self.put(b, node.inputs[1])
        return node.outputs[0]

    def times(self, a: Any, b: Any) -> Any:
        """Multiply two numbers."""
        return self.math("MULTIPLY", a, b)

    def ramp(self, x: Any, a: float, b: float, low: Any = 0.0, high: Any = 1.0) -> Any:
        """Map x from a..b to low..high, clamped."""
        node = self.tree.nodes.new("ShaderNodeMapRange")
        for value, socket in zip((x, a, b, low, high), node.inputs, strict=False):
            self.put(value, socket)
        return node.outputs[0]

    def stretched(self, scale: Colour, turn: Colour = (0, 0, 0), shift: Colour = (0, 0, 0)) -> Any:
        """Give object coordinates scaled by axis."""
        node = self.new("ShaderNodeMapping")
        node.inputs["Scale"].default_value = scale
        node.inputs["Rotation"].default_value = turn
        node.inputs["Location"].default_value = shift
        self.tree.links.new(self.place.outputs["Object"], node.inputs[0])
        return node.outputs[0]

    def noise(self, scale: float, detail: float = 4, rough: float = 0.6, at: Any = None) -> Any:
        """Noise over object coordinates."""
        node = self.new("ShaderNodeTexNoise", Scale=scale, Detail=float(detail), Roughness=rough)
        self.tree.links.new(at or self.place.outputs["Object"], node.inputs["Vector"])
        return node.outputs["Fac"]

    def cells(self, scale: float) -> Any:
        """Distance to the nearest of scattered points over object coordinates."""
        node = self.new("ShaderNodeTexVoronoi", Scale=scale)
        self.tree.links.new(self.place.outputs["Object"], node.inputs["Vector"])
        return node.outputs["Distance"]

    def bands(self, scale: float, direction: str = "DIAGONAL") -> Any:
        """Even stripes over object coordinates."""
        node = self.new("ShaderNodeTexWave", Scale=scale, bands_direction=direction)
        self.tree.links.new(self.place.outputs["Object"], node.inputs["Vector"])
        return node.outputs["Fac"]

    def image(self, path: Path, data: bool = False) -> Any:
        """Load a texture; `data` marks masks that carry no colour."""
        node = self.tree.nodes.new("ShaderNodeTexImage")
        node.image = bpy.data.images.load(str(path), check_existing=True)
        node.interpolation = "Cubic"
        if data:
            node.image.colorspace_settings.name = "Non-Color"
        return node

    def mark(self, name: str) -> Any:
        """Read a vertex attribute."""
        return self.new("ShaderNodeAttribute", attribute_name=name).outputs["Fac"]

    def bump(self, height: Any, strength: Any, distance: float, over: Any = None) -> Any:
        """Tilt the normal by a height."""
        node = self.new("ShaderNodeBump", Strength=strength, Distance=distance, Height=height)
        if over is not None:
            self.tree.links.new(over, node.inputs["Normal"])
        return node.outputs[0]
