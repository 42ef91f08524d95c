"""Walls laid of real stones, for what stands close enough to show its joints."""

from __future__ import annotations

from typing import Any

import numpy as np

import shade
import shapes
from sets import ironwork

Vec = tuple[float, float, float]


def schist(
    corner: Vec, long: float, tall: float, stone: Any, rng: np.random.Generator, along: str = "x"
) -> None:
    """Dry slabs in rows of uneven height, from ``corner`` along an axis; they face -y (or -x)."""
    kinds = []
    for _ in range(10):
        data = ironwork.bar((1, 1, 1), stone, 0.045)
        for v in data.vertices:
            v.co.x += float(rng.normal(0, 0.016))
            v.co.y += float(rng.normal(0, 0.020))
            v.co.z += float(rng.normal(0, 0.030))
        kinds.append(data)
    z = 0.0
    while z < tall:
        high = float(rng.choice([0.045, 0.07, 0.10, 0.14], p=[0.25, 0.35, 0.28, 0.12]))
        x = -float(rng.uniform(0, 0.3))
        while x < long:
            wide = float(np.clip(rng.lognormal(-1.25, 0.45), 0.12, 0.75))
            deep = 0.30 + float(rng.normal(0, 0.014))
            one = shapes.put(kinds[rng.integers(10)], "slab")
            one.scale = (wide * 0.985, deep, high * 0.96)
            mid = x + wide / 2
            if along == "x":
                one.location = (corner[0] + mid, corner[1] + 0.15, corner[2] + z + high / 2)
            else:
                one.location = (corner[0] + 0.15, corner[1] + mid, corner[2] + z + high / 2)
                one.rotation_euler = (0, 0, np.pi / 2)
            x += wide
        z += high
    dark = shade.earth((0.02,) * 3, (0.01,) * 3)
    if along == "x":
        shapes.plane("core", (corner[0] - 1, corner[1] + 0.09, corner[2]), (long + 2, 0, 0),
                     (0, 0, tall), dark)  # fmt: skip
    else:
        shapes.plane("core", (corner[0] + 0.09, corner[1] - 1, corner[2]), (0, long + 2, 0),
                     (0, 0, tall), dark)  # fmt: skip


def slate(light: Vec, dark: Vec, rust: Vec) -> Any:
    """Schist: grey leaves, each stone its own tone, some of them rusty."""
    s = shade.Shader("slate")
    own = s.add("ObjectInfo").outputs["Random"]
    at = s.places("Object", (1.5, 1.5, 7))
    at = s.add("VectorMath", {"operation": "ADD"}, i0=at, i1=shade.spread(s, own, 43.0)).outputs[0]
    leaf = s.noise(at, 2.2, 7, 0.66)
    each = s.ramp(
        own, [(0.0, dark), (0.55, light), (0.8, shade.between(light, rust, 0.6)), (1, rust)]
    )
    base = s.mix(0.8, each, s.ramp(leaf, [(0.3, (0.35,) * 3), (0.7, (1.25,) * 3)]), "MULTIPLY")
    return s.skin(
        plain=shade.between(dark, light),
        Base_Color=base,
        Roughness=s.span(leaf, 0.45, 0.85),
        Specular=0.4,
        Normal=s.bump(leaf, 0.8, 0.02),
    )
