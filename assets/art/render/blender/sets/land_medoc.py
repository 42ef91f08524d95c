"""The Médoc: a gravel headland, low straight rows, a château on its rise, the estuary, wide sky."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import air
import farm
import film
import growth
import outside
import shade
import shapes
import slopes
from shade import Shader

HAZE = (0.60, 0.62, 0.64)
HEADING = math.radians(17)  # the rows run this far left of straight ahead
GAP = 1.35
HOUSE = (4.0, 300.0)
HEAD = 8.8  # metres ahead at which the rows begin


def surface(x: Any, y: Any) -> Any:
    """Height of the ground: a low round rise with the house on it, low land to the right."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    hill = 6.2 * np.exp(-(((x - HOUSE[0] + 40) / 120) ** 2) - ((y - HOUSE[1]) / 175) ** 2)
    fall = -7.5 * np.clip((y - 330) / 520, 0, 1) - 5.0 * np.clip((x - 12) / 95, 0, 1) * np.clip(
        y / 130, 0, 1
    )
    near = 0.02 * slopes.wander(x / 1.3, 2) * slopes.wander(y / 1.1, 4)
    out: np.ndarray = (
        hill + fall * np.clip(y / 120, 0, 1) + near - 0.85 * np.clip(y / 60, 0, 1) ** 2
    )
    return out


def soft(material: Any) -> Any:
    """Give a material the river's air."""
    return air.veil(material, HAZE, 2600.0)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    air.sky(
        [(0.0, (0.84, 0.74, 0.60)), (0.05, (0.70, 0.68, 0.65)), (0.16, (0.36, 0.44, 0.55)),
         (0.5, (0.22, 0.31, 0.46)), (1.0, (0.18, 0.27, 0.42))],
        glow=(-46.0, 13.0, 7.0, (1.1, 0.86, 0.55)),
        clouds=((0.66, 0.65, 0.64), 0.40, 0.70, 0.95),
        seen=0.62,
    )  # fmt: skip
    air.sun(-46.0, 17.0, 4.2, (1.0, 0.88, 0.70), 4.0)
    ground()
    carpet(rng, 12000, 2.2, 13.5)
    _rows(rng)
    farm.chateau((*HOUSE, float(surface(*HOUSE)) + 0.8), 0.12, soft)
    _park(rng)
    water = soft(_estuary())
    shapes.plane("estuary", (-3000, 860, -6.4), (9000, 0, 0), (0, 3600, 0), water)
    shore = soft(outside.clay((0.09, 0.11, 0.07), (0.05, 0.06, 0.045), (0.1, 0.12, 0.06)))
    x = np.linspace(-3000, 6000, 300)
    bank = 16 + 9 * np.abs(slopes.wander(x / 90, 3.0))
    rows = [np.column_stack([x, 4200 + 30 * t + 0 * x, -7 + bank * t]) for t in (0.0, 1.0)]
    slopes.strip("shore", np.stack(rows), shore)
    eye = (0.0, 0.0, float(surface(0, 0)) + 1.95)
    aim = (HOUSE[0], HOUSE[1], float(surface(*HOUSE)) + 6)
    if tall:
        lens = film.camera(eye, aim, 46, (0.48, 0.33), 9.0, (0, 9, 1))
    else:
        lens = film.camera(eye, aim, 40, (0.42, 0.39), 9.0, (0, 9, 1))
    lens.data.clip_end = 9000


def _estuary() -> Any:
    s = Shader("estuary")
    swell = s.noise(s.places("Object", (0.05, 0.012, 1)), 1.0, 3, 0.6)
    return s.skin(Base_Color=(0.16, 0.13, 0.10), Roughness=0.12, Specular=0.6,
                  Normal=s.bump(swell, 0.08, 0.5))  # fmt: skip


