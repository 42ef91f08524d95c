"""Red bayberries (yangmei): balls of blunt papillae, long leathery leaves, a sprig of both."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import growth
import shapes
from shade import Rgb, Shader

DONGKUI: tuple[Rgb, Rgb] = ((0.150, 0.004, 0.008), (0.045, 0.002, 0.006))
BIQI: tuple[Rgb, Rgb] = ((0.042, 0.003, 0.009), (0.010, 0.002, 0.005))


def flesh(light: Rgb, dark: Rgb) -> Any:
    """Juice-filled papillae: each its own red, moist."""
    s = Shader("bayberry")
    own = s.add("NewGeometry").outputs["Random Per Island"]
    each = s.add("ObjectInfo").outputs["Random"]
    tone = s.sum("ADD", s.sum("MULTIPLY", own, 0.55), s.sum("MULTIPLY", each, 0.45))
    base = s.ramp(tone, [(0.15, dark), (0.85, light)])
    return s.skin(
        Base_Color=base,
        Roughness=0.20,
        Specular=0.55,
        Subsurface=0.10,
        Subsurface_Radius=(0.004, 0.0008, 0.0008),
        Subsurface_Color=tuple(min(1.6 * c, 1) for c in light),
    )


def bayberry(rng: np.random.Generator, radius: float, material: Any, count: int = 340) -> Any:
    """One fruit about the origin as a mesh to place."""
    k = np.arange(count) + 0.5
    up = 1 - 2 * k / count
    turn = math.pi * (1 + 5**0.5) * k
    flat = np.sqrt(1 - up**2)
    way = np.stack([flat * np.cos(turn), flat * np.sin(turn), up], 1)
    way += rng.normal(0, 0.025, way.shape)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    knob = radius * math.sqrt(4 * math.pi / count) * 0.60
    shape, tris = growth.ball(2)
    side = np.cross(way, [0.31, 0.2, 0.93])
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    over = np.cross(way, side)
    lean = way + rng.normal(0, 0.10, way.shape)
    size = knob * rng.uniform(0.86, 1.10, count)
    long = knob * rng.uniform(1.45, 1.95, count)
    axes = np.stack([side * size[:, None], over * size[:, None], lean * long[:, None]], 1)
    dent = 1 - 0.16 * np.exp(-((up - 1) ** 2) / 0.02)  # sunk where the stalk sits
    at = way * ((radius - long) * dent)[:, None]
    points = at[:, None] + np.einsum("vk,nkc->nvc", shape, axes)
    faces = tris[None] + (np.arange(count) * len(shape))[:, None, None]
    core, inner = growth.ball(3)
    parts = [
        (points.reshape(-1, 3), faces.reshape(-1, 3), 0),
        (core * radius * 0.86, inner, 0),
    ]
    return growth.soup("bayberry", parts, [material])


def blade_skin(light: Rgb = (0.060, 0.115, 0.032), dark: Rgb = (0.018, 0.045, 0.014)) -> Any:
    """A leathery leaf: glossy above, a paler midrib, light shines through a little."""
    s = Shader("blade")
    at = s.places("UV")
    u = s.add("SeparateXYZ", i0=at).outputs
    off = s.sum("ABSOLUTE", s.sum("SUBTRACT", u[0], 0.5), 0.0)
    slant = s.sum("ADD", u[1], s.sum("MULTIPLY", off, -0.35))
    vein = s.sum("SINE", s.sum("MULTIPLY", slant, 95.0), 0.0)
    own = s.add("ObjectInfo").outputs["Random"]
    tone = s.noise(s.places("Object", (1, 1, 1)), 40, 3)
    base = s.ramp(
        s.sum("ADD", s.sum("MULTIPLY", tone, 0.6), s.sum("MULTIPLY", own, 0.4)),
        [(0.25, dark), (0.75, light)],
    )
    rib = s.ramp(off, [(0.0, (1, 1, 1)), (0.035, (0, 0, 0))])
    base = s.mix(rib, base, (0.16, 0.19, 0.06))
    normal = s.bump(vein, 0.18, 0.0006)
    face = s.add(
        "BsdfPrincipled", Base_Color=base, Roughness=0.27, Specular=0.5, Normal=normal
    ).outputs[0]
    glow = s.add("HueSaturation", Color=base, Saturation=1.2, Value=1.8).outputs[0]
    through = s.add("BsdfTranslucent", Color=glow).outputs[0]
    both = s.add("MixShader", Fac=0.22, i1=face, i2=through).outputs[0]
    s.tree.links.new(both, s.out.inputs["Surface"])
    return s.material


def blade(rng: np.random.Generator, long: float, wide: float, material: Any, bend: float) -> Any:
    """A leaf along +x from the origin, widest beyond its middle, bent down by ``bend``."""
    n, m = 26, 9
    t = np.linspace(0, 1, n)
    half = wide / 2 * np.clip(t / 0.10, 0.10, 1) ** 0.7 * np.sin(math.pi * (0.05 + 0.95 * t**1.15))
    half = np.maximum(half * np.clip((1 - t) / 0.2, 0, 1) ** 0.4, 0.0006)
    angle = np.cumsum(np.full(n, bend / n)) - bend * 0.35
    step = long / (n - 1)
    x = np.concatenate([[0], np.cumsum(np.cos(angle[1:])) * step])
    z = np.concatenate([[0], np.cumsum(-np.sin(angle[1:])) * step])
    u = np.linspace(-1, 1, m)
    wave = 0.05 * wide * np.sin(9 * t + rng.uniform(0, 6))[:, None] * np.abs(u)[None]
    fold = 0.16 * half[:, None] * np.abs(u)[None] ** 1.2
    points = np.stack(
        [np.repeat(x[:, None], m, 1), half[:, None] * u[None], z[:, None] + fold + wave], -1
    )
    uv = np.stack(np.meshgrid((u + 1) / 2, t), -1)
    faces: list[tuple[int, ...]] = [
        (i * m + j, i * m + j + 1, (i + 1) * m + j + 1, (i + 1) * m + j)
        for i in range(n - 1)
        for j in range(m - 1)
    ]
    return shapes.mesh("blade", points.reshape(-1, 3), faces, material, uv.reshape(-1, 2))


def place(thing: Any, at: Any, turn: Any = (0, 0, 0), scale: float = 1.0) -> Any:
    """Put an object somewhere, turned by Euler angles."""
    thing.location, thing.rotation_euler = tuple(map(float, at)), tuple(map(float, turn))
    thing.scale = (scale,) * 3
    return thing


def sprig(
    at: Any,
    turn: float,
    rng: np.random.Generator,
    fruit: list[Any],
    green: Any,
    wood: Any,
    radius: float,
    count: int = 3,
) -> None:
    """A cut twig lying on the board, leaves crowded at its end, fruits beside it."""
    c, s = math.cos(turn), math.sin(turn)

    def there(x: float, y: float, z: float) -> tuple[float, float, float]:
        return at[0] + c * x - s * y, at[1] + s * x + c * y, at[2] + z

    line = np.asarray(
        [(-0.085, 0.004, 0.004), (-0.04, 0, 0.006), (0, -0.003, 0.010), (0.045, 0.002, 0.016)]
    )
    twig = growth.tube(line, np.asarray([0.0030, 0.0027, 0.0024, 0.0016]), 10)
    stem = shapes.put(growth.soup("twig", [(*twig, 0)], [wood]), "twig")
    place(stem, at, (0, 0, turn))
    for k in range(9):
        x = 0.045 - 0.010 * k
        way = (-1) ** k * (0.35 + 0.11 * k) + rng.normal(0, 0.12)
        leaf = blade(rng, rng.uniform(0.070, 0.100), rng.uniform(0.020, 0.027), green, 0.5)
        high = 0.016 + 0.008 * (8 - k) / 8 + rng.uniform(0, 0.006)
        place(leaf, there(x, 0.002 * (-1) ** k, high), (rng.normal(0, 0.3), -0.12, turn + way))
    for k in range(count):
        side = (-1) ** k
        x, y = -0.012 - 0.026 * k, side * (radius + 0.004)
        berry = shapes.put(fruit[k % len(fruit)], "fruit")
        place(berry, there(x, y, radius * 0.99), rng.uniform(-0.7, 0.7, 3))


def heap(
    at: Any,
    inner: float,
    count: int,
    rng: np.random.Generator,
    fruit: list[Any],
    radius: float,
    floor: float = 0.0,
) -> None:
    """Fruits settled in a bowl whose hollow is a sphere of radius ``inner``, ``floor`` its foot.

    ``at`` is the bowl's place.
    """
    p = rng.normal(0, inner * 0.35, (count, 3))
    p[:, 2] = np.abs(p[:, 2]) + np.linspace(0, radius * 3, count)
    top = np.asarray([0, 0, inner])
    for step in range(400):
        p[:, 2] -= 0.0006 * (1 if step < 320 else 0.3)
        p[:, :2] *= 0.998
        for _ in range(2):
            gap = p[:, None] - p[None]
            far = np.linalg.norm(gap, axis=2) + np.eye(count)
            push = np.clip(1.90 * radius - far, 0, None) * (1 - np.eye(count))
            p += (gap / far[..., None] * push[..., None]).sum(1) * 0.4
            out = p - top
            r = np.linalg.norm(out, axis=1, keepdims=True)
            p = np.where(
                (r > inner - radius) & (p[:, 2:] < inner), top + out / r * (inner - radius), p
            )
    for k, spot in enumerate(p):
        berry = shapes.put(fruit[k % len(fruit)], "fruit")
        place(
            berry,
            (at[0] + spot[0], at[1] + spot[1], at[2] + floor + spot[2]),
            rng.uniform(-3, 3, 3),
            rng.uniform(0.93, 1.04),
        )


def soften(thing: Any, level: int = 1) -> Any:
    """Subdivide smoothly."""
    more = thing.modifiers.new("soft", "SUBSURF")
    more.levels = more.render_levels = level
    return thing
