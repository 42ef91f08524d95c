"""Which voices there are, and who speaks for which presenter."""

from dataclasses import dataclass

from kiosk.errors import NarrationError
from kiosk.narration.languages import base_of, region_of

ENGINES = ("kokoro", "system", "recorded")


@dataclass(frozen=True, slots=True)
class Voice:
    """A neural voice: ``speed`` and ``late`` were measured, see assets/voices/README.md.

    ``speed`` is the model's pace factor (1 is as trained), ``late`` is by how many seconds
    the model's phoneme times run behind the sound.
    """

    name: str
    language: str
    woman: bool
    speed: float = 1.0
    late: float = 0.050


VOICES = (
    Voice("zf_xiaoxiao", "zh", True, speed=0.9),
    Voice("zm_yunjian", "zh", False),
    Voice("af_heart", "en", True),
    Voice("bm_george", "en-gb", False),
    Voice("ef_dora", "es", True),
    Voice("em_alex", "es", False),
    Voice("if_sara", "it", True),
    Voice("im_nicola", "it", False),
    Voice("ff_siwis", "fr", True, speed=0.9),
    Voice("pf_dora", "pt", True),
    Voice("pm_alex", "pt", False),
)
_MEN = frozenset({"vintner"})  # presenters who speak with a man's voice


def default_voice(language: str, presenter: str) -> str:
    """The voice of a language for a presenter, as ``engine:name``.

    Languages without a neural voice are spoken by the operating system's.
    """
    base = base_of(language)
    own = [voice for voice in VOICES if base_of(voice.language) == base]
    if not own:
        return f"system:{base}"
    wanted = presenter not in _MEN
    chosen = next((voice for voice in own if voice.woman is wanted), own[0])
    return f"kokoro:{chosen.name}"


def find_voice(name: str) -> Voice:
    """The neural voice of that name. Raises NarrationError when there is none."""
    for voice in VOICES:
        if voice.name == name:
            return voice
    known = ", ".join(voice.name for voice in VOICES)
    raise NarrationError(f"there is no neural voice '{name}'", advice=f"choose one of {known}")


def divide_voice(voice: str) -> tuple[str, str]:
    """Engine and name of ``engine:name``. Raises NarrationError when it is malformed."""
    engine, _, name = voice.partition(":")
    if engine not in ENGINES or not name:
        raise NarrationError(
            f"'{voice}' names no voice", advice="write it as kokoro:zf_xiaoxiao or system:de"
        )
    return engine, name


def pace_of(voice: str) -> float:
    """The pace factor of ``engine:name``, 1 for what has none. Raises NarrationError."""
    engine, name = divide_voice(voice)
    return find_voice(name).speed if engine == "kokoro" else 1.0


def dialect_of(voice: str) -> str:
    """``en-gb`` for a British voice, else empty."""
    engine, name = divide_voice(voice)
    if engine == "kokoro":
        language = find_voice(name).language
        return language.lower() if region_of(language) else ""
    return ""
