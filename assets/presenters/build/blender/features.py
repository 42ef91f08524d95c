"""Eyes, lashes, teeth and tongue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from nodes import Tree

PUPILS = {1: np.array([0.2925, 0.2905]), -1: np.array([0.705, 0.705])}  # in the eye's texture


def iris_places(uv: Any, larger: float) -> list[list[list[float]]]:
    """Enlarge the irises by drawing the texture places towards the pupils."""
    out = []
    for face in uv:
        q = np.array(face)
        side = min(PUPILS, key=lambda s: float(np.linalg.norm(q.mean(0) - PUPILS[s])))
        d = q - PUPILS[side]
        r = np.linalg.norm(d, axis=1, keepdims=True)
        out.append((PUPILS[side] + d / (1 + larger * np.exp(-((r / 0.16) ** 4)))).tolist())
    return out


def eye(texture: Path, tint: tuple[float, float, float]) -> tuple[Any, Any]:
    """Build the eye's shader; returns it with the node that switches the cornea's gloss."""
    t = Tree("eyes")
    picture = t.image(texture)
    split = t.new("ShaderNodeSeparateRGB")
    t.put(picture.outputs["Color"], split.inputs[0])
    red, green = split.outputs[0], split.outputs[1]
    # the iris is where red outweighs green
    share = t.math("DIVIDE", t.math("SUBTRACT", red, green), t.math("ADD", red, 0.004))
    join = t.new("ShaderNodeCombineRGB")
    for socket, k in zip(join.inputs, tint, strict=True):
        t.put(t.times(red, k), socket)
    white = t.mix(1.0, picture.outputs["Color"], (0.98, 0.89, 0.86), "MULTIPLY")
    c = t.mix(t.ramp(share, 0.35, 0.7), white, join.outputs[0])
    t.surface(Base_Color=c, Roughness=0.32, Specular=0.25)
    at = t.new("ShaderNodeSeparateXYZ")
    t.put(t.place.outputs["UV"], at.inputs[0])
    # the cornea has its own corner of the texture
    cornea = t.times(
        t.math("GREATER_THAN", at.outputs[0], 0.86), t.math("LESS_THAN", at.outputs[1], 0.14)
    )
    gloss = t.new("ShaderNodeValue")
    gloss.outputs[0].default_value = 1.0
    mirror = t.new("ShaderNodeBsdfGlossy", Roughness=0.015)
    fresnel = t.times(t.new("ShaderNodeFresnel", IOR=1.45).outputs[0], gloss.outputs[0])
    film = t.new("ShaderNodeMixShader")
    t.put(fresnel, film.inputs[0])
    t.put(t.new("ShaderNodeBsdfTransparent").outputs[0], film.inputs[1])
    t.put(mirror.outputs[0], film.inputs[2])
    both = t.new("ShaderNodeMixShader")
    t.put(cornea, both.inputs[0])
    t.put(t.principled.outputs[0], both.inputs[1])
    t.put(film.outputs[0], both.inputs[2])
    t.put(both.outputs[0], t.output.inputs[0])
    return t.material, gloss


def lashes(texture: Path, share: float) -> Any:
    """Build the lashes' shader."""
    t = Tree("lashes")
    alpha = t.times(t.image(texture).outputs["Alpha"], share)
    t.surface(Base_Color=(0.010, 0.008, 0.007), Alpha=alpha, Roughness=0.5, Specular=0.2)
    return t.material


def teeth(texture: Path) -> tuple[Any, Any]:
    """Build the teeth's shader; returns it with the node that stands in for the mouth's shade."""
    t = Tree("teeth")
    c = t.mix(0.7, t.image(texture).outputs[0], (0.90, 0.77, 0.60))
    c = t.mix(1.0, c, _cheeks_shade(t), "MULTIPLY")
    dim = _depth_shade(t)
    c = t.mix(1.0, c, dim[0], "MULTIPLY")
    t.surface(
        Base_Color=c,
        Roughness=0.26,
        Specular=0.35,
        Subsurface=0.15,
        Subsurface_Color=c,
        Subsurface_Radius=(0.02, 0.015, 0.012),
    )
    return t.material, dim[1]


def tongue(texture: Path) -> tuple[Any, Any]:
    """Build the tongue's shader; as `teeth`."""
    t = Tree("tongue")
    c = t.mix(0.5, t.image(texture).outputs[0], (0.50, 0.16, 0.14))
    dim = _depth_shade(t)
    c = t.mix(1.0, c, dim[0], "MULTIPLY")
    t.surface(Base_Color=c, Roughness=0.35, Specular=0.5)
    return t.material, dim[1]


def _cheeks_shade(t: Tree) -> Any:
    """Darken towards the cheeks and the throat, where little light comes."""
    at = t.new("ShaderNodeSeparateXYZ")
    t.put(t.place.outputs["Object"], at.inputs[0])
    side = t.ramp(t.math("ABSOLUTE", at.outputs[0]), 0.05, 0.30, 1.0, 0.40)
    return t.times(side, t.ramp(at.outputs[1], -1.30, -0.95, 1.0, 0.25))


def _depth_shade(t: Tree) -> tuple[Any, Any]:
    """Darken with depth into the mouth when the switch is on; for layers lit without lips."""
    switch = t.new("ShaderNodeValue")
    switch.outputs[0].default_value = 0.0
    at = t.new("ShaderNodeSeparateXYZ")
    t.put(t.place.outputs["Object"], at.inputs[0])
    depth = t.ramp(at.outputs[1], -1.24, -0.85, 0.50, 0.06)
    return t.mix(switch.outputs[0], 1.0, depth), switch
