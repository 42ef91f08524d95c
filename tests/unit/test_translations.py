"""The interface's translations are complete and up to date with the QML."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_word_is_translated_and_compiled() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "i18n" / "build.py", "--check"],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "complete", "")
