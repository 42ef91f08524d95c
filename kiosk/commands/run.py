"""``kiosk run``: the booth's screen."""

import argparse
import os
import sys
from pathlib import Path

from kiosk import resources
from kiosk.booth.settings import settings_or_defaults
from kiosk.commands.screen_size import screen_size
from kiosk.errors import DisplayError, UsageError
from kiosk.options import RunOptions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument(
        "--content",
        type=Path,
        metavar="DIR",
        help="folder of packs (default: the demonstration wineries)",
    )
    parser.add_argument("--windowed", action="store_true", help="in a window, not full screen")
    parser.add_argument("--size", metavar="WxH", help="size of the window (implies --windowed)")
    parser.add_argument(
        "--rotate",
        type=int,
        choices=(0, 90, 180, 270),
        default=0,
        help="degrees clockwise that the screen is mounted at",
    )
    parser.add_argument("--lang", metavar="L", help="only this language, e.g. zh-CN")
    parser.add_argument(
        "--for", dest="seconds", type=float, metavar="SECONDS", help="stop after so many seconds"
    )
    parser.add_argument(
        "--shots", type=Path, metavar="DIR", help="save a picture of every scene that is shown"
    )
    parser.add_argument(
        "--events", type=Path, metavar="FILE", help="write what happens as JSON lines"
    )
    parser.add_argument(
        "--pace",
        type=float,
        default=1.0,
        metavar="X",
        help="rehearse X times as fast (silent unless 1)",
    )
    parser.add_argument("--mute", action="store_true", help="captions only")


def run(arguments: argparse.Namespace) -> int:
    """Show the booth's screen until it is closed. Returns the exit code."""
    size = screen_size(arguments.size) if arguments.size else None
    if not 0.1 <= arguments.pace <= 100:
        raise UsageError(
            f"{arguments.pace:g} is no pace", where="--pace", advice="give a number from 0.1 to 100"
        )
    if not has_display():
        raise DisplayError(
            "there is no display to show the booth's screen on",
            advice="start it in a desktop session, or draw the scenes into files with "
            "`kiosk preview PACK --out DIR`",
        )
    content = arguments.content or resources.demonstration()
    if not content.is_dir():
        raise UsageError(
            "there is no such folder",
            where=str(content),
            advice="give the folder that holds the packs",
        )
    settings = settings_or_defaults()
    options = RunOptions(
        content=content.resolve(), windowed=arguments.windowed or size is not None, size=size,
        rotation=arguments.rotate, language=arguments.lang, seconds=arguments.seconds,
        shots=arguments.shots, events=arguments.events, pace=arguments.pace, mute=arguments.mute,
    )  # fmt: skip
    from kiosk.app import run_booth  # noqa: PLC0415 - Qt is loaded only when there is a screen

    return run_booth(options, settings)


def has_display() -> bool:
    """Whether this session can open a window."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
