"""Pressing: an upright basket press and what runs from it."""

import numpy as np

from kit.frame import Frame
from kit.palette import Rgb, mix, scale
from kit.rooms import floor, masonry, shaft, vault, window
from kit.solids import bands, disc, ring, vat
from kit.space import Camera, Light, Stage, turned
from kit.still import candle, pile
from pack import Pack
from scenes.land import right_shade
from scenes.settings import LIGHTS, fruit, open_air


def press_at(s: Stage, at: tuple[float, float, float], r: float, h: float, wood: Rgb, iron: Rgb, *, stone_base: bool = False,
             beam: bool = False, screen: bool = False) -> None:
    """Base and channel, cage of slats with wine seeping through, plate, screw and bar."""
    f, p = s.f, s.f.pal
    x, y, z = at
    base_h = 0.34
    tone = mix(p.stone_lt, p.stone, 0.5) if stone_base else scale(wood, 0.8)
    tray = np.asarray([[r * 1.35, 0.0], [r * 1.42, base_h * 0.6], [r * 1.5, base_h], [r * 1.42, base_h], [r * 1.38, base_h - 0.06]])
    s.shadow(turned(np.asarray([[r * 1.4, 0.0], [r, h + base_h]]), at)[0], y, 0.6, 10)
    s.contact(at, r * 1.45, 0.8)
    s.lathe(tray, at, tone, tex="stone" if stone_base else "wood", n=56)
    disc(s, (x, y + base_h - 0.05, z), (0, 1, 0), r * 1.4, p.wine, tex="wash", gloss=0.3)
    s.trail(ring((x, y + base_h - 0.045, z), (0, 1, 0), r * 1.2), p.wine_lt, 2.0, 0.6)
    n = 40
    prof = np.stack([np.full(9, r), np.linspace(base_h, base_h + h, 9)], 1)
    inner, _ = turned(prof, at, n=n)
    s.lathe(prof, at, scale(p.wine, 0.55), n=n, inside=True)
    s.lathe(np.stack([np.full(9, r * 0.985), np.linspace(base_h, base_h + h, 9)], 1), at, scale(p.wine, 0.5), n=n, tex="stone")
    if screen:
        s.lathe(prof, at, mix(p.metal, (0.8, 0.82, 0.8), 0.4), n=n, tex="iron", gloss=0.4)
        for yy in np.linspace(base_h + 0.04, base_h + h - 0.04, 16):
            for a in np.linspace(np.pi * 1.02, np.pi * 1.98, 34):
                q = s.cam.see((x + r * np.cos(a), y + yy, z + r * np.sin(a)))
                f.oval(q[0], q[1], 2.4 * f.u, 2.4 * f.u, scale(p.wine, 0.6), 0.9, tex="plain")
    else:
        for k in range(n):  # slats
            a0, a1 = 2 * np.pi * (k + 0.10) / n, 2 * np.pi * (k + 0.90) / n
            th = np.linspace(a0, a1, 3)
            yy = np.linspace(base_h + 0.01, base_h + h, 5)
            place = np.stack([np.broadcast_to(x + r * 1.012 * np.cos(th), (5, 3)), np.broadcast_to((y + yy)[:, None], (5, 3)),
                              np.broadcast_to(z + r * 1.012 * np.sin(th), (5, 3))], -1)
            nrm = np.stack([np.broadcast_to(np.cos(th), (5, 3)), np.zeros((5, 3)), np.broadcast_to(np.sin(th), (5, 3))], -1)
            stain = np.linspace(0.55, 1.0, 5)[:, None, None] * np.asarray(scale(wood, float(f.rng.uniform(0.8, 1.12))))
            uv = np.stack(np.meshgrid([0.0, 20, 40], yy * 320), -1)[..., ::-1] + f.rng.uniform(0, 900, 2)
            s.mesh(place, nrm, stain * np.ones((5, 3, 1)), tex="wood", uv=uv)
    q, qn = turned(prof * [1.03, 1], at, n=56)
    for t in (0.10, 0.5, 0.92):
        bands(s, q, qn, t, 0.07, iron)
    top = y + base_h + h
    pile(s, fruit(f), (x, top - 0.09, z), r * 0.93, r * 0.93, 0.03, 0.03, 330, kind="split", light=0.75)
    for d, w, hh in ((0.0, 1.7, 0.09), (0.10, 1.35, 0.08)):
        s.box((x - r * w / 2, top - 0.02 + d, z - r * 0.2), (r * w, hh, r * 0.4), scale(wood, 0.85), k=5)
    plate = np.asarray([[r * 0.9, -0.03], [r * 0.9, 0.02], [0.05, 0.02]])
    s.lathe(plate, (x, top, z), scale(wood, 0.95), tex="wood")
    for d in (-0.45, 0.25):
        s.box((x - r * 0.75, top + 0.02, z + d * r), (r * 1.5, 0.09, 0.12), scale(wood, 0.8), k=5)
    s.box((x - 0.12, top + 0.11, z - r * 0.8), (0.24, 0.10, r * 1.6), scale(wood, 0.9), k=5)
    screw = 0.85 if not beam else 0.75
    prof2 = np.stack([np.full(60, 0.042) + 0.012 * (np.arange(60) % 2), np.linspace(0, screw, 60)], 1)
    s.lathe(prof2, (x, top + 0.1, z), iron, tex="iron", gloss=0.5, n=24)
    nut = np.asarray([[0.14, 0.0], [0.15, 0.10], [0.08, 0.18]])
    s.lathe(nut, (x, top + 0.22, z), scale(iron, 0.9), tex="iron", gloss=0.4)
    a = np.asarray([x - 0.95, top + 0.34, z - 0.35])
    b = np.asarray([x + 0.35, top + 0.32, z + 0.12])
    w = s.cam.px((x, top, z)) * 0.05 / f.u
    f.taper(s.cam.see(np.stack([a, (a + b) / 2, b])), [w, w, w * 1.1], scale(wood, 0.75), tex="wood", grain=0.4)
    f.line(s.cam.see(np.stack([a, b])) - [0, w * 0.25 * f.u], mix(wood, (1, 1, 1), 0.3), w * 0.15, 0.6)
    if beam:
        for sx in (-1, 1):
            s.box((x + sx * r * 1.5 - 0.09, y, z - 0.09), (0.18, base_h + h + 1.0, 0.18), scale(wood, 0.8), k=10)
        s.box((x - r * 1.9, y + base_h + h + 0.85, z - 0.14), (r * 3.8, 0.26, 0.28), scale(wood, 0.9), k=10)
    spout(s, at, r, base_h)


