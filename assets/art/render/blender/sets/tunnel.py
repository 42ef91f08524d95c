"""Clay and stone: wine jars in ranks along a tunnel in the rock, its mouth's light on the glaze.

The tunnel's wall runs along +x; its mouth, out of the picture, lies to the left.
"""

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np

import film
import lamps
import masonry
import props
import shade
import shapes
from shade import Shader

TALL = 0.74
BODY = [  # a wine jar of some 60 litres: radius, height
    (0.0, 0.012), (0.135, 0.010), (0.150, 0.0), (0.158, 0.010), (0.172, 0.06), (0.215, 0.18),
    (0.255, 0.32), (0.272, 0.44), (0.258, 0.545), (0.205, 0.625), (0.140, 0.668), (0.118, 0.684),
    (0.114, 0.705), (0.124, 0.730), (0.128, 0.740),
]  # fmt: skip


def dress(job: dict[str, Any]) -> None:
    """Set it up."""
    tall = job["orientation"] == "portrait"
    rng = np.random.default_rng(job["seed"])
    _rock()
    kinds = [glaze(*tones) for tones in TONES]
    jars = [Jar(kinds[k], rng, cloth) for k, cloth in ((0, 0), (1, 1), (2, 0), (1, 0))]
    for jar in jars:
        jar.hide()
    line = np.arange(-3, 14)
    for k in line:  # the back rank on a ledge, the middle one and the front one on the floor
        spots = ((0.63 * k - 0.2, 0.66, 0.34), (0.63 * k + 0.10, 0.10, 0.0))
        for x, y, z in spots:
            jar = jars[int(rng.choice([0, 2, 3]))]
            jar.put((x + rng.normal(0, 0.025), y + rng.normal(0, 0.02), z), rng)
        if k < -1:
            jars[2 * (k % 2)].put((0.63 * k - 0.16 + rng.normal(0, 0.03), -0.47, 0.0), rng)
    subject = (0.0, -0.52, 0.0)
    jars[1].put(subject, rng, turn=0.0)
    jars[0].put((-0.66, -0.60, 0.0), rng)
    _slip(job["slip"], subject)
    cool = (0.88, 1.0, 0.96)
    lamps.area((-2.7, -2.4, 2.2), (0.0, -0.3, 0.45), 90, (1.2, 1.6), cool, True, 46)
    lamps.area((-4.4, 0.1, 1.9), (-0.8, 0.3, 0.6), 80, (0.7, 1.3), cool, True, 34)
    lamps.spot((-3.4, 0.0, 2.2), (-0.2, 1.2, 1.35), 250, 44, cool)
    props.flag((-1.63, -1.84, 0.0), (1.3, -2.2, 0.0), 3.2)
    film.ambient((0.8, 1.0, 0.96), 0.012)
    if tall:
        film.camera((0.75, -3.30, 1.18), (0.0, -0.5, 0.50), 42, (0.45, 0.35), 3.2, (0, -0.75, 0.5))
    else:
        film.camera((0.85, -2.75, 0.98), (0.0, -0.5, 0.50), 33, (0.385, 0.46), 3.2, (0, -0.75, 0.5))


TONES = (
    ((0.040, 0.021, 0.012), (0.115, 0.060, 0.028)),
    ((0.052, 0.030, 0.014), (0.19, 0.105, 0.042)),
    ((0.020, 0.016, 0.013), (0.060, 0.044, 0.030)),
)


def glaze(dark: Any, light: Any) -> Any:
    """Brown ash glaze that ran down over throwing rings, thin at the shoulder, dull at the foot."""
    s = Shader("glaze")
    at = s.places("Object", (1, 1, 1))
    own = s.add("ObjectInfo").outputs["Random"]
    shift = shade.spread(s, own, 21.0)
    moved = s.add("VectorMath", {"operation": "ADD"}, i0=at, i1=shift).outputs[0]
    high = s.add("SeparateXYZ", i0=at).outputs[2]
    runs = s.noise(s.add("Mapping", Vector=moved, Scale=(26, 26, 2.2)).outputs[0], 1.0, 4, 0.6)
    cloud = s.noise(moved, 5.0, 6, 0.65)
    spots = s.noise(moved, 90.0, 3, 0.7)
    tone = s.sum("ADD", s.sum("MULTIPLY", runs, 0.55), s.sum("MULTIPLY", cloud, 0.45))
    base = s.ramp(tone, [(0.34, dark), (0.56, shade.between(dark, light, 0.5)), (0.68, light)])
    base = s.mix(0.5, base, s.ramp(spots, [(0.3, (0.5,) * 3), (0.6, (1.1,) * 3)]), "MULTIPLY")
    edge = s.sum("ADD", high, s.sum("MULTIPLY", s.sum("SUBTRACT", runs, 0.5), 0.16))
    bare = s.ramp(edge, [(0.085, (1,) * 3), (0.10, (0,) * 3)])
    base = s.mix(bare, base, (0.16, 0.095, 0.06))
    dust = s.add("SeparateXYZ", i0=s.add("NewGeometry").outputs["Normal"]).outputs[2]
    cover = s.sum("MULTIPLY", s.span(dust, 0.0, 0.55), s.span(cloud, 0.0, 1.2))
    cover = s.sum("MINIMUM", s.sum("MAXIMUM", cover, 0.0), 0.5)
    base = s.mix(cover, base, (0.17, 0.15, 0.12))
    rings = s.add("TexWave", {"bands_direction": "Z"}, Vector=at, Scale=11.0, Distortion=1.2)
    height = s.sum(
        "ADD", s.sum("MULTIPLY", rings.outputs["Fac"], 0.5), s.sum("MULTIPLY", runs, 0.8)
    )
    gloss = s.sum("ADD", s.span(runs, 0.16, 0.30), s.sum("MULTIPLY", bare, 0.5))
    gloss = s.sum("ADD", gloss, s.sum("MULTIPLY", cover, 0.7))
    return s.skin(
        plain=shade.between(dark, light),
        Base_Color=base,
        Roughness=gloss,
        Specular=0.55,
        Normal=s.bump(height, 0.35, 0.006),
    )


