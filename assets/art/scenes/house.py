"""The house: a cellar door, a farm in fog, a white wall with blue tiles, a chateau, a stone home."""

import numpy as np

from kit.frame import Frame, smooth
from kit.houses import house, opening, roof_tiles, tiles
from kit.land import cypress, mist, ridge, sky, terrain
from kit.palette import mix, scale
from kit.rooms import floor, masonry
from kit.solids import jar
from kit.space import Camera, Light, Stage
from pack import Pack
from scenes.land import cloud_shade, pebbles, right_shade, roll
from scenes.settings import fruit


def rioja(f: Frame) -> None:
    """Stone steps go down from hard noon light to a lit door under the hill."""
    p = f.pal
    cam = Camera(f, (0.5, 1.15, -4.6), (-0.05, 0.75, 2.0), f.pick(1.25, 1.75))
    s = Stage(f, cam, Light((-0.5, 0.75, -0.6), (1.35, 1.2, 0.95), (0.10, 0.11, 0.13)))
    sky(f, f.y(0.3), p.sky, p.sky_lt, clouds=0.3)
    masonry(s, np.asarray([-6.0, -1.4, 2.0]), np.asarray([13.0, 0, 0]), np.asarray([0, 4.4, 0]), p.stone_lt,
            course=0.32, block=0.62, spread=0.10)
    t = np.linspace(0, np.pi, 20)
    r = 0.82

    def arch(rr: float, z: float) -> np.ndarray:
        return np.vstack([np.stack([rr * np.cos(t), 0.75 + rr * np.sin(t), np.full(20, z)], -1),
                          [[-rr, -1.4, z], [rr, -1.4, z]]])
    for k in range(13):  # voussoirs
        a0, a1 = np.pi * k / 13 + 0.012, np.pi * (k + 1) / 13 - 0.012
        q = np.asarray([[rr * np.cos(a), 0.75 + rr * np.sin(a), 1.97] for rr, a in ((r, a0), (r + .34, a0), (r + .36, a1), (r, a1))])
        lit = s.light.shade(q.mean(0)[None], np.asarray([[0, 0.2, -1.0]]), scale(p.stone_lt, float(f.rng.uniform(0.8, 1.05))))[0]
        f.fill(s.cam.see(q), (float(lit[0]), float(lit[1]), float(lit[2])), tex="stone", grain=0.6)
        f.line(s.cam.see(q), scale(p.stone, 0.35), 1.6, 0.6, closed=True)
    f.fill(s.cam.see(arch(r, 1.98)), p.ground, tex="wash")
    with f.clip(s.cam.see(arch(r, 1.98))):
        warm = s.cam.see((0.25, 0.35, 3.0))
        for k, (grow, a) in enumerate(((3.2, 0.25), (2.0, 0.35), (1.0, 0.55))):
            f.oval(warm[0], warm[1], 170 * f.u * grow * f.pick(1, 1.2), 190 * f.u * grow, mix((0.75, 0.3, 0.1), p.sun, 0.25 * k), a,
                   tex="stone", blur=40)
        for z in (3.2, 3.9, 4.8, 6.0):
            f.line(s.cam.see(arch(r * 0.98, z)[:20]), scale(p.earth, 0.35), 6, 0.6)
        for side in (-0.55, 0.45):
            q = s.cam.see((side, -0.1, 3.6))
            f.oval(q[0], q[1], 70 * f.u, 74 * f.u, scale(p.wood, 0.7), tex="wood", grain=0.5)
            f.oval(q[0], q[1], 56 * f.u, 60 * f.u, p.wood_lt, 0.8, tex="wood", grain=0.5)
        q = s.cam.see(np.asarray([[-0.82, -1.4, 2.0], [-0.82, 1.2, 2.0], [-0.30, 1.35, 2.7], [-0.30, -1.2, 2.7]]))
        f.fill(q, scale(p.wood, 0.8), tex="wood", grain=0.8, angle=90)
        for b in np.linspace(0.15, 0.85, 5):
            f.line([tuple(q[0] + (q[3] - q[0]) * b), tuple(q[1] + (q[2] - q[1]) * b)], scale(p.wood, 0.3), 2.5)
    shade = s.cam.see(np.asarray([[0.9, 3.2, 1.96], [7.5, 3.2, 1.96], [7.5, -1.4, 1.96], [2.6, -1.4, 1.96]]))
    f.fill(shade, (0.05, 0.045, 0.06), 0.62, tex="wash", blur=3)
    for k in range(9):
        z = 1.75 - k * 0.42
        y = -1.0 + k * 0.0 - 0.0
        y = -0.42 - 0.13 * (0 if k < 0 else k) * 0 - 0.06 * (8 - k)
        s.box((-1.9, y - 0.3, z - 0.42), (3.8, 0.3 + 0.0, 0.44), scale(p.stone, float(f.rng.uniform(0.85, 1.05))), tex="stone", k=8)
        e = s.cam.see(np.asarray([[-1.9, y, z - 0.42], [1.9, y, z - 0.42]]))
        f.line(e, p.stone_lt, 2.2, 0.6)
        f.line(e + [0, 9 * f.u], (0.05, 0.04, 0.05), 8, 0.35, blur=3)
    for side in (-1, 1):
        s.plane((side * 1.9, -2.2, -3.5), (0, 0, 5.5), (0, 2.6, 0), scale(p.stone, 0.8), k=14)
        s.plane((side * 1.9, 0.4, -3.5), (side * 0.5, 0, 0), (0, 0, 5.5), p.stone_lt, k=12)
    cloud_shade(f, f.pick(0.52, 0.45), f.pick(0.78, 0.66), 0.8)
    right_shade(f, 0.35)


