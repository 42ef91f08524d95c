"""A photograph becomes a presenter that the show can read and draw."""

import tomllib
from datetime import date

import cv2
import numpy as np
import pytest

from kiosk.__main__ import main
from kiosk.presenter.face import asset, openings, region
from kiosk.presenter.make.photo import framing, landmarks
from kiosk.presenter.make.photo import points as at
from kiosk.presenter.make.photo.fit import similar
from kiosk.presenter.make.photo.generic import Head, read_head
from kiosk.presenter.make.photo.lips import lay_line
from kiosk.presenter.make.photo.nets import Nets
from tests.portraits import portrait

NETS = Nets()
CONSENT = "Nobody is shown; the hostess is invented"


@pytest.fixture(scope="module")
def head() -> Head:
    return read_head(NETS)


@pytest.fixture(scope="module")
def made(head: Head, tmp_path_factory: pytest.TempPathFactory) -> asset.Asset:
    """The one full run: the command, and what it wrote as the show reads it."""
    folder = tmp_path_factory.mktemp("photo")
    photo = np.ascontiguousarray(portrait(head.asset)[:, 40:920])
    cv2.imwrite(str(folder / "Lan_two.png"), photo)
    words = ["presenter", "from-photo", str(folder / "Lan_two.png")]
    assert main([*words, "--out", str(folder / "out"), "--consent", CONSENT]) == 0
    return asset.read(folder / "out" / "lan-two" / "lan-two.toml")


def test_the_description_names_and_remembers_the_consent(made: asset.Asset) -> None:
    table = tomllib.loads((made.folder / "lan-two.toml").read_text("utf-8"))
    assert table["consent"] == f"{CONSENT} ({date.today().isoformat()})"
    assert set(table["names"].values()) == {"Lan two"}
    assert {"zh-CN", "en", "es", "it", "fr", "pt"} <= set(table["names"])
    assert table["source"]


def test_the_mesh_lies_on_the_face(made: asset.Asset, head: Head) -> None:
    picture = np.ascontiguousarray(made.still[..., :3])
    face = landmarks.look(NETS, picture, landmarks.find(NETS, picture)[0])
    places = made.camera.pixels(head.spots(made.parts["skin"].vertices))
    off = np.linalg.norm(places - face.points[:, :2], axis=1)
    assert np.median(off) < 2  # pixels; the network's own spread is 1
    assert np.percentile(off, 95) < 5


def test_the_background_is_gone(made: asset.Asset, head: Head) -> None:
    alpha = made.still[..., 3] > 127
    own = head.asset.still[..., 3] > 127
    shown = slice(60, 900)  # what the photograph holds of her, between its fading sides
    both, either = (alpha & own)[:, shown], (alpha | own)[:, shown]
    assert both.sum() / either.sum() > 0.95
    assert not made.still[:20, :, 3].any()


def test_lips_part_where_a_jaw_drops_and_are_shut_at_rest(made: asset.Asset) -> None:
    window = made.windows["mouth"]
    opening = openings.mouth(made, window)
    shapes = region.moving(made, window)
    assert {"jawOpen", "mouthPucker", "mouthSmileLeft"} <= set(shapes)
    poses = {pose.name: pose for pose in made.poses}
    shut = region.cut(made, window, made.rest, shapes, opening)
    wide = region.cut(made, window, poses["aa"].weights, shapes, opening)
    assert shut.opening.sum() < 20
    assert wide.opening.sum() > 1500


def test_an_open_mouth_shows_teeth_and_a_dark_inside(made: asset.Asset) -> None:
    poses = {pose.name: pose for pose in made.poses}
    window = made.windows["mouth"]
    opening = openings.mouth(made, window)
    for name in ("aa", "ah"):
        pose = poses[name]
        inside = region.cut(made, window, pose.weights, ("jawOpen",), opening).opening
        colours = pose.picture[inside].astype(int)
        white = (colours.min(1) > 110) & (np.ptp(colours, 1) < 50)
        assert white.mean() > 0.08
        assert (colours.max(1) < 110).mean() > 0.1


