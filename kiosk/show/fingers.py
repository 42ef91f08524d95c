"""Which fingers hold a picture: the first one, and one more of the same hand.

Two people touch a screen at once. A second finger counts only near the first one, as far as a hand
spreads; others are left alone until they come down again.
"""

from dataclasses import dataclass
from math import hypot

CLOSE = 24.0  # pixels: two fingers nearer than this tell nothing of how far they spread


@dataclass(frozen=True, slots=True)
class Grip:
    """Where a picture is held.

    Attributes:
        x, y: pixels; the middle of two fingers.
        spread: pixels between two fingers, 0.0 for one.
    """

    x: float
    y: float
    spread: float = 0.0


class Fingers:
    """The fingers on a picture.

    Args:
        hand: pixels that the fingers of one hand can be apart when they come down.
    """

    def __init__(self, hand: float = 480.0) -> None:
        self.hand = hand
        self._holding: dict[int, tuple[float, float]] = {}

    @property
    def grip(self) -> Grip | None:
        """Where the picture is held now."""
        held = list(self._holding.values())
        if not held:
            return None
        if len(held) == 1:
            return Grip(*held[0])
        (x, y), (u, v) = held
        return Grip((x + u) / 2, (y + v) / 2, max(CLOSE, hypot(x - u, y - v)))

    def press(self, finger: int, x: float, y: float) -> bool:
        """A finger comes down. Whether it takes hold, so that the grip is another one now."""
        held = list(self._holding.values())
        near = all(hypot(x - u, y - v) <= self.hand for u, v in held)
        if len(held) < 2 and near:
            self._holding[finger] = (x, y)
            return True
        return False

    def move(self, finger: int, x: float, y: float) -> bool:
        """A finger moves. Whether it is one that holds."""
        if finger not in self._holding:
            return False
        self._holding[finger] = (x, y)
        return True

    def lift(self, finger: int) -> bool:
        """A finger leaves. Whether it was one that held, so that the grip is another one now."""
        return self._holding.pop(finger, None) is not None

    def clear(self) -> None:
        """All are gone."""
        self._holding.clear()
