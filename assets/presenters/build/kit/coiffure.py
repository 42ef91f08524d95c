"""A procedural updo: sleek sides from a soft side parting, gathered in a low knot. Decimetres."""

from __future__ import annotations

from typing import Any

import numpy as np

from .skull import CENTRE, Skull, smooth, unit
from .strands import Strands

POINTS = 26
STEP = 0.035


class Updo:
    """Grows the strands of an updo over a skull."""

    def __init__(self, skull: Skull, style: dict[str, Any], seed: int) -> None:
        self.skull = skull
        self.style = style
        self.random = np.random.default_rng(seed)
        self.gather = np.array(style["gather"])
        self.part = float(style["parting"])

    def height(self, p: np.ndarray) -> np.ndarray:
        """Measure how far points lie inside the hairline (positive: inside)."""
        azimuth = np.degrees(np.arctan2(np.abs(p[..., 0]), p[..., 2] - CENTRE[2]))
        side = np.sign(p[..., 0])
        line = np.interp(azimuth, self.style["hairline_degrees"], self.style["hairline_heights"])
        line = line + 0.010 * np.sin(azimuth * 0.55 + side)
        line = line + 0.006 * np.sin(azimuth * 1.3 + 2 * side)
        above: np.ndarray = (p[..., 1] - line) * np.where(azimuth < 70, 1.0, 0.8)
        return above

    def scalp(self, vertices: np.ndarray, ears: np.ndarray) -> np.ndarray:
        """Say how dark the scalp under the hair is at each skin vertex, 0-1."""
        return np.where(
            (vertices[:, 1] > 5.4) & (ears < 0.5), smooth(0.01, 0.17, self.height(vertices)), 0
        )

    def grow(self) -> Strands:
        """Grow all head hair."""
        out = Strands()
        self._mass(out)
        self._edge(out)
        self._down(out)
        self._strays(out)
        if "knot" in self.style:
            self._knot(out)
        if "curtain" in self.style:
            self._curtain(out)
        return out

    def _curtain(self, out: Strands) -> None:
        """Hair that falls from the parting over forehead and temples, and loose locks."""
        spec = self.style["curtain"]
        front, back = np.array(spec["front"]), np.array(spec["back"])
        for side in (1, -1):
            n = spec["strands"] // 2
            u = self.random.random((n, 1, 1))
            path = front * (1 - u) + back * u
            path = path + self.random.normal(0, 1, (n, 1, 3)) * [0.012, 0.014, 0.012]
            path = path * [side, 1, 1] + self._from_parting(len(front), side)
            path[:, 1:3, 2] += self.random.normal(0, 0.06, (n, 1))
            path[:, 0, 0] += side * np.abs(self.random.normal(0, 0.014, n))
            path = self._smooth(path, POINTS)
            path = self.skull.onto(path)
            lift = np.interp(np.linspace(0, 1, POINTS), np.linspace(0, 1, len(front)), spec["lift"])
            lift = lift * (0.45 + 0.55 * self.random.random((n, 1))) + 0.006
            path = path + unit(path - CENTRE) * lift[..., None]
            path = self._clump(path, 260, 0.45)
            out.add(path, self.random.uniform(0.0014, 0.0026, n), self.random.random(n), 0.5)
            for k, lock in enumerate(spec["locks"]):
                self._lock(out, np.array(lock), side, 70 - 25 * k)

    def _lock(self, out: Strands, lock: np.ndarray, side: int, n: int) -> None:
        lock = lock + self.random.normal(0, 0.012, lock.shape) * [1, 0.5, 0]
        t = np.linspace(0, 1, len(lock))[:, None]
        wander = self.random.normal(0, 1, (n, 1, 3)) * (0.030 * (1 - t) + 0.012)
        path = lock + wander + self.random.normal(0, 0.006, (n, len(lock), 3))
        path = self._smooth(path * [side, 1, 1], POINTS)
        path = self.skull.outside(path, 0.02)
        until = self.random.uniform(0.6, 1.0, n)
        path = np.stack(
            [
                np.stack(
                    [
                        np.interp(np.linspace(0, e, POINTS), np.linspace(0, 1, POINTS), p[:, k])
                        for k in range(3)
                    ],
                    1,
                )
                for p, e in zip(path, until, strict=True)
            ]
        )
        out.add(path, self.random.uniform(0.0009, 0.0016, n), self.random.random(n), 0.85, 0.6)

    def _from_parting(self, points: int, side: int) -> np.ndarray:
        """Shift roots to the parting, easing out along the strand."""
        shift = np.zeros((points, 3))
        shift[:, 0] = self.part * np.clip(1 - np.arange(points) / 3, 0, 1)
        shift[0, 0] += side * 0.012
        return shift

    def _clump(self, paths: np.ndarray, guides: int, share: float) -> np.ndarray:
        """Draw strands towards the nearest of some guides, more towards their tips."""
        chosen = paths[self.random.choice(len(paths), min(guides, len(paths)), replace=False)]
        middle = paths.shape[1] // 2
        gap = np.linalg.norm(paths[:, None, middle] - chosen[None, :, middle], axis=2)
        near = chosen[gap.argmin(1)]
        s = smooth(0.05, 0.5, np.linspace(0, 1, paths.shape[1]))[None, :, None]
        return np.asarray(paths * (1 - share * s) + near * share * s)

    @staticmethod
    def _smooth(paths: np.ndarray, points: int) -> np.ndarray:
        """Draw a Catmull-Rom curve through control points (n, c, 3)."""
        p = np.concatenate(
            [2 * paths[:, :1] - paths[:, 1:2], paths, 2 * paths[:, -1:] - paths[:, -2:-1]], 1
        )
        at = np.linspace(0, paths.shape[1] - 1 - 1e-6, points)
        i = at.astype(int)
        t = (at - i)[None, :, None]
        a, b, c, d = (p[:, i + k] for k in range(4))
        return np.asarray(
            0.5
            * (
                2 * b
                + (c - a) * t
                + (2 * a - 5 * b + 4 * c - d) * t**2
                + (3 * b - a - 3 * c + d) * t**3
            )
        )

    def _mass(self, out: Strands) -> None:
        n = 21000
        roots = self._roots(n, 0.0, 9.0, lambda h, p: np.clip(0.06 + 0.94 * (h / 0.15), 0, 1))
        paths, lengths = self._resample(self._trace(roots, 75))
        layer = self.random.random(n)
        paths = self._lay(paths, lengths, 0.085, layer, 0.42, 0.005)
        out.add(paths, self.random.uniform(0.0017, 0.0029, n), self.random.random(n))

    def _edge(self, out: Strands) -> None:
        n = 6400
        roots = self._roots(
            n,
            -0.030,
            0.09,
            lambda h, p: np.exp(-(((h - 0.03) / 0.045) ** 2)) * smooth(0.3, 0.7, p[:, 2]) + 0.12,
        )
        longest = self.random.uniform(0.45, 1.4, n)
        paths, lengths = self._resample(self._trace(roots, 45), longest)
        paths = self._lay(paths, lengths, 0.06, self.random.random(n) * 0.6, 0.05, 0.004)
        tone = self.random.random(n)
        out.add(paths, self.random.uniform(0.0008, 0.0015, n), tone, 0.9, 0.35)

    def _down(self, out: Strands) -> None:
        """Fine short hair that softens the line above the forehead; none at the temples."""
        n = 700
        roots = self._roots(
            n,
            -0.05,
            0.03,
            lambda h, p: smooth(0.9, 1.15, p[:, 2]) * smooth(0.62, 0.45, np.abs(p[:, 0])),
        )
        paths, _ = self._resample(
            self._trace(roots, 14, 0.02), self.random.uniform(0.04, 0.15, n), 10
        )
        s = np.linspace(0, 1, 10)[None, :, None]
        paths = self.skull.onto(paths, 0.006) + self.random.normal(0, 0.014, (n, 1, 3)) * s**1.5
        paths = self.skull.outside(paths, 0.003) + unit(paths - CENTRE) * 0.010 * s
        out.add(paths, self.random.uniform(0.0005, 0.0009, n), self.random.random(n), 0.9, 0.3)

    def _strays(self, out: Strands) -> None:
        n = 70
        roots = self._roots(n, 0.1, 9.0, lambda h, p: (p[:, 1] < 6.8) * 1.0)
        paths, lengths = self._resample(self._trace(roots, 75), self.random.uniform(0.5, 1.6, n))
        paths = self._lay(paths, lengths, 0.10, np.ones(n), 0, 0.012)
        s = np.linspace(0, 1, POINTS)[None, :, None]
        paths = paths + unit(paths - CENTRE) * self.random.gamma(1.5, 0.007, (n, 1, 1)) * s
        paths = paths + self.random.normal(0, 0.020, (n, 1, 3)) * s**2
        out.add(paths, self.random.uniform(0.0008, 0.0013, n), self.random.random(n), 0.9)

    def _knot(self, out: Strands) -> None:
        n, k = 2600, 34
        knot = self.style["knot"]
        t = np.linspace(0, 1, k)[None]
        around = self.random.uniform(0, 2 * np.pi, (n, 1)) + t * 4.2
        about = self.random.uniform(0, 2 * np.pi, (n, 1)) + t * 5.5
        minor = knot["minor"] * np.sqrt(self.random.uniform(0.35, 1, (n, 1)))
        ring = knot["major"] + minor * np.cos(about)
        ez = unit(np.array(knot["axis"]))
        ex = unit(np.cross([0, 1, 0], ez))
        ey = np.cross(ez, ex)
        paths = (
            np.array(knot["centre"])
            + (ring * np.cos(around))[..., None] * ex
            + (ring * np.sin(around) * 1.05)[..., None] * ey
            + (minor * np.sin(about))[..., None] * ez
            + self.random.normal(0, 0.004, (n, 1, 3))
        )
        out.add(paths, self.random.uniform(0.0019, 0.0030, n), self.random.random(n), 0.3)

    def _flow(self, p: np.ndarray) -> np.ndarray:
        """Give the direction in which hair lies at points on the head."""
        normal = unit(p - CENTRE)

        def along(v: np.ndarray) -> np.ndarray:
            return v - (v * normal).sum(-1, keepdims=True) * normal

        x, y, z = p[..., 0], p[..., 1], p[..., 2]
        front = smooth(0.30, 1.15, z)[..., None]
        brow = smooth(0.62, 1.12, z)[..., None]
        sign = np.tanh((x - self.part) / 0.07)[..., None]
        back = unit(along(self.gather - p))
        sideways = np.zeros_like(p)
        sideways[..., 0:1] = sign
        upward = np.broadcast_to(np.array([0, 0.35, -1.0]), p.shape)
        wide = np.abs(x)
        threshold = 0.07 - 0.16 * smooth(0.25, 0.5, wide)
        edge = np.clip((threshold - self.height(p)) / 0.07, 0, 1.2) * smooth(0.45, 0.75, z)
        low = smooth(0.35, 0.75, wide)[..., None]
        down = np.zeros_like(p)
        down[..., 1] = -1
        temple = smooth(0.35, 0.6, wide) * smooth(0.35, 0.7, z) * smooth(6.2, 6.55, y)
        d = (
            back * (1 - 0.72 * front)
            + sideways * (0.45 * front + 0.55 * brow) * np.maximum(brow, low) * (1 - 0.65 * low)
            + unit(along(upward)) * (0.34 * front + 0.9 * edge[..., None])
            + down * 0.38 * temple[..., None]
        )
        return unit(along(d))

    def _trace(self, roots: np.ndarray, steps: int, step: float = STEP) -> np.ndarray:
        p = roots.copy()
        path = [p]
        alive = np.ones(len(p), bool)
        v = self._flow(p)
        for k in range(steps):
            v = unit(0.55 * v + 0.45 * self._flow(p))
            q = self.skull.onto(p + step * v, 0, k > 3)
            alive &= np.linalg.norm(q - self.gather, axis=1) > 0.2
            p = np.where(alive[:, None], q, p)
            path.append(p)
        return np.stack(path, 1)

    def _resample(
        self, paths: np.ndarray, longest: np.ndarray | None = None, points: int = POINTS
    ) -> tuple[np.ndarray, np.ndarray]:
        steps = np.linalg.norm(np.diff(paths, axis=1), axis=2)
        s = np.concatenate([np.zeros((len(paths), 1)), np.cumsum(steps, 1)], 1)
        length = s[:, -1] if longest is None else np.minimum(s[:, -1], longest)
        out = np.empty((len(paths), points, 3))
        for i in range(len(paths)):
            at = np.linspace(0, length[i], points)
            known = s[i] + np.arange(s.shape[1]) * 1e-9
            for k in range(3):
                out[i, :, k] = np.interp(at, known, paths[i, :, k])
        return out, length

    def _roots(self, n: int, low: float, high: float, density: Any) -> np.ndarray:
        v, tri = self.skull.vertices, self.skull.triangles
        a, b, c = (v[tri[:, k]] for k in range(3))
        area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
        out, have = [], 0
        while have < n:
            pick = self.random.choice(len(tri), n * 3, p=area / area.sum())
            u = np.sqrt(self.random.random(n * 3))[:, None]
            w = self.random.random(n * 3)[:, None]
            p = (1 - u) * a[pick] + u * (1 - w) * b[pick] + u * w * c[pick]
            h = self.height(p)
            keep = (h > low) & (h < high) & (p[:, 1] > 5.5)
            keep &= self.random.random(len(p)) < density(h, p)
            keep &= ~((p[:, 2] > 0.75) & (p[:, 1] < 6.2))
            out.append(p[keep])
            have += int(keep.sum())
        return np.concatenate(out)[:n]

    def _lay(
        self,
        paths: np.ndarray,
        lengths: np.ndarray,
        volume: float,
        layer: np.ndarray,
        clump: float,
        wave: float,
    ) -> np.ndarray:
        """Gather strands into locks and lift them off the head."""
        n, k, _ = paths.shape
        s = np.linspace(0, 1, k)[None] * lengths[:, None]
        guides = self.random.choice(n, min(n, 900), replace=False)
        # a lock never spans the parting
        where = paths[:, 0] + np.array([0.4, 0, 0]) * np.sign(paths[:, 0, :1] - self.part)
        near = np.empty(n, int)
        for i in range(0, n, 2000):
            distance = ((where[i : i + 2000, None] - where[None, guides]) ** 2).sum(-1)
            near[i : i + 2000] = guides[distance.argmin(1)]
        share = (clump * smooth(0.05, 0.6, s))[..., None]
        paths = paths * (1 - share) + paths[near] * share
        d = unit(paths - CENTRE)
        front = smooth(-0.2, 0.9, paths[:, 0, 2])[:, None]
        over_ears = sum(
            np.exp(
                -(((paths - np.array([side * 0.74, 6.24, 0.46])) / [0.3, 0.20, 0.24]) ** 2).sum(-1)
            )
            for side in (1, -1)
        )
        crown = smooth(6.6, 7.05, paths[..., 1]) * smooth(1.2, 0.7, paths[..., 2])
        groove = np.exp(-(((paths[..., 0] - self.part) / 0.035) ** 2))
        groove = groove * smooth(0.6, 0.9, paths[..., 2])
        swell = (volume * (0.75 + 0.75 * crown) + 0.085 * over_ears) * (1 - 0.5 * groove)
        tail = 1 - 0.6 * smooth(0.75, 1, np.linspace(0, 1, k))[None]
        lock = self.random.normal(0, 0.006, n)[near][:, None]
        lift = (
            0.006 + swell * (0.35 + 0.4 * layer[:, None] + 0.25 * front) * smooth(0, 0.38, s) * tail
        )
        lift = lift + lock * smooth(0, 0.3, s)
        paths = CENTRE + d * (np.linalg.norm(paths - CENTRE, axis=2) + lift)[..., None]
        phase = self.random.uniform(0, 6.3, (n, 1, 3))
        wiggle = np.sin(s[..., None] * self.random.uniform(3, 9, (n, 1, 1)) + phase)
        return paths + wave * wiggle * smooth(0.02, 0.5, s)[..., None]
