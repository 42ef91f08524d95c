"""Must at work: a cap of skins and seeds, foam and its bubbles, a wet surface. Metres, z up."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import bpy
import numpy as np

import growth
import masonry
import shade
import shapes
from shade import Rgb, Shader

Mask = Callable[[np.ndarray], np.ndarray]  # points (n, 2) to 0-1


def pulp(dark: Rgb = (0.022, 0.004, 0.012), light: Rgb = (0.10, 0.012, 0.040)) -> Any:
    """Skins soaked in wine: dark, wet, each its own tone."""
    s = Shader("pulp")
    own = s.add("ObjectInfo").outputs["Random"]
    at = s.places("Object", (1, 1, 1))
    crease = s.noise(at, 240, 3, 0.6)
    base = s.ramp(own, [(0.0, dark), (0.75, light), (1.0, tuple(1.5 * c for c in light))])
    base = s.mix(0.6, base, s.ramp(crease, [(0.3, (0.5,) * 3), (0.7, (1.2,) * 3)]), "MULTIPLY")
    return s.skin(Base_Color=base, Roughness=0.33, Specular=0.5, Normal=s.bump(crease, 0.5, 0.0012))


def liquor(colour: Rgb = (0.020, 0.002, 0.008), rough: float = 0.08) -> Any:
    """Young wine too deep to see through."""
    s = Shader("liquor")
    wave = s.noise(s.places("Object", (1, 1, 1)), 18, 3, 0.5)
    return s.skin(
        Base_Color=colour, Roughness=rough, Specular=0.5, Normal=s.bump(wave, 0.10, 0.006)
    )


def froth(
    light: Rgb = (0.50, 0.17, 0.28), dark: Rgb = (0.22, 0.045, 0.105), cell: float = 90.0
) -> Any:
    """Foam: bubbles too fine to count, in cells of two sizes, paler where it is dry."""
    s = Shader("froth")
    at = s.places("Object", (1, 1, 1))
    big = s.add("TexVoronoi", Vector=at, Scale=cell).outputs["Distance"]
    small = s.add("TexVoronoi", Vector=at, Scale=cell * 3.1).outputs["Distance"]
    cloud = s.noise(at, 9.0, 5, 0.6)
    tone = s.sum("ADD", cloud, s.sum("MULTIPLY", s.sum("SUBTRACT", 0.5, small), 0.22))
    base = s.ramp(tone, [(0.38, dark), (0.64, light)])
    dome = s.sum("SUBTRACT", 1.0, s.sum("MULTIPLY", big, big))
    height = s.sum("ADD", dome, s.sum("MULTIPLY", s.sum("SUBTRACT", 1.0, small), 0.4))
    return s.skin(
        plain=shade.between(dark, light, 0.6),
        Base_Color=base,
        Roughness=0.32,
        Specular=0.5,
        Subsurface=0.0,
        Normal=s.bump(height, 0.8, 0.6 / cell),
    )


def jet(colour: Rgb = (0.26, 0.010, 0.045)) -> Any:
    """Wine running in a jet, full of fine air."""
    s = Shader("jet")
    fall = s.noise(s.places("Object", (160, 160, 14)), 1.0, 3)
    base = s.mix(s.span(fall, 0.0, 0.8), colour, (0.42, 0.07, 0.15))
    return s.skin(Base_Color=base, Roughness=0.10, Specular=0.6, Normal=s.bump(fall, 0.3, 0.004))


def film_skin(tint: Rgb = (0.92, 0.62, 0.72)) -> Any:
    """A bubble's wall: clear in the middle, mirroring at its rim."""
    s = Shader("bubble")
    rim = s.add("LayerWeight", Blend=0.32).outputs["Facing"]
    glint = s.add("BsdfGlossy", Color=(1, 0.9, 0.93), Roughness=0.04).outputs[0]
    clear = s.add("BsdfTransparent", Color=tint).outputs[0]
    share = s.sum("ADD", s.sum("MULTIPLY", s.sum("MULTIPLY", rim, rim), 0.55), 0.05)
    both = s.add("MixShader", Fac=share, i1=clear, i2=glint).outputs[0]
    s.tree.links.new(both, s.out.inputs["Surface"])
    return s.material


