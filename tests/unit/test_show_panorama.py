"""Looking around in a panorama, against rays turned by matrices and pixels that are known."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from kiosk.errors import PackError
from kiosk.show import panorama_picture
from kiosk.show.panorama import NARROWEST, POLE, STEEPEST, WIDEST, View, wrapped
from kiosk.show.panorama_picture import PanoramaPicture, read

VIEWS = [
    View(0, 0, 90, 1280, 720),
    View(-179, 30, 70, 1920, 670),
    View(179.9, -40, 90, 1080, 1200),
    View(77, 60, 50, 999, 333),
    View(-90, -12.5, 62.5, 801, 487),
]


def rays(view: View) -> Any:
    """Unit vectors (right, up, ahead at heading 0) through every pixel's middle, by matrices."""
    x = np.arange(view.width) + 0.5 - view.width / 2
    y = view.height / 2 - np.arange(view.height) - 0.5
    far = max(view.width, view.height) / 2 / np.tan(np.radians(view.field) / 2)
    camera = np.stack(np.broadcast_arrays(x[None], y[:, None], far), axis=-1)
    p, h = np.radians([view.pitch, view.heading])
    lift = np.array([[1, 0, 0], [0, np.cos(p), np.sin(p)], [0, -np.sin(p), np.cos(p)]])
    swing = np.array([[np.cos(h), 0, np.sin(h)], [0, 1, 0], [-np.sin(h), 0, np.cos(h)]])
    turned = camera @ lift.T @ swing.T
    return turned / np.linalg.norm(turned, axis=-1, keepdims=True)


def colours(vectors: Any) -> Any:
    """A colour for every direction of a sphere, smooth everywhere, also across the seam."""
    return 127.5 + 120 * vectors


def painted(width: int = 2048) -> Any:
    """The panorama of ``colours``."""
    right = (np.arange(width) + 0.5) / width * 2 * np.pi - np.pi
    up = np.pi / 2 - (np.arange(width // 2) + 0.5) / (width // 2) * np.pi
    level = np.cos(up)[:, None]
    vectors = np.stack(
        np.broadcast_arrays(
            np.sin(right)[None] * level, np.sin(up)[:, None], np.cos(right)[None] * level
        ),
        axis=-1,
    )
    return np.round(colours(vectors)).astype(np.uint8)


@pytest.mark.parametrize("view", VIEWS)
def test_every_pixel_is_where_its_ray_meets_the_picture(view: View) -> None:
    picture = PanoramaPicture(np.zeros((1024, 2048, 3), np.uint8))
    where = picture.map(view, view.width, view.height).astype(float) - 1  # without the margin
    right, up = (where[..., 0] + 0.5) / 2048, (where[..., 1] + 0.5) / 1024
    right, up = np.radians(right * 360 - 180), np.radians(90 - up * 180)
    found = np.stack(
        [np.sin(right) * np.cos(up), np.sin(up), np.cos(right) * np.cos(up)], axis=-1
    )
    off = np.degrees(np.linalg.norm(found - rays(view), axis=-1)) * 2048 / 360
    assert off.max() < 0.05, "pixels of the picture"
    assert where[..., 0].min() >= -0.5 - 1e-3
    assert where[..., 0].max() < 2048 - 0.5 + 1e-3, "nothing is looked up beyond the seam"


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("scale", "worst"), [(1.0, 1.6), (0.5, 2.6)])
def test_the_view_shows_what_lies_there(view: View, scale: float, worst: float) -> None:
    seen = PanoramaPicture(painted()).seen(view, scale)
    assert seen.shape == (view.height, view.width, 4)
    assert (seen[..., 3] == 255).all()
    off = np.abs(seen[..., :3].astype(float) - colours(rays(view)))
    assert off.max() < worst, "of 255; across the seam too"


@pytest.mark.parametrize("view", VIEWS)
def test_a_place_and_its_direction_are_each_others_way_back(view: View) -> None:
    vectors = rays(view)
    for x, y in [(0, 0), (view.width - 1, 10), (view.width // 2, view.height // 3)]:
        aside, raised, ahead = vectors[y, x]
        right, up = view.direction(x + 0.5, y + 0.5)
        assert right == pytest.approx(np.degrees(np.arctan2(aside, ahead)), abs=1e-9)
        assert up == pytest.approx(np.degrees(np.arcsin(raised)), abs=1e-9)
        assert view.place(right, up) == pytest.approx((x + 0.5, y + 0.5), abs=1e-6)


def test_what_lies_behind_has_no_place() -> None:
    assert View(10, 0).place(-170, 0) is None
    assert View(10, 0).place(110, 0) is None
    seen = View(170, 0).place(-170, 0)  # across the seam
    assert seen is not None
    assert 960 < seen[0] < 1920


def test_a_finger_keeps_hold_of_what_it_took() -> None:
    view = View(160, 10, 80, 1920, 670)
    right, up = view.direction(400, 500)
    for x, y in [(400, 500), (1700, 600), (100, 120), (960, 335)]:
        turned = view.holding(right, up, x, y)
        assert turned.place(right, up) == pytest.approx((x, y), abs=1e-6)
        assert -180 <= turned.heading < 180


def test_nothing_turns_over_the_pole() -> None:
    for width, height in [(1920, 670), (1080, 1200), (1080, 1920)]:
        for field in (NARROWEST, WIDEST):
            view = View(0, 0, field, width, height)
            right, up = view.direction(width / 2, 10)
            up_there = view.holding(right, up, width / 2, 100 * height)
            assert up_there.pitch == view.steepest <= STEEPEST
            _, highest = up_there.direction(width / 2, 0)
            assert highest <= 90 - POLE + 1e-9
            assert replace(view, pitch=-89).limited().pitch == -view.steepest


def test_limits() -> None:
    assert View(540, 0, 20).limited() == View(-180, 0, NARROWEST)
    assert View(-181, 0, 200).limited() == View(179, 0, WIDEST)
    assert wrapped(180) == -180
    assert wrapped(-540.5) == 179.5


def test_reading_takes_panoramas_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "酒窖.png"
    path.write_bytes(cv2.imencode(".png", painted(512))[1].tobytes())
    assert (read(path).width, read(path).height) == (512, 256)
    monkeypatch.setattr(panorama_picture, "WIDEST_PICTURE", 256)
    assert read(path).width == 256, "larger ones are made smaller"
    path.write_bytes(cv2.imencode(".png", painted(512)[:, 1:])[1].tobytes())
    with pytest.raises(PackError, match="no panorama"):
        read(path)
    path.write_bytes(b"no picture")
    with pytest.raises(PackError, match="no panorama"):
        read(path)
    with pytest.raises(PackError, match="cannot be read"):
        read(tmp_path / "gone.webp")
