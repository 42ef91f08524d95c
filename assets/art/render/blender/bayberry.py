"""The Chinese bayberry (yangmei): fruit of blunt beads of juice, leathery leaves, twigs, fern.

Sizes of the Dongkui kind: fruit 34 to 38 mm across, leaves 9 to 13 cm long and a third as wide.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import growth
import outside
import shade
import shapes
from growth import Soup
from shade import Shader

BEADS = 620
RADIUS = 0.0178


def flesh(ripe: float = 1.0) -> Any:
    """Beads of juice: near black between them, crimson at their tips, no two quite alike."""
    s = Shader("bayberry")
    own = s.add("NewGeometry").outputs["Random Per Island"]
    each = s.add("ObjectInfo").outputs["Random"]
    at = s.add("TexCoord").outputs["Object"]
    far = s.add("VectorMath", {"operation": "LENGTH"}, i0=at).outputs["Value"]
    rise = s.add(
        "MapRange", Value=far, From_Min=RADIUS * 0.80, From_Max=RADIUS * 1.02
    ).outputs[0]  # fmt: skip
    deep = s.ramp(rise, [
        (0.0, (0.020, 0.001, 0.004)), (0.55, (0.105, 0.004, 0.014)), (1.0, (0.30, 0.011, 0.032)),
    ])  # fmt: skip
    pale = s.ramp(rise, [
        (0.0, (0.10, 0.008, 0.010)), (0.55, (0.42, 0.035, 0.035)), (1.0, (0.62, 0.10, 0.065)),
    ])  # fmt: skip
    tone = s.ramp(own, [(0.0, (0.62, 0.55, 0.6)), (0.6, (1.0,) * 3), (1.0, (1.35, 1.2, 1.2))])
    colour = s.mix(0.85, s.mix(ripe, pale, deep), tone, "MULTIPLY")
    both = s.ramp(each, [(0.0, (0.48, 0.42, 0.55)), (1.0, (1.12, 1.05, 1.05))])
    colour = s.mix(0.8, colour, both, "MULTIPLY")
    return s.skin(
        Base_Color=colour,
        Roughness=s.span(own, 0.20, 0.34),
        Specular=0.36,
        Subsurface=0.16,
        Subsurface_Radius=(0.0030, 0.0006, 0.0005),
        Subsurface_Color=(0.62, 0.02, 0.03),
    )


def fruit(rng: np.random.Generator, material: Any, fine: bool = True) -> Any:
    """One fruit about the origin, not yet placed: a core covered by blunt beads."""
    n = BEADS
    k = np.arange(n) + 0.5
    polar, turn = np.arccos(1 - 2 * k / n), math.pi * (1 + 5**0.5) * k
    way = np.stack(
        [np.cos(turn) * np.sin(polar), np.sin(turn) * np.sin(polar), np.cos(polar)], 1
    )  # fmt: skip
    way += rng.normal(0, 0.014, way.shape)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    sides = 8 if fine else 6
    a = np.linspace(0, 2 * math.pi, sides, endpoint=False)
    # a bead from its root to its blunt tip: share of the radius, share of the bead's width
    prof = np.asarray(
        [(0.74, 0.42), (0.86, 0.66), (0.935, 0.92), (0.968, 0.98), (0.990, 0.80), (1.004, 0.44)]
        if fine
        else [(0.78, 0.5), (0.935, 0.95), (0.985, 0.85), (1.004, 0.40)]
    )
    # how far it is from one to the next, a little more than half so that they press together
    half = RADIUS * math.sqrt(4 * math.pi / n) * 0.53
    long = rng.normal(1.0, 0.018, n)
    long *= 1 - 0.10 * np.clip(way[:, 2] - 0.86, 0, 1) / 0.14  # a dimple at the stalk
    side = np.cross(way, np.where(np.abs(way[:, 2:]) > 0.9, [[1.0, 0, 0]], [[0, 0, 1.0]]))
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    over = np.cross(way, side)
    lean = rng.normal(0, 0.05, (n, 2))
    ring = np.cos(a)[None, :, None] * side[:, None] + np.sin(a)[None, :, None] * over[:, None]
    wide = half * rng.uniform(0.9, 1.08, (n, 1, 1, 1))
    r = RADIUS * long[:, None] * prof[None, :, 0]  # (n, rows)
    tilt = (lean[:, :1] * side + lean[:, 1:] * over)[:, None] * (prof[:, 0] - 0.74)[None, :, None]
    middle = (way[:, None] + tilt) * r[..., None]
    skin = middle[:, :, None] + ring[:, None] * wide * prof[None, :, 1, None, None]
    tip = (way + tilt[:, -1]) * (RADIUS * 1.009 * long[:, None])
    rows = len(prof)
    points = np.concatenate([skin.reshape(n, rows * sides, 3), tip[:, None]], 1)
    tris = []
    for i in range(rows - 1):
        for j in range(sides):
            p, q = i * sides + j, i * sides + (j + 1) % sides
            tris += [(p, q, q + sides), (p, q + sides, p + sides)]
    last = (rows - 1) * sides
    tris += [(last + j, last + (j + 1) % sides, rows * sides) for j in range(sides)]
    faces = np.asarray(tris)[None] + (np.arange(n) * (rows * sides + 1))[:, None, None]
    core, ball = growth.ball(3)
    squash = [1, 1, rng.uniform(0.93, 0.99)]
    parts: list[Soup] = [
        (points.reshape(-1, 3) * squash, faces.reshape(-1, 3), 0),
        (core * RADIUS * 0.86 * squash, ball, 0),
    ]
    return growth.soup("fruit", parts, [material])


def blade(rng: np.random.Generator) -> tuple[Soup, Soup]:
    """A leaf 1 long from its stalk at the origin along +y, face up; and its pale midrib."""
    n, m = 17, 9
    t = np.linspace(0, 1, n)
    wide = 0.155 * np.sin(math.pi * np.clip(t * 0.97 + 0.03, 0, 1) ** 1.45) ** 0.8
    wide *= np.clip(t / 0.12, 0.10, 1)
    wide[0], wide[-1] = 0.008, 0.012
    u = np.linspace(-1, 1, m)
    bend, curl = rng.uniform(0.05, 0.30), rng.uniform(0.10, 0.42)
    wave = rng.uniform(0, 6)
    x = wide[:, None] * u[None]
    z = curl * np.abs(x) - bend * t[:, None] ** 2 * 0.6
    z = z + 0.008 * np.sin(13 * t[:, None] + wave + 2 * np.sign(u)[None]) * np.abs(u)[None] ** 2
    z = z + 0.010 * np.abs(np.sin(26 * t[:, None] - 5 * np.abs(u)[None])) * np.abs(u)[None]
    y = np.broadcast_to(t[:, None], x.shape)
    points = np.stack([x, y, z], -1).reshape(-1, 3)
    tris = []
    for i in range(n - 1):
        for j in range(m - 1):
            a = i * m + j
            tris += [(a, a + 1, a + m + 1), (a, a + m + 1, a + m)]
    line = np.column_stack([np.zeros(n), t, z[:, m // 2] + 0.003])
    line = np.vstack([[0, -0.07, 0.012], line])
    radii = np.append(0.014, np.linspace(0.013, 0.003, n))
    return (points, np.asarray(tris), 0), (*growth.tube(line, radii, 6), 1)


def leaf_materials() -> list[Any]:
    """Leathery and glossy above; midribs and stalks yellow-green."""
    s = Shader("leather")
    own = s.add("ObjectInfo").outputs["Random"]
    back = s.add("NewGeometry").outputs["Backfacing"]
    cloud = s.noise(s.places("Object", (6, 6, 6)), 2.0, 3)
    top = s.ramp(own, [(0.0, (0.028, 0.080, 0.022)), (0.7, (0.060, 0.135, 0.030)),
                       (1.0, (0.115, 0.185, 0.035))])  # fmt: skip
    top = s.mix(0.4, top, s.ramp(cloud, [(0.35, (0.7,) * 3), (0.65, (1.2,) * 3)]), "MULTIPLY")
    base = s.mix(back, top, (0.115, 0.175, 0.070))
    face = s.add("BsdfPrincipled", Base_Color=base, Roughness=0.30, Specular=0.42).outputs[0]
    glow = s.add("HueSaturation", Color=base, Saturation=1.15, Value=1.5).outputs[0]
    through = s.add("BsdfTranslucent", Color=glow).outputs[0]
    mixed = s.add("MixShader", Fac=0.22, i1=face, i2=through).outputs[0]
    s.tree.links.new(mixed, s.out.inputs["Surface"])
    rib = outside.leaf((0.22, 0.27, 0.09), (0.14, 0.19, 0.06), (0.25, 0.25, 0.1), 0.1)
    return [s.material, rib]


def leaf_kinds(rng: np.random.Generator, count: int = 5) -> list[Any]:
    """Meshes of leaves 1 long, not yet placed."""
    materials = leaf_materials()
    return [growth.soup("blade", list(blade(rng)), materials) for _ in range(count)]


def set_leaf(
    kinds: list[Any],
    rng: np.random.Generator,
    at: np.ndarray,
    way: np.ndarray,
    face: np.ndarray,
    long: float,
) -> None:
    """Put one leaf with its stalk ``at``, along ``way``, its upper side towards ``face``."""
    from mathutils import Matrix  # noqa: PLC0415

    way = way / (np.linalg.norm(way) + 1e-9)
    side = np.cross(way, face)
    side /= np.linalg.norm(side) + 1e-9
    up = np.cross(side, way)
    out = shapes.put(kinds[rng.integers(len(kinds))], "leaf")
    out.matrix_world = Matrix(
        [[*(float(v[i] * long) for v in (side, way, up)), float(at[i])] for i in range(3)]
        + [[0, 0, 0, 1]]
    )


def twig(
    rng: np.random.Generator,
    line: np.ndarray,
    kinds: list[Any],
    wood: Any,
    count: int,
    begin: float = 0.35,
    long: tuple[float, float] = (0.085, 0.125),
    droop: float = 0.15,
    thick: tuple[float, float] = (0.0042, 0.0022),
    clear: np.ndarray | None = None,
) -> None:
    """Wood along (n, 3) with leaves in a spiral, crowded towards its end.

    No leaf comes nearer to the points ``clear`` (m, 3) than a fruit's radius.
    """
    t = np.linspace(0, 1, len(line))
    radii = np.interp(t, [0, 1], thick) * rng.uniform(0.94, 1.06, len(line))
    shapes.put(growth.soup("twig", [(*growth.tube(line, radii, 9), 0)], [wood]), "twig")
    way = np.gradient(line, axis=0)
    for k in range(count):
        u = begin + (1 - begin) * ((k + 0.5) / count) ** 0.7
        at = np.asarray([np.interp(u, t, line[:, i]) for i in range(3)])
        ahead = np.asarray([np.interp(u, t, way[:, i]) for i in range(3)])
        ahead /= np.linalg.norm(ahead)
        a = 2.4 * k + rng.normal(0, 0.2)
        side = np.cross(ahead, [0.1, 0.2, 1.0])
        side /= np.linalg.norm(side)
        over = np.cross(side, ahead)
        out = side * math.cos(a) + over * math.sin(a)
        size = float(rng.uniform(*long)) * (0.72 if u > 0.96 else 1.0)
        for _ in range(12):
            go = ahead * rng.uniform(0.35, 0.75) + out + [0, 0, -droop] + rng.normal(0, 0.10, 3)
            go /= np.linalg.norm(go)
            if clear is None:
                break
            spine = at + go * (np.linspace(0.1, 1, 8) * size)[:, None]
            gap = np.linalg.norm(spine[:, None] - clear[None], axis=2).min()
            if gap > RADIUS * 1.25:
                break
            out = out * 0.6 + rng.normal(0, 0.7, 3)
            out /= np.linalg.norm(out)
        else:
            continue
        set_leaf(
            kinds, rng, at + go * 0.07 * size, go, ahead * 0.4 - out * 0.1 + [0, -0.45, 0.7], size
        )


def wood() -> Any:
    """Grey-brown young wood with pale pores."""
    s = Shader("twig")
    spots = s.noise(s.places("Object", (220, 220, 120)), 1.5, 3, 0.7)
    base = s.ramp(spots, [(0.35, (0.075, 0.062, 0.042)), (0.6, (0.16, 0.14, 0.10))])
    return s.skin(Base_Color=base, Roughness=0.75, Normal=s.bump(spots, 0.5, 0.001))


def stalk(top: np.ndarray, bottom: np.ndarray, material: Any) -> None:
    """The short stalk of a fruit, to its crown."""
    mid = (top + bottom) / 2 + [0.0015, 0, 0.001]
    line = np.stack([top, mid, bottom])
    part = growth.tube(line, np.asarray([0.0013, 0.0011, 0.0017]), 7)
    shapes.put(growth.soup("stalk", [(*part, 0)], [material]), "stalk")


def frond(rng: np.random.Generator, long: float = 0.30) -> Soup:
    """A fern frond from the origin along +y: leaflets in pairs, each cut into lobes."""
    parts = []
    droop, turn = rng.uniform(0.3, 0.6), rng.uniform(-0.2, 0.2)
    count = 24

    def spine(t: Any) -> Any:
        t = np.asarray(t)
        return np.stack([turn * t**2 * long, t * long * (1 - 0.2 * t), -droop * long * t**2], -1)

    for k in range(count):
        t = 0.12 + 0.86 * k / count
        wide = 0.30 * long * math.sin(math.pi * min(t * 0.80 + 0.16, 1.0)) ** 0.9
        for side in (-1, 1):
            root = spine(t)
            go = np.asarray([side, 0.45, -0.15 + rng.normal(0, 0.05)])
            go /= np.linalg.norm(go)
            across = np.asarray([-go[1] * side, go[0] * side, 0.1])
            m = 9
            u = np.linspace(0, 1, m)
            half = 0.018 * long * (1 - u) ** 0.6 * (0.75 + 0.45 * (np.arange(m) % 2)) + 0.0006
            mid = root + go * (u * wide)[:, None] + [0, 0, -0.25 * wide] * (u**2)[:, None]
            edge = np.stack([mid - across * half[:, None], mid, mid + across * half[:, None]], 1)
            edge[:, [0, 2], 2] -= 0.35 * half[:, None]
            tris = []
            for i in range(m - 1):
                for j in range(2):
                    a = i * 3 + j
                    tris += [(a, a + 1, a + 4), (a, a + 4, a + 3)]
            parts.append((edge.reshape(-1, 3), np.asarray(tris)))
    line = spine(np.linspace(0, 1, 10))
    parts.append(growth.tube(line, np.linspace(0.0016, 0.0004, 10), 5))
    offset = np.cumsum([0, *(len(p) for p, _ in parts)])
    tris = np.vstack([f + o for (_, f), o in zip(parts, offset[:-1], strict=True)])
    return np.vstack([p for p, _ in parts]), tris, 0


def drops(
    rng: np.random.Generator, centre: np.ndarray, radius: float, facing: np.ndarray, count: int
) -> None:
    """Rain on a round thing, where it faces ``facing``."""
    shape, tris = growth.ball(2)
    data = growth.soup("drop", [(shape, tris, 0)], [shade.glass((1, 1, 1), (0.97,) * 3)])
    for _ in range(count):
        way = rng.normal(0, 0.75, 3) + facing
        way /= np.linalg.norm(way)
        r = float(rng.choice([0.0006, 0.001, 0.0016], p=[0.5, 0.35, 0.15]))
        drop = shapes.put(data, "drop", tuple(centre + way * (radius + 0.2 * r)))
        drop.scale = (r, r, r)
