"""All round in the cellar, from the middle of the nave.

Ahead (+y) the barrels run away to a door, in front of them one stands upright as a table; to
the right and left the marked heads; behind, bottles lie in bins and a second barrel is set for
tasting from the wood.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import lamps
import shade
import shapes
from sets import ageing, still

LOW, HIGH = -5.2, 15.6
EYE = 1.55
FLAME = (1.0, 0.62, 0.30)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    rng = np.random.default_rng(job["seed"])
    cellar = job["cellar"]
    glow = (1.0, 0.77, 0.52)
    slabs = shade.bricks((0.25, 0.165, 0.115), (0.10, 0.06, 0.04), (0.05, 0.03, 0.02), (0.66, 0.42))
    ageing.vault(cellar, LOW, HIGH, slabs)
    cask = ageing.Cask(job["marks"], rng)
    for side in (-1, 1):
        ageing.rows(cask, side, rng, -2.9, 24)
    _table(job, cask)
    _tasting(job, cask)
    _bins(np.asarray(job["bottle"], float), rng)
    door((0.0, HIGH, 0.0), (1.5, 2.35))
    wall = ageing.HALF - 0.34
    for y in (-4.1, -0.5, 3.1, 6.7, 10.3, 13.9):
        for side in (-1, 1):
            ageing.lamp((side * wall, y, 2.08), 44, glow)
    lamps.bulb((0.0, HIGH - 0.9, 2.2), 60, glow, 0.08)
    # the crown throws the lamps' light back onto the heads of either row
    for y, watts in ((-2.6, 60), (1.2, 60), (5.6, 80), (11.0, 110)):
        for side in (-1, 1):
            at, aim = (side * -0.7, y, 2.9), (side * 1.6, y + 0.4, 0.9)
            lamps.area(at, aim, watts, (0.5, 1.6), glow, False, 90)
    lamps.area((0.0, LOW + 2.2, 2.7), (0.0, LOW, 0.8), 190, (2.4, 0.3), glow, False, 110)
    film.ambient(tuple(cellar["far"]), 0.02)
    film.panorama((0.0, 0.0, EYE))


def _table(job: dict[str, Any], cask: ageing.Cask) -> None:
    x, y = -0.30, 1.65
    cask.stand((x, y, 0.0))
    top = cask.long + 0.0005
    still.candle((x - 0.09, y + 0.11, top), 0.17)
    lamps.bulb((x - 0.09, y + 0.11, top + 0.24), 9, FLAME, 0.03)
    still.bottle(job, (x + 0.0, y + 0.05, top))
    still.goblet(job["glass"], (x + 0.135, y - 0.03, top), job["wine"])


def _tasting(job: dict[str, Any], cask: ageing.Cask) -> None:
    x, y = 0.55, -2.35
    cask.stand((x, y, 0.0))
    top = cask.long + 0.0005
    for k, (dx, dy) in enumerate(((-0.12, 0.10), (0.02, 0.13))):
        fill = {**job["wine"], "fill": (0.22, 0.27)[k]}
        still.goblet(job["glass"], (x + dx, y + dy, top), fill)
    still.candle((x + 0.13, y + 0.02, top), 0.11)
    lamps.bulb((x + 0.13, y + 0.02, top + 0.18), 9, FLAME, 0.03)


def door(at: tuple[float, float, float], size: tuple[float, float], face: int = -1) -> None:
    """An oak door with a round head in a frame of stone, looking along -y, or +y by ``face``."""
    wide, tall = size
    spring = tall - wide / 2
    wood = shade.oak((0.04, 0.022, 0.012), (0.19, 0.105, 0.055), 0.5, "z", worn=0.5)
    planks = 7
    for k in range(planks):
        low = -wide / 2 + wide * k / planks
        middle = low + wide / planks / 2
        rise = math.sqrt(max((wide / 2) ** 2 - middle**2, 0.0))
        shapes.block(
            "plank",
            (wide / planks - 0.006, 0.06, spring + rise),
            (at[0] + middle, at[1] + face * 0.04, at[2] + (spring + rise) / 2),
            wood,
            0.006,
        )
    metal = shade.iron()
    for z in (0.35, spring - 0.2):
        size3 = (wide * 0.92, 0.012, 0.06)
        shapes.block("strap", size3, (at[0], at[1] + face * 0.076, at[2] + z), metal, 0.004)
    ring = shapes.turned(
        "ring",
        np.asarray(
            [
                (0.055 + 0.009 * math.cos(a), 0.009 * math.sin(a))
                for a in np.linspace(0, 2 * math.pi, 17)
            ]
        ),
        metal,
        48,
    )
    ring.location = (at[0] + wide * 0.33, at[1] + face * 0.085, at[2] + 1.02)
    ring.rotation_euler = (math.pi / 2 + face * 0.12, 0, 0)
    pale = shade.stone((0.42, 0.34, 0.25), (0.20, 0.15, 0.10), 1.4, 0.8)
    count = 11
    for k in range(count):  # voussoirs
        a = math.pi * (k + 0.5) / count
        r = wide / 2 + 0.13
        place = (at[0] + r * math.cos(a), at[1] + face * 0.06, at[2] + spring + r * math.sin(a))
        out = shapes.block(
            "voussoir", (0.27, 0.20, math.pi * r / count - 0.012), place, pale, 0.012
        )
        out.rotation_euler = (0, -a, 0)
    blocks = 5
    for side in (-1, 1):
        for k in range(blocks):
            h = spring / blocks
            x = at[0] + side * (wide / 2 + 0.13)
            size3 = (0.27 + 0.05 * (k % 2), 0.20, h - 0.012)
            shapes.block(
                "jamb", size3, (x, at[1] + face * 0.06, at[2] + (k + 0.5) * h), pale, 0.012
            )


def _bins(profile: np.ndarray, rng: np.random.Generator) -> None:
    """Bottles lying in oak bins along the wall behind, punts outwards."""
    outer = np.vstack([[0.0, 0.018], [profile[0, 0] * 0.45, 0.010], profile, [0.0, profile[-1, 1]]])
    glass = shade.dusty_glass()
    first = shapes.turned("laid", outer, glass, 40)
    first.location = (0, LOW - 5, 0)
    radius = float(profile[:, 0].max()) + 0.0008
    wood = shade.oak((0.035, 0.02, 0.011), (0.17, 0.095, 0.05), 0.55, worn=0.6)
    upright = shade.oak((0.035, 0.02, 0.011), (0.17, 0.095, 0.05), 0.55, "z", worn=0.6)
    wide, tall, deep, thick = 0.92, 0.56, 0.36, 0.045
    columns, floors = 5, 3
    whole = columns * wide
    face = LOW + 0.10 + deep
    for c in range(columns + 1):
        x = -whole / 2 + c * wide
        h = floors * tall + thick
        shapes.block("post", (thick, deep, h), (x, face - deep / 2, h / 2 + 0.08), upright, 0.004)
    for f in range(floors + 1):
        z = 0.08 + f * tall + thick / 2
        for c in range(columns):
            x = -whole / 2 + (c + 0.5) * wide
            shapes.block("shelf", (wide - thick, deep, thick), (x, face - deep / 2, z), wood, 0.004)
    inner = wide - thick
    per = int(inner / (2 * radius))
    pitch = (inner - 2 * radius) / (per - 1)
    step = math.sqrt((2 * radius) ** 2 - (pitch / 2) ** 2)
    for c in range(columns):
        for f in range(floors):
            rows = int(rng.integers(4, 7))
            base = 0.08 + f * tall + thick + radius
            left = -whole / 2 + c * wide + thick / 2 + radius
            for row in range(rows):
                odd = row % 2
                for k in range(per - odd):
                    at = (
                        left + k * pitch + odd * pitch / 2,
                        face - 0.012 + rng.uniform(-0.010, 0.006),
                        base + row * step,
                    )
                    copy = shapes.put(first.data, "laid", at)
                    copy.rotation_mode = "ZYX"  # about its own axis first
                    copy.rotation_euler = (math.pi / 2, 0, rng.uniform(0, 6))
