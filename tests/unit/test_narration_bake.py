"""Baking: what is missing is made, what is there is kept, what is stale goes, nothing breaks."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.commands import narrate as command
from kiosk.errors import NarrationError, UsageError
from kiosk.narration import key as key_module
from kiosk.narration.bake import Progress, bake_pack, is_baked
from kiosk.narration.key import narration_key
from kiosk.narration.script.spoken import SpokenWord
from kiosk.narration.shelf import Shelf, chosen_voices, foreign_language, voice_for
from kiosk.narration.track import read_track
from kiosk.narration.voices.catalogue import (
    VOICES,
    default_voice,
    dialect_of,
    divide_voice,
    find_voice,
)
from kiosk.narration.voices.engine import RATE, Speech, Timed
from kiosk.narration.voices.studio import STYLES
from kiosk.packs.model import (
    Media,
    Origin,
    Pack,
    Scene,
    SceneKind,
    SceneWords,
    Theme,
    Words,
)


class Voice:
    """Hums a sound for each word."""

    def speak(self, words: list[SpokenWord]) -> Speech:
        if any(word.text == "unsayable" for word in words):
            raise NarrationError("this cannot be said")
        time = np.arange(int(0.25 * len(words) * RATE)) / RATE
        samples = (0.2 * np.sin(2 * np.pi * 220 * time)).astype(np.float32)
        symbols = [Timed("a", 0.25 * i, 0.25 * i + 0.25, i) for i in range(len(words))]
        return Speech(samples, tuple(symbols))


class Hums:
    """A studio whose every voice hums."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def engine(self, voice: str) -> Voice:
        self.asked.append(voice)
        return Voice()


def pack_at(root: Path, **scripts: str) -> Pack:
    told = scripts or {"land": "Red clay keeps the rain.", "harvest": "We pick by hand."}
    scenes = tuple(Scene(name, SceneKind.STORY, Media(root / "x.webp")) for name in told)
    words = {
        language: Words(
            language,
            "Name",
            "Place",
            "Motto",
            scenes={name: SceneWords(name, "", script) for name, script in told.items()},
        )
        for language in ("en", "es")
    }
    return Pack(
        "demo",
        root,
        "1",
        Origin("ES", 42.0, -2.0),
        ("en", "es"),
        Theme("#000000", "#ffffff", "#000000", "#ffffff", "#ff0000", "#550000", "clay"),
        "hostess",
        {},
        scenes,
        (),
        (),
        words,
    )


def bake(pack: Pack, studio: Hums, **options: object) -> tuple[object, list[Progress]]:
    seen: list[Progress] = []
    languages = options.pop("languages", pack.languages)
    cancelled = options.pop("cancelled", lambda: False)
    report = bake_pack(pack, languages, seen.append, cancelled, studio=studio, **options)  # type: ignore[arg-type]
    return report, seen


def test_everything_is_baked_once_and_found(tmp_path: Path) -> None:
    pack, studio = pack_at(tmp_path), Hums()
    report, seen = bake(pack, studio, jobs=2)
    assert (report.baked, report.kept, report.failures) == (4, 0, [])  # type: ignore[attr-defined]
    assert [one.done for one in seen] == [1, 2, 3, 4]
    found = Shelf(pack).find("land", "es")
    assert found is not None
    assert found.track.language == "es"
    assert found.track.words[0].text == "Red"
    assert found.track.cues[0].text == "Red clay keeps the rain."
    samples, rate = soundfile.read(found.audio)
    assert rate == RATE
    assert len(samples) / rate == pytest.approx(found.track.duration, abs=0.001)
    again, _ = bake(pack, studio)
    assert (again.baked, again.kept) == (0, 4)  # type: ignore[attr-defined]
    assert len(studio.asked) == 4


def test_a_changed_script_is_baked_anew_and_the_old_one_goes(tmp_path: Path) -> None:
    bake(pack_at(tmp_path), Hums())
    changed = pack_at(tmp_path, land="White clay keeps the rain.", harvest="We pick by hand.")
    assert Shelf(changed).find("land", "en") is None
    report, _ = bake(changed, Hums())
    assert (report.baked, report.kept, report.removed) == (2, 2, 4)  # type: ignore[attr-defined]
    assert len(list((tmp_path / "narration").iterdir())) == 8


def test_cancelling_keeps_what_is_done_and_removes_nothing(tmp_path: Path) -> None:
    bake(pack_at(tmp_path), Hums())
    changed = pack_at(tmp_path, a="One more.", b="Two more.", c="Three more.")
    answers = iter([False, False, True, True, True, True])
    report, _ = bake(changed, Hums(), cancelled=lambda: next(answers))
    assert report.cancelled  # type: ignore[attr-defined]
    assert report.removed == 0  # type: ignore[attr-defined]
    assert 1 <= report.baked <= 2  # type: ignore[attr-defined]
    rest, _ = bake(changed, Hums())
    assert rest.baked + report.baked == 6  # type: ignore[attr-defined]
    assert not rest.cancelled  # type: ignore[attr-defined]


