"""The table: each region's board laid with the dishes its wine is poured for."""

import numpy as np

from kit.dishes import bowl, bread, chopsticks, fish, heap, lump, plate, steamer
from kit.frame import Frame
from kit.glass import SHAPES, bottle, goblet
from kit.label import label
from kit.palette import mix, scale
from kit.space import Stage
from kit.still import candle, cloth, pile
from pack import Pack
from scenes.settings import fruit, still
from scenes.wine import ARCS, BANDS

SCALLION = (0.45, 0.62, 0.28)
PORCELAIN = (0.90, 0.90, 0.87)
COBALT = (0.16, 0.28, 0.52)


def chops(s: Stage, at: tuple[float, float, float]) -> None:
    """Lamb chops fanned on a plate, cumin and chilli on them."""
    f, p = s.f, s.f.pal
    plate(s, at, 0.115, mix(p.stone_lt, p.earth_lt, 0.3))
    for k in range(5):
        a = -0.9 + 0.45 * k
        c = np.asarray(
            [at[0] + 0.055 * np.sin(a), at[1] + 0.03, at[2] + 0.02 - 0.03 * np.cos(a) + 0.02 * k]
        )
        lump(
            s, tuple(c), (0.036, 0.022, 0.030), mix((0.42, 0.20, 0.10), p.earth, 0.2), 0.45, "stone"
        )
        bone = np.stack([c + [0.01, 0.012, 0], c + [0.05 * np.sin(a) + 0.02, 0.055, 0.02]])
        q = s.cam.see(bone)
        f.taper(q, [13, 9], (0.90, 0.82, 0.68), tex="stone", grain=0.3)
    spots = s.cam.see(np.asarray(at) + [0, 0.05, 0]) + f.rng.normal(0, 1, (60, 2)) * [
        70 * f.u,
        20 * f.u,
    ]
    f.strokes(
        spots,
        f.rng.uniform(0, 3, 60),
        6,
        2.2,
        [(0.72, 0.18, 0.08), (0.85, 0.65, 0.3), SCALLION],
        0.9,
    )


def greens(s: Stage, at: tuple[float, float, float], tones: list) -> None:
    """A small dish of something green."""
    plate(s, at, 0.075, PORCELAIN, band=COBALT)
    heap(s, (at[0], at[1] + 0.014, at[2]), 0.042, 0.025, 26, 0.014, tones, 0.25)


def tajarin(s: Stage, at: tuple[float, float, float]) -> None:
    """Thin pasta in a nest with slices of white truffle."""
    f = s.f
    plate(s, at, 0.115, PORCELAIN, band=s.f.pal.accent)
    centre = np.asarray([at[0], at[1] + 0.016, at[2]])
    for k in range(120):
        t = np.linspace(0, 1, 9)
        a0, turn, r = f.rng.uniform(0, 6.28), f.rng.uniform(1.2, 3.0), f.rng.uniform(0.015, 0.062)
        y = 0.035 * (1 - (r / 0.065) ** 2) * k / 120
        q = s.cam.see(
            centre
            + np.stack(
                [r * np.cos(a0 + turn * t), y + 0.004 * np.sin(t * 7), r * np.sin(a0 + turn * t)],
                -1,
            )
        )
        f.line(
            q,
            mix(
                (0.93, 0.78, 0.38), (0.70, 0.48, 0.18), float(f.rng.uniform(0, 0.8)) * (1 - k / 160)
            ),
            2.6,
            0.9,
        )
    for _ in range(12):
        c = centre + np.asarray([f.rng.normal(0, 0.020), 0.026, f.rng.normal(-0.022, 0.014)])
        q = s.cam.see(c)
        f.oval(q[0] + 2, q[1] + 3, 20 * f.u, 9 * f.u, (0.2, 0.13, 0.06), 0.5, tex="plain")
        f.oval(q[0], q[1], 20 * f.u, 9 * f.u, (0.86, 0.76, 0.6), tex="stone", grain=0.2)
        f.oval(q[0], q[1], 13 * f.u, 5 * f.u, (0.74, 0.60, 0.45), 0.6, tex="stone", grain=0.1)


