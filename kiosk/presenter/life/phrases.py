"""Phrases of a narration and what is prominent in them, from its track.

Phrases end where the punctuation of the captions says so, or at a silence. Prominent is the
vowel with main stress; the longest of a phrase, later ones more (final lengthening and the
nuclear accent). Mandarin's figures are tones, so there a word's length and place decide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.narration.languages import base_of
from kiosk.narration.track import Cue, Phoneme, Track, Word

_PAUSE: Final = 0.12  # seconds of silence between phrases
_LONG: Final = 0.3  # between sentences
_STOPS: Final = frozenset(".!?。！？…")
_COMMAS: Final = frozenset(",;:，；：、—")
_NEUTRAL: Final = 5  # Mandarin's toneless tone
_VOWELS: Final = frozenset("aeiouyøœɶɛɔɒɑæɐəɘɞɜɤɨʉɯɪʏʊʌ")


@dataclass(frozen=True, slots=True)
class Accent:
    """The middle of a prominent vowel, and how prominent it is among those of its phrase."""

    time: float
    weight: float


@dataclass(frozen=True, slots=True)
class Phrase:
    """Seconds from ``start`` to ``end`` and of silence after; whether a sentence begins, ends."""

    start: float
    end: float
    pause: float
    opens: bool
    closes: bool
    accents: tuple[Accent, ...]


def phrases_of(track: Track) -> list[Phrase]:
    """All phrases in order; none when the track has neither words nor phonemes."""
    words = track.words or _runs(track.phonemes)
    shown = _shown(track.cues)
    phrases: list[Phrase] = []
    first, opens = 0, True
    sounds = 0
    for index, word in enumerate(words):
        final = index + 1 == len(words)
        pause = track.duration - word.end if final else words[index + 1].start - word.end
        between = () if final else range(word.last, words[index + 1].first)
        signs = {shown.get(place, "") for place in between}
        closes = final or pause >= _LONG or not _STOPS.isdisjoint(signs)
        if not (closes or pause >= _PAUSE or not _COMMAS.isdisjoint(signs)):
            continue
        begun = sounds
        while sounds < len(track.phonemes) and track.phonemes[sounds].start < word.end:
            sounds += 1
        accents = _accents(words[first : index + 1], track.phonemes[begun:sounds], track.language)
        phrases.append(
            Phrase(words[first].start, word.end, max(pause, 0.0), opens, closes, accents)
        )
        first, opens = index + 1, closes
    return phrases


def _shown(cues: Sequence[Cue]) -> dict[int, str]:
    """The characters of the script by their places; a line's break may stand for a blank."""
    shown: dict[int, str] = {}
    for cue in cues:
        text = cue.text
        if len(text) > cue.last - cue.first:  # Chinese: it stands for nothing
            text = text.replace("\n", "")
        for place, sign in enumerate(text, cue.first):
            shown[place] = sign
    return shown


def _runs(phonemes: Sequence[Phoneme]) -> tuple[Word, ...]:
    """Stand-ins for words: sounds with no gap between them."""
    runs: list[list[Phoneme]] = []
    for one in phonemes:
        if runs and one.start - runs[-1][-1].end < 0.02:
            runs[-1].append(one)
        else:
            runs.append([one])
    return tuple(Word("", run[0].start, run[-1].end, 0, 0) for run in runs)


def _accents(
    words: Sequence[Word], sounds: Sequence[Phoneme], language: str
) -> tuple[Accent, ...]:
    """One for each word that bears one."""
    tonal = base_of(language) == "zh"
    stressed = not tonal and any(one.stress == 1 for one in sounds)
    accents: list[Accent] = []
    place = 0
    for index, word in enumerate(words):
        own: list[Phoneme] = []
        while place < len(sounds) and sounds[place].start < word.end:
            own.append(sounds[place])
            place += 1
        if stressed:
            own = [one for one in own if one.stress == 1]
        elif tonal:
            own = [one for one in own if 0 < one.stress < _NEUTRAL]
        else:
            own = [one for one in own if one.ipa[:1] in _VOWELS]
        if not own:
            continue
        vowel = max(own, key=lambda one: one.end - one.start)
        weight = vowel.end - vowel.start if stressed else word.end - word.start
        if index + 1 == len(words):
            weight *= 1.3
        elif index == 0:
            weight *= 1.1
        accents.append(Accent((vowel.start + vowel.end) / 2, weight))
    return tuple(accents)
