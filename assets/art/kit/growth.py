"""Things that grow: old vines, canes with fruit and leaves, terraced slopes."""

import numpy as np

from kit.frame import Frame, smooth
from kit.noise import line
from kit.palette import Rgb, mix, scale
from kit.sprites import Sheet, cluster, draw_leaf


def bark(
    f: Frame, xy: np.ndarray, widths: list[float], tone: Rgb, side: float = -1.0, knots: float = 1.0
) -> None:
    """A gnarled limb: dark body, ragged strips of bark, light along one flank."""
    p = smooth(xy, steps=14)
    n = len(p)
    w = np.interp(np.linspace(0, 1, n), np.linspace(0, 1, len(widths)), widths)
    w = w * (1 + 0.16 * knots * line(n, 1.4, f.rng))
    f.taper(p, w, scale(tone, 0.45), tex="wood", grain=0.6)
    d = np.gradient(p, axis=0)
    d /= np.linalg.norm(d, axis=1, keepdims=True) + 1e-9
    normal = np.stack([-d[:, 1], d[:, 0]], 1)
    count = int(max(w.mean() * n / 26, 40))
    i = f.rng.integers(0, n, count)
    off = f.rng.uniform(-0.47, 0.47, count)
    at = p[i] + normal[i] * (off * w[i] * f.u)[:, None]
    lit = np.clip(0.5 + (normal[i, 0] * off) * side * 1.5 + f.rng.normal(0, 0.12, count), 0, 0.999)
    angle = np.arctan2(d[i, 1], d[i, 0]) + f.rng.normal(0, 0.18, count)
    f.strokes(
        at,
        angle,
        np.clip(w[i] * 0.6, 8, 46),
        float(np.clip(w.mean() * 0.05, 1, 7)),
        [scale(tone, 0.25), scale(tone, 0.6), tone, mix(tone, (1, 0.93, 0.8), 0.45)],
        0.75,
        0.12,
        lit,
    )


def spray(
    f: Frame,
    at: np.ndarray,
    size: float,
    lit: Rgb,
    dark: Rgb,
    n: int,
    spread: float,
    light: tuple[float, float] = (-0.7, -0.7),
) -> None:
    """Leaves about a place, the ones towards the light brighter; pixels."""
    a = f.rng.uniform(0, 2 * np.pi, n)
    r = np.sqrt(f.rng.uniform(0, 1, n)) * spread
    x, y = at[0] + r * np.cos(a), at[1] + r * np.sin(a) * 0.8
    order = f.rng.permutation(n)
    for i in order:
        glow = np.clip(
            0.5
            + (np.cos(a[i]) * light[0] + np.sin(a[i]) * light[1]) * 0.45 * r[i] / spread
            + f.rng.normal(0, 0.15),
            0,
            1,
        )
        tone = mix(dark, lit, float(glow))
        k = float(size * f.rng.uniform(0.6, 1.1))
        draw_leaf(
            f,
            (float(x[i]), float(y[i])),
            k,
            float(f.rng.uniform(1.9, 4.4)),
            mix(tone, lit, 0.25),
            mix(tone, dark, 0.55),
            float(f.rng.uniform(0.55, 1.0)),
        )


def hanging(
    f: Frame,
    sh: Sheet,
    cane: np.ndarray,
    picks: list[tuple[float, float]],
    leaf: float,
    tone: Rgb,
    count: int = 64,
) -> None:
    """A cane in pixels with bunches at (place along it, length px) and leaves over it."""
    p = smooth(cane, steps=16)
    leaves = [float(t) for t in np.linspace(0.03, 0.98, 9)]
    for t in leaves[::2]:
        q = p[int(t * (len(p) - 1))] + f.rng.normal(0, leaf * 0.2, 2)
        spray(
            f,
            q + [0, -leaf * 0.1],
            leaf * 0.9,
            mix(f.pal.leaf, f.pal.leaf_dk, 0.35),
            f.pal.leaf_dk,
            4,
            leaf * 0.8,
        )
    bark(f, cane, [16, 12, 8], tone, knots=0.4)
    for t, size in picks:
        q = p[int(t * (len(p) - 1))]
        cluster(
            f,
            sh,
            (float(q[0]), float(q[1])),
            size,
            lean=float(f.rng.uniform(-0.08, 0.08)),
            count=count,
        )
    for t in leaves[1::2]:
        q = p[int(t * (len(p) - 1))] + f.rng.normal(0, leaf * 0.25, 2)
        spray(
            f,
            q + [0, -leaf * 0.55],
            leaf,
            f.pal.leaf_lt,
            mix(f.pal.leaf_dk, f.pal.leaf, 0.3),
            3,
            leaf * 0.5,
        )


