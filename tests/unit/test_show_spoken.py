"""How long scenes last, which caption is up, and where in a translation a listener is."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.narration.key import narration_key
from kiosk.narration.shelf import FOLDER, foreign_language, voice_for
from kiosk.narration.track import Cue, Track, write_track
from kiosk.packs.model import Pack, SceneWords, Words
from kiosk.show.programme import Item
from kiosk.show.spoken import (
    KEPT,
    LEAD,
    SHORTEST,
    TAIL,
    Speech,
    Spoken,
    cue_at,
    passages,
    same_passage,
)
from tests.fakes import pack

CHINESE = "红土留水。山挡住雨！葡萄在九月采收？“好年份。”酒在石窖里睡两年。"
ENGLISH = (
    "Red clay keeps water. Mountains stop rain! Picked in September? “A good year.” It sleeps."
)
QUICK = settings(max_examples=200, deadline=None, database=None, derandomize=True)


def track(duration: float, *cues: Cue) -> Track:
    return Track("", "en", "", duration, cues=cues)


def test_a_scene_lasts_for_its_narration_and_its_pauses() -> None:
    assert Spoken(track(20.0), None, LEAD).seconds == LEAD + 20.0 + TAIL
    assert Spoken(track(20.0), None, 0.1).seconds == pytest.approx(21.5)


def test_no_scene_flickers() -> None:
    assert Spoken(track(0.5), None, LEAD).seconds == SHORTEST == 7.0


def test_cue_edges() -> None:
    first, second = Cue("a", 0.5, 2.0, 0, 1), Cue("b", 2.0, 3.0, 1, 2)
    third = Cue("c", 4.0, 5.0, 2, 3)
    one = track(6.0, first, second, third)
    times = {
        -1.0: None, 0.0: None, 0.499: None, 0.5: first, 1.999: first, 2.0: second,
        2.999: second, 3.0: None, 3.999: None, 4.0: third, 4.999: third, 5.0: None, 99.0: None,
    }  # fmt: skip
    assert {at: cue_at(one, at) for at in times} == times
    assert cue_at(track(6.0), 1.0) is None


@pytest.mark.parametrize(
    ("script", "sentences"),
    [
        ("", [""]),
        ("One.", ["One."]),
        ("One. Two", ["One. ", "Two"]),
        ("13.5 per cent. Two!", ["13.5 per cent. ", "Two!"]),
        ("Really?! Yes.", ["Really?! ", "Yes."]),
        ("红土。石窖。", ["红土。", "石窖。"]),
        ("红土！\n石窖。\n", ["红土！\n", "石窖。\n"]),
        ("“好。”他说。", ["“好。”", "他说。"]),
        ("他说：“好。”", ["他说：“好。”"]),
        ("She said “good.” Then she left.", ["She said “good.” ", "Then she left."]),
        ('"Now." (Yes.) So', ['"Now." ', "(Yes.) ", "So"]),
        ("Wait… Now.", ["Wait… ", "Now."]),
    ],
)
def test_passages_are_sentences(script: str, sentences: list[str]) -> None:
    starts = passages(script)
    ends = [*starts[1:], len(script)]
    assert [script[start:end] for start, end in zip(starts, ends, strict=True)] == sentences


def test_a_sentence_begins_where_its_translation_begins() -> None:
    here, there = passages(CHINESE), passages(ENGLISH)
    assert len(here) == len(there) == 5
    for start, other in zip(here, there, strict=True):
        at = same_passage(start / len(CHINESE), CHINESE, ENGLISH)
        assert at * len(ENGLISH) == pytest.approx(other, abs=1e-6)
        back = same_passage(other / len(ENGLISH), ENGLISH, CHINESE)
        assert back * len(CHINESE) == pytest.approx(start, abs=1e-6)


def test_the_middle_of_a_sentence_is_the_middle_of_its_translation() -> None:
    told, other = "abcd. ef.", "ABCDEFGH. I."
    assert same_passage(3 / len(told), told, other) * len(other) == pytest.approx(5.0)


def test_where_the_counts_differ_the_share_of_the_whole_counts() -> None:
    assert same_passage(0.4, "One. Two.", "一。二。三。") == 0.4
    assert same_passage(0.4, "", "一。") == 0.4
    assert same_passage(0.4, "One.", "") == 0.4


@QUICK
@given(
    st.lists(st.text("ab 。.!” ", max_size=12), min_size=1, max_size=6),
    st.lists(st.text("xy 。.?” ", max_size=20), min_size=1, max_size=6),
)
def test_the_place_never_runs_backwards_nor_out_of_the_script(
    told: list[str], other: list[str]
) -> None:
    script, translation = ". ".join(told), "。".join(other)
    places = [same_passage(step / 50, script, translation) for step in range(51)]
    assert all(before <= after + 1e-9 for before, after in pairwise(places))
    assert all(0.0 <= place <= 1.0 + 1e-9 for place in places)


def spoken_pack(root: Path, count: int = 1) -> Pack:
    """A pack on disk as far as its narration goes."""
    words = {f"s{number}": SceneWords("T", "L", ENGLISH) for number in range(count)}
    told = Words("en", "House", "Rioja", "", words)
    return pack("rioja", list(words), ("en",), words={"en": told}, root=root)


def bake(one: Pack, scene_id: str) -> Path:
    """Lay a narration of 12.5 s on the pack's shelf."""
    key = narration_key(
        ENGLISH, (), "en", voice_for(one, "en"), foreign=foreign_language(one), recording=""
    )
    folder = one.root / FOLDER
    folder.mkdir()
    (folder / f"{key}.ogg").write_bytes(b"x")
    path = folder / f"{key}.json"
    write_track(path, Track(key, "en", "kokoro:af_heart", 12.5, cues=(Cue("Hi", 0, 1, 0, 2),)))
    return path


