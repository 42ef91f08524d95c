"""A white porch lined with blue tiles."""

import numpy as np

from kit.frame import Frame
from kit.houses import tiles
from kit.land import ridge, sky
from kit.palette import mix, scale
from kit.rooms import floor
from kit.solids import jar
from kit.space import Camera, Light, Stage
from scenes.settings import fruit
from scenes.shade import cloud_shade, right_shade


def douro(f: Frame) -> None:
    """A white porch lined with blue tiles, the valley beyond its columns in last light."""
    p = f.pal
    hz = f.pick(0.42, 0.30)
    sky(
        f,
        f.y(hz),
        mix(p.sky, p.fruit, 0.2),
        p.sky_lt,
        sun=(0.72, hz),
        glow=p.sun,
        clouds=0.5,
        cloud=mix(p.sun, p.accent, 0.35),
        size=0.8,
    )
    for k in range(3):
        ridge(
            f,
            f.y(hz + 0.02 + 0.06 * k),
            f.h * 0.08,
            mix(p.far, p.fruit, 0.25 + 0.25 * k),
            marks=700,
            lit=p.earth_lt,
            fade=mix(p.sky_lt, p.accent, 0.2) if k < 2 else None,
        )
    cam = Camera(f, (1.1, 1.5, -3.2), (f.pick(-0.15, -0.75), 1.35, 2.0), f.pick(1.2, 1.25))
    s = Stage(f, cam, Light((0.9, 0.42, 0.35), (1.5, 1.0, 0.55), (0.16, 0.17, 0.22)))
    white, blue = (0.93, 0.89, 0.80), (0.13, 0.28, 0.52)
    floor(s, mix(p.stone, p.earth, 0.35), near=-3, far=4.2, wide=5, flags=0.55)
    s.plane((-1.9, 0, -3), (0, 0, 7.2), (0, 3.4, 0), white, k=20, tex="wash")
    tiles(
        s,
        np.asarray([-1.89, 0.10, -1.0]),
        np.asarray([0, 0, 5.0]),
        np.asarray([0, 1.25, 0]),
        20,
        5,
        (0.88, 0.88, 0.84),
        blue,
    )
    edge = s.cam.see(np.asarray([[-1.88, 1.38, -1.0], [-1.88, 1.38, 4.0]]))
    f.line(edge, scale(blue, 0.8), 7)
    q = np.asarray([[-1.885, 0.0, 1.2], [-1.885, 2.1, 1.2], [-1.885, 2.1, 2.1], [-1.885, 0.0, 2.1]])
    f.fill(s.cam.see(q), (0.10, 0.16, 0.15), tex="wood", grain=0.7)
    f.line(s.cam.see(q), white, 5, closed=True)
    s.plane((-1.9, 0.0, 4.2), (5.8, 0, 0), (0, 0.85, 0), white, k=10, tex="wash")
    s.plane((-2.0, 0.85, 4.0), (6.0, 0, 0), (0, 0, 0.35), p.stone, k=10)
    for x in (-1.9, 0.35, 2.6):
        s.box((x, 0, 4.0), (0.34, 3.0, 0.34), white, tex="wash")
        s.box((x - 0.05, 2.72, 3.95), (0.44, 0.12, 0.44), p.stone_lt, tex="stone")
    s.plane((-2.0, 3.0, 4.0), (6, 0, 0), (0, 0.6, 0), white, k=6, tex="wash")
    for k in range(9):
        z = 3.6 - k * 0.75
        s.box((-1.9, 2.95, z), (5.8, 0.14, 0.12), p.wood, k=5)
    for x, z, r in ((-1.35, 3.2, 0.22), (-1.4, 0.4, 0.26), (1.3, 3.5, 0.2)):
        jar(s, (x, 0, z), r * 2.2, r, p.accent, neck=0.7)
        q = s.cam.see((x, r * 2.6, z))
        k = s.cam.px((x, r * 2.6, z)) * r
        fruit(f, 1.0).stamp(
            f,
            "bush",
            np.asarray(
                [[q[0], q[1]], [q[0] - k * 0.4, q[1] + k * 0.2], [q[0] + k * 0.5, q[1] + k * 0.1]]
            ),
            k * 2.4,
        )
    s.box((-1.55, 0.42, 1.9 + 0.45), (0.5, 0.05, 1.2), p.wood_lt)
    for z in (2.4, 3.4):
        s.box((-1.5, 0.0, z), (0.4, 0.42, 0.06), p.wood)
    cloud_shade(f, f.pick(0.55, 0.46), f.pick(0.80, 0.66), 0.78)
    right_shade(f, 0.35)
