"""A report as text tables, as JSON, or as rows of a CSV file."""

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, tzinfo

from kiosk.booth.report import Report, Shown

COLUMNS = ("section", "pack", "name", "language", "times", "seconds", "note")
REASON = 60  # characters of a fault's reason in a table

Row = Sequence[object]


def as_json(report: Report, zone: tzinfo) -> str:
    """All of it; times in the fair's zone."""
    plain = asdict(report)
    for name in ("first", "last"):
        plain[name] = _stamp(plain[name], zone)
    for fault in plain["faults"]:
        fault["last"] = _stamp(fault["last"], zone)
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def as_csv(report: Report, zone: tzinfo) -> str:
    """One table in long form, for a spreadsheet; ``section`` says what a row is about."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in row] for row in _csv_rows(report, zone))
    return out.getvalue()


def _csv_rows(report: Report, zone: tzinfo) -> Iterable[Row]:
    for section, rows in (("shown", report.shown), ("code", report.codes)):
        for row in rows:
            for language, seconds in row.languages.items():
                yield section, row.pack, row.name, language, "", round(seconds, 1), ""
            yield section, row.pack, row.name, "", row.times, row.seconds, "all languages"
    sessions = report.sessions
    yield "sessions", "", "", "", sessions.count, sessions.median_seconds, "median seconds"
    for ended, times in sessions.ended.items():
        yield "sessions-ended", "", ended, "", times, "", ""
    for room, dwell in sessions.rooms.items():
        yield "sessions-room", "", room, "", "", dwell, ""
    for language, times in sessions.languages.items():
        yield "sessions-language", "", "", language, times, "", ""
    for asked in report.questions:
        yield "question", asked.pack, asked.name, "", asked.times, "", ""
    for fault in report.faults:
        note = f"{_stamp(fault.last, zone)} {fault.scene} {fault.reason}".strip()
        yield "fault", fault.pack, fault.fault, "", fault.times, "", note


def _harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@")) else cell


def as_text(report: Report, zone: tzinfo) -> str:
    """Tables to read."""
    if report.first is None or report.last is None:
        return "The journal has no entries for this time.\n"
    first, last = _stamp(report.first, zone), _stamp(report.last, zone)
    parts = [
        f"From {first} to {last}; starts of the screen: {report.starts}\n",
        _table("Shown", ("pack", "scene", "times", "time", "languages"), _shown(report.shown)),
        _sessions(report),
        _table("Codes on screen", ("pack", "room", "times", "time", "languages"),
               _shown(report.codes)),
        _table("Questions asked", ("pack", "question", "times"),
               [(asked.pack, asked.name, asked.times) for asked in report.questions]),
        _table("Faults", ("fault", "pack", "scene", "times", "last", "reason"),
               [(fault.fault, fault.pack, fault.scene, fault.times, _stamp(fault.last, zone),
                 fault.reason[:REASON]) for fault in report.faults]),
    ]  # fmt: skip
    return "\n".join(part for part in parts if part)


def _shown(rows: Iterable[Shown]) -> list[Row]:
    return [
        (row.pack, row.name, row.times, duration(row.seconds), ", ".join(row.languages))
        for row in rows
    ]


def _sessions(report: Report) -> str:
    sessions = report.sessions
    if not sessions.count:
        return "Sessions\n  none\n"
    ended = ", ".join(f"{times} {how}" for how, times in sessions.ended.items())
    head = (
        f"Sessions\n  {sessions.count} ({ended}), median {duration(sessions.median_seconds)}, "
        f"{sessions.touches} touches, {sessions.hearts} wines on lists\n"
    )
    rooms = [(room, duration(seconds)) for room, seconds in sessions.rooms.items()]
    return "\n".join((
        head,
        _table("Rooms of the house", ("room", "time"), rooms),
        _table("Languages of sessions", ("language", "sessions"),
               list(sessions.languages.items())),
    ))  # fmt: skip


def _table(title: str, names: Sequence[str], rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    cells = [list(names), *[[str(cell) for cell in row] for row in rows]]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    right = [all(isinstance(row[at], int | float) for row in rows) for at in range(len(names))]
    lines = [title]
    for row in cells:
        line = "  ".join(
            _padded(cell, width, at_right)
            for cell, width, at_right in zip(row, widths, right, strict=True)
        )
        lines.append(f"  {line.rstrip()}")
    return "\n".join(lines) + "\n"


def _padded(text: str, width: int, at_right: bool) -> str:
    gap = " " * (width - _width(text))
    return gap + text if at_right else text + gap


def _width(text: str) -> int:
    """Columns of a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def duration(seconds: float) -> str:
    """Such as "2 h 05 min", "3 min 20 s" or "12 s"."""
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    if hours:
        return f"{hours} h {rest // 60:02d} min"
    return f"{rest // 60} min {rest % 60:02d} s" if rest >= 60 else f"{rest} s"


def _stamp(at: float | None, zone: tzinfo) -> str | None:
    if at is None:
        return None
    return datetime.fromtimestamp(at, zone).isoformat(" ", "minutes")
