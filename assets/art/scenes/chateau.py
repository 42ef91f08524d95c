"""The limestone front of a chateau."""

import numpy as np

from kit.frame import Frame
from kit.houses import house
from kit.land import cypress, ridge, sky
from kit.palette import mix
from kit.rooms import floor
from kit.space import Camera, Light, Stage
from scenes.estuary import pebbles
from scenes.ground import roll
from scenes.settings import fruit
from scenes.shade import cloud_shade, right_shade


def bordeaux(f: Frame) -> None:
    """The limestone front after rain, its gravel court, the estuary beside it."""
    p = f.pal
    hz = f.pick(0.47, 0.345)
    sky(
        f,
        f.y(hz),
        mix(p.sky, p.shade, 0.3),
        p.sky_lt,
        sun=(0.75, hz - 0.1),
        glow=p.sun,
        clouds=0.9,
        cloud=(0.93, 0.92, 0.88),
        size=0.6,
    )
    ridge(f, f.y(hz), f.h * 0.015, mix(p.far, p.leaf_dk, 0.4), marks=300)
    f.fill(
        [(0, f.y(hz + 0.002)), (f.w, f.y(hz + 0.002)), (f.w, f.y(hz + 0.03)), (0, f.y(hz + 0.03))],
        mix(p.sky_lt, p.sky, 0.4),
        tex="dry",
    )
    cam = Camera(
        f,
        (4.5, 1.9, -1),
        (0.4, 5.2, 24),
        f.pick(1.15, 1.25),
        (f.x(f.pick(0.40, 0.5)), f.y(f.pick(0.34, 0.27))),
    )
    s = Stage(f, cam, Light((-0.75, 0.6, -0.5), (1.15, 1.12, 1.02), (0.2, 0.22, 0.25)))
    for x, h, z in (
        (-13, 9, 30),
        (-11.4, 7.5, 31),
        (11.5, 9.5, 32),
        (13.4, 8, 33),
        (15.5, 10, 34),
        (18, 8, 36),
    ):
        q, k = s.cam.see((x, 0, z)), s.cam.px((x, 0, z))
        cypress(f, float(q[0]), float(q[1]), h * k, p.leaf_dk, p.leaf, wide=0.24)
    floor(s, mix(p.stone, p.earth, 0.4), near=0.2, far=40, wide=40, tex="stone", grain=90)
    slate = mix(p.shade, p.sky, 0.15)
    wall = p.stone_lt
    house(
        s,
        (-5.2, 0, 24.5),
        11.5,
        7,
        6.2,
        wall,
        slate,
        rise=3.2,
        hip=1.6,
        bays=7,
        trim=p.paper,
        shutter=None,
        eaves=0.25,
    )
    for x in (-9.2, 5.8):
        house(
            s,
            (x, 0, 23.6),
            4.2,
            6.5,
            7.4,
            wall,
            slate,
            rise=4.6,
            hip=2.0,
            bays=2,
            trim=p.paper,
            door=False,
            eaves=0.25,
        )
    for x in (-9.2, -5.2, 5.8, 9.9):
        s.box((x - 0.12, 0, 23.5), (0.3, 7.3, 0.12), p.paper, tex="stone")
    for y in (3.2, 6.1):
        s.box((-5.2, y, 24.4), (11.0, 0.18, 0.12), p.paper, tex="stone")
    for k in range(5):
        s.box(
            (-1.2 - 0.22 * (4 - k) + 0.4, 0.0, 24.0 - 0.35 * (4 - k)),
            (2.6 + 0.44 * (4 - k), 0.16 * (k + 1), 0.4),
            p.stone_lt,
            tex="stone",
        )
    flat = roll((0.0, 0.1, 0.1, 0.0))
    sh = fruit(f)
    for x0 in np.arange(-16, 17, 1.0):
        for z in (17.5,):
            q, k = s.cam.see((x0, 0.4, z)), s.cam.px((x0, 0.4, z))
            if not -1.2 < x0 < 2.6:
                sh.stamp(
                    f,
                    "bush",
                    np.asarray([q]),
                    k * 1.25,
                    f.rng.uniform(-0.3, 0.3),
                    np.full((1, 3), 0.8),
                )
    q = s.cam.see(np.asarray([[-0.8, 0, 18], [2.2, 0, 18], [3.4, 0, 2], [-3.4, 0, 2]]))
    f.fill(q, mix(p.stone_lt, p.earth, 0.25), 0.35, tex="stone", blur=6)
    for _ in range(5):
        x, z, w = f.rng.uniform(-2, 2.5), f.rng.uniform(5, 15), f.rng.uniform(0.5, 1.3)
        t = np.linspace(0, 2 * np.pi, 24)
        q = s.cam.see(np.stack([x + w * np.cos(t), np.zeros(24), z + w * 0.8 * np.sin(t)], -1))
        f.fill(q, mix(p.sky_lt, p.sky, 0.4), 0.55, tex="wash", blur=1.5)
    pebbles(s, flat, p.stone_lt, 700)
    cloud_shade(f, f.pick(0.54, 0.42), f.pick(0.78, 0.62), 0.8)
    right_shade(f, 0.4)
