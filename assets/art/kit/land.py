"""Open country: sky, ridges one behind another, mist, and vineyards laid over rolling ground."""

import itertools
from collections.abc import Callable

import cv2
import numpy as np

from kit.frame import Frame
from kit.noise import cover, line
from kit.palette import Rgb, mix, scale
from kit.space import Stage, unit
from kit.sprites import Sheet

Height = Callable[[np.ndarray, np.ndarray], np.ndarray]


def sky(
    f: Frame,
    horizon: float,
    top: Rgb,
    low: Rgb,
    *,
    sun: tuple[float, float] | None = None,
    glow: Rgb = (1, 0.9, 0.7),
    clouds: float = 0.35,
    cloud: Rgb | None = None,
    size: float = 0.5,
) -> None:
    """Fill the sheet with sky down to the horizon (pixels) and its low tone below."""
    y, x = np.mgrid[0 : f.h, 0 : f.w].astype(np.float32)
    drift = cover(f.w, f.h, 2.6, 201 + f.seed % 5, 1.8, 3.0) - 0.5
    t = np.clip(y / max(horizon, 1) + drift * 0.5, 0, 1)[..., None]
    out = np.asarray(top) + (np.asarray(low) - np.asarray(top)) * t**1.3
    if sun is not None:
        r = np.hypot(x - sun[0] * f.w, (y - sun[1] * f.h) * 1.3) / (size * min(f.w, f.h))
        halo = np.exp(-((r * 1.6) ** 1.3))[..., None]
        out = out + (np.asarray(glow) - out) * halo
    if clouds > 0:
        bank = cover(f.w, f.h, 2.5, 207 + f.seed % 7, 1.5, 5.0)
        bank = bank + 0.25 * (cover(f.w, f.h, 1.5, 211, 1.0, 4.0) - 0.5)
        edge = np.clip((bank - 0.56) * 7, 0, 1)[..., None] * clouds
        under = np.clip((np.roll(bank, -int(8 * f.u), 0) - bank) * 6 + 0.5, 0, 1)[..., None]
        white = np.asarray(cloud or mix(low, (1, 1, 1), 0.5))
        out = out + (white * (0.82 + 0.18 * under) - out) * edge
    f.pixels[..., :3] = np.clip(out * 255, 0, 255).astype(np.uint8)
    f.pixels[..., 3] = 255


def ridge(
    f: Frame,
    base: float,
    relief: float,
    colour: Rgb,
    *,
    beta: float = 2.4,
    lit: Rgb | None = None,
    dark: Rgb | None = None,
    side: float = -1.0,
    marks: int = 900,
    tilt: float = 0.0,
    peaks: tuple[tuple[float, float, float], ...] = (),
    to: float | None = None,
    fade: Rgb | None = None,
) -> np.ndarray:
    """A range of hills (pixels): returns its crest height per column.

    ``peaks`` are (x fraction, height fraction of relief, width fraction). Brush marks run down
    the slopes, light on the side of the sun, dark on the other; ``fade`` is the mist at its foot.
    """
    x = np.arange(0, f.w + 4, 4)
    crest = line(len(x), beta + 0.4, f.rng) * f.pick(0.32, 0.22) + line(len(x), 1.5, f.rng) * 0.03
    for px, ph, pw in peaks:
        crest += ph * np.exp(-(np.abs((x / f.w - px) / (pw * f.pick(1.0, 1.9))) ** 1.5))
    y = base - relief * crest + tilt * (x / f.w - 0.5) * f.h
    foot = to if to is not None else f.h
    f.fill(np.vstack([np.stack([x, y], 1), [[f.w + 4, foot], [0, foot]]]), colour, grain=1.6)
    if marks:
        n = marks
        i = f.rng.integers(2, len(x) - 2, n)
        slope = np.gradient(cv2.GaussianBlur(y.astype(np.float32)[None], (0, 0), 3)[0])[i] / 4
        drop = f.rng.beta(0.9, 2.4, n) * relief * 1.1
        at = np.stack([x[i] + f.rng.normal(0, 6, n), y[i] + 3 + drop], 1)
        sunny = (slope * side) < 0
        lean = np.where(sunny, 0.9, 2.2) + f.rng.normal(0, 0.25, n)
        light, shade = lit or scale(colour, 1.25), dark or scale(colour, 0.7)
        long = np.clip(relief * 0.16 / f.u, 4, 60) * f.rng.uniform(0.5, 1.4, n)
        wide = float(np.clip(relief * 0.016 / f.u, 0.8, 5))
        f.strokes(at[sunny], lean[sunny], long[sunny], wide, [light, mix(light, colour, 0.5)], 0.45)
        f.strokes(
            at[~sunny], lean[~sunny], long[~sunny], wide, [shade, mix(shade, colour, 0.5)], 0.45
        )
    if fade is not None:
        yy = np.mgrid[0 : f.h, 0 : f.w][0].astype(np.float32)
        full = np.interp(np.arange(f.w), x, y).astype(np.float32)[None]
        rag = (cover(f.w, f.h, 2.3, 223 + int(base) % 11, 1.3, 4.0) - 0.5) * relief * 1.2
        mask = np.clip((yy - full - relief * 0.15 + rag) / max(relief * 0.9, 1), 0, 1)
        f.veil(mask * (yy > full), fade, 0.85)
    out: np.ndarray = np.interp(np.arange(f.w), x, y)
    return out


