"""Pressing: the upright basket press under its iron screw, wine running into a tub."""

import numpy as np

from kit.cellar import IRON, KEYS, air, beam, fall, knob, quiet, rod, wall
from kit.frame import Frame, argb
from kit.palette import Rgb, mix, scale
from kit.rooms import floor
from kit.solids import bands, disc, ring, staves
from kit.space import Camera, Light, Stage, Vec, turned
from pack import Pack

RADIUS, LOW, HIGH = 0.46, 0.42, 1.16  # the basket, metres


def slats(s: Stage, at: Vec, wood: Rgb, juice: Rgb, count: int = 40) -> None:
    """The basket: upright slats with dark wet gaps between, held by three iron hoops."""
    x, y, z = at
    prof = np.stack([np.full(9, RADIUS), np.linspace(LOW, HIGH, 9)], 1)
    s.lathe(prof * [0.975, 1], at, mix(juice, (0.05, 0.01, 0.02), 0.55), n=64, gloss=0.25)
    for k in range(count):
        a0, a1 = (np.asarray([k + 0.09, k + 0.91])) * 2 * np.pi / count
        th = np.linspace(a0, a1, 4)
        rows = np.linspace(LOW, HIGH, 7)
        n = np.stack([np.sin(th), 0 * th, -np.cos(th)], -1)
        p = np.asarray([x, y, z]) + RADIUS * n[None] + rows[:, None, None] * np.asarray([0, 1.0, 0])
        nn = np.broadcast_to(n[None], p.shape)
        if ((s.cam.eye - p) * nn).sum(-1).max() < 0:
            continue
        wet = np.linspace(0.62, 1.0, 7)[:, None, None]
        tone = np.asarray(scale(wood, float(s.f.rng.normal(1, 0.10))))
        base = (tone * wet + np.asarray(juice) * (1 - wet) * 0.8) * np.ones((7, 4, 1))
        uv = np.stack(np.meshgrid(np.linspace(0, 30, 4), rows * 420), -1)[..., ::-1]
        s.mesh(p, nn, base, tex="wood", uv=uv + s.f.rng.uniform(0, 900, 2))
    p, nrm = turned(prof, at, n=64)
    for t in (0.06, 0.5, 0.94):
        bands(s, p, nrm, t, 0.075, IRON, lift=1.03, gloss=0.55)
    for a in (0.30, 2.6):  # the hinged clasps
        q = np.asarray(
            [x + RADIUS * 1.05 * np.sin(a - 0.5), 0, z - RADIUS * 1.05 * np.cos(a - 0.5)]
        )
        for t in (0.06, 0.5, 0.94):
            knob(s, (q[0], y + LOW + (HIGH - LOW) * t, q[2]), 0.022, IRON)


def tray(s: Stage, at: Vec, stone: Rgb, juice: Rgb, tex: str) -> None:
    """The round bed with its gutter full of wine and the lip it leaves by."""
    x, y, z = at
    r = RADIUS * 1.42
    foot = np.asarray(
        [[r * 0.90, 0.16], [r * 0.98, 0.24], [r, 0.30], [r, 0.385], [r * 0.985, 0.40]]
    )
    for dx, dz in ((-0.42, 0.30), (0.42, 0.30), (-0.44, -0.26), (0.44, -0.26)):
        s.box((x + dx - 0.055, y, z + dz - 0.055), (0.11, 0.22, 0.11), scale(s.f.pal.wood, 0.75))
    p, _ = turned(foot, at)
    s.shadow(p, at[1], 0.7, 12)
    s.lathe(foot, at, stone, n=64, tex=tex, gloss=0.1)
    disc(s, (x, y + 0.375, z), (0, 1, 0), r * 0.97, juice, tex="wash", gloss=0.6)
    s.trail(ring((x, y + 0.377, z), (0, 1, 0), r * 0.95), mix(juice, (1, 0.8, 0.8), 0.3), 1.8, 0.5)
    lip = ring((x, y + 0.40, z), (0, 1, 0), r * 0.99)
    s.trail(lip, scale(stone, 1.5), 3.0, 0.6)


