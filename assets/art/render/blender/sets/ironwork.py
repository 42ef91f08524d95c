"""Parts of presses and other machines: threads, wheels, pipes, basins, tubs, running must."""

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np

import growth
import shade
import shapes

Vec = tuple[float, float, float]


def baked(thing: Any) -> Any:
    """The mesh of an object with its modifiers in it, to be put many times; removes the object."""
    bpy.context.view_layer.update()
    seen = thing.evaluated_get(bpy.context.evaluated_depsgraph_get())
    data = bpy.data.meshes.new_from_object(seen)
    bpy.data.objects.remove(thing)
    return data


def bar(size: Vec, material: Any, bevel: float = 0.003) -> Any:
    """Mesh of a box with broken edges about the origin."""
    return baked(shapes.block("bar", size, (0, 0, 0), material, bevel))


def thread(radius: float, low: float, high: float, pitch: float, material: Any) -> Any:
    """A screw about z with a trapezoid thread."""
    n, deep = 60, pitch * 0.42
    z = np.arange(low, high, pitch / 14)
    angle = np.linspace(0, 2 * math.pi, n + 1)
    u = (z[:, None] / pitch - angle[None] / (2 * math.pi)) % 1.0
    crest = np.clip(np.minimum((u - 0.08) / 0.16, (0.72 - u) / 0.16), 0, 1)
    r = radius - deep * (1 - crest)
    points = np.stack(
        [r * np.cos(angle), r * np.sin(angle), np.broadcast_to(z[:, None], r.shape)], -1
    )
    w = n + 1
    faces = [
        (i * w + j, i * w + j + 1, (i + 1) * w + j + 1, (i + 1) * w + j)
        for i in range(len(z) - 1)
        for j in range(n)
    ]
    out = shapes.mesh("thread", points.reshape(-1, 3), faces, material)
    out.data.use_auto_smooth, out.data.auto_smooth_angle = True, math.radians(40)
    return out


def cog(radius: float, tall: float, teeth: int, material: Any, deep: float = 0.012) -> Any:
    """A toothed wheel about z, from 0 to ``tall``, teeth leaning as a ratchet's."""
    ring = []
    for k in range(teeth):
        for share, r in (
            (0.0, radius - deep),
            (0.12, radius),
            (0.30, radius),
            (0.95, radius - deep),
        ):
            a = 2 * math.pi * (k + share) / teeth
            ring.append((r * math.cos(a), r * math.sin(a)))
    n = len(ring)
    points = [(x, y, z) for z in (0.0, tall) for x, y in ring] + [(0, 0, 0.0), (0, 0, tall)]
    faces: list[tuple[int, ...]] = [(j, (j + 1) % n, (j + 1) % n + n, j + n) for j in range(n)]
    faces += [(2 * n + 1, j + n, (j + 1) % n + n) for j in range(n)]
    faces += [(2 * n, (j + 1) % n, j) for j in range(n)]
    return shapes.mesh("cog", np.asarray(points), faces, material, smooth=False)


def dome(radius: float, material: Any) -> Any:
    """Mesh of a round bolt head that faces +z."""
    rows = [(radius, 0.0), (radius, radius * 0.15), (radius * 0.86, radius * 0.42)]
    rows += [(radius * 0.5, radius * 0.62), (0.0, radius * 0.68)]
    return baked(shapes.turned("dome", np.asarray(rows), material, 14))


def hexagon(across: float, tall: float, material: Any) -> Any:
    """Mesh of a hexagonal nut or bolt head about z, from 0 to ``tall``."""
    r = across / 2 / math.cos(math.pi / 6)
    out = shapes.turned("hexagon", np.asarray([(0, 0), (r, 0), (r, tall), (0, tall)]), material, 6)
    out.data.use_auto_smooth, out.data.auto_smooth_angle = True, math.radians(20)
    return baked(out)


def pipe(
    line: Any, radius: Any, material: Any, sides: int = 20, name: str = "pipe", ends: bool = True
) -> Any:
    """A round rod or pipe along points (n, 3) in the world, its ends closed."""
    path = np.asarray(line, float)
    thick = np.broadcast_to(np.asarray(radius, float), (len(path),))
    points, tris = growth.tube(path, thick, sides)
    if ends:
        n = len(points)
        points = np.vstack([points, path[0], path[-1]])
        last = n - sides
        caps = [(n, (j + 1) % sides, j) for j in range(sides)]
        caps += [(n + 1, last + j, last + (j + 1) % sides) for j in range(sides)]
        tris = np.vstack([tris, np.asarray(caps)])
    out = shapes.put(growth.soup(name, [(points, tris, 0)], [material]), name)
    out.data.use_auto_smooth, out.data.auto_smooth_angle = True, math.radians(40)
    return out


