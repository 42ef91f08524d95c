"""Douro: terraces of schist round a bend of the river, last light on the far spur."""

from __future__ import annotations

from typing import Any

import numpy as np

import air
import farm
import film
import growth
import outside
import schist
import shapes
import slopes

RISE = 4.4
SLOPE = 0.5  # share of it that the bench climbs; the rest is wall
LEVELS, SPUR_LEVELS = 29, 27
SUN = (68.0, 11.0)
HAZE = (0.30, 0.27, 0.29)
FOOT = [
    (-560, -260), (-400, -40), (-250, 130), (-90, 250), (70, 330), (210, 450), (320, 640),
    (330, 860), (200, 1050), (-20, 1150), (-300, 1180), (-640, 1120),
]  # fmt: skip
TOP = [
    (-330, -420), (-240, -190), (-120, -50), (-30, -8), (40, 16), (180, 120), (520, 520),
    (640, 940), (420, 1340), (0, 1520), (-420, 1560), (-900, 1480),
]  # fmt: skip
SPUR_FOOT = [
    (-1000, 330), (-700, 320), (-420, 300), (-190, 345), (10, 455), (140, 640), (140, 840),
    (-10, 985), (-270, 1040), (-600, 1000), (-900, 930),
]  # fmt: skip
SPUR_TOP = [
    (-1000, 600), (-760, 590), (-540, 570), (-380, 590), (-260, 640), (-200, 700), (-210, 750),
    (-290, 790), (-420, 800), (-620, 790), (-900, 760),
]  # fmt: skip


def far(material: Any) -> Any:
    """Give a material the evening's haze."""
    return air.veil(material, HAZE, 7500.0, glow=(*SUN, 4.0, (0.5, 0.24, 0.06)))


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    air.sky(
        [(0.0, (0.95, 0.56, 0.27)), (0.06, (0.72, 0.53, 0.42)), (0.13, (0.46, 0.46, 0.55)),
         (0.35, (0.30, 0.38, 0.56)), (0.8, (0.15, 0.24, 0.46))],
        glow=(*SUN, 7.0, (1.9, 0.85, 0.25)),
        clouds=((0.95, 0.52, 0.30), 0.52, 0.74, 1.3),
        seen=0.62,
    )  # fmt: skip
    air.sun(*SUN, 9.0, (1.0, 0.60, 0.28))
    wall = far(schist.wall())
    soil = far(schist.soil())
    vine = far(outside.leaf((0.18, 0.27, 0.03), (0.08, 0.145, 0.02), (0.44, 0.20, 0.03), 0.16))
    scrub = far(outside.leaf((0.075, 0.085, 0.03), (0.03, 0.042, 0.018), (0.16, 0.12, 0.05), 0.2))
    bank = slopes.raised(FOOT, TOP, LEVELS, 1500, 0.95, 0.9, 2.0)
    _hill("bank", bank, wall, soil, vine, scrub, rng, -1)
    spur = slopes.raised(SPUR_FOOT, SPUR_TOP, SPUR_LEVELS, 900, 0.9, 0.9, 5.0)
    _hill("spur", spur, wall, soil, vine, scrub, rng, 1)
    _crests(bank, spur, scrub, rng)
    shapes.plane("river", (-2500, -900, 0), (5000, 0, 0), (0, 4000, 0), far(schist.river()))
    here = bank[-1][np.linalg.norm(bank[-1], axis=1).argmin()]
    z = LEVELS * RISE
    eye = (here[0] + 4.0, here[1] - 6.0, z + 4.0)
    _chips(rng, bank[-1], eye)
    aim = (-60.0, 640.0, 12.0)
    _parapet(bank, rng)
    bench = spur[9]
    dark = far(outside.leaf((0.03, 0.045, 0.02), (0.015, 0.025, 0.012), (0.05, 0.06, 0.03)))
    tree = farm.cypress(dark, rng, 11)
    k = int(np.linalg.norm(bench - [20, 560], axis=1).argmin())
    high = 9 * RISE * float(_lift(spur[-1])[k])
    for dx, dy in ((-22, 8), (-26, 3), (19, 4)):
        shapes.put(tree, "cypress", (bench[k, 0] + dx, bench[k, 1] + dy + 8, high + 0.5))
    farm.quinta((bench[k, 0] - 6, bench[k, 1] + 10, high + 1.0), -0.35)
    if tall:
        lens = film.camera(eye, (70.0, 640.0, 12.0), 35, (0.56, 0.36), 11.0)
    else:
        lens = film.camera(eye, aim, 36, (0.40, 0.46), 11.0)
    lens.data.clip_end = 12000


