"""Read a presenter's folder into frozen values; assets/presenters/README.md says what is in it."""

from __future__ import annotations

import hashlib
import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.errors import PresenterError

from . import mesh

Picture = NDArray[np.uint8]

MAX_TOML = 256_000  # bytes
MAX_PICTURE = 16_000_000  # bytes of one file
MAX_SIDE = 4096  # pixels
MAX_POSES = 24
LAYERS = ("eyes", "teeth-upper", "teeth-lower")
EXTRAS = ("lashes", "eyes-shade", "eyes-gloss")  # a presenter may do without
PARTS = ("skin", "eye-left", "eye-right", "teeth-upper", "teeth-lower", "hair", "body")
ADVICE = "compare with assets/presenters/README.md or make the presenter again"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}(\.[a-z0-9]{1,5})?")


@dataclass(frozen=True)
class Window:
    """A rectangle of the canvas, pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def cut(self) -> tuple[slice, slice]:
        """The rows and columns it takes of a picture."""
        return (
            slice(self.top, self.top + self.height),
            slice(self.left, self.left + self.width),
        )


@dataclass(frozen=True)
class Camera:
    """Projection: `pixel = [cx + focal * x / -z, cy - focal * y / -z]`, metres to pixels."""

    focal: float
    centre: tuple[float, float]

    def pixels(self, points: NDArray[np.float32]) -> NDArray[np.float32]:
        """Project points (n, 3) to places (n, 2) where whole numbers are pixels' centres."""
        ahead = self.focal / -points[:, 2]
        x = self.centre[0] + ahead * points[:, 0] - 0.5
        y = self.centre[1] - ahead * points[:, 1] - 0.5
        return np.stack([x, y], 1).astype(np.float32)


@dataclass(frozen=True)
class Pose:
    """One picture of a window of the face: BGR (h, w, 3), and the weights it shows."""

    name: str
    window: str
    weights: dict[str, float]
    picture: Picture


@dataclass(frozen=True)
class Eye:
    """An eyeball: centre in camera space and radius, metres."""

    centre: tuple[float, float, float]
    radius: float


@dataclass(frozen=True)
class Asset:
    """A presenter as read; pictures are BGR or BGRA, straight alpha."""

    folder: Path
    name: str
    width: int
    height: int
    camera: Camera
    neck: tuple[float, float, float]
    windows: dict[str, Window]
    rest: dict[str, float]
    still: Picture
    poses: tuple[Pose, ...]
    layers: dict[str, Picture]  # BGRA, at their windows; LAYERS always, EXTRAS where there are any
    eyes: dict[str, Eye]
    parts: dict[str, mesh.Part]
    digest: str  # of the content of every file used: 64 hex digits


def read(description: Path) -> Asset:
    """Read a presenter by its description (`<id>.toml`).

    Raises:
        PresenterError: a file is missing, too large, damaged or does not fit the others.
    """
    return _Reader(description).asset()


