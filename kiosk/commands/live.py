"""``kiosk live``: the live rooms' state and the wine that is sold now, said by hand.

    kiosk live                                  every room, and what the screen says of it
    kiosk live vina-arcedo/douyin on --hours 2  it is on air now, for two hours
    kiosk live vina-arcedo/douyin auto          what the probe or the timetable says again
    kiosk live pin vina-arcedo crianza --for 30 its room and code are shown, whatever is told
    kiosk live unpin vina-arcedo                as the scenes have it again (without a pack: all)
"""

import argparse
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from kiosk import resources
from kiosk.booth.places import pins_path, switches_path
from kiosk.booth.settings import settings_or_defaults
from kiosk.errors import PackError, UsageError
from kiosk.live.pins import MINUTES, MOST_MINUTES, Pins
from kiosk.live.rooms import OnAir, RoomState, room_state
from kiosk.live.said import MOST_HOURS
from kiosk.live.switch import HOURS, Switches
from kiosk.packs.library import Library
from kiosk.packs.model import Pack, Room

WORDS = {"on": True, "off": False, "auto": None}
PIN, UNPIN = "pin", "unpin"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument(
        "words", nargs="*", metavar="WORD",
        help="nothing: all rooms; PACK/ROOM on|off|auto: what is so now, auto: as it was before; "
        "pin PACK WINE: its room and code are shown, whatever is told; unpin [PACK]",
    )  # fmt: skip
    parser.add_argument(
        "--hours", type=float, default=HOURS, metavar="H",
        help=f"for how long a room is so (default {HOURS:g})",
    )  # fmt: skip
    parser.add_argument(
        "--for", dest="minutes", type=float, default=MINUTES, metavar="MINUTES",
        help=f"for how long a wine is pinned (default {MINUTES:g})",
    )  # fmt: skip
    parser.add_argument(
        "--content",
        type=Path,
        metavar="DIR",
        help="folder of packs (default: the demonstration wineries)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the rooms' state, after setting it where that is asked for. Returns the exit code."""
    _bounded(arguments.hours, MOST_HOURS, "--hours", "hours")
    _bounded(arguments.minutes, MOST_MINUTES, "--for", "minutes")
    packs = list(_packs(Library(arguments.content or resources.demonstration())))
    now = datetime.now(settings_or_defaults().zone())
    words: list[str] = arguments.words
    pins = Pins(pins_path())
    if words[:1] in ([PIN], [UNPIN]):
        _pin(words, packs, pins, now, arguments.minutes)
        return 0
    _rooms(words, packs, now, arguments.hours)
    if not words:
        for pack in packs:
            if wine := pins.of(pack.id, now):
                print(f"{pack.id}: {wine} is pinned")
    return 0


def _bounded(given: float, most: float, option: str, unit: str) -> None:
    if not 0 < given <= most:
        raise UsageError(
            f"{given:g} is no number of {unit}",
            where=option,
            advice=f"give more than 0 and at most {most:g}",
        )


def _rooms(words: Sequence[str], packs: Sequence[Pack], now: datetime, hours: float) -> None:
    """``[PACK/ROOM [on|off|auto]]``"""
    switches = Switches(switches_path())
    if len(words) > 2 or (len(words) == 2 and words[1] not in WORDS):
        raise UsageError(
            "this cannot be said of a room", where=" ".join(words[1:]),
            advice=f"say one of {', '.join(WORDS)}",
        )  # fmt: skip
    rooms: list[tuple[str, Room]] = [(pack.id, room) for pack in packs for room in pack.rooms]
    if words:
        rooms = [each for each in rooms if f"{each[0]}/{each[1].id}" == words[0]]
        if not rooms:
            raise UsageError(
                "there is no such room",
                where=words[0],
                advice="write it as PACK/ROOM; `kiosk live` lists them",
            )
    if len(words) == 2:
        switches.set(rooms[0][0], rooms[0][1].id, WORDS[words[1]], now, hours)
    for pack, room in rooms:
        by_hand = switches.of(pack, room.id, now)
        said = _said(room_state(room, now, by_hand))
        print(f"{pack}/{room.id}: {said}{'' if by_hand is None else ' (by hand)'}")


def _pin(
    words: Sequence[str], packs: Sequence[Pack], pins: Pins, now: datetime, minutes: float
) -> None:
    """``pin PACK WINE`` and ``unpin [PACK]``"""
    what, *names = words
    if len(names) != 2 if what == PIN else len(names) > 1:
        raise UsageError(
            "it is not clear what is meant", where=" ".join(words),
            advice="write it as pin PACK WINE, or unpin PACK, or unpin",
        )  # fmt: skip
    if what == UNPIN:
        for pack_id in names or pins.packs(now):
            pins.set(pack_id, "", now)
            print(f"{pack_id}: nothing is pinned")
        return
    pack = next((pack for pack in packs if pack.id == names[0]), None)
    wines = [wine.id for wine in pack.wines] if pack else []
    if names[1] not in wines:
        raise UsageError(
            "there is no such wine" if pack else "there is no such winery", where=" ".join(names),
            advice=f"its wines are {', '.join(wines) or 'none'}" if pack
            else f"there are {', '.join(pack.id for pack in packs) or 'none'}",
        )  # fmt: skip
    pins.set(names[0], names[1], now, minutes)
    print(f"{names[0]}: {names[1]} is pinned for {minutes:g} minutes")


def _packs(library: Library) -> Iterator[Pack]:
    for pack_id in library.ids():
        try:
            yield library.load(pack_id)
        except PackError:
            continue  # the screen goes without it as well; `kiosk check` says why


def _said(state: RoomState) -> str:
    if state.on_air is OnAir.NOW:
        return "on air now"
    if state.at is None:
        return "scan any time"
    return f"next at {state.at:%Y-%m-%d %H:%M}"
