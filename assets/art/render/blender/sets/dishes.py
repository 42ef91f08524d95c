"""Dishes for a set table: a steamed carp with its scales, shreds, dumplings, chopsticks."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import growth
import shade
import shapes
from sets import ware
from sets.berries import place

LONG = 0.285  # of the carp without its tail fin, metres


def tinted(thing: Any, colours: np.ndarray) -> None:
    """Give each vertex its colour (n, 3), for a shader that reads ``tone``."""
    layer = thing.data.color_attributes.new("tone", "FLOAT_COLOR", "POINT")
    four = np.column_stack([colours, np.ones(len(colours))]).astype(np.float32)
    layer.data.foreach_set("color", four.ravel())


def _moist(rough: float = 0.22, sub: float = 0.12) -> Any:
    s = shade.Shader("moist")
    tone = s.add("Attribute", {"attribute_name": "tone"}).outputs["Color"]
    fine = s.noise(s.places("Object", (1, 1, 1)), 220, 4, 0.6)
    return s.skin(
        Base_Color=tone, Roughness=s.span(fine, rough - 0.08, rough + 0.14), Specular=0.5,
        Subsurface=sub, Subsurface_Radius=(0.006, 0.003, 0.002), Subsurface_Color=(0.9, 0.6, 0.4),
        Normal=s.bump(fine, 0.10, 0.0006),
    )  # fmt: skip


def _outline(u: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Back, belly (y) and thickness (z) of a carp on its side along 0-1 from mouth to tail."""
    knots = np.asarray([0.0, 0.03, 0.09, 0.18, 0.30, 0.45, 0.62, 0.78, 0.90, 1.0])
    back = np.interp(
        u, knots, [0.006, 0.017, 0.030, 0.043, 0.052, 0.053, 0.043, 0.027, 0.018, 0.016]
    )
    belly = np.interp(
        u, knots, [-0.004, -0.013, -0.024, -0.034, -0.041, -0.044, -0.036, -0.022, -0.016, -0.016]
    )
    thick = np.interp(
        u, knots, [0.006, 0.014, 0.022, 0.029, 0.033, 0.033, 0.026, 0.016, 0.009, 0.005]
    )
    return _smooth(back), _smooth(belly), _smooth(thick)


def _smooth(line: np.ndarray) -> np.ndarray:
    kernel = np.hanning(31)
    return np.convolve(np.pad(line, 15, mode="edge"), kernel / kernel.sum(), mode="valid")


