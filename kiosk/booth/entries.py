"""From what happens to what the journal keeps: proof of play, sessions, codes, questions, faults.

Nothing here can name a visitor: a session is figures, and paths in a fault's reason, which may
hold the name of the computer's user, are cut down to the file's own name.
"""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

REASON = 300  # characters of a fault's reason that are kept
PATH_STEPS = 100  # rooms of a session's path that are kept
FAULT_PAUSE = 600.0  # s in which the same fault is counted and not written again
FAULTS_REMEMBERED = 200
SHORTEST_HOME = 3  # characters: "/" and "C:\\" name nobody

_FAULT_ENDS = ("-failed", "-missing", "-refused")
_FAULTS = ("poster", "set-aside", "journal-gap", "code-unread")
_FOLDERS = re.compile(r"(?:[A-Za-z]:)?[\\/](?:[^\\/\s'\"():;,]+[\\/])+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the journal.

    Attributes:
        at: when, seconds since 1970 by the booth's wall clock; right or wrong as that is.
        kind: "start", "shown", "code", "session", "question", "fault" or "stop".
        pack: whose, "" where it is nobody's.
        data: plain figures and ids.
    """

    at: float
    kind: str
    pack: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class _Span:
    """Something that is on screen until something else is."""

    kind: str
    pack: str
    data: dict[str, Any]
    wall: float
    since: float


class Entries:
    """Turns events into entries. Lengths are measured by the monotonic clock.

    Args:
        monotonic: seconds that never run back.
        wall: seconds since 1970.
    """

    def __init__(self, monotonic: Callable[[], float], wall: Callable[[], float]) -> None:
        self._monotonic, self._wall = monotonic, wall
        self._began = monotonic()
        self._scene: _Span | None = None
        self._code: _Span | None = None  # under the scene
        self._large: _Span | None = None  # in the room of live rooms
        self._visited = ""  # the pack whose house a visitor is in
        self._visited_since = 0.0
        self._language = ""
        self._place = ""
        self._faults: dict[tuple[str, ...], tuple[float, int]] = {}

    def of(self, event: str, figures: Mapping[str, Any]) -> list[Entry]:
        """What an event has to be remembered for; mostly nothing."""
        taker = getattr(self, "_on_" + event.replace("-", "_"), None)
        entries: list[Entry] = list(taker(figures)) if taker else []
        if event.endswith(_FAULT_ENDS) or event in _FAULTS:
            entries += self._fault(event, figures)
        return entries

    def _on_start(self, figures: Mapping[str, Any]) -> Iterable[Entry]:
        yield self._entry("start", "", {"version": str(figures.get("version", ""))})

    def _on_scene(self, figures: Mapping[str, Any]) -> Iterable[Entry]:
        yield from self._end_scene()
        pack, language = str(figures.get("pack", "")), str(figures.get("language", ""))
        told = {name: figures.get(name, "") for name in ("scene", "kind", "language")}
        told |= {"voiced": bool(figures.get("voiced")), "visitor": bool(self._visited)}
        self._scene = self._span("shown", pack, told)
        if room := figures.get("room"):
            self._code = self._span("code", pack, {"room": room, "language": language})

    def _on_pin(self, figures: Mapping[str, Any]) -> Iterable[Entry]:
        yield from self._ended(self._code)  # from now on another code is on the screen
        told = {"room": figures.get("room", ""), "language": figures.get("language", "")}
        pack = str(figures.get("pack", ""))
        self._code = self._span("code", pack, told) if told["room"] else None

    def _on_poster(self, _: Mapping[str, Any]) -> Iterable[Entry]:
        return self._end_scene()

    def _on_session(self, figures: Mapping[str, Any]) -> Iterable[Entry]:
        self._visited = str(figures.get("pack", ""))
        self._visited_since = self._monotonic()
        self._language = str(figures.get("language", ""))
        return ()

    def _on_language(self, figures: Mapping[str, Any]) -> Iterable[Entry]:
        self._language = str(figures.get("code", ""))
        return ()

    def _on_place(self, figures: Mapping[str, Any]) -> Iterable[Entry]:
        self._place = str(figures.get("name", ""))
        return self._end_large()

    def _on_detail(self, figures: Mapping[str, Any]) -> Iterable[Entry]:
        yield from self._end_large()
        if self._place == "live" and (room := figures.get("name")):
            told = {"room": room, "language": self._language, "large": True}
            self._large = self._span("code", self._visited, told)

    def _on_question(self, figures: Mapping[str, Any]) -> Iterable[Entry]:
        told = {"question": figures.get("id", ""), "language": self._language}
        yield self._entry("question", self._visited, told)

    def _on_session_end(self, figures: Mapping[str, Any]) -> Iterable[Entry]:
        yield from self._end_large()
        names = "ended seconds languages touches hearts told".split()
        told = {name: figures[name] for name in names if name in figures}
        told["path"] = list(figures.get("path", ()))[:PATH_STEPS]
        yield self._entry("session", str(figures.get("pack", "")), told)
        self._visited = self._language = self._place = ""

    def _on_closed(self, _: Mapping[str, Any]) -> Iterable[Entry]:
        yield from self._end_large()
        yield from self._end_scene()
        if self._visited:  # cut off: only this much is known of it
            seconds = round(self._monotonic() - self._visited_since, 1)
            told = {"ended": "closed", "seconds": seconds, "languages": [self._language]}
            yield self._entry("session", self._visited, told)
        yield self._entry("stop", "", {"seconds": round(self._monotonic() - self._began, 1)})

    def _fault(self, event: str, figures: Mapping[str, Any]) -> Iterable[Entry]:
        scene = str(figures.get("scene", ""))
        pack = str(figures.get("pack", ""))
        reason = nameless(str(figures.get("reason", "")))[:REASON]
        key, now = (event, pack, scene, reason), self._monotonic()
        since, times = self._faults.get(key, (now - FAULT_PAUSE, 0))
        if now - since < FAULT_PAUSE:
            self._faults[key] = (since, times + 1)
            return
        while len(self._faults) >= FAULTS_REMEMBERED:
            del self._faults[next(iter(self._faults))]
        self._faults[key] = (now, 0)
        told: dict[str, Any] = {"fault": event, "scene": scene, "reason": reason}
        yield self._entry("fault", pack, told | ({"unsaid": times} if times else {}))

    def _entry(self, kind: str, pack: str, data: dict[str, Any]) -> Entry:
        return Entry(self._wall(), kind, pack, data)

    def _span(self, kind: str, pack: str, data: dict[str, Any]) -> _Span:
        return _Span(kind, pack, data, self._wall(), self._monotonic())

    def _end_scene(self) -> Iterable[Entry]:
        yield from self._ended(self._scene)
        yield from self._ended(self._code)
        self._scene = self._code = None

    def _end_large(self) -> Iterable[Entry]:
        yield from self._ended(self._large)
        self._large = None

    def _ended(self, span: _Span | None) -> Iterable[Entry]:
        if span is not None:
            seconds = round(self._monotonic() - span.since, 1)
            yield Entry(span.wall, span.kind, span.pack, {**span.data, "seconds": seconds})


def nameless(reason: str) -> str:
    """A reason without the folders in it: they may hold the name of the computer's user."""
    home = os.path.expanduser("~")  # noqa: PTH111 - unlike Path.home() it never raises
    if len(home) > SHORTEST_HOME:
        reason = reason.replace(home, "")
    return _FOLDERS.sub("", reason)
