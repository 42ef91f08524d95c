"""The bed under the show: which winery's is heard, and how loud, from moment to moment.

Pure arithmetic on the times it is given (seconds of the show's monotonic clock). Speech is known
ahead, so the bed is down when the first word comes; it rises slowly afterwards. Wineries' beds
cross over at equal power. Gains are for samples at ``levels.BED``, which
``kiosk.narration.sound.loop`` brings them to.
"""

import math
from dataclasses import dataclass, field

from kiosk.narration.sound import levels

REST = -20.0  # LU against speech, while nobody speaks
DUCKED = -30.0  # LU against speech, under it
ATTACK = 0.15  # s from rest to ducked, over at the first word
RELEASE = 1.0  # s back
CROSS = 2.5  # s from one winery's bed to another's
PAUSE = 0.4  # s to silence and back when the show is held
SILENT = 1e-4  # a gain below that is nothing


@dataclass(slots=True)
class Ramp:
    """A value on its way to another along half a cosine; may be turned round at any moment."""

    value: float
    goal: float = 0.0
    start: float = 0.0
    seconds: float = 0.0

    @staticmethod
    def resting(value: float) -> "Ramp":
        """One that stays where it is."""
        return Ramp(value, value)

    def to(self, goal: float, now: float, seconds: float) -> None:
        """Set out for ``goal``, to be there in ``seconds``; the same goal again changes nothing."""
        if goal != self.goal:
            self.value, self.goal, self.start, self.seconds = self.at(now), goal, now, seconds

    def at(self, now: float) -> float:
        """Where it is."""
        passed = (now - self.start) / self.seconds if self.seconds > 0 else 1.0
        share = 0.5 - 0.5 * math.cos(math.pi * min(max(passed, 0.0), 1.0))
        return self.value + (self.goal - self.value) * share


@dataclass(slots=True)
class BedMix:
    """Gains over time.

    Args:
        level: the booth's wish, 0 (no bed) to 1.
    """

    level: float = 1.0
    _beds: dict[str, Ramp] = field(default_factory=dict)  # share of the power of each, 0 to 1
    _duck: Ramp = field(default_factory=lambda: Ramp.resting(0.0))  # 0: at rest, 1: under speech
    _held: Ramp = field(default_factory=lambda: Ramp.resting(1.0))  # 0: paused
    _speech_at: float | None = None
    _now: str | None = None
    _asked: float = -math.inf  # the latest moment whose gains are out of hand

    @property
    def bed(self) -> str | None:
        """The bed that plays or is coming up, None for silence."""
        return self._now

    def play(self, bed: str | None, now: float) -> None:
        """Cross over to a bed, None for silence. The one that plays already goes on."""
        self._now = bed
        for name, share in self._beds.items():
            share.to(1.0 if name == bed else 0.0, now, CROSS)
        if bed is not None and bed not in self._beds:
            self._beds[bed] = Ramp.resting(0.0)
            self._beds[bed].to(1.0, now, CROSS)

    def speak(self, at: float) -> None:
        """The first word comes at that moment; better told 0.15 s ahead."""
        self._speech_at = at

    def hush(self, now: float) -> None:
        """Nobody speaks any more, or will."""
        self._speech_at = None
        self._duck.to(0.0, now, RELEASE)

    def pause(self, now: float) -> None:
        """The show is held or hidden."""
        self._held.to(0.0, now, PAUSE)

    def resume(self, now: float) -> None:
        """The show goes on."""
        self._held.to(1.0, now, PAUSE)

    def gains(self, now: float) -> dict[str, float]:
        """The factor for the samples of each bed that is heard at that moment; others are gone."""
        if self._speech_at is not None and now >= self._speech_at - ATTACK:
            # Told too late it still goes down in a slope, from where it was.
            self._duck.to(1.0, max(self._speech_at - ATTACK, self._asked), ATTACK)
            self._speech_at = None
        self._asked = now
        lufs = levels.SPEECH + REST + (DUCKED - REST) * self._duck.at(now)
        loud = 10 ** ((lufs - levels.BED) / 20) * self.level * self._held.at(now)
        told = {}
        for name in list(self._beds):
            share = self._beds[name].at(now)
            if share <= 0.0 and self._beds[name].goal == 0.0:
                del self._beds[name]
            else:
                told[name] = loud * math.sqrt(share)
        return told

    def silent(self, now: float) -> bool:
        """Whether nothing is heard and nothing is on its way."""
        waiting = self._held.goal > 0.0 and self.level > 0.0 and self._now is not None
        return not waiting and all(gain < SILENT for gain in self.gains(now).values())