def cotton(colour: Any) -> Any:
    """Cloth or bast paper over a jar's mouth."""
    s = Shader("cotton")
    at = s.places("Object", (1, 1, 1))
    cloud = s.noise(at, 7.0, 5, 0.6)
    weave = s.noise(s.places("Object", (420, 420, 420)), 1.0, 2)
    base = s.mix(0.8, colour, s.ramp(cloud, [(0.3, (0.5,) * 3), (0.65, (1.05,) * 3)]), "MULTIPLY")
    height = s.sum("ADD", s.sum("MULTIPLY", weave, 0.3), cloud)
    return s.skin(
        plain=colour,
        Base_Color=base,
        Roughness=0.9,
        Specular=0.15,
        Normal=s.bump(height, 0.3, 0.004),
    )


class Jar:
    """A jar and how its mouth is shut: pale bast paper or red cloth, tied with cord."""

    def __init__(self, material: Any, rng: np.random.Generator, cloth: int) -> None:
        line = shapes.curve(BODY, 6)
        line[:, 0] = np.maximum(line[:, 0], 0)
        self.parts = [shapes.turned("jar", line, material, 72)]
        colour = ((0.30, 0.255, 0.175), (0.36, 0.024, 0.028))[cloth]
        self.parts.append(self._cover(cotton(colour), rng))
        self.parts += self._cord(cotton((0.36, 0.27, 0.15)))

    def hide(self) -> None:
        """Take the originals away; only copies stand."""
        for part in self.parts:
            bpy.context.scene.collection.objects.unlink(part)

    @staticmethod
    def _cover(material: Any, rng: np.random.Generator) -> Any:
        """A square of cloth: flat over the mouth, pulled in by the cord, its skirt in folds."""
        n = 160
        a = np.linspace(0, 2 * math.pi, n, endpoint=False)
        deep = sum(rng.uniform(0.3, 1) * np.sin(k * a + rng.uniform(0, 6)) for k in (9, 13, 17, 22))
        deep = deep / np.abs(deep).max()
        corner = np.abs(np.cos(2 * (a + 0.4))) ** 1.5
        rows = []
        for r, z, fold, hem in (
            (0.001, 0.752, 0, 0), (0.05, 0.752, 0, 0), (0.10, 0.750, 0.0, 0),
            (0.128, 0.744, 0.002, 0),
            (0.134, 0.734, 0.004, 0), (0.129, 0.716, 0.005, 0), (0.121, 0.703, 0.0035, 0),
            (0.1205, 0.694, 0.003, 0), (0.126, 0.684, 0.006, 0.1), (0.142, 0.668, 0.011, 0.4),
            (0.166, 0.652, 0.016, 0.8), (0.188, 0.636, 0.021, 1.0),
        ):  # fmt: skip
            low = 0.045 * corner * hem
            rad = r + fold * deep + 0.026 * corner * hem
            # the skirt lies on the shoulder, never inside it
            body = np.interp(z - low, [p[1] for p in BODY[8:]][::1], [p[0] for p in BODY[8:]])
            rad = np.maximum(rad, np.where(z < 0.70, body + 0.004 + 0.3 * fold, 0))
            rows.append(np.stack([rad * np.cos(a), rad * np.sin(a), z - low + 0 * a], 1))
        return masonry.sheet("cover", np.stack(rows), material, close=True)

    @staticmethod
    def _cord(material: Any) -> list[Any]:
        made = []
        for k in range(3):
            a = np.linspace(0, 2 * math.pi, 65)[:-1]
            b = np.linspace(0, 2 * math.pi, 9)[:-1]
            twist = 1 + 0.22 * np.cos(a[:, None] * 30 + 2 * b[None])
            rad = 0.1255 + 0.0042 * twist * np.cos(b)
            z = 0.692 + 0.0062 * k + 0.0042 * twist * np.sin(b) + 0.001 * np.sin(3 * a + k)[:, None]
            grid = np.stack([rad * np.cos(a)[:, None], rad * np.sin(a)[:, None], z], 2)
            grid = np.concatenate([grid, grid[:, :1]], 1)
            made.append(masonry.sheet("cord", grid, material, close=True))
        return made

    def put(
        self, at: tuple[float, float, float], rng: np.random.Generator, turn: float | None = None
    ) -> None:
        """Stand one; each a little different in size."""
        way = float(rng.uniform(0, 6.3)) if turn is None else turn
        size = float(rng.uniform(0.95, 1.03)) if turn is None else 1.0
        for part in self.parts:
            copy = shapes.put(part.data, "jar", at)
            copy.rotation_euler = (0, 0, way)
            copy.scale = (size, size, size)