def test_damaged_files_are_baked_again(tmp_path: Path) -> None:
    pack = pack_at(tmp_path)
    bake(pack, Hums())
    found = Shelf(pack).find("land", "en")
    assert found is not None
    found.track_file.write_bytes(found.track_file.read_bytes()[:40])
    assert not is_baked(tmp_path / "narration", found.audio.stem)
    other = Shelf(pack).find("harvest", "en")
    assert other is not None
    other.audio.write_bytes(b"")
    report, _ = bake(pack, Hums())
    assert report.baked == 2  # type: ignore[attr-defined]


def test_one_failure_is_told_and_stops_no_other(tmp_path: Path) -> None:
    bake(pack_at(tmp_path), Hums())
    pack = pack_at(tmp_path, bad="This is unsayable.", good="This is not.")
    report, _ = bake(pack, Hums(), jobs=2)
    assert report.baked == 2  # type: ignore[attr-defined]
    assert [(scene, lang) for scene, lang, _ in report.failures] == [  # type: ignore[attr-defined]
        ("bad", "en"),
        ("bad", "es"),
    ]
    assert report.removed == 0  # type: ignore[attr-defined]


def test_an_interrupt_leaves_only_whole_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = pack_at(tmp_path)

    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bake_pack(pack, pack.languages, stop, lambda: False, studio=Hums())
    for track in (tmp_path / "narration").glob("*.json"):
        assert is_baked(track.parent, track.stem)
        assert read_track(track).duration > 0
    assert not list((tmp_path / "narration").glob("*.part"))
    report, _ = bake(pack, Hums())
    assert report.kept + report.baked == 4  # type: ignore[attr-defined]


def test_a_voice_asked_for_is_found_by_the_shelf(tmp_path: Path) -> None:
    pack, studio = pack_at(tmp_path), Hums()
    bake(pack, studio, voices={"es": "kokoro:em_alex"})
    assert "kokoro:em_alex" in studio.asked
    assert chosen_voices(tmp_path) == {"es": "kokoro:em_alex"}
    found = Shelf(pack).find("land", "es")
    assert found is not None
    assert found.track.voice == "kokoro:em_alex"
    report, _ = bake(pack, studio)
    assert report.kept == 4  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "raw", [b"", b"[1]", b'{"es": 5}', b'{"es": "../x"}', b"\xff", b"[" * 9999]
)
def test_a_broken_choice_of_voices_chooses_nothing(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "narration").mkdir()
    (tmp_path / "narration" / "voices.json").write_bytes(raw)
    assert chosen_voices(tmp_path) == {}


def test_a_scene_that_fell_back_is_spoken_in_the_language_it_is_written_in(
    tmp_path: Path,
) -> None:
    pack = pack_at(tmp_path, land="Red clay keeps the rain.", harvest="We pick by hand.")
    first, other = pack.languages[:2]
    theirs = {
        name: replace(pack.words[first].scenes[name], language=first)
        for name in pack.words[first].scenes
    }
    spanish = replace(pack.words[other].scenes["land"], script="Arcilla.", language=other)
    pack = replace(pack, words={
        **pack.words,
        other: replace(pack.words[other], scenes={**theirs, "land": spanish}),
    })
    studio = Hums()
    bake(pack, studio, languages=[other])
    shelf = Shelf(pack)
    own, fell_back = shelf.find("land", other), shelf.find("harvest", other)
    assert own and fell_back
    assert own.track.language == other
    assert fell_back.track.language == first
    assert shelf.find("harvest", first).audio == fell_back.audio  # type: ignore[union-attr]
    assert set(studio.asked) == {voice_for(pack, first), voice_for(pack, other)}


def test_recordings_are_part_of_the_key(tmp_path: Path) -> None:
    pack = pack_at(tmp_path)
    bake(pack, Hums())
    folder = tmp_path / "voice" / "en"
    folder.mkdir(parents=True)
    time = np.arange(int(1.3 * RATE)) / RATE
    soundfile.write(folder / "land.wav", 0.2 * np.sin(2 * np.pi * 300 * time), RATE)
    assert Shelf(pack).find("land", "en") is None
    bake(pack, Hums())
    found = Shelf(pack).find("land", "en")
    assert found is not None
    assert found.track.voice == "recorded:voice"


def test_scenes_without_words_are_silent(tmp_path: Path) -> None:
    pack = pack_at(tmp_path, land="  ")
    report, _ = bake(pack, Hums())
    assert report.baked == 0  # type: ignore[attr-defined]
    assert Shelf(pack).find("land", "en") is None
    assert Shelf(pack).find("nowhere", "en") is None


