"""``kiosk broadcast``: the booth's show, sent to live rooms or recorded."""

import argparse
import os
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path

from kiosk import resources
from kiosk.booth.settings import settings_or_defaults, settings_path
from kiosk.booth.state import state_folder
from kiosk.commands.screen_size import screen_size
from kiosk.errors import BroadcastError, UsageError
from kiosk.live.broadcast.destination import Destination, check_key, destination
from kiosk.live.broadcast.keys import FILE, stream_key
from kiosk.live.broadcast.program import find_program
from kiosk.live.broadcast.rules import Accepted, cards, require
from kiosk.live.broadcast.schedule import RATES
from kiosk.options import CastOptions, RunOptions

_SIZE = "1080x1920"
_ACCEPTED = "rules-accepted.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument(
        "--to", action="append", required=True, metavar="URL",
        help="rtmp:// or rtmps:// server of a live room, or an .mp4 file; may be repeated",
    )  # fmt: skip
    parser.add_argument(
        "--key-name", action="append", default=[], metavar="NAME",
        help="name of the stored stream key of the first, second ... server",
    )  # fmt: skip
    parser.add_argument(
        "--size", default=_SIZE, metavar="WxH", help=f"pixels (default: {_SIZE}; or 1920x1080)"
    )
    parser.add_argument("--fps", type=int, choices=RATES, default=RATES[0], help="frames a second")
    parser.add_argument(
        "--bitrate", type=int, default=0, metavar="KBPS", help="kbit/s (default: by the size)"
    )
    parser.add_argument("--content", type=Path, metavar="DIR", help="folder of packs")
    parser.add_argument("--lang", metavar="L", help="only this language, e.g. zh-CN")
    parser.add_argument(
        "--for", dest="seconds", type=float, metavar="SECONDS", help="stop after so many seconds"
    )
    parser.add_argument(
        "--platform", action="append", default=[], choices=sorted(cards()), metavar="NAME",
        help=f"whose rules apply, where the server does not tell: {', '.join(sorted(cards()))}",
    )  # fmt: skip
    parser.add_argument(
        "--accept-rules", action="store_true", help="you have read the platform's card of rules"
    )
    parser.add_argument(
        "--producer", default="", metavar="NAME", help="whom recordings name as their maker"
    )
    parser.add_argument(
        "--ca-file", type=Path, metavar="FILE",
        help="certificates to trust for rtmps://, for a server of your own",
    )  # fmt: skip
    parser.add_argument(
        "--events", type=Path, metavar="FILE", help="write what happens as JSON lines"
    )


def run(arguments: argparse.Namespace) -> int:
    """Send the show. Returns the exit code."""
    size = screen_size(arguments.size)
    if size[0] % 2 or size[1] % 2:
        raise UsageError(
            "a stream's sides are even numbers", where="--size", advice=f"write it like {_SIZE}"
        )
    if arguments.bitrate and not 200 <= arguments.bitrate <= 50_000:
        raise UsageError(
            f"{arguments.bitrate} kbit/s is out of range", where="--bitrate",
            advice="give 200 to 50000",
        )  # fmt: skip
    if arguments.seconds is not None and not 0 < arguments.seconds < 1e9:
        raise UsageError(
            f"{arguments.seconds:g} is no length", where="--for", advice="give seconds above 0"
        )
    content = arguments.content or resources.demonstration()
    if not content.is_dir():
        raise UsageError(
            "there is no such folder", where=str(content), advice="give the folder of the packs"
        )
    if arguments.ca_file is not None and not arguments.ca_file.is_file():
        raise UsageError(
            "there is no such file", where=str(arguments.ca_file), advice="give a PEM file"
        )
    places = destinations(arguments.to, arguments.key_name)
    find_program()
    read_rules(places, arguments.platform, arguments.accept_rules)
    # A stream is drawn in memory, the same on every machine. Set before Qt is loaded.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    os.environ["QT_SCALE_FACTOR"] = "1"
    from kiosk.casting import run_broadcast  # noqa: PLC0415

    show = RunOptions(content.resolve(), language=arguments.lang, events=arguments.events)
    cast = CastOptions(
        size, arguments.fps, arguments.bitrate, arguments.producer, arguments.ca_file,
        arguments.seconds,
    )
    return run_broadcast(show, cast, places, settings_or_defaults())


def destinations(addresses: list[str], names: list[str]) -> list[Destination]:
    """Where to send, with the stream keys that are stored under those names.

    Raises:
        UsageError, BroadcastError: an address is refused or a key is not to be had.
    """
    servers = [address for address in addresses if "://" in address]
    if names and len(names) != len(servers):
        raise UsageError(
            f"{len(names)} key names for {len(servers)} servers", where="--key-name",
            advice="give one for each, in the same order, or none",
        )  # fmt: skip
    waiting = chain(names, repeat(None))
    places: list[Destination] = []
    for address in addresses:
        name = next(waiting) if "://" in address else None
        key = None
        if name is not None:
            key = stream_key(name, settings_path().parent / FILE)
            check_key(key)
        place = destination(address, key)
        for path in (place.path, place.path and place.path.with_suffix(".vtt")):
            if path is not None and path.exists():
                raise UsageError(
                    "there is a file of that name already", where=str(path),
                    advice="choose another name, or move it away",
                )  # fmt: skip
        alike = sum(place.name == other.name.partition(" ")[0] for other in places)
        places.append(replace(place, name=f"{place.name} ({alike + 1})") if alike else place)
    if len({(place.server, place.key, place.path) for place in places}) < len(places):
        raise UsageError("the same destination is given twice", where="--to", advice="give it once")
    return places


def read_rules(places: list[Destination], platforms: list[str], accept: bool) -> None:
    """Show the cards that have not been accepted yet.

    Raises:
        BroadcastError: there are some, and ``accept`` is not given.
    """
    named = [cards()[platform] for platform in platforms]
    unread = require(places, Accepted(state_folder() / _ACCEPTED), accept, named)
    for card in unread:
        print(card)
    if unread and not accept:
        raise BroadcastError(
            "the rules above go for where the show is to be sent, and nobody has accepted them yet",
            advice="read them, then start again with --accept-rules; they are asked for once",
        )
