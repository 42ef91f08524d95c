"""The land each wine comes from."""

import numpy as np
import skia

from kit.frame import Frame, smooth
from kit.growth import terraces
from kit.houses import house
from kit.land import cypress, mist, ridge, sky, terrain
from kit.noise import cover
from kit.palette import mix, scale
from kit.space import Camera, Light, Stage, turned
from pack import Pack
from scenes.settings import fruit


def roll(*waves: tuple[float, float, float, float]):  # noqa: ANN201 - a local height function
    """Ground from a few long waves: (height, along x, along z, phase)."""
    def height(x: np.ndarray, z: np.ndarray) -> np.ndarray:
        return sum(h * np.sin(x * a + z * b + c) for h, a, b, c in waves) + 0 * x
    return height


def cloud_shade(f: Frame, y0: float, y1: float, depth: float = 0.6) -> None:
    """The shadow of a cloud over the near ground, soft and uneven; fractions."""
    yy = (np.mgrid[0:f.h, 0:f.w][0] / f.h).astype(np.float32)
    rag = (cover(f.w, f.h, 2.6, 77, 2.2, 3.0) - 0.5) * 0.14
    t = np.clip((yy + rag - y0) / (y1 - y0), 0, 1)
    f.expose(1 - depth * t * t * (3 - 2 * t))


def right_shade(f: Frame, depth: float = 0.4) -> None:
    """A quieter right third."""
    if f.portrait:
        return
    xx = (np.mgrid[0:f.h, 0:f.w][1] / f.w).astype(np.float32)
    rag = (cover(f.w, f.h, 2.6, 79, 2.2) - 0.5) * 0.08
    t = np.clip((xx + rag - 0.5) / 0.45, 0, 1)
    f.expose(1 - depth * t * t * (3 - 2 * t))


def rioja(f: Frame) -> None:
    """Noon: the Sierra, chalk and red clay, a watchman's stone hut among bush vines."""
    p = f.pal
    hz = f.pick(0.40, 0.30)
    sky(f, f.y(hz), p.sky, p.sky_lt, clouds=0.55, cloud=(0.97, 0.94, 0.88))
    ridge(f, f.y(hz - 0.015), f.h * f.pick(0.13, 0.07), mix(p.far, p.sky, 0.25), beta=1.9, lit=p.stone_lt,
          dark=mix(p.far, p.deep, 0.35), marks=1600, peaks=((0.2, 1.0, 0.12), (0.44, 1.3, 0.1), (0.7, 0.8, 0.2)))
    ridge(f, f.y(hz + 0.015), f.h * 0.035, mix(p.leaf, p.far, 0.5), marks=900, lit=p.stone_lt, dark=p.leaf_dk)
    for k in range(7):
        x = f.x(0.03 + 0.14 * k) + f.rng.normal(0, 30)
        y = f.y(hz + 0.02 + 0.008 * (k % 3))
        f.fill([(x, y), (x + 150, y - 8), (x + 210, y + 20), (x - 40, y + 24)],
               [p.earth_lt, p.stone, p.earth][k % 3], 0.8, grain=0.5)
    cam = Camera(f, (0, 3.4, 0), (0, 2.6, 12), f.pick(1.25, 1.5), (f.x(0.5), f.y(hz + f.pick(0.1, 0.075))))
    s = Stage(f, cam, Light((-0.5, 0.9, 0.15), (1.15, 1.05, 0.85), (0.22, 0.24, 0.28)))
    ground = roll((0.55, 0.10, 0.05, 1.0), (0.35, -0.05, 0.16, 0.3))
    sh = fruit(f)
    terrain(s, ground, (-9, 9), (1.6, 120), p.earth, sheet=sh, row=2.4, step=1.6, bush=1.25, haze=mix(p.sky_lt, p.far, 0.5),
            thick=90, furrow=0.16, tilled=p.earth_lt,
            keep=lambda x, z: (np.abs(x - cam_path(z)) > 1.3) & (np.hypot(x + 2.0, z - 17) > 3.0))
    hut(s, (-2.0, float(ground(np.asarray(-2.0), np.asarray(17.0))), 17.0), f.pick(1.55, 1.3))
    cloud_shade(f, f.pick(0.52, 0.42), f.pick(0.80, 0.66), 0.72)
    right_shade(f, 0.35)


def cam_path(z: np.ndarray) -> np.ndarray:
    """A track that wanders away from the viewer."""
    return 1.6 + np.sin(z * 0.09) * 1.4


