"""Plates and bowls, and what is served in them."""

import numpy as np

from kit.frame import smooth
from kit.palette import Rgb, mix, scale
from kit.solids import disc, ring
from kit.space import Stage, Vec, turned, unit

BLACK: Rgb = (0.02, 0.018, 0.02)


def plate(
    s: Stage,
    at: Vec,
    radius: float,
    tone: Rgb,
    *,
    band: Rgb | None = None,
    deep: float = 0.016,
    squash: float = 1.0,
) -> None:
    """A plate seen at table height, with a painted line on its rim."""
    prof = np.asarray(
        [
            [radius * 0.55, 0.0],
            [radius * 0.62, 0.004],
            [radius * 0.9, deep * 0.9],
            [radius, deep],
            [radius * 0.985, deep * 1.12],
            [radius * 0.88, deep * 1.0],
            [radius * 0.62, deep * 0.5],
            [0.001, deep * 0.42],
        ]
    )
    p, _ = turned(prof, at)
    s.shadow(p, at[1], 0.5, 4)
    s.contact(at, radius * 0.7, 0.6)
    del squash
    s.lathe(prof, at, tone, n=56, tex="wash", gloss=0.25)
    if band is not None:
        s.trail(ring((at[0], at[1] + deep * 1.08, at[2]), (0, 1, 0), radius * 0.93), band, 2.6, 0.8)


def bowl(
    s: Stage,
    at: Vec,
    radius: float,
    tone: Rgb,
    *,
    height: float | None = None,
    inside: Rgb | None = None,
    band: Rgb | None = None,
) -> float:
    """A footed bowl; returns the height at which food lies."""
    h = height or radius * 0.8
    outer = smooth(
        np.asarray(
            [
                [radius * 0.45, 0],
                [radius * 0.46, h * 0.1],
                [radius * 0.78, h * 0.36],
                [radius * 0.95, h * 0.72],
                [radius, h],
            ]
        ),
        steps=4,
    )
    p, _ = turned(outer, at)
    s.shadow(p, at[1], 0.5, 5)
    s.contact(at, radius * 0.6, 0.75)
    inner = smooth(
        np.asarray([[radius * 0.3, h * 0.4], [radius * 0.8, h * 0.62], [radius, h]]), steps=4
    )
    s.lathe(inner, at, inside or tone, n=56, inside=True, gloss=0.1)
    s.lathe(outer, at, tone, n=56, gloss=0.3)
    if band is not None:
        for t, w in ((0.93, 2.2), (0.84, 1.0), (0.2, 1.4)):
            r = float(np.interp(h * t, outer[:, 1], outer[:, 0]))
            loop = ring((at[0], at[1] + h * t, at[2]), (0, 1, 0), r * 1.004)
            near = loop[loop[:, 2] < at[2]]
            s.trail(near[np.argsort(near[:, 0])], band, w, 0.8)
    s.trail(ring((at[0], at[1] + h, at[2]), (0, 1, 0), radius), mix(tone, (1, 1, 1), 0.4), 1.6, 0.6)
    return at[1] + h * 0.72


def lump(
    s: Stage, at: Vec, r: Vec, tone: Rgb, gloss: float = 0.3, tex: str = "wash", rough: float = 0.12
) -> None:
    """A rounded morsel."""
    t = np.linspace(0.02, np.pi - 0.02, 9)
    prof = np.stack([np.sin(t), -np.cos(t)], 1)
    p, n = turned(prof, (0, 0, 0), n=18)
    bump = 1 + rough * np.sin(p[..., :1] * 5 + s.f.rng.uniform(0, 6)) * np.cos(p[..., 2:] * 6)
    place = p * bump * np.asarray(r) + np.asarray(at)
    normal = unit(n / np.asarray(r))
    s.mesh(
        place,
        normal,
        tone,
        tex=tex,
        gloss=gloss,
        uv=np.stack(np.meshgrid(np.linspace(0, 300, 19), np.linspace(0, 150, 9)), -1)
        + s.f.rng.uniform(0, 900, 2),
    )


def heap(
    s: Stage,
    at: Vec,
    radius: float,
    height: float,
    n: int,
    size: float,
    tones: list[Rgb],
    gloss: float = 0.3,
    tex: str = "wash",
) -> None:
    """A heap of morsels in a bowl or on a plate."""
    a, rr = s.f.rng.uniform(0, 2 * np.pi, n), np.sqrt(s.f.rng.uniform(0, 1, n)) * radius
    x, z = rr * np.cos(a), rr * np.sin(a)
    y = height * (1 - (rr / radius) ** 2)
    order = np.argsort(y * 2 - z)
    for i in order:
        k = size * s.f.rng.uniform(0.8, 1.2, 3) * np.asarray([1, 0.75, 1])
        lump(
            s,
            (at[0] + x[i], at[1] + y[i], at[2] + z[i]),
            (k[0], k[1], k[2]),
            tones[int(s.f.rng.integers(0, len(tones)))],
            gloss,
            tex,
        )


