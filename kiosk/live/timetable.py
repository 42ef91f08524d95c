"""When a window of hours is open, and when the next one opens.

Pure arithmetic on the fair's local wall time. Windows may cross midnight. A clock that
is plainly wrong (a dead battery says 1970, a bad set-up 2099) answers nothing: callers
get None and must not hide anything because of it (field reports: booth PCs lose their
clock in transport).
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from kiosk.packs.model import Window

EARLIEST_PLAUSIBLE = 2025  # the program did not exist before
LATEST_PLAUSIBLE = 2060
SEARCH_DAYS = 14  # no timetable is announced further ahead on a booth screen


def plausible(now: datetime) -> bool:
    """Whether the wall clock can be believed."""
    return EARLIEST_PLAUSIBLE <= now.year <= LATEST_PLAUSIBLE


def _applies_on(window: Window, day: date) -> bool:
    if day in window.closed:
        return False
    if not window.days and not window.dates:
        return True
    return day.isoweekday() in window.days or day in window.dates


def _span(window: Window, day: date, now: datetime) -> tuple[datetime, datetime]:
    midnight = time(0, 0)
    whole_day = window.start == window.end
    opens = datetime.combine(day, midnight if whole_day else window.start, tzinfo=now.tzinfo)
    closes = datetime.combine(day, midnight if whole_day else window.end, tzinfo=now.tzinfo)
    if whole_day or window.end < window.start:  # the latter: past midnight
        closes += timedelta(days=1)
    return opens, closes


def is_open(windows: Iterable[Window], now: datetime) -> bool | None:
    """Whether any window is open now; None when the clock cannot be believed."""
    if not plausible(now):
        return None
    for window in windows:
        for day in (now.date(), now.date() - timedelta(days=1)):
            opens, closes = _span(window, day, now)
            if _applies_on(window, day) and opens <= now < closes:
                return True
    return False


def is_past(window: Window, now: datetime) -> bool:
    """Whether the window closed for good: it has dates only, and all of them are over.

    A clock that cannot be believed ends nothing.
    """
    if window.days or not window.dates or not plausible(now):
        return False
    return all(_span(window, day, now)[1] <= now for day in window.dates - window.closed)


def next_opening(windows: Iterable[Window], now: datetime) -> datetime | None:
    """The next time a window opens, within 14 days; None when none does or the clock is wrong."""
    if not plausible(now):
        return None
    best: datetime | None = None
    for window in windows:
        for ahead in range(SEARCH_DAYS + 1):
            day = now.date() + timedelta(days=ahead)
            opens, _ = _span(window, day, now)
            if opens > now and _applies_on(window, day):
                if best is None or opens < best:
                    best = opens
                break
    return best
