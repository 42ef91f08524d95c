"""Shape the base mesh into a person, fit eyes, lashes, teeth and tongue, and derive face shapes."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from .sources import BaseMesh, Sources

ARM_BONES = (
    "upperarm01",
    "upperarm02",
    "lowerarm01",
    "lowerarm02",
    "wrist",
    "metacarpal",
    "finger",
)
FITTED = {
    "eyes": "eyes/HighPolyEyes/HighPolyEyes.json",
    "lashes": "eyelashes/eyelashes02/eyelashes02.json",
    "teeth": "teeth/Teeth_Base/Teeth_Base.json",
    "tongue": "tongue/tongue01/tongue01.json",
}


@dataclass
class Part:
    """One mesh: vertices (n, 3), polygons, texture places per corner, shapes by ARKit name."""

    vertices: np.ndarray
    faces: list[list[int]]
    uv: list[list[list[float]]]
    shapes: dict[str, np.ndarray] = field(default_factory=dict)
    marks: dict[str, np.ndarray] = field(default_factory=dict)

    def posed(self, weights: dict[str, float]) -> np.ndarray:
        """Return the vertices with the named shapes applied."""
        out = self.vertices.copy()
        for name, weight in weights.items():
            if name in self.shapes:
                out += weight * self.shapes[name]
        return out


def make(sources: Sources, person: dict[str, Any]) -> dict[str, Part]:
    """Build every part of a person at the neutral expression."""
    base = sources.base()
    count = len(base.vertices)
    vertices = base.vertices.copy()
    for name, weight in person["body"].items():
        vertices += weight * sources.target(name, count)
    figure = person["figure"]
    if "eyes_at" in figure:  # hairline, zones, slim and camera are given relative to the eyes
        eyes = (base.joint("joint-l-eye", vertices) + base.joint("joint-r-eye", vertices)) / 2
        vertices += np.array(figure["eyes_at"]) - eyes
    arm = _arm_weight(sources, count)
    vertices = _lower_arms(base, vertices, arm, figure["arms_down_degrees"])
    below = np.clip((figure["slim_from"] - vertices[:, 1]) / 0.6, 0, 1)
    vertices[:, 0] *= 1 - figure["slim"] * below * below * (3 - 2 * below)

    shapes = {name: sources.unit(name, count) for name in sources.unit_names()}
    shapes = {name: shape for name, shape in shapes.items() if np.abs(shape).max() > 1e-4}
    shapes = _even(shapes, _mirror(base.vertices))
    parts = {"skin": _skin(base, vertices, shapes, arm)}
    for name, path in FITTED.items():
        proxy = sources.proxy(path)
        carried = {key: proxy.carry(shape) for key, shape in shapes.items()}
        moving = {key: d for key, d in carried.items() if np.abs(d).max() > 1e-4}
        parts[name] = Part(proxy.fit(vertices), proxy.faces, proxy.uv, moving)
    whole = parts.pop("teeth")
    lower = [np.abs(whole.shapes["jawOpen"][f]).max() > 0.03 for f in whole.faces]
    parts["teeth-upper"] = _cut(whole, [not x for x in lower])
    parts["teeth-lower"] = _cut(whole, lower)
    parts["teeth-upper"].vertices += np.array(figure["upper_teeth"])
    parts["teeth-lower"].vertices += np.array(figure["lower_teeth"])
    _seal(parts["skin"], figure["seal"])
    parts["skin"].marks["pivot"] = base.joint("joint-head", vertices)
    return parts


def _mirror(vertices: np.ndarray) -> np.ndarray:
    """Find each vertex's partner on the other side of the symmetrical base mesh."""
    order = np.lexsort(np.round(vertices, 3).T)
    flipped = vertices * [-1, 1, 1]
    partner = np.empty(len(vertices), int)
    partner[np.lexsort(np.round(flipped, 3).T)] = order
    off = np.linalg.norm(flipped - vertices[partner], axis=1) > 0.002
    partner[off] = np.flatnonzero(off)  # a few helpers have no partner: left as they are
    return partner


