"""Spoken words as the symbols a neural voice reads, a clause at a time."""

from dataclasses import dataclass

from kiosk.narration.phonemes import espeak
from kiosk.narration.phonemes.french import as_told
from kiosk.narration.phonemes.inventory import to_kokoro
from kiosk.narration.phonemes.lexicon import is_ipa
from kiosk.narration.phonemes.split import split_by_words
from kiosk.narration.script.spoken import SpokenWord


@dataclass(frozen=True, slots=True)
class Sounded:
    """A spoken word with the model's symbols for it; empty when it makes no sound.

    A space at the end parts it from the next word; without one the two are said as one.
    """

    word: SpokenWord
    symbols: str


def sound_out(words: list[SpokenWord], *, dialect: str = "") -> list[Sounded]:
    """Every word with its symbols.

    ``dialect`` is ``en-gb`` for British voices, else empty. Raises NarrationError when
    espeak-ng is needed and cannot be run, or a reading is malformed.
    """
    runs = _runs(words)
    symbols: list[str] = []
    for language, run in runs:
        if language == "zh":
            from kiosk.narration.phonemes.mandarin import clause_symbols  # noqa: PLC0415 (heavy)

            symbols += clause_symbols(run)
        else:
            symbols += _european(run, dialect if language == "en" and dialect else language)
        symbols[-1] = symbols[-1].rstrip() + " "
    return [Sounded(word, made) for word, made in zip(words, symbols, strict=True)]


def _runs(words: list[SpokenWord]) -> list[tuple[str, list[SpokenWord]]]:
    """Neighbouring words of one language up to a pause."""
    runs: list[tuple[str, list[SpokenWord]]] = []
    fresh = True
    for word in words:
        language = "ipa" if is_ipa(word.reading) and word.language == "zh" else word.language
        if fresh or runs[-1][0] != language:
            runs.append((language, []))
        runs[-1][1].append(word)
        fresh = bool(word.mark)
    return runs


def _european(words: list[SpokenWord], language: str) -> list[str]:
    """Symbols of a run: the clause as a whole, cut at words, given readings put in."""
    if language == "ipa":
        return [_given(word.reading, "en") + " " for word in words]
    voice = espeak.VOICES.get(language, language)
    plain = [word.spoken or word.text for word in words]
    lines = espeak.phonemise([" ".join(plain), *plain], voice)
    made = [to_kokoro(line, language) for line in lines]
    cut = split_by_words(made[0], made[1:])
    if language == "fr":
        cut = as_told(plain, cut, made[1:])
    return [
        _given(word.reading, language) + " " if is_ipa(word.reading) else piece
        for word, piece in zip(words, cut, strict=True)
    ]


_PAIRS = ("dz", "dʒ", "ts", "tʃ", "aɪ", "aʊ", "eɪ", "oʊ", "əʊ", "ɔɪ", "tɕ", "dʑ")


def _given(reading: str, language: str) -> str:
    """A reading's IPA in the model's symbols; people write affricates without ties."""
    ipa = reading.strip("/").replace(".", "").replace("͜", "͡")
    english_only = ("aɪ", "aʊ", "eɪ", "oʊ", "əʊ", "ɔɪ")
    for pair in _PAIRS:
        if pair in english_only and not language.startswith("en"):
            continue
        ipa = ipa.replace(pair, pair[0] + "͡" + pair[1])
    return to_kokoro(ipa, language)
