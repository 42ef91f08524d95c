"""The stage's own words: complete in every language, and put together as each one does."""

import tomllib
from datetime import date, datetime
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from kiosk import resources
from kiosk.errors import KioskError
from kiosk.live.rooms import OnAir, RoomState
from kiosk.packs.model import Diagram
from kiosk.show.wording import Wording, Wordings
from tests.fakes import FAIR

FILES = sorted(resources.stage_words().glob("*.toml"))
NAMES = [path.stem for path in FILES]
NOW = datetime(2026, 6, 5, 12, 0, tzinfo=FAIR)  # a Friday


def table(name: str) -> dict[str, Any]:
    """One language's file as it is."""
    return tomllib.loads((resources.stage_words() / f"{name}.toml").read_text("utf-8"))


def wording(name: str) -> Wording:
    return Wordings(resources.stage_words()).of(name)


def fields(text: str) -> list[str]:
    """The placeholders of a format."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_the_languages_of_the_booth_are_there() -> None:
    assert {"zh-CN", "en", "es", "it", "fr", "pt"} <= set(NAMES)
    assert Wordings(resources.stage_words()).languages() == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_language_has_the_same_keys_and_seven_days(name: str) -> None:
    raw, english = table(name), table("en")
    assert set(raw) == {"days", "words", "diagrams"}
    assert set(raw["words"]) == set(english["words"])
    assert len(set(raw["days"])) == 7
    assert all(isinstance(text, str) and text.strip() for text in raw["days"])
    assert all(isinstance(text, str) and text.strip() for text in raw["words"].values())


@pytest.mark.parametrize("name", NAMES)
def test_every_diagram_has_four_labels_of_its_own_in_every_language(name: str) -> None:
    labels = table(name)["diagrams"]
    assert list(labels) == [str(diagram) for diagram in Diagram]
    said = [text for row in labels.values() for text in row]
    assert {len(row) for row in labels.values()} == {4}
    assert all(text.strip() for text in said)
    assert len(set(said)) == len(said)
    if name != "en":
        assert not set(said) & {text for row in table("en")["diagrams"].values() for text in row}


@pytest.mark.parametrize("name", NAMES)
def test_every_language_fills_in_the_same_places(name: str) -> None:
    english = table("en")["words"]
    for key, text in table(name)["words"].items():
        assert fields(text) == fields(english[key]), key


@pytest.mark.parametrize("name", [name for name in NAMES if name != "en"])
def test_no_language_is_left_in_english(name: str) -> None:
    english = table("en")["words"]
    same = {key for key, text in table(name)["words"].items() if text == english[key]}
    assert same <= {"vintage", "comma", "decimal", "date", "alcohol"}


@pytest.mark.parametrize("name", NAMES)
def test_law_and_label_are_said_in_every_language(name: str) -> None:
    words = wording(name)
    excess, minors = {
        "zh-CN": ("过量饮酒", "未成年人"), "en": ("Excess", "minors"), "es": ("exceso", "menores"),
        "it": ("troppo", "minori"), "fr": ("abus", "mineurs"), "pt": ("excesso", "menores"),
        "de": ("Zu viel", "Minderjährige"),
    }[name]  # fmt: skip
    assert excess in words["law"]
    assert minors in words["law"]
    marks = {"zh-CN": "AI", "en": "AI", "es": "IA", "it": "IA", "fr": "IA", "pt": "IA", "de": "KI"}
    assert marks[name] in words["ai_label"]
    assert words["ai_note"]


CHINESE = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十".split()


def test_chinese_numerals() -> None:
    chinese = wording("zh-CN")
    for number, numeral in enumerate(CHINESE, 1):
        assert chinese.step(number, 20) == f"第{numeral}步 · 共二十步"
    assert chinese.step(21, 60) == "第二十一步 · 共六十步"


def test_steps_elsewhere_are_figures() -> None:
    assert wording("en").step(4, 9) == "Step 4 of 9"
    assert wording("es").step(4, 12) == "Paso 4 de 12"


@pytest.mark.parametrize(
    ("name", "percent", "text"),
    [
        ("en", 13.5, "13.5% vol"),
        ("en", 13.0, "13% vol"),
        ("zh-CN", 8.0, "8% vol"),
        ("es", 13.5, "13,5 % vol"),
        ("de", 12.0, "12 % vol"),
        ("fr", 14.5, "14,5 % vol"),
    ],
)
def test_alcohol_in_local_form(name: str, percent: float, text: str) -> None:
    assert wording(name).alcohol(percent) == text


def test_serving_temperature() -> None:
    assert wording("en").serve(16, 18) == "Serve at 16–18 °C"
    assert wording("en").serve(8.5, 8.5) == "Serve at 8.5 °C"
    assert wording("it").serve(7.5, 10) == "Servire a 7,5–10 °C"


def test_vintage_and_lists() -> None:
    assert wording("zh-CN").vintage(2020) == "2020 年份"
    assert wording("zh-CN").listed(("丹魄", "格拉西亚诺")) == "丹魄、格拉西亚诺"
    assert wording("fr").listed(("a", "b", "c")) == "a, b, c"
    assert wording("fr").listed(()) == ""


def at(day: int, hour: int, minute: int = 0) -> RoomState:
    return RoomState(OnAir.NEXT, datetime(2026, 6, day, hour, minute, tzinfo=FAIR))


@pytest.mark.parametrize(
    ("state", "english", "chinese"),
    [
        (RoomState(OnAir.NOW), "On air now", "正在直播"),
        (RoomState(OnAir.ANY_TIME), "Scan any time", "随时扫码进入"),
        (RoomState(OnAir.NEXT), "Scan any time", "随时扫码进入"),
        (at(5, 15), "Live today at 15:00", "今日 15:00 开播"),
        (at(6, 0, 5), "Live tomorrow at 0:05", "明日 0:05 开播"),
        (at(7, 20), "Live Sunday at 20:00", "周日 20:00 开播"),
        (at(11, 9, 30), "Live Thursday at 9:30", "周四 9:30 开播"),
        (at(12, 20), "Live Friday 12/6 at 20:00", "周五 6月12日 20:00 开播"),
        (at(18, 20), "Live Thursday 18/6 at 20:00", "周四 6月18日 20:00 开播"),
    ],
)
def test_room_states(state: RoomState, english: str, chinese: str) -> None:
    assert wording("en").room(state, NOW) == english
    assert wording("zh-CN").room(state, NOW) == chinese


@pytest.mark.parametrize("name", NAMES)
def test_room_states_in_every_language_are_told_apart(name: str) -> None:
    states = [
        RoomState(OnAir.NOW),
        RoomState(OnAir.ANY_TIME),
        *(at(day, 15) for day in (5, 6, 7, 14)),
    ]
    said = [wording(name).room(state, NOW) for state in states]
    assert len(set(said)) == len(said)
    assert not any("{" in text for text in said)
    assert all("15:00" in text for text in said[2:])


@pytest.mark.parametrize("name", NAMES)
def test_dates_hold_day_and_month(name: str) -> None:
    text = wording(name).date(date(2026, 11, 28))
    assert "28" in text
    assert "11" in text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("es", "es"),
        ("es-MX", "es"),
        ("pt-BR", "pt"),
        ("zh-CN", "zh-CN"),
        ("zh", "zh-CN"),
        ("zh-TW", "zh-CN"),
        ("ja", "en"),
        ("ast", "en"),
        ("", "en"),
    ],
)
def test_fall_back(asked: str, found: str) -> None:
    assert wording(asked).language == found


def test_words_are_read_once() -> None:
    wordings = Wordings(resources.stage_words())
    assert wordings.of("es") is wordings.of("es")


def test_missing_words_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(KioskError, match="the stage's words are missing; install"):
        Wordings(tmp_path).of("en")
