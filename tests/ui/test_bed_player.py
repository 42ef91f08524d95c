"""The bed on its way to a device: fed in time, faded, given up and taken up again."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from kiosk.show.bed import CROSS, DUCKED, REST
from kiosk.ui.bridge.bed_player import BUFFER_SECONDS, BedPlayer
from kiosk.ui.bridge.voice import RATE
from tests.fakes import FakeClock
from tests.sound_device import Device


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
