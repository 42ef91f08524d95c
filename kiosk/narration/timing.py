"""From the model's symbols to phonemes and words with times."""

from dataclasses import replace

from kiosk.narration.phonemes.inventory import MODIFIERS, PAUSES, STRESS, TONES, VOWELS
from kiosk.narration.script.spoken import SpokenWord
from kiosk.narration.track import Phoneme, Word
from kiosk.narration.voices.engine import Timed

_SPELLED = {  # the model's one-letter symbols in IPA
    "A": "eɪ", "I": "aɪ", "O": "oʊ", "Q": "əʊ", "W": "aʊ", "Y": "ɔɪ", "S": "s", "T": "ɾ",
    "ʣ": "d͡z", "ʤ": "d͡ʒ", "ʥ": "d͡ʑ", "ʦ": "t͡s", "ʧ": "t͡ʃ", "ʨ": "t͡ɕ", "ꭧ": "ʈ͡ʂ",
    "ᵊ": "ə", "ᵻ": "ɪ",
}
_NEUTRAL = 5


def phonemes_of(
    symbols: tuple[Timed, ...], words: list[SpokenWord], duration: float
) -> tuple[Phoneme, ...]:
    """Sounds with times; tones, stress, length and aspiration merged into what they mark.

    Times never run backwards and stay inside the sound.
    """
    made: list[Phoneme] = []
    owners: list[int] = []
    stress, waiting = 0, -1.0  # a stress mark goes before its vowel, with the time it took
    for one in symbols:
        symbol = one.symbol
        if symbol in PAUSES:
            stress, waiting = 0, -1.0
        elif symbol in STRESS:
            stress, waiting = STRESS[symbol], one.start
        elif symbol in TONES and made:
            _set_tone(made, owners, one, TONES[symbol])
        elif symbol in MODIFIERS and made:
            suffix = symbol if symbol != "ᵝ" else ""
            made[-1] = replace(made[-1], ipa=made[-1].ipa + suffix, end=one.end)
        else:
            vowel = symbol in VOWELS
            mine = stress if vowel else 0
            if words and one.word >= 0 and words[one.word].language == "zh" and vowel:
                mine = _NEUTRAL
            start = waiting if waiting >= 0 else one.start
            made.append(Phoneme(_SPELLED.get(symbol, symbol), start, one.end, mine))
            owners.append(one.word)
            stress, waiting = (stress, -1.0) if not vowel else (0, -1.0)
    return _in_order(made, duration)


def _set_tone(made: list[Phoneme], owners: list[int], one: Timed, tone: int) -> None:
    """A tone arrow belongs to the vowels just before it and its time to the last of them."""
    made[-1] = replace(made[-1], end=one.end)
    for index in range(len(made) - 1, -1, -1):
        if made[index].ipa[0] not in VOWELS or owners[index] != one.word:
            break
        if made[index].stress not in (0, _NEUTRAL):
            break
        made[index] = replace(made[index], stress=tone)


def _in_order(made: list[Phoneme], duration: float) -> tuple[Phoneme, ...]:
    tidy: list[Phoneme] = []
    before = 0.0
    for one in made:
        start = min(max(one.start, before), duration)
        end = min(max(one.end, start), duration)
        tidy.append(replace(one, start=start, end=end))
        before = end
    return tuple(tidy)


def words_of(
    symbols: tuple[Timed, ...], words: list[SpokenWord], duration: float
) -> tuple[Word, ...]:
    """Each word with the time from its first to its last symbol.

    A word that made no sound of its own (French "ne", letters run together) takes the
    instant at which the word before it ends.
    """
    spans: dict[int, tuple[float, float]] = {}
    for one in symbols:
        if one.word >= 0:
            start, end = spans.get(one.word, (one.start, one.end))
            spans[one.word] = (min(start, one.start), max(end, one.end))
    made: list[Word] = []
    before = 0.0
    for index, word in enumerate(words):
        start, end = spans.get(index, (before, before))
        start = min(max(start, before), duration)
        end = min(max(end, start), duration)
        made.append(Word(word.text, start, end, word.start, word.end))
        before = end
    return tuple(made)
