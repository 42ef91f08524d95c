"""The programme: which scene of which winery comes next, and in which language.

Wineries take turns. In its turn a winery plays its lap: its scenes in their order, those of
weight w coming w times, evenly spread. A whole turn is told in one language, the next turn of
the same winery in the next one, so that a listener hears a story and not a babel. Each winery
begins one language further on than the one before: a round of many wineries takes hours, and
nobody who passes by should have to wait it out to hear a language of their own.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kiosk.errors import PackError
from kiosk.live.timetable import is_open
from kiosk.packs.model import Pack, Scene

QUARANTINE = 120.0  # s; field reports: long enough not to flicker, short enough to forgive


@dataclass(frozen=True, slots=True)
class Item:
    """One scene to be shown in one language.

    ``told``: the name of what is told over the scene's picture in the place of its own script (an
    answer, the greeting: ``narration.told``), "" for the scene itself; only visitors are told such.
    """

    pack: Pack
    scene: Scene
    language: str
    told: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What is quarantined when it fails: this scene of this pack, in any language."""
        return (self.pack.id, self.scene.id)


class PackSource(Protocol):
    """The library, as the programme needs it."""

    def ids(self) -> Sequence[str]:
        """The ids of the packs installed, in order."""
        ...

    def load(self, pack_id: str) -> Pack:
        """One pack. Raises PackError when it cannot be played."""
        ...


def spread(weights: Sequence[int]) -> list[int]:
    """Indices with each index i appearing ``weights[i]`` times, evenly spread over the lap.

    Those of weight 1 keep their order. A heavier one appears at its own place and from there at
    equal fractions of the lap, past its end from its beginning: the last scene, twice a lap, is
    not shown twice in a row. Where something else is due within a place, nothing repeats itself.
    """
    count = len(weights)
    due = sorted(
        ((index + turn * count / weight) % count, index)
        for index, weight in enumerate(weights)
        for turn in range(weight)
    )
    order: list[int] = []
    while due:
        others = (
            place
            for place, (when, index) in enumerate(due)
            if when - due[0][0] < 1 and order[-1:] != [index]
        )
        order.append(due.pop(next(others, 0))[1])
    return order


def rotation(available: Sequence[str], wanted: Mapping[str, int] | None) -> list[str]:
    """The order of languages over a winery's turns.

    Args:
        available: the pack's languages, the default first.
        wanted: weight per language by the booth's settings; None: all alike. Languages the
            pack lacks are passed over; when none is left the pack's default is used.

    Smooth weighted round robin, so that weights 2:1 give a, b, a and not a, a, b.
    """
    if wanted is None:
        return list(available)
    weights = {language: wanted[language] for language in available if wanted.get(language, 0) > 0}
    if not weights:
        return [available[0]]
    total = sum(weights.values())
    credit = dict.fromkeys(weights, 0)
    order = []
    for _ in range(total):
        for language, weight in weights.items():
            credit[language] += weight
        best = max(weights, key=lambda language: credit[language])
        credit[best] -= total
        order.append(best)
    return order


def lap(pack: Pack, now: datetime) -> list[Scene]:
    """The scenes of one turn of a pack, by weight and hours.

    A clock that cannot be believed closes nothing.
    """
    scenes = [
        scene
        for scene in pack.scenes
        if scene.weight > 0 and (not scene.windows or is_open(scene.windows, now) is not False)
    ]
    return [scenes[index] for index in spread([scene.weight for scene in scenes])]


class Programme:
    """An endless sequence of items over a library; asks for packs only when their turn comes.

    Args:
        source: the library.
        languages: weight per language; None plays every pack in all of its languages in turn.
        weights: turns per round for a pack id, 1 when not named, 0 to leave it out.
        on_set_aside: told once of every pack that cannot be played.
    """

    def __init__(
        self,
        source: PackSource,
        languages: Mapping[str, int] | None = None,
        weights: Mapping[str, int] | None = None,
        on_set_aside: Callable[[str, PackError], None] | None = None,
    ) -> None:
        self._source = source
        self._languages = languages
        self._weights = weights or {}
        self._on_set_aside = on_set_aside or (lambda _pack_id, _error: None)
        self._told: set[str] = set()
        self._turns: dict[str, int] = {}
        self._round: Iterator[str] = iter(())
        self._lap: Iterator[Item] = iter(())
        self._quarantine: dict[tuple[str, str], float] = {}

    def quarantine(self, item: Item, now: float) -> None:
        """Keep a failed scene out of the loop for 120 s (monotonic ``now``)."""
        self._quarantine[item.key] = now + QUARANTINE

    def next(self, now: float, wall: datetime) -> Item | None:
        """The next item, or None when at this moment nothing can be played.

        Looks at most two rounds ahead, so it always returns.
        """
        self._quarantine = {key: until for key, until in self._quarantine.items() if until > now}
        item = self._from_lap()
        barren = 0  # rounds begun without finding an item: two, and there is none
        while item is None and barren < 2:
            pack_id = next(self._round, None)
            if pack_id is None:
                barren += 1
                self._round = iter(self._new_round())
                continue
            self._lap = iter(self._new_lap(pack_id, wall))
            item = self._from_lap()
        return item

    def _from_lap(self) -> Item | None:
        return next((item for item in self._lap if item.key not in self._quarantine), None)

    def _new_round(self) -> list[str]:
        ids = list(self._source.ids())
        turns = [max(0, self._weights.get(pack_id, 1)) for pack_id in ids]
        return [ids[index] for index in spread(turns)]

    def _new_lap(self, pack_id: str, wall: datetime) -> list[Item]:
        try:
            pack = self._source.load(pack_id)
        except PackError as error:
            if pack_id not in self._told:
                self._told.add(pack_id)
                self._on_set_aside(pack_id, error)
            return []
        order = rotation(pack.languages, self._languages)
        turn = self._turns.get(pack_id, len(self._turns))
        scenes = lap(pack, wall)
        if scenes:
            self._turns[pack_id] = turn + 1
        return [Item(pack, scene, order[turn % len(order)]) for scene in scenes]