def _hill(
    name: str, lines: np.ndarray, wall: Any, soil: Any, vine: Any, scrub: Any,
    rng: np.random.Generator, side: int,
) -> None:  # fmt: skip
    """Benches, walls between them, vines on them; some stretches left to scrub."""
    m, n = lines.shape[:2]
    z = np.arange(m) * RISE
    level = z[:, None, None] * _lift(lines[-1])[None, :, None]
    step = level[1:] - level[:-1]
    rough = np.stack([slopes.wander(np.arange(n) / 3.0, 0.7 * k) for k in range(m)])[..., None]
    edge = np.concatenate([lines, level + 0.12 * rough], 2)
    foot = np.concatenate([lines[1:], level[:-1] + step * SLOPE], 2)
    slopes.pairs(f"{name}-bench", edge[:-1], foot, soil)
    slopes.pairs(f"{name}-wall", foot, edge[1:], wall)
    spots, wild = [], []
    for k in range(1, m - 1):
        for share in (0.22, 0.52, 0.82):
            up = level[k, :, 0] + share * SLOPE * step[k, :, 0]
            line = slopes.at_height(lines[k] * (1 - share) + lines[k + 1] * share, up)
            row = slopes.along(line, 1.5, rng)[:, :3]
            keep = slopes.wander(row[:, 0] / 70 + 0.13 * k, 3.0) > -0.75
            spots.append(row[keep])
            wild.append(row[~keep & (rng.random(len(row)) < 0.3)])
    at = np.vstack(spots)
    dist = np.linalg.norm(at - [0, 0, 130], axis=1)
    near = dist < 60
    mid = ~near & (dist < 260)
    for pick, count, size in ((mid, 34, 0.13), (~near & ~mid, 13, 0.30)):
        if pick.any():
            part = slopes.tufts(at[pick] + [0, 0, 0.85], rng, count, (0.28, 0.28, 0.36), size)
            shapes.put(growth.soup("rows", [(*part, 0)], [vine]), "rows")
    bushy = np.vstack(wild)
    part = slopes.tufts(bushy + [0, 0, 0.5], rng, 14, (0.7, 0.7, 0.5), 0.3)
    shapes.put(growth.soup("wild", [(*part, 0)], [scrub]), "wild")
    if near.any():
        kinds = [
            slopes.hedge(rng, [vine, outside.bark(), outside.berry((0.03, 0.014, 0.06),
            (0.2, 0.22, 0.36))], count=300) for _ in range(4)
        ]  # fmt: skip
        slopes.planted(kinds, np.column_stack([at[near], np.zeros(near.sum())]), rng, True)
    del side


def _parapet(bank: np.ndarray, rng: np.random.Generator) -> None:
    """Stones piled along the edges of the nearest benches."""
    kinds = slopes.slabs(rng, far(schist.stone()))
    for k, reach, high in ((-2, 46, 0.42), (-3, 60, 0.5)):
        line = bank[k]
        z = (LEVELS + 1 + k) * RISE
        near = np.hypot(line[:, 0], line[:, 1]) < reach
        foot = slopes.at_height(line[near], z - 0.15)
        if len(foot) > 3:
            slopes.dry_wall(foot, lambda u, h=high: h + 0.1 * float(slopes.wander(u / 3, 1.0)),
                            kinds, rng, 0.13, (0.2, 0.6), 0.0)  # fmt: skip


