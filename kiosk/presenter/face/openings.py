"""Find the mouth and the eyes in a presenter's mesh, by what its shapes move."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kiosk.errors import PresenterError

from . import raster
from .asset import Asset, Window
from .region import Opening, behind

Floats = NDArray[np.float32]

JUMP = 0.2  # of the jaw's share from one pixel to the next: there the lips touch
BEHIND = 0.012  # metres; what lies further behind what is seen is another side of the head
SOLVE = "make the presenter again with assets/presenters/build/make.py"


def mouth(asset: Asset, window: Window) -> Opening:
    """Find the lips: the jaw moves the lower one and leaves the upper one.

    Raises:
        PresenterError: no place in the mouth's window moves so.
    """
    skin = asset.parts["skin"]
    share = _share(asset, "jawOpen", -1)
    places = asset.camera.pixels(skin.vertices)
    places = places - np.array([window.left, window.top], np.float32)
    found = raster.cover(
        places, -skin.vertices[:, 2], skin.triangles, window.width, window.height
    )
    mask, carried = raster.carry(found, places, skin.triangles, share[:, None])
    seen = np.zeros(mask.shape, np.float32)
    seen[mask] = carried[:, 0]
    jump = np.diff(seen, axis=0) > JUMP
    # below the chin the share falls; only the lips have it rise at once
    columns = np.nonzero(jump.any(0))[0]
    if len(columns) < 8:
        raise _lost(asset, "lips that a jaw parts")
    ends = [(int(x), int(np.argmax(jump[:, x]))) for x in columns[[0, -1]]]
    pair = [_vertex(asset, window, x, y, float(found.depth[y, x])) for x, y in ends]
    return Opening(share, True, ((pair[0], pair[1]),))


def eyes(asset: Asset, window: Window) -> Opening:
    """Find the lids: a blink moves the upper ones down.

    Raises:
        PresenterError: an eyeball is not seen between lids.
    """
    skin = asset.parts["skin"]
    share = np.maximum(_share(asset, "eyeBlinkLeft", -1), _share(asset, "eyeBlinkRight", -1))
    posed = skin.posed(asset.rest)
    places = asset.camera.pixels(posed) - np.array([window.left, window.top], np.float32)
    found = raster.cover(places, -posed[:, 2], skin.triangles, window.width, window.height)
    corners = []
    for name in ("eye-left", "eye-right"):
        ball = behind(asset, window, name, 1).depth
        seen = ball < found.depth
        columns = np.nonzero(seen.sum(0) > 1)[0]
        if len(columns) < 8:
            raise _lost(asset, f"lids around {name}")
        ends = [(int(x), int(np.mean(np.nonzero(seen[:, x])[0]))) for x in columns[[0, -1]]]
        first, last = (
            _vertex(asset, window, x, y, float(ball[y, x]), asset.rest) for x, y in ends
        )
        corners.append((first, last))
    return Opening(share, False, tuple(corners), ("eye-left", "eye-right"))


def _share(asset: Asset, name: str, sign: int) -> Floats:
    """How far a shape moves each vertex up (+1) or down (-1), 1 for the one it moves most."""
    skin = asset.parts["skin"]
    if name not in skin.shapes:
        raise _lost(asset, f"the shape {name}")
    out = np.zeros(len(skin.vertices), np.float32)
    shape = skin.shapes[name]
    out[shape.at] = sign * shape.shift[:, 1]
    return out / np.float32(max(float(out.max()), 1e-9))


def _vertex(
    asset: Asset,
    window: Window,
    x: int,
    y: int,
    depth: float,
    weights: dict[str, float] | None = None,
) -> int:
    """The vertex nearest to a pixel of a window, among those not hidden behind what is seen.

    `depth` is the distance of what is seen there; a coarse mesh may have no vertex near a pixel
    but one at the back of the head.
    """
    skin = asset.parts["skin"]
    posed = skin.posed(weights or {})
    away = asset.camera.pixels(posed) - np.array([window.left + x, window.top + y], np.float32)
    distance = np.hypot(away[:, 0], away[:, 1])
    return int(np.argmin(np.where(-posed[:, 2] < depth + BEHIND, distance, np.inf)))


def _lost(asset: Asset, what: str) -> PresenterError:
    return PresenterError(f"the mesh shows no {what}", where=str(asset.folder), advice=SOLVE)
