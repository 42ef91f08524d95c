"""PySide's emissions must not wear out ``True``, and with it the booth."""

import subprocess
import sys

EMITTING = """
import sys
import kiosk.ui
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Speaker(QObject):
    said = Signal()

application = QCoreApplication([])
speaker = Speaker()
for _ in range(100_000):
    speaker.said.emit()
print(sys.getrefcount(True) > 1 << 30)
"""


def test_a_day_of_signals_leaves_the_interpreter_alive() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EMITTING], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "True" or sys.version_info >= (3, 12)
