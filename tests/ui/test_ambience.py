"""Sound beside the voice: what the settings leave out, when it begins, and devices that are not."""

from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.show.interface_sounds import InterfaceSound
from kiosk.ui.bridge import sound_output
from kiosk.ui.bridge.ambience import Ambience
from kiosk.ui.bridge.sound_output import SoundOutput
from kiosk.ui.bridge.voice import RATE
from tests.fakes import FakeClock
from tests.sound_device import Device


@pytest.mark.parametrize(
    ("volume", "bed", "interface", "audible", "parts"),
    [
        (1.0, 1.0, 1.0, True, (True, True)),
        (1.0, 0.0, 1.0, True, (False, True)),
        (1.0, 1.0, 0.0, True, (True, False)),
        (0.0, 1.0, 1.0, True, (False, False)),
        (1.0, 1.0, 1.0, False, (False, False)),
    ],
)
def test_what_is_not_wanted_is_not_made(
    qtbot: QtBot, volume: float, bed: float, interface: float, audible: bool,
    parts: tuple[bool, bool],
) -> None:  # fmt: skip
    ambience = Ambience(
        FakeClock(), resources.sounds(), volume, bed, interface, audible, lambda *_, **__: None
    )
    assert (ambience._bed is not None, ambience._touches is not None) == parts
    if parts == (False, False):
        ambience.show(None)
        ambience.speak(0.5)
        ambience.sound(InterfaceSound.TOUCH)
        ambience.pause()
        ambience.resume()
        ambience.hush()
        ambience.leave()
    ambience.close()


def test_nothing_is_read_before_the_first_picture_and_word(qtbot: QtBot) -> None:
    said: list[str] = []
    ambience = Ambience(
        FakeClock(), resources.sounds(), 1.0, 1.0, 1.0, True, lambda event, **_: said.append(event)
    )
    assert ambience._bed is not None
    assert ambience._touches is not None
    ambience._bed._output = Device(FakeClock(), there=False)  # type: ignore[assignment]
    ambience.show(None)
    assert ambience._first.isActive()
    assert ambience._first.interval() >= 1000
    assert not ambience._bed._asked
    assert not ambience._touches._asked
    ambience._first.setInterval(0)
    qtbot.waitUntil(lambda: said == ["bed"], timeout=20_000)
    assert ambience._touches._asked
    ambience.close()


class NoDevice:
    """The system's answer when nothing is plugged in."""

    @staticmethod
    def defaultAudioOutput() -> Any:  # noqa: N802 - Qt's name
        from PySide6.QtMultimedia import QAudioDevice  # noqa: PLC0415

        return QAudioDevice()


# Qt asks for the sound server that a system may not have.
@pytest.mark.qt_log_ignore("pipewire")
def test_no_device_is_told_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6 import QtMultimedia  # noqa: PLC0415

    monkeypatch.setattr(QtMultimedia, "QMediaDevices", NoDevice)
    said: list[str] = []
    parent = QObject()
    output = SoundOutput(parent, 0.5, 1.0, lambda event, **_: said.append(event))
    assert not output.open()
    assert not output.open()
    output.write(b"")
    assert (output.room(), output.ahead(), output.is_open) == (0, 0.0, False)
    assert said == ["sound-missing"]


@pytest.mark.qt_log_ignore("pipewire")
def test_a_device_that_goes_is_let_go_and_told(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtMultimedia import QtAudio  # noqa: PLC0415

    class Sink:
        def __init__(self) -> None:
            self.state_now = QtAudio.State.ActiveState
            self.taken = b""

        def state(self) -> QtAudio.State:
            return self.state_now

        def write(self, samples: bytes) -> None:
            self.taken += samples

        def reset(self) -> None:
            pass

        def deleteLater(self) -> None:  # noqa: N802 - Qt's name
            pass

    said: list[str] = []
    parent, sink = QObject(), Sink()
    output = SoundOutput(parent, 0.5, 1.0, lambda event, **_: said.append(event))
    output._sink = output._device = sink  # type: ignore[assignment]
    output.write(b"1234")
    sink.state_now = QtAudio.State.StoppedState
    output.write(b"5678")
    assert sink.taken == b"1234"
    assert not output.is_open
    assert said == ["sound-missing"]
    assert sound_output.BYTES_PER_SECOND == 4 * RATE


def test_the_want_of_a_device_is_told_once_by_bed_and_touches_together(qtbot: QtBot) -> None:
    said: list[str] = []
    ambience = Ambience(
        FakeClock(), resources.sounds(), 1.0, 1.0, 1.0, True, lambda event, **_: said.append(event)
    )
    assert ambience._bed is not None
    assert ambience._touches is not None
    for part in (ambience._bed, ambience._touches):
        part._output._miss("there is none")
        part._log("bed", bed="any")
    assert said == ["sound-missing", "bed", "bed"]
    ambience.close()
