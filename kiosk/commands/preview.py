"""``kiosk preview``: what a pack will look like, without a booth and without a screen."""

import argparse
import os
import sys
from pathlib import Path

from kiosk.booth.settings import settings_or_defaults
from kiosk.commands.screen_size import screen_size
from kiosk.errors import UsageError
from kiosk.options import PreviewOptions
from kiosk.packs.read import read_pack


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("pack", type=Path, metavar="PACK", help="folder of the pack")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", required=True, help="where the pictures go"
    )
    parser.add_argument(
        "--size",
        metavar="WxH",
        default="1920x1080",
        help="pixels of each picture (default: %(default)s)",
    )
    parser.add_argument("--lang", metavar="L", help="only this language (default: all)")


def run(arguments: argparse.Namespace) -> int:
    """Draw every scene and a contact sheet. Returns the exit code."""
    size = screen_size(arguments.size)
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
    written, missing = draw_pack(pack, options, settings_or_defaults(), _say)
    del application
    print(f"{len(written) - 1} scenes in {arguments.out}, all of them on {written[-1].name}")
    if missing is not None:
        print(f"nobody presents them: {missing}")
    return 0


def _say(done: int, total: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == total else ""
        print(f"\r{done} of {total} scenes", end=end, file=sys.stderr, flush=True)
