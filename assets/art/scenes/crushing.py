"""Crushing: rollers, a hand crusher, a granite lagar, a washing spout."""

import numpy as np

from kit.frame import Frame, smooth
from kit.growth import spray
from kit.palette import Rgb, mix, scale
from kit.rooms import floor, masonry, shaft
from kit.solids import disc, mouth, ring, vat
from kit.space import Camera, Light, Stage, turned
from kit.sprites import cluster
from kit.still import pile
from pack import Pack
from scenes.lagar import douro
from scenes.settings import LIGHTS, fruit, open_air
from scenes.shade import right_shade


def hopper(s: Stage, x: float, y: float, z: float, w: float, tone: Rgb, tex: str) -> None:
    """A funnel of boards or steel, wide above, its near side last."""
    f = s.f
    hi, lo = w / 2, w * 0.2
    tall = w * 0.5

    def face(
        a: tuple[float, float, float, float], b: tuple[float, float, float, float], gain: float
    ) -> None:
        q = np.asarray(
            [
                [x + a[0], y, z + a[1]],
                [x + a[2], y, z + a[3]],
                [x + b[2], y + tall, z + b[3]],
                [x + b[0], y + tall, z + b[1]],
            ]
        )
        n = np.cross(q[1] - q[0], q[3] - q[0])
        n = n / np.linalg.norm(n)
        if n @ (s.cam.eye - q.mean(0)) < 0:
            n = -n
        lit = s.light.shade(q.mean(0)[None], n[None], scale(tone, gain))[0]
        f.fill(s.cam.see(q), (float(lit[0]), float(lit[1]), float(lit[2])), tex=tex, grain=0.8)
        f.line(s.cam.see(q), scale(tone, 0.25), 2.0, 0.7, closed=True)

    face((-lo, lo, lo, lo), (-hi, hi, hi, hi), 0.8)
    face((-lo, -lo, -lo, lo), (-hi, -hi, -hi, hi), 0.8)
    face((lo, -lo, lo, lo), (hi, -hi, hi, hi), 0.8)
    sh = fruit(f)
    pile(s, sh, (x, y + tall * 0.78, z), hi * 0.85, hi * 0.85, 0.06, 0.028, 190, square=True)
    for _k in range(9):
        c = (x + f.rng.uniform(-0.7, 0.7) * hi, y + tall * 1.0, z + f.rng.uniform(-0.6, 0.6) * hi)
        m, px = s.cam.see(c), s.cam.px(c)
        cluster(
            f,
            sh,
            (float(m[0]), float(m[1] - 0.06 * px)),
            0.18 * px,
            lean=float(f.rng.uniform(-0.5, 0.5)),
            count=56,
        )
    spray(
        f,
        s.cam.see((x + hi * 0.3, y + tall * 1.15, z)),
        0.11 * s.cam.px((x, y, z)),
        f.pal.leaf_lt,
        f.pal.leaf_dk,
        3,
        40 * f.u,
    )
    face((-lo, -lo, lo, -lo), (-hi, -hi, hi, -hi), 1.0)


def rollers(s: Stage, x: float, y: float, z: float, length: float, r: float, tone: Rgb) -> None:
    """Two ribbed rollers, axis across the view, with berries between."""
    for dz in (r * 1.12, -r * 1.12):
        prof = np.stack([np.full(10, r), np.linspace(-length / 2, length / 2, 10)], 1)
        flutes = 0.72 + 0.5 * (np.sin(np.linspace(0, 2 * np.pi, 65) * 16) > 0)
        s.lathe(
            prof,
            (x, y, z + dz),
            tone,
            axis=(1, 0, 0),
            n=64,
            tex="iron",
            gloss=0.5,
            tint=np.ones((10, 1)) * flutes[None],
        )
        disc(s, (x - length / 2, y, z + dz), (-1, 0, 0), r, scale(tone, 0.7), tex="iron")


def falling(
    s: Stage, x: float, y0: float, y1: float, z: float, n: int, spread: float, size: float = 0.024
) -> None:
    """Split berries and juice on their way down."""
    f = s.f
    sh = fruit(f)
    t = np.sort(f.rng.uniform(0, 1, n))
    p = np.stack(
        [
            x + f.rng.normal(0, spread, n) * (0.5 + t),
            y0 + (y1 - y0) * t,
            z + f.rng.normal(0, 0.02, n),
        ],
        1,
    )
    q = s.cam.see(p)
    f.strokes(
        q - [0, 14 * f.u],
        1.57,
        60,
        5,
        [f.pal.wine, f.pal.wine_lt, scale(f.pal.wine, 0.6)],
        0.7,
        0.05,
    )
    sh.stamp(
        f,
        "split",
        q,
        s.cam.px((x, y0, z)) * size * f.rng.uniform(0.8, 1.2, n),
        f.rng.uniform(-3, 3, n),
    )


