"""What live drawing needs of a presenter, found once from mesh and pictures.

Half of ARKit's shapes come as left and right; a presenter who speaks moves both alike, so here a
pair is one *channel* under the pair's plain name ("mouthSmile").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from . import depth, fields, openings, raster, region
from .asset import Asset, Pose, Window

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

MOUTH = (
    "jawOpen", "mouthFunnel", "mouthPucker", "mouthStretch", "mouthSmile", "mouthUpperUp",
    "mouthLowerDown", "mouthRollLower", "mouthPress", "cheekSquint",
)  # fmt: skip
EYES = (
    "eyeBlink", "eyeSquint", "eyeWide", "eyeLookDown", "eyeLookUp", "browInnerUp", "browOuterUp",
    "browDown", "cheekSquint",
)  # fmt: skip
FELT = 0.6  # pixels; what no channel moves further than this keeps to the still picture
FADE = 12  # pixels over which a window passes into the still


@dataclass(frozen=True)
class Layered:
    """A picture of a window, cut along its opening: above and below.

    `mattes` (2, h, w); `shifts` (2, k, gh, gw, 2) pixels of the canvas a unit of each channel
    moves what is seen; `weights` (k,) the channels' weights it shows.
    """

    picture: Bytes
    mattes: Bytes
    shifts: NDArray[np.float16]
    weights: Floats


@dataclass(frozen=True)
class View:
    """A window of the face with all its pictures; `mask` (h, w) is where it is drawn at all."""

    window: Window
    channels: tuple[str, ...]
    layered: tuple[Layered, ...]
    mask: Bytes


@dataclass(frozen=True)
class Figure:
    """A presenter ready to be drawn.

    `body` is the whole figure's depth and how far each place goes with the head; `jaw` (2,) the
    pixels a fully open jaw moves the lower teeth, of which `jaw_shown` is in their picture.
    """

    asset: Asset
    mouth: View
    eyes: View
    body: depth.Body
    jaw: tuple[float, float]
    jaw_shown: float


def prepare(asset: Asset) -> Figure:
    """Find everything; takes some ten seconds, which `store` saves a booth.

    Raises:
        PresenterError: the mesh shows no lips or lids that part.
    """
    mouth, eyes = asset.windows["mouth"], asset.windows["eyes"]
    shown = {pose.name: pose.weights for pose in asset.poses}.get("aa", asset.rest)
    return Figure(
        asset,
        _view(asset, mouth, pictures(asset, "mouth"), MOUTH, openings.mouth(asset, mouth)),
        _view(asset, eyes, pictures(asset, "eyes"), EYES, openings.eyes(asset, eyes)),
        depth.body(asset),
        _jaw(asset),
        shown.get("jawOpen", 0.0),
    )


def pictures(asset: Asset, kind: str) -> list[Pose]:
    """All pictures of a window, the one at rest first."""
    rest = Pose("rest", kind, asset.rest, asset.still[..., :3][asset.windows[kind].cut])
    return [rest, *(pose for pose in asset.poses if pose.window == kind)]


def merged(weights: Mapping[str, float], channels: tuple[str, ...]) -> Floats:
    """Weights under ARKit's names as channels (k,): the mean of left and right."""
    pairs = [
        weights.get(name, 0.0)
        or (weights.get(f"{name}Left", 0.0) + weights.get(f"{name}Right", 0.0)) / 2
        for name in channels
    ]
    return np.array(pairs, np.float32)


def _view(
    asset: Asset,
    window: Window,
    poses: list[Pose],
    channels: tuple[str, ...],
    opening: region.Opening,
) -> View:
    skin = asset.parts["skin"]
    names = {
        channel: [n for n in (channel, f"{channel}Left", f"{channel}Right") if n in skin.shapes]
        for channel in channels
    }
    flat = tuple(name for found in names.values() for name in found)
    layered = []
    for pose in poses:
        cut = region.cut(asset, window, pose.weights, flat, opening)
        at = {name: index for index, name in enumerate(flat)}
        shifts = np.stack(
            [
                cut.shifts[:, [at[n] for n in found]].astype(np.float32).sum(1)
                if found
                else np.zeros_like(cut.shifts[:, 0], np.float32)
                for found in names.values()
            ],
            1,
        )
        layered.append(
            Layered(
                pose.picture,
                cut.mattes,
                shifts.astype(np.float16),
                merged(pose.weights, channels),
            )
        )
    return _cropped(View(window, channels, tuple(layered), _mask(asset, window, poses, flat)))


