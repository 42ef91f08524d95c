"""Gestures to a visitor: the greeting, and the pose of listening.

Greeting: a brow flash, up and held for about a fifth of a second each, as people greet all
over the world (Eibl-Eibesfeldt 1972; Grammer et al. 1988), with a smile that reaches the
cheeks and outlasts it, a small nod and the head aside. Listening: head aside, brows and lids soft.
"""

from typing import Final

from kiosk.presenter.life.curve import Curve
from kiosk.presenter.life.pose import (
    CHEEK,
    FORWARD,
    INNER,
    NOD,
    OUTER_LEFT,
    OUTER_RIGHT,
    SMILE,
    SQUINT,
    TILT,
    TURN,
    WIDE,
    Pose,
)

GREETING: Final = 3.6  # seconds
_BROWS: Final = Curve(((0, 0), (0.25, 0.42), (0.5, 0.42), (1.1, 0.07), (2.6, 0)))
_WIDE: Final = Curve(((0, 0), (0.22, 0.13), (0.5, 0.13), (1.0, 0)))
_SMILE: Final = Curve(((0.05, 0), (0.6, 0.32), (2.0, 0.28), (GREETING, 0)))
_NOD: Final = Curve(((0.25, 0), (0.5, 0.6), (0.95, -2.6), (1.7, 0)))
_ASIDE: Final = Curve(((0.2, 0), (1.0, 1.8), (2.2, 1.6), (GREETING, 0)))
_FORWARD: Final = Curve(((0.1, 0), (1.0, 6.0), (2.0, 6.0), (GREETING, 0)))


def add_greeting(pose: Pose, since: float, side: float) -> None:
    """Adds the greeting, ``since`` seconds after it began, the head to ``side`` (-1 or 1)."""
    if not 0.0 < since < GREETING:
        return
    brows, smile = _BROWS.at(since), _SMILE.at(since)
    pose[INNER] += 0.8 * brows
    pose[OUTER_LEFT] += brows
    pose[OUTER_RIGHT] += brows
    pose[WIDE] += _WIDE.at(since)
    pose[SMILE] += smile
    pose[CHEEK] += 0.7 * smile
    pose[SQUINT] += 0.3 * smile
    pose[NOD] += _NOD.at(since)
    pose[TILT] += side * _ASIDE.at(since)
    pose[FORWARD] += _FORWARD.at(since)


def add_listening(pose: Pose, nod: float, side: float) -> None:
    """Adds the pose of listening, the head to ``side``, and a nod in degrees."""
    pose[TURN] += 0.7 * side
    pose[NOD] += nod - 0.5
    pose[TILT] += 2.2 * side
    pose[FORWARD] += 5.0
    pose[INNER] += 0.08
    pose[SMILE] += 0.07
    pose[CHEEK] += 0.05
    pose[SQUINT] += 0.05
