"""Places on the globe: how far, and along which way."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

RADIUS: Final = 6371.0088  # km, the IUGG's mean radius


@dataclass(frozen=True, slots=True)
class Place:
    """A point, in degrees north and east."""

    latitude: float
    longitude: float


QINGTIAN: Final = Place(28.139, 120.290)  # the county town, on the Ou river


def vectors(points: NDArray[np.floating]) -> NDArray[np.float64]:
    """Longitudes and latitudes in degrees, (n, 2), as unit vectors, (n, 3)."""
    longitude, latitude = np.radians(np.asarray(points, np.float64)).T
    level = np.cos(latitude)
    return np.stack((level * np.cos(longitude), level * np.sin(longitude), np.sin(latitude)), 1)


def vector(place: Place) -> NDArray[np.float64]:
    """One place as a unit vector, (3,)."""
    found: NDArray[np.float64] = vectors(np.array([[place.longitude, place.latitude]]))[0]
    return found


def distance(a: Place, b: Place) -> float:
    """Kilometres along the great circle; the ellipsoid would change them by 0.5 % at most."""
    one, other = vector(a), vector(b)
    # Between close places the cross product keeps the digits that the cosine loses.
    return RADIUS * math.atan2(float(np.linalg.norm(np.cross(one, other))), float(one @ other))


def way(a: Place, b: Place, count: int) -> NDArray[np.float64]:
    """``count`` unit vectors at even steps along the great circle from ``a`` to ``b``, (n, 3)."""
    one, other = vector(a), vector(b)
    angle = distance(a, b) / RADIUS
    steps = np.linspace(0.0, 1.0, count)[:, None]
    if angle < 1e-9:
        return np.repeat(one[None], count, 0)
    return (np.sin((1 - steps) * angle) * one + np.sin(steps * angle) * other) / math.sin(angle)


def middle(a: Place, b: Place) -> Place:
    """Half-way along the great circle."""
    x, y, z = way(a, b, 3)[1]
    return Place(math.degrees(math.asin(z)), math.degrees(math.atan2(y, x)))
