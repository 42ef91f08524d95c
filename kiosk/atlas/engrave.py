"""A chart as an engraver would cut it: water-lining along the coasts, hatched land, one red line.

Lines are found in a field of distances to the nearest coast, so they keep clear of each other
whatever the coast is like.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.atlas.earth import QINGTIAN, Place, vectors, way
from kiosk.atlas.globe import Globe
from kiosk.atlas.store import Atlas, Rings

_WATER: Final = (3.4, 7.4, 12.4, 18.8, 27.0)  # pixels off the coast at 1080
Picture = NDArray[np.uint8]
Field = NDArray[np.floating]
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours, red, green, blue."""

    ground: Colour
    line: Colour
    accent: Colour


def engrave(
    atlas: Atlas,
    country: str,
    origin: Place,
    globe: Globe,
    size: tuple[int, int],
    inks: Inks,
    *,
    route: bool,
) -> Picture:
    """The globe with the country and the origin, with or without the way to Qingtian.

    Args:
        country: ISO 3166-1 alpha-2; its outline is filled where the atlas has one.
        size: width and height in pixels.

    Returns:
        (height, width, 3), red, green, blue.
    """
    shape = (size[1], size[0])
    unit = min(size) / 1080
    disc = np.zeros(shape, np.uint8)
    cv2.circle(disc, _fixed(globe.middle), round(globe.radius * 16), 255, -1, cv2.LINE_AA, 4)
    land = _filled(globe, atlas.land(), shape) & disc
    own = _filled(globe, atlas.outline(country), shape) & land
    light = _light(globe, shape)
    tone = land.astype(np.float32) / 255 * (0.07 + 0.16 * light)
    ink = np.maximum(tone, _hatched(land, light, unit) * (0.25 + 0.35 * light))
    ink = np.maximum(ink, _water(land, disc, unit) * (0.30 + 0.5 * light))
    ink = np.maximum(ink, _graticule(globe, disc, land, unit) * 0.16)
    ink = np.maximum(ink, _edge(land, unit) * (0.45 + 0.5 * light))
    ink = np.maximum(ink, _rim(globe, shape, unit) * 0.6)
    red = np.maximum(own.astype(np.float32) / 255 * 0.62, _edge(own, unit) * 0.95)
    if route:
        red = np.maximum(red, _route(globe, origin, shape, unit))
    picture = _printed(ink, red, inks)
    _mark(picture, globe.at(origin), unit, inks)
    if route:
        _mark(picture, globe.at(QINGTIAN), unit, inks)
    return picture


def _fixed(point: tuple[float, float]) -> tuple[int, int]:
    """A point in sixteenths of a pixel, as OpenCV takes them with a shift of 4."""
    return round(point[0] * 16), round(point[1] * 16)


def _round(unit: float) -> Picture:
    side = max(3, round(0.9 * unit) * 2 + 1)
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)), np.uint8)


