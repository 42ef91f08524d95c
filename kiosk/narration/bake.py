"""Bakes the narration of a pack: what is missing is spoken, what is stale goes at the end."""

import re
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kiosk.errors import KioskError, NarrationError
from kiosk.narration.shelf import (
    FOLDER,
    chosen_voices,
    foreign_language,
    key_of,
    recording_of,
    voice_for,
    write_chosen_voices,
)
from kiosk.narration.speech import Line, narrate
from kiosk.narration.told import names_of, told
from kiosk.narration.track import read_track, write_track, write_whole
from kiosk.narration.voices.engine import Engine
from kiosk.packs.model import Pack

_BAKED = re.compile(r"[0-9a-f]{20}\.(?:ogg|json)")
_LEFTOVER = re.compile(r"\..*\.part")


class Studio(Protocol):
    """Opens an engine by ``engine:name``."""

    def engine(self, voice: str) -> Engine:
        """Raises NarrationError when there is none of that name."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """One line to bake."""

    name: str  # see ``told``
    key: str
    line: Line


@dataclass(frozen=True, slots=True)
class Progress:
    """How far baking is: ``done`` of ``total`` lines, and the one just finished."""

    done: int
    total: int
    name: str
    language: str
    kept: bool  # it was there already


@dataclass(slots=True)
class Report:
    """What baking did. ``seconds`` of speech made, in ``elapsed`` seconds of time."""

    baked: int = 0
    kept: int = 0
    removed: int = 0
    seconds: float = 0.0
    elapsed: float = 0.0
    cancelled: bool = False
    failures: list[tuple[str, str, KioskError]] = field(default_factory=list)


def plan(pack: Pack, languages: Sequence[str], voices: Mapping[str, str]) -> list[Step]:
    """The lines of a pack in those languages, each once. ``voices`` overrides by language."""
    steps: dict[str, Step] = {}
    for language in languages:
        for name in names_of(pack):
            its = told(pack, name, language)
            if its is None:
                continue
            voice = voices.get(its.language) or voice_for(pack, its.language)
            key = key_of(pack, name, its.language, voice)
            if not key or key in steps:
                continue
            line = Line(
                its.text, its.readings, its.language, voice,
                foreign_language(pack), recording_of(pack, name, its.language),
            )  # fmt: skip
            steps[key] = Step(name, key, line)
    return list(steps.values())


def bake_pack(
    pack: Pack,
    languages: Sequence[str],
    progress: Callable[[Progress], None],
    cancelled: Callable[[], bool],
    *,
    studio: Studio,
    voices: Mapping[str, str] | None = None,
    force: bool = False,
    jobs: int = 1,
) -> Report:
    """Bakes what is not yet baked.

    Every file is written whole or not at all, so baking may be cut off at any moment and
    taken up again. ``cancelled`` is asked between lines. Voices given here are noted in the
    pack's narration folder, so that the shelf finds what was baked with them. A line that
    fails is reported and the others go on; files of old scripts are removed only when
    everything succeeded.
    """
    began = time.monotonic()
    folder = pack.root / FOLDER
    given = {**chosen_voices(pack.root), **(voices or {})}
    steps = plan(pack, languages, given)
    report = Report()
    missing = [step for step in steps if force or not is_baked(folder, step.key)]
    report.kept = len(steps) - len(missing)
    done = 0
    ready = {step.key for step in steps} - {step.key for step in missing}
    for step in steps:
        if step.key in ready:
            done += 1
            progress(Progress(done, len(steps), step.name, step.line.language, True))
    with ThreadPoolExecutor(max(1, jobs), thread_name_prefix="bake") as pool:
        queue = iter(missing)
        running: dict[Future[float], Step] = {}
        try:
            while True:
                while len(running) < max(1, jobs) and not cancelled():
                    following = next(queue, None)
                    if following is None:
                        break
                    running[pool.submit(_bake, folder, following, studio)] = following
                if not running:
                    break
                finished, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in finished:
                    step = running.pop(future)
                    done += 1
                    _account(report, step, future)
                    progress(Progress(done, len(steps), step.name, step.line.language, False))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    report.cancelled = report.baked + len(report.failures) < len(missing)
    if not report.cancelled and not report.failures:
        if voices:
            write_chosen_voices(pack.root, given)
        report.removed = remove_stale(pack)
    report.elapsed = time.monotonic() - began
    return report


def _account(report: Report, step: Step, future: Future[float]) -> None:
    try:
        report.seconds += future.result()
        report.baked += 1
    except KioskError as error:
        report.failures.append((step.name, step.line.language, error))


def _bake(folder: Path, step: Step, studio: Studio) -> float:
    """Makes one line and writes it, the track last: a track without sound never exists."""
    made = narrate(step.line, studio.engine(step.line.voice), step.key)
    write_whole(folder / f"{step.key}.ogg", made.audio)
    write_track(folder / f"{step.key}.json", made.track)
    return made.track.duration


def is_baked(folder: Path, key: str) -> bool:
    """Whether sound and a valid track of that key are there."""
    audio = folder / f"{key}.ogg"
    try:
        return audio.stat().st_size > 0 and read_track(folder / f"{key}.json").key == key
    except (OSError, NarrationError):
        return False


def remove_stale(pack: Pack) -> int:
    """Removes baked files that nothing in the pack uses any more; answers how many."""
    folder = pack.root / FOLDER
    wanted = {
        key_of(pack, name, language, voice_for(pack, language))
        for language in pack.languages
        for name in names_of(pack)
    }
    removed = 0
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        stale = _BAKED.fullmatch(path.name) and path.stem not in wanted
        if stale or _LEFTOVER.fullmatch(path.name):
            path.unlink(missing_ok=True)
            removed += 1
    return removed
