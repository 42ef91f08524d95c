"""Fermenting: the cap of skins, its froth and its heat."""

import numpy as np

from kit.frame import Frame, smooth
from kit.glass import sheen
from kit.palette import Rgb, mix, scale
from kit.rooms import floor, masonry, shaft, vault, window
from kit.solids import disc, jar, mouth, vat
from kit.space import Camera, Light, Stage, turned, unit
from kit.still import pile
from pack import Pack
from scenes.lagar import lagar
from scenes.settings import LIGHTS, fruit, open_air
from scenes.shade import right_shade


def froth(s: Stage, at: tuple[float, float, float], r: float, n: int, tone: Rgb) -> None:
    """Bubbles on a surface, each with its lit rim."""
    f = s.f
    a, q = f.rng.uniform(0, 2 * np.pi, n), np.sqrt(f.rng.uniform(0, 1, n)) * r
    p = np.stack([at[0] + q * np.cos(a), np.full(n, at[1]), at[2] + q * np.sin(a)], 1)
    p = p[np.argsort(-p[:, 2])]
    size = s.cam.focal / s.cam.depth(p) * f.rng.gamma(2.0, 0.0045, n)
    for (x, y), k in zip(s.cam.see(p).tolist(), size.tolist(), strict=True):
        f.oval(x, y, k, k * 0.7, mix(tone, f.pal.wine, 0.3), 0.45, tex="plain")
        f.oval(
            x - k * 0.25,
            y - k * 0.22,
            k * 0.42,
            k * 0.28,
            mix(tone, (1, 1, 1), 0.6),
            0.75,
            tex="plain",
        )


def cap(s: Stage, at: tuple[float, float, float], r: float, kind: str = "split") -> None:
    """Floating skins and seeds."""
    sh = fruit(s.f)
    pile(s, sh, at, r * 0.97, r * 0.97, 0.035, 0.03, 900, kind=kind, light=1.0)
    froth(s, (at[0], at[1] + 0.03, at[2]), r * 0.9, 260, mix(s.f.pal.wine_lt, s.f.pal.paper, 0.45))


def hose(s: Stage, pts: list[tuple[float, float, float]], w: float, tone: Rgb) -> None:
    """A thick hose through places."""
    q = smooth(s.cam.see(np.asarray(pts)), steps=14)
    f = s.f
    f.taper(q, [w, w], scale(tone, 0.5), tex="plain")
    f.taper(q - [w * 0.12 * f.u, w * 0.12 * f.u], [w * 0.55, w * 0.55], tone, tex="plain")
    f.taper(
        q - [w * 0.2 * f.u, w * 0.22 * f.u],
        [w * 0.14, w * 0.14],
        mix(tone, (1, 1, 1), 0.5),
        0.8,
        tex="plain",
    )


def stand(f: Frame) -> Stage:
    """A winery hall with the camera looking down into a vat."""
    at, key, _ = LIGHTS[f.region]
    cam = Camera(
        f,
        (-0.55, 2.25, -2.35),
        (0.05, 1.12, 0.35),
        f.pick(1.35, 1.75),
        (f.x(f.pick(0.45, 0.52)), f.y(f.pick(0.42, 0.33))),
    )
    s = Stage(
        f,
        cam,
        Light(
            (-1.1, 2.7, -0.2), tuple(4.6 * k for k in key), (0.07, 0.07, 0.08), near=True, reach=1.4
        ),
    )
    f.canvas.clear(0xFF000000)
    del at
    return s


