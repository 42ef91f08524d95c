"""Rioja's land: red slopes, bush vines, a dry-stone hut, hills in rows, a sierra, evening light."""

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np

import film
import growth
import outside
import shade
import shapes

AIR = (0.62, 0.45, 0.30)  # light that the evening's haze adds
GRAPE = ((0.055, 0.018, 0.085), (0.27, 0.28, 0.42), 0.55)  # skin, bloom and its share
REACH = 8500.0  # metres at which haze covers two thirds


def seen_far(material: Any) -> Any:
    """Give a material the evening's haze."""
    return outside.hazed(material, AIR, REACH)


def _rough(x: np.ndarray, y: np.ndarray, seed: float) -> np.ndarray:
    """Smooth hills from a few waves, about -1 to 1."""
    out = np.zeros(np.broadcast(x, y).shape)
    for k, (a, f) in enumerate(((1.0, 1.0), (0.55, 2.1), (0.32, 3.9), (0.18, 7.7), (0.10, 15.1))):
        t = seed + k * 1.9
        u = x * math.cos(t) + y * math.sin(t)
        v = -x * math.sin(t) + y * math.cos(t)
        out = out + a * np.sin(f * u + t * 3.1) * np.cos(f * v * 0.83 + t * 1.7)
    return out / 1.5