def hut(s: Stage, at: tuple[float, float, float], r: float) -> None:
    """A guardavinas: a dry-stone beehive hut with a low door."""
    p = s.f.pal
    prof = smooth(np.asarray([[r, 0], [r * 1.0, r * 0.7], [r * 0.86, r * 1.15], [r * 0.55, r * 1.6], [r * 0.12, r * 1.85]]), steps=6)
    s.shadow(turned(prof, at)[0], at[1], 0.6, 6)
    s.lathe(prof, at, p.stone_lt, tex="stone", grain=200)
    rng = s.f.rng
    for k, t in enumerate(np.linspace(0.03, 0.96, 15)):
        rr, y = np.interp(t, np.linspace(0, 1, len(prof)), prof[:, 0]), np.interp(t, np.linspace(0, 1, len(prof)), prof[:, 1])
        th = np.linspace(np.pi, 2 * np.pi, 26)
        q = np.stack([at[0] + rr * np.cos(th), np.full(26, at[1] + y), at[2] + rr * np.sin(th)], -1)
        s.trail(q, scale(p.stone, 0.4), 1.2, 0.5)
        for a in th[1::2] + rng.uniform(-0.05, 0.05, 13) + 0.1 * (k % 2):
            s.trail(np.asarray([[at[0] + rr * np.cos(a), at[1] + y, at[2] + rr * np.sin(a)],
                                [at[0] + rr * np.cos(a), at[1] + y + r * 0.12, at[2] + rr * np.sin(a)]]), scale(p.stone, 0.4), 1.0, 0.45)
    t = np.linspace(0, np.pi, 10)
    door = np.stack([at[0] - r * 0.05 + r * 0.26 * np.cos(t), at[1] + r * 0.42 + r * 0.26 * np.sin(t), np.full(10, at[2] - r * 1.0)], -1)
    door = np.vstack([door, [[at[0] - r * 0.31, at[1], at[2] - r], [at[0] + r * 0.21, at[1], at[2] - r]]])
    s.f.fill(s.cam.see(door), p.ground, tex="wash")


def piedmont(f: Frame) -> None:
    """Morning: a hill village above the fog, rows of gold below, the Alps behind."""
    p = f.pal
    hz = f.pick(0.36, 0.27)
    sky(f, f.y(hz), mix(p.sky, p.shade, 0.12), p.sky_lt, sun=(0.22, hz - 0.05), glow=p.sun, clouds=0.2, size=0.6)
    ridge(f, f.y(hz - 0.02), f.h * 0.075, mix(p.far, (1, 1, 1), 0.45), beta=1.7, lit=(0.97, 0.95, 0.92), dark=p.sky, marks=1300,
          peaks=((0.15, 0.9, 0.07), (0.52, 1.3, 0.08), (0.85, 1.0, 0.1)), fade=mix(p.sky_lt, p.sun, 0.25))
    ridge(f, f.y(hz + 0.05), f.h * 0.05, mix(p.far, p.shade, 0.15), marks=500, fade=mix(p.sky_lt, p.far, 0.4))
    crest = ridge(f, f.y(hz + 0.09), f.h * 0.07, mix(p.far, p.shade, 0.45), beta=2.7, marks=700, lit=mix(p.leaf_lt, p.far, 0.5),
                  peaks=((0.42, 1.6, 0.16),))
    village(f, crest, 0.42)
    mist(f, hz + 0.10, hz + 0.20, mix(p.sky_lt, p.sun, 0.12), 0.9)
    crest2 = ridge(f, f.y(hz + 0.21), f.h * 0.06, mix(p.shade, p.leaf, 0.35), beta=2.8, marks=900, lit=p.leaf_lt, tilt=-0.05,
                   peaks=((0.2, 1.2, 0.2),))
    for x, h in ((0.14, 80), (0.165, 105), (0.19, 70), (0.60, 60), (0.62, 78)):
        cypress(f, f.x(x), crest2[int(f.x(x))] + 8, h * f.u, mix(p.leaf_dk, p.shade, 0.4), p.leaf, wide=0.12)
    mist(f, hz + 0.20, hz + 0.27, p.sky_lt, 0.6)
    cam = Camera(f, (0, 4.2, 0), (0, 3.0, 12), f.pick(1.2, 1.45), (f.x(0.5), f.y(hz + f.pick(0.21, 0.15))))
    s = Stage(f, cam, Light((-0.7, 0.5, 0.4), (1.0, 0.92, 0.75), (0.22, 0.24, 0.26)))
    ground = roll((0.7, 0.13, 0.03, 0.4), (0.4, -0.07, 0.12, 2.0))
    terrain(s, ground, (-9, 9), (1.6, 70), p.earth, sheet=fruit(f), row=2.3, step=0.8, bush=1.5, haze=mix(p.sky_lt, p.sun, 0.15),
            thick=26, posts=scale(p.wood, 0.7), tilled=p.leaf)
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
        f.fill([(px + w * 0.6, base), (px + w, base), (px + w, base - h), (px + w * 0.6, base - h)], tone, 0.6)
        f.fill([(px - 2, base - h), (px + w + 2, base - h), (px + w * 0.8, base - h - 9 * f.u), (px + w * 0.2, base - h - 9 * f.u)],
               mix(p.accent, tone, 0.45), grain=0.4)
        if k % 2:
            f.fill(skia.Path.Rect(skia.Rect.MakeXYWH(px + w * 0.25, base - h * 0.6, 3 * f.u, 5 * f.u)), p.deep, 0.7)
    px = f.x(x)
    base = crest[int(px)] + 4 * f.u
    for dx, w, h, cap in ((0, 17, 96, 24), (46, 26, 62, 0)):
        a, b = px + dx * f.u, px + (dx + w) * f.u
        f.fill([(a, base), (b, base), (b, base - h * f.u), (a, base - h * f.u)], mix(tone, p.stone_lt, 0.4), tex="stone", grain=0.4)
        f.fill([(a + (b - a) * 0.55, base), (b, base), (b, base - h * f.u), (a + (b - a) * 0.55, base - h * f.u)], tone, 0.75)
        if cap:
            f.fill([(a - 2, base - h * f.u), (b + 2, base - h * f.u), ((a + b) / 2, base - (h + cap) * f.u)], mix(p.accent, tone, 0.4))
            f.fill(skia.Path.Rect(skia.Rect.MakeXYWH(a + 5 * f.u, base - h * f.u + 9 * f.u, 6 * f.u, 12 * f.u)), p.deep, 0.8)


