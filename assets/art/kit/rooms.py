"""Cellars and rooms: vaults, walls of stone or brick, floors, windows and their shafts of light."""

import cv2
import numpy as np

from kit.frame import Frame
from kit.noise import cover
from kit.palette import Rgb, mix, scale
from kit.space import Stage


def floor(
    s: Stage,
    albedo: Rgb,
    *,
    near: float = -4.0,
    far: float = 14.0,
    wide: float = 7.0,
    tex: str = "stone",
    grain: float = 150.0,
    flags: float = 0.0,
    y: float = 0.0,
) -> None:
    """The ground of a room; ``flags`` > 0 lays flagstones of about that size (m)."""
    s.plane(
        (-wide, y, near), (2 * wide, 0, 0), (0, 0, far - near), albedo, k=60, tex=tex, grain=grain
    )
    if flags > 0:
        rng = s.f.rng
        joint = scale(albedo, 0.25)
        z = near
        while z < far:
            s.trail(np.asarray([[-wide, y, z], [wide, y, z]]), joint, 1.4, 0.5)
            x = -wide + rng.uniform(0, flags)
            while x < wide:
                s.trail(np.asarray([[x, y, z], [x, y, z + flags]]), joint, 1.2, 0.45)
                x += flags * rng.uniform(0.8, 1.6)
            z += flags


def masonry(
    s: Stage,
    corner: np.ndarray,
    across: np.ndarray,
    up: np.ndarray,
    albedo: Rgb,
    *,
    course: float = 0.28,
    block: float = 0.55,
    spread: float = 0.12,
    rough: float = 0.12,
    joint: Rgb | None = None,
) -> None:
    """A wall of single stones, each its own tone and slightly off square."""
    rng = s.f.rng
    a, b = np.asarray(across, float), np.asarray(up, float)
    la, lb = np.linalg.norm(a), np.linalg.norm(b)
    s.plane(tuple(corner), tuple(a), tuple(b), joint or scale(albedo, 0.5), k=16, tex="stone")
    y = 0.0
    da, db = a / la, b / lb
    normal = np.cross(da, db)
    if normal @ (s.cam.eye - np.asarray(corner)) < 0:
        normal = -normal
    while y < lb:
        h = course * rng.uniform(0.8, 1.25)
        x = -rng.uniform(0, block)
        while x < la:
            w = block * rng.uniform(0.55, 1.5)
            x0, x1 = max(x, 0) + 0.008, min(x + w, la) - 0.008
            y1 = min(y + h, lb)
            if x1 > x0 and y1 > y + 0.02:
                stone(
                    s,
                    np.asarray(corner) + da * x0 + db * (y + 0.008),
                    da * (x1 - x0),
                    db * (y1 - y - 0.014),
                    normal,
                    scale(albedo, float(rng.normal(1, spread))),
                    rough * min(x1 - x0, y1 - y),
                )
            x += w
        y += h


def stone(
    s: Stage,
    corner: np.ndarray,
    across: np.ndarray,
    up: np.ndarray,
    normal: np.ndarray,
    albedo: Rgb,
    rough: float,
) -> None:
    """One dressed stone: flat tone, light arris on top, dark one below."""
    f, rng = s.f, s.f.rng
    base = np.asarray([[0.0, 0], [0.5, 0], [1, 0], [1, 0.5], [1, 1], [0.5, 1], [0, 1], [0, 0.5]])
    p = corner + base[:, :1] * across + base[:, 1:] * up
    p = p + rng.uniform(-rough, rough, (8, 3)) * 0.5 * (1 - np.abs(normal))
    if (s.cam.depth(p) < 0.15).any():
        return
    xy = s.cam.see(p)
    if xy[:, 0].max() < 0 or xy[:, 0].min() > f.w or xy[:, 1].max() < 0 or xy[:, 1].min() > f.h:
        return
    lit = s.light.shade(p.mean(0)[None], normal[None], albedo)[0]
    tone: Rgb = (float(lit[0]), float(lit[1]), float(lit[2]))
    f.fill(xy, tone, tex="stone", grain=0.7)
    size = float(np.linalg.norm(xy[2] - xy[0])) / f.u
    if size > 14:
        f.line(xy[4:7], scale(tone, 1.35), min(size * 0.02, 2.2), 0.5)
        f.line(xy[0:3], scale(tone, 0.5), min(size * 0.03, 2.8), 0.5)


