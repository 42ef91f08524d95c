"""The land each wine comes from; Rioja's is ray-traced."""

import numpy as np
import skia

from kit.frame import Frame
from kit.land import cypress, mist, ridge, sky, terrain
from kit.palette import mix, scale
from kit.space import Camera, Light, Stage
from pack import Pack
from scenes.estuary import bordeaux
from scenes.ground import roll
from scenes.paddies import qingtian
from scenes.settings import fruit
from scenes.shade import cloud_shade, right_shade
from scenes.valley import douro


def piedmont(f: Frame) -> None:
    """Morning: a hill village above the fog, rows of gold below, the Alps behind."""
    p = f.pal
    hz = f.pick(0.36, 0.27)
    sky(
        f,
        f.y(hz),
        mix(p.sky, p.shade, 0.12),
        p.sky_lt,
        sun=(0.22, hz - 0.05),
        glow=p.sun,
        clouds=0.2,
        size=0.6,
    )
    ridge(
        f,
        f.y(hz - 0.02),
        f.h * 0.075,
        mix(p.far, (1, 1, 1), 0.45),
        beta=1.7,
        lit=(0.97, 0.95, 0.92),
        dark=p.sky,
        marks=1300,
        peaks=((0.15, 0.9, 0.07), (0.52, 1.3, 0.08), (0.85, 1.0, 0.1)),
        fade=mix(p.sky_lt, p.sun, 0.25),
    )
    ridge(
        f,
        f.y(hz + 0.05),
        f.h * 0.05,
        mix(p.far, p.shade, 0.15),
        marks=500,
        fade=mix(p.sky_lt, p.far, 0.4),
    )
    crest = ridge(
        f,
        f.y(hz + 0.09),
        f.h * 0.07,
        mix(p.far, p.shade, 0.45),
        beta=2.7,
        marks=700,
        lit=mix(p.leaf_lt, p.far, 0.5),
        peaks=((0.42, 1.6, 0.16),),
    )
    village(f, crest, 0.42)
    mist(f, hz + 0.10, hz + 0.20, mix(p.sky_lt, p.sun, 0.12), 0.9)
    crest2 = ridge(
        f,
        f.y(hz + 0.21),
        f.h * 0.06,
        mix(p.shade, p.leaf, 0.35),
        beta=2.8,
        marks=900,
        lit=p.leaf_lt,
        tilt=-0.05,
        peaks=((0.2, 1.2, 0.2),),
    )
    for x, h in ((0.14, 80), (0.165, 105), (0.19, 70), (0.60, 60), (0.62, 78)):
        cypress(
            f,
            f.x(x),
            crest2[int(f.x(x))] + 8,
            h * f.u,
            mix(p.leaf_dk, p.shade, 0.4),
            p.leaf,
            wide=0.12,
        )
    mist(f, hz + 0.20, hz + 0.27, p.sky_lt, 0.6)
    cam = Camera(
        f, (0, 4.2, 0), (0, 3.0, 12), f.pick(1.2, 1.45), (f.x(0.5), f.y(hz + f.pick(0.21, 0.15)))
    )
    s = Stage(f, cam, Light((-0.7, 0.5, 0.4), (1.0, 0.92, 0.75), (0.22, 0.24, 0.26)))
    ground = roll((0.7, 0.13, 0.03, 0.4), (0.4, -0.07, 0.12, 2.0))
    terrain(
        s,
        ground,
        (-9, 9),
        (1.6, 70),
        p.earth,
        sheet=fruit(f),
        row=2.3,
        step=0.8,
        bush=1.5,
        haze=mix(p.sky_lt, p.sun, 0.15),
        thick=26,
        posts=scale(p.wood, 0.7),
        tilled=p.leaf,
    )
    cloud_shade(f, f.pick(0.60, 0.46), f.pick(0.86, 0.68), 0.75)
    right_shade(f, 0.4)


def village(f: Frame, crest: np.ndarray, x: float) -> None:
    """A cluster of roofs and a tower on a hilltop, in silhouette with lit sides."""
    p = f.pal
    tone = mix(p.shade, p.far, 0.25)
    for k in range(26):
        t = f.rng.normal(0, 0.032)
        px = f.x(x + t)
        base = crest[int(np.clip(px, 0, f.w - 1))] + 10 * f.u
        w, h = f.rng.uniform(16, 34) * f.u, f.rng.uniform(14, 30) * f.u * (1.3 - abs(t) * 12)
        wall = mix(tone, p.stone_lt, float(f.rng.uniform(0.1, 0.5)))
        f.fill([(px, base), (px + w, base), (px + w, base - h), (px, base - h)], wall, grain=0.5)
        f.fill(
            [(px + w * 0.6, base), (px + w, base), (px + w, base - h), (px + w * 0.6, base - h)],
            tone,
            0.6,
        )
        f.fill(
            [
                (px - 2, base - h),
                (px + w + 2, base - h),
                (px + w * 0.8, base - h - 9 * f.u),
                (px + w * 0.2, base - h - 9 * f.u),
            ],
            mix(p.accent, tone, 0.45),
            grain=0.4,
        )
        if k % 2:
            f.fill(
                skia.Path.Rect(skia.Rect.MakeXYWH(px + w * 0.25, base - h * 0.6, 3 * f.u, 5 * f.u)),
                p.deep,
                0.7,
            )
    px = f.x(x)
    base = crest[int(px)] + 4 * f.u
    for dx, w, h, cap in ((0, 17, 96, 24), (46, 26, 62, 0)):
        a, b = px + dx * f.u, px + (dx + w) * f.u
        f.fill(
            [(a, base), (b, base), (b, base - h * f.u), (a, base - h * f.u)],
            mix(tone, p.stone_lt, 0.4),
            tex="stone",
            grain=0.4,
        )
        f.fill(
            [
                (a + (b - a) * 0.55, base),
                (b, base),
                (b, base - h * f.u),
                (a + (b - a) * 0.55, base - h * f.u),
            ],
            tone,
            0.75,
        )
        if cap:
            f.fill(
                [
                    (a - 2, base - h * f.u),
                    (b + 2, base - h * f.u),
                    ((a + b) / 2, base - (h + cap) * f.u),
                ],
                mix(p.accent, tone, 0.4),
            )
            f.fill(
                skia.Path.Rect(
                    skia.Rect.MakeXYWH(a + 5 * f.u, base - h * f.u + 9 * f.u, 6 * f.u, 12 * f.u)
                ),
                p.deep,
                0.8,
            )


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    {
        "piedmont": piedmont,
        "douro": douro,
        "bordeaux": bordeaux,
        "qingtian": qingtian,
    }[f.region](f)
