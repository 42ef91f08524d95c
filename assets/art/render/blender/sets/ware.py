"""What a table is laid with and stands before: bowls, cloth, stone, paper windows, far hills."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

import growth
import shapes
from shade import Rgb, Shader, between

Vec = tuple[float, float, float]


def glaze(colour: Rgb = (0.33, 0.44, 0.35), deep: Rgb = (0.17, 0.27, 0.205)) -> Any:
    """Celadon: a thick soft glaze, deeper where it runs together."""
    s = Shader("celadon")
    cloud = s.noise(s.places("Object", (1, 1, 2)), 22, 3, 0.5)
    base = s.ramp(cloud, [(0.30, deep), (0.62, colour)])
    return s.skin(
        plain=colour,
        Base_Color=base,
        Roughness=0.16,
        Specular=0.55,
        Clearcoat=0.35,
        Clearcoat_Roughness=0.06,
    )


def porcelain(colour: Rgb = (0.74, 0.75, 0.72)) -> Any:
    """White glazed porcelain."""
    s = Shader("porcelain")
    return s.skin(Base_Color=colour, Roughness=0.13, Specular=0.55)


def matt(colour: Rgb, rough: float = 0.7, fleck: float = 0.25, scale: float = 60.0) -> Any:
    """A plain dry surface with specks."""
    s = Shader("matt")
    spot = s.noise(s.places("Object", (1, 1, 1)), scale, 5, 0.7)
    low = tuple(c * (1 - fleck) for c in colour)
    high = tuple(min(c * (1 + fleck), 1) for c in colour)
    base = s.ramp(spot, [(0.3, low), (0.7, high)])
    return s.skin(
        plain=colour,
        Base_Color=base,
        Roughness=rough,
        Specular=0.4,
        Normal=s.bump(spot, 0.2, 0.001),
    )


def fluted(name: str, profile: Any, material: Any, lobes: int, depth: float, n: int = 192) -> Any:
    """A turned form whose wall swells in ``lobes``; ``depth`` is their share of the radius."""
    thing = shapes.turned(name, np.asarray(profile, float), material, n)
    points = np.empty(len(thing.data.vertices) * 3, np.float64)
    thing.data.vertices.foreach_get("co", points)
    p = points.reshape(-1, 3)
    angle = np.arctan2(p[:, 1], p[:, 0])
    r = np.hypot(p[:, 0], p[:, 1])
    swell = 1 + depth * (np.abs(np.cos(angle * lobes / 2)) - 0.6) * np.clip(
        r / r.max() * 1.6 - 0.5, 0, 1
    )
    p[:, :2] *= swell[:, None]
    thing.data.vertices.foreach_set("co", p.astype(np.float32).ravel())
    thing.data.update()
    return thing


def bowl(radius: float, tall: float, foot: float = 0.42, wall: float = 0.0028) -> np.ndarray:
    """A bowl's outline, outside then inside: (radius, height) rows from axis to axis."""
    f = radius * foot
    outer = shapes.curve(
        [
            (f * 0.98, tall * 0.10), (radius * 0.66, tall * 0.20), (radius * 0.88, tall * 0.48),
            (radius * 0.975, tall * 0.80), (radius, tall),
        ],
        8,
    )  # fmt: skip
    base = np.asarray(
        [(0, 0.002), (f - 0.003, 0.002), (f - 0.002, 0.0), (f, 0.0), (f, tall * 0.08)]
    )
    inner = shapes.curve(
        [
            (radius - wall, tall), (radius * 0.965 - wall, tall * 0.80),
            (radius * 0.86 - wall, tall * 0.50), (radius * 0.62, tall * 0.26),
            (f * 0.7, tall * 0.145), (0.0, tall * 0.12),
        ],
        8,
    )  # fmt: skip
    inner[:, 0] = np.maximum(inner[:, 0], 0)
    rim = np.asarray([(radius - wall * 0.5, tall + wall * 0.35)])
    return np.vstack([base, outer, rim, inner])


