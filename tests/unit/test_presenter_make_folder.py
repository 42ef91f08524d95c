"""A presenter's folder: what is written is what is read, and never by half."""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path

import numpy as np
import pytest

from kiosk.errors import PresenterError
from kiosk.presenter.face import asset
from kiosk.presenter.face.asset import Camera, Eye, Pose, Window
from kiosk.presenter.face.mesh import Part
from kiosk.presenter.make import folder, glb
from kiosk.presenter.make.model import Layer, Presenter

EXACT = 101  # a quality above 100 loses nothing
WINDOWS = {"eyes": Window(8, 8, 48, 24), "mouth": Window(16, 32, 40, 32)}


def part(name: str, count: int = 6) -> Part:
    """A fan of triangles half a metre away, with two shapes."""
    chance = np.random.default_rng(len(name))
    vertices = (chance.uniform(-0.1, 0.1, (count, 3)) - [0, 0, 0.5]).astype(np.float32)
    triangles = np.array([[0, i, i + 1] for i in range(1, count - 1)], np.int32)
    shift = chance.uniform(-0.01, 0.01, (count, 3))
    shift[1:3] = 1e-5  # less than what is worth keeping
    shapes = {"jawOpen": glb.sparse(shift), "eyeBlinkLeft": glb.sparse(-shift)}
    return Part(name, vertices, triangles, shapes)


def presenter(**changes: object) -> Presenter:
    chance = np.random.default_rng(1)

    def picture(window: Window, channels: int) -> asset.Picture:
        return chance.integers(1, 256, (window.height, window.width, channels), np.uint8)

    canvas = Window(0, 0, 96, 128)
    whole = Presenter(
        identity="tester",
        names={"en": 'Ann "the\x7f\n taster"', "zh-CN": "安"},
        width=96,
        height=128,
        camera=Camera(300.25, (48.0, 64.1)),
        neck=(0.0, -0.1, -0.55),
        windows=WINDOWS,
        rest={"jawOpen": 0.1, "mouthSmileLeft": 1 / 3},
        still=picture(canvas, 4),
        poses=(
            Pose("aa", "mouth", {"jawOpen": 0.48}, picture(WINDOWS["mouth"], 3)),
            Pose("blink", "eyes", {"eyeBlinkLeft": 1.0}, picture(WINDOWS["eyes"], 3)),
        ),
        layers={
            name: Layer(window, picture(WINDOWS[window], 4))
            for name, window in (
                ("eyes", "eyes"), ("teeth-upper", "mouth"), ("teeth-lower", "mouth"),
            )
        },
        eyes={"left": Eye((0.03, 0.0, -0.5), 0.012), "right": Eye((-0.03, 0.0, -0.5), 0.012)},
        parts={name: part(name) for name in (*asset.PARTS, "tongue")},
        roles={"en": "Guide"},
        voices={"en": ("af_heart", "af_bella")},
        licence="CC0-1.0",
        source="tester.vrm",
        consent="agreed by Ann",
    )  # fmt: skip
    return dataclasses.replace(whole, **changes)  # type: ignore[arg-type]


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    made = presenter()
    found = asset.read(folder.write(made, tmp_path / "presenters", EXACT))
    assert found.folder == tmp_path / "presenters" / "tester"
    assert (found.name, found.width, found.height) == ("tester", 96, 128)
    for name in ("camera", "neck", "windows", "rest", "eyes"):
        assert getattr(found, name) == getattr(made, name), name
    assert np.array_equal(found.still, made.still)
    for a, b in zip(found.poses, made.poses, strict=True):
        assert (a.name, a.window, a.weights) == (b.name, b.window, b.weights)
        assert np.array_equal(a.picture, b.picture)
    for name in asset.LAYERS:
        assert np.array_equal(found.layers[name], made.layers[name].picture)
    assert list(found.parts) == list(made.parts)
    for name, one in made.parts.items():
        two = found.parts[name]
        assert np.array_equal(one.vertices, two.vertices)
        assert np.array_equal(one.triangles, two.triangles)
        assert list(one.shapes) == list(two.shapes)
        for key, shape in one.shapes.items():
            assert np.array_equal(shape.at, two.shapes[key].at)
            assert np.array_equal(shape.shift, two.shapes[key].shift)


