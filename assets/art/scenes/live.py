"""The live room: a bottle, a glass and a phone on its stand, the hall's lights behind."""

import numpy as np
import skia

from kit.frame import Frame
from kit.glass import SHAPES, bottle, goblet
from kit.label import label
from kit.noise import cover
from kit.palette import mix, scale
from kit.space import Camera, Light, Stage
from kit.still import cloth, ledge, pile
from pack import Pack
from scenes.settings import fruit
from scenes.wine import ARCS, BANDS


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    p, r = f.pal, f.region
    cam = Camera(f, (0.0, 0.20, -1.25), (0.0, 0.15, 0.0), f.pick(2.0, 2.7), (f.ax, f.y(f.pick(0.40, 0.315))))
    s = Stage(f, cam, Light((-0.75, 0.55, -0.55), (1.5, 1.25, 0.95), (0.10, 0.10, 0.14)))
    base = np.asarray(mix(p.deep, p.shade, 0.35), np.float32)
    low = np.asarray(mix(p.deep, p.accent, 0.35), np.float32)
    yy, xx = np.mgrid[0:f.h, 0:f.w].astype(np.float32)
    t = np.clip(yy / f.h / 0.55 + (cover(f.w, f.h, 2.6, 301, 2.0) - 0.5) * 0.5, 0, 1)[..., None]
    f.pixels[..., :3] = (255 * (base + (low - base) * t)).astype(np.uint8)
    f.pixels[..., 3] = 255
    glow = f.pool(f.pick(0.40, 0.5), f.pick(0.36, 0.28), f.pick(0.3, 0.55), f.pick(0.34, 0.2), 1.2)
    f.veil(glow, mix(p.accent, p.sun, 0.35), 0.45)
    for _ in range(46):  # lamps of the hall, out of focus
        x, y = f.rng.uniform(0, 1), f.rng.beta(1.6, 2.2) * f.pick(0.60, 0.46)
        k = f.rng.uniform(10, 46) * f.u
        tone = [p.sun, p.accent, mix(p.sun, p.sky, 0.4), p.leaf_lt][int(f.rng.integers(0, 4))]
        dim = (0.35 if x < 0.62 or f.portrait else 0.16) * f.rng.uniform(0.4, 1)
        f.oval(f.x(x), f.y(y), k, k, tone, dim, tex="wash", blend=skia.BlendMode.kScreen)
        f.line(skia.Path.Circle(f.x(x), f.y(y), k * 0.96), tone, 1.6, dim * 0.9)
    ledge(s, scale(p.wood, 0.8), front=-0.24, boards=0.16)
    cloth(s, -0.42, 0.10, -0.24, scale(mix(p.accent, p.deep, 0.35), 1.0), drop=0.20, depth=0.5)
    words = list(pack.wines.values())[0]
    bottle(s, (-0.15, 0, 0.04), SHAPES[r], label=label(r, words, p), band=BANDS[r], arc=ARCS[r], turn=0.15, capsule=p.accent, glow=(0.2, 0.02, 0.03))
    goblet(s, (-0.035, 0, -0.05), height=0.185, fill=0.34)
    phone(s, 0.055, 0.05, pack)
    size = 0.030 if r == "qingtian" else 0.017
    pile(s, fruit(f), (0.0, size * 0.5, -0.16), 0.05, 0.03, 0.0, size, 5 if r == "qingtian" else 14)


def phone(s: Stage, x: float, z: float, pack: Pack) -> None:
    """A phone upright on a small stand, its screen showing the bottle it looks at."""
    f, p = s.f, s.f.pal
    w, h, y = 0.098, 0.205, 0.055
    s.contact((x + w / 2, 0, z + 0.02), 0.06, 0.8)
    stand = np.asarray([[0.05, 0.0], [0.052, 0.008], [0.012, 0.014], [0.010, 0.055]])
    s.lathe(stand, (x + w / 2, 0, z + 0.02), p.metal, tex="iron", gloss=0.5)
    s.box((x + w * 0.2, 0.045, z - 0.006), (w * 0.6, 0.014, 0.03), scale(p.metal, 0.8), tex="iron")

    def quad(a: float, b: float, c: float, d: float) -> np.ndarray:
        return s.cam.see(np.asarray([[x + w * a, y + h * b, z + 0.03 * b], [x + w * c, y + h * b, z + 0.03 * b + 0.012 * (c - a)],
                                     [x + w * c, y + h * d, z + 0.03 * d + 0.012 * (c - a)], [x + w * a, y + h * d, z + 0.03 * d]]))
    q = quad(0, 0, 1, 1)
    f.line(q, (0.05, 0.05, 0.06), 15, closed=True)
    f.fill(q, (0.05, 0.05, 0.06), tex="plain")
    inner = quad(0.035, 0.02, 0.965, 0.98)
    f.fill(inner, mix(p.shade, p.accent, 0.35), tex="wash", grain=0.5)
    with f.clip(inner):
        f.fill(quad(0, 0.55, 1, 1), mix(p.far, p.sun, 0.45), tex="wash", grain=0.6)
        t = np.linspace(0, 1, 14)
        ridge = np.asarray([quad(v, 0.52 + 0.07 * np.sin(v * 7), v, 0.52 + 0.07 * np.sin(v * 7))[0] for v in t])
        f.fill(np.vstack([ridge, quad(0, 0.3, 1, 0.3)[[1, 0]]]), mix(p.leaf, p.deep, 0.3), tex="wash", grain=0.5)
        f.fill(quad(0, 0, 1, 0.34), scale(p.deep, 0.9), tex="wash")
        a, b = quad(0.40, 0.26, 0.60, 0.58), quad(0.455, 0.58, 0.545, 0.74)
        f.fill(a, (0.06, 0.08, 0.06), tex="plain")
        f.fill(b, p.accent, tex="plain")
        f.fill(quad(0.41, 0.34, 0.59, 0.48), p.paper, tex="plain")
        for k in range(3):
            f.fill(quad(0.08, 0.06 + 0.06 * k, 0.35 + 0.2 * ((k * 7) % 3), 0.085 + 0.06 * k), mix(p.paper, p.deep, 0.3), 0.8, tex="plain")
        c = quad(0.10, 0.93, 0.10, 0.93)[0]
        f.oval(c[0], c[1], 7 * f.u, 7 * f.u, (0.86, 0.12, 0.12), tex="plain")
        f.fill(quad(0.16, 0.915, 0.36, 0.945), p.paper, 0.9, tex="plain")
    f.line([tuple(inner[3]), tuple(inner[0])], (1, 1, 1), 1.6, 0.3)
    glow = inner.mean(0)
    f.oval(glow[0], glow[1] + 0.5 * (inner[0, 1] - inner[3, 1]), 150 * f.u, 60 * f.u, mix(p.sun, p.accent, 0.4), 0.12, tex="plain", blur=40,
           blend=skia.BlendMode.kScreen)
    del pack
