"""PySide must not wear out Python's constants, and with them the booth."""

import subprocess
import sys

import pytest

WEARING = """
import sys
import kiosk.ui
from PySide6.QtCore import Property, QCoreApplication, QObject, Signal

class Speaker(QObject):
    said = Signal()
    nothing = Property("QVariant", lambda self: None, notify=said)

application = QCoreApplication([])
speaker = Speaker()
for _ in range(100_000):
    {what}
print(all(sys.getrefcount(one) > 1 << 30 for one in (None, True, False)))
"""


@pytest.mark.parametrize(
    "what",
    ["speaker.said.emit()", "application.processEvents()", "speaker.property('nothing')"],
    ids=["signals", "loops", "properties"],
)
def test_days_of_wear_leave_the_interpreter_alive(what: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WEARING.format(what=what)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "True" or sys.version_info >= (3, 12)
