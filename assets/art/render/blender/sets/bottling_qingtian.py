"""Qingtian's last step: dark bottles, closed, and the seal of green stone with its red paste."""

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np

import film
import laid
import lamps
import shade
import shapes
from sets import still

Vec = tuple[float, float, float]


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    rng = np.random.default_rng(job["seed"])
    look = job["look"]
    board = shade.oak((0.016, 0.009, 0.006), (0.070, 0.036, 0.020), 0.42, worn=0.35)
    shapes.block("table", (4.0, 1.1, 0.045), (0, 0.17, -0.0225), board, 0.005)
    shapes.block("apron", (3.9, 0.04, 0.4), (0, -0.30, -0.25), board, 0.004)
    wall = shade.plaster(tuple(look["wall_light"]), tuple(look["wall_dark"]))
    shapes.plane("wall", (-6, 1.9, -2), (12, 0, 0), (0, 0, 6), wall)
    still.bottle(job, (-0.085, 0.045, 0.0))
    full = job | {"turn": -0.5}
    for x, y in ((-0.225, 0.20), (-0.015, 0.25), (-0.36, 0.37), (-0.135, 0.42)):
        still.bottle(full, (x + rng.normal(0, 0.003), y, 0.0))
    red = shade.paper(job["seal"], 0.55)
    _sheet((0.070, -0.072), -0.22, red)
    _stone((0.030, -0.045, 0.0016), 0.80, job["seal"])
    _paste((0.125, 0.030, 0.0))
    _knife((0.150, -0.050, 0.0), -0.62)
    pale = (0.93, 1.0, 0.97)
    lamps.window((-0.95, -0.75, 0.62), (0, 0, 0.08), 34, (0.55, 0.95), pale)
    lamps.area((1.2, 0.9, 0.6), (0, 0.1, 0.14), 12, (0.22, 0.9), pale, spread=70)
    lamps.area((-1.2, 1.0, 0.6), (-0.1, 0.1, 0.12), 9, (0.22, 0.9), pale, spread=70)
    lamps.spot((-1.2, 0.5, 1.7), (-0.35, 1.9, 0.42), 80, 46, tuple(look["glow"]))
    film.ambient(pale, 0.01)
    aim, focus = (0.03, -0.05, 0.03), (0.04, -0.07, 0.015)
    if job["orientation"] == "portrait":
        film.camera((0.20, -0.80, 0.30), aim, 74, (0.50, 0.37), 6.0, focus)
    else:
        film.camera((0.19, -0.74, 0.235), aim, 66, (0.42, 0.44), 4.0, focus)


def _sheet(at: tuple[float, float], turn: float, print_: Any) -> None:
    """A label of rice paper, its corners lifting, freshly stamped."""
    w, h, n = 0.105, 0.075, 20
    u, v = np.meshgrid(np.linspace(-0.5, 0.5, n + 1), np.linspace(-0.5, 0.5, n + 1))
    lift = 0.010 * np.clip(u + v - 0.55, 0, 1) ** 1.5 + 0.012 * np.clip(-u - v - 0.6, 0, 1) ** 1.5
    points = np.stack([u * w, v * h, 0.0008 + lift], -1).reshape(-1, 3)
    faces = [
        (i * (n + 1) + j, i * (n + 1) + j + 1, (i + 1) * (n + 1) + j + 1, (i + 1) * (n + 1) + j)
        for i in range(n)
        for j in range(n)
    ]
    sheet = shapes.mesh("sheet", points, faces, laid.linen((0.72, 0.70, 0.62)))
    sheet.location, sheet.rotation_euler = (*at, 0.0), (0, 0, turn)
    side = 0.026
    mark = shapes.plane("mark", (-side / 2, -side / 2, 0), (side, 0, 0), (0, side, 0), print_)
    c, s = math.cos(turn), math.sin(turn)
    x, y = 0.012, -0.013
    mark.location = (at[0] + c * x - s * y, at[1] + s * x + c * y, 0.0011)
    mark.rotation_euler = (0, 0, turn)


