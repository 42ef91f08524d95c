"""Picking: the small box, the basket, the shears."""

import numpy as np

from kit.baskets import basket, basket_front
from kit.frame import Frame
from kit.growth import spray, terraces
from kit.land import terrain
from kit.palette import Rgb, mix, scale
from kit.solids import crate, crate_front
from kit.space import Camera, Light, Stage
from kit.sprites import Sheet, cluster
from kit.still import ledge, pile
from pack import Pack
from scenes.ground import roll
from scenes.settings import LIGHTS, fruit, open_air
from scenes.shade import cloud_shade


def shears(s: Stage, x: float, z: float, metal: Rgb, grip: Rgb) -> None:
    """Secateurs lying open."""
    f = s.f

    def at(points: list[tuple[float, float]]) -> np.ndarray:
        return s.cam.see(np.asarray([[x + a, 0.008, z + b] for a, b in points]))

    k = s.cam.px((x, 0, z)) / 1000 / f.u
    f.taper(
        at([(-0.10, -0.03), (0.0, 0.0), (0.09, 0.05)]) + [4, 7],
        [30 * k, 26 * k, 16 * k],
        (0.02, 0.02, 0.02),
        0.6,
        tex="plain",
        blur=3,
    )
    for sign in (-1, 1):
        f.taper(
            at([(0.0, 0.0), (-0.05, 0.035 * sign), (-0.10, 0.045 * sign), (-0.135, 0.03 * sign)]),
            [12 * k, 17 * k, 16 * k, 9 * k],
            grip,
        )
        f.taper(
            at([(0.0, 0.0), (0.04, -0.020 * sign), (0.09, -0.012 * sign)]),
            [15 * k, 17 * k, 2 * k],
            metal,
            tex="iron",
            grain=0.4,
        )
        f.line(
            at([(0.01, -0.01 * sign), (0.05, -0.022 * sign), (0.085, -0.013 * sign)]),
            mix(metal, (1, 1, 1), 0.6),
            2 * k,
            0.9,
        )
    q = at([(0.0, 0.0)])[0]
    f.oval(q[0], q[1], 7 * k * f.u, 5 * k * f.u, mix(metal, (1, 1, 1), 0.3), tex="plain")


def heap_of_bunches(
    s: Stage,
    sh: Sheet,
    low: tuple[float, float, float],
    size: tuple[float, float, float],
    length: float,
) -> None:
    """Whole bunches laid in a box, stalks towards the back."""
    f = s.f
    x, y, z = low
    w, _, d = size
    pile(
        s,
        sh,
        (x + w / 2, y, z + d / 2),
        w * 0.46,
        d * 0.44,
        0.02,
        0.02,
        240,
        light=0.6,
        square=True,
    )
    spots = []
    for k in range(15):
        spots.append((x + w * (0.08 + 0.84 * f.rng.uniform()), z + d * (0.95 - 0.85 * k / 14)))
    for px, pz in spots:
        q = s.cam.see((px, y + 0.05, pz))
        cluster(
            f,
            sh,
            (float(q[0]), float(q[1] - length * 0.3 * s.cam.px((px, y, pz)))),
            length * s.cam.px((px, y, pz)),
            lean=float(f.rng.uniform(-0.5, 0.5)),
            count=54,
            light=1.0,
        )
    for px, pz in spots[3::4]:
        q = s.cam.see((px, y + 0.07, pz))
        spray(f, q, 0.055 * s.cam.px((px, y, pz)), f.pal.leaf_lt, f.pal.leaf_dk, 2, 14 * f.u)


