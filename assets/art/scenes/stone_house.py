"""A stone house under black tiles, in the rain."""

import numpy as np

from kit.frame import Frame
from kit.houses import opening, roof_tiles
from kit.land import mist, ridge, sky
from kit.palette import mix, scale
from kit.rooms import floor, masonry
from kit.solids import jar
from kit.space import Camera, Light, Stage
from scenes.shade import cloud_shade, right_shade


def qingtian(f: Frame) -> None:
    """Stone walls, black tiles, jars under the eaves, the last threads of rain."""
    p = f.pal
    hz = f.pick(0.42, 0.32)
    sky(f, f.y(hz), mix(p.sky, p.sky_lt, 0.2), p.sky_lt, clouds=0.3)
    for k in range(3):
        ridge(
            f,
            f.y(hz - 0.06 + 0.06 * k),
            f.h * 0.2 * f.pick(1, 0.7),
            mix(p.far, p.leaf_dk, 0.1 + 0.25 * k),
            beta=2.0,
            marks=900,
            peaks=((0.75 - 0.2 * k, 1.0, 0.07), (0.2 + 0.25 * k, 0.8, 0.06)),
            fade=mix(p.sky_lt, p.sky, 0.25),
        )
    mist(f, hz - 0.02, hz + 0.12, p.sky_lt, 0.75)
    cam = Camera(f, (2.6, 1.7, -2.4), (-0.6, 2.1, 7.0), f.pick(1.25, 1.35))
    s = Stage(f, cam, Light((-0.5, 0.8, -0.5), (1.0, 1.02, 0.98), (0.25, 0.28, 0.28)))
    floor(s, mix(p.stone, p.shade, 0.45), near=-2.0, far=12, wide=9, flags=0.7)
    masonry(
        s,
        np.asarray([2.2, 0, 6.5]),
        np.asarray([0, 0, 5.0]),
        np.asarray([0, 3.1, 0]),
        mix(p.stone, p.earth, 0.3),
        course=0.3,
        block=0.6,
    )
    masonry(
        s,
        np.asarray([-5.6, 0, 6.5]),
        np.asarray([7.8, 0, 0]),
        np.asarray([0, 3.1, 0]),
        mix(p.stone_lt, p.stone, 0.55),
        course=0.27,
        block=0.5,
        spread=0.10,
    )
    dark = p.ground
    opening(s, -1.75, 0, 6.45, 1.35, 2.2, dark, p.wood)
    for x in (-4.4, 0.55):
        opening(s, x, 1.15, 6.45, 0.9, 0.9, dark, p.wood)
        for k in range(5):
            s.trail(
                np.asarray(
                    [[x + 0.18 * (k + 0.5), 1.15, 6.44], [x + 0.18 * (k + 0.5), 2.05, 6.44]]
                ),
                p.wood_lt,
                2.2,
            )
    for x in (-2.02, -0.22):
        q = s.cam.see(
            np.asarray(
                [[x, 0.75, 6.42], [x + 0.17, 0.75, 6.42], [x + 0.17, 2.1, 6.42], [x, 2.1, 6.42]]
            )
        )
        f.fill(q, p.accent, 0.9, tex="dry", grain=0.4)
    a, along = np.asarray([-6.2, 3.0, 5.5]), np.asarray([9.2, 0, 0])
    up = np.asarray([0, 1.9, 3.6])
    xs = np.linspace(0, 1, 40)
    lift = 0.55 * np.abs(2 * xs - 1) ** 5
    eave = a + xs[:, None] * along + np.stack([np.zeros(40), lift, np.zeros(40)], 1)
    top = a + up + xs[:, None] * along + np.stack([np.zeros(40), lift * 0.5, np.zeros(40)], 1)
    s.mesh(
        np.stack([eave, (eave + top) / 2 - [0, 0.12, 0], top]),
        np.broadcast_to(np.asarray([0, 0.85, -0.5]), (3, 40, 3)),
        p.shade,
        tex="stone",
        uv=np.stack(np.meshgrid(xs * 1400, [0.0, 300, 600]), -1),
        cull=False,
    )
    roof_tiles(s, a + [0, 0.1, 0], along, up, mix(p.shade, p.ground, 0.2), 0.26)
    f.taper(s.cam.see(eave), [9, 7, 9], p.ground, tex="stone")
    for q in s.cam.see(eave[1::1] - [0, 0.04, 0]):
        f.oval(q[0], q[1], 6 * f.u, 5 * f.u, scale(p.shade, 0.7), tex="plain")
    f.taper(s.cam.see(top + [0, 0.12, 0]), [16, 10, 16], p.ground, tex="stone")
    under = s.cam.see(
        np.asarray([[-5.6, 3.1, 6.4], [2.2, 3.1, 6.4], [2.2, 2.35, 6.4], [-5.6, 2.35, 6.4]])
    )
    f.fill(under, (0.03, 0.04, 0.05), 0.5, tex="plain", blur=14)
    for x, z, h in (
        (-5.0, 5.9, 0.9),
        (-4.2, 5.8, 0.75),
        (-3.4, 6.0, 0.95),
        (-2.7, 5.7, 0.7),
        (0.5, 5.9, 0.9),
        (1.3, 5.7, 0.75),
    ):
        jar(
            s,
            (x, 0, z),
            h,
            h * 0.42,
            mix(p.wood, p.earth, 0.4),
            glaze=mix(p.wood, p.ground, 0.5),
            cover=p.accent if x in (-4.2, 0.5) else p.cloth,
        )
    n = 240
    at = np.stack([f.rng.uniform(0, f.w, n), f.rng.uniform(f.y(0.05), f.y(0.75), n)], 1)
    f.strokes(at, 1.66, f.rng.uniform(30, 110, n), 1.0, [p.sky_lt, (1, 1, 1)], 0.22, 0.02)
    for _ in range(14):
        x, z, w = f.rng.uniform(-5, 3), f.rng.uniform(2.4, 5), f.rng.uniform(0.05, 0.16)
        t = np.linspace(0, 2 * np.pi, 20)
        for g in (1.0, 1.9):
            s.trail(
                np.stack([x + w * g * np.cos(t), np.full(20, 0.005), z + w * g * np.sin(t)], -1),
                p.sky_lt,
                1.2,
                0.45,
            )
    cloud_shade(f, f.pick(0.56, 0.46), f.pick(0.80, 0.64), 0.75)
    right_shade(f, 0.4)
