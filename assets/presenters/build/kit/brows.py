"""Brows: hairs along a line over the eyes, bound to the skin."""

from __future__ import annotations

from typing import Any

import numpy as np

from .skull import Skull
from .strands import Strands


def grow(skull: Skull, style: dict[str, Any], seed: int) -> Strands:
    """Grow brows that follow the style's line: x, height and half width in lists."""
    random = np.random.default_rng(seed)
    out = Strands()
    xs, ys, widths = style["x"], style["y"], style["half_width"]
    for side in (1, -1):
        n = int(style["hairs"])
        u = random.beta(1.1, 1.2, n)
        x = xs[0] + (xs[-1] - xs[0]) * u
        v = random.normal(0, 0.5, n).clip(-1, 1)
        y = np.interp(x, xs, ys) + v * np.interp(x, xs, widths)
        angle = np.interp(u, [0, 0.12, 0.35, 0.7, 1], [1.25, 0.85, 0.38, 0.0, -0.38])
        angle = angle - v * 0.28 + random.normal(0, 0.12, n)
        length = random.uniform(0.045, 0.080, n) * np.interp(u, [0, 0.3, 1], [0.75, 1.1, 0.8])
        length = length * style.get("length", 1.0)
        t = np.linspace(0, 1, 8)[None]
        a = angle[:, None] - t * 0.5
        px = x[:, None] + length[:, None] * t * np.cos(a)
        py = y[:, None] + length[:, None] * t * np.sin(a)
        pz = skull.front(px, py) + 0.003 + 0.008 * t * (1 - t)
        thick = style.get("thickness", 1.0)
        radius = (
            thick * random.uniform(0.0005, 0.0009, n) * np.interp(u, [0, 0.25, 1], [0.5, 1, 0.8])
        )
        out.add(np.stack([side * px, py, pz], 2), radius, random.random(n), 0.85, 0.6)
    return out


def bind(hairs: dict[str, np.ndarray], vertices: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Bind strands to the four skin vertices nearest to each root: indices and shares (n, 4)."""
    starts = np.concatenate([[0], np.cumsum(hairs["counts"])])[:-1]
    roots = hairs["points"][starts]
    distance = np.linalg.norm(roots[:, None] - vertices[None], axis=2)
    near = np.argsort(distance, axis=1)[:, :4]
    weight = 1 / (np.take_along_axis(distance, near, 1) + 1e-3)
    weight /= weight.sum(1, keepdims=True)
    repeat = hairs["counts"]
    return np.repeat(near, repeat, 0), np.repeat(weight, repeat, 0)