def rioja(f: Frame) -> None:
    """An oak vat, wine pumped over the cap."""
    p = f.pal
    s = stand(f)
    s.plane((-9, 0, 3.4), (24, 0, 0), (0, 4.4, 0), mix(p.earth, p.stone, 0.5), k=12)
    floor(s, mix(p.earth, p.shade, 0.4), near=-2, far=3.4, wide=12, flags=0.6)
    for x, z in ((1.9, 1.9), (-1.9, 2.0), (3.4, 1.6)):
        vat(
            s,
            (x, 0, z),
            height=1.45,
            foot=0.85,
            top=0.75,
            hoops=4,
            level=0.2,
            wood=scale(p.wood_lt, 0.8),
        )
    vat(s, (0, 0, 0.35), height=1.25, foot=0.88, top=0.80, hoops=4, level=0.10)
    with f.clip(mouth(s, (0, 0, 0.35), 1.25, 0.76)):
        cap(s, (0, 1.13, 0.35), 0.76)
    hose(
        s,
        [(2.6, 0.5, 0.6), (1.5, 1.3, 1.0), (0.75, 1.85, 0.9), (0.25, 1.75, 0.5), (0.12, 1.55, 0.4)],
        26,
        p.accent,
    )
    q = s.cam.see(np.asarray([[0.12, 1.55, 0.4], [0.10, 1.35, 0.39], [0.09, 1.16, 0.38]]))
    f.taper(q, [20, 30, 44], p.wine, tex="dry", grain=0.3)
    f.taper(q, [6, 9, 12], p.wine_lt, 0.9, tex="plain")
    froth(s, (0.09, 1.18, 0.38), 0.16, 120, mix(p.wine_lt, p.paper, 0.6))
    right_shade(f, 0.35)


def piedmont(f: Frame) -> None:
    """Boards wedged across the vat hold the skins under the wine."""
    p = f.pal
    s = stand(f)
    masonry(
        s,
        np.asarray([-8.0, 0, 3.2]),
        np.asarray([22.0, 0, 0]),
        np.asarray([0, 4, 0]),
        mix(p.accent, p.wood_lt, 0.5),
        course=0.11,
        block=0.27,
        spread=0.12,
    )
    floor(s, scale(p.stone, 0.6), near=-2, far=3.2, wide=12, flags=0.5)
    window(s, (-1.7, 1.6, 3.1), 0.9, 1.1, p.sky_lt, scale(p.stone, 0.7), (2, 3), 0.25)
    vat(s, (1.75, 0, 1.8), height=1.6, foot=0.9, top=0.78, hoops=5, wood=scale(p.wood_lt, 0.7))
    vat(
        s,
        (0, 0, 0.35),
        height=1.25,
        foot=0.92,
        top=0.84,
        hoops=4,
        level=0.08,
        inner=mix(p.wine, p.wine_lt, 0.15),
    )
    y = 1.19
    with f.clip(mouth(s, (0, 0, 0.35), 1.25, 0.80)):
        pile(s, fruit(f), (0, y - 0.04, 0.35), 0.77, 0.77, 0.02, 0.03, 520, kind="split", light=0.7)
    for x in np.linspace(-0.62, 0.62, 8):
        half = float(np.sqrt(0.78**2 - x**2))
        s.box(
            (x - 0.065, y, 0.35 - half),
            (0.13, 0.03, 2 * half),
            scale(p.wood_lt, float(f.rng.uniform(0.8, 1.05))),
            k=8,
        )
    for z in (0.05, 0.62):
        half = float(np.sqrt(0.80**2 - (z - 0.35) ** 2))
        s.box((-half, y + 0.03, z), (2 * half, 0.06, 0.10), scale(p.wood, 1.2), k=8)
    froth(s, (0, y + 0.02, 0.35), 0.72, 160, mix(p.wine_lt, p.paper, 0.5))
    right_shade(f, 0.35)


def douro(f: Frame) -> None:
    """The lagar boils by itself; plungers stand in the cap."""
    cam = Camera(
        f,
        (0.9, 1.55, -1.9),
        (0.0, 0.6, 1.6),
        f.pick(1.35, 1.7),
        (f.x(f.pick(0.42, 0.5)), f.y(f.pick(0.42, 0.33))),
    )
    s = Stage(
        f, cam, Light((-1.2, 2.0, 1.4), (8.5, 5.8, 3.4), (0.08, 0.085, 0.11), near=True, reach=1.3)
    )
    f.canvas.clear(0xFF000000)
    lagar(s, foam=True)
    right_shade(f, 0.4)


