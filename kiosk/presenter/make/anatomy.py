"""Take an avatar that stands before the camera apart into what a presenter is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face import raster
from kiosk.presenter.face.asset import Eye, Window
from kiosk.presenter.face.mesh import Part, Shape

from . import lips, poses, standins
from .container import refuse
from .figure import CAMERA, HEIGHT, NECK, NO_MOUTH, WIDTH, Figure, cut
from .glb import sparse
from .gltf import Avatar, Surface, floats
from .picture import Piece
from .refine import refined
from .shapes import Maker, Marks

Floats = NDArray[np.float32]

THROAT = 0.068  # metres below the chin where the live skin ends
DEEP, INSIDE = 0.006, 0.07  # metres behind the lips where a mouth's own inside may be
MARGIN = 14  # pixels below the open jaw
# What may carry the face, by role; the other roles are things on it or in it.
FLESH = ("skin", "", "mouth", "cloth")


@dataclass(frozen=True, eq=False)
class Anatomy:
    """The parts; `pieces` for pictures, `parts` for the mesh, all in camera space."""

    pieces: tuple[Piece, ...]
    parts: dict[str, Part]
    windows: dict[str, Window]
    eyes: dict[str, Eye]
    neck: tuple[float, float, float]
    shapes: frozenset[str]
    found: tuple[str, ...]
    made: dict[str, str]
    parts_from: dict[str, str]


def dissect(avatar: Avatar, figure: Figure, path: Path) -> Anatomy:
    """Take the figure apart.

    Raises:
        PresenterError: its lips never part.
    """
    raw = figure.keys[figure.opening]
    pairs = list(zip(figure.surfaces, figure.roles, strict=True))
    skin = [s for s, r in pairs if r in FLESH and raw in s.shapes]
    if not skin:
        raise refuse(path, f"'{raw}' moves teeth or hair, but no skin", NO_MOUTH)
    lip = lips.line(skin, raw, CAMERA, figure.chin)
    if lip is None:
        raise refuse(
            path,
            f"'{raw}' does not part the lips",
            "use an avatar whose lips are two edges in the mesh, not one closed skin",
        )
    mouth, half = lip
    pieces, maker = _shaped(figure, mouth, half)
    jaw = _jaw(maker)
    pieces = [part for piece in pieces for part in _teeth_apart(piece, mouth, jaw)]
    how = {"eyes": f"found by {figure.eyes_from}"}
    named = {piece.name for piece in pieces if piece.role == "teeth"}
    if {"teeth-upper", "teeth-lower"} <= named:
        how["teeth"] = "its own"
    elif _hollow(pieces, mouth, half, set(maker.out)):
        how["teeth"] = "made: nothing was behind the lips"
        pieces = [p for p in pieces if p.role != "teeth"]
        pieces += [*standins.teeth(mouth, half, jaw), standins.cavity(mouth, half, jaw)]
    else:
        how["teeth"] = "in the mouth's own mesh: its inside moves as one"
        pieces = [p for p in pieces if p.role != "teeth"] + _insides(pieces, mouth, half)
    for role, label in (("hair", "hair"), ("lash", "lashes"), ("tongue", "tongue")):
        how[label] = "its own" if any(p.role == role for p in pieces) else "none"
    low = min(float(p.vertices[:, 1].min()) for p in pieces)
    if low > figure.chin - 0.12:
        how["body"] = "none: the head stands alone"
    parts = _parts(pieces, figure, mouth, half, jaw)
    return Anatomy(
        pieces=tuple(pieces),
        parts=parts,
        windows=_windows(parts["skin"], figure, mouth, half),
        eyes=figure.eyes,
        neck=_neck(figure),
        shapes=frozenset(maker.out),
        found=maker.found,
        made=dict(sorted(maker.made.items())),
        parts_from=how,
    )


def _neck(figure: Figure) -> tuple[float, float, float]:
    middle = [sum(eye.centre[k] for eye in figure.eyes.values()) / 2 for k in range(3)]
    return middle[0], middle[1] + NECK[0], middle[2] + NECK[1]


def _shaped(
    figure: Figure, mouth: tuple[float, float, float], half: float
) -> tuple[list[Piece], Maker]:
    """Give every moving surface ARKit's shapes."""
    moving = [k for k, s in enumerate(figure.surfaces) if any(
        raw in s.shapes for raw in figure.keys.values())]  # fmt: skip
    surfaces = [figure.surfaces[k] for k in moving]
    starts = np.cumsum([0, *(len(s.vertices) for s in surfaces)])
    given = {key: _dense(surfaces, starts, raw) for key, raw in figure.keys.items()}
    lower = np.concatenate(lips.shares(surfaces, figure.keys[figure.opening]))
    marks = Marks(mouth, half, figure.eyes, np.clip(lower / 0.6, 0, 1).astype(np.float32))
    vertices = np.concatenate([s.vertices for s in surfaces])
    maker = Maker(vertices, given, figure.opening, marks)
    made = maker.shapes()
    own: list[dict[str, Shape]] = [{} for _ in figure.surfaces]
    for name, dense in made.items():
        for place, k in enumerate(moving):
            shape = sparse(dense[starts[place] : starts[place + 1]])
            if len(shape.at):
                own[k][name] = Shape(shape.at, np.clip(shape.shift, -0.2, 0.2))
    pieces = [
        Piece(s.name, role, s.vertices, s.normals, s.uv, s.tint, s.triangles, s.material, shapes)
        for s, role, shapes in zip(figure.surfaces, figure.roles, own, strict=True)
    ]
    # rooms' shadows painted on cards before the eyes are for another light than ours
    return [p for p in pieces if p.role != "shade"], maker


