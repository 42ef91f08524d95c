"""When the lips really do what a track says: what is left between token times and sound.

A track's times are the voice model's, 25 ms apart and already moved by each voice's
``late``. What remains was measured as benchmarks/bench_lips.py measures it: on its tuning
sentences and 40 shipped narrations of each language, with the default voices, about 60
plain bilabials and 60 phrase ends a language. Seconds throughout.
"""

from typing import Final

from kiosk.narration.languages import base_of
from kiosk.narration.track import Phoneme, Track
from kiosk.presenter.lips.visemes import shapes_of

LEAD: Final = 0.020  # sounds are this much earlier than their tokens (closures 16-48 ms)
CLOSING: Final = 0.022  # lips meet this long before a bilabial's token starts (16-48 ms)

PARTING: Final = 0.011  # lips must begin that long before they are seen apart
# A bilabial bursts so long after its token starts, for a token of 50 ms; the second figure is
# how much of each further second of length it waits (Italian's long ones wait it all).
_RELEASE: Final = {
    "zh": {"h": (0.029, 0.0), "p": (0.035, 0.2), "m": (0.040, 0.1)},
    "en": {"p": (0.026, 0.8), "b": (0.026, 0.3), "m": (0.044, 0.2)},
    "es": {"p": (0.044, 0.3), "b": (0.046, 0.3), "m": (0.045, 0.3)},
    "it": {"p": (0.031, 1.0), "b": (0.041, 1.0), "m": (0.044, 0.2)},
    "fr": {"p": (0.026, 0.5), "b": (0.036, 0.2), "m": (0.051, 0.3)},
    "pt": {"p": (0.046, 0.3), "b": (0.042, 0.3), "m": (0.047, 0.3)},
}
# The token before a pause outlasts its sound by the first figure, and where it has taken in a
# pause within a sentence, its sound lasts about as long as the second (zh hardly does).
_LAST: Final = {
    "zh": (0.073, 0.22), "en": (0.073, 0.10), "es": (0.027, 0.12), "it": (0.081, 0.22),
    "fr": (0.083, 0.19), "pt": (0.045, 0.15),
    "kokoro:im_nicola": (0.081, 0.09),  # unlike if_sara, it stretches tokens before every pause
}  # fmt: skip
_PLAIN: Final = {"p": (0.035, 0.3), "b": (0.038, 0.3), "m": (0.045, 0.2), "h": (0.030, 0.0)}


def release(ipa: str, language: str, start: float, end: float) -> float:
    """When the lips begin to part, of a bilabial with a token from ``start`` to ``end``."""
    kind = "h" if "ʰ" in ipa else ipa[:1]
    table = _RELEASE.get(base_of(language), _PLAIN)
    base, share = table.get(kind, _PLAIN.get(kind, _PLAIN["b"]))
    return start - PARTING + base + share * min(max(end - start - 0.05, -0.025), 0.2)


def falls_silent(track: Track, one: Phoneme) -> float:
    """When the sound ends of the last phoneme before a pause.

    A diphthong may last twice as long as other sounds before a pause.
    """
    table = _LAST.get(track.voice) or _LAST.get(base_of(track.language), (0.05, 0.30))
    late, longest = table
    two = len(shapes_of(one.ipa, track.language)) > 1
    return min(one.end - late, one.start + longest * (2.0 if two else 1.0))
