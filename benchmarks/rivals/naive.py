"""A slide show in Qt Quick as anybody would write it: the rival of ``bench_loop.py``."""

import sys
import time
from itertools import pairwise
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.events import Events

EVERY = 5.0  # s between two records, as the booth's own


def main() -> None:
    """Arguments: the record of events, then two pictures."""
    log = Events(Path(sys.argv[1]))
    application = QGuiApplication(sys.argv[:1])
    engine = QQmlApplicationEngine()
    engine.setInitialProperties({"pictures": [Path(name).as_uri() for name in sys.argv[2:]]})
    engine.load(str(Path(__file__).with_name("Naive.qml")))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    times: list[float] = []

    def frame() -> None:
        now = time.perf_counter()
        if not times:
            log("first-frame")
        times.append(now)
        if now - times[0] >= EVERY:
            gaps = sorted(b - a for a, b in pairwise(times))
            p99 = round(gaps[int(len(gaps) * 0.99)] * 1000, 2)
            log("frames", fps=round(len(gaps) / (now - times[0]), 2), p99_ms=p99)
            times[:] = [now]

    window.frameSwapped.connect(frame)
    application.exec()


main()
