"""A slide show in Qt Quick as anybody would write it: the rival of ``bench_loop.py``."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

STARTED = time.perf_counter()


def main() -> None:
    """Arguments: the record of events, then two pictures."""
    log = Path(sys.argv[1]).open("w", encoding="utf-8")  # noqa: SIM115 - closed with the process
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
            print(json.dumps({"event": "first-frame", "t": now - STARTED}), file=log, flush=True)
        times.append(now)
        if now - times[0] >= 5:
            row = {"event": "frames", "fps": (len(times) - 1) / (now - times[0])}
            print(json.dumps(row), file=log, flush=True)
            times[:] = [now]

    window.frameSwapped.connect(frame)
    application.exec()


main()
