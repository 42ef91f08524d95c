"""Houses of stone under tile, built from lit planes."""

import numpy as np

from kit.palette import Rgb, scale
from kit.space import Stage


def opening(
    s: Stage,
    x: float,
    y: float,
    z: float,
    w: float,
    h: float,
    dark: Rgb,
    frame: Rgb | None = None,
    shutter: Rgb | None = None,
    arch: bool = False,
) -> None:
    """A window or door in a wall that faces the viewer (plane z)."""
    f = s.f

    def quad(x0: float, y0: float, x1: float, y1: float, round_top: bool = False) -> np.ndarray:
        if round_top:
            t = np.linspace(0, np.pi, 12)
            r = (x1 - x0) / 2
            top = np.stack(
                [(x0 + x1) / 2 + r * np.cos(t), y1 - r + r * np.sin(t), np.full_like(t, z)], -1
            )
            p = np.vstack([[[x0, y0, z], [x1, y0, z]], top])
        else:
            p = np.asarray([[x0, y0, z], [x1, y0, z], [x1, y1, z], [x0, y1, z]])
        return s.cam.see(p)

    if frame is not None:
        b = w * 0.16
        f.fill(quad(x - b, y - b * 0.7, x + w + b, y + h + b, arch), frame, tex="stone", grain=0.5)
    f.fill(quad(x, y, x + w, y + h, arch), dark, grain=0.5)
    if not arch:
        f.line(
            quad(x + w / 2, y, x + w / 2, y + h)[[0, 3]],
            scale(dark, 2.6),
            max(s.cam.px((x, y, z)) * 0.03 / f.u, 0.7),
            0.6,
        )
    if shutter is not None:
        for x0 in (x - w * 0.58, x + w * 1.06):
            f.fill(quad(x0, y, x0 + w * 0.52, y + h), shutter, tex="wood", grain=0.3)
            for t in np.linspace(0.1, 0.9, 7):
                q = quad(x0, y + h * t, x0 + w * 0.52, y + h * t)
                f.line(q[:2], scale(shutter, 0.55), 0.8, 0.6)


def roof_tiles(
    s: Stage, p0: np.ndarray, along: np.ndarray, up: np.ndarray, tone: Rgb, gap: float = 0.3
) -> None:
    """Lines of tile from eaves to ridge with broken courses."""
    f = s.f
    n = max(int(np.linalg.norm(along) / gap), 3)
    width = float(np.clip(s.cam.px(tuple(p0)) * gap * 0.25 / f.u, 0.6, 5))
    for t in np.linspace(0.0, 1.0, n):
        line = np.stack([p0 + along * t, p0 + along * t + up])
        s.trail(line, scale(tone, 0.5), width, 0.55)
        s.trail(line + along * (0.35 / n), scale(tone, 1.3), width * 0.6, 0.4)
    for t in np.linspace(0.12, 0.95, 6):
        s.trail(np.stack([p0 + up * t, p0 + along + up * t]), scale(tone, 0.6), width * 0.5, 0.35)


