"""All round in the tasting room, standing at the end of its long table.

Ahead (+y) the table is laid for a tasting before a window onto the vineyard, whose panorama is
the view. Left a rack of bottles and a second window, right the map of the vineyards over a
sideboard, behind the door to the cellar between barrels.
"""

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np

import film
import growth
import lamps
import shade
import shapes
from sets import ageing, cellar_360, still, terrain

EYE = 1.55
WEST, EAST, SOUTH, NORTH, TALL = -3.0, 3.0, -3.4, 4.9, 2.95
THICK = 0.5
TOP = 0.76  # of the table
GLOW = (1.0, 0.76, 0.50)


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    rng = np.random.default_rng(job["seed"])
    _view(job["view"])
    _shell()
    _table(job, rng)
    _rack(job, rng)
    _sideboard(job, rng)
    _back(job, rng)
    _chandelier((0.0, 2.5, 2.1))
    film.panorama((0.0, 0.0, EYE))


def _view(path: str) -> None:
    """The vineyard all round, seen through the windows; light comes from lamps in their place."""
    world = bpy.context.scene.world
    tree = world.node_tree
    page = tree.nodes.new("ShaderNodeTexEnvironment")
    page.image = bpy.data.images.load(path)
    turn = tree.nodes.new("ShaderNodeMapping")
    turn.inputs["Rotation"].default_value = (0, 0, math.radians(-90 + 26))
    places = tree.nodes.new("ShaderNodeTexCoord")
    tree.links.new(places.outputs["Generated"], turn.inputs[0])
    tree.links.new(turn.outputs[0], page.inputs[0])
    tree.links.new(page.outputs[0], tree.nodes["Background"].inputs[0])
    tree.nodes["Background"].inputs[1].default_value = 2.4
    world.cycles_visibility.diffuse = False
    world.cycles.sampling_method = "NONE"
    data = bpy.data.lights.new("sun", "SUN")
    data.energy, data.color, data.angle = 4.6, (1.0, 0.72, 0.42), math.radians(1.2)
    lamp = bpy.data.objects.new("sun", data)
    bpy.context.scene.collection.objects.link(lamp)
    lamp.rotation_euler = (math.pi / 2 - math.radians(15), 0, math.pi - math.radians(7))


Opening = tuple[float, float, float, float]  # from, to, sill, head


def _wall(
    a: tuple[float, float], b: tuple[float, float], material: Any, hole: Opening | None = None
) -> None:
    """A wall from a to b on the ground, room on its left; a hole's reveal is half a metre deep."""
    p, q = np.asarray((*a, 0.0)), np.asarray((*b, 0.0))
    long = float(np.linalg.norm(q - p))
    way = (q - p) / long
    out = np.asarray((way[1], -way[0], 0.0)) * THICK
    up = np.asarray((0, 0, 1.0))

    def sheet(u0: float, u1: float, v0: float, v1: float) -> None:
        corners = [p + way * u + up * v for u, v in ((u0, v0), (u1, v0), (u1, v1), (u0, v1))]
        uv = np.asarray([(u0, v0), (u1, v0), (u1, v1), (u0, v1)])
        shapes.mesh("wall", np.asarray(corners), [(0, 1, 2, 3)], material, uv, False)

    if not hole:
        sheet(0, long, 0, TALL)
        return
    u0, u1, v0, v1 = hole
    for part in ((0, u0, 0, TALL), (u1, long, 0, TALL), (u0, u1, 0, v0), (u0, u1, v1, TALL)):
        sheet(*part)
    pale = shade.stone((0.52, 0.43, 0.31), (0.28, 0.21, 0.14), 1.2, 0.8)
    ring = [(u0, v0), (u1, v0), (u1, v1), (u0, v1)]
    for k in range(4):
        (ua, va), (ub, vb) = ring[k], ring[(k + 1) % 4]
        one, two = p + way * ua + up * va, p + way * ub + up * vb
        corners = np.asarray([one, two, two + out, one + out])
        uv = np.asarray([(0, 0), (abs(ub - ua) + abs(vb - va), 0)] * 2, float)
        shapes.mesh("reveal", corners, [(0, 1, 2, 3)], pale, uv, False)
    # oak frame with a cross, set back in the reveal
    wood = shade.oak((0.05, 0.03, 0.016), (0.20, 0.11, 0.055), 0.45)
    angle = math.atan2(way[1], way[0])
    middle_u, middle_v = (u0 + u1) / 2, (v0 + v1) / 2
    bars = [((u0 + u1) / 2, v0 + 0.03, u1 - u0, 0.06), ((u0 + u1) / 2, v1 - 0.03, u1 - u0, 0.06)]
    bars += [(u0 + 0.03, middle_v, 0.06, v1 - v0), (u1 - 0.03, middle_v, 0.06, v1 - v0)]
    bars += [(middle_u, middle_v, 0.05, v1 - v0), (middle_u, v0 + (v1 - v0) * 0.66, u1 - u0, 0.035)]
    for u, v, w, h in bars:
        at = p + way * u + up * v + out * 0.6
        bar = shapes.block("bar", (w, 0.06, h), tuple(at), wood, 0.006)
        bar.rotation_euler = (0, 0, angle)