def bordeaux(f: Frame) -> None:
    """A row of tall oak vats under an even light; the first one open."""
    p = f.pal
    s = stand(f)
    vault(s, 7.0, 1.9, -2.2, 9.0, mix(p.stone_lt, p.stone, 0.35), course=0.42, ribs=3.2)
    floor(s, mix(p.stone, p.earth, 0.35), near=-2.2, far=9, wide=3.5, flags=0.7)
    f.expose(
        0.5
        + 0.6
        * f.pool(f.pick(0.36, 0.4), f.pick(0.2, 0.18), f.pick(0.4, 0.6), f.pick(0.5, 0.3), 1.1)
    )
    for z in (7.0, 5.2, 3.4):
        for x in (-1.9, 2.0):
            vat(s, (x, 0, z), height=1.9, foot=0.95, top=0.80, hoops=6, wood=scale(p.wood_lt, 0.85))
    vat(
        s,
        (0, 0, 0.35),
        height=1.25,
        foot=0.88,
        top=0.80,
        hoops=4,
        level=0.10,
        wood=mix(p.wood_lt, p.stone_lt, 0.1),
    )
    with f.clip(mouth(s, (0, 0, 0.35), 1.25, 0.76)):
        cap(s, (0, 1.13, 0.35), 0.76, "berry")
    p0 = s.cam.see(np.asarray([[0.62, 2.2, -0.1], [0.32, 1.6, 0.2], [0.18, 1.2, 0.32]]))
    f.taper(p0, [17, 15, 15], p.wood_lt, tex="wood", grain=0.5)
    disc(s, (0.18, 1.19, 0.32), unit(np.asarray([0.4, 0.8, -0.3])), 0.15, scale(p.wood_lt, 0.8))
    shaft(f, (-0.05, -0.1), (0.50, 0.5), 0.05, 0.12, p.sun, 0.14)
    right_shade(f, 0.4)


def demijohn(s: Stage, at: tuple[float, float, float], r: float, level: float) -> None:
    """A glass jar of fermenting bayberry wine: red below, pink foam above, an airlock."""
    f, p = s.f, s.f.pal
    knots = np.asarray(
        [
            [0.72, 0.0],
            [0.96, 0.12],
            [1.0, 0.6],
            [0.99, 1.1],
            [0.86, 1.5],
            [0.5, 1.85],
            [0.2, 2.05],
            [0.19, 2.3],
            [0.23, 2.34],
        ]
    )
    prof = smooth(knots * r, steps=5)
    q, n = turned(prof, at, n=64)
    s.shadow(q, at[1], 0.45, 8)
    s.contact(at, r * 0.8, 0.7)
    top = prof[-1, 1]
    y = np.linspace(0.02 * r, level * r, 14)
    body = np.stack([np.interp(y, prof[:, 1], prof[:, 0]) * 0.95, y], 1)
    b, bn = turned(body, at, n=64)
    view = unit(s.cam.eye - b)
    front = (bn * view).sum(-1)
    side = (bn * unit(np.cross((0, 1, 0), view))).sum(-1)
    t = np.linspace(0, 1, 14)[:, None]
    lens = np.clip(side * -0.9 + 0.15, 0, 1) ** 1.5 + 0.3 * np.clip(1 - front, 0, 1) ** 2
    tone = (
        np.asarray(scale(p.wine, 0.9)) + np.asarray(p.wine_lt) * (lens * (1.1 - 0.5 * t))[..., None]
    )
    s.mesh(b, bn, p.wine, shade=np.clip(tone, 0, 1))
    fy = np.linspace(level * r, (level + 0.2) * r, 4)
    foam = np.stack([np.interp(fy, prof[:, 1], prof[:, 0]) * 0.95, fy], 1)
    s.lathe(foam, at, mix(p.wine_lt, p.paper, 0.62), tex="stone", grain=500)
    fr = float(foam[-1, 0])
    disc(
        s,
        (at[0], at[1] + (level + 0.2) * r, at[2]),
        (0, 1, 0),
        fr,
        mix(p.wine_lt, p.paper, 0.7),
        tex="stone",
    )
    froth(
        s, (at[0], at[1] + (level + 0.21) * r, at[2]), fr * 0.9, 90, mix(p.wine_lt, p.paper, 0.75)
    )
    sh = fruit(f)
    k = 26
    a, yy = f.rng.uniform(np.pi * 1.05, np.pi * 1.95, k), f.rng.uniform(level - 0.32, level, k) * r
    rr = np.interp(yy, prof[:, 1], prof[:, 0]) * 0.93
    spots = np.stack([at[0] + rr * np.cos(a), at[1] + yy, at[2] + rr * np.sin(a)], 1)
    sh.stamp(
        f,
        "berry",
        s.cam.see(spots),
        s.cam.px(at) * 0.042,
        f.rng.uniform(0, 6, k),
        np.full((k, 3), 0.75),
    )
    front = (n * unit(s.cam.eye - q)).sum(-1)
    side = (n * unit(np.cross((0, 1, 0), unit(s.cam.eye - q)))).sum(-1)
    edge = np.clip(1 - np.abs(front), 0, 1)
    v = np.linspace(0, 1, len(q))[:, None]
    win = (
        sheen(side, -0.55, 0.22, 0.05)
        * np.clip((v - 0.1) * 8, 0, 1)
        * np.clip((0.72 - v) * 10, 0, 1)
    )
    win = win * (1 - 0.7 * sheen(side, -0.55, 0.03, 0.02)) + 0.5 * sheen(side, 0.82, 0.08, 0.05)
    s.mesh(
        q,
        n,
        (1, 1, 1),
        shade=np.dstack(
            [
                np.clip((0.5 + 0.4 * edge + win)[..., None] * np.ones(3), 0, 1),
                np.clip(0.06 + 0.6 * edge**2.4 + 0.55 * win, 0, 0.9),
            ]
        ),
    )
    cork = np.asarray([[0.2 * r, top - 0.03], [0.21 * r, top + 0.05]])
    s.lathe(cork, at, p.wood_lt, tex="stone")
    tube = s.cam.see(
        np.asarray(
            [
                [at[0], at[1] + top + 0.04, at[2]],
                [at[0], at[1] + top + 0.16, at[2]],
                [at[0] + 0.05, at[1] + top + 0.2, at[2]],
                [at[0] + 0.08, at[1] + top + 0.12, at[2]],
                [at[0] + 0.11, at[1] + top + 0.16, at[2]],
                [at[0] + 0.11, at[1] + top + 0.26, at[2]],
            ]
        )
    )
    f.line(smooth(tube, steps=8), (0.85, 0.9, 0.88), 5, 0.7)
    f.line(smooth(tube, steps=8), (1, 1, 1), 1.6, 0.9)


