"""Piedmont's bottling in spring: six spouts of a steel trough, bottles under them filling in turn.

Behind, a window in morning fog shines through the glass; corks wait in a wooden bowl.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import laid
import lamps
import shade
import shapes
from sets import ironwork

Vec = tuple[float, float, float]
COUNT, PITCH = 6, 0.118
TURN = 0.50  # the row leads away to the right


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    rng = np.random.default_rng(job["seed"])
    steel = ironwork.inox(0.26, 0.46)
    board = shade.oak((0.030, 0.020, 0.014), (0.135, 0.090, 0.058), 0.62, worn=0.55)
    y = -0.40
    for deep in (0.21, 0.24, 0.20, 0.23, 0.25):
        spot = (rng.uniform(-0.2, 0.2), y + deep / 2, -0.022)
        shapes.block("plank", (3.6, deep - 0.003, 0.044), spot, board, 0.004)
        y += deep
    shapes.block("apron", (3.4, 0.03, 0.5), (0, -0.33, -0.30), board, 0.003)
    _row(job, steel)
    _corks((-0.075, -0.185, 0.0), rng)
    cellar = job["cellar"]
    brick = shade.bricks(
        tuple(cellar["light"]), tuple(cellar["dark"]), tuple(cellar["mortar"]), cellar["size"]
    )
    shapes.plane("wall", (-5, 2.0, -1), (10, 0, 0), (0, 0, 5), brick, metres=True)
    _window((-0.50, 1.96, 0.42))
    fog, sun = (0.88, 0.94, 1.0), (1.0, 0.90, 0.74)
    lamps.window((-1.25, -0.55, 0.62), (0, 0, 0.16), 34, (0.6, 1.0), fog)
    lamps.area((-0.62, 1.5, 0.72), (0.0, 0.0, 0.15), 34, (1.0, 0.9), sun, False, 130)
    lamps.area((1.3, 1.1, 0.8), (0.0, 0.05, 0.2), 7, (0.2, 0.9), sun, True, 60)
    lamps.area((1.5, -1.7, 0.75), (0.0, 0.0, 0.45), 3.5, (1.3, 1.0), fog, True, 90)
    film.ambient(fog, 0.012)
    aim, focus = (0.0, 0.0, 0.215), (-0.11, -0.10, 0.2)
    if job["orientation"] == "portrait":
        film.camera((0.03, -1.36, 0.19), aim, 52, (0.50, 0.31), 3.2, focus)
    else:
        film.camera((0.03, -1.30, 0.185), aim, 43, (0.40, 0.42), 2.8, focus)


def _along(k: float) -> tuple[float, float]:
    """Where the k-th bottle stands."""
    d = (k - 1.9) * PITCH
    return d * math.cos(TURN), d * math.sin(TURN)


def _window(at: Vec) -> None:
    """Four panes of fog in a deep frame."""
    fog = shade.Shader("fog")
    high = fog.add("SeparateXYZ", i0=fog.add("TexCoord").outputs["Object"]).outputs[2]
    tone = fog.ramp(
        fog.span(high, 0.5, 1.0), [(0.2, (0.46, 0.47, 0.45)), (0.8, (0.80, 0.86, 0.92))]
    )
    light = fog.add("Emission", Color=tone, Strength=1.25).outputs[0]
    fog.tree.links.new(light, fog.out.inputs["Surface"])
    wood = shade.oak((0.03, 0.02, 0.014), (0.11, 0.075, 0.05), 0.5, "z", worn=0.5)
    wide, tall = 1.30, 1.04
    pane = shapes.plane("pane", (-wide / 2, 0, -tall / 2), (wide, 0, 0), (0, 0, tall), fog.material)
    pane.location = at
    for dx in (-wide / 2, 0, wide / 2):
        shapes.block(
            "post", (0.05, 0.07, tall + 0.05), (at[0] + dx, at[1] - 0.02, at[2]), wood, 0.006
        )
    for dz in (-tall / 2, 0.02, tall / 2):
        spot = (at[0], at[1] - 0.02, at[2] + dz)
        shapes.block("bar", (wide + 0.05, 0.07, 0.05), spot, wood, 0.006)


def _row(job: dict[str, Any], steel: Any) -> None:
    """The trough on its feet, spouts, and the bottles on a grooved rest."""
    profile = np.asarray(job["bottle"], float)
    top = float(profile[-1, 1])
    rest = 0.022
    wall = 0.0032
    outer = np.vstack([[0.0, 0.004], [profile[0, 0] * 0.8, 0.002], profile])
    inner = np.stack([np.maximum(profile[:, 0] - wall, 0.0075), profile[:, 1]], 1)
    inner = inner[inner[:, 1] > 0.012]
    floor = np.asarray([[0.0, 0.016], [inner[0, 0] * 0.7, 0.013]])
    shell = np.vstack([outer, [[inner[-1, 0], top]], inner[::-1], floor[::-1]])
    glass = shade.glass((0.74, 0.76, 0.46), (0.32, 0.35, 0.16))
    bottle = ironwork.baked(shapes.turned("bottle", shell, glass, 96))
    wine = shade.wine(tuple(job["wine"]["colour"]), 40.0, (0.10, 0.01, 0.015))
    fall = ironwork.must((0.26, 0.012, 0.020))
    for k, share in enumerate((0.80, 0.64, 0.47, 0.33, 0.20, 0.10)):
        x, y = _along(k)
        shapes.put(bottle, "bottle", (x, y, rest))
        level = top * share
        held = inner[inner[:, 1] < level] + [0.0003, 0]
        edge = float(np.interp(level, inner[:, 1], inner[:, 0])) + 0.0003
        rows = np.vstack(
            [[0.0, 0.0157], [held[0, 0] * 0.7, 0.0127], held, [edge, level], [0.0, level]]
        )
        body = shapes.turned("filled", rows, wine, 96)
        body.location = (x, y, rest)
        rows = [(0.0036, -0.085), (0.0052, -0.085), (0.0052, 0.030), (0.0125, 0.034),
                (0.0135, 0.040), (0.0135, 0.062), (0.016, 0.066), (0.016, 0.072), (0.0, 0.074),
                (0.0036, 0.05), (0.0036, -0.085)]  # fmt: skip
        spout = shapes.turned("spout", np.asarray(rows), steel, 40)
        spout.data.use_auto_smooth, spout.data.auto_smooth_angle = True, math.radians(35)
        spout.location = (x, y, rest + top)
        if share < 0.7:
            z = np.linspace(rest + top - 0.086, rest + level + 0.0005, 24)
            line = np.stack([np.full(24, x), np.full(24, y), z], 1)
            thick = 0.0026 * (1 + 0.12 * np.sin(np.arange(24) * 1.9)) * np.linspace(1, 0.75, 24)
            ironwork.pipe(line, thick, fall, 12, "jet")
    long = PITCH * COUNT + 0.16
    x, y = _along((COUNT - 1) / 2)
    c, s = math.cos(TURN), math.sin(TURN)
    z = rest + top + 0.072
    wood = shade.oak((0.05, 0.033, 0.02), (0.20, 0.135, 0.085), 0.45, worn=0.5)
    shelf = shapes.block("rest", (long, 0.13, rest), (x, y, rest / 2), wood, 0.004)
    trough = shapes.block("trough", (long - 0.04, 0.15, 0.13), (x, y, z + 0.065), steel, 0.010)
    rim = shapes.block("rim", (long - 0.02, 0.17, 0.010), (x, y, z + 0.13), steel, 0.003)
    for thing in (shelf, trough, rim):
        thing.rotation_euler = (0, 0, TURN)
    for side in (-1, 1):
        d = side * (long / 2 - 0.012)
        spot = (x + c * d - s * 0.055, y + s * d + c * 0.055, z / 2 + 0.06)
        leg = shapes.block("leg", (0.030, 0.030, z + 0.12), spot, steel, 0.004)
        leg.rotation_euler = (0, 0, TURN)


def _corks(at: Vec, rng: np.random.Generator) -> None:
    """A turned bowl of corks, a few beside it."""
    wood = shade.oak((0.06, 0.036, 0.02), (0.24, 0.15, 0.085), 0.42, worn=0.2)
    rows = [(0, 0.0), (0.034, 0.0), (0.052, 0.014), (0.064, 0.038), (0.0665, 0.046),
            (0.0625, 0.046), (0.058, 0.036), (0.046, 0.016), (0, 0.009)]  # fmt: skip
    bowl = shapes.turned("bowl", shapes.curve(rows, 4), wood, 96)
    bowl.location = at
    body = [(0, 0), (0.0112, 0.0), (0.0120, 0.0010), (0.0120, 0.045), (0.0112, 0.046), (0, 0.046)]
    bark = ironwork.baked(shapes.turned("cork", np.asarray(body), laid.cork((0.4, 0.27, 0.15)), 40))
    for k in range(17):
        a, r = k * 2.4, 0.012 * math.sqrt(k)
        one = shapes.put(bark, "cork")
        tilt = rng.uniform(1.1, 1.57)
        high = 0.030 + 0.013 * (k < 8) + 0.010 * (k < 3)
        way = rng.uniform(0, 6.3)
        back = 0.023
        one.rotation_euler = (tilt, 0, way)
        one.location = (
            at[0] + r * 0.8 * math.cos(a) - back * math.sin(way),
            at[1] + r * 0.8 * math.sin(a) + back * math.cos(way),
            at[2] + high,
        )
    for dx, dy, way in ((0.105, -0.012, 0.7), (0.082, -0.066, 2.2)):
        one = shapes.put(bark, "cork", (at[0] + dx, at[1] + dy, 0.012))
        one.rotation_euler = (math.pi / 2, 0, way)
