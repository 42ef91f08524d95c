"""A basket press: slats in iron hoops, pomace, pressing boards and beams, screw and ratchet."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import growth
import shade
import shapes
from sets import ironwork

Vec = tuple[float, float, float]


def slats(dark: Vec, light: Vec, stain: Vec, tall: float) -> Any:
    """Wood along z about its middle, soaked with juice below and in runs."""
    wood = shade.oak(dark, light, 0.5, "z", worn=0.4)
    s = shade.Shader("soaked")  # its tree is thrown away; the nodes go into the wood's
    s.material, s.tree = wood, wood.node_tree
    skin = next(n for n in s.tree.nodes if n.type == "BSDF_PRINCIPLED")
    high = s.add("SeparateXYZ", i0=s.add("TexCoord").outputs["Object"]).outputs[2]
    own = s.add("ObjectInfo").outputs["Random"]
    at = s.places("Object", (60, 60, 5))
    at = s.add("VectorMath", {"operation": "ADD"}, i0=at, i1=shade.spread(s, own, 61.0)).outputs[0]
    runs = s.noise(at, 1.0, 3, 0.6)
    soaked = s.sum("ADD", s.sum("MULTIPLY", runs, 1.5), -0.35)
    low = s.sum("ADD", s.sum("MULTIPLY", high, -0.9 / tall), soaked)
    wet = s.ramp(low, [(0.34, (0, 0, 0)), (0.80, (0.88,) * 3)])
    base = skin.inputs["Base Color"].links[0].from_socket
    rough = skin.inputs["Roughness"].links[0].from_socket
    s.give(skin.inputs["Base Color"], s.mix(wet, base, stain))
    s.give(skin.inputs["Roughness"], s.mix(wet, rough, (0.16,) * 3))
    return wood


def basket(
    at: Vec,
    radius: float,
    tall: float,
    wood: Any,
    metal: Any,
    seam: float,
    count: int = 44,
    hoops: tuple[float, ...] = (0.10, 0.5, 0.90),
    thick: float = 0.024,
) -> None:
    """Slats round ``at`` (middle of the basket's bottom); the halves are pinned at ``seam``."""
    pitch = 2 * math.pi * radius / count
    slat = ironwork.bar((thick, pitch * 0.80, tall), wood, thick / 6)
    head = ironwork.dome(0.0085, metal)
    for k in range(count):
        a = seam + 2 * math.pi * (k + 0.5) / count
        x, y = radius * math.cos(a), radius * math.sin(a)
        one = shapes.put(slat, "slat", (at[0] + x, at[1] + y, at[2] + tall / 2))
        one.rotation_euler = (0, 0, a)
        for share in hoops:
            out = radius + thick / 2 + 0.0065
            spot = (at[0] + out * math.cos(a), at[1] + out * math.sin(a), at[2] + tall * share)
            bolt = shapes.put(head, "bolt", spot)
            bolt.rotation_euler = (0, math.pi / 2, a)
    r = radius + thick / 2
    for share in hoops:
        z = tall * share
        rows = [(r, z - 0.024), (r + 0.007, z - 0.024), (r + 0.007, z + 0.024), (r, z + 0.024)]
        hoop = shapes.turned("hoop", np.asarray(rows), metal, 128)
        hoop.location = at
        hoop.data.use_auto_smooth, hoop.data.auto_smooth_angle = True, math.radians(40)
        for side in (0, math.pi):
            _lugs(at, r, z, seam + side, metal)


def _lugs(at: Vec, r: float, z: float, face: float, metal: Any) -> None:
    """Where a hoop's halves meet: two ears, and a pin through them."""
    for step in (-0.016, 0.016):
        far = r + 0.028
        a = face + step / far
        spot = (at[0] + far * math.cos(a), at[1] + far * math.sin(a), at[2] + z)
        ear = shapes.block("ear", (0.050, 0.012, 0.044), spot, metal, 0.003)
        ear.rotation_euler = (0, 0, face)
    x, y = at[0] + (r + 0.034) * math.cos(face), at[1] + (r + 0.034) * math.sin(face)
    side = np.asarray([-math.sin(face), math.cos(face), 0]) * 0.038
    spot = np.asarray([x, y, at[2] + z])
    ironwork.pipe([spot - side, spot + side], 0.006, metal, 12, "pin")


def pomace(at: Vec, radius: float, tall: float, rng: np.random.Generator, skin: Vec) -> None:
    """What is pressed: a cake of skins that shows between the slats and above the boards' edge."""
    n, rows = 120, 30
    angle = np.linspace(0, 2 * math.pi, n + 1)
    z = np.linspace(0, tall, rows)
    bulge = 0.006 * np.sin(angle * 44) + 0.005 * np.sin(angle[None] * 17 + z[:, None] * 60)
    r = radius + np.broadcast_to(bulge, (rows, n + 1))
    points = np.stack(
        [r * np.cos(angle), r * np.sin(angle), np.broadcast_to(z[:, None], r.shape)], -1
    ).reshape(-1, 3)
    w = n + 1
    faces: list[tuple[int, ...]] = [
        (i * w + j, i * w + j + 1, (i + 1) * w + j + 1, (i + 1) * w + j)
        for i in range(rows - 1)
        for j in range(n)
    ]
    faces.append(tuple((rows - 1) * w + j for j in range(n)))
    s = shade.Shader("pomace")
    lumps = s.noise(s.places("Object", (1, 1, 1)), 85, 4, 0.7)
    tone = s.ramp(lumps, [(0.35, tuple(0.3 * c for c in skin)), (0.68, skin)])
    wet = s.skin(
        Base_Color=tone,
        Roughness=s.span(lumps, 0.1, 0.5),
        Specular=0.6,
        Normal=s.bump(lumps, 1.0, 0.01),
    )
    body = shapes.mesh("pomace", points, faces, wet)
    body.location = at
    husks(at, radius, tall, rng, wet)


def husks(at: Vec, radius: float, tall: float, rng: np.random.Generator, material: Any) -> None:
    """Flattened skins on top of the cake, most along its edge."""
    shape, tris = growth.ball(2)
    data = growth.soup("husk", [(shape * [1, 0.8, 0.42], tris, 0)], [material])
    for _ in range(320):
        r = radius * math.sqrt(rng.uniform(0.55, 0.96))
        a = rng.uniform(0, 2 * math.pi)
        size = float(rng.uniform(0.006, 0.011))
        spot = (at[0] + r * math.cos(a), at[1] + r * math.sin(a), at[2] + tall + size * 0.2)
        one = shapes.put(data, "husk", spot)
        one.scale = (size, size, size)
        one.rotation_euler = tuple(rng.normal(0, 0.7, 2)) + (rng.uniform(0, 6),)


def boards(at: Vec, radius: float, wood: Any, turn: float) -> float:
    """Two half-moons on the cake, two beams across, two on these; returns the height above."""
    n, thick = 40, 0.045
    for side in (0, 1):
        a = np.linspace(0.02, math.pi - 0.02, n)
        rim = np.stack([radius * np.cos(a), radius * np.sin(a) + 0.002], 1)
        hole = np.linspace(math.pi - 0.1, 0.1, 14)
        rim = np.vstack([rim, np.stack([0.05 * np.cos(hole), 0.05 * np.sin(hole) + 0.002], 1)])
        m = len(rim)
        points = np.vstack([np.c_[rim, np.zeros(m)], np.c_[rim, np.full(m, thick)]])
        faces: list[tuple[int, ...]] = [(j, (j + 1) % m, (j + 1) % m + m, j + m) for j in range(m)]
        faces += [tuple(range(m, 2 * m)), tuple(range(m))[::-1]]
        half = shapes.mesh("board", points, faces, wood, smooth=False)
        half.location, half.rotation_euler = at, (0, 0, turn + math.pi * side)
    z, side = thick, 0.085
    for layer in (0, 1):
        long = radius * (1.62, 1.15)[layer]
        away = radius * (0.42, 0.30)[layer]
        way = turn + math.pi / 2 * layer
        for sign in (-1, 1):
            x, y = -math.sin(way) * away * sign, math.cos(way) * away * sign
            spot = (at[0] + x, at[1] + y, at[2] + z + side / 2)
            beam = shapes.block("beam", (long, side, side), spot, wood, 0.006)
            beam.rotation_euler = (0, 0, way)
        z += side
    return z


def ratchet(at: Vec, screw: float, metal: Any, bar: float, long: float) -> None:
    """The iron head that is worked down the screw, its pawls, and a rod pointing to ``bar``."""
    rows = [(screw, 0), (0.15, 0.0), (0.155, 0.012), (0.145, 0.028), (0.085, 0.040), (0.078, 0.058)]
    rows += [(0.078, 0.062)]
    foot = shapes.turned("foot", np.asarray(rows), metal, 64)
    foot.location = at
    wheel = ironwork.cog(0.128, 0.034, 26, metal)
    wheel.location = (at[0], at[1], at[2] + 0.060)
    rows = [(0.092, 0.094), (0.098, 0.100), (0.098, 0.138), (0.088, 0.148), (0.066, 0.152)]
    rows += [(0.060, 0.185), (0.052, 0.192), (screw, 0.192)]
    hub = shapes.turned("hub", np.asarray(rows), metal, 64)
    hub.location = at
    c, s = math.cos(bar), math.sin(bar)
    arm = shapes.block(
        "arm",
        (0.20, 0.075, 0.046),
        (at[0] + 0.13 * c, at[1] + 0.13 * s, at[2] + 0.119),
        metal,
        0.01,
    )
    arm.rotation_euler = (0, 0, bar)
    for sign in (-1, 1):
        a = bar + sign * 0.62
        spot = (at[0] + 0.118 * math.cos(a), at[1] + 0.118 * math.sin(a), at[2] + 0.098)
        pawl = shapes.block("pawl", (0.085, 0.024, 0.030), spot, metal, 0.006)
        pawl.rotation_euler = (0, 0.18, bar + sign * 0.9)
    start = np.asarray([at[0] + 0.18 * c, at[1] + 0.18 * s, at[2] + 0.119])
    way = np.asarray([c, s, 0.015])
    ironwork.pipe([start, start + way * 0.1, start + way * long], [0.021, 0.0195, 0.016], metal)


def runs(
    at: Vec, radius: float, tall: float, count: int, juice: Any, rng: np.random.Generator,
    seam: float, slots: int, face: float, reach: float = 1.5, scale: float = 1.0,
) -> None:  # fmt: skip
    """Juice that trickles out of the gaps between the slats, down their outside."""
    for _ in range(count):
        slot = round((face + rng.uniform(-reach, reach) - seam) / (2 * math.pi) * slots)
        a = seam + 2 * math.pi * slot / slots
        top = tall * float(rng.beta(1.1, 1.9))
        z = np.linspace(top, 0.004, 22)
        sway = np.cumsum(scale * rng.normal(0, 0.0011, 22))
        r = radius + scale * np.linspace(0.004, 0.016, 22)
        b = a + sway / radius
        line = np.stack([at[0] + r * np.cos(b), at[1] + r * np.sin(b), at[2] + z], 1)
        thick = scale * rng.uniform(0.0022, 0.0046) * np.linspace(0.7, 1.0, 22)
        thick *= 1 + 0.3 * np.sin(np.linspace(0, 1, 22) * rng.uniform(8, 25))
        ironwork.pipe(line, thick, juice, 8, "run")
