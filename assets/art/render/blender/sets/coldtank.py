"""A cool ferment: an open steel tank of bayberry must, pink foam over its rim, water down its side.

A ring of pipe under the rim lets cold water run round the tank; the dial reads 20 degrees.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import growth
import lamps
import masonry
import must
import props
import shade
import shapes

RADIUS, TALL, LEVEL = 0.46, 1.18, 1.13


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    _tank(job["dial"])
    _foam(rng)
    _water(rng)
    _room(rng)
    cool = (0.90, 1.0, 0.97)
    lamps.window((-1.9, -0.55, 1.75), (0.0, 0.0, 0.95), 95, (1.0, 1.5), cool)
    lamps.area((1.3, 1.0, 1.9), (0.0, 0.0, 1.0), 22, (0.25, 1.1), cool, True, 70)
    lamps.spot((-2.4, 0.3, 2.4), (-0.3, 1.7, 1.2), 110, 60, cool)
    lamps.area((-1.35, -1.75, 0.95), (0.0, 0.0, 0.9), 13, (0.30, 1.5), cool, True, 100)
    film.ambient(cool, 0.018)
    aim = (0.0, 0.0, 1.06)
    focus = (0.0, -0.40, 1.05)
    if tall:
        film.camera((0.12, -2.35, 1.86), aim, 43, (0.46, 0.295), 4.0, focus)
    else:
        film.camera((0.22, -1.95, 1.68), aim, 39, (0.39, 0.355), 4.0, focus)


def _tank(face: str) -> None:
    """Steel, its rim rolled, welded bands, a thermometer, a ring of pipe on brackets."""
    r = RADIUS
    steel = shade.steel(0.20)
    line = [
        (0.0, 0.06), (r - 0.03, 0.06), (r, 0.09), (r, 0.40), (r + 0.004, 0.405), (r + 0.004, 0.417),
        (r, 0.422), (r, 0.80), (r + 0.004, 0.805), (r + 0.004, 0.817), (r, 0.822),
        (r, TALL - 0.012),
        (r + 0.010, TALL - 0.008), (r + 0.012, TALL), (r + 0.004, TALL + 0.005), (r - 0.004, TALL),
        (r - 0.004, TALL - 0.4),
    ]  # fmt: skip
    shapes.turned("tank", np.asarray(line), steel, 160)
    for k in range(4):
        a = math.pi / 4 + k * math.pi / 2
        x, y = (r - 0.06) * math.cos(a), (r - 0.06) * math.sin(a)
        props.pipe([(x, y, 0.0), (x, y, 0.12)], 0.022, steel)
    ring = np.linspace(0, 2 * math.pi, 73)
    loop = [((r + 0.032) * math.cos(a), (r + 0.032) * math.sin(a), TALL - 0.075) for a in ring]
    props.pipe(loop, 0.0125, steel, 16, 2)
    for a in np.linspace(0.3, 2 * math.pi + 0.3, 7)[:-1]:
        x, y = math.cos(a), math.sin(a)
        high = TALL - 0.075
        inner, outer = (r - 0.002, r + 0.04)
        props.pipe([(inner * x, inner * y, high), (outer * x, outer * y, high)], 0.006, steel, 10)
    a = -math.pi / 2 + 0.16
    at = np.asarray(((r + 0.045) * math.cos(a), (r + 0.045) * math.sin(a), 1.0))
    case = [(0, 0), (0.054, 0), (0.056, 0.004), (0.056, 0.022), (0.050, 0.024), (0.049, 0.019)]
    body = shapes.turned("case", np.asarray(case), steel, 64)
    stem = shapes.turned("stem", np.asarray([(0, -0.05), (0.012, -0.05), (0.012, 0.0)]), steel, 24)
    n = 48
    b = np.linspace(0, 2 * math.pi, n, endpoint=False)
    points = np.stack([0.0495 * np.cos(b), 0.0495 * np.sin(b), np.full(n, 0.0185)], 1)
    places = np.stack([0.5 + 0.5 * np.cos(b), 0.5 + 0.5 * np.sin(b)], 1)
    page = shapes.mesh("face", points, [tuple(range(n))], shade.paper(face, 0.4), places)
    for part in (body, stem, page):
        part.location = tuple(at)
        part.rotation_euler = (math.pi / 2, 0, a + math.pi / 2)


def _foam(rng: np.random.Generator) -> None:
    """Pink foam in heaps, some of the fruit lifted by it."""
    inside = must.disc(RADIUS - 0.006)
    bounds = (-RADIUS, -RADIUS, RADIUS, RADIUS)

    def bed(at: np.ndarray) -> np.ndarray:
        r = np.hypot(*at.T) / RADIUS
        p = np.column_stack([at, np.zeros(len(at))])
        heap = 0.075 * np.clip(1 - r**2.2, 0, 1) + 0.022 * masonry.fbm(p, 7.0, 3, 6) * (1.1 - r**3)
        return LEVEL + heap

    pink = must.froth((0.86, 0.42, 0.46), (0.52, 0.13, 0.19), 120.0)
    top = must.foam(inside, bounds, bed, lambda at: np.ones(len(at)), 0.026, pink, 520, 8)
    ball, tris = growth.ball(4)
    knobs = must.knobs(ball)
    skin = must.pulp((0.10, 0.006, 0.016), (0.26, 0.016, 0.036))
    fruit = growth.soup("fruit", [(knobs * 0.0150, tris, 0)], [skin])
    spots = rng.uniform(-RADIUS, RADIUS, (150, 2))
    spots = spots[np.hypot(*spots.T) < RADIUS - 0.05]
    far = [0]
    for k in range(1, len(spots)):
        if np.hypot(*(spots[far] - spots[k]).T).min() > 0.045:
            far.append(k)
    spots = spots[far][:34]
    high = top(spots) - 0.002
    lean = rng.uniform(-3, 3, (len(spots), 2))
    must.scatter(
        fruit,
        np.column_stack([spots, high]),
        lean,
        rng.uniform(0, 6, len(spots)),
        rng.uniform(0.85, 1.15, len(spots)),
    )
    many = rng.uniform(-RADIUS, RADIUS, (2600, 2))
    many = many[np.hypot(*many.T) < RADIUS - 0.012]
    must.bubbles(rng, many, top(many) - 0.001, 0.0016, 0.0095, must.film_skin((0.98, 0.80, 0.82)))


def _water(rng: np.random.Generator) -> None:
    """Water from the ring: threads down the steel and beads between them."""
    clear = shade.glass((1, 1, 1), (0.97, 0.98, 0.98))
    parts: list[growth.Soup] = []
    for _ in range(60):
        a = -math.pi / 2 + rng.uniform(-1.5, 1.5)
        z = np.linspace(TALL - 0.085, rng.uniform(0.1, 0.75), 40)
        sway = a + 0.012 * np.cumsum(rng.normal(0, 0.12, 40))
        line = np.stack([RADIUS * np.cos(sway), RADIUS * np.sin(sway), z], 1)
        wide = rng.uniform(0.0016, 0.0042) * (
            1 + 0.25 * np.sin(np.linspace(0, 14, 40) + rng.uniform(0, 6))
        )
        wide[-3:] *= [1.5, 1.35, 0.4]
        parts.append((*growth.tube(line, wide, 10), 0))
    shapes.put(growth.soup("threads", parts, [clear]), "threads")
    ball, tris = growth.ball(2)
    drop = growth.soup("drop", [(ball * [1, 1, 0.5], tris, 0)], [clear])
    n = 2400
    a = -math.pi / 2 + rng.uniform(-1.6, 1.6, n)
    z = rng.uniform(0.1, TALL - 0.1, n)
    size = 0.0009 * (4.5 ** rng.random(n) ** 1.8)
    at = np.stack([RADIUS * np.cos(a), RADIUS * np.sin(a), z], 1)
    # a drop's flat side to the steel: lean its z outwards
    lean = np.stack([np.zeros(n), np.full(n, math.pi / 2)], 1)
    must.scatter(drop, at, lean, a, size)


def _room(rng: np.random.Generator) -> None:
    """The stone house's ground floor: rough walls, wet slate, a sealed jar in the shade."""
    tones = [(0.075, 0.088, 0.082), (0.16, 0.175, 0.16), (0.11, 0.125, 0.115), (0.20, 0.20, 0.175)]
    rubble = masonry.laid(tones, 0.85, 0.2, fine=0.6)
    rows = masonry.courses(rng, 8.0, 3.4, (0.14, 0.30), (0.22, 0.6), 0.3, 0.02, 0.05, 0.03, 0.03, 7)
    masonry.wall("wall", rows, rubble, (-4, 1.75, 0))
    dark = shade.earth((0.05, 0.055, 0.05), (0.02, 0.022, 0.02))
    shapes.plane("joint", (-4, 1.83, -0.2), (8, 0, 0), (0, 0, 4), dark)
    slabs = masonry.laid([(0.045, 0.052, 0.05), (0.075, 0.084, 0.08)], 0.5, 0.42)
    shapes.plane("floor", (-4, -4, 0), (8, 0, 0), (0, 6, 0), slabs)
