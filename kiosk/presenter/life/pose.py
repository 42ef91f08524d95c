"""Channels that move smoothly, and how they get from one course to another.

Whenever what she does changes (a narration begins or is cut, a visitor comes), the courses
before and after differ. The difference at that moment and its speed die away like a
critically damped spring, whatever courses there are, so no channel jumps and none is jerked
however fast changes follow one another. Nothing is kept but that difference.
"""

import math
from typing import Final

TURN, NOD, TILT, RIGHT, FORWARD, BREATH = range(6)
INNER, OUTER_LEFT, OUTER_RIGHT, SMILE, CHEEK, WIDE, SQUINT = range(6, 13)
CHANNELS: Final = 13

Pose = list[float]

# How fast differences die, 1/s: half is gone after 1.7 / rate seconds.
_RATES: Final = (5.0, 5.0, 5.0, 3.0, 3.0, 4.5, 8.0, 8.0, 8.0, 5.0, 5.0, 9.0, 6.0)
_GONE: Final = 8.0  # seconds after which nothing is left
STEP: Final = 1e-3  # seconds over which speeds are taken


class Seam:
    """The difference between what was and what is, dying away from ``at``."""

    __slots__ = ("_at", "_gap", "_speed")

    def __init__(self, at: float, gap: Pose, speed: Pose) -> None:
        self._at = at
        self._gap = gap
        self._speed = [v + rate * x for v, rate, x in zip(speed, _RATES, gap, strict=True)]

    def add_to(self, pose: Pose, now: float) -> None:
        """Adds what is left at ``now``."""
        since = now - self._at
        if since >= _GONE:
            return
        since = max(since, 0.0)
        gap, speed = self._gap, self._speed
        for index, rate in enumerate(_RATES):
            pose[index] += (gap[index] + speed[index] * since) * math.exp(-rate * since)
