"""Where a photographed person stands on the canvas, and how the picture ends at its edges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face.asset import Camera, Window

from . import points as at
from .fit import similar
from .generic import Head
from .pixels import Doubles, Floats

ABOVE = 34.0  # pixels of air over the hair
OVAL = 1.2  # half-width of the medallion, in face widths
SOFT = 14.0  # pixels of its edge
FADE = 120.0  # pixels in which shoulders that the photograph cuts off dissolve


@dataclass(frozen=True)
class Framing:
    """From the photograph to the canvas.

    `level` (2, 3) takes the photograph's pixels to the generic canvas, where eyes are level and
    the face is as large as hers: people of all photographs are of one scale on the stage. `shift`
    takes that to the canvas.
    """

    level: Doubles
    shift: tuple[float, float]

    @property
    def whole(self) -> Doubles:
        """(2, 3), from the photograph straight to the canvas."""
        out = self.level.copy()
        out[:, 2] += self.shift
        return out

    @property
    def along(self) -> Doubles:
        """(2, 3), from the generic canvas to the canvas."""
        x, y = self.shift
        return np.array([[1, 0, x], [0, 1, y]])

    def camera(self, generic: Camera) -> Camera:
        """The generic camera as the canvas sees it."""
        x, y = (c + s for c, s in zip(generic.centre, self.shift, strict=True))
        return Camera(generic.focal, (x, y))

    def window(self, window: Window, width: int, height: int) -> Window:
        """A window of the generic canvas on this one, inside it."""
        left = max(0, int(window.left + self.shift[0]) // 8 * 8)
        top = max(0, int(window.top + self.shift[1]) // 8 * 8)
        wide, high = window.width + 16, window.height + 16
        return Window(left, top, min(wide, width - left), min(high, height - top))


def frame(head: Head, points: Floats, opacity: Floats) -> Framing:
    """Choose the framing for points (468, 3) and opacity (h, w) of the photograph."""
    firm = list(at.FIRM)
    scale, rotation, shift = similar(points[firm, :2], head.seen[firm, :2])
    level = np.column_stack([scale * rotation, shift])
    height, width = opacity.shape
    rows = np.nonzero((opacity > 0.5).sum(1) > 0.004 * width)[0]
    middle = points[at.FOREHEAD, :2]
    top = float(rows[0]) if len(rows) else 0.0
    top = float((level @ [middle[0], top, 1])[1])
    bottom = float(min((level @ [x, height - 1, 1])[1] for x in (0, width - 1)))
    across = head.asset.width / 2 - float(head.seen[firm, 0].mean())
    # where the photograph ends too high, the person stands on the lower edge all the same
    down = max(ABOVE - top, head.asset.height - bottom)
    return Framing(level, (across, down))


def edges(framing: Framing, size: tuple[int, int], width: int, height: int, chin: float) -> Floats:
    """How opaque the canvas may be (h, w): 1, falling to 0 where the photograph ends beside it.

    Args:
        framing: from the photograph to the canvas.
        size: the photograph's width and height.
        width, height: of the canvas.
        chin: its row; shoulders that the photograph cuts off dissolve, hair that it holds does not.
    """
    y, x = np.mgrid[:height, :width].astype(np.float32)
    left, right = (_side(framing, column, size[1], y) for column in (0, size[0] - 1))
    away = np.minimum(x - left, right - x)
    low = np.clip((y - chin) / FADE + 0.5, 0.05, 1)
    return _smooth(away / (FADE * low))


def _side(framing: Framing, column: int, rows: int, y: Floats) -> Floats:
    """Where a column of the photograph lies on the canvas's rows."""
    (x0, y0), (x1, y1) = (framing.whole @ [column, row, 1] for row in (0, rows - 1))
    return np.asarray(x0 + (y - y0) * (x1 - x0) / (y1 - y0), np.float32)


def _smooth(share: NDArray[Any]) -> Floats:
    t = np.clip(share, 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def medallion(
    framing: Framing, size: tuple[int, int], width: int, height: int, face: Floats
) -> Floats:
    """An oval (h, w) round the face's points (n, 2), inside the photograph of this size.

    It is shown when the outline cannot be trusted, as the portrait on a label is.
    """
    (left, top), (right, bottom) = face.min(0), face.max(0)
    middle = (left + right) / 2, top + 0.5 * (bottom - top)
    corners = np.array([[0, 0, 1], [size[0] - 1, 0, 1], [0, size[1] - 1, 1],
                        [size[0] - 1, size[1] - 1, 1]], np.float64) @ framing.whole.T  # fmt: skip
    edge = (max(corners[0, 0], corners[2, 0], 0.0), min(corners[1, 0], corners[3, 0], width))
    beside = min(middle[0] - edge[0], edge[1] - middle[0]) - 4
    above = middle[1] - max(corners[0, 1], corners[1, 1], 0.0) - 4
    below = min(corners[2, 1], corners[3, 1], height) - middle[1] - 4
    wide = min(OVAL * (right - left), beside)
    high = min(wide * 1.3, above, below)
    wide = min(wide, high)
    y, x = np.mgrid[:height, :width].astype(np.float32)
    out = np.hypot((x - middle[0]) / wide, (y - middle[1]) / high)
    return _smooth((1 - out) * wide / SOFT)