def machine(f: Frame) -> None:
    """Rollers above a tank: steel in Rioja, by hand in the Langhe, over a hatch in the Medoc."""
    p, r = f.pal, f.region
    cam = Camera(
        f,
        (0.5, 1.55, -2.6),
        (0.02, 1.08, 0.2),
        f.pick(1.22, 1.7),
        (f.x(f.pick(0.44, 0.5)), f.y(f.pick(0.36, 0.31))),
    )
    at, key, amb = LIGHTS[r]
    s = Stage(f, cam, Light(at, key, amb))
    f.canvas.clear(0xFF000000)
    if r == "bordeaux":
        masonry(
            s,
            np.asarray([-8, -0.5, 2.4]),
            np.asarray([20.0, 0, 0]),
            np.asarray([0, 4, 0]),
            p.stone_lt,
            course=0.34,
            block=0.7,
            spread=0.05,
            rough=0.03,
        )
    elif r == "piedmont":
        masonry(
            s,
            np.asarray([-8, -0.5, 2.4]),
            np.asarray([20.0, 0, 0]),
            np.asarray([0, 4, 0]),
            mix(p.accent, p.wood_lt, 0.5),
            course=0.12,
            block=0.28,
            spread=0.12,
        )
    else:
        s.plane((-9, -0.5, 2.4), (22, 0, 0), (0, 4.4, 0), mix(p.earth, p.stone, 0.4), k=12)
    f.expose(
        (0.16 if r != "bordeaux" else 0.3)
        + 0.62
        * f.pool(f.pick(0.32, 0.4), f.pick(0.24, 0.2), f.pick(0.34, 0.6), f.pick(0.44, 0.26), 1.1)
    )
    floor(s, scale(p.stone, 0.55), near=-2, far=2.4, wide=11)
    if r == "bordeaux":
        shaft(f, (0.02, -0.1), (0.5, 0.7), 0.05, 0.14, p.sun, 0.15)
    body = {
        "rioja": (mix(p.metal, (0.85, 0.85, 0.8), 0.35), "iron"),
        "piedmont": (p.wood_lt, "wood"),
        "bordeaux": (mix(p.metal, (0.9, 0.9, 0.9), 0.4), "iron"),
    }[r]
    if r in ("rioja", "piedmont"):
        surface = vat(
            s,
            (0.0, 0.0, 0.2),
            height=0.72,
            foot=0.62,
            top=0.55,
            level=0.1,
            wood=p.wood_lt if r == "piedmont" else p.wood,
            hoops=3,
            inner=scale(p.wine, 0.9),
        )
        del surface
        with f.clip(mouth(s, (0.0, 0.0, 0.2), 0.72, 0.53)):
            pile(
                s, fruit(f), (0, 0.62, 0.2), 0.53, 0.53, 0.07, 0.026, 460, kind="split", light=0.85
            )
    else:
        s.box((-0.75, 0.0, -0.3), (1.5, 0.55, 1.0), mix(p.stone_lt, p.stone, 0.5), tex="stone")
        t = np.linspace(0, 2 * np.pi, 40)
        q = s.cam.see(np.stack([0.40 * np.cos(t), np.full(40, 0.551), 0.2 + 0.34 * np.sin(t)], -1))
        f.fill(q, p.ground, tex="wash")
        with f.clip(q):
            pile(
                s, fruit(f), (0, 0.45, 0.26), 0.40, 0.34, 0.10, 0.026, 320, kind="split", light=0.8
            )
        s.trail(
            np.stack([0.42 * np.cos(t), np.full(40, 0.555), 0.2 + 0.36 * np.sin(t)], -1), p.metal, 7
        )
    for x in (-0.44, 0.40):
        s.box(
            (x, 0.72 if r != "bordeaux" else 0.55, 0.02), (0.05, 0.36, 0.05), body[0], tex=body[1]
        )
        s.box(
            (x, 0.72 if r != "bordeaux" else 0.55, 0.34), (0.05, 0.36, 0.05), body[0], tex=body[1]
        )
    falling(s, 0.0, 1.0, 0.68, 0.2, 46, 0.10)
    s.box((-0.48, 0.95, 0.36), (0.96, 0.14, 0.05), body[0], tex=body[1])
    rollers(s, 0.0, 1.02, 0.2, 0.74, 0.085, mix(p.metal, (0.8, 0.78, 0.72), 0.3))
    s.box((-0.48, 0.93, 0.0), (0.96, 0.05, 0.05), body[0], tex=body[1])
    hopper(s, 0.0, 1.14, 0.2, 0.86, body[0], body[1])
    if r != "bordeaux":
        wheel(
            s,
            (0.56, 1.02, 0.14),
            0.26 if r == "piedmont" else 0.17,
            p.metal if r == "rioja" else p.accent,
        )
    right_shade(f, 0.4)


