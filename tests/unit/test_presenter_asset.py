"""A presenter's files: what is wrong with them is refused by name, and nothing else happens."""

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from kiosk import resources
from kiosk.errors import PresenterError
from kiosk.presenter.face import asset, mesh
from tests import good_presenter
from tests.good_presenter import Glb


@pytest.fixture
def description(tmp_path: Path) -> Path:
    return good_presenter.write(tmp_path)


def edited(description: Path, old: str, new: str) -> Path:
    text = description.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    description.write_text(text.replace(old, new), "utf-8")
    return description


def refused(description: Path) -> PresenterError:
    with pytest.raises(PresenterError) as caught:
        asset.read(description)
    assert str(description.parent) in caught.value.where
    assert caught.value.advice
    return caught.value


def webp(width: int, height: int) -> bytes:
    good, data = cv2.imencode(".webp", np.full((height, width, 3), 90, np.uint8))
    assert good
    return data.tobytes()


def test_a_good_presenter_is_read_whole(description: Path) -> None:
    found = asset.read(description)
    assert (found.width, found.height) == (good_presenter.WIDTH, good_presenter.HEIGHT)
    assert found.still.shape == (good_presenter.HEIGHT, good_presenter.WIDTH, 4)
    assert {pose.name for pose in found.poses} == set(good_presenter.POSES)
    assert set(found.layers) == set(asset.LAYERS)
    made, read = good_presenter.parts()["skin"], found.parts["skin"]
    assert np.array_equal(read.vertices, made.vertices)
    assert np.array_equal(read.triangles, made.triangles)
    posed = {"jawOpen": 0.4, "noSuchShape": 1.0}
    assert np.array_equal(read.posed(posed), made.posed(posed))
    assert len(found.digest) == 64


def test_the_shipped_hostess_is_good() -> None:
    found = asset.read(resources.presenters() / "hostess" / "hostess.toml")
    assert found.poses
    assert set(asset.PARTS) <= set(found.parts)


def test_the_digest_follows_every_file(description: Path) -> None:
    before = asset.read(description).digest
    assert asset.read(description).digest == before
    seen = {before}
    for path in sorted(description.parent.glob("*.webp")):
        kept = path.read_bytes()
        head = int.from_bytes(kept[4:8], "little")
        # one more chunk, which no reader of pictures looks at
        path.write_bytes(b"RIFF" + (head + 10).to_bytes(4, "little") + kept[8:]
                         + b"none\x02\0\0\0\0\0")  # fmt: skip
        seen.add(asset.read(description).digest)
        path.write_bytes(kept)
    assert len(seen) == 1 + len(list(description.parent.glob("*.webp")))


@pytest.mark.parametrize("name", sorted(good_presenter.files()))
def test_a_missing_file_is_named(description: Path, name: str) -> None:
    (description.parent / name).unlink()
    error = refused(description)
    assert "cannot be read" in error.what
    assert error.where.endswith(name)


@pytest.mark.parametrize("name", sorted(n for n in good_presenter.files() if n.endswith("webp")))
def test_a_picture_of_another_size_is_named(description: Path, name: str) -> None:
    (description.parent / name).write_bytes(webp(48, 48))
    error = refused(description)
    assert "WebP of" in error.what
    assert error.where.endswith(name)


