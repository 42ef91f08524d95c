"""The director while a visitor has the stage, and the way back to the loop."""

import pytest

from kiosk.narration.track import Track, Word
from kiosk.packs.model import Pack
from kiosk.show.cues import Prepare, Show, Transition
from kiosk.show.director import PREPARE_LIMIT, Director, State
from kiosk.show.programme import Item, Programme
from kiosk.show.spoken import BREATH, same_moment
from tests.fakes import NEVER, FakeClock, FakeLibrary, FakeStage, pack

HOUSE = pack("aa", ("one", "two", "three"))


def explored(loading: float = 0.5) -> FakeStage:
    """A booth on whose first scene a visitor has come."""
    clock = FakeClock()
    director = Director(Programme(FakeLibrary([HOUSE])), clock, lambda _: 10.0)
    stage = FakeStage(director, clock, lambda item: 0.5 if item.scene.id == "one" else loading)
    stage.start()
    stage.run(2)
    assert director.explore()
    return stage


def item(scene: str, language: str = "en", of: Pack = HOUSE) -> Item:
    return Item(of, of.scene(scene), language)


def test_the_loop_stands_still_for_a_visitor() -> None:
    stage = explored()
    shown = len(stage.shown)
    stage.run(120)
    assert len(stage.shown) == shown
    assert stage.director.state is State.EXPLORE
    assert stage.posters == []


def test_what_a_visitor_asks_for_comes_as_soon_as_it_is_there() -> None:
    stage = explored()
    asked = stage.clock.monotonic()
    stage.follow(stage.director.visit(item("three")))
    stage.run(1)
    assert stage.keys[-1] == ("aa", "three", "en")
    assert stage.shown[-1].at - asked == pytest.approx(0.5)
    assert stage.shown[-1].transition is Transition.DISSOLVE


def test_another_language_goes_on_at_its_offset() -> None:
    director = explored().director
    (prepare,) = director.visit(item("one", "zh-CN"), offset=4.2)
    assert isinstance(prepare, Prepare)
    (show,) = director.ready(prepare.turn.number)
    assert show == Show(prepare.turn, Transition.DISSOLVE, 4.2)


def test_the_last_wish_counts() -> None:
    stage = explored(loading=1.0)
    stage.follow(stage.director.visit(item("two")))
    stage.run(0.5)
    stage.follow(stage.director.visit(item("three")))
    stage.run(5)
    assert [key[1] for key in stage.keys[1:]] == ["three"]


@pytest.mark.parametrize("loading", [-0.3, NEVER])
def test_what_cannot_be_had_leaves_the_picture_that_is_there(loading: float) -> None:
    stage = explored(loading)
    before = stage.keys
    stage.follow(stage.director.visit(item("two")))
    stage.run(PREPARE_LIMIT + 2)
    assert stage.keys == before
    assert stage.posters == []
    assert stage.director.state is State.EXPLORE
    stage.follow(stage.director.visit(item("one", "zh-CN")))
    stage.run(1)
    assert stage.keys[-1] == ("aa", "one", "zh-CN")


def test_afterwards_the_loop_goes_on_at_once_with_what_comes_next() -> None:
    stage = explored()
    stage.follow(stage.director.visit(item("one", "zh-CN")))
    stage.run(30)
    left = stage.clock.monotonic()
    stage.follow(stage.director.attract())
    stage.run(1)
    assert stage.director.state is State.ATTRACT
    assert stage.shown[-1].at - left == pytest.approx(0.5)
    assert stage.keys[-1][1] != "one"
    stage.run(30)
    assert len(stage.shown) >= 4


def test_a_poster_cannot_be_explored() -> None:
    clock = FakeClock()
    director = Director(Programme(FakeLibrary([])), clock, lambda _: 10.0)
    stage = FakeStage(director, clock)
    stage.start()
    stage.run(6)
    assert stage.posters
    assert director.explore() is False
    assert director.state is State.POSTER
    assert director.visit(item("one")) == []


def test_without_a_visitor_nothing_can_be_asked_for() -> None:
    director = Director(Programme(FakeLibrary([HOUSE])), FakeClock(), lambda _: 10.0)
    director.start()
    assert director.visit(item("two")) == []
    assert director.attract() == []


# --- the same moment in another language ------------------------------------------------------

ENGLISH = "Red clay holds water. Roots go down. The vine waits."
CHINESE = "红土存水。根往下走。藤在等。"


def track(script: str, starts: list[int], seconds: float) -> Track:
    """Words that begin at these characters, a second each."""
    ends = [*starts[1:], len(script)]
    words = tuple(
        Word(script[first:last], float(at), at + 0.9, first, last)
        for at, (first, last) in enumerate(zip(starts, ends, strict=True))
    )
    return Track(key="k", language="en", voice="v", duration=seconds, words=words)


TOLD = track(ENGLISH, [0, 4, 9, 15, 22, 28, 31, 37, 41, 46], 10.0)
OTHER = track(CHINESE, [0, 2, 5, 7, 10, 12], 6.0)


@pytest.mark.parametrize(
    ("heard", "starts"),
    [(0.0, 0.0), (3.5, 0.0), (4.5, 2.0 - BREATH), (6.9, 2.0 - BREATH), (8.0, 4.0 - BREATH)],
)
def test_a_passage_is_taken_up_from_its_first_word(heard: float, starts: float) -> None:
    assert same_moment(TOLD, ENGLISH, heard, OTHER, CHINESE) == pytest.approx(starts)


def test_what_was_told_to_its_end_is_not_told_again() -> None:
    assert same_moment(TOLD, ENGLISH, 10.0, OTHER, CHINESE) == OTHER.duration


def test_a_silent_scene_begins_anew() -> None:
    silent = Track(key="k", language="en", voice="v", duration=5.0)
    assert same_moment(silent, "", 2.0, OTHER, CHINESE) == 0.0
    assert same_moment(TOLD, ENGLISH, 2.0, silent, "") == 0.0