def spout(s: Stage, at: tuple[float, float, float], r: float, base_h: float) -> None:
    """Wine running from the lip into a small tub."""
    f, p = s.f, s.f.pal
    x, y, z = at
    tub = (x - 0.12, y, z - r * 1.5 - 0.33)
    vat(s, tub, height=0.24, foot=0.25, top=0.28, hoops=2, level=0.07, n=40, count=20)
    t = np.linspace(0, 1, 12)
    run = np.stack([np.full(12, x - 0.12), y + base_h - 0.07 - (base_h - 0.24) * t**1.8, z - r * 1.45 - 0.30 * t**0.7], 1)
    q = s.cam.see(run)
    w = s.cam.px(tub) * 0.035 / f.u
    f.taper(s.cam.see(np.asarray([[x - 0.12, y + base_h - 0.03, z - r * 1.3], [x - 0.12, y + base_h - 0.05, z - r * 1.48]])), [w * 2.6, w * 2.0], scale(p.metal, 0.8), tex="iron")
    f.taper(q, [w, w * 0.75, w * 0.8], p.wine, tex="plain")
    f.taper(q - [w * 0.18 * f.u, 0], [w * 0.25, w * 0.2], mix(p.wine_lt, (1, 0.8, 0.8), 0.4), 0.9, tex="plain")
    s.trail(ring((x - 0.12, y + 0.175, z - r * 1.5 - 0.36), (0, 1, 0), 0.07), p.wine_lt, 2.0, 0.8)
    f.oval(q[-1, 0], q[-1, 1], 30 * f.u, 9 * f.u, mix(p.wine_lt, p.paper, 0.4), 0.6, tex="plain", blur=2)


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    p, r = f.pal, f.region
    at, key, amb = LIGHTS[r]
    side = {"rioja": 0.7, "piedmont": -0.8, "douro": 0.9, "bordeaux": -0.2, "qingtian": 0.3}[r]
    cam = Camera(f, (side, 1.75, -3.1), (0.0, 0.85, 0.3), f.pick(1.22, 1.6), (f.x(f.pick(0.43, 0.5)), f.y(f.pick(0.40, 0.315))))
    light = Light((-1.5, 2.3, -0.9), tuple(4.2 * k for k in key), scale(amb, 0.8), near=True, reach=1.4)
    if r == "qingtian":
        light = Light(at, key, amb)
    s = Stage(f, cam, light)
    f.canvas.clear(0xFF000000)
    if r == "rioja":
        s.plane((-5, 0, 2.6), (10, 0, 0), (0, 4.4, 0), mix(p.earth, p.stone, 0.45), k=14)
        floor(s, mix(p.earth, p.shade, 0.3), near=-2.6, far=2.6, wide=6)
        press_at(s, (0, 0, 0.35), 0.52, 0.72, p.wood_lt, p.metal)
        candle(s, (-0.95, 0.0, 0.2), 0.22, 0.03)
    elif r == "piedmont":
        masonry(s, np.asarray([-5, 0, 2.6]), np.asarray([10.0, 0, 0]), np.asarray([0, 4, 0]), mix(p.stone, p.wood_lt, 0.3), course=0.22, block=0.5)
        window(s, (-1.55, 1.25, 2.5), 0.75, 0.95, p.sky_lt, scale(p.stone, 0.7), (2, 2), 0.25)
        floor(s, scale(p.stone, 0.6), near=-2.6, far=2.6, wide=6, flags=0.6)
        press_at(s, (0, 0, 0.35), 0.50, 0.66, mix(p.wood_lt, p.stone, 0.15), p.metal, beam=True)
    elif r == "douro":
        masonry(s, np.asarray([-5, 0, 2.6]), np.asarray([10.0, 0, 0]), np.asarray([0, 4, 0]), p.stone, course=0.2, block=0.6, spread=0.15)
        floor(s, scale(p.stone, 0.7), near=-2.6, far=2.6, wide=6, flags=0.9)
        s.box((1.1, 0, 0.9), (3.0, 0.7, 1.6), mix(p.stone_lt, p.stone, 0.4), tex="stone", k=8)
        press_at(s, (-0.05, 0, 0.35), 0.54, 0.62, p.wood_lt, scale(p.metal, 0.8), stone_base=True)
    elif r == "bordeaux":
        vault(s, 6.5, 1.6, -2.6, 6.0, mix(p.stone_lt, p.stone, 0.4), course=0.4, ribs=2.6)
        floor(s, mix(p.stone, p.earth, 0.3), near=-2.6, far=6.0, wide=3.2, flags=0.8)
        f.expose(0.40 + 0.5 * f.pool(f.pick(0.34, 0.4), f.pick(0.2, 0.18), f.pick(0.4, 0.6), f.pick(0.5, 0.3), 1.1))
        press_at(s, (0, 0, 0.35), 0.50, 0.80, mix(p.wood_lt, p.stone_lt, 0.15), p.metal)
        shaft(f, (-0.05, -0.12), (0.5, 0.55), 0.05, 0.13, p.sun, 0.15)
    else:
        open_air(f)
        s.plane((-5, 0, -2.6), (10, 0, 0), (0, 0, 4.6), mix(p.stone, p.shade, 0.5), k=16)
        press_at(s, (0, 0, 0.35), 0.44, 0.70, mix(p.wood_lt, p.leaf_lt, 0.15), p.metal, stone_base=True, screen=True)
    right_shade(f, 0.4)
