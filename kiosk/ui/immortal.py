"""Keep Python's ``None``, ``True`` and ``False`` alive under PySide 6.12.

PySide 6.12.0 gives back references that it never took: every ``signal.emit(...)`` one to ``True``,
every ``processEvents()``, ``QTimer.singleShot`` and every property that reads ``None`` one to
``None`` (a thousand calls lower ``sys.getrefcount`` by a thousand). From Python 3.12 on these three
are immortal and nothing comes of it; before, the interpreter aborts when a count reaches zero:
through ``True`` after an hour of captions, or a minute of a presenter's pictures; through ``None``
after some 750 scenes, an afternoon.
"""

import ctypes
import sys
from typing import Final

SPARE: Final = 1 << 40  # references: more than a thousand years of emissions


def keep_constants() -> None:
    """Make the three immortal in all but name, as Python 3.12 does. Does so once."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for constant in (None, True, False):
        if sys.getrefcount(constant) < SPARE // 2:
            # A count that is off upwards costs nothing: these objects are never freed.
            count = ctypes.c_ssize_t.from_address(id(constant))
            count.value += SPARE
