"""The house rules, run as tests: linters, types, layers, QML with type information, guards."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import leaked_threads

ROOT = Path(__file__).resolve().parents[2]
QML = ROOT / "kiosk" / "ui" / "qml"
BRIDGE = ROOT / "kiosk" / "ui" / "bridge"
LONGEST = 400  # lines of a file

# Import name -> distribution, where they differ.
DISTRIBUTIONS = {
    "PySide6": "pyside6-essentials",
    "PIL": "pillow",
    "cv2": "opencv-python-headless",
    "fontTools": "fonttools",
}


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program of this environment in the project's folder."""
    program = Path(sys.executable).with_name(name + (".exe" if sys.platform == "win32" else ""))
    return subprocess.run(
        [program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def said(done: subprocess.CompletedProcess[str]) -> str:
    """All that a program printed, for the message of a failing test."""
    return f"{done.stdout}\n{done.stderr}"


def test_ruff_finds_nothing() -> None:
    done = tool("ruff", "check", "--no-cache", "--output-format", "concise")
    assert done.returncode == 0, said(done)


@pytest.mark.timeout(900)
def test_types_are_strict() -> None:
    done = tool("mypy", "--no-error-summary")
    assert done.returncode == 0, said(done)


def test_imports_keep_their_contracts() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import importlinter.cli as c; c.lint_imports_command()"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, said(done)
    assert "3 kept, 0 broken" in done.stdout


def test_no_source_file_is_too_long_to_read() -> None:
    files = [*(ROOT / "kiosk").rglob("*.py"), *(ROOT / "tests").rglob("*.py"), ROOT / "dev.py"]
    assert files
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in files}
    assert {path.name: lines for path, lines in lengths.items() if lines > LONGEST} == {}


# --- QML --------------------------------------------------------------------------------------

# How PySide writes a Python type of a Property, and what Qt calls it.
QT_NAMES = {"float": "double", "list": "QVariantList"}


def qt_types(dumped: object) -> object:
    """The dump with Qt's names for the types of properties, arguments and results."""
    if isinstance(dumped, dict):
        return {
            key: QT_NAMES.get(value, value)
            if key in {"type", "returnType"} and isinstance(value, str)
            else qt_types(value)
            for key, value in dumped.items()
        }
    return [qt_types(part) for part in dumped] if isinstance(dumped, list) else dumped


def know_bases(described: dict[str, Any]) -> None:
    """Each file is dumped by itself: a class is an object when one of another file is its base."""
    classes = [each for dump in described.values() for unit in dump for each in unit["classes"]]
    objects = {each["className"] for each in classes if each["object"]}
    for each in classes:
        each["object"] |= any(base["name"] in objects for base in each.get("superClasses", ()))


@pytest.fixture(scope="module")
def bridge_types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An import path that describes the Python types that QML sees, as qmllint reads them."""
    folder = tmp_path_factory.mktemp("types")
    described = {}
    for source in sorted(BRIDGE.glob("*.py")):
        if "@QmlElement" not in source.read_text("utf-8"):
            continue
        done = tool("pyside6-metaobjectdump", source)
        assert done.returncode == 0, said(done)
        described[source.stem] = qt_types(json.loads(done.stdout))
    assert described
    know_bases(described)
    dumps = []
    for name, description in described.items():
        dump = folder / f"{name}.json"
        dump.write_text(json.dumps(description), "utf-8")
        dumps.append(dump)
    import PySide6  # noqa: PLC0415 - only this test needs to know where Qt's own types are

    qt = Path(PySide6.__file__).parent / "Qt" / "metatypes"
    foreign = [str(qt / f"qt6{name}_metatypes.json") for name in ("core", "gui", "qml", "quick")]
    module = folder / "Cellarcast" / "Bridge"
    module.mkdir(parents=True)
    (module / "qmldir").write_text(
        "module Cellarcast.Bridge\ntypeinfo bridge.qmltypes\ndepends QtQuick\n", "utf-8"
    )
    done = tool(
        "pyside6-qmltyperegistrar", "--generate-qmltypes", module / "bridge.qmltypes",
        "-o", folder / "unused.cpp", "--import-name", "Cellarcast.Bridge", "--major-version", "1",
        "--foreign-types", ",".join(foreign), *dumps,
    )  # fmt: skip
    assert done.returncode == 0, said(done)
    assert "Warning" not in said(done), said(done)
    return folder


def qmllint(bridge_types: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    """Lint with every type known; no warning is allowed."""
    return tool("pyside6-qmllint", "--max-warnings", "0", "-I", bridge_types, "-I", QML, *files)


def test_qmllint_finds_nothing(bridge_types: Path) -> None:
    files = sorted(QML.rglob("*.qml"))
    assert files
    done = qmllint(bridge_types, *files)
    assert done.returncode == 0, said(done)


def test_qmllint_knows_the_types_that_python_gives(bridge_types: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "Wrong.qml"
    wrong.write_text(
        "pragma ComponentBehavior: Bound\nimport QtQuick\nimport Cellarcast.Bridge\n"
        "Item {\n required property StageController stage\n width: stage.noSuchThing\n}\n",
        "utf-8",
    )
    done = qmllint(bridge_types, wrong)
    assert done.returncode != 0
    assert 'Member "noSuchThing" not found on type "StageController"' in said(done)


def test_every_font_that_qml_names_is_shipped() -> None:
    named = set()
    for path in QML.rglob("*.qml"):
        text = path.read_text("utf-8")
        named |= set(re.findall(r'(?:family|Title|Text):\s*"([^"]+)"', text))
    listed = (ROOT / "assets" / "fonts" / "README.md").read_text("utf-8")
    shipped = set(re.findall(r"^\| `[^`]+` \| `([^`]+)`", listed, re.MULTILINE))
    assert shipped == {"Noto Serif SC", "Noto Sans SC", "EB Garamond"}
    assert named
    assert named <= shipped


# --- packages ---------------------------------------------------------------------------------


def pins(group: str) -> set[str]:
    """The distributions that a group pins."""
    text = (ROOT / "requirements" / f"{group}.txt").read_text("utf-8")
    return set(re.findall(r"^([a-z0-9._-]+)==", text, re.MULTILINE))


def imported(folder: Path) -> Iterator[tuple[str, Path]]:
    """Top-level names of what the files of a folder import, and who does."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((name.name.split(".")[0], path) for name in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                yield node.module.split(".")[0], path


def test_what_the_program_imports_is_pinned() -> None:
    runtime, narration = pins("runtime"), pins("narration")
    missing = set()
    for name, path in imported(ROOT / "kiosk"):
        if name in sys.stdlib_module_names or name == "kiosk":
            continue
        making = "narration" in path.parts or path.name == "narrate.py"
        allowed = runtime | narration if making else runtime
        if DISTRIBUTIONS.get(name, name).replace("_", "-") not in allowed:
            missing.add((name, str(path.relative_to(ROOT))))
    assert missing == set()


@pytest.mark.parametrize("group", ["runtime", "narration", "dev", "bench", "art"])
def test_every_pin_has_hashes_and_no_address(group: str) -> None:
    text = (ROOT / "requirements" / f"{group}.txt").read_text("utf-8")
    assert "://" not in text
    assert "--index" not in text
    entries = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


# --- the guards of conftest.py ----------------------------------------------------------------

BAD_TESTS = """
import logging, threading, time
from PySide6.QtCore import QUrl, qWarning
from PySide6.QtQml import QQmlComponent, QQmlEngine

def test_thread():
    threading.Thread(target=time.sleep, args=(9,), daemon=True).start()

def test_file():
    open(__file__)

def test_qt_warning(qapp):
    qWarning("something is wrong")

def test_qml_warning(qapp):
    engine = QQmlEngine()
    part = QQmlComponent(engine)
    part.setData(b"import QtQml; QtObject { property int a: nothing.at.all }", QUrl())
    thing = part.create()
    assert thing is not None
    thing.deleteLater()

def test_warning():
    import warnings
    warnings.warn("old", DeprecationWarning)

def test_good(qapp):
    worker = threading.Thread(target=time.sleep, args=(0.01,))
    worker.start()
    with open(__file__) as file:
        assert file.read()
"""


def test_a_test_that_leaves_something_behind_fails(tmp_path: Path) -> None:
    path = tmp_path / "test_bad.py"
    path.write_text(BAD_TESTS, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", ROOT / "pyproject.toml", "--rootdir", tmp_path,
         "-p", "tests.conftest", "-p", "no:cacheprovider", "-q", path],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    failed = set(re.findall(r"^(?:FAILED|ERROR) \S*::(\w+)", done.stdout, re.MULTILINE))
    bad = set(re.findall(r"def (test_\w+)", BAD_TESTS)) - {"test_good"}
    assert failed == bad, said(done)


def test_daemon_threads_count_as_running() -> None:
    import threading  # noqa: PLC0415 - the one test about threads

    before = set(threading.enumerate())
    stop = threading.Event()
    worker = threading.Thread(target=stop.wait, name="left over", daemon=True)
    worker.start()
    assert leaked_threads(before, grace=0.0) == ["left over"]
    stop.set()
    assert leaked_threads(before) == []
