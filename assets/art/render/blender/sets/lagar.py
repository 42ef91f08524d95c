"""The granite tank on its second day: a thick cap, plungers at the rim, evening through a door.

The tank lies along x, its far rim before a wall of schist; the camera stands at its near corner.
"""

from __future__ import annotations

from typing import Any

import numpy as np

import film
import growth
import lamps
import masonry
import must
import shade
import shapes

X0, X1, Y0, Y1 = -1.75, 1.75, 0.0, 2.3  # inside
TALL, LEVEL, THICK = 0.95, 0.79, 0.30


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    _tank(rng)
    hit = np.asarray((-0.42, 1.20))

    def inside(at: np.ndarray) -> np.ndarray:
        ok = (at[:, 0] > X0 + 0.01) & (at[:, 0] < X1 - 0.01)
        return (ok & (at[:, 1] > Y0 + 0.01) & (at[:, 1] < Y1 - 0.01)).astype(float)

    def broken(at: np.ndarray) -> np.ndarray:
        return np.clip(1.4 - np.hypot(*((at - hit) * [0.75, 1.0]).T) / 0.22, 0, 1)

    def spread(at: np.ndarray) -> np.ndarray:
        cloud = must.patches(2.3, -0.15, 0.5, 14)(at)
        return np.clip(0.55 * cloud + 0.95 * broken(at), 0, 1)

    bounds = (X0, Y0, X1, Y1)
    bed = must.cap(rng, inside, bounds, LEVEL, 24000, 0.015, 0.06, broken)
    pink = must.froth((0.46, 0.19, 0.26), (0.17, 0.036, 0.080), 75.0)
    top = must.foam(inside, bounds, bed, spread, 0.024, pink, 420)
    loose = rng.uniform((X0, Y0), (X1, Y1), (2600, 2))
    loose = np.vstack([loose[spread(loose) > 0.4], hit + rng.normal(0, 0.16, (420, 2))])
    loose = loose[inside(loose) > 0.5]
    must.bubbles(rng, loose, np.maximum(top(loose), bed(loose)), 0.0025, 0.016, must.film_skin())
    wood = shade.oak((0.20, 0.135, 0.08), (0.52, 0.38, 0.24), 0.55, "z", worn=0.25)
    low = float(bed(hit[None])[0])
    _plunger((hit[0], hit[1], low - 0.10), (-0.66, 3.19, 2.40), wood)
    _plunger((-1.22, 1.72, LEVEL - 0.06), (-1.02, 3.19, 2.16), wood)
    sun, cool = (1.0, 0.64, 0.32), (0.72, 0.82, 1.0)
    lamps.area((-3.9, -1.1, 2.5), (-0.4, 0.9, LEVEL), 230, (0.6, 1.1), sun, True, 55)
    lamps.spot((-4.0, 1.4, 2.6), (-0.9, 3.2, 1.5), 170, 46, sun)
    lamps.area((-2.4, -2.6, 3.1), (-0.3, 0.9, LEVEL), 30, (1.2, 0.8), cool, True, 110)
    film.ambient(cool, 0.020)
    aim = (float(hit[0]), float(hit[1]), LEVEL + 0.10)
    if tall:
        film.camera((0.50, -1.50, 2.35), aim, 38, (0.44, 0.36), 5.0, aim)
    else:
        film.camera((0.75, -1.45, 2.10), aim, 33, (0.40, 0.44), 5.0, aim)


def _plunger(foot: tuple[float, float, float], top: tuple[float, float, float], wood: Any) -> None:
    """A pole with two crossed pairs of pegs near its foot, pushed into the cap."""
    a, b = np.asarray(foot), np.asarray(top)
    way = (b - a) / np.linalg.norm(b - a)
    side = np.cross(way, [0, 0, 1.0])
    side /= np.linalg.norm(side)
    over = np.cross(side, way)
    t = np.linspace(0, 1, 30)[:, None]
    parts: list[growth.Soup] = [
        (*growth.tube(a + (b - a) * t, np.full(30, 0.025), 16), 0),
    ]
    end = np.stack([b, b + way * 0.006])
    parts.append((*growth.tube(end, np.asarray([0.025, 0.001]), 16), 0))
    for k, high in enumerate((0.05, 0.11, 0.17, 0.23, 0.29)):
        go = side if k % 2 else over
        peg = np.stack([a + way * high - go * 0.125, a + way * high, a + way * high + go * 0.125])
        parts.append((*growth.tube(peg, np.full(3, 0.015), 12), 0))
        for s in (-1, 1):
            tip = a + way * high + go * 0.125 * s
            parts.append(
                (
                    *growth.tube(
                        np.stack([tip, tip + go * 0.003 * s]), np.asarray([0.015, 0.001]), 12
                    ),
                    0,
                )
            )
    shapes.put(growth.soup("plunger", parts, [wood]), "plunger")


