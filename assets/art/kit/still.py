"""What lies on a table: ledge, cloth, candle, plates and bowls, dishes, baskets, heaps of fruit."""

import numpy as np
import skia

from kit.frame import poly, smooth
from kit.noise import line
from kit.palette import Rgb, mix, scale
from kit.solids import disc, ring
from kit.space import Stage, Vec, turned, unit
from kit.sprites import Sheet

BLACK: Rgb = (0.02, 0.018, 0.02)


def ledge(s: Stage, top: Rgb, *, front: float = -0.24, back: float = 0.5, tex: str = "wood",
          drop: float = 1.6, tone: float = 0.55, boards: float = 0.0) -> None:
    """A table or parapet across the picture; its front falls into the dark."""
    s.plane((-2.5, 0, front), (5, 0, 0), (0, 0, back - front), top, k=30, tex=tex, grain=700)
    f = s.f
    if boards > 0:
        for z in np.arange(front + boards, back, boards):
            s.trail(np.asarray([[-2.5, 0, z], [2.5, 0, z]]), scale(top, 0.25), 1.6, 0.7)
    s.plane((-2.5, -drop, front), (5, 0, 0), (0, drop, 0), scale(top, tone), k=24, tex=tex, grain=500)
    edge = s.cam.see(np.asarray([[-2.5, 0, front], [2.5, 0, front]]))
    wob = np.linspace(edge[0], edge[1], 60)
    wob[:, 1] += line(60, 1.6, f.rng) * 1.2 * f.u
    f.line(wob, mix(top, (1, 0.95, 0.85), 0.35), 2.6, 0.55)
    wob[:, 1] += 7 * f.u
    f.line(wob, BLACK, 9, 0.45, blur=3)


def candle(s: Stage, at: Vec, height: float = 0.12, radius: float = 0.013) -> np.ndarray:
    """A candle with its flame; returns the flame's place in pixels."""
    f = s.f
    wax = (0.93, 0.86, 0.70)
    prof = np.asarray([[radius * 1.05, 0], [radius, height * 0.5], [radius * 0.96, height]])
    s.contact(at, radius * 2, 0.6)
    dish = np.asarray([[radius * 3, 0.004], [radius * 3.3, 0.012], [radius * 2.6, 0.006]])
    s.lathe(dish, at, f.pal.metal, tex="iron", gloss=0.3)
    p, n = turned(prof, at)
    glow = np.linspace(0.55, 1.0, 3)[:, None, None] * np.asarray(wax) * np.ones((3, 49, 3))
    s.mesh(p, n, wax, shade=np.clip(glow, 0, 1))
    px = s.cam.px(at) / f.u
    tip = s.cam.see((at[0], at[1] + height, at[2]))
    u = f.u * px * 0.001
    for grow, colour, a in ((9.0, (0.9, 0.45, 0.15), 0.10), (4.5, (1.0, 0.62, 0.25), 0.20),
                            (2.0, (1.0, 0.78, 0.4), 0.5)):
        f.oval(tip[0], tip[1] - 16 * u, 13 * u * grow, 22 * u * grow, colour, a, tex="plain",
               blur=16 * u / f.u * grow * 0.5, blend=skia.BlendMode.kScreen)
    flame = smooth(np.asarray([[0, 4], [7, -4], [6.5, -16], [0, -44], [-6, -16], [-7, -4]]), True)
    f.fill(tip + flame * u, (1.0, 0.86, 0.5), tex="plain")
    f.fill(tip + flame * u * 0.6 + [0, -2 * u], (1.0, 0.97, 0.86), tex="plain")
    f.line([tuple(tip + [0, 3 * u]), tuple(tip + [0, -7 * u])], (0.2, 0.1, 0.05), 1.6)
    out: np.ndarray = tip - np.asarray([0, 18 * u])
    return out


def plate(s: Stage, at: Vec, radius: float, tone: Rgb, *, band: Rgb | None = None,
          deep: float = 0.016, squash: float = 1.0) -> None:
    """A plate seen at table height, with a painted line on its rim."""
    prof = np.asarray([[radius * 0.55, 0.0], [radius * 0.62, 0.004], [radius * 0.9, deep * 0.9],
                       [radius, deep], [radius * 0.985, deep * 1.12], [radius * 0.88, deep * 1.0],
                       [radius * 0.62, deep * 0.5], [0.001, deep * 0.42]])
    p, _ = turned(prof, at)
    s.shadow(p, at[1], 0.5, 4)
    s.contact(at, radius * 0.7, 0.6)
    del squash
    s.lathe(prof, at, tone, n=56, tex="wash", gloss=0.25)
    if band is not None:
        s.trail(ring((at[0], at[1] + deep * 1.08, at[2]), (0, 1, 0), radius * 0.93), band, 2.6, 0.8)


