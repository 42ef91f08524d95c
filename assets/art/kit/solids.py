"""Barrels, vats, presses, jars, crates and baskets, each built from lit surfaces."""

import numpy as np
import skia

from kit.frame import smooth
from kit.palette import Rgb, mix, scale
from kit.space import Stage, Vec, turned, unit


def disc(
    s: Stage,
    at: Vec,
    axis: Vec,
    radius: float,
    albedo: Rgb,
    *,
    tex: str = "wood",
    grain: float = 300.0,
    turn: float = 0.0,
    rings: int = 5,
    gloss: float = 0.0,
) -> None:
    """A flat round face with planar texture (barrel head, table top, surface of wine)."""
    ay = unit(axis)
    ax = unit(np.cross((0, 1, 0) if abs(ay[1]) < 0.9 else (0, 0, 1), ay))
    az = np.cross(ay, ax)
    r = np.linspace(1e-3, radius, rings)[:, None]
    th = np.linspace(0, 2 * np.pi, 41)[None]
    cx, cz = r * np.cos(th), r * np.sin(th)
    p = np.asarray(at, float) + cx[..., None] * ax + cz[..., None] * az
    c, sn = np.cos(turn), np.sin(turn)
    uv = np.stack([cx * c - cz * sn, cx * sn + cz * c], -1) * grain + s.f.rng.uniform(0, 900, 2)
    s.mesh(p, ay * np.ones_like(p), albedo, tex=tex, uv=uv, cull=False, gloss=gloss)


def ring(at: Vec, axis: Vec, radius: float, n: int = 64) -> np.ndarray:
    """Places (n+1, 3) round a circle."""
    p, _ = turned(np.asarray([[radius, 0.0], [radius, 1e-4]]), at, axis, n)
    return p[0]


def facing(s: Stage, p: np.ndarray, nrm: np.ndarray) -> np.ndarray:
    """Which places look at the viewer."""
    out: np.ndarray = ((s.cam.eye - p) * nrm).sum(-1) > 0
    return out


def bands(
    s: Stage,
    p: np.ndarray,
    nrm: np.ndarray,
    at: float,
    width: float,
    colour: Rgb,
    lift: float = 1.012,
    gloss: float = 0.25,
) -> None:
    """An iron hoop round a turned body: rows of p run along the profile, ``at`` 0 to 1."""
    rows = len(p)
    t = np.asarray([at - width / 2, at, at + width / 2]) * (rows - 1)
    lo = np.clip(t.astype(int), 0, rows - 2)
    fr = (t - lo)[:, None, None]
    places = p[lo] * (1 - fr) + p[lo + 1] * fr
    normals = unit(nrm[lo] * (1 - fr) + nrm[lo + 1] * fr)
    centre = places[:, :-1].mean(1, keepdims=True)
    s.mesh(
        centre + (places - centre) * lift,
        normals,
        colour,
        gloss=gloss,
        tex="iron",
        uv=np.stack(np.meshgrid(np.linspace(0, 900, p.shape[1]), np.asarray([0, 10, 20.0])), -1),
    )


def staves(
    s: Stage,
    p: np.ndarray,
    nrm: np.ndarray,
    count: int,
    colour: Rgb,
    width: float = 0.9,
    alpha: float = 0.55,
) -> None:
    """Joints between staves along a turned body."""
    cols = p.shape[1] - 1
    for k in range(count):
        j = k * cols // count
        seen = facing(s, p[:, j], nrm[:, j])
        if seen.sum() > 2:
            s.trail(p[seen, j], colour, width, alpha)


def chalk(
    s: Stage,
    at: Vec,
    ex: Vec,
    ey: Vec,
    text: str,
    size: float,
    colour: Rgb,
    font: skia.Font,
    alpha: float = 0.75,
) -> None:
    """Write on a flat face: centre, unit directions right and up, letter size in metres."""
    o, x, y = s.cam.see(np.asarray([at, np.add(at, ex), np.add(at, ey)], float))
    a, b = (x - o) / 1000, (o - y) / 1000
    f = s.f
    f.canvas.save()
    f.canvas.concat(skia.Matrix.MakeAll(a[0], b[0], o[0], a[1], b[1], o[1], 0, 0, 1))
    font = skia.Font(font.getTypeface(), size * 1000)
    paint = f.paint(colour, alpha, tex="plain")
    f.canvas.drawString(text, -font.measureText(text) / 2, size * 350, font, paint)
    f.canvas.restore()


def barrel_profile(length: float, belly: float, head: float, rows: int = 15) -> np.ndarray:
    """The bulge of a barrel lying along its axis."""
    t = np.linspace(-1, 1, rows)
    return np.stack([head + (belly - head) * (1 - np.abs(t) ** 2.1), t * length / 2], -1)


