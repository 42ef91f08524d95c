"""Casks of any size, stave by stave: built once, placed many times. Metres, axis along z."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import bpy
import numpy as np

import growth
import shade
import shapes
from shade import Rgb, Shader, spread


@dataclass(frozen=True)
class Build:
    """How a cask is built; hoops are (place from 0 in the middle to 1 at the end, width)."""

    long: float = 0.95
    head: float = 0.283
    belly: float = 0.346
    staves: int = 28
    thick: float = 0.027
    boards: int = 8
    sunk: float = 0.033
    hoops: tuple[tuple[float, float], ...] = ((0.955, 0.036), (0.72, 0.034), (0.36, 0.034))

    def radius(self, t: float) -> float:
        """Outside radius at ``t`` from -1 to 1 along the axis."""
        return self.head + (self.belly - self.head) * (1 - t * t)


def oak(
    dark: Rgb,
    light: Rgb,
    along: str = "z",
    gloss: float = 0.5,
    grime: float = 0.4,
    band: tuple[float, Rgb] | None = None,
    scale: float = 1.0,
    figure: float = 1.0,
) -> Any:
    """Oak in staves or boards, each (mesh island) of its own tone and grain.

    ``figure`` is how strongly its grain is drawn; ``band`` stains what is nearer to the middle
    than so many metres, as wine does round a bung.
    """
    s = Shader("staves")
    long, cross = 1.3 * scale, 13.0 * scale
    stretch = {"x": (long, cross, cross), "y": (cross, long, cross), "z": (cross, cross, long)}
    own = s.add("NewGeometry").outputs["Random Per Island"]
    other = s.add("ObjectInfo").outputs["Random"]
    shift = spread(s, s.sum("ADD", own, s.sum("MULTIPLY", other, 3.1)), 23.0)
    at = s.add("TexCoord").outputs["Object"]
    at = s.add("VectorMath", {"operation": "ADD"}, i0=at, i1=shift).outputs[0]
    grain = s.add("Mapping", Vector=at, Scale=stretch[along]).outputs[0]
    rings = s.add(
        "TexWave",
        {"wave_type": "BANDS", "bands_direction": "DIAGONAL"},
        Vector=grain,
        Scale=1.0,
        Distortion=8.0,
        Detail=3.0,
        Detail_Scale=1.2,
    ).outputs["Fac"]
    fine = s.add("Mapping", Vector=at, Scale=tuple(8 * x for x in stretch[along])).outputs[0]
    fibre = s.noise(fine, 1.2, 4, 0.7)
    tone = s.sum("ADD", s.sum("MULTIPLY", rings, 0.42), s.sum("MULTIPLY", fibre, 0.55))
    middle = tuple((a + b) / 2 * 0.9 for a, b in zip(dark, light, strict=True))
    low, high = 0.5 - 0.32 / figure, 0.5 + 0.38 / figure
    base = s.ramp(tone, [(max(low, 0.0), dark), (0.5, middle), (min(high, 1.0), light)])
    each = s.ramp(own, [(0.0, (0.62, 0.6, 0.57)), (0.5, (1, 1, 1)), (1.0, (1.22, 1.16, 1.08))])
    base = s.mix(0.85, base, each, "MULTIPLY")
    if grime:
        cloud = s.noise(s.places("Object", (1, 1, 1)), 3.4, 6, 0.68)
        base = s.mix(
            grime,
            base,
            s.ramp(cloud, [(0.38, (0.25, 0.22, 0.2)), (0.62, (1, 1, 1))]),
            "MULTIPLY",
        )
    if band:
        high = s.add("SeparateXYZ", i0=s.add("TexCoord").outputs["Object"]).outputs[2]
        run = s.noise(s.places("Object", (9, 9, 2)), 1.0, 4, 0.6)
        reach = s.sum("ADD", s.sum("ABSOLUTE", high, 0.0), s.sum("MULTIPLY", run, 0.02))
        cover = s.ramp(s.sum("DIVIDE", reach, 2 * band[0]), [(0.49, (0.86,) * 3), (0.54, (0,) * 3)])
        base = s.mix(cover, base, s.mix(s.span(fibre, 0.2, 1), band[1], (0.5,) * 3, "MULTIPLY"))
    height = s.sum("ADD", fibre, s.sum("MULTIPLY", rings, 0.3))
    return s.skin(
        plain=shade.between(dark, light, 0.3),
        Base_Color=base,
        Roughness=s.span(fibre, gloss - 0.1, gloss + 0.2),
        Specular=0.4,
        Normal=s.bump(height, 0.4, 0.0016),
    )


class Cask:
    """A cask's meshes; -z is its marked head."""

    def __init__(
        self,
        build: Build,
        wood: Any,
        head: Any,
        marked: Any,
        metal: Any,
        rng: np.random.Generator,
        upright: bool = False,
    ) -> None:
        self.build = build
        made = [_staves(build, wood, rng), _chime(build, wood)]
        made.append(_head(build, head, 1, upright))
        made.append(_head(build, marked, -1, upright))
        for t, wide in build.hoops:
            for sign in (-1, 1):
                made += _hoop(build, metal, sign * t, wide, float(rng.uniform(0, 6.3)))
        for part in made:
            bpy.context.scene.collection.objects.unlink(part)
        self.parts = [part.data for part in made]

    def place(self, at: tuple[float, float, float], turn: tuple[float, float, float]) -> None:
        """Put one down, its middle at ``at``; turned about its own axis (z) first."""
        for data in self.parts:
            copy = shapes.put(data, "cask", at)
            copy.rotation_mode = "ZYX"
            copy.rotation_euler = turn


