"""One tree of errors. Each says what went wrong, where, and what to do about it.

Core code raises these; the command line prints ``str(error)`` as one sentence and
exits with ``error.exit_code``; the stage shows a poster instead.
"""

from __future__ import annotations


class KioskError(Exception):
    """Base of every error that Cellarcast raises on purpose.

    Args:
        what: what is wrong, as a short clause without a full stop.
        where: the file, key, device or address it concerns; empty when there is none.
        advice: what the reader can do, as an imperative clause.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", advice: str = "") -> None:
        self.what = what
        self.where = where
        self.advice = advice
        super().__init__(what)

    def __str__(self) -> str:
        sentence = f"{self.where}: {self.what}" if self.where else self.what
        return f"{sentence}; {self.advice}." if self.advice else f"{sentence}."


class UsageError(KioskError):
    """The command line asked for something that cannot be."""

    exit_code = 64  # EX_USAGE of sysexits.h


class PackError(KioskError):
    """A pack cannot be read or played."""

    exit_code = 2


class NarrationError(KioskError):
    """A script cannot be spoken: no engine, no model, no phonemes."""

    exit_code = 3


class DisplayError(KioskError):
    """There is no screen to draw on, or it cannot be drawn on."""

    exit_code = 4


class CodeError(KioskError):
    """A QR code cannot be made: the link is refused or too long."""

    exit_code = 5


class PresenterError(KioskError):
    """A presenter's description, mesh or picture cannot be used."""

    exit_code = 6


class AssetError(KioskError):
    """A file that ships with the program is missing or damaged."""

    exit_code = 7


class JournalError(KioskError):
    """A booth's journal is missing or cannot be read."""

    exit_code = 9
