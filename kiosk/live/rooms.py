"""What the stage says about a live room: on air now, next at, or scan any time."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.live.timetable import is_open, next_opening
from kiosk.packs.model import Room


class OnAir(StrEnum):
    """The three things that can honestly be said of a room from its timetable."""

    NOW = "now"
    NEXT = "next"
    ANY_TIME = "any-time"


@dataclass(frozen=True, slots=True)
class RoomState:
    """A room's state; ``at`` is set for NEXT only, in the fair's local time."""

    on_air: OnAir
    at: datetime | None = None


def room_state(room: Room, now: datetime) -> RoomState:
    """The state by timetable. Never hides a code: what is unknown can be scanned any time."""
    if room.timetable and is_open(room.timetable, now):
        return RoomState(OnAir.NOW)
    opening = next_opening(room.timetable, now)
    if opening is None:
        return RoomState(OnAir.ANY_TIME)
    return RoomState(OnAir.NEXT, opening)
