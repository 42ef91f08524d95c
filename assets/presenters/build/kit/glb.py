"""Write the mesh: parts as named nodes, ARKit shapes as sparse morph targets, in camera space."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from . import poses, subdivide
from .body import Part
from .optics import METRES, Camera

STILL = 3e-5  # metres; smaller shifts of a shape are dropped (a tenth of a pixel)
FLOAT, USHORT, UINT = 5126, 5123, 5125
FINE = ("skin", "tongue", "teeth-upper", "teeth-lower", "eye-left", "eye-right")


@dataclass
class Piece:
    """One node of the file: positions and shapes in body space."""

    name: str
    vertices: np.ndarray
    triangles: np.ndarray
    shapes: dict[str, np.ndarray]


def write(
    path: Path,
    person: dict[str, Any],
    parts: dict[str, Part],
    rest: dict[str, float],
    camera: Camera,
) -> None:
    """Write the presenter's binary glTF."""
    file = _File()
    open_mouth = poses.weights(person, "aa")
    for piece in pieces(parts):
        file.add(piece, rest, open_mouth, camera)
    file.save(path)


def pieces(parts: dict[str, Part]) -> list[Piece]:
    """Cut the parts into the nodes the show draws."""
    skin = parts["skin"]
    head = [
        f
        for f in skin.faces
        if skin.vertices[f, 1].min() > 4.6 and skin.vertices[f, 2].mean() > 0.15
    ]
    out = [_piece("skin", _part(skin, head), True)]
    eyes = parts["eyes"]
    for name, side in (("eye-left", 1), ("eye-right", -1)):
        own = [f for f in eyeball(eyes) if eyes.vertices[f, 0].mean() * side > 0]
        out.append(_piece(name, _part(eyes, own), False))
    for name in ("teeth-upper", "teeth-lower", "tongue", "lashes", "hair", "body"):
        out.append(_piece(name, parts[name], False))
    return out


def eyeball(eyes: Part) -> list[list[int]]:
    """List the faces of both eyeballs, without the clear corneas."""
    return [
        f
        for f, uv in zip(eyes.faces, eyes.uv, strict=True)
        if not (np.mean([u for u, _ in uv]) > 0.86 and np.mean([v for _, v in uv]) < 0.14)
    ]


def _part(part: Part, faces: list[list[int]]) -> Part:
    used = sorted({v for f in faces for v in f})
    index = {v: i for i, v in enumerate(used)}
    return Part(
        part.vertices[used],
        [[index[v] for v in f] for f in faces],
        [],
        {k: d[used] for k, d in part.shapes.items()},
    )


def _piece(name: str, part: Part, finer: bool) -> Piece:
    names = sorted(part.shapes)
    stacked = np.concatenate([part.vertices, *(part.shapes[k] for k in names)], 1)
    faces = part.faces
    if finer:
        stacked, faces = subdivide.once(stacked, faces)
        stacked = subdivide.limit(stacked, faces)
    triangles = np.array(
        [t for f in faces for t in ([f[0], f[1], f[2]], [f[0], f[2], f[-1]]) if len(set(t)) == 3]
    )
    columns = np.split(stacked, 1 + len(names), axis=1)
    return Piece(name, columns[0], triangles, dict(zip(names, columns[1:], strict=True)))


