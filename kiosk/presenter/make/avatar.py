"""Make a presenter of any glTF or VRM avatar with ARKit, Oculus or VRM mouth shapes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from kiosk.errors import PresenterError
from kiosk.presenter.face import asset, openings, region
from kiosk.presenter.face.asset import Picture, Pose

from . import folder, gltf, poses
from .anatomy import Anatomy, dissect
from .figure import CAMERA, HEIGHT, WIDTH, stand
from .model import Layer, Presenter
from .picture import FINE, Studio
from .shapes import NEEDED

LANGUAGES = ("zh-CN", "en", "es", "it", "fr", "pt")
SEEN = 300  # pixels of the mouth's inside at the widest pose; the hostess shows 4855
Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class Report:
    """What an avatar brought and what was made for it.

    `found` names the ARKit shapes it has; `approximated` those made for it and out of what;
    `missing` those the show moves that it has to do without; `parts` tells how eyes, teeth and
    the like were come by.
    """

    description: Path
    kind: str
    found: tuple[str, ...]
    approximated: dict[str, str]
    missing: tuple[str, ...]
    parts: dict[str, str]
    licence: str


def from_avatar(
    path: Path,
    out: Path,
    *,
    name: str | None = None,
    identity: str | None = None,
    progress: Progress | None = None,
    fine: int = FINE,
) -> Report:
    """Make a presenter's folder inside `out`, named after `name`, the avatar or the file.

    Args:
        path: a .glb or .vrm.
        out: the folder of presenters; one of the same name in it is replaced.
        name: what the presenter is called.
        identity: the folder's name; by default made of the presenter's.
        progress: told how much is done, 0 to 1, and what is being done.
        fine: how much finer each way the pictures are drawn; 1 is rough and quick.

    Raises:
        PresenterError: the avatar cannot become a presenter; says why and what it takes.
    """
    tell = progress or (lambda share, what: None)
    tell(0.0, "reading the avatar")
    avatar = gltf.read(path)
    tell(0.1, "finding the face")
    body = dissect(avatar, stand(avatar, path), path)
    called = name or avatar.title or path.stem
    identity = identity or slug(called) or slug(path.stem) or "avatar"
    made = _photograph(body, identity, called, avatar, path, tell, fine)
    tell(0.95, "writing the presenter")
    try:
        description = folder.write(made, out, check=drawable)
    except PresenterError as error:  # said of the avatar, not of files that are gone again
        raise PresenterError(error.what, where=str(path), advice=error.advice) from error
    tell(1.0, "done")
    return Report(
        description=description,
        kind=avatar.kind,
        found=body.found,
        approximated=body.made,
        missing=tuple(one for one in NEEDED if one not in body.shapes),
        parts=body.parts_from,
        licence=avatar.licence,
    )


def slug(text: str) -> str:
    """A folder's name out of a presenter's."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:32].strip("-")


def _photograph(
    body: Anatomy,
    identity: str,
    called: str,
    avatar: gltf.Avatar,
    path: Path,
    tell: Progress,
    fine: int,
) -> Presenter:
    studio = Studio(CAMERA, WIDTH, HEIGHT, tuple(body.eyes.values()), fine)
    rest = poses.spread(poses.REST, body.shapes)
    tell(0.2, "taking the picture at rest")
    still = studio.shoot(body.pieces, rest)
    taken = []
    for number, (name, (window, weights)) in enumerate(poses.POSES.items()):
        tell(0.35 + 0.5 * number / len(poses.POSES), f"taking the pose {name}")
        own = poses.spread(weights, body.shapes)
        picture = studio.shoot(body.pieces, own, body.windows[window])
        taken.append(Pose(name, window, own, picture[..., :3]))
    tell(0.85, "taking eyes, lashes and teeth")
    opened = next(pose.weights for pose in taken if pose.name == "aa")
    layers = {
        "teeth-upper": Layer("mouth", _alone(studio, body, "teeth-upper", opened)),
        "teeth-lower": Layer("mouth", _alone(studio, body, "teeth-lower", opened)),
        **_eyes(studio, body, rest),
    }
    if any(piece.role == "lash" for piece in body.pieces):
        layers["lashes"] = Layer("eyes", _alone(studio, body, "lash", rest))
    return Presenter(
        identity=identity,
        names=dict.fromkeys(LANGUAGES, called),
        width=WIDTH,
        height=HEIGHT,
        camera=CAMERA,
        neck=body.neck,
        windows=body.windows,
        rest=rest,
        still=still,
        poses=tuple(taken),
        layers=layers,
        eyes=body.eyes,
        parts=body.parts,
        licence=avatar.licence,
        source=path.name,
    )


def _alone(studio: Studio, body: Anatomy, what: str, weights: dict[str, float]) -> Picture:
    """Things of a role or name alone, in the shade of all that is round them."""
    window = body.windows["eyes" if what == "lash" else "mouth"]
    kept = [piece for piece in body.pieces if what in (piece.role, piece.name)]
    if what == "teeth-lower":
        kept += [piece for piece in body.pieces if piece.role == "tongue"]
    others = [piece for piece in body.pieces if piece not in kept]
    return studio.shoot(kept, weights, window, others=others)


def _eyes(studio: Studio, body: Anatomy, rest: dict[str, float]) -> dict[str, Layer]:
    """Bare eyeballs, the shade that lies on them, and what they mirror."""
    window = body.windows["eyes"]
    balls = [piece for piece in body.pieces if piece.role == "eye"]
    others = [piece for piece in body.pieces if piece.role != "eye"]
    dull = Studio(CAMERA, WIDTH, HEIGHT, fine=studio.fine)
    bare = dull.shoot(balls, rest, window, bare=True)
    shaded = dull.shoot(balls, rest, window, others=others)[..., :3].astype(np.float32)
    bright = studio.shoot(balls, rest, window, others=others)[..., :3].astype(np.float32)
    # of lightness, and soft: the shade stays where it is while irises move under it
    ratio = np.clip(shaded.mean(2) / np.maximum(bare[..., :3].mean(2), 12), 0, 1) * 255
    soft = np.rint(cv2.GaussianBlur(ratio, (0, 0), 3))
    shade = np.repeat(np.asarray(soft, np.uint8)[..., None], 3, 2)
    gloss = np.asarray(np.rint(np.clip(bright - shaded, 0, 255)), np.uint8)
    return {
        "eyes": Layer("eyes", bare),
        "eyes-shade": Layer("eyes", shade),
        "eyes-gloss": Layer("eyes", gloss),
    }


def drawable(found: asset.Asset) -> None:
    """Refuse what the show could read, but not draw."""
    window = found.windows["mouth"]
    mouth = openings.mouth(found, window)
    openings.eyes(found, found.windows["eyes"])
    widest = next(pose.weights for pose in found.poses if pose.name == "ah")
    cut = region.cut(found, window, widest, ("jawOpen",), mouth)
    if cut.opening.sum() < SEEN:
        raise PresenterError(
            "its open mouth shows no inside",
            advice="use an avatar whose lips part by a centimetre or more when its jaw opens, and "
            "whose chin does not lie far behind them",
        )
