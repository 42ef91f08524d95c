"""One visitor's session, from the first touch to the reset. Pure; lives on an injected clock.

A session forgets everything when it ends: what it was is only told in figures (``Summary``),
without anything that could name the visitor. Times: field notes, part 2 (a warning with a
countdown, at least 20 s to say "still here", what plays counts as activity).
"""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.show.clock import Clock

IDLE = 45.0  # s without a touch or anything playing before the warning
COUNTDOWN = 20.0  # s of warning before the reset
LONGEST_TELLING = 180.0  # s that one telling counts as activity: a visitor may have left it playing
HEARTS = 40  # wines on a visitor's list
STEPS = 400  # rooms of a path that are remembered


class Place(StrEnum):
    """A room of the house; each is one QML file, such as StoryRoom.qml."""

    CONTENTS = "contents"
    STORY = "story"
    MAKING = "making"
    WINES = "wines"
    ORIGIN = "origin"
    WALK = "walk"
    LIVE = "live"
    FINDER = "finder"
    ASK = "ask"
    LIST = "list"


class Phase(StrEnum):
    """Where a session stands."""

    CLOSED = "closed"
    OPEN = "open"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Comfort:
    """How a visitor wants it; every session begins with the booth's own."""

    large: bool = False  # larger text
    contrast: bool = False  # black, white, no pictures behind text
    reach: bool = False  # every control in the lower third
    still: bool = False  # nothing moves that need not
    volume: float = 1.0  # of the booth's, 0 to 1


@dataclass(frozen=True, slots=True)
class Stay:
    """Some time in a room."""

    place: Place
    seconds: float


@dataclass(frozen=True, slots=True)
class Summary:
    """What a session was, in figures.

    Attributes:
        pack: whose house it was in.
        languages: in the order they were chosen.
        path: rooms in the order they were entered, with the time in each.
        seconds: from the first touch to the end.
        touches: how many.
        hearts: wines on the list at the end.
        told: scenes and answers that were told, each once.
        ended: "left" by the visitor, or "idle".
    """

    pack: str
    languages: tuple[str, ...]
    path: tuple[Stay, ...]
    seconds: float
    touches: int
    hearts: tuple[str, ...]
    told: tuple[str, ...]
    ended: str


@dataclass(slots=True)
class _Visit:
    pack: str
    languages: list[str]
    began: float
    entered: float
    place: Place = Place.CONTENTS
    path: list[Stay] = field(default_factory=list)
    touches: int = 0
    hearts: list[str] = field(default_factory=list)
    told: dict[str, None] = field(default_factory=dict)


class Session:
    """At most one visitor's session at a time.

    Args:
        clock: the show's.
        comfort: what every session begins with.
        idle: seconds without activity before the warning.
        countdown: seconds from the warning to the reset.
    """

    def __init__(
        self, clock: Clock, comfort: Comfort, idle: float = IDLE, countdown: float = COUNTDOWN
    ) -> None:
        self._clock, self._idle, self._countdown = clock, idle, countdown
        self._own = comfort
        self.comfort = comfort
        self._visit: _Visit | None = None
        self._active = 0.0
        self._playing_since: float | None = None

    @property
    def phase(self) -> Phase:
        """Closed, open, or about to be reset."""
        if self._visit is None:
            return Phase.CLOSED
        return Phase.WARNING if self._quiet() >= self._idle else Phase.OPEN

    @property
    def remaining(self) -> int:
        """Whole seconds of the countdown left; all of it while there is no warning."""
        left = self._idle + self._countdown - self._quiet()
        return max(0, min(round(self._countdown), int(left + 0.999)))

    @property
    def place(self) -> Place:
        """The room the visitor is in."""
        return self._visit.place if self._visit else Place.CONTENTS

    @property
    def language(self) -> str:
        """What the visitor reads and hears, "" without a session."""
        return self._visit.languages[-1] if self._visit else ""

    @property
    def hearts(self) -> tuple[str, ...]:
        """Ids of the wines on the visitor's list, in the order they were put there."""
        return tuple(self._visit.hearts) if self._visit else ()

    def open(self, pack: str, language: str) -> None:
        """The first touch. Does nothing when a session is open."""
        if self._visit is None:
            now = self._clock.monotonic()
            self._visit = _Visit(pack, [language], now, now)
            self.comfort = self._own
            self._playing_since = None
            self.touch()

    def touch(self) -> None:
        """A finger: somebody is there."""
        self._active = self._clock.monotonic()
        if self._visit is not None:
            self._visit.touches += 1

    def enter(self, place: Place) -> None:
        """Go to a room."""
        visit = self._visit
        if visit is None or place is visit.place:
            return
        self._leave_room(visit)
        visit.place = place

    def speak(self, language: str) -> None:
        """Go on in another language."""
        if self._visit is not None and language != self._visit.languages[-1]:
            self._visit.languages.append(language)
            del self._visit.languages[1:-STEPS]

    def tell(self, name: str) -> None:
        """A scene or an answer begins to be told: as long as it lasts, somebody listens."""
        if self._visit is not None:
            self._playing_since = self._clock.monotonic()
            if len(self._visit.told) < STEPS:
                self._visit.told[name] = None

    def told(self) -> None:
        """It has ended; the idle time counts from here."""
        if self._playing_since is not None:
            self._active = max(self._active, self._heard_until(self._clock.monotonic()))
        self._playing_since = None

    def heart(self, wine: str) -> bool:
        """Put a wine on the list, or take it off. Returns whether it is on the list now."""
        if self._visit is None:
            return False
        if wine in self._visit.hearts:
            self._visit.hearts.remove(wine)
            return False
        if len(self._visit.hearts) >= HEARTS:
            return False
        self._visit.hearts.append(wine)
        return True

    def tick(self) -> Summary | None:
        """Look at the clock, at least once a second. Returns the summary when the time is over."""
        if self._visit is not None and self._quiet() >= self._idle + self._countdown:
            return self.close("idle")
        return None

    def close(self, ended: str = "left") -> Summary | None:
        """End the session and forget it. None when there is none."""
        visit, self._visit = self._visit, None
        if visit is None:
            return None
        self._leave_room(visit)
        self._playing_since = None
        self.comfort = self._own
        return Summary(
            visit.pack, tuple(visit.languages), tuple(visit.path),
            self._clock.monotonic() - visit.began, visit.touches, tuple(visit.hearts),
            tuple(visit.told), ended,
        )  # fmt: skip

    def _heard_until(self, now: float) -> float:
        since = self._playing_since
        return self._active if since is None else min(now, since + LONGEST_TELLING)

    def _quiet(self) -> float:
        now = self._clock.monotonic()
        return now - max(self._active, self._heard_until(now))

    def _leave_room(self, visit: _Visit) -> None:
        now = self._clock.monotonic()
        if len(visit.path) < STEPS:
            visit.path.append(Stay(visit.place, now - visit.entered))
        visit.entered = now