def test_the_description_says_who_and_by_whose_leave(tmp_path: Path) -> None:
    table = tomllib.loads(folder.write(presenter(), tmp_path).read_text("utf-8"))
    assert table["names"] == {"en": 'Ann "the\x7f\n taster"', "zh-CN": "安"}
    assert table["voices"] == {"en": ["af_heart", "af_bella"]}
    assert (table["licence"], table["source"]) == ("CC0-1.0", "tester.vrm")
    assert table["consent"] == "agreed by Ann"
    bare = presenter(licence="", source="", consent="")
    table = tomllib.loads(folder.write(bare, tmp_path).read_text("utf-8"))
    assert not {"licence", "source", "consent"} & set(table)


def test_a_part_with_many_vertices_keeps_its_numbers(tmp_path: Path) -> None:
    skin = part("skin", 66_000)
    made = presenter(parts={**presenter().parts, "skin": skin})
    found = asset.read(folder.write(made, tmp_path)).parts["skin"]
    assert np.array_equal(found.triangles, skin.triangles)
    assert np.array_equal(found.shapes["jawOpen"].at, skin.shapes["jawOpen"].at)


def test_small_movements_and_shapes_without_any_are_left_out(tmp_path: Path) -> None:
    assert glb.sparse(np.full((4, 3), 2e-5)).at.size == 0
    assert glb.sparse(np.eye(4, 3)).at.tolist() == [0, 1, 2]
    skin = dataclasses.replace(part("skin"), shapes={"mouthPucker": glb.sparse(np.zeros((6, 3)))})
    made = presenter(parts={**presenter().parts, "skin": skin})
    assert asset.read(folder.write(made, tmp_path)).parts["skin"].shapes == {}


def test_a_new_one_replaces_the_old_one_and_nothing_else_is_left(tmp_path: Path) -> None:
    folder.write(presenter(), tmp_path)
    (tmp_path / "tester" / "stale.webp").write_bytes(b"x")
    folder.write(presenter(rest={"jawOpen": 0.7}), tmp_path)
    assert asset.read(tmp_path / "tester" / "tester.toml").rest == {"jawOpen": 0.7}
    assert not (tmp_path / "tester" / "stale.webp").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["tester"]


def test_one_that_could_not_be_read_does_not_replace_the_old_one(tmp_path: Path) -> None:
    folder.write(presenter(), tmp_path)
    lacking = {name: one for name, one in presenter().parts.items() if name != "hair"}
    with pytest.raises(PresenterError, match="the mesh lacks hair"):
        folder.write(presenter(parts=lacking, rest={}), tmp_path)
    assert asset.read(tmp_path / "tester" / "tester.toml").rest == presenter().rest
    assert [path.name for path in tmp_path.iterdir()] == ["tester"]


def test_the_old_one_comes_back_when_the_disk_fails_between(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write(presenter(), tmp_path)
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name.startswith(".tester-") and target.name == "tester":
            raise OSError(5, "Input/output error")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(PresenterError, match="cannot be written"):
        folder.write(presenter(rest={}), tmp_path)
    assert asset.read(tmp_path / "tester" / "tester.toml").rest == presenter().rest
    assert [path.name for path in tmp_path.iterdir()] == ["tester"]


@pytest.mark.parametrize("name", ["", "../x", "Big", "a b", "x" * 33, ".hidden"])
def test_an_identity_is_a_plain_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(PresenterError, match="cannot name a presenter's folder"):
        folder.write(presenter(identity=name), tmp_path)
    assert list(tmp_path.iterdir()) == []
