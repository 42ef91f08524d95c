"""Breath: slow in silence; in speech quick in through the pauses and long out over the words.

At rest people breathe 12 to 20 times a minute, 40 % of it in; in speech about as often, but
10 % in and 90 % out, mostly where clauses begin, deeper before longer groups (Conrad and
Schoenle 1979; Winkworth et al. 1995).
"""

from random import Random
from typing import Final

from kiosk.presenter.life.curve import Curve, Key
from kiosk.presenter.life.phrases import Phrase

EMPTY: Final = 0.12  # what stays, and where quiet breaths begin and end
_GROUP: Final = 3.7  # seconds from breath to breath, at least
_LONG: Final = 4.2  # after so many, a shorter pause will do
_PAUSE: Final = 0.3
_QUICKEST: Final = 0.35  # seconds to breathe in; where the pause is shorter, over its edge


def quiet_breath(begin: float, end: float, dice: Random) -> Curve:
    """Breaths that fill a stretch of time exactly, about 14 a minute, empty at both ends."""
    seconds = end - begin
    count = max(1, round(seconds * dice.uniform(12.0, 15.5) / 60.0))
    parts = [dice.uniform(0.85, 1.15) for _ in range(count)]
    scale = seconds / sum(parts)
    keys: list[Key] = [(begin, EMPTY)]
    time = begin
    for part in parts:
        whole = part * scale
        full = EMPTY + dice.uniform(0.38, 0.5)
        keys += ((time + 0.4 * whole, full), (time + 0.88 * whole, EMPTY))
        time += whole
        keys.append((time, EMPTY))
    return Curve(keys)


def told_breath(phrases: list[Phrase], duration: float) -> Curve:
    """The breath of a narration: in before each group of phrases, out over it."""
    groups: list[list[Phrase]] = []
    for phrase in phrases:
        if groups:
            begun, pause = groups[-1][0].start, groups[-1][-1].pause
            since = phrase.start - begun
            if since < _GROUP or (pause < _PAUSE and not (since > _LONG and pause >= 0.08)):
                groups[-1].append(phrase)
                continue
        groups.append([phrase])
    keys: list[Key] = [(-0.4, 0.3)]
    for index, group in enumerate(groups):
        start, end = group[0].start, group[-1].end
        full = min(0.62 + 0.06 * (end - start), 0.95)
        if index and groups[index - 1][-1].pause < _PAUSE:
            full *= 0.85  # no time for more
        keys.append((max(start, keys[-1][0] + _QUICKEST), full))
        if index + 1 < len(groups):
            end = min(end - 0.03, groups[index + 1][0].start - _QUICKEST)
        keys.append((max(end, keys[-1][0] + 0.2), max(EMPTY, full - 0.17 * (end - start))))
    keys.append((max(duration, keys[-1][0]) + 0.9, 0.3))
    return Curve(keys)
