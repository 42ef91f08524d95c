"""Mandarin words as the model's symbols: readings, then tone changes, then transcription."""

from collections.abc import Mapping

import rjieba
from pypinyin import Style, lazy_pinyin

from kiosk.narration.phonemes import sandhi
from kiosk.narration.phonemes.lexicon import is_ipa
from kiosk.narration.phonemes.pinyin import Syllable, parse, symbols
from kiosk.narration.phonemes.polyphones import settle
from kiosk.narration.script.spoken import SpokenWord

_FREQUENCY = 20_000  # above any compound that a lexicon word competes with


class Segmenter:
    """Cuts Chinese text into words; words of the lexicon stay whole."""

    def __init__(self, readings: Mapping[str, str]) -> None:
        self._jieba = rjieba.Jieba()
        for word in readings:
            self._jieba.add_word(word, _FREQUENCY, "n")

    def __call__(self, text: str) -> list[str]:
        return list(self._jieba.cut(text, True))


def syllables_of(word: SpokenWord) -> list[Syllable]:
    """The dictionary's syllables of one word, before any tone changes."""
    if word.reading and not is_ipa(word.reading):
        return list(parse(word.reading))
    found = lazy_pinyin(
        word.spoken, style=Style.TONE3, neutral_tone_with_five=True, errors="ignore", v_to_u=True
    )
    return [syllable for text in found for syllable in parse(text)]


def clause_symbols(words: list[SpokenWord], *, cross_words: bool = True) -> list[str]:
    """The symbols of each Chinese word of one clause, in the clause's tones."""
    texts = [word.spoken or word.text for word in words]
    whole = "".join(texts)
    readings = []
    place = 0
    for word, text in zip(words, texts, strict=True):
        before, after = whole[place - 1 : place], whole[place + len(text) :][:1]
        found = syllables_of(word)
        readings.append(found if word.reading else settle(text, before, after, found))
        place += len(text)
    flat = [syllable for reading in readings for syllable in reading]
    if len(whole) == len(flat):
        flat = sandhi.numerals(whole, flat)
    divided: list[list[Syllable]] = []
    for reading, word in zip(readings, words, strict=True):
        given = bool(word.reading)
        divided.append(list(reading) if given else flat[: len(reading)])
        flat = flat[len(reading):]
    changed = sandhi.third_tones(divided) if cross_words else divided
    return ["".join(symbols(syllable) for syllable in word) + " " for word in changed]