def _filled(globe: Globe, rings: Rings, shape: tuple[int, int]) -> Picture:
    mask = np.zeros(shape, np.uint8)
    for outline, outside in globe.outlines(rings):
        one = np.zeros(shape, np.uint8) if outside else mask
        cv2.fillPoly(one, [np.rint(outline * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
        if outside:
            mask |= 255 - one
    return mask


def _light(globe: Globe, shape: tuple[int, int]) -> Field:
    """How much light falls on the globe, from the upper left: 0 to 1, (height, width)."""
    y, x = np.indices(shape, np.float32)
    x, y = (x - globe.middle[0]) / globe.radius, (y - globe.middle[1]) / globe.radius
    depth = np.sqrt(np.clip(1 - x * x - y * y, 0, None))
    light: Field = np.clip(-0.42 * x - 0.52 * y + 0.74 * depth, 0, 1)
    return light


def _water(land: Picture, disc: Picture, unit: float) -> Field:
    """Lines along the coasts, wider apart and fainter from line to line."""
    away = cv2.distanceTransform(255 - land, cv2.DIST_L2, 5)
    ink = np.zeros(land.shape, np.float32)
    for number, offset in enumerate(_WATER):
        line = np.clip(0.62 * unit - np.abs(away - offset * unit), 0, 1)
        ink = np.maximum(ink, line * (0.95 - 0.15 * number))
    return ink * (disc > 0)


def _hatched(land: Picture, light: Field, unit: float) -> Field:
    """Slanting lines on the land, heavier where less light falls."""
    y, x = np.indices(land.shape, np.float32)
    phase = (x * 0.45 + y) / (4.6 * unit)
    wave = np.abs(phase - np.floor(phase) - 0.5) * 2  # 1 on a line, 0 between
    width = 0.16 + 0.30 * (1 - light)
    ink: Field = np.clip((wave - (1 - width)) * 2.3 * unit, 0, 1) * (land > 127)
    return ink


def _graticule(globe: Globe, disc: Picture, land: Picture, unit: float) -> Field:
    """Meridians and parallels every 15 degrees, on the water only."""
    ink = np.zeros(disc.shape, np.uint8)
    along = np.linspace(-180, 180, 361)
    lines = [np.stack((along, np.full(361, float(at))), 1) for at in range(-75, 90, 15)]
    up = np.linspace(-90, 90, 181)
    lines += [np.stack((np.full(181, float(at)), up), 1) for at in range(-180, 180, 15)]
    for line in lines:
        flat, front = globe.project(vectors(line))
        for run in _runs(front):
            points = np.rint(flat[run] * 16).astype(np.int32)
            cv2.polylines(ink, [points], False, 255, max(1, round(0.8 * unit)), cv2.LINE_AA, 4)
    return ink.astype(np.float32) / 255 * (land < 128) * (disc > 0)


def _runs(front: NDArray[np.bool_]) -> list[slice]:
    """The stretches that face the viewer."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], front, [False])).astype(np.int8)))
    return [slice(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 1]


def _rim(globe: Globe, shape: tuple[int, int], unit: float) -> Field:
    ink = np.zeros(shape, np.uint8)
    thick = max(1, round(unit))
    cv2.circle(ink, _fixed(globe.middle), round(globe.radius * 16), 255, thick, cv2.LINE_AA, 4)
    return ink.astype(np.float32) / 255


def _edge(mask: Picture, unit: float) -> Field:
    return cv2.morphologyEx(mask, cv2.MORPH_GRADIENT, _round(unit)).astype(np.float32) / 255


def _route(globe: Globe, origin: Place, shape: tuple[int, int], unit: float) -> Field:
    """The way to Qingtian."""
    ink = np.zeros(shape, np.uint8)
    flat, front = globe.project(way(origin, QINGTIAN, 200))
    for run in _runs(front):
        points = np.rint(flat[run] * 16).astype(np.int32)
        cv2.polylines(ink, [points], False, 255, max(1, round(4.0 * unit)), cv2.LINE_AA, 4)
    return ink.astype(np.float32) / 255


def _printed(ink: Field, red: Field, inks: Inks) -> Picture:
    """Both plates on the ground."""
    ground, line, accent = (
        np.array(each, np.float32) for each in (inks.ground, inks.line, inks.accent)
    )
    picture = ground + (0.8 * ink)[..., None] * (line - ground)
    picture += red[..., None] * (accent - picture)
    return np.rint(np.clip(picture, 0, 255)).astype(np.uint8)


def _mark(picture: Picture, at: tuple[float, float], unit: float, inks: Inks) -> None:
    """A place: a light point with a dark edge, to be found on land and on the country alike."""
    for radius, colour in ((11.0, inks.ground), (7.5, inks.line)):
        cv2.circle(picture, _fixed(at), round(radius * unit * 16), colour, -1, cv2.LINE_AA, 4)
