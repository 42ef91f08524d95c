"""Dongkui bayberries on the tree after rain: ripe ones under leathery leaves, mist behind."""

from __future__ import annotations

from typing import Any

import numpy as np

import air
import bayberry
import farm
import film
import lamps
import outside
import shapes
import slopes

MIST = (0.44, 0.50, 0.50)
Z = 1.6  # how high the branch hangs
FRUITS = (  # where along the branch, how far forwards, how far below it, how ripe
    (-0.098, 0.014, 0.028, 0),
    (-0.064, -0.006, 0.033, 1),
    (-0.026, 0.012, 0.027, 1),
    (-0.029, -0.012, 0.058, 1),
    (0.010, -0.010, 0.036, 1),
    (0.045, 0.016, 0.029, 1),
    (0.098, 0.004, 0.027, 0),
)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    air.sky(
        [(0.0, (0.46, 0.52, 0.52)), (0.2, (0.52, 0.58, 0.58)), (1.0, (0.74, 0.82, 0.84))], seen=0.62
    )
    ripe, red = bayberry.flesh(1.0), bayberry.flesh(0.25)
    kinds = {1: [bayberry.fruit(rng, ripe) for _ in range(3)], 0: [bayberry.fruit(rng, red)]}
    leaf, wood = bayberry.leaf_kinds(rng), bayberry.wood()
    green = outside.leaf((0.20, 0.25, 0.08), (0.14, 0.19, 0.06), (0.3, 0.2, 0.1), 0.1)
    line = shapes.curve(
        [(-0.34, 0.175), (-0.19, 0.110), (-0.07, 0.058), (0.03, 0.034), (0.120, 0.030)], 10
    )
    branch = np.column_stack([line[:, 0], 0.012 + 0.04 * line[:, 0] ** 2, line[:, 1] + Z])
    spots = []
    for x, y, below, kind in FRUITS:
        knot = branch[np.abs(branch[:, 0] - x).argmin()]
        spot = knot + [0.002, y, -below]
        out = shapes.put(kinds[kind][rng.integers(len(kinds[kind]))], "fruit", tuple(spot))
        k = float(rng.uniform(0.96, 1.04)) * (1.0 if kind else 0.84)
        out.scale = (k, k, k)
        out.rotation_euler = (*rng.normal(0, 0.2, 2), float(rng.uniform(0, 6)))
        bayberry.stalk(knot, spot + [0, 0, 0.93 * bayberry.RADIUS * k], green)
        bayberry.drops(rng, spot, bayberry.RADIUS * k, np.asarray([0.1, -1.0, -0.1]), 9)
        spots.append(spot)
    fruits = np.asarray(spots)
    ahead = fruits + [0, -0.03, 0]  # nor does a leaf hide them from us
    clear = np.vstack([fruits, ahead, fruits + [0, -0.06, -0.003]])
    bayberry.twig(rng, branch, leaf, wood, 34, 0.30, (0.08, 0.125), 0.05, clear=clear)
    for (x, y, z), go, count in (
        ((-0.16, 0.02, 0.098), (0.20, 0.09, 0.10), 15),
        ((-0.25, 0.02, 0.135), (0.02, 0.05, 0.18), 13),
        ((-0.30, 0.02, 0.155), (-0.10, -0.03, -0.14), 13),
        ((0.0, 0.02, 0.04), (0.15, 0.10, 0.09), 14),
        ((-0.10, 0.02, 0.07), (0.05, 0.13, 0.05), 14),
        ((-0.22, 0.03, 0.12), (0.05, 0.10, -0.12), 12),
    ):
        t = np.linspace(0, 1, 9)[:, None]
        side = np.asarray([x, y, z + Z]) + t * np.asarray(go) + t * (1 - t) * [0, 0, 0.03]
        bayberry.twig(rng, side, leaf, wood, count, 0.3, thick=(0.003, 0.002), clear=clear)
    _below(rng, leaf, wood)
    orchard(rng)
    lamps.area((-0.9, -0.5, Z + 1.0), (0, 0, Z), 13.0, (0.8, 0.8), (0.95, 1.0, 1.0), True, 120)
    lamps.area((0.9, 0.7, Z + 0.5), (0, 0, Z), 5.0, (0.5, 0.9), (0.98, 1.0, 0.94), True, 120)
    eye, aim = (0.05, -0.46, Z - 0.035), (0.0, 0.0, Z + 0.012)
    if tall:
        film.camera(eye, aim, 72, (0.50, 0.31), 6.3, (0, -0.012, Z))
    else:
        film.camera(eye, aim, 56, (0.42, 0.43), 5.6, (0, -0.012, Z))


def _below(rng: np.random.Generator, leaf: list[Any], wood: Any) -> None:
    """The tree's own lower boughs, out of focus and in its shade."""
    for _ in range(150):
        a = np.asarray([rng.uniform(-0.8, 0.8), rng.uniform(0.34, 1.3), 0.0])
        a[2] = Z - 0.045 - 0.17 * a[1] - rng.uniform(0, 0.30 + 0.3 * a[1]) - 0.10 * max(a[0], 0)
        t = np.linspace(0, 1, 7)[:, None]
        go = np.asarray([rng.normal(0, 0.12), -0.14, rng.normal(0.05, 0.06)])
        bayberry.twig(rng, a + t * go, leaf, wood, 13, 0.1, (0.09, 0.14), 0.3)


def orchard(rng: np.random.Generator) -> None:
    """More trees down the slope, dissolving in mist, and a hill."""

    def misty(material: Any) -> Any:
        return air.veil(material, MIST, 16.0)

    leaf = misty(outside.leaf((0.05, 0.11, 0.03), (0.02, 0.055, 0.016), (0.11, 0.17, 0.04), 0.2))
    bark = misty(outside.bark())
    kinds = [farm.crown(leaf, bark, rng, 4.4, 2.5) for _ in range(2)]
    spots = [
        (-2.6, 6.0, -1.4),
        (1.9, 8.2, -2.1),
        (-0.6, 12.5, -3.2),
        (4.8, 13.5, -3.0),
        (-5.8, 11.5, -2.2),
        (-2.9, 19, -4.5),
        (3.0, 21, -4.8),
        (7.9, 19, -4.0),
    ]
    slopes.planted(kinds, np.asarray([(*s, 0.0) for s in spots]), rng, True)
    slope = misty(outside.clay((0.10, 0.13, 0.05), (0.05, 0.07, 0.03), (0.14, 0.16, 0.06)))
    shapes.plane("slope", (-40, -3, 0.0), (80, 0, 0), (0, 60, -14), slope)
    hill = air.veil(
        outside.clay((0.08, 0.12, 0.06), (0.04, 0.06, 0.04), (0.1, 0.12, 0.06)), MIST, 110
    )
    x = np.linspace(-160, 160, 90)
    crest = 17 + 13 * slopes.wander(x / 36, 3.0)
    rows = [
        np.column_stack([x, 110 + 40 * t + 0 * x, -24 + crest * t * 1.9])
        for t in np.linspace(0, 1, 8)
    ]
    slopes.strip("hill", np.stack(rows), hill)
