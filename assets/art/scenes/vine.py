"""The plant, close: a fruiting cane, a bayberry branch; Rioja's old vine is ray-traced."""

import numpy as np

from kit.frame import Frame
from kit.growth import bark, bayberries, hanging, spray
from kit.palette import mix
from pack import Pack
from scenes.settings import fruit, open_air
from scenes.shade import cloud_shade, right_shade


def place(f: Frame, xy: list[tuple[float, float]]) -> np.ndarray:
    """Points in thousandths of the short side about the subject's place, to pixels."""
    k = f.u * f.pick(1.0, 1.22)
    out: np.ndarray = np.asarray([f.ax, f.ay]) + np.asarray(xy, float) * k
    return out


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
    (qingtian if f.region == "qingtian" else trained)(f)
