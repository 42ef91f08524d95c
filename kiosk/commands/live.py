"""``kiosk live``: the live rooms' state, and the switch that says it by hand.

    kiosk live                                  every room, and what the screen says of it
    kiosk live vina-arcedo/douyin on --hours 2  it is on air now, for two hours
    kiosk live vina-arcedo/douyin auto          what the probe or the timetable says again
"""

import argparse
from datetime import datetime
from pathlib import Path

from kiosk import resources
from kiosk.booth.places import switches_path
from kiosk.booth.settings import settings_or_defaults
from kiosk.errors import PackError, UsageError
from kiosk.live.rooms import OnAir, RoomState, room_state
from kiosk.live.switch import HOURS, MOST_HOURS, Switches
from kiosk.packs.library import Library
from kiosk.packs.model import Room

WORDS = {"on": True, "off": False, "auto": None}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("room", nargs="?", metavar="PACK/ROOM", help="a room; left out: all")
    parser.add_argument(
        "state", nargs="?", choices=tuple(WORDS), help="what is so now; auto: as it was before"
    )
    parser.add_argument(
        "--hours", type=float, default=HOURS, metavar="H", help=f"for how long (default {HOURS:g})"
    )
    parser.add_argument(
        "--content",
        type=Path,
        metavar="DIR",
        help="folder of packs (default: the demonstration wineries)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the rooms' state, after setting it where that is asked for. Returns the exit code."""
    if not 0 < arguments.hours <= MOST_HOURS:
        raise UsageError(
            f"{arguments.hours:g} is no number of hours",
            where="--hours",
            advice=f"give more than 0 and at most {MOST_HOURS:g}",
        )
    library = Library(arguments.content or resources.demonstration())
    switches = Switches(switches_path())
    now = datetime.now(settings_or_defaults().zone())
    rooms = _rooms(library)
    if arguments.room:
        rooms = [each for each in rooms if f"{each[0]}/{each[1].id}" == arguments.room]
        if not rooms:
            raise UsageError(
                "there is no such room",
                where=arguments.room,
                advice="write it as PACK/ROOM; `kiosk live` lists them",
            )
    if arguments.state:
        pack, room = rooms[0]
        switches.set(pack, room.id, WORDS[arguments.state], now, arguments.hours)
    for pack, room in rooms:
        by_hand = switches.of(pack, room.id, now)
        said = _said(room_state(room, now, by_hand))
        print(f"{pack}/{room.id}: {said}{'' if by_hand is None else ' (by hand)'}")
    return 0


def _rooms(library: Library) -> list[tuple[str, Room]]:
    found = []
    for pack_id in library.ids():
        try:
            found += [(pack_id, room) for room in library.load(pack_id).rooms]
        except PackError:
            continue  # the screen goes without it as well; `kiosk check` says why
    return found


def _said(state: RoomState) -> str:
    if state.on_air is OnAir.NOW:
        return "on air now"
    if state.at is None:
        return "scan any time"
    return f"next at {state.at:%Y-%m-%d %H:%M}"
