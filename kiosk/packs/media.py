"""Really decodes every picture, clip and recording of a pack, each within a time limit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from kiosk.packs import limits
from kiosk.packs.codes import Code
from kiosk.packs.depth import Sizes, check_depth
from kiosk.packs.findings import Report, Severity
from kiosk.packs.model import Media, Pack, Scene

Decode = Callable[[str, Path], dict[str, Any]]

_KINDS = {
    **dict.fromkeys(limits.IMAGE_SUFFIXES, "image"),
    **dict.fromkeys(limits.CLIP_SUFFIXES, "clip"),
    **dict.fromkeys(limits.SOUND_SUFFIXES, "sound"),
}
_FOLDERS = ("media", "voice", "narration")
_BYTES = {
    "image": limits.IMAGE_BYTES,
    "clip": limits.CLIP_BYTES,
    "sound": limits.SOUND_BYTES,
}


class DecodeProcess:
    """The process that decodes; started when first needed, and again after it died."""

    def __init__(self, command: Sequence[str] = (), seconds: float = limits.DECODE_SECONDS) -> None:
        """``seconds`` is the time one file may take; ``command`` defaults to this Python."""
        self._command = list(command) or [sys.executable, "-m", "kiosk.packs.decode"]
        self._seconds = seconds
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def decode(self, kind: str, path: Path) -> dict[str, Any]:
        """What the file holds, or the problem with it; never raises for a bad file."""
        process = self._running()
        if process.stdin is None or process.stdout is None:
            return {"problem": f"{kind}_broken", "reason": "crash"}
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._seconds, give_up)
        timer.start()
        try:
            process.stdin.write(json.dumps({"kind": kind, "path": str(path)}) + "\n")
            process.stdin.flush()
            found: dict[str, Any] = json.loads(process.stdout.readline())
        except (OSError, ValueError):
            self.close()
            return {"problem": f"{kind}_broken", "reason": "timeout" if late.is_set() else "crash"}
        finally:
            timer.cancel()
            timer.join()
        return found

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            home = str(Path(__file__).parents[2])
            paths = [home, os.environ.get("PYTHONPATH", "")]
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
            )
        return self._process


def check_media(root: Path, pack: Pack | None, report: Report, decode: Decode) -> None:
    """Decode every media file of the pack in ``root``.

    A broken file that the pack uses, or may use, is a refusal, another one a warning; so is
    one that nothing uses. Without a pack (it was refused) nothing is known to be unused.
    """
    used = _used(pack) if pack else set()
    pictures = _pictures(pack) if pack else set()
    panoramas = {stop.panorama for stop in pack.tour} if pack else set()
    sizes: Sizes = {}
    for path in media_files(root):
        where = path.relative_to(root).as_posix()
        kind = _KINDS[path.suffix.lower()]
        needed = pack is None or path in used
        if not needed and where.startswith(("media/", "voice/")):
            report.warn(Code.FILE_UNUSED, where)
        severity = Severity.REFUSED if needed else Severity.WARNING
        size = path.stat().st_size
        is_bed = pack is not None and path == pack.bed
        most = limits.BED_BYTES if is_bed else _BYTES[kind]
        if size > most:
            figures = {"size": f"{size // limits.MIB} MiB", "most": f"{most // limits.MIB} MiB"}
            report.add(severity, Code.FILE_TOO_LARGE, where, key="", line=0, file=where, **figures)
            continue
        found = decode(kind, path)
        if kind == "image" and "problem" not in found:
            sizes[path] = (found["width"], found["height"])
        if is_bed and found.get("problem") in (None, Code.SOUND_LONG):
            _check_bed(report, where, found["seconds"])
        elif "problem" in found:
            _report_problem(report, severity, where, found)
        elif path in panoramas:
            _check_panorama(report, where, found["width"], found["height"])
        elif path in pictures and max(found["width"], found["height"]) < limits.IMAGE_SHARP_SIDE:
            size_found = {"width": found["width"], "height": found["height"]}
            report.warn(Code.IMAGE_SOFT, where, least=limits.IMAGE_SHARP_SIDE, **size_found)
    if pack is not None:
        check_depth(root, pack, report, sizes)


def media_files(root: Path) -> Iterator[Path]:
    """The media files of a pack in order of their names, at most ``limits.MEDIA_FILES``.

    Links are not followed: whatever the pack names has been judged by ``kiosk.packs.files``.
    """
    left = limits.MEDIA_FILES
    for name in _FOLDERS:
        for folder, folders, names in os.walk(root / name, followlinks=False):
            folders.sort()
            for file in sorted(names):
                path = Path(folder) / file
                if path.suffix.lower() not in _KINDS or not path.is_file() or path.is_symlink():
                    continue
                if left == 0:
                    return
                left -= 1
                yield path


def _check_bed(report: Report, where: str, seconds: float) -> None:
    """How long a bed lasts: it is held in memory, and a short one is heard to repeat."""
    if seconds > limits.BED_SECONDS:
        report.refuse(Code.BED_LONG, where, seconds=seconds, most=limits.BED_SECONDS)
    elif seconds < limits.BED_SHORTEST:
        report.warn(Code.BED_SHORT, where, seconds=seconds, least=limits.BED_SHORTEST)


def _check_panorama(report: Report, where: str, width: int, height: int) -> None:
    """All round and from pole to pole is twice as wide as high; anything else would be bent."""
    most, least = limits.PANORAMA_WIDTH, limits.PANORAMA_SHARP_WIDTH
    if width != 2 * height:
        report.refuse(Code.PANORAMA_SHAPE, where, width=width, height=height)
    elif width > most:
        report.refuse(Code.PANORAMA_LARGE, where, width=width, height=height, most=most)
    elif width < least:
        report.warn(Code.PANORAMA_SOFT, where, width=width, height=height, least=least)


def _pictures(pack: Pack) -> set[Path]:
    """The pictures that fill the screen."""
    media = [scene.picture for scene in pack.scenes] + [wine.picture for wine in pack.wines]
    return _frames(media)


def _frames(media: Iterable[Media]) -> set[Path]:
    """Both frames of each: for wide screens and for upright ones."""
    return {path for item in media for path in (item.path, item.portrait) if path is not None}


def _layers(scene: Scene) -> Iterator[Path]:
    """The files of a picture's layers."""
    depth = scene.depth
    for layers in (depth.wide, depth.upright) if depth else ():
        if layers is not None:
            yield from (layers.far, layers.near)


