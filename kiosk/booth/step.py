"""What is being shown, for other programs on this machine: selling in step.

``now.json`` holds the present moment; it is replaced whole, so a reader never sees half of it.
``events.ndjson`` is the stream, a line for each change, for programs that follow it as ``tail -F``
does; when it is full it becomes ``events.1.ndjson`` and a new one begins.
"""

import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kiosk.booth.aside import Aside
from kiosk.booth.safe_files import write_whole

SIZE = 1 << 20  # bytes of one file of the stream; there are two at most
FORMAT = 1
GATHER = 0.05  # s: who sells along is to be in step

Moment = dict[str, Any]


class Step:
    """Hears every event, as ``step(name, **figures)``; writes aside and never stops the show.

    What cannot be written is left out: the next change says all there is to know.

    Args:
        folder: of both files.
        wall: seconds since 1970.
        size: bytes at which a file of the stream is full.
    """

    def __init__(
        self, folder: Path, wall: Callable[[], float] = time.time, size: int = SIZE
    ) -> None:
        self._now, self._stream = folder / "now.json", folder / "events.ndjson"
        self._wall, self._size = wall, size
        self._moment: Moment = {"format": FORMAT, "state": "starting"}
        self._aside: Aside[Moment] = Aside("step", self._write, most=200, gather=GATHER)

    def __call__(self, event: str, **figures: object) -> None:
        """Say what has changed, if anything has. Returns at once."""
        change = _change(event, figures, self._moment)
        if change is None:
            return
        since = datetime.fromtimestamp(self._wall(), UTC).isoformat(timespec="milliseconds")
        self._moment = {"format": FORMAT, **change, "since": since}
        self._aside.offer(self._moment)

    def close(self) -> None:
        """Write what waits."""
        self._aside.close()

    # In the thread of the queue

    def _write(self, batch: list[Moment]) -> None:
        lines = b"".join(_line(moment) for moment in batch)
        with suppress(OSError):
            # Not flushed: after a power cut the present moment is another one anyway.
            write_whole(self._now, _line(batch[-1]), flush=False)
        with suppress(OSError):
            self._append(lines)

    def _append(self, lines: bytes) -> None:
        self._stream.parent.mkdir(parents=True, exist_ok=True)
        if self._stream.exists() and self._stream.stat().st_size + len(lines) > self._size:
            self._stream.replace(self._stream.with_name("events.1.ndjson"))
        with self._stream.open("ab") as file:
            file.write(lines)


def _change(event: str, figures: Mapping[str, object], moment: Moment) -> Moment | None:
    """The moment after an event; None when it is the same."""
    visited = bool(moment.get("visitor"))
    if event == "scene":
        names = ("pack", "scene", "kind", "wine", "room", "pinned")
        told = {name: figures.get(name, "") for name in names}
        return {"state": "show", **told, "language": figures.get("language", ""),
                "visitor": visited}  # fmt: skip
    kept = {name: value for name, value in moment.items() if name not in ("format", "since")}
    if event in ("session", "session-end"):
        return {**kept, "visitor": event == "session"}
    if event == "pin" and moment.get("state") == "show":
        return {**kept, "room": figures.get("room", ""), "pinned": figures.get("wine", "")}
    if event == "poster":
        return {"state": "poster", "visitor": visited}
    return {"state": "closed"} if event == "closed" else None


def _line(moment: Moment) -> bytes:
    return json.dumps(moment, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
