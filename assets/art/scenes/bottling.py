"""Bottling: dark glass, corks, and the rows where bottles wait."""

import numpy as np

from kit.frame import Frame
from kit.glass import SHAPES, bottle, profile
from kit.label import label
from kit.palette import Rgb, mix, scale
from kit.rooms import vault
from kit.solids import disc
from kit.space import Camera, Light, Stage
from kit.still import candle, ledge
from pack import Pack
from scenes.settings import fruit, still
from scenes.shade import right_shade
from scenes.wine import ARCS, BANDS


def cork(
    s: Stage, at: tuple[float, float, float], axis: tuple[float, float, float] = (1, 0, 0.3)
) -> None:
    """A cork lying down."""
    tone = mix(s.f.pal.wood_lt, (0.85, 0.7, 0.5), 0.5)
    s.contact((at[0], 0.0, at[2]), 0.016, 0.5)
    prof = np.asarray([[0.0115, -0.022], [0.012, 0.0], [0.0115, 0.022]])
    s.lathe(prof, at, tone, axis=axis, tex="stone", grain=2500, n=24)
    disc(
        s,
        tuple(np.asarray(at) + np.asarray(axis) / np.linalg.norm(axis) * 0.022),
        axis,
        0.0115,
        scale(tone, 0.85),
        tex="stone",
        grain=2500,
    )
    disc(
        s,
        tuple(np.asarray(at) - np.asarray(axis) / np.linalg.norm(axis) * 0.022),
        tuple(-v for v in axis),
        0.0115,
        mix(tone, s.f.pal.wine, 0.2),
        tex="stone",
        grain=2500,
    )


def corker(s: Stage, x: float, z: float, iron: Rgb) -> None:
    """A hand corker of iron: stand, guide, lever."""
    f = s.f
    for dx in (-0.055, 0.055):
        s.box((x + dx - 0.008, 0, z - 0.008), (0.016, 0.46, 0.016), iron, tex="iron")
    s.box((x - 0.085, 0, z - 0.05), (0.17, 0.02, 0.10), iron, tex="iron")
    s.box((x - 0.07, 0.325, z - 0.02), (0.14, 0.035, 0.04), scale(iron, 1.2), tex="iron")
    s.box((x - 0.07, 0.44, z - 0.02), (0.14, 0.03, 0.04), iron, tex="iron")
    s.box((x - 0.008, 0.34, z - 0.008), (0.016, 0.13, 0.016), mix(iron, (1, 1, 1), 0.3), tex="iron")
    q = s.cam.see(
        np.asarray([[x, 0.465, z], [x + 0.10, 0.50, z - 0.03], [x + 0.24, 0.47, z - 0.06]])
    )
    f.taper(q, [10, 9, 8], scale(iron, 0.9), tex="iron")
    f.taper(
        s.cam.see(np.asarray([[x + 0.19, 0.487, z - 0.05], [x + 0.27, 0.462, z - 0.065]])),
        [17, 15],
        f.pal.accent,
        tex="wood",
        grain=0.3,
    )