def mist(
    f: Frame, y0: float, y1: float, colour: Rgb, strength: float = 0.7, ragged: float = 0.6
) -> None:
    """A bank of fog between two heights (fractions), torn at its edges."""
    yy = (np.mgrid[0 : f.h, 0 : f.w][0] / f.h).astype(np.float32)
    torn = (cover(f.w, f.h, 2.4, 231 + int(y0 * 97) % 13, 1.4, 5.0) - 0.5) * (y1 - y0) * ragged * 2
    mid, half = (y0 + y1) / 2, (y1 - y0) / 2
    f.veil(np.clip(1.25 - np.abs(yy + torn - mid) / half, 0, 1), colour, strength)


def terrain(
    s: Stage,
    height: Height,
    xs: tuple[float, float],
    zs: tuple[float, float],
    soil: Rgb,
    *,
    sheet: Sheet | None = None,
    row: float = 2.4,
    step: float = 1.1,
    bush: float = 1.5,
    tint: Callable[[np.ndarray], np.ndarray] | None = None,
    slabs: int = 26,
    haze: Rgb | None = None,
    thick: float = 60.0,
    furrow: float = 0.12,
    across: bool = False,
    posts: Rgb | None = None,
    kind: str = "bush",
    keep: Callable[[np.ndarray, np.ndarray], np.ndarray] | None = None,
    tilled: Rgb | None = None,
) -> None:
    """Rolling ground from far to near with rows of vines running away (or ``across``).

    ``height(x, z)`` in metres; ``haze`` is the air's colour, ``thick`` the distance (m) at which
    half of everything is lost in it.
    """
    f, rng = s.f, s.f.rng
    edges = np.geomspace(max(zs[0], 0.3), zs[1], slabs + 1)[::-1]
    for far, near in itertools.pairwise(edges):
        z = np.linspace(far, near, 5)
        spread = max(1.0, far / 12)
        x = np.linspace(xs[0] * spread, xs[1] * spread, 70)
        gx, gz = np.meshgrid(x, z)
        gy = height(gx, gz)
        p = np.stack([gx, gy, gz], -1)
        e = 0.2
        n = unit(
            np.stack(
                [
                    height(gx - e, gz) - height(gx + e, gz),
                    np.full_like(gx, 2 * e),
                    height(gx, gz - e) - height(gx, gz + e),
                ],
                -1,
            )
        )
        c = s.light.shade(p, n, soil)
        if tilled is not None:
            stripe = np.sin(gx * 2 * np.pi / row) if not across else np.sin(gz * 2 * np.pi / row)
            c = c + (np.asarray(tilled) - c) * (0.25 * np.clip(stripe, 0, 1))[..., None]
        if haze is not None:
            k = (1 - 0.5 ** (gz / thick))[..., None]
            c = c + (np.asarray(haze) - c) * k
        uv = np.stack([gx * 40, gz * 40], -1)
        s.mesh(p, n, soil, shade=c, uv=uv, tex="stone", cull=False)
        if sheet is None:
            continue
        if across:
            rz = np.arange(np.ceil(near / row) * row, far, row)
            bx = np.arange(x[0], x[-1], step)
            px, pz = (v.ravel() for v in np.meshgrid(bx, rz))
        else:
            rx = np.arange(np.ceil(x[0] / row) * row, x[-1], row)
            bz = np.arange(near, far, step * max(1, far / 40))
            px, pz = (v.ravel() for v in np.meshgrid(rx, bz))
        if len(px) == 0:
            continue
        px = px + rng.normal(0, furrow, len(px))
        pz = pz + rng.normal(0, furrow, len(pz))
        if keep is not None:
            sel = keep(px, pz)
            px, pz = px[sel], pz[sel]
        order = np.argsort(-pz)
        px, pz = px[order], pz[order]
        base = np.stack([px, height(px, pz), pz], -1)
        xy = s.cam.see(base + np.asarray([0, bush * 0.42, 0]))
        zd = s.cam.depth(base)
        size = s.cam.focal / np.maximum(zd, 0.2) * bush
        on = (xy[:, 0] > -size) & (xy[:, 0] < f.w + size) & (size > 1.2) & (zd > 0.3)
        xy, size, pz, base = xy[on], size[on], pz[on], base[on]
        if len(xy) == 0:
            continue
        foot = s.cam.see(base)
        if size.max() > 16 * f.u:
            f.strokes(
                foot + np.asarray([size * 0.12, size * 0.04]).T,
                0.05,
                size / f.u * 0.9,
                float(size.mean() * 0.16 / f.u),
                [scale(soil, 0.28)],
                0.5,
            )
        if posts is not None and size.max() > 10 * f.u:
            for (ax, ay), w in zip(foot[::4].tolist(), size[::4].tolist(), strict=True):
                f.line([(ax, ay), (ax, ay - w * 0.95)], posts, w * 0.035 / f.u)
        shade = np.repeat(rng.uniform(0.75, 1.05, (len(xy), 1)), 3, 1)
        if tint is not None:
            shade = shade * tint(pz)
        sheet.stamp(
            f,
            kind,
            xy,
            size * rng.uniform(0.85, 1.2, len(xy)),
            rng.uniform(-0.4, 0.4, len(xy)),
            shade,
        )
        if haze is not None:
            lost = float(1 - 0.5 ** (near / thick))
            if lost > 0.04:
                sheet_haze(f, xy, size, haze, lost * 0.55)