def piedmont(f: Frame) -> None:
    """A long farm on its ridge, fog below, snow far behind."""
    p = f.pal
    hz = f.pick(0.34, 0.27)
    sky(f, f.y(hz), mix(p.sky, p.shade, 0.2), p.sky_lt, sun=(0.16, hz - 0.04), glow=p.sun, clouds=0.25, size=0.7)
    ridge(f, f.y(hz - 0.01), f.h * 0.08, mix(p.far, (1, 1, 1), 0.5), beta=1.6, lit=(0.98, 0.95, 0.9), dark=p.sky, marks=1400,
          peaks=((0.3, 1.0, 0.06), (0.62, 1.4, 0.07), (0.8, 0.8, 0.1)), fade=mix(p.sky_lt, p.sun, 0.2))
    for k in range(2):
        ridge(f, f.y(hz + 0.06 + 0.05 * k), f.h * 0.045, mix(p.far, p.shade, 0.2 + 0.2 * k), marks=400, fade=mix(p.sky_lt, p.far, 0.3))
    mist(f, hz + 0.08, hz + 0.22, mix(p.sky_lt, p.sun, 0.15), 0.9)
    cam = Camera(f, (-2, 3.4, -2), (-1.5, 3.4, 20), f.pick(1.5, 1.85))
    s = Stage(f, cam, Light((-0.8, 0.45, -0.15), (1.2, 1.05, 0.8), (0.2, 0.22, 0.25)))

    def hill(x: np.ndarray, z: np.ndarray) -> np.ndarray:
        return 1.9 * np.exp(-((x + 1) / 16) ** 2) * np.clip((z - 2) / 16, 0, 1) + 0.15 * np.sin(x * 0.5 + z * 0.3)
    y = 1.75
    for x, h in ((-11.5, 4.2), (-10.7, 5.0), (6.2, 5.6), (7.0, 4.6), (7.7, 3.6)):
        q, k = s.cam.see((x, y, 24)), s.cam.px((x, y, 24))
        cypress(f, float(q[0]), float(q[1]), h * k, p.leaf_dk, mix(p.leaf, p.sun, 0.2), wide=0.13)
    roof = mix(p.accent, p.wood_lt, 0.55)
    house(s, (1.6, y, 20.5), 4.2, 5, 2.6, mix(p.stone_lt, p.wood_lt, 0.35), roof, floors=1, bays=3, rise=1.2, shutter=None)
    house(s, (-8.2, y, 19.0), 8.6, 6, 4.6, mix(p.stone_lt, p.earth_lt, 0.3), roof, bays=5, rise=1.7, shutter=scale(p.leaf_dk, 1.3),
          trim=p.stone_lt)
    house(s, (-3.4, y, 21.5), 2.2, 2.2, 7.6, mix(p.stone_lt, p.earth_lt, 0.4), roof, floors=3, bays=1, rise=0.8, door=False)
    smoke = s.cam.see(np.asarray([[-6.5, y + 6.4, 21], [-6.3, y + 7.6, 21], [-5.2, y + 8.8, 21], [-3.2, y + 9.6, 21]]))
    f.taper(smooth(smoke), [6, 22, 46, 80], p.sky_lt, 0.4, tex="wash", blur=9)
    terrain(s, hill, (-14, 14), (1.5, 19), mix(p.earth, p.leaf, 0.35), sheet=fruit(f), row=1.9, step=0.7, bush=1.25,
            haze=mix(p.sky_lt, p.sun, 0.1), thick=34, across=True, posts=scale(p.wood, 0.6))
    cloud_shade(f, f.pick(0.52, 0.42), f.pick(0.78, 0.62), 0.78)
    right_shade(f, 0.4)


