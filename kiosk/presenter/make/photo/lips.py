"""Find the line where closed lips touch: it is the darkest path from corner to corner."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from . import points as at
from .pixels import Floats, Picture, blur, grey

REACH = 0.10  # of the mouth's width above and below the points that are searched
PULL = 0.35  # how strongly the points hold the path, against the picture's darkness


def lay_line(picture: Picture, points: Floats) -> Floats:
    """Put the points of the lips' inner edges onto the line between the lips.

    Args:
        picture: BGR, with closed lips.
        points: (468, 3) in its pixels, eyes level.

    Returns:
        the points, the twenty inner ones moved up or down.
    """
    out = points.copy()
    pairs = list(zip(at.UPPER_INNER, at.LOWER_INNER, strict=True))
    middle = np.array([(points[a, :2] + points[b, :2]) / 2 for a, b in pairs])
    left, right = middle[0], middle[-1]
    width = float(right[0] - left[0])
    reach = max(3, round(width * REACH))
    columns = np.arange(int(np.ceil(left[0])), int(right[0]) + 1)
    if len(columns) < 12:
        return out
    guess = np.interp(columns, middle[:, 0], middle[:, 1])
    tone = blur(grey(picture), max(0.6, width / 140))
    away = np.arange(-reach, reach + 1, dtype=np.float32)
    x = np.broadcast_to(columns[None, :], (len(away), len(columns))).astype(np.float32)
    y = (guess[None, :] + away[:, None]).astype(np.float32)
    band = cv2.remap(tone, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    low, high = np.percentile(band, 2), np.percentile(band, 90)
    cost = np.clip((band - low) / max(float(high - low), 1.0), 0, 1)
    cost = cost + PULL * (away[:, None] / reach) ** 2
    ends = np.minimum(np.arange(len(columns)), np.arange(len(columns))[::-1])
    cost += np.clip(1 - ends / (0.08 * len(columns)), 0, 1) * (away[:, None] / reach) ** 2 * 8
    path = guess + away[_cheapest(np.asarray(cost, np.float32))]
    path = blur(path[None].astype(np.float32), max(1.0, width / 60))[0]
    for a, b in pairs[1:-1]:
        out[[a, b], 1] = np.interp((points[a, 0] + points[b, 0]) / 2, columns, path)
    return out


def _cheapest(cost: Floats) -> NDArray[np.intp]:
    """The cheapest row at each column, changing by one row at most from one to the next."""
    rows, columns = cost.shape
    total, came = cost[:, 0].copy(), np.zeros((rows, columns), np.intp)
    for c in range(1, columns):
        wide = np.pad(total, 1, constant_values=np.inf)
        steps = np.stack([wide[:-2] + 0.02, wide[1:-1], wide[2:] + 0.02])
        best = steps.argmin(0)
        came[:, c] = np.arange(rows) + best - 1
        total = steps[best, np.arange(rows)] + cost[:, c]
    path = np.empty(columns, np.intp)
    path[-1] = int(total.argmin())
    for c in range(columns - 1, 0, -1):
        path[c - 1] = came[path[c], c]
    return path