def _dense(surfaces: Sequence[Surface], starts: NDArray[np.int64], raw: str) -> Floats:
    out = np.zeros((int(starts[-1]), 3), np.float32)
    for start, surface in zip(starts, surfaces, strict=False):
        if raw in surface.shapes:
            shape = surface.shapes[raw]
            out[start + shape.at] = shape.shift
    return out


def _jaw(maker: Maker) -> tuple[float, float, float]:
    """What jawOpen moves things by that go wholly with the jaw."""
    shift = maker.out["jawOpen"]
    firm = shift[maker.marks.lower >= 0.99]
    x, y, z = (float(v) for v in np.median(firm, axis=0))
    return x, y * 0.85, z


def _teeth_apart(
    piece: Piece, mouth: tuple[float, float, float], jaw: tuple[float, float, float]
) -> list[Piece]:
    """Part teeth in upper and lower ones: what the jaw moves, else what lies lower."""
    if piece.role not in ("teeth", "tongue"):
        return [piece]
    down = np.zeros(len(piece.vertices), np.float32)
    moved = piece.shapes.get("jawOpen")
    if moved is not None:
        down[moved.at] = moved.shift[:, 1]
    still = float(-down.max(initial=0) if moved is None else -down.min()) < 0.002
    middle = piece.vertices[piece.triangles].mean(1)[:, 1]
    if still:
        lower = middle < (mouth[1] if piece.role == "teeth" else np.inf)
    else:
        lower = down[piece.triangles].mean(1) < down.min() * 0.4
    out = []
    for name, keep in (("teeth-upper", ~lower), ("teeth-lower", lower)):
        if not keep.any():
            continue
        part = _part_of(piece, keep, name if piece.role == "teeth" else "tongue", piece.role)
        if still and name == "teeth-lower":
            at = np.arange(len(part.vertices), dtype=np.int32)
            rigid = Shape(at, np.tile(floats(jaw), (len(at), 1)))
            part = replace(part, shapes={**part.shapes, "jawOpen": rigid})
        out.append(part)
    return out


def _hollow(
    pieces: Sequence[Piece], mouth: tuple[float, float, float], half: float, known: set[str]
) -> bool:
    """Whether one looks through the open mouth at nothing, or at the back of the head."""
    weights = poses.spread(poses.POSES["ah"][1], known)
    kept = [p for p in pieces if p.role in (*FLESH, "tongue") and p.shapes]
    vertices = np.concatenate([p.posed(weights) for p in kept])
    starts = np.cumsum([0, *(len(p.vertices) for p in kept)])
    triangles = np.concatenate([p.triangles + n for p, n in zip(kept, starts, strict=False)])
    x, y, depth = mouth[0], mouth[1], -mouth[2]
    scale = CAMERA.focal / depth
    left, top = CAMERA.centre[0] + (x - half * 0.6) * scale, CAMERA.centre[1] - y * scale
    width, height = max(8, int(1.2 * half * scale)), max(8, int(0.03 * scale))
    places = CAMERA.pixels(vertices) - floats([left, top])
    found = raster.cover(places, -vertices[:, 2], triangles.astype(np.int32), width, height)
    behind = found.depth > depth + DEEP
    inside = behind & (found.depth < depth + INSIDE)
    return bool(inside.sum() < 0.5 * behind.sum())