def bend(knots: Any, steps: int = 10) -> np.ndarray:
    """A smooth line in space through knots (n, 3)."""
    k = np.asarray(knots, float)
    flat = shapes.curve([tuple(p) for p in k[:, :2]], steps)
    high = shapes.curve([(float(i), z) for i, z in enumerate(k[:, 2])], steps)
    return np.column_stack([flat, high[:, 1]])


def inox(rough: float = 0.30, tone: float = 0.50) -> Any:
    """Rolled stainless plate: even, finely scratched, smeared where hands and cloths went."""
    s = shade.Shader("inox")
    smear = s.noise(s.places("Object", (1, 1, 1)), 5, 4, 0.6)
    fine = s.noise(s.places("Object", (40, 40, 900)), 1.0, 2)
    even = s.sum("ADD", s.sum("MULTIPLY", smear, 0.75), s.sum("MULTIPLY", fine, 0.25))
    return s.skin(
        Base_Color=(tone, tone, tone * 0.985),
        Metallic=1.0,
        Roughness=s.span(even, rough - 0.10, rough + 0.14),
    )


def must(colour: Vec = (0.10, 0.006, 0.018)) -> Any:
    """Deep red juice seen from above: dark, glossy, no light through it."""
    s = shade.Shader("must")
    ripple = s.noise(s.places("Object", (1, 1, 1)), 26, 2)
    return s.skin(
        Base_Color=colour, Roughness=0.06, Specular=0.55, Normal=s.bump(ripple, 0.12, 0.004)
    )


def froth(colour: Vec = (0.52, 0.13, 0.20)) -> Any:
    """Bubbles on juice."""
    s = shade.Shader("froth")
    own = s.add("ObjectInfo").outputs["Random"]
    each = s.ramp(own, [(0.0, tuple(0.45 * c for c in colour)), (1.0, colour)])
    return s.skin(Base_Color=each, Roughness=0.12, Specular=0.6)


def foam(
    at: Vec, reach: float, count: int, rng: np.random.Generator, colour: Vec = (0.52, 0.13, 0.20)
) -> None:
    """Bubbles round a spot where juice falls in, thick in the middle."""
    shape, tris = growth.ball(2)
    data = growth.soup("bubble", [(shape, tris, 0)], [froth(colour)])
    for _ in range(count):
        far = reach * abs(float(rng.normal(0, 0.42)))
        a = rng.uniform(0, 2 * math.pi)
        r = float(rng.choice([0.0022, 0.0036, 0.0055, 0.008], p=[0.42, 0.34, 0.18, 0.06]))
        ball = shapes.put(data, "bubble")
        ball.location = (at[0] + far * math.cos(a), at[1] + far * math.sin(a), at[2] + r * 0.15)
        ball.scale = (r, r, r * 0.75)


def fall(
    lip: Vec, way: Vec, down: float, radius: float, material: Any, speed: float = 0.55
) -> np.ndarray:
    """A stream that leaves ``lip`` along ``way`` and falls ``down``; returns where it lands."""
    t_end = (-0.25 + math.sqrt(0.0625 + 2 * 9.81 * down)) / 9.81 if down > 0 else 0.0
    t = np.linspace(0, t_end, 40)
    drop = 0.25 * t + 0.5 * 9.81 * t**2
    line = np.asarray(lip) + np.outer(t * speed, np.asarray(way)) - np.outer(drop, [0, 0, 1.0])
    fast = np.hypot(speed, 0.25 + 9.81 * t)
    thick = radius * np.sqrt(fast[0] / fast) * (1 + 0.10 * np.sin(t / t_end * 21) * t / t_end)
    pipe(line, thick, material, 18, "stream")
    out: np.ndarray = line[-1]
    return out


