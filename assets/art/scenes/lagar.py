"""The granite lagar, where grapes are trodden and ferment."""

import numpy as np

from kit.frame import Frame
from kit.palette import mix, scale
from kit.rooms import floor, masonry
from kit.space import Camera, Light, Stage
from kit.still import pile
from scenes.settings import fruit
from scenes.shade import right_shade


def douro(f: Frame) -> None:
    """A granite lagar, thigh-deep in fruit, treading boards and plungers waiting at its rim."""
    cam = Camera(
        f,
        (-0.9, 1.75, -2.9),
        (0.0, 0.55, 1.4),
        f.pick(1.25, 1.6),
        (f.x(f.pick(0.44, 0.5)), f.y(f.pick(0.40, 0.32))),
    )
    s = Stage(
        f, cam, Light((-1.2, 2.2, 1.6), (9.0, 6.2, 3.8), (0.09, 0.095, 0.12), near=True, reach=1.4)
    )
    f.canvas.clear(0xFF000000)
    lagar(s)
    right_shade(f, 0.35)


def lagar(s: Stage, kind: str = "berry", foam: bool = False) -> None:
    """The hall, the granite tank and its content."""
    f, p = s.f, s.f.pal
    granite = mix(p.stone_lt, p.stone, 0.5)
    masonry(
        s,
        np.asarray([-6, 0, 4.2]),
        np.asarray([16.0, 0, 0]),
        np.asarray([0, 4.0, 0]),
        p.stone,
        course=0.26,
        block=0.62,
        spread=0.14,
    )
    masonry(
        s,
        np.asarray([-3.6, 0, -1.0]),
        np.asarray([0, 0, 5.2]),
        np.asarray([0, 4.0, 0]),
        p.stone,
        course=0.26,
        block=0.62,
        spread=0.14,
    )
    floor(s, scale(p.stone, 0.6), near=-2.4, far=4.2, wide=10, flags=0.8)
    x0, x1, z0, z1, h, t = -1.9, 2.4, 0.2, 3.0, 0.72, 0.30
    s.plane((x0, 0.0, z1), (x1 - x0, 0, 0), (0, h, 0), granite, k=12)
    s.plane((x0, 0.0, z0), (0, 0, z1 - z0), (0, h, 0), granite, k=12)
    top = 0.50
    s.plane((x0, top, z0), (x1 - x0, 0, 0), (0, 0, z1 - z0), scale(p.wine, 0.75), k=16, tex="wash")
    sh = fruit(f)
    for z in np.arange(z1 - 0.1, z0, -0.16):
        n = int(330 * (1.0 if not foam else 0.8))
        pile(
            s,
            sh,
            ((x0 + x1) / 2, top, float(z)),
            (x1 - x0) / 2 * 0.98,
            0.11,
            0.035,
            0.034,
            n,
            kind="split" if foam else kind,
            square=True,
        )
    if foam:
        n = 500
        q = s.cam.see(
            np.stack(
                [f.rng.uniform(x0, x1, n), np.full(n, top + 0.03), f.rng.uniform(z0, z1, n)], 1
            )
        )
        for (a, b), k in zip(q.tolist(), f.rng.uniform(3, 9, n).tolist(), strict=True):
            f.oval(a, b, k * f.u, k * 0.6 * f.u, mix(p.wine_lt, p.paper, 0.5), 0.5, tex="plain")
            f.oval(
                a - k * 0.3 * f.u,
                b - k * 0.2 * f.u,
                k * 0.3 * f.u,
                k * 0.2 * f.u,
                (1, 0.95, 0.95),
                0.7,
                tex="plain",
            )
    for q0, q1, q2 in (
        ((x0 - t, h, z1), (x1 - x0 + 2 * t, 0, 0), (0, 0, t)),
        ((x0 - t, h, z0), (t, 0, 0), (0, 0, z1 - z0)),
        ((x0 - t, h, z0 - t), (x1 - x0 + 2 * t, 0, 0), (0, 0, t)),
    ):
        s.plane(q0, q1, q2, granite, k=14)
    s.plane((x0 - t, 0.0, z0 - t), (x1 - x0 + 2 * t, 0, 0), (0, h, 0), scale(granite, 0.8), k=16)
    for x in np.arange(x0 - t, x1 + t, 0.95):
        s.trail(
            np.asarray([[x, 0, z0 - t - 0.002], [x, h, z0 - t - 0.002], [x, h, z0]]),
            scale(granite, 0.3),
            2.0,
            0.7,
        )
    for k, x in enumerate((-1.2, -0.35, 0.6)):  # plungers leaning on the rim
        foot, head = (
            np.asarray([x, top + 0.02, 1.15 + 0.25 * k]),
            np.asarray([x - 0.35 + 0.12 * k, 1.75, 0.15]),
        )
        pole = np.stack([foot, (foot + head) / 2, head])
        w = s.cam.px(tuple(foot)) * 0.045 / f.u
        f.taper(s.cam.see(pole), [w, w, w * 1.2], p.wood_lt, tex="wood", grain=0.5)
        f.line(s.cam.see(pole) - [w * 0.25 * f.u, 0], mix(p.wood_lt, p.sun, 0.5), w * 0.18, 0.7)
        for y, half in ((0.10, 0.16), (0.24, 0.12), (0.38, 0.08)):
            c = foot + (head - foot) * y
            f.taper(
                s.cam.see(np.stack([c - [half, 0, 0], c, c + [half, 0, 0]])),
                [w * 0.7, w * 0.8, w * 0.7],
                scale(p.wood_lt, 0.85),
                tex="wood",
                grain=0.5,
            )
    q = s.cam.see((-1.2, 2.05, 1.6))
    f.oval(q[0], q[1], 20 * f.u, 26 * f.u, p.sun, 0.95, tex="plain", blur=6)
    f.oval(q[0], q[1], 150 * f.u, 150 * f.u, mix(p.sun, p.accent, 0.4), 0.22, tex="plain", blur=60)
    s.trail(np.asarray([[-1.2, 2.12, 1.6], [-1.2, 4.0, 1.6]]), (0.04, 0.04, 0.04), 3)
