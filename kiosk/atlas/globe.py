"""The globe as it is seen from far above one place (orthographic projection)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.atlas.earth import Place, vector
from kiosk.atlas.store import Rings


@dataclass(frozen=True, slots=True)
class Globe:
    """A globe on a picture.

    Args:
        above: the place that the middle of the globe shows.
        middle: where that is on the picture, x and y in pixels.
        radius: of the globe, in pixels.
        turn: degrees that the picture is turned clockwise by, about the middle.
    """

    above: Place
    middle: tuple[float, float]
    radius: float
    turn: float = 0.0

    def project(self, points: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Unit vectors (n, 3) to pixels (n, 2), and which of them face the viewer.

        What lies behind is put on the rim, in its own direction: an outline that runs round the
        back closes along the rim, as it is seen to.
        """
        seen = np.asarray(points) @ self._axes().T
        flat, toward = seen[:, :2].copy(), seen[:, 2]
        behind = toward < 0
        length = np.linalg.norm(flat[behind], axis=1, keepdims=True)
        flat[behind] /= np.maximum(length, 1e-9)
        return flat * self.radius + np.array(self.middle), ~behind

    def at(self, place: Place) -> tuple[float, float]:
        """Where a place is on the picture."""
        (point,), _ = self.project(vector(place)[None])
        return float(point[0]), float(point[1])

    def outlines(self, rings: Rings) -> list[tuple[NDArray[np.float64], bool]]:
        """The rings of which any part faces the viewer, in pixels, and whether to fill outside.

        A ring round the point opposite the viewer runs once round the rim, and what it encloses is
        what lies outside of it on the picture. Rings run clockwise on a map, as the atlas has them.
        """
        if not rings:
            return []
        axes, ends = self._axes(), np.cumsum([len(ring) for ring in rings])[:-1]
        flat, front = self.project(np.concatenate(rings))
        found = []
        for ring, shape, seen in zip(
            rings, np.split(flat, ends), np.split(front, ends), strict=True
        ):
            outside = False
            if not seen.any():
                continue
            if not seen.all():
                right, down = axes[:2] @ np.append(ring, ring[:1], 0).T
                around = np.unwrap(np.arctan2(down, right))
                outside = bool(around[-1] - around[0] < -np.pi)
            found.append((shape, outside))
        return found

    def _axes(self) -> NDArray[np.float64]:
        """Rows: the picture's right, its down, and towards the viewer."""
        out = vector(self.above)
        east = np.cross((0.0, 0.0, 1.0), out)
        east /= np.linalg.norm(east)
        south = -np.cross(out, east)
        angle = np.radians(self.turn)
        right = np.cos(angle) * east - np.sin(angle) * south
        down = np.sin(angle) * east + np.cos(angle) * south
        return np.stack((right, down, out))
