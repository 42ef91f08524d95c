"""The record of what the presenter costs: every five seconds, by the clock and by the thread."""

from typing import Any

from kiosk.ui.bridge.presenter_meter import PresenterMeter


def told(pictures: int, every: float, costs: list[tuple[float, float]]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    meter = PresenterMeter(lambda event, **figures: rows.append({"event": event, **figures}))
    for number in range(pictures):
        meter.drawn(*costs[number % len(costs)], now=100.0 + number * every)
    return rows


def test_silent_before_five_seconds_are_over() -> None:
    assert told(49, 0.1, [(0.01, 0.008)]) == []


def test_rate_and_costs_in_milliseconds() -> None:
    rows = told(120, 0.1, [(0.010, 0.004)] * 8 + [(0.050, 0.012)] * 2)
    assert len(rows) == 2
    second = rows[1]
    assert second["event"] == "presenter-pace"
    assert second["pps"] == 10.0
    assert (second["median_ms"], second["p90_ms"]) == (10.0, 50.0)
    assert 5.0 < second["cpu_ms"] < 6.0


def test_each_record_counts_only_its_own_pictures() -> None:
    rows = told(300, 0.05, [(0.5, 0.4)] + [(0.010, 0.008)] * 299)
    assert [row["cpu_ms"] for row in rows[1:]] == [8.0] * (len(rows) - 1)
    assert rows[0]["cpu_ms"] > 8.0
