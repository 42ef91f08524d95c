"""Pinyin, tone changes and the lexicon."""

import pytest

from kiosk.errors import NarrationError
from kiosk.narration.phonemes import sandhi
from kiosk.narration.phonemes.lexicon import CHINESE, OTHERS, check_reading, readings_for
from kiosk.narration.phonemes.mandarin import Segmenter, clause_symbols, syllables_of
from kiosk.narration.phonemes.pinyin import divide, parse, symbols
from kiosk.narration.phonemes.polyphones import settle
from kiosk.narration.script.reader import read_script
from kiosk.narration.speech import Line, spoken_words


@pytest.mark.parametrize(
    ("pinyin", "wanted"),
    [
        ("chen2", "ꭧʰə↗n"), ("niang4", "nja↘ŋ"), ("shi4", "ʂɨ↘"), ("zi5", "ʦɨ"),
        ("xue3", "ɕɥe↓"), ("jiu3", "ʨjou↓"), ("lü4", "ly↘"), ("nv3", "ny↓"), ("er4", "ɚ↘"),
        ("yuan2", "ɥɛ↗n"), ("you3", "jou↓"), ("wei4", "wei↘"), ("bo1", "pwo→"),
        ("gui4", "kwei↘"), ("yong4", "jʊ↘ŋ"), ("quan1", "ʨʰɥɛ→n"), ("wu3", "u↓"),
        ("yi1", "i→"), ("e4", "ɤ↘"), ("nun4", "nwə↘n"),
    ],
)
def test_transcription(pinyin: str, wanted: str) -> None:
    assert symbols(parse(pinyin)[0]) == wanted


@pytest.mark.parametrize("bad", ["chen", "xq1", "chen6", "陈2", "chen2niang4"])
def test_malformed_pinyin_is_refused(bad: str) -> None:
    with pytest.raises(NarrationError, match="pinyin"):
        parse(bad)


def test_initials_and_finals() -> None:
    assert divide("zhuang") == ("zh", "uang")
    assert divide("xun") == ("x", "ün")
    assert divide("lun") == ("l", "uen")


def tones(words: list[str]) -> str:
    return " ".join(
        "".join(str(one.tone) for one in word)
        for word in sandhi.third_tones([list(parse(word)) for word in words])
    )


def test_third_tones() -> None:
    assert tones(["sao3 ma3"]) == "23"
    assert tones(["hao3", "jiu3"]) == "2 3"
    assert tones(["hen3", "mei3 li4"]) == "2 34"
    assert tones(["pu2 tao2", "jiu3"]) == "22 3"
    assert tones(["shui3 guo3", "xing3 jiu3"]) == "23 23"


@pytest.mark.parametrize(
    ("text", "pinyin", "wanted"),
    [
        ("一个", "yi1 ge4", "24"), ("一年", "yi1 nian2", "42"), ("第一年", "di4 yi1 nian2", "412"),
        ("十一月", "shi2 yi1 yue4", "214"), ("不会", "bu4 hui4", "24"),
        ("不好", "bu4 hao3", "43"), ("一九三二", "yi1 jiu3 san1 er4", "1314"),
        ("一百", "yi1 bai3", "43"),
    ],
)
def test_numerals_change_tone(text: str, pinyin: str, wanted: str) -> None:
    changed = sandhi.numerals(text, list(parse(pinyin)))
    assert "".join(str(one.tone) for one in changed) == wanted


def test_lexicon_is_well_formed() -> None:
    for word, reading in CHINESE.items():
        check_reading(word, reading)
    for table in OTHERS.values():
        for word, reading in table.items():
            check_reading(word, reading)


def test_packs_readings_win_and_are_checked() -> None:
    merged = readings_for("zh", {"扫码": "sao4 ma3"}, (("老藤", "lao3 teng2"),))
    assert merged["扫码"] == "sao4 ma3"
    with pytest.raises(NarrationError, match="syllables"):
        readings_for("zh", {"扫码": "sao3"})


def test_lexicon_words_stay_whole_and_are_read_as_given() -> None:
    readings = readings_for("zh", {"雁屿坊": "yan4 yu3 fang2"})
    words = read_script(
        "雁屿坊陈酿", "zh", readings={}, known=readings, segment=Segmenter(readings)
    )
    assert [word.text for word in words] == ["雁屿坊", "陈酿"]
    assert [str(one) for one in syllables_of(words[0])] == ["yan4", "yu3", "fang2"]


def test_a_clause_has_symbols_for_every_word() -> None:
    readings = readings_for("zh")
    words = read_script("请扫码", "zh", readings={}, known=readings, segment=Segmenter(readings))
    assert clause_symbols(words) == ["ʨʰi↓ŋ ", "sau↗ma↓ "]


@pytest.mark.parametrize(
    ("script", "wanted"),
    [
        ("压力升得很慢", "de5"), ("根得往下找", "dei3"), ("值得等", "de2"),
        ("四十只小样", "zhi1"), ("只留五串", "zhi3"), ("荸荠种", "zhong3"),
        ("三种葡萄", "zhong3"), ("才种它", "zhong4"), ("甜的干的", "gan1"),
        ("一公顷种八千株", "zhong4"),
    ],
)
def test_doubtful_characters_are_settled_by_their_neighbours(script: str, wanted: str) -> None:
    doubtful = next(character for character in script if character in "得只种干")
    place = script.index(doubtful)
    words = read_script(script, "zh", readings={}, segment=Segmenter({}))
    assert "".join(word.text for word in words) == script
    word = next(word for word in words if word.start <= place < word.end)
    before, after = script[word.start - 1 : word.start], script[word.end : word.end + 1]
    settled = settle(word.text, before, after, syllables_of(word))
    assert str(settled[place - word.start]) == wanted


def test_readings_are_used_inside_a_run_of_characters() -> None:
    line = Line("先把石桌擦干再调配", (("擦干", "ca1 gan1"),), "zh-CN", "kokoro:zf_xiaoxiao")
    readings = {word.text: word.reading for word in spoken_words(line)}
    assert readings["擦干"] == "ca1 gan1"
    assert readings["调配"] == "tiao2 pei4"
