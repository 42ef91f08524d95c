"""Pictures of a fitted head in other poses, from its one photograph.

Each pixel of a pose is asked which spot of the skin it shows, and takes the colour that the spot
has in the photograph. What the photograph cannot have, the inside of the mouth, comes from the
generic head's teeth and tongue in this photograph's light.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face import fields, raster
from kiosk.presenter.face.asset import Asset, Camera, Window
from kiosk.presenter.face.mesh import Part

from . import blink
from . import points as at
from .generic import Head
from .pixels import Floats, Mask, Picture, blur, levels, narrower, wider

FINE = 2  # pictures are drawn this much larger and averaged, for smooth edges
HIDDEN = 0.0015  # metres behind what the photograph shows: the colour there is another's
DEEP = 0.006  # metres behind the lips' line where the lips end and the mouth begins
SHADE = 0.011  # metres into the mouth in which light falls to a third
LIP_SHADE = 0.74  # how bright teeth are close to the lips
CAVITY = (14, 12, 34)  # BGR of the mouth's depth in the generic head's light
SPECK = 45.0  # levels; gums and teeth are brighter than twice that
WHITER = 1.12  # the teeth's layers were lit without the lips' bright surroundings
TEETH = {"teeth-upper": ("teeth-upper",), "teeth-lower": ("teeth-lower", "tongue")}


@dataclass(frozen=True)
class Subject:
    """Who is drawn: the photograph on the canvas, BGR (h, w, 3), the fitted parts, the camera.

    `light` (3,) is what to multiply the generic head's colours by to look right beside it.
    """

    picture: Picture
    camera: Camera
    parts: Mapping[str, Part]
    light: Floats
    points: Floats  # (468, 3) on the canvas
    lips: float  # metres from the camera to the line where the lips touch


@dataclass(frozen=True)
class _View:
    """What a window shows, `FINE` times as large: colours of the photograph (h, w, 3), the places
    (h, w, 2) they come from, the distance now and at rest, metres; whether the photograph shows
    something else there; how much of a blink the skin makes, and how far it is inside the mouth.
    """

    colour: Floats
    spot: Floats
    depth: Floats
    rest: Floats
    hidden: Mask
    share: Floats
    bag: Floats


class Painter:
    """Draws windows of a subject in poses."""

    def __init__(self, subject: Subject, head: Head) -> None:
        self._subject, self._points = subject, subject.points
        self._bag = head.bag.astype(np.float32)
        self._teeth = _Teeth(head.asset, subject)
        skin = subject.parts["skin"]
        self._rest = subject.camera.pixels(skin.vertices)
        self._share = np.zeros(len(skin.vertices), np.float32)
        for side in ("Left", "Right"):
            shape = skin.shapes[f"eyeBlink{side}"]
            self._share[shape.at] = np.maximum(self._share[shape.at], -shape.shift[:, 1])
        self._share /= max(float(self._share.max()), 1e-9)
        height, width = subject.picture.shape[:2]
        self._seen = raster.cover(
            self._rest, -skin.vertices[:, 2], skin.triangles, width, height
        ).depth

    def mouth(self, window: Window, weights: Mapping[str, float]) -> Picture:
        """Draw the mouth's window, BGR (h, w, 3)."""
        view = self._view(window, weights)
        hidden = view.bag > 0.5
        inner = np.where(hidden, np.maximum(view.rest - self._subject.lips, 0), 0)
        colour = _filled(view.colour, hidden)
        colour *= np.exp(-inner / SHADE)[..., None]
        inside = wider(narrower(inner > DEEP, 3), 3)
        colour[inside] = np.array(CAVITY) * self._subject.light
        open_ = blur((inner > HIDDEN).astype(np.float32), 2.5 * FINE)
        shade = LIP_SHADE + (1 - LIP_SHADE) * np.clip((open_ - 0.25) / 0.6, 0, 1)
        for name in ("teeth-lower", "teeth-upper"):
            layer, near = self._teeth.layer(name, window, weights, FINE)
            seen = (inner > HIDDEN) & (near < view.depth + DEEP)
            alpha = blur(layer[..., 3] / 255 * seen, 0.7)[..., None]
            colour = colour * (1 - alpha) + layer[..., :3] * shade[..., None] * alpha
        return levels(_small(colour, window))

    def lids(self, window: Window, weights: Mapping[str, float], opening: Mask) -> Picture:
        """Draw the eyes' window with closed lids; `opening` (canvas) shows the open eyes."""
        view = self._view(window, weights)
        moved = np.linalg.norm(view.spot - _own_places(window), axis=2)
        seen = np.asarray(opening[window.cut], np.bool_)
        photo = self._subject.picture[window.cut].astype(np.float32)
        closed = [self._lid(view.share, window, side) for side in at.EYES]
        drawn = blink.close(
            _small(view.colour, window), photo, _small(moved, window), seen, closed
        )
        return levels(drawn)

    def _view(self, window: Window, weights: Mapping[str, float]) -> _View:
        subject, skin = self._subject, self._subject.parts["skin"]
        posed = skin.posed(dict(weights))
        size = (window.width * FINE, window.height * FINE)
        places = _fine(subject.camera.pixels(posed), window)
        triangles = _facing(places, skin.triangles)
        found = raster.cover(places, -posed[:, 2], triangles, *size)
        carry = np.column_stack([self._rest, -skin.vertices[:, 2], self._share, self._bag])
        mask, values = raster.carry(found, places, triangles, carry.astype(np.float32))
        spot = _own_places(window)
        rest, share, bag = (np.zeros(mask.shape, np.float32) for _ in range(3))
        spot[mask], rest[mask] = values[:, :2], values[:, 2]
        share[mask], bag[mask] = values[:, 3], values[:, 4]
        front = _sample(np.where(np.isfinite(self._seen), self._seen, 0), spot)
        hidden = mask & (rest > front + HIDDEN)
        return _View(_sample(subject.picture, spot), spot, found.depth, rest, hidden, share, bag)

    def _lid(self, share: Floats, window: Window, side: str) -> blink.Lid:
        """Where the closed lids meet: below what a blink moves most."""
        small = share[FINE // 2 :: FINE, FINE // 2 :: FINE]
        corner = np.array([window.left, window.top], np.float32)
        first, last = (self._points[at.UPPER_LID[side][i], :2] - corner for i in (0, -1))
        middle, reach = (first[1] + last[1]) / 2, float(last[0] - first[0]) * 0.45
        top, bottom = max(0, int(middle - reach)), int(middle + reach)
        columns, rows = [float(first[0])], [float(first[1])]
        for x in range(int(first[0]) + 3, int(last[0]) - 2):
            upper = np.nonzero(small[top:bottom, x] > 0.5)[0]
            if len(upper):
                columns.append(float(x))
                rows.append(top + float(upper[-1]) + 0.5)
        columns.append(float(last[0]))
        rows.append(float(last[1]))
        soft = blur(np.array([rows], np.float32), 2.0)[0]
        return blink.Lid(np.array(columns, np.float32), soft)

    def teeth(self, name: str, window: Window, weights: Mapping[str, float]) -> Picture:
        """Draw a layer of teeth alone, straight BGRA (h, w, 4)."""
        layer, _ = self._teeth.layer(name, window, weights, FINE)
        size = (window.width, window.height)
        alpha = layer[..., 3:] / 255
        heavy = cv2.resize(layer[..., :3] * alpha, size, interpolation=cv2.INTER_AREA)
        thin = cv2.resize(alpha, size, interpolation=cv2.INTER_AREA)[..., None]
        return levels(np.concatenate([heavy / np.maximum(thin, 1e-4), thin * 255], 2))


class _Teeth:
    """The generic teeth where the fitted ones are, in the photograph's light."""

    def __init__(self, generic: Asset, subject: Subject) -> None:
        self._subject = subject
        opened = next(pose.weights for pose in generic.poses if pose.name == "aa")
        window = generic.windows["mouth"]
        self._pictures = {n: generic.layers[n].astype(np.float32) for n in TEETH}
        upper = self._pictures["teeth-upper"]  # its black specks would hang from the teeth as fangs
        upper[..., 3] *= np.clip((upper[..., :3].max(2) - SPECK) / SPECK, 0, 1)
        self._places = {}
        for names in TEETH.values():
            for name in names:
                part = generic.parts[name]
                places = generic.camera.pixels(part.posed(opened))
                self._places[name] = places - np.array([window.left, window.top], np.float32)

    def layer(
        self, name: str, window: Window, weights: Mapping[str, float], fine: int
    ) -> tuple[Floats, Floats]:
        """BGRA (h, w, 4) in 0-255 and depth (h, w) in metres, `fine` times as large."""
        subject = self._subject
        size = (window.width * fine, window.height * fine)
        out = np.zeros((size[1], size[0], 4), np.float32)
        depth = np.full((size[1], size[0]), np.inf, np.float32)
        for one in TEETH[name]:
            part = subject.parts[one]
            posed = part.posed(dict(weights))
            places = _fine(subject.camera.pixels(posed), window)
            triangles = _facing(places, part.triangles)
            found = raster.cover(places, -posed[:, 2], triangles, *size)
            mask, values = raster.carry(found, places, triangles, self._places[one])
            spot = np.full((*mask.shape, 2), -10, np.float32)
            spot[mask] = values
            picture = self._pictures[name]
            sampled = cv2.remap(picture, spot[..., 0], spot[..., 1], cv2.INTER_LINEAR)
            win = mask & (found.depth < depth)
            out[win], depth[win] = sampled[win], found.depth[win]
        out[..., :3] = np.clip(out[..., :3] * subject.light * WHITER, 0, 255)
        return out, depth


def _facing(places: Floats, triangles: NDArray[np.int32]) -> NDArray[np.int32]:
    """The triangles that turn their front to the camera."""
    a, b, c = (places[triangles[:, i]] for i in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    return triangles[area < 0]


def _fine(places: Floats, window: Window) -> Floats:
    corner = np.array([window.left, window.top], np.float32)
    return (places - corner) * FINE + np.float32((FINE - 1) / 2)


def _own_places(window: Window) -> Floats:
    """Places on the canvas (h, w, 2) of a window's fine pixels."""
    x, y = np.meshgrid(np.arange(window.width * FINE), np.arange(window.height * FINE))
    fine = (np.stack([x, y], -1) - (FINE - 1) / 2) / FINE
    return np.asarray(fine + np.array([window.left, window.top]), np.float32)


def _small(fine: Floats, window: Window) -> Floats:
    size = (window.width, window.height)
    clipped = np.clip(fine, 0, 255).astype(np.float32)
    return np.asarray(cv2.resize(clipped, size, interpolation=cv2.INTER_AREA), np.float32)



def _sample(picture: Picture | Floats, spot: Floats) -> Floats:
    way = cv2.INTER_CUBIC if picture.ndim == 3 else cv2.INTER_NEAREST
    found = cv2.remap(
        picture, spot[..., 0], spot[..., 1], way, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(found, np.float32)


def _filled(colour: Floats, hidden: Mask) -> Floats:
    """Let the colours around flow into what the photograph does not show."""
    if not hidden.any():
        return colour
    rows, columns = np.nonzero(cv2.dilate(hidden.astype(np.uint8), np.ones((33, 33))))
    box = np.s_[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    out = colour.copy()
    out[box] = fields.fill(~hidden[box], colour[box])
    return out