def bayberries(f: Frame, sh: Sheet, branch: np.ndarray, size: float, n: int = 26) -> None:
    """A bayberry branch: whorls of lance leaves, fruit close to the wood."""
    p = smooth(branch, steps=18)
    length = len(p)
    for layer in (0, 1):
        for t in np.linspace(0.06, 1.0, 9):
            q = p[int(t * (length - 1))]
            k = 6
            a = np.linspace(0, 2 * np.pi, k) + f.rng.uniform(0, 6)
            reach = size * f.rng.uniform(1.1, 1.7, k) * (1.25 if layer == 0 else 0.95)
            xy = (
                q
                + np.stack([np.cos(a), np.sin(a) * 0.75], 1) * reach[:, None] * 0.55
                + [0, -size * 0.35]
            )
            glow = np.clip(
                0.62 - 0.35 * np.sin(a) - 0.25 * np.cos(a) + f.rng.normal(0, 0.1, k), 0.15, 1
            )
            glow = glow * (0.5 if layer == 0 else 1.0)
            sh.stamp(f, "leaf", xy, reach * 1.15, a + np.pi / 2, np.repeat(glow[:, None], 3, 1))
        if layer == 0:
            bark(f, branch, [26, 18, 9], f.pal.wood, knots=0.6)
            spots = p[f.rng.integers(int(length * 0.12), length, n)]
            off = np.stack([f.rng.uniform(-0.9, 0.9, n), f.rng.uniform(0.1, 1.5, n)], 1) * size
            xy = spots + off
            order = np.argsort(off[:, 0] * 0.3 + f.rng.uniform(0, size, n))
            for q in xy[order]:
                f.oval(
                    float(q[0] + size * 0.12),
                    float(q[1] + size * 0.16),
                    size * 0.52,
                    size * 0.52,
                    (0.03, 0.03, 0.03),
                    0.4,
                    tex="plain",
                    blur=size * 0.08 / f.u,
                )
                sh.stamp(
                    f,
                    "berry",
                    q[None],
                    size * f.rng.uniform(0.9, 1.08),
                    f.rng.uniform(-1, 1),
                    np.full((1, 3), float(f.rng.uniform(0.72, 1.0))),
                )


def terraces(
    f: Frame,
    crest: np.ndarray,
    foot: float,
    steps: int,
    soil: Rgb,
    wall: Rgb,
    lit: Rgb,
    *,
    sh: Sheet | None = None,
    side: float = -1.0,
    power: float = 1.35,
    water: Rgb | None = None,
    bow: float = 0.0,
    glow: float = 1.0,
    x0: float = 0.0,
    x1: float = 1.0,
) -> None:
    """A slope cut into steps below a crest (w,) in pixels, wall by wall down to ``foot``.

    With ``water`` every step is a flooded field instead of a row of vines.
    """
    xs = np.arange(int(x0 * f.w), int(x1 * f.w), 6)
    top = crest[np.clip(xs, 0, f.w - 1)]
    sway = line(len(xs), 3.4, f.rng)
    for k in range(steps):
        t0, t1 = (k / steps) ** power, ((k + 1) / steps) ** power
        wob = (
            sway * min(f.w, f.h) * 0.014 * (0.3 + t0)
            + line(len(xs), 2.6, f.rng) * min(f.w, f.h) * 0.004
        )
        bend = bow * f.h * t0 * np.sin(np.linspace(0, np.pi, len(xs)))
        y0 = top + (foot - top) * t0 + wob + bend
        y1 = top + (foot - top) * t1 + wob + bend
        y1 = np.maximum(y1, y0 + 1)
        light = np.gradient(y0) / 6 * -side
        sun = float(np.clip(0.75 + 0.25 * glow - 0.35 * t0, 0.2, 1.0))
        band = np.vstack([np.stack([xs, y0], 1), [[xs[-1], foot + 9], [xs[0], foot + 9]]])
        f.fill(band, mix(soil, lit, 0.35 * sun), grain=0.7)
        tall = y1 - y0
        drop = np.vstack([np.stack([xs, y1 - tall * 0.42], 1), np.stack([xs, y1], 1)[::-1]])
        f.fill(drop, scale(wall, 0.55 + 0.45 * sun), tex="stone", grain=0.35)
        size = float(tall.mean())
        if size > 7 * f.u:
            n = int(len(xs) * 2.2)
            i = f.rng.integers(0, len(xs), n)
            at = np.stack(
                [xs[i] + f.rng.uniform(-3, 3, n), y1[i] - tall[i] * f.rng.uniform(0.02, 0.4, n)], 1
            )
            f.strokes(
                at,
                0.0,
                size * 0.35 / f.u,
                size * 0.05 / f.u,
                [scale(wall, 0.3), scale(wall, 0.6), mix(wall, lit, 0.5 * sun)],
                0.6,
            )
        f.line(
            np.stack([xs, y1 - tall * 0.42], 1),
            mix(wall, lit, 0.6 * sun),
            max(size * 0.03 / f.u, 0.8),
            0.7,
        )
        if water is not None:
            flat = np.vstack(
                [np.stack([xs, y0 + tall * 0.06], 1), np.stack([xs, y1 - tall * 0.46], 1)[::-1]]
            )
            f.fill(flat, mix(water, soil, 0.15 + 0.1 * (k % 3)), 0.9, tex="wash", grain=0.8)
            n = int(len(xs) * 0.8)
            i = f.rng.integers(0, len(xs), n)
            at = np.stack([xs[i] + 0.0, y0[i] + tall[i] * f.rng.uniform(0.1, 0.5, n)], 1)
            f.strokes(
                at,
                -1.5,
                size * 0.22 / f.u,
                max(size * 0.02 / f.u, 0.7),
                [f.pal.leaf, f.pal.leaf_dk, f.pal.leaf_lt],
                0.7,
            )
        if sh is not None:
            gap = max(size * 0.55, 5.0)
            bx = np.arange(xs[0], xs[-1], gap) + f.rng.normal(
                0, gap * 0.12, len(np.arange(xs[0], xs[-1], gap))
            )
            by = np.interp(bx, xs, y0 + tall * 0.30)
            glowx = np.interp(bx, xs, np.clip(0.62 + light * 0.6, 0.3, 1.0)) * (0.45 + 0.55 * sun)
            sh.stamp(
                f,
                "bush",
                np.stack([bx, by], 1),
                gap * 1.5,
                f.rng.uniform(-0.3, 0.3, len(bx)),
                np.stack([glowx, glowx * 0.97, glowx * 0.9], 1),
            )
