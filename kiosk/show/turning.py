"""How a view of a panorama turns: in the grip of fingers, by its own weight, slowly of its own."""

import math
from collections import deque
from dataclasses import replace

from kiosk.show.fingers import Grip
from kiosk.show.panorama import View, wrapped

FRICTION = 0.40  # s in which a view that was let go keeps 1/e of its speed
FASTEST = 240.0  # degrees a second that a flick can give
SLOWEST = 2.0  # below it stands
RECENT = 0.10  # s before letting go that tell the speed
GLIDE = 0.8  # s to turn by the deck's slips
QUIET = 5.0  # s without a touch before it drifts
DRIFT = 1.5  # degrees a second
GATHER = 4.0  # s in which the drift gathers speed


class Turning:
    """The view a visitor has, moved by time and fingers. Times are seconds of one clock.

    Args:
        still: nothing moves of its own; fingers and slips turn it all the same.
    """

    def __init__(self, still: bool = False) -> None:
        self.still = still
        self.view = View()
        self._held: tuple[float, float, float, float] | None = None  # right, up, spread, tangent
        self._recent: deque[tuple[float, float, float]] = deque(maxlen=12)
        self._speed = (0.0, 0.0)
        self._glide: tuple[float, float, float] | None = None  # since, from, degrees
        self._last = self._quiet = 0.0

    @property
    def moving(self) -> bool:
        """Whether it is turning now, other than by its drift."""
        return self._held is not None or self._speed != (0.0, 0.0) or self._glide is not None

    def look(self, view: View, now: float) -> None:
        """Look there at once, at rest."""
        self.view = view.limited()
        self._held, self._glide, self._speed = None, None, (0.0, 0.0)
        self._last = self._quiet = now

    def resize(self, width: int, height: int) -> None:
        """The view has another size."""
        self.view = replace(self.view, width=width, height=height).limited()

    def hold(self, grip: Grip | None, now: float) -> None:
        """Fingers take hold, other ones than before; None: the last one has left."""
        if grip is None:
            self._let_go(now)
            return
        right, up = self.view.direction(grip.x, grip.y)
        tangent = math.tan(math.radians(self.view.field) / 2)
        self._held = (right, up, grip.spread, tangent)
        self._speed, self._glide = (0.0, 0.0), None
        self._recent.clear()
        self._remember(now)

    def drag(self, grip: Grip, now: float) -> None:
        """The fingers that hold have moved: what they hold stays under them."""
        if self._held is None:
            return
        right, up, spread, tangent = self._held
        if spread and grip.spread:
            field = 2 * math.degrees(math.atan(tangent * spread / grip.spread))
            self.view = replace(self.view, field=field).limited()
        self.view = self.view.holding(right, up, grip.x, grip.y)
        self._remember(now)

    def glide(self, degrees: float, now: float) -> None:
        """Turn to the right by so much, softly."""
        start = self.view.heading
        if self._glide is not None:  # and what the last one has left to turn
            degrees += self._glide[2] * (1 - _eased(now - self._glide[0]))
        self._held, self._speed, self._quiet = None, (0.0, 0.0), now
        self._glide = None if self.still else (now, start, degrees)
        if self.still:
            self.view = replace(self.view, heading=start + degrees).limited()

    def step(self, now: float, drifting: bool) -> None:
        """Let time pass.

        Args:
            now: the time.
            drifting: whether it may turn of its own.
        """
        passed = max(0.0, min(0.1, now - self._last))
        self._last = now
        if self._glide is not None:
            since, start, degrees = self._glide
            share = _eased(now - since)
            self.view = replace(self.view, heading=start + degrees * share).limited()
            self._quiet = now
            if now - since >= GLIDE:
                self._glide = None
        elif self._speed != (0.0, 0.0):
            self._roll(passed)
            self._quiet = now
        elif self._held is not None or self.still or not drifting:
            self._quiet = now
        elif (resting := now - self._quiet - QUIET) > 0:
            speed = DRIFT * min(1.0, resting / GATHER)
            self.view = replace(self.view, heading=self.view.heading + speed * passed).limited()

    def _roll(self, passed: float) -> None:
        keep = math.exp(-passed / FRICTION)
        right, up = self._speed
        heading = self.view.heading + right * FRICTION * (1 - keep)
        pitch = self.view.pitch + up * FRICTION * (1 - keep)
        self.view = replace(self.view, heading=heading, pitch=pitch).limited()
        right, up = right * keep, up * keep
        self._speed = (right, up) if math.hypot(right, up) >= SLOWEST else (0.0, 0.0)

    def _remember(self, now: float) -> None:
        self._recent.append((now, self.view.heading, self.view.pitch))
        self._last = self._quiet = now

    def _let_go(self, now: float) -> None:
        self._held = None
        self._last = self._quiet = now
        recent = [each for each in self._recent if now - each[0] <= RECENT]
        if self.still or len(recent) < 2 or recent[-1][0] - recent[0][0] <= 0:
            return
        (since, heading, pitch), (_, at, height) = recent[0], recent[-1]
        # Up to the moment of letting go: a finger that stopped before throws less.
        right, up = wrapped(at - heading) / (now - since), (height - pitch) / (now - since)
        speed = math.hypot(right, up)
        if speed >= SLOWEST:
            share = min(1.0, FASTEST / speed)
            self._speed = (right * share, up * share)


def _eased(seconds: float) -> float:
    """How much of a glide is done after so long, 0 to 1."""
    share = max(0.0, min(1.0, seconds / GLIDE))
    return share * share * (3 - 2 * share)
