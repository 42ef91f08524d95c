"""Speaks into files with pyttsx3; a process of its own, started by ``voices.system``.

Standard input holds {"voice": name or language, "texts": [...], "files": [...]}.
"""

import json
import sys
from typing import Any

_MAX_INPUT = 1_000_000


def choose(voices: list[Any], wanted: str) -> str:
    """The id of the voice of that id, name or language tag, "" to keep the default."""
    folded = wanted.casefold()
    for voice in voices:
        if folded in (str(voice.id).casefold(), str(voice.name).casefold()):
            return str(voice.id)
    for voice in voices:
        tags = [
            tag.decode("utf-8", "ignore") if isinstance(tag, bytes) else str(tag)
            for tag in (getattr(voice, "languages", None) or [])
        ]
        if any(tag.strip("\x05").casefold().startswith(folded) for tag in tags):
            return str(voice.id)
    return ""


def main() -> int:
    """Reads the order, writes the files. Exit code 0 when all were asked for."""
    import pyttsx3  # noqa: PLC0415  (its driver starts on import of the platform's own)

    order = json.loads(sys.stdin.read(_MAX_INPUT))
    engine = pyttsx3.init()
    chosen = choose(list(engine.getProperty("voices")), order["voice"])
    if chosen:
        engine.setProperty("voice", chosen)
    engine.setProperty("rate", 165)
    for text, file in zip(order["texts"], order["files"], strict=True):
        engine.save_to_file(text, file)
    engine.runAndWait()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
