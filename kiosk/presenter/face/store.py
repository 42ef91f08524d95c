"""Keep what `figure.prepare` finds: `figure.npz` beside the description, so a booth starts at once.

Named after nothing but its place; it carries the digest of the files it was made from and is
passed over when they have changed. Only plain arrays, read within bounds.
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiosk.narration.track import write_whole

from . import depth, fields
from .asset import Asset, Window
from .figure import EYES, MOUTH, Figure, Layered, View, pictures, prepare

NAME = "figure.npz"
VERSION = 1  # raise it when what `prepare` finds changes
MAX_BYTES = 64_000_000  # of the arrays together


def figure_of(asset: Asset) -> Figure:
    """The figure kept beside the presenter, or else prepared now (some seconds).

    Raises:
        PresenterError: the mesh shows no lips or lids that part.
    """
    return read(asset) or prepare(asset)


def write(figure: Figure) -> Path:
    """Keep a figure beside its presenter; whole or not at all.

    Raises:
        NarrationError: the disk refuses.
    """
    facts = {
        "version": VERSION, "digest": figure.asset.digest,
        "jaw": figure.jaw, "jaw_shown": figure.jaw_shown,
    }  # fmt: skip
    arrays: dict[str, NDArray[Any]] = {
        "facts": np.frombuffer(json.dumps(facts).encode(), np.uint8),
        "body.points": figure.body.points, "body.head": figure.body.head,
        "body.chest": figure.body.chest,
    }  # fmt: skip
    for name, view in (("mouth", figure.mouth), ("eyes", figure.eyes)):
        place = view.window
        arrays[f"{name}.window"] = np.array([place.left, place.top, place.width, place.height])
        arrays[f"{name}.mask"] = view.mask
        for part in ("mattes", "shifts", "weights"):
            arrays[f"{name}.{part}"] = np.stack([getattr(one, part) for one in view.layered])
    kept = io.BytesIO()
    np.savez_compressed(kept, **arrays)  # type: ignore[arg-type]
    path = figure.asset.folder / NAME
    write_whole(path, kept.getvalue())
    return path


def read(asset: Asset) -> Figure | None:
    """The figure kept for exactly these files, None when there is none that fits."""
    path = asset.folder / NAME
    try:
        with zipfile.ZipFile(path) as kept:
            if sum(entry.file_size for entry in kept.infolist()) > MAX_BYTES:
                return None
        with np.load(path, allow_pickle=False) as arrays:
            facts = json.loads(bytes(arrays["facts"]))
            if (facts["version"], facts["digest"]) != (VERSION, asset.digest):
                return None
            jaw = [float(v) for v in (*facts["jaw"], facts["jaw_shown"])]
            if len(jaw) != 3 or not np.isfinite(jaw).all():
                return None
            return Figure(
                asset,
                _view(asset, "mouth", MOUTH, arrays),
                _view(asset, "eyes", EYES, arrays),
                _body(asset, arrays),
                (jaw[0], jaw[1]),
                jaw[2],
            )
    except Exception:  # a damaged archive fails in a dozen ways; each means: prepare anew
        return None


def _view(asset: Asset, kind: str, channels: tuple[str, ...], arrays: Any) -> View:
    left, top, width, height = (int(v) for v in arrays[f"{kind}.window"])
    whole, window = asset.windows[kind], Window(left, top, width, height)
    if not (min(width, height) >= fields.CELL
            and whole.left <= left and left + width <= whole.left + whole.width
            and whole.top <= top and top + height <= whole.top + whole.height):  # fmt: skip
        raise ValueError("a view reaches past its window")
    shown = pictures(asset, kind)
    count, cells = len(shown), (-(-height // fields.CELL), -(-width // fields.CELL))
    mask = _array(arrays, f"{kind}.mask", np.uint8, (height, width))
    mattes = _array(arrays, f"{kind}.mattes", np.uint8, (count, 2, height, width))
    shifts = _array(arrays, f"{kind}.shifts", np.float16, (count, 2, len(channels), *cells, 2))
    weights = _array(arrays, f"{kind}.weights", np.float32, (count, len(channels)))
    y, x = top - whole.top, left - whole.left
    layered = [
        Layered(
            np.ascontiguousarray(pose.picture[y : y + height, x : x + width]),
            mattes[i], shifts[i], weights[i],
        )
        for i, pose in enumerate(shown)
    ]  # fmt: skip
    return View(window, channels, tuple(layered), mask)


def _body(asset: Asset, arrays: Any) -> depth.Body:
    cells = (-(-asset.height // depth.CELL), -(-asset.width // depth.CELL))
    return depth.Body(
        _array(arrays, "body.points", np.float32, (*cells, 3)),
        _array(arrays, "body.head", np.float32, cells),
        _array(arrays, "body.chest", np.float32, cells),
    )


def _array(arrays: Any, name: str, kind: type, shape: tuple[int, ...]) -> NDArray[Any]:
    found: NDArray[Any] = arrays[name]
    if found.dtype != kind or found.shape != shape:
        raise ValueError(f"{name} is {found.dtype} {found.shape}")
    if kind is not np.uint8 and not np.isfinite(found).all():
        raise ValueError(f"{name} is not finite")
    return found
