"""Runs the real program and reads what it says happened."""

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
OFFLINE = Path(__file__).parent / "offline"
OWN = ("DISPLAY", "WAYLAND_DISPLAY", "CELLARCAST_SETTINGS", "CELLARCAST_STATE",
       "CELLARCAST_JOURNAL")  # fmt: skip

# What the programs under test keep while they run.
_state = tempfile.TemporaryDirectory(prefix="cellarcast-state-")
atexit.register(_state.cleanup)


def environment(offline: bool = False, **extra: str) -> dict[str, str]:
    """The environment of a program under test: drawn in memory, settings of its own."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in OWN
    }
    path = os.pathsep.join([str(OFFLINE), str(ROOT)] if offline else [str(ROOT)])
    return {
        **kept,
        "PYTHONPATH": path,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "CELLARCAST_SETTINGS": os.devnull,
        "CELLARCAST_STATE": _state.name,
        **extra,
    }


def kiosk(
    *words: str | Path | float, timeout: float = 120, offline: bool = False, **extra: str
) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    command = [sys.executable, "-m", "kiosk", *(str(word) for word in words)]
    if offline and can_leave_the_network():
        command = ["unshare", "--net", *command]
    return subprocess.run(
        command, cwd=ROOT, env=environment(offline, **extra), capture_output=True, text=True,
        timeout=timeout, check=False,
    )  # fmt: skip


def can_leave_the_network() -> bool:
    """Whether a program can be given a network of its own with nothing in it (root on Linux)."""
    if shutil.which("unshare") is None:
        return False
    trial = subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False)
    return trial.returncode == 0


def events(path: Path, name: str | None = None) -> list[dict[str, Any]]:
    """What happened, all of it or one kind."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [row for row in rows if name is None or row["event"] == name]
