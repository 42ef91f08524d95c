"""Which mouth belongs to which sound: IPA for the five European languages, and Mandarin.

The names in capitals are the classes of the 15 Oculus visemes, from which the shapes of
``shapes.py`` are drawn out further where a face shows more (rounded and spread CH, front
rounded vowels). A diphthong is a sequence. Language tables come first, then the common one.
"""

import unicodedata
from typing import Final

from kiosk.narration.languages import base_of

# shape -> the IPA symbols that are said with it
_COMMON: Final = {
    "PP": "p b m",
    "BB": "β ɸ",  # lips near each other that never touch
    "FF": "f v ʋ",
    "TH": "θ ð",
    "DD": "t d ʈ ɖ",
    "nn": "n l ɲ ʎ ɾ r ɳ ɽ c ɟ ʝ ç",
    "kk": "k ɡ ŋ x h ɣ q χ ʁ ɴ ɰ ʔ",
    "SS": "s z t͡s d͡z",
    "CH": "ʃ ʒ t͡ʃ d͡ʒ ʂ ʈ͡ʂ",  # rounded
    "CJ": "ɕ t͡ɕ d͡ʑ",  # spread
    "RR": "ɹ ɻ",
    "jj": "j",
    "ww": "w",
    "yw": "ɥ",
    "aa": "a ɑ ɐ ʌ",
    "ae": "æ",
    "eh": "ɛ e",
    "ih": "ɪ ɨ ɯ",
    "ee": "i",
    "ax": "ə ɜ ɤ",
    "er": "ɚ",
    "ao": "ɔ ɒ",
    "oh": "o",
    "uh": "ʊ",
    "oo": "u",
    "yy": "y",
    "oe": "ø œ",
}
# The voice model's one-letter symbols, for tracks that carry them as they are.
_LETTERS: Final = {
    "A": "e ɪ", "I": "a ɪ", "O": "o ʊ", "Q": "ə ʊ", "W": "a ʊ", "Y": "ɔ ɪ", "S": "s", "T": "ɾ",
    "ʣ": "d͡z", "ʤ": "d͡ʒ", "ʥ": "d͡ʑ", "ʦ": "t͡s", "ʧ": "t͡ʃ", "ʨ": "t͡ɕ", "ꭧ": "ʈ͡ʂ",
    "ᵊ": "ə", "ᵻ": "ɪ",
    "eɪ": "e ɪ", "aɪ": "a ɪ", "oʊ": "o ʊ", "əʊ": "ə ʊ", "aʊ": "a ʊ", "ɔɪ": "ɔ ɪ",
}  # fmt: skip
# Where a language says a symbol with another mouth than its neighbours do.
_OWN: Final = {
    "zh": {  # initials as in the field notes; the finals' medial, nucleus and coda are symbols
        "PP": "p m", "FF": "f", "DD": "t l", "nn": "n", "kk": "k x ŋ", "SS": "s t͡s",
        "CH": "ʂ ʈ͡ʂ ɻ", "CJ": "ɕ t͡ɕ", "sr": "ɨ",  # the buzz of zhi, shi, zi: teeth together
    },
    "fr": {"oe": "ə", "an": "ɑ̃", "oh": "ɔ̃", "ae": "ɛ̃ œ̃"},  # its schwa is rounded
    # espeak-ng writes the weak final -e as y and the weak -a as æ
    "pt": {"ih": "y", "ax": "æ ɐ", "kk": "ʁ x"},
    "en": {"ax": "ə", "ah": "ʌ"},
}  # fmt: skip
_STRIPPED: Final = "ːʰʲᵝ\u0303"  # length, breath and nasality do not show on the lips

VOWELS: Final = frozenset("aa ae ah an eh ih ee ax er ao oh uh oo yy oe sr".split())
GLIDES: Final = frozenset("jj ww yw".split())
OBSTRUENTS: Final = frozenset("TH DD kk SS CH CJ".split())
SIBILANTS: Final = frozenset("SS CH CJ".split())
ROUNDED: Final = frozenset("ao oh uh oo yy oe ww yw CH RR".split())
TOUCHING: Final = frozenset(("PP", "BB"))  # lip to lip, or nearly
NEUTRAL: Final = "ax"


def _spread(table: dict[str, str]) -> dict[str, str]:
    return {
        unicodedata.normalize("NFD", symbol): shape
        for shape, symbols in table.items()
        for symbol in symbols.split()
    }


_SHAPE_OF: Final = _spread(_COMMON)
_OWN_OF: Final = {language: _spread(table) for language, table in _OWN.items()}


def shapes_of(ipa: str, language: str) -> tuple[str, ...]:
    """The mouth shapes of a phoneme, one or, for a diphthong, two; () where none is known.

    ``language`` is any tag. Length, aspiration, palatalisation and nasality are passed over
    unless the language's table knows the marked symbol.
    """
    symbol = unicodedata.normalize("NFD", ipa)
    own = _OWN_OF.get(base_of(language), {})
    for form in (symbol, "".join(mark for mark in symbol if mark not in _STRIPPED)):
        for table in (own, _SHAPE_OF):
            if form in table:
                return (table[form],)
        if form in _LETTERS:
            return tuple(own.get(part) or _SHAPE_OF[part] for part in _LETTERS[form].split())
    return ()
