"""What stands on a table, and the table, wall and window around it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import film
import growth
import laid
import lamps
import outside
import shade
import shapes

Vec = tuple[float, float, float]


def surface(look: dict[str, Any]) -> Any:
    """The board's material: oak, slate or stone by the house's look."""
    kind = look["board"]
    if kind == "oak":
        return shade.oak((0.028, 0.016, 0.009), (0.13, 0.078, 0.042), 0.46, worn=0.4)
    return shade.stone(tuple(look["board_light"]), tuple(look["board_dark"]), 2.2, 0.42, 0.5)


def room(look: dict[str, Any], rng: np.random.Generator, edge: float = -0.42) -> None:
    """A board whose front edge is at y ``edge``, and a wall two metres behind."""
    top = surface(look)
    if look["board"] == "oak":
        depth = [0.16, 0.21, 0.19, 0.22, 0.20, 0.23]
        y = edge
        for k, d in enumerate(depth):
            shapes.block(
                f"plank{k}",
                (4.4, d - 0.0025, 0.05),
                (rng.uniform(-0.3, 0.3), y + d / 2, -0.025 - rng.uniform(0, 0.0008)),
                top,
                0.0035,
            )
            y += d
    else:
        shapes.block("slab", (4.4, 1.25, 0.06), (0, edge + 0.625, -0.03), top, 0.005)
    shapes.block("apron", (4.2, 0.03, 0.5), (0, edge + 0.08, -0.31), shade.oak(worn=0.6), 0.002)
    wall = shade.plaster(tuple(look["wall_light"]), tuple(look["wall_dark"]))
    shapes.plane("wall", (-6, 2.3, -2), (12, 0, 0), (0, 0, 6), wall)
    shapes.plane(
        "floor", (-6, -4, -0.9), (12, 0, 0), (0, 8, 0), shade.earth((0.05,) * 3, (0.02,) * 3)
    )


def window(look: dict[str, Any]) -> None:
    """Key from a window at the left, a rim from behind, a pool of light on the wall."""
    key, warm = tuple(look["key"]), tuple(look["rim"])
    gain = look["gain"]
    # low enough to be mirrored in upright glass, which the camera sees from slightly above
    lamps.window((-1.2, -0.62, 0.50), (0, 0, 0.14), 24 * gain, (0.62, 1.05), key)
    lamps.area((1.45, 0.75, 0.55), (-0.03, 0, 0.14), 20 * gain, (0.22, 1.0), warm, spread=70)
    lamps.area((-1.25, 1.05, 0.6), (-0.05, 0, 0.12), 10 * gain, (0.22, 0.9), key, spread=70)
    lamps.spot((-1.3, 0.6, 1.9), (-0.30, 2.3, 0.36), 150 * look["pool"], 36, tuple(look["glow"]))
    film.ambient(key, 0.008)


def bottle(job: dict[str, Any], at: Vec) -> None:
    """A bottle of the house's shape, its wine, label and capsule."""
    profile = np.asarray(job["bottle"], float)
    made = []
    tint = tuple(job["bottle_tint"])
    wall = 0.0032
    outer = np.vstack([[0.0, 0.004], [profile[0, 0] * 0.8, 0.002], profile])
    top = profile[-1, 1]
    inner = np.stack([np.maximum(profile[:, 0] - wall, 0.007), profile[:, 1]], 1)
    inner = inner[inner[:, 1] > 0.012]
    floor = [[0.0, 0.016], [inner[0, 0] * 0.7, 0.013]]
    shell = np.vstack([outer, [[inner[-1, 0], top]], inner[::-1], floor[::-1]])
    made.append(shapes.turned("bottle", shell, shade.glass(tint, (0.03, 0.035, 0.02)), 128))
    level = float(job["level"])
    held = inner[inner[:, 1] < level]
    grow = 0.0003
    body = np.vstack(
        [
            [0.0, 0.0157],
            [held[0, 0] * 0.7, 0.0127],
            held + [grow, 0],
            [held[-1, 0] + grow, level],
            [0.0, level],
        ]
    )
    liquid = shade.wine(tuple(job["wine"]["colour"]), job["wine"]["density"], (0.05, 0.0, 0.0))
    made.append(shapes.turned("bottled", body, liquid, 128))
    radius = profile[np.abs(profile[:, 1] - sum(job["band"]) / 2).argmin(), 0] + 0.00025
    width, height = job["label_size"]
    arc = min(2.15, (job["band"][1] - job["band"][0]) * width / height / radius)
    tall = arc * radius * height / width
    middle = sum(job["band"]) / 2
    made.append(
        shapes.patch(
            "label",
            radius,
            middle - tall / 2,
            middle + tall / 2,
            arc,
            -math.pi / 2 + job["turn"],
            shade.paper(job["label"]),
        )
    )
    low = profile[:, 1] > top - job["capsule_height"]
    sleeve = profile[low] + [0.00035, 0]
    cap = np.vstack([sleeve, [[sleeve[-1, 0] - 0.001, top + 0.0008], [0.0, top + 0.0008]]])
    made.append(shapes.turned("capsule", cap, shade.foil(tuple(job["capsule"])), 96))
    for thing in made:
        thing.location = at


