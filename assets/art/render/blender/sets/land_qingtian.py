"""Qingtian in June, after rain: bayberry trees over flooded paddies, layers of mountains."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import air
import bayberry
import farm
import film
import growth
import outside
import shade
import shapes
import slopes
from shade import Shader

MIST = (0.54, 0.60, 0.60)
EYE = (0.0, 0.0, 13.8)
RISE, LEVELS = 0.6, 15
NEAR = [(-150, 50), (-90, 24), (-44, 10), (-12, 6.5), (16, 10), (46, 5), (90, 10), (150, 36)]
FAR = [(-260, 250), (-150, 175), (-74, 150), (-14, 172), (48, 140), (110, 150), (190, 200),
       (280, 270)]  # fmt: skip
HERO = (-8.5, 50.0)


def misty(material: Any) -> Any:
    """Give a material the wet air: thick in the valley, thin above."""
    return air.veil(material, MIST, 2300.0, (EYE[2], 4.0, 300.0, 12.0), None, 9.0)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    air.sky(
        [(0.0, (0.56, 0.62, 0.62)), (0.10, (0.60, 0.655, 0.66)), (0.3, (0.50, 0.56, 0.59)),
         (1.0, (0.62, 0.70, 0.76))],
        glow=(24.0, 16.0, 10.0, (0.34, 0.33, 0.28)),
        clouds=((0.34, 0.39, 0.43), 0.45, 0.78, 1.0),
        seen=0.8,
    )  # fmt: skip
    air.sun(28.0, 34.0, 1.5, (1.0, 0.98, 0.92), 22.0)
    lines = slopes.raised(FAR, NEAR, LEVELS, 700, 1.0, 0.7, 3.0)
    _paddies(lines, rng)
    green = outside.leaf((0.060, 0.125, 0.034), (0.024, 0.062, 0.018), (0.12, 0.19, 0.05), 0.2)
    leaf, bark = misty(green), misty(outside.bark((0.13, 0.12, 0.10)))
    _orchard(rng, lines, leaf, bark)
    _mountains(rng, leaf)
    _bank(rng, lines, leaf)
    level = _level(lines, HERO)
    eye, aim = EYE, (HERO[0], HERO[1], level + 2.8)
    if tall:
        lens = film.camera(eye, aim, 38, (0.47, 0.41), 8.0, (*HERO, level + 2))
    else:
        lens = film.camera(eye, aim, 33, (0.41, 0.50), 8.0, (*HERO, level + 2))
    lens.data.clip_end = 12000


def _mound(x: Any, y: Any) -> Any:
    """How our bank rises to the left."""
    up = np.clip((-np.asarray(x, float) - 0.3) / 4.6, 0, 1)
    out: np.ndarray = 3.4 * up**2 * (3 - 2 * up) * np.clip((np.asarray(y, float) - 1) / 4, 0, 1)
    return out + 0.12 * slopes.wander(np.asarray(x) * 1.3, 2.0) * slopes.wander(np.asarray(y), 4.0)


def _bank(rng: np.random.Generator, lines: np.ndarray, leaf: Any) -> None:
    """Where we stand: a bank of grass and fern; a bough with fruit hangs in; carp below."""
    high = LEVELS * RISE
    ground = outside.clay((0.09, 0.12, 0.04), (0.04, 0.055, 0.022), (0.13, 0.14, 0.06))
    top = lines[-1]
    rows = []
    for t in np.linspace(0, 1, 40):
        x, y = top[:, 0], top[:, 1] * (1 - t) - 12 * t
        rows.append(np.column_stack([x, y, high + _mound(x, y)]))
    slopes.strip("bank", np.stack(rows), ground)
    fern = outside.leaf((0.085, 0.165, 0.034), (0.04, 0.09, 0.02), (0.17, 0.22, 0.06), 0.2)
    fronds = [growth.soup("frond", [bayberry.frond(rng, 0.62)], [fern]) for _ in range(4)]
    for _ in range(170):
        y = rng.uniform(2.6, 10)
        x = rng.uniform(-0.66, 0.66) * y
        if y > np.interp(x, top[:, 0], top[:, 1]) - 0.3:
            continue
        for k in range(7):
            place = (x, y, high + float(_mound(x, y)))
            out = shapes.put(fronds[rng.integers(4)], "frond", place)
            out.rotation_euler = (float(rng.uniform(0.3, 0.9)), 0, k * 0.9 + rng.uniform(0, 0.5))
            k2 = float(rng.uniform(0.6, 1.2))
            out.scale = (k2, k2, k2)
    at = np.column_stack([rng.uniform(-16, 14, 9000), rng.uniform(2, 11, 9000), np.zeros(9000)])
    at[:, 2] = high + _mound(at[:, 0], at[:, 1])
    at = at[at[:, 1] < np.interp(at[:, 0], top[:, 0], top[:, 1]) - 0.1]
    part = slopes.tufts(at, rng, 6, (0.06, 0.06, 0.08), 0.05)
    shapes.put(growth.soup("grass", [(*part, 0)], [fern]), "grass")
    kinds, wood = bayberry.leaf_kinds(rng), bayberry.wood()
    fruits = [bayberry.fruit(rng, bayberry.flesh(1.0), False)]
    stalk = bayberry.leaf_materials()[1]
    for start, go in (
        ((-1.32, 1.9, 0.50), (0.92, 0.02, -0.28)), ((-1.36, 2.05, 0.56), (1.06, 0.1, -0.10)),
        ((-1.32, 1.8, 0.36), (0.66, 0.05, -0.32)), ((-1.3, 2.1, 0.62), (1.2, 0.0, 0.0)),
    ):  # fmt: skip
        t = np.linspace(0, 1, 13)[:, None]
        line = np.asarray(EYE) + start + t * np.asarray(go) + t * (1 - t) * [0, 0, 0.06]
        bayberry.twig(rng, line, kinds, wood, 56, 0.15)
        for k in (5, 7, 9, 10):
            spot = line[k] + [rng.normal(0, 0.012), -0.015, -0.034]
            shapes.put(fruits[0], "fruit", tuple(spot))
            bayberry.stalk(line[k], spot + [0, 0, 0.0168], stalk)
    body, tris = growth.ball(2)
    for colour, spots in (
        ((0.50, 0.085, 0.02), ((2.0, 13.5), (2.7, 14.1), (5.0, 15.5), (3.6, 15.0), (5.8, 14.8))),
        ((0.62, 0.55, 0.45), ((3.2, 13.4), (4.2, 16.2))),
    ):  # fmt: skip
        skin = outside.berry(colour, colour, 0.2)
        carp = growth.soup("carp", [(body * [0.17, 0.045, 0.02], tris, 0)], [skin])
        for x, y in spots:
            fish = shapes.put(carp, "carp", (x, y, _level(lines, (x, y)) + 0.004))
            fish.rotation_euler = (0, 0, float(rng.uniform(0, 6.3)))


def _level(lines: np.ndarray, at: tuple[float, float]) -> float:
    """Height of the bench that holds a place."""
    edges = [float(np.interp(at[0], line[:, 0], line[:, 1])) for line in lines]
    return max((k for k, y in enumerate(edges) if y >= at[1]), default=0) * RISE


def _water() -> Any:
    s = Shader("paddy")
    swell = s.noise(s.places("Object", (1, 1, 1)), 1.6, 3, 0.5)
    weed = s.noise(s.places("Object", (1, 1, 1)), 0.35, 4, 0.6)
    base = s.ramp(weed, [(0.4, (0.030, 0.036, 0.026)), (0.66, (0.065, 0.085, 0.03))])
    return s.skin(Base_Color=base, Roughness=0.035, Specular=0.6,
                  Normal=s.bump(swell, 0.03, 0.05))  # fmt: skip


def _paddies(lines: np.ndarray, rng: np.random.Generator) -> None:
    """Flooded benches behind earth banks, grass on the walls, young rice in rows."""
    m, n = lines.shape[:2]
    z = (np.arange(m) * RISE)[:, None, None]
    full = np.broadcast_to(z, (m, n, 1))
    water, mud = misty(_water()), misty(outside.clay(
        (0.19, 0.17, 0.10), (0.09, 0.085, 0.05), (0.12, 0.19, 0.05)))  # fmt: skip
    wall = misty(outside.clay((0.13, 0.17, 0.06), (0.055, 0.08, 0.03), (0.17, 0.16, 0.09)))
    out = lines[1:] - lines[:-1]  # uphill
    out = out / (np.linalg.norm(out, axis=2, keepdims=True) + 1e-9)
    low, up = lines[:-1], lines[1:]
    rough = 0.05 * slopes.wander(np.arange(n) / 4, 2.0)[None, :, None]
    lip = [np.concatenate([low + out * d, full[:-1] + h + rough * (h > 0)], 2) for d, h in
           ((0.0, 0.10), (0.45, 0.16), (0.75, -0.12))]  # fmt: skip
    slopes.pairs("lip", lip[0], lip[1], mud)
    slopes.pairs("lip", lip[1], lip[2], mud)
    foot = np.concatenate([up - out * 0.35, full[:-1] - 0.1], 2)
    slopes.pairs("water", np.concatenate([low + out * 0.5, full[:-1]], 2),
                 np.concatenate([up, full[:-1]], 2), water)  # fmt: skip
    slopes.pairs("wall", foot, np.concatenate([up, full[1:] + 0.10 + rough], 2), wall)
    rice = misty(outside.leaf((0.16, 0.28, 0.05), (0.09, 0.18, 0.035), (0.24, 0.32, 0.08), 0.2))
    weed = misty(outside.leaf((0.12, 0.20, 0.045), (0.06, 0.11, 0.03), (0.22, 0.22, 0.08), 0.2))
    grown, grass = [], []
    for k in range(m - 1):
        wide = np.linalg.norm(lines[k + 1] - lines[k], axis=1).mean()
        for share in np.arange(0.16, 0.93, 0.55 / wide):
            line = slopes.at_height(low[k] * (1 - share) + up[k] * share, k * RISE)
            row = slopes.along(line, 0.30, rng)[:, :3]
            # some fields are planted, in some water stands clear
            field = slopes.wander(row[:, 0] / 34 + 2.1 * k, 5.0) > 0.12 + 0.02 * (row[:, 0] + 6)
            field |= (row[:, 0] < 0.1 * row[:, 1] - 2) & (row[:, 1] < 46)
            seen = (np.abs(row[:, 0]) < 0.62 * row[:, 1] + 4) & (row[:, 1] < 120)
            grown.append(row[field & seen])
        row = slopes.along(slopes.at_height(low[k] + out[k] * 0.2, k * RISE + 0.1), 0.16, rng)
        seen = (np.abs(row[:, 0]) < 0.62 * row[:, 1] + 4) & (row[:, 1] < 130)
        grass.append(row[seen][:, :3])
    at = np.vstack(grown)
    part = slopes.tufts(at + [0, 0, 0.13] + rng.normal(0, 0.03, at.shape) * [1, 1, 0], rng, 5,
                        (0.035, 0.035, 0.07), 0.075)  # fmt: skip
    shapes.put(growth.soup("rice", [(*part, 0)], [rice]), "rice")
    at = np.vstack(grass)
    part = slopes.tufts(at, rng, 7, (0.14, 0.14, 0.10), 0.075)
    shapes.put(growth.soup("grass", [(*part, 0)], [weed]), "grass")


def _orchard(rng: np.random.Generator, lines: np.ndarray, leaf: Any, bark: Any) -> None:
    """Bayberry trees: an old one by the water, others on banks and up the knoll behind."""
    hero = farm.crown(leaf, bark, rng, 5.6, 3.4, 1.9, 0.2)
    red = outside.berry((0.30, 0.012, 0.03), (0.42, 0.05, 0.05), 0.3)
    ball, tris = growth.ball(2)
    fruit = growth.soup("fruit", [(ball * 0.03, tris, 0)], [red])
    high = _level(lines, HERO)
    shapes.put(hero, "hero", (*HERO, high))
    island = misty(outside.clay((0.13, 0.17, 0.06), (0.055, 0.08, 0.03), (0.17, 0.16, 0.09)))
    body = shapes.mesh("island", ball * [3.4, 2.4, 0.42], tris.tolist(), island)
    body.location = (*HERO, high - 0.05)
    for _ in range(420):
        way = rng.normal(0, 1, 3)
        way /= np.linalg.norm(way)
        spot = np.asarray([HERO[0], HERO[1], high + 3.2]) + way * [2.6, 2.6, 1.7]
        shapes.put(fruit, "fruit", tuple(spot * 1.0 + rng.normal(0, 0.12, 3)))
    kinds = [farm.crown(leaf, bark, rng, 4.6, 2.9, 1.0, 0.16) for _ in range(4)]
    spots = [(-21, 58), (-30, 66), (24, 78), (33, 92), (-52, 84), (61, 88), (-15, 96), (7, 118),
             (44, 124), (-64, 110), (80, 120), (-38, 128), (20, 142)]  # fmt: skip
    at = np.asarray([(x, y, _level(lines, (x, y)), 0.0) for x, y in spots])
    slopes.planted(kinds, at, rng, True)
    rows = []
    for k in range(900):
        x, y = rng.uniform(-190, 40), rng.uniform(200, 360)
        del k
        rows.append((x, y, float(knoll(x, y)) - 0.3, 0.0))
    rows = [r for r in rows if r[2] > 1.5]
    slopes.planted(kinds, np.asarray(rows), rng, True)
    ground = misty(outside.clay((0.13, 0.15, 0.06), (0.06, 0.08, 0.03), (0.2, 0.18, 0.09)))
    gx, gy = np.meshgrid(np.linspace(-420, 420, 200), np.linspace(130, 520, 110))
    slopes.strip("knoll", np.stack([gx, gy, knoll(gx, gy) - 1.0], -1), ground)
    wall = misty(shade.stone((0.40, 0.37, 0.32), (0.19, 0.18, 0.16), 1.2, 0.85))
    tile = misty(shade.earth((0.075, 0.078, 0.08), (0.035, 0.037, 0.04)))
    for x, y, turn in ((45, 106, 0.3), (60, 112, -0.2)):
        b = farm.Builder((x, y, _level(lines, (x, y))), turn, misty)
        b.gabled((-6, -3.5, -2), (12, 7, 7.6), wall, tile, 0.55)
        b.openings((-3.6, 0, 3.6), -3.5, (0.8, 3.4), (1.0, 1.3))


def knoll(x: Any, y: Any) -> Any:
    """The orchard's hill beyond the paddies."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    out: np.ndarray = 36 * np.exp(-(((x + 78) / 74) ** 2) - ((y - 290) / 66) ** 2)
    return out + 22 * np.exp(-(((x - 190) / 90) ** 2) - ((y - 330) / 70) ** 2)


