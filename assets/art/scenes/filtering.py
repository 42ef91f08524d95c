"""Clearing: a cloth tied over a jar, and one thin crimson stream, in rain-washed window light."""

import numpy as np

from kit.cellar import air, outlook, quiet, rod, wall
from kit.frame import Frame, argb, smooth
from kit.palette import Rgb, mix, scale
from kit.rooms import window
from kit.solids import jar, ring
from kit.space import Camera, Light, Stage, Vec, unit
from kit.still import ledge, pile
from kit.vessels import clear_jar
from pack import Pack
from scenes.settings import fruit


def tripod(s: Stage, at: Vec, height: float, tone: Rgb, back: bool) -> None:
    """Bamboo legs, the hind one or the two in front."""
    legs = [(0.02, 0.16)] if back else [(-0.165, -0.06), (0.165, -0.05)]
    top = np.asarray([at[0], at[1] + height, at[2]])
    for dx, dz in legs:
        foot = np.asarray([at[0] + dx, at[1], at[2] + dz])
        head = top + np.asarray([dx * 0.56, 0.012, dz * 0.56])
        rod(s, tuple(foot), tuple(head), (0.0095, 0.0075), tone, tex="wood", gloss=0.25, rows=6)
        d = head - foot
        for t in (0.22, 0.47, 0.70):
            r = ring(tuple(foot + d * t), tuple(unit(d)), 0.0102, 24)
            s.trail(r[(r[:, 2] - (foot + d * t)[2]) < 0.001], scale(tone, 0.4), 2.4, 0.8)


