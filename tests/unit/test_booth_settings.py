"""A technician's settings: defaults, values, and one clear sentence for each mistake."""

import tomllib
from pathlib import Path

import pytest

from kiosk.booth.settings import (
    EXAMPLES,
    SIZE_LIMIT,
    Settings,
    read_settings,
    settings_or_defaults,
    settings_path,
)
from kiosk.errors import KioskError


def read(folder: Path, text: str | bytes) -> Settings:
    path = folder / "settings.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_settings(path)


def refusal(folder: Path, text: str | bytes) -> str:
    """The sentence that a file is refused with."""
    with pytest.raises(KioskError) as caught:
        read(folder, text)
    sentence = str(caught.value)
    assert sentence.startswith((str(folder / "settings.toml"), "settings"))
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert len(sentence) < 330 + len(str(folder))
    assert caught.value.advice
    return sentence


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "settings.toml")
    assert settings == Settings()
    assert settings == Settings("", {}, "", {}, 0.8, 0, False, "Asia/Shanghai", True, 1.0, 1.0)
    assert read_settings(tmp_path) == Settings(), "nor does a folder of that name"


def test_an_empty_file_means_the_defaults(tmp_path: Path) -> None:
    assert read(tmp_path, "") == Settings()


def test_everything_can_be_set(tmp_path: Path) -> None:
    settings = read(
        tmp_path,
        """
        booth = "hall-a-17"
        languages = { zh-CN = 2, en = 1 }
        second_captions = "en"
        pack_weights = { vina-arcedo = 3, other = 0 }
        volume = 1
        audio_trim_ms = -40
        reduced_motion = true
        time_zone = "Europe/Madrid"
        sound = false
        sound_bed = 0.5
        sound_interface = 0
        """,
    )
    assert settings == Settings(
        "hall-a-17", {"zh-CN": 2, "en": 1}, "en", {"vina-arcedo": 3, "other": 0}, 1.0, -40, True,
        "Europe/Madrid", False, 0.5, 0.0,
    )  # fmt: skip
    assert isinstance(settings.volume, float)
    assert settings.zone().key == "Europe/Madrid"


def test_the_mark_that_windows_editors_write_is_no_mistake(tmp_path: Path) -> None:
    assert read(tmp_path, b'\xef\xbb\xbfbooth = "a"\r\n').booth == "a"


@pytest.mark.parametrize(
    "line",
    [
        "booth = 17",
        'booth = "' + "x" * 81 + '"',
        'booth = "two\\nlines"',
        'languages = "en"',
        'languages = ["en"]',
        "languages = { en = 1.5 }",
        "languages = { en = -1 }",
        "languages = { en = 10 }",
        "languages = { en = true }",
        "languages = { en = { fr = 1 } }",
        "second_captions = false",
        'pack_weights = { a = "2" }',
        "volume = 1.1",
        "volume = -0.1",
        "volume = nan",
        "volume = inf",
        "volume = true",
        'volume = "loud"',
        "audio_trim_ms = 1.5",
        "audio_trim_ms = 1001",
        "audio_trim_ms = -1001",
        "audio_trim_ms = false",
        "reduced_motion = 1",
        'reduced_motion = "yes"',
        "sound = 1",
        "sound_bed = true",
        "sound_bed = 1.5",
        "sound_interface = -1",
        "time_zone = 8",
        "time_zone = 07:32:00",
        "booth = [" + "'x'," * 9000 + "]",
    ],
)
def test_a_wrong_value_is_one_sentence_with_a_good_one(tmp_path: Path, line: str) -> None:
    name = line.partition(" ")[0]
    sentence = refusal(tmp_path, line)
    assert f"the value of {name} is not possible" in sentence
    assert f"{name} = {EXAMPLES[name]}" in sentence


def test_the_good_values_that_are_advised_are_good(tmp_path: Path) -> None:
    text = "\n".join(f"{name} = {value}" for name, value in EXAMPLES.items())
    read(tmp_path, text)
    assert set(tomllib.loads(text)) == set(Settings.__slots__)


@pytest.mark.parametrize(
    "zone", ["Mars/Olympus", "", "Europe", "../../etc/passwd", "/etc/localtime", "tzdata.zi"]
)
def test_a_time_zone_that_is_none_is_found_when_reading(tmp_path: Path, zone: str) -> None:
    assert 'such as "Asia/Shanghai"' in refusal(tmp_path, f'time_zone = "{zone}"')


def test_an_unknown_setting_is_named_and_the_known_are_listed(tmp_path: Path) -> None:
    sentence = refusal(tmp_path, "volum = 0.5")
    assert "unknown setting 'volum'" in sentence
    assert all(name in sentence for name in EXAMPLES)
    refusal(tmp_path, "v" * 5000 + " = 1")


@pytest.mark.parametrize(
    "content",
    [
        b'booth = "\xff\xfe"',
        b"booth = ",
        b"booth == 1",
        b"[[[",
        b"\x00",
        b'booth = "a"\nbooth = "b"',
        b"volume = " + b"9" * 5000,
        b"booth = " + b"[" * 20_000,
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    sentence = refusal(tmp_path, content)
    assert "the settings cannot be read (" in sentence
    assert "mend or remove it" in sentence


def test_an_endless_file_is_refused_and_not_cut_short(tmp_path: Path) -> None:
    most = b"volume = 0.5\n#"
    assert read(tmp_path, most.ljust(SIZE_LIMIT, b"x")).volume == 0.5
    sentence = refusal(tmp_path, most.ljust(SIZE_LIMIT + 1, b"x"))
    assert "it is larger than 64 kB" in sentence


def test_a_file_that_may_not_be_opened_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> object:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "is_file", refuse)
        with pytest.raises(KioskError, match="Permission denied"):
            read_settings(tmp_path / "settings.toml")
    (tmp_path / "settings.toml").write_text("")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(KioskError, match="Permission denied"):
        read_settings(tmp_path / "settings.toml")


@pytest.mark.parametrize(
    ("platform", "variable", "path"),
    [
        ("linux", "XDG_CONFIG_HOME", "base/cellarcast/settings.toml"),
        ("linux", None, "home/.config/cellarcast/settings.toml"),
        ("win32", "APPDATA", "base/cellarcast/settings.toml"),
        ("win32", None, "home/AppData/Roaming/cellarcast/settings.toml"),
        ("darwin", None, "home/Library/Application Support/cellarcast/settings.toml"),
    ],
)
def test_where_the_file_lives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, variable: str | None, path: str
) -> None:
    for name in ("CELLARCAST_SETTINGS", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    if variable:
        monkeypatch.setenv(variable, str(tmp_path / "base"))
    assert settings_path() == tmp_path / path


def test_another_file_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CELLARCAST_SETTINGS", "/somewhere/else.toml")
    assert settings_path() == Path("/somewhere/else.toml")


def test_a_booth_starts_on_broken_settings_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "settings.toml"
    monkeypatch.setenv("CELLARCAST_SETTINGS", str(file))
    file.write_text("volume = 9")
    assert settings_or_defaults() == Settings()
    assert "the value of volume is not possible" in capsys.readouterr().err
    file.write_text("volume = 0.5")
    assert settings_or_defaults().volume == 0.5
