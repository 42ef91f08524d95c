"""What the bed costs and how it is heard: through a Pulse server's null sink, recorded.

The show's own ``Ambience`` plays a demonstration winery's bed; processor time is that of all
threads of this process. The recording says how loud it is beside speech at rest and ducked, and
whether the sound ever broke off. Needs the Debian packages ``pulseaudio`` and ``pulseaudio-utils``.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import soundfile

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.bench_sound import RATE, server
from benchmarks.measure import report

SETTLE = 8.0  # s until the bed has come up
REST, DUCKED = 60.0, 58.0  # s: more than once round; the first of both is left out below


def main() -> None:
    """Play, record, compare."""
    with server(), tempfile.TemporaryDirectory() as folder:
        from PySide6.QtCore import QCoreApplication, QTimer  # noqa: PLC0415

        from kiosk import resources  # noqa: PLC0415
        from kiosk.narration.sound import levels  # noqa: PLC0415
        from kiosk.narration.sound.loudness import integrated  # noqa: PLC0415
        from kiosk.show.clock import SystemClock  # noqa: PLC0415
        from kiosk.ui.bridge.ambience import Ambience  # noqa: PLC0415

        application = QCoreApplication([])
        path = Path(folder) / "heard.wav"
        clock = SystemClock(ZoneInfo("UTC"))
        ambience = Ambience(
            clock, resources.sounds(), 1.0, 1.0, 1.0, True, lambda *_, **__: None
        )
        ambience.show(resources.demonstration() / "yanyu-fang" / "media" / "bed.ogg")
        marks: dict[str, tuple[float, float]] = {}

        def at(seconds: float, name: str) -> None:
            def mark() -> None:
                marks[name] = (time.monotonic(), time.process_time())

            QTimer.singleShot(int(seconds * 1000), mark)

        at(SETTLE, "rest")
        at(SETTLE + REST, "over")
        QTimer.singleShot(int((SETTLE + REST) * 1000), lambda: ambience.speak(0.9))
        QTimer.singleShot(int((SETTLE + REST + DUCKED) * 1000), application.quit)
        recorder = subprocess.Popen(
            ["parec", "-d", "booth.monitor", "--format=s16le", f"--rate={RATE}", "--channels=2",
             "--file-format=wav", str(path)],
        )  # fmt: skip
        begun = time.monotonic()
        application.exec()
        recorder.terminate()
        recorder.wait()
        ambience.close()
        heard = soundfile.read(path, dtype="float32")[0]
    (start, spent), (end, then) = marks["rest"], marks["over"]
    first, change = (int((moment - begun) * RATE) for moment in (start, end))
    rest, ducked = heard[first + RATE : change - RATE], heard[change + 2 * RATE : -RATE]
    silent = np.abs(rest).max(axis=1) == 0
    runs = np.diff(np.flatnonzero(np.diff(np.concatenate(([0], silent, [0])))))[::2]
    report(
        "bed",
        cpu_ms_per_s=round(1000 * (then - spent) / (end - start), 1),
        rest_lu=round(integrated(rest, RATE) - levels.SPEECH, 1),
        ducked_lu=round(integrated(ducked, RATE) - levels.SPEECH, 1),
        gaps=int((runs > RATE // 100).sum()),
    )


if __name__ == "__main__":
    main()
