"""A winery's own grape on the vine with the morning's dew, close by, each in its own place.

Piedmont: nebbiolo under turning leaves above the fog. Bordeaux: small tight cabernet low over
gravel. Douro: touriga nacional, berries like blueberries, on old wood before a wall of schist.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import air
import clusters
import film
import lamps
import outside
import schist
import shade
import shapes
import slopes
from sets import land_medoc


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    {"piedmont": _piedmont, "bordeaux": _bordeaux, "douro": _douro}[job["region"]](rng, tall)


def _stalk() -> Any:
    return outside.leaf((0.20, 0.19, 0.05), (0.13, 0.12, 0.035), (0.25, 0.16, 0.06), 0.2)


def _piedmont(rng: np.random.Generator, tall: bool) -> None:
    """Long clusters with grey bloom, leaves gone gold; behind them fog and a pale sun."""
    mist = (0.56, 0.57, 0.60)
    sun = (-34.0, 9.0)
    air.sky(
        [(0.0, (0.60, 0.57, 0.55)), (0.15, (0.56, 0.56, 0.58)), (1.0, (0.42, 0.47, 0.55))],
        glow=(*sun, 10.0, (1.5, 1.0, 0.55)),
        seen=0.72,
    )
    air.sun(*sun, 2.6, (1.0, 0.82, 0.60), 6.0)
    z = 1.25
    fruit = outside.grape((0.060, 0.016, 0.055), (0.36, 0.33, 0.44), (0.10, 0.015, 0.04), 0.82)
    leaf = outside.leaf((0.27, 0.22, 0.035), (0.13, 0.15, 0.025), (0.50, 0.17, 0.03), 0.40)
    wood = outside.bark((0.26, 0.16, 0.085), (0.10, 0.055, 0.03))
    stalk = _stalk()
    main = clusters.packed(rng, 128, 0.0074, 0.185, 0.052, 1.15)
    wing = clusters.packed(rng, 30, 0.0072, 0.070, 0.028) + [-0.052, 0.004, -0.012]
    both = np.vstack([main, wing])
    at = clusters.hang(rng, (0, 0, z), both, 0.0074, fruit, stalk)
    clusters.dew(rng, at, 0.0074, 190)
    second = clusters.packed(rng, 92, 0.0073, 0.15, 0.044, 1.1)
    clusters.hang(rng, (0.155, 0.095, z + 0.025), second, 0.0073, fruit, stalk, 0.07)
    clusters.cane(
        rng,
        [
            (-0.62, 0.10, z + 0.16),
            (-0.3, 0.03, z + 0.085),
            (0, 0.010, z + 0.052),
            (0.24, 0.06, z + 0.095),
            (0.62, 0.12, z + 0.10),
        ],
        wood,
        leaf,
        36,
    )
    for x, lean in ((-0.26, -0.05), (-0.08, 0.04), (0.10, -0.02), (0.30, 0.06), (-0.45, 0.03)):
        foot = (x, 0.03 + abs(x) * 0.1, z + 0.07)
        clusters.cane(
            rng,
            [foot, (x + lean, 0.06, z + 0.25), (x + 1.6 * lean, 0.08, z + 0.5)],
            wood,
            leaf,
            9,
            up=0.0,
            thick=0.004,
        )
    clusters.cane(
        rng,
        [(-0.5, 0.2, z - 0.30), (-0.2, 0.28, z - 0.25), (0.2, 0.3, z - 0.34)],
        wood,
        leaf,
        9,
        up=-0.1,
        thick=0.004,
    )

    def misty(material: Any, reach: float) -> Any:
        return air.veil(material, mist, reach, None, (*sun, 8.0, (0.5, 0.33, 0.15)))

    gold = misty(outside.leaf((0.25, 0.20, 0.04), (0.12, 0.13, 0.03), (0.46, 0.15, 0.03), 0.4), 17)
    bark, soil = (
        misty(outside.bark(), 17),
        misty(outside.clay((0.25, 0.24, 0.21), (0.14, 0.14, 0.12), (0.12, 0.16, 0.06)), 17),
    )
    kinds = [slopes.hedge(rng, [gold, bark, bark], 1.05, 0.6, 1.75, 0.3, 260, 0) for _ in range(3)]
    for k in range(7):
        y = 1.5 + 2.3 * k
        x = np.arange(-6 - k, 7 + k, 1.02)
        row = np.column_stack([x, y + 0.02 * x**2, -0.18 - 0.36 * y - 0.06 * x, 0 * x - 0.05])
        slopes.planted(kinds, row, rng)
    shapes.plane("soil", (-60, -4, 1.26), (120, 0, -7.2), (0, 60, -21.6), soil)
    hill = misty(outside.clay((0.10, 0.11, 0.06), (0.05, 0.06, 0.04), (0.12, 0.12, 0.06)), 150)
    x = np.linspace(-240, 240, 120)
    for away, high in ((150, 6.0), (230, 22.0)):
        crest = high * (1 + 0.6 * slopes.wander(x / 60, away / 40))
        rows = [
            np.column_stack([x, away + 30 * t + 0 * x, -40 + (40 + crest) * t])
            for t in (0.0, 0.5, 1.0)
        ]
        slopes.strip("hill", np.stack(rows), hill)
    lamps.area(
        (0.8, -1.0, z + 0.5), (0, 0, z - 0.05), 6.0, (0.9, 0.9), (0.94, 0.96, 1.0), True, 120
    )
    eye, aim = (-0.06, -0.70, z - 0.13), (0.0, 0.0, z - 0.075)
    if tall:
        film.camera(eye, aim, 56, (0.46, 0.33), 4.0, (0, -0.045, z - 0.08))
    else:
        film.camera(eye, aim, 43, (0.42, 0.465), 3.2, (0, -0.045, z - 0.08))


def _bordeaux(rng: np.random.Generator, tall: bool) -> None:
    """Tight small clusters under the leaves of a low trellised vine, gravel below."""
    air.sky(
        [(0.0, (0.70, 0.70, 0.68)), (0.2, (0.60, 0.64, 0.68)), (1.0, (0.50, 0.58, 0.68))], seen=0.62
    )
    air.sun(62.0, 26.0, 2.2, (1.0, 0.93, 0.80), 9.0)
    z = 0.50
    fruit = outside.grape((0.022, 0.014, 0.050), (0.22, 0.25, 0.40), (0.05, 0.012, 0.05), 0.7)
    leaf = outside.leaf((0.095, 0.165, 0.03), (0.045, 0.09, 0.018), (0.34, 0.08, 0.03), 0.10)
    wood, bark, stalk = (
        outside.bark((0.24, 0.16, 0.09), (0.09, 0.055, 0.03)),
        clusters.old_bark(),
        _stalk(),
    )
    clusters.gnarled(
        rng,
        [(-0.20, 0.06, -0.1), (-0.17, 0.05, 0.15), (-0.21, 0.05, 0.33), (-0.16, 0.04, z - 0.02)],
        [0.045, 0.034, 0.030, 0.040],
        bark,
    )
    clusters.gnarled(
        rng,
        [
            (-0.17, 0.04, z - 0.03),
            (-0.05, 0.035, z + 0.03),
            (0.15, 0.03, z + 0.025),
            (0.55, 0.03, z + 0.03),
        ],
        [0.030, 0.015, 0.011, 0.008],
        bark,
    )
    clusters.gnarled(
        rng,
        [(-0.17, 0.04, z - 0.03), (-0.30, 0.04, z + 0.03), (-0.65, 0.05, z + 0.02)],
        [0.028, 0.013, 0.008],
        bark,
    )
    seen = []
    for x, y, count, high in (
        (0.0, -0.035, 88, 0.13),
        (0.105, 0.0, 70, 0.115),
        (-0.085, -0.015, 62, 0.10),
        (0.23, 0.02, 76, 0.12),
        (-0.36, 0.02, 60, 0.11),
    ):
        spots = clusters.packed(rng, count, 0.0063, high, 0.036, 1.0)
        top = (x, y, z - 0.03 - 0.012 * abs(math.sin(30 * x)))
        at = clusters.hang(rng, top, spots, 0.0063, fruit, stalk, 0.055)
        if abs(x) < 0.12:
            seen.append(at)
    clusters.dew(rng, np.vstack(seen), 0.0063, 170)
    for k, x in enumerate(np.arange(-0.62, 0.66, 0.115)):
        lean = float(rng.normal(0, 0.03))
        clusters.cane(
            rng,
            [(x, 0.03, z + 0.025), (x + lean, 0.05, z + 0.22), (x + 2 * lean, 0.05, z + 0.5)],
            wood,
            leaf,
            9,
            size=(0.085, 0.125),
            up=-0.05,
            back=0.15 if k % 2 else 0.5,
            thick=0.0042,
        )
    land_medoc.ground()
    land_medoc.carpet(rng, 5200, -0.1, 5.0)
    kinds = [slopes.hedge(rng, [leaf, bark, bark], 1.1, 0.42, 1.12, 0.22, 240, 0) for _ in range(3)]
    for k in range(1, 9):
        x = np.arange(-4 - k, 5 + k, 1.1)
        row = np.column_stack([x, 1.35 * k + 0 * x, 0 * x, 0 * x])
        slopes.planted(kinds, row, rng)
    lamps.area((-0.9, -1.0, 1.0), (0, 0, z - 0.08), 9.0, (1.0, 0.8), (0.95, 0.98, 1.0), True, 120)
    eye, aim = (0.17, -0.66, z + 0.02), (0.01, -0.02, z - 0.075)
    if tall:
        film.camera(eye, aim, 60, (0.50, 0.30), 4.5, (0, -0.06, z - 0.08))
    else:
        film.camera(eye, aim, 47, (0.42, 0.43), 4.0, (0, -0.06, z - 0.08))


def _douro(rng: np.random.Generator, tall: bool) -> None:
    """A twisted old vine before a wall of schist, raked by the low sun."""
    sun = (-98.0, 17.0)
    air.sky(
        [(0.0, (0.80, 0.52, 0.30)), (0.2, (0.46, 0.45, 0.50)), (1.0, (0.18, 0.26, 0.44))], seen=0.6
    )
    air.sun(*sun, 7.0, (1.0, 0.66, 0.36), 1.2)
    z = 0.62
    fruit = outside.grape((0.020, 0.013, 0.050), (0.20, 0.23, 0.40), (0.05, 0.01, 0.05), 0.68)
    leaf = outside.leaf((0.14, 0.18, 0.03), (0.06, 0.10, 0.018), (0.42, 0.15, 0.03), 0.2)
    wood, bark, stalk = (
        outside.bark((0.26, 0.15, 0.08), (0.10, 0.05, 0.03)),
        clusters.old_bark(),
        _stalk(),
    )
    clusters.gnarled(
        rng,
        [
            (-0.13, 0.10, -0.1),
            (-0.16, 0.09, 0.14),
            (-0.05, 0.06, 0.32),
            (-0.12, 0.05, 0.50),
            (-0.09, 0.04, z + 0.02),
        ],
        [0.085, 0.060, 0.052, 0.056, 0.066],
        bark,
    )
    clusters.gnarled(
        rng,
        [(-0.09, 0.04, z), (0.06, 0.02, z + 0.08), (0.20, 0.02, z + 0.10)],
        [0.05, 0.030, 0.024],
        bark,
    )
    clusters.gnarled(
        rng,
        [(-0.09, 0.04, z), (-0.22, 0.05, z + 0.07), (-0.31, 0.06, z + 0.15)],
        [0.05, 0.032, 0.022],
        bark,
    )
    seen = []
    for x, y, count, high in (
        (0.075, -0.055, 118, 0.125),
        (0.165, -0.02, 84, 0.105),
        (-0.20, -0.03, 96, 0.115),
        (0.01, -0.02, 60, 0.085),
    ):
        spots = clusters.packed(rng, count, 0.0054, high, 0.033, 1.0)
        at = clusters.hang(rng, (x, y, z + 0.02), spots, 0.0054, fruit, stalk, 0.075)
        seen.append(at)
    clusters.dew(rng, np.vstack(seen[:2]), 0.0054, 120)
    for x, y, lean, up in (
        (0.19, 0.02, 0.16, 0.34),
        (0.13, 0.03, 0.02, 0.42),
        (-0.30, 0.06, -0.16, 0.30),
        (-0.25, 0.05, -0.02, 0.40),
        (-0.02, 0.05, 0.05, 0.45),
        (0.20, 0.03, 0.32, 0.16),
    ):
        root = (x, y, z + 0.10)
        clusters.cane(
            rng,
            [
                root,
                (x + lean * 0.5, y + 0.01, z + 0.1 + up * 0.6),
                (x + lean, y - 0.02, z + 0.1 + up),
            ],
            wood,
            leaf,
            11,
            size=(0.085, 0.13),
            up=0.0,
            back=0.25,
            thick=0.005,
        )
    kinds = slopes.slabs(rng, schist.stone())
    foot = np.column_stack([np.linspace(-2.6, 3.2, 60), np.full(60, 0.62), np.zeros(60)])
    slopes.dry_wall(foot, lambda u: 1.9 + 0.1 * math.sin(u), kinds, rng, 0.085, (0.14, 0.42), 0.08)
    shapes.plane(
        "dark",
        (-4, 0.98, -0.2),
        (8, 0, 0),
        (0, 0.2, 2.0),
        shade.earth((0.02, 0.016, 0.014), (0.01, 0.008, 0.007)),
    )
    shapes.plane("soil", (-6, -4, 0), (12, 0, 0), (0, 5, 0), schist.soil())
    for _ in range(900):
        x, y = rng.uniform(-1.6, 1.8), rng.uniform(-0.9, 0.6)
        k = float(rng.choice([0.02, 0.035, 0.06, 0.1], p=[0.4, 0.35, 0.18, 0.07]))
        chip = shapes.put(kinds[rng.integers(7)], "chip", (x, y, 0.12 * k))
        chip.scale, chip.rotation_euler = (k, 0.7 * k, 0.3 * k), (0, 0, float(rng.uniform(0, 6)))
    lamps.area((0.7, -1.1, 0.9), (0, 0, z), 4.0, (0.9, 0.9), (0.80, 0.88, 1.0), True, 120)
    eye, aim = (0.20, -0.92, z + 0.20), (0.06, -0.02, z - 0.03)
    if tall:
        film.camera(eye, aim, 60, (0.52, 0.32), 5.0, (0.06, -0.06, z))
    else:
        film.camera(eye, aim, 46, (0.43, 0.44), 4.5, (0.06, -0.06, z))
