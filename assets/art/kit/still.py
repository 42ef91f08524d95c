"""What lies on a table: ledge, cloth, candle, plates and bowls, dishes, baskets, heaps of fruit."""

import numpy as np
import skia

from kit.frame import poly, smooth
from kit.noise import line
from kit.palette import Rgb, mix, scale
from kit.space import Stage, Vec, turned, unit
from kit.sprites import Sheet

BLACK: Rgb = (0.02, 0.018, 0.02)


def ledge(
    s: Stage,
    top: Rgb,
    *,
    front: float = -0.24,
    back: float = 0.5,
    tex: str = "wood",
    drop: float = 1.6,
    tone: float = 0.55,
    boards: float = 0.0,
) -> None:
    """A table or parapet across the picture; its front falls into the dark."""
    s.plane((-2.5, 0, front), (5, 0, 0), (0, 0, back - front), top, k=30, tex=tex, grain=700)
    f = s.f
    if boards > 0:
        for z in np.arange(front + boards, back, boards):
            s.trail(np.asarray([[-2.5, 0, z], [2.5, 0, z]]), scale(top, 0.25), 1.6, 0.7)
    s.plane(
        (-2.5, -drop, front), (5, 0, 0), (0, drop, 0), scale(top, tone), k=24, tex=tex, grain=500
    )
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
    for grow, colour, a in (
        (9.0, (0.9, 0.45, 0.15), 0.10),
        (4.5, (1.0, 0.62, 0.25), 0.20),
        (2.0, (1.0, 0.78, 0.4), 0.5),
    ):
        f.oval(
            tip[0],
            tip[1] - 16 * u,
            13 * u * grow,
            22 * u * grow,
            colour,
            a,
            tex="plain",
            blur=16 * u / f.u * grow * 0.5,
            blend=skia.BlendMode.kScreen,
        )
    flame = smooth(np.asarray([[0, 4], [7, -4], [6.5, -16], [0, -44], [-6, -16], [-7, -4]]), True)
    f.fill(tip + flame * u, (1.0, 0.86, 0.5), tex="plain")
    f.fill(tip + flame * u * 0.6 + [0, -2 * u], (1.0, 0.97, 0.86), tex="plain")
    f.line([tuple(tip + [0, 3 * u]), tuple(tip + [0, -7 * u])], (0.2, 0.1, 0.05), 1.6)
    out: np.ndarray = tip - np.asarray([0, 18 * u])
    return out


def pile(
    s: Stage,
    sh: Sheet,
    at: Vec,
    rx: float,
    rz: float,
    height: float,
    size: float,
    n: int,
    kind: str = "berry",
    light: float = 1.0,
    square: bool = False,
) -> None:
    """A heap of berries: deep ones dark, the top ones lit. Sizes in metres."""
    rng = s.f.rng
    if square:
        x, z = rng.uniform(-1, 1, n), rng.uniform(-1, 1, n)
        edge = np.maximum(np.abs(x), np.abs(z)) ** 3
    else:
        a, r = rng.uniform(0, 2 * np.pi, n), np.sqrt(rng.uniform(0, 1, n))
        x, z = r * np.cos(a), r * np.sin(a)
        edge = r**2
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
    sh.stamp(
        s.f,
        kind,
        s.cam.see(p),
        s.cam.focal / d * size * rng.uniform(0.88, 1.12, n),
        rng.uniform(-0.5, 0.5, n),
        np.repeat(tone[:, None], 3, 1),
    )


def cloth(
    s: Stage, x0: float, x1: float, front: float, tone: Rgb, drop: float = 0.12, depth: float = 0.22
) -> None:
    """A linen cloth over the table's edge, with folds falling at the front."""
    rng = s.f.rng
    cols = 70
    x = np.linspace(x0, x1, cols)
    fold = (
        np.sin((x - x0) / (x1 - x0) * np.pi * 9 + rng.uniform(0, 6)) * 0.5
        + line(cols, 2.0, rng) * 0.35
    )
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


def card(s: Stage, low: Vec, w: float, h: float, tone: Rgb, tilt: float = 0.0) -> np.ndarray:
    """An upright sheet facing the viewer; returns its four corners in pixels."""
    x, y, z = low
    q = np.asarray(
        [[x, y, z], [x + w, y, z - tilt * 0], [x + w, y + h, z + tilt], [x, y + h, z + tilt]]
    )
    xy = s.cam.see(q)
    s.f.fill(poly(xy), tone, grain=0.5)
    return xy
