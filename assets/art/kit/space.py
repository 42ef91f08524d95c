"""A small room to draw from: camera, light, and curved surfaces painted back to front.

World axes: x to the right, y up, z away from the viewer; metres by habit.
"""

from dataclasses import dataclass, field

import cv2
import numpy as np
import skia

from kit.frame import Frame, argb, points
from kit.noise import textured
from kit.palette import Rgb, gamma, linear

Vec = tuple[float, float, float]


def unit(v: np.ndarray | Vec) -> np.ndarray:
    """Normalise along the last axis."""
    a = np.asarray(v, float)
    out: np.ndarray = a / (np.linalg.norm(a, axis=-1, keepdims=True) + 1e-12)
    return out


class Camera:
    """Pinhole camera; ``target`` falls on the picture's anchor, ``focal`` in short sides."""

    def __init__(
        self,
        frame: Frame,
        eye: Vec,
        target: Vec,
        focal: float,
        anchor: tuple[float, float] | None = None,
    ) -> None:
        self.eye = np.asarray(eye, float)
        self.fwd = unit(np.asarray(target, float) - self.eye)
        self.right = unit(np.cross((0, 1, 0), self.fwd))
        self.up = np.cross(self.fwd, self.right)
        self.focal = focal * min(frame.w, frame.h)
        self.cx, self.cy = anchor or (frame.ax, frame.ay)

    def depth(self, p: np.ndarray) -> np.ndarray:
        """Distance along the view axis."""
        out: np.ndarray = (np.asarray(p, float) - self.eye) @ self.fwd
        return out

    def see(self, p: np.ndarray | Vec) -> np.ndarray:
        """Project (..., 3) to pixels (..., 2)."""
        d = np.asarray(p, float) - self.eye
        z = np.maximum(d @ self.fwd, 0.05)
        return np.stack(
            [self.cx + self.focal * (d @ self.right) / z, self.cy - self.focal * (d @ self.up) / z],
            -1,
        )

    def px(self, p: Vec) -> float:
        """Pixels of one metre at a place."""
        return float(self.focal / max(float(self.depth(np.asarray(p))), 0.05))