def bowl(s: Stage, at: Vec, radius: float, tone: Rgb, *, height: float | None = None,
         inside: Rgb | None = None, band: Rgb | None = None) -> float:
    """A footed bowl; returns the height at which food lies."""
    h = height or radius * 0.8
    outer = smooth(np.asarray([[radius * 0.45, 0], [radius * 0.46, h * 0.1], [radius * 0.78, h * 0.36],
                               [radius * 0.95, h * 0.72], [radius, h]]), steps=4)
    p, _ = turned(outer, at)
    s.shadow(p, at[1], 0.5, 5)
    s.contact(at, radius * 0.6, 0.75)
    inner = smooth(np.asarray([[radius * 0.3, h * 0.4], [radius * 0.8, h * 0.62], [radius, h]]), steps=4)
    s.lathe(inner, at, inside or tone, n=56, inside=True, gloss=0.1)
    s.lathe(outer, at, tone, n=56, gloss=0.3)
    if band is not None:
        for t, w in ((0.93, 2.2), (0.84, 1.0), (0.2, 1.4)):
            r = float(np.interp(h * t, outer[:, 1], outer[:, 0]))
            loop = ring((at[0], at[1] + h * t, at[2]), (0, 1, 0), r * 1.004)
            near = loop[loop[:, 2] < at[2]]
            s.trail(near[np.argsort(near[:, 0])], band, w, 0.8)
    s.trail(ring((at[0], at[1] + h, at[2]), (0, 1, 0), radius), mix(tone, (1, 1, 1), 0.4), 1.6, 0.6)
    return at[1] + h * 0.72


def lump(s: Stage, at: Vec, r: Vec, tone: Rgb, gloss: float = 0.3, tex: str = "wash",
         rough: float = 0.12) -> None:
    """A rounded morsel."""
    t = np.linspace(0.02, np.pi - 0.02, 9)
    prof = np.stack([np.sin(t), -np.cos(t)], 1)
    p, n = turned(prof, (0, 0, 0), n=18)
    bump = 1 + rough * np.sin(p[..., :1] * 5 + s.f.rng.uniform(0, 6)) * np.cos(p[..., 2:] * 6)
    place = p * bump * np.asarray(r) + np.asarray(at)
    normal = unit(n / np.asarray(r))
    s.mesh(place, normal, tone, tex=tex, gloss=gloss,
           uv=np.stack(np.meshgrid(np.linspace(0, 300, 19), np.linspace(0, 150, 9)), -1)
           + s.f.rng.uniform(0, 900, 2))


def heap(s: Stage, at: Vec, radius: float, height: float, n: int, size: float, tones: list[Rgb],
         gloss: float = 0.3, tex: str = "wash") -> None:
    """A heap of morsels in a bowl or on a plate."""
    a, rr = s.f.rng.uniform(0, 2 * np.pi, n), np.sqrt(s.f.rng.uniform(0, 1, n)) * radius
    x, z = rr * np.cos(a), rr * np.sin(a)
    y = height * (1 - (rr / radius) ** 2)
    order = np.argsort(y * 2 - z)
    for i in order:
        k = size * s.f.rng.uniform(0.8, 1.2, 3) * np.asarray([1, 0.75, 1])
        lump(s, (at[0] + x[i], at[1] + y[i], at[2] + z[i]), (k[0], k[1], k[2]),
             tones[int(s.f.rng.integers(0, len(tones)))], gloss, tex)


