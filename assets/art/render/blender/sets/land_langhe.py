"""The Langhe on an October morning: rows along the contours, fog between the hills, a village."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import air
import farm
import film
import growth
import outside
import shapes
import slopes

SUN = (-58.0, 9.0)
FOG = (0.56, 0.57, 0.61)
GLOW = (*SUN, 3.5, (0.62, 0.36, 0.10))
EYE = (1.2, -4.0, 81.9)
GAP = 2.9
VILLAGE = (-60.0, 600.0)


def surface(x: Any, y: Any) -> Any:
    """Height of the ground beyond our slope: a hill with the village, long ridges."""
    x, y = np.asarray(x, float), np.asarray(y, float)

    def hump(cx: float, cy: float, rx: float, ry: float, high: float, turn: float = 0.0) -> Any:
        c, s = math.cos(turn), math.sin(turn)
        u, v = c * (x - cx) + s * (y - cy), -s * (x - cx) + c * (y - cy)
        return high * np.exp(-((u / rx) ** 2) - (v / ry) ** 2)

    spur = hump(150, 330, 80, 170, 46, -0.35)
    hill = hump(*VILLAGE, 210, 150, 84) + hump(-330, 760, 220, 120, 62, 0.3)
    more = hump(330, 560, 190, 150, 66, 0.5) + hump(-330, 330, 130, 90, 40)
    far = hump(520, 1150, 420, 150, 96) + hump(-460, 1320, 480, 160, 104, -0.2)
    last = hump(150, 1900, 900, 200, 120) + hump(-1300, 2300, 700, 260, 150)
    rough = (
        2.4 * slopes.wander(x / 55 + 0.5 * slopes.wander(y / 80, 2), 4) * slopes.wander(y / 60, 7)
    )
    stack = np.stack([spur, hill, more, far, last])
    return (stack**3).sum(0) ** (1 / 3) + rough * np.clip(y / 60, 0, 1)


def misty(material: Any) -> Any:
    """Give a material the morning's air."""
    fog = (EYE[2], 30.0, 85.0, 7.0)
    return air.veil(material, FOG, 3600.0, fog, GLOW, 9.0)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    air.sky(
        [(0.0, (0.62, 0.56, 0.52)), (0.07, (0.54, 0.54, 0.57)), (0.20, (0.34, 0.41, 0.52)),
         (0.7, (0.20, 0.28, 0.42))],
        glow=(*SUN, 5.0, (1.5, 0.85, 0.32)),
        clouds=((0.62, 0.56, 0.53), 0.50, 0.80, 0.9),
        seen=0.8,
    )  # fmt: skip
    air.sun(*SUN, 6.5, (1.0, 0.78, 0.52), 2.0)
    marl = misty(outside.clay((0.27, 0.26, 0.225), (0.15, 0.15, 0.13), (0.13, 0.17, 0.06)))
    grass = misty(outside.clay((0.15, 0.17, 0.07), (0.08, 0.10, 0.04), (0.22, 0.19, 0.08)))
    leaf = misty(outside.leaf((0.24, 0.20, 0.04), (0.12, 0.14, 0.03), (0.46, 0.15, 0.03), 0.42))
    wood = misty(outside.leaf((0.075, 0.085, 0.03), (0.035, 0.045, 0.02), (0.26, 0.13, 0.03), 0.3))
    _ground(marl, grass)
    own = _slope(marl, grass)
    _rows(rng, leaf, own)
    _woods(rng, wood)
    top = (*VILLAGE, float(surface(*VILLAGE)))
    farm.village(top, rng, misty)
    dark = misty(outside.leaf((0.035, 0.05, 0.022), (0.018, 0.028, 0.014), (0.05, 0.06, 0.03)))
    tree = farm.cypress(dark, rng, 12)
    for x, y in ((-128, 600), (-136, 604), (-14, 600), (96, 230), (101, 236), (270, 540)):
        shapes.put(tree, "cypress", (x, y, float(surface(x, y)) - 0.3))
    _alps()
    aim = (*VILLAGE, top[2] + 4)
    if tall:
        lens = film.camera(EYE, aim, 50, (0.44, 0.27), 11.0)
    else:
        lens = film.camera(EYE, aim, 46, (0.41, 0.34), 11.0)
    lens.data.clip_end = 40000


