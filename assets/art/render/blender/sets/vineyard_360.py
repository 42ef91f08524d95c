"""All round among bush vines on a slope at golden hour.

Ahead (+y) the lane runs down between two rows to the valley, a dry-stone hut on the left, the
sierra behind the river; the sun stands low on the right, so that the leaves glow. Boxes of
picked grapes wait in the lane. Left the winery, behind the slope and a tree.
"""

from __future__ import annotations

from typing import Any

import numpy as np

import film
import growth
import lamps
import outside
import shade
import shapes
from sets import terrain

EYE = 1.55
SUN = (44.0, 10.0)  # degrees right of the middle, degrees up
HUT = (-7.2, 17.5)
TREE = (10.4, -6.4)
HOUSE = (-42.0, 20.0)
GAP = (1.35, 3.9, 0.95)  # a vine that died lets the sun onto the boxes


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    rng = np.random.default_rng(job["seed"])
    terrain.evening(SUN)
    terrain.ground()
    terrain.hills(rng)
    clear = [(*HUT, 4.2), (*TREE, 2.6), (*HOUSE, 13.0), GAP]
    terrain.vines(rng, terrain.bushes(rng, 6), clear)
    terrain.stones(rng, 11.0, 2600, 1.0)
    terrain.weeds(rng, 15.0, 2600)
    terrain.hut((*HUT, terrain.height(*HUT)), 0.5)
    terrain.house((*HOUSE, terrain.height(*HOUSE)), -1.72)
    wood = outside.bark()
    silver = terrain.seen_far(
        outside.leaf((0.17, 0.19, 0.08), (0.06, 0.08, 0.03), (0.3, 0.25, 0.1))
    )
    olive = growth.tree(rng, [silver, wood], 4.6, 1.7)
    others = ((-31, -38, 1.2), (27, -44, 1.1), (-30, 33, 1.0), (-51, 4, 1.3), (33, 38, 1.0))
    for x, y, size in ((*TREE, 1.0), *others):
        spot = shapes.put(olive, "tree", (x, y, terrain.height(x, y)))
        spot.scale = (size, size, size)
        spot.rotation_euler = (0, 0, float(rng.uniform(0, 6)))
    _harvest(rng)
    film.panorama((0.0, 0.0, terrain.height(0, 0) + EYE))


def _harvest(rng: np.random.Generator) -> None:
    """Boxes in the lane, one on two, shears on the full one; more further down."""
    wood = shade.oak((0.10, 0.06, 0.03), (0.36, 0.23, 0.12), 0.6, worn=0.3)
    bunches = terrain.bunches(rng, 3, 2)
    for x, y, turn, heap in (
        (-0.62, 1.75, 0.35, 24),
        (-0.66, 2.45, -0.15, 18),
        (0.62, 3.6, 1.35, 20),
        (0.55, 7.4, 0.2, 18),
        (-0.6, 9.2, 1.2, 18),
        (0.62, -2.4, 1.5, 22),
    ):
        z = terrain.height(x, y) + 0.01
        growth.crate((x, y, z), turn, bunches, rng, wood, heap=heap)
    # a white sheet held up beside the camera, as photographers do, for boxes in the vines' shade
    lamps.area((1.0, 1.5, 1.5), (-0.62, 1.95, 0.0), 34, (1.0, 1.0), (1.0, 0.78, 0.54), False, 120)
    spot = (-0.70, 1.71, terrain.height(-0.6, 1.75) + 0.318)
    terrain.shears(spot, 0.9)
