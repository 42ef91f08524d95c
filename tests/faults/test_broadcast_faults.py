"""Servers that die, hang or never were, an encoder that dies, a disk that is full."""

import os
import signal
from pathlib import Path

import pytest

from kiosk.live.broadcast.health import State
from tests.casting import KEY, NAME, Metronome, wait_for
from tests.film import look_at
from tests.rtmp_server import Player, RtmpServer, free_port, plays_within, rtmp_server


@pytest.fixture
def server(tmp_path: Path) -> RtmpServer:
    return RtmpServer(tmp_path / "server")


@pytest.mark.timeout(300)
def test_a_server_that_dies_three_times_is_streaming_again_within_ten_seconds(
    server: RtmpServer, tmp_path: Path
) -> None:
    """Another destination notices nothing of it: its film has neither gap nor slip."""
    film = tmp_path / "beside.mp4"
    server.start()
    try:
        with Metronome([f"{server.url}/{KEY}", str(film)]) as show:
            wait_for(lambda: show.health().state is State.SENDING, 20, "it never got through")
            for _ in range(3):
                server.kill()
                wait_for(lambda: show.health().state is not State.SENDING, 15, "not noticed")
                server.start()
                plays_within(f"{server.url}/{NAME}", 10.0, tmp_path)
                assert show.health().state is State.SENDING
            assert show.health().reconnects >= 3
            seconds = show.schedule.seconds
    finally:
        server.kill()
    assert show.states("beside.mp4") == ["connecting", "sending", "done"]
    seen = look_at(film)
    assert abs(seen.shown[1:] - seen.shown[:-1] - 0.04).max() < 0.001
    assert abs(seen.apart()).max() < 0.04
    assert seen.shown[-1] > seconds - 0.5
    told = str(show.said)
    assert NAME not in told
    assert "5f3a" not in told


@pytest.mark.timeout(120)
def test_a_server_that_is_not_there_is_tried_for_ever_and_told(tmp_path: Path) -> None:
    port = free_port()
    film = tmp_path / "beside.mp4"
    with Metronome([f"rtmp://127.0.0.1:{port}/live/{KEY}", str(film)]) as show:
        wait_for(lambda: show.health().reconnects >= 3, 40, "it gave up")
        health = show.health()
        assert health.state in (State.WAITING, State.CONNECTING)
        waiting = [figures for event, figures in show.said if figures.get("state") == "waiting"]
        assert all("refused" in figures["reason"] for figures in waiting)
    assert NAME not in str(show.said)
    assert len(look_at(film).shown) > 100


@pytest.mark.timeout(180)
def test_a_network_that_takes_nothing_is_let_go_and_memory_stays_bounded(
    server: RtmpServer, tmp_path: Path
) -> None:
    """What sends is stopped, not dead: so it stands when a network swallows everything."""
    server.start()
    try:
        with Metronome([f"{server.url}/{KEY}"]) as show:
            wait_for(lambda: show.health().state is State.SENDING, 20, "it never got through")
            sender = show.caster._senders[0]
            process = sender._process
            assert process is not None
            os.kill(process.pid, signal.SIGSTOP)
            wait_for(lambda: sender._process is not process, 40, "it waits for ever")
            plays_within(f"{server.url}/{NAME}", 30.0, tmp_path)
            assert "took nothing" in str(show.said)
            assert sender.queue.waiting < 8_000_000
    finally:
        server.kill()


@pytest.mark.timeout(120)
def test_an_encoder_that_dies_is_started_again_and_the_room_gets_it(tmp_path: Path) -> None:
    """A recording is not written over: it goes on in a second file."""
    film = tmp_path / "show.mp4"
    with (
        rtmp_server(tmp_path / "server") as server,
        Metronome([f"{server.url}/{KEY}", str(film)]) as show,
    ):
        wait_for(lambda: show.health().state is State.SENDING, 20, "it never got through")
        encoder = show.caster._encoder
        assert encoder is not None
        os.kill(encoder.process_id, signal.SIGKILL)
        wait_for(lambda: show.caster._encoder is not encoder, 10, "nobody noticed")
        plays_within(f"{server.url}/{NAME}", 20.0, tmp_path)
        player = Player(f"{server.url}/{NAME}", tmp_path / "after.mkv", 4.0)
        assert player.wait(20.0) == ""
        assert abs(look_at(tmp_path / "after.mkv").apart()).max() < 0.04
    for part in (film, tmp_path / "show-2.mp4"):
        assert len(look_at(part).shown) > 25
        assert abs(look_at(part).apart()).max() < 0.04


@pytest.mark.timeout(120)
def test_an_encoder_that_cannot_be_started_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = tmp_path / "show.mp4"
    show = Metronome([str(film)])
    program = show.caster._program
    monkeypatch.setattr(show.caster, "_program", "/nowhere/ffmpeg")
    show.caster._encode()
    assert ("encoder-lost", {"reason": "No such file or directory"}) in show.said
    monkeypatch.setattr(show.caster, "_program", program)
    monkeypatch.setattr(show.caster, "_encode", lambda: None)  # the start's; the check's is real
    with show:
        monkeypatch.undo()
        wait_for(lambda: show.caster._encoder is not None, 20, "it was not tried again")
        wait_for(lambda: show.health().state is State.SENDING, 20, "nothing came of it")
    assert look_at(film.with_name("show-2.mp4") if not film.exists() else film).shown.size > 0


@pytest.mark.timeout(60)
def test_a_file_that_cannot_be_written_ends_that_destination_alone(tmp_path: Path) -> None:
    film = tmp_path / "good.mp4"
    blocked = tmp_path / "blocked.mp4"
    blocked.mkdir()
    with Metronome([str(blocked), str(film)]) as show:
        wait_for(lambda: show.health(0).state is State.FAILED, 20, "nobody noticed")
        assert "blocked.mp4" in show.health(0).reason
        assert not show.caster.failed
        wait_for(lambda: show.schedule.seconds > 3, 20, "the show stood still")
    assert show.states("good.mp4")[-1] == "done"
    assert len(look_at(film).shown) >= 75


@pytest.mark.timeout(60)
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    assert Path("/dev/full").exists(), "Linux's own full disk"
    film = tmp_path / "full.mp4"
    film.symlink_to("/dev/full")
    with Metronome([str(film)]) as show:
        wait_for(lambda: show.health().state is State.FAILED, 30, "nobody noticed")
        assert show.caster.failed
        assert "No space left" in show.health().reason
