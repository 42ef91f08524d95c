"""Vessels beyond bottle and goblet: porcelain cups, leaning glasses, jars, laboratory glass."""

import numpy as np
import skia

from kit.frame import smooth
from kit.palette import Rgb, mix, scale
from kit.solids import disc, ring
from kit.space import Stage, Vec, turned, unit


def cup(
    s: Stage,
    at: Vec,
    radius: float,
    height: float,
    *,
    axis: Vec = (0, 1, 0),
    tone: Rgb = (0.90, 0.91, 0.87),
    wine: Rgb | None = None,
    fill: float = 0.8,
    band: Rgb | None = None,
    cast: bool = True,
) -> None:
    """A small footed porcelain cup, ``fill`` of its height full of wine; ``axis`` may lean."""
    pal = s.f.pal
    wine = wine or pal.wine_lt
    outer = smooth(
        np.asarray(
            [
                [radius * 0.44, 0.0],
                [radius * 0.43, height * 0.12],
                [radius * 0.62, height * 0.26],
                [radius * 0.86, height * 0.55],
                [radius * 0.97, height * 0.85],
                [radius, height],
            ]
        ),
        steps=5,
    )
    if cast:
        p, _ = turned(outer, at)
        s.shadow(p, at[1], 0.5, 4)
        s.contact(at, radius * 0.5, 0.6)
    inner = smooth(
        np.asarray(
            [[radius * 0.4, height * 0.3], [radius * 0.82, height * 0.55], [radius * 0.975, height]]
        ),
        steps=4,
    )
    s.lathe(inner, at, scale(tone, 0.92), axis=axis, inside=True, gloss=0.1)
    ay = unit(axis)
    level = np.asarray(at) + ay * height * fill
    r = float(np.interp(height * fill, outer[:, 1], outer[:, 0])) * 0.955
    disc(s, tuple(level), axis, r, mix(wine, pal.wine_lt, 0.35), tex="wash", gloss=0.5)
    s.trail(ring(tuple(level), axis, r * 0.985), mix(pal.wine_lt, (1, 0.8, 0.75), 0.4), 1.8, 0.75)
    s.lathe(outer, at, tone, axis=axis, n=56, gloss=0.55)
    rim = ring(tuple(np.asarray(at) + ay * height), axis, radius)
    s.trail(rim, mix(tone, (1, 1, 1), 0.6), 2.2, 0.85)
    if band is not None:
        for t, w in ((0.9, 2.0), (0.83, 0.9), (0.2, 1.4)):
            loop = ring(
                tuple(np.asarray(at) + ay * height * t),
                axis,
                float(np.interp(height * t, outer[:, 1], outer[:, 0])) * 1.004,
            )
            out = loop - loop.mean(0)
            seen = ((s.cam.eye - loop) * out).sum(-1) > 0
            idx = np.flatnonzero(seen)
            k = np.roll(idx, -int(np.argmax(np.diff(np.r_[idx, idx[0] + len(loop)]) > 1)) - 1)
            s.trail(loop[k], band, w, 0.8)