def douro(f: Frame) -> None:
    """Evening: terraces fall to the river, the last sun on their walls."""
    p = f.pal
    hz = f.pick(0.30, 0.22)
    sky(f, f.y(hz), mix(p.sky, p.fruit, 0.25), p.sky_lt, sun=(0.42, hz), glow=p.sun, clouds=0.5, cloud=mix(p.sun, p.accent, 0.3), size=0.7)
    ridge(f, f.y(hz), f.h * 0.05, mix(p.far, p.sky_lt, 0.35), marks=500, fade=mix(p.sky_lt, p.accent, 0.15))
    ridge(f, f.y(hz + 0.05), f.h * 0.06, mix(p.far, p.fruit, 0.35), marks=700, lit=p.earth_lt, fade=mix(p.sky_lt, p.far, 0.5))
    sh = fruit(f, 1.0)
    xs = np.arange(f.w) / f.w
    far = f.h * (hz + 0.03 + 0.16 * np.clip((xs - 0.30) / 0.25, 0, 1) ** 1.5 - 0.0 * xs)
    water = f.y(hz + f.pick(0.28, 0.20))
    f.fill(np.vstack([np.stack([np.arange(f.w), far], 1), [[f.w, water], [0, water]]]), mix(p.earth, p.fruit, 0.3))
    terraces(f, far, water, 12, mix(p.earth, p.accent, 0.4), mix(p.stone_lt, p.accent, 0.3), p.sun, sh=sh, side=1.0, glow=1.0)
    river = smooth(np.asarray([[0.34, 0.0], [0.50, 0.05], [0.58, 0.25], [0.44, 0.5], [0.30, 0.75], [0.36, 1.3]]) , steps=12)
    y = water - f.h * 0.045 + river[:, 1] * f.h * f.pick(0.30, 0.22)
    half = f.w * (0.012 + 0.16 * np.clip(river[:, 1], 0, 2) ** 1.25)
    x = river[:, 0] * f.w
    bank = np.vstack([np.stack([x - half, y], 1), np.stack([x + half * 1.15, y], 1)[::-1]])
    f.fill(bank, mix(p.leaf, p.sky, 0.35), tex="dry", grain=1.2)
    with f.clip(bank):
        n = 700
        at = np.stack([f.rng.uniform(0, f.w, n), f.rng.uniform(water - f.h * 0.05, f.h, n)], 1)
        near = (at[:, 1] - water) / f.h
        f.strokes(at, 0.0, 30 + 160 * np.clip(near, 0, 1), 2.2, [p.sun, mix(p.sky_lt, p.leaf, 0.4), p.leaf_dk, scale(p.leaf, 0.6)], 0.5, 0.02)
        f.oval(f.x(0.46), water + f.h * 0.06, f.w * 0.08, f.h * 0.05, p.sun, 0.55, tex="plain", blur=22)
    right = f.h * (hz + f.pick(0.46, 0.34) - f.pick(0.52, 0.36) * np.clip((xs - 0.40) / 0.55, -0.8, 1.1)
                   + 0.012 * np.sin(xs * 19))
    terraces(f, right, f.h * f.pick(1.15, 0.95), 17, mix(p.shade, p.leaf_dk, 0.4), p.stone, mix(p.accent, p.earth_lt, 0.3),
             sh=sh, side=1.0, glow=0.25)
    left = f.h * (hz + f.pick(0.17, 0.15) + f.pick(0.62, 0.36) * np.clip(xs / 0.55, 0, 3) ** 1.35 + 0.008 * np.sin(xs * 23))
    terraces(f, left, f.h * f.pick(1.9, 1.5), 20, mix(p.shade, p.earth, 0.35), mix(p.stone, p.earth, 0.3), p.earth_lt,
             sh=sh, side=1.0, glow=0.5)
    cloud_shade(f, f.pick(0.50, 0.40), f.pick(0.74, 0.58), 0.8)
    right_shade(f, 0.45)