def qingtian(f: Frame) -> None:
    """Glass jars with three days of pink foam, clay jars behind, rain light."""
    p = f.pal
    open_air(f)
    cam = Camera(
        f,
        (-0.2, 0.95, -2.3),
        (0.0, 0.42, 0.3),
        f.pick(1.65, 2.1),
        (f.x(f.pick(0.44, 0.5)), f.y(f.pick(0.41, 0.33))),
    )
    at, key, amb = LIGHTS["qingtian"]
    s = Stage(f, cam, Light(at, key, amb))
    s.plane(
        (-3, 0, -0.7),
        (6, 0, 0),
        (0, 0, 2.3),
        mix(p.wood, p.shade, 0.4),
        k=16,
        tex="wood",
        grain=400,
    )
    s.plane((-3, -1.5, -0.7), (6, 0, 0), (0, 1.5, 0), scale(p.shade, 0.6), k=10, tex="wood")
    for x, z, h in ((-0.95, 1.15, 0.62), (0.98, 1.1, 0.7), (1.6, 0.9, 0.6)):
        jar(
            s,
            (x, 0, z),
            h,
            h * 0.42,
            mix(p.wood, p.earth, 0.5),
            glaze=mix(p.wood, p.ground, 0.55),
            cover=p.cloth,
        )
    demijohn(s, (0.50, 0, 0.72), 0.26, 1.15)
    demijohn(s, (-0.45, 0, 0.62), 0.26, 1.25)
    demijohn(s, (0.03, 0, 0.14), 0.29, 1.2)
    pile(s, fruit(f), (-0.42, 0.024, -0.2), 0.08, 0.05, 0.0, 0.052, 4)
    right_shade(f, 0.35)


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    {
        "rioja": rioja,
        "piedmont": piedmont,
        "douro": douro,
        "bordeaux": bordeaux,
        "qingtian": qingtian,
    }[f.region](f)