def ground() -> None:
    """Gravel near by, sandy soil and grass further off."""
    s = Shader("gravel")
    at = s.places("Object", (1, 1, 1))
    cells = s.add("TexVoronoi", Vector=at, Scale=34.0)
    own = s.add("SeparateRGB", Image=cells.outputs["Color"]).outputs
    cloud = s.noise(at, 0.5, 5, 0.6)
    base = s.ramp(own[0], [(0.0, (0.13, 0.11, 0.09)), (0.5, (0.27, 0.22, 0.165)),
                           (0.9, (0.46, 0.40, 0.32)), (1.0, (0.62, 0.58, 0.52))])  # fmt: skip
    base = s.mix(0.7, base, s.ramp(cloud, [(0.35, (0.6,) * 3), (0.65, (1.1,) * 3)]), "MULTIPLY")
    far = s.sum("SUBTRACT", 1.0, cells.outputs["Distance"])
    s.skin(plain=(0.27, 0.22, 0.17), Base_Color=base, Roughness=0.85, Specular=0.3,
           Normal=s.bump(far, 0.8, 0.02))  # fmt: skip
    gravel = soft(s.material)
    y = -3 + 870 * np.linspace(0, 1, 300) ** 2.4
    x = np.sign(np.linspace(-1, 1, 241)) * np.abs(np.linspace(-1, 1, 241)) ** 2.2 * 700
    gx, gy = np.meshgrid(x, y)
    slopes.strip("ground", np.stack([gx, gy, surface(gx, gy)], -1), gravel)


def carpet(rng: np.random.Generator, count: int, begin: float, end: float) -> None:
    """Rounded river stones, thick underfoot: white quartz, ochre, grey; y from begin to end."""
    shape, tris = growth.ball(3)
    kinds = []
    for light, dark in (
        ((0.76, 0.72, 0.66), (0.50, 0.46, 0.40)), ((0.46, 0.33, 0.20), (0.25, 0.165, 0.10)),
        ((0.33, 0.31, 0.29), (0.16, 0.15, 0.145)), ((0.36, 0.27, 0.21), (0.17, 0.12, 0.095)),
    ):  # fmt: skip
        material = shade.stone(light, dark, 7.0, 0.55)
        for _ in range(2):
            dent = 1 + 0.13 * np.sin(2.1 * shape[:, [1, 2, 0]] + rng.uniform(0, 6, 3)).sum(1)
            body = shape * dent[:, None] * [1, rng.uniform(0.65, 0.85), rng.uniform(0.42, 0.6)]
            kinds.append(growth.soup("pebble", [(body, tris, 0)], [material]))
    odds = np.repeat([0.13, 0.14, 0.10, 0.13], 2)
    for _ in range(count):
        y = begin + (end - begin) * rng.random() ** 1.5
        x = rng.uniform(-0.62, 0.66) * (y + 1.0)
        size = float(
            rng.choice([0.011, 0.018, 0.028, 0.042, 0.062], p=[0.34, 0.32, 0.2, 0.11, 0.03])
        )
        stone = shapes.put(kinds[rng.choice(8, p=odds / odds.sum())], "pebble")
        stone.location = (x, y, float(surface(x, y)) + size * 0.18)
        stone.rotation_euler = (*rng.normal(0, 0.22, 2), float(rng.uniform(0, 6.3)))
        stone.scale = (size, size, size)


def _rows(rng: np.random.Generator) -> None:
    """Low rows, trimmed, in posts and wires; a rose at the head of some."""
    leaf = soft(outside.leaf((0.10, 0.165, 0.03), (0.045, 0.085, 0.018), (0.34, 0.10, 0.03), 0.13))
    bark, wood = (
        outside.bark(),
        shade.oak((0.10, 0.085, 0.07), (0.30, 0.26, 0.21), 0.7, "z", worn=0.4),
    )
    fruit = outside.berry((0.040, 0.016, 0.060), (0.24, 0.26, 0.38))
    kinds = [slopes.hedge(rng, [leaf, bark, fruit], 1.1, 0.42, 1.12, 0.22, 330, 4, (0.065, 0.115))
             for _ in range(5)]  # fmt: skip
    post = growth.soup(
        "post",
        [
            (
                *growth.tube(
                    np.asarray([(0, 0, -0.3), (0, 0, 1.22)]), np.asarray([0.034, 0.032]), 8
                ),
                0,
            )
        ],
        [wood],
    )
    go = np.asarray([-math.sin(HEADING), math.cos(HEADING)])
    near, far = [], []
    for k in range(-170, 330):
        head = np.asarray([k * GAP / math.cos(HEADING), HEAD])
        u = np.arange(0.3, 280, 1.08)
        spots = head + go * u[:, None]
        angle = np.abs(np.arctan2(spots[:, 0], spots[:, 1] + 2))
        apart = np.hypot(spots[:, 0] - HOUSE[0], spots[:, 1] - HOUSE[1]) > 46
        keep = (angle < 0.62) & (rng.random(len(u)) > 0.02) & apart & (spots[:, 1] < 262)
        spots = spots[keep]
        dist = np.hypot(*spots.T)
        near.append(spots[dist < 42])
        far.append(spots[(dist >= 42) & ((dist < 150) | (rng.random(len(dist)) < 0.6))])
        if math.hypot(*head) < 40:
            end = shapes.put(post, "post", (*head, float(surface(*head))))
            end.rotation_euler = (0.28, 0, HEADING)
            for u0 in np.arange(5.5, 34, 5.5):
                x, y = head + go * u0
                shapes.put(post, "post", (x, y, float(surface(x, y))))
            _wires(head, go, wood)
            if k % 3 == 0:
                _rose(head - go * 0.55, rng)
    spots = np.vstack(near)
    turn = np.full(len(spots), math.pi / 2 + HEADING)
    slopes.planted(kinds, np.column_stack([spots, surface(*spots.T), turn]), rng)
    spots = np.vstack(far)
    at = np.column_stack([spots, surface(*spots.T) + 0.76])
    dist = np.hypot(*spots.T)
    for pick, count, size in ((dist < 120, 22, 0.10), (dist >= 120, 9, 0.19)):
        part = slopes.tufts(at[pick], rng, count, (0.16, 0.34, 0.17), size)
        shapes.put(growth.soup("rows", [(*part, 0)], [leaf]), "rows")


