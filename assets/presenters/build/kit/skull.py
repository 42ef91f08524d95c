"""A star-shaped map of the head: how far the skin lies from a centre, by direction."""

from __future__ import annotations

import numpy as np

from .body import Part

CENTRE = np.array([0.0, 6.30, 0.45])
POLAR, AZIMUTH = 121, 241


def smooth(low: float, high: float, x: np.ndarray) -> np.ndarray:
    """Ease from 0 at `low` to 1 at `high`."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def unit(v: np.ndarray) -> np.ndarray:
    """Scale vectors to length one."""
    return v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-6)


class Skull:
    """Radius by direction, ears dropped and their holes filled by diffusion."""

    def __init__(self, skin: Part, ears: np.ndarray) -> None:
        v = skin.vertices
        self.vertices = v
        self.triangles = np.array(
            [
                corner
                for face in skin.faces
                for corner in (face[:3], [face[0], face[2], face[-1]])
                if ears[face].max() < 0.4 and v[face, 1].min() > 4.7
            ]
        )
        self.theta = np.linspace(0.02, np.pi * 0.93, POLAR)
        self.phi = np.linspace(-np.pi, np.pi, AZIMUTH)
        self.exact = self._measure()
        self.even = self.exact.copy()
        for _ in range(6):
            e = self.even
            e[1:-1] = (e[:-2] + e[2:] + 2 * e[1:-1]) / 4
            self.even = (np.roll(e, 1, 1) + np.roll(e, -1, 1) + 2 * e) / 4

    def _measure(self) -> np.ndarray:
        theta, phi = np.meshgrid(self.theta, self.phi, indexing="ij")
        rays = np.stack(
            [np.sin(theta) * np.sin(phi), np.cos(theta), np.sin(theta) * np.cos(phi)], -1
        ).reshape(-1, 3)
        a, b, c = (self.vertices[self.triangles[:, k]] for k in range(3))
        origin, first, second = a - CENTRE, b - a, c - a
        polar = np.arccos(np.clip(unit(np.stack([a, b, c]) - CENTRE)[..., 1], -1, 1))
        low, high = polar.min(0) - 0.02, polar.max(0) + 0.02
        low[low < 0.2] = 0.0  # a triangle may hold the pole and reach below its corners
        radius = np.full(len(rays), np.nan)
        for row in range(POLAR):
            near = (low < self.theta[row]) & (high > self.theta[row])
            o, f, g = origin[near], first[near], second[near]
            d = rays[row * AZIMUTH : (row + 1) * AZIMUTH, None]
            p = np.cross(d, g[None])
            det = (f * p).sum(-1)
            det = np.where(np.abs(det) < 1e-9, 1e-9, det)
            u = (-o * p).sum(-1) / det
            q = np.cross(-o, f)
            w = (d * q).sum(-1) / det
            t = (g * q).sum(-1) / det
            inside = (u > -0.002) & (w > -0.002) & (u + w < 1.002) & (t > 0.1) & (t < 1.6)
            far = np.where(inside, t, -1).max(1, initial=-1)
            radius[row * AZIMUTH : (row + 1) * AZIMUTH] = np.where(far > 0, far, np.nan)
        radius = radius.reshape(POLAR, AZIMUTH)
        hole = np.isnan(radius)
        radius[hole] = np.nanmean(radius)
        for _ in range(400):
            around = (
                np.roll(radius, 1, 0)
                + np.roll(radius, -1, 0)
                + np.roll(radius, 1, 1)
                + np.roll(radius, -1, 1)
            ) / 4
            radius[hole] = around[hole]
        return radius

    def radius(self, direction: np.ndarray, even: bool = False) -> np.ndarray:
        """Look the radius up for directions (..., 3)."""
        grid = self.even if even else self.exact
        d = unit(direction)
        row = (np.arccos(np.clip(d[..., 1], -1, 1)) - self.theta[0]) / np.diff(self.theta[:2])
        column = (np.arctan2(d[..., 0], d[..., 2]) + np.pi) / np.diff(self.phi[:2])
        row = np.clip(row, 0, POLAR - 1.001)
        column = np.clip(column, 0, AZIMUTH - 1.001)
        i, j = row.astype(int), column.astype(int)
        a, b = row - i, column - j
        upper: np.ndarray = grid[i, j] * (1 - b) + grid[i, j + 1] * b
        lower: np.ndarray = grid[i + 1, j] * (1 - b) + grid[i + 1, j + 1] * b
        return upper * (1 - a) + lower * a

    def onto(self, p: np.ndarray, lift: float = 0.0, even: bool = False) -> np.ndarray:
        """Move points (..., 3) along their rays onto the skin."""
        d = unit(p - CENTRE)
        return CENTRE + d * (self.radius(d, even) + lift)[..., None]

    def outside(self, p: np.ndarray, gap: float) -> np.ndarray:
        """Push points that lie nearer than `gap` above the skin out to it."""
        q = p - CENTRE
        r = np.linalg.norm(q, axis=-1)
        least = self.radius(q) + gap
        return CENTRE + q * (np.maximum(r, least) / r)[..., None]

    def front(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Find the skin's z at (x, y), seen from the front."""
        z = np.full_like(x, 1.3)
        for _ in range(12):
            z = z + (self.onto(np.stack([x, y, z], -1))[..., 2] - z)
        return z