def duck(s: Stage, at: tuple[float, float, float]) -> None:
    """Slices of roast duck, lacquered skin outward, laid like tiles."""
    f = s.f
    plate(s, at, 0.135, PORCELAIN, band=(0.62, 0.5, 0.27))
    for row in range(3):
        for k in range(8):
            c = np.asarray(
                [at[0] - 0.085 + 0.024 * k, at[1] + 0.03 + 0.004 * row, at[2] + 0.05 - 0.042 * row]
            )
            q = (
                np.asarray(
                    [
                        [-0.018, 0, -0.02],
                        [0.014, 0.012, -0.022],
                        [0.018, 0.016, 0.018],
                        [-0.014, 0.004, 0.02],
                    ]
                )
                + c
            )
            xy = s.cam.see(q)
            f.fill(xy + [2, 5 * f.u], (0.05, 0.02, 0.01), 0.5, tex="plain", blur=1.5)
            f.fill(xy, (0.80, 0.60, 0.42), tex="stone", grain=0.3)
            skin = np.stack(
                [xy[1], xy[2], xy[2] * 0.62 + xy[3] * 0.38, xy[1] * 0.62 + xy[0] * 0.38]
            )
            f.fill(
                skin,
                mix((0.48, 0.17, 0.06), (0.62, 0.28, 0.09), float(f.rng.uniform())),
                tex="wash",
                grain=0.3,
            )
            f.line(
                [tuple(xy[1] * 0.8 + xy[0] * 0.2), tuple(xy[2] * 0.8 + xy[3] * 0.2)],
                (1, 0.85, 0.6),
                2.2,
                0.6,
            )


