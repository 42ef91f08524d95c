"""The shipped hostess, read once for all tests of live drawing."""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiosk import resources
from kiosk.presenter.face import asset, store
from kiosk.presenter.face.figure import Figure
from kiosk.presenter.lips.shapes import CLOSED, SHAPES

Bytes = NDArray[np.uint8]


@cache
def hostess() -> Figure:
    return store.figure_of(asset.read(resources.presenters() / "hostess" / "hostess.toml"))


def lips(shape: str) -> dict[str, float]:
    """A mouth shape at full, by its channels."""
    return {name: value for name, value in SHAPES[shape].target.items() if name != "tongueUp"}


def closed() -> dict[str, float]:
    """Lips that touch, as for m, b and p."""
    return dict(CLOSED)


def mean(values: NDArray[Any]) -> float:
    return float(np.mean(values))
