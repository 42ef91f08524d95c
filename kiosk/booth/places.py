"""Where a booth keeps what it writes while it runs: its state, apart from its settings."""

import os
import sys
from pathlib import Path


def state_folder() -> Path:
    """The folder of the journal and of all else that is written while the show runs.

    ``CELLARCAST_STATE`` names another one.
    """
    if override := os.environ.get("CELLARCAST_STATE"):
        return Path(override)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_STATE_HOME", Path.home() / ".local" / "state"))
    return base / "cellarcast"


def journal_path() -> Path:
    """The journal's file; ``CELLARCAST_JOURNAL`` names another one."""
    if override := os.environ.get("CELLARCAST_JOURNAL"):
        return Path(override)
    return state_folder() / "journal.sqlite"


def switches_path() -> Path:
    """The file of the rooms' manual switches."""
    return state_folder() / "on-air.toml"


def pins_path() -> Path:
    """The file of the wines that are pinned."""
    return state_folder() / "pinned.toml"
