"""A wine's hero still: its bottle and a filled glass on a board, a window, a warm wall behind."""

from __future__ import annotations

from typing import Any

import numpy as np

import film
from sets import still


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    look = job["look"]
    rng = np.random.default_rng(job["seed"])
    still.room(look, rng)
    rank = job["rank"]
    x = (-0.10, -0.105, -0.095)[rank % 3]
    still.bottle(job, (x, 0.0, 0.0))
    still.goblet(job["glass"], (x + 0.148, -0.055, 0.0), job["wine"])
    if job.get("candle"):
        still.candle((x - 0.13, 0.12, 0.0), 0.16)
    still.window(look)
    aim = (x + 0.07, 0.0, 0.155)
    if tall:
        film.camera((x + 0.02, -2.05, 0.40), aim, 82, (0.49, 0.275), 2.4, (x, -0.04, 0.1))
    else:
        film.camera((x + 0.02, -1.95, 0.33), aim, 74, (0.415, 0.36), 2.0, (x, -0.04, 0.1))
