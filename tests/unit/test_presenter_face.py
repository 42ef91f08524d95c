"""The face as it is drawn: lips and lids part and close, eyes and head turn, the rest stays."""

import itertools
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk import resources
from kiosk.presenter.face import asset, store
from kiosk.presenter.face.eyes import Eyes
from kiosk.presenter.face.figure import EYES, MOUTH, Figure, merged, pictures, prepare
from kiosk.presenter.face.light import Light, light_of
from kiosk.presenter.face.mouth import Mouth
from kiosk.presenter.face.portrait import Portrait, Pose
from kiosk.presenter.face.stance import LIFT, Stance
from kiosk.presenter.lips.shapes import ARKIT, CLOSED
from tests import good_presenter

Floats = NDArray[np.float32]
TEETH = ("teeth-upper", "teeth-lower")
HIDDEN = 16  # of 255: of a white thing before a black one, nobody sees so little


def plain(figure: Figure, value: int, layers: tuple[str, ...]) -> Figure:
    """The figure with layers of one grey, opaque: what shows of them can be told."""
    own = dict(figure.asset.layers)
    for name in layers:
        own[name] = np.full_like(own[name], value)
        own[name][..., 3] = 255
    return replace(figure, asset=replace(figure.asset, layers=own))


class Face:
    """A figure, and how much is seen through its openings."""

    def __init__(self, name: str, figure: Figure) -> None:
        self.name, self.figure = name, figure
        self._mouths = [Mouth(plain(figure, grey, TEETH), 1.0) for grey in (0, 255)]
        self._eyes = [Eyes(plain(figure, grey, ("eyes",)), 1.0) for grey in (0, 255)]
        self.rest = merged(figure.asset.rest, MOUTH)
        self.lids = merged(figure.asset.rest, EYES)

    def between_lips(self, weights: Floats) -> NDArray[np.int64]:
        """0 to 255, how much of what lies behind the lips is seen at each pixel."""
        dark, bright = (mouth.draw(weights).astype(int) for mouth in self._mouths)
        return np.asarray(np.abs(bright - dark).max(2))

    def between_lids(self, weights: Floats) -> NDArray[np.int64]:
        dark, bright = (eyes.draw(weights, (0.0, 0.0)).astype(int) for eyes in self._eyes)
        return np.asarray(np.abs(bright - dark).max(2))

    def blink(self, share: float) -> Floats:
        return self.lids + merged({"eyeBlinkLeft": share, "eyeBlinkRight": share}, EYES)


