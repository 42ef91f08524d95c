"""Read the container of a foreign .glb or .vrm: its description, its numbers and its pictures.

The file may come from anywhere, so every number in it is checked before it is used, and what it
may make the program hold is bounded. Format: Khronos glTF 2.0.
"""

from __future__ import annotations

import io
import json
import struct
import warnings
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from kiosk.errors import PresenterError

MAX_BYTES = 200_000_000
MAX_TEXT = 32_000_000  # bytes of the description
MAX_LISTED = 4000  # accessors, nodes, meshes ... of each kind
MAX_VALUES = 80_000_000  # numbers read from all accessors together
MAX_SIDE = 8192  # pixels of a picture
MAX_PIXELS = 200_000_000  # of all pictures together
KEPT_SIDE = 2048  # a larger picture is made smaller: the show's canvas is 960 wide
TYPES = {5120: "<i1", 5121: "<u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
# What may be asked for without changing what is read here.
KNOWN = ("KHR_materials_", "VRM", "KHR_texture_transform", "KHR_mesh_quantization",
         "EXT_texture_webp", "KHR_node_visibility", "EXT_mesh_gpu_instancing")  # fmt: skip
REFUSED = {
    "KHR_draco_mesh_compression": "its mesh is packed with Draco",
    "EXT_meshopt_compression": "its mesh is packed with meshopt",
    "KHR_meshopt_compression": "its mesh is packed with meshopt",
    "KHR_texture_basisu": "its pictures are packed as KTX2",
}
SMALLER = f"keep pictures within {KEPT_SIDE} pixels"
AGAIN = "export it again as one binary glTF file (.glb) or .vrm, without compression"

Array = NDArray[Any]
Picture = NDArray[np.uint8]


def refuse(path: Path, what: str, advice: str = AGAIN) -> PresenterError:
    """An avatar that cannot become a presenter."""
    return PresenterError(what, where=str(path), advice=advice)


class Container:
    """An open file: `document` is its description."""

    def __init__(self, path: Path) -> None:
        """Read the file whole.

        Raises:
            PresenterError: it is missing, too large, cut off, or needs what is not read here.
        """
        self.path = path
        try:
            if path.stat().st_size > MAX_BYTES:
                raise self.bad(f"the file is larger than {MAX_BYTES // 1_000_000} MB")
            data = path.read_bytes()
        except OSError as error:
            raise self.bad(
                f"the file cannot be read ({error.strerror})", "check its name and place"
            ) from error
        self.document, self.binary = self.split(data)
        self.values = 0
        self.pixels = 0
        self.asked()

    def bad(self, what: str, advice: str = AGAIN) -> PresenterError:
        """The error to raise about this file."""
        return refuse(self.path, what, advice)

    def split(self, data: bytes) -> tuple[dict[str, Any], bytes]:
        """Part the description from the numbers."""
        if data[:1] in (b"{", b"\xef") or data[:4] != b"glTF":
            kind = "glTF's text form" if data.lstrip()[:1] == b"{" else "no binary glTF"
            raise self.bad(f"the file is {kind}, not a .glb or .vrm avatar")
        if len(data) < 20:
            raise self.bad("the file is cut off", "copy it again from where it came")
        version, total = struct.unpack_from("<II", data, 4)
        if version != 2:
            raise self.bad(f"the file is of glTF version {version}, not 2")
        size, kind = struct.unpack_from("<I4s", data, 12)
        if total > len(data) or 20 + size > len(data):
            raise self.bad(
                f"the file is cut off ({len(data)} of {max(total, 20 + size)} bytes)",
                "copy it again from where it came",
            )
        if kind != b"JSON" or size > MAX_TEXT:
            raise self.bad("the file does not begin with a description")
        try:
            document = json.loads(data[20 : 20 + size])
        except (ValueError, RecursionError) as error:
            raise self.bad(f"the description is damaged ({str(error)[:80]})") from error
        if not isinstance(document, dict):
            raise self.bad("the description is no table")
        rest = data[20 + size :]
        if len(rest) < 8:
            return document, b""
        length, kind = struct.unpack_from("<I4s", rest)
        if kind != b"BIN\0" or length > len(rest) - 8:
            raise self.bad("the file is cut off", "copy it again from where it came")
        return document, rest[8 : 8 + length]

    def asked(self) -> None:
        """Refuse what the file needs and this reader does not do."""
        for name in self.document.get("extensionsRequired", []):
            if name in REFUSED:
                raise self.bad(REFUSED[name])
            if not str(name).startswith(KNOWN):
                raise self.bad(f"the file needs the glTF extension {str(name)[:60]}")
        for key in ("buffers", "images"):
            for one in self.list(key):
                if "uri" in one:
                    named = str(one["uri"])[:40]
                    raise self.bad(f"it keeps its {key} outside the file ('{named}')")
        if len(self.list("buffers")) > 1:
            raise self.bad("it keeps its numbers in several files")

    def list(self, key: str) -> list[dict[str, Any]]:
        """One of the description's lists, of bounded length."""
        found = self.document.get(key, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise self.bad(f"the description's {key} are no list")
        if len(found) > MAX_LISTED:
            raise self.bad(
                f"it has {len(found)} {key}, at most {MAX_LISTED} are allowed",
                "simplify the avatar before exporting it",
            )
        return found

    def one(self, key: str, number: object) -> dict[str, Any]:
        """One entry of a list."""
        found = self.list(key)
        if whole(number) >= len(found):
            raise ValueError(f"there is no {key} {number}")
        return found[whole(number)]

    def accessor(self, number: object, kind: str, most: int) -> Array:
        """Read an accessor: (n,) for scalars, else (n, width); whole numbers scaled when marked.

        Raises:
            PresenterError: it holds more than `most`, or all together more than is allowed.
            ValueError, KeyError, TypeError: the description is wrong.
        """
        accessor = self.one("accessors", number)
        count = whole(accessor["count"])
        if accessor["type"] != kind:
            raise ValueError(f"an accessor is {accessor['type']}, not {kind}")
        width = WIDTHS[kind]
        self.values += count * width
        if count > most or self.values > MAX_VALUES:
            raise self.bad(
                f"it is too large ({count} in one list, at most {most} are allowed)",
                "simplify the avatar before exporting it",
            )
        dtype = TYPES[accessor["componentType"]]
        if "bufferView" in accessor:
            view, start = accessor["bufferView"], whole(accessor.get("byteOffset", 0))
            out = self.view(view, start, dtype, count, width)
        else:
            out = np.zeros((count, width), dtype)
        if "sparse" in accessor:
            out = self.sparse(accessor["sparse"], out)
        if accessor.get("normalized"):
            scale = np.iinfo(out.dtype).max
            out = np.maximum(out.astype(np.float32) / scale, -1)
        if kind == "SCALAR":
            return out[:, 0]
        return out

    def sparse(self, table: dict[str, Any], base: Array) -> Array:
        count = whole(table["count"])
        if count > len(base):
            raise ValueError("a sparse accessor names more than there is")
        indices, values = table["indices"], table["values"]
        kind = TYPES[indices["componentType"]]
        start = whole(indices.get("byteOffset", 0))
        at = self.view(indices["bufferView"], start, kind, count, 1)[:, 0].astype(np.int64)
        if count and (at.min() < 0 or at.max() >= len(base)):
            raise ValueError("a sparse accessor names what is not there")
        out = base.copy()
        start = whole(values.get("byteOffset", 0))
        out[at] = self.view(values["bufferView"], start, base.dtype.str, count, base.shape[1])
        return out

    def view(self, number: object, start: int, dtype: str, count: int, width: int) -> Array:
        """Read numbers from a buffer view, with its stride."""
        table = self.one("bufferViews", number)
        if "EXT_meshopt_compression" in table.get("extensions", {}):
            raise self.bad(REFUSED["EXT_meshopt_compression"])
        first, length = whole(table.get("byteOffset", 0)), whole(table["byteLength"])
        item = np.dtype(dtype).itemsize * width
        stride = whole(table.get("byteStride", 0)) or item
        need = start + (count - 1) * stride + item if count else 0
        if stride < item or need > length or first + length > len(self.binary):
            raise ValueError("values reach past the end of the file")
        if not count:
            return np.zeros((0, width), dtype)
        shape, steps = (count, width), (stride, np.dtype(dtype).itemsize)
        return np.ndarray(shape, dtype, self.binary, first + start, steps)

    def picture(self, number: object) -> Picture:
        """Decode a picture: BGRA (h, w, 4), at most `KEPT_SIDE` wide and high."""
        table = self.one("images", number)
        view = self.one("bufferViews", table["bufferView"])
        first, length = whole(view.get("byteOffset", 0)), whole(view["byteLength"])
        if first + length > len(self.binary):
            raise ValueError("a picture reaches past the end of the file")
        data = self.binary[first : first + length]
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of half that limit; ours is what counts
                with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as image:
                    width, height = image.size  # from the header: nothing is decoded yet
                    self.pixels += width * height
                    if max(width, height) > MAX_SIDE or self.pixels > MAX_PIXELS:
                        raise self.bad(
                            f"a picture in it is too large ({width} by {height} pixels)", SMALLER
                        )
                    found = np.asarray(image.convert("RGBA"))
        except Image.DecompressionBombError as error:  # Pillow's own limit comes first
            raise self.bad("a picture in it is too large", SMALLER) from error
        except (UnidentifiedImageError, OSError, SyntaxError) as error:
            raise self.bad(f"a picture in it cannot be read ({str(error)[:80]})") from error
        out = cv2.cvtColor(found, cv2.COLOR_RGBA2BGRA)
        large = max(out.shape[:2]) / KEPT_SIDE
        if large > 1:
            size = (max(1, round(width / large)), max(1, round(height / large)))
            out = cv2.resize(out, size, interpolation=cv2.INTER_AREA)
        return np.asarray(out, np.uint8)


def whole(value: object) -> int:
    """A number that counts or names something.

    Raises:
        ValueError: it is no whole number from 0.
    """
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{value!r} is not a whole number")
    return value