def _shell() -> None:
    rough = shade.bricks((0.50, 0.39, 0.27), (0.25, 0.175, 0.11), (0.30, 0.24, 0.17), (0.44, 0.21))
    lime = shade.plaster((0.66, 0.55, 0.42), (0.50, 0.39, 0.28))
    front = (EAST - WEST) / 2
    # walked round with the room on the left
    _wall((EAST, NORTH), (WEST, NORTH), rough, (front - 1.6, front + 1.6, 0.86, 2.44))
    _wall((WEST, NORTH), (WEST, SOUTH), lime, (NORTH - 3.4, NORTH - 2.0, 0.9, 2.35))
    _wall((WEST, SOUTH), (EAST, SOUTH), rough)
    _wall((EAST, SOUTH), (EAST, NORTH), lime)
    tiles = shade.bricks((0.44, 0.27, 0.18), (0.24, 0.135, 0.085), (0.15, 0.11, 0.08), (0.33, 0.33))
    wide, long = EAST - WEST, NORTH - SOUTH
    shapes.plane("floor", (WEST, SOUTH, 0), (wide, 0, 0), (0, long, 0), tiles, metres=True)
    shapes.plane("ceiling", (WEST, SOUTH, TALL), (0, long, 0), (wide, 0, 0), lime)
    beam = shade.oak((0.06, 0.035, 0.02), (0.26, 0.16, 0.09), 0.6, worn=0.4)
    for y in np.arange(SOUTH + 0.35, NORTH, 1.05):
        shapes.block("beam", (wide, 0.19, 0.24), (0, float(y), TALL - 0.12), beam, 0.014)
    lamps.area((0, NORTH + 0.1, 1.7), (0, 0, 1.3), 250, (3.0, 1.45), (1.0, 0.86, 0.68), False)
    west = (WEST - 0.1, NORTH - 2.7, 1.65)
    lamps.area(west, (0, NORTH - 2.9, 1.1), 120, (1.3, 1.3), (0.98, 0.94, 0.92), False)
    lamps.area((0, -0.6, TALL - 0.3), (0, -0.8, 0), 24, (3.0, 3.0), GLOW, False)


