"""Catmull-Clark subdivision as a linear map, so that shapes subdivide exactly like the mesh."""

from __future__ import annotations

import numpy as np


def once(values: np.ndarray, faces: list[list[int]]) -> tuple[np.ndarray, list[list[int]]]:
    """Subdivide per-vertex values (n, k) once; returns new values and quads."""
    n = len(values)
    face_points = np.array([values[f].mean(0) for f in faces])
    edges: dict[tuple[int, int], int] = {}
    beside: list[list[int]] = []
    for i, f in enumerate(faces):
        for a, b in zip(f, f[1:] + f[:1], strict=True):
            e = edges.setdefault((min(a, b), max(a, b)), len(edges))
            if e == len(beside):
                beside.append([])
            beside[e].append(i)
    ends = np.array(list(edges))
    middle = values[ends].mean(1)
    edge_points = middle.copy()
    inner = np.array([len(fs) == 2 for fs in beside])
    sides = np.array([fs[:2] if len(fs) >= 2 else [fs[0], fs[0]] for fs in beside])
    edge_points[inner] = (middle[inner] + face_points[sides[inner]].mean(1)) / 2

    around_faces, faces_at = np.zeros_like(values), np.zeros(n)
    for i, f in enumerate(faces):
        for v in f:
            around_faces[v] += face_points[i]
            faces_at[v] += 1
    around_edges, edges_at = np.zeros_like(values), np.zeros(n)
    rim_sum, rim_at = np.zeros_like(values), np.zeros(n)
    for k in range(2):
        np.add.at(around_edges, ends[:, k], middle)
        np.add.at(edges_at, ends[:, k], 1)
        np.add.at(rim_sum, ends[~inner, k], middle[~inner])
        np.add.at(rim_at, ends[~inner, k], 1)
    valence = np.maximum(edges_at, 1)[:, None]
    f_mean = around_faces / np.maximum(faces_at, 1)[:, None]
    moved = (f_mean + 2 * around_edges / valence + (valence - 3) * values) / valence
    rim = rim_at == 2
    moved[rim] = (rim_sum[rim] + 2 * values[rim]) / 4
    moved[(rim_at > 0) & ~rim] = values[(rim_at > 0) & ~rim]

    f0, e0 = n, n + len(faces)
    quads = []
    for i, f in enumerate(faces):
        for j, v in enumerate(f):
            before, after = f[j - 1], f[(j + 1) % len(f)]
            quads.append(
                [
                    v,
                    e0 + edges[(min(v, after), max(v, after))],
                    f0 + i,
                    e0 + edges[(min(v, before), max(v, before))],
                ]
            )
    return np.concatenate([moved, face_points, edge_points]), quads


def limit(values: np.ndarray, quads: list[list[int]]) -> np.ndarray:
    """Move values of an all-quad mesh to the limit surface; the rim stays."""
    n = len(values)
    q = np.array(quads)
    pairs: dict[tuple[int, int], int] = {}
    for f in quads:
        for a, b in zip(f, f[1:] + f[:1], strict=True):
            key = (min(a, b), max(a, b))
            pairs[key] = pairs.get(key, 0) + 1
    ends = np.array(list(pairs))
    uses = np.array(list(pairs.values()))
    near, far, degree = np.zeros_like(values), np.zeros_like(values), np.zeros(n)
    for k in range(2):
        np.add.at(near, ends[:, k], values[ends[:, 1 - k]])
        np.add.at(degree, ends[:, k], 1)
    for k in range(4):
        np.add.at(far, q[:, k], values[q[:, (k + 2) % 4]])
    rim = np.zeros(n, bool)
    rim[ends[uses == 1].ravel()] = True
    d = degree[:, None]
    out = (d * d * values + 4 * near + far) / np.maximum(d * (d + 5), 1)
    out[rim] = values[rim]
    return out
