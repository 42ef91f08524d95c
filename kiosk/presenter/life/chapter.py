"""Life that runs on by itself, planned a chapter of 20 s at a time.

Each chapter is made from the seed and its number alone and begins and ends at rest (looking
at the visitor, lids open, lungs empty). So any moment can be asked for, at any clock, and
nothing depends on which moments were asked for before.
"""

from random import Random
from typing import Final

from kiosk.presenter.life.blink import LISTENING, QUIET, blinks_by_themselves
from kiosk.presenter.life.breath import quiet_breath
from kiosk.presenter.life.curve import Curve, Key
from kiosk.presenter.life.gaze import look_away, scan
from kiosk.presenter.life.told import Stream

SECONDS: Final = 20.0
_KEPT: Final = 3


class Chapter:
    """Twenty seconds: streams in silence and while listening, over the show's clock."""

    __slots__ = ("breath", "listening", "nods", "quiet", "right", "up")

    def __init__(self, seed: int, number: int) -> None:
        dice = Random(f"{seed}/chapter/{number}")
        begin, end = number * SECONDS, (number + 1) * SECONDS
        looks = []
        if dice.random() < 0.75:
            start = begin + dice.uniform(2.0, 15.0)
            looks.append(look_away(start, dice.uniform(0.8, 1.6), dice))
        self.quiet = Stream(blinks_by_themselves(begin, end, dice, QUIET), looks)
        self.listening = Stream(
            blinks_by_themselves(begin, end, dice, LISTENING, slow=True), []
        )
        self.breath = quiet_breath(begin, end, dice)
        self.right, self.up = scan(begin, end, dice)
        self.nods = _nods(begin, end, dice)


class Chapters:
    """The chapters of one presenter; a few are kept, the others can be made again."""

    __slots__ = ("_kept", "_seed")

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._kept: dict[int, Chapter] = {}

    def at(self, now: float) -> Chapter:
        """The chapter a moment of the show's clock is in."""
        number = int(now // SECONDS)
        chapter = self._kept.get(number)
        if chapter is None:
            if len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            chapter = self._kept[number] = Chapter(self._seed, number)
        return chapter


def _nods(begin: float, end: float, dice: Random) -> Curve:
    """A listener's nods, degrees up: small, slow, one or two at a time, every ten seconds.

    Listeners' nods are cyclic when they say yes, and single and wider in the pauses of the
    other (Hadar, Steiner and Rose 1985); a reader makes no sound, so their times are chance.
    """
    keys: list[Key] = []
    time = begin + dice.uniform(1.0, 8.0)
    while time < end - 2.5:
        size = dice.uniform(1.0, 1.8)
        keys += ((time, 0.0), (time + 0.36, -size), (time + 0.8, 0.0))
        if dice.random() < 0.4:
            keys += ((time + 1.12, -0.6 * size), (time + 1.6, 0.0))
        time += dice.uniform(6.0, 12.0)
    return Curve(keys)
