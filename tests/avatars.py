"""Avatars as strangers make them, small: a head like an egg with lids, lips and eyes that move."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.make.names import ARKIT

Array = NDArray[Any]
Shapes = Mapping[str, Array]

RADIUS = 0.09  # metres, of a head
EYE = (0.030, 0.020, 0.062)  # centre of the left eyeball from the head's
BALL = 0.013
MOUTH = RADIUS * 1.15 * float(np.cos(np.radians(110)))  # height of a row of the head's grid
HALF = 0.022  # of the mouth's width
ROWS, COLUMNS = 91, 120  # of the head's grid


@dataclass
class Glb:
    """A .glb being put together."""

    document: dict[str, Any] = field(default_factory=lambda: {
        "asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": []}], "nodes": [],
        "meshes": [], "accessors": [], "bufferViews": [], "materials": [], "textures": [],
        "images": [],
    })  # fmt: skip
    binary: bytearray = field(default_factory=bytearray)

    def view(self, data: bytes) -> int:
        self.binary.extend(b"\0" * (-len(self.binary) % 4))
        self.document["bufferViews"].append(
            {"buffer": 0, "byteOffset": len(self.binary), "byteLength": len(data)}
        )
        self.binary.extend(data)
        return len(self.document["bufferViews"]) - 1

    def accessor(self, values: Array, code: int, kind: str) -> int:
        dtype = {5126: "<f4", 5125: "<u4", 5123: "<u2", 5121: "<u1"}[code]
        self.document["accessors"].append(
            {"bufferView": self.view(np.ascontiguousarray(values, dtype).tobytes()),
             "componentType": code, "count": len(values), "type": kind}
        )  # fmt: skip
        return len(self.document["accessors"]) - 1

    def material(self, name: str, colour: tuple[float, ...], **more: object) -> int:
        self.document["materials"].append(
            {"name": name, "pbrMetallicRoughness": {"baseColorFactor": [*colour, 1][:4]}, **more}
        )
        return len(self.document["materials"]) - 1

    def textured(self, name: str, png: bytes, **more: object) -> int:
        number = self.material(name, (1, 1, 1), **more)
        self.document["images"].append({"bufferView": self.view(png), "mimeType": "image/png"})
        self.document["textures"].append({"source": len(self.document["images"]) - 1})
        base = self.document["materials"][number]["pbrMetallicRoughness"]
        base["baseColorTexture"] = {"index": len(self.document["textures"]) - 1}
        return number

    def primitive(
        self, vertices: Array, triangles: Array, material: int, shapes: Shapes, **more: Array
    ) -> dict[str, Any]:
        attributes = {"POSITION": self.accessor(vertices, 5126, "VEC3")}
        kinds = {2: "VEC2", 3: "VEC3", 4: "VEC4"}
        for name, values in more.items():
            code = 5123 if name.startswith("JOINTS") else 5126
            attributes[name] = self.accessor(values, code, kinds[values.shape[1]])
        out: dict[str, Any] = {
            "attributes": attributes, "material": material,
            "indices": self.accessor(triangles.ravel(), 5125, "SCALAR"),
        }  # fmt: skip
        if shapes:
            out["targets"] = [
                {"POSITION": self.accessor(shift, 5126, "VEC3")} for shift in shapes.values()
            ]
        return out

    def mesh(self, name: str, primitives: list[dict[str, Any]], shapes: Shapes) -> int:
        self.document["meshes"].append(
            {"name": name, "primitives": primitives, "extras": {"targetNames": list(shapes)}}
        )
        return len(self.document["meshes"]) - 1

    def node(self, name: str, *, root: bool = True, **more: object) -> int:
        self.document["nodes"].append({"name": name, **more})
        if root:
            self.document["scenes"][0]["nodes"].append(len(self.document["nodes"]) - 1)
        return len(self.document["nodes"]) - 1

    def bytes(self) -> bytes:
        self.binary.extend(b"\0" * (-len(self.binary) % 4))
        self.document["buffers"] = [{"byteLength": len(self.binary)}]
        text = json.dumps({k: v for k, v in self.document.items() if v != []}).encode()
        text += b" " * (-len(text) % 4)
        return (
            struct.pack("<4sII", b"glTF", 2, 28 + len(text) + len(self.binary))
            + struct.pack("<I4s", len(text), b"JSON") + text
            + struct.pack("<I4s", len(self.binary), b"BIN\0") + bytes(self.binary)
        )  # fmt: skip


def head() -> tuple[Array, Array, Array]:
    """An egg with slits for lips and lids: vertices, uv, triangles, facing +z about the origin.

    The slits are rows of vertices there are two of, at one place: the lips touch.
    """
    rows, columns = ROWS, COLUMNS
    v, u = np.meshgrid(np.linspace(0, np.pi, rows), np.linspace(-np.pi, np.pi, columns),
                       indexing="ij")  # fmt: skip
    points = np.stack(
        [np.sin(v) * np.sin(u) * 0.82, np.cos(v) * 1.15,
         np.sin(v) ** np.where(v > np.pi / 2, 0.2, 1) * np.cos(u)], -1
    ) * RADIUS  # a chin stands almost as far forward as the lips
    grid = np.arange(rows * columns).reshape(rows, columns)
    quads = np.stack([grid[:-1, :-1], grid[1:, :-1], grid[1:, 1:], grid[:-1, 1:]], -1)
    flat = points.reshape(-1, 3).copy()
    uv = np.stack([u / (2 * np.pi) + 0.5, v / np.pi], -1).reshape(-1, 2)
    corner = flat[quads]
    front = corner[..., 2].mean(-1) > 0
    mask = np.zeros(quads.shape[:2], np.bool_)
    for side in (1, -1):  # holes where the eyeballs show
        centre = np.array([EYE[0] * side, EYE[1]])
        away = (corner[..., :2].mean(2) - centre) / [0.011, 0.006]
        mask |= front & ((away**2).sum(-1) < 1)
    faces = [q for q, gone in zip(quads.reshape(-1, 4), mask.ravel(), strict=True) if not gone]
    row = int(np.argmin(np.abs(points[:, columns // 2, 1] - MOUTH)))
    slit = [c for c in range(columns) if abs(points[row, c, 0]) < HALF and points[row, c, 2] > 0]
    twin = {int(grid[row, c]): len(flat) + k for k, c in enumerate(slit[1:-1])}
    flat = np.concatenate([flat, flat[list(twin)]])
    uv = np.concatenate([uv, uv[list(twin)]])
    below = {int(n) for n in grid[row + 1]}
    joined = [[twin.get(int(n), int(n)) if below & {int(m) for m in q} else int(n) for n in q]
              for q in faces]  # fmt: skip
    quads = np.array(joined)
    triangles = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    return flat, uv, triangles


def with_mouth() -> tuple[Array, Array, Array]:
    """The same with a bowl behind the lips, in the one mesh."""
    vertices, uv, triangles = head()
    t, p = np.meshgrid(*[np.linspace(-np.pi / 2, np.pi / 2, 15)] * 2, indexing="ij")
    bowl = np.stack([0.024 * np.cos(t) * np.sin(p), MOUTH + 0.022 * np.sin(t),
                     0.078 - 0.03 * np.cos(t) * np.cos(p)], -1).reshape(-1, 3)  # fmt: skip
    first = (np.arange(14)[:, None] * 15 + np.arange(14)).ravel() + len(vertices)
    quads = np.stack([first, first + 15, first + 16, first + 1], 1)
    more = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    return (
        np.concatenate([vertices, bowl]),
        np.concatenate([uv, np.full((len(bowl), 2), 0.01)]),
        np.concatenate([triangles, more]),
    )


def lower(vertices: Array) -> Array:
    """1 for what goes with the jaw: the lower lip's own vertices are the last ones."""
    y, z = vertices[:, 1], vertices[:, 2]
    soft = 0.0005 + np.maximum(np.abs(vertices[:, 0]) - HALF, 0)  # beside the lips the skin gives
    low = np.clip((MOUTH - y - 1e-4) / soft, 0, 1) * np.clip((y + 0.115) / 0.03, 0, 1)
    out = low * np.clip(z / 0.04, 0, 1)
    if len(vertices) > ROWS * COLUMNS:
        out[ROWS * COLUMNS : len(head()[0])] = 1
        out[len(head()[0]) :] = 0  # a mouth's inside stays
    return np.asarray(out)


