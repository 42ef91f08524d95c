"""A picture in layers, as ``winery.toml`` says it: what is off leaves the picture whole."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from kiosk.packs.check import check_pack
from kiosk.packs.codes import Code
from kiosk.packs.depth import see_through
from kiosk.packs.findings import Severity
from kiosk.packs.model import Area, Depth, Focus, Layers
from kiosk.packs.read import inspect_pack, read_pack
from tests import good_pack

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
WIDE = 'far = "media/far.webp", near = "media/near.png", area = [0.25, 0.1, 0.5, 0.8]'
UPRIGHT = WIDE.replace("far =", "portrait_far =").replace("near =", "portrait_near =")
UPRIGHT = UPRIGHT.replace("area =", "portrait_area =")
AREA = Area(0.25, 0.1, 0.5, 0.8)


def cut_out(kind: str, size: tuple[int, int] = (96, 86), **how: Any) -> bytes:
    """A picture that is transparent but for its middle."""
    pixels = np.zeros((size[1], size[0], 4), np.uint8)
    pixels[20:-20, 20:-20] = (90, 40, 30, 255)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, kind, **how)
    return out.getvalue()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The good pack with two layers beside its pictures, which nothing names yet."""
    pack = good_pack.write(tmp_path, media=False)
    (pack / "media/far.webp").write_bytes(good_pack.picture("WEBP", (192, 108)))
    (pack / "media/near.png").write_bytes(cut_out("PNG"))
    return pack


def give(pack: Path, depth: str, scene: str = "harvest") -> None:
    good_pack.edit(pack, "winery.toml", f'id = "{scene}"', f'id = "{scene}"\ndepth = {depth}')


def codes(pack: Path) -> list[tuple[Code, str]]:
    return [(finding.code, finding.key) for finding in inspect_pack(pack)[1]]


def layers(pack: Path, hinge: Focus) -> Layers:
    return Layers(pack / "media/far.webp", pack / "media/near.png", AREA, hinge)


def test_a_scene_has_its_picture_in_layers(pack: Path) -> None:
    give(pack, f"{{ {WIDE}, hinge = [0.4, 0.7] }}")
    assert codes(pack) == []
    one = layers(pack, Focus(0.4, 0.7))
    # The scene has no second picture, so the layers are every screen's.
    assert read_pack(pack).scene("harvest").depth == Depth(one, one)
    assert read_pack(pack).scene("land").depth is None


def test_without_a_hinge_it_is_the_foot_of_what_stands_in_front(pack: Path) -> None:
    give(pack, f"{{ {WIDE} }}")
    depth = read_pack(pack).scene("harvest").depth
    assert depth is not None
    assert depth.wide == layers(pack, Focus(0.5, 0.9))


def test_a_portrait_has_layers_of_its_own(pack: Path) -> None:
    give(pack, f"{{ {WIDE}, {UPRIGHT}, portrait_hinge = [0.1, 0.2] }}", "land")
    assert codes(pack) == []
    depth = read_pack(pack).scene("land").depth
    assert depth is not None
    assert depth.upright == layers(pack, Focus(0.1, 0.2))


def test_a_portrait_without_layers_is_told_and_stays_whole(pack: Path) -> None:
    give(pack, f"{{ {WIDE} }}", "land")
    assert codes(pack) == [(Code.DEPTH_UPRIGHT, "scenes.land.depth.portrait_far")]
    depth = read_pack(pack).scene("land").depth
    assert depth is not None
    assert depth.upright is None
    assert depth.wide is not None


def test_a_wine_that_shows_its_own_picture_may_have_layers(pack: Path) -> None:
    give(pack, f"{{ {WIDE} }}", 'crianza"\nkind = "wine')
    assert codes(pack) == []
    depth = read_pack(pack).scene("crianza").depth
    assert depth is not None


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ("far.webp", "gone.webp", Code.FILE_MISSING, "far"),
        ("near.png", "gone.png", Code.FILE_MISSING, "near"),
        ("near.png", "far.webp", Code.DEPTH_SOLID, "near"),
        (", area = [0.25, 0.1, 0.5, 0.8]", "", Code.KEY_MISSING, "area"),
        ('far = "media/far.webp", ', "", Code.KEY_MISSING, "far"),
        ("[0.25, 0.1, 0.5, 0.8]", "[0.6, 0.1, 0.5, 0.8]", Code.DEPTH_OUTSIDE, "area"),
        ("[0.25, 0.1, 0.5, 0.8]", "[0.2, 0.3, 0.5, 0.8]", Code.DEPTH_OUTSIDE, "area"),
        ("[0.25, 0.1, 0.5, 0.8]", "[0.2, 0.3, 0.0, 0.5]", Code.DEPTH_OUTSIDE, "area"),
        ("[0.25, 0.1, 0.5, 0.8]", "[0, 0, 1, 0.71]", Code.DEPTH_LARGE, "area"),
    ],
)
def test_what_cannot_be_shown_is_a_warning_and_the_picture_stays_whole(
    pack: Path, old: str, new: str, code: Code, key: str
) -> None:
    assert old in WIDE
    give(pack, f"{{ {WIDE.replace(old, new)} }}")
    read, findings = inspect_pack(pack)
    assert [(f.code, f.key, f.severity) for f in findings] == [
        (code, f"scenes.harvest.depth.{key}", Severity.WARNING)
    ]
    assert read is not None
    assert read.scene("harvest").depth is None


