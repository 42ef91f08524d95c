"""Qingtian's press: a frame of wood, a screw turned by hand, bayberries in a bamboo-hooped basket.

Juice runs in a thread from a celadon pan into a bowl; behind, a moon window on bamboo.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import growth
import lamps
import shade
import shapes
from sets import ironwork, moon_room, press, yangmei


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    rng = np.random.default_rng(job["seed"])
    look = job["look"]
    slab = shade.stone(tuple(look["board_light"]), tuple(look["board_dark"]), 2.2, 0.34, 0.6)
    shapes.block("slab", (4.4, 1.3, 0.07), (0, 0.20, -0.035), slab, 0.006)
    shapes.block("apron", (4.3, 0.1, 0.9), (0, -0.30, -0.52), slab, 0.004)
    wall = shade.plaster((0.44, 0.48, 0.45), (0.28, 0.33, 0.31))
    moon_room.moon((-0.50, 2.3, 0.84), 0.78, wall, rng)
    _press(rng)
    fruit = yangmei.kinds(yangmei.flesh(0.6), rng, 5)
    loose = np.asarray(
        [(-0.33, -0.27, 0), (-0.285, -0.315, 0), (-0.40, -0.30, 0), (-0.245, -0.25, 0),
         (-0.36, -0.34, 0), (-0.315, -0.245, 0), (-0.30, -0.36, 0), (-0.205, -0.31, 0),
         (-0.345, -0.225, 0)]
    )  # fmt: skip
    size = yangmei.RADIUS * rng.uniform(0.9, 1.05, len(loose))
    yangmei.lay(loose + np.c_[0 * size, 0 * size, size * 0.92], size, fruit, rng)
    yangmei.sprig((-0.43, -0.26, 0.0), 1.9, 4, rng)
    pale = (0.90, 1.0, 0.96)
    lamps.window((-1.25, -0.85, 1.05), (0, 0, 0.28), 62, (0.9, 1.2), pale)
    lamps.area((1.2, 0.9, 0.9), (0, 0, 0.3), 9, (0.4, 1.0), pale, False, 90)
    lamps.spot((-1.8, 0.4, 2.2), (0.75, 2.3, 0.8), 130, 62, pale)
    lamps.area((-0.62, 1.9, 0.9), (0.0, 0.0, 0.3), 22, (0.8, 0.8), (0.8, 1.0, 0.9), False, 100)
    film.ambient(pale, 0.02)
    aim, focus = (0.0, 0.0, 0.40), (0.0, -0.13, 0.3)
    if job["orientation"] == "portrait":
        film.camera((0.30, -1.75, 0.66), aim, 50, (0.48, 0.285), 2.8, focus)
    else:
        film.camera((0.34, -1.75, 0.62), aim, 37.5, (0.39, 0.395), 2.2, focus)


def _press(rng: np.random.Generator) -> None:
    wood = shade.oak((0.035, 0.018, 0.010), (0.17, 0.085, 0.042), 0.36, "x", worn=0.35)
    post = shade.oak((0.035, 0.018, 0.010), (0.17, 0.085, 0.042), 0.36, "z", worn=0.35)
    metal = shade.iron((0.12, 0.115, 0.11), 0.2)
    for x in (-0.19, 0.19):
        shapes.block("foot", (0.07, 0.36, 0.05), (x, 0, 0.025), wood, 0.006)
    shapes.block("base", (0.56, 0.28, 0.045), (0, 0, 0.0725), wood, 0.006)
    for x in (-0.235, 0.235):
        shapes.block("post", (0.052, 0.075, 0.48), (x, 0.0, 0.335), post, 0.006)
        head = ironwork.hexagon(0.022, 0.012, metal)
        for z in (0.49, 0.54):
            bolt = shapes.put(head, "bolt", (x, -0.0385, z))
            bolt.rotation_euler = (math.pi / 2, 0.3 * z * 10, 0)
    shapes.block("beam", (0.60, 0.095, 0.105), (0, 0, 0.5175), wood, 0.008)
    for x, z in ((-0.235, 0.588), (0.235, 0.588)):
        shapes.block("tenon", (0.03, 0.05, 0.035), (x, 0, z), post, 0.004)
    nut = shapes.turned(
        "nut", np.asarray([(0.017, 0), (0.045, 0), (0.045, 0.012), (0.03, 0.02), (0.03, 0.03),
                           (0.017, 0.03)]), metal, 48,
    )  # fmt: skip
    nut.location = (0, 0, 0.57)
    ironwork.thread(0.0165, 0.355, 0.705, 0.0085, metal)
    rows = [(0, 0), (0.026, 0.0), (0.028, 0.01), (0.028, 0.045), (0.022, 0.055), (0, 0.057)]
    cap = shapes.turned("cap", np.asarray(rows), metal, 48)
    cap.location = (0, 0, 0.695)
    turn = 0.42
    c, s = math.cos(turn), math.sin(turn)
    grip = [(-0.215, 0.010), (-0.20, 0.0145), (-0.175, 0.0155), (-0.11, 0.0115), (0, 0.0105)]
    grip += [(-x, r) for x, r in grip[:-1]][::-1]
    line = np.asarray([(x * c, x * s, 0.726) for x, _ in grip])
    ironwork.pipe(line, [r for _, r in grip], wood, 28, "handle")
    face = -0.72
    lip = ironwork.basin(0.175, 0.045, moon_room.glaze(), face, 0.095, 0.13, ironwork.must(), 0.010)
    import bpy  # noqa: PLC0415

    base = 0.095
    for name in ("basin", "pool"):
        bpy.data.objects[name].location.z += base
    low = base + 0.013
    tall = 0.215
    strips = press.slats((0.13, 0.075, 0.035), (0.40, 0.25, 0.12), (0.085, 0.006, 0.016), tall)
    press.basket((0, 0, low), 0.128, tall, strips, metal, 0, 32, (), 0.010)
    cane = moon_room.bamboo()
    for share in (0.10, 0.50, 0.90):
        _plait((0, 0, low + tall * share), 0.1355, cane)
    press.pomace((0, 0, low), 0.121, 0.175, rng, (0.16, 0.010, 0.022))
    press.runs((0, 0, low), 0.130, 0.19, 30, ironwork.must((0.17, 0.006, 0.018)), rng, 0, 32,
               face - 0.75, 1.1, 0.45)  # fmt: skip
    z = low + 0.175
    disc = shapes.turned(
        "disc", np.asarray([(0, 0), (0.114, 0), (0.116, 0.004), (0.116, 0.022), (0, 0.026)]), wood
    )
    disc.location = (0, 0, z)
    shapes.block("cross", (0.16, 0.055, 0.04), (0, 0, z + 0.044), wood, 0.006)
    rows = [(0, 0), (0.034, 0), (0.036, 0.008), (0.024, 0.02), (0.020, 0.034), (0, 0.034)]
    shoe = shapes.turned("shoe", np.asarray(rows), metal, 48)
    shoe.location = (0, 0, z + 0.064)
    lip = (lip[0], lip[1], lip[2] + base)
    way = (math.cos(face), math.sin(face), 0.0)
    surface = 0.052
    land = ironwork.fall(
        lip, way, lip[2] - surface, 0.0042, ironwork.must((0.30, 0.008, 0.022)), 0.28
    )
    at = (float(land[0]) + 0.012, float(land[1]) - 0.008, 0.0)
    rows = [(0, 0.008), (0.036, 0.008), (0.036, 0.0), (0.044, 0.0), (0.046, 0.010),
            (0.075, 0.036), (0.088, 0.072), (0.0905, 0.074), (0.0905, 0.0765), (0.087, 0.076),
            (0.072, 0.038), (0.04, 0.014), (0, 0.012)]  # fmt: skip
    bowl = shapes.turned("bowl", np.asarray(rows), moon_room.glaze((0.62, 0.64, 0.58)), 96)
    bowl.location = at
    ironwork.pool((at[0], at[1], surface), 0.0795, ironwork.must((0.13, 0.005, 0.016)))
    ironwork.foam((float(land[0]), float(land[1]), surface), 0.030, 60, rng, (0.5, 0.10, 0.15))


def _plait(at: tuple[float, float, float], radius: float, cane: Any) -> None:
    """A hoop of three twisted bamboo strips."""
    a = np.linspace(0, 2 * math.pi, 241)
    parts = []
    for k in range(3):
        b = a * 22 + 2 * math.pi * k / 3
        r = radius + 0.0022 + 0.0024 * np.cos(b)
        line = np.stack([r * np.cos(a), r * np.sin(a), 0.0042 * np.sin(b)], 1)
        parts.append((*growth.tube(line, np.full(241, 0.0024), 7), 0))
    out = shapes.put(growth.soup("plait", parts, [cane]), "plait")
    out.location = at
