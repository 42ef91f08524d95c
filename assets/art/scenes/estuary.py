"""The Medoc: gravel, rows and the estuary."""

import numpy as np

from kit.frame import Frame
from kit.houses import house
from kit.land import cypress, ridge, sky, terrain
from kit.palette import mix, scale
from kit.space import Camera, Light, Stage
from scenes.ground import roll
from scenes.settings import fruit
from scenes.shade import cloud_shade, right_shade


def bordeaux(f: Frame) -> None:
    """A soft grey day: gravel mounds, clipped rows, the estuary and a long house."""
    p = f.pal
    hz = f.pick(0.42, 0.31)
    sky(
        f,
        f.y(hz),
        mix(p.sky, p.shade, 0.15),
        p.sky_lt,
        sun=(0.30, hz - 0.12),
        glow=p.sun,
        clouds=0.85,
        cloud=(0.95, 0.94, 0.9),
        size=0.5,
    )
    ridge(f, f.y(hz - 0.004), f.h * 0.012, mix(p.far, p.leaf_dk, 0.35), marks=200)
    f.fill(
        [(0, f.y(hz)), (f.w, f.y(hz)), (f.w, f.y(hz + 0.022)), (0, f.y(hz + 0.022))],
        mix(p.sky_lt, p.sky, 0.35),
        tex="dry",
    )
    ridge(f, f.y(hz + 0.026), f.h * 0.012, mix(p.leaf_dk, p.far, 0.3), marks=500, lit=p.leaf)
    cam = Camera(
        f, (0, 2.5, 0), (0, 2.0, 12), f.pick(1.25, 1.5), (f.x(0.5), f.y(hz + f.pick(0.06, 0.04)))
    )
    s = Stage(f, cam, Light((-0.5, 0.8, -0.3), (0.95, 0.94, 0.9), (0.26, 0.28, 0.3)))
    ground = roll((0.5, 0.05, 0.05, 1.5), (0.25, -0.10, 0.07, 0.2))
    gy = float(ground(np.asarray(-4.0), np.asarray(58.0))) + 0.2
    house(
        s,
        (-12.0, gy, 60.0),
        4.0,
        6,
        5.5,
        p.stone_lt,
        p.shade,
        rise=3.2,
        hip=1.6,
        bays=2,
        shutter=None,
        trim=p.paper,
        door=False,
    )
    house(
        s,
        (2.0, gy, 60.0),
        4.0,
        6,
        5.5,
        p.stone_lt,
        p.shade,
        rise=3.2,
        hip=1.6,
        bays=2,
        trim=p.paper,
        door=False,
    )
    house(
        s,
        (-8.0, gy, 60.5),
        10.0,
        6,
        4.6,
        p.stone_lt,
        p.shade,
        rise=2.4,
        hip=1.2,
        bays=7,
        trim=p.paper,
    )
    for x, h in ((0.245, 88), (0.225, 70), (0.66, 74), (0.68, 96), (0.72, 66), (0.10, 60)):
        cypress(f, f.x(x), f.y(hz + 0.045), h * f.u, p.leaf_dk, p.leaf, wide=0.2)
    terrain(
        s,
        ground,
        (-9, 9),
        (1.2, 56),
        mix(p.earth_lt, p.stone, 0.5),
        sheet=fruit(f),
        row=1.5,
        step=0.55,
        bush=0.95,
        haze=mix(p.sky_lt, p.far, 0.6),
        thick=60,
        posts=scale(p.wood, 0.8),
        furrow=0.05,
        keep=lambda x, z: np.abs(x) > 0.8,
    )
    pebbles(s, ground, p.stone_lt, 900)
    cloud_shade(f, f.pick(0.54, 0.40), f.pick(0.80, 0.62), 0.75)
    right_shade(f, 0.35)


def pebbles(s: Stage, ground, tone, n: int) -> None:
    """Rounded gravel on the near ground."""
    f = s.f
    z = 1.3 + f.rng.beta(1, 2.5, n) * 9
    x = f.rng.uniform(-1, 1, n) * (0.5 + z * 0.9)
    order = np.argsort(-z)
    at = s.cam.see(np.stack([x, ground(x, z), z], -1))[order]
    size = s.cam.focal / z[order] * f.rng.uniform(0.008, 0.028, n)
    for (px, py), r in zip(at.tolist(), size.tolist(), strict=True):
        t = mix(tone, f.pal.shade, float(f.rng.uniform(0, 0.6)))
        f.oval(px + r * 0.2, py + r * 0.25, r, r * 0.6, (0.03, 0.03, 0.04), 0.6, tex="plain")
        f.oval(px, py, r, r * 0.62, scale(t, 0.6), tex="plain")
        f.oval(px - r * 0.2, py - r * 0.18, r * 0.66, r * 0.36, t, tex="plain")
