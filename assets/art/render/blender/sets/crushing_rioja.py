"""Rioja's crusher, its guard of clear plate in front: whole berries above two rollers, split below.

The rollers lie along y; one sees their ends, the nip between them and the juice that falls.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import growth
import lamps
import outside
import shade
import shapes
from sets import fruit, ironwork

RADIUS, APART, LONG = 0.070, 0.0755, 0.42  # of a roller; its axis from the middle; its length
LOBES = 11
SKIN = ((0.034, 0.010, 0.048), (0.20, 0.19, 0.30), 0.42)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    rng = np.random.default_rng(job["seed"])
    steel = ironwork.inox()
    for side in (-1, 1):
        _roller(side, steel)
    _frame(steel)
    _berries(rng)
    _below(rng)
    wall = shade.plaster((0.30, 0.15, 0.09), (0.11, 0.05, 0.032))
    shapes.plane("wall", (-5, 2.2, -2), (10, 0, 0), (0, 0, 5), wall)
    key = tuple(job["look"]["key"])
    lamps.area((-1.0, -0.95, 0.72), (0, 0, 0.0), 26, (0.5, 0.7), key, True, 110)
    lamps.area((0.85, 0.55, 0.55), (0.0, 0.1, 0.0), 15, (0.2, 0.8), (1.0, 0.72, 0.46), True, 80)
    amber = (1.0, 0.62, 0.42)
    lamps.area((0.0, 0.34, -0.08), (0, 0, -0.14), 1.0, (0.26, 0.10), amber, False, 150)
    lamps.spot((-1.3, 0.6, 1.2), (-0.4, 2.2, 0.35), 95, 46, tuple(job["look"]["glow"]))
    film.ambient(key, 0.012)
    aim, focus = (0.0, 0.0, 0.015), (0.0, 0.0, 0.02)
    if job["orientation"] == "portrait":
        film.camera((0.10, -1.0, 0.20), aim, 62, (0.50, 0.33), 4.5, focus)
    else:
        film.camera((0.12, -0.98, 0.17), aim, 60, (0.40, 0.43), 4.0, focus)


def _roller(side: int, steel: Any) -> None:
    """A lobed roller with its shaft, hub and bearing."""
    n = LOBES * 22
    a = np.linspace(0, 2 * math.pi, n, endpoint=False)
    phase = 0.0 if side < 0 else math.pi / LOBES + math.pi
    wave = 0.5 + 0.5 * np.cos(LOBES * a + phase)
    r = RADIUS - 0.0105 * (1 - wave**0.8)
    ring = np.stack([r * np.cos(a), r * np.sin(a)], 1)
    inner = np.stack([0.030 * np.cos(a), 0.030 * np.sin(a)], 1)
    edge = ring * (1 - 0.0022 / r[:, None])
    rows = [(inner, 0.0), (edge, 0.0), (ring, 0.0025), (ring, LONG)]
    points = np.vstack([np.insert(flat, 1, y, 1) for flat, y in rows])
    faces = [
        (k * n + j, k * n + (j + 1) % n, (k + 1) * n + (j + 1) % n, (k + 1) * n + j)
        for k in range(3)
        for j in range(n)
    ]
    s = shade.Shader("rubber")
    stain = s.noise(s.places("Object", (1, 1, 1)), 28, 4, 0.65)
    base = s.ramp(stain, [(0.40, (0.085, 0.083, 0.080)), (0.72, (0.070, 0.026, 0.034))])
    rubber = s.skin(Base_Color=base, Roughness=s.span(stain, 0.42, 0.16), Specular=0.5)
    body = shapes.mesh("roller", points, faces, rubber)
    body.data.use_auto_smooth, body.data.auto_smooth_angle = True, math.radians(35)
    body.location = (side * APART, 0, 0)
    rows = [(0, -0.048), (0.0105, -0.048), (0.012, -0.0465), (0.012, -0.004), (0.026, -0.004),
            (0.028, -0.002), (0.031, 0.001)]  # fmt: skip
    shaft = shapes.turned("shaft", np.asarray(rows), steel, 64)
    shaft.data.use_auto_smooth, shaft.data.auto_smooth_angle = True, math.radians(35)
    shaft.location, shaft.rotation_euler = (side * APART, 0, 0), (-math.pi / 2, 0, 0)
    iron = shade.iron((0.10, 0.095, 0.09), 0.15)
    rows = [(0.012, -0.036), (0.024, -0.036), (0.026, -0.034), (0.026, -0.012), (0.012, -0.012)]
    case = shapes.turned("case", np.asarray(rows), iron, 64)
    case.data.use_auto_smooth, case.data.auto_smooth_angle = True, math.radians(35)
    case.location, case.rotation_euler = (side * APART, 0, 0), (-math.pi / 2, 0, 0)
    mid = side * (APART + 0.075)
    shapes.block("arm", (0.115, 0.018, 0.036), (mid, -0.024, 0), iron, 0.004)


def _frame(steel: Any) -> None:
    """Posts, hopper sides above, a trough below, the guard's frame."""
    for side in (-1, 1):
        x = side * 0.205
        shapes.block("post", (0.040, 0.040, 1.60), (x, -0.024, -0.45), steel, 0.004)
        head = ironwork.hexagon(0.016, 0.007, steel)
        for z in (-0.012, 0.012):
            bolt = shapes.put(head, "bolt", (side * (APART + 0.118), -0.033, z))
            bolt.rotation_euler = (math.pi / 2, 0.5, 0)
        wall = shapes.mesh(
            "hopper",
            np.asarray([(side * 0.128, 0.004, 0.045), (side * 0.128, LONG, 0.045),
                        (side * 0.235, LONG, 0.36), (side * 0.235, 0.004, 0.36)]),
            [(0, 1, 2, 3)], steel, smooth=False,
        )  # fmt: skip
        wall.modifiers.new("thick", "SOLIDIFY").thickness = 0.003
        trough = shapes.mesh(
            "trough",
            np.asarray([(side * 0.182, -0.03, -0.16), (side * 0.182, LONG, -0.16),
                        (side * 0.135, LONG, -0.30), (side * 0.135, -0.03, -0.30)]),
            [(0, 1, 2, 3)], steel, smooth=False,
        )  # fmt: skip
        trough.modifiers.new("thick", "SOLIDIFY").thickness = 0.003
    shapes.plane("front", (-0.186, -0.031, -1.05), (0.372, 0, 0), (0, 0, 0.795), steel)
    s = shade.Shader("guard")
    clear = s.add("BsdfTransparent", Color=(0.97, 0.97, 0.97)).outputs[0]
    shine = s.add("BsdfGlossy", Color=(1, 1, 1), Roughness=0.02).outputs[0]
    share = s.sum("MULTIPLY", s.add("LayerWeight", Blend=0.2).outputs["Facing"], 0.35)
    both = s.add("MixShader", Fac=s.sum("ADD", share, 0.025), i1=clear, i2=shine).outputs[0]
    s.tree.links.new(both, s.out.inputs["Surface"])
    pane = shapes.plane("guard", (-0.18, -0.001, 0.01), (0.36, 0, 0), (0, 0, 0.36), s.material)
    pane.visible_shadow = False
    back = ironwork.inox(0.42, 0.30)
    shapes.plane("back", (-0.30, LONG + 0.004, -0.45), (0.60, 0, 0), (0, 0, 0.78), back)


