"""Shadows laid over a painted sheet: under a cloud, and on the presenter's side."""

import numpy as np

from kit.frame import Frame
from kit.noise import cover


def cloud_shade(f: Frame, y0: float, y1: float, depth: float = 0.6) -> None:
    """The shadow of a cloud over the near ground, soft and uneven; fractions."""
    yy = (np.mgrid[0 : f.h, 0 : f.w][0] / f.h).astype(np.float32)
    rag = (cover(f.w, f.h, 2.6, 77, 2.2, 3.0) - 0.5) * 0.14
    t = np.clip((yy + rag - y0) / (y1 - y0), 0, 1)
    f.expose(1 - depth * t * t * (3 - 2 * t))


def right_shade(f: Frame, depth: float = 0.4) -> None:
    """A quieter right third."""
    if f.portrait:
        return
    xx = (np.mgrid[0 : f.h, 0 : f.w][1] / f.w).astype(np.float32)
    rag = (cover(f.w, f.h, 2.6, 79, 2.2) - 0.5) * 0.08
    t = np.clip((xx + rag - 0.5) / 0.45, 0, 1)
    f.expose(1 - depth * t * t * (3 - 2 * t))
