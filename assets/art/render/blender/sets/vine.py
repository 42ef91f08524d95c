"""One old bush vine against the low sun, its clusters under the leaves, the rows behind soft."""

from __future__ import annotations

from typing import Any

import numpy as np

import film
import growth
import lamps
import shapes
from sets import terrain


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    terrain.evening((57.0, 11.0), 0.62)
    terrain.ground()
    terrain.hills(rng)
    old = (-1.35, 0.6)
    ways = [(*old, 1.0), (-1.1, -1.6, 1.5), (0.4, -0.6, 1.3), (1.35, 1.6, 1.0)]
    terrain.vines(rng, terrain.bushes(rng, 6), ways, 60)
    terrain.stones(rng, 6.0, 1400, 1.0)
    terrain.weeds(rng, 10.0, 1200)
    own = growth.bush(rng, terrain.foliage(), fine=True)
    z = terrain.height(*old)
    hero = shapes.put(own, "old", (*old, z))
    hero.rotation_euler = (0, 0, 0.8)
    # light thrown back from pale ground outside of the picture, into the shade under the leaves
    lamps.area((-2.3, -1.6, z + 0.7), (*old, z + 0.45), 26, (1.2, 0.9), (1.0, 0.80, 0.6), False)
    aim = (old[0], old[1], z + 0.62)
    if tall:
        eye = (old[0] + 0.35, old[1] - 2.9, z + 0.86)
        film.camera(eye, aim, 51, (0.48, 0.335), 2.0)
    else:
        eye = (old[0] + 0.35, old[1] - 2.5, z + 0.74)
        film.camera(eye, aim, 41, (0.43, 0.455), 1.8)
