"""A track's phonemes as the rows that coarticulation works on."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kiosk.narration.languages import base_of
from kiosk.narration.track import Phoneme, Track
from kiosk.presenter.lips.moments import CLOSING, LEAD, falls_silent, release
from kiosk.presenter.lips.visemes import NEUTRAL, TOUCHING, VOWELS, shapes_of

# A pause is a gap between tokens longer than a word's border (25 to 50 ms); a short one counts
# where the token before it has taken in some of the silence.
_PAUSE: Final = 0.12
_BORDER: Final = 0.06
_SILENT: Final = 0.20
_SPLIT: Final = 0.55  # of a diphthong belongs to its first vowel
_SHORTEST: Final = 0.02
_RELAXING: Final = 0.25  # seconds before a pause over which the mouth opens less
_RELAXED: Final = 0.88
_STRESS: Final = {0: 0.88, 1: 1.18, 2: 1.06}
_TONE: Final = {1: 1.0, 2: 1.0, 3: 1.04, 4: 1.08, 5: 0.8}  # Mandarin; 5 is the weak one
_CLOSURE: Final = 0.042  # a closure lasts at least that: two samples of a track at 60 Hz


@dataclass(frozen=True, slots=True)
class Segment:
    """A mouth shape in seconds, and its phrase: what is spoken between two pauses.

    ``scale`` opens the mouth wider or less, ``after_vowel`` hurries the shape's onset.
    """

    shape: str
    start: float
    end: float
    phrase_start: float
    phrase_end: float
    scale: float = 1.0
    after_vowel: bool = False


def segments_of(track: Track) -> list[Segment]:
    """The shapes of a track with their visible times, in order.

    A phoneme that no table knows takes the neutral vowel's shape.
    """
    row = track.phonemes
    borders = [
        index for index, (one, after) in enumerate(pairwise(row), 1) if _parted(one, after, track)
    ]
    edges = [0, *borders, len(row)]
    return [
        segment
        for first, last in pairwise(edges)
        if last > first
        for segment in _phrase(row[first:last], track)
    ]


def _parted(one: Phoneme, after: Phoneme, track: Track) -> bool:
    gap = after.start - one.end
    return gap > _PAUSE or (gap > _BORDER and after.start - falls_silent(track, one) > _SILENT)


def _phrase(phonemes: tuple[Phoneme, ...], track: Track) -> list[Segment]:
    language = track.language
    tonal = base_of(language) == "zh"
    opens = phonemes[0].start
    closes = max(opens + _SHORTEST, falls_silent(track, phonemes[-1]))
    made: list[Segment] = []
    for one in phonemes:
        shapes = shapes_of(one.ipa, language) or (NEUTRAL,)
        scale = 1.0
        if shapes[0] in VOWELS:
            scale = (_TONE if tonal else _STRESS).get(one.stress, 1.0)
            scale *= _RELAXED if closes - one.end < _RELAXING else 1.0
        start, end = one.start - LEAD, one.end - LEAD
        if shapes[0] in TOUCHING:
            end = release(one.ipa, language, one.start, one.end)
            start = min(one.start - CLOSING, end - _CLOSURE)
        end = min(end, closes)
        start = min(start, end - _SHORTEST)
        middle = start + (end - start) * _SPLIT
        times = [start, end] if len(shapes) == 1 else [start, middle, end]
        for shape, (begin, over) in zip(shapes, pairwise(times), strict=True):
            after = bool(made) and made[-1].shape in VOWELS
            made.append(Segment(shape, begin, over, opens, closes, scale, after))
    return made
