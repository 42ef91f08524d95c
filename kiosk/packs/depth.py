"""A scene's picture in two layers: what stands in front, cut out, and the picture behind it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from kiosk.packs import limits
from kiosk.packs.codes import Code
from kiosk.packs.fields import Table
from kiosk.packs.findings import Detail, Report
from kiosk.packs.model import Area, Depth, Focus, Layers, Pack

_EDGE = 0.001  # areas are written down with a few digits
_SHAPE = 0.02  # a layer may be as much broader or narrower than its place: a pixel or two
_HEADER = 4096  # bytes in which a picture says whether it has alpha
Sizes = dict[Path, tuple[int, int]]


class Files(Protocol):
    """Turns the file names of a table into paths inside the pack."""

    def optional(self, table: Table, key: str, suffixes: tuple[str, ...] = ...) -> Path | None:
        """A file the show has a fall-back for: when it is missing, that is a warning."""


def read_depth(scene: Table, files: Files, portrait: bool) -> Depth | None:
    """A scene's ``depth``, or None where its picture is whole.

    ``portrait`` says that the scene has a second picture for upright screens, which has layers
    of its own. Whatever is missing or off is a warning: that picture is then shown whole.
    """
    if not scene.has("depth"):
        return None
    table = scene.table("depth")
    if table is None:
        return None
    wide = _layers(table, files, "")
    upright = _layers(table, files, "portrait_") if portrait else wide
    table.finish(*(f"portrait_{key}" for key in ("far", "near", "area", "hinge")))
    return Depth(wide, upright) if wide or upright else None


def _layers(table: Table, files: Files, prefix: str) -> Layers | None:
    keys = [f"{prefix}{key}" for key in ("far", "near", "area")]
    if prefix and not any(table.has(key) for key in keys):
        table.warn(Code.DEPTH_UPRIGHT, keys[0])
        return None
    for key in keys:
        if not table.has(key):
            table.warn(Code.KEY_MISSING, key)
    far = files.optional(table, keys[0])
    near = files.optional(table, keys[1], limits.CUT_OUT_SUFFIXES)
    area = _area(table, keys[2])
    hinge = table.pair(f"{prefix}hinge", 0, 1, required=False)
    if near is not None and not see_through(near):
        table.warn(Code.DEPTH_SOLID, keys[1], file=near.name)
        return None
    if far is None or near is None or area is None:
        return None
    foot = Focus(area.x + area.width / 2, area.y + area.height)
    return Layers(far, near, area, Focus(*hinge) if hinge else foot)


def _area(table: Table, key: str) -> Area | None:
    numbers = table.numbers(key, 4, 0, 1, "[0.30, 0.10, 0.25, 0.60]", required=False)
    if numbers is None:
        return None
    x, y, width, height = numbers
    if x + width > 1 + _EDGE or y + height > 1 + _EDGE or not width * height:
        table.warn(Code.DEPTH_OUTSIDE, key)
        return None
    if width * height > limits.DEPTH_SHARE:
        figures = {"share": round(100 * width * height), "most": round(100 * limits.DEPTH_SHARE)}
        table.warn(Code.DEPTH_LARGE, key, **figures)
        return None
    return Area(x, y, width, height)


def see_through(path: Path) -> bool:
    """Whether a WebP or PNG file says of itself that it has transparent pixels.

    Only its head is read. Raises nothing: a file that cannot be read is not.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except OSError:
        return False
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        if head[12:16] == b"VP8X":  # the extended format has a flag
            return len(head) > 20 and bool(head[20] & 0x10)
        # lossless: the 29th bit after its signature; plain lossy WebP has none
        return head[12:16] == b"VP8L" and len(head) > 24 and bool(head[24] & 0x10)
    if head[:8] == b"\x89PNG\r\n\x1a\n":
        return head[25:26] in (b"\x04", b"\x06") or b"tRNS" in head
    return False


def check_depth(root: Path, pack: Pack, report: Report, sizes: Sizes) -> None:
    """Whether layers have their pictures' proportions; ``sizes`` are of the files that decode."""
    for scene in pack.scenes:
        if scene.depth is None:
            continue
        picture = scene.picture
        for path, layers in (
            (picture.path, scene.depth.wide),
            (picture.portrait, scene.depth.upright if picture.portrait else None),
        ):
            if path is None or layers is None or path not in sizes:
                continue
            width, height = sizes[path]
            area = layers.area
            for layer, wanted in (
                (layers.far, (width, height)),
                (layers.near, (round(area.width * width), round(area.height * height))),
            ):
                if layer in sizes and not _alike(sizes[layer], wanted):
                    where = layer.relative_to(root).as_posix()
                    details: dict[str, Detail] = {
                        "file": where,
                        "width": sizes[layer][0],
                        "height": sizes[layer][1],
                        "wanted_width": wanted[0],
                        "wanted_height": wanted[1],
                    }
                    report.warn(Code.DEPTH_SHAPE, where, key="", line=0, **details)


def _alike(size: tuple[int, int], wanted: tuple[int, int]) -> bool:
    one, two = size[0] * wanted[1], size[1] * wanted[0]
    return abs(one - two) <= _SHAPE * two
