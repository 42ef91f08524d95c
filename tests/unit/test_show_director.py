"""The director, second by second, on a clock that only the test moves."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest

from kiosk.packs.model import Pack, Window
from kiosk.show.cues import Poster, Prepare, Show, Transition
from kiosk.show.director import (
    FIRST_PREPARE,
    OVERRUN_LIMIT,
    POSTER_RETRY,
    PREPARE_LIMIT,
    Director,
    State,
)
from kiosk.show.programme import QUARANTINE, Item, Programme
from tests.fakes import FRIDAY_NOON, NEVER, FakeClock, FakeLibrary, FakeStage, pack, scene

SECONDS = 10.0  # a scene lasts
TICK = 0.125


def booth(
    *packs: Pack, loading: Callable[[Item], float] = lambda _: 0.5, seconds: float = SECONDS
) -> FakeStage:
    """A stage over some packs, not opened yet."""
    clock = FakeClock()
    director = Director(Programme(FakeLibrary(packs)), clock, lambda _: seconds)
    return FakeStage(director, clock, loading)


def test_limits_are_those_of_the_field() -> None:
    assert (PREPARE_LIMIT, OVERRUN_LIMIT, POSTER_RETRY) == (4.0, 60.0, 5.0)


def test_nothing_happens_before_the_booth_opens() -> None:
    stage = booth(pack("aa"))
    stage.run(10)
    assert stage.director.state is State.IDLE
    assert (stage.prepared, stage.shown, stage.posters) == ([], [], [])


def test_prepare_ready_show() -> None:
    clock = FakeClock()
    director = Director(Programme(FakeLibrary([pack("aa")])), clock, lambda _: SECONDS)
    (prepare,) = director.start()
    assert isinstance(prepare, Prepare)
    assert (prepare.turn.number, prepare.turn.item.scene.id) == (1, "one")
    assert director.current is None
    clock.wait(0.3)
    assert director.tick() == []
    assert director.ready(1) == [Show(prepare.turn, Transition.CUT)]
    assert director.current == prepare.turn
    assert director.state is State.ATTRACT


def test_next_is_called_for_after_the_wipe_and_shown_at_the_end() -> None:
    stage = booth(pack("aa"))
    stage.start()
    stage.run(25)
    first, second, third = stage.shown
    assert first.at == 0.5
    assert second.at == first.at + SECONDS
    assert third.at == second.at + SECONDS
    called = [at for at, _ in stage.prepared]
    for shown, at in zip(stage.shown, called[1:], strict=True):
        assert shown.at + FIRST_PREPARE <= at <= shown.at + FIRST_PREPARE + TICK


def test_a_scene_shorter_than_the_wipe_is_left_at_its_end() -> None:
    stage = booth(pack("aa"), loading=lambda _: 0.0, seconds=1.0)
    stage.start()
    stage.run(5)
    assert [one.at for one in stage.shown] == [0.125, 1.25, 2.375, 3.5, 4.625]


def test_cut_first_dissolve_within_wine_between() -> None:
    stage = booth(pack("aa"), pack("bb"))
    stage.start()
    stage.run(46)
    assert [one.transition for one in stage.shown] == [
        Transition.CUT, Transition.DISSOLVE, Transition.WINE, Transition.DISSOLVE, Transition.WINE,
    ]  # fmt: skip


def test_the_first_picture_cuts_in_even_when_another_failed_before_it() -> None:
    stage = booth(pack("aa"), loading=lambda item: -0.5 if item.scene.id == "one" else 0.5)
    stage.start()
    stage.run(2)
    assert [(one.key[1], one.transition) for one in stage.shown] == [("two", Transition.CUT)]


def test_a_slow_picture_is_given_up_after_four_seconds() -> None:
    slow = {"two"}
    stage = booth(
        pack("aa", ["one", "two", "three"]),
        loading=lambda item: NEVER if item.scene.id in slow else 0.5,
    )
    stage.start()
    stage.run(120)
    assert stage.posters == []
    shown = [one.key[1] for one in stage.shown]
    assert shown[:4] == ["one", "three", "one", "three"]
    gave_up = [at for at, turn in stage.prepared if turn.item.scene.id == "two"]
    instead = next(at for at, turn in stage.prepared if turn.item.scene.id == "three")
    assert PREPARE_LIMIT < instead - gave_up[0] <= PREPARE_LIMIT + 2 * TICK
    slow.clear()
    stage.run(QUARANTINE)
    again = [at for at, turn in stage.prepared if turn.item.scene.id == "two"]
    assert again[1] - gave_up[0] >= QUARANTINE
    assert "two" in [one.key[1] for one in stage.shown]


def test_a_picture_ready_just_in_time_is_not_given_up() -> None:
    stage = booth(pack("aa"), loading=lambda _: PREPARE_LIMIT)
    stage.start()
    stage.run(30)
    assert [one.key[1] for one in stage.shown] == ["one", "two", "one"]


def test_a_broken_picture_is_replaced_at_once() -> None:
    stage = booth(
        pack("aa", ["one", "two", "three"]),
        loading=lambda item: -0.25 if item.scene.id == "two" else 0.5,
    )
    stage.start()
    stage.run(21)
    assert [one.key[1] for one in stage.shown][:2] == ["one", "three"]
    assert stage.shown[1].at == stage.shown[0].at + SECONDS


def test_late_ready_for_an_abandoned_turn_is_ignored() -> None:
    clock = FakeClock()
    director = Director(Programme(FakeLibrary([pack("aa")])), clock, lambda _: SECONDS)
    director.start()
    (second,) = director.failed(1)
    assert isinstance(second, Prepare)
    assert director.ready(1) == []
    assert director.failed(1) == []
    assert director.current is None
    assert director.ready(2) == [Show(second.turn, Transition.CUT)]
    assert director.ready(2) == []
    assert director.ready(77) == []


def test_a_scene_that_breaks_on_the_stage_is_left_as_soon_as_the_next_is_there() -> None:
    stage = booth(pack("aa"))
    stage.start()
    stage.run(1.5)
    stage.follow(stage.director.failed(1))
    stage.run(0.75)
    assert [(one.key[1], one.at) for one in stage.shown] == [("one", 0.5), ("two", 2.0)]
    stage.run(30)
    assert {one.key[1] for one in stage.shown[1:]} == {"two"}, "the broken one is quarantined"


def test_hold_keeps_a_scene_and_release_lets_it_go() -> None:
    stage = booth(pack("aa"))
    stage.start()
    stage.run(2)
    stage.director.hold(1)
    stage.run(30)
    assert len(stage.shown) == 1
    stage.follow(stage.director.release(1))
    assert [one.at for one in stage.shown] == [0.5, 32.0]


def test_release_before_the_end_does_not_shorten_a_scene() -> None:
    stage = booth(pack("aa"))
    stage.start()
    stage.run(2)
    stage.director.hold(1)
    stage.follow(stage.director.release(1))
    stage.run(10)
    assert [one.at for one in stage.shown] == [0.5, 10.5]


def test_a_scene_that_never_lets_go_is_cut_after_a_minute() -> None:
    stage = booth(pack("aa"))
    stage.start()
    stage.run(2)
    stage.director.hold(1)
    stage.run(100)
    assert stage.shown[1].at == 0.5 + SECONDS + OVERRUN_LIMIT
    assert stage.shown[2].at == stage.shown[1].at + SECONDS, "the next one is not held"


def test_hold_and_release_of_another_turn_do_nothing() -> None:
    stage = booth(pack("aa"))
    stage.start()
    stage.run(2)
    stage.director.hold(2)
    assert stage.director.release(2) == []
    stage.run(9)
    assert [one.at for one in stage.shown] == [0.5, 10.5]


def test_the_next_scene_is_not_held_because_the_last_one_was() -> None:
    stage = booth(pack("aa"))
    stage.start()
    stage.run(2)
    stage.director.hold(1)
    stage.run(10)
    stage.follow(stage.director.release(1))
    stage.run(11)
    assert [one.at for one in stage.shown] == [0.5, 12.0, 22.0]


def test_a_held_scene_is_not_taken_down_when_there_is_nothing_after_it() -> None:
    works = [0.5]
    stage = booth(pack("aa"), loading=lambda _: works[0])
    stage.start()
    stage.run(1)
    stage.director.hold(1)
    works[0] = -0.1
    stage.run(40)
    assert stage.posters == []
    stage.follow(stage.director.release(1))
    stage.run(0.25)
    assert [reason for _, reason in stage.posters] == ["nothing can be played"]


def test_a_scene_that_finished_late_is_not_taken_down_the_moment_it_lets_go() -> None:
    works = [0.5]
    stage = booth(*(pack(f"winery-{number}") for number in range(20)), loading=lambda _: works[0])
    stage.start()
    stage.run(1)
    stage.director.hold(1)
    works[0] = NEVER
    stage.run(32)
    stage.follow(stage.director.release(1))
    stage.run(PREPARE_LIMIT - 2 * TICK)
    assert stage.posters == []
    stage.run(4 * TICK)
    assert [reason for _, reason in stage.posters] == ["no scene loads"]


def test_a_rehearsal_gives_pictures_longer() -> None:
    clock = FakeClock()
    programme = Programme(FakeLibrary([pack("aa")]))
    director = Director(programme, clock, lambda _: SECONDS, prepare_limit=40.0)
    stage = FakeStage(director, clock, lambda _: 30.0)
    stage.start()
    stage.run(100)
    assert stage.posters == []
    assert [one.key[1] for one in stage.shown] == ["one", "two", "one"]


def test_scenes_keep_to_their_hours_on_the_wall() -> None:
    evening = Window(time(20), time(22))
    stage = booth(pack("aa", ["one", scene("late", windows=(evening,))]))
    stage.start()
    stage.run(60)
    assert {one.key[1] for one in stage.shown} == {"one"}
    stage.clock.set_wall(FRIDAY_NOON.replace(hour=21))
    stage.run(60)
    assert "late" in {one.key[1] for one in stage.shown}


@pytest.mark.parametrize("jump", [timedelta(days=1), timedelta(days=-1), timedelta(days=-20000)])
def test_a_jump_of_the_wall_clock_changes_no_timing(jump: timedelta) -> None:
    steady, jumping = booth(pack("aa")), booth(pack("aa"))
    for stage in (steady, jumping):
        stage.start()
        stage.run(7)
    jumping.clock.set_wall(FRIDAY_NOON + jump)
    for stage in (steady, jumping):
        stage.run(60)
    assert jumping.shown == steady.shown
    assert len(steady.shown) == 7


def test_a_poster_is_a_cue_with_its_reason() -> None:
    director = Director(Programme(FakeLibrary([])), FakeClock(), lambda _: SECONDS)
    assert director.start() == [Poster("nothing can be played")]
    assert director.state is State.POSTER
    assert director.tick() == []
