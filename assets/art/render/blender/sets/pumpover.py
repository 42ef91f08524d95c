"""Pumping over: wine from the tank's bottom runs from a pipe onto the floating skins and foams.

An open oak vat seen from the gangway, its rim a good metre wide; the jet falls left of the middle.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import lamps
import masonry
import must
import props
import shade
import shapes
import vessels

RADIUS, TALL, LEVEL = 0.98, 1.75, 1.50


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    cellar = job["cellar"]
    wood = vessels.oak((0.070, 0.036, 0.018), (0.27, 0.150, 0.072), "z", 0.45, 0.45, scale=1.3)
    metal = shade.iron((0.08, 0.075, 0.07), 0.4)
    must.vat(RADIUS, TALL, 0.10, wood, metal, rng)
    hit = np.asarray((-0.10, 0.05))
    inside = must.disc(RADIUS - 0.054)
    bounds = (-RADIUS, -RADIUS, RADIUS, RADIUS)

    def near(at: np.ndarray) -> np.ndarray:
        return np.hypot(*(at - hit).T)

    def pool(at: np.ndarray) -> np.ndarray:
        return np.clip(1.5 - near(at) / 0.10, 0, 1)

    def spread(at: np.ndarray) -> np.ndarray:
        cloud = must.patches(3.4, -0.25, 0.45, 9)(at)
        ring = np.exp(-(((near(at) - 0.13) / 0.10) ** 2))
        edge = np.clip((np.hypot(*at.T) - 0.80) / 0.10, 0, 1) * must.patches(2.2, -0.2, 0.3, 4)(at)
        return np.clip(np.maximum(ring * 1.1, edge * 0.75) * 0.9 + 0.42 * cloud, 0, 1)

    bed = must.cap(rng, inside, bounds, LEVEL, 13000, 0.0115, hold=pool)
    pink = must.froth((0.52, 0.19, 0.30), (0.20, 0.040, 0.095))
    top = must.foam(inside, bounds, bed, spread, 0.020, pink, 420)
    turn = rng.uniform(0, 2 * math.pi, 900)
    far = np.abs(rng.normal(0.13, 0.075, 900)) + 0.02
    spots = hit + np.stack([far * np.cos(turn), far * np.sin(turn)], 1)
    must.bubbles(rng, spots, np.maximum(top(spots), bed(spots)), 0.0022, 0.013, must.film_skin())
    loose = rng.uniform(-RADIUS, RADIUS, (1100, 2))
    loose = loose[(np.hypot(*loose.T) < RADIUS - 0.07) & (spread(loose) > 0.35)]
    must.bubbles(rng, loose, np.maximum(top(loose), bed(loose)), 0.002, 0.008, must.film_skin())
    _pipe(hit, bed)
    _room(cellar, rng)
    warm, key = tuple(cellar["lamp"]), tuple(cellar["far"])
    lamps.area((-1.5, 1.15, 3.1), (0.0, 0.0, LEVEL), 95, (0.55, 0.8), key, True, 130)
    lamps.area((1.5, 0.9, 2.5), (-0.1, 0, LEVEL), 8, (0.4, 0.5), warm, True, 100)
    lamps.spot((-2.2, -0.6, 2.9), (-0.8, 2.4, 1.7), 60, 60, warm)
    film.ambient(warm, 0.014)
    aim = (float(hit[0]), float(hit[1]), LEVEL + 0.06)
    if tall:
        film.camera((0.30, -1.75, 2.78), aim, 37, (0.46, 0.335), 5.6, aim)
    else:
        film.camera((0.38, -1.62, 2.52), aim, 33, (0.40, 0.42), 5.6, aim)


def _pipe(hit: np.ndarray, bed: Any) -> None:
    """A bent steel pipe hooked over the rim, the hose on its other end, the jet."""
    steel = shade.steel(0.2)
    rubber = shade.stone((0.24, 0.045, 0.035), (0.16, 0.028, 0.024), 3.0, 0.5)
    x, y = 0.34, 0.86
    mouth = np.asarray((hit[0] + 0.10, hit[1] + 0.20, LEVEL + 0.345))
    line = [
        (x + 0.17, y + 0.30, TALL - 0.55), (x + 0.16, y + 0.29, TALL - 0.2),
        (x + 0.145, y + 0.265, TALL + 0.10), (x + 0.09, y + 0.17, TALL + 0.185),
        (x - 0.02, y - 0.03, TALL + 0.19), (mouth[0] + 0.13, mouth[1] + 0.24, mouth[2] + 0.045),
        (mouth[0] + 0.05, mouth[1] + 0.09, mouth[2] + 0.012), tuple(mouth),
    ]  # fmt: skip
    props.pipe([line[0], line[1]], 0.039, rubber, 24)
    hose = props.pipe([(0.9, 2.1, 0.2), (0.75, 1.6, 0.9), line[0], line[1]], 0.039, rubber, 24)
    hose.name = "hose"
    props.pipe(line, 0.0305, steel, 28)
    ring = np.asarray(line)
    for a, b in ((ring[1], ring[2]),):
        way = (b - a) / np.linalg.norm(b - a)
        band = [tuple(a + way * d) for d in (-0.045, 0.0, 0.02)]
        props.pipe(band, 0.043, steel, 24)
    end = np.asarray((hit[0], hit[1], float(bed(hit[None])[0]) - 0.01))
    must.stream(mouth + [0.004, 0.008, 0.0], end, 0.9, 0.027, must.jet())


def _room(cellar: dict[str, Any], rng: np.random.Generator) -> None:
    """Other vats out of focus, the wall of dressed stone, the floor."""
    tones = [tuple(0.8 * c for c in cellar["dark"]), tuple(cellar["light"])]
    size = cellar["size"]
    rows = masonry.courses(
        rng,
        9.0,
        4.0,
        (size[1], size[1] * 1.1),
        (size[0], size[0] * 1.4),
        0.3,
        0.012,
        0.02,
        0.012,
        0.008,
        5,
    )
    masonry.wall("wall", rows, masonry.laid(tones, 0.9, 0.1), (-4.5, 2.9, 0))
    shapes.plane(
        "mortar",
        (-5, 2.96, 0),
        (10, 0, 0),
        (0, 0, 4),
        shade.plaster(tuple(cellar["mortar"]), (0.08,) * 3),
    )
    shapes.plane(
        "floor",
        (-5, -4, 0),
        (10, 0, 0),
        (0, 8, 0),
        shade.earth(tuple(cellar["floor_light"]), tuple(cellar["floor_dark"])),
    )
    wood = vessels.oak((0.060, 0.032, 0.016), (0.24, 0.135, 0.065), "z", 0.5, 0.5, scale=1.3)
    made = must.vat(RADIUS, TALL, 0.10, wood, shade.iron(), rng, 40)
    for thing in made:
        for x, y in ((-2.15, 1.25), (2.2, 1.35), (0.1, 2.15)):
            if (x, y) != (0.1, 2.15):
                shapes.put(thing.data, "vat", (x, y, 0.0))
    must.gone(made)
