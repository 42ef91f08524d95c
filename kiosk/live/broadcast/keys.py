"""Stream keys by name: from the operating system's keyring, else from a protected file.

Whoever has a stream key can send in the exhibitor's name, so a key is never an argument of ours,
a file that others can read is refused, and no message repeats what was read.
"""

import importlib
import stat
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

from kiosk.errors import BroadcastError

SERVICE = "cellarcast"
FILE = "stream-keys.toml"  # beside the settings
_LARGEST = 64 * 1024  # bytes

Lookup = Callable[[str], str | None]


def from_keyring(name: str) -> str | None:
    """The key as the system's keyring has it; None where there is none, or no keyring."""
    try:
        keyring = importlib.import_module("keyring")
    except ImportError:
        return None
    try:
        found = keyring.get_password(SERVICE, name)
    except Exception:  # back ends raise their own kinds; a locked or absent one is no key
        return None
    return str(found) if found else None


def from_file(path: Path, name: str) -> str | None:
    """The key in a TOML file of ``name = "key"``; None when the file or the name is not there.

    Raises:
        BroadcastError: the file is open to others, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            if sys.platform != "win32" and stat.S_IMODE(path.stat().st_mode) & 0o077:
                raise BroadcastError(
                    "others on this machine can read the stream keys", where=str(path),
                    advice=f"close it with: chmod 600 '{path}'",
                )  # fmt: skip
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise ValueError("too large")
        found = tomllib.loads(content.decode("utf-8-sig")).get(name)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError):
        # The cause would repeat a line of the file, so it is left out on purpose.
        raise BroadcastError(
            "the stream keys cannot be read", where=str(path),
            advice='write one per line like: my-room = "the key"',
        ) from None
    return found if isinstance(found, str) else None


def stream_key(name: str, path: Path, keyring: Lookup = from_keyring) -> str:
    """The key of that name.

    Args:
        name: as the operator stored it.
        path: the protected file.
        keyring: asked first.

    Raises:
        BroadcastError: it is nowhere, or the file is open to others.
    """
    found = keyring(name) or from_file(path, name)
    if found is None:
        raise BroadcastError(
            f"there is no stream key named {name!r}", where="--key-name",
            advice=f"store it with `keyring set {SERVICE} {name}`, or as a line of {path} "
            "that only you can read",
        )  # fmt: skip
    return found.strip()
