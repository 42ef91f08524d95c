"""Who is asked when, how long an answer holds, and that nobody waits for it."""

import random
import threading
import time
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from kiosk.live.probe.answers import Answer, FetchError, Outcome
from kiosk.live.probe.fetch import Fetcher
from kiosk.live.probe.flv import FlvProbe
from kiosk.live.probe.hls import HlsProbe
from kiosk.live.probe.pages import PageProbe
from kiosk.live.probe.prober import EVERY, FORGET, FRESH, JITTER, LONGEST_PAUSE, Prober, probe_for
from kiosk.packs.model import Room
from tests.rooms_server import PORTAL, Visit, playlist, serving

ON, OFF, UNKNOWN = Answer.ON, Answer.OFF, Answer.UNKNOWN
ROOM = Room("douyin", "douyin", "https://live.douyin.com/1", play="https://a.example.com/b.m3u8")


class Clock:
    """A monotonic clock that the test moves."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Script:
    """A probe that answers by heart; None: no network; an error: itself."""

    answers: list[Answer | Exception | None]
    asked: list[float] = field(default_factory=list)

    def ask(self, fetcher: Fetcher) -> Outcome:
        self.asked.append(fetcher.monotonic())
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if answer is None:
            raise FetchError("nobody", offline=True)
        if isinstance(answer, Exception):
            raise answer
        return Outcome(answer)


class Booth:
    """A prober without its thread: the test takes the turns."""

    def __init__(self, *answers: Answer | Exception | None) -> None:
        self.clock = Clock()
        self.script = Script(list(answers))
        self.prober = Prober(Fetcher(monotonic=self.clock), lambda _: self.script, random.Random(7))
        self.prober._start = lambda: None  # type: ignore[method-assign]
        self.answer()

    def answer(self) -> Answer:
        return self.prober.answer("red-clay", ROOM)

    def on(self, seconds: float, watched: bool = True) -> list[float]:
        """Let time go by; returns when the room was asked, counted from now."""
        start, self.script.asked = self.clock.now, []
        until = start + seconds
        while self.clock.now < until:
            if watched:
                self.answer()
            self.clock.now = min(until, self.clock.now + max(0.001, self.prober.turn()))
        return [at - start for at in self.script.asked]


def test_a_room_is_asked_from_when_somebody_wants_to_know() -> None:
    booth = Booth(ON)
    assert booth.answer() is UNKNOWN
    booth.prober.turn()
    assert booth.answer() is ON


def test_answers_come_every_twenty_seconds_more_or_less() -> None:
    times = Booth(ON).on(1000)
    gaps = [after - before for before, after in pairwise(times)]
    assert all(EVERY * (1 - JITTER) <= gap <= EVERY * (1 + JITTER) + 0.1 for gap in gaps)
    assert len({round(gap, 3) for gap in gaps}) > 20, "booths do not ask in step"


def test_without_answers_it_is_asked_ever_more_rarely() -> None:
    times = Booth(UNKNOWN).on(4000)
    gaps = [after - before for before, after in pairwise(times)]
    assert gaps[0] < 30
    assert all(gap <= LONGEST_PAUSE * (1 + JITTER) + 0.1 for gap in gaps)
    assert all(gap >= LONGEST_PAUSE * (1 - JITTER) for gap in gaps[5:])
    assert len(times) < 20


def test_an_answer_after_many_questions_brings_it_back_to_twenty_seconds() -> None:
    booth = Booth(*[UNKNOWN] * 8, ON)
    booth.on(2000)
    assert 4 <= len(booth.on(100)) <= 7


def test_an_answer_holds_for_ninety_seconds() -> None:
    booth = Booth(ON, UNKNOWN)
    booth.on(1)
    booth.on(FRESH - 2)
    assert booth.answer() is ON, "one lost question is no news"
    booth.on(3)
    assert booth.answer() is UNKNOWN


def test_no_network_is_told_apart_from_no_answer() -> None:
    booth = Booth(None, FetchError("the server says 500"), None, ON)
    assert not booth.prober.offline("red-clay", ROOM), "not asked yet"
    seen = []
    for _ in range(4):
        booth.prober.turn()
        seen.append(booth.prober.offline("red-clay", ROOM))
        booth.clock.now += 60
    assert seen == [True, False, True, False]
    assert not booth.prober.offline("red-clay", Room("other", "web", "https://a.example.com"))


def test_without_a_network_it_is_tried_every_half_minute() -> None:
    times = Booth(None).on(1000)
    assert 27 <= len(times) <= 55


def test_what_nobody_wants_to_know_is_not_asked() -> None:
    booth = Booth(ON)
    booth.on(FORGET + 60, watched=False)
    assert booth.on(1000, watched=False) == []
    assert booth.answer() is UNKNOWN
    assert len(booth.on(100)) >= 4, "and again when somebody does"


def test_a_probe_that_breaks_is_logged_and_unknown(caplog: pytest.LogCaptureFixture) -> None:
    booth = Booth(RuntimeError("odd page"), ON)
    booth.on(1)
    assert booth.answer() is UNKNOWN
    assert "odd page" in caplog.text
    booth.on(60)
    assert booth.answer() is ON


def test_how_a_room_is_asked() -> None:
    flv = Room("a", "web", "https://a.example.com", play="https://a.example.com/B.FLV?x=.m3u8")
    youtube = Room("b", "youtube", "https://www.youtube.com/@red/live")
    assert isinstance(probe_for(ROOM, pages=False), HlsProbe)
    assert isinstance(probe_for(flv, pages=False), FlvProbe)
    assert probe_for(youtube, pages=False) is None
    assert isinstance(probe_for(youtube, pages=True), PageProbe)
    assert probe_for(Room("c", "douyin", "https://live.douyin.com/1"), pages=True) is None
    assert probe_for(Room("d", "youtube"), pages=True) is None


def test_a_room_that_cannot_be_asked_starts_no_thread() -> None:
    prober = Prober(Fetcher(), lambda room: None)
    before = threading.active_count()
    assert prober.answer("red-clay", ROOM) is UNKNOWN
    assert not prober.offline("red-clay", ROOM)
    assert threading.active_count() == before
    assert prober.close()


def test_the_thread_asks_and_the_caller_never_waits() -> None:
    answered = threading.Event()

    def handler(visit: Visit) -> None:
        if visit.path == "/slow.m3u8":
            visit.rest(60)
        else:
            visit.send(playlist(visit.number))
            answered.set()

    with serving(handler) as server:
        urls = {"slow": server.url("/slow.m3u8"), "quick": server.url("/quick.m3u8")}
        prober = Prober(Fetcher(longest=0.3, local=True), lambda room: HlsProbe(urls[room.id]))
        rooms = [Room(name, "web") for name in urls]
        spent = 0.0
        while not answered.is_set():
            began = time.thread_time()  # of this thread alone: what it works, not what it waits
            assert {prober.answer("p", room) for room in rooms} == {UNKNOWN}
            spent = max(spent, time.thread_time() - began)
        assert spent < 0.1
        assert prober.close()
        assert "prober" not in {thread.name for thread in threading.enumerate()}


def test_closing_does_not_wait_for_a_server() -> None:
    asked = threading.Event()

    def handler(visit: Visit) -> None:
        asked.set()
        visit.rest(60)

    with serving(handler) as server:
        prober = Prober(Fetcher(local=True), lambda _: HlsProbe(server.url()))
        prober.answer("p", ROOM)
        assert asked.wait(10)
        assert prober.close()
        assert prober.answer("p", ROOM) is UNKNOWN
        assert "prober" not in {thread.name for thread in threading.enumerate()}


def test_a_captive_portal_is_unknown_for_ever() -> None:
    with serving(lambda visit: visit.send(PORTAL)) as server:
        clock = Clock()
        prober = Prober(
            Fetcher(local=True, monotonic=clock), lambda _: HlsProbe(server.url("/a.m3u8"))
        )
        prober._start = lambda: None  # type: ignore[method-assign]
        seen = set()
        for _ in range(20):
            seen.add(prober.answer("p", ROOM))
            clock.now += prober.turn() + 1
            assert not prober.offline("p", ROOM)
        assert seen == {UNKNOWN}
