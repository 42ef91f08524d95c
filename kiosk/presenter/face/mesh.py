"""Read a presenter's mesh: binary glTF with sparse ARKit shapes, and nothing else of glTF.

The file may come from anywhere, so every number in it is checked before it is used.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiosk.errors import PresenterError

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

MAX_BYTES = 64_000_000
MAX_VERTICES = 200_000  # of one part
MAX_TRIANGLES = 400_000
MAX_SHAPES = 64
MAX_PARTS = 32
FLOAT, USHORT, UINT = 5126, 5123, 5125
ADVICE = "make the presenter again with assets/presenters/build/make.py"


@dataclass(frozen=True)
class Shape:
    """What one shape moves: `at` (n,) vertex numbers, `shift` (n, 3) metres at weight 1."""

    at: Ints
    shift: Floats


@dataclass(frozen=True)
class Part:
    """One named piece: vertices (n, 3) in metres in camera space, triangles (m, 3)."""

    name: str
    vertices: Floats
    triangles: Ints
    shapes: dict[str, Shape]

    def posed(self, weights: dict[str, float]) -> Floats:
        """Give the vertices (n, 3) under the weights; shapes the part lacks do not move it."""
        out = self.vertices.copy()
        for name, weight in weights.items():
            shape = self.shapes.get(name)
            if shape is not None and weight:
                out[shape.at] += np.float32(weight) * shape.shift
        return out


def read(path: Path) -> dict[str, Part]:
    """Read all parts of a mesh by name.

    Raises:
        PresenterError: the file is missing, too large, or not what the format says.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _bad(path, f"the mesh is larger than {MAX_BYTES // 1_000_000} MB")
        return _Reader(path, path.read_bytes()).parts()
    except OSError as error:
        raise _bad(path, f"the mesh cannot be read ({error.strerror})") from error
    except (
        LookupError, TypeError, ValueError, AttributeError, RecursionError, struct.error
    ) as error:  # fmt: skip
        raise _bad(path, f"the mesh is damaged ({type(error).__name__}: {error})") from error


def _bad(path: Path, what: str) -> PresenterError:
    return PresenterError(what, where=str(path), advice=ADVICE)


class _Reader:
    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        magic, version, total = struct.unpack_from("<4sII", data)
        if magic != b"glTF" or version != 2 or total != len(data):
            raise ValueError("not a whole binary glTF 2 file")
        size, kind = struct.unpack_from("<I4s", data, 12)
        if kind != b"JSON" or 20 + size + 8 > len(data):
            raise ValueError("no description in front")
        self.document: dict[str, Any] = json.loads(data[20 : 20 + size])
        length, kind = struct.unpack_from("<I4s", data, 20 + size)
        self.binary = data[28 + size : 28 + size + length]
        if kind != b"BIN\0" or len(self.binary) != length:
            raise ValueError("the binary part is cut off")

    def parts(self) -> dict[str, Part]:
        meshes = self.document["meshes"]
        if not 0 < len(meshes) <= MAX_PARTS:
            raise ValueError(f"{len(meshes)} parts, at most {MAX_PARTS} are allowed")
        out = {}
        for mesh in meshes:
            (primitive,) = mesh["primitives"]
            vertices = self.accessor(primitive["attributes"]["POSITION"], 3, MAX_VERTICES)
            if not np.isfinite(vertices).all() or np.abs(vertices).max() > 100:
                raise ValueError("a vertex lies nowhere")
            index = self.accessor(primitive["indices"], 1, 3 * MAX_TRIANGLES)
            triangles = index.reshape(-1, 3).astype(np.int32)
            if triangles.min() < 0 or triangles.max() >= len(vertices):
                raise ValueError("a triangle names a vertex that does not exist")
            targets = primitive.get("targets", [])
            names = mesh.get("extras", {}).get("targetNames", [])
            if len(targets) != len(names) or len(names) > MAX_SHAPES:
                raise ValueError(f"{len(targets)} shapes with {len(names)} names")
            shapes = {
                str(name): self.sparse(target["POSITION"], len(vertices))
                for name, target in zip(names, targets, strict=True)
            }
            out[str(mesh["name"])] = Part(str(mesh["name"]), vertices, triangles, shapes)
        return out

    def sparse(self, number: int, vertices: int) -> Shape:
        accessor = self.document["accessors"][_whole(number)]
        sparse = accessor["sparse"]
        count = _whole(sparse["count"])
        if accessor["count"] != vertices or "bufferView" in accessor or count > vertices:
            raise ValueError("a shape does not fit its part")
        kind = sparse["indices"]["componentType"]
        at = self.view(sparse["indices"]["bufferView"], kind, count).astype(np.int32)
        shift = self.view(sparse["values"]["bufferView"], FLOAT, 3 * count).reshape(-1, 3)
        if count and (at.min() < 0 or at.max() >= vertices or (np.diff(at) <= 0).any()):
            raise ValueError("a shape moves a vertex that does not exist")
        if not np.isfinite(shift).all() or np.abs(shift).max(initial=0) > 1:
            raise ValueError("a shape moves a vertex out of sight")
        return Shape(at, shift.astype(np.float32))

    def accessor(self, number: int, width: int, most: int) -> NDArray[Any]:
        accessor = self.document["accessors"][_whole(number)]
        count = _whole(accessor["count"])
        if accessor["type"] != {1: "SCALAR", 3: "VEC3"}[width] or not 0 < count <= most:
            raise ValueError(f"{count} values of type {accessor['type']}")
        flat = self.view(accessor["bufferView"], accessor["componentType"], width * count)
        return flat.reshape(-1, width) if width > 1 else flat

    def view(self, number: int, kind: int, count: int) -> NDArray[Any]:
        view = self.document["bufferViews"][_whole(number)]
        dtype = {FLOAT: "<f4", USHORT: "<u2", UINT: "<u4"}[kind]
        start, length = _whole(view.get("byteOffset", 0)), _whole(view["byteLength"])
        need = count * np.dtype(dtype).itemsize
        if need > length or start + need > len(self.binary):
            raise ValueError("values reach past the end of the file")
        return np.frombuffer(self.binary, dtype, count, start)


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{value!r} is not a whole number")
    return value