def country(f: Frame) -> None:
    """Rows behind the basket."""
    p = f.pal
    open_air_light = LIGHTS[f.region]
    if f.region == "qingtian":
        open_air(f)
        return
    if f.region == "douro":
        open_air(f)
        xs = np.arange(f.w) / f.w
        crest = f.h * (
            f.pick(0.40, 0.30) - f.pick(0.34, 0.2) * np.clip((xs - 0.45) / 0.55, 0, 1) + 0.0 * xs
        )
        terraces(
            f,
            crest,
            f.h * f.pick(0.95, 0.75),
            9,
            mix(p.shade, p.earth, 0.4),
            p.stone,
            p.earth_lt,
            sh=fruit(f),
            side=-1.0,
            glow=0.6,
        )
        f.soften(np.ones((f.h, f.w), np.float32), 3)
        return
    hz = f.pick(0.26, 0.20)
    from kit.land import mist, ridge, sky  # noqa: PLC0415 - only these two need a sky of their own

    sky(
        f,
        f.y(hz),
        p.sky,
        p.sky_lt,
        clouds=0.4,
        sun=(0.25, hz - 0.05) if f.region == "piedmont" else None,
        glow=p.sun,
    )
    ridge(
        f,
        f.y(hz + 0.01),
        f.h * 0.06,
        mix(p.far, p.sky, 0.2),
        marks=500,
        fade=mix(p.sky_lt, p.far, 0.4),
    )
    cam = Camera(f, (0.4, 1.5, 0), (0, 1.0, 12), f.pick(1.2, 1.5), (f.x(0.46), f.y(hz + 0.05)))
    s = Stage(f, cam, Light(open_air_light[0], open_air_light[1], (0.2, 0.2, 0.22)))
    terrain(
        s,
        roll((0.2, 0.1, 0.05, 0.5)),
        (-7, 7),
        (1.5, 50),
        p.earth,
        sheet=fruit(f),
        row=2.2,
        step=0.7,
        bush=1.7,
        haze=mix(p.sky_lt, p.far, 0.5),
        thick=16 if f.region == "piedmont" else 40,
        posts=scale(p.wood, 0.6),
    )
    if f.region == "piedmont":
        mist(f, hz, hz + 0.16, mix(p.sky_lt, p.sun, 0.2), 0.7)
    f.soften(np.ones((f.h, f.w), np.float32), 5)
    cloud_shade(f, 0.36, 0.70, 0.6)


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    p = f.pal
    country(f)
    r = f.region
    at, key, amb = LIGHTS[r]
    cam = Camera(
        f,
        (0.0, 0.62, -1.5),
        (0.0, 0.13, 0.05),
        f.pick(1.75, 2.5),
        (f.x(f.pick(0.44, 0.5)), f.y(f.pick(0.42, 0.34))),
    )
    s = Stage(f, cam, Light(at, key, amb))
    top = {
        "rioja": mix(p.earth, p.stone, 0.15),
        "piedmont": scale(p.wood, 0.8),
        "douro": mix(p.stone, p.earth, 0.3),
        "bordeaux": mix(p.stone, p.earth, 0.4),
        "qingtian": mix(p.stone, p.shade, 0.5),
    }[r]
    ledge(
        s,
        top,
        front=-0.42,
        back=0.55,
        tex="wood" if r == "piedmont" else "stone",
        boards=0.2 if r == "piedmont" else 0,
    )
    sh = fruit(f)
    if r == "rioja":
        low, size = (-0.25, 0.0, -0.12), (0.46, 0.17, 0.30)
        s.contact((-0.02, 0, 0.02), 0.3, 0.8)
        crate(s, low, size, p.wood_lt)
        heap_of_bunches(s, sh, (low[0], 0.14, low[2]), size, 0.13)
        crate_front(s, low, size, p.wood_lt)
        shears(s, 0.34, -0.18, p.metal, p.accent)
    elif r == "piedmont":
        for x, y, z in ((0.04, 0.0, 0.16), (-0.30, 0.0, -0.08)):
            low, size = (x, y, z), (0.38, 0.13, 0.26)
            s.contact((x + 0.19, 0, z + 0.12), 0.24, 0.7)
            crate(s, low, size, mix(p.wood_lt, p.stone, 0.3), 2)
            heap_of_bunches(s, sh, (x, 0.105, z), size, 0.14)
            crate_front(s, low, size, mix(p.wood_lt, p.stone, 0.3), 2)
        shears(s, 0.28, -0.22, p.metal, p.accent)
    elif r in ("douro", "bordeaux"):
        spots = (
            [(-0.05, 0.02, 0.22, 0.28)]
            if r == "douro"
            else [(-0.17, 0.0, 0.17, 0.16), (0.22, 0.14, 0.16, 0.15)]
        )
        for x, z, rad, tall in sorted(spots, key=lambda v: -v[1]):
            cane = mix(p.wood_lt, p.paper, 0.3) if r == "bordeaux" else p.wood_lt
            basket(
                s,
                (x, 0, z),
                rad,
                tall,
                cane,
                flare=1.25 if r == "douro" else 1.15,
                handle=r == "bordeaux",
            )
            top_r = rad * (1.2 if r == "douro" else 1.12)
            pile(s, sh, (x, tall * 0.8, z), top_r, top_r, 0.03, 0.02, 260, light=0.7)
            for k in range(11):
                a, q = k * 2.4, np.sqrt(k / 11) * top_r * 0.8
                c = (x + q * np.cos(a), tall + 0.035 - q * 0.12, z + q * np.sin(a) * 0.9)
                m = s.cam.see(c)
                size = 0.125 * s.cam.px(c)
                cluster(
                    f,
                    sh,
                    (float(m[0]), float(m[1] - size * 0.35)),
                    size,
                    lean=float(f.rng.uniform(-0.5, 0.5)),
                    count=56,
                )
            for _ in range(3):
                m = s.cam.see(
                    (x + f.rng.uniform(-1, 1) * top_r * 0.7, tall + 0.05, z - top_r * 0.3)
                )
                spray(f, m, 0.06 * s.cam.px((x, tall, z)), p.leaf_lt, p.leaf_dk, 2, 20 * f.u)
            basket_front(s, (x, 0, z), rad, tall, cane, flare=1.25 if r == "douro" else 1.15)
        shears(s, 0.30 if r == "douro" else 0.08, -0.24, p.metal, p.accent)
    else:
        for x, z, rad, tall in ((0.20, 0.18, 0.16, 0.15), (-0.13, -0.02, 0.21, 0.19)):
            cane = mix(p.wood_lt, p.leaf_lt, 0.25)
            basket(s, (x, 0, z), rad, tall, cane, flare=1.12)
            for k in range(26):
                a = k / 26 * 2 * np.pi
                c = np.asarray(
                    [x + rad * 1.12 * np.cos(a), tall + 0.004, z + rad * 1.12 * np.sin(a)]
                )
                m, k2 = s.cam.see(c), s.cam.px(tuple(c))
                sh.stamp(
                    f,
                    "leaf",
                    m[None],
                    0.13 * k2,
                    float(np.arctan2(np.cos(a), np.sin(a) * 0.4 + 0.3)),
                    np.full((1, 3), 0.75),
                )
            pile(s, sh, (x, tall * 0.75, z), rad * 0.98, rad * 0.98, 0.085, 0.040, 120)
            basket_front(s, (x, 0, z), rad, tall, cane, flare=1.12)
        pile(s, sh, (0.10, 0.018, -0.26), 0.07, 0.03, 0.0, 0.040, 4)
    cloud_shade(f, f.pick(0.62, 0.56), f.pick(0.86, 0.72), 0.55)