def _mountains(rng: np.random.Generator, leaf: Any) -> None:
    """Wooded ridges one behind the other."""
    wood = Shader("wooded")
    at = wood.places("Object", (1, 1, 1))
    crowns = wood.noise(at, 0.16, 5, 0.7)
    patch = wood.noise(at, 0.012, 5, 0.6)
    base = wood.ramp(crowns, [(0.34, (0.018, 0.038, 0.022)), (0.66, (0.075, 0.125, 0.055))])
    base = wood.mix(
        0.6, base, wood.ramp(patch, [(0.4, (0.6,) * 3), (0.6, (1.25,) * 3)]), "MULTIPLY"
    )
    wood.skin(plain=(0.05, 0.08, 0.04), Base_Color=base, Roughness=0.95, Specular=0.1,
              Normal=wood.bump(crowns, 1.0, 6.0))  # fmt: skip
    veiled = misty(wood.material)
    for k, (away, high, wave, seed, deep) in enumerate((
        (430, 74, 120, 1.3, 150), (680, 140, 190, 4.1, 240), (1050, 240, 260, 2.2, 330),
        (1650, 400, 380, 6.4, 480), (2600, 660, 560, 3.3, 700),
    )):  # fmt: skip
        n, m = 620, 46
        x = np.linspace(-1.1, 1.1, n) * away * 1.5
        crest = high * (0.62 + 0.30 * slopes.wander(x / wave, seed) + 0.14 * np.abs(
            slopes.wander(x / wave * 2.7, seed + 5)))  # fmt: skip
        crest = np.maximum(crest, 0.16 * high)
        rows = []
        for t in np.linspace(0, 1, m):
            spur = 0.32 * deep * slopes.wander(x / wave * 1.9, seed + 9) * math.sin(math.pi * t)
            cut = 1 - 0.24 * np.abs(slopes.wander(x / wave * 4.5 + 0.8 * t, seed)) * math.sin(
                math.pi * t)  # fmt: skip
            rows.append(np.column_stack([x, away + deep * t + spur, -4 + crest * t**0.85 * cut]))
        grid = np.stack(rows)
        slopes.strip("ridge", grid, veiled)
        if k < 2:
            spots = grid.reshape(-1, 3)
            spots = spots[rng.random(len(spots)) < 0.55]
            spots = spots + rng.normal(0, 1, spots.shape) * [3, 3, 0.3]
            part = slopes.tufts(spots + [0, 0, 1.4], rng, 9, (1.5, 1.5, 1.1), 0.95)
            shapes.put(growth.soup("forest", [(*part, 0)], [leaf]), "forest")
    floor = misty(outside.clay((0.10, 0.13, 0.06), (0.05, 0.07, 0.03), (0.14, 0.15, 0.07)))
    shapes.plane("floor", (-3000, 100, -4.5), (6000, 0, 0), (0, 4000, 0), floor)
