"""The pictures by which a presenter is judged: what they show is what was asked for."""

from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from PIL import Image

from kiosk import resources
from kiosk.errors import DisplayError, NarrationError, PresenterError
from kiosk.narration.track import Phoneme, Track, Word
from kiosk.presenter.face.figure import Figure
from kiosk.presenter.lips.shapes import SHAPES
from kiosk.presenter.performer import find
from kiosk.presenter.sheet import lettering, page
from kiosk.presenter.sheet.clip import SIZE, film
from kiosk.presenter.sheet.poses import VISEMES, expressions, mouth
from kiosk.presenter.sheet.sitting import Sitting, cropped
from kiosk.presenter.sheet.strip import frames, performer, said
from kiosk.presenter.sheet.told import Story, story
from kiosk.presenter.sheet.webm import read_ivf, read_ogg
from kiosk.presenter.still import speaking

Bytes = NDArray[np.uint8]


@pytest.fixture(scope="module")
def figure() -> Figure:
    return find((resources.presenters(),), "hostess")


@pytest.fixture(scope="module")
def sitting(figure: Figure) -> Sitting:
    return Sitting(figure)


@pytest.fixture(scope="module")
def spanish() -> Story:
    return story(resources.demonstration(), "hostess", "es", 10.0)


def between_the_lips(picture: Bytes) -> int:
    """Pixels of teeth (pale without colour) and of the mouth's inside (dark): none are skin."""
    hue = cv2.cvtColor(np.ascontiguousarray(picture), cv2.COLOR_BGR2HSV)
    high, wide = hue.shape[:2]
    middle = hue[high // 3 : high * 4 // 5, wide * 3 // 8 : wide * 5 // 8]
    teeth = (middle[..., 1] < 50) & (middle[..., 2] > 90)
    return int((teeth | (middle[..., 2] < 70)).sum())


def test_every_mouth_shape_on_the_chart_can_be_told_from_its_neighbours(sitting: Sitting) -> None:
    pictures = {
        shape: sitting.take(mouth(shape), sitting.mouth, 310).astype(int)
        for shape, _, _ in VISEMES
    }
    for (one, first), (other, second) in pairwise(pictures.items()):
        assert first.shape == second.shape
        changed = np.abs(first - second).max(2) > 10
        assert changed.sum() > 150, f"{one} looks like {other}"
    for shape in ("aa", "ao", "an", "eh"):
        assert between_the_lips(pictures[shape].astype(np.uint8)) > 200, shape
    for shape in ("rest", "PP"):
        assert between_the_lips(pictures[shape].astype(np.uint8)) < 100, shape


def test_the_chart_shows_known_shapes_once() -> None:
    names = [shape for shape, _, _ in VISEMES]
    assert len(set(names)) == len(names) == 24
    assert set(names) - {"rest"} <= set(SHAPES)


def test_expressions_differ_where_they_say(sitting: Sitting) -> None:
    poses = {name: pose for _, name, pose in expressions(7)}
    assert len(poses) == 24
    rest = sitting.take(poses["at rest"], sitting.bust, 400).astype(int)
    for name, pose in poses.items():
        if name != "at rest":
            other = sitting.take(pose, sitting.bust, 400).astype(int)
            assert (np.abs(other - rest).max(2) > 10).sum() > 60, name
    assert poses["eyes left 14°"].gaze[0] < 0 < poses["eyes right 14°"].gaze[0]
    # Her eyes stay with the visitor while the head is turned under them.
    assert poses["head left 4°"].gaze[0] == -poses["head left 4°"].head[0] == 4.0
    assert poses["greeting, height"].shapes["mouthSmileLeft"] > 0.1
    assert poses["listening, a nod"].head[1] < poses["listening"].head[1]
    assert poses["glance at the picture"].gaze[0] < -5


@pytest.mark.parametrize("language", ["es", "zh-CN"])
def test_bilabials_are_closed_where_the_strip_shows_them(
    language: str, figure: Figure, sitting: Sitting
) -> None:
    told = story(resources.demonstration(), "hostess", language, 10.0)
    teller = performer(figure, told, figure.asset.width)
    closed: list[int] = []
    opened: list[int] = []
    kinds = {"p": closed, "b": closed, "m": closed, "pʰ": closed, "a": opened}
    for sound in told.track.phonemes:
        if sound.ipa not in kinds or sound.end - sound.start < 0.04:
            continue
        now = sound.start + (0.01 if sound.ipa != "a" else (sound.end - sound.start) / 2)
        picture = page.on_ground(teller.draw(now, now))
        kinds[sound.ipa].append(between_the_lips(cropped(picture, sitting.mouth)))
    assert len(closed) > 3
    assert len(opened) > 8
    assert max(closed) < 90, closed
    assert np.median(opened) > 200, opened


def test_frames_come_every_quarter_of_a_second(
    figure: Figure, sitting: Sitting, spanish: Story
) -> None:
    tiles = frames(figure, spanish, 1.0)
    assert [tile.note[:6] for tile in tiles] == ["0.00 s", "0.25 s", "0.50 s", "0.75 s"]
    assert len({tile.picture.tobytes() for tile in tiles}) == 4
    # The booth's own performer, asked for the last of these moments, shows the same face.
    teller, wide = performer(figure, spanish, figure.asset.width), tiles[3].picture.shape[1]
    shown = [page.on_ground(teller.draw(index / 4, index / 4)) for index in range(4)][3]
    assert np.array_equal(tiles[3].picture, page.scaled(cropped(shown, sitting.head), wide))


def test_a_frame_is_labelled_with_its_sound_and_word() -> None:
    track = Track("k", "es", "v", 1.0, (Phoneme("b", 0.2, 0.3),), (Word("vino", 0.2, 0.6, 0, 4),))
    assert said(track, 0.25) == ("/b/", "0.25 s  vino")
    assert said(track, 0.30) == ("–", "0.30 s  vino")
    assert said(track, 0.75) == ("–", "0.75 s  ")


def test_a_still_in_mid_sentence_looks_at_the_visitor_with_open_eyes(spanish: Story) -> None:
    for cue in spanish.track.cues:
        pose = speaking("hostess", spanish.track, cue.start, cue.end)
        assert pose.shapes.get("eyeBlinkLeft", 0.0) < 0.3, cue.text
        assert pose.shapes["jawOpen"] > 0.1, cue.text
        assert pose.shapes["mouthFunnel"] + pose.shapes["mouthPucker"] < 0.3, cue.text
        assert pose == speaking("hostess", spanish.track, cue.start, cue.end)


def test_a_sheet_says_that_it_is_made_by_ai(tmp_path: Path) -> None:
    tiles = [page.Tile(np.full((200, 300, 3), 60, np.uint8), "aa", "茶 · casa")] * 6
    path = page.save(page.page("口型 Mouth shapes", "", tiles, 3), tmp_path / "a.png", "t")
    with Image.open(path) as sheet:
        assert '"Label": "1"' in str(sheet.info["AIGC"])
        pixels = np.asarray(sheet).astype(int)
    stone = np.abs(pixels - lettering.ACCENT).max(2) < 3
    rows = np.flatnonzero(stone.any(1))
    assert np.ptp(rows) > 0.05 * 2 * min(pixels.shape[:2]), "two rows of 5 %"
    # The page is not empty below: type on the ground beside and under the tiles.
    assert (pixels[rows.max() + 10 :].max(2) > 200).sum() > 200


def test_a_sheet_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    sheet = page.page("t", "", [page.Tile(np.zeros((90, 90, 3), np.uint8), "", "")], 1)
    with pytest.raises(DisplayError, match="cannot be written"):
        page.save(sheet, tmp_path / "nowhere" / "a.png", "t")


def test_the_film_carries_pictures_voice_and_label(
    figure: Figure, spanish: Story, tmp_path: Path
) -> None:
    steps: list[int] = []
    path = film(figure, spanish, 0.5, tmp_path / "clip.webm", lambda: steps.append(1))
    assert len(steps) == 15
    film_file = cv2.VideoCapture(str(path))
    pictures = []
    while (read := film_file.read())[0]:
        pictures.append(read[1])
    film_file.release()
    assert len(pictures) == 15
    assert pictures[0].shape == (SIZE[1], SIZE[0], 3)
    stone = np.abs(pictures[-1][..., ::-1].astype(int) - lettering.ACCENT).max(2) < 24
    assert np.ptp(np.flatnonzero(stone.sum(1) > 20)) > 0.1 * SIZE[1], "the seal in every picture"
    raw = path.read_bytes()
    heard = [packet for at, packet in read_ogg(spanish.baked.audio).packets if at < 500]
    assert len(heard) == 25
    assert all(packet in raw for packet in heard)
    for word in (b"V_VP8", b"A_OPUS", b"AIGC", "人工智能生成".encode()):
        assert word in raw


def test_the_voices_packets_last_as_long_as_the_voice(spanish: Story) -> None:
    sound = read_ogg(spanish.baked.audio)
    whole = soundfile.info(spanish.baked.audio).duration
    at, _ = sound.packets[-1]
    assert whole - 0.03 < at / 1000 < whole + 0.03


def test_what_is_no_sound_and_what_is_no_film_is_refused(spanish: Story, tmp_path: Path) -> None:
    raw = spanish.baked.audio.read_bytes()
    bad = tmp_path / "bad"
    for content in (b"", b"OggS", raw[:-9], raw[:200], b"x" + raw):
        bad.write_bytes(content)
        with pytest.raises(NarrationError, match="the sound cannot be read"):
            read_ogg(bad)
        with pytest.raises(PresenterError, match="the pictures cannot be encoded"):
            read_ivf(bad)


def test_a_language_nobody_tells_is_refused_with_those_that_are_told() -> None:
    with pytest.raises(NarrationError) as refused:
        story(resources.demonstration(), "hostess", "de", 10.0)
    assert "en, es, fr, it, pt, zh-CN" in str(refused.value)
