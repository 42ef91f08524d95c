"""Head and shoulders are never quite still: smooth noise from a few sines.

Their frequencies have no common measure and their phases are seeded, so the sum does not
repeat within a fair. Quiet standing sways by millimetres, nearly all of it below 0.5 Hz
(centre of pressure, see Winter 1995); talking heads add movement up to about 1 Hz with the
rhythm of speech (Munhall et al. 2004; Hadar et al. 1983). Sums never exceed the sizes below.
"""

import math
from random import Random
from typing import Final

# For turn, nod, tilt (degrees), right and forward (millimetres): the sum of the slow sines,
# that of the quick ones, which speech adds, and what is left of the slow ones in silence.
_SIZES: Final = ((1.1, 0.6, 0.8), (0.7, 0.4, 0.8), (0.45, 0.25, 0.8), (7.0, 1.5, 0.45),
                 (4.0, 1.0, 0.45))  # fmt: skip
_SLOW: Final = (0.0473, 0.0917, 0.1741)  # Hz
_QUICK: Final = (0.3137, 0.5261)
_DETUNE: Final = (1.0, 1.137, 0.879, 0.771, 0.683)  # each axis at its own pace


class Noise:
    """The sway of one presenter."""

    __slots__ = ("_axes",)

    def __init__(self, dice: Random) -> None:
        self._axes = [
            (quiet, _sines(_SLOW, slow, pace, dice), _sines(_QUICK, quick, pace, dice))
            for (slow, quick, quiet), pace in zip(_SIZES, _DETUNE, strict=True)
        ]

    def at(self, now: float, telling: bool) -> list[float]:
        """Turn, nod, tilt in degrees, right and forward in millimetres."""
        sine = math.sin
        values = []
        for quiet, slow, quick in self._axes:
            value = 0.0
            for size, speed, phase in slow:
                value += size * sine(speed * now + phase)
            if telling:
                for size, speed, phase in quick:
                    value += size * sine(speed * now + phase)
            else:
                value *= quiet
            values.append(value)
        return values


def _sines(
    frequencies: tuple[float, ...], size: float, pace: float, dice: Random
) -> list[tuple[float, float, float]]:
    """Size, radians a second and phase of each; slower ones are larger."""
    shares = [frequency**-0.5 for frequency in frequencies]
    whole = sum(shares)
    return [
        (size * share / whole, math.tau * frequency * pace, dice.random() * math.tau)
        for frequency, share in zip(frequencies, shares, strict=True)
    ]
