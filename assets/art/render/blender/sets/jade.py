"""The bayberry house's rooms: dark stone, rice paper before bamboo, a moon window onto hills."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import growth
import lamps
import shade
import shapes
from shade import Rgb, Shader

Vec = tuple[float, float, float]


def ink_stone(light: Rgb = (0.050, 0.057, 0.052), dark: Rgb = (0.011, 0.0135, 0.013)) -> Any:
    """Dark Qingtian stone, honed and wiped: clouds, a few pale veins, a dull shine."""
    s = Shader("ink stone")
    at = s.places("Object", (1, 1, 1))
    cloud = s.noise(at, 4.0, 8, 0.62)
    base = s.ramp(cloud, [(0.34, dark), (0.68, light)])
    line = s.sum(
        "ABSOLUTE",
        s.sum("SUBTRACT", s.noise(s.places("Object", (1, 1.6, 1)), 2.2, 5, 0.6), 0.5),
        0.0,
    )
    vein = s.ramp(line, [(0.0, (0.30,) * 3), (0.008, (0.0,) * 3)])
    base = s.mix(vein, base, (0.13, 0.15, 0.13))
    fine = s.noise(at, 60, 5, 0.7)
    return s.skin(
        plain=shade.between(dark, light),
        Base_Color=base,
        Roughness=s.span(cloud, 0.20, 0.42),
        Specular=0.5,
        Normal=s.bump(fine, 0.12, 0.0015),
    )


def jade(light: Rgb = (0.42, 0.47, 0.36), dark: Rgb = (0.23, 0.30, 0.22)) -> Any:
    """Pale Qingtian stone: waxy, light goes a little way in."""
    s = Shader("jade")
    cloud = s.noise(s.places("Object", (1, 1, 1)), 16, 7, 0.6)
    base = s.ramp(cloud, [(0.32, dark), (0.66, light)])
    line = s.sum(
        "ABSOLUTE", s.sum("SUBTRACT", s.noise(s.places("Object", (1, 1, 2)), 11, 4, 0.6), 0.5), 0.0
    )
    vein = s.ramp(line, [(0.0, (0.7,) * 3), (0.03, (0.0,) * 3)])
    base = s.mix(vein, base, (0.46, 0.30, 0.16))
    return s.skin(
        plain=light,
        Base_Color=base,
        Roughness=0.25,
        Specular=0.5,
        Subsurface=0.25,
        Subsurface_Radius=(0.006, 0.007, 0.005),
        Subsurface_Color=light,
    )


def paper(colour: Rgb = (0.80, 0.82, 0.78)) -> Any:
    """Rice paper that light shines through, fibres in it."""
    s = Shader("rice paper")
    fibre = s.noise(s.places("Object", (4, 1, 14)), 6, 6, 0.7)
    tone = s.ramp(fibre, [(0.3, tuple(0.86 * c for c in colour)), (0.7, colour)])
    back = s.add("BsdfTranslucent", Color=tone).outputs[0]
    front = s.add("BsdfDiffuse", Color=tone).outputs[0]
    both = s.add("MixShader", Fac=0.25, i1=back, i2=front).outputs[0]
    s.tree.links.new(both, s.out.inputs["Surface"])
    return s.material


def bamboo(
    rng: np.random.Generator, at: Vec, size: tuple[float, float, float], twigs: int, material: Any
) -> Any:
    """Leaves of bamboo, hanging in fans within a box about ``at``, and some canes."""
    parts: list[growth.Soup] = []
    half = np.asarray(size) / 2
    for _ in range(twigs):
        root = rng.uniform(-1, 1, 3) * half
        out = rng.uniform(0, 2 * math.pi)
        for k in range(int(rng.integers(4, 8))):
            turn = out + rng.normal(0, 0.55) + 0.15 * k
            long, fall = rng.uniform(0.09, 0.16), rng.uniform(0.4, 1.15)
            way = np.asarray(
                [
                    math.cos(turn) * math.cos(fall),
                    0.5 * math.sin(turn) * math.cos(fall),
                    -math.sin(fall),
                ]
            )
            side = np.cross(way, rng.normal(0, 1, 3))
            side *= 0.0075 / np.linalg.norm(side)
            p = root + rng.normal(0, 0.006, 3)
            dip = np.asarray([0, 0, -0.012])
            points = np.stack(
                [p, p + way * long * 0.3 + side, p + way * long + dip, p + way * long * 0.3 - side]
            )
            parts.append((points, np.asarray([(0, 1, 2), (0, 2, 3)]), 0))
    for _ in range(max(twigs // 14, 1)):
        foot = rng.uniform(-1, 1, 3) * half
        lean = rng.normal(0, 0.06)
        t = np.linspace(-1, 1, 9)
        line = np.stack([foot[0] + lean * t, np.full(9, foot[1]), t * (half[2] + 0.3)], 1)
        parts.append((*growth.tube(line, np.full(9, rng.uniform(0.004, 0.009)), 8), 0))
    return shapes.put(growth.soup("bamboo", parts, [material]), "bamboo", at)


def bars(
    left: float, right: float, low: float, high: float, y: float, wood: Any, cells: tuple[int, int]
) -> None:
    """A lattice of dark wood: stiles and rails, with the smaller ones framing the cells."""
    wide, tall = right - left, high - low
    for k in range(cells[0] + 1):
        thick = 0.030 if k in (0, cells[0]) else 0.013
        x = left + wide * k / cells[0]
        shapes.block("stile", (thick, 0.03, tall + 0.03), (x, y, (low + high) / 2), wood, 0.002)
    for k in range(cells[1] + 1):
        thick = 0.030 if k in (0, cells[1]) else 0.013
        z = low + tall * k / cells[1]
        shapes.block("rail", (wide + 0.03, 0.026, thick), ((left + right) / 2, y, z), wood, 0.002)


def shoji(rng: np.random.Generator, left: float, right: float, y: float, watts: float) -> None:
    """A paper window from ``left`` to ``right`` at depth ``y``, bamboo's shadow on it."""
    low, high = 0.10, 1.30
    wide, middle = right - left, (left + right) / 2
    shapes.plane("paper", (left, y + 0.02, low), (wide, 0, 0), (0, 0, high - low), paper())
    wood = shade.oak((0.010, 0.006, 0.004), (0.040, 0.022, 0.014), 0.4, "z")
    bars(left, right, low, high, y, wood, (max(round(wide / 0.235), 2), 4))
    green = shade.earth((0.02, 0.05, 0.02), (0.01, 0.03, 0.01))
    bamboo(rng, (middle - 0.1, y + 0.13, 0.62), (wide * 1.0, 0.14, 1.0), 120, green)
    lamps.area(
        (middle - 0.25, y + 1.9, 1.35),
        (middle, y, 0.6),
        watts,
        (0.16, 0.16),
        (0.90, 1.0, 0.97),
        False,
    )


