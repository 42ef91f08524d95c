"""Ageing: where each wine waits."""

import numpy as np

from kit.frame import Frame
from kit.palette import mix, scale
from kit.rooms import floor, masonry, shaft, vault
from kit.solids import bands, barrel, barrel_profile, heads, jar, staves
from kit.space import Camera, Light, Stage, turned
from kit.still import candle
from kit.type import font
from pack import Pack
from scenes.shade import cloud_shade, right_shade


def rioja(f: Frame) -> None:
    """Barricas along a hand-cut vault, one candle."""
    p = f.pal
    cam = Camera(f, (0.75, 1.25, -2.5), (-0.25, 1.0, 4.0), f.pick(1.15, 1.55))
    s = Stage(
        f,
        cam,
        Light(
            (-0.35, 1.35, 0.9),
            (5.5, 3.5, 1.8),
            (0.035, 0.032, 0.04),
            near=True,
            reach=0.95,
            bounce=(0.04, 0.025, 0.015),
        ),
    )
    f.canvas.clear(0xFF000000)
    vault(s, 4.4, 1.5, -2.4, 14, p.stone, course=0.26, ribs=3.0)
    floor(s, mix(p.earth, p.shade, 0.3), far=14, near=-2.4)
    marks = font("latin", 20)
    for z in np.arange(8.3, -1.3, -0.78):
        for side in (1, -1):
            for tier in (0, 1):
                barrel(
                    s,
                    (side * 1.55, 0.36 + tier * 0.68, z + 0.2 * tier),
                    axis=(-side, 0, 0),
                    wineband=p.wine,
                    mark=("21", "A·7"),
                    font=marks,
                    wood=scale(p.wood_lt, float(f.rng.uniform(0.75, 1.1))),
                )
        if 0.8 < z < 1.4:
            barrel(s, (-0.38, 0.52, z), axis=(0, 1, 0), length=0.9, belly=0.33, head=0.28)
            candle(s, (-0.38, 0.97, z), 0.26, 0.03)
    right_shade(f, 0.35)


def cask(
    s: Stage, at: tuple[float, float, float], r: float, length: float, mark: tuple[str, ...]
) -> None:
    """A great oak cask, its head to the viewer, with a small door and a tap, on a cradle."""
    f, p = s.f, s.f.pal
    wood = mix(p.wood_lt, p.wood, float(f.rng.uniform(0.1, 0.4)))
    prof = barrel_profile(length, r, r * 0.9, 11)
    for dz in (-length * 0.3, length * 0.3):
        s.box(
            (at[0] - r * 0.8, at[1] - r * 1.18, at[2] + dz - 0.12),
            (r * 1.6, r * 0.36, 0.24),
            scale(p.wood, 0.6),
        )
    q, n = s.lathe(prof, at, wood, axis=(0, 0, -1), tex="wood", along=True, n=48)
    staves(s, q, n, 40, scale(wood, 0.25))
    for t in (0.9, 0.78, 0.6):
        bands(s, q, n, t, 0.04, mix(p.metal, p.ground, 0.3))
    z = at[2] - length / 2 + 0.05
    heads(s, (at[0], at[1], z), (0, 0, -1), r * 0.885, wood, mark, font("latin", 20))
    rim, rn = turned(
        np.asarray(
            [[r * 0.86, length / 2 - 0.05], [r * 0.88, length / 2], [r * 0.905, length / 2]]
        ),
        at,
        (0, 0, -1),
        48,
    )
    s.mesh(
        rim,
        np.asarray([0, 0, -1.0]) * np.ones_like(rn),
        scale(wood, 1.1),
        cull=False,
        tex="wood",
        uv=np.stack(np.meshgrid(np.linspace(0, 900, 49), [0.0, 9, 18]), -1),
    )
    s.box(
        (at[0] - r * 0.62, at[1] - r * 0.30, z - 0.035),
        (r * 1.24, r * 0.10, 0.04),
        scale(wood, 0.8),
    )
    s.box(
        (at[0] - r * 0.17, at[1] - r * 0.78, z - 0.03),
        (r * 0.34, r * 0.44, 0.03),
        scale(wood, 1.05),
    )
    s.box(
        (at[0] - r * 0.23, at[1] - r * 0.60, z - 0.055),
        (r * 0.46, r * 0.07, 0.03),
        scale(wood, 0.7),
    )
    c = s.cam.see((at[0], at[1] - r * 0.565, z - 0.06))
    f.oval(
        c[0],
        c[1],
        0.03 * r * s.cam.px(at),
        0.03 * r * s.cam.px(at),
        mix(p.metal, p.sun, 0.3),
        tex="plain",
    )
    q2 = s.cam.see(
        np.asarray(
            [
                [at[0] + r * 0.02, at[1] - r * 0.74, z - 0.03],
                [at[0] + r * 0.02, at[1] - r * 0.76, z - 0.16],
                [at[0] + r * 0.02, at[1] - r * 0.84, z - 0.17],
            ]
        )
    )
    f.taper(q2, [14, 13, 9], mix(p.wood_lt, p.sun, 0.25))