def _ground(marl: Any, grass: Any) -> None:
    """One sheet, finer near by."""
    for name, material, near, far, wide, n, m in (
        ("near", marl, -40, 420, 420, 420, 420), ("far", grass, 400, 3600, 2600, 420, 520),
    ):  # fmt: skip
        y = near + (far - near) * np.linspace(0, 1, n) ** 1.5
        x = np.linspace(-1, 1, m) * wide
        gx, gy = np.meshgrid(x, y)
        lines = np.stack([gx, gy, surface(gx, gy) - (0.6 if name == "far" else 0)], -1)
        slopes.strip(name, lines, material)


def _trace(level: float, start: tuple[float, float], step: float, most: int) -> np.ndarray:
    """A contour (n, 3) followed from near ``start`` both ways."""
    x, y = start

    def slope(x: float, y: float) -> tuple[float, float]:
        e = 0.5
        return (
            float(surface(x + e, y) - surface(x - e, y)) / (2 * e),
            float(surface(x, y + e) - surface(x, y - e)) / (2 * e),
        )

    out = []
    for sign in (1, -1):
        px, py, part = x, y, []
        for _ in range(most):
            gx, gy = slope(px, py)
            g = math.hypot(gx, gy) + 1e-6
            if g < 0.02:
                break
            px, py = px - sign * gy / g * step, py + sign * gx / g * step
            off = float(surface(px, py)) - level
            px, py = px - gx / g * off / g * 0.7, py - gy / g * off / g * 0.7
            part.append((px, py, float(surface(px, py))))
        out.append(np.asarray(part).reshape(-1, 3))
    return np.vstack([out[1][::-1], out[0]])


def _slope(marl: Any, grass: Any) -> np.ndarray:
    """Our own slope, laid out by its rows (m, n, 3): they lead on and round to the left."""
    knots = [(6, -44), (2, 0), (-4, 52), (-24, 108), (-66, 164), (-135, 214)]
    right = slopes.contours(knots, 30, GAP, 1.5, 2.0, 0.04, -1)
    left = slopes.contours(knots, 17, GAP, 1.5, 5.0, 0.04, 1)
    lines = np.concatenate([left[:0:-1], right])
    far = (np.arange(len(lines)) - 16) * GAP
    down = 76.0 - np.where(far > 0, 0.07 * far + 0.0016 * far**2, 0.085 * far)
    away = np.hypot(lines[..., 0], lines[..., 1])
    sway = 0.4 * slopes.wander(np.arange(lines.shape[1]) / 26, 3.0)
    high = down[:, None] + sway[None] - 0.030 * away - 0.0001 * away**2
    ground = np.concatenate([lines, high[..., None]], 2)
    slopes.strip("own", ground, marl)
    way = lines[-1] - lines[-2]
    more = [
        np.column_stack([lines[-1] + way * k * 1.6, ground[-1, :, 2] - 2.2 * k]) for k in range(16)
    ]
    slopes.strip("brow", np.stack(more), grass)
    way = lines[1] - lines[0]
    more = [np.column_stack([lines[0] - way * k * 2, ground[0, :, 2] + 0.3 * k]) for k in range(6)]
    slopes.strip("crest", np.stack(more), grass)
    return ground


