"""Qingtian: peaks in mist above flooded terraces."""

import numpy as np

from kit.frame import Frame
from kit.growth import terraces
from kit.land import mist, ridge, sky
from kit.palette import mix, scale
from scenes.settings import fruit
from scenes.shade import cloud_shade, right_shade


def qingtian(f: Frame) -> None:
    """After rain: peaks in mist, flooded terraces like slips of sky."""
    p = f.pal
    hz = f.pick(0.36, 0.28)
    sky(f, f.y(hz + 0.1), mix(p.sky, p.sky_lt, 0.25), p.sky_lt, clouds=0.3)
    for k, (b, rel) in enumerate(((-0.03, 0.20), (0.03, 0.22), (0.10, 0.20))):
        ridge(
            f,
            f.y(hz + b),
            f.h * rel * f.pick(1, 0.75),
            mix(p.far, p.leaf_dk, 0.10 + 0.30 * k),
            beta=2.0,
            marks=1100,
            dark=mix(p.far, p.ground, 0.3 + 0.3 * k),
            lit=mix(p.far, p.leaf_lt, 0.3),
            peaks=(
                (0.30 + 0.1 * k, 0.9, 0.07),
                (0.62 + 0.1 * k, 1.1, 0.06),
                (0.12 * k, 0.8, 0.05),
                (0.95, 0.7, 0.08),
            ),
            fade=mix(p.sky_lt, p.sky, 0.25),
        )
        mist(f, hz + b + 0.06, hz + b + 0.14, p.sky_lt, 0.55)
    xs = np.arange(f.w) / f.w
    crest = f.h * (hz + 0.13 + 0.05 * np.sin(xs * 5 + 0.6) + 0.03 * np.sin(xs * 11))
    terraces(
        f,
        crest,
        f.h * 1.15,
        int(f.pick(14, 19)),
        mix(p.leaf_dk, p.earth, 0.3),
        mix(p.stone, p.leaf_dk, 0.45),
        p.sky_lt,
        water=mix(p.sky_lt, p.stone, 0.12),
        bow=0.10,
        glow=0.9,
        power=1.5,
    )
    sh = fruit(f)
    for x, y, thousandths in (
        (0.12, 0.20, 150),
        (0.19, 0.23, 120),
        (0.50, 0.22, 150),
        (0.555, 0.21, 110),
        (0.80, 0.16, 170),
        (0.88, 0.20, 210),
    ):
        px, py = f.x(x), f.y(hz + y * f.pick(1, 0.8))
        w = thousandths * f.u
        f.line([(px, py + w * 0.5), (px + 4, py)], scale(p.wood, 0.5), w * 0.06 / f.u)
        a = f.rng.uniform(0, 2 * np.pi, 16)
        r = np.sqrt(f.rng.uniform(0, 1, 16))
        at = np.stack([px + np.cos(a) * r * w * 0.42, py - np.sin(a) * r * w * 0.3], 1)
        tone = np.clip(0.65 - np.cos(a) * 0.2 + np.sin(a) * 0.25, 0.3, 1)
        sh.stamp(
            f,
            "bush",
            at[np.argsort(-at[:, 1])],
            w * 0.5,
            f.rng.uniform(-1, 1, 16),
            np.repeat(tone[np.argsort(-at[:, 1])][:, None], 3, 1),
        )
    mist(f, hz + 0.12, hz + 0.20, p.sky_lt, 0.4)
    cloud_shade(f, f.pick(0.52, 0.44), f.pick(0.84, 0.70), 0.72)
    right_shade(f, 0.4)
