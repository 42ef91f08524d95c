"""What the stage says about a live room: on air now, next at, or scan any time."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.live.probe.answers import Answer
from kiosk.live.timetable import is_open, next_opening
from kiosk.packs.links import NAMES, parse_link
from kiosk.packs.model import Room


class OnAir(StrEnum):
    """The three things that can honestly be said of a room."""

    NOW = "now"
    NEXT = "next"
    ANY_TIME = "any-time"


@dataclass(frozen=True, slots=True)
class RoomState:
    """A room's state; ``at`` is set for NEXT only, in the fair's local time.

    ``offline``: the booth was to ask the room and finds no network; the code works all the same.
    """

    on_air: OnAir
    at: datetime | None = None
    offline: bool = False


def room_state(
    room: Room,
    now: datetime,
    switch: bool | None = None,
    probe: Answer = Answer.UNKNOWN,
    offline: bool = False,
) -> RoomState:
    """The state by the manual switch, else by the probe, else by the timetable.

    Never hides a code: what is unknown can be scanned any time.

    Args:
        room: with its timetable.
        now: the fair's local time.
        switch: what somebody at the booth has said, None: nothing.
        probe: a fresh answer, or UNKNOWN.
        offline: the room was to be asked, and there is no network.
    """
    scheduled = bool(room.timetable) and is_open(room.timetable, now) is True
    if switch is not None:
        on = switch
    elif probe is not Answer.UNKNOWN:
        on = probe is Answer.ON
        if scheduled and not on:  # late, or over early: it may begin any minute
            return RoomState(OnAir.ANY_TIME, offline=offline)
    else:
        on = scheduled
    if on:
        return RoomState(OnAir.NOW, offline=offline)
    opening = next_opening(room.timetable, now)
    if opening is None:
        return RoomState(OnAir.ANY_TIME, offline=offline)
    return RoomState(OnAir.NEXT, opening, offline)


def platform_name(room: Room) -> str:
    """What visitors know a room's platform by: its name, or the host of the link."""
    if room.platform in NAMES:
        return NAMES[room.platform]
    return parse_link(room.url).host if room.url else room.platform
