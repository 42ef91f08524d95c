"""Write a presenter's folder, whole or not at all; assets/presenters/README.md says what is in it.

What is written is read back before it takes its place, so a presenter that the show could not
read never replaces one that it could.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import cv2

from kiosk.errors import PresenterError
from kiosk.presenter.face import asset
from kiosk.presenter.face.asset import Asset, Picture

from . import glb, manifest
from .model import Presenter

QUALITY = 92  # of WebP, as the shipped presenters' pictures; above 100 nothing is lost
IDENTITY = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")


def write(
    presenter: Presenter,
    parent: Path,
    quality: int = QUALITY,
    check: Callable[[Asset], None] | None = None,
) -> Path:
    """Write the presenter to `parent/<identity>`, in place of one that is there already.

    Args:
        presenter: what to write.
        parent: the folder of presenters; it is made when there is none.
        quality: of the pictures, 1 to 100; above that they lose nothing.
        check: what else to ask of what was written, before it takes its place; raises to refuse.

    Returns:
        the description, `parent/<identity>/<identity>.toml`.

    Raises:
        PresenterError: the identity is no plain name, something does not fit the format, or the
            disk refuses; what was there before is then still there.
    """
    name = presenter.identity
    if not IDENTITY.fullmatch(name):
        raise PresenterError(
            f"'{name[:60]}' cannot name a presenter's folder",
            advice="use at most 32 small letters, digits and hyphens",
        )
    place = parent / name
    try:
        parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=parent))
        try:
            fill(presenter, aside, quality)
            found = asset.read(aside / f"{name}.toml")
            if check is not None:
                check(found)
            aside.chmod(0o755)  # mkdtemp's own is for nobody else, and the booth may be another
            swap(aside, place)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise PresenterError(
            f"the presenter cannot be written ({error.strerror})",
            where=str(place),
            advice="choose a folder that can be written to, with 20 MB to spare",
        ) from error
    return place / f"{name}.toml"


def fill(presenter: Presenter, folder: Path, quality: int) -> None:
    """Write every file of the presenter into an empty folder."""
    save(folder / "rest.webp", presenter.still, quality)
    for pose in presenter.poses:
        save(folder / f"pose-{pose.name}.webp", pose.picture[..., :3], quality)
    for name, layer in presenter.layers.items():
        save(folder / f"{name}.webp", layer.picture, quality)
    opened = next((p.weights for p in presenter.poses if p.name == "aa"), {})
    glb.write(
        folder / f"{presenter.identity}.glb",
        presenter.parts,
        presenter.camera,
        (presenter.width, presenter.height),
        presenter.rest,
        opened,
    )
    _flushed(folder / f"{presenter.identity}.toml", manifest.text(presenter).encode())


def save(path: Path, picture: Picture, quality: int) -> None:
    """Write a picture as WebP."""
    done, data = cv2.imencode(".webp", picture, [cv2.IMWRITE_WEBP_QUALITY, quality])
    if not done:
        raise PresenterError(
            "a picture cannot be encoded", where=path.name, advice="report this with the source"
        )
    _flushed(path, data.tobytes())


def swap(new: Path, place: Path) -> None:
    """Rename a folder into place; what was there comes back when that fails."""
    if not place.exists():
        new.rename(place)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{place.name}-old-", dir=place.parent))
    try:
        place.rename(old / "before")
        try:
            new.rename(place)
        except OSError:
            (old / "before").rename(place)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _flushed(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
