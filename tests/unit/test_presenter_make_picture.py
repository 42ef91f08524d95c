"""The renderer: colours, what hides what, edges, and light."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.presenter.face import raster
from kiosk.presenter.face.asset import Camera, Eye, Picture, Window
from kiosk.presenter.face.mesh import Shape
from kiosk.presenter.make.gltf import Material, floats
from kiosk.presenter.make.picture import Piece, Studio, bled, decoded, encoded, tone

CAMERA = Camera(100.0, (32.0, 32.0))


def plate(
    depth: float,
    material: Material,
    left: float = -0.4,
    right: float = 0.4,
    role: str = "",
    shapes: dict[str, Shape] | None = None,
    tall: float = 0.8,
) -> Piece:
    """An upright rectangle `depth` metres away, textured once over."""
    x, y = np.array([left, right, right, left]), np.array([1, 1, -1, -1]) * tall / 2
    vertices = np.stack([x, y, np.full(4, -depth)], 1).astype(np.float32)
    return Piece(
        material.name, role, vertices, np.array([[0, 0, 1]] * 4, np.float32),
        np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32), np.ones((4, 4), np.float32),
        np.array([[0, 3, 2], [0, 2, 1]], np.int32), material, shapes or {},
    )  # fmt: skip


def paint(
    red: float, green: float, blue: float, alpha: float = 1, mode: str = "OPAQUE"
) -> Material:
    return Material(colour=(red, green, blue, alpha), alpha=mode)


def shoot(*pieces: Piece, weights: dict[str, float] | None = None, fine: int = 2) -> Picture:
    return Studio(CAMERA, 64, 64, fine=fine).shoot(pieces, weights or {}, bare=True)


def test_srgb_goes_there_and_back() -> None:
    levels = np.linspace(0, 1, 256, dtype=np.float32)
    assert np.abs(encoded(decoded(levels)) - levels).max() < 2e-3
    assert decoded(floats([0.5]))[0] == pytest.approx(0.2140, abs=1e-3)


def test_bright_light_never_clips_and_keeps_its_order() -> None:
    light = np.linspace(0, 6, 100, dtype=np.float32)
    assert (np.diff(tone(light)) >= 0).all()
    assert tone(light).max() <= 1
    assert np.array_equal(tone(light[:9]), light[:9])


def test_the_nearer_plate_hides_the_other_whatever_their_order() -> None:
    near, far = plate(1.0, paint(1, 0, 0)), plate(1.5, paint(0, 0, 1))
    for pieces in ((near, far), (far, near)):
        blue, _, red, alpha = shoot(*pieces)[32, 32].tolist()
        assert red > 150
        assert blue < 40
        assert alpha == 255


def test_a_veil_lets_through_what_is_behind_it_nearest_first() -> None:
    red, green = paint(0.4, 0, 0, 0.5, "BLEND"), paint(0, 0.4, 0, 0.5, "BLEND")
    veils = [plate(1.0, red), plate(1.2, green)]
    light, alone = (
        decoded(floats(shoot(*pieces)[32, 32, :3] / 255))
        for pieces in ((*veils, plate(1.5, paint(0, 0, 0.4))), (plate(1.0, paint(0.4, 0, 0)),))
    )
    assert light[2] == pytest.approx(0.5 * alone[2], rel=0.12)
    assert light[1] == pytest.approx(0.25 * alone[2], rel=0.25)
    assert light[0] == pytest.approx(0.25 * alone[2], rel=0.25)
    # over nothing, what veils do not cover stays clear
    assert shoot(*veils)[32, 32, 3] == pytest.approx(0.75 * 255, abs=2)


def test_a_cut_out_is_cut_where_its_alpha_falls() -> None:
    picture = np.full((64, 64, 4), 255, np.uint8)
    picture[:, 32:, 3] = 0
    cut = Material(texture=picture, alpha="MASK")
    out = shoot(plate(1.0, cut), plate(1.5, paint(0, 0, 1)))
    assert out[32, 16, 2] > 150  # white on the left
    assert out[32, 48, 2] < 60  # the blue plate shows on the right
    assert out[32, 48, 0] > 100


def test_a_texture_lies_as_its_places_say() -> None:
    picture = np.zeros((64, 64, 4), np.uint8)
    picture[..., 3] = 255
    picture[:32, :32, 1] = 255  # green in the upper left
    picture[32:, 32:, 2] = 255  # red in the lower right
    out = shoot(plate(1.0, Material(texture=picture)))
    assert out[20, 20, 1] > 150
    assert out[44, 44, 2] > 150
    assert out[20, 44, :3].max() < 30


def test_edges_are_averaged() -> None:
    tilted = plate(1.0, paint(1, 1, 1), left=-0.2033, right=0.2033)
    alpha = shoot(tilted)[32, :, 3].astype(int)
    between = alpha[(alpha > 0) & (alpha < 255)]
    assert len(between) == 2
    assert shoot(tilted, fine=1)[32, :, 3].tolist().count(255) in (40, 41, 42)


def test_a_shape_moves_what_is_seen() -> None:
    at = np.arange(4, dtype=np.int32)
    shift = np.tile(np.array([[0.2, 0, 0]], np.float32), (4, 1))
    slim = plate(1.0, paint(1, 1, 1), -0.1, 0.1, shapes={"jawLeft": Shape(at, shift)})
    seen = [shoot(slim, weights={"jawLeft": w})[32, :, 3] > 0 for w in (0.0, 1.0)]
    middle = [float(np.nonzero(row)[0].mean()) for row in seen]
    assert middle[1] - middle[0] == pytest.approx(20, abs=1)


def test_a_window_is_cut_from_the_whole() -> None:
    pieces = [plate(1.0, paint(0.5, 0.3, 0.2), -0.1, 0.3)]
    studio = Studio(CAMERA, 64, 64)
    whole = studio.shoot(pieces, {}, bare=True)
    part = studio.shoot(pieces, {}, Window(16, 8, 32, 40), bare=True)
    assert np.array_equal(part[..., 3], whole[8:48, 16:48, 3])
    clear = part[..., 3] == 255
    assert np.abs(part[clear].astype(int) - whole[8:48, 16:48][clear]).max() <= 1


def test_nothing_gives_a_clear_picture() -> None:
    assert not shoot().any()


def test_the_key_comes_from_the_upper_left_and_throws_a_shadow() -> None:
    wall = plate(1.5, paint(0.5, 0.5, 0.5), -0.7, 0.7)
    post = plate(1.3, paint(0.5, 0.5, 0.5), -0.05, 0.05, tall=0.5)
    out = Studio(CAMERA, 64, 64).shoot([wall, post], {}).astype(int)
    row = out[28, :, 1]
    assert row[42:50].min() < row[10:20].mean() - 40  # right of the post it is dark


def test_an_eye_mirrors_the_window_unless_it_is_taken_bare() -> None:
    radius = 0.3
    v, u = np.meshgrid(np.linspace(0.01, np.pi - 0.01, 40), np.linspace(0, np.pi, 40))
    unit = np.stack([np.cos(u) * np.sin(v), np.cos(v), np.sin(u) * np.sin(v)], -1).reshape(-1, 3)
    grid = np.arange(1600).reshape(40, 40)
    a, b, c, d = (grid[s].ravel() for s in
                  (np.s_[:-1, :-1], np.s_[1:, :-1], np.s_[1:, 1:], np.s_[:-1, 1:]))  # fmt: skip
    centre = np.array([0, 0, -1.5])
    ball = Piece(
        "eye", "eye", (unit * radius + centre).astype(np.float32), unit.astype(np.float32),
        np.zeros((1600, 2), np.float32), np.ones((1600, 4), np.float32),
        np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)]).astype(np.int32),
        paint(0.05, 0.05, 0.05), {},
    )  # fmt: skip
    studio = Studio(CAMERA, 64, 64, [Eye((0.0, 0.0, -1.5), radius)])
    lit, bare = (studio.shoot([ball], {}, bare=flag)[..., 1].astype(int) for flag in (False, True))
    y, x = np.unravel_index(int(np.argmax(lit - bare)), lit.shape)
    assert (lit - bare).max() > 100
    assert y < 31
    assert x < 31


def test_colour_flows_under_what_is_clear() -> None:
    colour = np.zeros((64, 64, 3), np.float32)
    alpha = np.zeros((64, 64), np.float32)
    colour[20:40, 20:40] = (0.9, 0.2, 0.1)
    alpha[20:40, 20:40] = 1
    assert np.allclose(bled(colour, alpha), (0.9, 0.2, 0.1), atol=0.01)


def test_what_is_nearer_than_asked_is_looked_through() -> None:
    points = np.array([[0, 0], [20, 0], [0, 20]] * 2, np.float32)
    depth = np.array([1.0] * 3 + [2.0] * 3, np.float32)
    triangles = np.array([[0, 1, 2], [3, 4, 5]], np.int32)

    def nearest(beyond: NDArray[np.float32] | None) -> int:
        return int(raster.cover(points, depth, triangles, 16, 16, beyond).triangle[3, 3])

    assert nearest(None) == 0
    assert nearest(np.full((16, 16), 1.5, np.float32)) == 1
    assert nearest(np.full((16, 16), 2.5, np.float32)) == -1
