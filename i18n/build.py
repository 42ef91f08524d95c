"""Bring the interface's translations up to date: sources from the QML, then what Qt reads.

    python i18n/build.py            # .ts from the sources, .qm from the .ts
    python i18n/build.py --check    # fails when either is out of date or a word is missing

Translate the ``.ts`` files by hand (Qt Linguist or an editor), then build again. English is the
language of the sources; its file holds plural forms only. Needs PySide6's own tools.
"""

import argparse
import filecmp
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree  # our own files

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parent / "kiosk" / "ui" / "qml"
LANGUAGES = ("de", "en", "es", "fr", "it", "pt", "zh-CN")


def tool(name: str) -> str:
    """A program of this environment."""
    return str(Path(sys.executable).with_name(name + (".exe" if sys.platform == "win32" else "")))


def source(folder: Path, language: str) -> Path:
    """Where a language's words are."""
    return folder / f"cellarcast_{language}.ts"


def update(folder: Path) -> None:
    """Bring the .ts files in ``folder`` to the QML's state, then compile them."""
    qml = sorted(str(path) for path in SOURCES.rglob("*.qml"))
    for language in LANGUAGES:
        plural = ["-pluralonly"] if language == "en" else []
        subprocess.run(
            [
                tool("pyside6-lupdate"), "-silent", "-no-obsolete", "-locations", "none",
                "-source-language", "en", "-target-language", language.replace("-", "_"), *plural,
                *qml, "-ts", str(source(folder, language)),
            ],
            check=True,
        )  # fmt: skip
        subprocess.run(
            [
                tool("pyside6-lrelease"), "-silent", "-nounfinished",
                str(source(folder, language)), "-qm",
                str(source(folder, language).with_suffix(".qm")),
            ],
            check=True,
        )  # fmt: skip


def missing(folder: Path) -> list[str]:
    """Words without a translation, as "language: context: source"."""
    found = []
    for language in LANGUAGES:
        tree = ElementTree.parse(source(folder, language))
        for context in tree.iter("context"):
            for message in context.iter("message"):
                translation = message.find("translation")
                forms = [] if translation is None else list(translation.iter("numerusform"))
                texts = [form.text for form in forms] or [
                    None if translation is None else translation.text
                ]
                unfinished = translation is None or translation.get("type") == "unfinished"
                if unfinished or not all(texts):
                    name, text = context.findtext("name"), message.findtext("source")
                    found.append(f"{language}: {name}: {text}")
    return found


def check() -> list[str]:
    """What is wrong with the files as they are; nothing when they are up to date."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for language in LANGUAGES:
            shutil.copy(source(HERE, language), folder)
        update(folder)
        wrong = [
            f"{path.name} is out of date: run i18n/build.py"
            for path in sorted(folder.iterdir())
            if not (HERE / path.name).is_file()
            or not filecmp.cmp(path, HERE / path.name, shallow=False)
        ]
        return wrong + missing(folder)


def main() -> int:
    """Build, or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        update(HERE)
        wrong = missing(HERE)
    else:
        wrong = check()
    print("\n".join(wrong) or "complete")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
