"""An avatar's nodes: where they are, which bone is which, and what its expressions are made of."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .container import Container, whole

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Matrix = NDArray[np.float64]

DEEPEST = 256  # nodes below one another
HANGING = 0.18  # sideways for each length down that an arm hangs: some 10 degrees
# Names of bones in the tools people use: Mixamo and Ready Player Me, VRoid, Unreal, MakeHuman.
NAMES = {
    "head": r"head|jbipchead|ccbasehead|def-?head",
    "neck": r"neck|jbipcneck|neck0?1|ccbasenecktwist01",
    "leftEye": r"(left|l)eye|jadjlfaceeye|eye(l|left)|ccbaseleye",
    "rightEye": r"(right|r)eye|jadjrfaceeye|eye(r|right)|ccbasereye",
    "leftUpperArm": r"leftarm|leftupperarm|jbiplupperarm|upperarm(01)?l|ccbaselupperarm",
    "rightUpperArm": r"rightarm|rightupperarm|jbiprupperarm|upperarm(01)?r|ccbaserupperarm",
    "leftLowerArm": r"leftforearm|leftlowerarm|jbipllowerarm|lowerarm(01)?l|ccbaselforearm",
    "rightLowerArm": r"rightforearm|rightlowerarm|jbiprlowerarm|lowerarm(01)?r|ccbaserforearm",
}
# Preset expressions: VRM 1's names and VRM 0's for the same.
PRESETS = {
    "a": "aa", "i": "ih", "u": "ou", "e": "ee", "o": "oh",
    "blink_l": "blinkLeft", "blink_r": "blinkRight", "joy": "happy", "fun": "relaxed",
    "sorrow": "sad",
}  # fmt: skip


class Skeleton:
    """The nodes of a file in its rest pose, arms hanging; `shown` numbers those in the scene."""

    def __init__(self, box: Container) -> None:
        """Place every node.

        Raises:
            ValueError, KeyError, TypeError: the tree of nodes is none.
        """
        self.box = box
        nodes = box.list("nodes")
        self.names = tuple(str(node.get("name", ""))[:60] for node in nodes)
        self.world: list[Matrix] = [np.eye(4) for _ in nodes]
        self.parent: dict[int, int] = {}
        self.children = [[whole(c) for c in node.get("children", [])] for node in nodes]
        for number, children in enumerate(self.children):
            for child in children:
                if child >= len(nodes) or child in self.parent or child == number:
                    raise ValueError("the nodes are no tree")
                self.parent[child] = number
        self.shown: set[int] = set()
        scenes = box.list("scenes")
        scene = scenes[whole(box.document.get("scene", 0))] if scenes else {}
        free = [n for n in range(len(nodes)) if n not in self.parent]
        for root in scene.get("nodes", free):
            self._place(whole(root), np.eye(4))
        self.humanoid = self._humanoid()
        self._hang()

    def _place(self, root: int, base: Matrix) -> None:
        nodes = self.box.list("nodes")
        todo = [(root, base, 0)]
        while todo:
            number, above, depth = todo.pop()
            if depth > DEEPEST or number in self.shown:
                raise ValueError("the nodes are no tree")
            self.shown.add(number)
            self.world[number] = above @ _local(nodes[number])
            todo += [(child, self.world[number], depth + 1) for child in self.children[number]]

    def place(self, node: int) -> tuple[float, float, float]:
        """Where a node is."""
        x, y, z = (float(v) for v in self.world[node][:3, 3])
        return x, y, z

    def _humanoid(self) -> dict[str, int]:
        extensions: dict[str, Any] = self.box.document.get("extensions", {})
        out: dict[str, int] = {}
        older = extensions.get("VRM", {}).get("humanoid", {}).get("humanBones", [])
        for entry in older:
            out[str(entry["bone"])] = whole(entry["node"])
        newer = extensions.get("VRMC_vrm", {}).get("humanoid", {}).get("humanBones", {})
        for name, entry in newer.items():
            out[str(name)] = whole(entry["node"])
        joints = {whole(j) for skin in self.box.list("skins") for j in skin.get("joints", [])}
        for name, pattern in NAMES.items():
            if name in out:
                continue
            for number in sorted(self.shown, key=lambda n: (n not in joints, n)):
                plain = re.sub(r"mixamorig\d*|[^a-z0-9]", "", self.names[number].lower())
                if re.fullmatch(pattern, plain):
                    out[name] = number
                    break
        return {name: node for name, node in out.items() if node < len(self.names)}

    def _hang(self) -> None:
        """Turn stretched arms down about the shoulders."""
        for side, out in (("left", 1), ("right", -1)):
            upper, lower = (self.humanoid.get(f"{side}{k}Arm") for k in ("Upper", "Lower"))
            if upper is None or lower is None:
                continue
            centre = self.world[upper][:3, 3].copy()
            along = self.world[lower][:3, 3] - centre
            length = float(np.linalg.norm(along))
            if length < 1e-9 or along[1] / length < -0.9:
                continue
            side_way = np.sign(along[0]) or out
            aim = np.array([side_way * HANGING, -1.0, 0.06 * np.sign(along[2])])
            turn = _between(along / length, aim / np.linalg.norm(aim))
            whole_turn = np.eye(4)
            whole_turn[:3, :3] = turn
            whole_turn[:3, 3] = centre - turn @ centre
            todo = [upper]
            while todo:
                number = todo.pop()
                self.world[number] = whole_turn @ self.world[number]
                todo += self.children[number]

    def blend(
        self, number: int, node: dict[str, Any], attributes: dict[str, Any], count: int
    ) -> tuple[Floats, Ints]:
        """Give each vertex its matrix (n, 3, 4) and the node that moves it most (n,)."""
        if "skin" not in node or "JOINTS_0" not in attributes:
            one = self.world[number][:3].astype(np.float32)
            return np.broadcast_to(one, (count, 3, 4)), np.full(count, number, np.int32)
        skin = self.box.one("skins", node["skin"])
        joints = np.array([whole(j) for j in skin["joints"]])
        if not len(joints) or joints.max() >= len(self.names):
            raise ValueError("a skin names a bone that does not exist")
        bind = np.broadcast_to(np.eye(4), (len(joints), 4, 4))
        if "inverseBindMatrices" in skin:
            flat = self.box.accessor(skin["inverseBindMatrices"], "MAT4", 10_000)
            bind = flat.astype(np.float64).reshape(-1, 4, 4).transpose(0, 2, 1)
        if len(bind) < len(joints):
            raise ValueError("a skin has too few matrices")
        each = np.stack([self.world[j] for j in joints]) @ bind[: len(joints)]
        names = self.box.accessor(attributes["JOINTS_0"], "VEC4", count).astype(np.int64)
        shares = self.box.accessor(attributes["WEIGHTS_0"], "VEC4", count).astype(np.float64)
        if len(names) != count or len(shares) != count or names.max(initial=0) >= len(joints):
            raise ValueError("a vertex hangs on a bone that does not exist")
        if not np.isfinite(shares).all():
            raise ValueError("a vertex hangs on a bone by no number")
        total = shares.sum(1, keepdims=True)
        shares = np.where(total > 1e-6, shares / np.maximum(total, 1e-6), [1.0, 0, 0, 0])
        turn = np.zeros((count, 3, 4), np.float32)
        for k in range(4):
            turn += (shares[:, k, None, None] * each[names[:, k], :3]).astype(np.float32)
        most = joints[names[np.arange(count), shares.argmax(1)]]
        return turn, most.astype(np.int32)

    def expressions(self, node: dict[str, Any], mesh: dict[str, Any]) -> dict[str, list[Any]]:
        """What VRM's expressions do to a mesh: name -> [(target's number, weight)].

        The presets are named `vrm:aa` and so on, a file's own by their names.
        """
        extensions: dict[str, Any] = self.box.document.get("extensions", {})
        out: dict[str, list[Any]] = {}
        meshes, nodes = self.box.list("meshes"), self.box.list("nodes")
        groups = extensions.get("VRM", {}).get("blendShapeMaster", {}).get("blendShapeGroups", [])
        for group in groups:
            preset = str(group.get("presetName", "unknown")).lower()
            name = f"vrm:{PRESETS.get(preset, preset)}"
            if preset in ("unknown", ""):
                name = str(group.get("name", ""))[:80]
            for bind in group.get("binds", []):
                if whole(bind["mesh"]) < len(meshes) and meshes[bind["mesh"]] is mesh:
                    weight = float(bind.get("weight", 100)) / 100
                    out.setdefault(name, []).append((whole(bind["index"]), weight))
        table = extensions.get("VRMC_vrm", {}).get("expressions", {})
        for group, prefix in (("preset", "vrm:"), ("custom", "")):
            for key, expression in (table.get(group) or {}).items():
                for bind in expression.get("morphTargetBinds") or []:
                    if whole(bind["node"]) < len(nodes) and nodes[bind["node"]] is node:
                        weight = float(bind.get("weight", 1))
                        name = f"{prefix}{str(key)[:80]}"
                        out.setdefault(name, []).append((whole(bind["index"]), weight))
        return out


def _local(node: dict[str, Any]) -> Matrix:
    if "matrix" in node:
        return _numbers(node["matrix"], 16).reshape(4, 4).T
    out = np.eye(4)
    x, y, z, w = _numbers(node.get("rotation", (0, 0, 0, 1)), 4)
    length = x * x + y * y + z * z + w * w
    s = 2 / length if length > 1e-12 else 0.0
    out[:3, :3] = [
        [1 - s * (y * y + z * z), s * (x * y - z * w), s * (x * z + y * w)],
        [s * (x * y + z * w), 1 - s * (x * x + z * z), s * (y * z - x * w)],
        [s * (x * z - y * w), s * (y * z + x * w), 1 - s * (x * x + y * y)],
    ]
    out[:3, :3] *= _numbers(node.get("scale", (1, 1, 1)), 3)
    out[:3, 3] = _numbers(node.get("translation", (0, 0, 0)), 3)
    return out


def _numbers(values: Any, count: int) -> Matrix:
    out = np.array([float(v) for v in values])
    if out.shape != (count,) or not np.isfinite(out).all() or np.abs(out).max() > 1e6:
        raise ValueError("a node lies nowhere")
    return out


def _between(a: Matrix, b: Matrix) -> Matrix:
    """The turn that takes direction a to b, by Rodrigues' formula."""
    axis, cosine = np.cross(a, b), float(a @ b)
    if cosine < -0.9999:
        return np.diag([-1.0, -1.0, 1.0])
    skew = np.array([[0, -axis[2], axis[1]], [axis[2], 0, -axis[0]], [-axis[1], axis[0], 0]])
    return np.asarray(np.eye(3) + skew + skew @ skew / (1 + cosine))
