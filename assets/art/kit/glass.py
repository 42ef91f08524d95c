"""Bottles and glasses: reflections of a window, thick edges, wine that holds the light."""

import cv2
import numpy as np
import skia

from kit.frame import smooth
from kit.palette import Rgb, mix, scale
from kit.solids import disc, ring
from kit.space import Stage, Vec, turned, unit

BOTTLES = {  # radius and height in metres: Bordeaux, Burgundy-like, port, slender
    "bordeaux": [
        (0.036, 0),
        (0.0375, 0.006),
        (0.0375, 0.185),
        (0.0372, 0.196),
        (0.0345, 0.208),
        (0.028, 0.219),
        (0.0205, 0.229),
        (0.0162, 0.24),
        (0.0146, 0.252),
        (0.0140, 0.292),
        (0.0150, 0.293),
        (0.0150, 0.302),
    ],
    "burgundy": [
        (0.039, 0),
        (0.0405, 0.006),
        (0.0405, 0.15),
        (0.0395, 0.17),
        (0.0355, 0.19),
        (0.0265, 0.22),
        (0.0175, 0.245),
        (0.0150, 0.26),
        (0.0143, 0.288),
        (0.0155, 0.289),
        (0.0155, 0.298),
    ],
    "port": [
        (0.037, 0),
        (0.0385, 0.006),
        (0.0385, 0.178),
        (0.0376, 0.190),
        (0.033, 0.201),
        (0.025, 0.209),
        (0.0185, 0.218),
        (0.0168, 0.235),
        (0.0172, 0.255),
        (0.015, 0.285),
        (0.0155, 0.29),
    ],
    "slender": [
        (0.034, 0),
        (0.0352, 0.006),
        (0.0352, 0.20),
        (0.0335, 0.225),
        (0.023, 0.262),
        (0.0158, 0.285),
        (0.0143, 0.30),
        (0.0138, 0.338),
        (0.0148, 0.339),
        (0.0148, 0.347),
    ],
}
SHAPES = {
    "rioja": "bordeaux",
    "piedmont": "burgundy",
    "douro": "port",
    "bordeaux": "bordeaux",
    "qingtian": "slender",
}


def profile(kind: str) -> np.ndarray:
    """A bottle's outline, finely sampled."""
    return smooth(np.asarray(BOTTLES[kind]), steps=5)