GLASSES = {  # bowl: widest radius, height of glass, share of the stem, mouth share, widest at
    "tulip": (0.0435, 0.222, 0.43, 0.76, 0.34),
    "balloon": (0.0530, 0.220, 0.42, 0.66, 0.38),
    "copita": (0.0300, 0.160, 0.40, 0.72, 0.36),
}


def goblet_profile(kind: str) -> tuple[np.ndarray, np.ndarray]:
    """Outer and inner rows (radius, height), each from the axis or foot to the rim."""
    wide, h, stem, mouth, at = GLASSES[kind]
    low, bowl = h * stem, h * (1 - stem)
    foot = wide * 0.86
    base = [
        (0.0, 0.0016),
        (foot * 0.6, 0.0008),
        (foot, 0.0),
        (foot + 0.0006, 0.0008),
        (foot, 0.0016),
        (foot * 0.55, 0.0036),
        (foot * 0.24, 0.0075),
        (0.0055, 0.014),
        (0.0038, 0.026),
        (0.0034, low * 0.55),
        (0.0038, low * 0.86),
        (0.0062, low),
    ]
    cup = [
        (wide * 0.42, low + bowl * 0.055),
        (wide * 0.72, low + bowl * 0.14),
        (wide * 0.92, low + bowl * 0.245),
        (wide, low + bowl * (at + 0.03)),
        (wide * 0.975, low + bowl * 0.52),
        (wide * (0.5 + 0.5 * mouth) * 0.985, low + bowl * 0.78),
        (wide * mouth, h),
    ]
    outer = shapes.curve(base + cup, 9)
    outer[:, 0] = np.maximum(outer[:, 0], 0)
    thick = 0.0011
    start = low + bowl * 0.03
    inside = shapes.curve(
        [(0.0, start), (wide * 0.30, start + bowl * 0.012)]
        + [(r - thick, z + thick * (0.9 if k < 2 else 0.1)) for k, (r, z) in enumerate(cup)],
        9,
    )
    return outer, inside


def goblet(kind: str, at: Vec, wine: dict[str, Any] | None, lean: Vec = (0, 0, 0)) -> list[Any]:
    """A stemmed glass with wine; ``lean`` in radians."""
    outer, inside = goblet_profile(kind)
    rim = (outer[-1] + inside[-1]) / 2 + [0, 0.0004]
    shell = np.vstack([outer, rim[None], inside[::-1]])
    made = [shapes.turned("goblet", shell, shade.glass(), 144)]
    if wine:
        level = inside[0, 1] + (inside[-1, 1] - inside[0, 1]) * wine["fill"]
        held = inside[inside[:, 1] < level]
        r = float(np.interp(level, inside[:, 1], inside[:, 0])) + 0.0003
        body = np.vstack(
            [
                held + [0.0003, -0.0002],
                [r, level + 0.0010],  # the wine creeps up the glass
                [r - 0.0012, level + 0.0002],
                [r - 0.004, level - 0.0001],
                [0.0, level - 0.0001],
            ]
        )
        body[0, 0] = 0.0
        liquid = shade.wine(tuple(wine["colour"]), wine["density"], tuple(wine["shadow"]))
        made.append(shapes.turned("wine", body, liquid, 144))
    for thing in made:
        thing.location, thing.rotation_euler = at, lean
    return made