class _Reader:
    def __init__(self, description: Path) -> None:
        self.path = description
        self.folder = description.parent
        self.hash = hashlib.sha256()
        try:
            self.table: dict[str, Any] = tomllib.loads(self.bytes(description, MAX_TOML).decode())
        except (ValueError, RecursionError) as error:  # a number too long is no TOMLDecodeError
            raise self.bad(f"the description cannot be read ({error})") from error

    def bad(self, what: str, path: Path | None = None) -> PresenterError:
        return PresenterError(what, where=str(path or self.path), advice=ADVICE)

    def asset(self) -> Asset:
        try:
            return self.whole()
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
            kind = "lacks" if isinstance(error, KeyError) else "has a wrong value:"
            raise self.bad(f"the description {kind} {error}") from error

    def whole(self) -> Asset:
        table = self.table
        width, height = (_side(table["canvas"][k]) for k in ("width", "height"))
        windows = {str(k): self.window(v, width, height) for k, v in table["windows"].items()}
        for needed in ("eyes", "mouth"):
            if needed not in windows:
                raise self.bad(f"the description lacks the window '{needed}'")
        camera = table["camera"]
        focal = _number(camera["focal"], 10, 1e6)
        centre = _numbers(camera["centre"], 2, 1e5)
        mesh_path = self.inside(table["mesh"])
        parts = mesh.read(mesh_path)
        self.hash.update(mesh_path.read_bytes())
        lacking = [name for name in PARTS if name not in parts]
        if lacking:
            raise self.bad(f"the mesh lacks {', '.join(lacking)}", mesh_path)
        if any(part.vertices[:, 2].max() > -0.05 for part in parts.values()):
            raise self.bad("the mesh reaches behind the camera", mesh_path)
        if len(table["poses"]) > MAX_POSES:
            raise self.bad(f"the description has more than {MAX_POSES} poses")
        layers = table["layers"]
        return Asset(
            folder=self.folder,
            name=str(table["id"])[:40],
            width=width,
            height=height,
            camera=Camera(focal, (centre[0], centre[1])),
            neck=_point(table["head"]["neck"]),
            windows=windows,
            rest=_weights(table["weights"]["rest"]),
            still=self.picture(table["rest"], width, height, 4),
            poses=tuple(self.pose(str(k), v, windows) for k, v in table["poses"].items()),
            layers={k: self.layer(layers[k], windows) for k in LAYERS}
            | {k: self.layer(layers[k], windows) for k in EXTRAS if k in layers},
            eyes={
                side: Eye(
                    _point(table["eyes"][side]["centre"]),
                    _number(table["eyes"][side]["radius"], 1e-3, 0.1),
                )
                for side in ("left", "right")
            },
            parts=parts,
            digest=self.hash.hexdigest(),
        )

    def pose(self, name: str, table: Mapping[str, Any], windows: Mapping[str, Window]) -> Pose:
        place = windows[table["window"]]
        picture = self.picture(table["file"], place.width, place.height, 3)
        return Pose(name, str(table["window"]), _weights(table["weights"]), picture)

    def layer(self, table: Mapping[str, Any], windows: Mapping[str, Window]) -> Picture:
        place = windows[table["window"]]
        return self.picture(table["file"], place.width, place.height, 4)

    def window(self, value: Any, width: int, height: int) -> Window:
        left, top, wide, high = (int(v) for v in _numbers(value, 4, MAX_SIDE))
        if min(left, top) < 0 or min(wide, high) < 16:
            raise ValueError(f"window {value}")
        if left + wide > width or top + high > height:
            raise ValueError(f"window {value} reaches past the canvas")
        return Window(left, top, wide, high)

    def inside(self, name: Any) -> Path:
        """A file of this folder, never of another, not even by way of a link."""
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise self.bad(f"'{str(name)[:60]}' is not a plain file name")
        path = self.folder / name
        try:
            outside = path.resolve().parent != self.folder.resolve()
        except (OSError, RuntimeError) as error:  # a link to itself
            raise self.bad(f"'{name}' leads nowhere") from error
        if outside:
            raise self.bad(f"'{name}' lies outside the presenter's folder")
        return path

    def bytes(self, path: Path, most: int) -> bytes:
        try:
            if path.stat().st_size > most:
                raise self.bad(f"the file is larger than {most // 1000} kB", path)
            data = path.read_bytes()
        except OSError as error:
            raise self.bad(f"the file cannot be read ({error.strerror})", path) from error
        self.hash.update(len(data).to_bytes(8, "little") + data)
        return data

    def picture(self, name: Any, width: int, height: int, channels: int) -> Picture:
        path = self.inside(name)
        data = np.frombuffer(self.bytes(path, MAX_PICTURE), np.uint8)
        if _webp_size(data.tobytes()[:30]) != (width, height):
            raise self.bad(f"the picture is not a WebP of {width} by {height} pixels", path)
        found = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
        if found is None or found.dtype != np.uint8 or found.shape[:2] != (height, width):
            raise self.bad("the picture is damaged", path)
        if found.ndim != 3 or found.shape[2] not in (3, 4):
            raise self.bad("the picture has no colours", path)
        if found.shape[2] < channels:  # all of it opaque: the file left the alpha out
            full = np.full((height, width, 1), 255, np.uint8)
            found = np.concatenate([found, full], 2)
        return np.ascontiguousarray(found[..., :channels], np.uint8)


def _webp_size(head: bytes) -> tuple[int, int] | None:
    """Width and height as a WebP's header gives them: known before anything is decoded."""
    if len(head) < 30 or head[:4] != b"RIFF" or head[8:12] != b"WEBP":
        return None
    if head[12:16] == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if head[12:16] == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if head[12:16] == b"VP8 ":
        size = int.from_bytes(head[26:28], "little"), int.from_bytes(head[28:30], "little")
        return size[0] & 0x3FFF, size[1] & 0x3FFF
    return None


def _number(value: Any, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{value!r} is not a number")
    if not math.isfinite(value) or not low <= value <= high:
        raise ValueError(f"{value!r} is not between {low:g} and {high:g}")
    return float(value)


def _numbers(value: Any, count: int, most: float) -> list[float]:
    if not isinstance(value, list) or len(value) != count:
        raise TypeError(f"{str(value)[:60]} is not a list of {count} numbers")
    return [_number(v, -most, most) for v in value]


def _point(value: Any) -> tuple[float, float, float]:
    x, y, z = _numbers(value, 3, 100.0)
    return x, y, z


def _side(value: Any) -> int:
    return int(_number(value, 64, MAX_SIDE))


def _weights(table: Mapping[str, Any]) -> dict[str, float]:
    if len(table) > mesh.MAX_SHAPES:
        raise ValueError(f"{len(table)} weights")
    return {str(k): _number(v, -2.0, 2.0) for k, v in table.items()}