@pytest.mark.parametrize("damage", ["empty", "cut", "png", "filled"])
def test_a_damaged_picture_is_named(description: Path, damage: str) -> None:
    path = description.parent / "rest.webp"
    whole = path.read_bytes()
    spoilt = {
        "empty": b"",
        "cut": whole[: len(whole) // 3],
        "png": b"\x89PNG\r\n\x1a\n" + whole[8:],
        "filled": whole[:40] + b"\xff" * (len(whole) - 40),
    }
    path.write_bytes(spoilt[damage])
    assert refused(description).where.endswith("rest.webp")


DESCRIPTIONS = {
    "reaches past": ("eyes = [88, 80,", "eyes = [200, 80,"),
    "window": ("eyes = [88, 80,", "eyes = [-4, 80,"),
    "lacks the window 'mouth'": ("mouth = [88,", "mouse = [88,"),
    "is not a list of 4 numbers": ("mouth = [88,", "mouth = [88, 3,"),
    "is not a plain file name": ('mesh = "mesh.glb"', 'mesh = "../mask/mesh.glb"'),
    "'/etc/passwd' is not": ('rest = "rest.webp"', 'rest = "/etc/passwd"'),
    "lacks 'rest'": ('rest = "rest.webp"', ""),
    "lacks 'id'": ('id = "mask"', ""),
    "lacks 'teeth-upper'": ("teeth-upper =", "teeth-middle ="),
    "nan is not between": ("focal = 1000.0", "focal = nan"),
    "inf is not between": ("focal = 1000.0", "focal = inf"),
    "True is not a number": ("focal = 1000.0", "focal = true"),
    "has a wrong value": ("focal = 1000.0", "focal = 1" + "0" * 400),
    "description cannot be read": ("focal = 1000.0", "focal = 1" + "0" * 5000),
    "(Expected": ("focal = 1000.0", "focal"),
    "99999 is not between 64": ("width = 320", "width = 99999"),
    "wrong value: 'list'": ("[weights.rest]", "[weights]\nrest = []\n[weights.other]"),
    "9.0 is not between -2": ("jawOpen = 0.48", "jawOpen = 9.0"),
}


@pytest.mark.parametrize("said", DESCRIPTIONS)
def test_a_wrong_description_is_refused(description: Path, said: str) -> None:
    error = refused(edited(description, *DESCRIPTIONS[said]))
    assert said in error.what


def test_a_huge_description_is_not_read(description: Path) -> None:
    with description.open("a", encoding="utf-8") as file:
        file.write("#" * asset.MAX_TOML)
    assert "larger than" in refused(description).what


def test_a_description_nested_without_end_is_refused(description: Path) -> None:
    deep = "deep = " + "[" * 50_000 + "\n"
    description.write_text(deep + description.read_text("utf-8"), "utf-8")
    assert "cannot be read" in refused(description).what


def test_too_many_poses_are_refused(description: Path) -> None:
    more = [f'[poses.p{n}]\nfile = "pose-aa.webp"\nwindow = "mouth"\n[poses.p{n}.weights]\n'
            for n in range(asset.MAX_POSES)]  # fmt: skip
    with description.open("a", encoding="utf-8") as file:
        file.writelines(more)
    assert "more than" in refused(description).what


@pytest.mark.parametrize("name", ["rest.webp", "mesh.glb"])
def test_a_link_out_of_the_folder_is_not_followed(
    description: Path, tmp_path: Path, name: str
) -> None:
    path = description.parent / name
    away = tmp_path / name
    path.rename(away)
    path.symlink_to(away)
    assert "lies outside" in refused(description).what


def test_a_link_to_itself_leads_nowhere(description: Path) -> None:
    path = description.parent / "rest.webp"
    path.unlink()
    path.symlink_to(path)
    assert "leads nowhere" in refused(description).what


# --- the mesh ---------------------------------------------------------------------------------


def primitive(file: Glb) -> dict[str, Any]:
    found: dict[str, Any] = file.document["meshes"][0]["primitives"][0]
    return found


def accessor(file: Glb, part: str) -> dict[str, Any]:
    """The skin's accessor for POSITION, indices or shape."""
    one = primitive(file)
    number = {
        "POSITION": one["attributes"]["POSITION"],
        "indices": one["indices"],
        "shape": one["targets"][0]["POSITION"],
    }[part]
    found: dict[str, Any] = file.document["accessors"][number]
    return found


def poke(file: Glb, view: int, kind: str, value: float) -> None:
    start = file.document["bufferViews"][view]["byteOffset"]
    struct.pack_into(kind, file.binary, start, value)


def poke_vertex(value: float) -> Callable[[Glb], None]:
    return lambda f: poke(f, accessor(f, "POSITION")["bufferView"], "<f", value)


def poke_index(value: int) -> Callable[[Glb], None]:
    return lambda f: poke(f, accessor(f, "indices")["bufferView"], "<I", value)


def poke_shape(part: str, kind: str, value: float) -> Callable[[Glb], None]:
    return lambda f: poke(f, accessor(f, "shape")["sparse"][part]["bufferView"], kind, value)


def many_shapes(file: Glb) -> None:
    one, names = primitive(file), file.document["meshes"][0]["extras"]["targetNames"]
    while len(names) <= mesh.MAX_SHAPES:
        one["targets"].append(one["targets"][0])
        names.append(f"more{len(names)}")


def many_parts(file: Glb) -> None:
    file.document["meshes"] *= mesh.MAX_PARTS


MESHES: dict[str, tuple[Callable[[Glb], Any], str]] = {
    "vertex nan": (poke_vertex(float("nan")), "lies nowhere"),
    "vertex infinite": (poke_vertex(float("inf")), "lies nowhere"),
    "vertex far": (poke_vertex(4000.0), "lies nowhere"),
    "index too high": (poke_index(10**6), "does not exist"),
    "index past 2^31": (poke_index(2**32 - 1), "does not exist"),
    "shape past its part": (poke_shape("indices", "<I", 2**31 - 1), "does not exist"),
    "shape past 2^31": (poke_shape("indices", "<I", 2**32 - 1), "does not exist"),
    "shape nan": (poke_shape("values", "<f", float("nan")), "out of sight"),
    "shape far": (poke_shape("values", "<f", 50.0), "out of sight"),
    "shapes": (many_shapes, "shapes with"),
    "parts": (many_parts, "parts, at most"),
    "names missing": (lambda f: f.document["meshes"][0].update(extras={}), "with 0 names"),
    "extras a list": (lambda f: f.document["meshes"][0].update(extras=[]), "damaged"),
    "no meshes": (lambda f: f.document.update(meshes=[]), "0 parts"),
    "meshes missing": (lambda f: f.document.pop("meshes"), "KeyError"),
    "meshes a number": (lambda f: f.document.update(meshes=7), "TypeError"),
    "vertices none": (lambda f: accessor(f, "POSITION").update(count=0), "0 values"),
    "vertices many": (
        lambda f: accessor(f, "POSITION").update(count=mesh.MAX_VERTICES + 1), "values of"
    ),
    "vertices negative": (lambda f: accessor(f, "POSITION").update(count=-1), "whole number"),
    "vertices flat": (lambda f: accessor(f, "POSITION").update(type="VEC2"), "type VEC2"),
    "kind unknown": (lambda f: accessor(f, "indices").update(componentType=5120), "KeyError"),
    "no such view": (lambda f: accessor(f, "indices").update(bufferView=9999), "IndexError"),
    "view before": (
        lambda f: f.document["bufferViews"][0].update(byteOffset=-4), "whole number"
    ),
    "view past the end": (
        lambda f: f.document["bufferViews"][0].update(byteOffset=2**40), "past the end"
    ),
    "view short": (lambda f: f.document["bufferViews"][0].update(byteLength=8), "past the end"),
    "shape not its part's": (lambda f: accessor(f, "shape").update(count=3), "does not fit"),
    "shape dense": (lambda f: accessor(f, "shape").pop("sparse"), "KeyError"),
    "part missing": (lambda f: f.document["meshes"].pop(5), "the mesh lacks hair"),
}  # fmt: skip


@pytest.mark.parametrize("case", MESHES)
def test_a_broken_mesh_is_refused(description: Path, case: str) -> None:
    spoil, said = MESHES[case]
    file = good_presenter.glb()
    names = [one["name"] for one in file.document["meshes"]]
    assert names[5] == "hair"
    spoil(file)
    path = description.parent / "mesh.glb"
    path.write_bytes(file.packed())
    error = refused(description)
    assert error.where == str(path)
    assert said in error.what


def test_a_mesh_behind_the_camera_is_refused(description: Path) -> None:
    file = good_presenter.glb()
    start = file.document["bufferViews"][accessor(file, "POSITION")["bufferView"]]["byteOffset"]
    struct.pack_into("<f", file.binary, start + 8, 0.2)
    (description.parent / "mesh.glb").write_bytes(file.packed())
    assert "behind the camera" in refused(description).what


@pytest.mark.parametrize("cut", [0, 3, 12, 21, 400, -1])
def test_a_mesh_cut_off_is_refused(description: Path, cut: int) -> None:
    path = description.parent / "mesh.glb"
    path.write_bytes(path.read_bytes()[:cut])
    assert "damaged" in refused(description).what


def test_a_huge_mesh_is_not_read(description: Path) -> None:
    with (description.parent / "mesh.glb").open("r+b") as file:
        file.truncate(mesh.MAX_BYTES + 1)
    assert "larger than" in refused(description).what
