"""A tailored jacket with a mandarin collar: shell, folds, seams, piping, knot buttons, earrings."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import bpy
import numpy as np
from mathutils import Vector
from mathutils.bvhtree import BVHTree

import drape
from cloth import cloth, cord, gold, jade, pearl
from scene import ball, mesh, smooth, tube, upright

Marks = Callable[[np.ndarray, np.ndarray, np.ndarray], dict[str, np.ndarray]]
DEGREES = [0, 25, 60, 95, 140, 180]
GAP = 2.2  # half the collar's opening, degrees
ROUND = 13.0  # over which its corners are rounded, degrees


class Garment:
    """Cloth over a body given as y-up vertices and polygons."""

    def __init__(self, v: np.ndarray, faces: Any, arm: np.ndarray, spec: dict[str, Any]) -> None:
        self.v, self.faces, self.arm, self.spec = v, faces, arm, spec
        triangles = [t for f in faces for t in (f[:3], [f[0], f[2], f[-1]])]
        self.body = BVHTree.FromPolygons([tuple(x) for x in v], triangles)
        self.normals = np.zeros_like(v)
        for a, b, c in triangles:
            self.normals[[a, b, c]] += np.cross(v[b] - v[a], v[c] - v[a])
        self.normals /= np.linalg.norm(self.normals, axis=1, keepdims=True) + 1e-9

    def foot(self, degrees: Any) -> Any:
        """Height of the collar's lower edge by azimuth."""
        return np.interp(np.abs(degrees), DEGREES, self.spec["collar_foot"])

    def rim(self, degrees: Any) -> Any:
        """Height of the collar's upper edge by azimuth."""
        return np.interp(np.abs(degrees), DEGREES, self.spec["collar_rim"])

    def _axis(self, y: Any) -> Any:
        return 0.15 + (y - 4.75) * 0.38  # z of the neck's axis

    def _shell(self, name: str, material: Any, lift: float, marks: Marks) -> tuple[Any, BVHTree]:
        """Lay a layer of cloth `lift` above the usual ease; returns it and its surface.

        `marks` gives vertex attributes from y-up places, normals and the arm's share.
        """
        v, spec = self.v, self.spec
        azimuth = np.degrees(np.arctan2(v[:, 0], v[:, 2] - self._axis(v[:, 1])))
        below = self.foot(azimuth) - v[:, 1]
        kept = [f for f in self.faces if below[f].min() > -0.09]
        ids = sorted({a for f in kept for a in f})
        index = {a: i for i, a in enumerate(ids)}
        faces = [[index[a] for a in f] for f in kept]
        start, normal = v[ids], self.normals[ids]
        arm = smooth(0.4, 0.8, self.arm[ids])
        loose = 0.060 + 0.010 * arm + 0.05 * (1 - arm) * smooth(3.3, 2.4, start[:, 1])
        ease = 0.012 + lift + loose * smooth(-0.02, 0.40, below[ids])
        start = drape.even(start, faces, below[ids], self.arm[ids], spec["smoothing"])
        shell = drape.relax(
            start, normal, ease, faces, start + normal * ease[:, None], spec["relax"]
        )
        share = drape.blurred(self.arm[ids], faces, 5)
        rough = mesh(f"{name}-rough", shell, faces, None, 2, {"arm": share})
        fine = rough.evaluated_get(bpy.context.evaluated_depsgraph_get())
        data = bpy.data.meshes.new_from_object(fine)
        bpy.data.objects.remove(rough)
        share = np.empty(len(data.vertices), "f4")
        data.attributes["arm"].data.foreach_get("value", share)
        p, n = drape.folded(data, spec)
        data.vertices.foreach_set("co", upright(p).astype("f4").ravel())
        for key, values in marks(p, n, share).items():
            attribute = data.attributes.new(key, "FLOAT", "POINT")
            attribute.data.foreach_set("value", values.astype("f4"))
        data.polygons.foreach_set("use_smooth", [True] * len(data.polygons))
        data.materials.clear()
        data.materials.append(material)
        data.update()
        thing = bpy.data.objects.new(name, data)
        bpy.context.scene.collection.objects.link(thing)
        modifier = thing.modifiers.new("subdivision", "SUBSURF")
        modifier.levels = modifier.render_levels = 1
        shell = thing.evaluated_get(bpy.context.evaluated_depsgraph_get()).to_mesh()
        points = np.empty(len(shell.vertices) * 3, "f4")
        shell.vertices.foreach_get("co", points)
        q = points.reshape(-1, 3)
        y_up = np.stack([q[:, 0], q[:, 2], -q[:, 1]], 1)
        surface = BVHTree.FromPolygons(
            [tuple(x) for x in y_up], [tuple(f.vertices) for f in shell.polygons]
        )
        return thing, surface

    def _neck(self, degrees: float, y: float) -> float:
        a = math.radians(degrees)
        d = Vector((math.sin(a), 0, math.cos(a)))
        hit = self.body.ray_cast(Vector((0, y, self._axis(y))) + d * 2.5, -d)
        return 2.5 - hit[3] if hit[0] is not None else 0.5

    def on(self, x: float, y: float, lift: float = 0.0) -> np.ndarray:
        """Find the outer layer's surface at (x, y), seen from the front."""
        hit = self.surface.ray_cast(Vector((x, y, 5)), Vector((0, 0, -1)))
        return np.array([x, y, (hit[0].z if hit[0] is not None else 0.6) + lift])


