"""Says findings in the user's language: what is wrong, and what to do about it.

``messages/<lang>.toml`` holds one table per code with ``what`` and ``advice``, whole sentences
with placeholders for the details; ``advice_suggestion`` is used when a near name is known.
``[types]`` and ``[reasons]`` put details into words, ``[report]`` what stands around findings.
"""

from __future__ import annotations

import locale
import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kiosk.packs.findings import Detail, Finding

LANGUAGES = ("en", "zh-CN", "es", "it", "fr", "pt", "de")
_FOLDER = Path(__file__).with_name("messages")
_STOPS = ".!?。"
_TABLES = {"expected": "types", "found": "types", "reason": "reasons"}


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in words: two whole sentences."""

    what: str
    advice: str

    @property
    def what_clause(self) -> str:
        """The first sentence as a clause, for ``KioskError``."""
        return self.what.rstrip(_STOPS)

    @property
    def advice_clause(self) -> str:
        """The second sentence as a clause, for ``KioskError``."""
        clause = self.advice.rstrip(_STOPS)
        return clause[:1].lower() + clause[1:]


class Wording:
    """The sentences of one language."""

    def __init__(self, language: str) -> None:
        """Load the nearest language there is: "zh-TW" gives "zh-CN", an unknown one English."""
        self.language = nearest_language(language)
        self._messages = _messages(self.language)

    @classmethod
    def for_user(cls) -> Wording:
        """The wording in the language the operating system is set to."""
        return cls(user_language())

    def say(self, finding: Finding) -> Said:
        """The two sentences for a finding."""
        message = self._messages[finding.code]
        details = {"key": finding.key, "entry": finding.key.rpartition(".")[2] or finding.where}
        details |= {"where": finding.where, **self._details(finding.details)}
        suggested = "advice_suggestion" if "suggestion" in finding.details else "advice"
        advice = message.get(suggested) or message["advice"]
        return Said(message["what"].format_map(details), advice.format_map(details))

    def heading(self, name: str, **values: Detail) -> str:
        """A word or sentence of the report around the findings."""
        return self._messages["report"][name].format_map(values)

    def _details(self, details: Mapping[str, Detail]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, value in details.items():
            if isinstance(value, str) and name in _TABLES:
                found[name] = self._messages[_TABLES[name]].get(value, value)
            else:
                found[name] = _number(value)
        return found


@lru_cache(maxsize=2)
def _messages(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def place(finding: Finding) -> str:
    """Where a finding stands: "winery.toml:12 scenes.land.picture"."""
    line = f":{finding.line}" if finding.line else ""
    return f"{finding.where}{line}" + (f" {finding.key}" if finding.key else "")


def user_language() -> str:
    """The language the operating system is set to, as a tag such as "zh-CN"; "en" if unknown."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value.partition(".")[0].replace("_", "-")
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only on Windows

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return locale.windows_locale.get(number, "en").replace("_", "-")
    return "en"


def nearest_language(tag: str) -> str:
    """The language of ``LANGUAGES`` that shares the tag's first part, else English."""
    base = tag.replace("_", "-").partition("-")[0].lower()
    return next((known for known in LANGUAGES if known.partition("-")[0] == base), "en")


def _number(value: Detail) -> Detail:
    return int(value) if isinstance(value, float) and value.is_integer() else value