def test_what_is_baked_is_spoken(tmp_path: Path) -> None:
    one = spoken_pack(tmp_path)
    path = bake(one, "s0")
    spoken = Speech().of(Item(one, one.scenes[0], "en"))
    assert spoken.audio == path.with_suffix(".ogg")
    assert spoken.track.duration == 12.5
    assert spoken.seconds == LEAD + 12.5 + TAIL


def test_without_a_narration_captions_are_timed_for_reading(tmp_path: Path) -> None:
    one = spoken_pack(tmp_path)
    spoken = Speech().of(Item(one, one.scenes[0], "en"))
    assert spoken.audio is None
    assert len(spoken.track.cues) >= 2
    assert "".join(cue.text for cue in spoken.track.cues).startswith("Red clay")
    assert 4.0 < spoken.track.duration < 12.0


def test_a_damaged_track_is_told_in_silence(tmp_path: Path) -> None:
    one = spoken_pack(tmp_path)
    bake(one, "s0").write_text("{broken", "utf-8")
    spoken = Speech().of(Item(one, one.scenes[0], "en"))
    assert spoken.audio is None
    assert spoken.track.cues


def test_a_recording_that_cannot_be_read_is_told_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = spoken_pack(tmp_path)
    recording = tmp_path / "voice" / "en" / "s0.wav"
    recording.parent.mkdir(parents=True)
    recording.write_bytes(b"x")
    real = Path.open

    def gone(path: Path, *rest: Any) -> object:
        if path == recording:
            raise OSError(5, "Input/output error")
        return real(path, *rest)

    monkeypatch.setattr(Path, "open", gone)
    assert Speech().of(Item(one, one.scenes[0], "en")).audio is None


def test_another_language_than_the_items_own(tmp_path: Path) -> None:
    one = pack("aa", ["one"], ("zh-CN", "en"), root=tmp_path)
    item = Item(one, one.scenes[0], "zh-CN")
    speech = Speech()
    assert speech.of(item).track.language == "zh-CN"
    assert speech.of(item, "en").track.language == "en"


def test_a_scene_without_words_is_silent_and_short(tmp_path: Path) -> None:
    one = pack("aa", ["one"], ("en",), words={"en": Words("en", "H", "P", "")}, root=tmp_path)
    spoken = Speech().of(Item(one, one.scenes[0], "en"))
    assert (spoken.audio, spoken.track.cues, spoken.seconds) == (None, (), SHORTEST)


def test_the_last_scenes_are_remembered_and_no_more(tmp_path: Path) -> None:
    one = spoken_pack(tmp_path, KEPT + 1)
    items = [Item(one, scene, "en") for scene in one.scenes]
    speech = Speech()
    first = speech.of(items[0])
    assert speech.of(items[0]) is first
    for item in items[1:KEPT]:
        speech.of(item)
    assert speech.of(items[0]) is first, "asked for again: not the oldest any more"
    second = speech.of(items[1])
    speech.of(items[KEPT])
    assert speech.of(items[0]) is first
    assert speech.of(items[1]) is second
    assert len(speech._kept) == KEPT
