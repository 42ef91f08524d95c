"""A cellar half sunk in schist: barrels in two tiers, one in three new, last light from a slit.

The stack stands along x with its heads to -y, the wall of laid slate behind it.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import lamps
import masonry
import props
import shade
import shapes
import vessels

BUILD = vessels.Build()
PITCH = 0.725


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    cellar = job["cellar"]
    _room(cellar, rng)
    metal = shade.iron((0.075, 0.07, 0.066), 0.55)
    new = _cask(job, (0.20, 0.135, 0.075), (0.50, 0.365, 0.225), 0.10, metal, rng)
    old = _cask(job, (0.062, 0.040, 0.026), (0.20, 0.135, 0.085), 0.55, metal, rng)
    rail = shade.oak((0.03, 0.022, 0.016), (0.12, 0.08, 0.05), 0.6, "x", worn=0.7)
    for y in (0.20, 0.75):
        props.board((9.0, 0.11, 0.14), (0.2, y, 0.07), rail, 3)
    low = 0.14 + BUILD.belly - 0.01
    for k in range(-5, 6):
        for tier in range(2):
            if tier and k in (-5, 5):
                continue
            x = PITCH * (k + 0.5 * tier)
            rise = math.sqrt((2 * BUILD.belly) ** 2 - (PITCH / 2) ** 2) - 0.006
            kind = new if (k + 2 * tier + 2) % 3 == 0 else old
            y = BUILD.long / 2 + rng.normal(0, 0.012)
            kind.place((x, y, low + tier * rise), (-math.pi / 2, 0, math.pi + rng.normal(0, 0.07)))
    for k in range(-5, 5):  # wedges, so that none rolls
        for y in (0.20, 0.75):
            props.board((0.12, 0.08, 0.07), (PITCH * (k + 0.5), y, 0.175), rail, k + 9)
    sun, cool = (1.0, 0.62, 0.30), (0.78, 0.86, 1.0)
    eye = (4.2, -5.6, 3.3)
    lit = (-0.70, 0.0, 1.22)
    lamps.spot(eye, lit, 7500, 30, sun, 0.0).data.shadow_soft_size = 0.006
    _slit(eye, lit)
    lamps.area((-3.4, -2.6, 2.9), (0.0, 0.6, 0.9), 70, (1.2, 0.8), cool, True, 110)
    lamps.area((-1.2, -0.6, 3.1), (-0.6, 1.2, 1.6), 26, (1.8, 0.4), cool, False, 120)
    film.ambient(cool, 0.022)
    aim = (-0.10, 0.0, 0.98)
    if tall:
        film.camera((-0.70, -4.3, 1.25), aim, 46, (0.46, 0.33), 5.6, aim)
    else:
        film.camera((-0.95, -3.3, 1.12), aim, 35, (0.42, 0.44), 5.6, aim)


def _cask(
    job: dict[str, Any], dark: Any, light: Any, grime: float, metal: Any, rng: np.random.Generator
) -> vessels.Cask:
    wood = vessels.oak(dark, light, "z", 0.5, grime, None, 1.5, 0.62)
    head = vessels.oak(dark, tuple(1.05 * c for c in light), "x", 0.5, grime * 0.8, None, 1.5, 0.62)
    return vessels.Cask(BUILD, wood, head, shade.branded(job["marks"], head), metal, rng)


def _slit(eye: Any, lit: Any) -> None:
    """What the low sun comes through: a small window with a cross of iron, out of the picture."""
    at = np.asarray(eye)
    way = np.asarray(lit) - at
    far = float(np.linalg.norm(way))
    way /= far
    side = np.cross(way, [0, 0, 1.0])
    side /= np.linalg.norm(side)
    up = np.cross(side, way)
    middle = at + way * 1.6
    wide, high = 0.74 * 1.6 / far, 0.74 * 1.6 / far  # half of the patch of light
    black = shade.glow((0, 0, 0), 0.0)
    for a, b, c, d in (
        (-2, -2, -wide, 2), (wide, -2, 2, 2), (-wide, -2, wide, -high), (-wide, high, wide, 2),
        (-0.010, -high, 0.010, high), (-wide, 0.03, wide, 0.042),
    ):  # fmt: skip
        low = middle + side * a + up * b
        out = shapes.plane("bar", tuple(low), tuple(side * (c - a)), tuple(up * (d - b)), black)
        out.visible_camera = out.visible_glossy = out.visible_diffuse = False


def _room(cellar: dict[str, Any], rng: np.random.Generator) -> None:
    """The wall of schist in thin courses, the floor of slabs, a beam under the roof."""
    tones = [
        (0.050, 0.046, 0.046),
        (0.125, 0.108, 0.094),
        (0.085, 0.080, 0.080),
        (0.19, 0.145, 0.105),
    ]
    slate = masonry.laid(tones, 0.72, 0.30, split=0.8, fine=0.6)
    rows = masonry.courses(
        rng, 9.0, 3.3, (0.045, 0.13), (0.18, 0.62), 0.30, 0.010, 0.012, 0.022, 0.022, 7
    )
    masonry.wall("wall", rows, slate, (-4.5, 1.22, 0))
    shapes.plane(
        "dark", (-5, 1.32, 0), (10, 0, 0), (0, 0, 3.4), shade.earth((0.03,) * 3, (0.012,) * 3)
    )
    slabs = masonry.laid([(0.060, 0.056, 0.054), (0.10, 0.088, 0.078)], 0.62, 0.36, split=0.2)
    flags = masonry.courses(
        rng, 10.0, 7.0, (0.5, 0.8), (0.6, 1.1), 0.1, 0.014, 0.012, 0.006, 0.003, 8
    )
    floor = masonry.wall("floor", flags, slabs, (-5.0, -5.4, 0.0))
    floor.rotation_euler = (-math.pi / 2, 0, 0)
    floor.location = (-5.0, 1.5, 0.0)
    floor.scale = (1, 1, -1)
    shapes.plane(
        "joint", (-6, -6, -0.03), (12, 0, 0), (0, 9, 0), shade.earth((0.03,) * 3, (0.012,) * 3)
    )
