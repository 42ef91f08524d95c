"""Work aside: in order, in batches, bounded, and never in the way."""

import logging
import threading

import pytest

from kiosk.booth.aside import Aside


def test_items_are_worked_off_in_order_in_another_thread() -> None:
    done: list[int] = []
    threads: set[str] = set()

    def work(batch: list[int]) -> None:
        threads.add(threading.current_thread().name)
        done.extend(batch)

    aside = Aside("clerk", work, gather=0)
    assert all(aside.offer(number) for number in range(200))
    assert aside.close()
    assert done == list(range(200))
    assert threads == {"clerk"}


def test_what_comes_within_the_gathering_is_one_batch() -> None:
    batches: list[list[int]] = []
    aside: Aside[int] = Aside("clerk", batches.append, gather=60)
    for number in range(5):
        aside.offer(number)
    assert aside.close(), "closing does not wait for the gathering"
    assert batches == [[0, 1, 2, 3, 4]]


def test_without_work_there_is_no_thread() -> None:
    before = threading.active_count()
    aside: Aside[int] = Aside("clerk", lambda batch: None)
    assert threading.active_count() == before
    assert aside.close()
    assert not aside.offer(1), "closed"


def test_a_hanging_disk_holds_up_nobody_and_the_queue_is_bounded() -> None:
    hangs, released = threading.Event(), threading.Event()
    done: list[int] = []

    def work(batch: list[int]) -> None:
        hangs.set()
        released.wait()
        done.extend(batch)

    aside = Aside("clerk", work, most=3, gather=0)
    assert aside.offer(0)
    assert hangs.wait(10)
    assert [aside.offer(number) for number in range(1, 6)] == [True, True, True, False, False]
    assert aside.lost == 2
    assert not aside.close(patience=0.01), "left behind"
    released.set()
    assert aside.close()
    assert done == [0, 1, 2, 3]


def test_work_that_fails_is_logged_and_the_next_is_done(caplog: pytest.LogCaptureFixture) -> None:
    seen: list[int] = []

    def work(batch: list[int]) -> None:
        seen.extend(batch)
        if 1 in batch:
            raise ValueError("not this one")

    aside = Aside("clerk", work, gather=0)
    with caplog.at_level(logging.ERROR):
        aside.offer(1)
        while 1 not in seen:
            pass
        aside.offer(2)
        aside.close()
    assert seen == [1, 2]
    assert "not this one" in caplog.text
