"""How far the voice's position is from what is heard: clicks through a Pulse server's null sink.

The narrator's own ``Voice`` plays ten clicks half a second apart; a recorder on the sink's monitor
says when each sounds, and the position asked at that moment is compared with the click's place.
Early is positive: lips driven by the position would move before the sound. The recorder's own
delay (about 5 ms) is part of the figure. Needs the Debian packages ``pulseaudio`` and
``pulseaudio-utils``.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import median, report

RATE = 24_000
CLICKS = 10
APART = 0.5  # s
LOUD = 8000


@contextmanager
def server() -> Iterator[None]:
    """A Pulse server of our own whose only output is silent."""
    with tempfile.TemporaryDirectory() as folder:
        socket = f"{folder}/native"
        process = subprocess.Popen(
            [
                "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1",
                "-L", "module-null-sink sink_name=booth",
                "-L", f"module-native-protocol-unix auth-anonymous=1 socket={socket}",
            ],
            env=os.environ | {"XDG_RUNTIME_DIR": folder, "HOME": folder},
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            while not Path(socket).exists():
                time.sleep(0.05)
            time.sleep(0.5)
            os.environ["PULSE_SERVER"] = f"unix:{socket}"
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
            yield
        finally:
            process.terminate()
            process.wait()


class Ear:
    """Hears clicks on the monitor; ``at`` are their moments on the monotonic clock."""

    def __init__(self) -> None:
        self.at: list[float] = []
        self._recorder = subprocess.Popen(
            [
                "parec", "-d", "booth.monitor", "--format=s16le", f"--rate={RATE}",
                "--channels=1", "--latency-msec=5", "--process-time-msec=1",
            ],
            stdout=subprocess.PIPE,
        )  # fmt: skip
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        assert self._recorder.stdout is not None
        while chunk := self._recorder.stdout.read1(480):  # type: ignore[attr-defined]
            now = time.monotonic()
            samples = np.frombuffer(chunk[: len(chunk) // 2 * 2], np.int16).astype(int)
            loud = np.flatnonzero(np.abs(samples) > LOUD)
            if len(loud) and (not self.at or now - self.at[-1] > APART / 2):
                self.at.append(now - (len(samples) - int(loud[0])) / RATE)

    def close(self) -> None:
        """Stop listening."""
        self._recorder.terminate()
        self._recorder.wait()
        self._thread.join()


def clicks(path: Path) -> None:
    """A sound file of clicks."""
    samples = np.zeros(int(RATE * APART * (CLICKS + 2)), np.int16)
    for number in range(1, CLICKS + 1):
        start = int(number * APART * RATE)
        samples[start : start + 48] = 20_000
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, len(samples), "NONE", ""))
        file.writeframes(samples.tobytes())


def main() -> None:
    """Play, listen, compare."""
    with server(), tempfile.TemporaryDirectory() as folder:
        from PySide6.QtCore import QCoreApplication, QTimer  # noqa: PLC0415

        from kiosk.show.clock import SystemClock  # noqa: PLC0415
        from kiosk.ui.bridge.voice import Voice  # noqa: PLC0415

        application = QCoreApplication([])
        path = Path(folder) / "clicks.wav"
        clicks(path)
        ear = Ear()
        voice = Voice(SystemClock(ZoneInfo("UTC")), 1.0, 0.0, audible=True)
        told: list[tuple[float, float]] = []

        def look() -> None:
            position = voice.position()
            if position is not None:
                told.append((time.monotonic(), position))

        watch = QTimer()
        watch.timeout.connect(look)
        watch.start(16)
        voice.loaded.connect(voice.play)
        voice.load(1, path, 0.0)
        QTimer.singleShot(int(1000 * APART * (CLICKS + 3)), application.quit)
        application.exec()
        sounding = voice.sounding
        voice.close()
        ear.close()
    when, position = np.array(told).T
    early = [
        1000 * (float(np.interp(at, when, position)) - number * APART)
        for number, at in enumerate(ear.at, 1)
    ]
    sounded = (position > APART) & (position < APART * (CLICKS + 1))
    gains = np.diff(position[sounded]) - np.diff(when[sounded])
    report(
        "sound", sounding=sounding, heard=len(early), early_ms=median(early, 1),
        worst_ms=round(float(np.abs(early).max()), 1),
        uneven_ms=round(1000 * float(np.percentile(np.abs(gains), 95)), 1),
        bars={"early_ms": [-25, 25]},
    )  # fmt: skip


if __name__ == "__main__":
    main()
