"""When a step's diagram takes its picture's place: after a thought, never too late to be read."""

import pytest

from kiosk.narration.track import Cue, Track
from kiosk.show.diagrams import EARLIEST, LATEST, NEEDED, explained_from
from kiosk.show.spoken import LEAD, Spoken


def spoken(duration: float, *cues: tuple[str, float, float]) -> Spoken:
    told = tuple(Cue(text, start, end, 0, len(text)) for text, start, end in cues)
    track = Track("", "en", "", duration, cues=told)
    return Spoken(track, None, LEAD)


def test_it_comes_with_the_first_sentence_that_ends_in_time() -> None:
    scene = spoken(20.0, ("Short.", 0.2, 1.0), ("A thought,", 1.0, 4.0), ("an end.", 4.0, 6.5),
                   ("Another.", 6.5, 8.5), ("The rest.", 8.5, 20.0))  # fmt: skip
    assert explained_from(scene) == 6.5


def test_without_a_sentence_that_ends_in_time_it_comes_after_a_third() -> None:
    scene = spoken(18.0, ("Too early.", 0.0, EARLIEST * 18 - 0.1), ("a comma,", 3.2, 6.5),
                   ("too late.", 6.5, LATEST * 18 + 0.1))  # fmt: skip
    assert explained_from(scene) == pytest.approx(6.0)


def test_chinese_sentences_end_too() -> None:
    scene = spoken(20.0, ("皮要破，", 0.0, 4.0), ("籽不能碎。", 4.0, 7.0))
    assert explained_from(scene) == 7.0


def test_a_scene_too_short_keeps_its_picture() -> None:
    assert explained_from(spoken(3.0)) is None
    length = 20.0
    due = explained_from(spoken(length))
    assert due is not None
    assert spoken(length).seconds - LEAD - due >= NEEDED