def bordeaux(f: Frame) -> None:
    """A soft grey day: gravel mounds, clipped rows, the estuary and a long house."""
    p = f.pal
    hz = f.pick(0.42, 0.31)
    sky(f, f.y(hz), mix(p.sky, p.shade, 0.15), p.sky_lt, sun=(0.30, hz - 0.12), glow=p.sun, clouds=0.85, cloud=(0.95, 0.94, 0.9), size=0.5)
    ridge(f, f.y(hz - 0.004), f.h * 0.012, mix(p.far, p.leaf_dk, 0.35), marks=200)
    f.fill([(0, f.y(hz)), (f.w, f.y(hz)), (f.w, f.y(hz + 0.022)), (0, f.y(hz + 0.022))], mix(p.sky_lt, p.sky, 0.35), tex="dry")
    ridge(f, f.y(hz + 0.026), f.h * 0.012, mix(p.leaf_dk, p.far, 0.3), marks=500, lit=p.leaf)
    cam = Camera(f, (0, 2.5, 0), (0, 2.0, 12), f.pick(1.25, 1.5), (f.x(0.5), f.y(hz + f.pick(0.06, 0.04))))
    s = Stage(f, cam, Light((-0.5, 0.8, -0.3), (0.95, 0.94, 0.9), (0.26, 0.28, 0.3)))
    ground = roll((0.5, 0.05, 0.05, 1.5), (0.25, -0.10, 0.07, 0.2))
    gy = float(ground(np.asarray(-4.0), np.asarray(58.0))) + 0.2
    house(s, (-12.0, gy, 60.0), 4.0, 6, 5.5, p.stone_lt, p.shade, rise=3.2, hip=1.6, bays=2, shutter=None, trim=p.paper, door=False)
    house(s, (2.0, gy, 60.0), 4.0, 6, 5.5, p.stone_lt, p.shade, rise=3.2, hip=1.6, bays=2, trim=p.paper, door=False)
    house(s, (-8.0, gy, 60.5), 10.0, 6, 4.6, p.stone_lt, p.shade, rise=2.4, hip=1.2, bays=7, trim=p.paper)
    for x, h in ((0.245, 88), (0.225, 70), (0.66, 74), (0.68, 96), (0.72, 66), (0.10, 60)):
        cypress(f, f.x(x), f.y(hz + 0.045), h * f.u, p.leaf_dk, p.leaf, wide=0.2)
    terrain(s, ground, (-9, 9), (1.2, 56), mix(p.earth_lt, p.stone, 0.5), sheet=fruit(f), row=1.5, step=0.55, bush=0.95,
            haze=mix(p.sky_lt, p.far, 0.6), thick=60, posts=scale(p.wood, 0.8), furrow=0.05,
            keep=lambda x, z: np.abs(x) > 0.8)
    pebbles(s, ground, p.stone_lt, 900)
    cloud_shade(f, f.pick(0.54, 0.40), f.pick(0.80, 0.62), 0.75)
    right_shade(f, 0.35)