def vault(
    s: Stage,
    width: float,
    spring: float,
    near: float,
    far: float,
    albedo: Rgb,
    *,
    rise: float = 1.0,
    course: float = 0.3,
    ribs: float = 0.0,
    rib_tone: Rgb | None = None,
    cx: float = 0.0,
) -> None:
    """A tunnel vault along z on walls up to ``spring``; ``ribs`` > 0 sets arches that far apart."""
    r = width / 2
    th = np.linspace(0, np.pi, 33)
    arch = np.stack([cx + r * np.cos(th), spring + rise * r * np.sin(th)], -1)
    z = np.concatenate([np.linspace(near, far, 40)])
    line = np.vstack([[[cx + r, 0.0]], arch, [[cx - r, 0.0]]])
    p = np.concatenate(
        [
            np.broadcast_to(line[None], (len(z), len(line), 2)),
            np.broadcast_to(z[:, None, None], (len(z), len(line), 1)),
        ],
        -1,
    )
    d = np.gradient(line, axis=0)
    nrm = np.stack([-d[:, 1], d[:, 0]], -1)
    nrm = nrm / (np.linalg.norm(nrm, axis=1, keepdims=True) + 1e-9)
    inward = np.where(
        ((np.asarray([cx, spring]) - line) * nrm).sum(1, keepdims=True) > 0, nrm, -nrm
    )
    n3 = np.concatenate(
        [np.broadcast_to(inward[None], p[..., :2].shape), np.zeros((*p.shape[:2], 1))], -1
    )
    run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    uv = np.stack(np.meshgrid(run * 160, (z - near) * 160), -1)
    s.mesh(p, n3, albedo, tex="stone", uv=uv, cull=False)
    joint = scale(albedo, 0.3)
    rng = s.f.rng
    total = run[-1]
    marks: list[tuple[np.ndarray, np.ndarray]] = []
    for k, at in enumerate(np.arange(course, total, course)):
        x, y = np.interp(at, run, line[:, 0]), np.interp(at, run, line[:, 1])
        edge = np.stack([np.full(30, x), np.full(30, y), np.linspace(near, far, 30)], -1)
        edge = edge[s.cam.depth(edge) > 0.2]
        if len(edge) > 1:
            s.trail(edge, joint, 1.0, 0.4)
        x2, y2 = np.interp(at - course, run, line[:, 0]), np.interp(at - course, run, line[:, 1])
        zz = near + (0.3 if k % 2 else 0.0)
        while zz < far:
            zz += course * rng.uniform(1.4, 2.6)
            marks.append((np.asarray([x, y, zz]), np.asarray([x2, y2, zz])))
    for a, b in marks:
        if s.cam.depth(a) > 0.3:
            s.trail(np.stack([a, b]), joint, 0.9, 0.35)
    if ribs > 0:
        for zr in np.arange(near + ribs / 2, far, ribs)[::-1]:
            rib(s, line, inward, zr, rib_tone or scale(albedo, 1.1))


def rib(s: Stage, line: np.ndarray, inward: np.ndarray, z: float, tone: Rgb) -> None:
    """One arch of dressed stone under a vault."""
    deep, thick = 0.22, 0.34
    inner = line + inward * deep
    faces = [
        np.stack([np.c_[line, np.full(len(line), z)], np.c_[inner, np.full(len(line), z)]]),
        np.stack(
            [np.c_[inner, np.full(len(line), z)], np.c_[inner, np.full(len(line), z + thick)]]
        ),
    ]
    normals = [
        np.broadcast_to(np.asarray([0, 0, -1.0]), faces[0].shape),
        np.broadcast_to(np.c_[inward, np.zeros(len(line))][None], faces[1].shape),
    ]
    for p, n in zip(faces, normals, strict=True):
        if (s.cam.depth(p) < 0.3).any():
            continue
        uv = np.stack(np.meshgrid(np.arange(len(line)) * 40.0, np.asarray([0.0, 60.0])), -1)
        s.mesh(p, n, tone, tex="stone", uv=uv + s.f.rng.uniform(0, 500, 2), cull=False)
    for j in range(2, len(line) - 1, 2):
        a = np.stack([np.r_[line[j], z], np.r_[inner[j], z], np.r_[inner[j], z + thick]])
        if (s.cam.depth(a) > 0.3).all():
            s.trail(a, scale(tone, 0.28), 1.3, 0.5)