def level_wine(
    s: Stage,
    at: Vec,
    axis: Vec,
    prof: np.ndarray,
    base: float,
    level: float,
    wine: Rgb,
    wine_lt: Rgb,
    side: float = -1.0,
    n: int = 72,
) -> None:
    """Wine in a leaning glass, its surface level: ``prof`` from the bowl's bottom up, ``base``
    and ``level`` heights in metres (level above the ground)."""
    y = np.linspace(base, prof[-1, 1] * 0.985, 60)
    body = np.stack([np.interp(y, prof[:, 1], prof[:, 0]) * 0.965, y], 1)
    p, nrm = turned(body, at, axis, n)
    rows = 14
    grid, norm = np.zeros((rows, n + 1, 3)), np.zeros((rows, n + 1, 3))
    for j in range(n + 1):
        high = np.maximum.accumulate(p[:, j, 1])
        stop = float(np.interp(level, high, np.arange(60)))
        pick = np.linspace(0, stop, rows)
        for c in range(3):
            grid[:, j, c] = np.interp(pick, np.arange(60), p[:, j, c])
            norm[:, j, c] = np.interp(pick, np.arange(60), nrm[:, j, c])
    norm = unit(norm)
    view = unit(s.cam.eye - grid)
    right = unit(np.cross(np.asarray([0, 1.0, 0]), view))
    x, front = (norm * -right).sum(-1), (norm * view).sum(-1)
    t = np.linspace(0, 1, rows)[:, None]
    lens = np.clip(x * -side * 0.9 + 0.30, 0, 1) ** 1.7 * np.clip(1.2 - t, 0, 1)
    rim = np.clip(1 - np.abs(front), 0, 1) ** 2.2 * 0.6
    tone = np.asarray(scale(wine, 0.8)) + np.asarray(wine_lt) * (0.95 * lens + 0.5 * rim)[..., None]
    s.mesh(grid, norm, wine, shade=np.clip(tone, 0, 1))
    top = grid[-1]
    s.f.fill(s.cam.see(top), mix(wine, wine_lt, 0.42), tex="wash")
    s.trail(top, mix(wine_lt, (1, 0.85, 0.8), 0.4), 1.8, 0.85)


def caustic(s: Stage, at: Vec, size: float, colour: Rgb, seed: int = 0) -> None:
    """The light a raised cup of wine throws on the table: a shadow with a red heart."""
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    wob = 1 + 0.08 * np.sin(3 * t + seed) + 0.05 * np.sin(5 * t + 2 * seed)
    loop = np.stack(
        [
            at[0] + size * wob * np.cos(t),
            np.full_like(t, at[1]),
            at[2] + size * 0.85 * wob * np.sin(t),
        ],
        -1,
    )
    mid = np.asarray(at)
    s.f.fill(s.cam.see(loop), (0.02, 0.03, 0.03), 0.6, tex="plain", blur=7)
    s.f.fill(s.cam.see(mid + (loop - mid) * 0.74), colour, 0.6, tex="wash", blur=5)
    s.f.fill(
        s.cam.see(mid + (loop - mid) * 0.40 + [0.004, 0, 0.004]),
        mix(colour, (1, 0.7, 0.6), 0.4),
        0.5,
        tex="plain",
        blur=5,
        blend=skia.BlendMode.kScreen,
    )