def barrel(
    s: Stage,
    at: Vec,
    *,
    axis: Vec = (0, 0, -1),
    length: float = 0.95,
    belly: float = 0.35,
    head: float = 0.29,
    wood: Rgb | None = None,
    iron: Rgb | None = None,
    mark: tuple[str, ...] = (),
    font: skia.Font | None = None,
    wineband: Rgb | None = None,
    n: int = 40,
    hoops: bool = True,
    shadow: bool = True,
) -> None:
    """A barrel lying along ``axis`` (the head at +axis is the one shown)."""
    pal = s.f.pal
    wood, iron = wood or pal.wood_lt, iron or pal.metal
    jitter = s.f.rng.normal(1, 0.09, n // 2 + 1).repeat(2)[: n + 1]
    jitter[-1] = jitter[0]
    prof = barrel_profile(length, belly, head)
    tint = np.ones((len(prof), 1)) * jitter[None]
    if wineband is not None:
        tint[6:9] *= 0.62
    p, nrm = turned(prof, at, axis, n)
    if shadow:
        s.shadow(p, floor=at[1] - belly, strength=0.5, blur=9)
    p, nrm = s.lathe(prof, at, wood, axis=axis, n=n, tex="wood", grain=340, tint=tint, along=True)
    staves(s, p, nrm, 22, scale(wood, 0.25))
    if hoops:
        for place, width in (
            (0.02, 0.05),
            (0.16, 0.05),
            (0.33, 0.045),
            (0.67, 0.045),
            (0.84, 0.05),
            (0.98, 0.05),
        ):
            bands(s, p, nrm, place, width, iron)
    ay = unit(axis)
    face = np.asarray(at) + ay * (length / 2 - 0.035)
    if ay @ (s.cam.eye - face) > 0:
        heads(s, tuple(face), axis, head * 0.985, wood, mark, font)
        rim, rn = turned(
            np.asarray(
                [
                    [head * 0.94, length / 2 - 0.03],
                    [head * 0.965, length / 2],
                    [head * 1.0, length / 2],
                ]
            ),
            at,
            axis,
            n,
        )
        s.mesh(
            rim,
            ay * np.ones_like(rn),
            scale(wood, 0.9),
            cull=False,
            tex="wood",
            uv=np.stack(np.meshgrid(np.linspace(0, 700, n + 1), [0.0, 9, 18]), -1),
        )


def heads(
    s: Stage,
    at: Vec,
    axis: Vec,
    radius: float,
    wood: Rgb,
    mark: tuple[str, ...] = (),
    font: skia.Font | None = None,
) -> None:
    """A barrel's or cask's head: boards, their joints, and what is chalked on it."""
    ay = unit(axis)
    right = unit(np.cross((0, 1, 0), -ay))
    up = np.cross(-ay, right)
    disc(
        s, at, axis, radius, scale(wood, 0.92), grain=300, turn=float(s.f.rng.uniform(-0.05, 0.05))
    )
    edge = ring(at, axis, radius * 0.97)
    s.trail(edge, scale(wood, 0.18), 3.0, 0.6)
    o = np.asarray(at, float)
    for t in np.linspace(-0.8, 0.8, 7):
        half = np.sqrt(1 - t * t) * radius * 0.96
        line = np.stack([o + right * t * radius - up * half, o + right * t * radius + up * half])
        s.trail(line, scale(wood, 0.22), 1.1, 0.6)
    if font is not None:
        for i, text in enumerate(mark):
            where = o + up * radius * (0.34 - 0.42 * i) + ay * 0.004
            chalk(
                s,
                tuple(where),
                tuple(right),
                tuple(up),
                text,
                radius * (0.36 if i == 0 else 0.26),
                s.f.pal.paper,
                font,
            )


def vat(
    s: Stage,
    at: Vec,
    *,
    height: float = 1.5,
    foot: float = 0.7,
    top: float = 0.6,
    wood: Rgb | None = None,
    tex: str = "wood",
    hoops: int = 5,
    n: int = 56,
    inner: Rgb | None = None,
    level: float = 0.12,
    count: int = 34,
) -> np.ndarray:
    """An open upright vat; returns the ring of places (n+1, 3) where its content stands."""
    pal = s.f.pal
    wood = wood or pal.wood_lt
    y = np.linspace(0, height, 9)
    prof = np.stack([foot + (top - foot) * y / height, y], -1)
    p, nrm = turned(prof, at, n=n)
    s.shadow(p, at[1], 0.55, 10)
    s.contact(at, foot * 1.05)
    back = np.asarray([[top * 0.95, max(height - 0.5, 0.02)], [top * 0.955, height]])
    s.lathe(back, at, scale(wood, 0.55), n=n, tex=tex, along=True, inside=True, grain=300)
    surface = ring((at[0], at[1] + height - level, at[2]), (0, 1, 0), top * 0.95, n)
    disc(
        s,
        (at[0], at[1] + height - level, at[2]),
        (0, 1, 0),
        top * 0.95,
        inner or pal.wine,
        tex="wash",
        rings=6,
    )
    jitter = s.f.rng.normal(1, 0.1, n // 2 + 1).repeat(2)[: n + 1]
    jitter[-1] = jitter[0]
    p, nrm = s.lathe(
        prof,
        at,
        wood,
        n=n,
        tex=tex,
        along=tex == "wood",
        grain=320,
        tint=np.ones((9, 1)) * jitter[None] if tex == "wood" else None,
    )
    if tex == "wood":
        staves(s, p, nrm, count, scale(wood, 0.2), 1.2, 0.6)
    for k in range(hoops):
        bands(s, p, nrm, 0.07 + 0.84 * k / max(hoops - 1, 1), 0.045, pal.metal)
    lip = np.asarray([[top * 0.945, height], [top * 1.0, height]])
    lp, ln = turned(lip, at, n=n)
    s.mesh(
        lp,
        np.asarray([0, 1.0, 0]) * np.ones_like(ln),
        scale(wood, 1.25),
        cull=False,
        tex=tex,
        uv=np.stack(np.meshgrid(np.linspace(0, 900, n + 1), [0.0, 20]), -1),
    )
    return surface


def mouth(s: Stage, at: Vec, height: float, radius: float) -> np.ndarray:
    """The opening of a vat in pixels: what stands inside is seen only through it."""
    out: np.ndarray = s.cam.see(ring((at[0], at[1] + height, at[2]), (0, 1, 0), radius))
    return out


def crate(s: Stage, low: Vec, size: Vec, albedo: Rgb, slats: int = 3, turn: float = 0.0) -> None:
    """An open crate of slats; its inside is dark until it is filled."""
    w, h, d = size
    x, y, z = low
    board = 0.016
    dark = scale(albedo, 0.35)
    gap = h / slats
    s.box((x, y, z), (w, board, d), dark, turn=0)
    for k in range(slats):
        s.box((x, y + k * gap + 0.006, z + d - board), (w, gap - 0.014, board), scale(albedo, 0.6))
    for side in (x, x + w - board):
        for k in range(slats):
            s.box((side, y + k * gap + 0.006, z), (board, gap - 0.014, d), scale(albedo, 0.75))
    del turn


def crate_front(s: Stage, low: Vec, size: Vec, albedo: Rgb, slats: int = 3) -> None:
    """The near side of a crate, drawn after what lies in it."""
    w, h, _ = size
    x, y, z = low
    board = 0.016
    gap = h / slats
    for side in (x, x + w - 0.05):
        s.box((side, y, z), (0.05, h, board * 1.6), scale(albedo, 0.85))
    for k in range(slats):
        tone = float(s.f.rng.uniform(0.88, 1.12))
        s.box((x, y + k * gap + 0.006, z - board), (w, gap - 0.014, board), scale(albedo, tone))


def jar(
    s: Stage,
    at: Vec,
    height: float,
    belly: float,
    clay: Rgb,
    *,
    glaze: Rgb | None = None,
    neck: float = 0.42,
    foot: float = 0.5,
    cover: Rgb | None = None,
    n: int = 44,
    shoulder: float = 0.64,
) -> np.ndarray:
    """A thrown jar with a glazed shoulder and, if given, a cloth-and-clay cover tied on."""
    knots = np.asarray(
        [
            [0, foot * belly],
            [0.12, foot * belly * 1.12],
            [0.38, belly * 0.93],
            [shoulder, belly],
            [0.82, belly * 0.8],
            [0.93, neck * belly * 1.05],
            [0.965, neck * belly],
            [1.0, neck * belly * 1.16],
        ]
    )
    prof = smooth(knots, steps=5)[:, ::-1] * np.asarray([1, height])
    p, _ = turned(prof, at, n=n)
    s.shadow(p, at[1], 0.5, 9)
    s.contact(at, foot * belly * 1.15)
    y = prof[:, 1] / height
    ragged = 0.05 * np.sin(np.linspace(0, 2 * np.pi, n + 1) * 5) + 0.03 * np.sin(
        np.linspace(0, 2 * np.pi, n + 1) * 13 + 1
    )
    line = 0.44 + ragged[None]
    p, nrm = turned(prof, at, n=n)
    base = np.where((y[:, None] > line)[..., None], np.asarray(glaze or clay), np.asarray(clay))
    rings = 1 + 0.06 * np.sin(y * 140)
    uv = np.stack(np.meshgrid(np.linspace(0, 1400, n + 1), y * height * 300), -1)
    s.mesh(
        p,
        nrm,
        base * rings[:, None, None],
        tex="stone",
        uv=uv + s.f.rng.uniform(0, 900, 2),
        gloss=0.35 if glaze else 0.05,
    )
    if cover is not None:
        r = neck * belly * 1.25
        cap = np.asarray(
            [
                [r * 1.25, 0.90 * height],
                [r * 1.06, 0.96 * height],
                [r, 1.0 * height],
                [r * 0.9, 1.05 * height],
                [0.01, 1.075 * height],
            ]
        )
        folds = 1 + 0.12 * np.sin(np.linspace(0, 2 * np.pi, n + 1) * 11)
        s.lathe(cap, at, cover, n=n, tex="cloth", tint=np.ones((5, 1)) * folds[None])
        s.trail(
            ring((at[0], at[1] + 0.955 * height, at[2]), (0, 1, 0), r * 1.1)[np.r_[16:49]],
            mix(cover, (0.1, 0.05, 0.03), 0.7),
            2.2,
        )
    return p