def piedmont(f: Frame) -> None:
    """Great botti under a brick vault, dates chalked on their doors."""
    p = f.pal
    cam = Camera(f, (-0.3, 1.5, -3.8), (0.15, 1.62, 4.0), f.pick(1.2, 1.55))
    s = Stage(
        f,
        cam,
        Light(
            (-0.2, 2.9, -1.2),
            (8.5, 7.2, 5.4),
            (0.03, 0.034, 0.04),
            near=True,
            reach=1.3,
            bounce=(0.03, 0.03, 0.03),
        ),
    )
    f.canvas.clear(0xFF000000)
    brick = mix(p.accent, p.wood_lt, 0.55)
    vault(
        s,
        6.4,
        2.2,
        -3.6,
        15,
        brick,
        course=0.16,
        rise=0.75,
        ribs=3.4,
        rib_tone=mix(brick, p.stone, 0.3),
    )
    floor(s, scale(p.stone, 0.65), far=15, near=-3.6, wide=3.2, flags=0.7)
    dates = ("’20", "’21", "’22", "’19", "’20", "’21")
    for k, z in enumerate((11.5, 8.7, 5.9, 3.1)):
        for side in (1, -1):
            cask(
                s,
                (side * 1.95, 1.28, z),
                1.02,
                2.0,
                (dates[k], "30 hl") if side < 0 else (dates[k + 1], "30 hl"),
            )
    cask(s, (-1.9, 1.28, 0.4), 1.02, 2.0, ("’20", "30 hl"))
    cask(s, (2.15, 1.28, 0.4), 1.02, 2.0, ("’21", "30 hl"))
    right_shade(f, 0.4)


def douro(f: Frame) -> None:
    """Barrels against wet schist, half underground, a lantern between them."""
    p = f.pal
    cam = Camera(f, (1.3, 1.35, -2.9), (-0.5, 0.85, 1.8), f.pick(1.15, 1.5))
    s = Stage(
        f,
        cam,
        Light((-0.35, 1.75, -0.1), (7.5, 5.0, 2.7), (0.07, 0.075, 0.10), near=True, reach=1.15),
    )
    f.canvas.clear(0xFF000000)
    masonry(
        s,
        np.asarray([-7, 0, 2.6]),
        np.asarray([15.0, 0, 0]),
        np.asarray([0, 3.6, 0]),
        mix(p.stone, p.leaf_dk, 0.2),
        course=0.13,
        block=0.55,
        spread=0.2,
        rough=0.22,
    )
    floor(s, mix(p.stone, p.earth, 0.4), near=-2.8, far=2.6, wide=8, flags=0.9)
    for x in np.arange(-6.5, 7.5, 2.2):
        s.box((x, 2.75, -2.6), (0.2, 0.24, 5.4), scale(p.wood, 0.7), k=8)
    marks = font("latin", 20)
    for tier in (0, 1):
        for x in np.arange(5.2, -4.4, -0.78) if tier == 0 else np.arange(4.8, -4.0, -0.78):
            barrel(
                s,
                (float(x), 0.40 + tier * 0.66, 1.75),
                axis=(0, 0, -1),
                mark=("N" if (round(x * 10)) % 3 == 0 else "1", "400 m" if x > 0 else "90 m"),
                font=marks,
                wood=scale(p.wood_lt, float(f.rng.uniform(0.75, 1.1))),
                length=1.0,
            )
    barrel(
        s, (-0.35, 0.48, -0.05), axis=(0, 1, 0), length=0.92, belly=0.36, head=0.30, wood=p.wood_lt
    )
    candle(s, (-0.35, 0.95, -0.05), 0.20, 0.035)
    right_shade(f, 0.45)


def bordeaux(f: Frame) -> None:
    """A quiet chai: one file of new barrels on gravel, white columns, north light."""
    p = f.pal
    cam = Camera(f, (0.75, 1.45, -2.9), (-0.15, 0.95, 4.0), f.pick(1.12, 1.45))
    s = Stage(f, cam, Light((-0.75, 0.75, -0.45), (1.45, 1.42, 1.32), (0.14, 0.15, 0.17)))
    f.canvas.clear(0xFF000000)
    vault(
        s,
        7.6,
        2.3,
        -2.8,
        16,
        mix(p.stone_lt, p.stone, 0.25),
        course=0.42,
        rise=0.7,
        ribs=3.0,
        cx=0.4,
    )
    floor(s, mix(p.earth_lt, p.stone, 0.4), far=16, near=-2.8, wide=3.4)
    depth = f.pool(
        f.pick(0.34, 0.36), f.pick(0.26, 0.2), f.pick(0.34, 0.6), f.pick(0.42, 0.28), 1.2
    )
    f.expose(0.42 + 0.75 * depth)
    grit(s)
    marks = font("latin", 20)
    for z in np.arange(10.4, -0.9, -0.82):
        for x, side in ((2.0, 1), (-1.6, -1)):
            barrel(
                s,
                (x, 0.40, float(z)),
                axis=(-side, 0, 0),
                wineband=p.wine,
                mark=("VB", "2023"),
                font=marks,
                wood=mix(p.wood_lt, p.stone_lt, float(f.rng.uniform(0.1, 0.3))),
            )
    shaft(f, (-0.05, -0.1), (0.55, 0.62), 0.05, 0.15, p.sun, 0.16)
    cloud_shade(f, 0.54, 0.80, 0.45)
    right_shade(f, 0.5)


