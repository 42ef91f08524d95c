"""The big casks: one head of oak, wider than a man is tall, seen straight on under a brick vault.

Casks stand side by side along x, their heads to -y; the first one's middle is at x 0.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import lamps
import masonry
import props
import shade
import shapes
import vessels

BUILD = vessels.Build(
    long=1.86,
    head=0.735,
    belly=0.845,
    staves=40,
    thick=0.056,
    boards=13,
    sunk=0.075,
    hoops=((0.955, 0.06), (0.83, 0.055), (0.64, 0.055), (0.36, 0.055)),
)
HIGH = 1.24  # of the casks' axes over the floor
PITCH = 1.86


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    cellar = job["cellar"]
    _room(cellar, rng)
    wood = vessels.oak((0.070, 0.034, 0.014), (0.27, 0.140, 0.058), "z", 0.46, 0.35)
    head = vessels.oak((0.085, 0.042, 0.018), (0.33, 0.175, 0.075), "y", 0.42, 0.30, scale=0.8)
    metal = shade.iron((0.06, 0.058, 0.056), 0.35)
    cask = vessels.Cask(BUILD, wood, head, shade.branded(job["marks"], head), metal, rng, True)
    plain = vessels.Cask(BUILD, wood, head, head, metal, rng, True)
    for k in range(-2, 4):
        kind = plain if k else cask
        kind.place((PITCH * k, BUILD.long / 2, HIGH), (-math.pi / 2, 0, math.pi))
        _cradle(PITCH * k)
        _door(PITCH * k, job["door"] if k == 0 else None)
    lean = shade.oak((0.09, 0.06, 0.035), (0.30, 0.20, 0.11), 0.6, "z", worn=0.4)
    props.ladder((PITCH + 0.05, -0.80, 0.0), (PITCH + 0.05, 0.145, 2.32), 0.40, lean, 8)
    warm, fog = tuple(cellar["lamp"]), tuple(cellar["far"])
    lamps.area((-1.7, -1.25, 2.75), (0.0, 0.05, 1.2), 46, (0.35, 0.5), warm, True, 80)
    lamps.spot((-1.3, -3.4, 2.3), (-0.1, 0, 0.98), 95, 30, warm)
    lamps.area((-4.2, -2.6, 2.4), (-0.4, 0.2, 1.2), 85, (0.8, 1.2), fog, True, 90)
    lamps.spot((-2.6, 0.3, 2.2), (0.2, 2.4, 2.7), 120, 80, fog)
    film.ambient(fog, 0.014)
    focus = (0, 0.0, 1.2)
    if tall:
        film.camera((0.30, -5.2, 1.35), (0, 0, HIGH), 52, (0.42, 0.29), 5.6, focus)
    else:
        film.camera((0.55, -4.3, 1.16), (0, 0, HIGH), 41, (0.385, 0.335), 5.6, focus)


def _cradle(x: float) -> None:
    """Two beams on a low wall, cut to the cask's round, chocks between."""
    wood = shade.oak((0.035, 0.022, 0.013), (0.14, 0.085, 0.045), 0.6, "x", worn=0.7)
    for y, t in ((0.34, -0.63), (BUILD.long - 0.34, 0.63)):
        r = BUILD.radius(t) + 0.006
        low = 0.32
        n = 33
        u = np.linspace(-0.62, 0.62, n)
        top = HIGH - np.sqrt(np.maximum(r * r - u * u, 0.0))
        top = np.minimum(top, 0.74)
        points, faces = [], []
        for yy in (y - 0.11, y + 0.11):
            for a, b in zip(u, top, strict=True):
                points += [(x + a, yy, low), (x + a, yy, b)]
        m = 2 * n
        for j in range(n - 1):
            a = 2 * j
            faces += [(a, a + 2, a + 3, a + 1), (m + a, m + a + 1, m + a + 3, m + a + 2)]
            faces += [(a + 1, a + 3, m + a + 3, m + a + 1)]
        faces += [(0, 1, m + 1, m), (m - 2, 2 * m - 2, 2 * m - 1, m - 1)]
        shapes.mesh("cradle", np.asarray(points), faces, wood, smooth=False)


