"""Finds the narration baked into a pack, and times captions where there is none.

Standard library only: this is what a playing booth uses.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import file_digest
from pathlib import Path

from kiosk.narration.captions import cut_cues
from kiosk.narration.key import narration_key
from kiosk.narration.languages import base_of, is_han
from kiosk.narration.script.reader import read_script
from kiosk.narration.script.spoken import STRENGTH
from kiosk.narration.told import told
from kiosk.narration.track import Track, Word, read_track, write_whole
from kiosk.narration.voices.catalogue import default_voice
from kiosk.packs.model import Pack

FOLDER = "narration"
_CHOSEN = "voices.json"
_MAX_CHOSEN = 20_000  # bytes
_VOICE = re.compile(r"[a-z]{1,20}:[\w .\-]{1,60}")
_PER_HAN = 1 / 4.3  # seconds a Chinese character takes, the pace of the neural voice
_PER_LETTER = 1 / 14.5
_PAUSE = {0: 0.0, 1: 0.25, 2: 0.4, 3: 0.6, 4: 0.6, 5: 0.6}
_LEAD, _TAIL = 0.3, 0.8


@dataclass(frozen=True)
class Baked:
    """A narration on the disk; its track is read when first asked for."""

    audio: Path
    track_file: Path

    @cached_property
    def track(self) -> Track:
        """The track. Raises NarrationError when the file is damaged."""
        return read_track(self.track_file)


class Shelf:
    """The baked narration of one pack."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._keys: dict[tuple[str, str], str] = {}

    def find(self, name: str, language: str) -> Baked | None:
        """The narration under a name (see ``told``), or None when none, or an older, is baked."""
        wanted = (name, language)
        if wanted not in self._keys:
            self._keys[wanted] = key_of(self._pack, name, language)
        key = self._keys[wanted]
        if not key:
            return None
        folder = self._pack.root / FOLDER
        baked = Baked(folder / f"{key}.ogg", folder / f"{key}.json")
        return baked if baked.audio.is_file() and baked.track_file.is_file() else None


def voice_for(pack: Pack, language: str) -> str:
    """The voice chosen when baking, else the pack's, else the one that suits its presenter."""
    return (
        chosen_voices(pack.root).get(language)
        or pack.voices.get(language)
        or default_voice(language, pack.presenter)
    )


def chosen_voices(root: Path) -> dict[str, str]:
    """Voices by language that were asked for when baking, kept beside what was baked.

    A file that is missing or makes no sense chooses nothing.
    """
    try:
        with (root / FOLDER / _CHOSEN).open("rb") as file:
            data = json.loads(file.read(_MAX_CHOSEN))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {
        language: voice
        for language, voice in data.items()
        if isinstance(voice, str) and _VOICE.fullmatch(voice)
    }


def write_chosen_voices(root: Path, voices: Mapping[str, str]) -> None:
    """Keeps the voices asked for; see ``chosen_voices``."""
    text = json.dumps(dict(sorted(voices.items())), ensure_ascii=False, indent=1)
    write_whole(root / FOLDER / _CHOSEN, (text + "\n").encode())


def foreign_language(pack: Pack) -> str:
    """The base tag in which Latin names inside Chinese are said: the origin's own, else English."""
    others = [base_of(language) for language in pack.languages]
    return next((base for base in others if base not in ("zh", "en")), "en")


def recording_of(pack: Pack, name: str, language: str) -> Path | None:
    """The recording that a pack brings for a scene or an answer, if any."""
    path = pack.root / "voice" / language / f"{name}.wav"
    return path if path.is_file() and not path.is_symlink() else None


def key_of(pack: Pack, name: str, language: str, voice: str = "") -> str:
    """The key of what is said under a name; empty when nothing is.

    ``voice`` overrides the pack's for ``language``; words that fell back to another language
    are spoken with the voice of that one.
    """
    its = told(pack, name, language)
    if its is None or not its.text.strip():
        return ""
    if its.language != language:
        voice = ""
    recording = recording_of(pack, name, its.language)
    return narration_key(
        its.text,
        its.readings,
        its.language,
        voice or voice_for(pack, its.language),
        foreign=foreign_language(pack),
        recording=_digest(recording) if recording else "",
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def silent_track(script: str, language: str) -> Track:
    """A track without sound: captions timed by how long the words would take to say."""
    spoken = read_script(script, base_of(language), readings={})
    words: list[Word] = []
    now = _LEAD
    for one in spoken:
        said = one.spoken or one.text
        took = sum(_PER_HAN if is_han(c) else _PER_LETTER for c in said)
        if said and not is_han(said[-1]):
            took += _PER_LETTER
        words.append(Word(one.text, now, now + took, one.start, one.end))
        now += took + _PAUSE[STRENGTH[one.mark]]
    duration = now + _TAIL
    cues = cut_cues(script, words, [one.mark for one in spoken], duration)
    return Track("", language, "", duration, words=tuple(words), cues=cues)
