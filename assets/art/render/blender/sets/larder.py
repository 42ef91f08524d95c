"""Nuts, fruit and bread for a table, each grown from numbers; metres, z up."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import growth
import shapes
from sets.berries import place
from shade import Rgb, Shader


class Hazelnuts:
    """Hazelnuts in their shells; meshes are shared."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.kinds = [_hazelnut(rng) for _ in range(3)]
        self.kernel = _kernel(rng)

    def lone(self, at: Any, turn: float) -> None:
        """One lying on its side."""
        nut = shapes.put(self.kinds[int(turn * 7) % 3], "nut")
        place(nut, (at[0], at[1], at[2] + 0.0086), (math.pi / 2 - 0.2, 0.3, turn))

    def pile(self, at: Any, count: int, wide: float) -> None:
        """A small heap."""
        rng = self.rng
        p = np.column_stack([rng.normal(0, wide * 0.55, (count, 2)), rng.uniform(0, 0.03, count)])
        for step in range(260):
            p[:, :2] *= 0.996 if step < 200 else 1.0
            p[:, 2] -= 0.0004
            gap = p[:, None] - p[None]
            far = np.linalg.norm(gap, axis=2) + np.eye(count)
            push = np.clip(0.0182 - far, 0, None) * (1 - np.eye(count))
            p += (gap / far[..., None] * push[..., None]).sum(1) * 0.4
            p[:, 2] = np.maximum(p[:, 2], 0.0086)
        for k, spot in enumerate(p):
            nut = shapes.put(self.kinds[k % 3], "nut")
            place(
                nut,
                np.asarray(at) + spot,
                (rng.uniform(0.9, 1.9), rng.uniform(-0.4, 0.4), rng.uniform(0, 6)),
            )

    def cracked(self, at: Any, turn: float) -> None:
        """A shell's half with the kernel beside it."""
        half = shapes.put(_half_shell(self.rng), "half")
        place(half, (at[0], at[1], at[2] + 0.0088), (0.15, 0.1, turn))
        kernel = shapes.put(self.kernel, "kernel")
        place(kernel, (at[0] + 0.021, at[1] - 0.010, at[2] + 0.0061), (1.3, 0.2, turn + 1))


def _shell_skin() -> Any:
    s = Shader("shell")
    streak = s.noise(s.places("Object", (260, 260, 30)), 1.4, 4, 0.6)
    own = s.add("ObjectInfo").outputs["Random"]
    tone = s.sum("ADD", s.sum("MULTIPLY", streak, 0.75), s.sum("MULTIPLY", own, 0.25))
    base = s.ramp(tone, [(0.25, (0.095, 0.038, 0.014)), (0.75, (0.30, 0.145, 0.058))])
    high = s.add("SeparateXYZ", i0=s.add("TexCoord").outputs["Object"]).outputs[2]
    cap = s.ramp(s.sum("MULTIPLY", high, -100.0), [(0.55, (0,) * 3), (0.66, (1,) * 3)])
    base = s.mix(cap, base, (0.36, 0.25, 0.145))
    rough = s.mix(cap, (0.36,) * 3, (0.8,) * 3)
    return s.skin(
        Base_Color=base, Roughness=rough, Specular=0.45, Normal=s.bump(streak, 0.25, 0.0006)
    )


def _hazelnut(rng: np.random.Generator) -> Any:
    p, tris = growth.ball(4)
    r = 0.0092
    wide = rng.uniform(0.93, 1.0)
    tip = np.clip(p[:, 2], 0, 1) ** 5 * 0.20
    flat = np.clip(-p[:, 2] - 0.75, 0, 1) * 0.6
    ridge = 1 + 0.02 * np.cos(5 * np.arctan2(p[:, 1], p[:, 0]) + rng.uniform(0, 6))
    q = p * r * [wide, 1.0, 1.02]
    q[:, :2] *= ridge[:, None]
    q[:, 2] += r * (tip + flat)
    return growth.soup("hazelnut", [(q, tris, 0)], [_shell_skin()])


