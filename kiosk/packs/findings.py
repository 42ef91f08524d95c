"""What a check found, as codes and figures; the sentences live in ``kiosk.packs.wording``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.packs import limits
from kiosk.packs.codes import Code

Detail = str | int | float

# Unicode's categories Cc, Cf, Cs, Zl, Zp and the non-characters of the first plane.
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u08e2\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)
_SHOWN = 60  # characters of a hostile value that are worth repeating


class Severity(StrEnum):
    """A warning plays; a refusal keeps the whole pack off the screen."""

    WARNING = "warning"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend.

    ``where`` is the file's path inside the pack with forward slashes; ``key`` names the
    entry (``scenes.land.picture``; ``scenes[3]`` is the third, when it has no usable id);
    ``line`` counts from 1 and is 0 where there is none. ``details`` fill the sentences.
    """

    code: Code
    severity: Severity
    where: str
    key: str = ""
    line: int = 0
    details: dict[str, Detail] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        """Whether this keeps the pack from playing."""
        return self.severity is Severity.REFUSED


class Report:
    """Collects the findings of one pack, up to ``limits.FINDINGS`` of each severity."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._count = {Severity.WARNING: 0, Severity.REFUSED: 0}

    @property
    def refused(self) -> bool:
        """Whether anything so far keeps the pack from playing."""
        return self._count[Severity.REFUSED] > 0

    def refuse(
        self, code: Code, where: str, *, key: str = "", line: int = 0, **details: Detail
    ) -> None:
        """Note something that keeps the pack off the screen."""
        self.add(Severity.REFUSED, code, where, key=key, line=line, **details)

    def warn(
        self, code: Code, where: str, *, key: str = "", line: int = 0, **details: Detail
    ) -> None:
        """Note something the show survives."""
        self.add(Severity.WARNING, code, where, key=key, line=line, **details)

    def add(
        self,
        severity: Severity,
        code: Code,
        where: str,
        *,
        key: str = "",
        line: int = 0,
        **details: Detail,
    ) -> None:
        """Note a finding; values are made safe to print."""
        self._count[severity] += 1
        if self._count[severity] > limits.FINDINGS:
            return
        shown = {
            name: printable(value) if isinstance(value, str) else value
            for name, value in details.items()
        }
        self.findings.append(
            Finding(code, severity, printable(where, 120), printable(key, 120), line, shown)
        )

    def place(self, before: int, line_of: Callable[[str], int], key: str) -> None:
        """Give the findings since the ``before``-th their line; looking it up costs time."""
        for number in range(before, len(self.findings)):
            if not self.findings[number].line:
                self.findings[number] = replace(self.findings[number], line=line_of(key))


def printable(value: str, most: int = _SHOWN) -> str:
    """The value cut to ``most`` characters, with no character that moves a cursor or hides."""
    clean = _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", value[:most])
    return clean + "…" if len(value) > most else clean


def control_in(value: str) -> str:
    """The first character that has no glyph but an effect, or "": controls, bidi marks and such.

    The zero-width joiners (U+200C, U+200D) are let through: some scripts need them.
    """
    match = _CONTROL.search(value)
    return match[0] if match is not None else ""
