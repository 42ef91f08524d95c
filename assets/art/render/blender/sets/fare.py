"""Food of the Langhe and the Douro: egg pasta with truffle, hazelnut cake; rice in an iron pot."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import growth
import shade
import shapes
from sets import larder, ware
from sets.berries import place


def noodles(at: Any, rng: np.random.Generator, radius: float, count: int) -> None:
    """A nest of thin egg noodles on a plate, loosely turned, shining with butter."""
    s = shade.Shader("tajarin")
    own = s.add("NewGeometry").outputs["Random Per Island"]
    base = s.ramp(own, [(0.1, (0.62, 0.35, 0.045)), (0.9, (0.80, 0.52, 0.12))])
    skin = s.skin(
        Base_Color=base, Roughness=0.26, Specular=0.5, Subsurface=0.15,
        Subsurface_Radius=(0.003, 0.002, 0.001), Subsurface_Color=(0.8, 0.5, 0.12),
    )  # fmt: skip
    parts = []
    for k in range(count):
        share = k / count
        t = np.linspace(0, 1, 74)
        turns = rng.uniform(0.8, 1.7) * 2 * math.pi * rng.choice([-1, 1])
        a = rng.uniform(0, 2 * math.pi) + turns * t
        middle = rng.normal(0, radius * 0.20, 2)
        r = radius * (0.22 + 0.66 * rng.uniform(0, 1) ** 0.7 * (1 - 0.45 * share))
        r = r * (1 + 0.22 * np.sin(3 * t * math.pi + rng.uniform(0, 6)))
        x, y = middle[0] + r * np.cos(a), middle[1] + r * np.sin(a)
        dome = 0.040 * np.clip(1 - (np.hypot(x, y) / radius) ** 2, 0, 1) ** 0.8
        z = 0.0015 + dome * (0.25 + 0.75 * share) + 0.0022 * np.sin(11 * t + rng.uniform(0, 6))
        line = np.stack([x, y, np.maximum(z, 0.0012)], 1)
        parts.append((*growth.tube(line, np.full(74, 0.00105), 6), 0))
    place(shapes.put(growth.soup("tajarin", parts, [skin]), "tajarin"), at)


def _truffle_flesh() -> Any:
    s = shade.Shader("truffle slice")
    at = s.places("Object", (1, 1, 1))
    bent = s.add(
        "MixRGB",
        Fac=0.08,
        Color1=at,
        Color2=s.add("TexNoise", Vector=at, Scale=120.0).outputs["Color"],
    )
    cell = s.add("TexVoronoi", {"feature": "DISTANCE_TO_EDGE"}, Vector=bent.outputs[0], Scale=170.0)
    base = s.ramp(
        cell.outputs["Distance"], [(0.03, (0.74, 0.66, 0.52)), (0.16, (0.40, 0.27, 0.16))]
    )
    return s.skin(Base_Color=base, Roughness=0.5, Specular=0.35)


def slices(spots: np.ndarray, rng: np.random.Generator) -> None:
    """Shavings of white truffle lying at points (n, 3), thin and a little bent."""
    flesh = _truffle_flesh()
    n, m = 40, 6
    a, v = np.meshgrid(np.linspace(0, 2 * math.pi, n + 1), np.linspace(0, 1, m))
    for spot in spots:
        size = rng.uniform(0.011, 0.016)
        ragged = (
            1 + 0.10 * np.sin(2 * a + rng.uniform(0, 6)) + 0.07 * np.sin(5 * a + rng.uniform(0, 6))
        )
        x, y = size * v * ragged * np.cos(a), 0.85 * size * v * ragged * np.sin(a)
        z = rng.uniform(-14, 18) * x**2 + rng.uniform(-10, 10) * x * y
        points = np.stack([x, y, z], -1).reshape(-1, 3)
        w = n + 1
        faces: list[tuple[int, ...]] = [
            (i * w + j, i * w + j + 1, (i + 1) * w + j + 1, (i + 1) * w + j)
            for i in range(m - 1)
            for j in range(n)
        ]
        thing = shapes.mesh("shaving", points, faces, flesh)
        thick = thing.modifiers.new("thick", "SOLIDIFY")
        thick.thickness = 0.0009
        place(thing, spot, (rng.normal(0, 0.22), rng.normal(0, 0.22), rng.uniform(0, 6.3)))


def truffle(at: Any, rng: np.random.Generator, radius: float = 0.026) -> None:
    """A whole white truffle: a knobbly pale tuber with soil in its folds."""
    p, tris = growth.ball(6)
    lump = np.zeros(len(p))
    for k in range(1, 8):
        way = rng.normal(0, 1, 3) * (1.0 + 0.9 * k)
        lump += np.sin(p @ way + rng.uniform(0, 6)) * 0.15 / k**1.35
    q = p * radius * (1 + lump)[:, None] * [1.1, 0.95, 0.8]
    skin = larder.leather((0.48, 0.35, 0.20), (0.29, 0.19, 0.10), 0.8, 60, 0.35)
    place(
        shapes.put(growth.soup("truffle", [(q, tris, 0)], [skin]), "truffle"),
        (at[0], at[1], at[2] - float(q[:, 2].min()) - 0.0008),
    )


def cake(at: Any, radius: float = 0.085) -> None:
    """A flat hazelnut cake on a plate, one wedge gone, sugar sifted over it."""
    crust = larder.crust((0.33, 0.17, 0.065), (0.15, 0.065, 0.022), 0.75)
    crumb = ware.matt((0.34, 0.205, 0.095), 0.95, 0.55, 260)
    n = 120
    a = np.linspace(0.75, 2 * math.pi, n) - 1.6
    rows = []
    for r, z in (
        (0.0, 0.0),
        (radius * 0.97, 0.0),
        (radius, 0.004),
        (radius, 0.026),
        (radius * 0.975, 0.031),
        (radius * 0.9, 0.0325),
        (0.0, 0.0335),
    ):
        rough = 1 + 0.006 * np.sin(a * 31 + z * 900)
        rows.append(np.stack([r * rough * np.cos(a), r * rough * np.sin(a), np.full(n, z)], 1))
    faces: list[tuple[int, ...]] = [
        (i * n + j, i * n + j + 1, (i + 1) * n + j + 1, (i + 1) * n + j)
        for i in range(len(rows) - 1)
        for j in range(n - 1)
    ]
    body = shapes.mesh("cake", np.vstack(rows), faces, crust)
    made = [body]
    for j in (0, n - 1):
        cut = np.asarray([row[j] for row in rows])
        order = tuple(range(len(rows)))
        made.append(shapes.mesh("cut", cut, [order], crumb, smooth=False))
    for thing in made:
        place(thing, at)


def pot(at: Any, radius: float = 0.150, tall: float = 0.062) -> None:
    """A low black iron pot with two ears."""
    black = shade.iron((0.030, 0.029, 0.028), 0.10)
    line = [
        (0.0, 0.003), (radius * 0.86, 0.003), (radius * 0.93, 0.010), (radius, tall),
        (radius + 0.006, tall + 0.002), (radius + 0.006, tall + 0.006),
        (radius - 0.003, tall + 0.006), (radius - 0.007, tall - 0.004),
        (radius * 0.90, 0.012), (0.0, 0.009),
    ]  # fmt: skip
    body = shapes.turned("pot", np.asarray(line), black, 160)
    place(body, at)
    for side in (-1, 1):
        t = np.linspace(-1, 1, 17)
        ear = np.stack(
            [
                side * (radius - 0.002 + 0.040 * (1 - t**2) ** 0.5),
                0.046 * t,
                np.full(17, tall - 0.008),
            ],
            1,
        )
        part = growth.tube(ear, np.full(17, 0.0055), 12)
        place(shapes.put(growth.soup("ear", [(*part, 0)], [black]), "ear"), at, (0, 0, 0.25))


def rice(at: Any, rng: np.random.Generator, radius: float, level: float, count: int = 5200) -> None:
    """Baked rice filling a pot to ``level``: grains, browned in places, shreds of duck between."""
    p, tris = growth.ball(1)
    grain = p * [0.0036, 0.00125, 0.00115]
    r = radius * np.sqrt(rng.uniform(0, 1, count))
    a = rng.uniform(0, 2 * math.pi, count)
    x, y = r * np.cos(a), r * np.sin(a)
    z = (
        level
        + 0.010 * (1 - (r / radius) ** 2)
        + 0.0022 * np.sin(x * 90) * np.sin(y * 80 + 1)
        + rng.normal(0, 0.0010, count)
    )
    way = rng.normal(0, 1, (count, 3)) * [1, 1, 0.28]
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    side = np.cross(way, [0.0, 0.0, 1.0])
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    axes = np.stack([way, side, np.cross(way, side)], 1)
    spots = np.stack([x, y, z], 1)
    points = spots[:, None] + np.einsum("vk,nkc->nvc", grain, axes)
    faces = tris[None] + (np.arange(count) * len(grain))[:, None, None]
    s = shade.Shader("rice")
    own = s.add("NewGeometry").outputs["Random Per Island"]
    toast = s.noise(s.places("Object", (1, 1, 1)), 26, 4, 0.6)
    tone = s.sum("ADD", s.sum("MULTIPLY", own, 0.45), s.sum("MULTIPLY", toast, 0.75))
    base = s.ramp(
        tone,
        [(0.34, (0.66, 0.47, 0.22)), (0.62, (0.50, 0.27, 0.085)), (0.85, (0.24, 0.095, 0.025))],
    )
    skin = s.skin(Base_Color=base, Roughness=0.38, Specular=0.45)
    bed = shapes.turned(
        "bed",
        np.asarray([(0, level + 0.0085), (radius * 0.7, level + 0.004), (radius, level - 0.001)]),
        skin,
        96,
    )
    place(bed, at)
    thing = shapes.put(
        growth.soup("rice", [(points.reshape(-1, 3), faces.reshape(-1, 3), 0)], [skin]), "rice"
    )
    place(thing, at)


def sausage(at: Any, rng: np.random.Generator, spots: Any, top: Any) -> None:
    """Slices of smoked sausage on the rice at (x, y); ``top`` gives the height there."""
    s = shade.Shader("chourico")
    at2 = s.places("Object", (1, 1, 1))
    own = s.add("ObjectInfo").outputs["Random"]
    moved = s.add(
        "VectorMath",
        {"operation": "ADD"},
        i0=at2,
        i1=s.add("CombineXYZ", i0=own, i1=own).outputs[0],
    )
    cell = s.add("TexVoronoi", Vector=moved.outputs[0], Scale=260.0)
    fat = s.ramp(
        s.add("SeparateRGB", Image=cell.outputs["Color"]).outputs[0],
        [(0.74, (0,) * 3), (0.78, (1,) * 3)],
    )
    cloud = s.noise(at2, 120, 4, 0.6)
    meat = s.ramp(cloud, [(0.3, (0.15, 0.020, 0.010)), (0.7, (0.36, 0.055, 0.020))])
    base = s.mix(fat, meat, (0.60, 0.40, 0.26))
    skin = s.skin(Base_Color=base, Roughness=0.28, Specular=0.5, Normal=s.bump(cloud, 0.4, 0.001))
    r = 0.0165
    rows = [
        (0, 0.0),
        (r * 0.96, 0.0),
        (r, 0.0012),
        (r, 0.0040),
        (r * 0.955, 0.0052),
        (r * 0.8, 0.0046),
        (0, 0.0036),
    ]
    for x, y in spots:
        one = shapes.turned("slice", np.asarray(rows), skin, 48)
        lean = (rng.normal(0, 0.16), rng.normal(0, 0.16), rng.uniform(0, 6.3))
        place(one, (at[0] + x, at[1] + y, at[2] + top(x, y)), lean, rng.uniform(0.86, 1.05))


def olives(at: Any, radius: float, count: int, rng: np.random.Generator) -> None:
    """Cured olives in a bowl, green to violet."""
    p, tris = growth.ball(3)
    q = p * 0.0088 * [1.18, 0.95, 0.95]
    s = shade.Shader("olive")
    own = s.add("ObjectInfo").outputs["Random"]
    base = s.ramp(
        own,
        [(0.1, (0.13, 0.13, 0.028)), (0.55, (0.10, 0.075, 0.025)), (0.95, (0.055, 0.018, 0.028))],
    )
    fine = s.noise(s.places("Object", (1, 1, 1)), 180, 4, 0.6)
    skin = s.skin(Base_Color=base, Roughness=0.2, Specular=0.5, Normal=s.bump(fine, 0.15, 0.0008))
    data = growth.soup("olive", [(q, tris, 0)], [skin])
    for spot in larder.settle(count, 0.0090, radius, rng):
        place(
            shapes.put(data, "olive"), np.asarray(at) + spot + [0, 0, 0.006], rng.uniform(-3, 3, 3)
        )


def loaf(at: Any, rng: np.random.Generator, radius: float = 0.085) -> None:
    """A round maize loaf, floured, its crust torn in plates."""
    p, tris = growth.ball(6)
    bump = sum(np.sin(p @ rng.normal(0, 3.5, 3) + rng.uniform(0, 6)) * 0.018 for _ in range(5))
    q = p * radius * (1 + bump)[:, None] * [1.0, 0.96, 0.52]
    q[:, 2] = np.maximum(q[:, 2], -0.35 * radius * 0.52)
    s = shade.Shader("broa")
    at2 = s.places("Object", (1, 1, 1))
    sway = s.add("TexNoise", Vector=at2, Scale=30.0, Detail=4.0).outputs["Color"]
    bent = s.add("MixRGB", Fac=0.05, Color1=at2, Color2=sway).outputs[0]
    crack = s.add("TexVoronoi", {"feature": "DISTANCE_TO_EDGE"}, Vector=bent, Scale=30.0).outputs[
        "Distance"
    ]
    open_ = s.ramp(crack, [(0.02, (1,) * 3), (0.11, (0,) * 3)])
    dust = s.noise(at2, 36, 6, 0.7)
    top = s.ramp(dust, [(0.36, (0.34, 0.19, 0.075)), (0.60, (0.62, 0.53, 0.38))])
    base = s.mix(open_, top, (0.42, 0.23, 0.06))
    high = s.sum(
        "ADD", s.ramp(crack, [(0.0, (0,) * 3), (0.12, (1,) * 3)]), s.sum("MULTIPLY", dust, 0.3)
    )
    skin = s.skin(Base_Color=base, Roughness=0.85, Specular=0.25, Normal=s.bump(high, 0.8, 0.004))
    place(
        shapes.put(growth.soup("loaf", [(q, tris, 0)], [skin]), "loaf"),
        (at[0], at[1], at[2] + 0.35 * radius * 0.52),
        (0, 0, 0.8),
    )
