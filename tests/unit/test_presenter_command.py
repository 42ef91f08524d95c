"""``kiosk presenter``: nothing is made without consent, nothing overwritten unasked."""

import sys
from functools import partial
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.booth.settings import presenters_folder
from kiosk.commands import presenter
from kiosk.errors import UsageError
from kiosk.presenter.make import avatar
from tests import avatars

GOOD = "Anna Weber agreed on paper"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CELLARCAST_SETTINGS", str(tmp_path / "settings.toml"))
    return tmp_path


def make(*words: str) -> int:
    return main(["presenter", "from-photo", "Anna Weber.jpg", *words])


def test_presenters_live_beside_the_settings(home: Path) -> None:
    assert presenters_folder() == home / "presenters"


def test_without_consent_nothing_is_made(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert make() == UsageError.exit_code
    assert "consent" in capsys.readouterr().err
    assert not (home / "presenters").exists()


@pytest.mark.parametrize("line", ["", "yes", "   ok   ", "x" * 301, "agreed\x07 by Anna Weber"])
def test_a_consent_that_says_nothing_is_none(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert make("--consent", line) == UsageError.exit_code
    assert "--consent" in capsys.readouterr().err


@pytest.mark.parametrize(("answer", "goes_on"), [(GOOD, True), ("", False), ("no", False)])
def test_consent_is_asked_for_in_plain_words(
    answer: str,
    goes_on: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: answer)
    code = make()
    said = capsys.readouterr()
    assert "AI-generated" in said.out
    assert "agreed" in said.out
    if goes_on:  # as far as the photograph, which is not there
        assert code == 6
        assert "there is no such file" in said.err
    else:
        assert code == UsageError.exit_code


@pytest.mark.parametrize(
    "words",
    [["--id", "../out"], ["--id", "Anna"], ["--name", "\x1b[31m"], ["--name", "x" * 61]],
)
def test_names_that_cannot_be_used(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert make("--consent", GOOD, *words) == UsageError.exit_code
    assert words[0] in capsys.readouterr().err


def test_a_presenter_is_not_overwritten_unasked(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "presenters" / "anna-weber").mkdir(parents=True)
    assert make("--consent", GOOD) == UsageError.exit_code
    assert "already" in capsys.readouterr().err
    assert make("--consent", GOOD, "--replace") == 6  # as far as the photograph
    assert make("--consent", GOOD, "--id", "hostess") == UsageError.exit_code  # shipped


@pytest.mark.parametrize(
    ("name", "folder"),
    [("Anna Weber", "anna-weber"), ("José Núñez", "jose-nunez"), ("岚", ""), ("--", "")],
)
def test_folders_are_named_after_presenters(name: str, folder: str) -> None:
    assert presenter._slug(name) == folder


def test_the_list_names_good_and_broken_ones(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = home / "presenters" / "broken"
    broken.mkdir(parents=True)
    (broken / "broken.toml").write_text("id = 1", "utf-8")
    assert main(["presenter", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("hostess") and "Lan" in line for line in lines)
    assert any(line.startswith("broken") and "cannot be used" in line for line in lines)


def test_an_avatar_is_imported_and_reported(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(avatar, "from_avatar", partial(avatar.from_avatar, fine=1))
    file = avatars.save(avatars.vrm1(), home / "Nana.vrm")
    words = ["presenter", "import", str(file), "--id", "guide", "--name", "Nana"]
    assert main(words) == 0
    said = capsys.readouterr().out
    assert "of the face's shapes are its own" in said
    assert (home / "presenters" / "guide" / "guide.toml").is_file()
    assert main(words) == UsageError.exit_code  # there already
    assert main(["presenter", "import", str(home / "none.vrm")]) == 6