def _cropped(view: View) -> View:
    """The view without the edges its mask leaves out, in whole cells."""
    cell = fields.CELL
    rows, columns = (np.nonzero(view.mask.any(axis))[0] for axis in (1, 0))
    if not len(rows):
        return view
    top, bottom = rows[0] // cell, rows[-1] // cell + 1
    left, right = columns[0] // cell, columns[-1] // cell + 1
    cells = np.s_[top:bottom, left:right]
    cut = np.s_[top * cell : bottom * cell, left * cell : right * cell]
    mask = view.mask[cut]
    window = Window(
        view.window.left + int(left) * cell, view.window.top + int(top) * cell,
        mask.shape[1], mask.shape[0],
    )  # fmt: skip
    layered = [
        Layered(
            np.ascontiguousarray(one.picture[cut]),
            np.ascontiguousarray(one.mattes[:, *cut]),
            np.ascontiguousarray(one.shifts[:, :, *cells]),
            one.weights,
        )
        for one in view.layered
    ]
    return View(window, view.channels, tuple(layered), np.ascontiguousarray(mask))


def layer(asset: Asset, name: str, kind: str, window: Window) -> Bytes:
    """The part that a view's window shows of a layer drawn for a window of the asset."""
    whole = asset.windows[kind]
    y, x = window.top - whole.top, window.left - whole.left
    return np.ascontiguousarray(asset.layers[name][y : y + window.height, x : x + window.width])


def _mask(asset: Asset, window: Window, poses: list[Pose], shapes: tuple[str, ...]) -> Bytes:
    """Where skin is ever moved, fading out towards the window's edge and the figure's outline."""
    skin = asset.parts["skin"]
    reach = np.zeros(len(skin.vertices), np.float32)
    for name in shapes:
        shape = skin.shapes[name]
        size = np.linalg.norm(shape.shift, axis=1) * asset.camera.focal / -asset.neck[2]
        reach[shape.at] = np.maximum(reach[shape.at], size)
    moved = np.all(reach[skin.triangles] > FELT, axis=1)
    corner = np.array([window.left, window.top], np.float32)
    full = np.zeros((window.height, window.width), np.uint8)
    for pose in poses:
        posed = skin.posed(pose.weights)
        found = raster.cover(
            asset.camera.pixels(posed) - corner, -posed[:, 2], skin.triangles,
            window.width, window.height,
        )  # fmt: skip
        full |= ((found.triangle >= 0) & moved[found.triangle]).astype(np.uint8)
    full[:] = cv2.morphologyEx(full, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    full[:FADE] = full[-FADE:] = 0
    full[:, :FADE] = full[:, -FADE:] = 0
    inner = cv2.erode(full, np.ones((FADE + 1, FADE + 1), np.uint8))
    soft = cv2.GaussianBlur(inner * np.float32(255), (0, 0), FADE / 3)
    return np.rint(soft).astype(np.uint8)


def _jaw(asset: Asset) -> tuple[float, float]:
    """Pixels the lower teeth move when the jaw opens fully, right and down."""
    teeth = asset.parts["teeth-lower"]
    shape = teeth.shapes.get("jawOpen")
    if shape is None or not len(shape.at):
        return 0.0, 0.0
    before = asset.camera.pixels(teeth.vertices)
    after = asset.camera.pixels(teeth.posed({"jawOpen": 1.0}))
    x, y = (after - before)[shape.at].mean(0)
    return float(x), float(y)