def surface(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Height of the ground: a slope down to a valley at y = 420 and hills around."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    r = np.hypot(x, y)
    slope = -0.075 * y - 0.0002 * y * np.abs(y) * (np.abs(y) < 260) - 0.018 * x
    slope = np.where(y > 260, -0.075 * 260 - 0.0002 * 260**2 - 0.018 * x, slope)
    far = np.clip((r - 70) / 500, 0, 1)
    rise = np.clip((y - 480) / 1500, 0, 1) ** 1.2 * 120
    behind = np.clip((-y - 60) / 500, 0, 1) * -14
    hills = _rough(x / 230, y / 230, 2.0) * 26 * far + _rough(x / 900, y / 900, 5.0) * 60 * far
    near = _rough(x / 9, y / 9, 1.0) * 0.06
    out: np.ndarray = np.clip(slope, -60, 40) + rise + behind + hills + near
    return out


def height(x: float, y: float) -> float:
    """Height of the ground at one place."""
    return float(surface(np.asarray(x), np.asarray(y)))


def evening(sun: tuple[float, float], seen: float = 1.0) -> None:
    """A low sun (degrees right of +y, degrees up), its sky with thin clouds lit from below.

    ``seen`` is the share of the sky's light the camera sees, as behind a graduated filter.
    """
    right, up = map(math.radians, sun)
    bpy.context.scene.cycles.diffuse_bounces = 2  # open air needs no more, leaves make them dear
    film.sky(sun[1], 0, 0.27)
    tree = bpy.context.scene.world.node_tree
    node = next(n for n in tree.nodes if n.type == "TEX_SKY")
    node.sun_disc, node.sun_rotation = False, right
    node.dust_density, node.air_density = 0.9, 1.3
    places = tree.nodes.new("ShaderNodeTexCoord")
    parts = tree.nodes.new("ShaderNodeSeparateXYZ")
    tree.links.new(places.outputs["Generated"], parts.inputs[0])

    def reckon(how: str, a: Any, b: Any) -> Any:
        step = tree.nodes.new("ShaderNodeMath")
        step.operation = how
        for k, value in enumerate((a, b)):
            if isinstance(value, bpy.types.NodeSocket):
                tree.links.new(value, step.inputs[k])
            else:
                step.inputs[k].default_value = value
        return step.outputs[0]

    high = reckon("MAXIMUM", parts.outputs[2], 0.02)  # a flat layer of cloud overhead
    flat = tree.nodes.new("ShaderNodeCombineXYZ")
    lift = reckon("ADD", high, 0.10)
    tree.links.new(reckon("DIVIDE", parts.outputs[0], lift), flat.inputs[0])
    tree.links.new(
        reckon("MULTIPLY", reckon("DIVIDE", parts.outputs[1], lift), 0.38), flat.inputs[1]
    )
    wisps = tree.nodes.new("ShaderNodeTexNoise")
    tree.links.new(flat.outputs[0], wisps.inputs["Vector"])
    wisps.inputs["Scale"].default_value, wisps.inputs["Detail"].default_value = 0.62, 7
    wisps.inputs["Roughness"].default_value, wisps.inputs["Distortion"].default_value = 0.6, 0.5
    cover = tree.nodes.new("ShaderNodeValToRGB")
    tree.links.new(wisps.outputs["Fac"], cover.inputs[0])
    cover.color_ramp.elements[0].position, cover.color_ramp.elements[1].position = 0.50, 0.78
    mix = tree.nodes.new("ShaderNodeMixRGB")
    shares = reckon(
        "MULTIPLY", cover.outputs[0], reckon("MINIMUM", reckon("MULTIPLY", high, 6.0), 0.62)
    )
    tree.links.new(shares, mix.inputs[0])
    tree.links.new(node.outputs[0], mix.inputs[1])
    mix.inputs[2].default_value = (4.6, 3.1, 2.2, 1)
    tree.links.new(mix.outputs[0], tree.nodes["Background"].inputs[0])
    camera = tree.nodes.new("ShaderNodeLightPath").outputs["Is Camera Ray"]
    held = reckon("SUBTRACT", 1.0, reckon("MULTIPLY", camera, 1 - seen))
    shine = tree.nodes["Background"].inputs[1]
    tree.links.new(reckon("MULTIPLY", held, shine.default_value), shine)
    data = bpy.data.lights.new("sun", "SUN")
    data.energy, data.color, data.angle = 6.2, (1.0, 0.66, 0.36), math.radians(1.0)
    lamp = bpy.data.objects.new("sun", data)
    bpy.context.scene.collection.objects.link(lamp)
    lamp.rotation_euler = (math.pi / 2 - up, 0, math.pi - right)


def ground() -> None:
    """Red clay near by, weeds and straw on it in drifts."""
    clay = outside.clay((0.33, 0.165, 0.105), (0.17, 0.073, 0.045), (0.20, 0.19, 0.07))
    _sheet("near", 64, 321, seen_far(clay), 0.0)


def weeds(rng: np.random.Generator, reach: float, count: int) -> None:
    """Tufts of grass, dry and green, thicker along the rows (at odd multiples of 1.35)."""
    green = outside.leaf((0.17, 0.19, 0.045), (0.09, 0.12, 0.03), (0.44, 0.33, 0.12), 0.45)
    kinds = []
    for _ in range(5):
        n = 46
        root = np.column_stack([rng.normal(0, 0.035, (n, 2)), np.zeros(n)])
        a, tall = rng.uniform(0, 6.3, n), rng.uniform(0.05, 0.17, n)
        go = np.column_stack([np.cos(a), np.sin(a), np.zeros(n)])
        wide = np.column_stack([-np.sin(a), np.cos(a), np.zeros(n)]) * 0.0024
        up = np.asarray([0, 0, 1.0])
        mid = root + (go * 0.18 + up * 0.62) * tall[:, None]
        tip = root + (go * rng.uniform(0.3, 0.8, (n, 1)) + up) * tall[:, None]
        points = np.stack([root - wide, root + wide, mid - wide, mid + wide, tip], 1)
        tris = np.asarray([(0, 1, 3), (0, 3, 2), (2, 3, 4)])
        faces = tris[None] + (np.arange(n) * 5)[:, None, None]
        kinds.append(
            growth.soup("tuft", [(points.reshape(-1, 3), faces.reshape(-1, 3), 0)], [green])
        )
    drift = 0
    while drift < count:
        r, a = reach * rng.uniform(0.04, 1) ** 0.75, rng.uniform(0, 6.3)
        x, y = r * math.cos(a), r * math.sin(a)
        row = abs((x / 2.7) % 1 - 0.5)
        patch = _rough(np.asarray(x / 1.7), np.asarray(y / 2.3), 8.0)
        if rng.random() > 0.16 + 0.75 * math.exp(-((row / 0.16) ** 2)) + 0.35 * float(patch):
            continue
        drift += 1
        spot = shapes.put(kinds[rng.integers(5)], "tuft", (x, y, height(x, y)))
        k = float(rng.uniform(0.6, 1.5))
        spot.scale, spot.rotation_euler = (k, k, k), (0, 0, float(rng.uniform(0, 6)))


def hills(rng: np.random.Generator) -> None:
    """The patchwork of the middle distance and the sierra."""
    patch = outside.fields(
        (0.13, 0.145, 0.04), (0.34, 0.16, 0.09), (0.52, 0.38, 0.17), (0.05, 0.06, 0.028)
    )
    _sheet("middle", 2600, 521, seen_far(patch), 0.5)
    rock = seen_far(
        shade.stone((0.36, 0.32, 0.30), (0.10, 0.095, 0.08), 0.0016, 0.95),
    )
    n, m = 720, 60
    a = np.linspace(-math.pi, math.pi, n + 1)
    t = np.linspace(0, 1, m + 1)
    angle, deep = np.meshgrid(a, t)
    crest = 420 + 260 * np.cos(angle - 0.1) ** 3 * (np.cos(angle - 0.1) > 0)
    wave = sum(
        amp * np.sin(f * angle + p)
        for f, amp, p in ((3, 60, 0.4), (7, 55, 2.0), (13, 42, 1.0), (29, 26, 4.0), (61, 15, 2.6))
    )
    crest = np.maximum(crest + wave, 120)
    gully = 0.10 * np.sin(61 * angle + 3 * np.sin(9 * angle) + deep * 2) * deep * (1 - deep) * 4
    r = 5200 + 2600 * deep + 500 * np.sin(5 * angle)
    z = crest * (deep**1.5 + gully) * 1.9 - 40
    points = np.stack([r * np.sin(angle), r * np.cos(angle), z], -1).reshape(-1, 3)
    faces = [
        (i * (n + 1) + j, (i + 1) * (n + 1) + j, (i + 1) * (n + 1) + j + 1, i * (n + 1) + j + 1)
        for i in range(m)
        for j in range(n)
    ]
    shapes.mesh("sierra", points, faces, rock)
    plain = seen_far(shade.earth((0.22, 0.17, 0.09), (0.10, 0.085, 0.045)))
    shapes.plane("plain", (-9000, -9000, -75), (18000, 0, 0), (0, 18000, 0), plain)


def _sheet(name: str, half: float, n: int, material: Any, sink: float) -> None:
    axis = np.linspace(-1, 1, n)
    if sink:  # closer near the middle
        axis = np.sign(axis) * np.abs(axis) ** 1.7
    x, y = np.meshgrid(axis * half, axis * half)
    z = surface(x, y) - np.where(np.maximum(abs(x), abs(y)) < 62, sink, 0.0)
    points = np.stack([x, y, z], -1).reshape(-1, 3)
    faces = [
        (i * n + j, i * n + j + 1, (i + 1) * n + j + 1, (i + 1) * n + j)
        for i in range(n - 1)
        for j in range(n - 1)
    ]
    shapes.mesh(name, points, faces, material)


def foliage() -> list[Any]:
    """What bush vines are made of in September: leaf, wood, grape."""
    leaf = outside.leaf((0.115, 0.17, 0.022), (0.05, 0.095, 0.014), (0.42, 0.16, 0.03), 0.24)
    return [seen_far(leaf), outside.bark(), outside.berry(*GRAPE)]


def bushes(rng: np.random.Generator, count: int) -> list[Any]:
    """Meshes of bush vines, not yet placed."""
    materials = foliage()
    return [growth.bush(rng, materials) for _ in range(count)]


def vines(
    rng: np.random.Generator, kinds: list[Any], clear: list[tuple[float, ...]], reach: float = 88
) -> None:
    """Bush vines in rows along y at odd multiples of 1.35, but for circles (x, y, radius)."""
    for row in range(-24, 24):
        x = (row + 0.5) * 2.7
        for step in range(-38, 68):
            y = step * 1.32 + 0.55 * (row % 2) + rng.normal(0, 0.05)
            if math.hypot(x, y) > reach or rng.random() < 0.03:
                continue
            if any(math.hypot(x - cx, y - cy) < r for cx, cy, r in clear):
                continue
            spot = shapes.put(kinds[rng.integers(len(kinds))], "vine")
            spot.location = (x + rng.normal(0, 0.06), y, height(x, y))
            spot.rotation_euler = (0, 0, float(rng.uniform(0, 6.3)))
            size = rng.uniform(0.86, 1.12)
            spot.scale = (size, size, size * rng.uniform(0.95, 1.08))


def bunches(rng: np.random.Generator, count: int, subdivisions: int) -> list[Any]:
    """Meshes of picked clusters, not yet placed."""
    fruit = outside.berry(*GRAPE)
    stalk = outside.bark((0.20, 0.16, 0.06), (0.07, 0.06, 0.02))
    out = []
    for _ in range(count):
        grapes, stem = growth.cluster(rng, 62, 0.0088, 0.16, subdivisions)
        out.append(growth.soup("bunch", [(*grapes, 0), (*stem, 1)], [fruit, stalk]))
    return out


def stones(rng: np.random.Generator, reach: float, count: int, size: float) -> None:
    """Pebbles on the clay and fallen leaves."""
    shape, tris = growth.ball(2)
    pale = shade.earth((0.42, 0.32, 0.24), (0.19, 0.13, 0.09))
    kinds = []
    for _ in range(4):
        dent = 1 + 0.28 * _rough(
            shape[:, 0] * 1.7, shape[:, 1] * 1.7 + shape[:, 2], rng.uniform(0, 9)
        )
        kinds.append(
            growth.soup("pebble", [(shape * dent[:, None] * [1, 0.8, 0.55], tris, 0)], [pale])
        )
    for _ in range(count):
        r, a = reach * rng.uniform(0.05, 1) ** 0.8, rng.uniform(0, 6.3)
        x, y = r * math.cos(a), r * math.sin(a)
        k = size * rng.choice([0.012, 0.018, 0.03, 0.05], p=[0.45, 0.35, 0.16, 0.04])
        spot = shapes.put(kinds[rng.integers(4)], "pebble", (x, y, height(x, y) + k * 0.2))
        spot.scale, spot.rotation_euler = (k, k, k), (0, 0, float(rng.uniform(0, 6)))
    n = 420
    r, a = reach * rng.uniform(0.05, 1, n) ** 0.7, rng.uniform(0, 6.3, n)
    x, y = r * np.cos(a), r * np.sin(a)
    at = np.stack([x, y, surface(x, y) + 0.018], 1)
    lying = np.stack([np.cos(a * 7), np.sin(a * 7), np.full(n, 0.45)], 1)
    dry = outside.leaf((0.30, 0.17, 0.05), (0.14, 0.07, 0.025), (0.40, 0.12, 0.03), 0.4)
    shed = growth.leaves(at, lying, rng.uniform(0.06, 0.11, n), rng)
    shapes.put(growth.soup("shed", [(*shed, 0)], [dry]), "shed")


def hut(at: tuple[float, float, float], turn: float) -> None:
    """A guardaviñas: a round hut of dry stone under a corbelled dome, its door towards -y."""
    x, y, z = at
    wall = shade.bricks((0.50, 0.38, 0.25), (0.24, 0.16, 0.10), (0.06, 0.045, 0.03), (0.34, 0.14))
    r = 1.9
    dome = [(r * 1.05 * math.cos(b), 1.85 + 1.55 * math.sin(b)) for b in np.linspace(0, 1.5, 18)]
    profile = np.asarray([(r + 0.05, -0.5), (r, 0.8), (r - 0.02, 1.8), *dome, (0.0, 3.42)])
    body = shapes.turned("hut", profile, wall, 72)
    layer = body.data.uv_layers[0].data
    flat = np.empty(len(layer) * 2, np.float32)
    layer.foreach_get("uv", flat)
    length = float(np.linalg.norm(np.diff(profile, axis=0), axis=1).sum())
    layer.foreach_set("uv", (flat.reshape(-1, 2) * [2 * math.pi * r, length]).ravel())
    body.location = at
    knob = shapes.turned(
        "knob", np.asarray([(0.22, 0), (0.24, 0.1), (0.12, 0.3), (0, 0.34)]), wall, 24
    )
    knob.location = (x, y, z + 3.36)
    dark = shade.earth((0.012, 0.009, 0.007), (0.006, 0.005, 0.004))
    pale = shade.stone((0.46, 0.36, 0.25), (0.24, 0.17, 0.11), 1.5, 0.85)
    c, s = math.cos(turn), math.sin(turn)

    def put(size: tuple[float, float, float], dx: float, dy: float, up: float, skin: Any) -> None:
        out = shapes.block(
            "part", size, (x + c * dx - s * dy, y + s * dx + c * dy, z + up), skin, 0.02
        )
        out.rotation_euler = (0, 0, turn)

    put((0.78, 0.5, 1.55), 0, -r + 0.12, 0.72, dark)
    for side in (-1, 1):
        put((0.24, 0.52, 1.56), side * 0.50, -r + 0.08, 0.72, pale)
    put((1.4, 0.56, 0.26), 0, -r + 0.07, 1.62, pale)


def house(at: tuple[float, float, float], turn: float) -> None:
    """The winery: two wings of stone under tiled roofs, shutters, an arched gate."""
    x, y, z = at
    c, s = math.cos(turn), math.sin(turn)
    wall = shade.bricks((0.55, 0.43, 0.29), (0.30, 0.21, 0.13), (0.34, 0.27, 0.19), (0.62, 0.30))
    tile = shade.earth((0.42, 0.17, 0.08), (0.20, 0.075, 0.04))
    dark = shade.earth((0.016, 0.012, 0.010), (0.008, 0.006, 0.005))
    pale = shade.stone((0.52, 0.43, 0.31), (0.28, 0.21, 0.14), 1.0, 0.85)
    wood = shade.oak(along="z", worn=0.5)

    def spot(dx: float, dy: float, up: float) -> tuple[float, float, float]:
        return (x + c * dx - s * dy, y + s * dx + c * dy, z + up)

    def sheet(a: Any, b: Any, h: float, base: float) -> None:
        p, q = np.asarray(spot(*a, base)), np.asarray(spot(*b, base))
        shapes.plane("wall", tuple(p), tuple(q - p), (0, 0, h), wall, metres=True)

    for left, right, back, front, h in ((-9, 5, -4, 4, 6.2), (5, 11, -3, 3.2, 4.4)):
        corners = [(left, front), (right, front), (right, back), (left, back)]
        for k in range(4):
            sheet(corners[k], corners[(k + 1) % 4], h + 2.2, -2.0)
        ridge, over = (front + back) / 2, 0.45
        rise = (front - back) * 0.24
        for edge, sign in ((front + over, 1), (back - over, -1)):
            lowest = h + 0.2 - over * 0.48
            a = np.asarray(spot(left - over, edge, lowest))
            b = np.asarray(spot(right + over, edge, lowest))
            top = np.asarray(spot(left - over, ridge, h + 0.2 + rise)) - a
            n = int((right - left) / 0.26)
            for j in range(n):
                p = a + (b - a) * (j / n)
                line = np.stack([p, p + top * 0.5, p + top])
                pole = growth.tube(line, np.full(3, 0.14), 8)
                shapes.put(growth.soup("tiles", [(*pole, 0)], [tile]), "tiles")
            shapes.plane("roof", tuple(a), tuple(b - a), tuple(top), tile)
            del sign
        for end in (left, right):  # gables
            tri = np.asarray(
                [
                    spot(end, front, h + 0.1),
                    spot(end, back, h + 0.1),
                    spot(end, ridge, h + 0.2 + rise),
                ]
            )
            uv = np.asarray([(0, 0), (front - back, 0), ((front - back) / 2, rise)])
            shapes.mesh("gable", tri, [(0, 1, 2)], wall, uv, False)

    def opening(dx: float, front: float, up: float, w: float, h: float, shutters: bool) -> None:
        for size, ddx, ddy, dz, skin in (
            ((w, 0.2, h), 0.0, -0.05, 0.0, dark),
            ((w + 0.5, 0.22, 0.24), 0.0, -0.02, h / 2 + 0.1, pale),
            ((w + 0.4, 0.3, 0.14), 0.0, 0.0, -h / 2 - 0.05, pale),
        ):
            out = shapes.block("frame", size, spot(dx + ddx, front + ddy, up + dz), skin, 0.015)
            out.rotation_euler = (0, 0, turn)
        if shutters:
            for side in (-1, 1):
                place = spot(dx + side * (w * 0.5 + w * 0.26), front + 0.05, up)
                out = shapes.block("shutter", (w * 0.5, 0.05, h), place, wood, 0.01)
                out.rotation_euler = (0, 0, turn)

    for dx in (-7.2, -4.4, 1.0, 3.4):
        opening(dx, 4.0, 4.6, 0.9, 1.4, True)
    for dx in (-7.2, -4.4, 3.2):
        opening(dx, 4.0, 1.7, 0.8, 1.1, False)
    opening(-1.4, 4.0, 1.35, 2.2, 2.7, False)
    opening(-1.4, 4.0, 4.7, 1.0, 1.7, True)
    opening(7.6, 3.2, 2.4, 0.9, 1.3, True)


def shears(at: tuple[float, float, float], turn: float) -> None:
    """Picking shears with wooden grips."""
    metal = shade.steel(0.3)
    grip = shade.oak((0.10, 0.03, 0.015), (0.30, 0.09, 0.04), 0.4)
    parts: list[tuple[np.ndarray, np.ndarray, int]] = []
    for side in (-1, 1):
        blade = np.asarray([(0, 0, 0), (side * 0.004, 0.028, 0), (side * 0.001, 0.062, 0)])
        parts.append((*growth.tube(blade, np.asarray([0.0055, 0.0045, 0.0008]), 6), 0))
        arm = np.asarray([(0, 0, 0), (-side * 0.012, -0.03, 0), (-side * 0.021, -0.075, 0)])
        parts.append((*growth.tube(arm, np.asarray([0.0055, 0.0042, 0.004]), 8), 0))
        hold = np.asarray(
            [(-side * 0.015, -0.04, 0), (-side * 0.022, -0.08, 0), (-side * 0.021, -0.125, 0)]
        )
        parts.append((*growth.tube(hold, np.asarray([0.0062, 0.0082, 0.0066]), 10), 1))
    data = growth.soup("shears", parts, [metal, grip])
    out = shapes.put(data, "shears", at)
    out.rotation_euler = (0.05, 0.05, turn)
