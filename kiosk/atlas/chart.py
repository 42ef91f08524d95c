"""The two charts of an origin: where in its country it lies, and how far it is from Qingtian."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kiosk.atlas.earth import QINGTIAN, RADIUS, Place, distance, middle, vector
from kiosk.atlas.engrave import Inks, Picture, engrave
from kiosk.atlas.globe import Globe
from kiosk.atlas.store import Atlas, Rings

LEAST: Final = 260.0  # km from the middle to the frame's nearer edge: coasts carry no finer detail
MOST: Final = 2200.0  # km: of a larger country, what lies around the origin
FAR: Final = 600.0  # km: what is nearer to Qingtian needs no globe
_SOUTH: Final = 26.0  # degrees the globe is seen from south of the way, so that the way is an arch
Frame = tuple[float, float, float, float]  # left, top, width, height in pixels


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and where its places are.

    Attributes:
        picture: (height, width, 3), red, green, blue.
        origin: in pixels.
        qingtian: in pixels; None where the chart does not show it.
        kilometres: from the origin to Qingtian.
    """

    picture: Picture
    origin: tuple[float, float]
    qingtian: tuple[float, float] | None
    kilometres: float


def region_chart(
    atlas: Atlas, country: str, origin: Place, size: tuple[int, int], frame: Frame, inks: Inks
) -> Chart:
    """The origin in its country.

    Args:
        country: ISO 3166-1 alpha-2.
        size: width and height of the picture in pixels.
        frame: the part of the picture that the country should fill; the rest is what lies around.
    """
    above, reach = _reach(atlas.outline(country), origin)
    left, top, width, height = frame
    # At a map's scale the orthographic projection is true to a few per cent.
    globe = Globe(
        above, (left + width / 2, top + height / 2), min(width, height) / 2 * RADIUS / reach
    )
    picture = engrave(atlas, country, origin, globe, size, inks, route=False)
    near = distance(origin, QINGTIAN) < reach
    return Chart(
        picture, globe.at(origin), globe.at(QINGTIAN) if near else None, distance(origin, QINGTIAN)
    )


def way_chart(
    atlas: Atlas, country: str, origin: Place, size: tuple[int, int], frame: Frame, inks: Inks
) -> Chart | None:
    """The globe with the way from the origin to Qingtian; None where that is too near to see.

    Args:
        frame: the part of the picture that the globe fills by its width; it may run out below.
    """
    kilometres = distance(origin, QINGTIAN)
    if kilometres < FAR:
        return None
    left, top, width, height = frame
    half = middle(origin, QINGTIAN)
    above = Place(max(-60.0, half.latitude - _SOUTH), half.longitude)
    radius = width / 2
    globe = Globe(above, (left + radius, max(top + radius, top + height / 2)), radius)
    picture = engrave(atlas, country, origin, globe, size, inks, route=True)
    return Chart(picture, globe.at(origin), globe.at(QINGTIAN), kilometres)


def _reach(outline: Rings, origin: Place) -> tuple[Place, float]:
    """The middle of the part of the country around the origin, and how far its edge is, in km."""
    if not outline:
        return origin, LEAST
    here = vector(origin)
    ring = max(outline, key=lambda each: float((each @ here).max()))
    longitude, latitude = _degrees(ring)
    low, high = float(latitude.min()), float(latitude.max())
    # Seen from the origin, so that a country across the date line stays in one piece.
    east = (longitude - origin.longitude + 180) % 360 - 180
    centre = Place((low + high) / 2, origin.longitude + float(east.min() + east.max()) / 2)
    away = RADIUS * float(np.arccos(np.clip(ring @ vector(centre), -1, 1)).max())
    if away > MOST:
        return origin, MOST
    return centre, max(LEAST, away)


def _degrees(ring: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    x, y, z = ring.T
    return np.degrees(np.arctan2(y, x)), np.degrees(np.arcsin(np.clip(z, -1, 1)))
