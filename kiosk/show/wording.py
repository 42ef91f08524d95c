"""The stage's own words in the language a scene is told in.

They follow the scene's language, not the interface's, and two languages can be on screen during
a dissolve, so they are tables in ``i18n/stage/<lang>.toml`` and not Qt translations.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.live.rooms import OnAir, RoomState

FALLBACK = "en"
CHINESE_DIGITS = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's stage words; every method returns text ready to be shown."""

    language: str
    words: dict[str, str]
    days: tuple[str, ...]  # Monday first
    diagrams: dict[str, tuple[str, ...]]  # by name; the labels in the order of the drawing's marks

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def step(self, number: int, total: int) -> str:
        """Such as "Step 4 of 9", with Chinese numerals in Chinese."""
        return self.words["step"].format(
            number=numeral(number, self.language), total=numeral(total, self.language)
        )

    def room(self, state: RoomState, now: datetime) -> str:
        """What is said of a room: on air now, next at, or scan any time."""
        if state.on_air is OnAir.NOW:
            return self.words["on_air"]
        if state.on_air is OnAir.ANY_TIME or state.at is None:
            return self.words["any_time"]
        time = f"{state.at.hour}:{state.at.minute:02d}"
        ahead = (state.at.date() - now.date()).days
        if ahead == 0:
            return self.words["next_today"].format(time=time)
        if ahead == 1:
            return self.words["next_tomorrow"].format(time=time)
        day = self.days[state.at.weekday()]
        if ahead >= len(self.days):  # the weekday alone would be taken for a nearer one
            day = f"{day} {self.date(state.at)}"
        return self.words["next_day"].format(day=day, time=time)

    def date(self, day: date) -> str:
        """The day and month in local order."""
        return self.words["date"].format(day=day.day, month=day.month)

    def alcohol(self, percent: float) -> str:
        """Such as "13,5 % vol", in local form."""
        return self.words["alcohol"].format(percent=self._number(percent))

    def serve(self, low: float, high: float) -> str:
        """Such as "16–18 °C", in local form; one figure when both are the same."""
        span = self._number(low) if low == high else f"{self._number(low)}–{self._number(high)}"
        return self.words["serve"].format(span=span)

    def vintage(self, year: int) -> str:
        """The year on the label."""
        return self.words["vintage"].format(year=year)

    def listed(self, items: tuple[str, ...]) -> str:
        """Items in a row, with the language's own comma."""
        return self.words["comma"].join(items)

    def _number(self, value: float) -> str:
        text = f"{value:.1f}".removesuffix(".0")
        return text.replace(".", self.words["decimal"])


def numeral(number: int, language: str) -> str:
    """1 to 99 as a list counts in ``language``: in Chinese numerals in Chinese, else in digits."""
    if not language.startswith("zh"):
        return str(number)
    if number <= 10:  # the ten numerals that have a character of their own
        return CHINESE_DIGITS[number]
    tens, ones = divmod(number, 10)
    head = "" if tens == 1 else CHINESE_DIGITS[tens]
    return f"{head}十{CHINESE_DIGITS[ones] if ones else ''}"


class Wordings:
    """All languages of the stage, read on first use.

    Args:
        folder: holds ``<lang>.toml``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Wording] = {}

    def languages(self) -> list[str]:
        """The languages there are words for, sorted."""
        return sorted(path.stem for path in self._folder.glob("*.toml"))

    def of(self, language: str) -> Wording:
        """The words in that language, else in its base language or one of the same base, else
        in English: "es-MX" is answered in "es", "zh-TW" in "zh-CN".

        Raises:
            KioskError: the tables that ship with the program are missing.
        """
        if language not in self._read:
            self._read[language] = self._load(language)
        return self._read[language]

    def _load(self, language: str) -> Wording:
        base = language.split("-", maxsplit=1)[0]
        kin = [name for name in self.languages() if name.split("-", maxsplit=1)[0] == base]
        for candidate in (language, base, *kin, FALLBACK):
            path = self._folder / f"{candidate}.toml"
            if path.is_file():
                raw = tomllib.loads(path.read_text(encoding="utf-8"))
                diagrams = {name: tuple(row) for name, row in raw["diagrams"].items()}
                return Wording(candidate, dict(raw["words"]), tuple(raw["days"]), diagrams)
        raise KioskError(
            "the stage's words are missing",
            where=str(self._folder),
            advice="install the program again",
        )