def sheet_haze(f: Frame, xy: np.ndarray, size: np.ndarray, haze: Rgb, strength: float) -> None:
    """Air in front of far vines: a pale breath over the band they stand in."""
    y0, y1 = float((xy[:, 1] - size * 0.5).min()), float((xy[:, 1] + size * 0.5).max())
    f.fill([(0, y0), (f.w, y0), (f.w, y1), (0, y1)], haze, strength * 0.5, tex="wash", blur=5)


def cypress(
    f: Frame,
    x: float,
    y: float,
    height: float,
    dark: Rgb,
    lit: Rgb,
    side: float = -1.0,
    wide: float = 0.17,
) -> None:
    """A flame-shaped tree, light on one flank."""
    t = np.linspace(0, 1, 14)
    half = height * wide * np.sin(np.pi * np.clip(t * 0.93 + 0.07, 0, 1)) ** 0.75 * (1 - t * 0.45)
    half = half * f.rng.uniform(0.85, 1.15, 14)
    pts = np.vstack(
        [np.stack([x - half, y - t * height], 1), np.stack([x + half, y - t * height], 1)[::-1]]
    )
    f.fill(pts, dark, grain=0.6)
    n = int(40 + height / f.u * 0.5)
    v = f.rng.uniform(0.03, 0.95, n)
    w = np.interp(v, t, half)
    off = f.rng.uniform(-0.9, 0.9, n)
    at = np.stack([x + off * w, y - v * height], 1)
    glow = np.clip(off * side * 0.6 + 0.4, 0, 0.999)
    f.strokes(
        at,
        -1.35 + off * 0.3,
        height / f.u * 0.06,
        max(height * 0.012 / f.u, 0.8),
        [scale(dark, 0.7), dark, mix(dark, lit, 0.5), lit],
        0.7,
        weights=glow,
    )


def plot(f: Frame, quad: np.ndarray, base: Rgb, row: Rgb, lines: int, wobble: float = 0.01) -> None:
    """A far field seen on a slope (pixels): tone and rows between its two long sides."""
    f.fill(quad, base, grain=0.7)
    a, b, c, d = quad
    for t in np.linspace(0.04, 0.96, lines):
        p, q = a + (b - a) * t, d + (c - d) * t
        m = (p + q) / 2 + f.rng.normal(0, wobble * f.h, 2) * 0.2
        width = float(np.linalg.norm(b - a) / lines * 0.42 / f.u)
        f.taper([p, m, q], [width * 0.8, width, width * 0.9], row, 0.85, tex="dry", grain=0.3)
