"""Fit the generic head to the points of a photographed face.

The head is turned as the face is, then bent: a biharmonic spline carries each of the 468 spots of
the mesh to where the photograph shows it (Carr et al. 2001: `|r|` is the smoothest interpolant in
space). The spline bends space, not vertices. A shape's move is therefore carried along: where the
generic lid meets its lower lid, the fitted one does, too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face.asset import Camera, Eye
from kiosk.presenter.face.mesh import Part, Shape

from . import points as at
from .generic import Head
from .pixels import Doubles, Floats

Move = Callable[[NDArray[Any]], Doubles]  # points (n, 3) to where they belong

SEAL = {"mouthClose": 0.06}  # her neutral lips leave a slit of 3 pixels; a photograph's are shut
SMOOTH = 2e-4  # metres: how stiff the spline is against single points' errors
STEP = 4000  # points bent at a time: bounds the memory
NOTHING = 3e-5  # metres; a shape's smaller moves are left out, as the format says
EYE_SCALE = (0.7, 1.35)  # how much smaller or larger than hers an eyeball may come out
INCISORS = 0.004  # metres beside the middle
SHOWN = 0.0030  # metres below the lips' line (Vig and Brundo 1978: 1.9 in men, 3.4 in women)


@dataclass(frozen=True)
class Turn:
    """How a head is turned, degrees: yaw to the picture's right, pitch down, roll clockwise."""

    yaw: float
    pitch: float
    roll: float


@dataclass(frozen=True)
class Fitted:
    """The head in the generic camera's space, and the picture's places on the generic canvas."""

    parts: dict[str, Part]
    eyes: dict[str, Eye]
    neck: tuple[float, float, float]


def similar(source: Floats, target: Floats) -> tuple[float, Doubles, Doubles]:
    """Find scale, rotation (d, d) and shift (d,) that take source (n, d) to target best.

    Least squares after Umeyama (1991).
    """
    a, b = source.astype(np.float64), target.astype(np.float64)
    middle_a, middle_b = a.mean(0), b.mean(0)
    a, b = a - middle_a, b - middle_b
    u, size, v = np.linalg.svd(b.T @ a)
    sign = np.ones(len(size))
    sign[-1] = np.sign(np.linalg.det(u @ v))
    rotation = u @ np.diag(sign) @ v
    scale = float((size * sign).sum() / (a**2).sum())
    return scale, rotation, middle_b - scale * rotation @ middle_a


def turn(head: Head, points: Floats) -> tuple[Turn, Doubles]:
    """Tell how a face (468, 3) is turned against the generic one, and the rotation (3, 3).

    The rotation is in the picture's axes: x right, y down, z to the back.
    """
    firm = list(at.FIRM)
    _, rotation, _ = similar(head.seen[firm], points[firm])
    yaw = np.degrees(np.arctan2(rotation[0, 2], rotation[2, 2]))
    pitch = np.degrees(np.arcsin(np.clip(-rotation[1, 2], -1, 1)))
    roll = np.degrees(np.arctan2(rotation[1, 0], rotation[1, 1]))
    return Turn(float(yaw), float(pitch), float(roll)), rotation


def fit(head: Head, points: Floats, iris: dict[str, tuple[float, float]]) -> Fitted:
    """Fit the head.

    Args:
        head: the generic one.
        points: (468, 3) on the generic head's canvas, level, as large as hers.
        iris: middle of each eye's iris there, `left` and `right`.
    """
    camera = head.asset.camera
    skin = head.asset.parts["skin"]
    skin = replace(skin, vertices=skin.posed(SEAL))
    _, rotation = turn(head, points)
    flip = np.diag([1.0, -1.0, -1.0])  # the picture's axes to the camera's
    rotation = flip @ rotation @ flip
    middle = head.spots(skin.vertices).mean(0).astype(np.float64)

    def turned(p: NDArray[Any]) -> Doubles:
        return np.asarray((p - middle) @ rotation.T + middle, np.float64)

    source = turned(head.spots(skin.vertices))
    bend = _Bend(source, _moves(camera, source, points))
    parts: dict[str, Part] = {}
    for part in (skin, head.asset.parts.get("lashes")):
        if part is not None:
            parts[part.name] = _moved(part, lambda p: bend(turned(p)))
    eyes = {}
    for side in at.EYES:
        part, eye = _eye(head, side, points, iris[side], turned)
        parts[f"eye-{side}"], eyes[side] = part, eye
    lips = bend(source[list(at.UPPER_INNER[4:7] + at.LOWER_INNER[4:7])]).mean(0)
    teeth = turned(head.asset.parts["teeth-upper"].vertices)
    front = teeth[np.abs(teeth[:, 0] - np.median(teeth[:, 0])) < INCISORS]
    shift = np.array([lips[0] - np.median(teeth[:, 0]), lips[1] - SHOWN - front[:, 1].min(), 0])
    for name in ("teeth-upper", "teeth-lower", "tongue"):
        if name in head.asset.parts:
            parts[name] = _moved(head.asset.parts[name], lambda p: turned(p) + shift)
    neck = bend(turned(np.array([head.asset.neck])))[0]
    x, y, z = (float(v) for v in neck)
    return Fitted(parts, eyes, (x, y, z))


