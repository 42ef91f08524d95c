"""One destination's sender, with small programs in ffmpeg's place."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.live.broadcast.destination import Destination
from kiosk.live.broadcast.health import State
from kiosk.live.broadcast.redact import Redactor
from kiosk.live.broadcast.sender import Sender
from kiosk.live.broadcast.transport import Piece

KEY = "room-8842?sign=5f3a9c0e77ab41d2"
ROOM = Destination("room", "rtmp://127.0.0.1/live", KEY)

# Keeps the options and the stream it is given, tells figures as ffmpeg does.
KEEPS = """
import sys
open(sys.argv[2], "w").write(open(sys.argv[1]).read())
print("frame=1\\ntotal_size=N/A\\ntotal_size=4000\\nprogress=continue", flush=True)
with open(sys.argv[2] + ".ts", "wb") as film:
    while data := sys.stdin.buffer.read1(4096):
        film.write(data)
        film.flush()
"""
FAILS = """
import sys
print("[rtmp @ 0x55b33b5a7740] cannot open rtmp://h/live/room-8842: no")
sys.exit(1)
"""


class Sent:
    """A sender, and what it said."""

    def __init__(self, place: Destination, program: str, into: Path) -> None:
        self.said: list[dict[str, Any]] = []
        self.commands: list[list[str]] = []

        def command(preset: str, part: int) -> list[str]:
            made = [sys.executable, "-c", program, preset, str(into.with_name(f"sent-{part}"))]
            self.commands.append(made)
            return made

        self.sender = Sender(
            place, command, f"rtmp_playpath={place.key}\n" if place.key else "",
            Redactor([place.key]), lambda _event, **figures: self.said.append(figures),
        )  # fmt: skip

    def states(self) -> list[str]:
        return [row["state"] for row in self.said]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Callable[[Destination, str], Sent]]:
    all_of_them: list[Sent] = []

    def make(place: Destination, program: str) -> Sent:
        all_of_them.append(Sent(place, program, tmp_path / "sent"))
        return all_of_them[-1]

    yield make
    for one in all_of_them:
        one.sender.queue.close()
        one.sender._stop.set()
        one.sender.join()


def until(what: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not what():
        assert time.monotonic() < end, "it never came about"
        time.sleep(0.02)


def test_a_connection_begins_with_the_tables_and_a_key_frame(
    made: Callable[[Destination, str], Sent], tmp_path: Path
) -> None:
    sent = made(ROOM, KEEPS)
    sent.sender.tables(b"TABLES.")
    for data, key in ((b"late-", False), (b"KEY-", True), (b"next-", False)):
        sent.sender.queue.put(Piece(data, key, 1))
    sent.sender.start()
    until(lambda: sent.sender.health().state is State.SENDING)
    sent.sender.queue.put(Piece(b"last", False, 1))
    sent.sender.finish()
    sent.sender.join()
    assert (tmp_path / "sent-0.ts").read_bytes() == b"TABLES.KEY-next-last"
    assert sent.states() == ["connecting", "sending", "done"]


def test_the_key_comes_by_a_file_that_no_one_else_can_name(
    made: Callable[[Destination, str], Sent], tmp_path: Path
) -> None:
    sent = made(ROOM, KEEPS)
    sent.sender.start()
    until(lambda: sent.sender.health().state is State.SENDING)
    sent.sender.finish()
    sent.sender.join()
    assert (tmp_path / "sent-0").read_text("utf-8") == f"rtmp_playpath={KEY}\n"
    assert "8842" not in str(sent.commands) + str(sent.said)
    assert sys.platform == "win32" or sent.commands[0][3].startswith("/dev/fd/")


def test_what_the_program_takes_is_told_as_a_rate(
    made: Callable[[Destination, str], Sent],
) -> None:
    sent = made(ROOM, KEEPS)
    sent.sender.start()
    until(lambda: sent.sender.health().state is State.SENDING)
    health = sent.sender.health()
    assert health.kbps == pytest.approx(4000 * 8 / 1000 / 5)
    assert health.uptime >= 0.0


def test_why_it_failed_is_told_without_the_key_and_it_tries_again(
    made: Callable[[Destination, str], Sent],
) -> None:
    sent = made(ROOM, FAILS)
    sent.sender.start()
    until(lambda: len(sent.commands) >= 2)
    waiting = next(row for row in sent.said if row["state"] == "waiting")
    assert waiting["reason"] == "cannot open rtmp://h/live/[key]: no"
    assert sent.sender.health().reconnects >= 1


def test_a_file_is_tried_once(made: Callable[[Destination, str], Sent], tmp_path: Path) -> None:
    sent = made(Destination("show.mp4", path=tmp_path / "show.mp4"), FAILS)
    sent.sender.start()
    until(lambda: sent.sender.health().state is State.FAILED)
    assert len(sent.commands) == 1
    sent.sender.queue.put(Piece(b"x" * 100, True, 1))
    assert sent.sender.queue.waiting == 0, "nothing piles up for it"


def test_a_stream_that_begins_anew_is_another_file(
    made: Callable[[Destination, str], Sent], tmp_path: Path
) -> None:
    program = KEEPS.replace('open(sys.argv[2], "w").write(open(sys.argv[1]).read())', "")
    sent = made(Destination("show.mp4", path=tmp_path / "show.mp4"), program)
    sent.sender.tables(b"T.")
    sent.sender.start()
    sent.sender.queue.put(Piece(b"one", True, 1))
    until(lambda: (tmp_path / "sent-0.ts").exists() and
          (tmp_path / "sent-0.ts").read_bytes() == b"T.one")  # fmt: skip
    sent.sender.renew()
    until(lambda: len(sent.commands) == 2)
    sent.sender.queue.put(Piece(b"two", True, 1))
    sent.sender.finish()
    sent.sender.join()
    assert (tmp_path / "sent-1.ts").read_bytes() == b"T.two"


def test_a_file_gets_everything_even_if_it_is_over_at_once(
    made: Callable[[Destination, str], Sent], tmp_path: Path
) -> None:
    """The program has told no figures yet, so nobody knows that it takes the stream."""
    slow = "import sys, time\ntime.sleep(1)\nopen(sys.argv[2], 'wb').write(sys.stdin.buffer.read())"
    sent = made(Destination("show.mp4", path=tmp_path / "show.mp4"), slow)
    sent.sender.tables(b"T.")
    for number in range(5):
        sent.sender.queue.put(Piece(b"x" * 100_000, number == 0, 1))
    sent.sender.start()
    sent.sender.finish()
    sent.sender.join()
    assert (tmp_path / "sent-0").stat().st_size == 500_002
