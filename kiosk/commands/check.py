"""``kiosk check PACK...``: what is there to mend before the fair?

Exits with 0 when every pack is clean, 1 when there are warnings, 2 when one is refused.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TextIO

from kiosk.packs.check import check_pack
from kiosk.packs.findings import Finding
from kiosk.packs.wording import LANGUAGES, Wording, user_language

CLEAN, WARNINGS, REFUSED = 0, 1, 2
FONTS = Path(__file__).parents[2] / "assets" / "fonts"

HELP = "check packs: files, words, links, pictures"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("packs", nargs="+", type=Path, metavar="PACK", help="a pack's folder")
    parser.add_argument("--json", action="store_true", help="print findings as a JSON list")
    known = ", ".join(LANGUAGES)
    parser.add_argument("--lang", default=user_language(), help=f"language of the report: {known}")


def run(args: argparse.Namespace) -> int:
    """Check the packs and print what was found. Returns the exit code."""
    wording = Wording(args.lang)
    found = {folder: check_pack(folder, FONTS) for folder in args.packs}
    if args.json:
        _print_json(found, wording, sys.stdout)
    else:
        for folder, findings in found.items():
            _print_report(folder, findings, wording, sys.stdout)
    everything = [finding for findings in found.values() for finding in findings]
    if any(finding.refused for finding in everything):
        return REFUSED
    return WARNINGS if everything else CLEAN


def _print_json(found: dict[Path, list[Finding]], wording: Wording, out: TextIO) -> None:
    entries = []
    for folder, findings in found.items():
        for finding in findings:
            said = wording.say(finding)
            said_fields = {"what": said.what, "advice": said.advice}
            entries.append({"pack": str(folder), **asdict(finding), **said_fields})
    json.dump(entries, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _print_report(folder: Path, findings: list[Finding], wording: Wording, out: TextIO) -> None:
    """Findings grouped by file: where, what is wrong, what to do."""
    refused = sum(finding.refused for finding in findings)
    result = "refused" if refused else "warnings" if findings else "clean"
    count = refused or len(findings)
    out.write(wording.heading(result, pack=folder.name, count=count) + "\n")
    for where, group in groupby(findings, key=lambda finding: finding.where):
        out.write(f"\n  {where}\n")
        for finding in group:
            said = wording.say(finding)
            line = wording.heading("line", line=finding.line) if finding.line else ""
            kind = wording.heading("refusal" if finding.refused else "warning")
            at = ", ".join(part for part in (line, finding.key) if part)
            out.write(f"    [{kind}] {at + ': ' if at else ''}{said.what}\n")
            out.write(f"        {said.advice}\n")
    out.write("\n" if findings else "")