def _table(job: dict[str, Any], rng: np.random.Generator) -> None:
    low, high, half = 0.78, 4.1, 0.56
    wood = shade.oak((0.05, 0.028, 0.015), (0.24, 0.135, 0.07), 0.38, "y", worn=0.35)
    planks = 5
    for k in range(planks):
        x = -half + 2 * half * (k + 0.5) / planks
        at = (x, (low + high) / 2, TOP - 0.03 - rng.uniform(0, 0.0006))
        shapes.block("plank", (2 * half / planks - 0.002, high - low, 0.06), at, wood, 0.004)
    leg = shade.oak((0.04, 0.022, 0.012), (0.19, 0.10, 0.055), 0.45, "z", worn=0.4)
    for y in (low + 0.28, high - 0.28):
        for x in (-0.38, 0.38):
            shapes.block("leg", (0.11, 0.11, TOP - 0.06), (x, y, (TOP - 0.06) / 2), leg, 0.008)
        shapes.block("rail", (0.76, 0.07, 0.12), (0, y, TOP - 0.13), leg, 0.006)
    shapes.block("stretcher", (0.07, high - low - 0.56, 0.09), (0, (low + high) / 2, 0.18), wood)
    for side in (-1, 1):
        x = side * 0.86
        shapes.block("seat", (0.30, 2.9, 0.05), (x, 2.45, 0.45), wood, 0.008)
        for y in (1.2, 2.45, 3.7):
            shapes.block("foot", (0.24, 0.07, 0.43), (x, y, 0.213), leg, 0.006)
    sheet = shade.plaster((0.82, 0.78, 0.70), (0.70, 0.65, 0.56))
    for k, y in enumerate((1.55, 2.35, 3.2)):
        for side in (-1, 1):
            x = side * 0.33
            page = shapes.block("sheet", (0.21, 0.28, 0.0012), (x, y, TOP + 0.0008), sheet, 0.0002)
            page.rotation_euler = (0, 0, rng.normal(0, 0.06))
            for j, dy in enumerate((-0.045, 0.075)):
                fill = {**job["wines"][(k + j) % 3]["wine"], "fill": 0.24 + 0.02 * j}
                at = (x - side * 0.035, y + dy + 0.02, TOP + 0.002)
                still.goblet(job["glass"], at, fill if (k, j, side) != (2, 1, 1) else None)
    # two glasses waiting nearest to whoever stands here
    still.goblet(job["glass"], (0.10, 0.98, TOP), job["wines"][1]["wine"])
    still.goblet(job["glass"], (0.235, 1.06, TOP), job["wines"][2]["wine"])
    for k, (x, y) in enumerate(((-0.07, 1.36), (0.05, 1.48), (-0.05, 1.62))):
        still.bottle({**job["wines"][k], "turn": 0.1 - 0.08 * k}, (x, y, TOP))
    still.candle((0.02, 2.05, TOP), 0.18)
    still.candle((-0.03, 2.9, TOP), 0.14)
    _bread((-0.26, 1.08, TOP), rng)
    _bowl((0.02, 2.45, TOP), rng)


def _bread(at: tuple[float, float, float], rng: np.random.Generator) -> None:
    """A board with a cut loaf and a wedge of cheese."""
    x, y, z = at
    wood = shade.oak((0.10, 0.06, 0.03), (0.36, 0.22, 0.11), 0.5, worn=0.2)
    board = shapes.block("tray", (0.36, 0.23, 0.018), (x, y, z + 0.0095), wood, 0.006)
    board.rotation_euler = (0, 0, 0.15)
    crust = shade.earth((0.52, 0.27, 0.10), (0.24, 0.10, 0.035))
    shape, tris = growth.ball(4)
    loaf = shape.copy()
    loaf[:, 2] = np.where(loaf[:, 2] < 0, loaf[:, 2] * 0.35, loaf[:, 2])
    loaf *= 1 + 0.05 * np.sin(9 * loaf[:, :1]) * (loaf[:, 2:] > 0.3)
    loaf *= [0.125, 0.068, 0.066]
    out = shapes.put(growth.soup("loaf", [(loaf, tris, 0)], [crust]), "loaf")
    out.location = (x - 0.03, y + 0.035, z + 0.041)
    out.rotation_euler = (0, 0, 0.35)
    rind = shade.wax()
    a = np.linspace(0, 0.9, 9)
    rim = np.stack([0.11 * np.cos(a), 0.11 * np.sin(a)], 1)
    flat = np.vstack([[0, 0], rim])
    n = len(flat)
    points = np.vstack([np.c_[flat, np.zeros(n)], np.c_[flat, np.full(n, 0.05)]])
    faces: list[tuple[int, ...]] = [tuple(range(n))[::-1], tuple(range(n, 2 * n))]
    faces += [(k, (k + 1) % n, (k + 1) % n + n, k + n) for k in range(n)]
    wedge = shapes.mesh("cheese", points, faces, rind, smooth=False)
    wedge.location, wedge.rotation_euler = (x + 0.03, y - 0.085, z + 0.0187), (0, 0, 0.1)
    del rng


