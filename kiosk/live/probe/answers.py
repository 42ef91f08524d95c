"""What asking about a room can end in."""

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """Whether a room is on air. Unknown is an honest answer, and hides nothing."""

    ON = "on"
    OFF = "off"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer, and when to ask again if the probe has a wish."""

    answer: Answer
    again: float | None = None  # s


UNKNOWN = Outcome(Answer.UNKNOWN)


class FetchError(Exception):
    """An address cannot be read.

    Args:
        reason: why, for the log.
        offline: nothing of the network answered: there is none here.
    """

    def __init__(self, reason: str, *, offline: bool = False) -> None:
        self.reason, self.offline = reason, offline
        super().__init__(reason)


class Stopped(FetchError):  # noqa: N818 - nothing went wrong
    """The booth is closing."""
