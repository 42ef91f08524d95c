"""A presenter in the middle of a sentence: one picture, the same each time."""

from __future__ import annotations

from kiosk.narration.track import Track
from kiosk.presenter.face.portrait import Pose
from kiosk.presenter.life.life import Life
from kiosk.presenter.lips.track import LipTrack, lips_of
from kiosk.presenter.performer import seed_of, together

STEP = 1 / 30  # s between the moments that are looked at
SHUT = 0.25  # a lid that is further down than this is blinking
AT_US = 5.0  # degrees; eyes that look further away are with something else
SPOKEN = 0.28  # an open jaw, as a photographer would wait for


def speaking(name: str, track: Track, start: float, end: float) -> Pose:
    """How she looks while she says what lies between two seconds of a narration.

    Of all moments the one with open eyes on the visitor and a mouth that is seen to speak; the
    middle where nothing is spoken.
    """
    lips = lips_of(track)
    life = Life(seed_of(name))
    life.tell(track, 0.0)
    middle = (start + end) / 2
    count = max(1, int((end - start) / STEP))
    moments = sorted(start + STEP * index for index in range(count))
    best, least = middle, float("inf")
    for moment in moments:
        cost = _cost(life, lips, moment) + 0.05 * abs(moment - middle) / max(end - start, STEP)
        if cost < least:
            best, least = moment, cost
    return together(life.sample(best, best), lips.shapes(best))


def _cost(life: Life, lips: LipTrack, moment: float) -> float:
    motion = life.sample(moment, moment)
    away = max(abs(motion.gaze[0]), abs(motion.gaze[1]))
    blinks = motion.shapes.get("eyeBlinkLeft", 0.0)
    mouth = lips.shapes(moment)
    # Rounded lips are a sound in motion, but astonishment in a still.
    cost = abs(mouth["jawOpen"] - SPOKEN) + 0.5 * (mouth["mouthFunnel"] + mouth["mouthPucker"])
    return cost + (2.0 if blinks > SHUT else 0.0) + (1.0 if away > AT_US else 0.0)