def _insides(
    pieces: Sequence[Piece], mouth: tuple[float, float, float], half: float
) -> list[Piece]:
    """Take out of the skin what lies behind closed lips: the show draws it as lower teeth."""
    kept = [p for p in pieces if p.role in FLESH and p.shapes]
    counts = np.cumsum([0, *(len(p.triangles) for p in kept)])
    starts = np.cumsum([0, *(len(p.vertices) for p in kept)])
    vertices = np.concatenate([p.vertices for p in kept])
    triangles = np.concatenate([p.triangles + n for p, n in zip(kept, starts, strict=False)])
    places = CAMERA.pixels(vertices)
    found = raster.cover(places, -vertices[:, 2], triangles.astype(np.int32), WIDTH, HEIGHT)
    hidden = np.ones(len(triangles), np.bool_)
    hidden[np.unique(found.triangle[found.triangle >= 0])] = False
    away = vertices[triangles].mean(1) - floats(mouth)
    hidden &= (np.abs(away[:, 0]) < 1.2 * half) & (np.abs(away[:, 1]) < 0.03)
    hidden &= (away[:, 2] < -0.003) & (away[:, 2] > -INSIDE)
    out = []
    for piece, first, last in zip(kept, counts[:-1], counts[1:], strict=True):
        if hidden[first:last].any():
            out.append(_part_of(piece, hidden[first:last], "teeth-lower", "inside"))
    return out


def _part_of(piece: Piece, keep: NDArray[np.bool_], name: str, role: str) -> Piece:
    """Some triangles of a piece as one of its own."""
    surface = Surface(
        piece.name, piece.vertices, piece.normals, piece.uv, piece.tint, piece.triangles,
        np.zeros(len(piece.vertices), np.int32), piece.material, piece.shapes,
    )  # fmt: skip
    part = cut(surface, keep)
    return Piece(
        name, role, part.vertices, part.normals, part.uv, part.tint, part.triangles,
        part.material, part.shapes,
    )  # fmt: skip


def _parts(
    pieces: Sequence[Piece],
    figure: Figure,
    mouth: tuple[float, float, float],
    half: float,
    jaw: tuple[float, float, float],
) -> dict[str, Part]:
    """Join the pieces to the parts of the format."""
    floor = figure.chin - THROAT
    chosen: dict[str, list[tuple[Piece, NDArray[np.bool_]]]] = {}
    for piece in pieces:
        centre = piece.vertices[piece.triangles].mean(1)
        whole = np.ones(len(centre), np.bool_)
        side = centre[:, 0] > sum(e.centre[0] for e in figure.eyes.values()) / 2
        if piece.role == "eye":
            chosen.setdefault("eye-left", []).append((piece, side))
            chosen.setdefault("eye-right", []).append((piece, ~side))
        elif piece.role == "teeth":
            chosen.setdefault(piece.name, []).append((piece, whole))
        elif piece.role in ("tongue", "hair"):
            chosen.setdefault(piece.role, []).append((piece, whole))
        elif piece.role == "lash":
            chosen.setdefault("lashes", []).append((piece, whole))
        elif piece.role in FLESH and piece.name != "cavity":
            face = bool(piece.shapes)
            over = (piece.vertices[piece.triangles, 1] > floor).all(1) & face
            chosen.setdefault("skin", []).append((piece, over))
            chosen.setdefault("body", []).append((piece, ~over & _in_frame(piece)))
    out = {name: part for name, pairs in chosen.items() if (part := _join(name, pairs))}
    out["skin"] = refined(out["skin"], CAMERA, mouth, 1.5 * half)
    made = {p.name: p for p in standins.teeth(mouth, half, jaw)}
    depth = figure.eyes["left"].centre[2] - 0.09
    made |= {
        "hair": standins.speck("hair", (0.0, (figure.crown + figure.chin) / 2, depth)),
        "body": standins.speck("body", (0.0, floor - 0.3, depth)),
    }
    for name, piece in made.items():
        if name not in out:
            out[name] = Part(name, piece.vertices, piece.triangles, piece.shapes)
    first = ("skin", "eye-left", "eye-right", "teeth-upper", "teeth-lower")
    return {k: out[k] for k in (*first, *(k for k in out if k not in first)) if k in out}