def _half_shell(rng: np.random.Generator) -> Any:
    p, tris = growth.ball(4)
    low = p[:, 2] < 0.12 + 0.10 * np.sin(3 * np.arctan2(p[:, 1], p[:, 0]))
    keep = tris[low[tris].all(1)]
    outer, inner = p * 0.0092, p * 0.0081
    back = keep[:, ::-1]
    dark = Shader("shell inside")
    fibre = dark.noise(dark.places("Object", (1, 1, 1)), 300, 3)
    pale = dark.ramp(fibre, [(0.3, (0.30, 0.18, 0.09)), (0.7, (0.48, 0.33, 0.19))])
    inside = dark.skin(Base_Color=pale, Roughness=0.8)
    return growth.soup("half", [(outer, keep, 0), (inner, back, 1)], [_shell_skin(), inside])


def _kernel(rng: np.random.Generator) -> Any:
    p, tris = growth.ball(4)
    r = 0.0066
    fold = 1 + 0.03 * np.sin(9 * np.arctan2(p[:, 1], p[:, 0]) + 2 * p[:, 2])
    q = p * r * [0.95, 0.92, 1.08] * fold[:, None]
    s = Shader("kernel")
    skin = s.noise(s.places("Object", (300, 300, 60)), 1.2, 5, 0.65)
    base = s.ramp(skin, [(0.36, (0.16, 0.07, 0.03)), (0.6, (0.50, 0.36, 0.20))])
    return growth.soup("kernel", [(q, tris, 0)], [s.skin(Base_Color=base, Roughness=0.6)])


def crust(
    light: Rgb = (0.46, 0.27, 0.11), dark: Rgb = (0.22, 0.10, 0.035), flour: float = 0.4
) -> Any:
    """Baked dough: browned where it stands out, floury here and there."""
    s = Shader("crust")
    at = s.places("Object", (1, 1, 1))
    cloud = s.noise(at, 45, 5, 0.6)
    fine = s.noise(at, 300, 4, 0.7)
    base = s.ramp(cloud, [(0.32, dark), (0.66, light)])
    dust = s.ramp(s.noise(at, 28, 6, 0.7), [(0.50, (0,) * 3), (0.70, (flour,) * 3)])
    base = s.mix(dust, base, (0.62, 0.55, 0.44))
    height = s.sum("ADD", cloud, s.sum("MULTIPLY", fine, 0.5))
    return s.skin(Base_Color=base, Roughness=0.75, Specular=0.3, Normal=s.bump(height, 0.5, 0.002))


def grissini(at: Any, turn: float, rng: np.random.Generator, count: int) -> None:
    """Hand-drawn breadsticks, heaped lengthwise."""
    skin = crust()
    for k in range(count):
        long = rng.uniform(0.24, 0.29)
        t = np.linspace(-0.5, 0.5, 60)
        thick = 0.0046 + 0.0011 * np.sin(t * 23 + rng.uniform(0, 6)) + 0.0007 * np.sin(t * 61 + k)
        thick *= np.clip((0.5 - np.abs(t)) * 30, 0.35, 1)
        row, layer = (k % 5, 0) if k < 5 else (k - 5, 1)
        y = (row - 2 + 0.5 * layer) * 0.0125 + rng.normal(0, 0.001)
        z = 0.0052 + 0.0098 * layer
        bend = rng.normal(0, 0.006)
        line = np.stack(
            [t * long, y + bend * np.cos(t * 4) + 0.0014 * np.sin(t * 17 + k), np.full(60, z)], 1
        )
        line[:, 0] += rng.normal(0, 0.012)
        stick = shapes.put(
            growth.soup("grissino", [(*growth.tube(line, thick, 14), 0)], [skin]), "grissino"
        )
        place(stick, at, (0, 0, turn + rng.normal(0, 0.035)))


def _drupe(light: Rgb, dark: Rgb, rough: float, sub: float) -> Any:
    s = Shader("drupe")
    own = s.add("ObjectInfo").outputs["Random"]
    cloud = s.noise(s.places("Object", (1, 1, 1)), 60, 4, 0.6)
    base = s.ramp(
        s.sum("ADD", s.sum("MULTIPLY", own, 0.5), s.sum("MULTIPLY", cloud, 0.5)),
        [(0.3, dark), (0.7, light)],
    )
    return s.skin(
        Base_Color=base, Roughness=rough, Specular=0.5, Subsurface=sub,
        Subsurface_Radius=(0.004, 0.001, 0.001), Subsurface_Color=light,
    )  # fmt: skip


