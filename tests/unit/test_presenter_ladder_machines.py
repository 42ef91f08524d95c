"""Always enough frames: down under load at once, up with patience, and never to and fro."""

import itertools
from collections.abc import Callable

import pytest

from kiosk.presenter.ladder import (
    FIRST,
    MOST_PATIENCE,
    PATIENCE,
    RUNGS,
    SETTLE,
    Ladder,
    Rung,
)

Machine = Callable[[Rung], tuple[float, float]]  # rung -> cost in s, frames a second


def run(ladder: Ladder, machine: Machine, seconds: int) -> list[tuple[int, Rung]]:
    """Feed a machine's figures once a second: when it changed to which rung."""
    changes = []
    for second in range(seconds):
        if ladder.feed(1.0, *machine(ladder.rung)):
            changes.append((second, ladder.rung))
    return changes


def steady(cost: float, fps: float = 60.0) -> Machine:
    """A machine whose pictures cost by their pixels."""
    return lambda rung: (cost * rung.scale**2, fps)


def test_the_last_rung_is_a_still_and_each_is_cheaper() -> None:
    work = [rung.scale**2 * rung.rate for rung in RUNGS]
    assert work == sorted(work, reverse=True)
    assert len(set(work)) == len(work)
    assert RUNGS[-1].rate == 0
    assert all(rung.rate > 0 for rung in RUNGS[:-1])


def test_it_starts_at_full_size_without_knowing_the_machine() -> None:
    for graphics in (False, True):
        assert Ladder(graphics).rung == RUNGS[FIRST] == Rung(1.0, 30)


@pytest.mark.parametrize("machine", [steady(0.2), steady(0.001, fps=20.0)])
def test_load_leads_down_to_a_still_in_time(machine: Machine) -> None:
    ladder = Ladder(True)
    changes = run(ladder, machine, 60)
    assert [rung for _, rung in changes][:4] == list(RUNGS[FIRST + 1 :])
    assert ladder.rung.rate == 0
    assert changes[3][0] <= 4 * SETTLE
    assert not ladder.feed(1.0, *machine(ladder.rung))  # and there is nothing below


def test_a_moment_of_load_is_borne() -> None:
    ladder = Ladder(False)
    for _ in range(50):
        assert not ladder.feed(1.0, 0.2, 10.0)
        assert not ladder.feed(1.0, 0.01, 60.0)
    assert ladder.rung == RUNGS[FIRST]


def test_a_stage_on_which_nothing_moves_is_not_slow() -> None:
    ladder = Ladder(False)
    assert run(ladder, steady(0.01, fps=0.0), 600) == []


def test_a_fast_card_goes_to_sixty_with_patience() -> None:
    ladder = Ladder(True)
    changes = run(ladder, steady(0.004), 600)
    assert [rung for _, rung in changes] == [Rung(1.0, 60)]
    assert changes[0][0] >= PATIENCE - 1


def test_without_a_card_it_never_goes_to_sixty() -> None:
    ladder = Ladder(False)
    assert run(ladder, steady(0.0001), 3600) == []
    run(ladder, steady(0.2), 60)
    run(ladder, steady(0.0001), 3600)
    assert ladder.rung == RUNGS[FIRST]


def test_it_comes_back_when_the_load_has_gone() -> None:
    ladder = Ladder(False)
    run(ladder, steady(0.2), 60)
    assert ladder.rung.rate == 0
    changes = run(ladder, steady(0.008), 3600)
    assert [rung for _, rung in changes] == list(reversed(RUNGS[FIRST:-1]))


def test_a_climb_that_would_not_hold_is_not_made() -> None:
    ladder = Ladder(True)
    # 30 a second are easy, 60 would take 0.9 of each period
    assert run(ladder, steady(0.015), 3600) == []


def test_patience_doubles_with_every_climb_that_failed() -> None:
    """A stage that falls below 30 as soon as she is drawn above the third rung."""

    def machine(rung: Rung) -> tuple[float, float]:
        return 0.005, 25.0 if RUNGS.index(rung) < 3 else 40.0

    ladder = Ladder(False)
    changes = run(ladder, machine, 4000)
    ups = [at for at, rung in changes if RUNGS.index(rung) == 2][1:]
    downs = [at for at, rung in changes if RUNGS.index(rung) == 3]
    waits = [up - down for up, down in zip(ups, downs, strict=False)]
    assert waits[0] == PATIENCE
    for before, after in itertools.pairwise(waits):
        assert after == min(2 * before, MOST_PATIENCE)
    assert waits[-1] == MOST_PATIENCE
    # of more than an hour, it was on the rung that is too much for a few seconds in all
    assert len(downs) * SETTLE < 0.01 * 4000


@pytest.mark.parametrize("graphics", [False, True])
@pytest.mark.parametrize("cost", [0.001 * step for step in range(1, 60, 2)])
def test_no_machine_makes_it_oscillate(graphics: bool, cost: float) -> None:
    """On a machine of whatever speed it finds its rung within minutes and stays there."""
    ladder = Ladder(graphics)
    run(ladder, steady(cost), 600)
    late = run(ladder, steady(cost), 7200)
    # a still is the one rung that knows nothing of the cost above it, so it tries now and then
    tries = 2 * (7200 / MOST_PATIENCE + 5) if ladder.rung.rate == 0 else 0
    assert len(late) <= tries
