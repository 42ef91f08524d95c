"""The face drawn live: mouth, eyes and stance do what a face does, and nothing else moves."""

import itertools

import cv2
import numpy as np
import pytest

from kiosk.presenter.face.eyes import Eyes
from kiosk.presenter.face.figure import EYES, MOUTH, merged
from kiosk.presenter.face.light import Light, light_of
from kiosk.presenter.face.mouth import Mouth
from kiosk.presenter.face.portrait import Portrait, Pose
from tests.unit.presenter_figure import Bytes, closed, hostess, lips, mean

WIDTH = 480


@pytest.fixture(scope="module")
def portrait() -> Portrait:
    return Portrait(hostess(), WIDTH)


@pytest.fixture(scope="module")
def mouth() -> Mouth:
    return Mouth(hostess(), 1.0)


def drawn(mouth: Mouth, shapes: dict[str, float]) -> Bytes:
    return mouth.draw(merged(hostess().asset.rest, MOUTH) + merged(shapes, MOUTH))


def bare(mouth: Mouth, shapes: dict[str, float]) -> int:
    """Pixels that neither lip covers."""
    weights = merged(hostess().asset.rest, MOUTH) + merged(shapes, MOUTH)
    above, below = mouth._warp.draw(weights, mouth._warp.shares(weights))
    return int((np.maximum(above[..., 3], below[..., 3]) < 128).sum())


def gap(mouth: Mouth, shapes: dict[str, float]) -> int:
    """Bare pixels that are more than a hairline."""
    weights = merged(hostess().asset.rest, MOUTH) + merged(shapes, MOUTH)
    above, below = mouth._warp.draw(weights, mouth._warp.shares(weights))
    bare_ = (np.maximum(above[..., 3], below[..., 3]) < 128).astype(np.uint8)
    return int(cv2.erode(bare_, np.ones((4, 1), np.uint8)).sum())


def difference(one: Bytes, other: Bytes) -> Bytes:
    return np.asarray(cv2.absdiff(one, other).max(2), np.uint8)


@pytest.mark.parametrize("number", range(len(hostess().mouth.layered)))
def test_at_a_pictures_own_weights_the_mouth_is_that_picture(mouth: Mouth, number: int) -> None:
    layered = hostess().mouth.layered[number]
    window = mouth.draw(layered.weights)
    apart = difference(window, layered.picture)
    # Between the lips teeth are drawn, and near them mattes are soft: the rest is the render.
    lip_area = cv2.dilate((layered.mattes.max(0) < 250).astype(np.uint8), np.ones((15, 15)))
    skin = (lip_area == 0) & (hostess().mouth.mask > 250)
    assert skin.sum() > 5000
    assert mean(apart[skin]) < 1.0
    assert np.percentile(apart[skin], 99) < 8


def test_the_opening_grows_with_the_jaw(mouth: Mouth) -> None:
    areas = [bare(mouth, {"jawOpen": jaw}) for jaw in np.arange(0.05, 0.51, 0.09)]
    assert areas == sorted(areas)
    assert areas[-1] > 4 * max(areas[0], 100)


def test_lips_that_touch_leave_no_more_than_the_line_between_them(mouth: Mouth) -> None:
    assert gap(mouth, closed()) == 0
    assert gap(mouth, {}) == 0
    assert gap(mouth, {"jawOpen": 0.08}) > 0, "the least opening is seen"
    assert gap(mouth, lips("aa")) > 1000


def test_closed_lips_show_no_seam(mouth: Mouth) -> None:
    grey = cv2.cvtColor(drawn(mouth, closed()), cv2.COLOR_BGR2GRAY).astype(int)
    still = cv2.cvtColor(hostess().mouth.layered[0].picture, cv2.COLOR_BGR2GRAY).astype(int)
    # The line between the lips may be dark, but not blacker than the renders have it.
    skin = hostess().mouth.mask > 250
    assert grey[skin].min() > still[skin].min() - 25


def test_every_mouth_shape_is_a_picture_of_its_own(mouth: Mouth) -> None:
    seen = {name: drawn(mouth, lips(name)).astype(int) for name in ("aa", "ee", "oo", "oh")}
    names = list(seen)
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            assert np.abs(seen[one] - seen[other]).max(2).astype(bool).mean() > 0.05


def test_a_small_change_of_weight_is_a_small_change_of_picture(mouth: Mouth) -> None:
    path = [
        {name: value * share for name, value in lips("aa").items()}
        for share in np.linspace(0, 1, 25)
    ]
    frames = [drawn(mouth, shapes).astype(np.int16) for shapes in path]
    jumps = [mean(np.abs(a - b)) for a, b in itertools.pairwise(frames)]
    assert max(jumps) < 4 * np.median(jumps) + 0.3


def test_a_blink_covers_the_eyeballs() -> None:
    eyes = Eyes(hostess(), 1.0)
    rest = merged(hostess().asset.rest, EYES)

    def shown(blink: float) -> int:
        one, other = (
            eyes.draw(rest + merged({"eyeBlink": blink}, EYES), gaze)
            for gaze in ((-20, 0), (20, 0))
        )
        return int((difference(one, other) > 12).sum())  # only an eyeball moves with the gaze

    assert shown(0.0) > 300
    assert shown(0.5) < shown(0.0)
    assert shown(1.0) == 0


