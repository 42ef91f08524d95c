"""Stand-ins for time, library and stage: the show's layers run on them without a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.errors import PackError
from kiosk.packs.model import (
    Media,
    Origin,
    Pack,
    Room,
    Scene,
    SceneKind,
    SceneWords,
    Theme,
    Window,
    Wine,
    Words,
)
from kiosk.show.cues import Cue, Poster, Prepare, Show, Transition, Turn
from kiosk.show.director import Director
from kiosk.show.programme import Item

FAIR = ZoneInfo("Asia/Shanghai")
FRIDAY_NOON = datetime(2026, 6, 5, 12, 0, tzinfo=FAIR)


class FakeClock:
    """A clock that stands still until it is moved."""

    def __init__(self, wall: datetime = FRIDAY_NOON) -> None:
        self._now = 0.0
        self._wall = wall

    def monotonic(self) -> float:
        """Seconds that were waited."""
        return self._now

    def wall(self) -> datetime:
        """The fair's local time."""
        return self._wall

    def wait(self, seconds: float) -> None:
        """Let time go by."""
        self._now += seconds
        self._wall += timedelta(seconds=seconds)

    def set_wall(self, wall: datetime) -> None:
        """Somebody sets the machine's clock: durations know nothing of it."""
        self._wall = wall


def scene(
    scene_id: str,
    kind: SceneKind = SceneKind.STORY,
    weight: int = 1,
    windows: tuple[Window, ...] = (),
    step: int = 0,
    wine: str = "",
    room: str = "",
) -> Scene:
    """A scene whose picture is nowhere."""
    media = Media(Path(f"{scene_id}.webp"))
    return Scene(scene_id, kind, media, None, weight, windows, step, wine, room)


def pack(
    pack_id: str,
    scenes: Sequence[str | Scene] = ("one", "two"),
    languages: Sequence[str] = ("zh-CN", "en"),
    rooms: tuple[Room, ...] = (),
    wines: tuple[Wine, ...] = (),
    words: Mapping[str, Words] | None = None,
    root: Path | None = None,
) -> Pack:
    """A pack in memory; scenes may be given by their ids alone."""
    made = tuple(scene(one) if isinstance(one, str) else one for one in scenes)
    told = {
        language: Words(
            language, pack_id.title(), "Somewhere", "A motto",
            {one.id: SceneWords(one.id, f"Line of {one.id}.", f"{one.id}.") for one in made},
        )
        for language in languages
    }  # fmt: skip
    return Pack(
        pack_id, root or Path(pack_id), "1.0.0", Origin("ES", 42.0, -2.0), tuple(languages),
        Theme("#1d1512", "#efe6d8", "#2a1d18", "#f4ece0", "#a8452c", "#5a1220", "clay"),
        "hostess", {}, made, wines, rooms, {**told, **(words or {})},
    )  # fmt: skip


class FakeLibrary:
    """Packs in memory; remembers which were asked for. ``bad`` ones raise PackError."""

    def __init__(self, packs: Iterable[Pack], bad: Iterable[str] = ()) -> None:
        self.packs = {one.id: one for one in packs}
        self.bad = set(bad)
        self.loads: list[str] = []

    def ids(self) -> list[str]:
        """Good and bad ones, by name."""
        return sorted({*self.packs, *self.bad})

    def load(self, pack_id: str) -> Pack:
        """One pack."""
        self.loads.append(pack_id)
        if pack_id in self.bad:
            raise PackError("it is broken", where=pack_id)
        return self.packs[pack_id]


@dataclass(frozen=True)
class Shown:
    """A turn that came on the stage, and when."""

    at: float
    turn: Turn
    transition: Transition

    @property
    def key(self) -> tuple[str, str, str]:
        """Pack, scene and language."""
        item = self.turn.item
        return (item.pack.id, item.scene.id, item.language)


NEVER = float("inf")


@dataclass
class FakeStage:
    """Does what a director says, in the time that ``loading`` gives for an item.

    ``loading`` answers seconds until ready; NEVER for a picture that does not come; a negative
    number of seconds after which the picture is found to be broken.
    """

    director: Director
    clock: FakeClock
    loading: Callable[[Item], float] = lambda _item: 0.5
    shown: list[Shown] = field(default_factory=list)
    posters: list[tuple[float, str]] = field(default_factory=list)
    prepared: list[tuple[float, Turn]] = field(default_factory=list)
    under_poster: bool = False
    _due: list[tuple[float, int, bool]] = field(default_factory=list)
    _ready: set[int] = field(default_factory=set)

    def start(self) -> None:
        """Open the booth."""
        self.follow(self.director.start())

    def follow(self, cues: Iterable[Cue]) -> None:
        """Do what is said; fails where it cannot be done."""
        now = self.clock.monotonic()
        for cue in cues:
            match cue:
                case Prepare(turn):
                    self.prepared.append((now, turn))
                    seconds = self.loading(turn.item)
                    if seconds != NEVER:
                        self._due.append((now + abs(seconds), turn.number, seconds >= 0))
                case Show(turn, transition):
                    assert turn.number in self._ready, f"turn {turn.number} shown unprepared"
                    self._ready.remove(turn.number)
                    self.shown.append(Shown(now, turn, transition))
                    self.under_poster = False
                case Poster(reason):
                    self.posters.append((now, reason))
                    self.under_poster = True

    def run(self, seconds: float, step: float = 0.125) -> None:
        """Let time go by in ticks of ``step`` seconds."""
        for _ in range(round(seconds / step)):
            self.clock.wait(step)
            self.settle()

    def settle(self) -> None:
        """Answer what is due now, then tick."""
        now = self.clock.monotonic()
        for one in [one for one in self._due if one[0] <= now]:
            self._due.remove(one)
            _, number, good = one
            if good:
                self._ready.add(number)
                self.follow(self.director.ready(number))
            else:
                self.follow(self.director.failed(number))
        self.follow(self.director.tick())

    @property
    def keys(self) -> list[tuple[str, str, str]]:
        """What was shown, in order: pack, scene, language."""
        return [one.key for one in self.shown]