def _chips(rng: np.random.Generator, edge: np.ndarray, eye: tuple[float, float, float]) -> None:
    """What lies on the bench where we stand, inside its ``edge`` (n, 2): split stones, straw."""
    kinds = slopes.slabs(rng, schist.stone(), 5)
    z = LEVELS * RISE
    way = np.gradient(edge, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    straw = outside.leaf((0.22, 0.19, 0.07), (0.11, 0.11, 0.04), (0.36, 0.27, 0.11), 0.4)
    dry = []
    for k in range(5200):
        y = eye[1] + 2.0 + 9.0 * rng.random() ** 1.3
        x = eye[0] + rng.uniform(-0.75, 0.75) * (y - eye[1])
        near = int(np.linalg.norm(edge - [x, y], axis=1).argmin())
        dx, dy = x - edge[near, 0], y - edge[near, 1]
        if way[near, 0] * dy - way[near, 1] * dx > -0.35:  # left of the edge is thin air
            continue
        if k % 2:
            dry.append((x, y, z + 0.03))
            continue
        size = float(rng.choice([0.018, 0.03, 0.055, 0.12], p=[0.5, 0.33, 0.14, 0.03]))
        chip = shapes.put(kinds[rng.integers(5)], "chip", (x, y, z + 0.08 * size))
        chip.scale = (size, rng.uniform(0.5, 0.8) * size, 0.26 * size)
        chip.rotation_euler = (*rng.normal(0, 0.12, 2), float(rng.uniform(0, 6)))
    drift = np.asarray(dry)
    drift = drift[slopes.wander(drift[:, 0] * 0.9, 3.0) + slopes.wander(drift[:, 1], 6.0) > 0.1]
    part = slopes.tufts(drift, rng, 14, (0.05, 0.05, 0.03), 0.017)
    shapes.put(growth.soup("straw", [(*part, 0)], [straw]), "straw")


def _lift(top: np.ndarray) -> np.ndarray:
    """How much higher than others a stretch of hillside is, by its upper edge (n, 2)."""
    away = np.clip((np.hypot(*top.T) - 200) / 400, 0, 1)
    out: np.ndarray = 1 + 0.22 * away * slopes.wander(np.arange(len(top)) / 95, 6.0)
    return out


def _crests(bank: np.ndarray, spur: np.ndarray, scrub: Any, rng: np.random.Generator) -> None:
    """Above the last terrace: heath up to rounded crests, ridges behind."""
    heath = far(outside.clay((0.17, 0.13, 0.06), (0.07, 0.06, 0.03), (0.10, 0.10, 0.04)))
    for lines, levels, out, up in ((bank, LEVELS, 34.0, 13.0), (spur, SPUR_LEVELS, 16.0, 5.0)):
        top = lines[-1]
        way = top - lines[-3]
        way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-9
        rows = []
        u = np.arange(len(top)) / 60
        for k in range(9):
            rise = up * k * (1 - k / 20) * (1 + 0.5 * slopes.wander(u, 9.0))
            if out > 20:  # flat where we stand
                rise = rise * np.clip((np.hypot(*top.T) - 90) / 240, 0.0, 1)
            high = levels * RISE * _lift(top) + rise
            rows.append(slopes.at_height(top + way * out * k, high))
        slopes.strip("heath", np.stack(rows), heath)
        spots = np.stack(rows)[1:].reshape(-1, 3)
        spots = spots[np.hypot(spots[:, 0], spots[:, 1]) > 130]
        part = slopes.tufts(spots + rng.normal(0, 6, spots.shape) * [1, 1, 0], rng, 16,
                            (1.4, 1.4, 0.8), 0.7)  # fmt: skip
        shapes.put(growth.soup("heath", [(*part, 0)], [scrub]), "heath")
    for k, (far_off, high) in enumerate(((2300, 260), (3400, 330), (5200, 420))):
        x = np.linspace(-4500, 4500, 240)
        crest = high * (0.72 + 0.22 * slopes.wander(x / 700, 2.0 + k) + 0.05 *
                        slopes.wander(x / 120, k))  # fmt: skip
        rows = [np.column_stack([x, far_off + 500 * t + 0 * x, crest * t - 20]) for t in
                np.linspace(0, 1, 6)]  # fmt: skip
        slopes.strip("ridge", np.stack(rows), heath)
