"""When nothing can be shown: the poster within five seconds, and the way back."""

from collections.abc import Callable

from kiosk.packs.model import Pack
from kiosk.show.cues import Transition
from kiosk.show.director import POSTER_RETRY, Director
from kiosk.show.programme import QUARANTINE, Item, Programme
from tests.fakes import NEVER, FakeClock, FakeLibrary, FakeStage, pack

WITHIN = 5.0  # s, as the field asks for
SECONDS = 10.0


def booth(*packs: Pack, loading: Callable[[Item], float]) -> FakeStage:
    """A stage over some packs, opened."""
    clock = FakeClock()
    director = Director(Programme(FakeLibrary(packs)), clock, lambda _: SECONDS)
    stage = FakeStage(director, clock, loading)
    stage.start()
    return stage


def many() -> list[Pack]:
    return [pack(f"winery-{number}", ["a", "b", "c"]) for number in range(40)]


def test_an_empty_library_shows_the_poster_at_once_and_once() -> None:
    stage = booth(loading=lambda _: 0.5)
    stage.run(60)
    assert stage.posters == [(0.0, "nothing can be played")]


def test_when_nothing_loads_at_the_start_the_poster_comes_in_time() -> None:
    stage = booth(*many(), loading=lambda _: NEVER)
    stage.run(100)
    assert len(stage.posters) == 1
    at, reason = stage.posters[0]
    assert at < WITHIN
    assert reason == "no scene loads"
    assert len(stage.prepared) > 20, "it goes on trying under the poster"


def test_when_everything_is_broken_the_poster_comes_in_time() -> None:
    stage = booth(*many(), loading=lambda _: -0.5)
    stage.run(100)
    assert len(stage.posters) == 1
    assert stage.posters[0][0] < WITHIN


def test_when_nothing_loads_any_more_later_on_the_poster_comes_in_time() -> None:
    works = [0.5]
    stage = booth(*many(), loading=lambda _: works[0])
    stage.run(31)
    assert stage.posters == []
    works[0] = NEVER
    stage.run(60)
    over = stage.shown[-1].at + SECONDS
    assert [over < at < over + WITHIN for at, _ in stage.posters] == [True]
    assert stage.director.current is None


def test_when_the_only_scene_breaks_late_the_poster_comes_in_time() -> None:
    # The last chance is lost just before the scene on the stage ends.
    stage = booth(pack("aa", ["one"]), loading=lambda _: 0.5)
    stage.run(0.5)
    stage.loading = lambda _: -7.3
    stage.run(30)
    over = stage.shown[0].at + SECONDS
    assert [over <= at < over + WITHIN for at, _ in stage.posters] == [True]


def test_one_slow_winery_among_good_ones_never_brings_the_poster() -> None:
    stage = booth(
        pack("aa"), pack("slow"), pack("zz"),
        loading=lambda item: NEVER if item.pack.id == "slow" else 0.5,
    )  # fmt: skip
    stage.run(600)
    assert stage.posters == []
    assert {key[0] for key in stage.keys} == {"aa", "zz"}


def test_the_show_comes_back_from_the_poster_by_itself() -> None:
    stage = booth(pack("aa", ["one"]), loading=lambda _: -0.5)
    stage.run(60)
    assert stage.director.state.value == "poster"
    stage.loading = lambda _: 0.5
    stage.run(QUARANTINE)
    first = stage.shown[0]
    failed_at = 0.5
    assert failed_at + QUARANTINE <= first.at <= failed_at + QUARANTINE + POSTER_RETRY + 1
    assert first.transition is Transition.DISSOLVE, "the poster is left, not a blank stage"
    assert stage.director.state.value == "attract"
    assert not stage.under_poster


def test_a_slow_turn_that_arrives_under_the_poster_ends_it() -> None:
    stage = booth(pack("aa"), loading=lambda _: NEVER)
    stage.run(4.5)
    assert stage.under_poster
    stage.follow(stage.director.ready(1))
    assert stage.under_poster, "the first was given up"
    number = stage.prepared[-1][1].number
    stage._ready.add(number)
    stage.follow(stage.director.ready(number))
    assert [one.turn.number for one in stage.shown] == [number]
    assert not stage.under_poster


def test_a_pack_installed_under_the_poster_plays_within_five_seconds() -> None:
    clock, library = FakeClock(), FakeLibrary([])
    stage = FakeStage(Director(Programme(library), clock, lambda _: SECONDS), clock)
    stage.start()
    stage.run(11)
    library.packs["aa"] = pack("aa")
    stage.run(POSTER_RETRY + 0.625)
    assert [key[0] for key in stage.keys] == ["aa"]


def test_the_poster_can_come_again() -> None:
    works = [0.5]
    stage = booth(pack("aa"), loading=lambda _: works[0])
    for _ in range(3):
        works[0] = 0.5
        stage.run(QUARANTINE + 30)
        works[0] = NEVER
        stage.run(60)
    assert len(stage.posters) == 3
