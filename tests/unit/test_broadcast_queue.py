"""The encoded stream cut at key frames, and what waits for a destination that stalls."""

import threading

import pytest

from kiosk.live.broadcast.piece_queue import PieceQueue
from kiosk.live.broadcast.transport import PACKET, Cutter, Piece


def packet(pid: int, starts: bool = False, key: bool = False, fill: int = 0xFF) -> bytes:
    """One packet of a transport stream."""
    head = bytes([0x47, (0x40 if starts else 0) | pid >> 8, pid & 0xFF, 0x30 if key else 0x10])
    field = bytes([1, 0x40]) if key else b""
    return (head + field).ljust(PACKET, bytes([fill]))


PAT, PMT = packet(0, starts=True), packet(4096, starts=True)
KEY, FRAME, MORE, SOUND = (
    packet(256, starts=True, key=True), packet(256, starts=True), packet(256), packet(257, True),
)  # fmt: skip


def test_pieces_begin_where_a_receiver_can() -> None:
    pieces = Cutter().feed(PAT + PMT + KEY + MORE + SOUND + FRAME + MORE + KEY + SOUND)
    assert [(piece.key, piece.frames) for piece in pieces] == [(False, 0), (True, 2), (True, 1)]
    assert pieces[1].data == KEY + MORE + SOUND + FRAME + MORE
    assert pieces[2].data == KEY + SOUND


@pytest.mark.parametrize("size", [1, 7, 188, 189, 1000])
def test_it_does_not_matter_how_the_bytes_come(size: int) -> None:
    stream = PAT + PMT + (KEY + MORE + FRAME + SOUND) * 3
    cutter, pieces = Cutter(), []
    for at in range(0, len(stream), size):
        pieces += cutter.feed(stream[at : at + size])
    assert b"".join(piece.data for piece in pieces) == stream
    assert sum(piece.frames for piece in pieces) == 6
    assert sum(piece.key for piece in pieces) == 3
    assert all(len(piece.data) % PACKET == 0 for piece in pieces)


def test_a_clock_before_a_frame_makes_it_no_key_frame() -> None:
    """Frames that carry the programme's clock have an adaptation field too."""
    clocked = bytes([0x47, 0x41, 0x00, 0x30, 7, 0x10]).ljust(PACKET, b"\0")
    empty = bytes([0x47, 0x41, 0x00, 0x30, 0, 0x40]).ljust(PACKET, b"\0")
    pieces = Cutter().feed(KEY + clocked + empty)
    assert [(piece.key, piece.frames) for piece in pieces] == [(True, 3)]


def test_the_tables_are_kept_for_who_comes_late() -> None:
    cutter = Cutter()
    cutter.feed(PAT)
    assert cutter.tables == b"", "half of them help nobody"
    newer = packet(4096, starts=True, fill=7)
    cutter.feed(PMT + KEY + newer)
    assert cutter.tables == PAT + newer


def test_a_stream_without_its_packets_is_told() -> None:
    with pytest.raises(ValueError, match="packets"):
        Cutter().feed(PAT + b"\x00" * PACKET)


def piece(name: str, key: bool = False, size: int = 100, frames: int = 1) -> Piece:
    return Piece(name.encode().ljust(size), key, frames)


def taken(queue: PieceQueue) -> list[str]:
    names = []
    while (one := queue.take(0.0)) is not None:
        names.append(one.data.strip().decode())
    return names


def test_a_stalled_network_loses_the_oldest_group_whole() -> None:
    queue = PieceQueue(most=500)
    for name, key in (("a0", True), ("a1", False), ("b0", True), ("b1", False), ("b2", False)):
        queue.put(piece(name, key))
    assert queue.dropped == 0
    queue.put(piece("c0", True))
    assert queue.dropped == 2
    assert queue.waiting == 400
    assert taken(queue) == ["b0", "b1", "b2", "c0"]


def test_memory_is_bounded_however_long_the_stall() -> None:
    queue = PieceQueue(most=10_000)
    for number in range(5000):
        queue.put(piece(str(number), key=number % 25 == 0))
        assert queue.waiting <= 10_000
    left = taken(queue)
    assert left[-1] == "4999"
    assert int(left[0]) % 25 == 0, "what is left begins with a key frame"
    assert queue.dropped + len(left) == 5000


def test_one_group_larger_than_the_bound_is_not_broken() -> None:
    queue = PieceQueue(most=300)
    for name in ("a0", "a1", "a2", "a3"):
        queue.put(piece(name, key=name == "a0"))
    assert taken(queue) == ["a0", "a1", "a2", "a3"]


def test_a_new_connection_begins_at_the_newest_key_frame() -> None:
    queue = PieceQueue(most=10_000)
    for name, key in (("a0", True), ("a1", False), ("b0", True), ("b1", False)):
        queue.put(piece(name, key))
    queue.begin()
    assert queue.dropped == 2
    assert taken(queue) == ["b0", "b1"]
    queue.put(piece("c1"))
    queue.begin()
    assert taken(queue) == [], "no receiver can begin there"


def test_a_file_loses_nothing() -> None:
    queue = PieceQueue(most=None)
    for number in range(100):
        queue.put(piece(str(number), key=number % 10 == 0, size=10_000))
    queue.begin()
    assert len(taken(queue)) == 100
    assert queue.dropped == 0


def test_the_end_comes_after_what_waits() -> None:
    queue = PieceQueue(most=1000)
    queue.put(piece("a0", True))
    queue.end()
    assert not queue.over
    assert queue.take(0.0) is not None
    assert queue.over
    assert queue.take(60.0) is None, "does not wait for what cannot come"


def test_a_destination_that_was_given_up_keeps_nothing() -> None:
    queue = PieceQueue(most=None)
    queue.put(piece("a0", True))
    queue.close()
    queue.put(piece("a1"))
    assert queue.waiting == 0
    assert queue.over


def test_who_waits_is_woken() -> None:
    queue, got = PieceQueue(most=1000), []
    thread = threading.Thread(target=lambda: got.append(queue.take(60.0)))
    thread.start()
    queue.put(piece("a0", True))
    thread.join(60.0)
    assert got == [piece("a0", True)]
