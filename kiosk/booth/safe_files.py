"""Files that survive a power cut: written aside, flushed, renamed."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes, *, flush: bool = True) -> None:
    """Put ``content`` at ``path`` so that a reader finds the old file or the new one, whole.

    Args:
        path: its folder is made.
        content: all of it.
        flush: wait until it is on the disk; without, a power cut may bring the old one back.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.new")
    try:
        with aside.open("wb") as file:
            file.write(content)
            if flush:
                file.flush()
                os.fsync(file.fileno())
        aside.replace(path)
    except OSError:
        with suppress(OSError):
            aside.unlink()
        raise
    if flush and os.name == "posix":  # the new name as well; Windows has no such call
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