def pebbles(s: Stage, ground, tone, n: int) -> None:  # noqa: ANN001 - local helper
    """Rounded gravel on the near ground."""
    f = s.f
    z = 1.3 + f.rng.beta(1, 2.5, n) * 9
    x = f.rng.uniform(-1, 1, n) * (0.5 + z * 0.9)
    order = np.argsort(-z)
    at = s.cam.see(np.stack([x, ground(x, z), z], -1))[order]
    size = s.cam.focal / z[order] * f.rng.uniform(0.008, 0.028, n)
    for (px, py), r in zip(at.tolist(), size.tolist(), strict=True):
        t = mix(tone, f.pal.shade, float(f.rng.uniform(0, 0.6)))
        f.oval(px + r * 0.2, py + r * 0.25, r, r * 0.6, (0.03, 0.03, 0.04), 0.6, tex="plain")
        f.oval(px, py, r, r * 0.62, scale(t, 0.6), tex="plain")
        f.oval(px - r * 0.2, py - r * 0.18, r * 0.66, r * 0.36, t, tex="plain")


def qingtian(f: Frame) -> None:
    """After rain: peaks in mist, flooded terraces like slips of sky."""
    p = f.pal
    hz = f.pick(0.36, 0.28)
    sky(f, f.y(hz + 0.1), mix(p.sky, p.sky_lt, 0.25), p.sky_lt, clouds=0.3)
    for k, (b, rel) in enumerate(((-0.03, 0.20), (0.03, 0.22), (0.10, 0.20))):
        ridge(f, f.y(hz + b), f.h * rel * f.pick(1, 0.75), mix(p.far, p.leaf_dk, 0.10 + 0.30 * k), beta=2.0, marks=1100,
              dark=mix(p.far, p.ground, 0.3 + 0.3 * k), lit=mix(p.far, p.leaf_lt, 0.3),
              peaks=((0.30 + 0.1 * k, 0.9, 0.07), (0.62 + 0.1 * k, 1.1, 0.06), (0.12 * k, 0.8, 0.05), (0.95, 0.7, 0.08)),
              fade=mix(p.sky_lt, p.sky, 0.25))
        mist(f, hz + b + 0.06, hz + b + 0.14, p.sky_lt, 0.55)
    xs = np.arange(f.w) / f.w
    crest = f.h * (hz + 0.13 + 0.05 * np.sin(xs * 5 + 0.6) + 0.03 * np.sin(xs * 11))
    terraces(f, crest, f.h * 1.15, int(f.pick(14, 19)), mix(p.leaf_dk, p.earth, 0.3), mix(p.stone, p.leaf_dk, 0.45), p.sky_lt,
             water=mix(p.sky_lt, p.stone, 0.3), bow=0.10, glow=0.5, power=1.5)
    sh = fruit(f)
    for x, y, w in ((0.12, 0.20, 150), (0.19, 0.23, 120), (0.50, 0.22, 150), (0.555, 0.21, 110), (0.80, 0.16, 170), (0.88, 0.20, 210)):
        px, py = f.x(x), f.y(hz + y * f.pick(1, 0.8))
        w *= f.u
        f.line([(px, py + w * 0.5), (px + 4, py)], scale(p.wood, 0.5), w * 0.06 / f.u)
        a = f.rng.uniform(0, 2 * np.pi, 16)
        r = np.sqrt(f.rng.uniform(0, 1, 16))
        at = np.stack([px + np.cos(a) * r * w * 0.42, py - np.sin(a) * r * w * 0.3], 1)
        tone = np.clip(0.65 - np.cos(a) * 0.2 + np.sin(a) * 0.25, 0.3, 1)
        sh.stamp(f, "bush", at[np.argsort(-at[:, 1])], w * 0.5, f.rng.uniform(-1, 1, 16), np.repeat(tone[np.argsort(-at[:, 1])][:, None], 3, 1))
    mist(f, hz + 0.12, hz + 0.20, p.sky_lt, 0.4)
    cloud_shade(f, f.pick(0.50, 0.40), f.pick(0.74, 0.60), 0.8)
    right_shade(f, 0.45)


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    {"rioja": rioja, "piedmont": piedmont, "douro": douro, "bordeaux": bordeaux, "qingtian": qingtian}[f.region](f)