def douro(f: Frame) -> None:
    """A white porch lined with blue tiles, the valley beyond its columns in last light."""
    p = f.pal
    hz = f.pick(0.42, 0.30)
    sky(f, f.y(hz), mix(p.sky, p.fruit, 0.2), p.sky_lt, sun=(0.72, hz), glow=p.sun, clouds=0.5, cloud=mix(p.sun, p.accent, 0.35), size=0.8)
    for k in range(3):
        ridge(f, f.y(hz + 0.02 + 0.06 * k), f.h * 0.08, mix(p.far, p.fruit, 0.25 + 0.25 * k), marks=700, lit=p.earth_lt,
              fade=mix(p.sky_lt, p.accent, 0.2) if k < 2 else None)
    cam = Camera(f, (1.1, 1.5, -3.2), (-0.15, 1.35, 2.0), f.pick(1.2, 1.55))
    s = Stage(f, cam, Light((0.9, 0.42, 0.35), (1.5, 1.0, 0.55), (0.16, 0.17, 0.22)))
    white, blue = (0.93, 0.89, 0.80), (0.13, 0.28, 0.52)
    floor(s, mix(p.stone, p.earth, 0.35), near=-3, far=4.2, wide=5, flags=0.55)
    s.plane((-1.9, 0, -3), (0, 0, 7.2), (0, 3.4, 0), white, k=20, tex="wash")
    tiles(s, np.asarray([-1.89, 0.10, -1.0]), np.asarray([0, 0, 5.0]), np.asarray([0, 1.25, 0]), 20, 5, (0.88, 0.88, 0.84), blue)
    edge = s.cam.see(np.asarray([[-1.88, 1.38, -1.0], [-1.88, 1.38, 4.0]]))
    f.line(edge, scale(blue, 0.8), 7)
    q = np.asarray([[-1.885, 0.0, 1.2], [-1.885, 2.1, 1.2], [-1.885, 2.1, 2.1], [-1.885, 0.0, 2.1]])
    f.fill(s.cam.see(q), (0.10, 0.16, 0.15), tex="wood", grain=0.7)
    f.line(s.cam.see(q), white, 5, closed=True)
    s.plane((-1.9, 0.0, 4.2), (5.8, 0, 0), (0, 0.85, 0), white, k=10, tex="wash")
    s.plane((-2.0, 0.85, 4.0), (6.0, 0, 0), (0, 0, 0.35), p.stone, k=10)
    for x in (-1.9, 0.35, 2.6):
        s.box((x, 0, 4.0), (0.34, 3.0, 0.34), white, tex="wash")
        s.box((x - 0.05, 2.72, 3.95), (0.44, 0.12, 0.44), p.stone_lt, tex="stone")
    s.plane((-2.0, 3.0, 4.0), (6, 0, 0), (0, 0.6, 0), white, k=6, tex="wash")
    for k in range(9):
        z = 3.6 - k * 0.75
        s.box((-1.9, 2.95, z), (5.8, 0.14, 0.12), p.wood, k=5)
    for x, z, r in ((-1.35, 3.2, 0.22), (-1.4, 0.4, 0.26), (1.3, 3.5, 0.2)):
        jar(s, (x, 0, z), r * 2.2, r, p.accent, neck=0.7)
        q = s.cam.see((x, r * 2.6, z))
        k = s.cam.px((x, r * 2.6, z)) * r
        fruit(f, 1.0).stamp(f, "bush", np.asarray([[q[0], q[1]], [q[0] - k * .4, q[1] + k * .2], [q[0] + k * .5, q[1] + k * .1]]), k * 2.4)
    s.box((-1.55, 0.42, 1.9 + 0.45), (0.5, 0.05, 1.2), p.wood_lt)
    for z in (2.4, 3.4):
        s.box((-1.5, 0.0, z), (0.4, 0.42, 0.06), p.wood)
    cloud_shade(f, f.pick(0.55, 0.46), f.pick(0.80, 0.66), 0.78)
    right_shade(f, 0.35)