def house(
    s: Stage,
    at: tuple[float, float, float],
    w: float,
    d: float,
    h: float,
    wall: Rgb,
    roof: Rgb,
    *,
    rise: float = 1.3,
    hip: float = 0.0,
    eaves: float = 0.3,
    tex: str = "stone",
    floors: int = 2,
    bays: int = 4,
    dark: Rgb = (0.1, 0.1, 0.12),
    trim: Rgb | None = None,
    shutter: Rgb | None = None,
    door: bool = True,
    side_right: bool = True,
) -> None:
    """A gabled (or ``hip``ped) house with its long side to the viewer; ``at`` is its near left
    corner on the ground."""
    x, y, z = at
    side_x = x + w if side_right else x
    s.plane((side_x, y, z), (0, 0, d), (0, h, 0), wall, k=5, tex=tex)
    if hip == 0:
        tri = np.asarray(
            [[side_x, y + h, z], [side_x, y + h, z + d], [side_x, y + h + rise, z + d / 2]]
        )
        lit = s.light.shade(
            tri.mean(0)[None], np.asarray([[1.0 if side_right else -1.0, 0, 0]]), wall
        )
        s.f.fill(s.cam.see(tri), (float(lit[0, 0]), float(lit[0, 1]), float(lit[0, 2])), tex=tex)
    s.plane((x, y, z), (w, 0, 0), (0, h, 0), wall, k=8, tex=tex)
    gap = w / bays
    for fl in range(floors):
        for b in range(bays):
            wx = x + gap * (b + 0.5) - gap * 0.15
            wy = y + h * (fl + 0.28) / floors
            if fl == 0 and door and b == bays // 2:
                opening(
                    s,
                    wx - gap * 0.06,
                    y,
                    z,
                    gap * 0.42,
                    h / floors * 0.72,
                    scale(dark, 0.8),
                    trim,
                    None,
                    arch=True,
                )
            else:
                opening(s, wx, wy, z, gap * 0.3, h / floors * 0.48, dark, trim, shutter)
    a = np.asarray([x - eaves, y + h - eaves * 0.3, z - eaves])
    along = np.asarray([w + 2 * eaves, 0, 0])
    up = np.asarray([0.0, rise + eaves * 0.3, d / 2 + eaves])
    if hip > 0:
        ridge0, ridge1 = a + up + [hip, 0, 0], a + up + along - [hip, 0, 0]
        back = a + along + [0, 0, d + 2 * eaves]
        left_back = a + [0, 0, d + 2 * eaves]
        for tri, nx in (((a + along, back, ridge1), 1.0), ((a, left_back, ridge0), -1.0)):
            if (nx > 0) == side_right:
                q = np.asarray(tri)
                lit = s.light.shade(q.mean(0)[None], np.asarray([[nx * 0.6, 0.8, 0]]), roof)[0]
                s.f.fill(s.cam.see(q), (float(lit[0]), float(lit[1]), float(lit[2])), tex="stone")
        front = np.asarray([a, a + along, ridge1, ridge0])
        lit = s.light.shade(front.mean(0)[None], np.asarray([[0, 0.8, -0.6]]), roof)[0]
        s.f.fill(s.cam.see(front), (float(lit[0]), float(lit[1]), float(lit[2])), tex="stone")
        with s.f.clip(s.cam.see(front)):
            roof_tiles(s, a, along, up, roof)
    else:
        s.plane(tuple(a), tuple(along), tuple(up), roof, k=6, tex="stone")
        roof_tiles(s, a, along, up, roof)
    eave = s.cam.see(np.stack([a, a + along]))
    s.f.line(eave, scale(roof, 0.4), max(s.cam.px(tuple(a)) * 0.09 / s.f.u, 1.0), 0.8)
    low = np.asarray(
        [[x, y + h - 0.35, z], [x + w, y + h - 0.35, z], [x + w, y + h, z], [x, y + h, z]]
    )
    s.f.fill(s.cam.see(low), (0.03, 0.03, 0.04), 0.35, tex="plain", blur=1.2)


def tiles(
    s: Stage,
    corner: np.ndarray,
    across: np.ndarray,
    up: np.ndarray,
    nx: int,
    ny: int,
    ground: Rgb,
    ink: Rgb,
) -> None:
    """Painted tiles (azulejos): a running ornament of quarter circles and flowers."""
    f = s.f
    s.plane(tuple(corner), tuple(across), tuple(up), ground, k=10, tex="wash")
    a, b = across / nx, up / ny
    width = float(np.clip(s.cam.px(tuple(corner)) * np.linalg.norm(a) * 0.05 / f.u, 0.8, 6))
    t = np.linspace(0, np.pi / 2, 7)
    full = np.linspace(0, 2 * np.pi, 13)
    for i in range(nx):
        for j in range(ny):
            o = corner + a * i + b * j
            s.trail(np.stack([o, o + a, o + a + b]), scale(ground, 0.6), width * 0.4, 0.5)
            flip = (i + j) % 2
            c0, c1 = (o, o + a + b) if flip else (o + a, o + b)
            for c, sx in ((c0, 1), (c1, -1)):
                dx = a * sx * (1 if flip else -1)
                dy = b * sx
                q = c + np.cos(t)[:, None] * dx * 0.62 + np.sin(t)[:, None] * dy * 0.62
                s.trail(q, ink, width, 0.8)
                q = c + np.cos(t)[:, None] * dx * 0.42 + np.sin(t)[:, None] * dy * 0.42
                s.trail(q, ink, width * 0.5, 0.6)
            m = o + (a + b) / 2
            q = (
                m
                + (np.cos(full) * (0.17 + 0.05 * np.cos(full * 4)))[:, None] * a
                + (np.sin(full) * (0.17 + 0.05 * np.cos(full * 4)))[:, None] * b
            )
            f.fill(s.cam.see(q), ink, 0.75, tex="dry", grain=0.3)
