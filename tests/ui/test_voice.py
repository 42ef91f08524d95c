"""The narrator's voice and a device that is not always ready."""

from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from kiosk.show.clock import SystemClock
from kiosk.ui.bridge.voice import LATENCY, RATE, Clip, Voice


class Device:
    """Sink and its device in one; takes what it has room for."""

    def __init__(self, rooms: list[int]) -> None:
        self.rooms = rooms
        self.taken = bytearray()

    def bytesFree(self) -> int:  # noqa: N802 - Qt's name
        return self.rooms.pop(0) if self.rooms else 4800

    def write(self, chunk: bytes) -> int:
        self.taken += chunk
        return len(chunk)

    def processedUSecs(self) -> int:  # noqa: N802 - Qt's name
        return len(self.taken) * 1_000_000 // (2 * RATE)

    def reset(self) -> None:
        pass

    def deleteLater(self) -> None:  # noqa: N802 - Qt's name
        pass


@pytest.mark.parametrize("rooms", [[0, 0, 4800], [4800, 0, 0, 4800], [2]])
def test_a_device_without_room_for_a_while_still_gets_every_sample(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, rooms: list[int]
) -> None:
    voice = Voice(SystemClock(ZoneInfo("UTC")), 1.0, 0.0, audible=True)
    device = Device(rooms)
    samples = bytes(range(250)) * 100

    def opened() -> None:
        voice._sink = voice._device = device  # type: ignore[assignment]
        voice._feeder.start()

    monkeypatch.setattr(voice, "_open", opened)
    voice._clips[7] = Clip(samples, len(samples) / (2 * RATE))
    voice.play(7)
    qtbot.waitUntil(lambda: bytes(device.taken) == samples, timeout=5000)
    qtbot.waitUntil(lambda: not voice._feeder.isActive(), timeout=1000)
    assert voice.position() is not None
    voice.close()


def test_the_position_is_what_is_heard_not_what_the_device_has_taken(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = Voice(SystemClock(ZoneInfo("UTC")), 1.0, 0.03, audible=True)
    device = Device([24_000])

    def opened() -> None:
        voice._sink = voice._device = device  # type: ignore[assignment]

    monkeypatch.setattr(voice, "_open", opened)
    voice._clips[7] = Clip(bytes(24_000), 0.5)
    voice.play(7, offset=0.0)
    assert voice.position() == pytest.approx(0.5 - LATENCY - 0.03, abs=0.005)
    voice.close()
