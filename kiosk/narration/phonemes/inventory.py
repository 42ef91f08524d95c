"""The symbols Kokoro-82M v1.0 was trained on, and IPA brought into them.

The numbers are the token ids of the model's published ``config.json`` (hexgrad/Kokoro-82M,
Apache-2.0). Diphthongs and affricates are single capital or ligature symbols there.
"""

import re
import unicodedata

TOKENS = {
    ";": 1, ":": 2, ",": 3, ".": 4, "!": 5, "?": 6, "—": 9, "…": 10, '"': 11, "(": 12, ")": 13,
    "“": 14, "”": 15, " ": 16, "\u0303": 17, "ʣ": 18, "ʥ": 19, "ʦ": 20, "ʨ": 21, "ᵝ": 22,
    "ꭧ": 23, "A": 24, "I": 25, "O": 31, "Q": 33, "S": 35, "T": 36, "W": 39, "Y": 41, "ᵊ": 42,
    "a": 43, "b": 44, "c": 45, "d": 46, "e": 47, "f": 48, "h": 50, "i": 51, "j": 52, "k": 53,
    "l": 54, "m": 55, "n": 56, "o": 57, "p": 58, "q": 59, "r": 60, "s": 61, "t": 62, "u": 63,
    "v": 64, "w": 65, "x": 66, "y": 67, "z": 68, "ɑ": 69, "ɐ": 70, "ɒ": 71, "æ": 72, "β": 75,
    "ɔ": 76, "ɕ": 77, "ç": 78, "ɖ": 80, "ð": 81, "ʤ": 82, "ə": 83, "ɚ": 85, "ɛ": 86, "ɜ": 87,
    "ɟ": 90, "ɡ": 92, "ɥ": 99, "ɨ": 101, "ɪ": 102, "ʝ": 103, "ɯ": 110, "ɰ": 111, "ŋ": 112,
    "ɳ": 113, "ɲ": 114, "ɴ": 115, "ø": 116, "ɸ": 118, "θ": 119, "œ": 120, "ɹ": 123, "ɾ": 125,
    "ɻ": 126, "ʁ": 128, "ɽ": 129, "ʂ": 130, "ʃ": 131, "ʈ": 132, "ʧ": 133, "ʊ": 135, "ʋ": 136,
    "ʌ": 138, "ɣ": 139, "ɤ": 140, "χ": 142, "ʎ": 143, "ʒ": 147, "ʔ": 148, "ˈ": 156, "ˌ": 157,
    "ː": 158, "ʰ": 162, "ʲ": 164, "↓": 169, "→": 171, "↗": 172, "↘": 173, "ᵻ": 177,
}
PAD = 0
MAX_TOKENS = 510  # rows of a voice's style table; the model's context is 512 with both pads

STRESS = {"ˈ": 1, "ˌ": 2}
TONES = {"→": 1, "↗": 2, "↓": 3, "↘": 4}
MODIFIERS = frozenset("ː\u0303ʰʲᵝ")
PAUSES = frozenset(';:,.!?—…"()“” ')
VOWELS = frozenset("AIOQWYᵊaeiouyɑɐɒæɔəɚɛɜɨɪøœʊʌɤɯᵻ")

_TIED = {
    "d͡z": "ʣ", "d͡ʒ": "ʤ", "t͡s": "ʦ", "t͡ʃ": "ʧ", "d͡ʑ": "ʥ", "t͡ɕ": "ʨ", "s͡s": "S",
    "a͡ɪ": "I", "a͡ʊ": "W", "e͡ɪ": "A", "o͡ʊ": "O", "ə͡ʊ": "Q", "ɔ͡ɪ": "Y",
}
# American English says some of these otherwise than espeak-ng writes them.
_ENGLISH = {
    "ʲo": "jo", "ʲə": "jə", "ʲ": "", "ɚ": "əɹ", "r": "ɹ", "x": "k", "ç": "k", "ɐ": "ə",
    "ɬ": "l", "\u0303": "",
}
_AMERICAN = {"ɜːɹ": "ɜɹ", "ɜː": "ɜɹ", "ɪə": "iə", "ː": "", "ɾ": "T", "ʔ": "t", "e": "A"}
_BRITISH = {"e͡ə": "ɛː", "iə": "ɪə", "e": "ɛ"}
_NEAREST = {
    "g": "ɡ", "ɱ": "m", "ʍ": "w", "ɫ": "l", "ʀ": "ʁ", "ɦ": "h", "ħ": "h", "ʏ": "y", "ɵ": "ə",
    "ʉ": "u", "ɘ": "ə", "ɶ": "œ", "ɞ": "ɜ", "ɝ": "ɜɹ", "ʐ": "ɻ", "ʑ": "ʒ", "ʟ": "l", "ɭ": "l",
    "ɺ": "ɾ", "ʙ": "b", "ǝ": "ə", "ε": "ɛ", "ʻ": "", "'": "ˈ",
}


def to_kokoro(ipa: str, language: str) -> str:
    """IPA (affricates and diphthongs tied with U+0361) in the model's symbols.

    ``language`` is a base tag, or ``en-gb``; English has symbols of its own. Marks the
    model does not know are dropped, other sounds become their nearest neighbour.
    """
    text = unicodedata.normalize("NFD", ipa).replace("c\u0327", "ç")
    if language == "en-gb":
        text = text.replace("e͡ə", "ɛː")
    for tied, symbol in _TIED.items():
        text = text.replace(tied, symbol)
    if language.startswith("en"):
        text = re.sub("ə͡?l(?=$|[ˈˌ ]|[^aeiouɑɐɒæɔəɛɜɪʊʌ])", "ᵊl", text)
        for table in (_ENGLISH, _BRITISH if language == "en-gb" else _AMERICAN):
            for old, new in table.items():
                text = text.replace(old, new)
        text = re.sub("(.)\u0329", r"ᵊ\1", text)
        text = text.replace("o", "ɔ")
    text = "".join(_NEAREST.get(symbol, symbol) for symbol in text)
    return "".join(symbol for symbol in text if symbol in TOKENS)
