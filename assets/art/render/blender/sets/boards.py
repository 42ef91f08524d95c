"""Under the boards: an oak vat after its ferment, boards wedged across, still wine at their edge.

The wine mirrors a window in the far wall, which is above the picture.
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

RADIUS, TALL, LEVEL = 1.06, 1.70, 1.50
TURN = 0.42  # of the boards about z


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    cellar = job["cellar"]
    wood = vessels.oak((0.060, 0.040, 0.026), (0.22, 0.15, 0.09), "z", 0.45, 0.45, scale=1.3)
    must.vat(RADIUS, TALL, 0.12, wood, shade.iron((0.07, 0.068, 0.066), 0.35), rng)
    inside = RADIUS - 0.053
    pool = must.liquor((0.060, 0.003, 0.010), 0.03)
    rim = np.asarray([(0.0, LEVEL), (inside - 0.02, LEVEL), (inside, LEVEL + 0.003)])
    shapes.turned("wine", rim, pool, 96)
    _boards(rng, inside)
    _bubbles(rng, inside)
    _room(cellar, rng)
    fog, warm = tuple(cellar["far"]), tuple(cellar["lamp"])
    lamps.area((-0.35, 2.60, 3.35), (0.0, 0.0, LEVEL), 120, (1.5, 1.5), fog, False, 130)
    lamps.area((-2.4, -0.3, 2.9), (-0.2, 0.0, LEVEL), 48, (0.4, 0.6), warm, True, 90)
    film.ambient(fog, 0.020)
    aim = (-0.06, -0.05, LEVEL)
    if tall:
        film.camera((0.28, -1.95, 2.62), aim, 37, (0.46, 0.335), 5.6, aim)
    else:
        film.camera((0.36, -1.78, 2.38), aim, 33, (0.39, 0.42), 5.6, aim)


def _boards(rng: np.random.Generator, inside: float) -> None:
    """Boards with gaps, a beam over them, its ends under cleats on the staves."""
    wet = vessels.oak((0.045, 0.016, 0.014), (0.165, 0.075, 0.050), "x", 0.30, 0.3, scale=1.2)
    c, s = math.cos(TURN), math.sin(TURN)
    width, gap = 0.148, 0.030
    count = int(2 * inside / (width + gap))
    for k in range(count):
        v = (k - (count - 1) / 2) * (width + gap)
        half = math.sqrt(max(inside**2 - (abs(v) + width / 2) ** 2, 0.01)) - 0.012
        high = LEVEL - 0.0158 + rng.normal(0, 0.0014)
        at = (-s * v, c * v, high)
        props.board((2 * half, width, 0.034), at, wet, 11 + k, (rng.normal(0, 0.004), 0, TURN))
    beam = vessels.oak((0.055, 0.030, 0.020), (0.20, 0.115, 0.070), "x", 0.42, 0.35)
    way = TURN + math.pi / 2
    long = 2 * (inside - 0.03)
    props.board((long, 0.115, 0.095), (0, 0, LEVEL + 0.055), beam, 3, (0, 0, way), 0.009)
    for side in (-1, 1):
        r = inside - 0.055
        at = (side * r * math.cos(way), side * r * math.sin(way), LEVEL + 0.135)
        props.board((0.10, 0.26, 0.065), at, beam, 5 + side, (0, 0, way), 0.008)


def _bubbles(rng: np.random.Generator, inside: float) -> None:
    """The last gas: beads along the boards' edges and the staves."""
    c, s = math.cos(TURN), math.sin(TURN)
    width, gap = 0.148, 0.030
    count = int(2 * inside / (width + gap))
    spots = []
    for k in range(count - 1):
        v = (k + 0.5 - (count - 1) / 2) * (width + gap)
        for _ in range(6):
            u0 = rng.uniform(-inside, inside)
            for _ in range(rng.integers(4, 26)):
                u = u0 + rng.normal(0, 0.035)
                w = v + rng.choice([-1, 1]) * (gap / 2 - rng.uniform(0.001, 0.006))
                spots.append((c * u - s * w, s * u + c * w))
    a = rng.normal(2.4, 0.9, 320)
    r = inside - np.abs(rng.normal(0.004, 0.008, 320))
    at = np.vstack([np.asarray(spots), np.stack([r * np.cos(a), r * np.sin(a)], 1)])
    at = at[np.hypot(*at.T) < inside - 0.002]
    skin = must.film_skin((0.95, 0.60, 0.64))
    must.bubbles(rng, at, np.full(len(at), LEVEL), 0.0018, 0.0085, skin)


def _room(cellar: dict[str, Any], rng: np.random.Generator) -> None:
    """A wall of brick, the window high in it, another vat, the floor."""
    size = cellar["size"]
    tones = [tuple(0.8 * x for x in cellar["dark"]), tuple(cellar["light"])]
    brick = masonry.laid(tones, 0.9, 0.15, fine=0.6)
    rows = masonry.courses(
        rng, 8.0, 2.5, (size[1], size[1] * 1.02), (size[0] * 0.96, size[0] * 1.03),
        0.12, 0.011, 0.007, 0.004, 0.004, 3,
    )  # fmt: skip
    masonry.wall("wall", rows, brick, (-4.0, 2.75, 0))
    mortar = shade.plaster(tuple(cellar["mortar"]), tuple(0.5 * x for x in cellar["mortar"]))
    shapes.plane("mortar", (-4, 2.77, -0.5), (8, 0, 0), (0, 0, 5), mortar)
    frame = shade.oak((0.04, 0.03, 0.022), (0.12, 0.09, 0.06), 0.5, "z")
    day = shade.glow((0.80, 0.88, 1.0), 3.0)
    shapes.plane("day", (-1.15, 2.70, 2.62), (1.6, 0, 0), (0, 0, 1.5), day)
    for x in (-1.15, -0.62, -0.08, 0.45):
        shapes.block("post", (0.055, 0.05, 1.56), (x, 2.66, 3.37), frame, 0.004)
    for z in (2.62, 3.12, 3.62, 4.12):
        shapes.block("bar", (1.66, 0.05, 0.05), (-0.35, 2.66, z), frame, 0.004)
    floor = masonry.laid([(0.05, 0.047, 0.044), (0.09, 0.082, 0.074)], 0.75, 0.3)
    shapes.plane("floor", (-5, -4, 0), (10, 0, 0), (0, 8, 0), floor)
    wood = vessels.oak((0.050, 0.034, 0.022), (0.19, 0.13, 0.08), "z", 0.5, 0.5, scale=1.3)
    made = must.vat(RADIUS, TALL, 0.12, wood, shade.iron(), rng, 40)
    for thing in made:
        shapes.put(thing.data, "vat", (-2.45, 1.30, 0.0))
    must.gone(made)