def screw(s: Stage, at: Vec, wood: Rgb) -> None:
    """Pressing head: blocks on the marc, the screw, the nut and its long bar."""
    x, y, z = at
    top = y + HIGH - 0.10
    disc(s, (x, top, z), (0, 1, 0), RADIUS * 0.965, s.f.pal.wine, tex="stone")
    half = np.asarray([[RADIUS * 0.90, 0.02], [RADIUS * 0.90, 0.10]])
    s.lathe(half, (x, top, z), scale(wood, 0.9), n=56, tex="wood")
    disc(s, (x, top + 0.10, z), (0, 1, 0), RADIUS * 0.90, wood, grain=260)
    for dz in (0.17, 0.0, -0.17):
        s.box((x - 0.33, top + 0.10, z + dz - 0.05), (0.66, 0.085, 0.10), scale(wood, 0.95))
    for dx in (-0.19, 0.19):
        s.box((x + dx - 0.05, top + 0.185, z - 0.26), (0.10, 0.085, 0.52), scale(wood, 1.02))
    s.box((x - 0.26, top + 0.27, z - 0.075), (0.52, 0.075, 0.15), scale(wood, 0.9))
    base = top + 0.345
    rows = 150
    h = np.linspace(0, 0.92, rows)
    r = 0.040 + 0.0065 * np.abs(((h / 0.030) % 1) * 2 - 1)
    s.lathe(np.stack([r, h], 1), (x, base, z), (0.40, 0.39, 0.38), n=26, tex="iron", gloss=0.9)
    s.lathe(
        np.asarray(
            [[0.15, 0.0], [0.16, 0.03], [0.15, 0.075], [0.085, 0.09], [0.08, 0.17], [0.05, 0.18]]
        ),
        (x, base + 0.01, z),
        IRON,
        n=36,
        tex="iron",
        gloss=0.7,
    )
    a = (x - 0.62, base + 0.175, z - 0.40)
    b = (x + 0.50, base + 0.100, z + 0.22)
    rod(s, b, a, (0.020, 0.026), scale(wood, 1.1), tex="wood", gloss=0.2, rows=8)
    knob(s, a, 0.033, scale(wood, 1.1), 0.25)


def tub(s: Stage, at: Vec, wood: Rgb, wine: Rgb, wine_lt: Rgb) -> None:
    """A low tub, half full, froth where the wine falls in."""
    r, h = 0.34, 0.27
    prof = np.stack([np.linspace(r * 0.9, r, 7), np.linspace(0, h, 7)], 1)
    p, nrm = turned(prof, at, n=56)
    s.shadow(p, at[1], 0.65, 9)
    s.contact(at, r, 0.8)
    s.lathe(
        np.asarray([[r * 0.93, 0.02], [r * 0.955, h]]),
        at,
        scale(wood, 0.5),
        inside=True,
        n=56,
        tex="wood",
        along=True,
    )
    level = (at[0], at[1] + h * 0.62, at[2])
    disc(s, level, (0, 1, 0), r * 0.94, wine, tex="wash", gloss=0.7)
    for k, a in ((0.26, 0.75), (0.5, 0.45), (0.78, 0.3)):
        s.trail(
            ring((level[0] + 0.02, level[1] + 0.002, level[2] + 0.10), (0, 1, 0), r * 0.6 * k, 40),
            mix(wine_lt, (1, 0.85, 0.85), 0.45),
            2.2,
            a,
        )
    n = 46
    a, rr = s.f.rng.uniform(0, 2 * np.pi, n), np.abs(s.f.rng.normal(0, 0.05, n))
    froth = np.stack(
        [
            level[0] + 0.02 + rr * np.cos(a),
            np.full(n, level[1] + 0.004),
            level[2] + 0.10 + rr * np.sin(a) * 0.8,
        ],
        -1,
    )
    for q in s.cam.see(froth):
        size = float(s.f.rng.uniform(2.5, 6)) * s.f.u
        s.f.oval(
            q[0], q[1], size, size * 0.7, mix(wine_lt, (1, 0.86, 0.88), 0.6), 0.75, tex="plain"
        )
    p, nrm = s.lathe(prof, at, wood, n=56, tex="wood", along=True)
    staves(s, p, nrm, 26, scale(wood, 0.25), 1.2)
    for t in (0.16, 0.80):
        bands(s, p, nrm, t, 0.10, IRON, gloss=0.5)
    s.trail(ring((at[0], at[1] + h, at[2]), (0, 1, 0), r), scale(wood, 1.6), 2.6, 0.6)