def _wires(head: np.ndarray, go: np.ndarray, material: Any) -> None:
    steel = shade.steel(0.4)
    for z in (0.5, 0.85, 1.12):
        line = np.asarray([[*(head + go * u), float(surface(*(head + go * u))) + z] for u in
                           np.linspace(0, 30, 12)])  # fmt: skip
        part = growth.tube(line, np.full(12, 0.0016), 4)
        shapes.put(growth.soup("wire", [(*part, 0)], [steel]), "wire")
    del material


def _rose(at: np.ndarray, rng: np.random.Generator) -> None:
    """A rose bush with a few dark red flowers."""
    leaf = outside.leaf((0.06, 0.12, 0.03), (0.03, 0.07, 0.02), (0.12, 0.14, 0.04), 0.1)
    petal = outside.leaf((0.40, 0.02, 0.04), (0.22, 0.008, 0.02), (0.5, 0.05, 0.08), 0.2)
    parts = []
    for _ in range(13):
        a, out = rng.uniform(0, 6.3), rng.uniform(0.08, 0.30)
        tip = np.asarray([out * math.cos(a), out * math.sin(a), rng.uniform(0.35, 0.85)])
        line = np.stack([[0, 0, -0.05], tip * [0.4, 0.4, 0.5], tip])
        parts.append((*growth.tube(line, np.asarray([0.007, 0.005, 0.003]), 5), 0))
        spots = tip * rng.uniform(0.2, 1.0, (34, 1)) + rng.normal(0, 0.05, (34, 3))
        parts.append((*slopes.tufts(spots, rng, 2, 0.02, 0.026), 0))
        if rng.random() < 0.5:
            head = rng.normal(0, 1, (26, 3))
            head /= np.linalg.norm(head, axis=1, keepdims=True)
            bloom = tip + [0, 0, 0.02] + head * 0.026
            parts.append((*growth.leaves(bloom, head, np.full(26, 0.032), rng), 1))
    z = float(surface(*at))
    shapes.put(growth.soup("rose", parts, [leaf, petal]), "rose", (*map(float, at), z))


def _park(rng: np.random.Generator) -> None:
    """Trees about the house."""
    leaf = soft(outside.leaf((0.055, 0.085, 0.03), (0.025, 0.042, 0.018), (0.10, 0.11, 0.04), 0.2))
    kinds = [farm.crown(leaf, leaf, rng, 13, 6.5) for _ in range(4)]
    groves = [(-46, 326, 5, 9), (50, 328, 5, 9), (-88, 345, 8, 18), (86, 352, 6, 14),
              (-165, 400, 12, 34), (-6, 356, 9, 26), (150, 455, 9, 40), (-290, 460, 14, 60),
              (34, 345, 3, 6), (-30, 345, 3, 6)]  # fmt: skip
    rows = []
    for x, y, count, wide in groves:
        for _ in range(count):
            px, py = x + rng.normal(0, wide * 0.6), y + rng.uniform(0, wide)
            if math.hypot(px - HOUSE[0], py - HOUSE[1]) > 31:
                rows.append((px, py, float(surface(px, py)) - rng.uniform(2.2, 4.5), 0.0))
    at = np.asarray(rows)
    slopes.planted(kinds, at, rng, True)