@pytest.mark.parametrize(
    ("depth", "code", "key"),
    [
        (f"{{ {WIDE}, speed = 2 }}", Code.KEY_UNKNOWN, ".speed"),
        (f"{{ {WIDE}, hinge = [0.4, 1.2] }}", Code.OUT_OF_RANGE, ".hinge"),
        (f"{{ {WIDE.replace('0.25,', '')} }}", Code.BAD_FORM, ".area"),
        (f"{{ {WIDE.replace('near.png', 'near.jpg')} }}", Code.FILE_KIND, ".near"),
        (f"[{{ {WIDE} }}]", Code.WRONG_TYPE, ""),
    ],
)
def test_what_is_mistyped_is_told_at_its_place(
    pack: Path, depth: str, code: Code, key: str
) -> None:
    give(pack, depth)
    assert (code, f"scenes.harvest.depth{key}") in codes(pack)


def test_an_area_at_the_edge_may_be_rounded(pack: Path) -> None:
    give(pack, f"{{ {WIDE.replace('[0.25, 0.1, 0.5, 0.8]', '[0.68179, 0.1, 0.31822, 0.9]')} }}")
    assert codes(pack) == []


@pytest.mark.parametrize(
    ("content", "clear"),
    [
        (cut_out("PNG"), True),
        (cut_out("WEBP"), True),
        (cut_out("WEBP", lossless=True), True),
        (good_pack.picture("PNG", (20, 20)), False),
        (good_pack.picture("WEBP", (20, 20)), False),
        (good_pack.picture("JPEG", (20, 20)), False),
        (b"", False),
        (b"RIFF\0\0\0\0WEBPVP8X", False),
    ],
)
def test_a_files_head_says_whether_it_is_transparent(
    tmp_path: Path, content: bytes, clear: bool
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert see_through(path) is clear
    assert not see_through(tmp_path / "gone")


def test_colours_from_a_palette_may_be_transparent(tmp_path: Path) -> None:
    image = Image.new("P", (20, 20))
    image.save(tmp_path / "solid.png")
    image.save(tmp_path / "clear.png", transparency=0)
    assert not see_through(tmp_path / "solid.png")
    assert see_through(tmp_path / "clear.png")


@pytest.mark.parametrize(
    ("far", "near", "wrong"),
    [
        ((1920, 1080), (960, 864), []),
        ((960, 540), (481, 432), []),
        ((1080, 1920), (960, 864), [("media/far.webp", 1920, 1080)]),
        ((1920, 1080), (864, 960), [("media/near.png", 960, 864)]),
    ],
)
def test_layers_have_the_pictures_proportions(
    pack: Path, far: tuple[int, int], near: tuple[int, int], wrong: list[Any]
) -> None:
    def decoded(kind: str, path: Path) -> dict[str, Any]:
        width, height = {"far.webp": far, "near.png": near}.get(path.name, (1920, 1080))
        return {"width": width, "height": height, "seconds": 2.0}

    give(pack, f"{{ {WIDE} }}")
    found = check_pack(pack, FONTS, date(2026, 11, 1), decoded)
    assert [
        (f.where, f.details["wanted_width"], f.details["wanted_height"]) for f in found
    ] == wrong
    assert all(f.code is Code.DEPTH_SHAPE and f.severity is Severity.WARNING for f in found)


def test_layers_are_files_that_the_pack_uses(pack: Path) -> None:
    def decoded(kind: str, path: Path) -> dict[str, Any]:
        return {"width": 1920, "height": 1080, "seconds": 2.0}

    unused = [f.where for f in check_pack(pack, FONTS, date(2026, 11, 1), decoded)]
    assert unused == ["media/far.webp", "media/near.png"]
    give(pack, f"{{ {WIDE} }}")
    found = check_pack(pack, FONTS, date(2026, 11, 1), decoded)
    assert Code.FILE_UNUSED not in {f.code for f in found}