def shaft(
    f: Frame,
    start: tuple[float, float],
    end: tuple[float, float],
    width0: float,
    width1: float,
    colour: Rgb,
    strength: float = 0.35,
) -> None:
    """A beam of light in dusty air between two places (fractions of the picture)."""
    a, b = np.asarray([start[0] * f.w, start[1] * f.h]), np.asarray([end[0] * f.w, end[1] * f.h])
    d = (b - a) / np.linalg.norm(b - a)
    side = np.asarray([-d[1], d[0]])
    quad = np.asarray(
        [
            a + side * width0 * f.w,
            b + side * width1 * f.w,
            b - side * width1 * f.w,
            a - side * width0 * f.w,
        ],
        np.int32,
    )
    mask = np.zeros((f.h, f.w), np.float32)
    cv2.fillConvexPoly(mask, quad, 1.0)
    mask = cv2.GaussianBlur(mask, (0, 0), 14 * f.u)
    y, x = np.mgrid[0 : f.h, 0 : f.w].astype(np.float32)
    along = ((x - a[0]) * d[0] + (y - a[1]) * d[1]) / np.linalg.norm(b - a)
    dust = 0.75 + 0.5 * (cover(f.w, f.h, 2.2, 33, 1.2, 2.0) - 0.5)
    f.veil(mask * np.clip(1.05 - along, 0, 1) * dust, colour, strength)


def window(
    s: Stage,
    low: tuple[float, float, float],
    width: float,
    height: float,
    light: Rgb,
    frame: Rgb,
    bars: tuple[int, int] = (2, 3),
    deep: float = 0.3,
    arch: bool = False,
) -> None:
    """A deep-set window in a wall across the view: splayed reveal, panes, glazing bars."""
    x, y, z = low
    f = s.f
    outer = np.asarray(
        [
            [x - deep * 0.5, y - deep * 0.3, z],
            [x + width + deep * 0.5, y - deep * 0.3, z],
            [x + width + deep * 0.5, y + height + deep * 0.3, z],
            [x - deep * 0.5, y + height + deep * 0.3, z],
        ]
    )
    inner = np.asarray(
        [
            [x, y, z + deep],
            [x + width, y, z + deep],
            [x + width, y + height, z + deep],
            [x, y + height, z + deep],
        ]
    )
    if arch:
        t = np.linspace(0, np.pi, 14)

        def top(q: np.ndarray, r: float) -> np.ndarray:
            mid = (q[2] + q[3]) / 2
            half = (q[2, 0] - q[3, 0]) / 2
            return np.stack(
                [mid[0] + half * np.cos(t), mid[1] + r * np.sin(t), np.full_like(t, q[0, 2])], -1
            )

        outer = np.vstack([outer[:2], top(outer, width * 0.62)])
        inner = np.vstack([inner[:2], top(inner, width * 0.5)])
    o, i = s.cam.see(outer), s.cam.see(inner)
    f.fill(o, mix(frame, light, 0.25), tex="stone")
    for a, b, tone in ((0, 1, 0.75), (1, 2, 0.35), (len(o) - 1, 0, 0.5)):
        f.fill(np.stack([o[a], o[b], i[b], i[a]]), mix(frame, light, tone), tex="stone")
    f.fill(i, light, tex="wash")
    with f.clip(i):
        for k in range(1, bars[0]):
            q = s.cam.see(
                np.asarray(
                    [
                        [x + width * k / bars[0], y, z + deep],
                        [x + width * k / bars[0], y + height * 2, z + deep],
                    ]
                )
            )
            f.line(q, scale(frame, 0.4), 4)
        for k in range(1, bars[1] + 2):
            q = s.cam.see(
                np.asarray(
                    [
                        [x, y + height * k / bars[1], z + deep],
                        [x + width, y + height * k / bars[1], z + deep],
                    ]
                )
            )
            f.line(q, scale(frame, 0.4), 3)
    f.line(i, scale(frame, 0.4), 4, closed=True)
