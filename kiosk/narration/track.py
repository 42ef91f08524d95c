"""What is known about a baked narration: when each phoneme, word and caption is.

The file is JSON as ARCHITECTURE.md shows. Reading trusts nothing: sizes, counts, kinds and
order are checked. Standard library only, because a playing booth reads it.
"""

import json
import math
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.errors import NarrationError

VERSION = 1
_MAX_BYTES = 2_000_000
_MAX_ROWS = 20_000
_MAX_TEXT = 400
_MAX_SECONDS = 900.0
_MAX_CUE_LINES = 2


@dataclass(frozen=True, slots=True)
class Phoneme:
    """A sound in IPA, seconds from the start, and stress 0-2 (Mandarin vowels: tone 1-5)."""

    ipa: str
    start: float
    end: float
    stress: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, in seconds, and its characters ``first`` to ``last`` (exclusive)."""

    text: str
    start: float
    end: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption of one or two lines (parted by a newline), with the characters it shows."""

    text: str
    start: float
    end: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Track:
    """Everything timed in one narration; ``duration`` in seconds."""

    key: str
    language: str
    voice: str
    duration: float
    phonemes: tuple[Phoneme, ...] = ()
    words: tuple[Word, ...] = ()
    cues: tuple[Cue, ...] = ()
    quality: dict[str, float] = field(default_factory=dict)


def read_track(path: Path) -> Track:
    """The track in a file. Raises NarrationError when it is missing or not a valid one."""
    try:
        with path.open("rb") as file:
            raw = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise _refused(path, f"cannot be read ({error.strerror})") from error
    if len(raw) > _MAX_BYTES:
        raise _refused(path, "is larger than any track")
    try:
        return _from_json(json.loads(raw, parse_constant=_no_constant))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _refused(path, f"is not a valid track ({error})") from error


def write_track(path: Path, track: Track) -> None:
    """Writes a track so that a power cut leaves the old file or the new one, never half."""
    data: dict[str, Any] = {
        "version": VERSION,
        "key": track.key,
        "language": track.language,
        "voice": track.voice,
        "duration": round(track.duration, 4),
        "phonemes": [[p.ipa, round(p.start, 3), round(p.end, 3), p.stress]
                     for p in track.phonemes],
        "words": [[w.text, round(w.start, 3), round(w.end, 3), w.first, w.last]
                  for w in track.words],
        "cues": [[c.text, round(c.start, 3), round(c.end, 3), c.first, c.last]
                 for c in track.cues],
        "quality": {name: round(value, 4) for name, value in track.quality.items()},
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    write_whole(path, (text + "\n").encode())


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside, flushes to the disk, then takes the place of the old file.

    Raises NarrationError when the disk refuses.
    """
    name = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        if name:
            Path(name).unlink(missing_ok=True)
        raise NarrationError(
            f"cannot be written ({error.strerror})", where=str(path),
            advice="check the free space and the rights of the folder",
        ) from error
    except BaseException:  # an interrupt must leave nothing half-written behind
        if name:
            Path(name).unlink(missing_ok=True)
        raise


def _refused(path: Path, what: str) -> NarrationError:
    return NarrationError(what, where=str(path), advice="bake the narration again")


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _from_json(data: Any) -> Track:
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise ValueError(f"version is not {VERSION}")
    duration = _number(data["duration"])
    if not 0 < duration <= _MAX_SECONDS:
        raise ValueError("duration out of bounds")
    quality = data.get("quality", {})
    if not isinstance(quality, dict) or len(quality) > 50:
        raise ValueError("quality is not a small table")
    phonemes = tuple(
        Phoneme(_text(row[0], 8), _number(row[1]), _number(row[2]), _whole(row[3], 0, 5))
        for row in _rows(data["phonemes"], 4)
    )
    words = tuple(Word(*_spanned(row)) for row in _rows(data["words"], 5))
    cues = tuple(Cue(*_spanned(row)) for row in _rows(data["cues"], 5))
    for name, timed in (("phonemes", phonemes), ("words", words), ("cues", cues)):
        _check_order(name, [(one.start, one.end) for one in timed], duration)
    if any(cue.text.count("\n") >= _MAX_CUE_LINES for cue in cues):
        raise ValueError("a caption has more than two lines")
    return Track(
        key=_text(data["key"], 64),
        language=_text(data["language"], 35),
        voice=_text(data["voice"], 80),
        duration=duration,
        phonemes=phonemes,
        words=words,
        cues=cues,
        quality={_text(name, 40): _number(value) for name, value in quality.items()},
    )


def _rows(value: Any, width: int) -> list[list[Any]]:
    if not isinstance(value, list) or len(value) > _MAX_ROWS:
        raise ValueError("a list is missing or too long")
    if any(not isinstance(row, list) or len(row) != width for row in value):
        raise ValueError(f"a row has not {width} values")
    return value


def _spanned(row: list[Any]) -> tuple[str, float, float, int, int]:
    first = _whole(row[3], 0, 100_000)
    return (_text(row[0], _MAX_TEXT), _number(row[1]), _number(row[2]), first,
            _whole(row[4], first, 100_000))


def _check_order(name: str, times: list[tuple[float, float]], duration: float) -> None:
    before = 0.0
    for start, end in times:
        if not before <= start <= end <= duration + 0.01:
            raise ValueError(f"{name} are out of order at {start}")
        before = start


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is no number")
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"{value!r} is no finite number")
    return number


def _whole(value: Any, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise ValueError(f"{value!r} is no whole number from {low} to {high}")
    return value


def _text(value: Any, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise ValueError("a text is missing or too long")
    return value
