"""What a technician sets once for a booth: where the packs are, languages, sound, screen.

A TOML file in the user's configuration folder; a missing file means the defaults, a broken one
is reported and the defaults are used, so that a booth always starts.
"""

import os
import sys
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.errors import KioskError

SIZE_LIMIT = 64 * 1024  # bytes; a settings file is a page of text
SHOWN = 40  # characters of a wrong value that are repeated in the message

LEAST = {"idle_seconds": 10, "screen_mm": 0, "viewing_cm": 30}
MOST = {"idle_seconds": 600, "screen_mm": 2500, "viewing_cm": 500}

# A good value in TOML, for the advice.
EXAMPLES = {
    "booth": '"hall-a-17"',
    "languages": "{ zh-CN = 2, en = 1 }",
    "second_captions": '"en"',
    "pack_weights": "{ vina-arcedo = 2 }",
    "volume": "0.8",
    "audio_trim_ms": "0",
    "sound": "true",
    "sound_bed": "1.0",
    "sound_interface": "1.0",
    "reduced_motion": "false",
    "idle_seconds": "45",
    "screen_mm": "930",
    "viewing_cm": "100",
    "time_zone": '"Asia/Shanghai"',
    "live_probe": "true",
    "live_probe_pages": "false",
    "live_watch": "true",
    "step": "true",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """A booth's settings, all with sensible defaults."""

    booth: str = ""  # campaign tag in codes, e.g. "hall-a-17"
    languages: dict[str, int] = field(default_factory=dict)  # weight per language; empty: all alike
    second_captions: str = ""  # language of a second caption line, "" for none
    pack_weights: dict[str, int] = field(default_factory=dict)
    volume: float = 0.8  # 0 to 1
    audio_trim_ms: int = 0  # added to the device's reported latency
    reduced_motion: bool = False
    time_zone: str = "Asia/Shanghai"
    sound: bool = True  # False: nothing sounds; captions tell
    sound_bed: float = 1.0  # 0 to 1: level of the bed under the show, 0 for none
    sound_interface: float = 1.0  # 0 to 1: level of the sounds under a finger, 0 for none
    idle_seconds: int = 45  # without a touch or a word before a visitor is asked: still here?
    screen_mm: int = 0  # length of the screen's longer side; 0: as the screen itself says
    viewing_cm: int = 100  # how far from the screen people stand who scan its code
    live_probe: bool = True  # ask rooms' play addresses whether they are on air
    live_probe_pages: bool = False  # ask the pages of YouTube and TikTok too
    live_watch: bool = True  # offer rooms' live pictures to visitors, while they run
    step: bool = False  # tell other programs on this machine what is shown

    def zone(self) -> ZoneInfo:
        """The fair's time zone. Raises KioskError when the name is not known."""
        try:
            return ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            # OSError: "Europe" is a folder of the time zone database.
            raise KioskError(
                f"the time zone {self.time_zone!r} is not known",
                where="settings",
                advice='use a name such as "Asia/Shanghai"',
            ) from error


def settings_path() -> Path:
    """Where the settings file lives on this system."""
    if override := os.environ.get("CELLARCAST_SETTINGS"):
        return Path(override)
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config"))
    return base / "cellarcast" / "settings.toml"


def presenters_folder() -> Path:
    """Where the user's own presenters live, a folder each: beside the settings."""
    return settings_path().parent / "presenters"


def _checked(path: Path, name: str, value: Any, default: Any) -> Any:
    numbers = (int, float)
    if isinstance(default, bool) or isinstance(value, bool):
        good = isinstance(value, bool) and isinstance(default, bool)
    elif isinstance(default, dict):
        good = isinstance(value, dict) and all(
            type(weight) is int and 0 <= weight <= 9  # true and false are ints to isinstance
            for weight in value.values()
        )
    elif isinstance(default, float):
        good = isinstance(value, numbers) and 0 <= value <= 1
        value = float(value) if good else value
    elif isinstance(default, int):
        good = isinstance(value, int) and LEAST.get(name, -1000) <= value <= MOST.get(name, 1000)
    else:
        good = isinstance(value, str) and len(value) <= 80 and value.isprintable()
    if not good:
        raise KioskError(
            f"the value of {name} is not possible ({str(value)[:SHOWN]!r})",
            where=str(path),
            advice=f"set it like {name} = {EXAMPLES[name]}, or leave it out",
        )
    return value


def read_settings(path: Path) -> Settings:
    """The settings in ``path``; the defaults when there is no such file.

    Raises:
        KioskError: the file cannot be read, is no TOML, or says something impossible.
    """
    try:
        if not path.is_file():
            return Settings()
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
        if len(content) > SIZE_LIMIT:
            raise ValueError(f"it is larger than {SIZE_LIMIT // 1024} kB")
        raw = tomllib.loads(content.decode("utf-8-sig"))  # editors on Windows write the mark
    except (OSError, ValueError, RecursionError) as error:
        # ValueError: broken UTF-8, broken TOML, a number of 5,000 digits.
        raise KioskError(
            f"the settings cannot be read ({error})", where=str(path), advice="mend or remove it"
        ) from error
    known = {item.name: getattr(Settings(), item.name) for item in fields(Settings)}
    if unknown := sorted(set(raw) - set(known)):
        raise KioskError(
            f"unknown setting {unknown[0][:SHOWN]!r}",
            where=str(path),
            advice=f"the settings are {', '.join(known)}",
        )
    settings = Settings(
        **{name: _checked(path, name, value, known[name]) for name, value in raw.items()}
    )
    settings.zone()  # found out here, where the defaults can still stand in
    return settings


def settings_or_defaults() -> Settings:
    """The user's settings. When the file is broken the defaults stand in and the reason is said
    on standard error: a booth always starts, and a preview shows what it would show.
    """
    try:
        return read_settings(settings_path())
    except KioskError as error:
        print(error, file=sys.stderr)
        return Settings()
