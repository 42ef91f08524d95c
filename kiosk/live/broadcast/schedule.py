"""When a frame is due: sound is the clock.

A stream's second is 48,000 samples, whatever else happens. A frame of 25 or 30 a second covers a
whole number of them, so frames and samples are counted, not timed: nothing can add up over hours.
The machine's monotonic clock only says how many are owed by now.
"""

from dataclasses import dataclass

RATE = 48_000  # Hz
RATES = (25, 30)  # frames a second that platforms take; both divide RATE
_EPSILON = 1e-6  # s: sums of floats do not come out even
LOST = 5.0  # s behind from which time is given up instead of made up (the machine slept)


@dataclass(slots=True)
class Schedule:
    """Counts what was sent and says what is owed.

    Args:
        fps: frames a second, one of ``RATES``.
        start: moment of the first frame on a monotonic clock, s.
    """

    fps: int
    start: float
    frames: int = 0  # periods of one frame that are over, each with its samples
    drawn: int = 0  # of them, how many had a picture of their own
    given_up: float = 0.0  # s of the machine's clock that the stream left out

    @property
    def samples_per_frame(self) -> int:
        """Samples that go with one frame."""
        return RATE // self.fps

    @property
    def seconds(self) -> float:
        """Length of the stream so far."""
        return self.frames / self.fps

    @property
    def repeated(self) -> int:
        """Frames that had to stand in for one that did not come in time."""
        return self.frames - self.drawn

    def owed(self, now: float) -> int:
        """How many frames are due at that moment; 0 when it is too early for the next."""
        behind = now - self.start - self.seconds
        if behind > LOST:
            self.start += behind
            self.given_up += behind
            behind = 0.0
        if behind < -_EPSILON:
            return 0
        return int((behind + _EPSILON) * self.fps) + 1

    def wait(self, now: float) -> float:
        """Seconds until the next frame is due, 0 when it is overdue."""
        return max(0.0, self.start + self.seconds - now)

    def sent(self, count: int, drawn: bool = True) -> None:
        """``count`` frames have gone, the last of them newly drawn or repeated as well."""
        self.frames += count
        self.drawn += drawn
