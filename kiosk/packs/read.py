"""Reads a pack's folder into a ``Pack``: standard library only, bounded, quick.

This is on the way to the first frame, so nothing here decodes a picture; ``check`` does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.errors import PackError
from kiosk.packs import limits
from kiosk.packs.codes import Code
from kiosk.packs.facts import read_facts
from kiosk.packs.fields import Table
from kiosk.packs.files import PackFiles
from kiosk.packs.findings import Finding, Report
from kiosk.packs.model import Pack
from kiosk.packs.toml_text import TomlText, load_toml
from kiosk.packs.words import read_words

WINERY = "winery.toml"


class BadPackError(PackError):
    """A pack that was refused; ``findings`` holds everything that was found, warnings too."""

    def __init__(self, folder: Path, findings: list[Finding]) -> None:
        from kiosk.packs.wording import Wording, place  # noqa: PLC0415 - only when refused

        self.folder = folder
        self.findings = findings
        first = next(finding for finding in findings if finding.refused)
        said = Wording.for_user().say(first)
        super().__init__(
            said.what_clause,
            where=f"{folder.name}/{place(first)}",
            advice=said.advice_clause,
        )


@dataclass(slots=True)
class Reading:
    """A pack as far as it could be read, its findings, and the files they point into."""

    files: PackFiles
    report: Report
    pack: Pack | None = None
    sources: dict[str, TomlText] = field(default_factory=dict)


def read_pack(folder: Path) -> Pack:
    """The pack in ``folder``. Raises BadPackError (a PackError) when anything is refused."""
    reading = examine_pack(folder)
    if reading.pack is None:
        raise BadPackError(reading.files.root, reading.report.findings)
    return reading.pack


def inspect_pack(folder: Path) -> tuple[Pack | None, list[Finding]]:
    """The pack, or None when it is refused, with everything that was found; never raises."""
    reading = examine_pack(folder)
    return reading.pack, reading.report.findings


def examine_pack(folder: Path) -> Reading:
    """As ``inspect_pack``, keeping what a deeper check needs to name lines."""
    report = Report()
    files = PackFiles(folder, report)
    reading = Reading(files, report)
    if not files.root.is_dir():
        report.refuse(Code.PACK_MISSING, WINERY, folder=str(folder))
        return reading
    source = load_toml(files, WINERY, limits.WINERY_BYTES)
    if source is None:
        return reading
    reading.sources[WINERY] = source
    root = Table(source, report)
    facts = read_facts(root, files)
    root.finish()
    words, sources = read_words(files, facts, root)
    reading.sources.update(sources)
    if not report.refused:
        reading.pack = Pack(
            id=facts.id,
            root=files.root,
            version=facts.version,
            origin=facts.origin,
            languages=facts.languages,
            theme=facts.theme,
            presenter=facts.presenter,
            voices=facts.voices,
            scenes=facts.scenes,
            wines=facts.wines,
            rooms=facts.rooms,
            words=words,
            logo=facts.logo,
            bed=facts.bed,
            questions=facts.questions,
            tour=facts.tour,
        )
    return reading