def plate(radius: float, tall: float = 0.022, well: float = 0.62) -> np.ndarray:
    """A plate's outline with a flat well and a broad lip."""
    w = radius * well
    knots = [
        (w, 0.004), (w * 1.10, 0.008), (radius * 0.92, tall * 0.86), (radius, tall),
    ]  # fmt: skip
    under = shapes.curve(knots, 6)
    over = [(radius - 0.0012, tall + 0.002), (radius * 0.90, tall * 0.86 + 0.0035)]
    over += [(w * 1.08, 0.0115), (w * 0.97, 0.0075), (0.0, 0.0065)]
    base = np.asarray([(0, 0.003), (w * 0.8, 0.003), (w * 0.8, 0.0), (w * 0.86, 0.0), (w, 0.004)])
    return np.vstack([base, under[1:], shapes.curve(over, 5)])


def cloth(
    size: tuple[float, float],
    at: Vec,
    material: Any,
    rng: np.random.Generator,
    edge: float | None = None,
    drop: float = 0.3,
    turn: float = 0.0,
    rough: float = 1.0,
) -> Any:
    """A cloth on the board: ridges of folds, hanging over the board's ``edge`` (world y) in pleats.

    ``at`` is the middle of the lying part; ``size`` x and y of the whole; turn about z.
    """
    n, m = 200, 160
    x, y = np.meshgrid(
        np.linspace(-size[0] / 2, size[0] / 2, n), np.linspace(-size[1] / 2, size[1] / 2, m)
    )
    z = np.zeros_like(x)
    for _ in range(int(13 * rough)):  # ironed creases and soft ridges, none over a centimetre
        a = rng.uniform(0, math.pi)
        off = rng.uniform(-0.5, 0.5) * max(size)
        d = x * math.cos(a) + y * math.sin(a) - off
        along = -x * math.sin(a) + y * math.cos(a)
        fade = np.exp(
            -(((along - rng.uniform(-0.4, 0.4) * max(size)) / rng.uniform(0.10, 0.3)) ** 2)
        )
        z += (
            rng.uniform(0.001, 0.0045)
            * np.exp(-((d / rng.uniform(0.006, 0.018)) ** 2))
            * fade
            * rough
        )
    c, s = math.cos(turn), math.sin(turn)
    wx, wy = at[0] + c * x - s * y, at[1] + s * x + c * y
    wz = at[2] + 0.0016 + z
    if edge is not None:
        over = np.maximum(edge - wy, 0)
        r = 0.012  # rounds the board's edge, then hangs
        bent = np.clip(over / (r * math.pi / 2), 0, 1) * math.pi / 2
        hang = np.maximum(over - r * math.pi / 2, 0)
        pleat = 0.5 + 0.5 * np.sin(wx * 34 + 2.2 * np.sin(wx * 9 + 1.0))
        reach = np.clip(hang / drop, 0, 1) ** 0.7
        wy = np.where(over > 0, edge - r * np.sin(bent) - 0.030 * pleat * reach, wy)
        wz = np.where(over > 0, at[2] + 0.0016 - r * (1 - np.cos(bent)) - hang + z, wz)
    points = np.stack([wx, wy, wz], -1).reshape(-1, 3)
    faces: list[tuple[int, ...]] = [
        (j * n + i, j * n + i + 1, (j + 1) * n + i + 1, (j + 1) * n + i)
        for j in range(m - 1)
        for i in range(n - 1)
    ]
    uv = np.stack([x, y], -1).reshape(-1, 2)
    thing = shapes.mesh("cloth", points, faces, material, uv)
    thick = thing.modifiers.new("thick", "SOLIDIFY")
    thick.thickness, thick.offset = 0.0012, 1.0
    return thing


