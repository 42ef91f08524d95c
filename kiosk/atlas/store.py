"""The shipped atlas: assets/maps/atlas.npz, made by assets/maps/build.py."""

from functools import cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from kiosk.atlas.earth import vectors
from kiosk.errors import AssetError

UNIT = 0.001  # degrees a step
Rings = list[NDArray[np.float64]]  # unit vectors, (n, 3) each


class Atlas:
    """Coasts of the world, and outlines of the countries that grow wine.

    Args:
        path: atlas.npz.

    Raises:
        AssetError: the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                self._arrays = {name: arrays[name] for name in arrays.files}
        except (OSError, ValueError, EOFError, BadZipFile) as error:
            raise AssetError(
                "the atlas cannot be read", where=str(path), advice="restore it from assets/maps"
            ) from error

    @cache  # noqa: B019 - one atlas lives as long as the program
    def land(self) -> Rings:
        """The coasts, ring by ring."""
        return self._rings("land")

    def outline(self, country: str) -> Rings:
        """A country's outline by its ISO 3166-1 alpha-2 code; none where no outline is shown."""
        known = country != "land" and f"{country}_sizes" in self._arrays
        return self._rings(country) if known else []

    def _rings(self, name: str) -> Rings:
        points = np.cumsum(self._arrays[name], axis=0) * UNIT
        ends = np.cumsum(self._arrays[f"{name}_sizes"])
        return np.split(vectors(points), ends[:-1])
