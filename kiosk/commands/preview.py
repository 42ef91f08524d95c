"""``kiosk preview``: what a pack or a presenter will look like, without a booth or a screen."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk import resources
from kiosk.booth.settings import presenters_folder, settings_or_defaults
from kiosk.commands.screen_size import screen_size
from kiosk.errors import UsageError
from kiosk.options import PreviewOptions
from kiosk.packs.read import read_pack

_SIZE = "1920x1080"
_LONGEST = 60.0  # s of speech
_SHORTEST = 0.25


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("pack", type=Path, nargs="?", metavar="PACK", help="folder of the pack")
    what.add_argument(
        "--presenter", metavar="ID", help="a presenter instead: mouth shapes, expressions, speech"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", required=True, help="where the pictures go"
    )
    parser.add_argument("--size", metavar="WxH", help=f"pixels of each picture (default: {_SIZE})")
    parser.add_argument(
        "--lang", metavar="L", help="only this language (default: all; a presenter: zh-CN and es)"
    )
    parser.add_argument(
        "--seconds", type=float, metavar="S", help="how long a presenter speaks (default: 10)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Draw what was asked for. Returns the exit code."""
    return _presenter(arguments) if arguments.presenter is not None else _pack(arguments)


def _pack(arguments: argparse.Namespace) -> int:
    if arguments.seconds is not None:
        raise UsageError(
            "--seconds belongs to a presenter", advice="leave it out, or give --presenter"
        )
    size = screen_size(arguments.size or _SIZE)
    pack = read_pack(arguments.pack)
    if arguments.lang and arguments.lang not in pack.languages:
        raise UsageError(
            f"the pack does not speak {arguments.lang!r}",
            where="--lang",
            advice=f"choose from {', '.join(pack.languages)}",
        )
    # Pictures are drawn the same on every machine, with or without a screen or graphics card.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    os.environ.setdefault("QT_SCALE_FACTOR", "1")
    from kiosk.ui.preview import draw_pack  # noqa: PLC0415 - after the environment is set
    from kiosk.ui.screen import open_application  # noqa: PLC0415

    application = open_application()
    options = PreviewOptions(arguments.pack, arguments.out, size, arguments.lang)
    written, missing = draw_pack(pack, options, settings_or_defaults(), _say("scenes"))
    del application
    print(f"{len(written) - 1} scenes in {arguments.out}, all of them on {written[-1].name}")
    if missing is not None:
        print(f"nobody presents them: {missing}")
    return 0


def _presenter(arguments: argparse.Namespace) -> int:
    from kiosk.presenter.sheet.make import LANGUAGES, SECONDS, Wanted, sheets  # noqa: PLC0415

    if arguments.size is not None:
        raise UsageError("--size belongs to a pack", advice="leave it out, or give a PACK")
    seconds = SECONDS if arguments.seconds is None else arguments.seconds
    if not _SHORTEST <= seconds <= _LONGEST:
        raise UsageError(
            f"--seconds {seconds:g} is out of range", advice=f"give {_SHORTEST:g} to {_LONGEST:g}"
        )
    wanted = Wanted(
        arguments.presenter, arguments.out, (presenters_folder(), resources.presenters()),
        resources.demonstration(), (arguments.lang,) if arguments.lang else LANGUAGES, seconds,
    )  # fmt: skip
    for path in sheets(wanted, _say("pictures")):
        print(path)
    return 0


def _say(things: str) -> Callable[[int, int], None]:
    def say(done: int, total: int) -> None:
        if sys.stderr.isatty():
            end = "\n" if done == total else ""
            print(f"\r{done} of {total} {things}", end=end, file=sys.stderr, flush=True)

    return say
