"""Read a foreign avatar, .glb or .vrm, as surfaces in one space, with their shapes by name.

Every surface is one primitive of glTF: skinned to the pose the file rests in, but with the arms
hanging, for avatars rest with them stretched out and a half-length figure would lose its hands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face.mesh import Shape

from .container import Container, Picture, whole
from .skeleton import Skeleton

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

MAX_VERTICES = 500_000  # of one surface
MAX_TRIANGLES = 1_000_000
MAX_ALL = 1_500_000  # vertices of all surfaces together
MAX_SURFACES = 300
MAX_TARGETS = 400  # shapes of one surface
LICENCES = ("licenseUrl", "otherLicenseUrl", "otherPermissionUrl", "licenseName")  # of VRM
STILL = 1e-7  # of the avatar's size; what a target moves by less is rounding


@dataclass(frozen=True, eq=False)
class Material:
    """How a surface looks: `colour` linear RGBA; `texture` BGRA (h, w, 4), sRGB, or none."""

    name: str = ""
    colour: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)
    texture: Picture | None = None
    glow: tuple[float, float, float] = (0.0, 0.0, 0.0)
    alpha: str = "OPAQUE"  # or MASK, BLEND
    cutoff: float = 0.5
    flat: bool = False  # drawn to be shown without light, as anime figures are
    rough: float = 0.8


@dataclass(frozen=True, eq=False)
class Surface:
    """One surface: vertices and normals (n, 3), uv (n, 2), tint (n, 4) linear, triangles (m, 3).

    `bones` (n,) numbers the node that moves each vertex most, or the surface's own.
    """

    name: str  # of node, mesh and material, joined by slashes
    vertices: Floats
    normals: Floats
    uv: Floats
    tint: Floats
    triangles: Ints
    bones: Ints
    material: Material
    shapes: dict[str, Shape] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Avatar:
    """What a file holds, in the file's own units; `bones` gives places by humanoid name."""

    surfaces: tuple[Surface, ...]
    bones: dict[str, tuple[float, float, float]]
    numbers: dict[str, int]  # humanoid name -> node
    nodes: tuple[str, ...]
    licence: str
    kind: str  # "glTF", "VRM 0" or "VRM 1"
    title: str


def read(path: Path) -> Avatar:
    """Read an avatar.

    Raises:
        PresenterError: the file is no avatar, damaged, too large, or packed in a way not read.
    """
    box = Container(path)
    try:
        return _Reader(box).avatar()
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        what = f"the description is wrong ({type(error).__name__}: {str(error)[:100]})"
        raise box.bad(what) from error


