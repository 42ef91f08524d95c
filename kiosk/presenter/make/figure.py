"""Stand an avatar before the camera: which way it faces, where head, eyes and chin are, how large.

The head is made as large as the shipped presenters', whatever unit the file is in, so that what
the show knows in metres (how far a jaw opens, how deep a mouth is) holds for every avatar.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face.asset import Camera, Eye
from kiosk.presenter.face.mesh import Shape

from . import names
from .container import refuse
from .gltf import Avatar, Surface, unit
from .islands import eyeballs

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Mask = NDArray[np.bool_]
Point = NDArray[np.float64]

WIDTH, HEIGHT = 960, 1280
# The hostess's camera and head, measured (assets/presenters/hostess/hostess.toml).
CAMERA = Camera(3022.222, (480.0, 405.76))
EYES = (0.0, 0.0503, -1.179)  # middle between the eyeballs' centres, metres
EYE_TO_CHIN = 0.0955
TALLEST = 0.212  # from the chin to the top of the hair, so that it stays in the picture
WIDEST = 0.205
NECK = (-0.0307, -0.0697)  # the pivot of nods below and behind the eyes
OPENINGS = ("jawOpen", "mouthOpen", "v:aa", "v:oh", "v:E", "v:ih")
NO_MOUTH = (
    "add a shape that opens the mouth: ARKit's jawOpen, Oculus' viseme_aa or VRM's A or aa, as a "
    "morph target of the head's mesh"
)
NO_HEAD = (
    "use an avatar with a head: eyes as meshes or materials named Eye, or as bones LeftEye and "
    "RightEye, above a mouth"
)


@dataclass(frozen=True, eq=False)
class Figure:
    """An avatar in camera space; `roles` (one for each surface) as `names.role` gives them."""

    surfaces: tuple[Surface, ...]
    roles: tuple[str, ...]
    keys: dict[str, str]  # our key -> the file's name of the shape
    opening: str  # the key of the shape that opens the mouth
    eyes: dict[str, Eye]
    eyes_from: str  # how they were found
    chin: float  # its height in camera space
    crown: float  # of hair or head


def stand(avatar: Avatar, path: Path) -> Figure:
    """Stand the avatar before the camera.

    Raises:
        PresenterError: it has no face shapes, none that opens a mouth, or no head.
    """
    every = {name for surface in avatar.surfaces for name in surface.shapes}
    if not every:
        raise refuse(path, "it has no face shapes (morph targets) at all", NO_MOUTH)
    keys = names.keys(every)
    opening = next((key for key in OPENINGS if key in keys), None)
    if opening is None:
        some = ", ".join(sorted(every)[:5])
        raise refuse(path, f"none of its {len(every)} shapes opens the mouth ({some})", NO_MOUTH)
    raw = keys[opening]
    turned = _turned(avatar, _forward(avatar, raw, path))
    roles = tuple(names.role(surface.name) for surface in turned)
    turned, roles, found, eyes_from = _eyes(avatar, turned, roles, keys)
    if len(found) < 2:
        raise refuse(path, "no head was found: it has no pair of eyes", NO_HEAD)
    left, right = (found[side] for side in ("left", "right"))
    middle = (np.array(left.centre) + np.array(right.centre)) / 2
    apart = float(left.centre[0] - right.centre[0])
    at, shift = _moved(turned, raw)
    chin = _chin(at, shift, middle, apart)
    reach = middle[1] - chin
    if not 0.4 * apart < reach < 8 * apart or len(at) < 12:
        raise refuse(path, f"no head was found: '{raw}' moves nothing below the eyes", NO_HEAD)
    over = np.concatenate(
        [s.vertices[_over(s.vertices, chin, middle, reach)] for s in turned]
    )
    crown = float(over[:, 1].max())
    width = 2 * float(np.abs(over[:, 0] - middle[0]).max())
    scale = min(EYE_TO_CHIN / reach, TALLEST / (crown - chin), WIDEST / max(width, apart))
    move = np.array(EYES) - middle * scale
    placed = tuple(_placed(surface, np.eye(3) * scale, move) for surface in turned)
    eyes = {
        side: Eye(_point(np.array(eye.centre) * scale + move), eye.radius * scale)
        for side, eye in found.items()
    }
    return Figure(
        placed, roles, keys, opening, eyes, eyes_from,
        chin * scale + float(move[1]), crown * scale + float(move[1]),
    )  # fmt: skip


def _over(vertices: Floats, chin: float, middle: Point, reach: float) -> Mask:
    """Pick what belongs to head and hair, not to shoulders beside them."""
    near = np.abs(vertices[:, 0] - middle[0]) < 1.6 * reach
    return np.asarray((vertices[:, 1] > chin + 0.3 * reach) & near)


def _forward(avatar: Avatar, raw: str, path: Path) -> int:
    """Tell by how many quarter turns the face looks away from +z."""
    at, shift = _moved(avatar.surfaces, raw)
    weight = np.linalg.norm(shift, axis=1)
    mouth = (at * weight[:, None]).sum(0) / weight.sum()
    size = float(np.ptp(at, axis=0).max())
    if "head" in avatar.bones:
        centre = np.array(avatar.bones["head"])
    else:
        owners = [s.vertices for s in avatar.surfaces if raw in s.shapes]
        every = np.concatenate(owners)
        near = every[np.abs(every[:, 1] - mouth[1]) < max(size, 1e-6)]
        centre = (near.min(0) + near.max(0)) / 2
    x, z = float(mouth[0] - centre[0]), float(mouth[2] - centre[2])
    if max(abs(x), abs(z)) < 0.02 * size:
        if avatar.kind == "glTF" and "head" not in avatar.bones:
            raise refuse(path, f"no head was found: '{raw}' moves nothing in front", NO_HEAD)
        return 2 if avatar.kind == "VRM 0" else 0
    if abs(z) >= 0.6 * abs(x):
        return 0 if z > 0 else 2
    return 1 if x < 0 else 3


def _turned(avatar: Avatar, quarters: int) -> tuple[Surface, ...]:
    c, s = ((1, 0), (0, 1), (-1, 0), (0, -1))[quarters]
    turn = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]], float)
    return tuple(_placed(surface, turn, np.zeros(3)) for surface in avatar.surfaces)


def _placed(surface: Surface, linear: Point, move: Point) -> Surface:
    turn = linear.astype(np.float32)
    return replace(
        surface,
        vertices=(surface.vertices @ turn.T + move.astype(np.float32)).astype(np.float32),
        normals=unit(surface.normals @ turn.T),
        shapes={k: Shape(s.at, s.shift @ turn.T) for k, s in surface.shapes.items()},
    )


def _moved(surfaces: Iterable[Surface], raw: str) -> tuple[Floats, Floats]:
    """Vertices that a shape moves, and by how much."""
    pairs = [(s.vertices[s.shapes[raw].at], s.shapes[raw].shift)
             for s in surfaces if raw in s.shapes]  # fmt: skip
    at, shift = (np.concatenate(column) for column in zip(*pairs, strict=True))
    size = np.linalg.norm(shift, axis=1)
    keep = size > 0.1 * size.max()
    return at[keep], shift[keep]


def _chin(at: Floats, shift: Floats, middle: Point, apart: float) -> float:
    """The lowest point in the middle of the face that the opening moves almost fully down.

    A shape of a wide open mouth moves the chin most; one of the lips alone moves the lower lip,
    and then the chin is as far below it as lips usually are (a quarter of eyes to lips).
    """
    down = -shift[:, 1]
    strip = (np.abs(at[:, 0] - middle[0]) < 0.35 * apart) & (down > 0.55 * down.max())
    strip &= at[:, 2] > np.quantile(at[:, 2], 0.4)
    if not strip.any():
        return float(at[:, 1].min())
    low, high = float(at[strip, 1].min()), float(at[strip, 1].max())
    if high - low < 0.18 * (middle[1] - high):
        return float(high - 0.25 * (middle[1] - high))
    return low


def _eyes(
    avatar: Avatar, surfaces: tuple[Surface, ...], roles: tuple[str, ...], keys: dict[str, str]
) -> tuple[tuple[Surface, ...], tuple[str, ...], dict[str, Eye], str]:
    """Find the eyeballs; where they are part of another surface, cut them out of it."""
    own = [s.vertices[np.unique(s.triangles)] for s, r in zip(surfaces, roles, strict=True)
           if r == "eye"]  # fmt: skip
    if own:
        return surfaces, roles, spheres(np.concatenate(own)), "their names"
    bones = {avatar.numbers[k] for k in ("leftEye", "rightEye") if k in avatar.numbers}
    masks: list[Mask] = [
        np.asarray(np.isin(s.bones[s.triangles], list(bones)).all(1)) for s in surfaces
    ]
    how = "the bones that turn them"
    if not any(mask.any() for mask in masks):
        blink = [keys[k] for k in ("eyeBlink", "eyeBlinkLeft", "eyeBlinkRight") if k in keys]
        masks = [eyeballs(s, blink) for s in surfaces]
        how = "their round form"
    out: list[Surface] = []
    kinds: list[str] = []
    points = []
    for surface, kind, mask in zip(surfaces, roles, masks, strict=True):
        for part, own_kind in ((np.logical_not(mask), kind), (mask, "eye")):
            if part.any():
                out.append(cut(surface, part))
                kinds.append(own_kind)
        if mask.any():
            points.append(surface.vertices[np.unique(surface.triangles[mask])])
    found = spheres(np.concatenate(points)) if points else {}
    return tuple(out), tuple(kinds), found, how


def spheres(points: Floats) -> dict[str, Eye]:
    """Fit a sphere to the eye on each side of the middle; a flat eye gets one behind it."""
    middle = (points[:, 0].min() + points[:, 0].max()) / 2
    out = {}
    for side, own in (("left", points[points[:, 0] > middle]),
                      ("right", points[points[:, 0] < middle])):  # fmt: skip
        if len(own) < 4:
            continue
        p = own.astype(np.float64)
        low, high = p.min(0), p.max(0)
        half = max(float(high[0] - low[0]), float(high[1] - low[1])) / 2
        origin = (low + high) / 2
        q = p - origin
        solved = np.linalg.lstsq(np.c_[2 * q, np.ones(len(q))], (q**2).sum(1), rcond=None)[0]
        radius = float(np.sqrt(max(0.0, solved[3] + solved[:3] @ solved[:3])))
        centre = origin + solved[:3]
        away = np.abs(np.linalg.norm(p - centre, axis=1) - radius)
        if not 0.7 * half < radius < 1.4 * half or float(np.mean(away)) > 0.12 * half:
            radius = half * 0.9
            centre = np.array([origin[0], origin[1], high[2] - radius])
        if half > 0:
            out[side] = Eye(_point(centre), radius)
    return out


def cut(surface: Surface, keep: Mask) -> Surface:
    """Keep some triangles (m,) of a surface, and the vertices they use."""
    triangles = surface.triangles[keep]
    used, flat = np.unique(triangles, return_inverse=True)
    index = np.full(len(surface.vertices), -1, np.int32)
    index[used] = np.arange(len(used))
    shapes = {}
    for name, shape in surface.shapes.items():
        kept = index[shape.at] >= 0
        if kept.any():
            shapes[name] = Shape(index[shape.at[kept]], shape.shift[kept])
    return replace(
        surface,
        vertices=surface.vertices[used], normals=surface.normals[used], uv=surface.uv[used],
        tint=surface.tint[used], bones=surface.bones[used],
        triangles=flat.reshape(-1, 3).astype(np.int32), shapes=shapes,
    )  # fmt: skip


def _point(values: Point) -> tuple[float, float, float]:
    x, y, z = (float(v) for v in values)
    return x, y, z
