"""The director: decides what is on screen now, and why. Pure; lives on an injected clock.

The stage answers each ``Prepare`` with ``ready`` or ``failed``; the director calls for the next
scene while the present one is still playing, so a scene that loads slowly or never is found out
before anybody sees a gap. Time limits come from field reports of signage players: no first frame
within 4 s is a failure, a dead programme shows a poster within 5 s, a clip is cut 60 s after its
declared end.
"""

from collections.abc import Callable
from enum import StrEnum

from kiosk.show.clock import Clock
from kiosk.show.cues import Cue, Poster, Prepare, Show, Transition, Turn
from kiosk.show.programme import Item, Programme

PREPARE_LIMIT = 4.0  # s from Prepare to ready
OVERRUN_LIMIT = 60.0  # s past the declared end before a scene is cut
POSTER_RETRY = 5.0  # s between looks for something to play
FIRST_PREPARE = 2.6  # s into a scene at which the next one is called for: wipes are over by then


class State(StrEnum):
    """What the booth is doing."""

    IDLE = "idle"
    ATTRACT = "attract"
    EXPLORE = "explore"
    POSTER = "poster"


class Director:
    """Runs the attract loop, and what a visitor asks for instead of it.

    Args:
        programme: gives the items.
        clock: time.
        duration_of: seconds an item plays, its narration and pauses included.
        prepare_limit: seconds a scene may take to load; a rehearsal at another pace stretches it,
            because disks and decoders do not go faster with the clock.
    """

    def __init__(
        self,
        programme: Programme,
        clock: Clock,
        duration_of: Callable[[Item], float],
        prepare_limit: float = PREPARE_LIMIT,
    ) -> None:
        self._programme = programme
        self._clock = clock
        self._duration_of = duration_of
        self._prepare_limit = prepare_limit
        self._count = 0
        self._current: Turn | None = None
        self._shown_at = 0.0
        self._ends_at = 0.0
        self._holding = False
        self._next: Turn | None = None
        self._next_ready = False
        self._next_since = 0.0
        self._next_offset = 0.0  # s into its narration, where a visitor changes the language
        self._retry_at = 0.0
        self._blank = True  # nothing was on the stage yet, not even the poster
        self.state = State.IDLE

    @property
    def current(self) -> Turn | None:
        """The turn on the stage, None before the first and under the poster."""
        return self._current

    def start(self) -> list[Cue]:
        """Open the booth. Returns the first cues."""
        self.state = State.ATTRACT
        self._ends_at = self._clock.monotonic()
        return self._call_next()

    def tick(self) -> list[Cue]:
        """Look at the clock; call at least four times a second."""
        now = self._clock.monotonic()
        if self.state is State.IDLE:
            return []
        if self.state is State.EXPLORE:
            late = self._next is not None and now - self._next_since > self._prepare_limit
            return self.failed(self._next.number) if self._next and late else []
        if self._next is None:
            due = self._retry_at
            if self.state is State.ATTRACT:
                due = min(max(due, self._shown_at + FIRST_PREPARE), self._plays_until())
            return self._call_next() if now >= due else []
        if not self._next_ready and now - self._next_since > self._prepare_limit:
            return self.failed(self._next.number) + self._advance(now)
        return self._advance(now)

    def ready(self, number: int) -> list[Cue]:
        """The stage has prepared that turn: every pixel and sample is there."""
        if self._next is None or self._next.number != number:
            return []
        self._next_ready = True
        return self._advance(self._clock.monotonic())

    def failed(self, number: int) -> list[Cue]:
        """That turn cannot be played. It is quarantined and another one is called for."""
        now = self._clock.monotonic()
        if self.state is State.EXPLORE:
            # What a visitor asked for and cannot have leaves the picture that is there.
            if self._next is not None and self._next.number == number:
                self._programme.quarantine(self._next.item, now)
                self._next = None
            return []
        if self._next is not None and self._next.number == number:
            self._programme.quarantine(self._next.item, now)
            self._next = None
            return self._call_next()
        if self._current is not None and self._current.number == number:
            self._programme.quarantine(self._current.item, now)
            self._ends_at = now
            self._holding = False
            return self.tick()
        return []

    def explore(self) -> bool:
        """A visitor has come: the loop stands still, its scene stays.

        Returns:
            False when there is no scene to explore (the poster): nothing has changed then.
        """
        if self._current is None:
            return False
        self.state = State.EXPLORE
        self._next = None
        self._holding = False
        return True

    def visit(self, item: Item, offset: float = 0.0) -> list[Cue]:
        """Show the visitor this item as soon as it is prepared, told from ``offset`` seconds.

        What was asked for before and is not there yet is forgotten.
        """
        if self.state is not State.EXPLORE:
            return []
        return self._prepare(item, offset)

    def attract(self) -> list[Cue]:
        """The visitor has gone: the loop goes on with its next scene."""
        if self.state is not State.EXPLORE:
            return []
        self.state = State.ATTRACT
        self._ends_at = self._clock.monotonic()
        return self._call_next()

    def hold(self, number: int) -> None:
        """The turn on the stage is still speaking or playing: do not leave it yet."""
        if self._current is not None and self._current.number == number:
            self._holding = True

    def release(self, number: int) -> list[Cue]:
        """The turn on the stage has said what it had to say."""
        if self._current is None or self._current.number != number:
            return []
        if self._holding:
            self._holding = False
            self._ends_at = max(self._ends_at, self._clock.monotonic())
        return self.tick()

    def _plays_until(self) -> float:
        """When the turn on the stage is over; before the first one, when the booth opened."""
        return self._ends_at + (OVERRUN_LIMIT if self._holding else 0.0)

    def _call_next(self) -> list[Cue]:
        now = self._clock.monotonic()
        item = self._programme.next(now, self._clock.wall())
        if item is None:
            self._retry_at = now + POSTER_RETRY
            if self._current is not None and now < self._plays_until():
                # The present scene can still play out; look again when it is over.
                return []
            return self._poster("nothing can be played")
        return self._prepare(item)

    def _prepare(self, item: Item, offset: float = 0.0) -> list[Cue]:
        self._count += 1
        self._next = Turn(self._count, item)
        self._next_ready = False
        self._next_since = self._clock.monotonic()
        self._next_offset = offset
        return [Prepare(self._next)]

    def _poster(self, reason: str) -> list[Cue]:
        if self.state is State.POSTER:
            return []
        self.state = State.POSTER
        self._current = None
        self._holding = False
        self._blank = False
        return [Poster(reason)]

    def _advance(self, now: float) -> list[Cue]:
        upcoming = self._next
        if upcoming is None or not self._next_ready:
            waiting = self.state is State.ATTRACT
            if waiting and now - self._plays_until() >= self._prepare_limit:
                return self._poster("no scene loads")
            return []
        present = self._current
        exploring = self.state is State.EXPLORE
        if present is not None and now < self._plays_until() and not exploring:
            return []
        if present is None:
            transition = Transition.CUT if self._blank else Transition.DISSOLVE
        elif present.item.pack.id != upcoming.item.pack.id:
            transition = Transition.WINE
        else:
            transition = Transition.DISSOLVE
        if not exploring:
            self.state = State.ATTRACT
        self._current = upcoming
        self._shown_at = now
        self._ends_at = now + self._duration_of(upcoming.item)
        self._holding = False
        self._blank = False
        self._next = None
        return [Show(upcoming, transition, self._next_offset)]
