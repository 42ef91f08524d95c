"""Turn the head, breathe and sway: the whole figure bent by its depth."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from . import fields, paint
from .depth import CELL
from .figure import Figure

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

LIFT = 0.0036  # metres the shoulders rise with a full breath
ROUNDS = 2  # of the search for where a place comes from: enough for a few degrees
WIDEN = 0.009  # and the share by which the chest grows wider


class Stance:
    """Bends the drawn figure.

    Args:
        figure: the presenter.
    """

    def __init__(self, figure: Figure) -> None:
        body, self._asset = figure.body, figure.asset
        self._points = body.points
        self._head, self._chest = body.head[..., None], body.chest[..., None]
        self._neck = np.array(figure.asset.neck, np.float32)
        rows, columns = body.head.shape
        self._nodes = fields.nodes(rows, columns)
        self._before = self._places(self._points)
        # the ribs, below the shoulders
        ribs = np.exp(-np.square((body.chest - np.float32(0.72)) / np.float32(0.24)))
        aside = np.array([1, 0, 0], np.float32)
        self._ribs = (ribs * (1 - body.head))[..., None] * body.points * aside

    def _places(self, points: Floats) -> Floats:
        flat = self._asset.camera.pixels(points.reshape(-1, 3))
        return flat.reshape(*points.shape[:2], 2)

    def bend(
        self,
        picture: Bytes,
        head: tuple[float, float, float],
        lean: tuple[float, float],
        breath: float,
    ) -> Bytes:
        """The figure as it stands.

        Args:
            picture: (h, w, 4), premultiplied.
            head: degrees it is turned to the right, nods up, tilts to the right.
            lean: millimetres the shoulders go right and forward.
            breath: 0 to 1.
        """
        turned = (self._points - self._neck) @ _rotation(head).T + self._neck
        points = self._points + self._head * (turned - self._points)
        lift = np.array([lean[0] / 1000, breath * LIFT, lean[1] / 1000], np.float32)
        points = points + self._chest * lift + np.float32(breath * WIDEN) * self._ribs
        forward = (self._places(points.astype(np.float32)) - self._before) / np.float32(CELL)
        return paint.bent(picture, forward, self._nodes, ROUNDS)


def _rotation(head: tuple[float, float, float]) -> Floats:
    turn, nod, tilt = (math.radians(part) for part in head)
    about_y = np.array(
        [[math.cos(turn), 0, math.sin(turn)], [0, 1, 0], [-math.sin(turn), 0, math.cos(turn)]]
    )
    about_x = np.array(
        [[1, 0, 0], [0, math.cos(nod), math.sin(nod)], [0, -math.sin(nod), math.cos(nod)]]
    )
    about_z = np.array(
        [[math.cos(tilt), math.sin(tilt), 0], [-math.sin(tilt), math.cos(tilt), 0], [0, 0, 1]]
    )
    return np.asarray(about_y @ about_x @ about_z, np.float32)
