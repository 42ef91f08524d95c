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

from kiosk.errors import NarrationError
from kiosk.live.codes import code_for
from kiosk.live.scan import drawn, read
from kiosk.narration.shelf import FOLDER, Baked, Shelf
from kiosk.narration.told import GREETING, answer_name
from kiosk.narration.track import read_track
from kiosk.packs.check import check_pack, in_order
from kiosk.packs.codes import Code
from kiosk.packs.findings import Finding, Severity, printable
from kiosk.packs.limits import MEDIA_FILES
from kiosk.packs.lines import KeyPath
from kiosk.packs.model import Room
from kiosk.packs.read import WINERY, examine_pack
from kiosk.packs.wording import LANGUAGES, Wording, user_language

LONGEST_TAG = "hall-a-17" * 8  # a booth's name of 72 characters: the largest code it makes
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
    found = {
        folder: in_order(
            [*check_pack(folder, FONTS), *check_narration(folder), *check_codes(folder)]
        )
        for folder in args.packs
    }
    if args.json:
        _print_json(found, wording, sys.stdout)
    else:
        for folder, findings in found.items():
            _print_report(folder, findings, wording, sys.stdout)
    everything = [finding for findings in found.values() for finding in findings]
    if any(finding.refused for finding in everything):
        return REFUSED
    return WARNINGS if everything else CLEAN


def check_narration(folder: Path) -> list[Finding]:
    """What a pack says whose voice has not been made, or was made before it changed.

    The narration stands above the packs, so this check is here. A script counts as changed
    when its language has a voice on the shelf that no script of the pack asks for any more.
    """
    reading = examine_pack(folder)
    pack = reading.pack
    if pack is None:
        return []
    shelf = Shelf(pack)
    known: set[str] = set()
    silent: list[tuple[str, KeyPath]] = []
    for language in pack.languages:
        words = pack.words[language]
        # What falls back is told in the default language, and counted there.
        says: list[tuple[str, KeyPath, str]] = [
            (scene_id, ("scenes", scene_id, "script"), its.script)
            for scene_id, its in words.scenes.items()
            if its.language == language
        ]
        says += [
            (answer_name(question_id), ("questions", question_id, "answer"), one.answer)
            for question_id, one in words.questions.items()
            if one.language == language
        ]
        says.append((GREETING, ("winery", "greeting"), words.greeting))
        for name, path, text in says:
            if not text:
                continue
            baked = shelf.find(name, language)
            if baked is not None and _sound(baked):
                known.add(baked.track_file.stem)
            else:
                silent.append((language, path))
    left_over = _left_over(pack.root / FOLDER, known) if silent else set()
    findings = []
    for language, path in silent:
        where = f"text/{language}.toml"
        code = Code.NARRATION_STALE if language in left_over else Code.NARRATION_MISSING
        line = reading.sources[where].line(path)
        details: dict[str, str | int | float] = {"pack": printable(str(folder), 300)}
        key = ".".join(str(part) for part in path)
        findings.append(Finding(code, Severity.WARNING, where, key, line, details))
    return findings


def check_codes(folder: Path) -> list[Finding]:
    """Rooms whose code a decoder does not read, drawn as the stage draws it at its smallest."""
    reading = examine_pack(folder)
    pack = reading.pack
    if pack is None:
        return []
    paper = pack.theme.paper
    red, green, blue = bytes.fromhex(paper.removeprefix("#"))
    findings = []
    shown: list[tuple[Room, KeyPath, str]] = [
        (room, ("rooms", number, "url"), f"rooms.{room.id}.url")
        for number, room in enumerate(pack.rooms)
    ]
    for number, wine in enumerate(pack.wines):
        if wine.link and (own := pack.room_of(wine)) is not None:
            shown.append((own, ("wines", number, "link"), f"wines.{wine.id}.link"))
    for room, path, key in shown:
        if room.image is not None:
            continue  # issued by an app, in a form that only the app knows
        code = code_for(room, LONGEST_TAG)
        if code.content in read(drawn(code, (red, green, blue))):
            continue
        line = reading.sources[WINERY].line(path)
        details: dict[str, str | int | float] = {"room": room.id, "paper": paper}
        findings.append(Finding(Code.CODE_UNREAD, Severity.WARNING, WINERY, key, line, details))
    return findings


def _sound(baked: Baked) -> bool:
    try:
        return baked.track.duration > 0
    except NarrationError:
        return False


def _left_over(shelf: Path, known: set[str]) -> set[str]:
    """The languages of the tracks on the shelf that no script asks for."""
    languages = set()
    for _, file in zip(range(MEDIA_FILES), sorted(shelf.glob("*.json")), strict=False):
        if file.stem not in known:
            try:
                languages.add(read_track(file).language)
            except NarrationError:
                continue
    return languages


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