def cherries(at: Any, radius: float, count: int, rng: np.random.Generator) -> None:
    """Sour cherries with stalks, heaped in a bowl of that ``radius``."""
    p, tris = growth.ball(4)
    r = 0.0098
    angle = np.arctan2(p[:, 1], p[:, 0])
    dent = np.exp(-(((p[:, 2] - 1) / 0.12) ** 2)) * 0.26
    seam = 0.02 * np.exp(-((angle / 0.25) ** 2)) * (1 - np.abs(p[:, 2]))
    q = p * r * (1 - seam)[:, None] * [1, 0.96, 0.94]
    q[:, 2] -= r * dent
    stalk = np.asarray(
        [(0, 0, 0.0066), (0.001, 0, 0.016), (0.005, 0.002, 0.030), (0.012, 0.003, 0.040)]
    )
    stem = growth.tube(stalk, np.asarray([0.0007, 0.0006, 0.0006, 0.0010]), 7)
    red = _drupe((0.22, 0.010, 0.014), (0.085, 0.003, 0.008), 0.14, 0.12)
    green = _drupe((0.12, 0.13, 0.03), (0.06, 0.06, 0.02), 0.5, 0.0)
    data = growth.soup("cherry", [(q, tris, 0), (*stem, 1)], [red, green])
    spots = settle(count, r, radius * 0.98, rng)
    for spot in spots:
        one = shapes.put(data, "cherry")
        up = rng.uniform(-0.45, 0.45)
        place(
            one,
            np.asarray(at) + spot + [0, 0, 0.006],
            (up, rng.uniform(-0.4, 0.4), rng.uniform(0, 6)),
        )


def settle(count: int, r: float, inner: float, rng: np.random.Generator) -> np.ndarray:
    """Where balls of radius ``r`` come to rest in a hollow of radius ``inner``, (n, 3)."""
    p = rng.normal(0, inner * 0.3, (count, 3))
    p[:, 2] = np.abs(p[:, 2]) + np.linspace(0, r * 3, count)
    top = np.asarray([0, 0, inner])
    for step in range(360):
        p[:, 2] -= 0.0005 * (1 if step < 300 else 0.3)
        p[:, :2] *= 0.998
        for _ in range(2):
            gap = p[:, None] - p[None]
            far = np.linalg.norm(gap, axis=2) + np.eye(count)
            push = np.clip(1.94 * r - far, 0, None) * (1 - np.eye(count))
            p += (gap / far[..., None] * push[..., None]).sum(1) * 0.4
            out = p - top
            far_out = np.linalg.norm(out, axis=1, keepdims=True)
            held = top + out / far_out * (inner - r)
            p = np.where((far_out > inner - r) & (p[:, 2:] < inner), held, p)
    return p


def leather(
    light: Rgb, dark: Rgb, rough: float = 0.55, scale: float = 60.0, bump: float = 0.6
) -> Any:
    """Wrinkled dry skin: figs, olives, dates."""
    s = Shader("leather")
    at = s.places("Object", (1, 1, 1))
    own = s.add("ObjectInfo").outputs["Random"]
    at = s.add(
        "VectorMath", {"operation": "ADD"}, i0=at, i1=s.add("CombineXYZ", i0=own, i1=own).outputs[0]
    ).outputs[0]
    cloud = s.noise(at, scale, 5, 0.62)
    base = s.ramp(cloud, [(0.32, dark), (0.68, light)])
    return s.skin(Base_Color=base, Roughness=rough, Specular=0.4, Normal=s.bump(cloud, bump, 0.003))


def almonds(spots: Any, rng: np.random.Generator, ground: float = 0.0) -> None:
    """Roasted almonds in their brown skins, lying at (x, y)."""
    p, tris = growth.ball(4)
    t = p[:, 0]
    taper = 1 - 0.42 * np.clip(t, 0, 1) ** 1.6
    q = p * [0.0125, 0.0072, 0.0042]
    q[:, 1:] *= taper[:, None]
    groove = 1 + 0.02 * np.sin(16 * np.arctan2(p[:, 2], p[:, 1]) + 2 * t)
    q[:, 1:] *= groove[:, None]
    s = Shader("almond")
    grain = s.noise(s.places("Object", (60, 420, 420)), 1.2, 5, 0.65)
    own = s.add("ObjectInfo").outputs["Random"]
    tone = s.sum("ADD", s.sum("MULTIPLY", grain, 0.7), s.sum("MULTIPLY", own, 0.3))
    base = s.ramp(tone, [(0.28, (0.085, 0.030, 0.010)), (0.72, (0.30, 0.135, 0.048))])
    skin = s.skin(Base_Color=base, Roughness=0.6, Specular=0.35, Normal=s.bump(grain, 0.6, 0.0012))
    data = growth.soup("almond", [(q, tris, 0)], [skin])
    for x, y in spots:
        nut = shapes.put(data, "almond")
        place(
            nut,
            (x, y, ground + 0.0040),
            (rng.normal(0, 0.12), rng.normal(0, 0.06), rng.uniform(0, 6.3)),
        )