def skins(rng: np.random.Generator, material: Any, size: float, kinds: int = 10) -> list[Any]:
    """Meshes of squeezed grape skins, flattened and creased, not yet placed."""
    ball, tris = growth.ball(3)
    made: list[Any] = []
    for k in range(kinds):
        flat = rng.uniform(0.28, 0.62)
        p = ball * [1.0, rng.uniform(0.75, 1.0), flat]
        p = p * (1 + 0.26 * masonry.fbm(ball + 7 * k, 1.7, 3, 40 + k)[:, None])
        dent = np.exp(-((ball[:, 0] - 0.2) ** 2 + (ball[:, 1] + 0.1) ** 2) / 0.22)
        p[:, 2] -= np.where(ball[:, 2] > 0, dent * flat * rng.uniform(0.4, 1.1), 0)
        made.append(growth.soup("skin", [(p * size, tris, 0)], [material]))
    return made


def scatter(
    data: Any, at: np.ndarray, lean: np.ndarray, turn: np.ndarray, size: np.ndarray
) -> None:
    """Copies of a mesh, one on each small square of an unseen mesh: thousands cost little.

    ``lean`` (n, 2) are angles about x and y, ``turn`` (n,) about z, ``size`` (n,) scales.
    """
    if not len(at):
        return
    (sx, sy), (cx, cy) = np.sin(lean).T, np.cos(lean).T
    sz, cz = np.sin(turn), np.cos(turn)
    x = np.stack([cy * cz, cy * sz, -sy], 1)
    y = np.stack([sx * sy * cz - cx * sz, sx * sy * sz + cx * cz, sx * cy], 1)
    half = size[:, None] / 2
    corners = [at - half * x - half * y, at + half * x - half * y]
    corners += [at + half * x + half * y, at - half * x + half * y]
    points = np.stack(corners, 1).reshape(-1, 3)
    squares = bpy.data.meshes.new("squares")
    squares.vertices.add(len(points))
    squares.vertices.foreach_set("co", points.astype(np.float32).ravel())
    squares.loops.add(len(points))
    squares.loops.foreach_set("vertex_index", np.arange(len(points), dtype=np.int32))
    squares.polygons.add(len(at))
    squares.polygons.foreach_set("loop_start", np.arange(0, len(points), 4, dtype=np.int32))
    squares.polygons.foreach_set("loop_total", np.full(len(at), 4, np.int32))
    squares.update(calc_edges=True)
    holder = shapes.put(squares, "holder")
    holder.instance_type = "FACES"
    holder.use_instance_faces_scale = True
    holder.show_instancer_for_render = False
    shapes.put(data, "copied").parent = holder


