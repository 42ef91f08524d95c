"""A track's phonemes as the rows that coarticulation works on."""

from dataclasses import dataclass
from typing import Final

from kiosk.narration.languages import base_of
from kiosk.narration.track import Phoneme, Track
from kiosk.presenter.lips.moments import CLOSING, LEAD, overrun, release
from kiosk.presenter.lips.visemes import NEUTRAL, VOWELS, shapes_of

PAUSE: Final = 0.12  # seconds without a token that are more than a word's border
_SPLIT: Final = 0.55  # of a diphthong belongs to its first vowel
_SHORTEST: Final = 0.02
_RELAXED = 0.25  # seconds before a pause over which the mouth opens less
_STRESS: Final = {0: 0.88, 1: 1.18, 2: 1.06}
_TONE: Final = {1: 1.0, 2: 1.0, 3: 1.04, 4: 1.08, 5: 0.8}  # Mandarin; 5 is the weak one
_CLOSURE: Final = 0.042  # a closure lasts at least that: two samples of a track at 60 Hz


@dataclass(frozen=True, slots=True)
class Segment:
    """A mouth shape in seconds; ``scale`` widens or narrows it, ``after_vowel`` hurries it."""

    shape: str
    start: float
    end: float
    scale: float = 1.0
    after_vowel: bool = False
    first: bool = False  # after a pause
    last: bool = False  # before a pause


def segments_of(track: Track) -> list[Segment]:
    """The shapes of a track with their visible times, in order.

    A phoneme that no table knows takes the neutral vowel's shape.
    """
    made: list[Segment] = []
    phonemes = track.phonemes
    tonal = base_of(track.language) == "zh"
    stops = _stops(phonemes, track.language)
    for index, one in enumerate(phonemes):
        first = index == 0 or one.start - phonemes[index - 1].end > PAUSE
        last = index + 1 == len(phonemes) or phonemes[index + 1].start - one.end > PAUSE
        shapes = shapes_of(one.ipa, track.language) or (NEUTRAL,)
        start, end = one.start - LEAD, one.end - LEAD
        if last:
            end = max(start + _SHORTEST, one.end - overrun(track.language))
        scale = _scale(one, tonal) if shapes[0] in VOWELS else 1.0
        if stops[index] - one.end < _RELAXED and shapes[0] in VOWELS:
            scale *= 0.88
        if shapes[0] in {"PP", "BB"}:
            end = release(one.ipa, track.language, one.start, one.end)
            start = min(one.start - CLOSING, end - _CLOSURE)
        after = not first and bool(made) and made[-1].shape in VOWELS
        middle = start + (end - start) * _SPLIT
        edges = [start, end] if len(shapes) == 1 else [start, middle, end]
        for part, shape in enumerate(shapes):
            made.append(Segment(
                shape, edges[part], edges[part + 1], scale, after if part == 0 else True,
                first and part == 0, last and part == len(shapes) - 1,
            ))  # fmt: skip
    return made


def _stops(phonemes: tuple[Phoneme, ...], language: str) -> list[float]:
    """For each phoneme when the phrase it belongs to ends."""
    stops = [0.0] * len(phonemes)
    stop = 0.0
    for index in range(len(phonemes) - 1, -1, -1):
        one = phonemes[index]
        if index + 1 == len(phonemes) or phonemes[index + 1].start - one.end > PAUSE:
            stop = one.end - overrun(language)
        stops[index] = stop
    return stops


def _scale(one: Phoneme, tonal: bool) -> float:
    return (_TONE if tonal else _STRESS).get(one.stress, 1.0)
