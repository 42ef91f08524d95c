"""The land: rows of bush vines down to a dry-stone hut, patchwork hills, the sierra; last light."""

from __future__ import annotations

from typing import Any

import numpy as np

import film
import growth
import outside
import shapes
from sets import terrain

HUT = (-2.9, 21.0)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    terrain.evening((-104.0, 13.0), 0.45)
    terrain.ground()
    terrain.hills(rng)
    terrain.vines(rng, terrain.bushes(rng, 6), [(*HUT, 3.6), (0.0, -7.5, 1.6)])
    terrain.stones(rng, 11.0, 1600, 1.0)
    terrain.weeds(rng, 15.0, 2600)
    terrain.hut((*HUT, terrain.height(*HUT)), 0.35)
    leaf = terrain.seen_far(outside.leaf((0.17, 0.19, 0.08), (0.06, 0.08, 0.03), (0.3, 0.25, 0.1)))
    almond = growth.tree(rng, [leaf, outside.bark()], 4.6, 1.7)
    for x, y, size in ((-6.4, 23.0, 0.9), (31, 52, 1.3), (-38, 60, 1.2), (14.5, 44, 1.0)):
        spot = shapes.put(almond, "tree", (x, y, terrain.height(x, y)))
        spot.scale = (size, size, size)
        spot.rotation_euler = (0, 0, float(rng.uniform(0, 6)))
    aim = (HUT[0], HUT[1], terrain.height(*HUT) + 2.0)
    if tall:
        eye = (0.3, -7.4, terrain.height(0.3, -7.4) + 3.0)
        film.camera(eye, aim, 40, (0.47, 0.345), 8.0)
    else:
        eye = (0.3, -6.4, terrain.height(0.3, -6.4) + 2.5)
        film.camera(eye, aim, 34, (0.40, 0.40), 8.0)