def _in_frame(piece: Piece) -> NDArray[np.bool_]:
    places = CAMERA.pixels(np.minimum(piece.vertices, floats([np.inf, np.inf, -0.1])))
    inside = (places > -40) & (places < np.array([WIDTH + 40, HEIGHT + 40]))
    near = np.asarray(inside.all(1), np.bool_)
    return np.asarray(near[piece.triangles].any(1), np.bool_)


def _join(name: str, pairs: Sequence[tuple[Piece, NDArray[np.bool_]]]) -> Part | None:
    vertices: list[Floats] = []
    triangles: list[NDArray[np.int32]] = []
    shapes: dict[str, list[tuple[NDArray[np.int32], Floats]]] = {}
    start = 0
    for piece, keep in pairs:
        if not keep.any():
            continue
        used, flat = np.unique(piece.triangles[keep], return_inverse=True)
        index = np.full(len(piece.vertices), -1, np.int32)
        index[used] = np.arange(len(used)) + start
        vertices.append(piece.vertices[used])
        triangles.append(flat.reshape(-1, 3).astype(np.int32) + start)
        for key, shape in piece.shapes.items():
            kept = index[shape.at] >= 0
            shapes.setdefault(key, []).append((index[shape.at[kept]], shape.shift[kept]))
        start += len(used)
    if not vertices:
        return None
    joined = {
        key: Shape(np.concatenate([a for a, _ in both]), np.concatenate([s for _, s in both]))
        for key, both in shapes.items()
    }
    return Part(name, np.concatenate(vertices), np.concatenate(triangles), joined)


def _windows(
    skin: Part, figure: Figure, mouth: tuple[float, float, float], half: float
) -> dict[str, Window]:
    """Bound what the eyes' and the mouth's shapes move, with brows, cheeks and chin."""
    middle = CAMERA.pixels(floats([[mouth[0], mouth[1], mouth[2]]]))[0]
    centres = CAMERA.pixels(floats([eye.centre for eye in figure.eyes.values()]))
    level, apart = float(centres[:, 1].mean()), float(np.ptp(centres[:, 0]))
    size = max(eye.radius for eye in figure.eyes.values()) * CAMERA.focal / 1.18
    x = float(centres[:, 0].mean())
    wide = max(apart * 0.5 + 2.9 * size, 150.0)
    eyes = _snap(x - wide, level - max(2.6 * size, 96), x + wide, level + max(1.8 * size, 64))
    open_ = skin.posed(poses.spread(poses.POSES["ah"][1], skin.shapes))
    chin = CAMERA.pixels(floats([[0, figure.chin, mouth[2]]]))[0][1]
    drop = np.abs(CAMERA.pixels(open_) - CAMERA.pixels(skin.vertices))[:, 1]
    lowest = float(chin + drop.max() + 2 * MARGIN)
    reach = max(2.4 * half * CAMERA.focal / -mouth[2], 190.0)
    top = (level + float(middle[1])) / 2 - 24
    return {
        "eyes": eyes,
        "mouth": _snap(float(middle[0]) - reach, top - 30, float(middle[0]) + reach, lowest),
    }


def _snap(left: float, top: float, right: float, bottom: float) -> Window:
    """To whole eights within the canvas."""
    x0, y0 = max(0, int(left // 8 * 8)), max(0, int(top // 8 * 8))
    x1, y1 = min(WIDTH, int(-(-right // 8) * 8)), min(HEIGHT, int(-(-bottom // 8) * 8))
    return Window(x0, y0, x1 - x0, y1 - y0)