def _rows(rng: np.random.Generator, leaf: Any, own: np.ndarray) -> None:
    """Rows that follow the contours, near ones of whole vines, far ones of loose leaves."""
    near: list[np.ndarray] = []
    far: list[np.ndarray] = []
    for line in own:
        row = slopes.along(line, 1.0, rng)
        row = row[(rng.random(len(row)) > 0.02) & (row[:, 1] > 1)]
        dist = np.hypot(row[:, 0], row[:, 1])
        seen = np.abs(row[:, 0] + 2) < 0.56 * row[:, 1] + 9
        near.append(row[(dist < 80) & seen])
        far.append(row[(dist >= 80) & (dist < 300)][:, :3])
    plots = (  # a line down the slope along which rows begin, their gap, how far they go
        ((200, 250), (110, 330), 3.0, 3.0, 50),
        ((-62, 570), (-75, 440), 4.2, 4.0, 55), ((60, 620), (110, 520), 4.2, 4.0, 40),
        ((300, 500), (240, 400), 4.4, 4.0, 50), ((-330, 700), (-280, 610), 3.4, 5.0, 50),
        ((-310, 310), (-240, 250), 4.4, 4.0, 40),
    )  # fmt: skip
    for a, b, gap, step, most in plots:
        long = math.dist(a, b)
        for k in range(int(long / gap)):
            t = (k + 0.5) * gap / long
            spot = (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
            line = _trace(float(surface(*spot)), spot, step, most)
            if len(line) < 6:
                continue
            row = slopes.along(line, 1.0, rng)
            dist = np.hypot(row[:, 0], row[:, 1])
            row = row[rng.random(len(row)) > 0.03]
            dist = np.hypot(row[:, 0], row[:, 1])
            near.append(row[dist < 75])
            far.append(row[dist >= 75][:, :3])
    fruit = outside.berry((0.075, 0.018, 0.055), (0.34, 0.30, 0.40))
    kinds = [slopes.hedge(rng, [leaf, outside.bark(), fruit], 1.05, 0.6, 1.7, 0.26, 330, 3,
                          (0.085, 0.15)) for _ in range(5)]  # fmt: skip
    slopes.planted(kinds, np.vstack(near), rng)
    at = np.vstack(far)
    dist = np.hypot(at[:, 0], at[:, 1])
    for pick, count, size in ((dist < 220, 30, 0.13), (dist >= 220, 12, 0.24)):
        part = slopes.tufts(at[pick] + [0, 0, 1.1], rng, count, (0.22, 0.22, 0.36), size)
        shapes.put(growth.soup("rows", [(*part, 0)], [leaf]), "rows")


def _woods(rng: np.random.Generator, wood: Any) -> None:
    """Copses in the hollows and on the north slopes, single oaks."""
    kinds = [farm.crown(wood, wood, rng, 9.0, 4.0) for _ in range(4)]
    x, y = rng.uniform(-1200, 1200, 9000), rng.uniform(330, 2300, 9000)
    patch = slopes.wander(x / 150, 3.0) + slopes.wander(y / 110 + x / 400, 6.0)
    keep = (patch > 0.75) & (np.hypot(x - VILLAGE[0], (y - VILLAGE[1]) * 1.1) > 140)
    spots = np.column_stack([x, y, surface(x, y), np.zeros(len(x))])[keep][:1500]
    slopes.planted(kinds, spots, rng, True)


def _alps() -> None:
    """Snow far off, above the fog."""
    snow = air.veil(
        outside.clay((0.62, 0.66, 0.74), (0.30, 0.35, 0.45), (0.7, 0.72, 0.78)),
        FOG,
        16000.0,
        None,
        GLOW,
    )
    x = np.linspace(-16000, 16000, 900)
    peaks = 0.55 + 0.22 * slopes.wander(x / 2600, 1.4) + 0.15 * np.abs(slopes.wander(x / 1100, 5.0))
    peaks += 0.035 * np.abs(slopes.wander(x / 330, 8.0))
    rows = []
    for t in np.linspace(0, 1, 24):
        ridge = 1 + 0.30 * slopes.wander(x / 420 + 2 * t, 2.0) * (1 - t)
        rows.append(np.column_stack([x, 15000 + 3000 * t + 0 * x, 1650 * peaks * t * ridge]))
    slopes.strip("alps", np.stack(rows), snow)