def _tank(rng: np.random.Generator) -> None:
    """Granite blocks, wine-stained inside above the must; the wall behind, the floor before."""
    granite = _granite()
    wide = X1 - X0
    lengths = (
        ((0.0, Y0 - THICK / 2, TALL / 2), (wide + 2 * THICK, THICK, TALL), 4),
        ((0.0, Y1 + THICK / 2, TALL / 2), (wide + 2 * THICK, THICK, TALL), 4),
    )
    for (x, y, z), (w, d, h), n in lengths:
        one = w / n
        for k in range(n):
            at = (x - w / 2 + one * (k + 0.5), y + rng.normal(0, 0.004), z + rng.normal(0, 0.003))
            _block((one - 0.006, d, h), at, granite, rng)
    for side in (-1, 1):
        for k in range(2):
            deep = (Y1 - Y0) / 2
            at = (side * (X1 + THICK / 2), Y0 + deep * (k + 0.5), TALL / 2 + rng.normal(0, 0.003))
            _block((THICK, deep - 0.006, TALL), at, granite, rng)
    tones = [(0.055, 0.050, 0.050), (0.135, 0.112, 0.095), (0.09, 0.084, 0.084), (0.20, 0.15, 0.11)]
    slate = masonry.laid(tones, 0.78, 0.2, split=0.8, fine=0.6)
    rows = masonry.courses(
        rng, 9.5, 3.4, (0.05, 0.16), (0.2, 0.7), 0.30, 0.012, 0.014, 0.024, 0.022, 6
    )
    masonry.wall("wall", rows, slate, (-4.7, 3.25, 0))
    dark = shade.earth((0.03,) * 3, (0.012,) * 3)
    shapes.plane("joint", (-5, 3.36, 0), (10, 0, 0), (0, 0, 3.6), dark)
    floor = masonry.laid([(0.05, 0.047, 0.045), (0.08, 0.072, 0.065)], 0.7, 0.35)
    shapes.plane("floor", (-6, -5, 0), (12, 0, 0), (0, 9, 0), floor)


def _block(size: Any, at: Any, material: Any, rng: np.random.Generator) -> None:
    points, tris = masonry.stone(np.asarray(size), 0.028, 0.010, int(rng.integers(1 << 20)), 22)
    shapes.put(growth.soup("block", [(points, tris, 0)], [material]), "block", at)


def _granite() -> Any:
    """Granite: feldspar, quartz, mica; stained by wine near and below the must's level inside."""
    s = shade.Shader("granite")
    place = s.add("NewGeometry").outputs["Position"]
    big = s.add("TexVoronoi", Vector=place, Scale=150.0)
    own = s.add("SeparateRGB", Image=big.outputs["Color"]).outputs[0]
    grain = s.ramp(
        own,
        [
            (0.0, (0.045, 0.042, 0.040)),
            (0.22, (0.16, 0.145, 0.125)),
            (0.6, (0.30, 0.27, 0.23)),
            (1.0, (0.40, 0.37, 0.33)),
        ],
    )
    cloud = s.noise(place, 2.2, 6, 0.66)
    fine = s.noise(place, 70.0, 4, 0.7)
    base = s.mix(
        0.75, grain, s.ramp(cloud, [(0.34, (0.42, 0.39, 0.36)), (0.66, (1.1,) * 3)]), "MULTIPLY"
    )
    spot = s.add("SeparateXYZ", i0=place).outputs
    past = s.sum("MAXIMUM", s.sum("ABSOLUTE", spot[0], 0.0), 0.0)
    within_x = s.sum("LESS_THAN", past, X1 + 0.035)
    within_y = s.sum(
        "MULTIPLY",
        s.sum("GREATER_THAN", spot[1], Y0 - 0.035),
        s.sum("LESS_THAN", spot[1], Y1 + 0.035),
    )
    depth = s.ramp(
        s.sum("ADD", spot[2], s.sum("MULTIPLY", s.sum("SUBTRACT", cloud, 0.5), 0.16)),
        [(TALL - 0.10, (0.85,) * 3), (min(TALL + 0.02, 1.0), (0.12,) * 3)],
    )
    stain = s.sum("MULTIPLY", s.sum("MULTIPLY", within_x, within_y), depth)
    base = s.mix(stain, base, (0.075, 0.012, 0.026))
    height = s.sum("ADD", s.sum("MULTIPLY", fine, 0.5), cloud)
    return s.skin(
        plain=(0.2, 0.18, 0.15),
        Base_Color=base,
        Roughness=s.span(cloud, 0.5, 0.85),
        Specular=0.45,
        Normal=s.bump(height, 0.5, 0.006),
    )
