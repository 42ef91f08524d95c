"""Woven baskets."""

import numpy as np

from kit.palette import Rgb, scale
from kit.solids import ring
from kit.space import Stage, Vec, turned


def basket(
    s: Stage,
    at: Vec,
    radius: float,
    height: float,
    tone: Rgb,
    *,
    flare: float = 1.15,
    handle: bool = True,
    n: int = 60,
) -> None:
    """A woven basket; fill it by drawing ``pile`` and then call ``basket_front``."""
    y = np.linspace(0, height, 8)
    prof = np.stack([radius * (1 + (flare - 1) * y / height), y], 1)
    p, _nrm = turned(prof, at, n=n)
    s.shadow(p, at[1], 0.6, 8)
    s.contact(at, radius * 1.05, 0.8)
    if handle:
        t = np.linspace(0, np.pi, 24)
        r = radius * flare
        arc = np.stack(
            [at[0] + r * np.cos(t), at[1] + height + r * 1.15 * np.sin(t), np.full_like(t, at[2])],
            -1,
        )
        q = s.cam.see(arc)
        w = s.cam.px(at) * radius * 0.12 / s.f.u
        s.f.taper(q, [w, w], scale(tone, 0.7), tex="wood", grain=0.4)
        for k in range(1, 23):
            s.f.line(
                [tuple(q[k] + [-w * 0.45, -w * 0.3]), tuple(q[k] + [w * 0.45, w * 0.3])],
                scale(tone, 0.35),
                1.6,
                0.7,
            )
    s.lathe(prof, at, scale(tone, 0.45), n=n, inside=True, tex="cloth")


def basket_front(
    s: Stage, at: Vec, radius: float, height: float, tone: Rgb, *, flare: float = 1.15, n: int = 60
) -> None:
    """The near wall of a woven basket: over and under, course by course, and a plaited rim."""
    rows = 11
    y = np.linspace(0, height, rows * 2 + 1)
    prof = np.stack([radius * (1 + (flare - 1) * y / height), y], 1)
    p, nrm = turned(prof, at, n=n)
    i, j = np.arange(len(y))[:, None], np.arange(n + 1)[None]
    weave = np.where(((i // 2) + (j // 2)) % 2 == 0, 1.15, 0.62)
    near = nrm[..., 2] < 0.12
    base = np.asarray(tone) * weave[..., None]
    mid = p.copy()
    s.mesh(
        np.where(near[..., None], mid, p),
        nrm,
        base,
        tex="wood",
        uv=np.stack(np.meshgrid(np.linspace(0, 1500, n + 1), y * 1500), -1),
    )
    for k in range(0, len(y), 2):
        q = p[k][near[k]]
        q = q[np.argsort(q[:, 0])]
        s.trail(q, scale(tone, 0.3), 1.2, 0.6)
    top = ring((at[0], at[1] + height, at[2]), (0, 1, 0), radius * flare, 90)
    q = s.cam.see(top)
    w = s.cam.px(at) * radius * 0.10 / s.f.u
    front = q[top[:, 2] < at[2] + 0.01]
    front = front[np.argsort(front[:, 0])]
    s.f.taper(front, [w, w, w], tone, tex="wood", grain=0.4)
    for k in range(0, len(front) - 1):
        s.f.line(
            [tuple(front[k] + [-w * 0.3, w * 0.4]), tuple(front[k] + [w * 0.5, -w * 0.4])],
            scale(tone, 0.4),
            1.5,
            0.7,
        )