def basin(
    radius: float,
    tall: float,
    material: Any,
    face: float,
    lip: float = 0.16,
    wide: float = 0.13,
    juice: Any = None,
    level: float = 0.022,
) -> Vec:
    """A round pan about z with a jug's lip towards ``face``; returns the lip, from the origin.

    Its floor lies at a quarter of ``tall``; ``juice`` stands ``level`` above it.
    """
    floor = tall * 0.25
    # radius, height, how much of the lip a row takes on, how much lower it is there
    rows = [
        (0.0, 0.0, 0.0, 0.0),
        (radius * 0.72, 0.0, 0.0, 0.0),
        (radius * 0.94, floor * 0.3, 0.55, -0.3 * floor),
        (radius * 0.99, floor * 1.2, 0.86, 0.3 * floor),
        (radius * 1.02, tall * 0.96, 1.0, 0.0),
        (radius * 1.045, tall * 0.97, 1.06, 0.0),
        (radius * 1.045, tall, 1.06, 0.0),
        (radius * 1.0, tall, 1.0, 0.0),
        (radius * 0.965, floor * 1.25, 0.90, -0.2 * floor),
        (radius * 0.93, floor, 0.78, 0.0),
        (0.0, floor, 0.0, 0.0),
    ]
    n = 240
    angle = np.linspace(0, 2 * math.pi, n + 1)
    beak = np.exp(-(((angle - math.pi) / wide) ** 2))
    brim = floor + level * 0.55  # where the rim is at the lip
    points = []
    for r, z, share, lower in rows:
        high = z - lower * beak
        if z > brim:
            high = z + (brim - tall) * beak * (z - floor) / (tall - floor)
        far = r + lip * share * beak
        points.append(np.stack([far * np.cos(angle), far * np.sin(angle), high], -1))
    w = n + 1
    faces = [
        (i * w + j, i * w + j + 1, (i + 1) * w + j + 1, (i + 1) * w + j)
        for i in range(len(rows) - 1)
        for j in range(n)
    ]
    pan = shapes.mesh("basin", np.vstack(points), faces, material)
    shapes.weld(pan, 1e-5)
    pan.data.use_auto_smooth, pan.data.auto_smooth_angle = True, math.radians(50)
    pan.rotation_euler = (0, 0, face - math.pi)
    if juice:
        rings = []
        for share in (0.0, 0.4, 0.8, 1.0):
            r = share * (radius * 0.968) + lip * 1.0 * beak * share**3
            rings.append(
                np.stack([r * np.cos(angle), r * np.sin(angle), 0 * r + floor + level], -1)
            )
        tops = [
            (i * w + j, i * w + j + 1, (i + 1) * w + j + 1, (i + 1) * w + j)
            for i in range(3)
            for j in range(n)
        ]
        pool = shapes.mesh("pool", np.vstack(rings), tops, juice)
        shapes.weld(pool, 1e-5)
        pool.rotation_euler = (0, 0, face - math.pi)
    far = radius + lip * 1.01
    return far * math.cos(face), far * math.sin(face), floor + level * 0.8


def tub(
    at: Vec,
    radius: float,
    tall: float,
    wood: Any,
    metal: Any,
    rng: np.random.Generator,
    flare: float = 0.10,
    handles: bool = True,
) -> None:
    """A coopered tub, wider at its mouth by ``flare``; two staves stand up as handles."""
    count = max(int(2 * math.pi * radius / 0.075), 12)
    thick = 0.018
    rise = np.zeros(count)
    if handles:
        rise[[0, count // 2]] = 0.07
    edges = np.linspace(0, 2 * math.pi, count + 1)
    for k in range(count):
        a = np.linspace(edges[k] + 0.003, edges[k + 1] - 0.003, 5)
        top = tall + rise[k] + rng.uniform(-0.001, 0.001)
        points = []
        for z in (0.0, top):
            r = radius * (1 + flare * z / tall)
            for deep, edge in ((0.0, -0.0025), (thick, 0.0)):
                for j, x in enumerate(a):
                    rr = r - deep + (edge if j in (0, 4) else 0.0)
                    points.append((rr * math.cos(x), rr * math.sin(x), z))
        faces = []
        for j in range(4):
            faces += [(j, j + 1, j + 11, j + 10), (j + 6, j + 5, j + 15, j + 16)]
            faces += [(j + 11, j + 16, j + 15, j + 10)[::-1], (j, j + 5, j + 6, j + 1)]
        faces += [(0, 10, 15, 5), (4, 9, 19, 14)]
        stave = shapes.mesh("stave", np.asarray(points), faces, wood)
        stave.data.use_auto_smooth, stave.data.auto_smooth_angle = True, math.radians(30)
        stave.location = at
    bed = shapes.turned("bed", np.asarray([(0, 0.02), (radius - thick / 2, 0.02)]), wood, 64)
    bed.location = at
    for share in (0.16, 0.72):
        low, high = tall * share, tall * share + 0.028
        r = [radius * (1 + flare * z / tall) + 0.0028 for z in (low, high)]
        rows = [(r[0] - 0.003, low), (r[0], low), (r[1], high), (r[1] - 0.003, high)]
        hoop = shapes.turned("hoop", np.asarray(rows), metal, 96)
        hoop.location = at


def pool(at: Vec, radius: float, material: Any) -> None:
    """A round surface of juice."""
    out = shapes.turned(
        "pool", np.asarray([(0.0, 0.0), (radius * 0.5, 0.0), (radius, 0.0)]), material
    )
    out.location = at
