"""Keep Python's ``True`` alive under PySide 6.12.

Every ``signal.emit(...)`` of PySide 6.12.0 gives back one reference to ``True`` that it never took
(200 emissions lower ``sys.getrefcount(True)`` by 200). From Python 3.12 on ``True`` is immortal and
nothing comes of it; before, the interpreter aborts when the count reaches zero: on a booth after an
hour of captions, with thirty pictures of a presenter a second within a minute.
"""

import ctypes
import sys
from typing import Final

SPARE: Final = 1 << 40  # references: more than a thousand years of emissions


def keep_true() -> None:
    """Make ``True`` immortal in all but name, as Python 3.12 does. Does so once."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    if sys.getrefcount(True) < SPARE // 2:
        # A count that is off upwards costs nothing: this object is never freed.
        count = ctypes.c_ssize_t.from_address(id(True))
        count.value += SPARE
