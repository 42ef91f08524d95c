"""Write a presenter's mesh: one node per part, ARKit shapes as sparse targets, camera space."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face.asset import Camera
from kiosk.presenter.face.mesh import FLOAT, UINT, USHORT, Part, Shape

Floats = NDArray[np.float32]

STILL = 3e-5  # metres; what a shape moves by less is left out: a tenth of a pixel
ARRAY, ELEMENTS = 34962, 34963  # what a buffer view is for, in glTF's numbers
OPEN = ("teeth-upper", "teeth-lower", "tongue")  # pictured at pose aa, not at rest


def sparse(shift: NDArray[np.floating[Any]], still: float = STILL) -> Shape:
    """Keep the vertices that a shape (n, 3), in metres, really moves."""
    at = np.nonzero(np.abs(shift).max(1) > still)[0]
    return Shape(at.astype(np.int32), shift[at].astype(np.float32))


def write(
    path: Path,
    parts: Mapping[str, Part],
    camera: Camera,
    canvas: tuple[int, int],
    rest: Mapping[str, float],
    opened: Mapping[str, float],
) -> None:
    """Write the parts; `canvas` is width and height in pixels, `opened` the weights of pose aa."""
    file = _File(camera, canvas)
    for part in parts.values():
        file.add(part, dict(rest), dict(opened))
    path.write_bytes(file.whole())


class _File:
    def __init__(self, camera: Camera, canvas: tuple[int, int]) -> None:
        self.camera, self.canvas = camera, np.array(canvas, np.float32)
        self.binary = bytearray()
        self.views: list[dict[str, Any]] = []
        self.accessors: list[dict[str, Any]] = []
        self.meshes: list[dict[str, Any]] = []

    def add(self, part: Part, rest: dict[str, float], opened: dict[str, float]) -> None:
        attributes = {
            "POSITION": self.floats(part.vertices, bounds=True),
            "TEXCOORD_0": self.floats(self.places(part, rest)),
        }
        if part.name in OPEN:
            attributes["TEXCOORD_1"] = self.floats(self.places(part, opened))
        kind, code = _index(len(part.vertices))
        flat = part.triangles.ravel().astype(kind)
        primitive: dict[str, Any] = {
            "attributes": attributes,
            "indices": self.accessor(flat, code, "SCALAR", ELEMENTS),
        }
        mesh: dict[str, Any] = {"name": part.name, "primitives": [primitive]}
        moving = {name: shape for name, shape in part.shapes.items() if len(shape.at)}
        if moving:
            count = len(part.vertices)
            primitive["targets"] = [{"POSITION": self.shape(s, count)} for s in moving.values()]
            mesh["extras"] = {"targetNames": list(moving)}
            mesh["weights"] = [float(rest.get(name, 0.0)) for name in moving]
        self.meshes.append(mesh)

    def places(self, part: Part, weights: dict[str, float]) -> Floats:
        """Texture places (n, 2), 0-1 over the canvas, v down."""
        pixels = self.camera.pixels(part.posed(weights)) + np.float32(0.5)
        return np.asarray(pixels / self.canvas, np.float32)

    def whole(self) -> bytes:
        nodes = [{"name": mesh["name"], "mesh": i} for i, mesh in enumerate(self.meshes)]
        self.pad()
        document = {
            "asset": {"version": "2.0"},
            "scene": 0,
            "scenes": [{"nodes": list(range(len(nodes)))}],
            "nodes": nodes,
            "meshes": self.meshes,
            "accessors": self.accessors,
            "bufferViews": self.views,
            "buffers": [{"byteLength": len(self.binary)}],
        }
        text = json.dumps(document, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        head = struct.pack("<4sII", b"glTF", 2, 28 + len(text) + len(self.binary))
        first = struct.pack("<I4s", len(text), b"JSON") + text
        return head + first + struct.pack("<I4s", len(self.binary), b"BIN\0") + bytes(self.binary)

    def pad(self) -> None:
        self.binary.extend(b"\0" * (-len(self.binary) % 4))

    def view(self, data: NDArray[Any], target: int | None) -> int:
        self.pad()
        view: dict[str, Any] = {
            "buffer": 0, "byteOffset": len(self.binary), "byteLength": data.nbytes,
        }  # fmt: skip
        if target:
            view["target"] = target
        self.binary.extend(data.tobytes())
        self.views.append(view)
        return len(self.views) - 1

    def accessor(self, data: NDArray[Any], code: int, kind: str, target: int) -> int:
        view = self.view(data, target)
        self.accessors.append(
            {"bufferView": view, "componentType": code, "count": len(data), "type": kind}
        )
        return len(self.accessors) - 1

    def floats(self, data: Floats, *, bounds: bool = False) -> int:
        small = np.ascontiguousarray(data, "<f4")
        number = self.accessor(small, FLOAT, f"VEC{small.shape[1]}", ARRAY)
        if bounds:  # glTF asks for them on positions
            self.accessors[number]["min"] = small.min(0).tolist()
            self.accessors[number]["max"] = small.max(0).tolist()
        return number

    def shape(self, shape: Shape, count: int) -> int:
        kind, code = _index(count)
        whole = len(shape.at) == count
        extremes = shape.shift if whole else np.concatenate([shape.shift, np.zeros((1, 3))])
        self.accessors.append(
            {
                "componentType": FLOAT, "count": count, "type": "VEC3",
                "min": extremes.min(0).tolist(), "max": extremes.max(0).tolist(),
                "sparse": {
                    "count": len(shape.at),
                    "indices": {
                        "bufferView": self.view(shape.at.astype(kind), None),
                        "componentType": code,
                    },
                    "values": {"bufferView": self.view(shape.shift.astype("<f4"), None)},
                },
            }
        )  # fmt: skip
        return len(self.accessors) - 1


def _index(vertices: int) -> tuple[str, int]:
    return ("<u2", USHORT) if vertices <= 65535 else ("<u4", UINT)
