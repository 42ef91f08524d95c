"""``kiosk narrate PACK...``: bakes the narration of packs, taking up where it was left off."""

import argparse
import os
import sys
import threading
from pathlib import Path

from kiosk.errors import UsageError
from kiosk.narration.bake import Progress, Report, bake_pack, plan
from kiosk.narration.shelf import chosen_voices
from kiosk.narration.voices.catalogue import ENGINES, divide_voice, find_voice
from kiosk.narration.voices.studio import Studio
from kiosk.packs.model import Pack
from kiosk.packs.read import read_pack

_INTERRUPTED = 130  # 128 + SIGINT, as shells report it
_MOST_JOBS = 16


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("packs", nargs="+", type=Path, metavar="PACK", help="a pack's folder")
    parser.add_argument("--lang", action="append", default=[], metavar="L",
                        help="only this language; may be given again")
    parser.add_argument("--voice", action="append", default=[], metavar="LANG=ENGINE:VOICE",
                        help="speak a language with this voice")
    parser.add_argument("--engine", choices=[e for e in ENGINES if e != "recorded"], default="",
                        help="speak every language with this engine")
    parser.add_argument("--force", action="store_true", help="bake again what is there")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), metavar="N",
                        help="scripts spoken at once (default: %(default)s)")


def run(args: argparse.Namespace) -> int:
    """Bakes each pack. 0 when all is baked, 3 when a line failed, 130 when interrupted."""
    if not 1 <= args.jobs <= _MOST_JOBS:
        raise UsageError(f"--jobs {args.jobs} is out of range", advice="give 1 to 16")
    asked = _voices(args.voice)
    studio = Studio(args.jobs)
    stop = threading.Event()
    worst = 0
    for folder in args.packs:
        pack = read_pack(folder)
        languages = _languages(pack, args.lang)
        voices = _chosen(pack, languages, asked, args.engine)
        view = _Bar(pack.id, _count(pack, languages, voices))
        try:
            report = bake_pack(
                pack, languages, view.show, stop.is_set,
                studio=studio, voices=voices, force=args.force, jobs=args.jobs,
            )
        except KeyboardInterrupt:
            view.close()
            print(f"{pack.id}: stopped; what is baked stays, run again to go on", file=sys.stderr)
            return _INTERRUPTED
        view.close()
        worst = max(worst, _tell(pack, report))
    return worst


def _count(pack: Pack, languages: list[str], voices: dict[str, str]) -> int:
    return len(plan(pack, languages, {**chosen_voices(pack.root), **voices}))


def _voices(given: list[str]) -> dict[str, str]:
    voices = {}
    for one in given:
        language, equals, voice = one.partition("=")
        if not equals or not language:
            raise UsageError(f"--voice {one} is not understood", advice="write zh-CN=kokoro:NAME")
        engine, name = divide_voice(voice)
        if engine == "kokoro":
            find_voice(name)
        voices[language] = voice
    return voices


def _languages(pack: Pack, wanted: list[str]) -> list[str]:
    for language in wanted:
        if language not in pack.languages:
            raise UsageError(
                f"the pack has no language '{language}'", where=pack.id,
                advice=f"choose from {', '.join(pack.languages)}",
            )
    return wanted or list(pack.languages)


def _chosen(
    pack: Pack, languages: list[str], asked: dict[str, str], engine: str
) -> dict[str, str]:
    voices = {language: voice for language, voice in asked.items() if language in pack.languages}
    if engine == "system":
        for language in languages:
            voices.setdefault(language, f"system:{language.split('-')[0].lower()}")
    return voices


def _tell(pack: Pack, report: Report) -> int:
    for name, language, error in report.failures:
        print(f"{pack.id}/{language}/{name}: {error}", file=sys.stderr)
    pace = f", {report.seconds:.0f} s of speech in {report.elapsed:.0f} s" if report.baked else ""
    old = f", {report.removed} old files removed" if report.removed else ""
    print(f"{pack.id}: {report.baked} baked, {report.kept} already there{old}{pace}")
    return max((error.exit_code for _, _, error in report.failures), default=0)


class _Bar:
    """A progress bar on a terminal, plain lines elsewhere."""

    def __init__(self, name: str, total: int) -> None:
        self._name = name
        self._bar = None
        if sys.stderr.isatty():
            from tqdm import tqdm  # noqa: PLC0415 - only where somebody watches

            self._bar = tqdm(total=total, desc=name, unit="line")

    def show(self, progress: Progress) -> None:
        """Shows one finished line."""
        if self._bar is not None:
            self._bar.set_postfix_str(f"{progress.language} {progress.name}")
            self._bar.update()
        elif not progress.kept:
            print(
                f"{self._name} {progress.done}/{progress.total}"
                f" {progress.language} {progress.name}",
                flush=True,
            )

    def close(self) -> None:
        """Ends the bar's line."""
        if self._bar is not None:
            self._bar.close()