class _Reader:
    def __init__(self, box: Container) -> None:
        self.box = box
        self.extensions: dict[str, Any] = box.document.get("extensions", {})
        self.skeleton = Skeleton(box)
        self.materials: dict[int, Material] = {}
        self.pictures: dict[int, Picture] = {}
        self.count = 0

    def avatar(self) -> Avatar:
        surfaces = tuple(self.surfaces())
        if not surfaces:
            raise self.box.bad("there is no mesh in it", "export the avatar with its mesh")
        joints = self.skeleton
        about: dict[str, Any] = self.extensions.get("VRM", {}).get("meta", {})
        about = self.extensions.get("VRMC_vrm", {}).get("meta", about)
        licence = next(
            (str(about[k])[:200] for k in LICENCES if about.get(k)),
            str(self.box.document.get("asset", {}).get("copyright", ""))[:200],
        )
        kind = "VRM 1" if "VRMC_vrm" in self.extensions else "glTF"
        kind = "VRM 0" if "VRM" in self.extensions else kind
        title = str(about.get("name") or about.get("title") or "")[:60]
        numbers = joints.humanoid
        bones = {name: joints.place(node) for name, node in numbers.items()}
        return Avatar(surfaces, bones, numbers, joints.names, licence, kind, title)

    def surfaces(self) -> Iterator[Surface]:
        for number, node in enumerate(self.box.list("nodes")):
            if "mesh" not in node or number not in self.skeleton.shown:
                continue
            mesh = self.box.one("meshes", node["mesh"])
            for primitive in mesh["primitives"]:
                self.count += 1
                if self.count > MAX_SURFACES:
                    raise self.box.bad(
                        f"it has more than {MAX_SURFACES} surfaces",
                        "join its meshes before exporting it",
                    )
                if primitive.get("mode", 4) == 4:  # triangles; lines and points are no skin
                    yield self.surface(number, node, mesh, primitive)

    def surface(
        self, number: int, node: dict[str, Any], mesh: dict[str, Any], primitive: dict[str, Any]
    ) -> Surface:
        if "KHR_draco_mesh_compression" in primitive.get("extensions", {}):
            raise self.box.bad("its mesh is packed with Draco")
        attributes = primitive["attributes"]
        vertices = self.floats(attributes["POSITION"], "VEC3")
        count = len(vertices)
        triangles = self.triangles(primitive, count)
        normals = (
            self.floats(attributes["NORMAL"], "VEC3", count)
            if "NORMAL" in attributes
            else facing(vertices, triangles)
        )
        uv = np.zeros((count, 2), np.float32)
        if "TEXCOORD_0" in attributes:
            uv = self.floats(attributes["TEXCOORD_0"], "VEC2", count)
        material = self.material(primitive.get("material"))
        uv = self.moved(primitive.get("material"), uv)
        turn, bones = self.skeleton.blend(number, node, attributes, count)
        linear = turn[:, :, :3]
        placed = np.einsum("nij,nj->ni", linear, vertices) + turn[:, :, 3]
        if not np.isfinite(placed).all() or np.abs(placed).max() > 1e6:
            raise ValueError("a vertex lies nowhere")
        name = "/".join(str(k.get("name", ""))[:60] for k in (node, mesh)) + "/" + material.name
        return Surface(
            name=name,
            vertices=placed.astype(np.float32),
            normals=unit(np.einsum("nij,nj->ni", linear, normals)),
            uv=uv,
            tint=self.tint(attributes, count),
            triangles=triangles,
            bones=bones,
            material=material,
            shapes=self.shapes(node, mesh, primitive, linear, count),
        )

    def floats(self, number: object, kind: str, count: int | None = None) -> Floats:
        out = self.box.accessor(number, kind, MAX_VERTICES).astype(np.float32)
        if count is None:
            self.count_all(len(out))
        elif len(out) != count:
            raise ValueError(f"{len(out)} values for {count} vertices")
        if not np.isfinite(out).all():
            raise ValueError("a value is no number")
        return out

    def count_all(self, count: int) -> None:
        self.vertices = getattr(self, "vertices", 0) + count
        if not count:
            raise ValueError("a surface has no vertices")
        if self.vertices > MAX_ALL:
            raise self.box.bad(
                f"it has more than {MAX_ALL} vertices", "simplify the avatar before exporting it"
            )

    def triangles(self, primitive: dict[str, Any], count: int) -> Ints:
        if "indices" in primitive:
            flat = self.box.accessor(primitive["indices"], "SCALAR", 3 * MAX_TRIANGLES)
        else:
            flat = np.arange(count)
        flat = flat[: len(flat) // 3 * 3].astype(np.int64)
        if not len(flat) or flat.min() < 0 or flat.max() >= count:
            raise ValueError("a triangle names a vertex that does not exist")
        return flat.reshape(-1, 3).astype(np.int32)

    def tint(self, attributes: dict[str, Any], count: int) -> Floats:
        out = np.ones((count, 4), np.float32)
        if "COLOR_0" in attributes:
            kind = self.box.one("accessors", attributes["COLOR_0"])["type"]
            if kind in ("VEC3", "VEC4"):
                found = self.floats(attributes["COLOR_0"], kind, count)
                out[:, : found.shape[1]] = np.clip(found, 0, 1)
        return out

    def shapes(
        self,
        node: dict[str, Any],
        mesh: dict[str, Any],
        primitive: dict[str, Any],
        linear: Floats,
        count: int,
    ) -> dict[str, Shape]:
        targets = primitive.get("targets", [])
        if len(targets) > MAX_TARGETS:
            raise self.box.bad(
                f"it has {len(targets)} shapes, at most {MAX_TARGETS} are allowed",
                "remove those that are not the face's",
            )
        names = mesh.get("extras", {}).get("targetNames") or primitive.get("extras", {}).get(
            "targetNames", []
        )
        plain = [self.target(target, linear, count) for target in targets]
        out: dict[str, Shape] = {}
        for number, shape in enumerate(plain):
            if shape is not None:
                name = str(names[number]) if number < len(names) else f"target {number}"
                out.setdefault(name[:80], shape)
        for name, parts in self.skeleton.expressions(node, mesh).items():
            mixed = mix([(plain[i], w) for i, w in parts if i < len(plain)], count)
            if mixed is not None:
                out[name] = mixed
        return out

    def target(self, target: dict[str, Any], linear: Floats, count: int) -> Shape | None:
        if "POSITION" not in target:
            return None
        shift = self.box.accessor(target["POSITION"], "VEC3", MAX_VERTICES).astype(np.float32)
        if len(shift) != count:
            raise ValueError(f"{len(shift)} values for {count} vertices")
        if not np.isfinite(shift).all() or np.abs(shift).max(initial=0) > 1e6:
            raise ValueError("a shape moves a vertex out of sight")
        at = np.nonzero(np.abs(shift).max(1) > STILL)[0]
        if not len(at):
            return None
        moved = np.einsum("nij,nj->ni", linear[at], shift[at])
        return Shape(at.astype(np.int32), moved.astype(np.float32))

    def material(self, number: object) -> Material:
        if number is None:
            return Material()
        key = whole(number)
        if key not in self.materials:
            older = self.extensions.get("VRM", {}).get("materialProperties", [])
            shader = str(older[key].get("shader", "")) if key < len(older) else ""
            table = self.box.one("materials", number)
            self.materials[key] = self.read_material(table, shader.startswith("VRM/"))
        return self.materials[key]

    def read_material(self, table: dict[str, Any], toon: bool) -> Material:
        base: dict[str, Any] = table.get("pbrMetallicRoughness", {})
        extensions = table.get("extensions", {})
        r, g, b, a = (float(v) for v in base.get("baseColorFactor", (1, 1, 1, 1)))
        glow = tuple(min(1.0, float(v)) for v in table.get("emissiveFactor", (0, 0, 0)))
        texture = None
        if "baseColorTexture" in base:
            texture = self.texture(base["baseColorTexture"])
        toon = toon or "VRMC_materials_mtoon" in extensions
        alpha = str(table.get("alphaMode", "OPAQUE"))
        return Material(
            name=str(table.get("name", ""))[:60],
            colour=(r, g, b, a),
            texture=texture,
            glow=(glow[0], glow[1], glow[2]) if "emissiveTexture" not in table else (0, 0, 0),
            alpha=alpha if alpha in ("MASK", "BLEND") else "OPAQUE",
            cutoff=float(table.get("alphaCutoff", 0.5)),
            flat=toon or "KHR_materials_unlit" in extensions,
            rough=min(1.0, max(0.1, float(base.get("roughnessFactor", 1)))),
        )

    def texture(self, table: dict[str, Any]) -> Picture | None:
        texture = self.box.one("textures", table["index"])
        source = texture.get("extensions", {}).get("EXT_texture_webp", {}).get("source")
        source = texture.get("source") if source is None else source
        if source is None:
            raise self.box.bad("its pictures are packed as KTX2")
        key = whole(source)
        if key not in self.pictures:
            self.pictures[key] = self.box.picture(key)
        return self.pictures[key]

    def moved(self, number: object, uv: Floats) -> Floats:
        """Apply KHR_texture_transform: scale, then turn, then shift."""
        if number is None:
            return uv
        base = self.box.one("materials", number).get("pbrMetallicRoughness", {})
        extensions = base.get("baseColorTexture", {}).get("extensions", {})
        table = extensions.get("KHR_texture_transform")
        if not table:
            return uv
        angle = float(table.get("rotation", 0))
        c, s = np.cos(angle), np.sin(angle)
        turned = (uv * np.array(table.get("scale", (1, 1)))) @ np.array([[c, -s], [s, c]])
        return np.asarray(turned + np.array(table.get("offset", (0, 0))), np.float32)


def mix(parts: list[tuple[Shape | None, float]], count: int) -> Shape | None:
    """Add shapes of `count` vertices up, each with its weight; none when nothing moves."""
    whole_shift = np.zeros((count, 3), np.float32)
    for shape, weight in parts:
        if shape is not None:
            whole_shift[shape.at] += np.float32(weight) * shape.shift
    at = np.nonzero(np.abs(whole_shift).max(1) > STILL)[0]
    return Shape(at.astype(np.int32), whole_shift[at]) if len(at) else None


def facing(vertices: Floats, triangles: Ints) -> Floats:
    """Normals (n, 3) of vertices: their triangles' by area."""
    corner = vertices[triangles]
    normal = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    out = np.stack(
        [
            np.bincount(triangles.ravel(), np.repeat(normal[:, k], 3), len(vertices))
            for k in range(3)
        ],
        1,
    )
    return unit(out)


def floats(values: object) -> Floats:
    """Numbers as an array of 32-bit floats."""
    return np.asarray(values, np.float32)


def unit(vectors: NDArray[Any]) -> Floats:
    """Vectors (n, 3) of length 1; those without a direction point along z."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    out = np.where(length > 1e-12, vectors / np.maximum(length, 1e-12), [0, 0, 1])
    return out.astype(np.float32)

