"""The Douro: a river between two terraced banks, the sun on one of them."""

import itertools

import numpy as np

from kit.frame import Frame
from kit.land import ridge, sky
from kit.palette import mix, scale
from kit.space import Camera, Light, Stage
from kit.sprites import Sheet
from scenes.settings import fruit
from scenes.shade import cloud_shade, right_shade

WIDE = 15.0  # half the river, metres
STEP = 5.5  # height of a terrace
LEVELS = 19


def middle(z: np.ndarray) -> np.ndarray:
    """Where the river runs (x) at a distance."""
    return 30 * np.sin(z * 0.0135 - 0.9) + 14 * np.sin(z * 0.006 + 1.0)


def reach(level: np.ndarray, z: np.ndarray, side: int) -> np.ndarray:
    """How far from the river's middle the slope has risen to a level."""
    steep = 0.62 + 0.14 * np.sin(z * 0.011 + side * 1.3) + (0.1 if side < 0 else 0.0)
    return WIDE + 3 + (level / steep) ** 0.97 + 4 * np.sin(z * 0.027 + level * 0.05 + side)


def bank(s: Stage, sh: Sheet, side: int, z0: float, z1: float, sun: float) -> None:
    """One bank between two distances: wall and step, from the water up."""
    f, p = s.f, s.f.pal
    z = np.linspace(z1, z0, 4)
    far = float(np.clip((z0 - 60) / 620, 0, 1)) ** 0.7
    air = mix(p.sky_lt, p.fruit, 0.25)
    tops = []
    tall = STEP * (0.86 + 0.22 * np.sin(z * 0.0125 + 1.5 + side * 1.1))  # crests rise and fall
    for k in range(LEVELS):
        y = k * tall
        x = middle(z) + side * reach(y + 0.01, z, side)
        x2 = middle(z) + side * reach(y + tall, z, side)
        foot = s.cam.see(np.stack([x, y, z], 1))
        lip = s.cam.see(np.stack([x, y + tall * 0.42, z], 1))
        back = s.cam.see(np.stack([x2, y + tall, z], 1))
        if lip[:, 0].max() < -40 or lip[:, 0].min() > f.w + 40:
            continue
        wall = mix(mix(p.stone, p.stone_lt, sun), air, far * 0.75)
        soil = mix(mix(scale(p.earth, 0.55), mix(p.earth_lt, p.sun, 0.25), sun), air, far * 0.75)
        f.fill(np.vstack([foot, lip[::-1]]), scale(wall, 0.6 + 0.45 * sun), tex="stone", grain=0.3)
        f.fill(
            np.vstack([lip, back[::-1]]), scale(soil, float(f.rng.uniform(0.92, 1.06))), grain=0.5
        )
        tops.append((float(y.mean()) + STEP * 0.5, x + side * 1.5, z, far))
    for y, x, zz, depth in tops:
        n = max(int(np.hypot(z1 - z0, x[0] - x[-1]) / 1.9), 2)
        t = (np.arange(n) + f.rng.uniform(0.2, 0.8, n)) / n
        px, pz = np.interp(t, [0, 1], [x[0], x[-1]]), np.interp(t, [0, 1], [zz[0], zz[-1]])
        place = np.stack([px, np.full(n, y + 0.8), pz], 1)
        size = s.cam.focal / s.cam.depth(place) * 3.6
        glow = (0.30 + 0.62 * sun) * f.rng.uniform(0.8, 1.1, n) * (1 - 0.25 * depth)
        tint = np.stack([glow, glow * 0.95, glow * 0.8], 1)
        sh.stamp(f, "bush", s.cam.see(place), size, f.rng.uniform(-0.4, 0.4, n), tint)


def douro(f: Frame) -> None:
    """Evening: terraces fall to the river, the last sun on their walls."""
    p = f.pal
    hz = f.pick(0.26, 0.19)
    sky(
        f,
        f.y(hz),
        mix(p.sky, p.fruit, 0.25),
        p.sky_lt,
        sun=(0.66, hz),
        glow=p.sun,
        clouds=0.5,
        cloud=mix(p.sun, p.accent, 0.3),
        size=0.8,
    )
    ridge(
        f,
        f.y(hz),
        f.h * 0.04,
        mix(p.far, p.sky_lt, 0.35),
        marks=500,
        fade=mix(p.sky_lt, p.accent, 0.15),
    )
    ridge(
        f,
        f.y(hz + 0.035),
        f.h * 0.05,
        mix(p.far, p.fruit, 0.35),
        marks=700,
        lit=p.earth_lt,
        fade=mix(p.sky_lt, p.far, 0.5),
    )
    cam = Camera(
        f,
        (-4, 78, 0),
        (4, 36, 300),
        f.pick(1.15, 1.35),
        (f.x(f.pick(0.46, 0.5)), f.y(hz + f.pick(0.11, 0.085))),
    )
    s = Stage(f, cam, Light((0.8, 0.4, -0.2)))
    edges = np.geomspace(48, 720, 46)[::-1]
    water = mix(p.sky_lt, p.leaf, 0.30)
    sh = fruit(f, 1.0)
    for z1, z0 in itertools.pairwise(edges):
        z = np.linspace(z1, z0, 5)
        left = s.cam.see(np.stack([middle(z) - WIDE - 3, 0 * z, z], 1))
        right = s.cam.see(np.stack([middle(z) + WIDE + 3, 0 * z, z], 1))
        near = float(1 - (z0 - 48) / 672)
        f.fill(
            np.vstack([left, right[::-1]]),
            mix(mix(p.sun, p.sky_lt, 0.5), water, near),
            tex="dry",
            grain=0.9,
        )
        n = 26
        at = np.stack(
            [
                f.rng.uniform(left[:, 0].min(), right[:, 0].max(), n),
                f.rng.uniform(left[:, 1].min(), left[:, 1].max(), n),
            ],
            1,
        )
        with f.clip(np.vstack([left, right[::-1]])):
            f.strokes(
                at,
                0.0,
                20 + 90 * near,
                1.8,
                [p.sun, p.sky_lt, water, scale(p.leaf, 0.7)],
                0.5,
                0.02,
            )
            f.line(right, scale(p.leaf_dk, 0.8), 26 * near + 3, 0.5, blur=4)
        bank(s, sh, 1, float(z0), float(z1), 0.10)
        bank(s, sh, -1, float(z0), float(z1), 0.95)
    cloud_shade(f, f.pick(0.46, 0.40), f.pick(0.76, 0.60), 0.8)
    right_shade(f, 0.35)