def figs(spots: Any, rng: np.random.Generator, ground: float = 0.0) -> None:
    """Dried figs: wrinkled drops, dusted with their sugar; ``spots`` are (x, y, turn)."""
    p, tris = growth.ball(5)
    s = Shader("fig")
    at = s.places("Object", (1, 1, 1))
    cloud = s.noise(at, 90, 5, 0.65)
    bloom = s.noise(at, 40, 4, 0.6)
    base = s.ramp(cloud, [(0.30, (0.10, 0.045, 0.018)), (0.68, (0.36, 0.20, 0.085))])
    dust = s.ramp(bloom, [(0.46, (0,) * 3), (0.70, (0.55,) * 3)])
    base = s.mix(dust, base, (0.58, 0.50, 0.40))
    skin = s.skin(Base_Color=base, Roughness=0.62, Specular=0.35, Normal=s.bump(cloud, 0.5, 0.002))
    for k, (x, y, turn) in enumerate(spots):
        angle = np.arctan2(p[:, 1], p[:, 0])
        wrinkle = 0.05 * np.sin(11 * angle + 3 * p[:, 2] + k) + 0.035 * np.sin(
            23 * angle - 5 * p[:, 2]
        )
        neck = np.exp(-(((p[:, 2] - 1.0) / 0.22) ** 2))
        r = 0.020 * (1 + wrinkle * (1 - np.abs(p[:, 2]) * 0.5)) * (1 - 0.45 * neck)
        q = p * r[:, None] * [1.0, 0.98, 0.55]
        q[:, 2] += 0.010 * neck
        out = shapes.put(growth.soup("fig", [(q, tris, 0)], [skin]), "fig")
        lean = (0.0, 0.25, turn) if k % 2 else (0.15, -0.1, turn)
        place(out, (x, y, ground + 0.0105), lean)


def plums(spots: Any, rng: np.random.Generator) -> None:
    """Blue plums with bloom; ``spots`` are (x, y, z of the ground, turn)."""
    p, tris = growth.ball(5)
    angle = np.arctan2(p[:, 1], p[:, 0])
    r = 0.0215
    seam = 0.05 * np.exp(-((angle / 0.14) ** 2)) * (1 - p[:, 2] ** 4)
    dent = 0.16 * np.exp(-(((p[:, 2] - 1) / 0.09) ** 2))
    q = p * r * (1 - seam)[:, None] * [0.92, 0.90, 1.16]
    q[:, 2] -= r * dent
    s = Shader("plum")
    at = s.places("Object", (1, 1, 1))
    cloud = s.noise(at, 34, 6, 0.62)
    rub = s.noise(at, 110, 4, 0.7)
    cover = s.ramp(
        s.sum("ADD", s.sum("MULTIPLY", cloud, 0.7), s.sum("MULTIPLY", rub, 0.3)),
        [(0.40, (0.04,) * 3), (0.62, (0.62,) * 3)],
    )
    base = s.mix(cover, (0.035, 0.008, 0.035), (0.20, 0.20, 0.32))
    skin = s.skin(Base_Color=base, Roughness=s.span(cover, 0.16, 0.75), Specular=0.5)
    stem = growth.tube(
        np.asarray([(0, 0, r * 0.95), (0.001, 0, r * 1.2), (0.004, 0, r * 1.5)]),
        np.full(3, 0.0011),
        8,
    )
    wood = leather((0.12, 0.09, 0.04), (0.05, 0.035, 0.015))
    data = growth.soup("plum", [(q, tris, 0), (*stem, 1)], [skin, wood])
    for k, (x, y, z, turn) in enumerate(spots):
        lean = (1.45 + 0.1 * k, 0.15 * (-1) ** k, turn)
        place(shapes.put(data, "plum"), (x, y, z + r * 0.91), lean)
