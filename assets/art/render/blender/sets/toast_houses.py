"""A toast in four houses: two glasses stand so close that their bowls touch; nobody holds them.

The Langhe before a window full of fog, the Médoc by a lamp with the decanter, the Douro on a
parapet when the sun has gone behind the hill, the bayberry house on a stone table after rain.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import lamps
import shade
import shapes
from sets import jade, still, ware

Vec = tuple[float, float, float]
FOG = (0.90, 0.94, 1.0)
DUSK = (1.0, 0.62, 0.34)
LAMP = (1.0, 0.72, 0.42)
RAIN = (0.92, 1.0, 0.98)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    {"piedmont": _langhe, "bordeaux": _medoc, "douro": _douro, "qingtian": _qingtian}[
        job["region"]
    ](job, tall, rng)


def _pair(job: dict[str, Any], fill: float, turn: float, at: Vec = (0, 0, 0)) -> None:
    """Two glasses about ``at`` whose bowls touch, ``turn`` radians from across the picture."""
    half = still.GLASSES[job["glass"]][0] + 0.0002
    for side in (-1, 1):
        spot = (at[0] + side * half * math.cos(turn), at[1] + side * half * math.sin(turn), at[2])
        still.goblet(job["glass"], spot, {**job["wine"], "fill": fill + 0.012 * side})


def _dark_front(edge: float) -> None:
    dark = shade.oak((0.012, 0.008, 0.006), (0.03, 0.02, 0.014), 0.6)
    shapes.block("front", (4.2, 0.03, 0.9), (0, edge + 0.06, -0.48), dark, 0.002)


def _langhe(job: dict[str, Any], tall: bool, rng: np.random.Generator) -> None:
    edge = -0.20
    wood = shade.oak((0.030, 0.020, 0.013), (0.12, 0.080, 0.050), 0.40, worn=0.5)
    shapes.block("sill", (4.0, 0.62, 0.05), (0, edge + 0.31, -0.025), wood, 0.006)
    _dark_front(edge)
    y, left, right = 0.42, (-0.80 if tall else -0.84), 0.40
    lime = shade.plaster((0.17, 0.165, 0.16), (0.085, 0.085, 0.085))
    for x0, wide in ((-4.0, 4.0 + left), (right, 4.0)):
        shapes.plane("wall", (x0, y - 0.22, -0.5), (wide, 0, 0), (0, 0, 3), lime)
    for x in (left, right):
        shapes.plane("reveal", (x, y - 0.22, -0.1), (0, 0.4, 0), (0, 0, 2), lime)
    frame = shade.oak((0.03, 0.028, 0.026), (0.085, 0.080, 0.075), 0.5, "z")
    middle = (left + right) / 2
    for x, wide in ((left + 0.03, 0.06), (middle, 0.055), (right - 0.03, 0.06)):
        shapes.block("stile", (wide, 0.045, 2.0), (x, y, 0.95), frame, 0.006)
    for z, high in ((0.03, 0.06), (0.375, 0.026), (0.74, 0.026)):
        shapes.block("rail", (right - left, 0.04, high), ((left + right) / 2, y, z), frame, 0.004)
    tones = [(0.10, 0.105, 0.115), (0.22, 0.225, 0.24), (0.36, 0.365, 0.38), (0.50, 0.50, 0.51)]
    jade.hills(rng, 3.6, 0.02, tones, (0.62, 0.60, 0.575), 0.95, 0.55)
    sun = shapes.turned("sun", _ball(0.15), shade.glow((1.0, 0.86, 0.64), 2.4), 48)
    sun.location = (-0.34, 6.2, 0.62)
    sun.visible_diffuse = sun.visible_shadow = False
    _pair(job, 0.20, 0.30)
    lamps.area(
        (middle - 0.1, y + 0.5, 0.75), (0, 0, 0.05), 22, (0.9, 1.0), (1.0, 0.95, 0.88), False
    )
    lamps.area((-1.3, -0.6, 0.5), (0, 0, 0.14), 5, (0.5, 0.9), FOG, spread=90)
    lamps.area((1.2, 0.1, 0.5), (0, 0, 0.14), 4, (0.2, 0.9), (1.0, 0.84, 0.62), spread=70)
    film.ambient(FOG, 0.012)
    if tall:
        film.camera((0.03, -1.60, 0.215), (0, 0, 0.150), 82, (0.49, 0.285), 2.4, (0, -0.03, 0.14))
    else:
        film.camera((0.05, -1.45, 0.20), (0, 0, 0.150), 74, (0.42, 0.365), 2.2, (0, -0.03, 0.14))


def _ball(r: float) -> np.ndarray:
    a = np.linspace(0, math.pi, 25)
    out = np.stack([r * np.sin(a), -r * np.cos(a)], 1)
    out[[0, -1], 0] = 0
    return out


def _medoc(job: dict[str, Any], tall: bool, rng: np.random.Generator) -> None:
    edge = -0.22
    wood = shade.oak((0.022, 0.009, 0.005), (0.085, 0.034, 0.016), 0.20)
    shapes.block("table", (4.2, 1.3, 0.04), (0, edge + 0.65, -0.02), wood, 0.010)
    _dark_front(edge)
    wall = ware.matt((0.055, 0.062, 0.075), 0.6, 0.1, 18)
    shapes.plane("wall", (-6, 1.7, -2), (12, 0, 0), (0, 0, 6), wall)
    at = (-0.085, 0.46, 0.0)
    _lamp(at)
    job["wine"]["density"] = 62.0
    _pair(job, 0.36, 0.32)
    still.decanter((0.165 if tall else 0.225, 0.30, 0.0), job["wine"])
    lamps.area((-1.2, -0.7, 0.55), (0, 0, 0.14), 4, (0.45, 0.9), (0.62, 0.76, 1.0), spread=90)
    lamps.area((1.2, 0.5, 0.5), (0, 0, 0.14), 2.5, (0.2, 0.9), (0.62, 0.76, 1.0), spread=70)
    film.ambient((0.62, 0.76, 1.0), 0.006)
    if tall:
        film.camera((0.03, -1.62, 0.200), (0, 0, 0.150), 82, (0.49, 0.285), 2.4, (0, -0.03, 0.14))
    else:
        film.camera((0.04, -1.48, 0.185), (0, 0, 0.150), 74, (0.42, 0.375), 2.2, (0, -0.03, 0.14))


def _lamp(at: Vec) -> None:
    """A table lamp: a turned brass foot, a linen shade lit from inside."""
    s = shade.Shader("brass")
    worn = s.noise(s.places("Object", (1, 1, 1)), 30, 4, 0.6)
    brass = s.skin(Base_Color=(0.55, 0.36, 0.13), Metallic=1.0, Roughness=s.span(worn, 0.2, 0.42))
    line = shapes.curve(
        [
            (0.0, 0.0), (0.062, 0.0), (0.064, 0.010), (0.036, 0.018), (0.016, 0.028),
            (0.024, 0.045), (0.028, 0.060), (0.014, 0.078), (0.009, 0.10), (0.009, 0.14),
        ],
        7,
    )  # fmt: skip
    line[:, 0] = np.maximum(line[:, 0], 0)
    foot = shapes.turned("foot", line, brass, 72)
    c = shade.Shader("lampshade")
    weave = c.noise(c.places("Object", (90, 90, 300)), 2, 3, 0.6)
    tone = c.ramp(weave, [(0.3, (0.62, 0.52, 0.38)), (0.7, (0.78, 0.68, 0.52))])
    through = c.add("BsdfTranslucent", Color=tone).outputs[0]
    front = c.add("BsdfDiffuse", Color=tone).outputs[0]
    both = c.add("MixShader", Fac=0.4, i1=through, i2=front).outputs[0]
    c.tree.links.new(both, c.out.inputs["Surface"])
    cone = np.asarray([(0.118, 0.088), (0.080, 0.238)])
    shaded = shapes.turned("shade", cone, c.material, 96)
    for thing in (foot, shaded):
        thing.location = at
    lamps.bulb((at[0], at[1], at[2] + 0.160), 1.7, LAMP, 0.022)
    near = (at[0], at[1] - 0.13, at[2] + 0.17)
    warm = lamps.area(near, (at[0], -0.3, 0.02), 2.2, (0.16, 0.12), LAMP, False, 150)
    warm.visible_transmission = False
    lamps.spot((at[0], at[1] + 0.05, 0.26), (at[0] + 0.05, 1.7, 0.60), 34, 120, LAMP)


def _douro(job: dict[str, Any], tall: bool, rng: np.random.Generator) -> None:
    stone = ware.schist((0.120, 0.112, 0.112), (0.022, 0.022, 0.026), 0.15)
    ware.strata((3.2, 0.52, 0.075), (0.0, 0.05, -0.0372), rng, stone, 3, 0.012)
    shapes.plane(
        "yard", (-5, -4, -0.9), (10, 0, 0), (0, 4.2, 0), shade.earth((0.02,) * 3, (0.01,) * 3)
    )
    _evening(rng)
    _pair(job, 0.33, 0.34)
    lamps.area((-0.28, 1.5, 0.42), (0, 0, 0.12), 24, (1.8, 0.30), DUSK, False, 120)
    lamps.window((-1.2, -0.70, 0.55), (0, 0, 0.14), 6, (0.62, 1.05), (0.66, 0.78, 1.0))
    lamps.area((1.15, 0.35, 0.5), (0, 0, 0.14), 6, (0.2, 0.9), DUSK, spread=70)
    film.ambient((0.60, 0.72, 1.0), 0.020)
    if tall:
        film.camera((0.03, -1.60, 0.215), (0, 0, 0.150), 82, (0.49, 0.285), 2.4, (0, -0.03, 0.14))
    else:
        film.camera((0.05, -1.45, 0.205), (0, 0, 0.150), 74, (0.42, 0.365), 2.2, (0, -0.03, 0.14))


def _evening(rng: np.random.Generator) -> None:
    """Hills in terraces against the last light; the sun has just gone behind them."""
    s = shade.Shader("sky")
    at = s.add("SeparateXYZ", i0=s.places("Object", (1, 1, 1))).outputs
    far = s.sum("ABSOLUTE", s.sum("ADD", at[0], 2.6), 0.0)
    glow = s.sum("ADD", at[2], s.sum("MULTIPLY", far, 0.10))
    tone = s.ramp(
        s.sum("MULTIPLY", glow, 0.09),
        [
            (0.0, (1.0, 0.50, 0.16)), (0.12, (0.95, 0.42, 0.20)), (0.28, (0.52, 0.30, 0.27)),
            (0.55, (0.20, 0.21, 0.30)), (1.0, (0.07, 0.10, 0.19)),
        ],
    )  # fmt: skip
    s.tree.links.new(
        s.add("Emission", Color=tone, Strength=1.15).outputs[0], s.out.inputs["Surface"]
    )
    shapes.plane("sky", (-40, 60, -12), (80, 0, 0), (0, 0, 40), s.material)
    n = 200
    x = np.linspace(-24, 24, n)
    for k, (y, base, lift, tint) in enumerate(
        (
            (20.0, -1.7, 0.11, (0.010, 0.009, 0.010)),
            (32.0, -0.9, -0.10, (0.034, 0.024, 0.022)),
            (46.0, 1.0, 0.07, (0.105, 0.056, 0.040)),
        )
    ):
        crest = (
            base
            + lift * x
            + sum(
                a * np.sin(x * f + rng.uniform(0, 6.3))
                for a, f in ((0.7, 0.16), (0.35, 0.37), (0.10, 1.1))
            )
        )
        m = shade.Shader("terraces")
        z = m.add("SeparateXYZ", i0=m.places("Object", (1, 1, 1))).outputs
        steps = m.sum(
            "SINE",
            m.sum(
                "MULTIPLY", m.sum("ADD", z[2], m.sum("MULTIPLY", z[0], -0.5 * lift)), 9.0 - 2 * k
            ),
            0.0,
        )
        lit = tuple(min(1.0, 1.9 * c) for c in tint)
        tone = m.ramp(steps, [(0.35, tint), (0.9, lit)])
        m.tree.links.new(
            m.add("Emission", Color=tone, Strength=1.0).outputs[0], m.out.inputs["Surface"]
        )
        points = np.vstack(
            [
                np.stack([x, np.full(n, y), np.full(n, -14.0)], 1),
                np.stack([x, np.full(n, y), crest], 1),
            ]
        )
        faces: list[tuple[int, ...]] = [(i, i + 1, n + i + 1, n + i) for i in range(n - 1)]
        shapes.mesh("hill", points, faces, m.material)


def _qingtian(job: dict[str, Any], tall: bool, rng: np.random.Generator) -> None:
    s = shade.Shader("damp stone")
    at = s.places("Object", (1, 1, 1))
    cloud = s.noise(at, 5.0, 8, 0.62)
    fine = s.noise(at, 90, 5, 0.7)
    tone = s.sum("ADD", s.sum("MULTIPLY", cloud, 0.7), s.sum("MULTIPLY", fine, 0.3))
    base = s.ramp(tone, [(0.36, (0.105, 0.118, 0.108)), (0.64, (0.19, 0.205, 0.188))])
    wet = s.ramp(s.noise(at, 3.4, 6, 0.6), [(0.44, (0.52,) * 3), (0.62, (0.30,) * 3)])
    stone = s.skin(
        plain=(0.2, 0.22, 0.2),
        Base_Color=base,
        Roughness=wet,
        Specular=0.5,
        Normal=s.bump(fine, 0.2, 0.002),
    )
    rim = [
        (0, 0),
        (0.57, 0),
        (0.585, -0.004),
        (0.590, -0.018),
        (0.590, -0.055),
        (0.575, -0.075),
        (0.30, -0.085),
    ]
    table = shapes.turned("table", np.asarray(rim[::-1]), stone, 160)
    table.location = (0.03, 0.30, 0.0)
    shapes.plane(
        "yard",
        (-6, -4, -0.75),
        (12, 0, 0),
        (0, 12, 0),
        shade.earth((0.03, 0.035, 0.03), (0.012, 0.015, 0.013)),
    )
    wall = shade.plaster((0.46, 0.49, 0.465), (0.28, 0.31, 0.29))
    shapes.plane("wall", (-6, 3.4, -2), (12, 0, 0), (0, 0, 6), wall)
    green = shade.earth((0.055, 0.12, 0.045), (0.02, 0.055, 0.02))
    jade.bamboo(rng, (-0.45, 2.2, 0.35), (2.2, 0.6, 1.5), 190, green)
    _pair(job, 0.46, 0.30)
    half = still.GLASSES[job["glass"]][0]
    still.goblet(
        job["glass"],
        (0.118 if tall else 0.175, half * 2 + 0.075, 0.0),
        {**job["wine"], "fill": 0.42},
    )
    sun = lamps.spot((-0.85, 0.85, 1.45), (0.06, -0.02, 0.0), 225, 40, (1.0, 0.96, 0.88), 0.9)
    sun.data.shadow_soft_size = 0.020
    lamps.spot((0.3, 0.9, 2.4), (-0.42, 3.2, 0.45), 680, 44, (0.95, 1.0, 0.92))
    lamps.window((-1.2, -0.55, 0.65), (0, 0, 0.12), 7, (0.62, 1.05), RAIN)
    film.ambient(RAIN, 0.022)
    if tall:
        film.camera((0.02, -1.58, 0.50), (0, 0, 0.140), 82, (0.49, 0.285), 2.6, (0, -0.03, 0.14))
    else:
        film.camera((0.02, -1.42, 0.46), (0, 0, 0.140), 74, (0.42, 0.36), 2.4, (0, -0.03, 0.14))
