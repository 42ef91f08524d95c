"""The values that the reading of a script produces."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One word as written and as said.

    ``start`` and ``end`` are character positions in the script (end exclusive).
    ``spoken`` may hold several words ("16–18 °C" is said in four) and is empty when only
    ``reading`` says how it sounds. ``language`` is the base tag it is said in. ``mark`` is
    the pause that follows: one of ``,`` ``;`` ``:`` ``.`` ``!`` ``?`` ``…``, or empty.
    """

    text: str
    start: int
    end: int
    spoken: str
    language: str
    reading: str = ""
    mark: str = ""


MARKS = {
    **dict.fromkeys(",，、،()（）[]【】—–", ","),
    **dict.fromkeys(";；", ";"),
    **dict.fromkeys(":：", ":"),
    **dict.fromkeys(".。．", "."),
    **dict.fromkeys("!！", "!"),
    **dict.fromkeys("?？", "?"),
    "…": "…",
}
STRENGTH = {"": 0, ",": 1, ":": 2, ";": 2, "…": 3, ".": 4, "!": 5, "?": 5}
SENTENCE_END = 3  # a mark at least this strong ends a sentence


def stronger(one: str, other: str) -> str:
    """The mark with the longer pause; the first when they are equal."""
    return other if STRENGTH[other] > STRENGTH[one] else one
