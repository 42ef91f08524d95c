"""June picking: a bamboo basket lined with fern, full of bayberries, on a wet stone at dawn."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import air
import bayberry
import film
import growth
import lamps
import outside
import shapes
import slopes
from sets import bayberry_twig
from shade import Shader

TOP = 0.75  # of the stone
WIDE, TALL = 0.142, 0.150  # the basket's rim and height


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    air.sky(
        [(0.0, (0.46, 0.52, 0.52)), (0.2, (0.50, 0.56, 0.56)), (1.0, (0.62, 0.70, 0.74))], seen=0.6
    )
    _stone()
    ripe, red = bayberry.flesh(1.0), bayberry.flesh(0.45)
    kinds = [bayberry.fruit(rng, ripe) for _ in range(3)] + [bayberry.fruit(rng, red)]
    green = bayberry.leaf_materials()
    leaf, wood = bayberry.leaf_kinds(rng), bayberry.wood()
    _basket(rng)
    _heap(rng, kinds, green[1])
    _fern(rng)
    _beside(rng, kinds, leaf, wood, green[1])
    for start, go in (
        ((-0.60, 0.36, 0.50), (0.34, -0.10, -0.14)), ((-0.62, 0.42, 0.40), (0.24, -0.02, -0.12)),
        ((-0.56, 0.50, 0.52), (0.40, 0.0, -0.10)), ((-0.62, 0.30, 0.34), (0.22, -0.06, -0.06)),
    ):  # fmt: skip
        t = np.linspace(0, 1, 11)[:, None]
        line = np.asarray(start) + [0, 0, TOP] + t * np.asarray(go) + t * (1 - t) * [0, 0, 0.04]
        bayberry.twig(rng, line, leaf, wood, 22, 0.2)
        for u in (0.45, 0.7):
            knot = line[int(u * 10)]
            spot = knot + [0.01, -0.012, -0.030]
            shapes.put(kinds[rng.integers(4)], "fruit", tuple(spot))
            bayberry.stalk(knot, spot + [0, 0, 0.0168], green[1])
    bayberry_twig.orchard(rng)
    lamps.area((0.85, 0.75, TOP + 1.0), (0, 0, TOP + 0.12), 14.0, (0.6, 0.8), (0.97, 1.0, 0.97),
               True, 130)  # fmt: skip
    lamps.area((-0.9, -1.0, TOP + 0.9), (0, 0, TOP + 0.1), 7.0, (1.0, 0.8), (0.93, 1.0, 1.0), True,
               130)  # fmt: skip
    eye, aim = (0.10, -1.02, TOP + 0.54), (0.0, 0.0, TOP + 0.145)
    if tall:
        film.camera(eye, aim, 60, (0.48, 0.34), 4.0, (0, -0.06, TOP + 0.17))
    else:
        film.camera(eye, aim, 46, (0.41, 0.46), 3.2, (0, -0.06, TOP + 0.17))


def _stone() -> None:
    """A rough slab, wet from the night, moss in its hollows."""
    s = Shader("slab")
    at = s.places("Object", (1, 1, 1))
    cloud, fine = s.noise(at, 4.0, 7, 0.62), s.noise(at, 60, 5, 0.7)
    base = s.ramp(s.sum("ADD", s.sum("MULTIPLY", cloud, 0.65), s.sum("MULTIPLY", fine, 0.35)),
                  [(0.36, (0.035, 0.042, 0.040)), (0.64, (0.13, 0.145, 0.135))])  # fmt: skip
    moss = s.ramp(s.noise(at, 7.0, 6, 0.68), [(0.54, (0,) * 3), (0.63, (0.85,) * 3)])
    base = s.mix(moss, base, (0.045, 0.085, 0.022))
    rough = s.ramp(cloud, [(0.40, (0.12,) * 3), (0.60, (0.55,) * 3)])
    s.skin(plain=(0.07, 0.08, 0.07), Base_Color=base, Roughness=rough, Specular=0.5,
           Normal=s.bump(s.sum("ADD", fine, s.sum("MULTIPLY", moss, 1.4)), 0.5, 0.006))  # fmt: skip
    n, m = 150, 90
    x, y = np.meshgrid(np.linspace(-1.5, 1.5, n), np.linspace(-0.52, 0.52, m))
    edge = np.clip((np.abs(y) - 0.46) / 0.06, 0, 1) ** 2
    z = TOP - 0.09 * edge + 0.0035 * np.sin(9 * x + 3 * np.sin(7 * y)) * np.cos(11 * y)
    z -= 0.02 * np.exp(-((np.abs(x - 0.55) / 0.006) ** 2))  # a joint between two slabs
    lines = np.stack([x, y, z], -1)
    front = np.stack([x[0], y[0] - 0.004, np.full(n, TOP - 0.8)], -1)[None]
    slopes.strip("slab", np.concatenate([front, lines]), s.material)


def _ribbon(
    line: np.ndarray, up: np.ndarray, out: np.ndarray, wide: float, thick: float
) -> tuple[np.ndarray, np.ndarray]:
    """A flat strip of bamboo along points (n, 3)."""
    n = len(line)
    corner = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ring = np.stack([line + up * (a * wide / 2) + out * (b * thick / 2) for a, b in corner], 1)
    tris = []
    for i in range(n - 1):
        for j in range(4):
            p, q = i * 4 + j, i * 4 + (j + 1) % 4
            tris += [(p, q, q + 4), (p, q + 4, p + 4)]
    return ring.reshape(-1, 3), np.asarray(tris)


def _bamboo(light: tuple[float, float, float], dark: tuple[float, float, float]) -> Any:
    s = Shader("bamboo")
    own = s.add("NewGeometry").outputs["Random Per Island"]
    fibre = s.noise(s.places("Object", (14, 14, 220)), 1.5, 4, 0.65)
    base = s.ramp(s.sum("ADD", s.sum("MULTIPLY", own, 0.5), s.sum("MULTIPLY", fibre, 0.5)),
                  [(0.25, dark), (0.72, light)])  # fmt: skip
    return s.skin(plain=light, Base_Color=base, Roughness=0.38, Specular=0.45,
                  Normal=s.bump(fibre, 0.2, 0.0008))  # fmt: skip


def _basket(rng: np.random.Generator) -> None:
    """Woven of split bamboo: stakes, weavers over and under, a bound rim, a bow."""
    new = _bamboo((0.46, 0.36, 0.15), (0.25, 0.18, 0.075))
    old = _bamboo((0.30, 0.20, 0.085), (0.14, 0.09, 0.04))
    stakes, rings = 40, 13
    parts: list[growth.Soup] = []

    def radius(z: Any) -> Any:
        return 0.112 + (WIDE - 0.112) * (np.asarray(z) / TALL) ** 0.75

    for k in range(stakes):
        a = 2 * math.pi * k / stakes
        z = np.linspace(0.0, TALL, 2 * rings + 1)
        weave = 0.0013 * np.cos(math.pi * (np.arange(len(z)) / 2 + k))
        r = radius(z) - weave
        out = np.tile([math.cos(a), math.sin(a), 0.0], (len(z), 1))
        side = np.tile([-math.sin(a), math.cos(a), 0.0], (len(z), 1))
        line = out * r[:, None] + np.column_stack([np.zeros((len(z), 2)), z])
        parts.append((*_ribbon(line, side, out, 0.0085, 0.0011), 1))
    a = np.linspace(0, 2 * math.pi, stakes * 6 + 1)
    out = np.stack([np.cos(a), np.sin(a), np.zeros_like(a)], 1)
    for k in range(rings):
        z = (k + 0.5) * TALL / rings
        weave = 0.0024 * np.cos(stakes / 2 * a + math.pi * k)
        line = out * (radius(z) + weave)[:, None] + [0, 0, z]
        up = np.tile([0, 0, 1.0], (len(a), 1))
        parts.append((*_ribbon(line, up, out, TALL / rings * 0.86, 0.0012), 0))
    for shift, z in ((0.004, TALL), (-0.004, TALL), (0.0, TALL + 0.005)):
        line = out * (WIDE + shift) + [0, 0, z]
        parts.append((*growth.tube(line, np.full(len(a), 0.0048), 8), 0))
    for k in range(52):  # the binding
        b = 2 * math.pi * (k + rng.uniform(-0.1, 0.1)) / 52
        t = np.linspace(0, 2 * math.pi, 9)
        r, z = WIDE + 0.0105 * np.cos(t), TALL + 0.001 + 0.0115 * np.sin(t)
        turn = b + 0.045 * np.sin(t / 2)
        loop = np.stack([r * np.cos(turn), r * np.sin(turn), z], 1)
        parts.append((*growth.tube(loop, np.full(9, 0.0017), 5), 1))
    t = np.linspace(-0.10, math.pi + 0.10, 60)
    for k in range(3):  # the bow, twisted of three
        twist = 7 * t + 2 * math.pi * k / 3
        r = 0.0052
        line = np.stack(
            [
                (WIDE - 0.002 + r * np.cos(twist)) * np.cos(t),
                r * np.sin(twist),
                TALL + (0.205 + r * np.cos(twist)) * np.sin(t),
            ],
            1,
        )
        parts.append((*growth.tube(line, np.full(60, 0.0056), 8), 0))
    body = shapes.put(growth.soup("basket", parts, [new, old]), "basket", (0, 0, TOP + 0.003))
    body.rotation_euler = (0, 0, 0.42)


def _heap(rng: np.random.Generator, kinds: list[Any], stalk: Any) -> None:
    """Fruit in a dome, pressed together but whole; the upper ones keep their stalks."""
    count, gap, wide = 165, 0.0345, WIDE - 0.028
    a, r = rng.uniform(0, 6.3, count), wide * np.sqrt(rng.uniform(0, 1, count))
    p = np.stack([r * np.cos(a), r * np.sin(a), rng.uniform(0.085, 0.21, count)], 1)
    for _ in range(220):
        apart = p[:, None] - p[None]
        far = np.linalg.norm(apart, axis=2) + np.eye(count)
        push = np.clip(gap - far, 0, None) * (1 - np.eye(count))
        p += (apart / far[..., None] * push[..., None]).sum(1) * 0.3
        p[:, 2] -= 0.0006
        flat = np.hypot(p[:, 0], p[:, 1])
        room = 0.112 + (WIDE - 0.112) * np.clip(p[:, 2] / TALL, 0, 1) ** 0.75 - 0.0205
        p[:, :2] *= np.minimum(1, room / np.maximum(flat, 1e-6))[:, None]
        p[:, 2] = np.maximum(p[:, 2], 0.080)
    for spot in p:
        out = shapes.put(kinds[rng.choice(4, p=[0.3, 0.3, 0.3, 0.1])], "fruit")
        k = float(rng.uniform(0.93, 1.03))
        out.scale, out.location = (k, k, k), (spot[0], spot[1], spot[2] + TOP)
        lean = rng.normal(0, 0.8, 2)
        out.rotation_euler = (float(lean[0]), float(lean[1]), float(rng.uniform(0, 6)))
    above = p[p[:, 2] > np.percentile(p[:, 2], 72)]
    for spot in above[:16]:
        way = np.asarray([*rng.normal(0, 0.45, 2), 1.0])
        way /= np.linalg.norm(way)
        foot = spot + [0, 0, TOP] + way * bayberry.RADIUS * 0.9
        bayberry.stalk(foot + way * 0.012 + [0.002, 0, 0], foot, stalk)
    for spot in above[::3]:
        bayberry.drops(rng, spot + [0, 0, TOP], bayberry.RADIUS, np.asarray([0.1, -0.7, 0.7]), 3)


def _fern(rng: np.random.Generator) -> None:
    """Fronds between fruit and bamboo, their tips over the rim."""
    green = outside.leaf((0.115, 0.20, 0.038), (0.055, 0.115, 0.022), (0.17, 0.22, 0.05), 0.2)
    data = [growth.soup("frond", [bayberry.frond(rng, 0.21)], [green]) for _ in range(4)]
    for k in range(22):
        a = 2 * math.pi * (k + rng.uniform(-0.3, 0.3)) / 22
        r = WIDE - 0.045
        out = shapes.put(data[k % 4], "frond")
        out.location = (r * math.cos(a), r * math.sin(a), TOP + TALL - 0.004)
        lift = float(rng.uniform(0.42, 0.72))
        out.rotation_euler = (lift, float(rng.normal(0, 0.12)), a - math.pi / 2)
        k2 = float(rng.uniform(0.55, 0.85))
        out.scale = (k2, k2, k2)


def _beside(
    rng: np.random.Generator, kinds: list[Any], leaf: list[Any], wood: Any, stalk: Any
) -> None:
    """A twig cut with its fruit, and two that rolled off."""
    for x, y in ((0.235, -0.15), (0.285, -0.105)):
        shapes.put(kinds[0], "fruit", (x, y, TOP + 0.0165)).rotation_euler = (1.1, 0.3, x * 30)
    foot = np.asarray([0.235, -0.15, TOP + 0.030])
    bayberry.stalk(foot + [0.006, -0.006, 0.010], foot, stalk)
    t = np.linspace(0, 1, 9)[:, None]
    line = np.asarray([-0.36, -0.10, TOP + 0.012]) + t * [0.15, -0.07, 0.006]
    spots = np.asarray([(-0.228, -0.140, TOP + 0.0165), (-0.266, -0.170, TOP + 0.0165)])
    for spot in spots:
        shapes.put(kinds[1], "fruit", tuple(spot)).rotation_euler = (0.9, 0.4, spot[0] * 40)
    bayberry.twig(rng, line, leaf, wood, 9, 0.3, (0.075, 0.10), -0.05, clear=spots)