def _berries(rng: np.random.Generator) -> None:
    """Whole berries lie in the valley between the rollers, the lowest drawn into the nip."""
    meshes = fruit.kinds(fruit.skin(*SKIN, 0.2), rng, 6)
    count = 900
    size = rng.uniform(0.0068, 0.0088, count)
    p = np.stack(
        [rng.normal(0, 0.05, count), rng.uniform(0.008, LONG - 0.01, count),
         rng.uniform(0.05, 0.26, count)], 1
    )  # fmt: skip
    near = _pairs(p, 0.019)
    for turn in range(110):
        p[:, 2] -= 0.0030 * (1 - turn / 130)
        if turn % 6 == 5:
            near = _pairs(p, 0.019)
        gap = p[near[0]] - p[near[1]]
        far = np.linalg.norm(gap, axis=1) + 1e-9
        push = np.clip((size[near[0]] + size[near[1]]) * 0.97 - far, 0, None) / far * 0.34
        np.add.at(p, near[0], gap * push[:, None])
        np.add.at(p, near[1], -gap * push[:, None])
        for side in (-1, 1):
            out = p[:, [0, 2]] - [side * APART, 0]
            far = np.linalg.norm(out, axis=1) + 1e-9
            inside = np.clip(RADIUS - 0.001 + size - far, 0, None)
            p[:, [0, 2]] += out / far[:, None] * inside[:, None]
        wall = 0.128 + 0.34 * np.clip(p[:, 2] - 0.045, 0, None) - size
        p[:, 0] = np.clip(p[:, 0], -wall, wall)
        p[:, 1] = np.clip(p[:, 1], size + 0.001, LONG - size)
    keep = p[:, 2] > 0.004
    fruit.spill(p[keep] - np.c_[0 * size, 0 * size, size][keep], size[keep], meshes, rng)
    green = outside.bark((0.30, 0.27, 0.08), (0.13, 0.11, 0.03))
    for _ in range(5):  # a few stalks came along
        one = shapes.put(fruit.stalklet(rng, green, 0.03), "stalk")
        spot = p[rng.integers(count)]
        one.location = (spot[0] * 0.7, 0.012, float(np.percentile(p[:, 2], 97)) + 0.008)
        one.rotation_euler = tuple(rng.normal(0, 0.4, 3))