def run(s: Stage, start: Vec, end: Vec, wine: Rgb, wine_lt: Rgb) -> None:
    """Wine leaving the lip in a falling arc."""
    t = np.linspace(0, 1, 40)
    a, b = np.asarray(start), np.asarray(end)
    p = a + (b - a) * t[:, None] * np.asarray([1, 0, 1])
    p[:, 1] = a[1] + (b[1] - a[1]) * t**2
    q = s.cam.see(p)
    px = s.cam.px(start) / s.f.u
    s.f.taper(q, np.asarray([0.055, 0.036, 0.026, 0.024, 0.026]) * px, wine, tex="plain")
    s.f.taper(
        q + [-2.0 * s.f.u, 0],
        np.asarray([0.030, 0.016, 0.012, 0.011, 0.012]) * px,
        wine_lt,
        0.95,
        tex="plain",
    )
    s.f.line(q + np.asarray([-4.0, -1]) * s.f.u, (1, 0.85, 0.85), 1.6, 0.75)


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    p, r = f.pal, f.region
    key, amb = KEYS[r]
    f.canvas.clear(argb(p.ground))
    cam = Camera(
        f,
        (0.35, 1.62, -4.2),
        (0.05, 1.02, 0.0),
        f.pick(1.62, 1.75),
        (f.pick(0.425, 0.50) * f.w, f.y(f.pick(0.40, 0.30))),
    )
    s = Stage(
        f, cam, Light((-0.85, 0.62, -0.42), scale_key(key, 1.15), amb, bounce=scale(amb, 0.5))
    )
    wall(f, s, 2.4, size=1.0, base=-0.2, half=7, top=4.6)
    ground = {
        "piedmont": mix(p.earth, p.shade, 0.4),
        "qingtian": mix(p.stone, p.shade, 0.5),
        "bordeaux": scale(p.stone, 0.7),
    }.get(r, mix(p.stone, p.earth, 0.4))
    floor(s, ground, near=-3.4, far=2.4, tex="stone", flags=0.75)
    f.soften(np.ones((f.h, f.w), np.float32), 3)
    if f.portrait:
        fall(f, 0.55, 0.20, 0.50, 0.26, 0.20, 1.02)
        beam(f, (-0.06, -0.05), (0.92, 0.45), 0.22)
    else:
        fall(f, 0.46, 0.26, 0.26, 0.42, 0.20, 1.02)
        beam(f, (0.02, -0.16), (0.58, 0.68), 0.22)
    wood = mix(p.wood, p.wood_lt, 0.55)
    wine, lit = mix(p.wine, p.wine_lt, 0.15), p.wine_lt
    stone = {"piedmont": mix(p.metal, p.shade, 0.3), "douro": p.stone, "bordeaux": p.stone}.get(
        r, scale(wood, 0.7)
    )
    at = (0.0, 0.0, 0.2)
    tray(
        s,
        at,
        stone,
        wine,
        "stone" if r in ("douro", "bordeaux") else "iron" if r == "piedmont" else "wood",
    )
    slats(s, at, wood, wine)
    screw(s, at, wood)
    drops(s, at, lit)
    side = f.pick(0.44, 0.10)
    front = at[2] - float(np.sqrt((RADIUS * 1.42) ** 2 - side**2))
    s.box((side - 0.055, 0.315, front - 0.10), (0.11, 0.055, 0.16), scale(stone, 0.8), tex="iron")
    pool = (side + f.pick(0.20, 0.06), 0.0, front - f.pick(0.36, 0.42))
    tub(s, pool, scale(wood, 0.85), wine, lit)
    run(s, (side, 0.365, front - 0.10), (pool[0] + 0.01, 0.175, pool[2] + 0.08), wine, lit)
    quiet(f, 0.50, left=0.5, start=0.56, foot=0.30, line=f.pick(0.62, 0.60))
    air(f, mix(p.shade, p.sun, 0.2), 0.08)


def scale_key(key: Rgb, k: float) -> Rgb:
    """A light made stronger without clipping."""
    return (key[0] * k, key[1] * k, key[2] * k)


def drops(s: Stage, at: Vec, lit: Rgb) -> None:
    """Beads and threads of wine running down the slats."""
    rng = s.f.rng
    for _ in range(46):
        a = float(rng.uniform(-1.25, 1.25))
        y0 = float(rng.uniform(LOW + 0.06, HIGH - 0.28))
        n = np.asarray([np.sin(a), 0, -np.cos(a)])
        low = np.asarray(at) + n * RADIUS * 1.004
        line = np.stack([low + [0, y0, 0], low + [0, y0 - rng.uniform(0.03, 0.16), 0]])
        s.trail(
            line,
            mix(lit, (1, 0.75, 0.75), float(rng.uniform(0, 0.45))),
            float(rng.uniform(1.2, 2.6)),
            0.7,
        )