def bordeaux(f: Frame) -> None:
    """The limestone front after rain, its gravel court, the estuary beside it."""
    p = f.pal
    hz = f.pick(0.47, 0.345)
    sky(f, f.y(hz), mix(p.sky, p.shade, 0.3), p.sky_lt, sun=(0.75, hz - 0.1), glow=p.sun, clouds=0.9, cloud=(0.93, 0.92, 0.88), size=0.6)
    ridge(f, f.y(hz), f.h * 0.015, mix(p.far, p.leaf_dk, 0.4), marks=300)
    f.fill([(0, f.y(hz + .002)), (f.w, f.y(hz + .002)), (f.w, f.y(hz + 0.03)), (0, f.y(hz + 0.03))], mix(p.sky_lt, p.sky, 0.4), tex="dry")
    cam = Camera(f, (4.5, 1.9, -1), (0.4, 4.0, 24), f.pick(1.35, 1.5), (f.x(f.pick(0.40, 0.5)), f.y(f.pick(0.36, 0.27))))
    s = Stage(f, cam, Light((-0.75, 0.6, -0.5), (1.15, 1.12, 1.02), (0.2, 0.22, 0.25)))
    for x, h, z in ((-13, 9, 30), (-11.4, 7.5, 31), (11.5, 9.5, 32), (13.4, 8, 33), (15.5, 10, 34), (18, 8, 36)):
        q, k = s.cam.see((x, 0, z)), s.cam.px((x, 0, z))
        cypress(f, float(q[0]), float(q[1]), h * k, p.leaf_dk, p.leaf, wide=0.24)
    floor(s, mix(p.stone, p.earth, 0.4), near=0.2, far=40, wide=40, tex="stone", grain=90)
    slate = mix(p.shade, p.sky, 0.15)
    wall = p.stone_lt
    house(s, (-5.2, 0, 24.5), 11.5, 7, 6.2, wall, slate, rise=3.2, hip=1.6, bays=7, trim=p.paper, shutter=None, eaves=0.25)
    for x in (-9.2, 5.8):
        house(s, (x, 0, 23.6), 4.2, 6.5, 7.4, wall, slate, rise=4.6, hip=2.0, bays=2, trim=p.paper, door=False, eaves=0.25)
    for x in (-9.2, -5.2, 5.8, 9.9):
        s.box((x - 0.12, 0, 23.5), (0.3, 7.3, 0.12), p.paper, tex="stone")
    for y in (3.2, 6.1):
        s.box((-5.2, y, 24.4), (11.0, 0.18, 0.12), p.paper, tex="stone")
    for k in range(5):
        s.box((-1.2 - 0.22 * (4 - k) + 0.4, 0.0, 24.0 - 0.35 * (4 - k)), (2.6 + 0.44 * (4 - k), 0.16 * (k + 1), 0.4), p.stone_lt, tex="stone")
    flat = roll((0.0, 0.1, 0.1, 0.0))
    sh = fruit(f)
    for x0 in np.arange(-16, 17, 1.0):
        for z in (17.5,):
            q, k = s.cam.see((x0, 0.4, z)), s.cam.px((x0, 0.4, z))
            if not -1.2 < x0 < 2.6:
                sh.stamp(f, "bush", np.asarray([q]), k * 1.25, f.rng.uniform(-0.3, 0.3), np.full((1, 3), 0.8))
    q = s.cam.see(np.asarray([[-0.8, 0, 18], [2.2, 0, 18], [3.4, 0, 2], [-3.4, 0, 2]]))
    f.fill(q, mix(p.stone_lt, p.earth, 0.25), 0.35, tex="stone", blur=6)
    for k in range(5):
        x, z, w = f.rng.uniform(-2, 2.5), f.rng.uniform(5, 15), f.rng.uniform(0.5, 1.3)
        t = np.linspace(0, 2 * np.pi, 24)
        q = s.cam.see(np.stack([x + w * np.cos(t), np.zeros(24), z + w * 0.8 * np.sin(t)], -1))
        f.fill(q, mix(p.sky_lt, p.sky, 0.4), 0.55, tex="wash", blur=1.5)
    pebbles(s, flat, p.stone_lt, 700)
    cloud_shade(f, f.pick(0.54, 0.42), f.pick(0.78, 0.62), 0.8)
    right_shade(f, 0.4)


