"""Bayberries: spheres of blunt papillae, crimson to black, and the tree's narrow leaves."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import growth
import shade
import shapes

Vec = tuple[float, float, float]
RADIUS = 0.0138  # metres; the Dongkui kind grows to twice a grape's width


def flesh(ripe: float = 0.5, wet: float = 0.0) -> Any:
    """Papillae that shine at their tips and sink into the dark between; each berry its own tone."""
    s = shade.Shader("bayberry")
    own = s.add("ObjectInfo").outputs["Random"]
    at = s.places("Object", (1, 1, 1))
    far = s.add("VectorMath", {"operation": "LENGTH"}, i0=at).outputs["Value"]
    deep = s.ramp(far, [(0.875, (0, 0, 0)), (0.965, (1, 1, 1))])
    cloud = s.noise(s.places("Object", (1.3, 1.3, 1.3)), 1.0, 2)
    tone = s.sum("ADD", s.sum("MULTIPLY", own, 0.75), s.sum("MULTIPLY", cloud, 0.35))
    lit = s.ramp(
        tone,
        [
            (0.12, (0.30, 0.012, 0.022)),
            (0.30 + 0.3 * (1 - ripe), (0.145, 0.005, 0.016)),
            (0.85, (0.045, 0.002, 0.010)),
            (1.0, (0.016, 0.001, 0.006)),
        ],
    )
    base = s.mix(deep, s.mix(0.82, lit, (0.012, 0.0, 0.002)), lit)
    return s.skin(
        Base_Color=base,
        Roughness=0.30 - 0.14 * wet,
        Specular=0.5,
        Subsurface=0.10,
        Subsurface_Radius=(0.0026, 0.0005, 0.0005),
        Subsurface_Color=(0.35, 0.010, 0.02),
    )


def kinds(material: Any, rng: np.random.Generator, count: int = 5, fine: int = 6) -> list[Any]:
    """Meshes of radius about 1, each with some five hundred papillae and a dimple on top."""
    shape, tris = growth.ball(fine)
    shape = shape / np.linalg.norm(shape, axis=1, keepdims=True)
    out = []
    for _ in range(count):
        n = int(rng.integers(470, 560))
        k = np.arange(n) + 0.5
        high = np.arccos(1 - 2 * k / n)
        turn = math.pi * (1 + math.sqrt(5)) * k
        heads = np.stack(
            [np.sin(high) * np.cos(turn), np.sin(high) * np.sin(turn), np.cos(high)], 1
        )
        heads += rng.normal(0, 0.014, heads.shape)
        heads /= np.linalg.norm(heads, axis=1, keepdims=True)
        tall = rng.uniform(0.85, 1.12, n)
        cos = shape @ heads.T
        near = cos.argmax(1)
        gap = np.arccos(np.clip(cos.max(1), -1, 1)) / math.sqrt(4 * math.pi / n)
        bead = np.sqrt(np.clip(1 - (gap / 0.60) ** 2, 0, 1)) ** 0.9
        r = 0.865 + 0.125 * bead * tall[near]
        way = rng.normal(0, 1, 3)
        r = r * (1 + 0.022 * np.sin(shape @ way * 1.7))
        r = r - 0.16 * np.exp(-((high_of(shape) / 0.24) ** 2))
        p = shape * r[:, None] * [1, 1, rng.uniform(0.93, 1.0)]
        out.append(growth.soup("bayberry", [(p, tris, 0)], [material]))
    return out


def high_of(shape: np.ndarray) -> np.ndarray:
    """Angle from the top of points on a sphere."""
    out: np.ndarray = np.arccos(np.clip(shape[:, 2], -1, 1))
    return out


def heap(
    middle: Vec, reach: float, count: int, meshes: list[Any], rng: np.random.Generator,
    bowl: float = 0.0, turns: int = 160, squash: float = 0.94,
) -> np.ndarray:  # fmt: skip
    """Berries piled round ``middle`` on a floor that rises ``bowl`` at ``reach``; where they lie.

    They fall and push each other apart, a rough settling in a round dish.
    """
    size = RADIUS * rng.uniform(0.86, 1.08, count)
    a, r = rng.uniform(0, 2 * math.pi, count), reach * np.sqrt(rng.uniform(0, 0.85, count))
    p = np.stack([r * np.cos(a), r * np.sin(a), rng.uniform(0.02, 0.02 + 5 * RADIUS, count)], 1)
    for turn in range(turns):
        p[:, 2] -= 0.0016 * (1 - 0.5 * turn / turns)
        gap = p[:, None] - p[None]
        far = np.linalg.norm(gap, axis=2) + np.eye(count)
        want = (size[:, None] + size[None]) * squash
        push = np.clip(want - far, 0, None) * (1 - np.eye(count))
        p += (gap / far[..., None] * push[..., None]).sum(1) * 0.32
        out = np.hypot(p[:, 0], p[:, 1])
        back = np.minimum(1, (reach - size * 0.4) / np.maximum(out, 1e-6))
        p[:, :2] *= back[:, None]
        floor = bowl * (np.hypot(p[:, 0], p[:, 1]) / reach) ** 3
        p[:, 2] = np.maximum(p[:, 2], floor + size * 0.93)
    lay(p + np.asarray(middle), size, meshes, rng)
    return p + np.asarray(middle)


def lay(at: np.ndarray, size: np.ndarray, meshes: list[Any], rng: np.random.Generator) -> None:
    """Put berries with their middles at points (n, 3)."""
    for spot, r in zip(at, size, strict=True):
        one = shapes.put(meshes[rng.integers(len(meshes))], "bayberry")
        one.location, one.scale = spot, (r, r, r)
        one.rotation_euler = tuple(rng.uniform(0, 6.3, 3))


def green(light: Vec = (0.075, 0.15, 0.03), dark: Vec = (0.022, 0.062, 0.018)) -> Any:
    """Leathery leaves, glossy above."""
    s = shade.Shader("leathery")
    own = s.add("NewGeometry").outputs["Random Per Island"]
    vein = s.noise(s.places("Object", (1, 1, 1)), 90, 3)
    base = s.mix(s.ramp(own, [(0.1, (0, 0, 0)), (0.9, (1, 1, 1))]), dark, light)
    face = s.add("BsdfPrincipled", Base_Color=base, Roughness=0.30, Specular=0.5,
                 Normal=s.bump(vein, 0.15, 0.002)).outputs[0]  # fmt: skip
    through = s.add("BsdfTranslucent", Color=(0.14, 0.22, 0.03)).outputs[0]
    both = s.add("MixShader", Fac=0.25, i1=face, i2=through).outputs[0]
    s.tree.links.new(both, s.out.inputs["Surface"])
    return s.material


def leaf(long: float, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """One leaf from its stalk along +y, widest beyond its middle, a little curled."""
    t = np.linspace(0, 1, 23)
    wide = 0.135 * np.sin(math.pi * t**1.25) ** 0.8 + 0.006
    u = np.linspace(-1, 1, 9)
    x = wide[:, None] * u[None]
    curl = rng.uniform(-0.25, 0.10)
    wave = 0.012 * np.sin(t * 17 + rng.uniform(0, 6))[:, None] * u[None]
    z = 0.30 * np.abs(x) + curl * (t**2)[:, None] + wave + 0 * x
    y = np.broadcast_to(t[:, None], x.shape)
    points = np.stack([x, y, z], -1).reshape(-1, 3) * long
    faces = []
    for i in range(22):
        for j in range(8):
            a = i * 9 + j
            faces += [(a, a + 1, a + 10), (a, a + 10, a + 9)]
    return points, np.asarray(faces)


def sprig(at: Vec, turn: float, count: int, rng: np.random.Generator, tilt: float = 0.35) -> Any:
    """A twig's end with its whorl of leaves, lying at ``at``, tip along ``turn``."""
    parts: list[growth.Soup] = []
    stem = np.asarray([(0, -0.06, 0.006), (0, -0.02, 0.006), (0, 0.02, 0.007)])
    parts.append((*growth.tube(stem, np.asarray([0.0022, 0.0019, 0.0014]), 8), 1))
    for k in range(count):
        points, tris = leaf(float(rng.uniform(0.075, 0.115)), rng)
        a = (k - (count - 1) / 2) * 2.0 / max(count - 1, 1) + rng.normal(0, 0.12)
        b = rng.uniform(0.0, tilt)
        up = np.asarray([(1, 0, 0), (0, math.cos(b), -math.sin(b)), (0, math.sin(b), math.cos(b))])
        points = points @ up.T
        c, s = math.cos(a), math.sin(a)
        points = points @ np.asarray([(c, -s, 0), (s, c, 0), (0, 0, 1)]).T
        low = max(0.0, 0.0015 - float(points[:, 2].min()))
        parts.append((points + [0, 0.018 * rng.random(), low + 0.003], tris, 0))
    bark = shade.oak((0.06, 0.04, 0.025), (0.17, 0.13, 0.09), 0.7, "y")
    out = shapes.put(growth.soup("sprig", parts, [green(), bark]), "sprig")
    out.location, out.rotation_euler = at, (0, 0, turn)
    return out
