"""Matching in Chinese: by character, and by pinyin as it is typed without an input method.

Each syllable may be typed in full, as its initial, or (the last one) as far as one has come:
"xiangmutong", "xmt", "xiangmt" and "xiangmuto" all find 橡木桶.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from kiosk.show.ask_letters import HAN

_RUN = re.compile(f"[{HAN}]+")
_DIGRAPHS = ("zh", "ch", "sh")
# How the south of China hears them, and types them.
_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
_FINALS = (("ang", "an"), ("eng", "en"), ("ing", "in"))

# What a syllable loses that is typed in another way than in full and as it is said here.
_OTHER = 0.25  # another reading of the character, or the southern one
_BEGUN = 0.25
_INITIAL = 0.5
_DIGRAPH = 0.4


@dataclass(frozen=True, slots=True)
class Syllable:
    """A character and how it may be typed."""

    character: str
    said: frozenset[str]  # as it is said here
    other: frozenset[str]  # other readings, and what is taken for it
    firsts: frozenset[str]  # letters, or the character, that one may begin to type it with


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a match stands in the text, and how good it is: 1 in full."""

    quality: float
    start: int
    end: int


Syllables = tuple[Syllable | None, ...]


def syllables_of(text: str) -> Syllables:
    """One entry per character of the text, None where it is no Chinese one."""
    found: list[Syllable | None] = [None] * len(text)
    for run in _RUN.finditer(text):
        for at, syllable in enumerate(_read(run[0]), run.start()):
            found[at] = syllable
    return tuple(found)


def find_typed(typed: str, syllables: Syllables) -> Hit | None:
    """The best place where letters, characters or both together fit; the first of equals."""
    best: Hit | None = None
    known: dict[tuple[int, int], tuple[float, int] | None] = {}
    for start, first in enumerate(syllables):
        if first is None or typed[0] not in first.firsts:
            continue
        fit = _fit(typed, 0, syllables, start, known)
        if fit is not None:
            lost, count = fit
            quality = 1 - lost / count
            if best is None or quality > best.quality:
                best = Hit(quality, start, start + count)
    return best


def _fit(
    typed: str,
    at: int,
    syllables: Syllables,
    place: int,
    known: dict[tuple[int, int], tuple[float, int] | None],
) -> tuple[float, int] | None:
    """The least that is lost from here on, and over how many syllables; None: no fit."""
    if at == len(typed):
        return 0.0, 0
    syllable = syllables[place] if place < len(syllables) else None
    if syllable is None or typed[at] not in syllable.firsts:
        return None
    if (at, place) not in known:
        known[at, place] = min(
            (
                (lost + rest[0], rest[1] + 1)
                for letters, lost in _ways(typed, at, syllable).items()
                if (rest := _fit(typed, at + letters, syllables, place + 1, known)) is not None
            ),
            default=None,
        )
    return known[at, place]


def _ways(typed: str, at: int, syllable: Syllable) -> dict[int, float]:
    """How many letters the syllable may take from here, and what each way loses."""
    if typed[at] == syllable.character:
        return {1: 0.0}
    ways: dict[int, float] = {}
    rest = len(typed) - at
    for readings, less in ((syllable.said, 0.0), (syllable.other, _OTHER)):
        for reading in readings:
            taken = []
            if typed.startswith(reading, at):
                taken.append((len(reading), 0.0))
            elif 2 <= rest < len(reading) and reading.startswith(typed[at:]):
                taken.append((rest, _BEGUN))
            if typed[at] == reading[0]:
                taken.append((1, _INITIAL))
            if reading[:2] in _DIGRAPHS and typed.startswith(reading[:2], at):
                taken.append((2, _DIGRAPH))
            for letters, lost in taken:
                ways[letters] = min(ways.get(letters, 1.0), lost + less)
    return ways


def _read(run: str) -> list[Syllable]:
    """The syllables of Chinese characters without anything between them."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - its dictionaries take 0.2 s to load

    here = pinyin(run, style=Style.NORMAL, heteronym=True)
    if len(here) != len(run):  # a character that is in no dictionary
        here = [[] for _ in run]
    found = []
    for character, readings in zip(run, here, strict=True):
        said = _typed({*readings} - {character})
        alone = {*pinyin(character, style=Style.NORMAL, heteronym=True)[0]} - {character}
        all_ways = {way for reading in said | _typed(alone) for way in _southern(reading)}
        firsts = frozenset((character, *(way[0] for way in all_ways)))
        found.append(Syllable(character, said, frozenset(all_ways) - said, firsts))
    return found


def _typed(readings: set[str]) -> frozenset[str]:
    """The readings without accents; ü is typed as v or as u."""
    return frozenset(
        way for reading in readings for way in (reading, reading.replace("v", "u")) if way
    )


@lru_cache(maxsize=2048)
def _southern(reading: str) -> frozenset[str]:
    """A syllable and what is taken for it where zh and z, n and l, ang and an sound alike."""
    ways = {reading}
    for pairs, is_final in ((_INITIALS, False), (_FINALS, True)):
        for way in tuple(ways):
            for one, other in pairs:
                swapped = _swap(way, one, other, is_final)
                if swapped:
                    ways.add(swapped)
                    break
    return frozenset(ways)


def _swap(reading: str, long: str, short: str, is_final: bool) -> str:
    """The reading with one of two beginnings, or endings, exchanged for the other, or ""."""
    for old, new in ((long, short), (short, long)):
        if is_final and reading.endswith(old):
            return reading.removesuffix(old) + new
        if not is_final and reading.startswith(old):
            return new + reading.removeprefix(old)
    return ""
