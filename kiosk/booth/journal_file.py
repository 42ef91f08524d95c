"""The journal's file: SQLite in WAL mode, bounded in rows and bytes, oldest rows go first.

``synchronous`` is FULL: with NORMAL a power cut keeps the file whole but may undo what was
committed since the last checkpoint. FULL costs one flush a commit, and there is at most one
commit in two seconds (``kiosk.booth.aside``), so a cut costs those two seconds and no more.
"""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from kiosk.booth.entries import Entry

VERSION: Final = 1
ROWS: Final = 200_000  # a month of a booth that is on day and night
BYTES: Final = 48 << 20
PAGE: Final = 4096  # bytes
WAL_BYTES: Final = 1 << 20  # beside the file
FULLEST: Final = 0.9  # of the bytes: the rest is for the tree's own growth
DROP: Final = 0.05  # of the rows go at once, so that dropping is rare
ROW_BYTES: Final = 16 << 10  # of one entry's figures
DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    id INTEGER PRIMARY KEY,  -- in the order of writing
    at INTEGER NOT NULL,     -- ms since 1970, UTC
    kind TEXT NOT NULL,
    pack TEXT NOT NULL,
    data TEXT NOT NULL       -- JSON
)
"""


class JournalFile:
    """Writes entries. Used by one thread; every method may raise sqlite3.Error or OSError.

    Args:
        path: the file; its folder is made.
        rows: how many entries it holds at most.
        size: how large it may grow, in bytes.
    """

    def __init__(self, path: Path, rows: int = ROWS, size: int = BYTES) -> None:
        self._rows, self._size = rows, size
        path.parent.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(
            path, timeout=1.0, isolation_level=None, check_same_thread=False
        )
        try:
            self._open()
        except BaseException:
            self._base.close()
            raise

    def _open(self) -> None:
        base = self._base
        version = base.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise OSError(f"it was written by a newer program (format {version})")
        base.execute(f"PRAGMA page_size={PAGE}")  # of a new file only
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=FULL")
        base.execute(f"PRAGMA journal_size_limit={WAL_BYTES}")
        base.execute(f"PRAGMA wal_autocheckpoint={WAL_BYTES // PAGE}")
        base.execute(f"PRAGMA max_page_count={max(16, self._size // PAGE)}")
        if base.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            error = sqlite3.DatabaseError("the journal is damaged")
            error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise error
        base.execute(_SCHEMA)
        base.execute(f"PRAGMA user_version={VERSION}")

    def write(self, entries: Iterable[Entry]) -> None:
        """Write all of them, or none when it raises."""
        rows = [
            (round(entry.at * 1000), entry.kind, entry.pack, _packed(entry)) for entry in entries
        ]
        base = self._base
        base.execute("BEGIN IMMEDIATE")
        try:
            self._make_room(len(rows))
            base.executemany("INSERT INTO entries(at, kind, pack, data) VALUES (?, ?, ?, ?)", rows)
            base.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # a full disk has rolled it back already
                base.execute("ROLLBACK")
            raise

    def _make_room(self, coming: int) -> None:
        first, last = self._base.execute("SELECT min(id), max(id) FROM entries").fetchone()
        if last is None:
            return
        count = last - first + 1  # rows go from the front only, so ids have no gaps
        drop = max(0, count + coming - self._rows)
        used = self._pragma("page_count") - self._pragma("freelist_count")
        if used * PAGE > self._size * FULLEST:
            drop = max(drop, 1)
        if drop:
            upto = first + max(drop, int(count * DROP)) - 1
            self._base.execute("DELETE FROM entries WHERE id <= ?", (min(upto, last),))

    def _pragma(self, name: str) -> int:
        return int(self._base.execute(f"PRAGMA {name}").fetchone()[0])

    def close(self) -> None:
        """Close the file; what was committed is in it."""
        self._base.close()


def _packed(entry: Entry) -> str:
    text = json.dumps(entry.data, ensure_ascii=False, separators=(",", ":"), default=str)
    # A file name may hold bytes that are no text, which SQLite's UTF-8 cannot.
    text = text.encode("utf-8", "replace").decode("utf-8")
    if len(text) <= ROW_BYTES:
        return text
    return json.dumps({"seconds": entry.data.get("seconds"), "too_long": len(text)})


def is_damage(error: Exception) -> bool:
    """Whether an error says that the file is no journal any more."""
    return isinstance(error, sqlite3.DatabaseError) and (
        getattr(error, "sqlite_errorcode", 0) & 0xFF in DAMAGED
    )


def set_aside(path: Path) -> Path:
    """Move a damaged journal out of the way, over the one moved before. Returns its new name."""
    aside = path.with_name(f"{path.stem}.damaged{path.suffix}")
    for end in ("-shm", "-wal", ""):  # the file itself last: while it is there, this is not done
        source, target = Path(f"{path}{end}"), Path(f"{aside}{end}")
        target.unlink(missing_ok=True)
        if source.exists():
            source.replace(target)
    return aside


def read_entries(path: Path, since: float = 0.0) -> list[Entry]:
    """The entries from ``since`` (s since 1970) on, oldest first; a booth may be writing.

    Raises:
        sqlite3.Error: it is no journal or damaged.
    """
    address = path.resolve().as_uri()
    wal = Path(f"{path}-wal")
    # On a write-protected stick SQLite cannot open a WAL file's helper; then nobody writes either.
    for mode in ("mode=ro", "immutable=1") if not wal.exists() else ("mode=ro",):
        with closing(sqlite3.connect(f"{address}?{mode}", uri=True, timeout=5.0)) as base:
            try:
                found = base.execute(
                    "SELECT at, kind, pack, data FROM entries WHERE at >= ? ORDER BY id",
                    (round(since * 1000),),
                ).fetchall()
            except sqlite3.OperationalError:
                if mode == "mode=ro" and not wal.exists():
                    continue
                raise
        return [Entry(at / 1000, kind, pack, json.loads(data)) for at, kind, pack, data in found]
    return []
