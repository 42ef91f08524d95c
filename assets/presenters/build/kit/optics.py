"""The camera, as the show needs it: camera space in metres to pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

SENSOR_MM = 36.0
METRES = 0.1  # a decimetre


@dataclass(frozen=True)
class Camera:
    """A level camera in front of the person. Body space: decimetres, y up, facing +z."""

    width: int
    height: int
    lens_mm: float
    distance: float
    level: float
    shift: float

    @classmethod
    def of(cls, spec: dict[str, Any], width: int, height: int) -> Camera:
        """Read the camera of a person's file."""
        return cls(width, height, spec["lens_mm"], spec["distance"], spec["height"], spec["shift"])

    @property
    def focal(self) -> float:
        """Focal length in pixels."""
        return self.height * self.lens_mm / SENSOR_MM

    @property
    def centre(self) -> tuple[float, float]:
        """Where the optical axis meets the picture, in pixels from the top left."""
        return self.width / 2, self.height / 2 + self.shift * self.height

    def view(self, p: np.ndarray) -> np.ndarray:
        """Turn body space into camera space: metres, x right, y up, looking along -z."""
        return (p - np.array([0, self.level, self.distance])) * METRES

    def pixels(self, p: np.ndarray) -> np.ndarray:
        """Project points of body space (n, 3) to pixels (n, 2)."""
        q = self.view(p)
        cx, cy = self.centre
        return np.stack(
            [cx + self.focal * q[:, 0] / -q[:, 2], cy - self.focal * q[:, 1] / -q[:, 2]], 1
        )

    def window(self, p: np.ndarray, margin: tuple[float, float, float, float]) -> list[int]:
        """Bound points with margins (left, top, right, bottom, in pixels), to multiples of 8."""
        at = self.pixels(p)
        low, high = at.min(0), at.max(0)
        left = int((low[0] - margin[0]) // 8 * 8)
        top = int((low[1] - margin[1]) // 8 * 8)
        right = int(-(-(high[0] + margin[2]) // 8) * 8)
        bottom = int(-(-(high[1] + margin[3]) // 8) * 8)
        return [left, top, right - left, bottom - top]
