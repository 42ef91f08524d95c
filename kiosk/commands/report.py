"""``kiosk report``: what the booth showed, what visitors did, how long codes were on screen."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.booth.places import journal_path
from kiosk.booth.report import read_report
from kiosk.booth.report_text import as_csv, as_json, as_text
from kiosk.booth.settings import settings_or_defaults
from kiosk.errors import JournalError, UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--csv", action="store_true", help="as a table for a spreadsheet")
    parser.add_argument(
        "--since", metavar="DATE", help="only from that day on (2026-11-28, or 2026-11-28T15:00)"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write it into a file")
    parser.add_argument(
        "--journal", type=Path, metavar="FILE", help="another journal than this booth's own"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print or write the report. Returns the exit code."""
    zone = settings_or_defaults().zone()
    since = _moment(arguments.since, zone) if arguments.since else 0.0
    report = read_report(arguments.journal or journal_path(), since)
    make = as_json if arguments.json else as_csv if arguments.csv else as_text
    text = make(report, zone)
    if arguments.out is None:
        sys.stdout.write(text)
        return 0
    try:
        # A spreadsheet on Windows takes a file without the mark for one in a local encoding.
        encoding = "utf-8-sig" if arguments.csv else "utf-8"
        arguments.out.write_text(text, encoding=encoding)
    except (OSError, ValueError) as error:
        raise JournalError(
            f"the report cannot be written ({error})",
            where=str(arguments.out),
            advice="name a file in a folder that can be written to",
        ) from error
    return 0


def _moment(text: str, zone: ZoneInfo) -> float:
    """Seconds since 1970 at a date, or date and time, in the fair's time zone."""
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).timestamp()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            f"{text!r} is no date", where="--since", advice="write it as 2026-11-28"
        ) from error
