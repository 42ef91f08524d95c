"""Blinks: how lids move, and when they do.

Sources. Rates: Bentivoglio et al. 1997 (17 a minute at rest, 26 in conversation, 4.5 reading;
intervals log-normal); Doughty 2001 (8-21 in silence, 10.5-32.5 in conversation). A presenter
is to look at ease, so the lower half of these ranges is used. Movement: VanderWerf et al.
2003 and Sforza et al. 2008 (closing is the faster half; women 19 a minute). Where they fall:
at the ends of phrases and in pauses (Nakano and Kitazawa 2010), with large shifts of gaze
(Evinger et al. 1994: nearly always above 33 degrees).
"""

import math
from dataclasses import dataclass
from random import Random
from typing import Final

TELLING: Final = 6.8  # mean seconds between blinks where no phrase end asks for one
QUIET: Final = 4.7
LISTENING: Final = 8.0
APART: Final = 0.65  # seconds from start to start, but for doubles
_SPREAD: Final = 0.5  # of the logarithm of intervals
_STARE: Final = 1.1  # longest interval, of the mean
_DOUBLES: Final = 0.07
_AT_END: Final = {True: 0.48, False: 0.1}  # a blink's chance at the end of a sentence, a phrase


@dataclass(frozen=True, slots=True)
class Blink:
    """One blink from ``start``; seconds to close, shut and open, and how far (1 is shut)."""

    start: float
    close: float
    shut: float
    open: float
    depth: float

    @property
    def length(self) -> float:
        return self.close + self.shut + self.open


def closure(blink: Blink, since: float) -> float:
    """How far the lids are closed, ``since`` seconds after the blink's start.

    Closing is swift and even; opening starts swiftly and ends slowly.
    """
    if since <= 0.0 or since >= blink.length:
        return 0.0
    if since < blink.close:
        part = since / blink.close
        return blink.depth * part * part * (3.0 - 2.0 * part)
    since -= blink.close + blink.shut
    if since <= 0.0:
        return blink.depth
    left = 1.0 - since / blink.open
    part = 1.0 - left * math.sqrt(left)
    return blink.depth * (1.0 - part * part * (3.0 - 2.0 * part))


def blink_at(start: float, dice: Random, slow: bool = False) -> Blink:
    """A blink as people make it; slow ones, while listening, take about half as long again."""
    if slow:
        return Blink(start, dice.uniform(0.11, 0.14), dice.uniform(0.03, 0.05),
                     dice.uniform(0.22, 0.29), 1.0)  # fmt: skip
    return Blink(start, dice.uniform(0.075, 0.09), dice.uniform(0.01, 0.025),
                 dice.uniform(0.15, 0.2), dice.uniform(0.93, 1.0))  # fmt: skip


def interval(dice: Random, mean: float) -> float:
    """Seconds to the next blink; the longest are cut, because they read as a stare."""
    seconds = mean * dice.lognormvariate(-_SPREAD * _SPREAD / 2, _SPREAD)
    return min(max(APART, seconds), _STARE * mean)


def blinks_by_themselves(
    begin: float, end: float, dice: Random, mean: float, slow: bool = False
) -> list[Blink]:
    """Blinks of a stretch of time that nothing else disturbs; the last has ended at ``end``."""
    blinks: list[Blink] = []
    time = begin + dice.random() * mean
    while time < end - APART:
        _add(blinks, time, dice, slow=slow, until=end)
        time = blinks[-1].start + interval(dice, mean)
    return blinks


def blinks_while_telling(
    ends: list[tuple[float, bool]], shifts: list[float], duration: float, dice: Random
) -> list[Blink]:
    """Blinks of a narration of that many seconds.

    ``ends`` are (when, whether a sentence's) of its phrases, ``shifts`` when the gaze leaves
    the visitor. Blinks that come by themselves wait for such a moment when one is near.
    """
    moments = [(when + dice.uniform(-0.02, 0.12), _AT_END[sentence]) for when, sentence in ends]
    moments += [(when, 0.5) for when in shifts]
    moments.append((duration + 1.0, 0.0))
    blinks: list[Blink] = []
    last, due = 0.0, dice.uniform(0.8, 3.5)
    for when, chance in sorted(moments):
        while due < min(when - 0.9, duration):
            _add(blinks, due, dice, until=when - 0.1)
            last = blinks[-1].start
            due = last + interval(dice, TELLING)
        wanted = dice.random() < chance or (chance > 0.0 and due < when + 0.3)
        if wanted and when - last >= APART and when <= duration + 0.3:
            _add(blinks, when, dice)
            last = blinks[-1].start
            due = last + interval(dice, TELLING)
    return blinks


def _add(
    blinks: list[Blink], time: float, dice: Random, *, slow: bool = False, until: float = 1e9
) -> None:
    """Adds a blink, now and then a second close behind it, but none within APART of others."""
    blinks.append(blink_at(time, dice, slow))
    again = time + blinks[-1].length + dice.uniform(0.01, 0.07)
    if dice.random() < _DOUBLES and again < until - APART:
        blinks.append(blink_at(again, dice, slow))