def _door(x: float, chalk: str | None) -> None:
    """The door by which a cask is cleaned: oak, a beam across it, a bolt, a brass tap below."""
    wood = vessels.oak((0.10, 0.05, 0.022), (0.36, 0.20, 0.09), "z", 0.4, 0.25)
    y = BUILD.sunk + 0.004
    low, high, half = HIGH - 0.60, HIGH - 0.17, 0.185
    n = 8
    shape = [(-half * 0.94, low), (half * 0.94, low), (half, high - 0.05)]
    shape += [
        (half * math.cos(a), high - 0.05 + 0.05 * math.sin(a))
        for a in np.linspace(0, math.pi, n)[1:-1]
    ]
    shape += [(-half, high - 0.05)]
    front = np.asarray([(x + a, y - 0.022, b) for a, b in shape])
    back = front + [0, 0.06, 0]
    m = len(shape)
    faces = [tuple(range(m))] + [(j, m + j, m + (j + 1) % m, (j + 1) % m) for j in range(m)]
    places = np.asarray([((a + half) / 2 / half, (b - low) / (high - low)) for a, b in shape])
    out = shapes.mesh(
        "door",
        np.vstack([front, back]),
        faces,
        shade.branded(chalk, wood) if chalk else wood,
        np.vstack([places, places]),
        smooth=False,
    )
    edge = out.modifiers.new("edge", "BEVEL")
    edge.width, edge.segments, edge.limit_method = 0.007, 3, "ANGLE"
    iron = shade.iron((0.07, 0.065, 0.06), 0.4)
    beam = shade.oak((0.05, 0.028, 0.014), (0.20, 0.115, 0.055), 0.5, "x", worn=0.4)
    props.board((0.62, 0.045, 0.075), (x, y - 0.047, high + 0.075), beam, 5, edge=0.010)
    props.pipe([(x, y, high + 0.075), (x, y - 0.115, high + 0.075)], 0.011, iron, 14)
    nut = shapes.block("nut", (0.05, 0.022, 0.05), (x, y - 0.082, high + 0.075), iron, 0.004)
    nut.rotation_euler = (0, 0.3, 0)
    for side in (-1, 1):
        wing = [(x, y - 0.092, high + 0.075), (x + side * 0.035, y - 0.1, high + 0.088)]
        props.pipe([*wing, (x + side * 0.062, y - 0.1, high + 0.11)], 0.0075, iron, 12)
    brass = shade.foil((0.42, 0.27, 0.09))
    props.tap((x, y - 0.02, low + 0.052), brass, 0.13, 1.25)


def _room(cellar: dict[str, Any], rng: np.random.Generator) -> None:
    """A brick wall behind, piers and arches of brick, a low wall under the casks, the floor."""
    size = cellar["size"]
    tones = [tuple(c * k for c in cellar["dark"]) for k in (0.8, 1.2)]
    tones += [tuple(cellar["light"]), tuple(1.15 * c for c in cellar["light"])]
    brick = masonry.laid(tones, 0.9, 0.15, fine=0.6)
    laid = {"tall": (size[1], size[1] * 1.02), "long": (size[0] * 0.96, size[0] * 1.03)}
    small = {"deep": 0.12, "gap": 0.011, "edge": 0.007, "rough": 0.004, "stagger": 0.004, "n": 3}
    parts = masonry.courses(rng, 12.0, 4.3, laid["tall"], laid["long"], **small)
    masonry.wall("wall", parts, brick, (-5.0, BUILD.long + 0.55, 0))
    mortar = shade.plaster(tuple(cellar["mortar"]), tuple(0.5 * c for c in cellar["mortar"]))
    back = BUILD.long + 0.55 + 0.02
    shapes.plane("mortar", (-5, back, -0.5), (12, 0, 0), (0, 0, 5), mortar)
    low = masonry.courses(
        rng, 12.0, 0.30, (0.29, 0.31), (0.5, 0.8), 1.5, 0.008, 0.015, 0.008, 0.006, 8
    )
    grey = masonry.laid([(0.07, 0.066, 0.062), (0.15, 0.14, 0.125)], 0.85, 0.2)
    masonry.wall("plinth", low, grey, (-5.2, 0.18, 0))
    n, m = 60, 50  # the vault's crown, along x
    a = np.linspace(0.0, 1.9, n)
    radius, spring = 2.9, 1.5
    y = back - radius + radius * np.cos(a)
    z = spring + radius * np.sin(a) * 0.74
    x = np.linspace(-6, 8, m)
    grid = np.stack(
        [np.tile(x, (n, 1)), np.repeat(y[:, None], m, 1), np.repeat(z[:, None], m, 1)], 2
    )
    points = grid.reshape(-1, 3)
    places = np.stack([np.tile(x, n), np.repeat(a * radius, m)], 1)
    faces = [
        (i * m + j, i * m + j + 1, (i + 1) * m + j + 1, (i + 1) * m + j)
        for i in range(n - 1)
        for j in range(m - 1)
    ]
    skin = shade.bricks(
        tuple(cellar["light"]), tuple(cellar["dark"]), tuple(cellar["mortar"]), (size[0], size[1])
    )
    shapes.mesh("vault", points, faces, skin, places)
    u, v = np.meshgrid(np.linspace(-6, 8, 200), np.linspace(-7, 3, 160))
    floor = np.stack([u, v, 0 * u], 2).reshape(-1, 3)
    floor[:, 2] = 0.006 * masonry.fbm(floor, 1.3, 4, 9) - 0.006
    worn = masonry.laid([(0.085, 0.078, 0.070), (0.13, 0.12, 0.108)], 0.75, 0.38)
    masonry.sheet("floor", floor.reshape(*u.shape, 3), worn)
