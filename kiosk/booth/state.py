"""Where the program keeps what it has to remember, apart from what a person sets."""

import os
import sys
from pathlib import Path


def state_folder() -> Path:
    """The user's folder for it on this system; made by whoever writes there first."""
    if override := os.environ.get("CELLARCAST_STATE"):
        return Path(override)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_STATE_HOME", Path.home() / ".local" / "state"))
    return base / "cellarcast"