def _bowl(at: tuple[float, float, float], rng: np.random.Generator) -> None:
    clay = shade.earth((0.30, 0.12, 0.06), (0.15, 0.055, 0.03))
    rim = [(0, 0.0), (0.055, 0.0), (0.10, 0.03), (0.135, 0.075), (0.130, 0.076), (0.095, 0.036)]
    bowl = shapes.turned("bowl", shapes.curve([*rim, (0.0, 0.012)], 6), clay, 64)
    bowl.location = at
    for k, mesh in enumerate(terrain.bunches(rng, 3, 2)):
        a = 2.1 * k
        spot = (at[0] + 0.045 * math.cos(a), at[1] + 0.045 * math.sin(a), at[2] + 0.085)
        out = shapes.put(mesh, "bunch", spot)
        out.rotation_euler = (1.45, 0, a + 1.3)


def _rack(job: dict[str, Any], rng: np.random.Generator) -> None:
    """Open shelves with standing and lying bottles along the left wall."""
    x0, y0, y1, deep, shelves = WEST, -2.7, 0.7, 0.34, 5
    wood = shade.oak((0.04, 0.022, 0.012), (0.19, 0.105, 0.055), 0.45, "y", worn=0.4)
    post = shade.oak((0.04, 0.022, 0.012), (0.19, 0.105, 0.055), 0.45, "z", worn=0.4)
    pitch = 0.44
    tall = shelves * pitch + 0.12
    for y in np.linspace(y0, y1, 4):
        size = (deep, 0.05, tall)
        shapes.block("post", size, (x0 + deep / 2, float(y), tall / 2), post, 0.005)
    for k in range(shelves + 1):
        at = (x0 + deep / 2, (y0 + y1) / 2, 0.1 + k * pitch)
        shapes.block("shelf", (deep, y1 - y0, 0.035), at, wood, 0.005)
    profile = np.asarray(job["bottle"], float)
    outer = np.vstack([[0.0, 0.004], [profile[0, 0] * 0.8, 0.002], profile, [0, profile[-1, 1]]])
    first = shapes.turned("stock", outer, shade.dusty_glass(), 40)
    first.location = (0, 0, -4)
    radius = float(profile[:, 0].max())
    step = radius * 2.35
    for k in range(shelves):
        z = 0.1 + k * pitch + 0.018
        for y in np.arange(y0 + 0.10, y1 - 0.08, step):
            if min(abs(y - p) for p in np.linspace(y0, y1, 4)) < radius + 0.03:
                continue
            if k < 2:  # laid down, two deep, punts to the room
                for row in range(3):
                    spot = (x0 + 0.325, float(y), z + radius + row * radius * 2.02)
                    out = shapes.put(first.data, "laid", spot)
                    out.rotation_mode = "ZYX"
                    out.rotation_euler = (0, -math.pi / 2, rng.uniform(0, 6))
            elif rng.random() < 0.9:
                spot = (x0 + 0.19, float(y), z)
                if k in (2, 3):
                    wine = job["wines"][int(rng.integers(3))]
                    _stocked(first, wine, spot)
                else:
                    shapes.put(first.data, "stood", spot)


