"""One script as finished sound and track: the whole way, without files."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import NarrationError
from kiosk.narration.captions import cut_cues
from kiosk.narration.languages import base_of
from kiosk.narration.phonemes.lexicon import readings_for
from kiosk.narration.script.reader import read_script
from kiosk.narration.script.spoken import SpokenWord
from kiosk.narration.sound.files import opus, read_recording
from kiosk.narration.sound.join import LEAD
from kiosk.narration.sound.loudness import integrated, true_peak
from kiosk.narration.timing import phonemes_of, words_of
from kiosk.narration.track import Track
from kiosk.narration.voices.engine import RATE, Engine, Samples
from kiosk.narration.voices.recorded import Recorded


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be said: a script with its readings, language and voice (``engine:name``)."""

    script: str
    readings: tuple[tuple[str, str], ...]
    language: str
    voice: str
    foreign: str = "en"
    recording: Path | None = None


@dataclass(frozen=True, slots=True)
class Narration:
    """A finished narration: the Ogg Opus file, what it decodes to (24 kHz), and its track."""

    audio: bytes
    decoded: Samples
    track: Track


def spoken_words(line: Line) -> list[SpokenWord]:
    """The script's words as they are said."""
    base = base_of(line.language)
    everything = readings_for(base, line.readings)
    if base != "zh":
        return read_script(line.script, base, readings=everything)
    from kiosk.narration.phonemes.mandarin import Segmenter  # noqa: PLC0415 - a large dictionary

    return read_script(
        line.script, base, readings=dict(line.readings), known=everything,
        segment=Segmenter(everything), foreign=line.foreign,
    )


def narrate(line: Line, engine: Engine, key: str) -> Narration:
    """Speaks a line, levels it, times it and cuts its captions.

    Raises NarrationError when the script cannot be said.
    """
    words = spoken_words(line)
    if not words:
        raise NarrationError("there is nothing to say in this script")
    if line.recording is not None:
        engine = Recorded(read_recording(line.recording), engine, str(line.recording))
    speech = engine.speak(words)
    audio, decoded = opus(speech.samples)
    duration = min(len(decoded), len(speech.samples)) / RATE
    timed = words_of(speech.symbols, words, duration)
    phonemes = phonemes_of(speech.symbols, words, duration)
    track = Track(
        key=key,
        language=line.language,
        voice=line.voice if line.recording is None else "recorded:voice",
        duration=duration,
        phonemes=phonemes,
        words=timed,
        cues=cut_cues(line.script, timed, [word.mark for word in words], duration),
        quality={
            "loudness_lufs": integrated(decoded, RATE),
            "peak_dbfs": true_peak(decoded),
            "silence_lead": phonemes[0].start if phonemes else LEAD,
        },
    )
    return Narration(audio, decoded, track)
