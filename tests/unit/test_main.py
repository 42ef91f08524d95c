"""The way in: commands found, mistakes said in one sentence, nothing loaded in vain."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from kiosk import __version__, errors
from kiosk.__main__ import COMMANDS, main
from kiosk.commands.screen_size import screen_size
from kiosk.errors import KioskError, UsageError

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("PySide6", "cv2", "numpy", "PIL", "soundfile", "onnxruntime", "qrcode", "fontTools")

Replace = Callable[[Callable[[], int]], None]


@pytest.fixture
def check_does(monkeypatch: pytest.MonkeyPatch) -> Replace:
    """Puts something else in the place of what ``kiosk check`` does."""

    def replace(deed: Callable[[], int]) -> None:
        module = ModuleType("kiosk.commands.check")
        module.add_arguments = lambda _: None  # type: ignore[attr-defined]
        module.run = lambda _: deed()  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "kiosk.commands.check", module)
        monkeypatch.delenv("CELLARCAST_VERBOSE", raising=False)

    return replace


def fails(error: BaseException) -> Callable[[], int]:
    """A deed that ends in an error."""

    def deed() -> int:
        raise error

    return deed


def test_the_code_of_the_command_is_the_programs(check_does: Replace) -> None:
    for code in (0, 1, 2):
        check_does(lambda code=code: code)  # type: ignore[misc]
        assert main(["check"]) == code


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (errors.KioskError, 1),
        (errors.PackError, 2),
        (errors.NarrationError, 3),
        (errors.DisplayError, 4),
        (errors.CodeError, 5),
        (errors.UsageError, 64),
    ],
)
def test_every_error_is_one_sentence_and_its_own_code(
    kind: type[KioskError], code: int, check_does: Replace, capsys: pytest.CaptureFixture[str]
) -> None:
    check_does(fails(kind("it is broken", where="a/b.toml", advice="mend it")))
    assert main(["check"]) == code
    out, err = capsys.readouterr()
    assert (out, err) == ("", "a/b.toml: it is broken; mend it.\n")


def test_no_two_kinds_of_error_share_a_code() -> None:
    kinds: list[type[KioskError]] = [KioskError, *KioskError.__subclasses__()]
    ours = [kind for kind in kinds if kind.__module__ == "kiosk.errors"]
    assert len(ours) > 1
    assert len({kind.exit_code for kind in ours}) == len(ours)
    assert 0 not in {kind.exit_code for kind in ours}


@pytest.mark.parametrize(
    ("where", "advice", "sentence"),
    [
        ("", "", "it is broken."),
        ("x", "", "x: it is broken."),
        ("", "mend it", "it is broken; mend it."),
    ],
)
def test_a_sentence_without_place_or_advice(where: str, advice: str, sentence: str) -> None:
    assert str(KioskError("it is broken", where=where, advice=advice)) == sentence


@pytest.mark.parametrize("words", [["--verbose", "check"], ["check", "--verbose"]])
def test_verbose_tells_where_it_failed(
    words: list[str], check_does: Replace, caplog: pytest.LogCaptureFixture
) -> None:
    check_does(fails(KioskError("it is broken")))
    assert main(words) == 1
    assert "check failed" in caplog.text
    assert "Traceback (most recent call last)" in caplog.text
    assert "in deed" in caplog.text


def test_so_does_the_environment(
    check_does: Replace, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    check_does(fails(KioskError("it is broken")))
    main(["check"])
    assert caplog.text == ""
    monkeypatch.setenv("CELLARCAST_VERBOSE", "1")
    main(["check"])
    assert "Traceback" in caplog.text


def test_an_interrupt_is_no_failure_to_be_told(
    check_does: Replace, capsys: pytest.CaptureFixture[str]
) -> None:
    check_does(fails(KeyboardInterrupt()))
    assert main(["check"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_mistake_in_the_program_is_not_hidden(check_does: Replace) -> None:
    check_does(fails(ZeroDivisionError("ours")))
    with pytest.raises(ZeroDivisionError):
        main(["check"])


@pytest.mark.parametrize("words", [[], ["chekc"], ["check"], ["run", "--rotate", "45"]])
def test_a_wrong_command_line_says_how_it_is_written(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == UsageError.exit_code  # argparse's 2 means a refused pack here
    err = capsys.readouterr().err
    assert err.startswith("usage: kiosk")
    assert "Traceback" not in err


def test_an_unknown_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["chekc"])
    err = capsys.readouterr().err
    assert "'chekc'" in err
    assert all(name in err for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    assert "--verbose" in capsys.readouterr().out


def test_the_commands_name_in_another_place_is_no_command(check_does: Replace) -> None:
    check_does(lambda: 7)
    with pytest.raises(SystemExit):
        main(["check", "run"])  # this check takes no pack; "run" is not looked for either


def loaded(*words: str) -> set[str]:
    """Which modules a start of the program imports."""
    script = (
        "import sys\nfrom kiosk.__main__ import main\n"
        "try:\n main(sys.argv[1:])\nexcept SystemExit as end:\n code = end.code\n"
        "print('MODULES', *sorted(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *words], cwd=ROOT, capture_output=True, text=True,
        check=True, timeout=60,
    )  # fmt: skip
    return set(done.stdout.rpartition("MODULES")[2].split())


def test_the_version_is_told_without_loading_anything() -> None:
    modules = loaded("--version")
    assert not modules & set(HEAVY)
    assert not {name for name in modules if name.startswith("kiosk.") and name.count(".") > 1}


def test_only_the_wanted_command_is_loaded() -> None:
    modules = loaded("run", "--help")
    assert {name for name in modules if name.startswith("kiosk.commands.")} == {
        "kiosk.commands.run", "kiosk.commands.screen_size",
    }  # fmt: skip
    assert not modules & {"PySide6", "cv2", "numpy", "onnxruntime"}


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"Cellarcast {__version__}\n"


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1920x1080", (1920, 1080)),
        ("1080X1920", (1080, 1920)),
        ("3840x2160", (3840, 2160)),
        ("320x320", (320, 320)),
        ("8192x8192", (8192, 8192)),
    ],
)
def test_sizes(text: str, size: tuple[int, int]) -> None:
    assert screen_size(text) == size


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "1920", "1920x", "x1080", "1920*1080", "1920x1080x1", "-1920x1080", "1920 x 1080",
        "319x1080", "1920x319", "8193x1080", "1920x8193", "1e3x1000", "0x0", "999999999x1080",
        "19.2x1080", "1²0x1080", "9" * 5000 + "x1080",
    ],
)  # fmt: skip
def test_what_is_no_size_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        screen_size(text)
    assert str(caught.value) == (
        f"--size: {text!r} is not a size; write it like 1920x1080, each side from 320 to 8192."
    )