def field_at(vertices: Array, x: float, y: float, wide: float, way: tuple[float, ...]) -> Array:
    """A soft push of the front of the face."""
    away = ((vertices[:, :2] - [x, y]) / wide) ** 2
    return np.asarray(
        np.exp(-away.sum(1))[:, None] * (vertices[:, 2:] > 0) * np.array(way)
    )


def opening(vertices: Array, drop: float) -> Array:
    return np.asarray(lower(vertices)[:, None] * [0, -drop, -0.1 * drop])


def blink(vertices: Array, sides: tuple[int, ...] = (1, -1)) -> Array:
    out = np.zeros_like(vertices)
    for side in sides:
        x, y = vertices[:, 0] - EYE[0] * side, vertices[:, 1] - EYE[1]
        near = np.exp(-((x / 0.016) ** 2)) * np.clip(1 - (y - 0.002) / 0.016, 0, 1) * (y > 0.001)
        out[:, 1] -= near * (vertices[:, 2] > 0) * np.clip(y + 0.008, 0, 0.016)
        out[:, 2] += near * (vertices[:, 2] > 0) * 0.004
    return out


def rounded(vertices: Array, amount: float) -> Array:
    pull = field_at(vertices, 0, MOUTH, 0.03, (0, 0, 0.006 * amount))
    pull[:, 0] -= 0.4 * amount * vertices[:, 0] * pull[:, 2] / (0.006 * amount)
    return pull


