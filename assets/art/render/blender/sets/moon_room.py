"""Qingtian's rooms and wares: a white wall with a moon window on bamboo, slate, glaze, bamboo."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import growth
import shade
import shapes

Vec = tuple[float, float, float]


def glaze(colour: Vec = (0.30, 0.42, 0.35), rough: float = 0.12) -> Any:
    """Celadon: a pale green coat, darker where it pools."""
    s = shade.Shader("glaze")
    cloud = s.noise(s.places("Object", (1, 1, 1)), 6, 3)
    base = s.ramp(cloud, [(0.3, tuple(0.72 * c for c in colour)), (0.7, colour)])
    return s.skin(Base_Color=base, Roughness=rough, Specular=0.5)


def bamboo(light: Vec = (0.42, 0.30, 0.13), dark: Vec = (0.22, 0.14, 0.055)) -> Any:
    """Split bamboo that has yellowed."""
    s = shade.Shader("bamboo")
    own = s.add("ObjectInfo").outputs["Random"]
    fibre = s.noise(s.places("Object", (300, 300, 20)), 1.0, 3, 0.6)
    base = s.ramp(fibre, [(0.3, dark), (0.7, light)])
    each = s.ramp(own, [(0.0, (0.75,) * 3), (1.0, (1.1,) * 3)])
    return s.skin(Base_Color=s.mix(0.8, base, each, "MULTIPLY"), Roughness=0.38, Specular=0.45)


def culms(
    rng: np.random.Generator, left: float, right: float, near: float, far: float, count: int
) -> None:
    """Bamboo standing outside, with its leaves, for what is seen softly through a window."""
    bark = shade.stone((0.16, 0.26, 0.08), (0.08, 0.15, 0.05), 3, 0.4)
    foliage = shade.Shader("spray")
    face = foliage.add("BsdfDiffuse", Color=(0.14, 0.27, 0.07)).outputs[0]
    through = foliage.add("BsdfTranslucent", Color=(0.26, 0.42, 0.08)).outputs[0]
    both = foliage.add("MixShader", Fac=0.5, i1=face, i2=through).outputs[0]
    foliage.tree.links.new(both, foliage.out.inputs["Surface"])
    parts: list[growth.Soup] = []
    for _ in range(count):
        x, y = rng.uniform(left, right), rng.uniform(near, far)
        lean = rng.normal(0, 0.10, 2)
        z = np.linspace(-1.5, 3.2, 24)
        line = np.stack([x + lean[0] * z, y + lean[1] * z, z], 1)
        r = rng.uniform(0.018, 0.034)
        knot = 1 + 0.12 * (np.arange(24) % 3 == 0)
        parts.append((*growth.tube(line, r * knot, 9), 0))
        for _ in range(34):
            base = line[rng.integers(5, 24)] + [0, 0, rng.uniform(-0.1, 0.1)]
            for _ in range(4):
                a = rng.uniform(0, 2 * math.pi)
                go = np.asarray([math.cos(a), math.sin(a), rng.uniform(-0.9, 0.1)])
                side = np.cross(go, [0, 0, 1.0]) * 0.055
                tip = base + go * rng.uniform(0.14, 0.24)
                mid = (base + tip) / 2 + rng.normal(0, 0.01, 3)
                leaf = np.stack([base, mid - side * 0.28, tip, mid + side * 0.28])
                parts.append((leaf, np.asarray([(0, 1, 2), (0, 2, 3)]), 1))
    shapes.put(growth.soup("culms", parts, [bark, foliage.material]), "culms")


def moon(
    middle: Vec, radius: float, wall: Any, rng: np.random.Generator, half: float = 3.5
) -> None:
    """A wall that faces -y with a round opening, its frame of dark wood, bright mist behind."""
    n = 96
    a = np.linspace(0, 2 * math.pi, n, endpoint=False)
    ring = np.stack([middle[0] + radius * np.cos(a), middle[2] + radius * np.sin(a)], 1)
    box = np.stack([np.cos(a), np.sin(a)], 1)
    box /= np.abs(box).max(1, keepdims=True)
    box = np.stack([middle[0] + half * box[:, 0], middle[2] + half * box[:, 1]], 1)
    points = np.vstack([np.insert(ring, 1, middle[1], 1), np.insert(box, 1, middle[1], 1)])
    back = np.insert(ring, 1, middle[1] + 0.22, 1)
    points = np.vstack([points, back])
    faces = [(j, (j + 1) % n, (j + 1) % n + n, j + n) for j in range(n)]
    faces += [(j, (j + 1) % n, (j + 1) % n + 2 * n, j + 2 * n) for j in range(n)]
    shapes.mesh("wall", points, faces, wall, smooth=False)
    rows = [(radius - 0.03, -0.02), (radius + 0.035, -0.02), (radius + 0.035, 0.06)]
    rows += [(radius - 0.03, 0.06), (radius - 0.03, -0.02)]
    wood = shade.oak((0.02, 0.012, 0.008), (0.08, 0.045, 0.025), 0.4)
    frame = shapes.turned("frame", np.asarray(rows), wood, 96)
    frame.data.use_auto_smooth, frame.data.auto_smooth_angle = True, math.radians(40)
    frame.location, frame.rotation_euler = middle, (-math.pi / 2, 0, 0)
    mist = shade.glow((0.72, 0.86, 0.80), 1.5)
    shapes.plane("mist", (middle[0] - 5, middle[1] + 4, -2), (10, 0, 0), (0, 0, 7), mist)
    culms(rng, middle[0] - 1.2, middle[0] + 1.2, middle[1] + 0.7, middle[1] + 2.8, 12)


def ridges(at: Vec, wide: float, rng: np.random.Generator) -> None:
    """Mountains in mist, one behind another, as paper cut out."""
    for k, tone in enumerate(((0.40, 0.52, 0.48), (0.26, 0.37, 0.34), (0.13, 0.21, 0.19))):
        x = np.linspace(-wide / 2, wide / 2, 160)
        z = sum(
            math.exp(-i * 0.55) * np.sin(x * (0.9 + i) * 2.2 / wide * 4 + rng.uniform(0, 6))
            for i in range(6)
        )
        z = at[2] + 0.22 * wide * (0.30 - 0.14 * k) + 0.05 * wide * np.asarray(z)
        y = np.full_like(x, at[1] - 0.3 * k)
        points = np.vstack([np.stack([at[0] + x, y, z], 1), np.stack([at[0] + x, y, 0 * z - 3], 1)])
        faces = [(j, j + 1, j + 161, j + 160) for j in range(159)]
        shapes.mesh("ridge", points, faces, shade.glow(tone, 1.0), smooth=False)
