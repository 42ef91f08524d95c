"""Pinyin syllables in the symbols the Mandarin voices were trained on.

The transcription is that of the model's training data (misaki 0.9, Apache-2.0): aspirated
stops carry ʰ, tones follow the syllable's vowel as arrows, the neutral tone is bare. The
tables below were written from the phonology of Standard Chinese (Duanmu 2007, Lin 2007).
"""

import re
from dataclasses import dataclass

from kiosk.errors import NarrationError

_INITIALS = {
    "zh": "ꭧ", "ch": "ꭧʰ", "sh": "ʂ", "b": "p", "p": "pʰ", "m": "m", "f": "f", "d": "t",
    "t": "tʰ", "n": "n", "l": "l", "g": "k", "k": "kʰ", "h": "x", "j": "ʨ", "q": "ʨʰ",
    "x": "ɕ", "r": "ɻ", "z": "ʦ", "c": "ʦʰ", "s": "s",
}
# A final as medial, nucleus and coda; the tone stands between nucleus and coda.
_FINALS = {
    "a": ("a", ""), "ai": ("ai", ""), "an": ("a", "n"), "ang": ("a", "ŋ"), "ao": ("au", ""),
    "e": ("ɤ", ""), "ei": ("ei", ""), "en": ("ə", "n"), "eng": ("ə", "ŋ"), "er": ("ɚ", ""),
    "i": ("i", ""), "ia": ("ja", ""), "ian": ("jɛ", "n"), "iang": ("ja", "ŋ"),
    "iao": ("jau", ""), "ie": ("je", ""), "in": ("i", "n"), "ing": ("i", "ŋ"),
    "iong": ("jʊ", "ŋ"), "iou": ("jou", ""), "io": ("jɔ", ""), "o": ("wo", ""),
    "ong": ("ʊ", "ŋ"), "ou": ("ou", ""), "u": ("u", ""), "ua": ("wa", ""), "uai": ("wai", ""),
    "uan": ("wa", "n"), "uang": ("wa", "ŋ"), "uei": ("wei", ""), "uen": ("wə", "n"),
    "ueng": ("wə", "ŋ"), "uo": ("wo", ""), "ü": ("y", ""), "üe": ("ɥe", ""),
    "üan": ("ɥɛ", "n"), "ün": ("y", "n"), "ê": ("ɛ", ""),
}
_BUZZED = {"zh", "ch", "sh", "r", "z", "c", "s"}  # their "i" is a buzzed continuation, ɨ
_ARROWS = {1: "→", 2: "↗", 3: "↓", 4: "↘", 5: ""}
_SYLLABLE = re.compile(r"([a-zü]+|ê)([1-5])")


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable: pinyin letters with ü written ü, and the tone 1-5 (5 is neutral)."""

    letters: str
    tone: int

    def __str__(self) -> str:
        return f"{self.letters}{self.tone}"


def parse(reading: str) -> tuple[Syllable, ...]:
    """Syllables of "chen2 niang4" (v and u: stand for ü). Raises NarrationError if malformed."""
    syllables = []
    for part in reading.strip().lower().replace("u:", "ü").replace("v", "ü").split():
        match = _SYLLABLE.fullmatch(part)
        syllable = Syllable(match[1], int(match[2])) if match else None
        if syllable is None or not _is_known(syllable.letters):
            raise NarrationError(
                f"'{part}' is not a pinyin syllable with its tone number", where=reading,
                advice="write it as in 'chen2 niang4', the neutral tone as 5",
            )
        syllables.append(syllable)
    return tuple(syllables)


def _is_known(letters: str) -> bool:
    try:
        divide(letters)
    except KeyError:
        return False
    return True


def divide(letters: str) -> tuple[str, str]:
    """Initial and full final: "xue" -> ("x", "üe"), "you" -> ("", "iou"), "liu" -> ("l", "iou").

    Raises KeyError when the letters are no Mandarin syllable.
    """
    initial = next((i for i in _INITIALS if letters.startswith(i)), "")
    final = letters[len(initial):]
    if not initial:
        final = _spelled_out(final)
    elif initial in ("j", "q", "x") and final.startswith("u"):
        final = "ü" + final[1:]
    final = {"iu": "iou", "ui": "uei", "un": "uen", "ue": "üe", "ün": "ün"}.get(final, final)
    if final not in _FINALS:
        raise KeyError(letters)
    return initial, final


def _spelled_out(letters: str) -> str:
    """A syllable without initial in its full form: yi -> i, ya -> ia, yuan -> üan, wei -> uei."""
    if (letters.startswith("yu") and letters != "you") or letters.startswith("yü"):
        return "ü" + letters[2:]
    if letters in ("yi", "yin", "ying"):
        return letters[1:]
    if letters.startswith("y"):
        return {"you": "iou", "yong": "iong"}.get(letters, "i" + letters[1:])
    if letters == "wu":
        return "u"
    if letters.startswith("w"):
        return {"wei": "uei", "wen": "uen"}.get(letters, "u" + letters[1:])
    return letters


def symbols(syllable: Syllable) -> str:
    """The model's symbols of one syllable: niang4 -> "nja↘ŋ"."""
    initial, final = divide(syllable.letters)
    arrow = _ARROWS[syllable.tone]
    if final == "i" and initial in _BUZZED:
        return _INITIALS[initial] + "ɨ" + arrow
    if final == "o" and not initial:
        return "ɔ" + arrow
    nucleus, coda = _FINALS[final]
    return _INITIALS.get(initial, "") + nucleus + arrow + coda