def _staves(b: Build, wood: Any, rng: np.random.Generator) -> Any:
    rows, cols = 17, 7
    t = np.linspace(-1, 1, rows)
    edges = np.cumsum(rng.uniform(0.75, 1.3, b.staves))
    edges = np.concatenate([[0], edges / edges[-1]]) * 2 * math.pi
    gap = 0.0007 / b.belly
    chamfer = b.belly * 0.012
    dip = np.asarray([-2.6, -0.3, 0.0, 0.05, 0.0, -0.3, -2.6]) * chamfer
    share = np.asarray([0.0, 0.035, 0.2, 0.5, 0.8, 0.965, 1.0])
    parts: list[growth.Soup] = []
    for k in range(b.staves):
        low, high = edges[k] + gap, edges[k + 1] - gap
        a = low + share * (high - low)
        r = np.asarray([b.radius(x) for x in t])[:, None] + dip + rng.uniform(-1, 1) * 0.0012
        z = np.broadcast_to(t[:, None] * b.long / 2, r.shape)
        points = np.stack([r * np.cos(a), r * np.sin(a), z], -1).reshape(-1, 3)
        tris = []
        for i in range(rows - 1):
            for j in range(cols - 1):
                p = i * cols + j
                tris += [(p, p + 1, p + 1 + cols), (p, p + 1 + cols, p + cols)]
        parts.append((points, np.asarray(tris), 0))
    return shapes.put(growth.soup("staves", parts, [wood]), "staves")


def _chime(b: Build, wood: Any) -> Any:
    """The staves' ends, one island each, and the dark inside of them."""
    parts: list[growth.Soup] = []
    outer, inner = b.head - 0.001, b.head - b.thick
    for sign in (-1, 1):
        for k in range(b.staves):
            a = np.linspace(k + 0.012, k + 0.988, 5) / b.staves * 2 * math.pi
            rows = [(outer, 1.0), ((outer + inner) / 2, 1.002), (inner, 0.998)]
            rows.append((inner + 0.004, 1 - 2 * (b.sunk + 0.01) / b.long))
            points = np.asarray(
                [
                    (r * math.cos(x), r * math.sin(x), sign * z * b.long / 2)
                    for r, z in rows
                    for x in a
                ]
            )
            tris = []
            for i in range(3):
                for j in range(4):
                    p = i * 5 + j
                    tris += [(p, p + 1, p + 6), (p, p + 6, p + 5)]
            parts.append((points, np.asarray(tris), 0))
    return shapes.put(growth.soup("chime", parts, [wood]), "chime")


