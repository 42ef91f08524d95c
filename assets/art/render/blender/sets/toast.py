"""Glasses set rim to rim on the board after a toast, a bottle behind them, a candle further back.

Nobody holds them: they stand, close enough to touch at their widest.
"""

from __future__ import annotations

from typing import Any

import numpy as np

import film
from sets import still


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    still.room(job["look"], rng)
    wide = still.GLASSES[job["glass"]][0]
    gap = wide * 2 + 0.0004  # bowls touch
    middle = np.asarray([0.0, 0.0])
    for k, angle in enumerate((200, 320, 80)):
        reach = gap / np.sqrt(3)
        x, y = middle + reach * np.asarray([np.cos(np.radians(angle)), np.sin(np.radians(angle))])
        fill = {**job["wine"], "fill": job["wine"]["fill"] + (0.0, 0.02, -0.015)[k]}
        still.goblet(job["glass"], (float(x), float(y), 0.0), fill)
    still.candle((-0.23, 0.42, 0.0), 0.15)
    still.candle((-0.15, 0.55, 0.0), 0.11)
    still.window(job["look"])
    aim = (0.0, 0.0, 0.15)
    if tall:
        film.camera((0.03, -1.6, 0.36), aim, 84, (0.49, 0.285), 2.4, (0, -0.05, 0.14))
    else:
        film.camera((0.03, -1.5, 0.31), aim, 78, (0.415, 0.375), 2.2, (0, -0.05, 0.14))
