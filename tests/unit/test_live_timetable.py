"""When rooms and scenes are open, and when next; past midnight, on dates, with wrong clocks."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from kiosk.live.rooms import OnAir, RoomState, room_state
from kiosk.live.timetable import is_open, is_past, next_opening, plausible
from kiosk.packs.model import Room, Window
from tests.fakes import FAIR

AFTERNOON = Window(time(15, 0), time(17, 0), days=frozenset({1, 2, 3, 4, 5}))
NIGHT = Window(time(22, 0), time(2, 0), days=frozenset({5, 7}))
OPENING_NIGHT = Window(time(20, 0), time(23, 0), dates=frozenset({date(2026, 11, 28)}))


def on(day: int, hour: int, minute: int = 0, month: int = 6) -> datetime:
    """A time in 2026; the 5th of June is a Friday."""
    return datetime(2026, month, day, hour, minute, tzinfo=FAIR)


@pytest.mark.parametrize(
    ("now", "open_"),
    [
        (on(5, 14, 59), False),
        (on(5, 15), True),
        (on(5, 16, 59), True),
        (on(5, 17), False),
        (on(6, 16), False),
    ],
)
def test_weekday_hours(now: datetime, open_: bool) -> None:
    assert is_open((AFTERNOON,), now) is open_


@pytest.mark.parametrize(
    ("now", "open_"),
    [
        (on(5, 22), True),
        (on(6, 1, 59), True),  # Friday's night
        (on(6, 2), False),
        (on(6, 22), False),
        (on(7, 1), False),  # Saturday night is not open
        (on(7, 23), True),
        (on(8, 0), True),  # Sunday's night, past the end of the week
        (on(8, 22), False),
    ],
)
def test_past_midnight_belongs_to_the_day_it_starts_on(now: datetime, open_: bool) -> None:
    assert is_open((NIGHT,), now) is open_


def test_past_midnight_over_the_end_of_a_month_and_a_year() -> None:
    window = Window(time(23, 0), time(1, 0), dates=frozenset({date(2026, 12, 31)}))
    assert is_open((window,), datetime(2027, 1, 1, 0, 30, tzinfo=FAIR)) is True
    assert is_open((window,), datetime(2027, 1, 1, 23, 30, tzinfo=FAIR)) is False


def test_single_dates() -> None:
    assert is_open((OPENING_NIGHT,), on(28, 20, month=11)) is True
    assert is_open((OPENING_NIGHT,), on(27, 20, month=11)) is False


def test_days_and_dates_together_either_will_do() -> None:
    both = Window(time(9), time(10), days=frozenset({1}), dates=frozenset({date(2026, 6, 5)}))
    assert is_open((both,), on(5, 9)) is True
    assert is_open((both,), on(8, 9)) is True
    assert is_open((both,), on(6, 9)) is False


def test_on_an_excepted_day_nothing_opens() -> None:
    closed = frozenset({date(2026, 6, 5)})
    by_day = Window(time(22), time(2), days=frozenset({5, 6}), closed=closed)
    by_date = Window(time(9), time(10), dates=frozenset({date(2026, 6, 5)}), closed=closed)
    assert is_open((by_day, by_date), on(5, 22)) is False
    assert is_open((by_day, by_date), on(5, 9)) is False
    assert is_open((by_day,), on(6, 1)) is False, "nor its night"
    assert is_open((by_day,), on(6, 22)) is True
    assert next_opening((by_day, by_date), on(5, 8)) == on(6, 22)
    assert is_past(by_date, on(4, 8)), "all its days are excepted"
    assert not is_past(by_day, on(30, 8))


@pytest.mark.parametrize("hour", [0, 9])
def test_equal_times_are_the_whole_calendar_day(hour: int) -> None:
    window = Window(time(hour), time(hour), days=frozenset({6}))
    assert is_open((window,), on(6, 0)) is True
    assert is_open((window,), on(6, 23, 59)) is True
    assert is_open((window,), on(5, 23, 59)) is False
    assert is_open((window,), on(7, 0)) is False
    assert next_opening((window,), on(5, 12)) == on(6, 0)


def test_until_midnight() -> None:
    window = Window(time(20), time(0), days=frozenset({5}))
    assert is_open((window,), on(5, 23, 59)) is True
    assert is_open((window,), on(6, 0)) is False


def test_any_of_several_windows() -> None:
    assert is_open((AFTERNOON, NIGHT), on(5, 23)) is True
    assert is_open((), on(5, 23)) is False


@pytest.mark.parametrize(
    ("window", "now", "past"),
    [
        (OPENING_NIGHT, on(28, 22, 59, month=11), False),
        (OPENING_NIGHT, on(28, 23, month=11), True),
        (Window(time(22, 0), time(2, 0), dates=frozenset({date(2026, 6, 5)})), on(6, 1), False),
        (Window(time(22, 0), time(2, 0), dates=frozenset({date(2026, 6, 5)})), on(6, 2), True),
        (Window(dates=frozenset({date(2026, 6, 5), date(2026, 6, 9)})), on(7, 12), False),
        (Window(days=frozenset({5}), dates=frozenset({date(2026, 6, 5)})), on(20, 12), False),
        (AFTERNOON, on(30, 12), False),
        (OPENING_NIGHT, datetime(2099, 1, 1, tzinfo=FAIR), False),
    ],
)
def test_a_window_is_past_when_its_last_date_is_over(
    window: Window, now: datetime, past: bool
) -> None:
    assert is_past(window, now) is past


@pytest.mark.parametrize("year", [1, 1970, 2024, 2061, 2099, 9999])
def test_a_wrong_clock_answers_nothing(year: int) -> None:
    for now in (
        datetime(year, 1, 1, 16, tzinfo=FAIR),
        datetime(year, 12, 31, 23, 59, tzinfo=FAIR),
    ):
        assert not plausible(now)
        assert is_open((AFTERNOON, Window()), now) is None
        assert next_opening((AFTERNOON, Window()), now) is None


@pytest.mark.parametrize(("year", "good"), [(2025, True), (2060, True), (2061, False)])
def test_plausible_years(year: int, good: bool) -> None:
    assert plausible(datetime(year, 6, 1, tzinfo=FAIR)) is good


@pytest.mark.parametrize(
    ("now", "opening"),
    [
        (on(5, 12), on(5, 15)),
        (on(5, 15), on(8, 15)),  # open since this minute: the next is Monday's
        (on(4, 18), on(5, 15)),
        (on(5, 18), on(8, 15)),
    ],
)
def test_next_opening(now: datetime, opening: datetime) -> None:
    assert next_opening((AFTERNOON,), now) == opening


def test_the_earliest_of_several_openings() -> None:
    assert next_opening((NIGHT, AFTERNOON), on(5, 12)) == on(5, 15)
    assert next_opening((NIGHT, AFTERNOON), on(5, 16)) == on(5, 22)


def test_nothing_is_announced_more_than_two_weeks_ahead() -> None:
    assert next_opening((OPENING_NIGHT,), on(14, 12, month=11)) == on(28, 20, month=11)
    assert next_opening((OPENING_NIGHT,), on(13, 12, month=11)) is None
    assert next_opening((OPENING_NIGHT,), on(29, 12, month=11)) is None
    assert next_opening((), on(5, 12)) is None


def test_the_hour_that_a_zone_leaves_out_breaks_nothing() -> None:
    madrid = ZoneInfo("Europe/Madrid")  # 02:00 to 03:00 on 29 March 2026 does not exist
    window = Window(time(1), time(5))
    assert is_open((window,), datetime(2026, 3, 29, 4, tzinfo=madrid)) is True
    assert is_open((window,), datetime(2026, 3, 29, 5, tzinfo=madrid)) is False


def room(*windows: Window) -> Room:
    return Room("douyin", "douyin", "https://live.douyin.com/1", None, windows)


def test_room_on_air_now() -> None:
    assert room_state(room(AFTERNOON), on(5, 16)) == RoomState(OnAir.NOW)


def test_room_next_on_air() -> None:
    assert room_state(room(AFTERNOON), on(5, 12)) == RoomState(OnAir.NEXT, on(5, 15))
    assert room_state(room(AFTERNOON), on(4, 20)) == RoomState(OnAir.NEXT, on(5, 15))
    assert room_state(room(AFTERNOON), on(5, 20)) == RoomState(OnAir.NEXT, on(8, 15))


def test_room_without_timetable_or_hours_left_is_for_any_time() -> None:
    assert room_state(room(), on(5, 16)) == RoomState(OnAir.ANY_TIME)
    assert room_state(room(OPENING_NIGHT), on(29, 16, month=12)) == RoomState(OnAir.ANY_TIME)


@pytest.mark.parametrize("year", [1970, 2099])
def test_a_wrong_clock_hides_no_room(year: int) -> None:
    now = datetime(year, 6, 5, 16, tzinfo=FAIR)
    assert room_state(room(AFTERNOON), now) == RoomState(OnAir.ANY_TIME)
