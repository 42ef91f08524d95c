"""Make a presenter of one frontal photograph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from kiosk.presenter.face import raster
from kiosk.presenter.face.asset import Camera, Eye, Pose
from kiosk.presenter.face.mesh import Part
from kiosk.presenter.make.model import Layer, Presenter

from . import eyes as eyeballs
from . import framing as frames
from . import points as at
from .fit import Fitted, fit
from .generic import Head, read_head
from .landmarks import Face
from .lips import lay_line
from .matte import DOUBT, clean, matte
from .nets import Nets
from .pixels import Floats, Mask, Picture, lay, levels, moved
from .poses import EYES, MOUTH, POSES
from .standins import depths, standins
from .suitable import suitable
from .warp import TEETH, Painter, Subject

Progress = Callable[[float, str], None]

STEPS = 4 + len(POSES)
LANGUAGES = ("zh-CN", "en", "es", "it", "fr", "pt")
LIGHT = (0.45, 1.5)  # how much darker or brighter than the generic head's a mouth may be


@dataclass(frozen=True)
class Made:
    """What came of a photograph; `medallion` when the background could not be taken away."""

    presenter: Presenter
    medallion: bool


def from_photo(
    path: Path, identity: str, name: str, consent: str, progress: Progress | None = None
) -> Made:
    """Make a presenter; `kiosk.presenter.make.folder` writes it.

    Args:
        path: the photograph, JPEG, PNG or WebP.
        identity: the presenter's folder's name.
        name: how the presenter is called, in every language.
        consent: the line that says that the person shown agreed, and when.
        progress: told how much is done, 0 to 1, and what comes next.

    Raises:
        UnsuitableError: the photograph cannot become a presenter; says why and what to do.
        PresenterError: the generic head or a network is missing.
    """
    done = 0

    def step(what: str) -> None:
        nonlocal done
        if progress is not None:
            progress(done / STEPS, what)
        done += 1

    step("looking at the photograph")
    nets = Nets()
    head = read_head(nets)
    picture, face = suitable(nets, head, path)
    made = draw(nets, head, picture, face, step)
    presenter = replace(
        made.presenter,
        identity=identity,
        names=dict.fromkeys(LANGUAGES, name),
        source="one photograph",
        consent=consent,
    )
    if progress is not None:
        progress(1.0, "")
    return replace(made, presenter=presenter)


def draw(
    nets: Nets, head: Head, picture: Picture, face: Face, step: Callable[[str], None]
) -> Made:
    """Draw all of a nameless presenter from a BGR picture and the face in it.

    `step` is told what comes next.
    """
    step("taking the background away")
    opacity, doubt = matte(nets, picture, tuple(face.points[at.NOSE_TIP, :2].tolist()))
    step("fitting the head")
    on = _place(head, picture if doubt >= DOUBT else clean(picture, opacity), face, opacity)
    width, height = head.asset.width, head.asset.height
    windows = {
        name: on.framing.window(head.asset.windows[name], width, height) for name in (EYES, MOUTH)
    }
    seen, skin = _opening(on.fitted, on.camera, width, height)
    balls = [_ball(on.fitted.eyes[side], on.camera, on.irises[side]) for side in at.EYES]
    white = eyeballs.whites(on.canvas, seen, [ball.iris for ball in balls])
    touching = head.spots(on.fitted.parts["skin"].vertices)[list(at.UPPER_INNER), 2]
    subject = Subject(on.canvas, on.camera, on.fitted.parts, _light(head, white), on.points,
                      -float(touching.max()))  # fmt: skip
    painter = Painter(subject, head)
    layers = {
        name: Layer(EYES, layer)
        for name, layer in eyeballs.layers(on.canvas, windows[EYES], balls, seen, white).items()
    }
    for name in TEETH:
        layers[name] = Layer(MOUTH, painter.teeth(name, windows[MOUTH], POSES["aa"][1]))
    poses = []
    for name, (window, weights) in POSES.items():
        step(f"drawing {name}")
        if window == EYES:
            drawn = painter.lids(windows[window], weights, seen)
        else:
            drawn = painter.mouth(windows[window], weights)
        poses.append(Pose(name, window, weights, drawn))
    step("framing")
    alpha = _alpha(on, opacity, doubt)
    outline = standins(alpha, skin, float(on.points[at.CHIN, 1]), on.camera, depths(head.asset),
                       head.asset.camera)  # fmt: skip
    presenter = Presenter(
        identity="", names={}, width=width, height=height, camera=on.camera, neck=on.fitted.neck,
        windows=windows, rest={}, still=np.dstack([on.canvas, levels(alpha * 255)]),
        poses=tuple(poses), layers=layers, eyes=on.fitted.eyes,
        parts={**on.fitted.parts, **outline},
    )  # fmt: skip
    return Made(presenter, doubt >= DOUBT)


@dataclass(frozen=True)
class _Placed:
    """The photograph on the canvas, BGR (h, w, 3), and the head fitted to it."""

    framing: frames.Framing
    camera: Camera
    canvas: Picture
    points: Floats  # (468, 3)
    irises: dict[str, eyeballs.Iris]
    fitted: Fitted


def _place(head: Head, picture: Picture, face: Face, opacity: Floats) -> _Placed:
    width, height = head.asset.width, head.asset.height
    framing = frames.frame(head, face.points, opacity)
    level = lay(picture, framing.level, width, height)
    points = lay_line(level, moved(face.points, framing.level))
    irises = {side: eyeballs.find_iris(level, points, side) for side in at.EYES}
    fitted = fit(head, points, {side: iris.middle for side, iris in irises.items()})
    return _Placed(
        framing,
        framing.camera(head.asset.camera),
        lay(picture, framing.whole, width, height),
        moved(points, framing.along),
        {side: _shifted(iris, framing.shift) for side, iris in irises.items()},
        fitted,
    )


def _shifted(iris: eyeballs.Iris, by: tuple[float, float]) -> eyeballs.Iris:
    return replace(iris, middle=(iris.middle[0] + by[0], iris.middle[1] + by[1]))


def _ball(eye: Eye, camera: Camera, iris: eyeballs.Iris) -> eyeballs.Ball:
    x, y = camera.pixels(np.array([eye.centre], np.float32))[0]
    return eyeballs.Ball((float(x), float(y)), eye.radius * camera.focal / -eye.centre[2], iris)


def _opening(fitted: Fitted, camera: Camera, width: int, height: int) -> tuple[Mask, Mask]:
    """Where the canvas shows eyeballs between lids, and where it shows the skin's mesh."""
    skin = _cover(fitted.parts["skin"], camera, width, height)
    seen = np.zeros((height, width), np.bool_)
    for side in at.EYES:
        seen |= _cover(fitted.parts[f"eye-{side}"], camera, width, height).depth < skin.depth
    return seen, np.asarray(skin.triangle >= 0, np.bool_)


def _cover(part: Part, camera: Camera, width: int, height: int) -> raster.Cover:
    places = camera.pixels(part.vertices)
    return raster.cover(places, -part.vertices[:, 2], part.triangles, width, height)


def _light(head: Head, white: Floats) -> Floats:
    """How much brighter this photograph's light is than the generic head's, by the eyes' whites."""
    gain = np.clip(white / np.maximum(head.whites, 1), *LIGHT)
    return np.asarray(0.5 * gain + 0.5 * gain.mean(), np.float32)


def _alpha(on: _Placed, opacity: Floats, doubt: float) -> Floats:
    """How opaque the canvas is (h, w), 0-1."""
    height, width = on.canvas.shape[:2]
    photo = (opacity.shape[1], opacity.shape[0])
    if doubt >= DOUBT:
        return frames.medallion(on.framing, photo, width, height, on.points[list(at.OVAL), :2])
    inside = frames.edges(on.framing, photo, width, height, float(on.points[at.CHIN, 1]))
    return inside * np.clip(lay(opacity, on.framing.whole, width, height), 0, 1)
