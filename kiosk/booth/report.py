"""What a journal says, summed up: proof of play, sessions, codes, questions, faults."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from kiosk.booth.entries import Entry
from kiosk.booth.journal_file import is_damage, read_entries
from kiosk.errors import JournalError


@dataclass(frozen=True, slots=True)
class Shown:
    """A scene on the screen, or a room's code."""

    pack: str
    name: str  # id of the scene or room
    times: int
    seconds: float
    languages: dict[str, float] = field(default_factory=dict)  # seconds in each, most first


@dataclass(frozen=True, slots=True)
class Sessions:
    """Visitors' sessions."""

    count: int = 0
    median_seconds: float = 0.0
    touches: int = 0
    hearts: int = 0
    ended: dict[str, int] = field(default_factory=dict)
    rooms: dict[str, float] = field(default_factory=dict)  # seconds in each room, most first
    languages: dict[str, int] = field(default_factory=dict)  # sessions that used each, most first


@dataclass(frozen=True, slots=True)
class Asked:
    """A prepared question."""

    pack: str
    name: str
    times: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that went wrong."""

    fault: str
    pack: str
    scene: str
    reason: str
    times: int
    last: float  # s since 1970


@dataclass(frozen=True, slots=True)
class Report:
    """Everything; lists with the most first."""

    first: float | None = None  # s since 1970, None: the journal says nothing
    last: float | None = None
    starts: int = 0
    shown: tuple[Shown, ...] = ()
    sessions: Sessions = Sessions()
    codes: tuple[Shown, ...] = ()
    questions: tuple[Asked, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_report(path: Path, since: float = 0.0) -> Report:
    """Sum up the journal at ``path`` from ``since`` (s since 1970) on; a booth may be writing.

    Raises:
        JournalError: there is none, or it cannot be read.
    """
    try:
        present = path.is_file()
    except (OSError, ValueError) as error:
        raise JournalError("the journal cannot be read", where=str(path)) from error
    if not present:
        raise JournalError(
            "there is no journal",
            where=str(path),
            advice="let the booth's screen run first, or name another with --journal FILE",
        )
    try:
        return summed(read_entries(path, since))
    except (sqlite3.Error, OSError, ValueError, TypeError) as error:
        damaged = isinstance(error, sqlite3.Error) and is_damage(error)
        raise JournalError(
            f"the journal cannot be read ({error})",
            where=str(path),
            advice="the booth sets it aside and begins a new one" if damaged else "try again",
        ) from error


def summed(entries: Iterable[Entry]) -> Report:
    """Sum up entries."""
    kinds: dict[str, list[Entry]] = defaultdict(list)
    times: list[float] = []
    for entry in entries:
        kinds[entry.kind].append(entry)
        times.append(entry.at)
    return Report(
        first=min(times, default=None),
        last=max(times, default=None),
        starts=len(kinds["start"]),
        shown=_shown(kinds["shown"], "scene"),
        sessions=_sessions(kinds["session"]),
        codes=_shown(kinds["code"], "room"),
        questions=_asked(kinds["question"]),
        faults=_faults(kinds["fault"]),
    )


def _shown(entries: list[Entry], name: str) -> tuple[Shown, ...]:
    times: Counter[tuple[str, str]] = Counter()
    seconds: dict[tuple[str, str], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for entry in entries:
        key = (entry.pack, str(entry.data.get(name, "")))
        times[key] += 1
        seconds[key][str(entry.data.get("language", ""))] += _seconds(entry)
    rows = [
        Shown(
            pack, what, times[pack, what], round(sum(each.values()), 1),
            dict(sorted(each.items(), key=lambda pair: -pair[1])),
        )
        for (pack, what), each in seconds.items()
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (-row.seconds, row.pack, row.name)))


def _seconds(entry: Entry) -> float:
    seconds = entry.data.get("seconds", 0)
    return float(seconds) if isinstance(seconds, int | float) else 0.0


def _sessions(entries: list[Entry]) -> Sessions:
    rooms: dict[str, float] = defaultdict(float)
    languages: Counter[str] = Counter()
    for entry in entries:
        languages.update(set(entry.data.get("languages", ())))
        for place, seconds in entry.data.get("path", ()):
            rooms[place] += seconds
    longest_first = sorted(rooms, key=lambda room: -rooms[room])
    return Sessions(
        count=len(entries),
        median_seconds=round(median(map(_seconds, entries)), 1) if entries else 0.0,
        touches=sum(entry.data.get("touches", 0) for entry in entries),
        hearts=sum(len(entry.data.get("hearts", ())) for entry in entries),
        ended=dict(Counter(str(entry.data.get("ended", "")) for entry in entries)),
        rooms={room: round(rooms[room], 1) for room in longest_first},
        languages=dict(languages.most_common()),
    )


def _asked(entries: list[Entry]) -> tuple[Asked, ...]:
    counted = Counter((entry.pack, str(entry.data.get("question", ""))) for entry in entries)
    return tuple(Asked(pack, name, times) for (pack, name), times in counted.most_common())


def _faults(entries: list[Entry]) -> tuple[Fault, ...]:
    times: Counter[tuple[str, str, str, str]] = Counter()
    last: dict[tuple[str, str, str, str], float] = {}
    for entry in entries:
        fault, scene, reason = (
            str(entry.data.get(name, "")) for name in ("fault", "scene", "reason")
        )
        key = (fault, entry.pack, scene, reason)
        times[key] += 1 + int(entry.data.get("unsaid", 0))
        last[key] = max(entry.at, last.get(key, entry.at))
    return tuple(Fault(*key, count, last[key]) for key, count in times.most_common())
