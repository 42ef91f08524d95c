"""Asks rooms whether they are on air, one after the other, in a thread of its own.

Who wants to know reads a snapshot, which costs a lock that is never held while the network is
waited for.
"""

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.live.probe.answers import UNKNOWN, Answer, FetchError, Outcome, Stopped
from kiosk.live.probe.fetch import Fetcher
from kiosk.live.probe.flv import FlvProbe
from kiosk.live.probe.hls import HlsProbe
from kiosk.live.probe.pages import PAGES, PageProbe
from kiosk.packs.model import Room

EVERY = 20.0  # s between two answers
LONGEST_PAUSE = 300.0  # s after many questions without an answer
OFFLINE_PAUSE = 30.0  # s: to ask costs nothing where there is no network
JITTER = 0.2  # of every pause, so that a hall of booths does not ask at once
FRESH = 90.0  # s that an answer holds
FORGET = 600.0  # s after which nobody wants to know any more
GOODBYE = 2.0  # s that closing waits; a name server may keep the thread longer

_log = logging.getLogger(__name__)

Key = tuple[str, str]  # pack, and room or wine


class Probe(Protocol):
    """Asks one address whether its room is on air."""

    def ask(self, fetcher: Fetcher) -> Outcome:
        """Ask once. Raises FetchError."""
        ...


def probe_for(room: Room, pages: bool) -> Probe | None:
    """How to ask about a room; None where there is no way.

    Args:
        room: may have a play address, of a kind that ``parse_play`` allows.
        pages: whether the platforms' public pages may be asked.
    """
    path = room.play.partition("#")[0].partition("?")[0].lower()
    if path.endswith(".m3u8"):
        return HlsProbe(room.play)
    if path.endswith(".flv"):
        return FlvProbe(room.play)
    judge = PAGES.get(room.platform) if pages else None
    return PageProbe(room.url, judge) if judge and room.url else None


@dataclass(slots=True)
class _Asked:
    probe: Probe
    wanted: float  # when somebody did last
    due: float  # when it is asked next
    failures: int = 0  # questions without an answer, in a row
    answer: Answer = Answer.UNKNOWN
    at: float = 0.0  # when that was
    offline: bool = False  # the last question found no network


class Prober:
    """Knows the latest answers.

    Args:
        fetcher: reads addresses.
        make: how to ask about a room.
        chance: for the jitter.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        make: Callable[[Room], Probe | None],
        chance: random.Random | None = None,
    ) -> None:
        self._fetcher, self._make = fetcher, make
        self._now = fetcher.monotonic
        self._chance = chance or random.Random()
        self._rooms: dict[Key, _Asked | None] = {}  # None: cannot be asked
        self._turn = threading.Condition()
        self._thread: threading.Thread | None = None

    def answer(self, pack: str, room: Room) -> Answer:
        """The latest answer, if it is fresh; from now on the room is asked. Returns at once."""
        key = (pack, room.id)
        with self._turn:
            if key not in self._rooms:
                probe = self._make(room)
                self._rooms[key] = _Asked(probe, self._now(), self._now()) if probe else None
                self._turn.notify()
            asked = self._rooms[key]
            if asked is None:
                return Answer.UNKNOWN
            asked.wanted = self._now()
            self._start()
            return asked.answer if self._now() - asked.at <= FRESH else Answer.UNKNOWN

    def offline(self, pack: str, room: Room) -> bool:
        """Whether this room can be asked and no question of late found a network."""
        with self._turn:
            if self._rooms.get((pack, room.id)) is None:
                return False
            return all(asked.offline for asked in self._rooms.values() if asked is not None)

    def close(self) -> bool:
        """End the thread. False when it hangs in the name server; it is left behind."""
        self._fetcher.stop.set()
        with self._turn:
            self._turn.notify()
            thread = self._thread
        if thread is None:
            return True
        thread.join(GOODBYE)
        return not thread.is_alive()

    def _start(self) -> None:
        if self._thread is None and not self._fetcher.stop.is_set():
            self._thread = threading.Thread(target=self._run, name="prober", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while not self._fetcher.stop.is_set():
            pause = self.turn()
            with self._turn:
                self._turn.wait_for(self._fetcher.stop.is_set, min(pause, 1.0))

    def turn(self) -> float:
        """Ask the room that is due, if one is. Returns the seconds until the next one is."""
        with self._turn:
            now = self._now()
            for key, each in list(self._rooms.items()):
                if each is not None and now - each.wanted > FORGET:
                    del self._rooms[key]
            asked = min(
                (each for each in self._rooms.values() if each is not None),
                key=lambda each: each.due,
                default=None,
            )
            if asked is None:
                return EVERY
            if asked.due > now:
                return asked.due - now
        outcome, offline = self._ask(asked.probe)
        with self._turn:
            self._keep(asked, outcome, offline)
        return 0.0

    def _ask(self, probe: Probe) -> tuple[Outcome, bool]:
        try:
            return probe.ask(self._fetcher), False
        except Stopped:
            return UNKNOWN, False
        except FetchError as error:
            _log.debug("no answer: %s", error.reason)
            return UNKNOWN, error.offline
        except Exception:
            # A page may hold anything; whatever it breaks, the show goes on.
            _log.exception("a probe failed")
            return UNKNOWN, False

    def _keep(self, asked: _Asked, outcome: Outcome, offline: bool) -> None:
        now = self._now()
        asked.offline = offline
        if outcome.answer is Answer.UNKNOWN:
            # The last answer holds until it is no longer fresh: one lost question is no news.
            asked.failures += 0 if outcome.again else 1
            longest = OFFLINE_PAUSE if offline else LONGEST_PAUSE
            pause = outcome.again or min(longest, EVERY * 2 ** min(asked.failures - 1, 10))
        else:
            asked.failures, asked.answer, asked.at = 0, outcome.answer, now
            pause = outcome.again or EVERY
        asked.due = now + pause * self._chance.uniform(1 - JITTER, 1 + JITTER)