def cap(
    rng: np.random.Generator,
    inside: Mask,
    bounds: tuple[float, float, float, float],
    level: float,
    count: int,
    size: float = 0.0105,
    lumps: float = 0.035,
    hold: Mask | None = None,
    dark: Rgb = (0.022, 0.004, 0.012),
    light: Rgb = (0.10, 0.012, 0.040),
) -> Callable[[np.ndarray], np.ndarray]:
    """Skins, seeds and wine over ``bounds`` (x0, y0, x1, y1) where ``inside``; returns heights.

    ``hold`` says (0-1) where skins stay away.
    """
    x0, y0, x1, y1 = bounds

    def height(at: np.ndarray) -> np.ndarray:
        p = np.column_stack([at, np.zeros(len(at))])
        rise = lumps * masonry.fbm(p, 3.2, 4, 71) + 0.35 * lumps * masonry.fbm(p, 14.0, 3, 72)
        return level + rise

    n = 170
    u, v = np.meshgrid(np.linspace(x0, x1, n), np.linspace(y0, y1, n))
    flat = np.stack([u.ravel(), v.ravel()], 1)
    z = height(flat) - 0.006
    grid = np.column_stack([flat, z]).reshape(n, n, 3)
    masonry.sheet("bed", grid, liquor((0.030, 0.003, 0.011), 0.30), keep=inside(flat) > 0.5)
    kinds = skins(rng, pulp(dark, light), size)
    seed_ball, tris = growth.ball(2)
    pip = seed_ball * [0.0034, 0.0024, 0.0021]
    brown = shade.oak((0.07, 0.035, 0.02), (0.24, 0.13, 0.06), 0.4)
    seed = growth.soup("seed", [(pip, tris, 0)], [brown])
    spots = np.stack([rng.uniform(x0, x1, count), rng.uniform(y0, y1, count)], 1)
    keep = inside(spots) > 0.5
    if hold is not None:
        keep &= hold(spots) < rng.uniform(0.2, 0.8, count)
    spots = spots[keep]
    at = np.column_stack([spots, height(spots)])
    many = len(at)
    kind = rng.integers(0, len(kinds), many)
    kind[::9] = -1  # seeds
    at[:, 2] += np.where(kind < 0, 0.003, rng.uniform(-0.003, 0.005, many))
    lean = rng.normal(0, 0.7, (many, 2))
    lean[kind < 0] *= 3
    turn = rng.uniform(0, 6.3, many)
    grow = rng.uniform(0.7, 1.2, many)
    for k in range(-1, len(kinds)):
        few = kind == k
        scatter(seed if k < 0 else kinds[k], at[few], lean[few], turn[few], grow[few])
    return height


def foam(
    inside: Mask,
    bounds: tuple[float, float, float, float],
    height: Callable[[np.ndarray], np.ndarray],
    amount: Mask,
    tall: float,
    material: Any,
    n: int = 260,
    seed: int = 5,
) -> Callable[[np.ndarray], np.ndarray]:
    """A blanket of foam, thick where ``amount`` (0-1) is; returns its heights."""
    x0, y0, x1, y1 = bounds

    def top(at: np.ndarray) -> np.ndarray:
        p = np.column_stack([at, np.zeros(len(at))])
        a = amount(at)
        torn = masonry.fbm(p, 11.0, 4, seed) * 0.5
        thick = np.clip(a * 1.5 - 0.4 + torn, -0.6, 1.2)
        puff = 0.35 * masonry.fbm(p, 26.0, 3, seed + 1) + 0.22 * masonry.fbm(p, 70.0, 2, seed + 2)
        rise = tall * np.where(thick > 0, np.sqrt(np.maximum(thick, 0)) * (1 + puff), thick)
        return height(at) + np.where(inside(at) > 0.5, rise, -0.05)

    u, v = np.meshgrid(np.linspace(x0, x1, n), np.linspace(y0, y1, n))
    flat = np.stack([u.ravel(), v.ravel()], 1)
    grid = np.column_stack([flat, top(flat)]).reshape(n, n, 3)
    masonry.sheet("foam", grid, material, keep=inside(flat) > 0.5)
    return top


def bubbles(
    rng: np.random.Generator,
    spots: np.ndarray,
    high: np.ndarray,
    low: float,
    large: float,
    material: Any,
) -> None:
    """Domes of ``low`` to ``large`` radius standing on points, small ones more often."""
    ball, tris = growth.ball(3)
    data = growth.soup("bubble", [(ball * [1, 1, 0.85], tris, 0)], [material])
    many = len(spots)
    r = low * (large / low) ** (rng.random(many) ** 2.2)
    at = np.column_stack([spots, high + 0.15 * r])
    scatter(data, at, np.zeros((many, 2)), np.zeros(many), r)


def knobs(ball: np.ndarray) -> np.ndarray:
    """A bayberry of radius 1 from a sphere's points: covered with blunt, juicy knobs."""
    n = 230
    k = np.arange(n) + 0.5
    lat, lon = np.arccos(1 - 2 * k / n), math.pi * (1 + 5**0.5) * k
    hearts = np.stack([np.cos(lon) * np.sin(lat), np.sin(lon) * np.sin(lat), np.cos(lat)], 1)
    near = np.linalg.norm(ball[:, None] - hearts[None], axis=2).min(1)
    out: np.ndarray = ball * (0.9 + 0.14 * np.sqrt(np.clip(1 - (near / 0.15) ** 2, 0, 1)))[:, None]
    return out