def _slip(path: str, at: tuple[float, float, float]) -> None:
    """A paper pasted onto the jar's belly, following its curve."""
    line = shapes.curve(BODY, 6)[24:]
    low, high, wide, face = 0.33, 0.565, 0.105, -math.pi / 2 + 0.30
    z = np.linspace(low, high, 17)
    r = np.interp(z, line[:, 1], line[:, 0]) + 0.0022
    u = np.linspace(-0.5, 0.5, 11)
    points, places = [], []
    for k, (zz, rr) in enumerate(zip(z, r, strict=True)):
        for x in u:
            a = face + x * wide / rr
            points.append((rr * math.cos(a), rr * math.sin(a), zz))
            places.append((x + 0.5, k / 16))
    faces = [
        (i * 11 + j, i * 11 + j + 1, i * 11 + j + 12, i * 11 + j + 11)
        for i in range(16)
        for j in range(10)
    ]
    page = shapes.mesh(
        "slip", np.asarray(points), faces, shade.paper(path, 0.85), np.asarray(places)
    )
    page.location = at


def _rock() -> None:
    """The hewn side of the tunnel, its ledge, the crown and the wet floor."""
    m, n = 420, 900
    arc = np.asarray(
        [(1.06, -0.3), (1.06, 0.33), (1.12, 0.36), (1.22, 0.9), (1.20, 1.5), (1.0, 2.05),
         (0.45, 2.5), (-0.4, 2.72), (-1.6, 2.75)]
    )  # fmt: skip
    long = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(arc, axis=0), axis=1))])
    t = np.linspace(0, long[-1], m)
    y, z = (np.interp(t, long, arc[:, k]) for k in (0, 1))
    x = np.linspace(-3.9, 5.2, n)
    grid = np.stack(
        [np.tile(x, (m, 1)), np.repeat(y[:, None], n, 1), np.repeat(z[:, None], n, 1)], 2
    )
    flat = grid.reshape(-1, 3)
    rough = 0.16 * masonry.fbm(flat, 0.8, 3, 3)
    # broken faces: each cell of a stretched lattice is a plane of its own, cracked from the next
    sway = flat + 0.10 * np.stack([masonry.fbm(flat, 2.5, 3, k) for k in (21, 22, 23)], 1)
    rough += masonry.facets(sway * [1.0, 1.0, 1.5], 2.2, 0.12, 31)
    rough += masonry.facets(sway * [1.3, 1.0, 1.0], 6.0, 0.03, 32)
    rough += 0.05 * masonry.fbm(flat, 6.0, 6, 8) + 0.010 * masonry.fbm(flat, 34.0, 3, 9)
    slope = np.gradient(np.stack([y, z], 1), axis=0)
    out = np.stack([0 * y, slope[:, 1], -slope[:, 0]], 1)
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    grid = grid + np.repeat(out[:, None], n, 1) * rough.reshape(m, n, 1)
    wet = masonry.laid([(0.060, 0.072, 0.066), (0.115, 0.132, 0.120)], 0.80, 0.34, fine=0.7)
    masonry.sheet("rock", grid, wet)
    # the ledge: dressed blocks along the foot of the wall
    rng = np.random.default_rng(8)
    slabs = masonry.courses(
        rng, 13.5, 0.3, (0.32, 0.33), (0.7, 1.2), 0.62, 0.008, 0.012, 0.01, 0.01, 8
    )
    masonry.wall(
        "ledge",
        slabs,
        masonry.laid([(0.07, 0.085, 0.078), (0.12, 0.135, 0.12)], 0.7, 0.3),
        (-5, 0.36, 0),
    )
    u, v = np.meshgrid(np.linspace(-6, 10, 300), np.linspace(-3.6, 1.4, 110))
    floor = np.stack([u, v, 0 * u], 2).reshape(-1, 3)
    floor[:, 2] = np.minimum(0.022 * masonry.fbm(floor, 1.7, 5, 12), 0.004) - 0.004
    masonry.sheet(
        "floor",
        floor.reshape(*u.shape, 3),
        masonry.laid([(0.05, 0.058, 0.052), (0.08, 0.09, 0.08)], 0.55, 0.42),
    )
