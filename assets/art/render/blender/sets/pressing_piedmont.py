"""Piedmont's press: old grey wood under a brick vault, a long bar to push, fog in the doorway.

The juice runs into a copper pail; a glass stands ready on a stool, for each run is tasted.
"""

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np

import film
import lamps
import shade
import shapes
from sets import ageing, ironwork, press, still

Vec = tuple[float, float, float]
FAR = 6.2  # where the vault ends


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    rng = np.random.default_rng(job["seed"])
    cellar = job["cellar"]
    slabs = shade.bricks(
        (0.105, 0.09, 0.08), (0.04, 0.035, 0.032), (0.05, 0.045, 0.04), (0.3, 0.15)
    )
    ageing.vault(cellar, -3.5, FAR, slabs)
    _doorway((-1.35, FAR - 0.03, 0.0))
    _press(rng)
    _stool((-0.86, -0.62, 0.0), job)
    fog, sun = (0.86, 0.92, 1.0), (1.0, 0.86, 0.68)
    lamps.area((-1.35, FAR - 0.4, 1.3), (-0.1, 0.0, 0.9), 300, (1.3, 2.0), sun, True, 120)
    lamps.area((-2.3, -1.5, 1.9), (0.0, 0.0, 0.7), 62, (0.8, 1.1), fog, True, 80)
    lamps.area((1.7, 1.9, 2.2), (0.0, 0.0, 0.9), 10, (0.5, 0.8), sun, False, 90)
    film.ambient(fog, 0.012)
    aim, focus = (0.0, 0.0, 0.92), (-0.1, -0.42, 0.8)
    if job["orientation"] == "portrait":
        film.camera((-0.75, -3.5, 1.28), aim, 48, (0.52, 0.305), 3.5, focus)
    else:
        film.camera((-0.85, -3.4, 1.18), aim, 40, (0.425, 0.40), 2.8, focus)


def _doorway(at: Vec) -> None:
    """An arch of brighter brick, fog beyond it."""
    half, spring = 0.72, 1.55
    a = np.linspace(0, math.pi, 33)
    arch = np.stack([half * np.cos(a), spring + half * np.sin(a)], 1)
    arch = np.vstack([[half, 0.0], arch, [-half, 0.0]])
    points = np.insert(arch, 1, 0.0, 1)
    fog = shapes.mesh("fog", points, [tuple(range(len(points)))], _morning())
    fog.location = at
    wide = arch * [1.22, 1.0] + [0, 0]
    wide[1:-1, 1] = spring + (arch[1:-1, 1] - spring) * 1.22
    rows = [np.insert(wide, 1, 0.01, 1), np.insert(wide, 1, -0.06, 1), np.insert(arch, 1, -0.06, 1),
            np.insert(arch, 1, 0.01, 1)]  # fmt: skip
    n = len(arch)
    faces = [
        (k * n + j, k * n + j + 1, (k + 1) * n + j + 1, (k + 1) * n + j)
        for k in range(3)
        for j in range(n - 1)
    ]
    stone = shade.stone((0.24, 0.21, 0.19), (0.11, 0.095, 0.085), 3.0, 0.8)
    frame = shapes.mesh("jamb", np.vstack(rows), faces, stone, smooth=False)
    frame.location = at


def _morning() -> Any:
    """Hills dissolving in fog, the sun somewhere in it, as light from a plane."""
    s = shade.Shader("morning")
    place = s.add("SeparateXYZ", i0=s.add("TexCoord").outputs["Object"]).outputs
    ridge = s.noise(s.places("Object", (0.9, 1, 0.0)), 1.1, 4, 0.5)
    near = s.noise(s.places("Object", (2.6, 1, 0.0)), 1.6, 5, 0.6)
    far = s.sum("SUBTRACT", place[2], s.sum("ADD", s.sum("MULTIPLY", ridge, 0.9), 0.65))
    low = s.sum("SUBTRACT", place[2], s.sum("ADD", s.sum("MULTIPLY", near, 0.5), 0.42))
    sky = s.ramp(s.span(place[2], 0, 0.42), [(0.2, (0.86, 0.82, 0.74)), (1.0, (0.62, 0.70, 0.80))])
    hill = s.mix(s.ramp(far, [(0.0, (1, 1, 1)), (0.10, (0, 0, 0))]), sky, (0.46, 0.50, 0.54))
    land = s.mix(s.ramp(low, [(0.0, (1, 1, 1)), (0.05, (0, 0, 0))]), hill, (0.22, 0.23, 0.22))
    light = s.add("Emission", Color=land, Strength=0.85).outputs[0]
    s.tree.links.new(light, s.out.inputs["Surface"])
    return s.material