def steamer(s: Stage, at: Vec, radius: float = 0.075) -> None:
    """A bamboo steamer of dumplings."""
    pal = s.f.pal
    cane = mix(pal.wood_lt, (0.85, 0.72, 0.48), 0.5)
    h = 0.045
    prof = np.asarray([[radius, 0], [radius, h * 0.5], [radius, h]])
    p, _ = turned(prof, at)
    s.shadow(p, at[1], 0.5, 5)
    s.contact(at, radius, 0.7)
    s.lathe(np.asarray([[radius * 0.95, h * 0.3], [radius * 0.95, h]]), at, scale(cane, 0.5), inside=True)
    disc(s, (at[0], at[1] + h * 0.55, at[2]), (0, 1, 0), radius * 0.95, scale(cane, 0.8), tex="cloth")
    for a, r in [(k * np.pi / 3 + 0.3, radius * 0.58) for k in range(6)] + [(0.0, 0.0)]:
        dumpling(s, (at[0] + r * np.cos(a), at[1] + h * 0.6, at[2] + r * np.sin(a)), radius * 0.27)
    p, n = s.lathe(prof, at, cane, tex="wood")
    for y in (0.12, 0.5, 0.9):
        s.trail(ring((at[0], at[1] + h * y, at[2]), (0, 1, 0), radius * 1.005)[28:66], scale(cane, 0.45), 1.8, 0.7)


def dumpling(s: Stage, at: Vec, r: float) -> None:
    """A pleated dumpling."""
    t = np.linspace(0, np.pi / 2, 7)
    prof = np.stack([np.cos(t) * r + 1e-4, np.sin(t) * r * 0.85], 1)
    folds = 1 + 0.10 * np.sin(np.linspace(0, 2 * np.pi, 37) * 9)
    s.lathe(prof, at, (0.93, 0.89, 0.78), n=36, tint=np.linspace(0.95, 1.05, 7)[:, None] * folds, gloss=0.15)


def fish(s: Stage, at: Vec, length: float, tone: Rgb, garnish: Rgb) -> None:
    """A whole steamed fish on its side, scored, strewn with threads of scallion."""
    f = s.f
    t = np.linspace(0, 1, 30)
    half = length * 0.17 * np.sin(np.pi * np.clip(t * 0.92 + 0.06, 0, 1)) ** 0.8 * (1 - 0.45 * t)
    half[-5:] = np.linspace(half[-6], length * 0.13, 5)
    rows = np.linspace(-1, 1, 9)
    x = (t - 0.5) * length
    gx = np.broadcast_to(x[None], (9, 30))
    gz = rows[:, None] * half[None]
    gy = np.sqrt(np.clip(1 - rows[:, None] ** 2, 0.02, 1)) * half[None] * 0.55 + 0.002
    p = np.stack([gx, gy, gz], -1) + np.asarray(at)
    n = unit(np.stack([np.zeros_like(gx), np.sqrt(np.clip(1 - rows[:, None] ** 2, 0.05, 1)) * np.ones_like(gx),
                       rows[:, None] * np.ones_like(gx)], -1))
    base = np.asarray(tone) * (1.0 - 0.4 * np.clip(rows[:, None, None], 0, 1)) * np.ones((9, 30, 1))
    s.mesh(p, n, base, gloss=0.4, cull=False,
           uv=np.stack([gx * 4000, gz * 4000], -1), tex="stone")
    for k in (8, 12, 16, 20):
        s.trail(p[2:7, k], scale(tone, 0.45), 2.4, 0.7)
    eye = s.cam.see(p[3, 3])
    f.oval(eye[0], eye[1], 5 * f.u, 4 * f.u, (0.95, 0.92, 0.85), tex="plain")
    f.oval(eye[0], eye[1], 2.5 * f.u, 2.2 * f.u, BLACK, tex="plain")
    spot = s.cam.see(p[2:7, 6:24].reshape(-1, 3))[f.rng.integers(0, 90, 46)]
    f.strokes(spot, f.rng.uniform(-0.6, 0.6, 46), 34, 2.6, [garnish, mix(garnish, (0.9, 0.9, 0.6), 0.5)], 0.95, 0.5)


def chopsticks(s: Stage, at: Vec, turn: float, tone: Rgb, length: float = 0.23) -> None:
    """A pair of chopsticks on the table."""
    d = np.asarray([np.cos(turn), 0, np.sin(turn)])
    side = np.asarray([-d[2], 0, d[0]]) * 0.011
    for k in (-1, 1):
        a = np.asarray(at) - d * length / 2 + side * k * 1.2
        b = np.asarray(at) + d * length / 2 + side * k * 0.6
        q = s.cam.see(np.stack([a, (a + b) / 2, b]) + [0, 0.004, 0])
        f = s.f
        px = s.cam.px(at) * 0.007 / f.u
        f.taper(q + [3 * f.u, 4 * f.u], [px, px * 0.6], BLACK, 0.5, tex="plain", blur=2)
        f.taper(q, [px, px * 0.55], tone, tex="wood", grain=0.3)
        f.line(q - [0, px * 0.2 * f.u], mix(tone, (1, 1, 1), 0.4), px * 0.2, 0.5)