def bin_wall(f: Frame, brick: bool) -> None:
    """Bottles laid down in a niche, row upon row, butts to the viewer, dust and candle light."""
    p = f.pal
    cam = Camera(
        f,
        (-0.15, 0.55, -1.75),
        (-0.02, 0.40, 0.3),
        f.pick(1.75, 2.25),
        (f.x(f.pick(0.42, 0.5)), f.y(f.pick(0.36, 0.30))),
    )
    s = Stage(
        f,
        cam,
        Light(
            (-0.42, 0.75, -0.42),
            (5.6, 3.9, 2.3) if not brick else (4.9, 4.2, 3.4),
            (0.30, 0.27, 0.26),
            near=True,
            reach=0.95,
        ),
    )
    f.canvas.clear(0xFF000000)
    tone = mix(p.accent, p.wood_lt, 0.5) if brick else p.stone
    vault(s, 1.9, 0.55, -0.15, 1.1, tone, course=0.085 if brick else 0.14, rise=0.7)
    from kit.rooms import masonry  # noqa: PLC0415 - the front wall exists only here

    for x0, w in ((-4.0, 3.05), (0.95, 3.1)):
        masonry(
            s,
            np.asarray([x0, 0, -0.15]),
            np.asarray([w, 0, 0]),
            np.asarray([0, 2.4, 0]),
            tone,
            course=0.085 if brick else 0.16,
            block=0.2 if brick else 0.34,
        )
    ledge(s, scale(tone, 0.7), front=-0.5, back=1.2, tex="stone")
    prof = profile(SHAPES[f.region])
    pitch = 0.083
    for row in range(9):
        n = 22 - (row % 2)
        y = 0.040 + row * pitch * 0.86
        for k in range(n):
            x = (k - (n - 1) / 2) * pitch
            if abs(x) > np.sqrt(max(0.95**2 - max(y - 0.55, 0) ** 2 * 1.9, 0)) - 0.05:
                continue
            if row >= 7 and x > 0.1 + 0.1 * (8 - row):
                continue
            z = 0.10 + float(f.rng.normal(0, 0.006))
            base = scale((0.17, 0.22, 0.14), float(f.rng.uniform(0.7, 1.2)))
            s.lathe(prof[:10], (x, y, z), base, axis=(0, 0, 1), n=24, gloss=0.5)
            disc(s, (x, y, z + 0.004), (0, 0, -1), 0.036, scale(base, 0.7), gloss=0.2)
            disc(s, (x, y, z + 0.002), (0, 0, -1), 0.021, mix(base, (0.0, 0.0, 0.0), 0.65))
            c, r = s.cam.see((x, y, z)), s.cam.px((x, y, z)) * 0.036
            way = s.cam.see(np.asarray([-0.42, 0.75, -0.42])) - c
            a = float(np.arctan2(way[1], way[0]))
            near = float(np.clip(1.25 - np.linalg.norm(way) / (900 * f.u), 0.3, 1))
            arc = (
                c
                + np.stack(
                    [
                        np.cos(np.linspace(a - 0.8, a + 0.8, 9)),
                        np.sin(np.linspace(a - 0.8, a + 0.8, 9)),
                    ],
                    1,
                )
                * r
                * 0.9
            )
            f.line(arc, mix(p.leaf_lt, p.sun, 0.5), 2.4, 0.75 * near)
            arc = (
                c
                + np.stack(
                    [
                        np.cos(np.linspace(a + 2.5, a + 3.8, 9)),
                        np.sin(np.linspace(a + 2.5, a + 3.8, 9)),
                    ],
                    1,
                )
                * r
                * 0.55
            )
            f.line(arc, mix(p.leaf, p.sun, 0.3), 1.6, 0.5 * near)
            dust = f.rng.uniform(-1, 1, (5, 2)) * r * 0.7 + c
            f.strokes(dust, 0.3, 5, 1.2, [p.stone_lt], 0.3 * near)
    bottle(
        s,
        (-0.20, 0, -0.30),
        SHAPES[f.region],
        capsule=None,
        glass=(0.05, 0.07, 0.05),
        glow=(0.15, 0.02, 0.02),
    )
    cork(s, (-0.11, 0.012, -0.33))
    candle(s, (-0.42, 0, -0.30), 0.13)
    right_shade(f, 0.45)


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    p, r = f.pal, f.region
    if r in ("rioja", "piedmont"):
        bin_wall(f, r == "piedmont")
        return
    s = still(f, look=0.17, eye=0.21, zoom=f.pick(0.86, 0.80))
    words = next(iter(pack.wines.values()))
    image = label(r, words, p)
    kind = SHAPES[r]
    if r == "douro":
        for k, x in enumerate(np.linspace(0.60, -0.36, 8)):
            bottle(
                s,
                (float(x), 0, 0.24 + 0.04 * (k % 2)),
                kind,
                scale_by=0.95,
                capsule=None,
                glow=(0.10, 0.01, 0.03),
            )
        corker(s, -0.03, 0.02, mix(p.metal, p.ground, 0.25))
        bottle(s, (-0.03, 0.02, 0.02), kind, capsule=None, glow=(0.2, 0.02, 0.04), cast=False)
        for x, z, a in (
            (0.13, -0.08, 0.2),
            (0.18, -0.14, 0.9),
            (0.10, -0.17, -0.4),
            (-0.19, -0.10, 0.5),
            (0.22, -0.05, 1.4),
            (-0.25, -0.02, 0.1),
        ):
            cork(s, (x, 0.012, z), (np.cos(a), 0, np.sin(a)))
        slab = np.asarray(
            [[-0.36, 0.0, -0.02], [-0.18, 0.0, -0.12], [-0.17, 0.035, -0.12], [-0.35, 0.045, -0.02]]
        )
        f.fill(s.cam.see(slab), mix(p.earth_lt, p.wood_lt, 0.5), tex="stone", grain=0.4)
        return
    xs = np.linspace(0.52, -0.20, 8)
    for k, x in enumerate(xs):
        z = 0.34 - 0.05 * k
        last = k == len(xs) - 1
        bottle(
            s,
            (float(x), 0, z),
            kind,
            label=image if last or (r == "bordeaux" and k > 4) else None,
            band=BANDS[r],
            arc=ARCS[r],
            turn=0.04,
            capsule=(p.accent if last else None)
            if r == "qingtian"
            else (p.deep if k > 3 else None),
            glow=(0.16, 0.02, 0.03),
        )
    if r == "qingtian":
        s.box(
            (0.06, 0, -0.12),
            (0.036, 0.085, 0.036),
            mix(p.leaf_lt, p.stone_lt, 0.4),
            tex="stone",
            grain=1400,
        )
        q = s.cam.see((0.16, 0.004, -0.12))
        f.oval(q[0], q[1], 62 * f.u, 22 * f.u, (0.93, 0.90, 0.86), tex="wash")
        f.oval(q[0], q[1] - 3 * f.u, 46 * f.u, 14 * f.u, p.accent, tex="stone", grain=0.4)
        fruit(f)
    else:
        for x, z, a in ((0.06, -0.10, 0.2), (0.12, -0.15, 1.0), (0.02, -0.16, -0.5)):
            cork(s, (x, 0.012, z), (np.cos(a), 0, np.sin(a)))
        s.contact((0.20, 0, -0.02), 0.05)
        s.lathe(
            np.asarray([[0.045, 0], [0.062, 0.03], [0.064, 0.05]]),
            (0.22, 0, -0.03),
            (0.92, 0.9, 0.85),
            gloss=0.3,
        )
        disc(s, (0.22, 0.042, -0.03), (0, 1, 0), 0.058, (0.97, 0.96, 0.92))
        for a in range(3):
            c = (0.20 + 0.05 * a, 0.022, -0.16 + 0.02 * (a % 2))
            t = np.linspace(0.02, np.pi - 0.02, 12)
            s.contact((c[0], 0, c[2]), 0.02, 0.6)
            s.lathe(
                np.stack([np.sin(t) * 0.020, -np.cos(t) * 0.024], 1),
                c,
                (0.85, 0.66, 0.5),
                axis=(1, 0.2, 0.4),
                gloss=0.15,
                tex="plain",
                n=32,
            )
    right_shade(f, 0.25)
