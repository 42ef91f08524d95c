"""Matching in letters: the beginnings of words, whatever accents and capitals, with typos."""

import re
import unicodedata
from dataclasses import dataclass

HAN = "\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"(?:(?![{HAN}_])[\w\u0300-\u036f])+")
# Letters that Unicode does not take apart, as they are typed without them.
_PLAIN = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}

EXACT = 1.0
INFLECTED = 0.75  # "barrels" for "barrel"
INSIDE = 0.55  # "fass" in "eichenfass"
TYPO = 0.6
_TYPO_MORE = 0.1  # less for the second typo
_WHOLE = 4  # letters: shorter words are neither inflected nor mistyped, but other words
_TWICE = 8  # letters from which two typos are believed
_FIRST = 6  # letters up to which a typo spares the first one


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: ``ends[n]`` is where its first n + 1 plain letters end in the text."""

    plain: str
    start: int
    ends: tuple[int, ...]

    def span(self, letters: int) -> tuple[int, int]:
        """Where the first ``letters`` plain letters stand in the text."""
        return self.start, self.ends[min(letters, len(self.ends)) - 1]


def plain(text: str) -> str:
    """The text in small letters without accents."""
    return "".join(map(_plain_letter, text))


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text that are written in letters, in order."""
    found = []
    for match in _WORD.finditer(text):
        letters = [_plain_letter(letter) for letter in match[0]]
        ends: list[int] = []
        for at, letter in enumerate(letters, match.start() + 1):
            if not letter and ends:
                ends[-1] = at  # an accent of its own belongs to the letter before
            ends.extend([at] * len(letter))
        if ends:
            found.append(Word("".join(letters), match.start(), tuple(ends)))
    return tuple(found)


def likeness(typed: str, word: str) -> float:
    """How well what is typed fits a word, both plain: 1 the word itself, 0 not at all.

    Up to 0.95 for the beginning of the word; typos are ``mistyped``'s.
    """
    if typed == word:
        return EXACT
    if word.startswith(typed):
        return 0.8 + 0.15 * len(typed) / len(word)
    if len(word) >= _WHOLE and typed.startswith(word) and len(typed) - len(word) <= 2:
        return INFLECTED
    if len(typed) >= _WHOLE and typed in word:
        return INSIDE
    return 0.0


def mistyped(typed: str, word: str) -> float:
    """How well the beginning of a word fits when one typo is forgiven, in long words two."""
    length = len(typed)
    if length < _WHOLE or (length < _FIRST and typed[0] != word[0]):
        return 0.0
    most = 2 if length >= _TWICE else 1
    # So few letters begin many words: they are only taken for a whole one.
    longest = length + 1 if length == _WHOLE else len(word)
    if not length - most <= len(word) <= longest:
        return 0.0
    typos = _typos(typed, word[: length + most], most)
    return TYPO - _TYPO_MORE * (typos - 1) if typos <= most else 0.0


def _typos(typed: str, word: str, most: int) -> int:
    """Letters wrong, missing, too many or swapped between ``typed`` and a beginning of ``word``.

    The optimal string alignment distance; stops early at more than ``most``.
    """
    before: list[int] = []
    row = list(range(len(word) + 1))
    for at, letter in enumerate(typed, 1):
        older, before, row = before, row, [at]
        for place, other in enumerate(word, 1):
            cost = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != other))
            if older and place > 1 and letter == word[place - 2] and typed[at - 2] == other:
                cost = min(cost, older[place - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row)


def _plain_letter(letter: str) -> str:
    apart = unicodedata.normalize("NFKD", letter.casefold())
    bare = "".join(part for part in apart if not unicodedata.combining(part))
    return _PLAIN.get(bare, bare)