class _Bend:
    """The spline: takes points (n, 3) to where they belong."""

    def __init__(self, source: Doubles, moves: Doubles) -> None:
        count = len(source)
        system = np.zeros((count + 1, count + 1))
        system[:count, :count] = -_distances(source, source) - SMOOTH * np.eye(count)
        system[:count, count] = system[count, :count] = 1
        found = np.linalg.solve(system, np.vstack([moves, np.zeros((1, 3))]))
        self._source, self._weights, self._shift = source, found[:count], found[count]

    def __call__(self, points: Doubles) -> Doubles:
        out = points + self._shift
        for start in range(0, len(points), STEP):
            piece = slice(start, start + STEP)
            out[piece] -= _distances(points[piece], self._source) @ self._weights
        return np.asarray(out, np.float64)


def _distances(a: Doubles, b: Doubles) -> Doubles:
    square = (a**2).sum(1)[:, None] + (b**2).sum(1)[None, :] - 2 * a @ b.T
    return np.asarray(np.sqrt(np.maximum(square, 0)), np.float64)


def _moves(camera: Camera, source: Doubles, points: Floats) -> Doubles:
    """How far each spot (468, 3) has to go across, in metres, to be seen where it should."""
    target = points[:, :2].astype(np.float64)
    places = camera.pixels(source.astype(np.float32)).astype(np.float64)
    for upper, lower in zip(at.UPPER_INNER, at.LOWER_INNER, strict=True):
        both = [upper, lower]  # closed lips are one line and must stay one
        target[both] = target[both].mean(0)
        places[both] = places[both].mean(0)
    away = (target - places) * np.array([1, -1]) * (-source[:, 2:] / camera.focal)
    return np.column_stack([away, np.zeros(len(source))])


def _moved(part: Part, move: Move) -> Part:
    """The part with its vertices moved, and its shapes along with them."""
    start = move(part.vertices.astype(np.float64))
    shapes = {}
    for name, shape in part.shapes.items():
        after = move(part.vertices[shape.at].astype(np.float64) + shape.shift)
        shift = (after - start[shape.at]).astype(np.float32)
        keep = np.linalg.norm(shift, axis=1) > NOTHING
        shapes[name] = Shape(shape.at[keep], shift[keep])
    return Part(part.name, start.astype(np.float32), part.triangles, shapes)


def _eye(
    head: Head,
    side: str,
    points: Floats,
    iris: tuple[float, float],
    turned: Move,
) -> tuple[Part, Eye]:
    """An eyeball as large as the eye asks for, behind the lids, looking at the camera."""
    camera, eye = head.asset.camera, head.asset.eyes[side]
    ends = [at.UPPER_LID[side][0], at.UPPER_LID[side][-1]]
    wide = [float(np.linalg.norm(p[ends[0], :2] - p[ends[1], :2])) for p in (points, head.seen)]
    scale = float(np.clip(wide[0] / wide[1], *EYE_SCALE))
    old = np.array(eye.centre)
    new = turned(old[None])[0]
    new[2] += (1 - scale) * eye.radius  # the front stays where the lids are
    away = -new[2] / camera.focal
    new[0] = (iris[0] + 0.5 - camera.centre[0]) * away
    new[1] = (camera.centre[1] - iris[1] - 0.5) * away
    part = head.asset.parts[f"eye-{side}"]
    out = _moved(part, lambda p: (p - old) * scale + new)
    return out, Eye((float(new[0]), float(new[1]), float(new[2])), eye.radius * scale)