def disc(radius: float, middle: tuple[float, float] = (0, 0)) -> Mask:
    """Inside a circle."""
    return lambda at: (np.hypot(at[:, 0] - middle[0], at[:, 1] - middle[1]) < radius).astype(float)


def patches(scale: float, low: float, high: float, seed: int) -> Mask:
    """Clouds: 0 below ``low``, 1 above ``high`` of a noise from -1 to 1."""

    def amount(at: np.ndarray) -> np.ndarray:
        p = np.column_stack([at, np.zeros(len(at))])
        return np.clip((masonry.fbm(p, scale, 4, seed) - low) / (high - low), 0, 1)

    return amount


def stream(start: np.ndarray, end: np.ndarray, speed: float, radius: float, material: Any) -> Any:
    """A jet that leaves ``start`` level along its way to ``end`` and falls there, narrowing."""
    t = np.linspace(0, 1, 40)
    line = start + (end - start) * np.stack([t, t, t**2], 1)
    fall = np.sqrt(speed**2 + 2 * 9.81 * np.abs(start[2] - line[:, 2]))
    ripple = 1 + 0.07 * np.sin(t * 34) + 0.04 * np.sin(t * 77 + 1)
    wide = radius * np.sqrt(speed / fall) * ripple
    part = growth.tube(line, wide, 22)
    return shapes.put(growth.soup("stream", [(*part, 0)], [material]), "stream")


def vat(
    radius: float,
    tall: float,
    taper: float,
    wood: Any,
    metal: Any,
    rng: np.random.Generator,
    staves: int = 44,
    thick: float = 0.052,
    hoops: tuple[float, ...] = (0.10, 0.34, 0.66, 0.86),
) -> list[Any]:
    """An open tub of oak about z, ``radius`` at its rim (outside), wider below by ``taper``."""
    parts: list[growth.Soup] = []
    edges = np.cumsum(rng.uniform(0.8, 1.25, staves))
    edges = np.concatenate([[0], edges / edges[-1]]) * 2 * math.pi
    for k in range(staves):
        a0, a1 = edges[k] + 0.0006, edges[k + 1] - 0.0006
        share = np.asarray([0, 0.03, 0.25, 0.5, 0.75, 0.97, 1.0])
        dip = np.asarray([-0.006, -0.0005, 0, 0, 0, -0.0005, -0.006])
        a = a0 + share * (a1 - a0)
        lift = rng.uniform(-0.0015, 0.0015)
        end = tall + rng.uniform(-0.002, 0.002)
        loop = []
        for z in np.linspace(0, 1, 7):
            loop.append((radius + taper * (1 - z) + lift + dip, z * (end - 0.006)))
        loop.append((radius - 0.006 + 0 * dip, end))
        loop.append((radius - thick + 0.006 + 0 * dip, end))
        for z in (1.0, 0.6, 0.0):
            loop.append((radius + taper * (1 - z) - thick + 0 * dip, z * (end - 0.006)))
        points = np.vstack(
            [np.stack([r * np.cos(a), r * np.sin(a), 0 * a + z], 1) for r, z in loop]
        )
        tris = []
        for i in range(len(loop) - 1):
            for j in range(6):
                p = i * 7 + j
                tris += [(p, p + 1, p + 8), (p, p + 8, p + 7)]
        parts.append((points, np.asarray(tris), 0))
    made = [shapes.put(growth.soup("tub", parts, [wood]), "tub")]
    for share in hoops:
        z, half = share * tall, 0.035
        low, high = (radius + taper * (1 - (z + d) / tall) + 0.003 for d in (-half, half))
        rows = [(low - 0.012, z - half), (low + 0.002, z - half), (high + 0.002, z + half)]
        made.append(shapes.turned("hoop", np.asarray([*rows, (high - 0.012, z + half)]), metal, 96))
    return made


def gone(things: list[Any]) -> None:
    """Take originals of copies away."""
    for thing in things:
        bpy.context.scene.collection.objects.unlink(thing)