def differs(change: Callable[[], str], base: str) -> None:
    assert change() != base


def test_the_key_follows_everything_that_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    base = narration_key("Hola Rioja", (), "es", "kokoro:ef_dora")
    assert len(base) == 20
    assert int(base, 16) >= 0
    assert base == narration_key("Hola Rioja", (("Barolo", "/x/"),), "es", "kokoro:ef_dora")
    differs(lambda: narration_key("Hola Rioja.", (), "es", "kokoro:ef_dora"), base)
    differs(lambda: narration_key("Hola Rioja", (("rioja", "/x/"),), "es", "kokoro:ef_dora"), base)
    differs(lambda: narration_key("Hola Rioja", (), "en", "kokoro:ef_dora"), base)
    differs(lambda: narration_key("Hola Rioja", (), "es", "kokoro:em_alex"), base)
    differs(lambda: narration_key("Hola Rioja", (), "es", "kokoro:ef_dora", recording="a"), base)
    differs(lambda: narration_key("Hola Rioja", (), "es", "kokoro:ef_dora", speed=0.9), base)
    monkeypatch.setattr(key_module, "BAKING_VERSION", key_module.BAKING_VERSION + 1)
    differs(lambda: narration_key("Hola Rioja", (), "es", "kokoro:ef_dora"), base)


def test_a_language_revised_is_baked_again_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def keys() -> dict[str, str]:
        zh, fr, es = "kokoro:zf_xiaoxiao", "kokoro:ff_siwis", "kokoro:ef_dora"
        return {
            "fr": narration_key("Le vin", (), "fr-FR", fr),
            "es": narration_key("El vino", (), "es", es),
            "zh": narration_key("红酒", (), "zh-CN", zh, foreign="fr"),
            "zh with French": narration_key("Merlot 红酒", (), "zh-CN", zh, foreign="fr"),
            "zh with English": narration_key("Merlot 红酒", (), "zh-CN", zh, foreign="en"),
        }

    before = keys()
    revised = key_module.REVISIONS.get("fr", 0) + 1
    monkeypatch.setattr(key_module, "REVISIONS", {**key_module.REVISIONS, "fr": revised})
    after = keys()
    assert {name for name in before if before[name] != after[name]} == {"fr", "zh with French"}


def test_voices_suit_the_presenter_and_are_there() -> None:
    assert default_voice("zh-CN", "hostess").startswith("kokoro:zf_")
    assert default_voice("pt", "vintner").startswith("kokoro:pm_")
    assert default_voice("fr", "vintner") == "kokoro:ff_siwis"
    assert default_voice("de", "hostess") == "system:de"
    for voice in VOICES:
        assert (STYLES / f"{voice.name}.bin").stat().st_size == 510 * 256 * 4
    assert dialect_of("kokoro:bm_george") == "en-gb"
    with pytest.raises(NarrationError, match="names no voice"):
        divide_voice("nonsense")
    with pytest.raises(NarrationError, match="no neural voice"):
        find_voice("zz")


def test_the_packs_voice_comes_before_the_default(tmp_path: Path) -> None:
    pack = replace(pack_at(tmp_path), voices={"en": "kokoro:bm_george"})
    assert voice_for(pack, "en") == "kokoro:bm_george"
    assert voice_for(pack, "es") == default_voice("es", "hostess")
    assert foreign_language(pack) == "es"


def arguments(*given: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return parser.parse_args(list(given))


def test_the_command_bakes_and_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = pack_at(tmp_path)
    monkeypatch.setattr(command, "read_pack", lambda _: pack)
    monkeypatch.setattr(command, "Studio", lambda jobs: Hums())
    assert command.run(arguments(str(tmp_path), "--lang", "en", "--jobs", "1")) == 0
    out = capsys.readouterr().out
    assert "demo 1/2 en land" in out
    assert "2 baked, 0 already there" in out
    assert command.run(arguments(str(tmp_path), "--lang", "en", "--jobs", "1")) == 0
    assert "0 baked, 2 already there" in capsys.readouterr().out


@pytest.mark.parametrize(
    "given", [("--lang", "xx"), ("--voice", "en"), ("--jobs", "0"), ("--voice", "=kokoro:ef_dora")]
)
def test_the_command_refuses_what_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: tuple[str, ...]
) -> None:
    monkeypatch.setattr(command, "read_pack", lambda _: pack_at(tmp_path))
    with pytest.raises(UsageError):
        command.run(arguments(str(tmp_path), *given))


def test_the_command_fails_when_a_line_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = pack_at(tmp_path, bad="This is unsayable.")
    monkeypatch.setattr(command, "read_pack", lambda _: pack)
    monkeypatch.setattr(command, "Studio", lambda jobs: Hums())
    assert command.run(arguments(str(tmp_path))) == NarrationError.exit_code
    assert "demo/en/bad: this cannot be said." in capsys.readouterr().err
