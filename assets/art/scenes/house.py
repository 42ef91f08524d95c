"""The house: a cellar door, a farm in fog; the other three have files of their own."""

import numpy as np

from kit.frame import Frame, smooth
from kit.houses import house
from kit.land import cypress, mist, ridge, sky, terrain
from kit.palette import mix, scale
from kit.rooms import masonry
from kit.solids import barrel
from kit.space import Camera, Light, Stage
from pack import Pack
from scenes.chateau import bordeaux
from scenes.porch import douro
from scenes.settings import fruit
from scenes.shade import cloud_shade, right_shade
from scenes.stone_house import qingtian


def rioja(f: Frame) -> None:
    """Stone steps go down from hard noon light to a lit door under the hill."""
    p = f.pal
    cam = Camera(f, (0.5, 1.15, -4.6), (-0.05, 0.75, 2.0), f.pick(1.25, 1.75))
    s = Stage(f, cam, Light((-0.5, 0.75, -0.6), (1.35, 1.2, 0.95), (0.10, 0.11, 0.13)))
    sky(f, f.y(0.3), p.sky, p.sky_lt, clouds=0.3)
    masonry(
        s,
        np.asarray([-6.0, -1.4, 2.0]),
        np.asarray([13.0, 0, 0]),
        np.asarray([0, 4.4, 0]),
        p.stone_lt,
        course=0.32,
        block=0.62,
        spread=0.10,
    )
    t = np.linspace(0, np.pi, 20)
    r = 0.82

    def arch(rr: float, z: float) -> np.ndarray:
        return np.vstack(
            [
                np.stack([rr * np.cos(t), 0.75 + rr * np.sin(t), np.full(20, z)], -1),
                [[-rr, -1.4, z], [rr, -1.4, z]],
            ]
        )

    for k in range(13):  # voussoirs
        a0, a1 = np.pi * k / 13 + 0.012, np.pi * (k + 1) / 13 - 0.012
        q = np.asarray(
            [
                [rr * np.cos(a), 0.75 + rr * np.sin(a), 1.97]
                for rr, a in ((r, a0), (r + 0.34, a0), (r + 0.36, a1), (r, a1))
            ]
        )
        lit = s.light.shade(
            q.mean(0)[None],
            np.asarray([[0, 0.2, -1.0]]),
            scale(p.stone_lt, float(f.rng.uniform(0.8, 1.05))),
        )[0]
        f.fill(s.cam.see(q), (float(lit[0]), float(lit[1]), float(lit[2])), tex="stone", grain=0.6)
        f.line(s.cam.see(q), scale(p.stone, 0.35), 1.6, 0.6, closed=True)
    f.fill(s.cam.see(arch(r, 1.98)), p.ground, tex="wash")
    with f.clip(s.cam.see(arch(r, 1.98))):
        warm = s.cam.see((0.25, 0.35, 3.0))
        for k, (grow, a) in enumerate(((3.2, 0.25), (2.0, 0.35), (1.0, 0.55))):
            f.oval(
                warm[0],
                warm[1],
                170 * f.u * grow * f.pick(1, 1.2),
                190 * f.u * grow,
                mix((0.75, 0.3, 0.1), p.sun, 0.25 * k),
                a,
                tex="stone",
                blur=40,
            )
        inner = Stage(
            f,
            cam,
            Light((0.1, 1.2, 4.6), (5.0, 2.9, 1.3), (0.03, 0.02, 0.02), near=True, reach=0.9),
        )
        for z, x, y in (
            (8.0, 0.75, -0.15),
            (8.0, -0.6, -0.15),
            (6.4, 0.85, -0.2),
            (6.4, 0.85, 0.5),
            (4.9, 0.9, -0.3),
            (4.9, 0.9, 0.4),
        ):
            barrel(inner, (x, y, z), axis=(-0.5, 0, -1), shadow=False)
        lantern = s.cam.see((0.05, 1.05, 5.0))
        f.oval(lantern[0], lantern[1], 90 * f.u, 90 * f.u, p.sun, 0.3, tex="plain", blur=34)
        f.oval(lantern[0], lantern[1], 9 * f.u, 13 * f.u, (1, 0.93, 0.75), tex="plain", blur=2)
        q = s.cam.see(
            np.asarray(
                [[-0.82, -1.4, 2.0], [-0.82, 1.2, 2.0], [-0.30, 1.35, 2.7], [-0.30, -1.2, 2.7]]
            )
        )
        f.fill(q, scale(p.wood, 0.8), tex="wood", grain=0.8, angle=90)
        for b in np.linspace(0.15, 0.85, 5):
            f.line(
                [tuple(q[0] + (q[3] - q[0]) * b), tuple(q[1] + (q[2] - q[1]) * b)],
                scale(p.wood, 0.3),
                2.5,
            )
    shade = s.cam.see(
        np.asarray([[0.9, 3.2, 1.96], [7.5, 3.2, 1.96], [7.5, -1.4, 1.96], [2.6, -1.4, 1.96]])
    )
    f.fill(shade, (0.05, 0.045, 0.06), 0.62, tex="wash", blur=3)
    for k in range(9):
        z = 1.75 - k * 0.42
        y = -1.0 + k * 0.0 - 0.0
        y = -0.42 - 0.13 * (0 if k < 0 else k) * 0 - 0.06 * (8 - k)
        s.box(
            (-1.9, y - 0.3, z - 0.42),
            (3.8, 0.3 + 0.0, 0.44),
            scale(p.stone, float(f.rng.uniform(0.85, 1.05))),
            tex="stone",
            k=8,
        )
        e = s.cam.see(np.asarray([[-1.9, y, z - 0.42], [1.9, y, z - 0.42]]))
        f.line(e, p.stone_lt, 2.2, 0.6)
        f.line(e + [0, 9 * f.u], (0.05, 0.04, 0.05), 8, 0.35, blur=3)
    for side in (-1, 1):
        s.plane((side * 1.9, -2.2, -3.5), (0, 0, 5.5), (0, 2.6, 0), scale(p.stone, 0.8), k=14)
        s.plane((side * 1.9, 0.4, -3.5), (side * 0.5, 0, 0), (0, 0, 5.5), p.stone_lt, k=12)
    cloud_shade(f, f.pick(0.52, 0.45), f.pick(0.78, 0.66), 0.8)
    right_shade(f, 0.35)


