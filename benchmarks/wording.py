"""What counts as a word said and a word heard, and how many went wrong."""

import re
import unicodedata

from kiosk.narration.phonemes.espeak import VOICES, phonemise
from kiosk.narration.script.reader import read_script

_UNSOUNDED = re.compile(r"[ˈˌː\s]")  # stress, length and borders, which spelling does not decide


def units(text: str, language: str) -> list[str]:
    """Words (Mandarin: characters) with numbers spelled out, without case and punctuation."""
    said = " ".join(word.spoken for word in read_script(text, language, readings={}))
    if language == "zh":
        from opencc import OpenCC  # noqa: PLC0415 - only Mandarin is written in two scripts

        return [c for c in OpenCC("t2s").convert(said).lower() if c.isalnum()]
    plain = unicodedata.normalize("NFC", said).lower().replace("’", "'")
    return re.findall(r"[^\W_]+", plain)


def by_ear(words: list[str], language: str) -> list[str]:
    """French words as they sound, by which two spellings of one sound are the same word.

    Written French tells apart what no listener can: "versez" and "verser", "serait vendu" and
    "seraient vendus". Other languages' words are answered unchanged: there, a different
    spelling is a different sound, or too nearly so to forgive anything.
    """
    if language != "fr" or not words:
        return words
    sounds = phonemise(words, VOICES["fr"])
    return [_UNSOUNDED.sub("", sound) or word for sound, word in zip(sounds, words, strict=True)]


def errors(wanted: list[str], got: list[str]) -> int:
    """Insertions, deletions and substitutions between two sequences."""
    row = list(range(len(got) + 1))
    for count, one in enumerate(wanted, 1):
        before, row[0] = row[0], count
        for index, other in enumerate(got, 1):
            before, row[index] = row[index], min(
                row[index] + 1, row[index - 1] + 1, before + (one != other)
            )
    return row[-1]
