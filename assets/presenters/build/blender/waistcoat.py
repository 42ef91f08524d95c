"""A waistcoat over a linen shirt worn open at the neck."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from mathutils import Vector

from cloth import corduroy, horn, linen, pearl
from garment import Garment
from scene import ball, mesh, smooth, tube

FRONT = 0.25  # z beyond which a neckline counts as the front, dm


class Waistcoat(Garment):
    """Dresses a body in shirt and waistcoat."""

    def __init__(self, v: np.ndarray, faces: Any, arm: np.ndarray, spec: dict[str, Any]) -> None:
        super().__init__(v, faces, arm, spec)
        white, wool = tuple(spec["linen"]), tuple(spec["wool"])
        plain, hem = linen(white, False), corduroy(wool, False)
        _, self.shirt = self._shell("shirt", linen(white, True), 0.0, self._shirt_marks)
        _, self.surface = self._shell("waistcoat", corduroy(wool, True), spec["over"], self._marks)
        self._collar(plain)
        self._shirt_front(plain)
        self._waistcoat_front(hem)

    def _shirt_marks(
        self, p: np.ndarray, _normals: np.ndarray, _arm: np.ndarray
    ) -> dict[str, np.ndarray]:
        apex, slope = self.spec["shirt_opening"]
        wide = np.abs(p[:, 0]) - (p[:, 1] - apex) * slope
        return {"inside": np.where(p[:, 2] > FRONT, wide, 1.0)}

    def _marks(self, p: np.ndarray, _normals: np.ndarray, arm: np.ndarray) -> dict[str, np.ndarray]:
        apex, slope = self.spec["opening"]
        neck = np.abs(p[:, 0]) - (p[:, 1] - apex) * slope
        neck = np.where(p[:, 2] > 0.0, neck, np.abs(p[:, 0]) - (4.95 - apex) * slope * 0.9)
        neck = np.where((p[:, 2] <= 0.0) & (p[:, 1] < 4.7), 1.0, neck)
        return {"inside": np.minimum(neck, (self.spec["armhole"] - arm) * 0.45)}

    def _collar(self, material: Any) -> None:
        """A soft collar: a stand round the neck, and a leaf that falls from it."""
        spec = self.spec
        start = spec["collar_from"]
        turn = np.linspace(start, 360 - start, 121)
        signed = (turn + 180) % 360 - 180
        away = np.abs(signed)
        foot = self.foot(signed)
        top = foot + np.interp(away, [start, 60, 120, 180], [0.10, 0.20, 0.30, 0.32])
        fall = np.interp(away, [start, start + 14, 75, 120, 180], [0.50, 0.47, 0.34, 0.30, 0.30])
        neck = np.array([self._neck(f, y) for f, y in zip(signed, foot, strict=True)]) + 0.05
        upper = np.array([self._neck(f, y) for f, y in zip(signed, top, strict=True)]) + 0.055
        for line in (neck, upper):
            for _ in range(12):
                line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
        rows = []
        for u in np.linspace(0, 1, 5):
            rows.append(self._ring(signed, neck + (upper - neck) * u, foot + (top - foot) * u))
        front = smooth(70, start, away)
        for u in np.linspace(0, 1, 9)[1:]:
            bent = signed + np.sign(signed) * front * 11 * u
            y = top - fall * u + 0.035 * math.sin(math.pi * min(1.0, 2 * u))
            r = upper + 0.035 + 0.10 * u
            out = [max(a, self._out(f, b) + 0.034) for f, a, b in zip(bent, r, y, strict=True)]
            smoothed = np.array(out)
            for _ in range(4):
                smoothed[1:-1] = (smoothed[:-2] + 2 * smoothed[1:-1] + smoothed[2:]) / 4
            rows.append(self._ring(bent, smoothed, y))
        grid = np.array(rows)
        w = len(turn)
        faces = [
            (j * w + i, j * w + i + 1, (j + 1) * w + i + 1, (j + 1) * w + i)
            for j in range(len(rows) - 1)
            for i in range(w - 1)
        ]
        collar = mesh("shirt-collar", grid.reshape(-1, 3), faces, None, 1)
        collar.data.materials.append(material)
        thick = collar.modifiers.new("thickness", "SOLIDIFY")
        thick.thickness, thick.offset = 0.018, 0
        rim = [*grid[4:, 0], *grid[-1][1:-1], *grid[4:, -1][::-1]]
        tube("collar-rim", rim, 0.010, material)

    def _ring(self, degrees: np.ndarray, r: np.ndarray, y: np.ndarray) -> np.ndarray:
        a = np.radians(degrees)
        return np.stack([r * np.sin(a), y, self._axis(y) + r * np.cos(a)], 1)

    def _out(self, degrees: float, y: float) -> float:
        """Distance of the outer layer's surface from the neck's axis."""
        a = math.radians(degrees)
        d = Vector((math.sin(a), 0, math.cos(a)))
        hit = self.surface.ray_cast(Vector((0, y, self._axis(y))) + d * 2.5, -d)
        return 2.5 - hit[3] if hit[0] is not None else 0.0

    def _on_shirt(self, x: float, y: float, lift: float) -> np.ndarray:
        hit = self.shirt.ray_cast(Vector((x, y, 5)), Vector((0, 0, -1)))
        return np.array([x, y, (hit[0].z if hit[0] is not None else 0.6) + lift])

    def _shirt_front(self, material: Any) -> None:
        apex, slope = self.spec["shirt_opening"]
        low = self.spec["opening"][0] - 0.1
        for side in (1, -1):
            heights = np.linspace(apex, apex + 0.52, 30)
            edge = [self._on_shirt(side * (y - apex) * slope, y, 0.003) for y in heights]
            tube("shirt-edge", edge, 0.011, material)
        for x in (-0.075, 0.085):  # the placket's stitching
            line = [self._on_shirt(x, y, -0.002) for y in np.linspace(low, apex - 0.02, 40)]
            tube("placket", line, 0.006, material)
        for y in np.arange(apex - 0.12, low, -0.36):
            ball("shirt-button", self._on_shirt(0.005, y, 0.004), 0.024, pearl())

    def _waistcoat_front(self, material: Any) -> None:
        apex, slope = self.spec["opening"]
        for side in (1, -1):
            heights = np.linspace(apex, 4.98, 70)
            edge = [self.on(side * (y - apex) * slope, y, 0.0) for y in heights]
            tube("waistcoat-edge", edge, 0.014, material)
        line = [self.on(0.10, y, 0.002) for y in np.linspace(1.6, apex + 0.10 / slope, 60)]
        tube("waistcoat-closing", line, 0.010, material)
        bead = horn()
        for y in self.spec["buttons"]:
            ball("button", self.on(0.0, y, 0.008), 0.045, bead)