def _even(shapes: dict[str, np.ndarray], partner: np.ndarray) -> dict[str, np.ndarray]:
    """Make left and right move alike: some of the units smile and open askew."""
    out = {}
    for name, shape in shapes.items():
        other = name
        for a, b in (("Left", "Right"), ("Right", "Left")):
            if name.endswith(a) and name[: -len(a)] + b in shapes:
                other = name[: -len(a)] + b
        if other == name and name.endswith(("Left", "Right")):
            out[name] = shape
            continue
        out[name] = (shape + shapes[other][partner] * [-1, 1, 1]) / 2
    return out


def save(parts: dict[str, Part], path: Path) -> None:
    """Write the parts for Blender, which shares no code with this side."""
    plain = {name: vars(part) for name, part in parts.items()}
    with path.open("wb") as file:
        pickle.dump(plain, file, protocol=4)


def _seal(skin: Part, amount: float) -> None:
    """Let the lips overlap towards the corners, where subdivision would part them."""
    v = skin.vertices
    lips = (np.abs(v[:, 0]) < 0.32) & (v[:, 2] > 1.15)
    open_shift = skin.shapes["jawOpen"][:, 1]
    middle = lips & (np.abs(v[:, 0]) < 0.03) & (open_shift > -0.1)
    seam = v[middle & (v[:, 1] > 5.5) & (v[:, 1] < 5.75), 1].min()
    wide = np.abs(v[:, 0])
    share = np.clip((wide - 0.05) / 0.08, 0, 1) * np.clip((0.34 - wide) / 0.08, 0, 1) * lips
    off = v[:, 1] - seam - 0.004
    v[:, 1] -= amount * share * np.tanh(off / 0.006) * np.exp(-((off / 0.03) ** 2))


def _cut(part: Part, keep: list[bool]) -> Part:
    pairs = [(f, u) for f, u, k in zip(part.faces, part.uv, keep, strict=True) if k]
    used = sorted({v for f, _ in pairs for v in f})
    index = {v: i for i, v in enumerate(used)}
    return Part(
        part.vertices[used],
        [[index[v] for v in f] for f, _ in pairs],
        [u for _, u in pairs],
        {k: d[used] for k, d in part.shapes.items()},
    )


def _skin(
    base: BaseMesh, vertices: np.ndarray, shapes: dict[str, np.ndarray], arm: np.ndarray
) -> Part:
    faces, places = [], []
    for group, corners, texture in base.faces:
        p = vertices[corners]
        if group == "body" and p[:, 1].min() > 0.2 and np.abs(p[:, 0]).max() < 3.2:
            faces.append(corners)
            places.append(base.texture[texture].tolist())
    used = sorted({v for face in faces for v in face})
    index = {v: i for i, v in enumerate(used)}
    part = Part(
        vertices[used],
        [[index[v] for v in face] for face in faces],
        places,
        {name: shape[used] for name, shape in shapes.items()},
    )
    part.marks["arm"] = arm[used]
    return part


def _arm_weight(sources: Sources, count: int) -> np.ndarray:
    weight = np.zeros(count)
    for bone, pairs in sources.rig_weights().items():
        if bone.startswith(ARM_BONES):
            for vertex, share in pairs:
                weight[vertex] += share
    return np.clip(weight, 0, 1)


def _lower_arms(
    base: BaseMesh, vertices: np.ndarray, weight: np.ndarray, degrees: float
) -> np.ndarray:
    out = vertices.copy()
    for name, sign in (("joint-l-shoulder", 1), ("joint-r-shoulder", -1)):
        centre = base.joint(name, vertices)
        angle = np.radians(-sign * degrees)
        turn = np.array(
            [[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]]
        )
        share = (weight * (vertices[:, 0] * sign > 0))[:, None]
        out = out * (1 - share) + ((vertices - centre) @ turn.T + centre) * share
    return out
