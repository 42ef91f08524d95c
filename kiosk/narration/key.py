"""The name under which a narration is stored: a hash of all that made it."""

import hashlib
import json
import re
from collections.abc import Iterable

from kiosk.narration.languages import base_of
from kiosk.narration.voices.catalogue import pace_of

# Raised whenever the same input would be spoken, timed or captioned differently.
BAKING_VERSION = 2
# Raised instead when that is so of one language alone: what is baked in others stays good.
REVISIONS = {"fr": 1}
MODEL = "kokoro-82m-v1.0-int8-6e742170d309"
_DIGITS = 20
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def narration_key(
    script: str,
    readings: Iterable[tuple[str, str]],
    language: str,
    voice: str,
    *,
    foreign: str = "en",
    recording: str = "",
    speed: float | None = None,
) -> str:
    """The first 20 hex digits of the SHA-256 over everything that shapes a narration.

    Args:
        script: the text as written.
        readings: the pack's and the scene's, later ones winning; their order is no matter
            otherwise, and those of words not in the script are left out.
        language: BCP 47 tag.
        voice: ``engine:name``.
        foreign: base tag of Latin words inside Chinese text.
        recording: SHA-256 of the recording used instead of synthesis, else empty.
        speed: pace factor when it is not the voice's own.

    Raises NarrationError when the voice is not one of ours.
    """
    folded = script.casefold()
    used = {word: how for word, how in dict(readings).items() if word.casefold() in folded}
    material = {
        "script": script,
        "readings": sorted(used.items()),
        "language": language,
        "voice": voice,
        "model": MODEL if voice.startswith("kokoro:") or recording else "",
        "foreign": foreign if language.lower().startswith("zh") else "",
        "recording": recording,
        "speed": pace_of(voice) if speed is None else speed,
        "version": BAKING_VERSION,
    }
    tongues = {base_of(language)}
    if "zh" in tongues and _LATIN.search(script):
        tongues.add(base_of(foreign))
    revisions = {one: REVISIONS[one] for one in tongues if one in REVISIONS}
    if revisions:
        material["revisions"] = revisions
    text = json.dumps(material, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
