"""What the director tells the stage."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.show.programme import Item


class Transition(StrEnum):
    """How one scene gives way to the next."""

    CUT = "cut"  # the very first picture only: there is nothing to leave
    DISSOLVE = "dissolve"  # within a winery
    WINE = "wine"  # the rising-wine wipe, between wineries


@dataclass(frozen=True, slots=True)
class Turn:
    """One appearance of an item on the stage; ``number`` tells appearances apart."""

    number: int
    item: Item


@dataclass(frozen=True, slots=True)
class Prepare:
    """Load this turn out of sight and answer with ``Director.ready`` or ``failed``."""

    turn: Turn


@dataclass(frozen=True, slots=True)
class Show:
    """Put this prepared turn on the stage now, narration from ``offset`` seconds."""

    turn: Turn
    transition: Transition
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Poster:
    """Nothing can be played: show the built-in poster, with the codes that are known."""

    reason: str


Cue = Prepare | Show | Poster