def candle(at: Vec, tall: float) -> None:
    """A lit candle on a small iron dish."""
    x, y, z = at
    dish = shapes.turned(
        "dish",
        np.asarray(
            [(0, 0.001), (0.045, 0.001), (0.052, 0.008), (0.050, 0.008), (0.044, 0.004), (0, 0.004)]
        ),
        shade.iron(),
        64,
    )
    body = shapes.turned(
        "candle",
        np.asarray(
            [
                (0, 0),
                (0.0125, 0),
                (0.0122, tall),
                (0.0105, tall + 0.001),
                (0.006, tall - 0.002),
                (0, tall - 0.003),
            ]
        ),
        shade.wax(),
        48,
    )
    wick = shapes.turned(
        "wick", np.asarray([(0, 0), (0.0008, 0), (0.0006, 0.009), (0, 0.0095)]), shade.oak(), 8
    )
    flame = shapes.turned(
        "flame",
        shapes.curve([(0, 0), (0.0035, 0.004), (0.0048, 0.010), (0.0030, 0.020), (0.0, 0.032)]),
        shade.glow((1.0, 0.55, 0.16), 55),
        32,
    )
    flame.visible_shadow = False
    dish.location = (x, y, z)
    body.location = (x, y, z + 0.004)
    wick.location = (x, y, z + tall)
    flame.location = (x, y, z + tall + 0.006)
    lamps.bulb((x, y, z + tall + 0.024), 1.6, (1.0, 0.62, 0.28), 0.008)


def decanter(at: Vec, wine: dict[str, Any]) -> None:
    """A broad decanter, a third of a bottle in it."""
    line = shapes.curve(
        [
            (0.0, 0.002), (0.060, 0.0), (0.088, 0.016), (0.094, 0.040), (0.080, 0.076),
            (0.048, 0.118), (0.024, 0.160), (0.0185, 0.200), (0.021, 0.235), (0.036, 0.262),
        ],
        9,
    )  # fmt: skip
    line[:, 0] = np.maximum(line[:, 0], 0)
    thick = 0.0017
    inner = line + [-thick, thick * 0.4]
    inner[:, 0] = np.maximum(inner[:, 0], 0)
    inner = inner[inner[:, 1] > 0.005]
    inner = np.vstack([[0.0, inner[0, 1]], inner])
    rim = (line[-1] + inner[-1]) / 2 + [0, 0.0005]
    made = [shapes.turned("decanter", np.vstack([line, rim, inner[::-1]]), shade.glass(), 144)]
    level = 0.058
    held = inner[inner[:, 1] < level]
    r = float(np.interp(-level, -inner[8:, 1][::-1], inner[8:, 0][::-1])) + 0.0003
    body = np.vstack(
        [held + [0.0003, -0.0002], [r, level + 0.0009], [r - 0.002, level], [0, level]]
    )
    body[0, 0] = 0.0
    liquid = shade.wine(tuple(wine["colour"]), wine["density"], tuple(wine["shadow"]))
    made.append(shapes.turned("decanted", body, liquid, 144))
    for thing in made:
        thing.location = at


def cork(at: Vec, turn: float, colour: Vec | None = None) -> None:
    """A drawn cork lying on the board, its end stained."""
    body = [(0, 0), (0.0108, 0.0), (0.0118, 0.0012), (0.0118, 0.043), (0.0110, 0.0445), (0, 0.0445)]
    made = shapes.turned("cork", np.asarray(body), laid.cork(colour or (0.16, 0.02, 0.04)), 48)
    made.location = (at[0], at[1], at[2] + 0.0118)
    made.rotation_euler = (math.pi / 2, 0, turn)


def bunch(at: Vec, turn: float, rng: np.random.Generator, skin: Vec, bloom: Vec) -> None:
    """A picked cluster lying on the board, its leaf beside it."""
    fruit = outside.berry(skin, bloom, 0.5)
    green = outside.bark((0.22, 0.20, 0.06), (0.09, 0.085, 0.025))
    grapes, stem = growth.lying(rng, 74, 0.0088, 0.17)
    out = shapes.put(growth.soup("bunch", [(*grapes, 0), (*stem, 1)], [fruit, green]), "bunch")
    out.location, out.rotation_euler = at, (0, 0, turn)
