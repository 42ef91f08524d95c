"""How cloth lies on a body: ease, folds, and where the seams run. Y-up, decimetres."""

from __future__ import annotations

from typing import Any

import numpy as np

from scene import smooth


def even(p: np.ndarray, faces: Any, below: np.ndarray, arm: np.ndarray, passes: int) -> np.ndarray:
    """Smooth the body under the cloth, so that it does not cling."""
    share = smooth(0.15, 0.6, below)[:, None]
    swell = (0.50 - 0.09 * smooth(0.1, 0.6, arm))[:, None]
    pairs = {(min(a, b), max(a, b)) for f in faces for a, b in zip(f, f[1:] + f[:1], strict=True)}
    edges = np.array(list(pairs))
    degree = np.bincount(edges.ravel(), minlength=len(p))[:, None]
    for k in range(passes):
        total = np.zeros_like(p)
        np.add.at(total, edges[:, 0], p[edges[:, 1]])
        np.add.at(total, edges[:, 1], p[edges[:, 0]])
        # every other pass swells, so that the body keeps its girth
        p = p + (0.55 if k % 2 == 0 else -swell) * share * (total / degree - p)
    return p


def blurred(values: np.ndarray, faces: Any, passes: int) -> np.ndarray:
    """Even a value per vertex out over its neighbours, so that its contours run smoothly."""
    pairs = {(min(a, b), max(a, b)) for f in faces for a, b in zip(f, f[1:] + f[:1], strict=True)}
    edges = np.array(list(pairs))
    degree = np.bincount(edges.ravel(), minlength=len(values))
    for _ in range(passes):
        total = np.bincount(edges[:, 0], values[edges[:, 1]], len(values))
        total += np.bincount(edges[:, 1], values[edges[:, 0]], len(values))
        values = values + 0.6 * (total / degree - values)
    return values


def relax(
    start: np.ndarray, normal: np.ndarray, ease: np.ndarray, faces: Any, p: np.ndarray, passes: int
) -> np.ndarray:
    """Let cloth bridge hollows without sinking into the body."""
    uses: dict[tuple[int, int], int] = {}
    for f in faces:
        for a, b in zip(f, f[1:] + f[:1], strict=True):
            key = (min(a, b), max(a, b))
            uses[key] = uses.get(key, 0) + 1
    edges = np.array(list(uses))
    fixed = np.zeros(len(p), bool)
    fixed[[x for e, count in uses.items() if count == 1 for x in e]] = True
    degree = np.bincount(edges.ravel(), minlength=len(p))[:, None]
    for _ in range(passes):
        total = np.zeros_like(p)
        np.add.at(total, edges[:, 0], p[edges[:, 1]])
        np.add.at(total, edges[:, 1], p[edges[:, 0]])
        q = p + 0.5 * (total / degree - p)
        q[fixed] = p[fixed]
        gap = ((q - start) * normal).sum(1)
        p = q + normal * np.maximum(0, ease * 0.75 - gap)[:, None]
    return p


def folded(data: Any, spec: dict[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    """Press folds into the shell: drag lines at the armpits, sleeves and waist."""
    count = len(data.vertices)
    raw, rawn, arm = np.empty(count * 3, "f4"), np.empty(count * 3, "f4"), np.empty(count, "f4")
    data.vertices.foreach_get("co", raw)
    data.vertices.foreach_get("normal", rawn)
    data.attributes["arm"].data.foreach_get("value", arm)
    b, bn = raw.reshape(-1, 3).astype(float), rawn.reshape(-1, 3).astype(float)
    p = np.stack([b[:, 0], b[:, 2], -b[:, 1]], 1)
    n = np.stack([bn[:, 0], bn[:, 2], -bn[:, 1]], 1)
    depth = np.zeros(count)
    amount = spec["folds"]
    for side in (1, -1):
        x, y, z = p[:, 0] * side, p[:, 1], p[:, 2]
        pit = np.array(spec["armpit"])
        dx, dy = x - pit[0], y - pit[1]
        r = np.hypot(dx, dy)
        turn = np.arctan2(dy, dx)
        here = (x > 0) & (z > -0.1)
        fan = np.sin(7.0 * turn + 1.3 * np.sin(2.1 * r + side)) * np.exp(
            -(((r - 0.35) / 0.32) ** 2)
        )
        depth += here * fan * 0.020 * smooth(0.05, 0.25, r)
        sleeve = smooth(0.45, 0.9, arm) * (x > 0)
        diagonal = np.sin(8.5 * y + 2.6 * z - 1.5 * x + 0.9 * np.sin(3.1 * y + side))
        elbow = 0.35 + 0.65 * np.exp(-(((y - 2.75) / 0.55) ** 2))
        depth += sleeve * diagonal * elbow * 0.022
    torso = 1 - smooth(0.3, 0.7, arm)
    waist = np.exp(-(((p[:, 1] - 2.35) / 0.45) ** 2))
    drag = np.sin(7.5 * p[:, 1] + 1.8 * np.abs(p[:, 0]) + 1.1 * np.sin(2.7 * p[:, 0] + 0.5))
    depth += torso * waist * drag * 0.012
    long = np.sin(2.2 * p[:, 1] + 3.3 * p[:, 0] + 1.2 * np.sin(1.7 * p[:, 1]))
    depth += 0.007 * long * smooth(4.5, 3.9, p[:, 1])
    return p + n * (amount * depth)[:, None], n


def seams(p: np.ndarray, n: np.ndarray) -> dict[str, np.ndarray]:
    """Distances to the princess seams and to the shoulder seam."""
    at = np.interp(p[:, 1], [1.0, 2.2, 3.2, 3.9, 4.3], [0.78, 0.62, 0.74, 0.98, 1.24])
    princess = np.abs(np.abs(p[:, 0]) - at) + np.where((p[:, 2] > 0) & (p[:, 1] < 4.2), 0, 1.0)
    shoulder = np.abs(p[:, 2] - 0.10) + np.where((p[:, 1] > 3.9) & (n[:, 1] > 0.2), 0, 1.0)
    return {"princess": princess, "shoulder": shoulder}
