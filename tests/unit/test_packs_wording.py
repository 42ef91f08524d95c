"""Every finding has its two sentences in every language."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import pytest

from kiosk.packs import wording
from kiosk.packs.codes import Code
from kiosk.packs.findings import Finding, Report, Severity, printable
from kiosk.packs.wording import LANGUAGES, Wording, nearest_language, place, user_language

MESSAGES = Path(wording.__file__).with_name("messages")


def table(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((MESSAGES / f"{language}.toml").read_text(encoding="utf-8"))


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_said(language: str) -> None:
    said = set(table(language)) - {"report", "types", "reasons"}
    assert said == {str(code) for code in Code}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_use_the_same_details_as_the_english_ones(language: str) -> None:
    english = table("en")
    for name, entries in table(language).items():
        assert set(entries) == set(english[name]), name
        for entry, sentence in entries.items():
            assert fields(sentence) == fields(english[name][entry]), (name, entry)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_whole(language: str) -> None:
    for name, entries in table(language).items():
        for entry in ("what", "advice", "advice_suggestion"):
            sentence = entries.get(entry, ".")
            assert sentence.endswith((".", "?", "。", "\uff1f", "{pack}")), (name, sentence)


def test_chinese_uses_chinese_punctuation() -> None:
    for entries in table("zh-CN").values():
        for sentence in entries.values():
            assert not re.search(r"[\u4e00-\u9fff][,;:?!()]", sentence), sentence


def test_details_are_said_in_the_users_language() -> None:
    details: dict[str, str | int | float] = {"expected": "number", "found": "text"}
    finding = Finding(
        Code.WRONG_TYPE, Severity.REFUSED, "winery.toml", "wines.a.alcohol", 7, details
    )
    assert Wording("de").say(finding).what == (
        "Bei „alcohol“ wird erwartet: eine Zahl; dort steht: ein Text in Anführungszeichen."
    )
    assert place(finding) == "winery.toml:7 wines.a.alcohol"


def test_a_near_name_changes_the_advice() -> None:
    plain = Finding(Code.KEY_UNKNOWN, Severity.WARNING, "winery.toml", "wieght")
    near = Finding(
        Code.KEY_UNKNOWN, Severity.WARNING, "winery.toml", "wieght", 0, {"suggestion": "weight"}
    )
    assert Wording("en").say(plain).advice == "Delete it, or correct its name."
    assert Wording("en").say(near).advice == "Did you mean “weight”?"


def test_hostile_values_cannot_format_or_move_the_cursor() -> None:
    report = Report()
    report.warn(Code.BAD_TIME, "winery.toml", value="{0.__class__}\x1b[2J\u202e" + "x" * 500)
    said = Wording("en").say(report.findings[0]).what
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "{0.__class__}\\u001b[2J\\u202e" in said
    assert len(said) < 130


def test_printable_leaves_joiners_of_real_scripts() -> None:
    assert printable("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "it_IT.UTF-8", "LANG": "en_GB.UTF-8"}, "it"),
        ({"LC_MESSAGES": "zh_CN.UTF-8"}, "zh-CN"),
        ({"LANG": "zh_TW.UTF-8"}, "zh-CN"),
        ({"LANG": "pt_BR"}, "pt"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "en"),
    ],
)
def test_language_of_the_user(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert nearest_language(user_language()) == language