def wheel(s: Stage, at: tuple[float, float, float], r: float, tone: Rgb) -> None:
    """A hand wheel with spokes and a crank."""
    p, n = turned(
        np.asarray(
            [[r * 0.9, -0.015], [r, -0.015], [r, 0.015], [r * 0.9, 0.015], [r * 0.9, -0.015]]
        ),
        at,
        (1, 0, 0.15),
    )
    for k in range(6):
        a = k * np.pi / 3 + 0.3
        end = np.asarray(at) + np.asarray([0.0, r * 0.92 * np.sin(a), r * 0.92 * np.cos(a)])
        s.trail(np.stack([np.asarray(at), end]), scale(tone, 0.7), 7)
    s.mesh(
        p,
        n,
        tone,
        tex="iron",
        gloss=0.4,
        cull=False,
        uv=np.stack(np.meshgrid(np.linspace(0, 800, p.shape[1]), np.arange(5) * 9.0), -1),
    )
    grip = np.asarray(at) + np.asarray([0, r * 0.9, 0])
    s.box(
        (float(grip[0]), float(grip[1]) - 0.016, float(grip[2]) - 0.016),
        (0.13, 0.032, 0.032),
        s.f.pal.wood_lt,
    )


def qingtian(f: Frame) -> None:
    """Spring water from a bamboo spout into a stone basin of bayberries."""
    p = f.pal
    open_air(f)
    cam = Camera(
        f,
        (-0.3, 0.95, -1.9),
        (0.0, 0.28, 0.3),
        f.pick(1.5, 1.9),
        (f.x(f.pick(0.44, 0.5)), f.y(f.pick(0.42, 0.35))),
    )
    at, key, amb = LIGHTS["qingtian"]
    s = Stage(f, cam, Light(at, key, amb))
    s.plane((-3, 0, -1.2), (6, 0, 0), (0, 0, 2.4), mix(p.stone, p.shade, 0.5), k=16)
    s.plane((-3, -1.5, -1.2), (6, 0, 0), (0, 1.5, 0), scale(p.shade, 0.6), k=10)
    outer = smooth(
        np.asarray([[0.42, 0.0], [0.56, 0.10], [0.64, 0.26], [0.66, 0.34], [0.60, 0.35]]), steps=4
    )
    s.shadow(turned(outer, (0, 0, 0.3))[0], 0.0, 0.6, 10)
    s.contact((0, 0, 0.3), 0.5, 0.8)
    s.lathe(
        np.asarray([[0.56, 0.2], [0.60, 0.35]]),
        (0, 0, 0.3),
        scale(p.stone, 0.6),
        inside=True,
        tex="stone",
    )
    disc(s, (0, 0.29, 0.3), (0, 1, 0), 0.585, mix(p.leaf, p.sky, 0.35), tex="wash")
    sh = fruit(f)
    pile(s, sh, (0.0, 0.275, 0.3), 0.50, 0.48, 0.05, 0.062, 200)
    for k in range(3):
        s.trail(
            ring((0.16, 0.315, 0.22), (0, 1, 0), 0.06 + 0.05 * k),
            (0.95, 0.98, 0.96),
            2.2 - 0.5 * k,
            0.6,
        )
    s.lathe(outer, (0, 0, 0.3), mix(p.stone, p.stone_lt, 0.4), tex="stone")
    rim = ring((0, 0.352, 0.3), (0, 1, 0), 0.63)
    s.trail(rim, p.stone_lt, 5, 0.5)
    start, end = np.asarray([1.5, 0.98, 0.55]), np.asarray([0.20, 0.80, 0.26])
    w = s.cam.px((0.3, 0.8, 0.3)) * 0.075 / f.u
    cane = mix(p.leaf_lt, p.wood_lt, 0.5)
    pole = s.cam.see(np.linspace(start, end, 12))
    f.taper(pole, [w * 1.1, w], cane, tex="wood", grain=0.7)
    f.line(pole - [0, w * 0.26 * f.u], mix(cane, (1, 1, 1), 0.5), w * 0.16, 0.6)
    f.line(pole + [0, w * 0.36 * f.u], scale(cane, 0.4), w * 0.2, 0.6)
    for k in (2, 6, 9):
        f.line(
            [tuple(pole[k] - [0, w * 0.5 * f.u]), tuple(pole[k] + [3, w * 0.5 * f.u])],
            scale(cane, 0.35),
            4,
            0.8,
        )
    for x in (1.15,):
        f.line(
            s.cam.see(np.asarray([[x, 0, 0.5], [x - 0.05, 1.1, 0.5]])), scale(cane, 0.6), w * 0.8
        )
    fall = np.linspace(0, 1, 16)
    stream = np.stack([0.20 - 0.045 * fall**0.5, 0.79 - 0.475 * fall**1.6, 0.26 - 0.03 * fall], 1)
    q = s.cam.see(stream)
    f.taper(q, [w * 0.55, w * 0.36, w * 0.42], (0.86, 0.92, 0.90), 0.75, tex="dry", grain=0.4)
    for k in (-0.12, 0.1):
        f.line(q + [w * k * f.u, 0], (1, 1, 1), 2.2, 0.8)
    n = 60
    drops = q[-1] + f.rng.normal(0, 1, (n, 2)) * [60 * f.u, 24 * f.u] - [0, 20 * f.u]
    for a, b in drops.tolist():
        f.oval(a, b, 2.4 * f.u, 2.8 * f.u, (0.96, 0.99, 0.98), 0.8, tex="plain")
    right_shade(f, 0.35)


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    {"douro": douro, "qingtian": qingtian}.get(f.region, machine)(f)