def _used(pack: Pack) -> set[Path]:
    used = _pictures(pack)
    used |= _frames(scene.clip for scene in pack.scenes if scene.clip is not None)
    used |= {path for scene in pack.scenes for path in _layers(scene)}
    used |= {room.image for room in pack.rooms if room.image is not None}
    used |= {stop.panorama for stop in pack.tour}
    used |= {pack.logo} if pack.logo else set()
    used |= {pack.bed} if pack.bed else set()
    # Recordings and baked narration are found by their names.
    names = [scene.id for scene in pack.scenes]
    names += [f"questions/{question.id}" for question in pack.questions] + ["house/greeting"]
    for name in names:
        for language in pack.languages:
            for suffix in limits.SOUND_SUFFIXES:
                used.add(pack.root / "voice" / language / f"{name}{suffix}")
    return used


def _report_problem(report: Report, severity: Severity, where: str, found: dict[str, Any]) -> None:
    code = Code(found.pop("problem"))
    most: dict[Code, float] = {
        Code.IMAGE_LARGE: limits.IMAGE_SIDE,
        Code.CLIP_LARGE: limits.CLIP_SIDE,
        Code.CLIP_LONG: limits.CLIP_SECONDS,
        Code.SOUND_LONG: limits.SOUND_SECONDS,
    }
    details = {"most": most[code], **found} if code in most else found
    report.add(severity, code, where, key="", line=0, **details)