def spread(vertices: Array) -> Array:
    left = field_at(vertices, HALF, MOUTH, 0.012, (0.006, 0.001, -0.002))
    return left + field_at(vertices, -HALF, MOUTH, 0.012, (-0.006, 0.001, -0.002))


def arkit(vertices: Array) -> dict[str, Array]:
    """All 52, the ones that matter where they belong."""
    out = {}
    for name in ARKIT:
        side = -1 if name.endswith("Right") else 1
        middle = not name.endswith(("Left", "Right"))
        x = 0.0 if middle else (HALF if name.startswith("mouth") else EYE[0]) * side
        y = MOUTH if name.startswith(("mouth", "jaw")) else EYE[1] + 0.02
        out[name] = field_at(vertices, x, y, 0.012, (0.002 * side, 0.003, 0.001))
    out["jawOpen"] = opening(vertices, 0.03)
    out["eyeBlinkLeft"], out["eyeBlinkRight"] = blink(vertices, (1,)), blink(vertices, (-1,))
    out["mouthPucker"], out["mouthFunnel"] = rounded(vertices, 1), rounded(vertices, 0.6)
    return out


def oculus(vertices: Array) -> dict[str, Array]:
    """Ready Player Me's visemes, a blink of both eyes, and nothing else."""
    return {
        "viseme_sil": np.zeros_like(vertices),
        "viseme_aa": opening(vertices, 0.018),
        "viseme_E": opening(vertices, 0.008) + spread(vertices),
        "viseme_I": opening(vertices, 0.005) + spread(vertices) * 1.2,
        "viseme_O": opening(vertices, 0.012) + rounded(vertices, 0.6),
        "viseme_U": opening(vertices, 0.004) + rounded(vertices, 1.0),
        "viseme_FF": field_at(vertices, 0, MOUTH - 0.004, 0.012, (0, 0.002, -0.003)),
        "eyesClosed": blink(vertices),
    }


def vowels(vertices: Array) -> dict[str, Array]:
    """What a VRM figure's five vowels and its blink are made of."""
    table = oculus(vertices)
    names = {"Fcl_A": "aa", "Fcl_I": "I", "Fcl_U": "U", "Fcl_E": "E", "Fcl_O": "O"}
    out = {mine: table[f"viseme_{theirs}"] for mine, theirs in names.items()}
    return {**out, "Fcl_Close": table["eyesClosed"]}