def pot(s: Stage, at: tuple[float, float, float]) -> None:
    """An earthen pot of duck rice, sausage on its crust."""
    top = bowl(s, at, 0.125, s.f.pal.accent, height=0.10, inside=scale(s.f.pal.accent, 0.5))
    heap(
        s,
        (at[0], top + 0.012, at[2]),
        0.098,
        0.016,
        170,
        0.010,
        [(0.85, 0.66, 0.36), (0.72, 0.48, 0.22), (0.92, 0.80, 0.55)],
        0.15,
    )
    for k in range(9):
        a = k * 0.7
        lump(
            s,
            (at[0] + 0.06 * np.cos(a), top + 0.034, at[2] + 0.055 * np.sin(a)),
            (0.017, 0.007, 0.015),
            (0.50, 0.13, 0.08),
            0.5,
        )


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    p, r = f.pal, f.region
    s = still(f, eye=0.36, look=0.105, front=-0.30, zoom=f.pick(0.98, 0.76))
    words = next(iter(pack.wines.values()))
    image = label(r, words, p)
    if r != "qingtian":
        cloth(
            s,
            *((-0.5, 0.34) if r != "douro" else (-0.34, 0.30)),
            -0.30,
            mix(mix(p.deep, p.accent, 0.25), p.cloth, 0.20),
            drop=0.13,
            depth=0.62 if r == "bordeaux" else 0.34,
        )
    bottle(
        s,
        (-0.26 if r != "piedmont" else 0.20, 0, 0.26),
        SHAPES[r],
        label=image,
        band=BANDS[r],
        arc=ARCS[r],
        turn=0.03,
        capsule=p.accent,
        glow=(0.16, 0.02, 0.03),
        scale_by=0.9,
    )
    kind = "balloon" if r == "piedmont" else "tulip"
    wine = mix(p.wine, p.wine_lt, 0.3) if r in ("piedmont", "qingtian") else p.wine
    if r == "rioja":
        candle(s, (0.05, 0, 0.32), 0.13)
        top = bowl(s, (0.22, 0, 0.14), 0.085, (0.20, 0.13, 0.10), band=p.accent)
        heap(
            s,
            (0.22, top, 0.14),
            0.06,
            0.03,
            20,
            0.024,
            [(0.50, 0.14, 0.06), (0.62, 0.24, 0.10), (0.38, 0.10, 0.05)],
            0.6,
        )
        bread(s, (0.10, 0.0, 0.22), 0.19, (0.72, 0.45, 0.20))
        chops(s, (0.0, 0.004, -0.06))
        goblet(s, (-0.17, 0, 0.05), kind=kind, height=0.20, wine=wine)
        greens(s, (0.21, 0, -0.12), [(0.62, 0.16, 0.08), (0.72, 0.26, 0.10), (0.48, 0.50, 0.20)])
        chopsticks(s, (-0.19, 0.004, -0.16), 0.35, (0.30, 0.12, 0.08))
    elif r == "piedmont":
        top = bowl(s, (-0.22, 0, 0.16), 0.10, (0.25, 0.24, 0.24), band=p.wood_lt)
        heap(
            s,
            (-0.22, top, 0.16),
            0.075,
            0.03,
            26,
            0.024,
            [(0.55, 0.36, 0.18), (0.36, 0.22, 0.12), (0.80, 0.62, 0.40)],
            0.35,
        )
        goblet(s, (0.10, 0, 0.12), kind=kind, height=0.21, wine=wine)
        tajarin(s, (-0.02, 0.004, -0.08))
        lump(s, (0.18, 0.022, -0.10), (0.030, 0.024, 0.028), (0.74, 0.60, 0.42), 0.05, "stone", 0.3)
        lump(
            s, (0.235, 0.017, -0.06), (0.022, 0.018, 0.021), (0.66, 0.52, 0.36), 0.05, "stone", 0.3
        )
        chopsticks(s, (-0.22, 0.004, -0.15), 0.3, (0.18, 0.14, 0.12))
    elif r == "douro":
        goblet(s, (-0.16, 0, 0.10), kind=kind, height=0.20, wine=scale(wine, 0.9))
        plate(s, (0.22, 0, 0.16), 0.09, p.paper, band=COBALT)
        heap(
            s,
            (0.22, 0.02, 0.16),
            0.06,
            0.02,
            30,
            0.013,
            [(0.25, 0.26, 0.10), (0.16, 0.14, 0.10), (0.40, 0.40, 0.16)],
            0.5,
        )
        pot(s, (0.02, 0, 0.03))
        bread(s, (0.20, 0, -0.10), 0.16, (0.80, 0.56, 0.26))
        greens(s, (-0.20, 0, -0.12), [(0.42, 0.20, 0.10), (0.52, 0.28, 0.14), (0.30, 0.13, 0.08)])
        chopsticks(s, (-0.02, 0.004, -0.20), 0.12, (0.30, 0.14, 0.08))
    elif r == "bordeaux":
        goblet(s, (-0.16, 0, 0.12), kind=kind, height=0.21, wine=wine)
        goblet(s, (0.24, 0, 0.24), kind=kind, height=0.21, wine=wine)
        top = bowl(s, (0.17, 0, 0.16), 0.085, PORCELAIN, band=p.accent)
        heap(
            s,
            (0.17, top, 0.16),
            0.06,
            0.028,
            18,
            0.024,
            [(0.40, 0.13, 0.07), (0.52, 0.20, 0.10), (0.32, 0.09, 0.05)],
            0.6,
        )
        duck(s, (0.0, 0.004, -0.07))
        greens(s, (0.215, 0, -0.10), [SCALLION, (0.62, 0.74, 0.40), (0.90, 0.90, 0.80)])
        top = bowl(s, (-0.21, 0, -0.10), 0.038, PORCELAIN, inside=(0.2, 0.08, 0.04))
        chopsticks(s, (-0.10, 0.004, -0.22), 0.1, (0.16, 0.14, 0.16))
    else:
        goblet(s, (-0.16, 0, 0.12), kind=kind, height=0.195, wine=wine)
        steamer(s, (0.20, 0, 0.18))
        plate(s, (0.0, 0.004, -0.05), 0.15, (0.80, 0.85, 0.80), band=p.leaf)
        fish(s, (0.0, 0.024, -0.05), 0.235, (0.72, 0.48, 0.30), SCALLION)
        top = bowl(s, (0.225, 0, -0.10), 0.055, (0.78, 0.84, 0.80))
        heap(
            s,
            (0.225, top, -0.10),
            0.038,
            0.02,
            110,
            0.0065,
            [(0.95, 0.94, 0.90), (0.88, 0.87, 0.82)],
            0.1,
        )
        pile(s, fruit(f), (-0.23, 0.016, -0.06), 0.05, 0.035, 0.0, 0.032, 6)
        chopsticks(s, (-0.08, 0.004, -0.24), 0.12, (0.24, 0.15, 0.10))
