"""A wine's hero still: its bottle and a filled glass on a board, a window, a wall behind.

Each rank of a house has its own table: the first grapes beside it in brighter light, the second
a decanter and a cork, the third candles in the dark.
"""

from __future__ import annotations

from typing import Any

import numpy as np

import film
from sets import still


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rank = job["rank"] % 3
    look = dict(job["look"])
    lime = (0.55, 0.0, 0.0)[rank]  # how far the wall is washed with lime
    bright = (1.5, 1.0, 0.62)[rank]
    for key, chalk in (("wall_light", (0.50, 0.46, 0.40)), ("wall_dark", (0.26, 0.23, 0.19))):
        own = zip(look[key], chalk, strict=True)
        look[key] = [bright * ((1 - lime) * x + lime * c) for x, c in own]
    look["gain"] *= (1.15, 1.0, 0.74)[rank]
    look["pool"] *= (1.4, 1.0, 0.55)[rank]
    rng = np.random.default_rng(job["seed"])
    still.room(look, rng)
    x = (-0.10, -0.105, -0.06)[rank]
    still.bottle(job, (x, 0.0, 0.0))
    # upright the frame ends a hand's breadth right of the glass
    if rank == 0:
        still.goblet(job["glass"], (x + 0.150, -0.055, 0.0), job["wine"])
        place = (x + 0.085, -0.20, 0.0) if tall else (x + 0.375, 0.02, 0.0)
        still.bunch(place, 0.35, rng, *map(tuple, job["fruit"]))
    elif rank == 1:
        still.goblet(job["glass"], (x + 0.140, -0.075, 0.0), job["wine"])
        place = (x + 0.232, 0.17, 0.0) if tall else (x + 0.315, 0.09, 0.0)
        still.decanter(place, job["wine"])
        still.cork((x + 0.235, -0.105, 0.0), 1.1)
    else:
        still.goblet(job["glass"], (x + 0.150, -0.045, 0.0), job["wine"])
        for reach, deep, high in ((0.095, 0.11, 0.17), (-0.045, 0.26, 0.12)) if tall else (
            (0.150, 0.10, 0.17), (0.205, 0.20, 0.12),
        ):  # fmt: skip
            still.candle((x - reach, deep, 0.0), high)
        still.cork((x + 0.060, -0.115, 0.0), 0.5)
        still.cork((x + 0.262, -0.040, 0.0), 2.3)
    still.window(look)
    aim = (x + 0.07, 0.0, 0.155)
    if tall:
        film.camera((x + 0.02, -2.05, 0.40), aim, 82, (0.49, 0.275), 2.8, (x, -0.04, 0.1))
    else:
        film.camera((x + 0.02, -1.95, 0.33), aim, 74, (0.415, 0.36), 2.4, (x, -0.04, 0.1))
