"""Numbers, units, vintages and ranges are read as a native would."""

import re

import pytest

from kiosk.narration.script import han_numbers
from kiosk.narration.script.cardinals import LIMIT, cardinal, year
from kiosk.narration.script.reader import read_script, spell_out


def said(text: str, language: str) -> str:
    return " ".join(word.spoken for word in read_script(text, language, readings={}))


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("2019", "en", "twenty nineteen"),
        ("1905", "en", "nineteen oh five"),
        ("2005", "en", "two thousand and five"),
        ("14 %", "en", "fourteen percent"),
        ("16–18 °C", "en", "sixteen to eighteen degrees Celsius"),
        ("1,200 m", "en", "one thousand two hundred metres"),
        ("1.200 m", "en", "one thousand two hundred metres"),
        ("13.5%", "en", "thirteen point five percent"),
        ("the 21st", "en", "the twenty-first"),
        ("1.200 m", "es", "mil doscientos metros"),
        ("13,5 %", "es", "trece coma cinco por ciento"),
        ("21 m", "es", "veintiún metros"),
        ("31 ha", "es", "treinta y una hectáreas"),
        ("siglo XIX", "es", "siglo diecinueve"),
        ("2019", "it", "duemiladiciannove"),
        ("1988", "it", "millenovecentottantotto"),
        ("XIX secolo", "it", "diciannovesimo secolo"),
        ("43", "it", "quarantatré"),
        ("1 200 m", "fr", "mille deux cents mètres"),
        ("XIXe siècle", "fr", "dix-neuvième siècle"),
        ("71 et 91", "fr", "soixante et onze et quatre-vingt-onze"),
        ("5e, 9e, 80e", "fr", "cinquième neuvième quatre-vingtième"),
        ("9.000 garrafas", "pt", "nove mil garrafas"),
        ("2019", "pt", "dois mil e dezenove"),
        ("1932", "pt", "mil novecentos e trinta e dois"),
        ("1985", "de", "neunzehnhundertfünfundachtzig"),
        ("1 °C", "de", "ein Grad"),
        ("DOCG", "it", "D O C G"),
        ("pH 3,4", "es", "P H tres coma cuatro"),
    ],
)
def test_reading_of_quantities(text: str, language: str, wanted: str) -> None:
    assert said(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2019年", "二零一九年"),
        ("13.5%", "百分之十三点五"),
        ("16–18°C", "十六到十八摄氏度"),
        ("1,200米", "一千二百米"),
        ("2个", "两个"),
        ("第2步", "第二步"),
        ("20304瓶", "两万零三百零四瓶"),
        ("10", "十"),
        ("110", "一百一十"),
        ("-5°C", "零下五摄氏度"),
        ("2年", "两年"),
        ("0.75L", "零点七五升"),
    ],
)
def test_reading_of_quantities_in_mandarin(text: str, wanted: str) -> None:
    assert said(text, "zh").replace(" ", "") == wanted


def test_every_language_counts_without_gaps() -> None:
    for language in ("en", "es", "it", "fr", "pt", "de"):
        seen = {cardinal(number, language) for number in range(2500)}
        assert len(seen) == 2500, language
        assert not any("  " in words or words[-1] == "-" for words in seen)


def test_number_words_are_bounded() -> None:
    assert cardinal(LIMIT - 1, "fr").startswith("neuf cent quatre-vingt-dix-neuf")
    with pytest.raises(ValueError, match="cannot spell"):
        cardinal(LIMIT, "en")
    assert said("9" * 13, "en") == " ".join(["nine"] * 13)


def test_years_outside_history_are_counted() -> None:
    assert year(900, "en") == "nine hundred"
    assert year(2100, "en") == "two thousand one hundred"


def test_mandarin_zeros_and_ten_thousands() -> None:
    assert han_numbers.cardinal(100_000_000) == "一亿"
    assert han_numbers.cardinal(10_010) == "一万零一十"
    assert han_numbers.cardinal(2_000) == "两千"


def test_acronyms_are_spelled_and_names_are_not() -> None:
    assert spell_out("AOC") == "A O C"
    assert spell_out("RIOJA") == "RIOJA"
    assert spell_out("Rioja") == "Rioja"


def test_words_know_their_characters() -> None:
    script = "Bajo la sierra, a 16–18 °C: ¿y el vino?"
    words = read_script(script, "es", readings={})
    assert all(script[word.start : word.end] == word.text for word in words)
    assert [word.mark for word in words if word.mark] == [",", ":", "?"]
    assert not re.search(r"\d", " ".join(word.spoken for word in words))


def test_latin_names_inside_chinese_are_said_in_their_own_language() -> None:
    words = read_script("2019年的Rioja DOCG酒", "zh", readings={}, foreign="es")
    assert [(w.text, w.language) for w in words if w.text.isascii()] == [
        ("Rioja", "es"), ("DOCG", "en"),
    ]


def test_a_given_reading_takes_the_whole_word_only() -> None:
    words = read_script("Rio y Rioja", "es", readings={"rio": "/x/", "Rioja": "/y/"})
    assert [(word.text, word.reading) for word in words] == [
        ("Rio", "/x/"), ("y", ""), ("Rioja", "/y/"),
    ]
