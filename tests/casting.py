"""A stream without a stage, for tests: a flash and a click every second, into real destinations."""

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kiosk.live.broadcast.caster import Caster
from kiosk.live.broadcast.destination import destination
from kiosk.live.broadcast.health import Health
from kiosk.live.broadcast.schedule import RATE, Schedule

SIZE = (320, 180)
FPS = 25
KEY = "fault-test-key?sign=5f3a9c0e77ab41d2"
NAME = KEY.partition("?")[0]  # as the server calls the stream


def wait_for(what: Callable[[], bool], seconds: float, why: str) -> None:
    """Wait until something is so, at most so long."""
    until = time.monotonic() + seconds
    while not what():
        if time.monotonic() > until:
            pytest.fail(why)
        time.sleep(0.05)


class Metronome:
    """Sends in a thread of its own until it is stopped.

    Args:
        addresses: the destinations.
        authority: certificates to trust.
    """

    def __init__(self, addresses: Sequence[str], authority: Path | None = None) -> None:
        self.said: list[tuple[str, dict[str, Any]]] = []
        places = [destination(address) for address in addresses]
        self.caster = Caster(SIZE, FPS, places, 0, "Test", self._log, authority)
        self.schedule = Schedule(FPS, 0.0)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="metronome")

    def _log(self, event: str, **figures: Any) -> None:
        self.said.append((event, figures))

    def states(self, name: str) -> list[str]:
        """What a destination went through."""
        return [figures["state"] for event, figures in self.said
                if event == "destination" and figures["name"] == name]  # fmt: skip

    def health(self, at: int = 0) -> Health:
        """How a destination is doing."""
        return self.caster.health()[at]

    def __enter__(self) -> "Metronome":
        self.caster.start()
        self.schedule.start = time.monotonic()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
        self.caster.close()

    def _run(self) -> None:
        width, height = SIZE
        pictures = []
        for light in (16, 235):
            picture = np.full(width * height * 3 // 2, 128, np.uint8)
            picture[: width * height] = light
            pictures.append(picture.tobytes())
        sounds = []
        for loud in (0, 20_000):
            sound = np.zeros((RATE // FPS, 2), "<i2")
            sound[:48] = loud
            sounds.append(sound.tobytes())
        checked = 0.0
        while not self._stop.is_set():
            now = time.monotonic()
            for _ in range(self.schedule.owed(now)):
                beat = int(self.schedule.frames % FPS == 0)
                self.schedule.sent(1)
                self.caster.push(sounds[beat], pictures[beat])
            if now - checked >= 1.0:
                checked = now
                self.caster.check()
            self._stop.wait(self.schedule.wait(time.monotonic()))
