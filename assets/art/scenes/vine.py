"""The plant, close: an old bush vine, a fruiting cane, a bayberry branch."""

import numpy as np

from kit.frame import Frame
from kit.growth import bark, bayberries, hanging, spray
from kit.land import ridge, sky
from kit.palette import mix, scale
from kit.sprites import cluster
from pack import Pack
from scenes.settings import fruit, open_air
from scenes.shade import cloud_shade, right_shade


def place(f: Frame, xy: list[tuple[float, float]]) -> np.ndarray:
    """Points in thousandths of the short side about the subject's place, to pixels."""
    k = f.u * f.pick(1.0, 1.22)
    out: np.ndarray = np.asarray([f.ax, f.ay]) + np.asarray(xy, float) * k
    return out


def rioja(f: Frame) -> None:
    """Sixty years of pruning: a black stump, red ground, fruit in its own shade."""
    p = f.pal
    hz = f.pick(0.36, 0.26)
    sky(f, f.y(hz), p.sky, p.sky_lt, clouds=0.4)
    ridge(f, f.y(hz), f.h * 0.06, mix(p.far, p.sky, 0.2), marks=800, lit=p.stone_lt, beta=1.9)
    ridge(f, f.y(hz + 0.05), f.h * 0.025, mix(p.leaf, p.earth, 0.3), marks=700, lit=p.leaf_lt)
    ridge(f, f.y(hz + 0.09), f.h * 0.01, p.earth, marks=0)
    n = 1800
    at = np.stack([f.rng.uniform(0, f.w, n), f.y(hz + 0.09) + f.rng.beta(1, 1.5, n) * f.y(0.6)], 1)
    d = (at[:, 1] - f.y(hz + 0.09)) / f.h
    f.strokes(
        at,
        0.0,
        14 + 260 * d,
        3.4,
        [scale(p.earth, 0.6), p.earth, mix(p.earth, p.earth_lt, 0.5), p.earth_lt],
        0.5,
        0.05,
    )
    f.soften(np.ones((f.h, f.w), np.float32), 4)
    sh = fruit(f)
    base = place(f, [(40, 330)])[0]
    f.oval(
        base[0] + 130 * f.u,
        base[1] + 12 * f.u,
        330 * f.u,
        46 * f.u,
        (0.06, 0.02, 0.02),
        0.65,
        tex="plain",
        blur=14,
    )
    spray(f, place(f, [(0, -110)])[0], 120 * f.u, p.leaf, p.leaf_dk, 46, 235 * f.u)
    arms = [
        ([(40, 345), (26, 230), (52, 130), (20, 40)], [150, 112, 96, 92]),
        ([(30, 90), (-70, 20), (-150, 0), (-215, -80)], [92, 66, 48, 26]),
        ([(40, 80), (120, 10), (190, -10), (250, -90)], [88, 62, 46, 24]),
        ([(24, 70), (10, -30), (40, -100), (16, -180)], [76, 54, 40, 22]),
    ]
    for line, widths in arms:
        bark(f, place(f, line), [w * f.pick(1, 1.15) for w in widths], p.wood)
    for x, y, size in (
        (-190, -30, 215),
        (-75, 10, 190),
        (150, 0, 225),
        (250, -60, 180),
        (60, -20, 170),
    ):
        q = place(f, [(x, y)])[0]
        cluster(
            f,
            sh,
            (float(q[0]), float(q[1])),
            size * f.u * f.pick(1, 1.2),
            lean=float(f.rng.uniform(-0.1, 0.1)),
        )
    for x, y in (
        (-230, -90),
        (-120, -110),
        (10, -150),
        (130, -110),
        (240, -130),
        (-40, -60),
        (300, -40),
        (-290, -20),
    ):
        spray(
            f,
            place(f, [(x, y)])[0],
            125 * f.u,
            p.leaf_lt,
            mix(p.leaf_dk, p.leaf, 0.35),
            6,
            75 * f.u,
        )
    cloud_shade(f, f.pick(0.58, 0.47), f.pick(0.82, 0.66), 0.7)
    right_shade(f, 0.4)


def trained(f: Frame) -> None:
    """A cane on its wire, bunches hanging, the country behind out of focus."""
    p = f.pal
    open_air(f)
    sh = fruit(f, 1.0 if f.region == "douro" else -1.0)
    wire = place(f, [(-1400, -250), (1700, -225)])
    f.line(wire, p.metal, 2.5, 0.8)
    post = place(f, [(330, -420), (335, 900)])
    bark(
        f,
        np.vstack([post[0], post.mean(0), post[1]]),
        [44, 46, 50],
        mix(p.wood, p.stone, 0.3),
        knots=0.2,
    )
    for y in (-240, -20):
        f.line(place(f, [(-1400, y - 6), (1700, y + 20)]), mix(p.metal, p.sun, 0.3), 2.2, 0.7)
    layout = {
        "piedmont": (
            [(-560, -300), (-300, -250), (0, -268), (300, -245), (640, -280)],
            [(0.38, 430), (0.56, 470), (0.20, 330), (0.74, 340)],
        ),
        "douro": (
            [(-620, -190), (-320, -285), (20, -262), (320, -215), (640, -250)],
            [(0.33, 340), (0.48, 400), (0.62, 330), (0.18, 280), (0.78, 270)],
        ),
        "bordeaux": (
            [(-560, -225), (-280, -262), (20, -250), (340, -268), (700, -240)],
            [(0.30, 350), (0.46, 410), (0.60, 340)],
        ),
    }[f.region]
    cane, picks = layout
    back = place(f, [(x, y - 60) for x, y in cane])
    for q in back:
        spray(f, q, 130 * f.u, mix(p.leaf, p.leaf_dk, 0.4), p.leaf_dk, 7, 150 * f.u)
    hanging(
        f,
        sh,
        place(f, cane),
        [(t, k * f.u * f.pick(1, 1.2)) for t, k in picks],
        150 * f.u * f.pick(1, 1.15),
        p.wood,
        count=120 if f.region == "piedmont" else 92,
    )
    cloud_shade(f, f.pick(0.56, 0.45), f.pick(0.80, 0.66), 0.6)
    right_shade(f, 0.4)


def qingtian(f: Frame) -> None:
    """Bayberries after rain, each a ball of beads among evergreen leaves."""
    open_air(f)
    sh = fruit(f)
    k = f.u * f.pick(1.0, 1.15)
    bayberries(
        f,
        sh,
        place(f, [(760, -420), (420, -300), (120, -250), (-160, -160), (-330, -40)]),
        105 * k,
        30,
    )
    bayberries(f, sh, place(f, [(640, -330), (420, -160), (250, -20), (150, 110)]), 98 * k, 18)
    for _ in range(16):
        q = place(f, [(float(f.rng.uniform(-320, 320)), float(f.rng.uniform(-180, 230)))])[0]
        f.line([tuple(q), tuple(q + [0, 8 * k])], (0.96, 0.98, 0.96), 2.4, 0.7)
    cloud_shade(f, f.pick(0.60, 0.48), f.pick(0.82, 0.66), 0.6)
    right_shade(f, 0.4)


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    {"rioja": rioja, "qingtian": qingtian}.get(f.region, trained)(f)
