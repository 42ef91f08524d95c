"""What the operator reads, and the captions of a recording."""

from pathlib import Path

import pytest

from kiosk.errors import BroadcastError
from kiosk.live.broadcast.captions import CaptionLog
from kiosk.live.broadcast.health import Health, Rate, State, line


def test_a_rate_is_of_the_last_five_seconds() -> None:
    rate = Rate()
    for second in range(100):
        rate.add(10.0, float(second))
    assert rate.at(99.0) == pytest.approx(10.0)
    assert rate.at(101.9) == pytest.approx(6.0)
    assert rate.at(200.0) == 0.0


def test_one_line_tells_everything() -> None:
    told = line(
        3725.4, 24.96, 3,
        [
            Health("a.example.com", State.SENDING, 4512.3, 0, 0, 60.0),
            Health("b.example.com", State.WAITING, 0.0, 210, 4, 0.0, "Connection refused"),
            Health("show.mp4", State.SENDING, 4500.0, 0, 0, 3725.0),
        ],
    )  # fmt: skip
    assert told == (
        "01:02:05 25.0 fps, 3 repeated | a.example.com: sending 4.5 Mbit/s | "
        "b.example.com: waiting, 210 frames dropped, 4 reconnects (Connection refused) | "
        "show.mp4: sending 4.5 Mbit/s"
    )


def test_captions_are_written_as_they_were_shown(tmp_path: Path) -> None:
    log = CaptionLog()
    log.show("", 0.0)
    log.show("One <line>\nand another", 0.4)
    log.show("One <line>\nand another", 1.0)
    log.show("Next", 2.5)
    log.show("", 4.0)
    log.show("Last", 5.0)
    log.write(tmp_path / "show.vtt", 6.25)
    assert (tmp_path / "show.vtt").read_text("utf-8") == (
        "WEBVTT\n\n1\n00:00:00.400 --> 00:00:02.500\nOne &lt;line&gt;\nand another\n\n"
        "2\n00:00:02.500 --> 00:00:04.000\nNext\n\n3\n00:00:05.000 --> 00:00:06.250\nLast\n"
    )


def test_captions_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    with pytest.raises(BroadcastError, match="captions cannot be written"):
        CaptionLog().write(tmp_path / "no" / "show.vtt", 1.0)