def weave(colour: Rgb, fine: float = 1500.0, stripe: Rgb | None = None) -> Any:
    """Linen seen close: threads of uneven thickness, matt; at will a pair of woven stripes."""
    s = Shader("weave")
    at = s.places("UV")
    slub = s.noise(s.places("UV", (6, 90, 1)), 3.0, 4, 0.6)
    knot = s.noise(s.places("UV", (90, 6, 1)), 3.0, 4, 0.6)
    warp = s.add("TexWave", {"bands_direction": "X"}, Vector=at, Scale=fine / 6.3, Distortion=0.6)
    weft = s.add("TexWave", {"bands_direction": "Y"}, Vector=at, Scale=fine / 6.3, Distortion=0.6)
    threads = s.sum("ADD", warp.outputs["Fac"], weft.outputs["Fac"])
    tone = s.sum("ADD", s.sum("MULTIPLY", slub, 0.5), s.sum("MULTIPLY", knot, 0.5))
    base = s.ramp(tone, [(0.32, tuple(0.78 * c for c in colour)), (0.66, colour)])
    if stripe:
        far = s.sum("ABSOLUTE", s.add("SeparateXYZ", i0=at).outputs[0], 0.0)
        band = s.ramp(s.sum("MULTIPLY", far, 4.0), [(0.84, (0,) * 3), (0.85, (1,) * 3)])
        end = s.ramp(s.sum("MULTIPLY", far, 4.0), [(0.90, (1,) * 3), (0.91, (0,) * 3)])
        base = s.mix(s.mix(1.0, band, end, "MULTIPLY"), base, stripe)
    height = s.sum("ADD", s.sum("MULTIPLY", threads, 0.5), s.sum("MULTIPLY", tone, 1.4))
    return s.skin(
        plain=colour,
        Base_Color=base,
        Roughness=0.92,
        Specular=0.12,
        Sheen=0.25,
        Normal=s.bump(height, 0.35, 0.0012),
    )


def pebble(rng: np.random.Generator, material: Any) -> Any:
    """A river stone of half-axes near 1, as a mesh to place."""
    p, tris = growth.ball(4)
    way = rng.normal(0, 1, (9, 3))
    bulge = sum(
        rng.uniform(0.02, 0.09) * np.sin((p @ w) * rng.uniform(0.8, 1.7) + rng.uniform(0, 6))
        for w in way
    )
    p = p * (1 + bulge)[:, None] * [1.0, rng.uniform(0.68, 0.92), rng.uniform(0.48, 0.68)]
    return growth.soup("pebble", [(p, tris, 0)], [material])


def river_stone() -> Any:
    """Quartz gravel of a river terrace: white, honey, rose, grey; each its own."""
    s = Shader("gravel")
    own = s.add("ObjectInfo").outputs["Random"]
    kind = s.ramp(
        own,
        [
            (0.0, (0.50, 0.47, 0.42)), (0.22, (0.42, 0.31, 0.19)), (0.45, (0.60, 0.56, 0.50)),
            (0.62, (0.20, 0.185, 0.18)), (0.8, (0.45, 0.30, 0.23)), (1.0, (0.54, 0.45, 0.31)),
        ],
    )  # fmt: skip
    spot = s.noise(s.places("Object", (1, 1, 1)), 2.6, 7, 0.66)
    fine = s.noise(s.places("Object", (1, 1, 1)), 26, 4, 0.7)
    base = s.mix(
        0.7, kind, s.ramp(spot, [(0.3, (0.5, 0.46, 0.42)), (0.65, (1.1, 1.08, 1.05))]), "MULTIPLY"
    )
    return s.skin(
        Base_Color=base,
        Roughness=s.span(spot, 0.32, 0.7),
        Specular=0.45,
        Normal=s.bump(s.sum("ADD", spot, s.sum("MULTIPLY", fine, 0.3)), 0.3, 0.12),
    )