def dark_wall(y: float, hole: tuple[float, float, float, float] | None, material: Any) -> None:
    """A wall at depth ``y``; ``hole`` is (left, right, low, high)."""
    if not hole:
        shapes.plane("wall", (-5, y, -1.5), (10, 0, 0), (0, 0, 5), material)
        return
    left, right, low, high = hole
    for x0, x1, z0, z1 in (
        (-5, left, -1.5, 4),
        (right, 5, -1.5, 4),
        (left, right, -1.5, low),
        (left, right, high, 4),
    ):
        shapes.plane("wall", (x0, y, z0), (x1 - x0, 0, 0), (0, 0, z1 - z0), material)


def moon_gate(at: Vec, radius: float, material: Any, rim: Any, thick: float = 0.22) -> None:
    """A wall with a round opening about ``at`` (x, y, z), its reveal faced with stone."""
    x0, y, z0 = at
    n = 160
    a = np.linspace(0, 2 * math.pi, n + 1)
    far = 6.0 / np.maximum(np.abs(np.cos(a)), np.abs(np.sin(a)))
    rows = []
    for r, yy in ((far, y), (np.full(n + 1, radius + 0.05), y)):
        rows.append(np.stack([x0 + r * np.cos(a), np.full(n + 1, yy), z0 + r * np.sin(a)], 1))
    _rings(rows, material)
    ring = []
    for r, yy in (
        (radius + 0.05, y), (radius + 0.05, y - 0.020), (radius + 0.004, y - 0.024),
        (radius, y - 0.016),
        (radius, y + thick),
    ):  # fmt: skip
        ring.append(np.stack([x0 + r * np.cos(a), np.full(n + 1, yy), z0 + r * np.sin(a)], 1))
    _rings(ring, rim)


def _rings(rows: list[np.ndarray], material: Any) -> None:
    w = len(rows[0])
    faces: list[tuple[int, ...]] = [
        (i * w + j, i * w + j + 1, (i + 1) * w + j + 1, (i + 1) * w + j)
        for i in range(len(rows) - 1)
        for j in range(w - 1)
    ]
    shapes.mesh("ring", np.vstack(rows), faces, material, smooth=False)


def hills(
    rng: np.random.Generator,
    y: float,
    low: float,
    colours: list[Rgb],
    sky: Rgb,
    power: float,
    spread: float = 1.0,
) -> None:
    """Ranges in mist, as lit washes of ink; ``colours`` from the nearest to the farthest."""
    shapes.plane("sky", (-9, y + 3, -3), (18, 0, 0), (0, 0, 9), shade.glow(sky, power))
    n = 240
    x = np.linspace(-4, 4, n)
    for k, tone in enumerate(colours):
        crest = np.zeros(n)
        for octave in range(1, 7):
            f = 0.55 * 1.9**octave / spread
            crest += np.sin(x * f + rng.uniform(0, 6.3)) * 0.34 / 1.75**octave
        high = low + spread * (0.10 + 0.15 * k + crest * (0.55 + 0.16 * k))
        s = Shader("range")
        z = s.add("SeparateXYZ", i0=s.places("UV")).outputs[1]
        misty = s.ramp(z, [(0.35, sky), (0.92, tone)])
        s.tree.links.new(
            s.add("Emission", Color=misty, Strength=power).outputs[0], s.out.inputs["Surface"]
        )
        top = np.stack([x, np.full(n, y + 0.4 * k), high], 1)
        foot = np.stack([x, np.full(n, y + 0.4 * k), np.full(n, low - 0.5 * spread)], 1)
        uv = np.concatenate([np.stack([x, np.zeros(n)], 1), np.stack([x, np.ones(n)], 1)])
        faces: list[tuple[int, ...]] = [(i, i + 1, n + i + 1, n + i) for i in range(n - 1)]
        shapes.mesh("range", np.vstack([foot, top]), faces, s.material, uv)