def piedmont(f: Frame) -> None:
    """A long farm on its ridge, fog below, snow far behind."""
    p = f.pal
    hz = f.pick(0.34, 0.27)
    sky(
        f,
        f.y(hz),
        mix(p.sky, p.shade, 0.2),
        p.sky_lt,
        sun=(0.16, hz - 0.04),
        glow=p.sun,
        clouds=0.25,
        size=0.7,
    )
    ridge(
        f,
        f.y(hz - 0.01),
        f.h * 0.08,
        mix(p.far, (1, 1, 1), 0.5),
        beta=1.6,
        lit=(0.98, 0.95, 0.9),
        dark=p.sky,
        marks=1400,
        peaks=((0.3, 1.0, 0.06), (0.62, 1.4, 0.07), (0.8, 0.8, 0.1)),
        fade=mix(p.sky_lt, p.sun, 0.2),
    )
    for k in range(2):
        ridge(
            f,
            f.y(hz + 0.06 + 0.05 * k),
            f.h * 0.045,
            mix(p.far, p.shade, 0.2 + 0.2 * k),
            marks=400,
            fade=mix(p.sky_lt, p.far, 0.3),
        )
    mist(f, hz + 0.08, hz + 0.22, mix(p.sky_lt, p.sun, 0.15), 0.9)
    cam = Camera(f, (-2, 3.4, -2), (-2.2, 4.6, 20), f.pick(1.22, 1.75))
    s = Stage(f, cam, Light((-0.8, 0.45, -0.15), (1.2, 1.05, 0.8), (0.2, 0.22, 0.25)))

    def hill(x: np.ndarray, z: np.ndarray) -> np.ndarray:
        return 1.9 * np.exp(-(((x + 1) / 16) ** 2)) * np.clip((z - 2) / 16, 0, 1) + 0.15 * np.sin(
            x * 0.5 + z * 0.3
        )

    y = 1.75
    for x, h in ((-11.5, 4.2), (-10.7, 5.0), (6.2, 5.6), (7.0, 4.6), (7.7, 3.6)):
        q, k = s.cam.see((x, y, 24)), s.cam.px((x, y, 24))
        cypress(f, float(q[0]), float(q[1]), h * k, p.leaf_dk, mix(p.leaf, p.sun, 0.2), wide=0.13)
    roof = mix(p.accent, p.wood_lt, 0.55)
    house(
        s,
        (1.6, y, 20.5),
        4.2,
        5,
        2.6,
        mix(p.stone_lt, p.wood_lt, 0.35),
        roof,
        floors=1,
        bays=3,
        rise=1.2,
        shutter=None,
    )
    house(
        s,
        (-8.2, y, 19.0),
        8.6,
        6,
        4.6,
        mix(p.stone_lt, p.earth_lt, 0.3),
        roof,
        bays=5,
        rise=1.7,
        shutter=scale(p.leaf_dk, 1.3),
        trim=p.stone_lt,
    )
    house(
        s,
        (-3.4, y, 21.5),
        2.2,
        2.2,
        7.6,
        mix(p.stone_lt, p.earth_lt, 0.4),
        roof,
        floors=3,
        bays=1,
        rise=0.8,
        door=False,
    )
    smoke = s.cam.see(
        np.asarray(
            [[-6.5, y + 6.4, 21], [-6.3, y + 7.6, 21], [-5.2, y + 8.8, 21], [-3.2, y + 9.6, 21]]
        )
    )
    f.taper(smooth(smoke), [6, 22, 46, 80], p.sky_lt, 0.4, tex="wash", blur=9)
    terrain(
        s,
        hill,
        (-14, 14),
        (1.5, 19),
        mix(p.earth, p.leaf, 0.35),
        sheet=fruit(f),
        row=1.9,
        step=0.7,
        bush=1.25,
        haze=mix(p.sky_lt, p.sun, 0.1),
        thick=34,
        across=True,
        posts=scale(p.wood, 0.6),
    )
    cloud_shade(f, f.pick(0.52, 0.42), f.pick(0.78, 0.62), 0.78)
    right_shade(f, 0.4)


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    {
        "rioja": rioja,
        "piedmont": piedmont,
        "douro": douro,
        "bordeaux": bordeaux,
        "qingtian": qingtian,
    }[f.region](f)
