"""The interface's sounds on their way to a device: whole, at once, or not at all."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.show.interface_sounds import InterfaceSound
from kiosk.ui.bridge.sound_output import BYTES_PER_FRAME
from kiosk.ui.bridge.touch_sounds import IDLE_MS, TouchSounds
from kiosk.ui.bridge.voice import RATE
from tests.fakes import FakeClock
from tests.sound_device import Device


@pytest.fixture
def touches(qtbot: QtBot) -> Iterator[tuple[TouchSounds, Device, FakeClock]]:
    clock = FakeClock()
    sounds = TouchSounds(clock, resources.sounds() / "interface", 1.0, lambda *_, **__: None)
    device = Device(clock)
    sounds._output = device  # type: ignore[assignment]
    sounds.prepare()
    qtbot.waitUntil(lambda: len(sounds._sounds) == len(InterfaceSound), timeout=20_000)
    yield sounds, device, clock
    sounds.close()


def test_every_interface_sound_is_handed_over_whole_and_at_once(
    touches: tuple[TouchSounds, Device, FakeClock],
) -> None:
    sounds, device, clock = touches
    for sound in InterfaceSound:
        before = len(device.taken)
        sounds.play(sound)
        seconds = (len(device.taken) - before) / BYTES_PER_FRAME / RATE
        assert 0.3 < seconds < 3.0
        clock.wait(seconds)
    assert device.opened == 1


def test_a_touch_that_follows_at_once_is_not_kept_waiting(
    touches: tuple[TouchSounds, Device, FakeClock],
) -> None:
    sounds, device, clock = touches
    sounds.play(InterfaceSound.GREETING)
    clock.wait(0.1)
    sounds.play(InterfaceSound.TOUCH)
    assert device.opened == 2, "what still rang was cut"
    assert device.ahead() < 0.5


def test_the_device_is_given_back_when_nobody_touches(
    touches: tuple[TouchSounds, Device, FakeClock],
) -> None:
    sounds, _, _ = touches
    sounds.play(InterfaceSound.TOUCH)
    assert sounds._idle.isActive()
    assert sounds._idle.interval() == IDLE_MS


def test_a_sound_that_cannot_be_read_is_told_and_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "interface"
    shutil.copytree(resources.sounds() / "interface", folder)
    (folder / "back.ogg").unlink()
    said: list[str] = []

    def log(event: str, **figures: Any) -> None:
        said.append(f"{event} {figures['sound']}")

    sounds = TouchSounds(FakeClock(), folder, 1.0, log)
    sounds.play(InterfaceSound.BACK)  # not read yet: left out, and read for the next time
    qtbot.waitUntil(lambda: bool(said) and len(sounds._sounds) == 5, timeout=20_000)
    sounds.play(InterfaceSound.BACK)
    assert said == ["interface-sound-failed back"]
    sounds.close()