@pytest.mark.parametrize("angle", [6.0, -6.0])
def test_the_iris_goes_where_she_looks(angle: float) -> None:
    eyes = Eyes(hostess(), 1.0)
    rest = merged(hostess().asset.rest, EYES)
    figure = hostess()
    eye = figure.asset.eyes["left"]
    place = figure.asset.camera.pixels(np.array([eye.centre], np.float32))[0]
    x, y = place - (figure.eyes.window.left, figure.eyes.window.top)
    radius = eye.radius * figure.asset.camera.focal / -eye.centre[2]
    box = np.s_[int(y - radius / 4) : int(y + radius / 4), int(x - radius) : int(x + radius)]

    def iris(gaze: tuple[float, float]) -> float:
        dark = 255 - cv2.cvtColor(eyes.draw(rest, gaze), cv2.COLOR_BGR2GRAY)[box].astype(float)
        weight = np.clip(dark.mean(0) - np.percentile(dark, 60), 0, None)
        return float((weight * np.arange(len(weight))).sum() / weight.sum())

    moved = iris((angle, 0.0)) - iris((0.0, 0.0))
    assert np.sign(moved) == np.sign(angle)
    expected = radius * np.sin(np.radians(abs(angle)))
    assert 0.25 * expected < abs(moved) < 1.4 * expected


def track(portrait: Portrait, pose: Pose, at: tuple[int, int], size: int = 24) -> tuple[int, int]:
    """How far what is at a place at rest has gone, whole pixels right and down."""
    before = portrait.draw(Pose({}))[..., :3]
    after = portrait.draw(pose)[..., :3]
    x, y = at
    patch = before[y - size : y + size, x - size : x + size]
    reach = 20
    area = after[y - size - reach : y + size + reach, x - size - reach : x + size + reach]
    found = cv2.matchTemplate(area, patch, cv2.TM_SQDIFF)
    _, _, (left, top), _ = cv2.minMaxLoc(found)
    return left - reach, top - reach


def on_canvas(point: tuple[float, float, float]) -> tuple[int, int]:
    asset = hostess().asset
    x, y = asset.camera.pixels(np.array([point], np.float32))[0] * WIDTH / asset.width
    return round(float(x)), round(float(y))


def test_a_turned_head_shows_parallax(portrait: Portrait) -> None:
    skin = hostess().asset.parts["skin"].vertices
    nose = skin[skin[:, 2].argmax()]
    x, y = on_canvas((float(nose[0]), float(nose[1]), float(nose[2])))
    turned = Pose({}, head=(5.0, 0.0, 0.0))
    nearest = track(portrait, turned, (x, y))
    eye = hostess().asset.eyes["left"].centre
    further = track(portrait, turned, on_canvas(eye))
    assert nearest[0] > further[0] > 0
    height = portrait.size[1]
    assert track(portrait, turned, (WIDTH // 2, height - 60)) == (0, 0)
    assert track(portrait, Pose({}, head=(-5.0, 0.0, 0.0)), (x, y))[0] < 0
    assert track(portrait, Pose({}, head=(0.0, 4.0, 0.0)), (x, y))[1] < 0, "a nod up goes up"


def test_a_breath_lifts_the_shoulders_and_not_the_foot(portrait: Portrait) -> None:
    full, empty = (portrait.draw(Pose({}, breath=breath)) for breath in (1.0, 0.0))
    moved = difference(full[..., :3], empty[..., :3]).mean(1)
    height = portrait.size[1]
    assert moved[int(height * 0.4) : int(height * 0.7)].mean() > 0.5
    assert moved[-3:].max() < 0.5
    assert track(portrait, Pose({}, breath=1.0), (WIDTH // 2, int(height * 0.48)))[1] <= -2


def test_speaking_moves_only_the_mouth(portrait: Portrait) -> None:
    rest, speaking = portrait.draw(Pose({})).copy(), portrait.draw(Pose(lips("aa"))).copy()
    apart = difference(rest[..., :3], speaking[..., :3]) > 3
    scale = WIDTH / hostess().asset.width
    window = hostess().mouth.window
    inside = np.zeros_like(apart)
    inside[
        int(window.top * scale) - 1 : int((window.top + window.height) * scale) + 2,
        int(window.left * scale) - 1 : int((window.left + window.width) * scale) + 2,
    ] = True
    assert apart[inside].sum() > 500
    assert apart[~inside].sum() == 0
    assert (rest[..., 3] == speaking[..., 3]).all()


@pytest.mark.parametrize("foot", [False, True])
def test_every_picture_is_premultiplied_and_the_same_each_time(foot: bool) -> None:
    portrait = Portrait(hostess(), 320, foot)
    light = light_of("#f4ece0", "#a8452c", "#1d1512")
    portrait.light(Light(light.tone, (1.0, 1.0, 1.0)))
    pose = Pose(lips("oh") | {"eyeBlink": 0.4}, (5, -3), (3, -2, 1), (4, 2), 0.7)
    first = portrait.draw(pose).copy()
    portrait.draw(Pose({}))
    assert (portrait.draw(pose) == first).all()
    assert (first[..., :3] <= first[..., 3:].astype(int) + 2).all()
    if foot:
        assert first[-1, :, 3].max() < 40
    else:
        assert first[-1, 160, 3] == 255


def test_the_scenes_light_reaches_her() -> None:
    portrait = Portrait(hostess(), 320)
    plain = portrait.draw(Pose({})).astype(int)
    portrait.light(Light(tone=(1.1, 1.0, 0.85), rim=(0.4, 0.1, 0.1)))
    lit = portrait.draw(Pose({})).astype(int)
    figure = plain[..., 3] == 255
    assert lit[figure][:, 2].mean() > plain[figure][:, 2].mean() + 2, "warmer"
    assert lit[figure][:, 0].mean() < plain[figure][:, 0].mean() - 2
    half = Light().towards(Light(tone=(1.2, 1.0, 1.0)), 0.5)
    assert half.tone == pytest.approx((1.1, 1.0, 1.0))
