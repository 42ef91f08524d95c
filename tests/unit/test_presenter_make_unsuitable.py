"""Photographs that cannot become presenters are refused, each with its own reason and advice."""

import io
import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from kiosk.packs import limits
from kiosk.presenter.make.photo import reading
from kiosk.presenter.make.photo.generic import Head, read_head
from kiosk.presenter.make.photo.landmarks import find, look
from kiosk.presenter.make.photo.nets import Nets
from kiosk.presenter.make.photo.suitable import examine, suitable
from kiosk.presenter.make.photo.unsuitable import SAID, Reason, UnsuitableError
from tests.portraits import UNSUITABLE, Picture, portrait, turned

NETS = Nets()


@pytest.fixture(scope="module")
def head() -> Head:
    return read_head(NETS)


def save(path: Path, picture: Picture, quality: int = 95) -> Path:
    Image.fromarray(np.ascontiguousarray(picture[..., ::-1])).save(path, quality=quality)
    return path


def refusal(path: Path) -> UnsuitableError:
    with pytest.raises(UnsuitableError) as caught:
        reading.read(path)
    return caught.value


@pytest.mark.parametrize("pose", ["", "mm"])
def test_a_portrait_with_closed_lips_is_taken(head: Head, pose: str) -> None:
    face, reasons = examine(NETS, head, portrait(head.asset, pose))
    assert reasons == []
    assert face is not None
    # The hostess's face is a good third of her canvas's 960 pixels, wherever her art goes.
    assert 250 < face.width < 330


def test_a_slight_turn_is_taken(head: Head) -> None:
    assert examine(NETS, head, turned(head.asset, 7, 0))[1] == []


@pytest.mark.parametrize("reason", UNSUITABLE)
def test_each_fault_is_named(head: Head, reason: Reason) -> None:
    _, reasons = examine(NETS, head, UNSUITABLE[reason](head.asset))
    assert reason in reasons
    assert len(reasons) <= 3  # the fault and what it brings with it, not everything


@pytest.mark.parametrize("pose", ["aa", "ee", "ff", "oo", "smile"])
def test_no_open_mouth_passes(head: Head, pose: str) -> None:
    assert Reason.MOUTH_OPEN in examine(NETS, head, portrait(head.asset, pose))[1]


@pytest.mark.parametrize("way", [(30, 0), (-30, 0), (0, 25), (0, -25)])
def test_the_head_may_not_be_turned_any_way(head: Head, way: tuple[int, int]) -> None:
    wanted = Reason.TURNED if way[0] else Reason.NODDING
    assert wanted in examine(NETS, head, turned(head.asset, *way))[1]


def test_every_reason_says_what_and_advises() -> None:
    assert set(SAID) == set(Reason)
    assert set(Reason) - set(UNSUITABLE) == {
        Reason.MISSING, Reason.TOO_LARGE, Reason.NO_PICTURE, Reason.DAMAGED,
    }  # fmt: skip
    for reason in Reason:
        sentence = str(UnsuitableError(Path("p.jpg"), reason))
        assert sentence.startswith("p.jpg: ")
        assert "; " in sentence
        assert "{" not in sentence
    assert len({what for what, _ in SAID.values()}) == len(Reason)


def test_a_large_portrait_comes_back_no_larger_than_it_is_shown(
    head: Head, tmp_path: Path
) -> None:
    big = cv2.resize(portrait(head.asset), None, fx=2.4, fy=2.4, interpolation=cv2.INTER_CUBIC)
    picture, face = suitable(NETS, head, save(tmp_path / "p.jpg", np.asarray(big, np.uint8)))
    assert face.width == pytest.approx(640, abs=1)
    plain = examine(NETS, head, portrait(head.asset))[0]
    assert plain is not None
    assert picture.shape[0] == pytest.approx(1280 * 640 / plain.width, rel=0.03)
    again = look(NETS, picture, find(NETS, picture)[0])
    assert np.abs(again.points[:, :2] - face.points[:, :2]).mean() < 4


def test_all_reasons_are_told(head: Head, tmp_path: Path) -> None:
    bad = np.rint(UNSUITABLE[Reason.EYES_CLOSED](head.asset) * 0.25).astype(np.uint8)
    with pytest.raises(UnsuitableError) as caught:
        suitable(NETS, head, save(tmp_path / "p.png", bad))
    assert {Reason.EYES_CLOSED, Reason.TOO_DARK} <= set(caught.value.reasons)
    assert len(caught.value.others()) == len(caught.value.reasons) - 1


# --- files ------------------------------------------------------------------------------------


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.jpg").reasons == (Reason.MISSING,)
    assert refusal(tmp_path).reasons == (Reason.MISSING,)


def test_text_that_is_called_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "portrait.jpg"
    path.write_text("Dear exhibitor,\n" * 99, "utf-8")
    assert refusal(path).reasons == (Reason.NO_PICTURE,)


def test_a_picture_that_is_cut_off(head: Head, tmp_path: Path) -> None:
    path = save(tmp_path / "portrait.jpg", portrait(head.asset), quality=90)
    path.write_bytes(path.read_bytes()[:20_000])
    assert refusal(path).reasons == (Reason.DAMAGED,)


def test_a_small_file_that_would_fill_the_memory(tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    bomb += chunk(b"IDAT", zlib.compress(b"\0" * 100_000)) + chunk(b"IEND", b"")
    path = tmp_path / "portrait.png"
    path.write_bytes(bomb)
    assert refusal(path).reasons == (Reason.TOO_LARGE,)


def test_a_file_of_too_many_bytes(tmp_path: Path) -> None:
    path = tmp_path / "portrait.jpg"
    with path.open("wb") as file:
        file.truncate(limits.IMAGE_BYTES + 1)
    assert refusal(path).reasons == (Reason.TOO_LARGE,)


def test_the_cameras_turn_is_taken_out(head: Head, tmp_path: Path) -> None:
    upright = Image.fromarray(np.ascontiguousarray(portrait(head.asset)[..., ::-1]))
    lying = upright.transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter clockwise to show
    lying.save(tmp_path / "p.jpg", quality=95, exif=exif)
    found = reading.read(tmp_path / "p.jpg")
    assert found.shape == (1280, 960, 3)
    assert np.abs(found.astype(int) - portrait(head.asset)).mean() < 3


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "RGBA"])
def test_every_kind_of_pixels_becomes_bgr(mode: str, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    kind = "JPEG" if mode in {"CMYK", "L"} else "PNG"
    Image.new("RGB", (90, 60), (200, 30, 40)).convert(mode).save(buffer, kind)
    path = tmp_path / "p"
    path.write_bytes(buffer.getvalue())
    found = reading.read(path)
    assert found.shape == (60, 90, 3)
    assert found.dtype == np.uint8
    if mode != "L":
        assert found[30, 45, 2] > found[30, 45, 0] + 80


def test_a_huge_photograph_is_made_smaller(tmp_path: Path) -> None:
    Image.new("RGB", (6000, 4000), (90, 80, 70)).save(tmp_path / "p.jpg", quality=50)
    assert max(reading.read(tmp_path / "p.jpg").shape) <= reading.WORK