def _stocked(first: Any, wine: dict[str, Any], at: tuple[float, float, float]) -> None:
    """A dark bottle with its label and capsule, facing the room (+x)."""
    shapes.put(first.data, "stood", at)
    profile = np.asarray(wine["bottle"], float)
    band = wine["band"]
    radius = profile[np.abs(profile[:, 1] - sum(band) / 2).argmin(), 0] + 0.0004
    width, height = wine["label_size"]
    arc = min(2.1, (band[1] - band[0]) * width / height / radius)
    tall, middle = arc * radius * height / width, sum(band) / 2
    paper = _once("paper" + wine["label"], lambda: shade.paper(wine["label"]))
    low, high = middle - tall / 2, middle + tall / 2
    page = shapes.patch("label", radius, low, high, arc, 0.0, paper)
    page.location = at
    top = profile[-1, 1]
    sleeve = profile[profile[:, 1] > top - wine["capsule_height"]] + [0.0005, 0]
    foil = _once("foil" + wine["label"], lambda: shade.foil(tuple(wine["capsule"])))
    cap = shapes.turned("capsule", np.vstack([sleeve, [[0.0, top + 0.0008]]]), foil, 32)
    cap.location = at


_MADE: dict[str, Any] = {}


def _once(name: str, make: Any) -> Any:
    if name not in _MADE:
        _MADE[name] = make()
    return _MADE[name]


def _sideboard(job: dict[str, Any], rng: np.random.Generator) -> None:
    """An oak sideboard with decanter and glasses under the framed map of the vineyards."""
    x, y0, y1, tall, deep = EAST, 0.35, 2.65, 0.92, 0.46
    wood = shade.oak((0.04, 0.022, 0.012), (0.19, 0.105, 0.055), 0.38, "y", worn=0.3)
    body = shade.oak((0.035, 0.02, 0.011), (0.15, 0.08, 0.042), 0.45, "z", worn=0.4)
    middle = (y0 + y1) / 2
    at = (x - deep / 2, middle, tall / 2 - 0.02)
    shapes.block("body", (deep - 0.06, y1 - y0 - 0.06, tall - 0.04), at, body, 0.006)
    shapes.block("top", (deep, y1 - y0, 0.04), (x - deep / 2, middle, tall - 0.02), wood, 0.006)
    doors = 4
    knob = shade.iron()
    for k in range(doors):
        y = y0 + 0.05 + (y1 - y0 - 0.1) * (k + 0.5) / doors
        size = (0.025, (y1 - y0 - 0.1) / doors - 0.03, tall - 0.16)
        shapes.block("door", size, (x - deep + 0.025, y, tall / 2 - 0.02), body, 0.008)
        hold = (0.03, 0.022, 0.022)
        side = 0.2 if k % 2 == 0 else -0.2
        shapes.block("knob", hold, (x - deep + 0.005, y + side, tall * 0.55), knob, 0.008)
    for k, dy in enumerate((-0.85, -0.70, -0.56)):
        still.goblet(job["glass"], (x - 0.2 - 0.05 * (k % 2), middle + dy, tall), None)
    still.bottle({**job["wines"][0], "turn": -1.35}, (x - 0.22, middle + 0.62, tall))
    still.bottle({**job["wines"][2], "turn": -1.45}, (x - 0.20, middle + 0.75, tall))
    still.candle((x - 0.22, middle + 0.98, tall), 0.16)
    chart = shade.paper(job["chart"], 0.8)
    wide, high = 1.7, 1.1
    shapes.plane("chart", (x - 0.025, middle + wide / 2, 1.32), (0, -wide, 0), (0, 0, high), chart)
    frame = shade.oak((0.03, 0.017, 0.009), (0.12, 0.065, 0.03), 0.35, "y")
    for size, dy, z in (
        ((0.045, wide + 0.12, 0.06), 0.0, 1.32 - 0.03),
        ((0.045, wide + 0.12, 0.06), 0.0, 1.32 + high + 0.03),
        ((0.045, 0.06, high + 0.12), wide / 2 + 0.03, 1.32 + high / 2),
        ((0.045, 0.06, high + 0.12), -wide / 2 - 0.03, 1.32 + high / 2),
    ):
        shapes.block("frame", size, (x - 0.022, middle + dy, z), frame, 0.008)
    for y in (y0 - 0.2, y1 + 0.2):
        ageing.lamp((EAST - 0.2, y, 1.95), 20, GLOW)
    lamps.spot((x - 1.3, middle, 2.75), (x, middle, 1.85), 60, 62, GLOW)
    del rng