class _File:
    def __init__(self) -> None:
        self.bytes = bytearray()
        self.views: list[dict[str, Any]] = []
        self.accessors: list[dict[str, Any]] = []
        self.meshes: list[dict[str, Any]] = []

    def add(
        self, piece: Piece, rest: dict[str, float], open_mouth: dict[str, float], camera: Camera
    ) -> None:
        attributes = {
            "POSITION": self._dense(camera.view(piece.vertices), "VEC3", True),
            "TEXCOORD_0": self._dense(_places(piece, rest, camera), "VEC2"),
        }
        if piece.name.startswith(("teeth", "tongue")):
            attributes["TEXCOORD_1"] = self._dense(_places(piece, open_mouth, camera), "VEC2")
        wide = len(piece.vertices) > 65535
        flat = piece.triangles.ravel().astype("<u4" if wide else "<u2")
        primitive: dict[str, Any] = {
            "attributes": attributes,
            "indices": self._accessor(flat, UINT if wide else USHORT, "SCALAR", 34963),
        }
        mesh: dict[str, Any] = {"name": piece.name, "primitives": [primitive]}
        moving = {
            k: d * METRES for k, d in piece.shapes.items() if np.abs(d).max() * METRES > STILL
        }
        if moving:
            primitive["targets"] = [{"POSITION": self._sparse(d)} for d in moving.values()]
            mesh["extras"] = {"targetNames": list(moving)}
            mesh["weights"] = [float(rest.get(k, 0.0)) for k in moving]
        self.meshes.append(mesh)

    def save(self, path: Path) -> None:
        count = range(len(self.meshes))
        document = {
            "asset": {"version": "2.0"},
            "scene": 0,
            "scenes": [{"nodes": list(count)}],
            "nodes": [{"name": self.meshes[i]["name"], "mesh": i} for i in count],
            "meshes": self.meshes,
            "accessors": self.accessors,
            "bufferViews": self.views,
            "buffers": [{"byteLength": len(self.bytes) + -len(self.bytes) % 4}],
        }
        text = json.dumps(document, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        self.bytes.extend(b"\0" * (-len(self.bytes) % 4))
        total = 28 + len(text) + len(self.bytes)
        path.write_bytes(
            struct.pack("<4sII", b"glTF", 2, total)
            + struct.pack("<I4s", len(text), b"JSON")
            + text
            + struct.pack("<I4s", len(self.bytes), b"BIN\0")
            + self.bytes
        )

    def _view(self, data: np.ndarray, target: int | None) -> int:
        self.bytes.extend(b"\0" * (-len(self.bytes) % 4))
        view: dict[str, Any] = {
            "buffer": 0,
            "byteOffset": len(self.bytes),
            "byteLength": data.nbytes,
        }
        if target:
            view["target"] = target
        self.bytes.extend(data.tobytes())
        self.views.append(view)
        return len(self.views) - 1

    def _accessor(self, data: np.ndarray, kind: int, shape: str, target: int | None) -> int:
        self.accessors.append(
            {
                "bufferView": self._view(data, target),
                "componentType": kind,
                "count": len(data),
                "type": shape,
            }
        )
        return len(self.accessors) - 1

    def _dense(self, data: np.ndarray, shape: str, bounds: bool = False) -> int:
        small = data.astype("<f4")
        index = self._accessor(small, FLOAT, shape, 34962)
        if bounds:
            self.accessors[index]["min"] = small.min(0).tolist()
            self.accessors[index]["max"] = small.max(0).tolist()
        return index

    def _sparse(self, shift: np.ndarray) -> int:
        """Store only the vertices a shape moves; the rest are zero by the format's rule."""
        at = np.nonzero(np.abs(shift).max(1) > STILL)[0]
        values = shift[at].astype("<f4")
        kind, code = ("<u2", USHORT) if len(shift) <= 65535 else ("<u4", UINT)
        whole = np.zeros_like(shift, dtype="<f4")
        whole[at] = values
        self.accessors.append(
            {
                "componentType": FLOAT,
                "count": len(shift),
                "type": "VEC3",
                "min": whole.min(0).tolist(),
                "max": whole.max(0).tolist(),
                "sparse": {
                    "count": len(at),
                    "indices": {
                        "bufferView": self._view(at.astype(kind), None),
                        "componentType": code,
                    },
                    "values": {"bufferView": self._view(values, None)},
                },
            }
        )
        return len(self.accessors) - 1


def _places(piece: Piece, weights: dict[str, float], camera: Camera) -> np.ndarray:
    posed = piece.vertices + sum(
        (w * piece.shapes[k] for k, w in weights.items() if k in piece.shapes),
        np.zeros_like(piece.vertices),
    )
    return camera.pixels(posed) / np.array([camera.width, camera.height])
