"""Captions: cut at phrases, two lines, in time; and as WebVTT."""

import pytest

from kiosk.narration.captions import LINE_WIDTH, LONGEST, cut_cues, two_lines, width
from kiosk.narration.shelf import silent_track
from kiosk.narration.track import Cue, Word
from kiosk.narration.vtt import webvtt

SCRIPTS = {
    "en": "Under the Sierra, red clay keeps the rain of spring for the dry months. That is why we "
          "wait: the grapes ripen slowly, at 500 m, and the nights stay cool. “Nobody hurries "
          "here,” says the cellar master, who was born in the house above the vineyard.",
    "zh-CN": "青田的杨梅在六月成熟，前后只有十来天。凌晨四点，山里的雾还没有散，采果人已经提着"
             "竹篮上山。“杨梅不等人”，这是老人常说的一句话。采下的果子要在天亮之前送进酒坊，"
             "先用山泉水洗净，再铺开晾干。",
    "fr": "Le vin se repose ; la cave est sombre. Après dix-huit mois, on goûte, on assemble, "
          "et l'on met en bouteille !",
}
CLOSING = "，。、；：！？）】」』》”’,.;:!?)%"
OPENING = "（【「『《“‘(¿¡"


@pytest.mark.parametrize("language", SCRIPTS)
def test_captions_keep_the_rules(language: str) -> None:
    track = silent_track(SCRIPTS[language], language)
    assert len(track.cues) >= 2
    before = 0.0
    for cue in track.cues:
        lines = cue.text.split("\n")
        assert len(lines) <= 2
        assert all(0 < width(line) <= LINE_WIDTH for line in lines)
        assert all(line[0] not in CLOSING and line[-1] not in OPENING for line in lines)
        assert before <= cue.start < cue.end <= track.duration
        assert 1.0 <= cue.end - cue.start <= LONGEST + 0.6
        before = cue.end


@pytest.mark.parametrize("language", SCRIPTS)
def test_captions_show_every_character_once(language: str) -> None:
    script = SCRIPTS[language]
    cues = silent_track(script, language).cues
    shown = "".join(cue.text for cue in cues)
    assert "".join(shown.split()) == "".join(script.split())
    assert [cue.first for cue in cues[1:]] == [cue.last for cue in cues[:-1]]


def test_captions_are_cut_after_punctuation_when_there_is_some() -> None:
    cues = silent_track(SCRIPTS["zh-CN"], "zh-CN").cues
    assert all(cue.text[-1] in "，。；”" for cue in cues)


def test_quotes_stay_with_what_they_enclose() -> None:
    script = "他说。“好酒”，都笑了。"
    words = [Word("他说", 0, 2.4, 0, 2), Word("好酒", 3, 5.5, 4, 6), Word("都笑了", 6, 8, 8, 11)]
    cues = cut_cues(script, words, [".", ",", "."], 9.0)
    assert cues[0].text == "他说。"
    assert cues[1].text.startswith("“好酒”，")


def test_a_caption_follows_its_words() -> None:
    words = [Word("Uno", 1.0, 1.5, 0, 3), Word("dos", 9.0, 9.5, 5, 8)]
    cues = cut_cues("Uno. dos.", words, [".", "."], 11.0)
    assert [cue.text for cue in cues] == ["Uno.", "dos."]
    assert 0.8 <= cues[0].start <= 1.0
    assert cues[0].end < 3.0
    assert 8.8 <= cues[1].start <= 9.0


def test_one_endless_word_is_broken_too() -> None:
    assert "\n" in two_lines("x" * 70)


def test_no_words_no_captions() -> None:
    assert cut_cues("…", [], [], 1.0) == ()
    assert silent_track("", "en").cues == ()


def test_webvtt() -> None:
    text = webvtt([Cue("a <b> & c\nd", 0.5, 3661.25, 0, 5)])
    assert text == "WEBVTT\n\n1\n00:00:00.500 --> 01:01:01.250\na &lt;b&gt; &amp; c\nd\n"
