"""The bed and the interface's sounds on their way to a device: fed, faded, silent when asked."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.show.bed import CROSS, DUCKED, REST
from kiosk.show.interface_sounds import InterfaceSound
from kiosk.ui.bridge import sound_output
from kiosk.ui.bridge.ambience import Ambience
from kiosk.ui.bridge.bed_player import BUFFER_SECONDS, BedPlayer
from kiosk.ui.bridge.sound_output import BYTES_PER_FRAME, SoundOutput
from kiosk.ui.bridge.touch_sounds import IDLE_MS, TouchSounds
from kiosk.ui.bridge.voice import RATE
from tests.fakes import FakeClock


class Device:
    """Stands in for SoundOutput: plays as the clock goes, keeps all that it was given."""

    def __init__(self, clock: FakeClock, there: bool = True) -> None:
        self.clock, self.there = clock, there
        self.is_open = False
        self.opened = 0
        self.taken = bytearray()
        self._until = 0.0

    def open(self) -> bool:
        if self.there and not self.is_open:
            self.is_open = True
            self.opened += 1
        return self.is_open

    def ahead(self) -> float:
        return max(0.0, self._until - self.clock.monotonic())

    def room(self) -> int:
        return round((BUFFER_SECONDS - self.ahead()) * RATE)

    def write(self, samples: bytes) -> None:
        self._until = self.clock.monotonic() + self.ahead() + len(samples) / 4 / RATE
        self.taken += samples

    def close(self) -> None:
        self.is_open = False
        self._until = 0.0

    @property
    def heard(self) -> NDArray[np.float64]:
        """All samples so far, (frames, 2)."""
        return np.frombuffer(bytes(self.taken), "<i2").reshape(-1, 2).astype(float)


class Show:
    """A clock, a device, and a bed player of which every feed is asked for by hand."""

    def __init__(self, generic: Path, level: float = 1.0, there: bool = True) -> None:
        self.clock = FakeClock()
        self.said: list[tuple[str, dict[str, Any]]] = []
        self.player = BedPlayer(self.clock, generic, 1.0, level, self.log)
        self.device = Device(self.clock, there)
        self.player._output = self.device  # type: ignore[assignment]
        self.player._feeder.setInterval(10**7)

    def log(self, event: str, **figures: Any) -> None:
        self.said.append((event, figures))

    def run(self, seconds: float) -> NDArray[np.float64]:
        """Let time go by; gives what was handed to the device meanwhile."""
        before = len(self.device.taken)
        for _ in range(round(seconds / 0.2)):
            self.clock.wait(0.2)
            if self.player._feeder.isActive():
                self.player._feed()
        told = np.frombuffer(bytes(self.device.taken[before:]), "<i2")
        return told.reshape(-1, 2).astype(float)

    def beds(self) -> list[str]:
        return [Path(figures["bed"]).stem for event, figures in self.said if event == "bed"]


@pytest.fixture
def beds(tmp_path: Path) -> Callable[[str], Path]:
    """Makes beds of a name: noise, 6 s long."""

    def make(name: str) -> Path:
        path = tmp_path / f"{name}.wav"
        rng = np.random.default_rng(len(name))
        soundfile.write(path, rng.standard_normal((6 * RATE, 2)) * 0.05, RATE)
        return path

    return make


@pytest.fixture
def show(beds: Callable[[str], Path]) -> Iterator[Callable[..., Show]]:
    made: list[Show] = []

    def make(**how: Any) -> Show:
        made.append(Show(beds("generic"), **how))
        return made[-1]

    yield make
    for each in made:
        each.player.close()


def level(samples: NDArray[np.float64]) -> float:
    """dB of full scale."""
    return float(20 * np.log10(np.sqrt(np.mean((samples / 32768) ** 2)) + 1e-12))


def test_the_bed_comes_up_and_the_device_never_runs_dry(
    qtbot: QtBot, show: Callable[..., Show], beds: Callable[[str], Path]
) -> None:
    booth = show()
    booth.player.show(beds("own"))
    qtbot.waitUntil(lambda: booth.beds() == ["own"], timeout=20_000)
    for _ in range(40):
        booth.clock.wait(0.2)
        assert booth.device.ahead() > 0
        booth.player._feed()
        assert booth.device.ahead() <= BUFFER_SECONDS + 0.001
    assert level(booth.device.heard[: RATE // 10]) < level(booth.device.heard[-RATE:]) - 15
    step = np.abs(np.diff(booth.device.heard, axis=0)).max()
    assert step < 8 * np.sqrt(np.mean(booth.device.heard[-RATE:] ** 2)), "no click, no gap"


def test_it_goes_down_under_speech_and_comes_back(
    qtbot: QtBot, show: Callable[..., Show], beds: Callable[[str], Path]
) -> None:
    booth = show()
    booth.player.show(beds("own"))
    qtbot.waitUntil(lambda: bool(booth.beds()), timeout=20_000)
    booth.run(CROSS + 1)
    rest = level(booth.run(2.0))
    booth.player.speak(0.9)
    booth.run(2.0)
    ducked = level(booth.run(2.0))
    assert ducked - rest == pytest.approx(DUCKED - REST, abs=0.5)
    booth.player.hush()
    booth.run(2.0)
    assert level(booth.run(2.0)) == pytest.approx(rest, abs=0.5)


def test_what_changes_changes_where_the_device_has_not_been_told_yet(
    qtbot: QtBot, show: Callable[..., Show], tmp_path: Path
) -> None:
    booth, path = show(), tmp_path / "tone.wav"
    wave = 0.2 * np.sin(2 * np.pi * 100 * np.arange(6 * RATE) / RATE)
    soundfile.write(path, np.stack([wave, wave], axis=1), RATE)
    booth.player.show(path)
    qtbot.waitUntil(lambda: booth.beds() == ["tone"], timeout=20_000)
    booth.run(CROSS + 1)
    booth.player.speak(0.9)
    sound = [booth.run(2.0)]
    for change in (booth.player.hush, booth.player.pause):
        change()
        sound.append(booth.run(2.0))
    waves = np.concatenate(sound).reshape(-1, RATE // 100 * 2)
    level = np.sqrt(np.mean(waves**2, axis=1))
    assert level.min() < 0.1 * level.max()
    assert np.abs(np.diff(level)).max() < 0.08 * level.max()  # from one hundredth to the next


def test_a_winery_without_a_bed_or_with_a_broken_one_has_the_generic_one(
    qtbot: QtBot, show: Callable[..., Show], beds: Callable[[str], Path], tmp_path: Path
) -> None:
    booth = show()
    booth.player.show(None)
    qtbot.waitUntil(lambda: booth.beds() == ["generic"], timeout=20_000)
    booth.player.show(beds("own"))
    qtbot.waitUntil(lambda: booth.beds() == ["generic", "own"], timeout=20_000)
    bad = tmp_path / "bad.wav"
    bad.write_bytes(b"RIFF1234WAVEjunk")
    for _ in range(2):
        booth.player.show(bad)
        qtbot.waitUntil(lambda: booth.beds()[2:] == ["generic"], timeout=20_000)
    failed = [figures for event, figures in booth.said if event == "bed-failed"]
    assert [Path(each["bed"]).name for each in failed] == ["bad.wav"], "told once"


def test_without_any_bed_that_can_be_read_it_is_quiet(qtbot: QtBot, tmp_path: Path) -> None:
    booth = Show(tmp_path / "none.ogg")
    booth.player.show(None)
    qtbot.waitUntil(lambda: bool(booth.said), timeout=20_000)
    booth.player.show(None)
    booth.player.show(tmp_path / "none.ogg")
    assert [event for event, _ in booth.said] == ["bed-failed"]
    assert booth.device.opened == 0
    booth.player.close()


def test_without_a_device_the_show_goes_on_and_one_that_comes_later_is_used(
    qtbot: QtBot, show: Callable[..., Show], beds: Callable[[str], Path]
) -> None:
    booth = show(there=False)
    own = beds("own")
    booth.player.show(own)
    qtbot.waitUntil(lambda: booth.beds() == ["own"], timeout=20_000)
    assert not booth.player._feeder.isActive()
    booth.player.speak(0.5)
    booth.player.hush()
    booth.device.there = True
    booth.player.show(own)
    assert len(booth.run(1.0)) > 0


def test_when_nothing_plays_the_bed_fades_and_the_device_is_given_back(
    qtbot: QtBot, show: Callable[..., Show], beds: Callable[[str], Path]
) -> None:
    booth = show()
    own = beds("own")
    booth.player.show(own)
    qtbot.waitUntil(lambda: booth.beds() == ["own"], timeout=20_000)
    booth.run(CROSS + 1)
    booth.player.leave()
    booth.run(CROSS + 2)
    assert not booth.device.is_open
    assert not booth.player._feeder.isActive()
    assert np.abs(booth.device.heard[-100:]).max() <= 1
    booth.player.show(own)  # its samples have left the memory: they are read again
    qtbot.waitUntil(lambda: booth.device.is_open, timeout=20_000)
    assert level(booth.run(CROSS + 1)[-RATE:]) > -60


def test_a_held_show_is_silent_until_it_goes_on(
    qtbot: QtBot, show: Callable[..., Show], beds: Callable[[str], Path]
) -> None:
    booth = show()
    booth.player.show(beds("own"))
    qtbot.waitUntil(lambda: booth.beds() == ["own"], timeout=20_000)
    booth.run(CROSS + 1)
    booth.player.pause()
    booth.run(2.0)
    assert not booth.device.is_open
    booth.player.resume()
    assert level(booth.run(2.0)[-RATE:]) > -60


# --- interface sounds -------------------------------------------------------------------------


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


# --- settings and devices ---------------------------------------------------------------------


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