class Jacket(Garment):
    """A tailored jacket with a mandarin collar."""

    def __init__(self, v: np.ndarray, faces: Any, arm: np.ndarray, spec: dict[str, Any]) -> None:
        super().__init__(v, faces, arm, spec)
        self.cloth = cloth(spec, False)
        self.trim = cord(tuple(spec["piping"]))
        _, self.surface = self._shell(
            "jacket", cloth(spec, True), 0.0, lambda p, n, arm: drape.seams(p, n)
        )
        self.collar_rows = self._collar()
        self._trimmings()

    def _collar(self) -> np.ndarray:
        azimuth = np.concatenate(
            [np.linspace(GAP, 40, 26), np.linspace(42, 318, 68), np.linspace(320, 360 - GAP, 26)]
        )
        turn = (azimuth + 180) % 360 - 180
        low = np.array([self._neck(f, self.foot(f) + 0.02) for f in turn]) + 0.055
        high = np.array([self._neck(f, self.rim(f)) for f in turn]) + 0.075
        for line in (low, high):
            for _ in range(10):
                line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
        rows = []
        for u in np.linspace(0, 1, 9):
            row = []
            for i, f in enumerate(turn):
                foot, rim = self.foot(f), self.rim(f)
                y = foot - 0.02 + (rim - foot + 0.02) * u * _corner(f)
                share = max(0.0, (y - foot) / (rim - foot)) ** 0.8
                r = low[i] + (high[i] - low[i]) * share
                a = math.radians(f)
                row.append((r * math.sin(a), y, self._axis(y) + r * math.cos(a)))
            rows.append(row)
        grid = np.array(rows)
        w = len(turn)
        faces = [
            (j * w + i, j * w + i + 1, (j + 1) * w + i + 1, (j + 1) * w + i)
            for j in range(len(rows) - 1)
            for i in range(w - 1)
        ]
        collar = mesh("collar", grid.reshape(-1, 3), faces, None, 1)
        collar.data.materials.append(self.cloth)
        thick = collar.modifiers.new("thickness", "SOLIDIFY")
        thick.thickness, thick.offset = 0.035, -1
        self.turn = turn
        return grid

    def _trimmings(self) -> None:
        rows = self.collar_rows
        tube("piping-rim", [*rows[:, 0], *rows[-1][1:-1], *rows[::-1, -1]], 0.0085, self.trim)
        foot = []
        for corner, f in zip(rows[0], self.turn, strict=True):
            a = math.radians(f)
            q = corner + np.array([math.sin(a), 0, math.cos(a)]) * 0.010
            hit = self.surface.ray_cast(Vector((q[0], q[1] + 0.35, q[2])), Vector((0, -1, 0)))
            if hit[0] is not None:
                q[1] = max(q[1], hit[0].y + 0.003)
            foot.append(q)
        line = np.array(foot)
        for _ in range(4):
            line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
        tube("piping-foot", line, 0.0075, self.trim)
        control = np.array(self.spec["closing"])
        s = np.linspace(0, len(control) - 1, 160)
        xy = np.stack([np.interp(s, range(len(control)), control[:, k]) for k in (0, 1)], 1)
        for _ in range(60):
            xy[1:-1] = (xy[:-2] + 2 * xy[1:-1] + xy[2:]) / 4
        tube("piping-closing", [self.on(x, y, 0.004) for x, y in xy], 0.0085, self.trim)
        bead = jade()
        front = rows[2][0][2]
        self._button(bead, (0.0, self.foot(0.0) + 0.065, front + 0.004), 0.0, True)
        for x, degrees in self.spec["buttons"]:
            i = int(np.argmin(np.abs(xy[:, 0] - x)))
            self._button(bead, (xy[i, 0], xy[i, 1], 0.0), math.radians(degrees), False)

    def _button(self, bead: Any, at: Any, turn: float, collar: bool) -> None:
        """Two cord loops and a bead."""
        cos, sin = math.cos(turn), math.sin(turn)

        def place(a: float, b: float, lift: float) -> np.ndarray:
            if collar:
                return np.array([at[0] + a, at[1] + b, at[2] + lift - 0.25 * a * a])
            return self.on(at[0] + a * cos - b * sin, at[1] + a * sin + b * cos, lift)

        for side in (1, -1):
            loop = [
                place(
                    side * (0.030 + 0.125 * math.sin(math.pi * u) ** 0.9),
                    0.027 * math.sin(2 * math.pi * u),
                    0.012,
                )
                for u in np.linspace(0, 1, 40)
            ]
            tube("loop", loop, 0.0095, self.trim)
        ball("bead", place(0, 0, 0.026), 0.036, bead)

    def earrings(self, ears: np.ndarray) -> None:
        """A gold stud, a jade bead and a pearl at each lobe."""
        for side in (1, -1):
            ear = self.v[(ears > 0.6) & (self.v[:, 0] * side > 0)]
            lobe = ear[np.argsort(ear[:, 1])[:14]].mean(0) + np.array([side * 0.02, 0, 0.035])
            for dy, radius, material in (
                (0.030, 0.016, gold()),
                (-0.028, 0.022, jade()),
                (-0.086, 0.034, pearl()),
            ):
                ball("earring", lobe + np.array([0, dy, 0]), radius, material)


def _corner(degrees: float) -> float:
    """Share of the collar's height near its rounded front corners."""
    if abs(degrees) >= ROUND:
        return 1.0
    t = max(0.0, 1 - abs(degrees) / ROUND * 0.985)
    return math.sqrt(max(0.0, 1 - t * t)) * 0.62 + 0.38