@pytest.fixture(scope="module", params=["mask", "hostess"])
def face(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Face:
    """Once the small presenter made for tests, whose pictures fit exactly, once a shipped one."""
    if request.param == "mask":
        description = good_presenter.write(tmp_path_factory.mktemp("presenters"))
        return Face("mask", prepare(asset.read(description)))
    description = resources.presenters() / request.param / f"{request.param}.toml"
    return Face(request.param, store.figure_of(asset.read(description)))


def arkit(channels: Mapping[str, float]) -> dict[str, float]:
    return {name: value for key, value in channels.items() for name in ARKIT[key]}


# --- the mouth --------------------------------------------------------------------------------


def test_each_pose_is_drawn_as_its_own_picture(face: Face) -> None:
    mouth = Mouth(face.figure, 1.0)
    shown = zip(pictures(face.figure.asset, "mouth"), face.figure.mouth.layered, strict=True)
    for pose, layered in shown:
        drawn = mouth.draw(layered.weights).astype(int)
        opened = (face.between_lips(layered.weights) > 0).astype(np.uint8)
        away = cv2.dilate(opened, np.ones((7, 7), np.uint8)) == 0
        skin = away & (face.figure.mouth.mask > 0)
        apart = np.abs(drawn - layered.picture).max(2)[skin]
        assert apart.mean() < 0.1, pose.name
        # Along closed lips a dark hairline is filled with the lips' own colour.
        assert np.percentile(apart, 99.9) < 12, pose.name


def test_the_jaw_opens_the_mouth_steadily(face: Face) -> None:
    seen = []
    for jaw in np.linspace(0, 1, 21):
        between = face.between_lips(face.rest + merged({"jawOpen": float(jaw)}, MOUTH))
        seen.append(float(between.sum()) / 255)
    assert seen[0] < 2
    assert all(after >= 0.98 * before for before, after in itertools.pairwise(seen))
    assert seen[-1] > 200
    assert seen[-1] > 3 * seen[6]


def test_a_bilabial_closes_the_lips(face: Face) -> None:
    between = face.between_lips(face.rest + merged(arkit(CLOSED), MOUTH))
    pressed = next(p for p in face.figure.asset.poses if p.name == "mm")
    own = face.between_lips(merged(pressed.weights, MOUTH)) > HIDDEN
    # Where a presenter's own picture of pressed lips shows a gap, drawing cannot close it.
    reach = cv2.dilate(own.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    assert between[~reach].max() <= HIDDEN
    assert between.sum() <= 1.1 * face.between_lips(merged(pressed.weights, MOUTH)).sum() + 255
    if face.name == "mask":
        assert not own.any()


@pytest.mark.parametrize(
    "change", [{}, {"mouthSmile": 0.15}, {"mouthSmile": -0.15}, {"mouthPress": 0.2}]
)
def test_closed_lips_show_no_seam(face: Face, change: dict[str, float]) -> None:
    """No line darker than what lies above and below it, but for the one the still has."""
    weights = face.rest + merged(arkit(change), MOUTH)
    assert face.between_lips(weights).max() <= HIDDEN

    def furrow(picture: NDArray[Any]) -> float:
        grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.float32)
        left, _, width, _ = cv2.boundingRect((opened > 99).astype(np.uint8))
        lips = grey[:, left : left + width]
        deep = np.minimum(lips[:-6], lips[6:]) - lips[3:-3]
        return float(deep.max(0).mean())

    opened = face.between_lips(face.rest + merged({"jawOpen": 1.0}, MOUTH))
    drawn = Mouth(face.figure, 1.0).draw(weights)
    assert furrow(drawn) < furrow(face.figure.mouth.layered[0].picture) + 8


def test_the_mouth_moves_nothing_else(face: Face) -> None:
    portrait = Portrait(face.figure, face.figure.asset.width)
    before = portrait.draw(Pose({}))
    after = portrait.draw(Pose({"jawOpen": 0.7, "mouthFunnel": 0.2}))
    window = face.figure.mouth.window
    assert (before[window.cut] != after[window.cut]).any()
    after[window.cut] = before[window.cut]
    assert np.array_equal(before, after)


# --- the eyes ---------------------------------------------------------------------------------


def test_a_blink_closes_the_eyes_completely(face: Face) -> None:
    seen = [float(face.between_lids(face.blink(share)).sum()) for share in np.linspace(0, 1, 21)]
    assert seen[0] > 255 * 100
    assert all(after <= 1.05 * before for before, after in itertools.pairwise(seen))
    assert face.between_lids(face.blink(1.0)).max() <= HIDDEN


def marked(figure: Figure) -> tuple[Figure, Figure]:
    """Eyeballs with a small dark pupil at the front of each, and without."""
    without = plain(figure, 255, ("eyes",))
    balls = without.asset.layers["eyes"].copy()
    place = figure.asset.windows["eyes"]
    for eye in figure.asset.eyes.values():
        at = figure.asset.camera.pixels(np.array([eye.centre], np.float32))[0]
        x, y = (float(v) for v in at - (place.left, place.top))
        radius = 0.2 * eye.radius * figure.asset.camera.focal / -eye.centre[2]
        rows, columns = np.mgrid[: place.height, : place.width]
        balls[np.hypot(columns - x, rows - y) < radius, :3] = 0
    layers = {**figure.asset.layers, "eyes": balls}
    return replace(figure, asset=replace(figure.asset, layers=layers)), without


@pytest.mark.parametrize("gaze", [(12.0, 0.0), (-12.0, 0.0), (0.0, 6.0), (0.0, -6.0)])
def test_the_gaze_turns_both_pupils(face: Face, gaze: tuple[float, float]) -> None:
    pupils, bare = (Eyes(figure, 1.0) for figure in marked(face.figure))
    focal = face.figure.asset.camera.focal
    window = face.figure.eyes.window

    def places(towards: tuple[float, float]) -> list[NDArray[np.float64]]:
        seen = np.abs(
            pupils.draw(face.lids, towards).astype(int) - bare.draw(face.lids, towards)
        ).sum(2)
        out = []
        for eye in face.figure.asset.eyes.values():
            at = face.figure.asset.camera.pixels(np.array([eye.centre], np.float32))[0]
            near = np.abs(np.arange(window.width) + window.left - at[0]) < 40
            rows, columns = np.mgrid[: window.height, : window.width]
            weight = seen * near[None, :]
            assert weight.sum() > 0
            out.append(np.array([(columns * weight).sum(), (rows * weight).sum()]) / weight.sum())
        return out

    for eye, before, after in zip(
        face.figure.asset.eyes.values(), places((0.0, 0.0)), places(gaze), strict=True
    ):
        radius = eye.radius * focal / -eye.centre[2]
        whole = radius * np.sin(np.radians(gaze)) * (1, -1)
        moved = after - before
        along = int(np.argmax(np.abs(whole)))
        assert 0.5 < moved[along] / whole[along] < 1.2
        assert abs(moved[1 - along]) < 0.35 * abs(whole[along])


# --- head and chest ---------------------------------------------------------------------------


def shift_of(figure: Figure, place: NDArray[Any], **stance: Any) -> NDArray[np.float64]:
    """How far a bright dot at a place of the canvas goes: right and down, pixels."""
    pose: dict[str, Any] = {"head": (0.0, 0.0, 0.0), "lean": (0.0, 0.0), "breath": 0.0, **stance}
    rows, columns = np.mgrid[: figure.asset.height, : figure.asset.width]
    away = np.hypot(columns - place[0], rows - place[1])
    dot = np.rint(255 * np.exp(-((away / 5) ** 2))).astype(np.uint8)
    moved = Stance(figure).bend(np.dstack([dot] * 4), **pose)[..., 3].astype(float)
    moved[moved < 20] = 0
    cut = np.where(dot < 20, 0, dot).astype(float)
    centres = [
        np.array([(columns * one).sum(), (rows * one).sum()]) / one.sum() for one in (cut, moved)
    ]
    return np.asarray(centres[1] - centres[0])


def landmarks(figure: Figure) -> dict[str, NDArray[Any]]:
    """Places on the canvas: the nose's tip, both sides of the head, chest and lower edge."""
    skin = figure.asset.parts["skin"].posed(figure.asset.rest)
    pixels = figure.asset.camera.pixels(skin)
    eyes = np.mean([eye.centre for eye in figure.asset.eyes.values()], 0)
    level = np.abs(skin[:, 1] - eyes[1]) < 0.006
    side = {
        "left": np.argmin(np.where(level, skin[:, 0], np.inf)),
        "right": np.argmax(np.where(level, skin[:, 0], -np.inf)),
    }
    head = (np.abs(skin[:, 0]) < 0.02) & (skin[:, 1] > figure.asset.neck[1])
    middle, bottom = figure.asset.width / 2, figure.asset.height - 1
    return {
        "nose": pixels[np.argmax(np.where(head, skin[:, 2], -np.inf))],
        **{name: pixels[index] for name, index in side.items()},
        "chest": np.array([middle, bottom * 0.8]),
        "edge": np.array([middle, bottom - 16]),
    }


def test_a_turned_head_has_depth_and_the_body_stays(face: Face) -> None:
    figure, at = face.figure, landmarks(face.figure)
    nose = shift_of(figure, at["nose"], head=(6.0, 0.0, 0.0))
    sides = np.mean(
        [shift_of(figure, at[name], head=(6.0, 0.0, 0.0)) for name in ("left", "right")], 0
    )
    assert nose[0] > 1.25 * max(float(sides[0]), 0.0)
    assert nose[0] > 0.006 * figure.asset.width
    assert abs(nose[1]) < 0.5 * nose[0]
    for name in ("chest", "edge"):
        assert np.hypot(*shift_of(figure, at[name], head=(6.0, 3.0, 3.0))) < 0.3
    assert shift_of(figure, at["nose"], head=(-6.0, 0.0, 0.0))[0] < -0.8 * nose[0]


def test_nods_and_tilts_go_where_they_say(face: Face) -> None:
    figure, at = face.figure, landmarks(face.figure)
    assert shift_of(figure, at["nose"], head=(0.0, 4.0, 0.0))[1] < -1
    assert shift_of(figure, at["nose"], head=(0.0, -4.0, 0.0))[1] > 1
    tilted = [shift_of(figure, at[name], head=(0.0, 0.0, 4.0)) for name in ("left", "right")]
    assert all(shift[0] > 1 for shift in tilted)
    assert tilted[0][1] < 0 < tilted[1][1]  # the left side rises, the right one sinks


def test_a_breath_lifts_the_shoulders_and_not_the_lower_edge(face: Face) -> None:
    figure = face.figure
    body = figure.body
    share = np.where(body.head < 0.02, body.chest, 0)
    share[:, : share.shape[1] // 4] = share[:, -share.shape[1] // 4 :] = 0
    row, column = np.unravel_index(int(np.argmax(share)), share.shape)
    shoulder = np.array([column * 8 + 3.5, row * 8 + 3.5])
    rise = LIFT * figure.asset.camera.focal / -float(body.points[row, column, 2])
    moved = shift_of(figure, shoulder, breath=1.0)
    assert -1.2 * rise < moved[1] < -0.5 * rise
    half = shift_of(figure, shoulder, breath=0.5)
    assert half[1] == pytest.approx(moved[1] / 2, abs=0.25)
    assert abs(shift_of(figure, landmarks(figure)["edge"], breath=1.0)[1]) < 0.3


# --- the whole --------------------------------------------------------------------------------

LIVELY = Pose(
    {"jawOpen": 0.4, "eyeBlinkLeft": 0.6, "eyeBlinkRight": 0.6, "browInnerUp": 0.3},
    (6.0, -3.0), (4.0, -2.0, 2.0), (4.0, -2.0), 0.7,
)  # fmt: skip


def test_drawing_knows_no_past(face: Face) -> None:
    width = face.figure.asset.width // 2
    first, second = Portrait(face.figure, width), Portrait(face.figure, width)
    kept = first.draw(LIVELY)
    before = kept.copy()
    for step in range(4):
        second.draw(Pose({"jawOpen": step / 4, "eyeWideLeft": step / 5}, (step, 0.0)))
    assert np.array_equal(kept, second.draw(LIVELY))
    first.draw(Pose({}))
    assert np.array_equal(kept, before)  # a picture given away is not drawn over


def test_sizes_show_the_same(face: Face) -> None:
    size = face.figure.asset.width, face.figure.asset.height
    whole = Portrait(face.figure, size[0]).draw(LIVELY)
    small = Portrait(face.figure, size[0] // 2)
    assert small.size == (size[0] // 2, size[1] // 2)
    shrunk = cv2.resize(whole, small.size, interpolation=cv2.INTER_AREA).astype(int)
    assert np.abs(small.draw(LIVELY) - shrunk).mean() < 3


@pytest.mark.parametrize("foot", [False, True])
def test_no_colour_exceeds_its_alpha(face: Face, foot: bool) -> None:
    """What Qt asks of a premultiplied picture; more would shine through as glitter."""
    portrait = Portrait(face.figure, face.figure.asset.width // 2, foot)
    lights = (
        Light(), Light((1.3, 1.2, 1.1)), Light((1.2, 1.0, 0.8), (0.6, 0.3, 0.3)),
        light_of("#f4ece0", "#a8452c", "#1d1512"), light_of("#ffffff", "#00ff00", "#ffffff"),
    )  # fmt: skip
    for light in lights:
        portrait.light(light)
        for pose in (Pose({}), LIVELY):
            drawn = portrait.draw(pose)
            assert (drawn[..., :3] <= drawn[..., 3:]).all()
