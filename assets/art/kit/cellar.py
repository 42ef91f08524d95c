"""Working rooms: each region's cellar wall, its window, and tools of iron, brass and wood."""

import numpy as np

from kit.frame import Frame
from kit.noise import cover
from kit.palette import Rgb, mix, scale
from kit.rooms import masonry, shaft
from kit.solids import disc
from kit.space import Stage, Vec, unit

BRASS: Rgb = (0.62, 0.45, 0.20)
IRON: Rgb = (0.20, 0.20, 0.21)
KEYS: dict[str, tuple[Rgb, Rgb]] = {  # key light and ambient indoors
    "rioja": ((1.85, 1.40, 0.92), (0.06, 0.05, 0.05)),
    "piedmont": ((1.45, 1.36, 1.20), (0.09, 0.10, 0.11)),
    "douro": ((1.95, 1.22, 0.66), (0.07, 0.07, 0.09)),
    "bordeaux": ((1.45, 1.43, 1.36), (0.08, 0.09, 0.11)),
    "qingtian": ((1.35, 1.40, 1.32), (0.11, 0.13, 0.125)),
}


def wall(
    f: Frame,
    s: Stage,
    z: float,
    *,
    size: float = 1.0,
    base: float = -1.0,
    half: float = 6.0,
    top: float = 5.0,
) -> None:
    """The region's wall across the view at depth z; ``size`` scales its stones."""
    p = f.pal
    build = {  # tone, course, block, spread, rough, joint
        "rioja": (mix(p.stone, p.earth, 0.30), 0.26, 0.46, 0.10, 0.10, None),
        "piedmont": (
            mix(mix(p.earth, p.accent, 0.30), p.stone, 0.12),
            0.078,
            0.25,
            0.13,
            0.04,
            mix(p.stone, p.shade, 0.45),
        ),
        "douro": (mix(p.stone, p.stone_lt, 0.22), 0.20, 0.55, 0.13, 0.10, scale(p.stone, 0.4)),
        "bordeaux": (mix(p.stone, p.stone_lt, 0.2), 0.31, 0.62, 0.05, 0.02, None),
        "qingtian": (mix(p.stone, p.shade, 0.15), 0.24, 0.44, 0.09, 0.09, None),
    }
    tone, course, block, spread, rough, joint = build[f.region]
    masonry(
        s,
        np.asarray([-half, base, z]),
        np.asarray([2 * half, 0, 0]),
        np.asarray([0, top - base, 0]),
        tone,
        course=course * size,
        block=block * size,
        spread=spread,
        rough=rough,
        joint=joint,
    )


def fall(
    f: Frame,
    cx: float,
    cy: float,
    rx: float,
    ry: float,
    low: float = 0.10,
    high: float = 0.85,
    soft: float = 1.0,
) -> None:
    """Leave one ragged pool of light on what is painted so far; fractions of the picture."""
    pool = f.pool(cx, cy, rx, ry, soft)
    f.expose(low + (high - low) * pool)


def beam(
    f: Frame,
    start: tuple[float, float],
    end: tuple[float, float],
    strength: float = 0.16,
    wide: float = 0.12,
) -> None:
    """Dusty light across the room, from a window out of sight."""
    k = f.pick(1.0, 1.7)
    shaft(f, start, end, 0.035 * k, wide * k, f.pal.sun, strength)


def quiet(
    f: Frame,
    right: float = 0.34,
    left: float = 0.5,
    start: float = 0.54,
    foot: float = 0.5,
    line: float = 0.62,
) -> None:
    """Quiet the borders: right third (presenter), left strip, and the foot of the picture."""
    y, x = np.mgrid[0 : f.h, 0 : f.w].astype(np.float32)
    drift = (cover(f.w, f.h, 2.6, 43, 2.2) - 0.5) * 0.08
    x, y = x / f.w + drift, y / f.h + drift
    gain = np.ones((f.h, f.w), np.float32)
    if not f.portrait:
        t = np.clip((x - start) / 0.36, 0, 1)
        gain *= 1 - (1 - right) * t * t * (3 - 2 * t)
        t = np.clip((0.22 - x) / 0.22, 0, 1)
        gain *= 1 - (1 - left) * t * t * (3 - 2 * t)
    else:
        line -= 0.12
    t = np.clip((y - line) / 0.25, 0, 1)
    gain *= 1 - (1 - foot) * t * t * (3 - 2 * t)
    f.expose(gain)


def rod(
    s: Stage,
    a: Vec,
    b: Vec,
    radius: float | tuple[float, float],
    tone: Rgb,
    *,
    tex: str = "iron",
    gloss: float = 0.5,
    n: int = 18,
    rows: int = 4,
) -> None:
    """A round bar from a to b, in metres; two radii make it taper."""
    r0, r1 = radius if isinstance(radius, tuple) else (radius, radius)
    d = np.asarray(b, float) - np.asarray(a, float)
    length = float(np.linalg.norm(d))
    prof = np.stack([np.linspace(r0, r1, rows), np.linspace(0, length, rows)], 1)
    s.lathe(prof, a, tone, axis=tuple(unit(d)), n=n, tex=tex, gloss=gloss, along=tex == "wood")


