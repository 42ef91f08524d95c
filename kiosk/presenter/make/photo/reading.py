"""Read a photograph that may come from anywhere: bounded, and turned as its camera says."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from kiosk.packs import limits
from kiosk.packs.media import DecodeProcess

from .pixels import Picture
from .unsuitable import Reason, UnsuitableError

WORK = 3200  # pixels of the long side; what is larger is made smaller, no booth shows more
GROUND = (128, 128, 128)  # behind a picture that is transparent somewhere


def read(path: Path) -> Picture:
    """Read a photograph as BGR (h, w, 3), upright.

    It is decoded by a process of its own first: should a decoder crash or grow without end, it
    takes nothing with it.

    Raises:
        UnsuitableError: there is no such file, it is too large, or it is no whole picture.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UnsuitableError(path, Reason.MISSING)
    except OSError as error:
        raise UnsuitableError(path, Reason.MISSING) from error
    if size > limits.IMAGE_BYTES:
        raise UnsuitableError(path, Reason.TOO_LARGE)
    with DecodeProcess() as process:
        found = process.decode("image", path)
    if problem := found.get("problem"):
        if problem != "image_broken":
            raise UnsuitableError(path, Reason.TOO_LARGE)
        foreign = found.get("reason") == "unrecognised"
        raise UnsuitableError(path, Reason.NO_PICTURE if foreign else Reason.DAMAGED)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a camera's odd notes; the pixels are whole
            return _decoded(path)
    except (OSError, ValueError, SyntaxError) as error:
        raise UnsuitableError(path, Reason.DAMAGED) from error


def _decoded(path: Path) -> Picture:
    with Image.open(path, formats=("WEBP", "JPEG", "PNG")) as image:
        image.draft("RGB", (WORK, WORK))
        upright = ImageOps.exif_transpose(image)
        if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
            ground = Image.new("RGBA", upright.size, (*GROUND, 255))
            upright = Image.alpha_composite(ground, upright.convert("RGBA"))
        flat = upright.convert("RGB")
    if max(flat.size) > WORK:
        flat.thumbnail((WORK, WORK), Image.Resampling.LANCZOS)
    return np.ascontiguousarray(np.asarray(flat, np.uint8)[..., ::-1])
