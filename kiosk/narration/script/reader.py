"""Reads a script into spoken words, each of which knows its place in the script."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from kiosk.narration.languages import is_han
from kiosk.narration.script import han_numbers, quantities
from kiosk.narration.script.cardinals import can_count, cardinal
from kiosk.narration.script.spoken import MARKS, SpokenWord, stronger

Segment = Callable[[str], list[str]]

_WORD = re.compile(r"[^\W\d_]+(?:['’\-·][^\W\d_]+)*['’]?")
_ROMAN = re.compile(r"(?=[XVI]{2,})X{0,3}(?:IX|IV|V?I{0,3})(?P<ending>e|ème|er)?(?![^\W\d_])")
_ORDINAL = re.compile(r"(\d+)(st|nd|rd|th|er|re|e|ème|º|ª|°(?=\s[^\W\d_]{3}))(?![^\W\d_])")
_AND = {"en": "and", "es": "y", "it": "e", "fr": "et", "pt": "e", "de": "und", "zh": "和"}
_VALUES = {"I": 1, "V": 5, "X": 10}
# Said letter by letter although the letters would make a syllable.
_SPELLED = frozenset(
    "AOC AOP BIO CO DO DOC DOCG DOP DOCA IG IGP IGT QR UV USB AI IA GPS VIP ABV pH".upper().split()
)
_MIXED_SPELLED = {"DOCa": "D O C A", "pH": "P H"}


def read_script(
    script: str,
    language: str,
    *,
    readings: Mapping[str, str],
    known: Mapping[str, str] | None = None,
    segment: Segment | None = None,
    foreign: str = "en",
) -> list[SpokenWord]:
    """The words of a script in the order they are spoken.

    Args:
        script: the text as written.
        language: base tag it is spoken in.
        readings: word as written -> how it is said, wherever it stands; longer words win.
        known: the same for Chinese words that the segmenter finds by itself.
        segment: cuts Chinese text into words; every character is one word without it.
        foreign: base tag in which Latin words inside Chinese are spoken.
    """
    words: list[SpokenWord] = []
    override = _override_pattern(readings)
    position = 0
    while position < len(script):
        match = override.match(script, position) if override else None
        if match and _stands_alone(script, match):
            text = match.group()
            words.append(
                SpokenWord(text, position, match.end(), "", language, _lookup(readings, text))
            )
            position = match.end()
            continue
        taken = (
            _han_run(script, position, override, known or {}, segment)
            if is_han(script[position])
            else _take(script, position, language, foreign)
        )
        if taken:
            words += taken
            position = taken[-1].end
            continue
        mark = _mark_at(script, position, language)
        if mark and words:
            words[-1] = replace(words[-1], mark=stronger(words[-1].mark, mark))
        position += 1
    return words


def _override_pattern(readings: Mapping[str, str]) -> re.Pattern[str] | None:
    keys = sorted((key for key in readings if key), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, keys)), re.IGNORECASE) if keys else None


def _lookup(readings: Mapping[str, str], text: str) -> str:
    if text in readings:
        return readings[text]
    folded = text.casefold()
    return next(value for key, value in readings.items() if key.casefold() == folded)


def _stands_alone(script: str, match: re.Match[str]) -> bool:
    """Whether a match is no part of a longer Latin word; Chinese has no such borders."""
    first, last = match.group()[0], match.group()[-1]
    before = script[match.start() - 1] if match.start() else " "
    after = script[match.end()] if match.end() < len(script) else " "
    return not (_latin(first) and _latin(before)) and not (_latin(last) and _latin(after))


def _latin(character: str) -> bool:
    return character.isalpha() and not is_han(character)


def _mark_at(script: str, position: int, language: str) -> str:
    """The pause a character asks for. A hyphen or a quotation mark asks for none."""
    character = script[position]
    if character == "-" or (character == "–" and language == "zh"):
        return ""
    if character == "\n":
        return "." if script[position : position + 2].strip() == "" else ""
    return MARKS.get(character, "")


def _take(script: str, position: int, language: str, foreign: str) -> list[SpokenWord]:
    character = script[position]
    if character == "&":
        spoken = _AND.get(language, "")
        return [SpokenWord("&", position, position + 1, spoken, language)]
    if character.isdigit() or character in "−-":
        taken = _number_at(script, position, language)
        if taken:
            return [taken]
    match = _ROMAN.match(script, position)
    if match and language != "zh" and not (position and _latin(script[position - 1])):
        spoken = _roman(match, language)
        if spoken:
            return [SpokenWord(match.group(), position, match.end(), spoken, language)]
    match = _WORD.match(script, position)
    if not match:
        return []
    text = match.group()
    for index, letter in enumerate(text):
        if is_han(letter):
            text = text[:index]
            break
    tongue = foreign if language == "zh" else language
    spoken = spell_out(text)
    if spoken != text and language == "zh":
        tongue = "en"  # Chinese speakers say Latin letters by their English names
    return [SpokenWord(text, position, position + len(text), spoken, tongue)]


def spell_out(text: str) -> str:
    """Acronyms letter by letter, other words unchanged: "DOCG" -> "D O C G"."""
    if text in _MIXED_SPELLED:
        return _MIXED_SPELLED[text]
    if text in _SPELLED or (text.isupper() and 2 <= len(text) <= 5 and not set(text) & set("AEIOUY")):  # noqa: E501
        return " ".join(text)
    return text


def _han_run(
    script: str,
    position: int,
    override: re.Pattern[str] | None,
    known: Mapping[str, str],
    segment: Segment | None,
) -> list[SpokenWord]:
    """The Chinese words up to other writing or to a word whose reading is given."""
    end = position
    while end < len(script) and is_han(script[end]):
        if end > position and override and override.match(script, end):
            break
        end += 1
    run = script[position:end]
    words = []
    for text in segment(run) if segment else list(run):
        reading = known.get(text, "")
        words.append(SpokenWord(text, position, position + len(text), text, "zh", reading))
        position += len(text)
    return words


def _number_at(script: str, position: int, language: str) -> SpokenWord | None:
    if language == "zh":
        match = han_numbers.QUANTITY.match(script, position)
        if not match:
            return None
        before = script[position - 1] if position else ""
        after = script[match.end() : match.end() + 1]
        spoken = han_numbers.say_quantity(match, after, before)
        return SpokenWord(match.group(), position, match.end(), spoken, "zh")
    match = _ORDINAL.match(script, position)
    if match and language != "de":
        spoken = _ordinal(int(match[1]), match[2], language)
        if spoken:
            return SpokenWord(match.group(), position, match.end(), spoken, language)
    match = quantities.QUANTITY.match(script, position)
    if not match:
        return None
    tongue = language if can_count(language) else "en"
    spoken = quantities.say_quantity(match, tongue) if can_count(language) else match.group()
    return SpokenWord(match.group(), position, match.end(), spoken, language)


def _roman(match: re.Match[str], language: str) -> str:
    letters = match.group().removesuffix(match["ending"] or "")
    value = 0
    for letter, following in zip(letters, [*letters[1:], "I"], strict=True):
        value += -_VALUES[letter] if _VALUES[letter] < _VALUES[following] else _VALUES[letter]
    if not can_count(language):
        return ""
    if language in ("it", "fr") or match["ending"]:
        return _ordinal(value, match["ending"] or "e", language)
    return cardinal(value, language)


_ORDINALS_EN = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}
_ORDINALS_IT = (
    "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo"
).split()
_ORDINALS_ES = (
    "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo"
).split()
_ORDINALS_PT = (
    "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo"
).split()


def _ordinal(value: int, ending: str, language: str) -> str:
    """An ordinal in words, "" when this language counts instead (Spanish past the tenth)."""
    words = cardinal(value, language)
    if language == "en":
        head, joint, last = words.rpartition("-") if "-" in words else words.rpartition(" ")
        if last.endswith("y"):
            return head + joint + last[:-1] + "ieth"
        return head + joint + _ORDINALS_EN.get(last, last + "th")
    if language == "fr":
        if value == 1:
            return "première" if ending == "re" else "premier"
        stem = words.removesuffix("e")
        if stem.endswith("vingts"):
            stem = stem[:-1]
        elif stem.endswith("cinq"):
            stem += "u"
        elif stem.endswith("neuf"):
            stem = stem[:-1] + "v"
        return stem + "ième"
    table = {"it": _ORDINALS_IT, "es": _ORDINALS_ES, "pt": _ORDINALS_PT}[language]
    if 0 < value <= len(table):
        word = table[value - 1]
        return word[:-1] + "a" if ending == "ª" else word
    if language == "it":
        stem = words[:-1] + "e" if words.endswith("tré") else words
        return (stem if stem.endswith(("tre", "sei")) else stem[:-1]) + "esimo"
    return words