def grit(s: Stage) -> None:
    """Raked gravel between the rows."""
    f, n = s.f, 2600
    z = np.random.default_rng(5).beta(1, 2, n) * 9 - 1.6
    x = f.rng.uniform(-3, 3.4, n)
    q = s.cam.see(np.stack([x, np.zeros(n), z], 1))
    f.strokes(
        q,
        0.0,
        70 / np.clip(z + 3.4, 0.8, 20),
        2.4,
        [scale(f.pal.stone, 0.5), f.pal.stone, f.pal.stone_lt],
        0.45,
        0.1,
    )


def qingtian(f: Frame) -> None:
    """Clay jars in a tunnel cut through the rock, wet light at its mouth."""
    p = f.pal
    cam = Camera(f, (0.5, 1.2, -2.6), (-0.1, 0.95, 5.0), f.pick(1.2, 1.55))
    s = Stage(
        f, cam, Light((-0.35, 1.6, 1.0), (4.2, 4.0, 3.4), (0.05, 0.06, 0.06), near=True, reach=1.2)
    )
    f.canvas.clear(0xFF000000)
    rock = mix(p.stone, p.earth, 0.35)
    vault(s, 4.4, 1.25, -2.5, 12, rock, course=9.0, rise=0.85)
    q = s.cam.see(
        np.asarray(
            [
                [x, y, 12.0]
                for x, y in [(-2.2, 0)]
                + [(-2.2 * np.cos(a), 1.25 + 1.87 * np.sin(a)) for a in np.linspace(0, np.pi, 24)]
                + [(2.2, 0)]
            ]
        )
    )
    f.fill(q, mix(p.sky_lt, p.leaf_lt, 0.2), tex="wash", blur=5)
    hills = smooth_hills(q, f)
    f.fill(hills, mix(p.far, p.leaf, 0.3), 0.8, tex="wash", blur=3)
    n = 900  # chisel marks of the miners
    th, z = f.rng.uniform(0, np.pi, n), f.rng.uniform(-1.5, 9, n)
    at = s.cam.see(np.stack([2.16 * np.cos(th), 1.25 + 1.83 * np.sin(th), z], 1))
    f.strokes(
        at,
        th + 1.2,
        200 / np.clip(z + 3.2, 1, 20),
        2.6,
        [scale(rock, 0.16), scale(rock, 0.28), scale(rock, 0.5)],
        0.5,
        0.2,
    )
    floor(s, mix(p.stone, p.shade, 0.4), far=12, near=-2.5, wide=2.2)
    for z in np.arange(8.6, -0.6, -0.72):
        for side in (-1, 1):
            for back in (1, 0):
                h = float(f.rng.uniform(0.86, 0.98))
                jar(
                    s,
                    (side * (1.25 + 0.62 * back), 0, float(z) + 0.3 * back),
                    h,
                    h * 0.36,
                    mix(p.wood, p.earth, 0.5),
                    glaze=mix(p.wood, p.ground, float(f.rng.uniform(0.3, 0.6))),
                    cover=p.accent if f.rng.uniform() < 0.35 else mix(p.cloth, p.wood_lt, 0.3),
                )
    floor_light(f, s)
    right_shade(f, 0.4)


def smooth_hills(q: np.ndarray, f: Frame) -> np.ndarray:
    """A far slope seen through the mouth of the tunnel (pixels)."""
    x0, x1, y1 = q[:, 0].min(), q[:, 0].max(), q[:, 1].max()
    x = np.linspace(x0, x1, 30)
    y = y1 - (y1 - q[:, 1].min()) * (0.35 + 0.16 * np.sin(np.linspace(0.5, 4.2, 30)))
    return np.vstack([np.stack([x, y], 1), [[x1, y1], [x0, y1]]])


def floor_light(f: Frame, s: Stage) -> None:
    """Daylight lying on the wet floor."""
    q = s.cam.see(
        np.asarray(
            [[-0.5, 0.005, 11.5], [0.5, 0.005, 11.5], [0.75, 0.005, 2.5], [-0.75, 0.005, 2.5]]
        )
    )
    f.fill(q, f.pal.sky_lt, 0.20, tex="dry", blur=10)


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    {
        "rioja": rioja,
        "piedmont": piedmont,
        "douro": douro,
        "bordeaux": bordeaux,
        "qingtian": qingtian,
    }[f.region](f)