def _look(s: Stage, p: np.ndarray, n: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Sideways and frontal parts of normals as the viewer sees them."""
    view = unit(s.cam.eye - p)
    side = unit(np.cross(np.asarray([0, 1.0, 0]), view))
    return (n * -side).sum(-1), (n * view).sum(-1)


def sheen(x: np.ndarray, at: float, width: float, soft: float = 0.05) -> np.ndarray:
    """A band of reflected window on a curved side: 1 inside, soft at its borders."""
    out: np.ndarray = np.clip((width / 2 - np.abs(x - at)) / soft + 0.5, 0, 1)
    return out


def bottle(
    s: Stage,
    at: Vec,
    kind: str = "bordeaux",
    *,
    scale_by: float = 1.0,
    label: skia.Image | None = None,
    band: tuple[float, float] = (0.05, 0.145),
    capsule: Rgb | None = None,
    side: float = -1.0,
    glow: Rgb | None = None,
    glass: Rgb = (0.05, 0.075, 0.05),
    turn: float = 0.0,
    arc: float = 1.15,
    key: float = 1.0,
    cast: bool = True,
) -> None:
    """A standing bottle of dark glass; ``side`` is where the window is, ``glow`` wine lit
    through the glass."""
    prof = profile(kind) * scale_by
    n = 64
    p, nrm = turned(prof, at, n=n)
    if cast:
        s.shadow(p, at[1], 0.55, 6)
        s.contact(at, 0.045 * scale_by, 0.8)
    x, front = _look(s, p, nrm)
    base = np.ones((*p.shape[:2], 3)) * np.asarray(glass)
    if glow is not None:
        through = np.clip(x * -side, 0, 1)[..., None] ** 1.5 * np.clip(front, 0, 1)[..., None]
        base = base + np.asarray(glow) * through * 0.9
    win = sheen(x, side * 0.62, 0.22) * key
    pane = 1 - sheen(x, side * 0.62, 0.03, 0.02) * 0.6
    thin = sheen(x, -side * 0.86, 0.07, 0.06) * 0.45 * key
    rim = np.clip(1 - front, 0, 1) ** 4 * 0.22
    light = np.asarray(s.light.key) / max(s.light.key)
    shade = base + (win * pane * 0.62 + thin + rim)[..., None] * light
    shoulder = np.clip(nrm[..., 1], 0, 1)[..., None] ** 2
    shade = shade + shoulder * light * 0.25 * sheen(x, side * 0.3, 0.5, 0.3)[..., None]
    s.mesh(p, nrm, glass, shade=np.clip(shade, 0, 1))
    top = prof[-1, 1]
    if capsule is not None:
        low = top - 0.066 * scale_by
        y = np.linspace(low, top, 8)
        r = np.interp(y, prof[:, 1], prof[:, 0]) * 1.05
        cap, cn = s.lathe(np.stack([r, y], 1), at, capsule, n=40, tex="iron", gloss=0.4)
        del cn
        s.trail(cap[1], scale(capsule, 0.4), 1.2, 0.6)
    disc(
        s,
        (at[0], at[1] + top, at[2]),
        (0, 1, 0),
        prof[-1, 0],
        capsule or scale(glass, 2),
        tex="iron",
    )
    if label is not None:
        mount(s, at, kind, label, band, scale_by, turn, arc)


def mount(
    s: Stage,
    at: Vec,
    kind: str,
    label: skia.Image,
    band: tuple[float, float],
    scale_by: float,
    turn: float,
    arc: float,
) -> None:
    """Paste a label round the front of a bottle."""
    away = s.cam.eye - np.asarray(at)
    mid = np.arctan2(away[0], -away[2]) + turn
    th = np.linspace(-arc, arc, 33) + mid
    y = np.linspace(band[1], band[0], 9)
    r = np.interp(y * scale_by, *(profile(kind) * scale_by).T[::-1]) * 1.006
    ring_dir = np.stack([np.sin(th), np.zeros_like(th), -np.cos(th)], -1)
    p = np.asarray(at) + r[:, None, None] * ring_dir[None]
    p[..., 1] += y[:, None] * scale_by
    n = np.broadcast_to(ring_dir[None], p.shape)
    uv = np.stack(
        np.meshgrid(np.linspace(1, label.width() - 1, 33), np.linspace(1, label.height() - 1, 9)),
        -1,
    )
    lit = s.light.shade(p, n, (0.97, 0.97, 0.97))
    s.mesh(p, n, (1, 1, 1), image=label, uv=uv, shade=np.clip(lit * 1.02, 0, 1))
    outline = np.vstack([s.cam.see(p[0]), s.cam.see(p[-1])[::-1]])
    cv2.fillPoly(s.f.fine, [outline.astype(np.int32)], 1.0)


def goblet_profile(kind: str, height: float) -> np.ndarray:
    """Radius and height of a stemmed glass; bowl begins at row 12 or so."""
    wide = {"tulip": 0.044, "balloon": 0.056, "copita": 0.031, "small": 0.033}[kind] * height / 0.22
    foot, stem, h = wide * 0.88, 0.0038, height
    tall = 0.46 if kind != "copita" else 0.40
    knots = [
        (foot, 0.0),
        (foot, 0.004),
        (foot * 0.5, 0.012),
        (stem * 1.6, 0.022),
        (stem, 0.05),
        (stem, h * (tall - 0.12)),
        (stem * 1.8, h * (tall - 0.045)),
        (wide * 0.45, h * tall),
        (wide * 0.86, h * (tall + 0.11)),
        (wide, h * (tall + 0.21)),
        (wide * 0.93, h * 0.84),
        (wide * 0.76, h),
    ]
    return smooth(np.asarray(knots), steps=5)


def goblet(
    s: Stage,
    at: Vec,
    *,
    height: float = 0.22,
    kind: str = "tulip",
    fill: float = 0.36,
    wine: Rgb | None = None,
    wine_lt: Rgb | None = None,
    side: float = -1.0,
    axis: Vec = (0, 1, 0),
    cast: bool = True,
    key: float = 1.0,
) -> None:
    """A stemmed glass, ``fill`` of its bowl full; ``axis`` may lean for a toast."""
    pal = s.f.pal
    wine, wine_lt = wine or pal.wine, wine_lt or pal.wine_lt
    prof = goblet_profile(kind, height)
    n = 72
    p, nrm = turned(prof, at, axis, n)
    if cast:
        bowl_p = p[len(p) // 2 :]
        s.shadow(p, at[1], 0.32, 5)
        s.shadow(bowl_p, at[1], 0.22, 9)
        glow_on_table(s, bowl_p, at[1], wine_lt)
        s.contact(at, prof[0, 0] * 0.95, 0.35)
    light = np.asarray(s.light.key) / max(s.light.key)

    def skin(part: slice, gain: float, inner: bool) -> None:
        q, m = p[part], nrm[part] * (-1 if inner else 1)
        x, front = _look(s, q, m)
        edge = np.clip(1 - np.abs(front), 0, 1)
        alpha = 0.05 + 0.75 * edge**2.6
        win = np.zeros_like(x)
        if not inner:
            t = np.linspace(0, 1, len(q))[:, None]
            win = (
                sheen(x, side * 0.56, 0.24, 0.05)
                * np.clip((t - 0.12) * 8, 0, 1)
                * np.clip((0.9 - t) * 12, 0, 1)
                * (1 - 0.75 * sheen(x, side * 0.56, 0.025, 0.02))
            )
            win = win + 0.55 * sheen(x, -side * 0.8, 0.09, 0.06) * np.clip((0.8 - t) * 9, 0, 1)
        tone = 0.30 + 0.55 * edge + win
        col = np.clip(tone[..., None] * light * gain, 0, 1)
        a = np.clip(alpha * 0.75 + win * 0.72 * key, 0, 0.95)
        s.mesh(q, m, (1, 1, 1), shade=np.dstack([col, a]))

    start = int(
        np.argmax(prof[:, 1] > height * 0.40 if kind == "copita" else prof[:, 1] > height * 0.455)
    )
    bowl = slice(start, len(prof))
    skin(bowl, 0.6, True)
    base_y, top_y = prof[start, 1], height
    level = base_y + (top_y - base_y) * fill
    y = np.linspace(base_y + 0.002, level, 14)
    body = np.stack([np.interp(y, prof[start:, 1], prof[start:, 0]) * 0.965, y], 1)
    q, m = turned(body, at, (0, 1, 0) if axis == (0, 1, 0) else axis, n)
    x, front = _look(s, q, m)
    t = np.linspace(0, 1, 14)[:, None]
    lens = np.clip(x * -side * 0.9 + 0.25, 0, 1) ** 1.8 * np.clip(1.15 - t, 0, 1)
    rimlit = np.clip(1 - np.abs(front), 0, 1) ** 2.2 * 0.55
    body_tone = (
        np.asarray(scale(wine, 0.75))
        + np.asarray(wine_lt) * (0.85 * lens + 0.5 * rimlit)[..., None]
        + sheen(x, side * 0.56, 0.16)[..., None] * 0.10
    )
    s.mesh(q, m, wine, shade=np.clip(body_tone, 0, 1))
    ay = unit(axis)
    centre = np.asarray(at) + ay * level
    r = float(body[-1, 0])
    disc(s, tuple(centre), axis, r, mix(wine, wine_lt, 0.35), tex="wash")
    lip = ring(tuple(centre), axis, r * 0.985)
    s.trail(lip, mix(wine_lt, (1, 0.85, 0.8), 0.35), 1.6, 0.8)
    skin(slice(0, start + 1), 1.0, False)
    skin(bowl, 1.0, False)
    edge = ring(tuple(np.asarray(at) + ay * height), axis, float(prof[-1, 0]))
    s.trail(edge, (float(light[0]), float(light[1]), float(light[2])), 1.5, 0.75)
    foot = ring(tuple(np.asarray(at) + ay * 0.004), axis, float(prof[0, 0]))
    s.trail(foot, (float(light[0]), float(light[1]), float(light[2])), 1.2, 0.5)


def glow_on_table(s: Stage, p: np.ndarray, floor: float, colour: Rgb) -> None:
    """The red light a glass of wine throws into its own shadow."""
    q = p.reshape(-1, 3).mean(0)
    way, _ = s.light.towards(q[None])
    t = (q[1] - floor) / max(float(way[0, 1]), 0.22)
    spot = q - way[0] * t
    spot[1] = floor
    size = float(np.ptp(p[..., 0])) * 0.42
    th = np.linspace(0, 2 * np.pi, 30)
    loop = np.stack(
        [
            spot[0] + size * np.cos(th) * 1.3,
            np.full_like(th, floor),
            spot[2] + size * np.sin(th) * 0.9,
        ],
        -1,
    )
    s.f.fill(s.cam.see(loop), colour, 0.36, tex="plain", blur=5, blend=skia.BlendMode.kScreen)


def cylinder(
    s: Stage,
    at: Vec,
    radius: float,
    height: float,
    level: float,
    wine: Rgb,
    wine_lt: Rgb,
    side: float = -1.0,
    ticks: int = 12,
) -> None:
    """A laboratory measuring cylinder on its foot, with graduations."""
    light = np.asarray(s.light.key) / max(s.light.key)
    y = np.linspace(0.012, height, 10)
    prof = np.stack([np.full_like(y, radius), y], 1)
    p, nrm = turned(prof, at, n=48)
    s.shadow(p, at[1], 0.4, 6)
    foot, fn = turned(np.asarray([[radius * 2, 0], [radius * 2, 0.006], [radius, 0.014]]), at, n=40)
    s.mesh(
        foot,
        fn,
        (1, 1, 1),
        shade=np.dstack([np.ones((3, 41, 3)) * light * 0.7, np.full((3, 41), 0.45)]),
    )
    q, m = turned(np.asarray([[radius * 0.93, 0.015], [radius * 0.93, level]]), at, n=48)
    x, front = _look(s, q, m)
    lens = np.clip(x * -side + 0.2, 0, 1) ** 1.6
    tone = np.asarray(scale(wine, 0.8)) + np.asarray(wine_lt) * lens[..., None] * 0.9
    s.mesh(q, m, wine, shade=np.clip(tone, 0, 1))
    disc(s, (at[0], at[1] + level, at[2]), (0, 1, 0), radius * 0.93, mix(wine, wine_lt, 0.5))
    x, front = _look(s, p, nrm)
    edge = np.clip(1 - np.abs(front), 0, 1)
    win = sheen(x, side * 0.5, 0.2, 0.06)
    s.mesh(
        p,
        nrm,
        (1, 1, 1),
        shade=np.dstack(
            [
                np.clip((0.4 + 0.5 * edge + win)[..., None] * light, 0, 1),
                np.clip(0.05 + 0.6 * edge**2.5 + 0.5 * win, 0, 0.9),
            ]
        ),
    )
    s.trail(ring((at[0], at[1] + height, at[2]), (0, 1, 0), radius), tuple(light), 1.4, 0.7)
    away = s.cam.eye - np.asarray(at)
    mid = np.arctan2(away[0], -away[2])
    for k in range(ticks):
        yy = 0.03 + (height - 0.05) * k / ticks
        th = np.linspace(mid - 0.35, mid + (0.35 if k % 5 == 0 else 0.05), 6)
        arc = np.stack(
            [
                at[0] + radius * np.sin(th),
                np.full_like(th, at[1] + yy),
                at[2] - radius * np.cos(th),
            ],
            -1,
        )
        s.trail(arc, (0.95, 0.93, 0.88), 0.9, 0.6)
