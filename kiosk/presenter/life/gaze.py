"""Where the eyes look, and how fast they get there.

Sources. Duration of saccades, 2.2 ms a degree + 21 ms: Carpenter 1988, within the main
sequence of Lee, Badler and Badler 2002 ("Eyes Alive": 2-2.7 ms a degree + 20-30 ms).
Micro-saccades, one or two a second, under half a degree: Martinez-Conde et al. 2009. Mutual
gaze: speakers look away where they begin a thought and back well before it ends (Kendon
1967); looks at a face last about two seconds and wander over eyes and mouth (Rogers et al.
2018). The head starts later than the eyes, 139 ms at 10 degrees and 50 ms at 40 (Jibi to
Rinsho 24, 559), and takes a small share of shifts under 20 degrees, least of vertical ones
(Freedman and Sparks 1997). Lids keep to vertical gaze (Becker and Fuchs 1988).
"""

import math
from dataclasses import dataclass
from random import Random
from typing import Final

from kiosk.presenter.life.curve import Curve, Key, ease

WIDEST: Final = (35.0, 20.0)  # degrees right and up a glance may go
_DELAY: Final = 0.2  # a glance's reaction time
_LOOK: Final = 1.0  # seconds it lasts
_HEAD_LATE: Final = 0.1
_HEAD_SHARE: Final = (0.25, 0.2)
_SCAN: Final = (0.9, 0.55)  # half the width and height of what is looked at in a face, degrees
_LID: Final = 0.022  # of a blink by which lids sink with each degree the eyes look down
_LIFT: Final = 0.018  # eyeWide for each degree up


def saccade_seconds(degrees: float) -> float:
    """How long a saccade of so many degrees takes."""
    return 0.021 + 0.0022 * degrees


def lids(up: float) -> tuple[float, float]:
    """How far the lids sink (of a blink) and rise (eyeWide) with eyes so many degrees up."""
    return (min(-up * _LID, 0.4), 0.0) if up < 0.0 else (0.0, min(up * _LIFT, 0.3))


@dataclass(frozen=True, slots=True)
class Look:
    """A look away from the visitor: from ``start`` to ``end``, so many degrees right and up."""

    start: float
    end: float
    right: float
    up: float

    def away(self, time: float) -> float:
        """0 with the visitor to 1 at the target."""
        if time <= self.start:
            return 0.0
        seconds = saccade_seconds(math.hypot(self.right, self.up))
        return ease((time - self.start) / seconds) - ease((time - self.end) / seconds)

    def head(self, time: float) -> tuple[float, float]:
        """The head's share of it, degrees turned and nodded: later, slower and less."""
        if time <= self.start + _HEAD_LATE:
            return 0.0, 0.0
        seconds = 0.4 + 0.012 * math.hypot(self.right, self.up)
        share = ease((time - self.start - _HEAD_LATE) / seconds)
        share -= ease((time - self.end - _HEAD_LATE) / seconds)
        return share * _HEAD_SHARE[0] * self.right, share * _HEAD_SHARE[1] * self.up

    @property
    def over(self) -> float:
        """When the head, too, is back."""
        return self.end + 1.1


def glance(right: float, up: float, at: float) -> Look:
    """A look at the picture, asked for at ``at``."""
    right = min(max(right, -WIDEST[0]), WIDEST[0])
    up = min(max(up, -WIDEST[1]), WIDEST[1])
    return Look(at + _DELAY, at + _DELAY + _LOOK, right, up)


def look_away(start: float, seconds: float, dice: Random) -> Look:
    """A thoughtful look past the visitor: aside, and a little down more often than up."""
    right = dice.choice((-1.0, 1.0)) * dice.uniform(4.5, 8.0)
    up = dice.uniform(-3.5, -1.0) if dice.random() < 0.6 else dice.uniform(1.0, 3.0)
    return Look(start, start + seconds, right, up)


def scan(begin: float, end: float, dice: Random) -> tuple[Curve, Curve]:
    """How the eyes wander over the visitor's face, degrees right and up of its middle.

    Fixations of about a second, micro-saccades between them; in the middle at both ends.
    """
    x, y = 0.0, 0.0
    right: list[Key] = [(begin, x)]
    up: list[Key] = [(begin, y)]
    middle = (0.0, 0.0)
    time, turn = begin + dice.uniform(0.3, 1.0), begin
    while time < end - 0.3:
        if time >= turn:
            middle = (dice.uniform(-1, 1) * _SCAN[0], dice.uniform(-1, 1) * _SCAN[1])
            turn = time + dice.uniform(0.7, 2.4)
        target = (middle[0] + dice.gauss(0.0, 0.12), middle[1] + dice.gauss(0.0, 0.08))
        seconds = saccade_seconds(math.hypot(target[0] - x, target[1] - y))
        right += ((time, x), (time + seconds, target[0]))
        up += ((time, y), (time + seconds, target[1]))
        x, y = target
        time += dice.uniform(0.45, 1.1)
    seconds = saccade_seconds(math.hypot(x, y))
    right += ((end - 0.1, x), (end - 0.1 + seconds, 0.0))
    up += ((end - 0.1, y), (end - 0.1 + seconds, 0.0))
    return Curve(right), Curve(up)