def _pairs(p: np.ndarray, reach: float) -> tuple[np.ndarray, np.ndarray]:
    far = ((p[:, None] - p[None]) ** 2).sum(2)
    first, second = np.nonzero(np.triu(far < reach * reach, 1))
    return first, second


def _below(rng: np.random.Generator) -> None:
    """Split berries with their whole seeds, and juice, fall into the trough."""
    s = shade.Shader("split")
    high = s.add("SeparateXYZ", i0=s.add("TexCoord").outputs["Object"]).outputs[2]
    torn = s.sum("ADD", high, s.span(s.noise(s.places("Object", (3, 3, 3)), 1.0, 2), -0.25, 0.25))
    open_ = s.ramp(torn, [(0.40, (0, 0, 0)), (0.50, (1, 1, 1))])
    base = s.mix(open_, (0.060, 0.008, 0.034), (0.36, 0.17, 0.09))
    flesh = s.skin(Base_Color=base, Roughness=0.12, Specular=0.6)
    pip = shade.Shader("seed").skin(Base_Color=(0.42, 0.25, 0.09), Roughness=0.4)
    shape, tris = growth.ball(3)
    meshes = []
    for _ in range(5):
        flat = shape * [1.05, 0.92, 0.55]
        flat[:, 2] -= 0.30 * np.exp(-((shape[:, :2] ** 2).sum(1) / 0.22)) * (shape[:, 2] > 0)
        parts = [(flat, tris, 0)]
        for _ in range(2):
            at = [rng.normal(0, 0.20), rng.normal(0, 0.20), 0.22]
            parts.append((shape * [0.17, 0.30, 0.14] + at, tris, 1))
        meshes.append(growth.soup("split", parts, [flesh, pip]))
    for _ in range(130):
        z = -0.012 - 0.26 * rng.beta(0.9, 0.9)
        x = rng.normal(0, 0.010 + 0.055 * min(-z / 0.2, 1))
        if abs(x) < APART and (APART - abs(x)) ** 2 + z * z < (RADIUS + 0.006) ** 2:
            continue
        one = shapes.put(meshes[rng.integers(5)], "split", (x, rng.uniform(0.004, LONG - 0.02), z))
        r = rng.uniform(0.0075, 0.0095)
        one.scale = (r, r, r)
        one.rotation_euler = tuple(rng.uniform(0, 6.3, 3))
    juice = ironwork.must((0.15, 0.007, 0.035))
    for _ in range(26):
        x, y = rng.normal(0, 0.016), rng.uniform(0.004, LONG * 0.6)
        top = -math.sqrt(max(RADIUS**2 - (APART - abs(x)) ** 2, 0)) - 0.001
        z = np.linspace(top, -0.262, 26)
        thick = rng.uniform(0.0009, 0.0022) * (1 + 0.5 * np.sin(z * rng.uniform(120, 260)))
        line = np.stack([x + 0.002 * np.sin(z * 40), np.full(26, y), z], 1)
        ironwork.pipe(line, thick * np.linspace(1.2, 0.8, 26), juice, 10, "thread")
    shape, tris = growth.ball(2)
    drop = growth.soup("drop", [(shape, tris, 0)], [juice])
    for _ in range(150):
        z = -0.03 - 0.23 * rng.random()
        one = shapes.put(drop, "drop", (rng.normal(0, 0.05), rng.uniform(0, LONG * 0.7), z))
        r = float(rng.uniform(0.0008, 0.0024))
        one.scale = (r, r, r * 1.3)
    deep = ironwork.must((0.062, 0.004, 0.020))
    shapes.plane("must", (-0.147, -0.03, -0.262), (0.294, 0, 0), (0, LONG, 0), deep)
    for _ in range(170):
        one = shapes.put(meshes[rng.integers(5)], "skin")
        one.location = (rng.uniform(-0.14, 0.14), rng.uniform(-0.02, LONG - 0.03), -0.262)
        r = rng.uniform(0.0075, 0.0095)
        one.scale = (r, r, r)
        one.rotation_euler = (*rng.normal(0, 0.4, 2), rng.uniform(0, 6.3))