def _stone(at: Vec, turn: float, picture: str) -> None:
    """The seal lying down, its inked face at +x turned by ``turn`` about z from the camera."""
    s = shade.Shader("qingtian")
    vein = s.noise(s.places("Object", (30, 60, 60)), 1.0, 6, 0.62)
    base = s.ramp(vein, [(0.32, (0.070, 0.095, 0.055)), (0.55, (0.19, 0.215, 0.125)),
                         (0.75, (0.34, 0.29, 0.15))])  # fmt: skip
    green = s.skin(
        Base_Color=base,
        Roughness=0.22,
        Specular=0.5,
        Subsurface=0.12,
        Subsurface_Radius=(0.004, 0.006, 0.003),
        Subsurface_Color=(0.20, 0.24, 0.12),
        Normal=s.bump(vein, 0.06, 0.001),
    )
    side, long = 0.027, 0.066
    way = -math.pi / 2 + turn  # where the face looks, from the middle
    c, sn = math.cos(way), math.sin(way)
    body = shapes.block("seal", (long, side, side), (at[0], at[1], at[2] + side / 2), green, 0.0016)
    body.rotation_euler = (0, 0, way)
    rows = shapes.curve([(0.0135, 0), (0.0128, 0.006), (0.0105, 0.013), (0.006, 0.018), (0, 0.020)])
    top = shapes.turned("top", rows, green, 64)
    top.location = (at[0] - c * (long / 2 - 0.002), at[1] - sn * (long / 2 - 0.002), at[2] + 0.0135)
    top.rotation_euler = (0, -math.pi / 2, way)
    page = s = shade.Shader("face")
    page = s.add("TexImage")
    page.image = bpy.data.images.load(picture)
    page.extension = "EXTEND"
    s.give(page.inputs[0], s.places("UV"))
    ink = s.add("SeparateRGB", Image=page.outputs[0]).outputs[1]
    cut = s.ramp(ink, [(0.25, (0, 0, 0)), (0.5, (1, 1, 1))])
    tone = s.mix(cut, (0.42, 0.012, 0.010), (0.12, 0.035, 0.022))
    carved = s.skin(
        Base_Color=tone, Roughness=0.38, Specular=0.5,
        Normal=s.bump(s.sum("SUBTRACT", 1.0, cut), 1.0, 0.0016),
    )  # fmt: skip
    half = side / 2 - 0.0012
    out = long / 2 + 0.00035
    left = np.asarray([sn, -c, 0])  # across the face, to the camera's right
    middle = np.asarray([at[0] + c * out, at[1] + sn * out, at[2] + side / 2])
    # mirrored, as a seal is cut
    start = middle + left * half - [0, 0, half]
    shapes.plane("face", tuple(start), tuple(-left * 2 * half), (0, 0, 2 * half), carved)


def _paste(at: Vec) -> None:
    """Vermilion paste in its porcelain box, the lid beside it."""
    white = laid.china((0.62, 0.68, 0.66))
    rows = [(0, 0.002), (0.024, 0.002), (0.025, 0), (0.028, 0), (0.035, 0.007), (0.0355, 0.019),
            (0.0335, 0.0205), (0.032, 0.019), (0.031, 0.008), (0, 0.006)]  # fmt: skip
    box = shapes.turned("box", np.asarray(rows), white, 96)
    box.location = at
    n = 60
    r = np.linspace(0, 1, 24)[:, None]
    a = np.linspace(0, 2 * math.pi, n + 1)[None]
    x, y = 0.0312 * r * np.cos(a), 0.0312 * r * np.sin(a)
    z = 0.0135 + 0.0075 * (1 - r**2) + 0.0009 * np.sin(x * 700 + y * 300) * (1 - r)
    z = z + 0.0007 * np.sin(y * 900 - x * 200) * (1 - r)
    z = z - 0.004 * np.exp(-(((x + 0.006) ** 2 + (y + 0.008) ** 2) / 0.00009))
    points = np.stack([x, y, z], -1).reshape(-1, 3)
    faces = [
        (i * (n + 1) + j, i * (n + 1) + j + 1, (i + 1) * (n + 1) + j + 1, (i + 1) * (n + 1) + j)
        for i in range(23)
        for j in range(n)
    ]
    s = shade.Shader("paste")
    fibre = s.noise(s.places("Object", (1, 1, 1)), 300, 4, 0.7)
    red = s.skin(Base_Color=(0.50, 0.022, 0.012), Roughness=0.42, Specular=0.5,
                 Normal=s.bump(fibre, 0.5, 0.001))  # fmt: skip
    mound = shapes.mesh("paste", points, faces, red)
    mound.location = at
    rows = [(0, 0.016), (0.024, 0.0155), (0.033, 0.011), (0.0365, 0.004), (0.0365, 0.0),
            (0.034, 0.0), (0.033, 0.006), (0, 0.012)]  # fmt: skip
    lid = shapes.turned("lid", np.asarray(rows), white, 96)
    lid.location = (at[0] + 0.058, at[1] + 0.062, 0.0)


def _knife(at: Vec, turn: float) -> None:
    """The straight blade that cut the stone, its grip bound with cord."""
    blade = shapes.block(
        "knife", (0.055, 0.009, 0.003), (at[0], at[1], 0.0035), shade.steel(), 0.0008
    )
    blade.rotation_euler = (0, 0, turn)
    c, s = math.cos(turn), math.sin(turn)
    cord = shade.oak((0.02, 0.012, 0.008), (0.06, 0.035, 0.02), 0.7, "y")
    for k in range(24):
        x = 0.028 + 0.0032 * k
        ring = shapes.block("cord", (0.0030, 0.0125, 0.0068), (0, 0, 0), cord, 0.0014)
        ring.location = (at[0] + c * x, at[1] + s * x, 0.0036)
        ring.rotation_euler = (0, 0, turn)
