"""The way in: finds the command, runs it, says in one sentence what went wrong."""

import argparse
import importlib
import logging
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from kiosk import __version__
from kiosk.errors import KioskError, UsageError

COMMANDS = {
    "run": "show the booth's screen",
    "broadcast": "send the show to live rooms, or record it",
    "preview": "draw every scene of a pack into pictures",
    "check": "say what is wrong with a pack, and what to do",
    "narrate": "speak a pack's scripts, so that the booth need not",
    "live": "say which live rooms are on air and which wine is sold, or have it said by hand",
    "report": "say what the booth showed and what visitors did",
    "presenter": "make a presenter of a photograph or an avatar",
}


class _Parser(argparse.ArgumentParser):
    """Ends with the exit code of a usage error: argparse's own 2 means a refused pack here."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(UsageError.exit_code, f"{self.prog}: {message}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the words after the program's name; None takes them from the system.

    Returns:
        The exit code: 0 when all is well, else that of the error (see ``kiosk.errors``).
    """
    words = list(sys.argv[1:] if argv is None else argv)
    parser = _Parser(prog="kiosk", description="Cellarcast: a winery's story on a booth screen.")
    parser.add_argument("--version", action="version", version=f"Cellarcast {__version__}")
    parser.add_argument("--verbose", action="store_true", help="tell everything when it fails")
    places = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    wanted = next((word for word in words if word in COMMANDS), None)
    for name, purpose in COMMANDS.items():
        place = places.add_parser(name, help=purpose, description=purpose)
        place.add_argument(
            "--verbose",
            action="store_true",
            default=argparse.SUPPRESS,
            help="tell everything when it fails",
        )
        if name == wanted:  # only the command that runs is loaded: start-up time is felt
            importlib.import_module(f"kiosk.commands.{name}").add_arguments(place)
    arguments = parser.parse_args(words)
    verbose: bool = arguments.verbose or bool(os.environ.get("CELLARCAST_VERBOSE"))
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    if verbose:
        logging.getLogger("kiosk").setLevel(logging.DEBUG)
    module = importlib.import_module(f"kiosk.commands.{arguments.command}")
    try:
        code: int = module.run(arguments)
    except KioskError as error:
        if verbose:
            logging.getLogger("kiosk").exception("%s failed", arguments.command)
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    return code


if __name__ == "__main__":
    sys.exit(main())
