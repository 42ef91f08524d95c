"""Qingtian's rinsing: spring water from a bamboo pipe onto bayberries in a stone basin."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import growth
import lamps
import shade
import shapes
from sets import ironwork, jade, yangmei

Vec = tuple[float, float, float]
LEVEL = 0.205  # of the water, above the ground


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    rng = np.random.default_rng(job["seed"])
    _court(rng)
    _basin()
    fruit = yangmei.kinds(yangmei.flesh(0.7, 1.0), rng, 6)
    at = _float(rng, fruit)
    water = shade.glass((0.97, 1.0, 0.985), (0.90, 0.95, 0.93))
    s_line = _pipe(rng, water)
    _surface(s_line, water)
    _splash(s_line, at, rng, water)
    yangmei.sprig((0.10, -0.12, LEVEL + 0.002), 0.5, 3, rng)
    pale = (0.92, 1.0, 0.97)
    lamps.window((-1.3, 1.2, 1.6), (0.0, 0.0, 0.2), 120, (1.3, 1.4), pale)
    lamps.area((-1.4, -1.0, 1.4), (0, 0, 0.2), 18, (1.2, 1.2), pale, False, 120)
    lamps.area((1.1, 0.6, 0.9), (0.0, 0.0, 0.2), 5, (0.4, 0.8), pale, True, 80)
    film.ambient(pale, 0.03)
    aim, focus = (0.0, 0.0, 0.27), (0.0, -0.12, 0.21)
    if job["orientation"] == "portrait":
        film.camera((0.22, -1.25, 0.74), aim, 47, (0.47, 0.32), 4.0, focus)
    else:
        film.camera((0.26, -1.22, 0.66), aim, 38, (0.405, 0.43), 3.5, focus)


def _court(rng: np.random.Generator) -> None:
    """Wet flags, a mossy wall on the right, mist and bamboo on the left."""
    flags = shade.bricks((0.085, 0.10, 0.09), (0.03, 0.038, 0.035), (0.02, 0.03, 0.02), (0.7, 0.45))
    shapes.plane("ground", (-6, -4, 0), (12, 0, 0), (0, 12, 0), flags, metres=True)
    s = shade.Shader("mossy")
    cloud = s.noise(s.places("Object", (1, 1, 1)), 5, 6, 0.65)
    base = s.ramp(cloud, [(0.38, (0.035, 0.045, 0.040)), (0.52, (0.075, 0.085, 0.075)),
                          (0.68, (0.035, 0.065, 0.020))])  # fmt: skip
    moss = s.skin(Base_Color=base, Roughness=0.8, Normal=s.bump(cloud, 0.8, 0.03))
    z = 0.0
    for high in (0.32, 0.28, 0.34, 0.26, 0.3):
        x = 0.12 + rng.uniform(0, 0.3)
        while x < 4:
            long = float(rng.uniform(0.4, 0.8))
            spot = (x + long / 2, 1.65 + rng.normal(0, 0.015), z + high / 2)
            shapes.block("course", (long - 0.012, 0.4, high - 0.010), spot, moss, 0.02)
            x += long
        z += high
    mist = shade.glow((0.55, 0.68, 0.62), 0.8)
    shapes.plane("mist", (-7, 6.5, -1), (14, 0, 0), (0, 0, 7), mist)
    jade.culms(rng, -2.6, 0.4, 2.4, 4.6, 16)


def _basin() -> None:
    """A round basin hewn from one grey-green stone."""
    rows = [(0, 0.0), (0.205, 0.0), (0.235, 0.015), (0.285, 0.10), (0.312, 0.20), (0.316, 0.232),
            (0.308, 0.246), (0.286, 0.248), (0.274, 0.240), (0.266, 0.215), (0.240, 0.12),
            (0.185, 0.072), (0, 0.060)]  # fmt: skip
    hewn = shade.stone((0.17, 0.20, 0.175), (0.065, 0.08, 0.07), 5.0, 0.55, 0.5)
    line = shapes.curve(rows, 6)
    line[:, 0] = np.maximum(line[:, 0], 0)
    shapes.turned("basin", line, hewn, 160)


def _float(rng: np.random.Generator, fruit: list[Any]) -> np.ndarray:
    """Berries drift at the surface, crowded, two thirds of each under water."""
    count = 175
    a, r = rng.uniform(0, 2 * math.pi, count), 0.25 * np.sqrt(rng.random(count))
    p = np.stack([r * np.cos(a), r * np.sin(a)], 1)
    size = yangmei.RADIUS * rng.uniform(0.88, 1.08, count)
    stir = np.asarray([0.02, 0.07])  # the jet keeps a place free
    for _ in range(160):
        gap = p[:, None] - p[None]
        far = np.linalg.norm(gap, axis=2) + np.eye(count)
        push = np.clip((size[:, None] + size[None]) * 0.98 - far, 0, None) * (1 - np.eye(count))
        p += (gap / far[..., None] * push[..., None]).sum(1) * 0.34
        away = p - stir
        far1 = np.linalg.norm(away, axis=1) + 1e-9
        p += away / far1[:, None] * np.clip(0.052 - far1, 0, None)[:, None] * 0.5
        out = np.linalg.norm(p, axis=1)
        p *= np.minimum(1, (0.262 - size) / np.maximum(out, 1e-6))[:, None]
    at = np.column_stack([p, LEVEL - size * rng.uniform(-0.05, 0.35, count)])
    yangmei.lay(at, size, fruit, rng)
    under = 90
    a, r = rng.uniform(0, 2 * math.pi, under), 0.20 * np.sqrt(rng.random(under))
    deep = np.stack([r * np.cos(a), r * np.sin(a), rng.uniform(0.11, 0.165, under)], 1)
    yangmei.lay(deep, yangmei.RADIUS * rng.uniform(0.88, 1.05, under), fruit, rng)
    return at


def _pipe(rng: np.random.Generator, water: Any) -> np.ndarray:
    """A bamboo pipe on a forked stake; returns where the water lands."""
    cane = jade.bamboo((0.22, 0.21, 0.085), (0.10, 0.095, 0.04))
    start, end = np.asarray([-0.75, 0.62, 0.66]), np.asarray([-0.045, 0.115, 0.475])
    t = np.linspace(0, 1, 60)
    line = start + (end - start) * t[:, None]
    thick = 0.024 + 0.0024 * np.exp(-(((t * 3.3) % 1 - 0.5) ** 2) / 0.0015)
    ironwork.pipe(line, thick, cane, 32, "bamboo", ends=False)
    hollow = shade.earth((0.03, 0.026, 0.014), (0.012, 0.01, 0.006))
    ironwork.pipe(line, np.full(60, 0.0195), hollow, 32, "hollow", ends=False)
    way = (end - start) / np.linalg.norm(end - start)
    rim = np.stack([end - way * 0.001, end + way * 0.0004])
    points, tris = growth.tube(rim, np.asarray([0.024, 0.024]), 32)
    inner, _ = growth.tube(rim, np.asarray([0.0195, 0.0195]), 32)
    ring = np.vstack([points[32:], inner[32:]])
    lip = [(j, (j + 1) % 32, (j + 1) % 32 + 32, j + 32) for j in range(32)]
    shapes.mesh("lip", ring, lip, cane, smooth=False)
    del tris
    stake = start + (end - start) * 0.42
    ironwork.pipe([(stake[0], stake[1], 0.0), (stake[0], stake[1], stake[2] + 0.10)], 0.017, cane)
    other = np.asarray([stake[0] + 0.03, stake[1] - 0.045, 0.0])
    ironwork.pipe([other, (other[0] - 0.012, other[1], stake[2] + 0.09)], 0.013, cane)
    flat = np.asarray([way[0], way[1], 0]) / math.hypot(way[0], way[1])
    lip_at = end + way * 0.0 - [0, 0, 0.008]
    t_end = 0.235
    time = np.linspace(-0.05, t_end, 60)
    run = np.clip(time, 0, None)
    line = lip_at + np.outer(time * 0.42, flat) - np.outer(0.12 * run + 4.9 * run**2, [0, 0, 1.0])
    line[:, 2] += np.clip(-time, 0, None) * 0.15
    line = line[line[:, 2] > LEVEL - 0.004]
    n = len(line)
    u = np.linspace(0, 1, n)
    radius = np.interp(u, [0, 0.2, 1], [0.0125, 0.0105, 0.0062])
    radius = radius * (1 + 0.16 * u * np.sin(u * 34 + 1.0))
    ironwork.pipe(line, radius, water, 24, "stream", ends=False)
    del rng
    return line[-1]


def _surface(spot: np.ndarray, water: Any) -> None:
    """Water to the basin's side, with rings round where the jet falls in."""
    n, m = 180, 90
    r = np.linspace(0, 1, m)[:, None] ** 0.8 * 0.2675
    a = np.linspace(0, 2 * math.pi, n + 1)[None]
    x, y = r * np.cos(a), r * np.sin(a)
    far = np.hypot(x - spot[0], y - spot[1])
    z = LEVEL + 0.0030 * np.cos(far * 330) * np.exp(-far / 0.045)
    z = z + 0.0007 * np.sin(x * 60 + y * 35) + 0.0005 * np.sin(y * 90 - x * 40)
    points = np.stack([x, y, z], -1).reshape(-1, 3)
    w = n + 1
    faces = [
        (i * w + j, i * w + j + 1, (i + 1) * w + j + 1, (i + 1) * w + j)
        for i in range(m - 1)
        for j in range(n)
    ]
    shapes.weld(shapes.mesh("water", points, faces, water), 1e-6)


def _splash(spot: np.ndarray, at: np.ndarray, rng: np.random.Generator, water: Any) -> None:
    """Bubbles and drops where it falls, beads on the berries that stand out."""
    shape, tris = growth.ball(2)
    data = growth.soup("drop", [(shape, tris, 0)], [water])
    for _ in range(150):
        d, a = abs(rng.normal(0, 0.024)), rng.uniform(0, 2 * math.pi)
        up = max(0.0, float(rng.normal(0.004, 0.012))) * (rng.random() < 0.4)
        r = float(rng.choice([0.0012, 0.002, 0.0032, 0.0045], p=[0.35, 0.35, 0.2, 0.1]))
        one = shapes.put(data, "drop")
        one.location = (spot[0] + d * math.cos(a), spot[1] + d * math.sin(a), LEVEL + up + r * 0.4)
        one.scale = (r, r, r)
    for _ in range(160):
        berry = at[rng.integers(len(at))]
        way = rng.normal(0, 1, 3) + [0, -0.5, 1.4]
        way /= np.linalg.norm(way)
        r = float(rng.uniform(0.0006, 0.0014))
        one = shapes.put(data, "bead", tuple(berry + way * (yangmei.RADIUS * 0.97)))
        one.scale = (r, r, r)