def bag(s: Stage, at: Vec, radius: float, depth: float, cloth: Rgb, stain: Rgb) -> Vec:
    """A linen bag hanging from a hoop, soaked darker towards its tip; returns the tip."""
    n = 72
    th = np.linspace(0, 2 * np.pi, n + 1)
    folds = 1 + 0.05 * np.sin(th * 11) + 0.03 * np.sin(th * 17 + 1)
    t = np.linspace(0, 1, 18)
    r = radius * np.cos(t * np.pi / 2) ** 0.72
    r[-1] = radius * 0.03
    y = -depth * t**0.92
    k = 0.25 + 0.75 * np.sin(np.pi * np.clip(t, 0, 1))[:, None]
    rr = r[:, None] * (1 + (folds[None] - 1) * k)
    p = np.asarray(at) + np.stack(
        [rr * np.cos(th), np.broadcast_to(y[:, None], rr.shape), rr * np.sin(th)], -1
    )
    du, dv = np.gradient(p, axis=1), np.gradient(p, axis=0)
    nrm = unit(np.cross(du, dv))
    out = p - np.asarray(at) * np.asarray([1, 0, 1]) - np.asarray([0, 1, 0]) * p[..., 1:2]
    nrm = np.where(((nrm * out).sum(-1, keepdims=True)) < 0, -nrm, nrm)
    edge = 0.42 + 0.07 * np.sin(th * 3 + 0.6) + 0.035 * np.sin(th * 8)
    wet = np.clip((t[:, None] - edge[None]) / 0.14, 0, 1)[..., None]
    base = np.asarray(cloth) * (1 - wet) + np.asarray(stain) * wet
    s.mesh(
        p,
        nrm,
        base,
        tex="cloth",
        gloss=0.12,
        uv=np.stack(np.meshgrid(th * radius * 3000, t * depth * 3000), -1),
    )
    return (at[0], at[1] - depth, at[2])


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    p = f.pal
    f.canvas.clear(argb(p.ground))
    cam = Camera(
        f,
        (0.0, 0.30, -1.5),
        (0.0, 0.235, 0.0),
        f.pick(1.80, 2.0),
        (f.pick(0.43, 0.5) * f.w, f.y(f.pick(0.42, 0.325))),
    )
    s = Stage(f, cam, Light((-0.85, 0.65, -0.15), (1.45, 1.47, 1.38), (0.13, 0.15, 0.145)))
    z = 0.95
    wall(f, s, z, size=0.6, base=-0.6, half=3, top=1.8)
    f.expose(0.26 + 0.55 * f.pool(f.pick(0.36, 0.4), 0.28, f.pick(0.34, 0.6), 0.36, 1.0))
    sky = mix(p.sky_lt, p.sky, 0.35)
    low = (-0.62 if not f.portrait else -0.42, 0.17, z - 0.1)
    window(s, low, 0.56, 0.60, sky, mix(p.wood, p.shade, 0.45), (4, 4), 0.13)
    outlook(f, s, (low[0], low[1], low[2] + 0.13), 0.56, 0.60, sky, (4, 4))
    f.soften(np.ones((f.h, f.w), np.float32), 4)
    ledge(s, mix(p.stone, p.shade, 0.40), front=-0.26, back=0.6, tex="stone")
    jar(
        s,
        (0.32, 0, 0.30),
        0.30,
        0.135,
        scale(p.earth, 0.7),
        glaze=scale(p.shade, 0.7),
        cover=p.accent,
    )
    cane = mix(p.wood_lt, (0.72, 0.66, 0.40), 0.4)
    at = (-0.01, 0.0, 0.02)
    tripod(s, at, 0.40, scale(cane, 0.75), True)
    wine, lit = mix(p.wine, p.wine_lt, 0.25), mix(p.wine_lt, (1.0, 0.35, 0.35), 0.2)
    glass = smooth(
        np.asarray(
            [
                [0.060, 0.0],
                [0.078, 0.006],
                [0.086, 0.05],
                [0.086, 0.105],
                [0.072, 0.135],
                [0.056, 0.150],
                [0.058, 0.160],
            ]
        ),
        steps=5,
    )
    clear_jar(s, at, glass, 0.082, wine, lit)
    hoop = (at[0], 0.395, at[2])
    back = ring(hoop, (0, 1, 0), 0.092, 80)
    s.trail(back, scale(cane, 0.7), 7)
    tip = bag(s, hoop, 0.090, 0.175, p.cloth, mix(p.wine, p.wine_lt, 0.45))
    front = back[back[:, 2] < at[2] + 0.01]
    front = front[np.argsort(front[:, 0])]
    s.trail(front, cane, 8)
    s.trail(front + [0, 0.002, 0], mix(cane, (1, 1, 0.9), 0.45), 2, 0.6)
    tripod(s, at, 0.40, cane, False)
    stream(s, tip, 0.084, lit, wine)
    sh = fruit(f)
    pile(s, sh, (-0.215, 0.012, -0.08), 0.055, 0.035, 0.0, 0.030, 5)
    quiet(f, 0.42, left=0.5, start=0.56, foot=0.45, line=f.pick(0.66, 0.62))
    air(f, mix(p.shade, sky, 0.3), 0.10)


def stream(s: Stage, tip: Vec, floor: float, lit: Rgb, wine: Rgb) -> None:
    """The thread of wine, thinning as it falls, and its rings."""
    f = s.f
    y = np.linspace(tip[1] + 0.004, floor, 40)
    q = s.cam.see(
        np.stack([np.full(40, tip[0]) + 0.0006 * np.sin(y * 90), y, np.full(40, tip[2])], -1)
    )
    f.taper(q, [7.5, 4.6, 3.8, 3.6, 3.4], wine, tex="plain")
    f.taper(q, [4.0, 2.6, 2.2, 2.0, 2.0], lit, 0.95, tex="plain")
    f.line(q + np.asarray([-1.0, 0]) * f.u, (1.0, 0.88, 0.86), 1.0, 0.75)
    for r, a in ((0.010, 0.8), (0.022, 0.5), (0.038, 0.28)):
        s.trail(
            ring((tip[0], floor, tip[2]), (0, 1, 0), r, 40), mix(lit, (1, 0.9, 0.9), 0.5), 1.5, a
        )