def ball(side: int, columns: int = 24) -> tuple[Array, Array]:
    """An eyeball with its front to +z."""
    v, u = np.meshgrid(np.linspace(0, np.pi, 13), np.linspace(0, 2 * np.pi, columns),
                       indexing="ij")  # fmt: skip
    unit = np.stack([np.sin(v) * np.cos(u), np.cos(v), np.sin(v) * np.sin(u)], -1)
    points = unit.reshape(-1, 3) * BALL + np.array([EYE[0] * side, EYE[1], EYE[2]])
    grid = np.arange(len(points)).reshape(13, columns)
    quads = np.stack([grid[:-1, :-1], grid[1:, :-1], grid[1:, 1:], grid[:-1, 1:]], -1)
    flat = quads.reshape(-1, 4)
    return points, np.concatenate([flat[:, [0, 1, 2]], flat[:, [0, 2, 3]]])


def skin_png() -> bytes:
    """A texture: skin with a brow's darkness and red lips."""
    picture = np.full((128, 256, 3), (150, 170, 215), np.uint8)
    picture[:10] = (30, 40, 60)
    done, data = cv2.imencode(".png", picture)
    assert done
    return data.tobytes()


def figure(
    shapes: Callable[[Array], dict[str, Array]] = arkit,
    *,
    eyes: bool = True,
    turn: bool = False,
    scale: float = 1.0,
    form: Callable[[], tuple[Array, Array, Array]] = head,
) -> Glb:
    """A head with eyes; `turn` makes it face -z, as VRM 0 does; `scale` sets its unit."""
    file = Glb()
    vertices, uv, triangles = form()
    moved = shapes(vertices)
    skin = file.textured("Skin", skin_png())
    facing = np.array([-1, 1, -1]) if turn else np.array([1, 1, 1])
    move = {name: shift * facing * scale for name, shift in moved.items()}
    primitives = [
        file.primitive(vertices * facing * scale, triangles, skin, move, TEXCOORD_0=uv)
    ]
    file.node("Face", mesh=file.mesh("Face", primitives, move))
    if eyes:
        for side, name in ((1, "EyeLeft"), (-1, "EyeRight")):
            points, own = ball(side)
            white = file.material(name, (0.8, 0.8, 0.8))
            mesh = file.mesh(name, [file.primitive(points * facing * scale, own, white, {})], {})
            file.node(name, mesh=mesh)
    return file


def vrm0(shapes: Callable[[Array], dict[str, Array]] = vowels) -> Glb:
    """The same as a VRM 0 figure: facing -z, expressions as groups."""
    file = figure(shapes, turn=True)
    names = list(file.document["meshes"][0]["extras"]["targetNames"])
    del file.document["meshes"][0]["extras"]
    groups = [
        {"name": preset, "presetName": preset,
         "binds": [{"mesh": 0, "index": names.index(shape), "weight": 100}]}
        for preset, shape in (("a", "Fcl_A"), ("i", "Fcl_I"), ("u", "Fcl_U"), ("e", "Fcl_E"),
                              ("o", "Fcl_O"), ("blink", "Fcl_Close"))
    ]  # fmt: skip
    file.document["extensions"] = {"VRM": {
        "meta": {"title": "Round Nana", "licenseName": "CC0"},
        "blendShapeMaster": {"blendShapeGroups": groups},
    }}  # fmt: skip
    file.document["extensionsUsed"] = ["VRM"]
    return file


def vrm1(shapes: Callable[[Array], dict[str, Array]] = vowels) -> Glb:
    """The same as a VRM 1 figure."""
    file = figure(shapes)
    names = list(file.document["meshes"][0]["extras"]["targetNames"])
    del file.document["meshes"][0]["extras"]
    presets = {
        preset: {"morphTargetBinds": [{"node": 0, "index": names.index(shape), "weight": 1.0}]}
        for preset, shape in (("aa", "Fcl_A"), ("ih", "Fcl_I"), ("ou", "Fcl_U"), ("ee", "Fcl_E"),
                              ("oh", "Fcl_O"), ("blink", "Fcl_Close"))
    }  # fmt: skip
    file.document["extensions"] = {"VRMC_vrm": {
        "specVersion": "1.0", "meta": {"name": "Nana", "licenseUrl": "https://vrm.dev/licenses/1.0/"},
        "expressions": {"preset": presets},
    }}  # fmt: skip
    return file


def save(file: Glb, path: Path) -> Path:
    path.write_bytes(file.bytes())
    return path