def height(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """How high the carp's flank stands over the plate at places in its own frame; 0 outside."""
    u = np.linspace(0, 1, 400)
    back, belly, thick = _outline(u)
    t = np.clip(x / LONG, 0, 1)
    top, low, high = (np.interp(t, u, line) for line in (back, belly, thick))
    v = np.clip((y - (top + low) / 2) / ((top - low) / 2), -1, 1)
    out: np.ndarray = high * (1 - np.abs(v) ** 2.2) ** 0.62
    return out


def carp(at: Any, turn: float, rng: np.random.Generator) -> None:
    """A field carp steamed with its scales, scored thrice, on its side; its mouth at ``at``."""
    n, m = 620, 230
    u, v = np.meshgrid(np.linspace(0, 1, n), np.linspace(-1, 1, m))
    back, belly, _ = _outline(np.linspace(0, 1, n))
    y = (back + belly) / 2 + (back - belly) / 2 * v
    x = u * LONG
    z = height(x, y)
    body = np.clip((u - 0.245 + 0.035 * v**2) / 0.02, 0, 1) * np.clip((1.0 - u) / 0.02, 0, 1)
    rise, rim = _scales(x, y, 0.0092)
    z = z + body * rise * 0.00085 * np.clip((1 - np.abs(v)) * 6, 0, 1)
    gill = np.exp(-(((u - 0.232 + 0.05 * v**2) / 0.006) ** 2)) * (np.abs(v) < 0.86)
    cheek = np.exp(-(((u - 0.150 + 0.04 * v**2) / 0.006) ** 2)) * (np.abs(v + 0.1) < 0.6)
    z = z - 0.0028 * gill - 0.0010 * cheek
    cut = np.zeros_like(x)
    for middle in (0.40, 0.53, 0.66):
        d = u - middle - 0.055 * v
        cut = np.maximum(cut, np.exp(-((d / 0.0125) ** 2)) * np.clip((0.74 - np.abs(v)) * 7, 0, 1))
    z = np.maximum(z - 0.0075 * cut, 0)
    red, gold, pale = (
        np.asarray((0.46, 0.055, 0.010)),
        np.asarray((0.60, 0.135, 0.020)),
        np.asarray((0.66, 0.36, 0.13)),
    )
    flank = np.clip((v + 0.75) / 1.3, 0, 1)[..., None]
    colour = pale * (1 - flank) + gold * flank
    upper = np.clip((v - 0.0) / 0.8, 0, 1)[..., None]
    colour = colour * (1 - upper) + red * upper
    blotch = 0.5 + 0.5 * np.sin(x * 46 + 2 * np.sin(y * 90 + 1)) * np.sin(
        y * 70 + 3 * np.sin(x * 30)
    )
    colour = colour * (0.78 + 0.3 * blotch[..., None])
    colour = colour * (1 - 0.62 * (rim * body)[..., None])
    head = (1 - body)[..., None]
    colour = colour * (1 - 0.25 * head) + head * np.asarray((0.05, 0.012, 0.0))
    colour = colour * (1 - 0.6 * np.maximum(gill, 0.5 * cheek)[..., None])
    flesh = np.clip(cut * 1.5 - 0.25, 0, 1)[..., None]
    colour = colour * (1 - flesh) + np.asarray((0.74, 0.66, 0.55)) * flesh
    points = np.stack([x, y, z + 0.001], -1).reshape(-1, 3)
    faces: list[tuple[int, ...]] = [
        (j * n + i, j * n + i + 1, (j + 1) * n + i + 1, (j + 1) * n + i)
        for j in range(m - 1)
        for i in range(n - 1)
    ]
    fish = shapes.mesh("carp", points, faces, _moist())
    tinted(fish, colour.reshape(-1, 3))
    things = [fish, *_fins(rng), *_eye()]
    for thing in things:
        place(thing, at, (0, 0, turn))


def _scales(x: np.ndarray, y: np.ndarray, size: float) -> tuple[np.ndarray, np.ndarray]:
    """Overlapping scales: how far each stands out (0-1, most at its free edge) and its rim."""
    rise, rim = np.zeros_like(x), np.zeros_like(x)
    p, q = x / size, y / (size * 0.86)
    for row in (-1, 0, 1):
        k = np.floor(q) + row
        off = 0.5 * (k % 2)
        for col in (-1, 0, 1):
            c = np.floor(p - off) + col + off
            dx, dy = p - c, q - (k + 0.5)
            r = np.hypot(dx * 0.86, dy)
            inside = (r < 0.78) & (dx > -0.35)
            lift = np.clip(0.35 + dx * 0.75, 0, 1)
            better = inside & (lift > rise)
            rise = np.where(better, lift, rise)
            rim = np.where(better, np.clip((r - 0.62) / 0.14, 0, 1), rim)
    return rise, rim


def _fins(rng: np.random.Generator) -> list[Any]:
    skin = _moist(0.3, 0.2)
    made = []
    for root, spread, long, count in (
        (((1.0, 0.014), (1.0, -0.014)), (0.62, -0.62), (0.062, 0.066), 22),
        (((0.36, 0.049), (0.72, 0.031)), (1.25, 0.55), (0.026, 0.014), 20),
        (((0.70, -0.030), (0.80, -0.020)), (-1.0, -0.55), (0.026, 0.016), 10),
        (((0.45, -0.040), (0.52, -0.040)), (-1.1, -0.6), (0.030, 0.022), 10),
    ):
        t = np.linspace(0, 1, count * 4 + 1)
        foot = np.asarray(root[0]) * (1 - t)[:, None] + np.asarray(root[1]) * t[:, None]
        foot = foot * [LONG, 1]
        way = spread[0] + (spread[1] - spread[0]) * t
        reach = long[0] + (long[1] - long[0]) * t
        if count == 22:  # the tail is forked
            reach = reach * (0.62 + 0.38 * np.abs(2 * t - 1) ** 1.2)
        reach = reach * (1 + 0.03 * np.sin(t * count * 2 * math.pi))
        tip = foot + np.stack([np.cos(way), np.sin(way)], 1) * reach[:, None]
        rows = []
        for share in (0.0, 0.3, 0.65, 1.0):
            flat = foot + (tip - foot) * share
            ridge = 0.0012 * (0.5 + 0.5 * np.cos(t * count * 2 * math.pi))
            high = 0.006 - 0.0035 * share + ridge
            rows.append(np.column_stack([flat, high]))
        w = len(t)
        faces: list[tuple[int, ...]] = [
            (i * w + j, i * w + j + 1, (i + 1) * w + j + 1, (i + 1) * w + j)
            for i in range(3)
            for j in range(w - 1)
        ]
        fin = shapes.mesh("fin", np.vstack(rows), faces, skin)
        ray = np.tile(0.5 + 0.5 * np.cos(t * count * 2 * math.pi), 4)[:, None]
        tinted(fin, np.asarray((0.42, 0.10, 0.03)) * (0.55 + 0.65 * ray) * rng.uniform(0.9, 1.1))
        made.append(fin)
    return made


def _eye() -> list[Any]:
    made = []
    for r, colour, lift, rough in (
        (0.0062, (0.70, 0.66, 0.58), -0.0026, 0.3),
        (0.0032, (0.78, 0.76, 0.72), 0.0014, 0.15),
    ):
        p, tris = growth.ball(3)
        flat = p * r * [1, 1, 0.75] + [0.080 * LONG / 0.285, 0.010, 0.0265 + lift]
        made.append(
            shapes.put(
                growth.soup("eye", [(flat, tris, 0)], [ware.matt(colour, rough, 0.05)]), "eye"
            )
        )
    return made


def shreds(
    spots: np.ndarray,
    long: float,
    thick: float,
    colours: tuple[Any, Any],
    rng: np.random.Generator,
    curl: float,
) -> None:
    """Fine strips lying crosswise at points (n, 3), some curled, as of scallion or ginger."""
    s = shade.Shader("shred")
    own = s.add("NewGeometry").outputs["Random Per Island"]
    base = s.ramp(own, [(0.1, colours[0]), (0.9, colours[1])])
    skin = s.skin(Base_Color=base, Roughness=0.32, Specular=0.5)
    parts = []
    for spot in spots:
        t = np.linspace(-1, 1, 15)
        size = long * rng.uniform(0.6, 1.1) / 2
        bend = rng.normal(0, curl)
        line = np.stack(
            [t * size, bend * size * (t**2 - 0.3), 0.35 * abs(bend) * size * (1 - t**2)], 1
        )
        a, lean = rng.uniform(0, math.pi), rng.normal(0, 0.25)
        c, q = math.cos(a), math.sin(a)
        turned = np.stack(
            [
                c * line[:, 0] - q * line[:, 1],
                q * line[:, 0] + c * line[:, 1],
                line[:, 2] + lean * line[:, 0] * 0.4,
            ],
            1,
        )
        radius = thick * rng.uniform(0.7, 1.2) * np.clip((1 - np.abs(t)) * 8, 0.35, 1)
        parts.append((*growth.tube(turned + spot, radius, 6), 0))
    shapes.put(growth.soup("shreds", parts, [skin]), "shreds")


def dumpling(rng: np.random.Generator, material: Any) -> Any:
    """A half-moon of dough with a pleated seam, about the origin, lying flat; a mesh."""
    n, m = 64, 36
    a, v = np.meshgrid(np.linspace(0, 2 * math.pi, n), np.linspace(0, 1, m))
    y0 = np.sin(a)
    x = np.cos(a) * (0.031 - 0.004 * np.clip(y0, 0, 1)) * v
    y = y0 * (0.015 + 0.004 * (y0 > 0)) * v
    z = 0.0195 * np.sqrt(np.clip(1 - v**2, 0, 1))
    seam = np.exp(-((y / 0.0035) ** 2)) * np.clip(1 - (np.abs(x) / 0.030) ** 2, 0, 1)
    pleat = 1 + 0.22 * np.sin(x * 900 + rng.uniform(0, 6))
    z = z + 0.0065 * seam * pleat
    y = y + 0.006 * (x / 0.03) ** 2
    points = np.stack([x, y, np.maximum(z, 0.0)], -1).reshape(-1, 3)
    tris = []
    for j in range(m - 1):
        for i in range(n - 1):
            p = j * n + i
            tris += [(p, p + n, p + n + 1), (p, p + n + 1, p + 1)]
    return growth.soup("dumpling", [(points, np.asarray(tris), 0)], [material])


def chopsticks(at: Any, turn: float, rest: Any) -> None:
    """A pair of dark chopsticks on their ``rest``'s material, tips towards +y before turning."""
    wood = shade.oak((0.012, 0.006, 0.004), (0.05, 0.022, 0.013), 0.28, "y")
    c, s = math.cos(turn), math.sin(turn)
    block = shapes.block(
        "rest", (0.052, 0.014, 0.011), (at[0] - s * 0.09, at[1] + c * 0.09, 0.0055), rest, 0.005
    )
    block.rotation_euler = (0, 0, turn)
    for dx in (-0.0055, 0.0055):
        line = np.asarray([(dx, -0.125, 0.0038), (dx, 0.09, 0.0140), (dx * 0.8, 0.125, 0.0155)])
        stick = growth.tube(line, np.asarray([0.0036, 0.0026, 0.0021]), 10)
        place(shapes.put(growth.soup("stick", [(*stick, 0)], [wood]), "stick"), at, (0, 0, turn))


def sauce(colour: Any, rough: float = 0.06) -> Any:
    """A thin dark gravy."""
    s = shade.Shader("sauce")
    return s.skin(Base_Color=colour, Roughness=rough, Specular=0.5)