def test_a_blink_shuts_both_eyes(made: asset.Asset) -> None:
    window = made.windows["eyes"]
    opening = openings.eyes(made, window)
    (blink,) = [pose for pose in made.poses if pose.window == "eyes"]
    seen = region.cut(made, window, made.rest, ("eyeBlinkLeft",), opening).opening
    assert seen.sum() > 1000
    assert region.cut(made, window, blink.weights, ("eyeBlinkLeft",), opening).opening.sum() <= 10
    before, after = (
        cv2.cvtColor(p, cv2.COLOR_BGR2GRAY)[seen]
        for p in (made.still[window.cut][..., :3], blink.picture)
    )
    assert np.percentile(after, 25) > np.percentile(before, 25) + 40  # skin where irises were


def test_the_eyes_layers_give_the_photograph(made: asset.Asset) -> None:
    window = made.windows["eyes"]
    opening = openings.eyes(made, window)
    seen = region.cut(made, window, made.rest, ("eyeBlinkLeft",), opening).opening
    seen = cv2.erode(seen.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    shade, gloss = (
        np.asarray(cv2.imread(str(made.folder / f"eyes-{name}.webp")), np.float64)
        for name in ("shade", "gloss")
    )
    drawn = np.clip(made.layers["eyes"][..., :3] * shade / 255 + gloss, 0, 255)
    photo = made.still[window.cut][..., :3].astype(float)
    assert np.abs(drawn - photo)[seen].mean() < 14


def test_poses_differ_from_rest_only_where_the_face_moves(made: asset.Asset) -> None:
    window = made.windows["mouth"]
    rest = made.still[window.cut]
    solid = rest[..., 3] == 255
    for pose in made.poses:
        if pose.window != "mouth":
            continue
        away = np.abs(pose.picture.astype(int) - rest[..., :3]).max(2)
        edge = np.zeros(solid.shape, np.bool_)
        edge[:6] = edge[-6:] = edge[:, :6] = edge[:, -6:] = True
        assert np.percentile(away[edge & solid], 95) < 24, pose.name
        assert away[solid].max() > 30, pose.name


# --- parts ------------------------------------------------------------------------------------


def test_a_similarity_is_found_again() -> None:
    chance = np.random.default_rng(3)
    points = chance.normal(size=(40, 2)).astype(np.float32)
    turn = np.array([[np.cos(0.3), -np.sin(0.3)], [np.sin(0.3), np.cos(0.3)]])
    scale, rotation, shift = similar(points, (1.7 * points @ turn.T + [3, -2]).astype(np.float32))
    assert scale == pytest.approx(1.7, abs=1e-4)
    assert rotation == pytest.approx(turn, abs=1e-4)
    assert shift == pytest.approx([3, -2], abs=1e-4)


@pytest.mark.parametrize("off", [-4, 0, 5])
def test_the_line_between_lips_is_found(off: int) -> None:
    picture = np.full((200, 300, 3), 150, np.uint8)
    columns = np.arange(90, 211)
    line = 100 + 6 * np.sin((columns - 90) / 120 * np.pi)
    curve = np.stack([columns, line], 1)
    cv2.polylines(picture, [np.rint(curve).astype(np.int32)], False, (40, 30, 60), 3)
    points = np.zeros((468, 3), np.float32)
    for k, (upper, lower) in enumerate(zip(at.UPPER_INNER, at.LOWER_INNER, strict=True)):
        x = 90 + 12 * k
        guess = 100 + (0 if k in {0, 10} else off)
        points[[upper, lower], :2] = x, guess
    found = lay_line(picture, points)
    for number in at.UPPER_INNER[2:-2] + at.LOWER_INNER[2:-2]:
        x, y = found[number, :2]
        assert y == pytest.approx(np.interp(x, columns, line), abs=2)


@pytest.mark.parametrize("size", [(600, 700), (900, 1600)])
def test_the_medallion_lies_inside_the_photograph(size: tuple[int, int]) -> None:
    placed = framing.Framing(np.array([[1.1, 0.05, 80], [-0.05, 1.1, 200]]), (10.0, 20.0))
    middle = placed.whole @ [size[0] * 0.38, 300, 1]
    face = (middle + np.array([[-130, -170], [130, 170]])).astype(np.float32)
    oval = framing.medallion(placed, size, 960, 1280, face)
    assert oval[int(middle[1]), int(middle[0])] == 1
    y, x = np.nonzero(oval)
    back = cv2.invertAffineTransform(placed.whole)
    photo = np.stack([x, y, np.ones_like(x)], 1) @ back.T
    assert photo.min() >= 0
    assert (photo <= np.array(size)).all()
