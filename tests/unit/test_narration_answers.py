"""Answers are baked, found, checked and spoken as scripts are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kiosk.commands import check as command
from kiosk.narration.bake import Progress, Report, bake_pack, plan
from kiosk.narration.script.spoken import SpokenWord
from kiosk.narration.shelf import FOLDER, Shelf, key_of, recording_of
from kiosk.narration.told import GREETING, Told, answer_name, names_of, told
from kiosk.narration.voices.engine import RATE, Speech, Timed
from kiosk.packs.codes import Code
from kiosk.packs.model import Pack
from kiosk.packs.read import examine_pack, read_pack
from kiosk.show import spoken
from kiosk.show.programme import Item
from tests import explored_pack, good_pack

OAK = "questions/oak-why"
ANSWER = "Wood lets in a trace of air, and the wine slowly softens."


class Hums:
    """A studio whose every voice hums a sound for each word."""

    def engine(self, voice: str) -> Hums:
        """Itself, whatever the voice."""
        return self

    def speak(self, words: list[SpokenWord]) -> Speech:
        """A quarter of a second a word."""
        time = np.arange(int(0.25 * len(words) * RATE)) / RATE
        samples = (0.2 * np.sin(2 * np.pi * 220 * time)).astype(np.float32)
        symbols = [Timed("a", 0.25 * i, 0.25 * i + 0.25, i) for i in range(len(words))]
        return Speech(samples, tuple(symbols))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pack = explored_pack.write(tmp_path, media=False)
    (pack / "voice" / "en" / "land.wav").unlink()  # one byte: it could not be aligned
    return pack


@pytest.fixture
def pack(folder: Path) -> Pack:
    return read_pack(folder)


def bake(pack: Pack) -> tuple[Report, list[Progress]]:
    seen: list[Progress] = []
    report = bake_pack(pack, pack.languages, seen.append, lambda: False, studio=Hums())
    return report, seen


def asked(pack: Pack, name: str) -> Item:
    """What a visitor is told over the first scene's picture."""
    return Item(pack, pack.scenes[0], "en", name)


def narration(folder: Path) -> list[tuple[Code, str, str]]:
    return [(f.code, f.where, f.key) for f in command.check_narration(folder)]


def test_all_that_is_said_has_a_name(pack: Pack) -> None:
    scenes = ["land", "harvest", "press", "crianza", "live"]
    assert names_of(pack) == [*scenes, OAK, "questions/pork"]
    assert answer_name("oak-why") == OAK


def test_an_answer_brings_the_readings_of_its_file_and_its_own(pack: Pack) -> None:
    assert told(pack, OAK, "zh-CN") == Told(
        "木头透气，酒在里面慢慢变得柔和。",
        (("里奥哈", "li3 ao4 ha1"), ("透气", "tou4 qi4")), "zh-CN",
    )  # fmt: skip
    assert told(pack, OAK, "en") == Told(ANSWER, (), "en")
    assert told(pack, "questions/land", "en") is None
    assert told(pack, "oak-why", "en") is None


def test_an_answer_that_fell_back_is_told_as_it_is_written(folder: Path) -> None:
    good_pack.edit(folder, "text/en.toml", f'answer = "{ANSWER}"\n', "")
    pack = read_pack(folder)
    assert told(pack, OAK, "en") == told(pack, OAK, "zh-CN")
    assert key_of(pack, OAK, "en", "kokoro:af_heart") == key_of(pack, OAK, "zh-CN")


def test_a_question_and_a_scene_of_the_same_id_are_two(folder: Path) -> None:
    good_pack.edit(folder, "winery.toml", 'id = "pork"', 'id = "land"')
    for language in ("zh-CN", "en"):
        good_pack.edit(folder, f"text/{language}.toml", "[questions.pork]", "[questions.land]")
    pack = read_pack(folder)
    assert key_of(pack, "land", "en") != key_of(pack, "questions/land", "en")
    assert len(plan(pack, ["en"], {})) == 7


def test_answers_are_baked_once_kept_and_found(pack: Pack) -> None:
    report, seen = bake(pack)
    assert (report.baked, report.failures) == (14, [])
    assert [one.name for one in seen if one.language == "en"][-2:] == [OAK, "questions/pork"]
    again, _ = bake(pack)
    assert (again.baked, again.kept, again.removed) == (0, 14, 0)
    found = Shelf(pack).find(OAK, "en")
    assert found is not None
    assert found.track.cues[0].text.startswith("Wood lets in")