def pile(s: Stage, sh: Sheet, at: Vec, rx: float, rz: float, height: float, size: float, n: int,
         kind: str = "berry", light: float = 1.0, square: bool = False) -> None:
    """A heap of berries: deep ones dark, the top ones lit. Sizes in metres."""
    rng = s.f.rng
    if square:
        x, z = rng.uniform(-1, 1, n), rng.uniform(-1, 1, n)
        edge = np.maximum(np.abs(x), np.abs(z)) ** 3
    else:
        a, r = rng.uniform(0, 2 * np.pi, n), np.sqrt(rng.uniform(0, 1, n))
        x, z = r * np.cos(a), r * np.sin(a)
        edge = r ** 2
    if n < 40:  # few enough to lie side by side
        q = np.stack([x * rx, z * rz], 1)
        for _ in range(60):
            d = q[:, None] - q[None]
            r = np.linalg.norm(d, axis=-1) + np.eye(n)
            push = np.clip(size * 0.9 - r, 0, None)[..., None] * d / r[..., None]
            q = q + push.sum(1) * 0.4
        x, z = q[:, 0] / rx, q[:, 1] / rz
        edge = np.clip(edge, 0, 1)
        for px, pz in q:
            s.contact((at[0] + px, 0.0 if at[1] < 0.03 else at[1], at[2] + pz), size * 0.5, 0.5)
    up = height * (1 - edge) * rng.uniform(0.55, 1.0, n)
    p = np.stack([at[0] + x * rx, at[1] + up, at[2] + z * rz], 1)
    order = np.argsort(p[:, 1] * 1.5 - p[:, 2])
    p = p[order]
    d = np.maximum(s.cam.depth(p), 0.05)
    _, strong = s.light.towards(p)
    strong = strong / (strong.max() + 1e-9)
    rise = np.clip((p[:, 1] - at[1]) / max(height, 1e-6), 0, 1)
    tone = (0.32 + 0.68 * rise) * (0.35 + 0.65 * strong) * light
    sh.stamp(s.f, kind, s.cam.see(p), s.cam.focal / d * size * rng.uniform(0.88, 1.12, n),
             rng.uniform(-0.5, 0.5, n), np.repeat(tone[:, None], 3, 1))


def basket(s: Stage, at: Vec, radius: float, height: float, tone: Rgb, *, flare: float = 1.15,
           handle: bool = True, n: int = 60) -> None:
    """A woven basket; fill it by drawing ``pile`` and then call ``basket_front``."""
    y = np.linspace(0, height, 8)
    prof = np.stack([radius * (1 + (flare - 1) * y / height), y], 1)
    p, nrm = turned(prof, at, n=n)
    s.shadow(p, at[1], 0.6, 8)
    s.contact(at, radius * 1.05, 0.8)
    if handle:
        t = np.linspace(0, np.pi, 24)
        r = radius * flare
        arc = np.stack([at[0] + r * np.cos(t), at[1] + height + r * 1.15 * np.sin(t),
                        np.full_like(t, at[2])], -1)
        q = s.cam.see(arc)
        w = s.cam.px(at) * radius * 0.12 / s.f.u
        s.f.taper(q, [w, w], scale(tone, 0.7), tex="wood", grain=0.4)
        for k in range(1, 23):
            s.f.line([tuple(q[k] + [-w * .45, -w * .3]), tuple(q[k] + [w * .45, w * .3])], scale(tone, 0.35), 1.6, 0.7)
    s.lathe(prof, at, scale(tone, 0.45), n=n, inside=True, tex="cloth")


