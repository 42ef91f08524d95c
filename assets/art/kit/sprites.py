"""Berries, leaves and whole bushes drawn once, then printed hundreds of times with a tint."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import skia

from kit.frame import Frame, argb, poly, smooth
from kit.noise import field
from kit.palette import Palette, Rgb, mix, scale

CELL = 192


def sphere(size: int = CELL, fill: float = 0.94) -> tuple[np.ndarray, np.ndarray]:
    """Normals (size, size, 3) of a ball seen from the front, y up, and its coverage."""
    y, x = np.mgrid[0:size, 0:size].astype(np.float32)
    x, y = (x - size / 2 + 0.5) / (size / 2 * fill), (size / 2 - 0.5 - y) / (size / 2 * fill)
    r2 = x * x + y * y
    z = np.sqrt(np.clip(1 - r2, 0, 1))
    cover = np.clip((1 - np.sqrt(r2)) * size * 0.5 * fill + 0.5, 0, 1)
    return np.stack([x, y, z], -1), cover


def berry(base: Rgb, bloom: Rgb, k: int, side: float, dusty: float = 0.75) -> np.ndarray:
    """A grape: dark skin, wax bloom, one highlight, bounced light at the far rim."""
    n, cover = sphere()
    way = np.asarray([side * 0.62, 0.55, 0.56])
    lam = np.clip((n @ way), 0, 1)[..., None]
    patch = field(1.9, 200 + k)[40 : 40 + CELL, 60 : 60 + CELL, None]
    wax = np.clip((patch - 0.34) * 2.4, 0, 1) * np.clip(lam * 1.5, 0, 1) * dusty
    skin = np.asarray(base) * (0.30 + 1.0 * lam)
    out = skin + (np.asarray(bloom) * (0.35 + 0.8 * lam) - skin) * wax * 0.8
    rim = np.clip(1 - n[..., 2:], 0, 1) ** 3 * np.clip(-(n @ way)[..., None] + 0.35, 0, 1)
    out = out + rim * np.asarray(bloom) * 0.35
    half = way + np.asarray([0, 0, 1])
    half = half / np.linalg.norm(half)
    out = out + np.clip(n @ half, 0, 1)[..., None] ** 60 * 0.75
    out = out * (0.55 + 0.45 * n[..., 2:])
    return np.dstack([np.clip(out, 0, 1), cover])


def bayberry(base: Rgb, light: Rgb, k: int, side: float) -> np.ndarray:
    """A bayberry: a ball of hundreds of juicy beads."""
    n, cover = sphere(fill=0.9)
    count = 340
    i = np.arange(count) + 0.5
    polar, turn = np.arccos(1 - 2 * i / count), np.pi * (1 + 5**0.5) * i + k
    c = np.stack([np.cos(turn) * np.sin(polar), np.cos(polar), np.sin(turn) * np.sin(polar)], -1)
    c = c[c[:, 2] > -0.1]
    dots = n.reshape(-1, 3) @ c.T.astype(np.float32)
    near = dots.argmax(1)
    gap = dots.max(1).reshape(CELL, CELL)
    away = (n - c[near].reshape(CELL, CELL, 3)) * 5.5
    bump = n + away
    bump = bump / (np.linalg.norm(bump, axis=-1, keepdims=True) + 1e-9)
    way = np.asarray([side * 0.62, 0.55, 0.56])
    lam = np.clip(0.35 * bump @ way + 0.65 * (n @ way), 0, 1)[..., None]
    crease = np.clip((gap - 0.985) * 90, 0, 1)[..., None]
    out = np.asarray(base) * (0.28 + 0.5 * crease) + np.asarray(light) * lam * (
        0.25 + 0.75 * crease
    )
    half = way + np.asarray([0, 0, 1])
    out = out + np.clip(bump @ (half / np.linalg.norm(half)), 0, 1)[..., None] ** 40 * 0.5 * crease
    out = out * (0.45 + 0.55 * n[..., 2:])
    edge = cover * np.clip(0.3 + gap * 0.9, 0, 1)
    return np.dstack([np.clip(out, 0, 1), edge])


def leaf_outline(rng: np.random.Generator) -> np.ndarray:
    """A five-lobed vine leaf, stalk at the origin, tip up, about one unit high."""
    lobes = [
        (0.0, 0.0),
        (0.20, -0.14),
        (0.42, 0.02),
        (0.36, 0.22),
        (0.62, 0.40),
        (0.44, 0.52),
        (0.30, 0.60),
        (0.20, 0.84),
        (0.0, 1.06),
    ]
    right = np.asarray(lobes) * rng.uniform(0.88, 1.12, (9, 1))
    left = right[-2:0:-1] * np.asarray([-1, 1]) * rng.uniform(0.88, 1.12, (7, 1))
    out = smooth(np.vstack([right, left]), closed=True, steps=7)
    teeth = 1 + 0.045 * np.sign(np.sin(np.arange(len(out)) * 2.1))
    mid = np.asarray([0, 0.42])
    return mid + (out - mid) * teeth[:, None]


def draw_leaf(
    f: Frame,
    at: tuple[float, float],
    size: float,
    angle: float,
    lit: Rgb,
    dark: Rgb,
    squash: float = 1.0,
    alpha: float = 1.0,
) -> None:
    """One vine leaf in pixels: two halves of different light, pale veins, a dark edge below."""
    out = leaf_outline(f.rng)
    c, s = np.cos(angle), np.sin(angle)
    turn = np.asarray([[c, s], [-s, c]])

    def place(p: np.ndarray) -> np.ndarray:
        q = p * np.asarray([squash, -1.0])
        return np.asarray(at) + (q @ turn) * size

    half = len(out) // 2
    f.fill(place(out), dark, alpha, tex="wash", grain=0.5)
    f.fill(place(np.vstack([out[: half + 1], [[0, 0.4]]])), lit, alpha, tex="wash", grain=0.5)
    vein = mix(lit, (0.95, 0.92, 0.7), 0.4)
    for tip, w in (
        ((0, 0.95), 1.3),
        ((0.5, 0.36), 0.9),
        ((-0.5, 0.36), 0.9),
        ((0.25, 0.72), 0.7),
        ((-0.25, 0.72), 0.7),
        ((0.34, 0.05), 0.7),
        ((-0.34, 0.05), 0.7),
    ):
        f.line(
            place(np.asarray([[0.0, 0.0], np.asarray(tip) * 0.55 + [0, 0.03], tip])),
            vein,
            max(w * size / 90 / f.u, 0.5),
            0.55 * alpha,
        )


@dataclass
class Sheet:
    """An atlas of sprites; ``names`` maps a kind to its cells."""

    image: skia.Image
    names: dict[str, list[int]]

    def stamp(
        self,
        f: Frame,
        kind: str,
        xy: np.ndarray,
        size: np.ndarray | float,
        angle: np.ndarray | float = 0.0,
        tint: np.ndarray | None = None,
        alpha: float = 1.0,
    ) -> None:
        """Print sprites centred at xy (n, 2) with widths in pixels; tint (n, 3) multiplies."""
        n = len(xy)
        if n == 0:
            return
        wide = np.broadcast_to(size, n) / CELL
        a = np.broadcast_to(angle, n)
        cells = np.asarray(self.names[kind])[f.rng.integers(0, len(self.names[kind]), n)]
        colours = np.ones((n, 3)) if tint is None else np.clip(tint, 0, 1)
        cos, sin = np.cos(a) * wide, np.sin(a) * wide
        half = CELL / 2
        tx = xy[:, 0] - cos * half + sin * half
        ty = xy[:, 1] - sin * half - cos * half
        f.canvas.drawAtlas(
            self.image,
            [skia.RSXform(*v) for v in np.stack([cos, sin, tx, ty], 1).tolist()],
            [skia.Rect.MakeXYWH(float(c) * CELL, 0, CELL, CELL) for c in cells],
            [argb((r, g, b), alpha) for r, g, b in colours.tolist()],
            skia.BlendMode.kModulate,
            skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear),
        )


def _cell(pal: Palette, draw: Callable[[Frame], None], seed: int) -> np.ndarray:
    f = Frame("cell", pal, "landscape", seed)
    f.canvas.scale(2.0, 2.0)
    draw(f)
    raw = f.pixels[: CELL * 2, : CELL * 2].astype(np.float32) / 255
    alpha = raw[..., 3:]
    raw[..., :3] /= np.maximum(alpha, 1e-3)
    small = raw.reshape(CELL, 2, CELL, 2, 4).mean((1, 3))
    return np.clip(small, 0, 1)


def sheet(pal: Palette, side: float = -1.0, fruit: str = "grape") -> Sheet:
    """All sprites of a winery; light comes from the left (side -1) or right (1)."""
    cells: list[np.ndarray] = []
    names: dict[str, list[int]] = {}

    def add(kind: str, image: np.ndarray) -> None:
        names.setdefault(kind, []).append(len(cells))
        cells.append(image)

    for k in range(5):
        base = mix(pal.fruit, pal.wine, 0.12 * k)
        add(
            "berry",
            bayberry(scale(pal.fruit, 0.8 + 0.07 * k), pal.fruit_lt, k, side)
            if fruit == "bayberry"
            else berry(base, pal.fruit_lt, k, side),
        )
        add("split", berry(scale(pal.wine, 0.9), pal.wine_lt, k, side, 0.4))
    for k in range(6):
        lit, dark = mix(pal.leaf, pal.leaf_lt, k / 6), mix(pal.leaf_dk, pal.leaf, k / 9)

        def one(f: Frame, lit: Rgb = lit, dark: Rgb = dark) -> None:
            if fruit == "bayberry":
                blade(f, (CELL / 2, CELL * 0.97), CELL * 0.94, lit, dark)
            else:
                draw_leaf(f, (CELL / 2, CELL * 0.85), CELL * 0.72, 0.0, lit, dark)

        add("leaf", _cell(pal, one, 300 + k))
    for k in range(6):

        def bush(f: Frame, seed: int = k) -> None:
            rng = np.random.default_rng(seed)
            for t in np.linspace(0, 1, 64):
                a, r = rng.uniform(0, 2 * np.pi), np.sqrt(rng.uniform(0, 1))
                x, y = CELL * (0.5 + 0.36 * r * np.cos(a)), CELL * (0.56 - 0.30 * r * np.sin(a))
                up = (0.56 - y / CELL) / 0.3 * 0.5 + 0.5 + side * (x / CELL - 0.5) * 1.3
                glow = float(np.clip(up * 0.8 + t * 0.35 - 0.2 + rng.normal(0, 0.12), 0, 1))
                lit = mix(pal.leaf_dk, mix(pal.leaf, pal.leaf_lt, glow), min(glow * 1.25, 1))
                draw_leaf(
                    f,
                    (x, y),
                    CELL * rng.uniform(0.13, 0.2),
                    rng.uniform(-2.6, 2.6),
                    lit,
                    mix(pal.leaf_dk, lit, 0.55),
                    float(rng.uniform(0.5, 1)),
                )

        add("bush", _cell(pal, bush, 320 + k))
    strip = np.concatenate(cells, 1)
    data = np.ascontiguousarray((strip * 255).astype(np.uint8))
    image = skia.Image.fromarray(data, colorType=skia.ColorType.kRGBA_8888_ColorType)
    return Sheet(image, names)


def blade(f: Frame, at: tuple[float, float], size: float, lit: Rgb, dark: Rgb) -> None:
    """A lance-shaped evergreen leaf with one midrib."""
    x, y = at
    right = smooth(np.asarray([[0, 0], [0.08, 0.25], [0.15, 0.58], [0.1, 0.85], [0, 1.0]]), steps=6)
    left = right[::-1] * np.asarray([-1, 1])
    place = np.asarray([size, -size])
    f.fill(np.asarray([x, y]) + np.vstack([right, left]) * place, dark, grain=0.4)
    f.fill(np.asarray([x, y]) + np.vstack([right, [[0, 0]]]) * place, lit, grain=0.4)
    f.line(
        poly(np.asarray([[x, y], [x, y - size * 0.96]]), False),
        mix(lit, (1, 1, 0.9), 0.4),
        1.2,
        0.7,
    )


def cluster(
    f: Frame,
    sh: Sheet,
    at: tuple[float, float],
    size: float,
    *,
    lean: float = 0.0,
    count: int = 84,
    light: float = 1.0,
    kind: str = "berry",
) -> None:
    """A hanging bunch; ``at`` is where its stalk meets the cane, ``size`` its length in px."""
    rng = f.rng
    t = np.clip(rng.beta(1.15, 1.5, count) + rng.normal(0, 0.01, count), 0, 1)
    spread = size * 0.27 * np.sin(np.clip(t * 0.80 + 0.20, 0, 1) * np.pi) ** 0.75
    depth = rng.uniform(-1, 1, count)
    dx = np.clip(rng.normal(0, 0.5, count), -1, 1) * spread
    x = at[0] + dx + lean * t * size
    y = at[1] + size * (0.08 + 0.9 * t)
    order = np.argsort(depth)
    shade = (0.45 + 0.55 * (depth + 1) / 2) * light * (1 - 0.25 * t)
    r = size * 0.15 * rng.uniform(0.85, 1.12, count)
    f.line(np.asarray([at, (at[0] + lean * size * 0.3, at[1] + size * 0.3)]), f.pal.leaf, 3.0)
    f.oval(
        at[0] + lean * size * 0.4,
        at[1] + size * 0.45,
        size * 0.2,
        size * 0.4,
        scale(f.pal.fruit, 0.35),
        0.8,
        tex="plain",
        blur=size * 0.03,
    )
    sh.stamp(
        f,
        kind,
        np.stack([x, y], 1)[order],
        r[order],
        rng.uniform(-0.25, 0.25, count),
        np.repeat(shade[order][:, None], 3, 1),
    )
