"""The operating system's voices, for languages that the neural voice lacks.

Each clause is spoken into a file of its own by a process of its own, so a driver that
hangs costs a time-out and clause times are exact. Windows and macOS are reached through
pyttsx3 in our own Python; on Linux pyttsx3 would load the GPL library of espeak-ng into
that process, so there the unmodified espeak-ng program is run instead.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from kiosk.errors import NarrationError
from kiosk.narration.phonemes import espeak
from kiosk.narration.phonemes.inventory import MODIFIERS, STRESS, VOWELS, to_kokoro
from kiosk.narration.phonemes.split import split_by_words
from kiosk.narration.script.spoken import SpokenWord
from kiosk.narration.sound.files import read_recording
from kiosk.narration.sound.join import Piece, join, sounding
from kiosk.narration.voices.engine import RATE, Speech, Timed

_TIMEOUT = 60.0  # seconds for one script; a paragraph takes about one
_PAUSES = {"": 0.1, ",": 0.25, ";": 0.4, ":": 0.35, "…": 0.55, ".": 0.55, "!": 0.55, "?": 0.6}
_ADVICE = "choose another voice with --voice, or install one in the operating system"

Write = Callable[[list[str], list[Path], str], None]


class System:
    """An ``Engine`` over the operating system's voice of a base language or of that name."""

    def __init__(self, voice: str, write: Write | None = None) -> None:
        self._voice = voice
        self._write = write or (_by_program if sys.platform.startswith("linux") else _by_pyttsx3)

    def speak(self, words: list[SpokenWord]) -> Speech:
        """The words clause by clause; times inside a clause follow the sounds' usual lengths."""
        clauses = _clauses(words)
        if not clauses:
            raise NarrationError("there is nothing to say in this script")
        texts = [
            " ".join(word.spoken or word.text for word in clause) + (clause[-1].mark or "")
            for _, clause in clauses
        ]
        with tempfile.TemporaryDirectory(prefix="cellarcast-") as folder:
            files = [Path(folder) / f"{index}.wav" for index in range(len(texts))]
            self._write(texts, files, self._voice)
            pieces = []
            for (first, clause), file in zip(clauses, files, strict=True):
                samples = read_recording(file)
                low, high = sounding(samples)
                sounds = _sounds(clause)
                timed = spread(sounds, first, low / RATE, high / RATE)
                pause = _PAUSES.get(clause[-1].mark, 0.3)
                pieces.append(Piece(Speech(samples, timed), pause))
        return join(pieces)


def _clauses(words: list[SpokenWord]) -> list[tuple[int, list[SpokenWord]]]:
    clauses: list[tuple[int, list[SpokenWord]]] = []
    fresh = True
    for index, word in enumerate(words):
        if fresh:
            clauses.append((index, []))
        clauses[-1][1].append(word)
        fresh = bool(word.mark)
    return clauses


def _sounds(clause: list[SpokenWord]) -> list[str]:
    """The symbols of each word; its letters where espeak-ng cannot be asked."""
    plain = [word.spoken or word.text for word in clause]
    language = clause[0].language
    voice = espeak.VOICES.get(language, language if language != "zh" else "cmn")
    try:
        lines = espeak.phonemise([" ".join(plain), *plain], voice)
    except NarrationError:
        return [to_kokoro(text.lower(), language) or "ə" for text in plain]
    made = [to_kokoro(line, language) for line in lines]
    return split_by_words(made[0], made[1:])


def spread(sounds: list[str], first: int, start: float, end: float) -> tuple[Timed, ...]:
    """Symbols over a stretch of time: a vowel takes half as long again as a consonant."""
    weighed = [
        (symbol, index, _weight(symbol))
        for index, word in enumerate(sounds, first)
        for symbol in word
        if symbol != " "
    ]
    total = sum(weight for _, _, weight in weighed)
    timed, now = [], start
    for symbol, index, weight in weighed:
        until = now + (end - start) * weight / max(total, 1e-9)
        timed.append(Timed(symbol, now, until, index))
        now = until
    return tuple(timed)


def _weight(symbol: str) -> float:
    if symbol in STRESS:
        return 0.3
    return 1.5 if symbol in VOWELS else 0.5 if symbol in MODIFIERS else 1.0


def _by_program(texts: list[str], files: list[Path], voice: str) -> None:
    program = espeak.find_program()
    name = espeak.VOICES.get(voice, voice)
    for text, file in zip(texts, files, strict=True):
        _run([program, "-v", name, "-s", "150", "-w", str(file), "--stdin"], text)
        if not file.is_file():
            raise _failed(voice, "gave no sound")


def _by_pyttsx3(texts: list[str], files: list[Path], voice: str) -> None:
    order = {"voice": voice, "texts": texts, "files": [str(file) for file in files]}
    _run([sys.executable, "-m", "kiosk.narration.voices.speaker"], json.dumps(order))
    if not all(file.is_file() for file in files):
        raise _failed(voice, "gave no sound")


def _run(command: list[str], text: str) -> None:
    try:
        subprocess.run(
            command, input=text.encode(), capture_output=True, timeout=_TIMEOUT, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise _failed(command[0], f"failed ({type(error).__name__})") from error


def _failed(where: str, what: str) -> NarrationError:
    return NarrationError(f"the system's voice {what}", where=where, advice=_ADVICE)