def basket_front(s: Stage, at: Vec, radius: float, height: float, tone: Rgb, *,
                 flare: float = 1.15, n: int = 60) -> None:
    """The near wall of a woven basket: over and under, course by course, and a plaited rim."""
    rows = 11
    y = np.linspace(0, height, rows * 2 + 1)
    prof = np.stack([radius * (1 + (flare - 1) * y / height), y], 1)
    p, nrm = turned(prof, at, n=n)
    i, j = np.arange(len(y))[:, None], np.arange(n + 1)[None]
    weave = np.where(((i // 2) + (j // 2)) % 2 == 0, 1.15, 0.62)
    near = (nrm[..., 2] < 0.12)
    base = np.asarray(tone) * weave[..., None]
    mid = p.copy()
    s.mesh(np.where(near[..., None], mid, p), nrm, base, tex="wood",
           uv=np.stack(np.meshgrid(np.linspace(0, 1500, n + 1), y * 1500), -1))
    for k in range(0, len(y), 2):
        q = p[k][near[k]]
        q = q[np.argsort(q[:, 0])]
        s.trail(q, scale(tone, 0.3), 1.2, 0.6)
    top = ring((at[0], at[1] + height, at[2]), (0, 1, 0), radius * flare, 90)
    q = s.cam.see(top)
    w = s.cam.px(at) * radius * 0.10 / s.f.u
    front = q[top[:, 2] < at[2] + 0.01]
    front = front[np.argsort(front[:, 0])]
    s.f.taper(front, [w, w, w], tone, tex="wood", grain=0.4)
    for k in range(0, len(front) - 1):
        s.f.line([tuple(front[k] + [-w * .3, w * .4]), tuple(front[k] + [w * .5, -w * .4])],
                 scale(tone, 0.4), 1.5, 0.7)


def cloth(s: Stage, x0: float, x1: float, front: float, tone: Rgb, drop: float = 0.12,
          depth: float = 0.22) -> None:
    """A linen cloth over the table's edge, with folds falling at the front."""
    rng = s.f.rng
    cols = 70
    x = np.linspace(x0, x1, cols)
    fold = np.sin((x - x0) / (x1 - x0) * np.pi * 9 + rng.uniform(0, 6)) * 0.5 + line(cols, 2.0, rng) * 0.35
    top_z = np.linspace(front + depth, front - 0.002, 8)
    hang = np.linspace(0, -drop, 9)[1:]
    rows = []
    normals = []
    dx = np.gradient(fold)
    for k, z in enumerate(top_z):
        a = k / 7
        rows.append(np.stack([x, 0.003 + 0.003 * a * (1 + fold), np.full(cols, z)], -1))
        normals.append(np.stack([-dx * 1.2 * a, np.ones(cols), -0.3 * a * np.ones(cols)], -1))
    hem = 1 + 0.10 * line(cols, 2.4, rng)
    for k, y in enumerate(hang):
        a = (k + 1) / len(hang)
        rows.append(np.stack([x, y * hem, front - 0.004 - 0.016 * a * (1 + fold)], -1))
        normals.append(np.stack([-dx * 4.5 * a, 0.15 * np.ones(cols), -np.ones(cols)], -1))
    p, n = np.stack(rows), unit(np.stack(normals))
    uv = np.stack(np.meshgrid(x * 1500, np.arange(len(p)) * 30.0), -1)
    s.mesh(p, n, tone, tex="cloth", uv=uv, cull=False)
    s.trail(p[-1], scale(tone, 0.6), 1.4, 0.6)


def bread(s: Stage, at: Vec, length: float, tone: Rgb) -> None:
    """A crusty loaf with cuts."""
    lump(s, (at[0], at[1] + length * 0.16, at[2]), (length / 2, length * 0.18, length * 0.22), tone,
         0.05, "stone", 0.04)
    for k in (-0.5, -0.15, 0.2, 0.55):
        a = np.asarray([[at[0] + length * (k * 0.5 - 0.05), at[1] + length * 0.33, at[2] - length * 0.08],
                        [at[0] + length * (k * 0.5 + 0.05), at[1] + length * 0.27, at[2] - length * 0.18]])
        s.trail(a, mix(tone, (1, 0.95, 0.8), 0.6), 5, 0.8)


def card(s: Stage, low: Vec, w: float, h: float, tone: Rgb, tilt: float = 0.0) -> np.ndarray:
    """An upright sheet facing the viewer; returns its four corners in pixels."""
    x, y, z = low
    q = np.asarray([[x, y, z], [x + w, y, z - tilt * 0], [x + w, y + h, z + tilt], [x, y + h, z + tilt]])
    xy = s.cam.see(q)
    s.f.fill(poly(xy), tone, grain=0.5)
    return xy