def _back(job: dict[str, Any], rng: np.random.Generator) -> None:
    """The way to the cellar, with barrels standing on either side."""
    cellar_360.door((-0.55, SOUTH, 0.0), (1.15, 2.25), face=1)
    cask = ageing.Cask(job["marks"], rng)
    for x, y in ((1.35, SOUTH + 0.55), (2.25, SOUTH + 0.6), (-2.55, SOUTH + 0.5)):
        cask.stand((x, y, 0.0))
    still.candle((2.25, SOUTH + 0.62, cask.long + 0.001), 0.15)
    still.bottle({**job["wines"][1], "turn": math.pi - 0.1}, (1.28, SOUTH + 0.6, cask.long))
    still.goblet(job["glass"], (1.43, SOUTH + 0.66, cask.long), job["wines"][1]["wine"])
    for x in (-1.55, 0.45):
        _sconce((x, SOUTH + 0.16, 2.0))


def _sconce(at: tuple[float, float, float]) -> None:
    globe = np.asarray(
        [(0.055 * math.sin(a), -0.055 * math.cos(a)) for a in np.linspace(0, math.pi, 25)]
    )
    body = shapes.turned("globe", np.maximum(globe, [0, -1]), shade.glow(GLOW, 9.0), 32)
    body.location, body.visible_shadow = at, False
    shapes.block("cap", (0.06, 0.06, 0.03), (at[0], at[1], at[2] + 0.062), shade.iron(), 0.006)
    arm = (0.02, 0.18, 0.02)
    shapes.block("arm", arm, (at[0], at[1] - 0.08, at[2] + 0.075), shade.iron(), 0.003)
    lamps.bulb(at, 26, GLOW, 0.05)


def _chandelier(at: tuple[float, float, float]) -> None:
    """An iron ring of candles on chains."""
    x, y, z = at
    metal = shade.iron()
    turn = np.linspace(0, 2 * math.pi, 17)
    ring = np.stack([0.52 + 0.016 * np.cos(turn), 0.022 * np.sin(turn)], 1)
    shapes.turned("ring", ring, metal, 72).location = at
    hook = np.asarray((x, y, TALL - 0.1))
    for k in range(8):
        a = 2 * math.pi * k / 8
        spot = np.asarray((x + 0.52 * math.cos(a), y + 0.52 * math.sin(a), z))
        if k % 2 == 0:
            chain = growth.tube(np.stack([spot, (spot + hook) / 2, hook]), np.full(3, 0.006), 6)
            shapes.put(growth.soup("chain", [(*chain, 0)], [metal]), "chain")
        cup = shapes.turned("cup", np.asarray([(0, 0.02), (0.03, 0.02), (0.034, 0.035)]), metal, 24)
        cup.location = tuple(spot)
        wax = np.asarray([(0, 0), (0.013, 0), (0.012, 0.10), (0, 0.101)])
        body = shapes.turned("taper", wax, shade.wax(), 24)
        body.location = (spot[0], spot[1], z + 0.025)
        flame = shapes.turned(
            "flame",
            shapes.curve([(0, 0), (0.004, 0.005), (0.0055, 0.012), (0.003, 0.026), (0, 0.04)]),
            shade.glow((1.0, 0.58, 0.2), 40),
            20,
        )
        flame.location, flame.visible_shadow = (spot[0], spot[1], z + 0.135), False
    lamps.bulb((x, y, z + 0.2), 46, (1.0, 0.70, 0.40), 0.4)