def knob(s: Stage, at: Vec, radius: float, tone: Rgb, gloss: float = 0.5) -> None:
    """A ball of turned wood or metal."""
    t = np.linspace(0.02, np.pi - 0.02, 11)
    s.lathe(np.stack([np.sin(t) * radius, -np.cos(t) * radius], 1), at, tone, n=26, gloss=gloss)


def corks(
    s: Stage, at: Vec, n: int, spread: tuple[float, float], tone: Rgb, size: float = 0.012
) -> None:
    """Loose corks lying about on a table."""
    rng = s.f.rng
    x, z = rng.uniform(-1, 1, n) * spread[0], rng.uniform(-1, 1, n) * spread[1]
    for i in np.argsort(-z):
        a = rng.uniform(0, np.pi)
        d = np.asarray([np.cos(a), 0, np.sin(a)]) * size * 2.0
        low = np.asarray(at) + [x[i], size, z[i]]
        s.contact((low[0], at[1], low[2]), size * 1.8, 0.6)
        k = scale(tone, float(rng.uniform(0.8, 1.1)))
        if d[2] > 0:
            d = -d
        rod(s, tuple(low - d), tuple(low + d), size, k, tex="stone", gloss=0.0)
        cap(s, tuple(low + d), tuple(unit(d)), size, scale(k, 1.1))


def cap(s: Stage, at: Vec, axis: Vec, radius: float, tone: Rgb, tex: str = "stone") -> None:
    """The flat end of a rod."""
    disc(s, at, axis, radius, tone, tex=tex, rings=3)


def air(f: Frame, tone: Rgb, strength: float = 0.14) -> None:
    """Thin light in the air of the right side, so that the dark there has depth."""
    if f.portrait:
        return
    y, x = np.mgrid[0 : f.h, 0 : f.w].astype(np.float32)
    drift = (cover(f.w, f.h, 2.6, 47, 2.0) - 0.5) * 0.5
    right = np.clip((x / f.w - 0.5) / 0.3, 0, 1)
    f.veil(right * np.clip(1 - y / f.h / 0.85, 0, 1) * (0.7 + drift), tone, strength)


def outlook(
    f: Frame,
    s: Stage,
    low: Vec,
    width: float,
    height: float,
    light: Rgb,
    bars: tuple[int, int] = (2, 3),
) -> None:
    """Country seen through a window's panes: a paler sky low down, hills, and the glazing bars
    drawn again over them. ``low`` is the lower left of the panes' plane."""
    p = f.pal
    x, y, z = low
    q = s.cam.see(
        np.asarray([[x, y, z], [x + width, y, z], [x + width, y + height, z], [x, y + height, z]])
    )
    floor, roof = q[0, 1], q[3, 1]
    dark = {"qingtian": p.leaf_dk, "douro": p.deep}.get(f.region, p.shade)
    with f.clip(q):
        for k in range(24):
            t = k / 23
            yy = roof + (floor - roof) * t
            f.fill(
                [(q[0, 0], yy), (q[1, 0], yy), (q[1, 0], floor), (q[0, 0], floor)],
                mix(mix(light, p.sky, 0.45), mix(light, (1, 1, 1), 0.18), t),
                tex="plain",
            )
        f.fill(q, mix(light, (1, 1, 1), 0.1), 0.35, tex="wash")
        xs = np.linspace(q[0, 0], q[1, 0], 60)
        for k, (up, rough) in enumerate(((0.40, 1.0), (0.27, 0.8), (0.13, 0.45))):
            flat = (0.55, 0.3) if f.region == "bordeaux" else (1.0, 1.0)
            bump = np.sin(xs / (95 * f.u) + 1.7 * k + f.seed % 7) + 0.5 * np.sin(
                xs / (41 * f.u) + 2.9 * k
            )
            ys = floor + (roof - floor) * (up * flat[0] + 0.055 * rough * flat[1] * bump)
            f.fill(
                np.vstack([np.stack([xs, ys], 1), [q[1], q[0]]]),
                mix(mix(light, p.far, 0.55), dark, 0.12 + 0.22 * k),
                0.9,
                tex="wash",
                blur=1.2,
            )
        for k in range(1, bars[0]):
            c = q[0] + (q[1] - q[0]) * k / bars[0]
            d = q[3] + (q[2] - q[3]) * k / bars[0]
            f.line([tuple(c), tuple(d)], scale(dark, 0.55), 6)
        for k in range(1, bars[1]):
            c = q[0] + (q[3] - q[0]) * k / bars[1]
            d = q[1] + (q[2] - q[1]) * k / bars[1]
            f.line([tuple(c), tuple(d)], scale(dark, 0.55), 4.5)
    f.line(q, scale(dark, 0.5), 6, closed=True)