def gravel(
    spots: Any, sizes: Any, rng: np.random.Generator, kinds: list[Any], ground: float = 0.0
) -> None:
    """Stones lying on the board at (x, y), half-length ``sizes``."""
    for k, ((x, y), size) in enumerate(zip(spots, sizes, strict=True)):
        data = kinds[k % len(kinds)]
        low = -min(v.co[2] for v in data.vertices) * size
        out = shapes.put(data, "pebble", (float(x), float(y), ground + low - 0.0006))
        out.scale = (size,) * 3
        out.rotation_euler = (0, 0, float(rng.uniform(0, 6.3)))


def strata(
    size: Vec,
    at: Vec,
    rng: np.random.Generator,
    material: Any,
    layers: int = 4,
    ragged: float = 0.012,
    turn: float = 0.0,
) -> None:
    """A slab of schist: split in thin beds whose broken rims do not quite meet; at its middle."""
    w, d, h = size
    n = 84
    a = np.linspace(0, 2 * math.pi, n, endpoint=False)
    box = 1 / np.maximum(np.abs(np.cos(a)), np.abs(np.sin(a)))
    rim = np.stack([np.cos(a) * box * w / 2, np.sin(a) * box * d / 2], 1)
    common = _chips(n, rng) * ragged
    z = -h / 2
    for _ in range(layers):
        thick = h / layers
        own = (
            rim
            + (np.stack([np.cos(a), np.sin(a)], 1))
            * (common + 0.45 * ragged * _chips(n, rng))[:, None]
        )
        lip = own * (1 - 0.0025 / np.hypot(*own.T))[:, None]
        rows = [(lip, z), (own, z + 0.0015), (own, z + thick - 0.002), (lip, z + thick - 0.0003)]
        points = np.vstack([np.column_stack([q, np.full(n, zz)]) for q, zz in rows])
        faces: list[tuple[int, ...]] = []
        for i in range(3):
            for j in range(n):
                b = (j + 1) % n
                faces.append((i * n + j, i * n + b, (i + 1) * n + b, (i + 1) * n + j))
        faces.append(tuple(range(3 * n, 4 * n)))
        faces.append(tuple(range(n))[::-1])
        out = shapes.mesh("bed", points, faces, material, smooth=False)
        out.location = at
        out.rotation_euler = (0, 0, turn)
        z += thick


def _chips(n: int, rng: np.random.Generator) -> np.ndarray:
    out = np.zeros(n)
    for _ in range(10):
        k, wide = rng.integers(0, n), rng.integers(3, 16)
        out[(k + np.arange(wide)) % n] -= rng.uniform(0.2, 0.8)
    return out + rng.normal(0, 0.05, n)


def schist(
    light: Rgb = (0.17, 0.145, 0.125), dark: Rgb = (0.045, 0.042, 0.045), rusty: float = 0.45
) -> Any:
    """Schist: silvery cleavage with rust in its joints."""
    s = Shader("schist")
    flow = s.noise(s.places("Object", (5, 9, 40)), 1.6, 7, 0.62)
    cloud = s.noise(s.places("Object", (1, 1, 1)), 6.0, 7, 0.65)
    fine = s.noise(s.places("Object", (1, 1, 1)), 90, 4, 0.7)
    tone = s.sum("ADD", s.sum("MULTIPLY", flow, 0.5), s.sum("MULTIPLY", cloud, 0.5))
    base = s.ramp(tone, [(0.40, dark), (0.60, light)])
    rust = s.ramp(
        s.noise(s.places("Object", (1, 1, 3)), 4.0, 6, 0.7),
        [(0.54, (0,) * 3), (0.70, (rusty,) * 3)],
    )
    base = s.mix(rust, base, (0.15, 0.080, 0.042))
    height = s.sum(
        "ADD", s.sum("ADD", cloud, s.sum("MULTIPLY", flow, 0.8)), s.sum("MULTIPLY", fine, 0.35)
    )
    return s.skin(
        plain=between(dark, light),
        Base_Color=base,
        Roughness=s.span(cloud, 0.38, 0.75),
        Specular=0.5,
        Normal=s.bump(height, 0.55, 0.006),
    )
