"""What every test must leave as it found it: threads, files, Qt's peace of mind."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator

import pytest

# Workers that run side by side have a screen each (dev.py test): a screen has one keyboard focus.
if (worker := os.environ.get("PYTEST_XDIST_WORKER", "")) and (
    screens := os.environ.get("CELLARCAST_TEST_SCREENS", "").split()
):
    os.environ["DISPLAY"] = screens[int(worker.removeprefix("gw")) % len(screens)]

# Without a screen (dev.py test gives one) Qt draws in memory. Set before anything imports Qt.
# The booth's own render loop (kiosk.ui.screen): painted items on another thread would deadlock.
os.environ.setdefault("QSG_RENDER_LOOP", "basic")
if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# By Qt's raster renderer, as a booth without a graphics card draws (kiosk.ui.screen) and as every
# preview and broadcast does: in one process there can be one kind of renderer only.
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QT_XCB_GL_INTEGRATION", "none")

# A pool's workers are allowed this long to end after the test asked them to.
GRACE = 2.0


def leaked_threads(before: set[threading.Thread], grace: float = GRACE) -> list[str]:
    """Names of the threads that started since ``before`` and do not end within ``grace`` s."""
    leaked = []
    for thread in threading.enumerate():
        if thread in before or isinstance(thread, threading._DummyThread):
            continue  # a dummy stands for a thread of Qt's own that once called Python
        thread.join(grace)
        if thread.is_alive():
            leaked.append(thread.name)
    return leaked


@pytest.fixture(scope="session", autouse=True)
def _state_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep journals and switches of this machine's own booth out of the tests, and theirs of it."""
    os.environ["CELLARCAST_STATE"] = str(tmp_path_factory.mktemp("state"))


@pytest.fixture(autouse=True)
def _threads_end() -> Iterator[None]:
    """Fail a test that leaves a Python thread running, daemon or not."""
    before = set(threading.enumerate())
    yield
    leaked = leaked_threads(before)
    if leaked:
        pytest.fail(f"left threads running: {', '.join(leaked)}")


@pytest.fixture(autouse=True)
def _files_close() -> Iterator[None]:
    """Fail a test that leaves a file or socket for the garbage collector to close.

    Collected here, the ResourceWarning (an error by pyproject.toml) is this test's own.
    """
    yield
    gc.collect()
