"""dev.py: set-up once, mended when interrupted, plain words when something is in the way."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import dev


class Recorder:
    """Stands in for the commands that dev.py starts; answers with the codes it is given."""

    def __init__(self) -> None:
        self.calls: list[list[str]] = []
        self.codes: dict[str, int] = {}

    def __call__(
        self, command: list[str] | tuple[str, ...], **_: object
    ) -> subprocess.CompletedProcess[str]:
        self.calls.append(list(command))
        words = " ".join(command)
        code = next((code for part, code in self.codes.items() if part in words), 0)
        if "-m venv" in words:
            python = Path(command[-1]) / "bin" / "python"
            python.parent.mkdir(parents=True)
            python.touch()
        return subprocess.CompletedProcess(command, code, stdout="", stderr="out of luck")

    def pip(self) -> list[str]:
        """The groups whose packages pip was asked for."""
        return [Path(call[-1 if call[-1].endswith("txt") else call.index("-r") + 1]).stem
                for call in self.calls if "pip" in call]  # fmt: skip


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """Every command recorded, none started."""
    recorder = Recorder()
    monkeypatch.setattr(subprocess, "run", recorder)
    return recorder


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder of its own, on a Linux that has everything."""
    requirements = tmp_path / "requirements"
    requirements.mkdir()
    for group in dev.GROUPS:
        (requirements / f"{group}.txt").write_text(f"{group}==1\n", "utf-8")
    (requirements / "system.txt").write_text("# nothing\n", "utf-8")
    for name, value in {
        "ROOT": tmp_path,
        "VENV": tmp_path / ".venv",
        "STAMP": tmp_path / ".venv" / "cellarcast.json",
        "REQUIREMENTS": requirements,
    }.items():
        monkeypatch.setattr(dev, name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "ROOM_NEEDED", 0)
    return tmp_path


def test_the_first_start_sets_up_and_the_second_does_nothing(
    project: Path, commands: Recorder
) -> None:
    dev.ready("runtime")
    assert commands.pip() == ["runtime"]
    commands.calls.clear()
    dev.ready("runtime")
    assert commands.calls == []


def test_pip_takes_only_wheels_with_known_hashes(project: Path, commands: Recorder) -> None:
    dev.ready("runtime")
    [call] = [call for call in commands.calls if "pip" in call]
    assert {"--require-hashes", "--no-deps", "--only-binary"} <= set(call)


def test_a_further_group_leaves_the_others_alone(project: Path, commands: Recorder) -> None:
    dev.ready("runtime")
    commands.calls.clear()
    dev.ready("runtime", "narration")
    assert commands.pip() == ["narration"]


def test_changed_pins_are_fetched(project: Path, commands: Recorder) -> None:
    dev.ready("runtime", "dev")
    commands.calls.clear()
    (project / "requirements" / "runtime.txt").write_text("runtime==2\n", "utf-8")
    dev.ready("runtime", "dev")
    assert commands.pip() == ["runtime"]


def test_an_interrupted_group_is_put_in_again_in_full(project: Path, commands: Recorder) -> None:
    dev.ready("runtime")
    commands.codes["narration.txt"] = 1
    with pytest.raises(dev.SetupError, match="start again"):
        dev.ready("runtime", "narration")
    commands.codes.clear()
    commands.calls.clear()
    dev.ready("runtime", "narration")
    [call] = [call for call in commands.calls if "pip" in call]
    assert "--force-reinstall" in call
    assert commands.pip() == ["narration"]


@pytest.mark.parametrize("stamp", ["", "{", "[]", '{"python": "2.7", "runtime": "x"}'])
def test_a_broken_or_foreign_stamp_means_a_new_environment(
    project: Path, commands: Recorder, stamp: str
) -> None:
    dev.ready("runtime")
    dev.STAMP.write_text(stamp, "utf-8")
    commands.calls.clear()
    dev.ready("runtime")
    assert any("venv" in call for call in commands.calls)
    assert json.loads(dev.STAMP.read_text("utf-8"))["runtime"] == dev.fingerprint("runtime")