def steamer(s: Stage, at: Vec, radius: float = 0.075) -> None:
    """A bamboo steamer of dumplings."""
    pal = s.f.pal
    cane = mix(pal.wood_lt, (0.85, 0.72, 0.48), 0.5)
    h = 0.045
    prof = np.asarray([[radius, 0], [radius, h * 0.5], [radius, h]])
    p, _ = turned(prof, at)
    s.shadow(p, at[1], 0.5, 5)
    s.contact(at, radius, 0.7)
    s.lathe(
        np.asarray([[radius * 0.95, h * 0.3], [radius * 0.95, h]]),
        at,
        scale(cane, 0.5),
        inside=True,
    )
    disc(
        s, (at[0], at[1] + h * 0.55, at[2]), (0, 1, 0), radius * 0.95, scale(cane, 0.8), tex="cloth"
    )
    for a, r in [(k * np.pi / 3 + 0.3, radius * 0.58) for k in range(6)] + [(0.0, 0.0)]:
        dumpling(s, (at[0] + r * np.cos(a), at[1] + h * 0.6, at[2] + r * np.sin(a)), radius * 0.27)
    p, _n = s.lathe(prof, at, cane, tex="wood")
    for y in (0.12, 0.5, 0.9):
        s.trail(
            ring((at[0], at[1] + h * y, at[2]), (0, 1, 0), radius * 1.005)[28:66],
            scale(cane, 0.45),
            1.8,
            0.7,
        )


def dumpling(s: Stage, at: Vec, r: float) -> None:
    """A pleated dumpling."""
    t = np.linspace(0, np.pi / 2, 7)
    prof = np.stack([np.cos(t) * r + 1e-4, np.sin(t) * r * 0.85], 1)
    folds = 1 + 0.10 * np.sin(np.linspace(0, 2 * np.pi, 37) * 9)
    s.lathe(
        prof,
        at,
        (0.93, 0.89, 0.78),
        n=36,
        tint=np.linspace(0.95, 1.05, 7)[:, None] * folds,
        gloss=0.15,
    )


def fish(s: Stage, at: Vec, length: float, tone: Rgb, garnish: Rgb) -> None:
    """A whole steamed fish on its side, scored, strewn with threads of scallion."""
    f = s.f
    t = np.linspace(0, 1, 30)
    half = length * 0.17 * np.sin(np.pi * np.clip(t * 0.92 + 0.06, 0, 1)) ** 0.8 * (1 - 0.45 * t)
    half[-5:] = np.linspace(half[-6], length * 0.13, 5)
    rows = np.linspace(-1, 1, 9)
    x = (t - 0.5) * length
    gx = np.broadcast_to(x[None], (9, 30))
    gz = rows[:, None] * half[None]
    gy = np.sqrt(np.clip(1 - rows[:, None] ** 2, 0.02, 1)) * half[None] * 0.55 + 0.002
    p = np.stack([gx, gy, gz], -1) + np.asarray(at)
    n = unit(
        np.stack(
            [
                np.zeros_like(gx),
                np.sqrt(np.clip(1 - rows[:, None] ** 2, 0.05, 1)) * np.ones_like(gx),
                rows[:, None] * np.ones_like(gx),
            ],
            -1,
        )
    )
    base = np.asarray(tone) * (1.0 - 0.4 * np.clip(rows[:, None, None], 0, 1)) * np.ones((9, 30, 1))
    s.mesh(p, n, base, gloss=0.4, cull=False, uv=np.stack([gx * 4000, gz * 4000], -1), tex="stone")
    for k in (8, 12, 16, 20):
        s.trail(p[2:7, k], scale(tone, 0.45), 2.4, 0.7)
    eye = s.cam.see(p[3, 3])
    f.oval(eye[0], eye[1], 5 * f.u, 4 * f.u, (0.95, 0.92, 0.85), tex="plain")
    f.oval(eye[0], eye[1], 2.5 * f.u, 2.2 * f.u, BLACK, tex="plain")
    spot = s.cam.see(p[2:7, 6:24].reshape(-1, 3))[f.rng.integers(0, 90, 46)]
    f.strokes(
        spot,
        f.rng.uniform(-0.6, 0.6, 46),
        34,
        2.6,
        [garnish, mix(garnish, (0.9, 0.9, 0.6), 0.5)],
        0.95,
        0.5,
    )


def chopsticks(s: Stage, at: Vec, turn: float, tone: Rgb, length: float = 0.23) -> None:
    """A pair of chopsticks on the table."""
    d = np.asarray([np.cos(turn), 0, np.sin(turn)])
    side = np.asarray([-d[2], 0, d[0]]) * 0.011
    for k in (-1, 1):
        a = np.asarray(at) - d * length / 2 + side * k * 1.2
        b = np.asarray(at) + d * length / 2 + side * k * 0.6
        q = s.cam.see(np.stack([a, (a + b) / 2, b]) + [0, 0.004, 0])
        f = s.f
        px = s.cam.px(at) * 0.007 / f.u
        f.taper(q + [3 * f.u, 4 * f.u], [px, px * 0.6], BLACK, 0.5, tex="plain", blur=2)
        f.taper(q, [px, px * 0.55], tone, tex="wood", grain=0.3)
        f.line(q - [0, px * 0.2 * f.u], mix(tone, (1, 1, 1), 0.4), px * 0.2, 0.5)


def bread(s: Stage, at: Vec, length: float, tone: Rgb) -> None:
    """A crusty loaf with cuts."""
    lump(
        s,
        (at[0], at[1] + length * 0.16, at[2]),
        (length / 2, length * 0.18, length * 0.22),
        tone,
        0.05,
        "stone",
        0.04,
    )
    for k in (-0.5, -0.15, 0.2, 0.55):
        a = np.asarray(
            [
                [at[0] + length * (k * 0.5 - 0.05), at[1] + length * 0.33, at[2] - length * 0.08],
                [at[0] + length * (k * 0.5 + 0.05), at[1] + length * 0.27, at[2] - length * 0.18],
            ]
        )
        s.trail(a, mix(tone, (1, 0.95, 0.8), 0.6), 5, 0.8)
