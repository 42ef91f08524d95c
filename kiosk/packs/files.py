"""The one gateway to a pack's files: names become paths only when they stay inside."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath
from typing import Any

from kiosk.packs import limits
from kiosk.packs.codes import Code
from kiosk.packs.findings import Report, Severity

_UNPORTABLE = set('\\:*?"<>|')
_SIZES = {
    **dict.fromkeys(limits.IMAGE_SUFFIXES, limits.IMAGE_BYTES),
    **dict.fromkeys(limits.CLIP_SUFFIXES, limits.CLIP_BYTES),
    **dict.fromkeys(limits.SOUND_SUFFIXES, limits.SOUND_BYTES),
}


class PackFiles:
    """Files of one pack's folder; what is wrong with them goes to ``report``."""

    def __init__(self, folder: Path, report: Report) -> None:
        self.root = Path(os.path.realpath(folder))
        self.report = report
        self._folders: dict[str, str | None] = {}

    def read(self, name: str, most: int) -> bytes | None:
        """The bytes of a file, at most ``most``; None and a refusal when it cannot be."""
        path = self.find(name, where=name)
        if path is None:
            return None
        try:
            with path.open("rb") as file:
                raw = file.read(most + 1)
            size = path.stat().st_size
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.report.refuse(Code.FILE_UNREADABLE, name, file=name, reason=reason)
            return None
        if len(raw) > most:
            details = _sizes(name, max(len(raw), size), most)
            self.report.refuse(Code.FILE_TOO_LARGE, name, **details)
            return None
        return raw

    def media(
        self,
        name: str,
        suffixes: tuple[str, ...],
        *,
        where: str,
        key: str = "",
        needed: bool = True,
    ) -> Path | None:
        """The absolute path of a picture, clip or sound named in ``where`` at ``key``.

        A file that is missing or empty is a refusal when ``needed``, else a warning.
        """
        suffix = PurePosixPath(name).suffix.lower()
        if suffix not in suffixes:
            allowed = ", ".join(suffixes)
            self.report.refuse(Code.FILE_KIND, where, key=key, file=name, allowed=allowed)
            return None
        path = self.find(name, where=where, key=key, needed=needed)
        if path is None:
            return None
        size, most = path.stat().st_size, _SIZES[suffix]
        if size > most:
            details = _sizes(name, size, most)
            self.report.refuse(Code.FILE_TOO_LARGE, where, key=key, **details)
            return None
        if size == 0:
            self.report.add(_severity(needed), Code.FILE_EMPTY, where, key=key, file=name)
            return None
        return path

    def find(self, name: str, *, where: str, key: str = "", needed: bool = True) -> Path | None:
        """The absolute path of a regular file inside the pack, or None and a finding."""
        wrong = _wrong_form(name)
        if wrong is not None:
            self.report.refuse(wrong, where, key=key, file=name)
            return None
        folder, _, leaf = name.rpartition("/")
        parent = self._folder(folder)
        try:
            path = self._follow(parent, leaf) if parent is not None else None
        except (FileNotFoundError, NotADirectoryError):
            near = _near(parent or "", folder, leaf)
            more: dict[str, Any] = {"suggestion": near} if near else {}
            severity = _severity(needed)
            self.report.add(severity, Code.FILE_MISSING, where, key=key, file=name, **more)
            return None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.report.refuse(Code.FILE_UNREADABLE, where, key=key, file=name, reason=reason)
            return None
        if path is None:
            self.report.refuse(Code.LINK_OUTSIDE, where, key=key, file=name)
            return None
        return Path(path)

    def _follow(self, parent: str, leaf: str) -> str | None:
        """The real path of a regular file, or None when a link leads outside. Raises OSError."""
        path = os.path.join(parent, leaf)  # noqa: PTH118 - hot at start-up, as below
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            path = os.path.realpath(path)
            if not self._inside(path):
                return None
            status = os.stat(path)  # noqa: PTH116
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "not_regular")
        return path

    def _folder(self, name: str) -> str | None:
        """The real path of a folder inside the pack, or None when a link leads outside."""
        if name not in self._folders:
            real = os.path.realpath(self.root / name)
            self._folders[name] = real if self._inside(real) else None
        return self._folders[name]

    def _inside(self, real: str) -> bool:
        root = str(self.root)
        return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


def _wrong_form(name: str) -> Code | None:
    """Why a name is refused before the disk is asked: not relative, or not portable."""
    parts = name.split("/")
    if len(name) > limits.PATH_LENGTH or set(name) & _UNPORTABLE or "" in parts[1:]:
        return Code.PATH_FORM
    if parts[0] in {"", "~"} or ".." in parts or "." in parts:
        return Code.PATH_OUTSIDE
    return None


def _severity(needed: bool) -> Severity:
    return Severity.REFUSED if needed else Severity.WARNING


def _near(parent: str, folder: str, leaf: str) -> str:
    """A file that is there and was perhaps meant, or ""."""
    import difflib  # noqa: PLC0415 - only when something is missing

    try:
        with os.scandir(parent) as entries:
            names = [entry.name for _, entry in zip(range(500), entries, strict=False)]
    except OSError:
        return ""
    near = difflib.get_close_matches(leaf, names, 1, 0.75)
    return "/".join(part for part in (folder, near[0]) if part) if near else ""


def _sizes(name: str, size: int, most: int) -> dict[str, Any]:
    return {"file": name, "size": _mib(size), "most": _mib(most)}


def _mib(size: int) -> str:
    if size < limits.MIB:
        return f"{-(-size // limits.KIB)} KiB"
    return f"{size / limits.MIB:.1f} MiB"