def test_an_environment_whose_python_is_gone_is_made_anew(
    project: Path, commands: Recorder
) -> None:
    dev.ready("runtime")
    dev.interpreter().unlink()
    commands.calls.clear()
    dev.ready("runtime")
    assert any("venv" in call for call in commands.calls)


def test_a_qt_that_does_not_load_is_named_and_tried_again(
    project: Path, commands: Recorder
) -> None:
    commands.codes["import PySide6"] = 1
    with pytest.raises(dev.SetupError, match="Qt does not load: out of luck"):
        dev.ready("runtime")
    commands.codes.clear()
    dev.ready("runtime")
    assert commands.pip() == ["runtime", "runtime"]


@pytest.fixture
def lacking(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Debian that lacks two libraries."""
    table = "runtime libc.so.6 libc6\nruntime libno.so.1 libno1t64 libno1\ndev Nothing nothing\n"
    (project / "requirements" / "system.txt").write_text(table, "utf-8")
    here = {"apt-get": "/usr/bin/apt-get", "sudo": "/usr/bin/sudo"}
    monkeypatch.setattr(shutil, "which", here.get)
    return project


def as_user(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Be the user of that number."""
    monkeypatch.setattr(os, "geteuid", lambda: number)


def test_root_gets_the_missing_packages_of_the_groups_asked_for(
    lacking: Path, commands: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_user(monkeypatch, 0)
    dev.prepare_system(["runtime"])
    assert commands.calls[-1][-3:] == ["-qq", "--no-install-recommends", "libno1t64"]


def test_an_older_release_has_the_package_under_its_older_name(
    lacking: Path, commands: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_user(monkeypatch, 0)
    commands.codes["apt-cache"] = 100
    dev.prepare_system(["runtime"])
    assert commands.calls[-1][-1] == "libno1"


def test_sudo_is_used_only_where_it_asks_for_no_password(
    lacking: Path, commands: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_user(monkeypatch, 1000)
    dev.prepare_system(["runtime"])
    assert commands.calls[-1][:2] == ["sudo", "-n"]


def test_without_permission_the_exact_line_to_type_is_said(
    lacking: Path, commands: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_user(monkeypatch, 1000)
    commands.codes["sudo -n true"] = 1
    line = r"\nsudo apt-get install -y --no-install-recommends libno1t64 nothing$"
    with pytest.raises(dev.SetupError, match=line):
        dev.prepare_system(["runtime", "dev"])


def test_a_system_without_apt_is_told_what_it_lacks(
    lacking: Path, commands: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", {}.get)
    with pytest.raises(dev.SetupError, match=r"lacks libno\.so\.1\. Install"):
        dev.prepare_system(["runtime"])


def test_a_file_is_there_or_not(tmp_path: Path) -> None:
    """A server's module is neither a library of the loader's nor a program of the path's."""
    module = tmp_path / "module.so"
    assert not dev.is_there(str(module))
    module.touch()
    assert dev.is_there(str(module))


def test_every_line_of_the_system_table_names_a_group_a_thing_and_a_package() -> None:
    table = (Path(dev.__file__).parent / "requirements" / "system.txt").read_text("utf-8")
    rows = [line.split() for line in table.splitlines() if not line.startswith("#")]
    assert len(rows) > 20
    assert {row[0] for row in rows} <= set(dev.GROUPS)
    assert all(len(row) >= 3 for row in rows)


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A Linux without a screen, where no set-up may begin."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    def refuse(*_: str) -> None:
        pytest.fail("the set-up began")

    monkeypatch.setattr(dev, "ready", refuse)
    return refuse


def test_run_without_a_screen_says_so_and_offers_preview(
    no_screen: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["run"]) == 4
    said = capsys.readouterr().err
    assert "no display" in said
    assert "kiosk preview" in said


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_way_to_draw_is_a_screen(
    no_screen: object, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert not dev.has_display()
    monkeypatch.setenv(name, "x")
    assert dev.has_display()


@pytest.mark.parametrize(
    ("arguments", "groups"),
    [
        (["kiosk", "check", "x"], ("runtime",)),
        (["kiosk", "narrate", "x"], ("runtime", "narration")),
        (["kiosk", "--verbose", "narrate", "x"], ("runtime", "narration")),
        (["kiosk", "broadcast", "--to", "x.mp4"], ("runtime", "broadcast")),
        (["python", "-V"], ("runtime",)),
        (["ruff", "check"], ("runtime", "dev")),
    ],
)
def test_exec_sets_up_what_the_command_needs(
    project: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], groups: tuple[str, ...]
) -> None:
    asked: list[tuple[str, ...]] = []
    started: list[list[str]] = []

    def become(command: list[str], _environment: dict[str, str]) -> int:
        started.append(command)
        return 7

    monkeypatch.setattr(dev, "ready", lambda *names: asked.append(names))
    monkeypatch.setattr(dev, "become", become)
    for name in ("python", "ruff"):
        program = dev.interpreter().with_name(name)
        program.parent.mkdir(parents=True, exist_ok=True)
        program.touch()
    assert dev.main(["exec", *arguments]) == 7
    assert asked == [groups]
    assert started[0][-len(arguments) + 1 :] == arguments[1:]


def test_nothing_of_the_user_reaches_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    environment = dev.clean_environment()
    assert environment["PYTHONPATH"] == str(dev.ROOT)
    assert environment["PYTHONNOUSERSITE"] == "1"
    assert "PIP_USER" not in environment


@pytest.mark.parametrize(
    ("own", "given"), [({}, "C.UTF-8"), ({"LANG": "zh_CN.UTF-8"}, "zh_CN.UTF-8")]
)
def test_qt_gets_a_locale_that_knows_all_letters(
    monkeypatch: pytest.MonkeyPatch, own: dict[str, str], given: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in own.items():
        monkeypatch.setenv(name, value)
    assert dev.clean_environment()["LANG"] == given


def test_an_older_python_gets_one_clear_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert dev.main(["run"]) == 1
    assert "Python 3.11 or newer is needed, and this is 3.9." in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["dance"], ["setup", "dance"], ["exec", "dance"], ["exec"]])
def test_a_wrong_command_is_one_sentence_and_a_code(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
) -> None:
    monkeypatch.setattr(dev, "ready", lambda *_: None)
    assert dev.main(arguments) in {1, 64}
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_second_start_adds_less_than_three_tenths_of_a_second(tmp_path: Path) -> None:
    """The real file, in a folder that is set up; the environment's Python is this one."""
    source = Path(dev.__file__)
    (tmp_path / "dev.py").write_bytes(source.read_bytes())
    requirements = tmp_path / "requirements"
    requirements.mkdir()
    for name in ("runtime.txt", "system.txt"):
        (requirements / name).write_bytes((source.parent / "requirements" / name).read_bytes())
    python = (
        tmp_path / ".venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    )
    python.parent.mkdir(parents=True)
    python.symlink_to(Path(sys.executable).resolve())
    stamp = {"python": dev.python_version(), "runtime": dev.fingerprint("runtime")}
    (tmp_path / ".venv" / "cellarcast.json").write_text(json.dumps(stamp), "utf-8")

    def seconds(*command: str) -> float:
        """Of the processor, not of the clock: the machine may have other work."""
        begun = os.times()
        subprocess.run([*command, "-c", "print(1)"], check=True, stdout=subprocess.DEVNULL)
        ended = os.times()
        used = ended.children_user - begun.children_user
        return used + ended.children_system - begun.children_system

    script = str(tmp_path / "dev.py")
    through = min(seconds(sys.executable, script, "exec", "python") for _ in range(3))
    direct = min(seconds(str(python)) for _ in range(3))
    assert through - direct < 0.3