def _press(rng: np.random.Generator) -> None:
    """Two sills, a stone pan, the basket, and a bar of ash through the iron head."""
    metal = shade.iron((0.075, 0.07, 0.068), 0.5)
    worn = shade.iron((0.16, 0.15, 0.145), 0.2)
    old = shade.oak((0.045, 0.034, 0.026), (0.20, 0.155, 0.115), 0.6, worn=0.6)
    for y in (-0.27, 0.27):
        shapes.block("sill", (1.42, 0.18, 0.20), (0, y, 0.10), old, 0.012)
    for x in (-0.52, 0.52):
        shapes.block("sleeper", (0.16, 1.0, 0.16), (x, 0, 0.28), old, 0.012)
    face = -2.12
    juice = ironwork.must()
    pan = shade.stone((0.26, 0.24, 0.22), (0.11, 0.10, 0.095), 3.5, 0.6, 0.3)
    lip = ironwork.basin(0.60, 0.14, pan, face, 0.19, 0.12, juice)
    low = 0.36
    for name in ("basin", "pool"):
        bpy.data.objects[name].location.z += low
    base = low + 0.05
    tall, r = 0.60, 0.435
    wood = press.slats((0.055, 0.034, 0.022), (0.245, 0.165, 0.105), (0.050, 0.006, 0.014), tall)
    seam = face + 1.35
    press.basket((0, 0, base), r, tall, wood, metal, seam, 46, (0.08, 0.37, 0.66, 0.93), 0.028)
    press.pomace((0, 0, base), r - 0.02, 0.45, rng, (0.10, 0.016, 0.032))
    press.runs((0, 0, base), r + 0.013, 0.5, 42, juice, rng, seam, 46, -1.9)
    up = press.boards((0, 0, base + 0.45), r - 0.04, old, 0.9)
    head = base + 0.45 + up
    press.ratchet((0, 0, head), 0.042, metal, -0.85, 0.5)
    ironwork.thread(0.042, low, head + 0.62, 0.022, worn)
    ironwork.pipe([(0, 0, head + 0.618), (0, 0, head + 0.622)], 0.034, worn, 40)
    ash = shade.oak((0.09, 0.06, 0.036), (0.34, 0.25, 0.155), 0.42, "x", worn=0.3)
    bar = -0.85  # the wooden bar slips over the iron rod and is pushed by two people
    c, s = math.cos(bar), math.sin(bar)
    z = head + 0.119
    knots = [0.20, 0.34, 0.55, 0.80, 1.00, 1.18, 1.22]
    thick = [0.043, 0.046, 0.043, 0.041, 0.037, 0.034, 0.028]
    line = [(d, 0.0, z + 0.015 * d + 0.006 * math.sin(3 * d)) for d in knots]
    ironwork.pipe(line, thick, ash, 28, "bar").rotation_euler = (0, 0, bar)
    for d in (0.215, 0.33):
        spot = (c * d, s * d, z + 0.015 * d)
        rows = [(0.044, -0.012), (0.050, -0.012), (0.050, 0.012), (0.044, 0.012)]
        ring = shapes.turned("ring", np.asarray(rows), metal, 40)
        ring.location, ring.rotation_euler = spot, (0, math.pi / 2, bar)
    stream = ironwork.must((0.24, 0.009, 0.026))
    lip = (lip[0], lip[1], lip[2] + low)
    way = (math.cos(face), math.sin(face), 0.0)
    land = ironwork.fall(lip, way, lip[2] - 0.19, 0.012, stream)
    _pail((float(land[0]), float(land[1]), 0.0), rng, juice)


def _pail(at: Vec, rng: np.random.Generator, juice: Any) -> None:
    """A copper pail, its handle laid down."""
    s = shade.Shader("copper")
    cloud = s.noise(s.places("Object", (1, 1, 1)), 9, 5, 0.6)
    tone = s.ramp(cloud, [(0.35, (0.26, 0.10, 0.055)), (0.65, (0.62, 0.28, 0.15))])
    copper = s.skin(Base_Color=tone, Metallic=1.0, Roughness=s.span(cloud, 0.42, 0.22))
    rows = [(0, 0.004), (0.150, 0.0), (0.158, 0.006), (0.205, 0.270), (0.212, 0.274),
            (0.212, 0.282), (0.204, 0.281), (0.154, 0.012), (0, 0.010)]  # fmt: skip
    pail = shapes.turned("pail", np.asarray(rows), copper, 96)
    pail.data.use_auto_smooth, pail.data.auto_smooth_angle = True, math.radians(40)
    pail.location = at
    a = np.linspace(0, math.pi, 25)
    line = np.stack(
        [at[0] + 0.212 * np.cos(a), at[1] - 0.196 * np.sin(a), at[2] + 0.265 - 0.085 * np.sin(a)], 1
    )
    ironwork.pipe(line, 0.0055, shade.iron(), 12, "handle")
    ironwork.pool((at[0], at[1], 0.19), 0.187, juice)
    ironwork.foam((at[0], at[1], 0.19), 0.15, 520, rng)


def _stool(at: Vec, job: dict[str, Any]) -> None:
    """Three legs and a round seat; a glass with a little wine on it."""
    wood = shade.oak((0.06, 0.04, 0.025), (0.24, 0.165, 0.10), 0.5, worn=0.4)
    rows = [(0, 0.0), (0.145, 0.0), (0.155, 0.008), (0.155, 0.030), (0.148, 0.038), (0, 0.038)]
    seat = shapes.turned("seat", np.asarray(rows), wood, 64)
    seat.location = (at[0], at[1], 0.50)
    leg = shade.oak((0.06, 0.04, 0.025), (0.24, 0.165, 0.10), 0.5, "z", worn=0.4)
    for k in range(3):
        a = 0.5 + k * 2 * math.pi / 3
        c, s = math.cos(a), math.sin(a)
        top = (at[0] + 0.09 * c, at[1] + 0.09 * s, 0.505)
        ironwork.pipe([(at[0] + 0.17 * c, at[1] + 0.17 * s, 0.0), top], [0.014, 0.017], leg)
    still.goblet(job["glass"], (at[0] - 0.01, at[1] - 0.02, 0.538), job["wine"] | {"fill": 0.26})
