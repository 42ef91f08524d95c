"""What cannot become a presenter is refused, each with its reason, and nothing is written."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.errors import PresenterError
from kiosk.presenter.make import gltf
from kiosk.presenter.make.avatar import from_avatar
from kiosk.presenter.make.figure import stand
from tests import avatars
from tests.avatars import Glb


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """A good avatar with its description changed."""
    file = avatars.figure(avatars.oculus)
    change(file.document)
    return file.bytes()


def huge_picture() -> bytes:
    """A PNG that says it is 30,000 pixels wide and high, and would be 3.6 GB."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 6, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(
        ">I", zlib.crc32(chunk)
    ) + struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))  # fmt: skip


def with_picture(png: bytes) -> bytes:
    file = avatars.figure(avatars.oculus)
    file.document["images"][0]["bufferView"] = file.view(png)
    return file.bytes()


def blinking_only(vertices: NDArray[Any]) -> dict[str, NDArray[Any]]:
    return {"eyeBlinkLeft": avatars.blink(vertices, (1,))}


def closed_skin(vertices: NDArray[Any]) -> dict[str, NDArray[Any]]:
    """A jaw under lips that are one skin."""
    soft = avatars.field_at(vertices, 0, avatars.MOUTH - 0.03, 0.06, (0, -0.02, 0))
    return {"jawOpen": soft, "eyeBlink": avatars.blink(vertices)}


def no_head() -> bytes:
    """A box with a lid that is called a jaw."""
    file = Glb()
    corners = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], float)
    flat = np.array([[0, 1, 2], [1, 3, 2], [4, 6, 5], [5, 6, 7]])
    move = {"jawOpen": np.tile([0.0, -0.5, 0.0], (8, 1))}
    one = file.primitive(corners, flat, file.material("Wood", (0.5, 0.3, 0.1)), move)
    file.node("Box", mesh=file.mesh("Box", [one], move))
    return file.bytes()


def required(name: str) -> bytes:
    return changed(lambda d: d.update(extensionsRequired=[name], extensionsUsed=[name]))


def cyclic(document: dict[str, Any]) -> None:
    document["nodes"][0]["children"] = [1]
    document["nodes"][1]["children"] = [0]


UNSUITABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "not-a-glb": (lambda: b"PK\x03\x04 some archive" * 9, "no binary glTF"),
    "empty": (lambda: b"", "no binary glTF"),
    "text-form": (lambda: b'{"asset": {"version": "2.0"}}', "glTF's text form"),
    "cut-off": (lambda: avatars.figure(avatars.oculus).bytes()[:-5000], "is cut off"),
    "external": (
        lambda: changed(lambda d: d["images"][0].update(uri="../../etc/passwd")),
        "keeps its images outside the file",
    ),
    "no-shapes": (lambda: avatars.figure(lambda v: {}).bytes(), "no face shapes"),
    "no-mouth": (
        lambda: avatars.figure(blinking_only).bytes(), "none of its 1 shapes opens the mouth",
    ),
    "closed-lips": (lambda: avatars.figure(closed_skin).bytes(), "does not part the lips"),
    "no-eyes": (
        lambda: avatars.figure(avatars.oculus, eyes=False).bytes(), "it has no pair of eyes",
    ),
    "no-head": (no_head, "no head was found"),
    "huge-count": (
        lambda: changed(lambda d: d["accessors"][0].update(count=2_000_000_000)), "too large",
    ),
    "huge-picture": (lambda: with_picture(huge_picture()), "a picture in it is too large"),
    "bad-picture": (lambda: with_picture(b"GIF89a" + bytes(50)), "a picture in it cannot be read"),
    "too-many": (
        lambda: changed(lambda d: d.update(nodes=[{"mesh": 0}] * 5000)), "it has 5000 nodes",
    ),
    "draco": (lambda: required("KHR_draco_mesh_compression"), "packed with Draco"),
    "ktx2": (lambda: required("KHR_texture_basisu"), "packed as KTX2"),
    "unknown": (lambda: required("EXT_something_new"), "needs the glTF extension EXT_something"),
    "cyclic": (lambda: changed(cyclic), "the nodes are no tree"),
    "wrong-index": (
        lambda: changed(lambda d: d["meshes"][0]["primitives"][0].update(indices=10**6)),
        "there is no accessors",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", UNSUITABLE)
def test_what_cannot_become_a_presenter_is_refused_with_its_reason(
    name: str, tmp_path: Path
) -> None:
    build, reason = UNSUITABLE[name]
    path = tmp_path / f"{name}.glb"
    path.write_bytes(build())
    with pytest.raises(PresenterError) as caught:
        from_avatar(path, tmp_path / "out")
    assert reason in caught.value.what
    assert caught.value.where == str(path)
    assert caught.value.advice
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(PresenterError, match="cannot be read"):
        from_avatar(tmp_path / "none.glb", tmp_path)


def test_a_damaged_file_is_refused_and_nothing_else_happens(tmp_path: Path) -> None:
    """Numbers of the description and bytes anywhere are replaced: read or refused, no more."""
    whole = avatars.vrm0().bytes()
    size = struct.unpack_from("<I", whole, 12)[0]
    text = whole[20 : 20 + size].decode()
    document = json.loads(text)
    chance = np.random.default_rng(5)
    refused = 0
    for number in range(120):
        if number % 2:
            data = bytearray(whole)
            for _ in range(6):
                data[int(chance.integers(12, 20 + size))] = int(chance.integers(32, 127))
            mixed = bytes(data)
        else:
            copy = json.loads(text)
            spoil(copy, chance)
            body = json.dumps(copy).encode()
            body += b" " * (-len(body) % 4)
            rest = whole[20 + size :]
            mixed = struct.pack("<4sII", b"glTF", 2, 20 + len(body) + len(rest))
            mixed += struct.pack("<I4s", len(body), b"JSON") + body + rest
        path = tmp_path / "damaged.vrm"
        path.write_bytes(mixed)
        try:
            stand(gltf.read(path), path)
        except PresenterError:
            refused += 1
    assert document["asset"]["version"] == "2.0"
    assert refused > 60


def spoil(table: Any, chance: np.random.Generator) -> None:
    """Replace one value somewhere in the description."""
    values: list[Any] = [-1, 10**12, 1e300, "x", None, [], {}, True, 3.5]
    while True:
        keys = list(table) if isinstance(table, dict) else list(range(len(table)))
        key = keys[int(chance.integers(len(keys)))]
        inner = table[key]
        if not isinstance(inner, (dict, list)) or not inner or chance.random() < 0.15:
            table[key] = values[int(chance.integers(len(values)))]
            return
        table = inner