def qingtian(f: Frame) -> None:
    """Stone walls, black tiles, jars under the eaves, the last threads of rain."""
    p = f.pal
    hz = f.pick(0.42, 0.32)
    sky(f, f.y(hz), mix(p.sky, p.sky_lt, 0.2), p.sky_lt, clouds=0.3)
    for k in range(3):
        ridge(f, f.y(hz - 0.06 + 0.06 * k), f.h * 0.2 * f.pick(1, 0.7), mix(p.far, p.leaf_dk, 0.1 + 0.25 * k), beta=2.0, marks=900,
              peaks=((0.75 - 0.2 * k, 1.0, 0.07), (0.2 + 0.25 * k, 0.8, 0.06)), fade=mix(p.sky_lt, p.sky, 0.25))
    mist(f, hz - 0.02, hz + 0.12, p.sky_lt, 0.75)
    cam = Camera(f, (2.6, 1.7, -2.4), (-0.6, 2.1, 7.0), f.pick(1.25, 1.35))
    s = Stage(f, cam, Light((-0.5, 0.8, -0.5), (1.0, 1.02, 0.98), (0.25, 0.28, 0.28)))
    floor(s, mix(p.stone, p.shade, 0.45), near=-2.0, far=12, wide=9, flags=0.7)
    masonry(s, np.asarray([2.2, 0, 6.5]), np.asarray([0, 0, 5.0]), np.asarray([0, 3.1, 0]), mix(p.stone, p.earth, 0.3), course=0.3, block=0.6)
    masonry(s, np.asarray([-5.6, 0, 6.5]), np.asarray([7.8, 0, 0]), np.asarray([0, 3.1, 0]), mix(p.stone_lt, p.stone, 0.55),
            course=0.27, block=0.5, spread=0.10)
    dark = p.ground
    opening(s, -1.75, 0, 6.45, 1.35, 2.2, dark, p.wood)
    for x in (-4.4, 0.55):
        opening(s, x, 1.15, 6.45, 0.9, 0.9, dark, p.wood)
        for k in range(5):
            s.trail(np.asarray([[x + 0.18 * (k + 0.5), 1.15, 6.44], [x + 0.18 * (k + 0.5), 2.05, 6.44]]), p.wood_lt, 2.2)
    for x in (-2.02, -0.22):
        q = s.cam.see(np.asarray([[x, 0.75, 6.42], [x + 0.17, 0.75, 6.42], [x + 0.17, 2.1, 6.42], [x, 2.1, 6.42]]))
        f.fill(q, p.accent, 0.9, tex="dry", grain=0.4)
    a, along = np.asarray([-6.2, 3.0, 5.5]), np.asarray([9.2, 0, 0])
    up = np.asarray([0, 1.9, 3.6])
    xs = np.linspace(0, 1, 40)
    lift = 0.55 * np.abs(2 * xs - 1) ** 5
    eave = a + xs[:, None] * along + np.stack([np.zeros(40), lift, np.zeros(40)], 1)
    top = a + up + xs[:, None] * along + np.stack([np.zeros(40), lift * 0.5, np.zeros(40)], 1)
    s.mesh(np.stack([eave, (eave + top) / 2 - [0, 0.12, 0], top]), np.broadcast_to(np.asarray([0, 0.85, -0.5]), (3, 40, 3)), p.shade,
           tex="stone", uv=np.stack(np.meshgrid(xs * 1400, [0.0, 300, 600]), -1), cull=False)
    roof_tiles(s, a + [0, 0.1, 0], along, up, mix(p.shade, p.ground, 0.2), 0.26)
    f.taper(s.cam.see(eave), [9, 7, 9], p.ground, tex="stone")
    for q in s.cam.see(eave[1::1] - [0, 0.04, 0]):
        f.oval(q[0], q[1], 6 * f.u, 5 * f.u, scale(p.shade, 0.7), tex="plain")
    f.taper(s.cam.see(top + [0, 0.12, 0]), [16, 10, 16], p.ground, tex="stone")
    under = s.cam.see(np.asarray([[-5.6, 3.1, 6.4], [2.2, 3.1, 6.4], [2.2, 2.35, 6.4], [-5.6, 2.35, 6.4]]))
    f.fill(under, (0.03, 0.04, 0.05), 0.5, tex="plain", blur=14)
    for x, z, h in ((-5.0, 5.9, 0.9), (-4.2, 5.8, 0.75), (-3.4, 6.0, 0.95), (-2.7, 5.7, 0.7), (0.5, 5.9, 0.9), (1.3, 5.7, 0.75)):
        jar(s, (x, 0, z), h, h * 0.42, mix(p.wood, p.earth, 0.4), glaze=mix(p.wood, p.ground, 0.5), cover=p.accent if x in (-4.2, 0.5) else p.cloth)
    n = 240
    at = np.stack([f.rng.uniform(0, f.w, n), f.rng.uniform(f.y(0.05), f.y(0.75), n)], 1)
    f.strokes(at, 1.66, f.rng.uniform(30, 110, n), 1.0, [p.sky_lt, (1, 1, 1)], 0.22, 0.02)
    for k in range(14):
        x, z, w = f.rng.uniform(-5, 3), f.rng.uniform(2.4, 5), f.rng.uniform(0.05, 0.16)
        t = np.linspace(0, 2 * np.pi, 20)
        for g in (1.0, 1.9):
            s.trail(np.stack([x + w * g * np.cos(t), np.full(20, 0.005), z + w * g * np.sin(t)], -1), p.sky_lt, 1.2, 0.45)
    cloud_shade(f, f.pick(0.56, 0.46), f.pick(0.80, 0.64), 0.75)
    right_shade(f, 0.4)


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    {"rioja": rioja, "piedmont": piedmont, "douro": douro, "bordeaux": bordeaux, "qingtian": qingtian}[f.region](f)
