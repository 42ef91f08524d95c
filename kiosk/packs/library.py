"""The packs on a booth PC: found by name at start, read one at a time, bad ones set aside."""

from __future__ import annotations

import os
import re
from collections import OrderedDict
from pathlib import Path

from kiosk.errors import PackError
from kiosk.packs.model import Pack
from kiosk.packs.read import BadPackError, read_pack

_FINDINGS = 20  # of a bad pack: all 1,100 may be bad, and memory is bounded
KEPT = 8  # packs in memory: the one on screen, its neighbours and some room
_ID = re.compile(r"[a-z0-9-]{2,40}")


class Library:
    """A folder of packs.

    Building one costs a single directory scan, whatever the number of packs: a fair has 1,100
    exhibitors, and the first frame waits for this. Not safe to share between threads.
    """

    def __init__(self, folder: Path, kept: int = KEPT) -> None:
        """Scan ``folder``; at most ``kept`` packs stay in memory. Raises PackError without one."""
        self.folder = folder
        self.set_aside: dict[str, PackError] = {}
        self._kept = max(1, kept)
        self._packs: OrderedDict[str, Pack] = OrderedDict()
        self._ids = self._scan()

    def ids(self) -> list[str]:
        """The ids of all packs that are not set aside, in alphabetical order."""
        return [pack_id for pack_id in self._ids if pack_id not in self.set_aside]

    def load(self, pack_id: str) -> Pack:
        """The pack of that id, from memory or from disk.

        Raises PackError when it is bad; it is then set aside and not read again until
        ``rescan``. The errors kept in ``set_aside`` carry its first findings.
        """
        if pack_id in self._packs:
            self._packs.move_to_end(pack_id)
            return self._packs[pack_id]
        if pack_id in self.set_aside:
            known = self.set_aside[pack_id]
            raise PackError(known.what, where=known.where, advice=known.advice)
        if pack_id not in self._ids:
            raise PackError(
                "there is no such pack", where=str(self.folder / pack_id), advice="check its id"
            )
        try:
            pack = read_pack(self.folder / pack_id)
        except BadPackError as error:
            self.set_aside[pack_id] = self._kept_error(error)
            raise
        self._packs[pack_id] = pack
        while len(self._packs) > self._kept:
            self._packs.popitem(last=False)
        return pack

    def _kept_error(self, error: BadPackError) -> PackError:
        """The error without the frames it passed through and with its first findings only."""
        refused = [finding for finding in error.findings if finding.refused]
        warnings = [finding for finding in error.findings if not finding.refused]
        return BadPackError(error.folder, [*refused, *warnings][:_FINDINGS])

    def rescan(self) -> None:
        """Look at the folder again and give every pack a fresh chance."""
        self._packs.clear()
        self.set_aside.clear()
        self._ids = self._scan()

    def _scan(self) -> list[str]:
        try:
            with os.scandir(self.folder) as entries:
                return sorted(
                    entry.name for entry in entries if _ID.fullmatch(entry.name) and entry.is_dir()
                )
        except OSError as error:
            raise PackError(
                f"the folder of packs cannot be read ({error.strerror})",
                where=str(self.folder),
                advice="name a folder that holds packs",
            ) from error
