"""Short hair, brushed back from a receding line, and a beard that is bound to the skin."""

from __future__ import annotations

from typing import Any

import numpy as np

from .body import Part
from .coiffure import Updo
from .skull import CENTRE, smooth, unit
from .strands import Strands

CROWN = np.array([0.06, 7.10, 0.05])  # the whorl all hair turns about


class Short(Updo):
    """Grows a short cut: longer on top, clipped at the sides, grey at the temples."""

    def grow(self) -> Strands:
        """Grow all head hair."""
        out = Strands()
        n = int(self.style["hairs"])
        roots = self._roots(n, -0.03, 9.0, lambda h, p: np.clip(0.25 + h / 0.10, 0, 1))
        away = unit(roots - CENTRE)
        top = smooth(0.66, 0.18, np.abs(away[:, 0])) * smooth(0.30, 0.55, away[:, 1])
        length = self.style["sides"] + (self.style["top"] - self.style["sides"]) * top
        length = length * self.random.uniform(0.65, 1.1, n)
        length = length * (0.45 + 0.55 * smooth(0.0, 0.14, self.height(roots)))
        temple = smooth(0.40, 0.62, np.abs(roots[:, 0])) * smooth(6.75, 6.35, roots[:, 1])
        grey = self.style["grey"] + (self.style["grey_temples"] - self.style["grey"]) * temple
        white = self.random.random(n) < grey
        tone = np.where(white, self.random.random(n) * 0.25, self.random.uniform(0.55, 1, n))
        out.add(self._strands(roots, length), self.random.uniform(0.0013, 0.0023, n), tone, 0.6)
        return out

    def _strands(self, roots: np.ndarray, length: np.ndarray) -> np.ndarray:
        n, k = len(roots), 12
        normal = unit(roots - CENTRE)
        flow = unit(self._flow(roots) + self.random.normal(0, 0.16, roots.shape))
        lift = (
            0.10 + 0.34 * smooth(6.85, 7.05, roots[:, 1]) + self.random.normal(0, 0.12, n)
        ).clip(0.08, 1.1)
        t = np.linspace(0, 1, k)[None, :, None]
        path = roots[:, None] + length[:, None, None] * (
            flow[:, None] * (0.35 * t + 0.65 * t**2)
            + normal[:, None] * (lift[:, None, None] * (t - 0.55 * t**2))
        )
        path = self._clump(path, n // 14, 0.48)
        wave = self.random.normal(0, 0.010, (n, 1, 3)) * t**2
        return self.skull.outside(path + wave, 0.004)

    def _flow(self, p: np.ndarray) -> np.ndarray:
        """Give the direction in which hair lies: up and across in front, down at the sides."""
        normal = unit(p - CENTRE)
        front = smooth(0.25, 1.0, p[..., 2])[..., None] * smooth(6.55, 6.8, p[..., 1])[..., None]
        away = p - CROWN
        away = unit(away - (away * normal).sum(-1, keepdims=True) * normal)
        swept = np.stack(
            [
                np.tanh((self.part - p[..., 0]) / 0.06) * -0.75,
                np.full(p.shape[:-1], 0.45),
                np.full(p.shape[:-1], -0.55),
            ],
            -1,
        )
        fall = np.zeros_like(p)
        fall[..., 1], fall[..., 2] = -0.8, -0.35
        side = smooth(6.85, 6.5, p[..., 1])[..., None]
        d = away * (1 - front) * (1 - side) + swept * front + fall * side * (1 - front)
        return unit(d - (d * normal).sum(-1, keepdims=True) * normal)


class Beard:
    """A beard over chin, jaw and lip, from a style's lines."""

    def __init__(
        self, skin: Part, rest: np.ndarray, lips: np.ndarray, style: dict[str, Any]
    ) -> None:
        self.faces, self.v, self.style = skin.faces, rest, style
        self.density = self._density(rest, lips)

    def _density(self, v: np.ndarray, lips: np.ndarray) -> np.ndarray:
        """Say how thick the beard grows at each vertex, 0-1."""
        style = self.style
        x, y, z = np.abs(v[:, 0]), v[:, 1], v[:, 2]
        # upper edge by distance from the middle: under the cheek, up to the sideburn
        edge = np.interp(x, style["edge_x"], style["edge_y"])
        cheek = smooth(0.05, -0.07, y - edge)
        throat = smooth(style["throat"] - 0.12, style["throat"] + 0.06, y)
        front = smooth(0.15, 0.45, z)
        return np.asarray(cheek * throat * front * smooth(0.25, 0.02, lips))

    def grow(self, seed: int) -> tuple[dict[str, np.ndarray], np.ndarray, np.ndarray]:
        """Grow it; returns flat strands, and their skin vertices and shares (points, 3)."""
        random = np.random.default_rng(seed)
        corners = np.array(
            [
                t
                for f in self.faces
                for t in (f[:3], [f[0], f[2], f[-1]])
                if self.density[t].max() > 0.05
            ]
        )
        a, b, c = (self.v[corners[:, k]] for k in range(3))
        cross = np.cross(b - a, c - a)
        area = np.linalg.norm(cross, axis=1)
        n = int(self.style["hairs"])
        pick = random.choice(len(corners), n * 4, p=area / area.sum())
        u, w = np.sqrt(random.random(n * 4)), random.random(n * 4)
        share = np.stack([1 - u, u * (1 - w), u * w], 1)
        thick = (self.density[corners[pick]] * share).sum(1)
        kept = np.flatnonzero(random.random(n * 4) < thick)[:n]
        pick, share, n = pick[kept], share[kept], len(kept)
        roots = (self.v[corners[pick]] * share[..., None]).sum(1)
        normal = unit(cross[pick])
        lie = self._lie(roots) + random.normal(0, 0.28, roots.shape)
        lie = unit(lie - (lie * normal).sum(1, keepdims=True) * normal)
        chin = smooth(5.62, 5.40, roots[:, 1]) * smooth(0.45, 0.1, np.abs(roots[:, 0]))
        long = self.style["length"] * random.uniform(0.5, 1.15, n) * (1 + 0.5 * chin)
        long = long * (0.5 + 0.5 * thick[kept])
        t = np.linspace(0, 1, 7)[None, :, None]
        path = roots[:, None] + long[:, None, None] * (
            lie[:, None] * (0.5 * t + 0.5 * t**2) + normal[:, None] * (0.75 * t - 0.35 * t**2)
        )
        path = path - normal[:, None] * 0.004
        middle = smooth(0.42, 0.15, np.abs(roots[:, 0])) * smooth(5.75, 5.45, roots[:, 1])
        white = random.random(n) < self.style["grey"] + 0.3 * middle
        tone = np.where(white, random.random(n) * 0.25, random.uniform(0.5, 1, n))
        out = Strands()
        out.add(path, random.uniform(0.0009, 0.0016, n), tone, 0.7, 0.7)
        return out.flat(), np.repeat(corners[pick], 7, 0), np.repeat(share, 7, 0)

    @staticmethod
    def _lie(p: np.ndarray) -> np.ndarray:
        """Give the direction in which the hairs lie: down, on the lip outwards, on the chin on."""
        lie = np.zeros_like(p)
        lie[:, 1] = -1
        lip = smooth(5.62, 5.72, p[:, 1]) * smooth(0.40, 0.25, np.abs(p[:, 0]))
        lie[:, 0] = np.tanh(p[:, 0] / 0.03) * (0.12 + 0.75 * lip)
        lie[:, 2] = 0.25 * smooth(5.5, 5.3, p[:, 1])
        return lie