def _head(b: Build, material: Any, sign: int, upright: bool) -> Any:
    """Boards with broken edges; uv 0 to 1 over the disc. ``upright`` boards run along y."""
    r = b.head - b.thick + 0.003
    edges = np.linspace(-r, r, b.boards + 1)
    points, faces, places = [], [], []
    dips = (-0.004, -0.0006, 0, 0, 0, -0.0006, -0.004)
    for k in range(b.boards):
        low, high = edges[k] + 0.0012, edges[k + 1] - 0.0012
        cuts = low + np.asarray([0, 0.03, 0.25, 0.5, 0.75, 0.97, 1.0]) * (high - low)
        start = len(points)
        for y, dip in zip(cuts, dips, strict=True):
            half = math.sqrt(max(r * r - y * y, 1e-6))
            for x in np.linspace(-half, half, 9):
                hollow = 0.02 * b.head * (1 - (x * x + y * y) / r / r)  # heads bend inwards
                z = sign * (b.long / 2 - b.sunk - hollow + dip)
                spot = (y, x) if upright else (x, y)
                points.append((*spot, z))
                # seen from outside, along the axis
                places.append((0.5 + sign * spot[0] / 2 / r, 0.5 + spot[1] / 2 / r))
        for j in range(len(dips) - 1):
            for i in range(8):
                a = start + 9 * j + i
                quad = (a, a + 1, a + 10, a + 9)
                faces.append(quad if (sign > 0) != upright else quad[::-1])
    return shapes.mesh("head", np.asarray(points), faces, material, np.asarray(places), True)


def _hoop(b: Build, metal: Any, t: float, wide: float, turn: float) -> list[Any]:
    """A hoop with its riveted lap."""
    z = t * b.long / 2
    thick = 0.0022 + 0.0016 * b.belly
    low, high = z - wide / 2, z + wide / 2
    r0, r1 = (b.radius(min(max(x / (b.long / 2), -1), 1)) + thick for x in (low, high))
    c = 0.0012
    rows = [(r0 - 2.2 * thick, low), (r0 - c, low), (r0, low + c), (r1, high - c), (r1 - c, high)]
    rows.append((r1 - 2.2 * thick, high))
    made = [shapes.turned("hoop", np.asarray(rows), metal, 96)]
    arc, lift = 0.09 / b.belly, thick * 0.9
    a = turn + np.linspace(0, arc, 9)
    grid = []
    for r, h in (
        (r0 - c, low + c),
        (r0 + lift, low + 2 * c),
        (r1 + lift, high - 2 * c),
        (r1, high),
    ):
        grid.append(np.stack([r * np.cos(a), r * np.sin(a), np.full(9, h)], 1))
    points = np.vstack(grid)
    faces = [
        (i * 9 + j, i * 9 + j + 1, i * 9 + j + 10, i * 9 + j + 9)
        for i in range(3)
        for j in range(8)
    ]
    made.append(shapes.mesh("lap", points, faces, metal))
    ball, tris = growth.ball(2)
    parts: list[growth.Soup] = []
    for share in (0.25, 0.75):
        for up in (0.28, 0.72):
            x = turn + arc * share
            r = r0 + (r1 - r0) * up + lift
            size = np.asarray([0.0045, 0.0045, 0.0045]) * (1 + b.belly)
            parts.append(
                (ball * size + [r * math.cos(x), r * math.sin(x), low + wide * up], tris, 0)
            )
    made.append(shapes.put(growth.soup("rivets", parts, [metal]), "rivets"))
    return made