def test_a_changed_answer_is_baked_anew_and_the_old_one_goes(folder: Path) -> None:
    bake(read_pack(folder))
    good_pack.edit(folder, "text/en.toml", "slowly softens", "softens slowly")
    changed = read_pack(folder)
    assert Shelf(changed).find(OAK, "en") is None
    assert narration(folder) == [
        (Code.NARRATION_STALE, "text/en.toml", "questions.oak-why.answer")
    ]
    report, _ = bake(changed)
    assert (report.baked, report.kept, report.removed) == (1, 13, 2)
    assert narration(folder) == []


def test_answers_that_are_not_baked_are_named_with_their_line(folder: Path) -> None:
    pack = read_pack(folder)
    bake(pack)
    for language in pack.languages:
        (folder / FOLDER / f"{key_of(pack, OAK, language)}.ogg").unlink()
    findings = command.check_narration(folder)
    assert [(f.where, f.key) for f in findings] == [
        ("text/zh-CN.toml", "questions.oak-why.answer"),
        ("text/en.toml", "questions.oak-why.answer"),
    ]
    assert findings[1].line == good_pack.line_of(folder, "text/en.toml", "answer = \"Wood")


def test_an_answer_that_fell_back_is_counted_once(folder: Path) -> None:
    good_pack.edit(folder, "text/en.toml", explored_pack.ENGLISH, "")
    keys = [key for _, where, key in narration(folder) if "questions" in key]
    assert keys == ["questions.oak-why.answer", "questions.pork.answer"]


def test_a_recorded_answer_has_its_own_place(folder: Path) -> None:
    pack = read_pack(folder)
    before = key_of(pack, OAK, "en")
    recording = folder / "voice" / "en" / "questions" / "oak-why.wav"
    recording.parent.mkdir()
    recording.write_bytes(b"x")
    assert recording_of(pack, OAK, "en") == pack.root / "voice/en/questions/oak-why.wav"
    assert key_of(pack, OAK, "en") != before


def test_a_baked_answer_is_spoken_soon(pack: Pack) -> None:
    bake(pack)
    speech = spoken.Speech()
    answer = speech.of(asked(pack, OAK))
    assert answer.audio is not None
    assert answer.track.language == "en"
    assert answer.lead == spoken.ANSWER_LEAD < spoken.LEAD
    assert speech.of(asked(pack, OAK)) is answer


def test_without_a_voice_it_is_captioned_in_silence(folder: Path) -> None:
    good_pack.edit(folder, "text/en.toml", f'answer = "{ANSWER}"\n', "")
    answer = spoken.Speech().of(asked(read_pack(folder), OAK))
    assert answer.audio is None
    assert answer.track.language == "zh-CN"
    assert "".join(cue.text for cue in answer.track.cues).startswith("木头透气")


def test_an_unknown_question_is_silence(pack: Pack) -> None:
    answer = spoken.Speech().of(asked(pack, "questions/why"))
    assert (answer.audio, answer.track.cues, answer.seconds) == (None, (), spoken.SHORTEST)


def test_a_greeting_is_said_in_the_languages_that_have_one(folder: Path) -> None:
    motto = 'motto = "Red clay above, cool stone below"\n'
    good_pack.edit(folder, "text/en.toml", motto, motto + 'greeting = "Welcome. Come closer."\n')
    pack = read_pack(folder)
    assert names_of(pack)[-1] == GREETING
    readings = pack.words["en"].readings
    assert told(pack, GREETING, "en") == Told("Welcome. Come closer.", readings, "en")
    assert told(pack, GREETING, "zh-CN") is None, "no greeting is another language's"
    assert (Code.NARRATION_MISSING, "text/en.toml", "winery.greeting") in narration(folder)
    bake(pack)
    assert narration(folder) == []
    said = spoken.Speech().of(asked(pack, GREETING))
    assert said.audio is not None
    assert said.lead == spoken.ANSWER_LEAD


def test_a_translation_without_the_greeting_is_told_of(folder: Path) -> None:
    motto = 'motto = "红土留水，冷石藏酒"\n'
    good_pack.edit(folder, "text/zh-CN.toml", motto, motto + 'greeting = "您好。"\n')
    found = [(f.code, f.where, f.key) for f in examine_pack(folder).report.findings]
    assert (Code.TEXT_MISSING, "text/en.toml", "winery.greeting") in found


def test_without_a_greeting_nothing_is_to_be_baked(pack: Pack) -> None:
    assert GREETING not in names_of(pack)
    assert told(pack, GREETING, "en") is None
