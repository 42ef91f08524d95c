"""What may not be said about wine in public in China, found in a text.

Advertising Law of the People's Republic of China: art. 9 (absolute claims), art. 17 (health),
art. 23 (no inducement to drink, no act of drinking, no driving, no claim of relief or stamina);
Law on the Protection of Minors, art. 59. The rules hold for every language shown there. They
find phrases, not meanings: each hit is a warning for an editor to judge.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from kiosk.packs.codes import Code

_FOLDER = Path(__file__).with_name("rules")
_CODES = {
    "inducement": Code.AD_INDUCEMENT,
    "drinking": Code.AD_DRINKING,
    "driving": Code.AD_DRIVING,
    "relief": Code.AD_RELIEF,
    "health": Code.AD_HEALTH,
    "superlative": Code.AD_SUPERLATIVE,
    "minors": Code.AD_MINORS,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that breaks a rule, as it stands in the text."""

    code: Code
    phrase: str


class Rules:
    """The phrases of one language; a language without rules has none."""

    def __init__(self, language: str) -> None:
        self._patterns: dict[Code, re.Pattern[str]] = {}
        self._allowed: re.Pattern[str] | None = None
        file = _FOLDER / f"{language.partition('-')[0]}.toml"
        if not file.is_file():
            return
        lists: dict[str, list[str]] = tomllib.loads(file.read_text(encoding="utf-8"))
        # Chinese has no blanks between words; elsewhere a phrase is whole words.
        whole_words = not language.startswith("zh")
        for name, code in _CODES.items():
            self._patterns[code] = _pattern(lists[name], whole_words)
        self._allowed = _pattern(lists["allowed"], whole_words)

    def find(self, text: str) -> list[Hit]:
        """The phrases that break a rule, in the order of the text, each once per rule."""
        plain = " ".join(text.replace("\u2019", "'").split())
        if self._allowed is not None:
            # The warnings that the law itself wants name what must not be praised.
            plain = self._allowed.sub(lambda match: "\x00" * len(match[0]), plain)
        found = {
            (code, match[0]): match.start()
            for code, pattern in self._patterns.items()
            for match in pattern.finditer(plain)
        }
        return [Hit(*hit) for hit in sorted(found, key=lambda hit: found[hit])]


def _pattern(phrases: list[str], whole_words: bool) -> re.Pattern[str]:
    joined = "|".join(phrases)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)" if whole_words else joined, re.IGNORECASE)
