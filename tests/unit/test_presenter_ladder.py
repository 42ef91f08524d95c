"""The quality ladder: down soon, up late, never to and fro."""

import itertools

from kiosk.presenter.ladder import MOST_PATIENCE, PATIENCE, RUNGS, SETTLE, Ladder


def run(ladder: Ladder, seconds: int, cost_at_full: float, fps: float = 60.0) -> list[int]:
    """Rungs changed to, one figure a second; a picture's cost goes with its pixels."""
    changed = []
    for _ in range(seconds):
        if ladder.feed(1.0, cost_at_full * ladder.rung.scale**2, fps):
            changed.append(RUNGS.index(ladder.rung))
    return changed


def test_a_quick_machine_stays_where_it_begins_without_a_card() -> None:
    ladder = Ladder(graphics=False)
    assert (ladder.rung.scale, ladder.rung.rate) == (1.0, 30)
    assert run(ladder, 600, 0.006) == []


def test_with_a_card_it_climbs_to_sixty() -> None:
    ladder = Ladder(graphics=True)
    assert run(ladder, 100, 0.005) == [0]
    assert ladder.rung.rate == 60


def test_a_slow_machine_is_relieved_at_once_and_finds_its_rung() -> None:
    ladder = Ladder(graphics=False)
    assert run(ladder, int(SETTLE), 0.040) == [2]
    run(ladder, 20, 0.040)
    rung = ladder.rung
    assert rung.rate > 0
    assert 0.040 * rung.scale**2 * rung.rate < 0.9


def test_a_stage_below_thirty_frames_costs_her_everything_in_the_end() -> None:
    ladder = Ladder(graphics=False)
    run(ladder, 60, 0.004, fps=24.0)
    assert ladder.rung.rate == 0
    assert RUNGS[-1].rate == 0, "the last rung is a still"


def test_a_still_stage_is_no_slow_stage() -> None:
    ladder = Ladder(graphics=False)
    assert run(ladder, 60, 0.004, fps=0.0) == []


def test_after_a_busy_while_she_comes_back() -> None:
    ladder = Ladder(graphics=False)
    run(ladder, 30, 0.4)
    assert ladder.rung.rate == 0
    run(ladder, 200, 0.006)
    assert (ladder.rung.scale, ladder.rung.rate) == (1.0, 30)


def test_a_rung_that_proved_too_high_is_tried_ever_more_rarely() -> None:
    ladder = Ladder(graphics=False)
    ups: list[int] = []
    for second in range(6000):
        # Easy below full size, too much at it.
        full = ladder.rung.scale == 1.0
        before = RUNGS.index(ladder.rung)
        if ladder.feed(1.0, 0.04 if full else 0.004, 60.0) and RUNGS.index(ladder.rung) < before:
            ups.append(second)
    gaps = [later - sooner for sooner, later in itertools.pairwise(ups)]
    assert gaps == sorted(gaps)
    assert gaps[0] >= PATIENCE
    assert gaps[-1] >= MOST_PATIENCE * 0.9
    assert len(ups) < 16