@dataclass
class Light:
    """One key light (a direction, or a place when ``near``), and the ambient from above."""

    at: Vec
    key: Rgb = (1.0, 0.95, 0.85)
    amb: Rgb = (0.12, 0.12, 0.14)
    near: bool = False
    reach: float = 3.0
    bounce: Rgb = (0.03, 0.025, 0.02)
    eye: np.ndarray = field(default_factory=lambda: np.zeros(3))

    def towards(self, p: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Unit direction to the light and its strength there."""
        if not self.near:
            return unit(self.at) * np.ones_like(p), np.ones(p.shape[:-1])
        d = np.asarray(self.at) - p
        r = np.linalg.norm(d, axis=-1)
        return d / (r[..., None] + 1e-9), 1 / (1 + (r / self.reach) ** 2)

    def shade(
        self,
        p: np.ndarray,
        n: np.ndarray,
        albedo: np.ndarray | Rgb,
        gloss: float = 0.0,
        wrap: float = 0.15,
    ) -> np.ndarray:
        """Colour (..., 3) sRGB of places p with normals n."""
        way, strength = self.towards(p)
        lam = np.clip(((n * way).sum(-1) + wrap) / (1 + wrap), 0, 1) * strength
        sky = 0.5 + 0.5 * n[..., 1]
        lit = (
            lam[..., None] * np.asarray(self.key)
            + sky[..., None] * np.asarray(self.amb)
            + (1 - sky)[..., None] * np.asarray(self.bounce)
        )
        out = linear(np.asarray(albedo, float)) * lit
        if gloss > 0:
            half = unit(way + unit(self.eye - p))
            out = out + (gloss * np.clip((n * half).sum(-1), 0, 1) ** 28 * strength)[
                ..., None
            ] * np.asarray(self.key)
        peak = out.max(-1, keepdims=True) + 1e-6
        return gamma(out * (1 - np.exp(-1.25 * peak)) / peak)  # lights roll off, hues stay


@dataclass
class Stage:
    """Frame, camera and light together: what every solid needs to be drawn."""

    f: Frame
    cam: Camera
    light: Light

    def __post_init__(self) -> None:
        self.light.eye = self.cam.eye

    def mesh(
        self,
        p: np.ndarray,
        n: np.ndarray,
        albedo: np.ndarray | Rgb,
        *,
        tex: str = "wash",
        uv: np.ndarray | None = None,
        gloss: float = 0.0,
        cull: bool = True,
        alpha: float = 1.0,
        image: skia.Image | None = None,
        shade: np.ndarray | None = None,
    ) -> None:
        """Draw a grid (rows, cols, 3) of places with normals; uv in texture pixels."""
        rows, cols = p.shape[:2]
        colour = self.light.shade(p, n, albedo, gloss) if shade is None else shade
        rgba = np.clip(colour * 255, 0, 255).astype(np.uint32)
        opaque = rgba[..., 3] if rgba.shape[-1] == 4 else np.uint32(int(alpha * 255))
        packed = opaque << 24 | rgba[..., 0] << 16 | rgba[..., 1] << 8 | rgba[..., 2]
        xy, z = self.cam.see(p), self.cam.depth(p)
        i = np.arange(rows * cols).reshape(rows, cols)
        a, b, c, d = i[:-1, :-1].ravel(), i[:-1, 1:].ravel(), i[1:, 1:].ravel(), i[1:, :-1].ravel()
        flat, zf = xy.reshape(-1, 2), z.ravel()
        keep = (zf[a] > 0.06) & (zf[b] > 0.06) & (zf[c] > 0.06) & (zf[d] > 0.06)
        if cull:
            centre = p.reshape(-1, 3)[a] + p.reshape(-1, 3)[c]
            normal = n.reshape(-1, 3)[a] + n.reshape(-1, 3)[c]
            keep &= (normal * (self.cam.eye * 2 - centre)).sum(-1) > -1e-6
        order = np.argsort(-(zf[a] + zf[c])[keep], kind="stable")
        a, b, c, d = a[keep][order], b[keep][order], c[keep][order], d[keep][order]
        if len(a) == 0:
            return
        index = np.stack([a, b, c, a, c, d], 1).ravel()
        used, index = np.unique(index, return_inverse=True)
        texs = None
        paint = skia.Paint(AntiAlias=True)
        if uv is not None:
            texs = points(uv.reshape(-1, 2)[used])
            paint = textured(tex)
        if image is not None:
            mode = skia.TileMode.kClamp
            paint = skia.Paint(AntiAlias=True)
            paint.setShader(
                image.makeShader(
                    mode,
                    mode,
                    skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear),
                )
            )
        blend = skia.BlendMode.kModulate if uv is not None else skia.BlendMode.kDst
        for lo in range(0, len(index), 48000):  # skia's indices are 16 bit
            part, inverse = np.unique(index[lo : lo + 48000], return_inverse=True)
            verts = skia.Vertices(
                skia.Vertices.kTriangles_VertexMode,
                points(flat[used][part]),
                None if texs is None else [texs[k] for k in part.tolist()],
                packed.ravel()[used][part].tolist(),
                inverse.tolist(),
            )
            self.f.canvas.drawVertices(verts, paint, blend)

    def lathe(
        self,
        profile: np.ndarray,
        at: Vec,
        albedo: Rgb,
        *,
        axis: Vec = (0, 1, 0),
        n: int = 48,
        tex: str = "wash",
        grain: float = 260.0,
        gloss: float = 0.0,
        inside: bool = False,
        tint: np.ndarray | None = None,
        along: bool = False,
        turn: float = 0.0,
        alpha: float = 1.0,
    ) -> tuple[np.ndarray, np.ndarray]:
        """Turn a profile [(radius, height), ...] about an axis and draw it.

        ``tint`` (rows,) or (rows, n+1) multiplies the albedo; ``along`` runs the texture's
        grain along the profile (staves). Returns places and normals, (rows, n+1, 3).
        """
        p, nrm = turned(profile, at, axis, n, turn)
        if inside:
            nrm = -nrm
        base = np.asarray(albedo, float) * np.ones((*p.shape[:2], 1))
        if tint is not None:
            base = base * (tint[:, None, None] if tint.ndim == 1 else tint[..., None])
        s = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(profile, axis=0).T))]) * grain
        around = np.linspace(0, 2 * np.pi * profile[:, 0].max() * grain, n + 1)
        uv = np.stack(np.meshgrid(around, s), -1)
        if along:
            uv = uv[..., ::-1]
        uv = uv + self.f.rng.uniform(0, 900, 2)
        self.mesh(p, nrm, base, tex=tex, uv=uv, gloss=gloss, alpha=alpha)
        return p, nrm

    def plane(
        self,
        corner: Vec,
        across: Vec,
        along: Vec,
        albedo: Rgb,
        *,
        k: int = 24,
        tex: str = "stone",
        grain: float = 200.0,
        gloss: float = 0.0,
        gain: np.ndarray | None = None,
    ) -> None:
        """A flat rectangle from a corner and two edges, lit over a k by k grid."""
        s, t = np.meshgrid(np.linspace(0, 1, k), np.linspace(0, 1, k))
        a, b = np.asarray(across, float), np.asarray(along, float)
        p = np.asarray(corner, float) + s[..., None] * a + t[..., None] * b
        normal = unit(np.cross(a, b))
        if (normal @ (self.cam.eye - p.mean((0, 1)))) < 0:
            normal = -normal
        uv = np.stack([s * np.linalg.norm(a), t * np.linalg.norm(b)], -1) * grain
        base = np.asarray(albedo, float) * (np.ones_like(p) if gain is None else gain[..., None])
        self.mesh(
            p,
            normal * np.ones_like(p),
            base,
            tex=tex,
            gloss=gloss,
            uv=uv + self.f.rng.uniform(0, 900, 2),
            cull=False,
        )

    def box(
        self,
        low: Vec,
        size: Vec,
        albedo: Rgb,
        *,
        tex: str = "wood",
        grain: float = 260.0,
        k: int = 6,
        turn: float = 0.0,
    ) -> None:
        """An upright box from its low corner; ``turn`` about y in radians round its centre."""
        lo, sz = np.asarray(low, float), np.asarray(size, float)
        mid = lo + sz / 2
        c, s = np.cos(turn), np.sin(turn)
        rot = np.asarray([[c, 0, s], [0, 1, 0], [-s, 0, c]])
        faces = []
        for ax in range(3):
            for sign in (-1, 1):
                normal = np.zeros(3)
                normal[ax] = sign
                e1, e2 = np.roll(np.eye(3), 0, 0)[[i for i in range(3) if i != ax]]
                start = normal * sz / 2 - (e1 * sz + e2 * sz) / 2
                faces.append((rot @ normal, rot @ start + mid, rot @ (e1 * sz), rot @ (e2 * sz)))
        seen = [q for q in faces if q[0] @ (self.cam.eye - (q[1] + (q[2] + q[3]) / 2)) > 0]
        for _, start, e1, e2 in seen:
            long_first = np.linalg.norm(e1) >= np.linalg.norm(e2)
            self.plane(
                tuple(start),
                tuple(e1 if long_first else e2),
                tuple(e2 if long_first else e1),
                albedo,
                k=k,
                tex=tex,
                grain=grain,
            )

    def shadow(
        self,
        p: np.ndarray,
        floor: float = 0.0,
        strength: float = 0.6,
        blur: float = 6.0,
        length: float = 1.0,
    ) -> None:
        """Cast the outline of places p on the floor, away from the light."""
        pts = p.reshape(-1, 3)
        way, _ = self.light.towards(pts)
        rise = np.maximum(way[:, 1], 0.22)
        t = (pts[:, 1] - floor) / rise * length
        fall = pts - way * t[:, None]
        fall[:, 1] = floor
        xy = self.cam.see(fall).astype(np.float32)
        hull = cv2.convexHull(xy)[:, 0]
        self.f.fill(hull, (0.02, 0.015, 0.02), strength, tex="plain", blur=blur)

    def contact(self, at: Vec, radius: float, strength: float = 0.7) -> None:
        """The dark under a thing that stands."""
        t = np.linspace(0, 2 * np.pi, 40)
        ring = np.stack(
            [at[0] + radius * np.cos(t), np.full_like(t, at[1]), at[2] + radius * np.sin(t)], -1
        )
        self.f.fill(
            self.cam.see(ring),
            (0.02, 0.015, 0.02),
            strength,
            tex="plain",
            blur=max(radius * self.cam.px(at) * 0.1 / self.f.u, 1.5),
        )

    def trail(
        self, p: np.ndarray, colour: Rgb, width: float, alpha: float = 1.0, **style: object
    ) -> None:
        """A line through places (n, 3); width in u."""
        self.f.line(self.cam.see(p), colour, width, alpha, **style)


def turned(
    profile: np.ndarray,
    at: Vec,
    axis: Vec = (0, 1, 0),
    n: int = 48,
    turn: float = 0.0,
) -> tuple[np.ndarray, np.ndarray]:
    """Places and outward normals (rows, n+1, 3) of a surface of revolution."""
    ay = unit(axis)
    ax = unit(np.cross((0, 0, 1) if abs(ay[2]) < 0.9 else (0, 1, 0), ay))
    az = np.cross(ax, ay)
    th = np.linspace(0, 2 * np.pi, n + 1) + turn
    ring = np.cos(th)[:, None] * ax + np.sin(th)[:, None] * az
    r, y = profile[:, 0], profile[:, 1]
    p = np.asarray(at, float) + r[:, None, None] * ring[None] + y[:, None, None] * ay
    dr, dy = np.gradient(r), np.gradient(y)
    nrm = unit(dy[:, None, None] * ring[None] - dr[:, None, None] * ay)
    return p, nrm


def colour_int(colour: Rgb) -> int:
    """For callers that build vertices themselves."""
    return argb(colour)
