"""Always enough frames: how large and how often the presenter is drawn on this machine.

Pure bookkeeping on figures given to it; it never looks at a clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

STAGE_FPS: Final = 30.0  # the stage must not fall below, whatever the presenter costs
BUSY: Final = 0.9  # share of a period from which on pictures come late
EASY: Final = 0.45  # share of the next rung's period below which she could climb
SETTLE: Final = 2.0  # s of figures before a step down
PATIENCE: Final = 20.0  # s of ease before a step up; doubled each time it proved wrong
MOST_PATIENCE: Final = 640.0


@dataclass(frozen=True, slots=True)
class Rung:
    """`scale` of the size she is shown at, `rate` pictures a second; rate 0 is a still."""

    scale: float
    rate: float


RUNGS: Final = (
    Rung(1.0, 60), Rung(1.0, 30), Rung(0.8, 30), Rung(0.66, 25), Rung(0.5, 20), Rung(0.5, 0),
)  # fmt: skip
FIRST: Final = 1


class Ladder:
    """Decides the rung.

    Args:
        graphics: whether a graphics card draws the stage; without one she stays at 30 a second,
            since every picture of hers is a repaint by the processor.
        stage_fps: what the stage must not fall below.
    """

    def __init__(self, graphics: bool, stage_fps: float = STAGE_FPS) -> None:
        self._stage_fps = stage_fps
        self._top = 0 if graphics else FIRST
        self._at = FIRST
        self._patience = PATIENCE
        self._hard = self._easy = 0.0
        self._climbed = False

    @property
    def rung(self) -> Rung:
        """The present one."""
        return RUNGS[self._at]

    def feed(self, seconds: float, cost: float, stage_fps: float) -> bool:
        """Take in what the last while looked like; True when the rung has changed.

        Args:
            seconds: how long that while was.
            cost: seconds that drawing one picture took (a high percentile, not the best case).
            stage_fps: frames a second that reached the screen; 0 where nothing moved.
        """
        rung = self.rung
        slow = 0 < stage_fps < self._stage_fps * 0.97
        too_much = rung.rate > 0 and cost * rung.rate > BUSY
        if slow or too_much:
            self._hard, self._easy = self._hard + seconds, 0.0
        else:
            self._hard, self._easy = 0.0, self._easy + seconds
        if self._hard >= SETTLE and self._at < len(RUNGS) - 1:
            if self._climbed:
                self._patience = min(2 * self._patience, MOST_PATIENCE)
            return self._step(1)
        if self._easy >= self._patience and self._at > self._top and self._fits(cost):
            return self._step(-1)
        return False

    def _fits(self, cost: float) -> bool:
        """Whether the rung above would be easy, by the pixels it draws."""
        above, rung = RUNGS[self._at - 1], self.rung
        if rung.rate == 0:
            return True  # nothing is known of a still: try
        return cost * (above.scale / rung.scale) ** 2 * above.rate < EASY

    def _step(self, down: int) -> bool:
        self._at += down
        self._climbed = down < 0
        self._hard = self._easy = 0.0
        return True
