"""A presenter at work: nothing of her jumps when a narration begins, ends, is cut or replaced."""

import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kiosk.errors import PresenterError
from kiosk.narration.track import Phoneme, Track
from kiosk.presenter.face import asset, store
from kiosk.presenter.face.figure import Figure, prepare
from kiosk.presenter.face.light import Light
from kiosk.presenter.face.portrait import Pose
from kiosk.presenter.life.life import Life
from kiosk.presenter.lips.track import lips_of
from kiosk.presenter.performer import LIGHTING, RELEASE, Performer, Told, find
from tests import good_presenter

FRAME = 1 / 30
VOWEL = Track(
    "k", "en", "v", 3.0, tuple(Phoneme("ɑ", 0.4 * n, 0.4 * n + 0.4, 1) for n in range(7))
)
OTHER = replace(
    VOWEL, language="es", phonemes=tuple(Phoneme("u", 0.4 * n, 0.4 * n + 0.4, 1) for n in range(7))
)


@pytest.fixture(scope="module")
def figure(tmp_path_factory: pytest.TempPathFactory) -> Figure:
    return prepare(asset.read(good_presenter.write(tmp_path_factory.mktemp("presenters"))))


@pytest.fixture
def who(figure: Figure) -> Performer:
    return Performer(figure, Life(7), 160, False)


def told(track: Track) -> Told:
    return Told(track, lips_of(track))


def apart(one: Pose, other: Pose) -> float:
    """The most that a shape differs."""
    names = one.shapes.keys() | other.shapes.keys()
    blinks = {"eyeBlinkLeft", "eyeBlinkRight", "eyeSquintLeft", "eyeSquintRight"}
    gaps = [abs(one.shapes.get(n, 0.0) - other.shapes.get(n, 0.0)) for n in names - blinks]
    return max(gaps, default=0.0)


def test_lips_follow_the_narration(who: Performer) -> None:
    who.tell(told(VOWEL), 1.0)
    who.pose(1.0, 0.0)
    lips = lips_of(VOWEL)
    for moment in np.arange(1.5, 3.5, 0.21):
        pose = who.pose(float(moment), float(moment) - 1.0)
        for name in ("jawOpen", "mouthFunnel", "mouthPucker"):
            assert pose.shapes[name] == pytest.approx(lips.shapes(float(moment) - 1.0)[name])
    assert who.pose(2.0, 1.0).shapes["jawOpen"] > 0.2


def drive(who: Performer, cut: str) -> list[Pose]:
    """Poses of 2 s, in the middle of which a vowel is cut."""
    who.tell(told(VOWEL), 0.0)
    poses = []
    for number in range(60):
        now = number * FRAME
        position: float | None = now
        if number == 30:
            if cut in ("hush", "scene"):
                who.hush(now)
            if cut in ("language", "scene"):
                who.tell(told(OTHER), now)
        if number >= 30 and cut in ("hush", "silence"):
            position = None
        poses.append(who.pose(now, position))
    return poses


@pytest.mark.parametrize("cut", ["hush", "silence", "language", "scene"])
def test_a_cut_in_mid_sound_does_not_jump(who: Performer, cut: str) -> None:
    poses = drive(who, cut)
    assert poses[29].shapes["jawOpen"] > 0.25
    steps = [apart(a, b) for a, b in itertools.pairwise(poses)]
    # She gets there, in no frame by as much as half of the way, which would be seen as a jump.
    assert max(steps[28:]) < 0.5 * apart(poses[29], poses[36])
    heads = np.array([pose.head for pose in poses])
    assert np.abs(np.diff(heads, axis=0)).max() < 1.0
    breath = np.array([pose.breath for pose in poses])
    assert np.abs(np.diff(breath)).max() < 0.1
    after = poses[30 + int(RELEASE / FRAME) + 2]
    if cut in ("hush", "silence"):
        assert after.shapes.get("jawOpen", 0.0) == 0.0
    else:
        assert after.shapes["mouthPucker"] > 0.4


def test_silence_leaves_the_mouth_at_rest(who: Performer) -> None:
    for number in range(60):
        shapes = who.pose(number * FRAME, None).shapes
        assert all(not n.startswith(("jaw", "mouthF", "mouthPu", "mouthSt")) for n in shapes)


def test_the_eyes_hold_on_while_the_head_turns(who: Performer) -> None:
    twin = Life(7)
    for number in range(90):
        pose, seen = who.pose(number * FRAME, None), twin.sample(number * FRAME, None)
        assert pose.gaze == pytest.approx(seen.eyes)
        assert pose.head == seen.head


def test_a_still_does_not_move_but_takes_the_light(who: Performer) -> None:
    who.light(Light((0.7, 0.8, 0.9)), 0.0, at_once=True)
    pictures = [who.still(float(now)) for now in range(5)]
    assert all(np.array_equal(pictures[0], one) for one in pictures)
    assert not np.array_equal(who.draw(5.0, None), who.draw(8.0, None))
    who.light(Light((1.0, 0.8, 0.6)), 9.0)
    assert not np.array_equal(pictures[0], who.still(9.0 + LIGHTING))


def test_light_passes_over_and_does_not_flash(who: Performer) -> None:
    who.light(Light((0.6, 0.7, 0.8)), 0.0, at_once=True)
    first = who.still(0.0).astype(int)
    who.light(Light((1.0, 0.9, 0.7), (0.2, 0.1, 0.1)), 1.0)
    frames = [who.still(1.0 + n * 0.05).astype(int) for n in range(int(LIGHTING / 0.05) + 2)]
    assert np.abs(frames[0] - first).max() == 0
    whole = np.abs(frames[-1] - first).max()
    assert whole > 30
    steps = [np.abs(b - a).max() for a, b in itertools.pairwise(frames)]
    assert max(steps) < 0.3 * whole
    # called away half-way, she goes on from the light she stands in
    who.light(Light((0.6, 0.7, 0.8)), 10.0)
    before = who.still(10.6).astype(int)
    who.light(Light((0.9, 0.9, 0.9)), 10.6)
    assert np.abs(who.still(10.6).astype(int) - before).max() <= 2


def test_another_size_keeps_her_light_and_pose(who: Performer) -> None:
    who.light(Light((0.5, 0.5, 0.5)), 0.0, at_once=True)
    before = who.still(1.0)
    who.resize(80, False)
    after = who.still(1.0)
    assert after.shape == (100, 80, 4)
    assert abs(float(before[..., :3].mean()) - float(after[..., :3].mean())) < 1.0


def test_the_users_own_presenter_comes_first(figure: Figure, tmp_path: Path) -> None:
    for folder in ("own", "shipped"):
        good_presenter.write(tmp_path / folder)
    store.write(replace(figure, asset=asset.read(tmp_path / "own" / "mask" / "mask.toml")))
    store.write(replace(figure, asset=asset.read(tmp_path / "shipped" / "mask" / "mask.toml")))
    found = find((tmp_path / "own", tmp_path / "shipped"), "mask")
    assert found.asset.folder == tmp_path / "own" / "mask"
    assert find((tmp_path / "none", tmp_path / "shipped"), "mask").asset.folder.parts[-2] == (
        "shipped"
    )


def test_an_unknown_presenter_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(PresenterError) as caught:
        find((tmp_path,), "nobody")
    assert "'nobody'" in caught.value.what
    assert caught.value.where == str(tmp_path)
