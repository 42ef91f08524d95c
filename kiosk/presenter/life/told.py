"""A narration's life, planned when it begins: everything that belongs to its words."""

from bisect import bisect_right
from random import Random
from typing import Final

from kiosk.narration.track import Track
from kiosk.presenter.life.beats import beats_of
from kiosk.presenter.life.blink import Blink, blinks_while_telling
from kiosk.presenter.life.breath import told_breath
from kiosk.presenter.life.gaze import Look, look_away
from kiosk.presenter.life.phrases import Phrase, phrases_of

_THINKS: Final = 0.45  # the chance that she looks aside where a sentence begins
_BETWEEN: Final = 4.0  # seconds between looks aside


class Stream:
    """Blinks and looks of one stretch of time, to be found by their start."""

    __slots__ = ("_blink_starts", "_look_starts", "blinks", "looks")

    def __init__(self, blinks: list[Blink], looks: list[Look]) -> None:
        self.blinks = blinks
        self.looks = looks
        self._blink_starts = [one.start for one in blinks]
        self._look_starts = [one.start for one in looks]

    def blinks_before(self, time: float) -> int:
        """How many have begun."""
        return bisect_right(self._blink_starts, time)

    def look(self, time: float) -> Look | None:
        """The last that has begun, unless eyes and head are long back."""
        index = bisect_right(self._look_starts, time)
        if index and time < self.looks[index - 1].over:
            return self.looks[index - 1]
        return None


class Told(Stream):
    """The plan of a narration, over its own seconds."""

    __slots__ = ("beats", "breath", "duration", "uneven")

    def __init__(self, track: Track, dice: Random) -> None:
        phrases = phrases_of(track)
        self.duration = track.duration
        self.beats = beats_of(phrases, track.duration, dice)
        self.breath = told_breath(phrases, track.duration)
        # Faces are not symmetric, and the brow that leads differs from time to time.
        self.uneven = dice.uniform(-0.15, 0.15)
        looks = _looks(phrases, dice)
        ends = [(phrase.end, phrase.closes) for phrase in phrases]
        shifts = [look.start for look in looks]
        super().__init__(blinks_while_telling(ends, shifts, track.duration, dice), looks)


def _looks(phrases: list[Phrase], dice: Random) -> list[Look]:
    """Looks aside at some beginnings of sentences, never at the very first."""
    looks: list[Look] = []
    free = 1.0
    for phrase in phrases[:-1]:
        if phrase.closes and phrase.end > free and dice.random() < _THINKS:
            start = phrase.end + dice.uniform(0.05, 0.25)
            looks.append(look_away(start, dice.uniform(0.5, 1.0), dice))
            free = looks[-1].end + _BETWEEN
    return looks