def clear_jar(
    s: Stage,
    at: Vec,
    prof: np.ndarray,
    level: float,
    wine: Rgb,
    wine_lt: Rgb,
    *,
    side: float = -1.0,
    n: int = 72,
    lens_gain: float = 0.9,
    cast: bool = True,
    floor_glow: float = 0.4,
) -> np.ndarray:
    """A vessel of clear glass turned from ``prof`` (radius, height), wine up to ``level``;
    returns the ring of its mouth."""
    light = np.asarray(s.light.key) / max(s.light.key)
    p, nrm = turned(prof, at, n=n)
    if cast:
        s.shadow(p, at[1], 0.42, 7)
        s.contact(at, float(prof[0, 0]) * 1.05, 0.6)
        spot = s.cam.see((at[0] + 0.9 * level, at[1], at[2] + 0.3 * level))
        size = s.cam.px(at) * float(prof[:, 0].max())
        s.f.oval(
            spot[0],
            spot[1],
            size,
            size * 0.28,
            wine_lt,
            floor_glow,
            tex="plain",
            blur=size / s.f.u * 0.3,
            blend=skia.BlendMode.kScreen,
        )

    def look(q: np.ndarray, m: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        view = unit(s.cam.eye - q)
        right = unit(np.cross(np.asarray([0, 1.0, 0]), view))
        return (m * -right).sum(-1), (m * view).sum(-1)

    x, front = look(p, -nrm)
    edge = np.clip(1 - np.abs(front), 0, 1)
    s.mesh(
        p,
        -nrm,
        (1, 1, 1),
        shade=np.dstack(
            [np.clip((0.2 + 0.3 * edge)[..., None] * light, 0, 1), 0.05 + 0.35 * edge**2.4]
        ),
    )
    y = np.linspace(prof[0, 1] + 0.004, level, 22)
    body = np.stack([np.interp(y, prof[:, 1], prof[:, 0]) * 0.94, y], 1)
    q, m = turned(body, at, n=n)
    x, front = look(q, m)
    t = np.linspace(0, 1, 22)[:, None]
    lens = np.clip(x * -side * 0.85 + 0.22, 0, 1) ** 1.8 * (
        0.55 + 0.45 * np.sin(np.pi * np.clip(t, 0, 1))
    )
    rim = np.clip(1 - np.abs(front), 0, 1) ** 2.4 * 0.4
    tone = np.asarray(scale(wine, 0.8)) + np.asarray(wine_lt) * (lens_gain * lens + rim)[..., None]
    s.mesh(q, m, wine, shade=np.clip(tone, 0, 1))
    disc(s, (at[0], at[1] + level, at[2]), (0, 1, 0), float(body[-1, 0]), mix(wine, wine_lt, 0.45))
    s.trail(
        ring((at[0], at[1] + level, at[2]), (0, 1, 0), float(body[-1, 0]) * 0.99),
        mix(wine_lt, (1, 0.85, 0.8), 0.35),
        1.7,
        0.75,
    )
    x, front = look(p, nrm)
    edge = np.clip(1 - np.abs(front), 0, 1)
    win = np.clip((0.10 - np.abs(x - side * 0.55)) / 0.06 + 0.5, 0, 1)
    win = win * (1 - 0.7 * np.clip((0.016 - np.abs(x - side * 0.55)) / 0.02 + 0.5, 0, 1))
    thin = np.clip((0.04 - np.abs(x + side * 0.82)) / 0.05 + 0.5, 0, 1) * 0.5
    tone = (0.35 + 0.5 * edge + win + thin)[..., None] * light
    s.mesh(
        p,
        nrm,
        (1, 1, 1),
        shade=np.dstack(
            [
                np.clip(tone, 0, 1),
                np.clip(0.04 + 0.6 * edge**2.6 + 0.55 * win + 0.3 * thin, 0, 0.92),
            ]
        ),
    )
    mouth = ring((at[0], at[1] + float(prof[-1, 1]), at[2]), (0, 1, 0), float(prof[-1, 0]))
    s.trail(mouth, (float(light[0]), float(light[1]), float(light[2])), 2.0, 0.8)
    return mouth


FLASK = [
    (0.034, 0.0),
    (0.037, 0.006),
    (0.033, 0.035),
    (0.020, 0.085),
    (0.0135, 0.112),
    (0.0130, 0.140),
    (0.0165, 0.147),
]
BEAKER = [(0.034, 0.0), (0.036, 0.006), (0.036, 0.088), (0.039, 0.094)]


def flask(kind: str) -> np.ndarray:
    """The outline of a laboratory glass: ``flask`` or ``beaker``."""
    return smooth(np.asarray({"flask": FLASK, "beaker": BEAKER}[kind]), steps=5)


def pipette(s: Stage, a: Vec, b: Vec, wine: Rgb, full: float = 0.6) -> None:
    """A glass pipette with a bulb, from tip a to end b, wine up to ``full`` of its length."""
    d = np.asarray(b, float) - np.asarray(a, float)
    t = np.asarray([0, 0.06, 0.30, 0.37, 0.5, 0.57, 0.8, 1.0])
    r = np.asarray([0.0012, 0.003, 0.003, 0.008, 0.008, 0.003, 0.003, 0.003])
    q = s.cam.see(np.asarray(a) + np.linspace(0, 1, 60)[:, None] * d)
    width = np.interp(np.linspace(0, 1, 60), t, r) * 2 * s.cam.px(a) / s.f.u
    light = np.asarray(s.light.key) / max(s.light.key)
    tone = (float(light[0]), float(light[1]), float(light[2]))
    cut = int(60 * full)
    s.f.taper(q, width * 1.25, tone, 0.28, tex="plain")
    s.f.taper(q[:cut], width[:cut] * 0.85, wine, 0.95, tex="plain")
    side = np.asarray([-1.0, -0.4]) * s.f.u
    s.f.taper(q + side * width.max() * 0.10, width * 0.24, (1, 1, 1), 0.75, tex="plain")
