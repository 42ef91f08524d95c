"""Phonemes from the espeak-ng program, run unmodified as a process of its own.

Nothing of espeak-ng is imported or linked; text goes in on standard input and IPA comes
out on standard output. One call takes a line per clause and answers a line per clause.
"""

import re
import shutil
import subprocess
from functools import lru_cache

from kiosk.errors import NarrationError

VOICES = {
    "en": "en-us", "en-gb": "en-gb", "es": "es", "it": "it", "fr": "fr-fr", "pt": "pt-br",
    "pt-pt": "pt", "de": "de",
}
_TIE = "\u0361"
_TIMEOUT = 20.0  # seconds; a page of text takes 0.1 s
_SWITCH = re.compile(rf"\({_TIE}?[a-z]{_TIE}?[a-z](?:{_TIE}?-{_TIE}?[a-z{_TIE}]+)?\)")
_BREAK = re.compile(r"[^\w'’\- ]+")
ADVICE = "install espeak-ng (Debian: apt install espeak-ng), it is needed to make narration only"


def find_program() -> str:
    """Where espeak-ng is. Raises NarrationError when it is not installed."""
    program = shutil.which("espeak-ng")
    if program is None:
        raise NarrationError("the program espeak-ng is not installed", advice=ADVICE)
    return program


def phonemise(lines: list[str], voice: str) -> list[str]:
    """IPA of each line, words parted by spaces, affricates and diphthongs tied with U+0361.

    Args:
        lines: clauses without punctuation; what would break a line is taken out.
        voice: an espeak-ng voice such as ``fr-fr``.

    Raises NarrationError when the program is missing, fails or takes too long.
    """
    cleaned = [" ".join(_BREAK.sub(" ", line).split()) for line in lines]
    wanted = [line for line in cleaned if line]
    if not wanted:
        return [""] * len(lines)
    answers = iter(_run(wanted, voice))
    return [next(answers) if line else "" for line in cleaned]


def _run(lines: list[str], voice: str) -> list[str]:
    output = _call("\n".join(lines) + "\n", voice)
    answers = [_tidy(line) for line in output.splitlines() if line.strip()]
    if len(answers) == len(lines):
        return answers
    # A line fell apart or vanished: ask for each alone and join what comes back.
    return [
        _tidy(" ".join(_call(line + "\n", voice).split("\n"))) for line in lines
    ]


def _tidy(line: str) -> str:
    return " ".join(_SWITCH.sub("", line).replace("-", "").split())


@lru_cache(maxsize=4096)
def _call(text: str, voice: str) -> str:
    command = [find_program(), "--ipa", f"--tie={_TIE}", "-q", "-v", voice]
    try:
        done = subprocess.run(
            command, input=text.encode(), capture_output=True, timeout=_TIMEOUT, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NarrationError(
            f"espeak-ng could not read the text ({type(error).__name__})", where=voice,
            advice="run 'espeak-ng --version' to see whether it works",
        ) from error
    return done.stdout.decode("utf-8", "replace")
