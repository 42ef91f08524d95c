"""NOTICES.md names what is pinned, no more and no less, and nothing under a licence we refuse."""

import hashlib
import re
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GROUPS = ("runtime", "narration", "broadcast", "dev", "bench", "art")
NOTICES = (ROOT / "NOTICES.md").read_text("utf-8")
# The text of apache.org/licenses/LICENSE-2.0.txt.
APACHE_2 = "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"


def pinned() -> dict[tuple[str, str], str]:
    """(distribution, version) -> the first group that pins it."""
    found: dict[tuple[str, str], str] = {}
    for group in GROUPS:
        text = (ROOT / "requirements" / f"{group}.txt").read_text("utf-8")
        for name, version in re.findall(r"^([a-z0-9._-]+)==(\S+)", text, re.MULTILINE):
            found.setdefault((name, version), group)
    return found


def noticed() -> dict[tuple[str, str], str]:
    """(distribution, version) -> licence, from the tables of packages."""
    rows = re.findall(r"^\| ([a-z0-9._-]+) \| ([0-9]\S*) \| (.+) \|$", NOTICES, re.MULTILINE)
    return {(name, version): licence for name, version, licence in rows}


def refused(licence: str) -> bool:
    """Whether a licence is of the GPL family, other than the LGPL."""
    return bool(re.search(r"(?<!L)GPL", licence))


def test_every_pinned_package_is_named_with_its_version_and_nothing_else_is() -> None:
    assert set(noticed()) == set(pinned())


def test_no_package_is_under_the_gpl() -> None:
    assert [name for name, licence in noticed().items() if refused(licence)] == []


@pytest.mark.parametrize(
    ("licence", "answer"),
    [("GPL-3.0-only", True), ("AGPL-3.0", True), ("LGPL-3.0-only", False), ("MIT", False)],
)
def test_refused_licences_are_recognised(licence: str, answer: bool) -> None:
    assert refused(licence) is answer


def test_the_installed_packages_say_the_same() -> None:
    """Their own metadata is read; packages for other systems are not here to be asked."""
    asked = 0
    for (name, version), group in pinned().items():
        if group not in {"runtime", "narration", "broadcast", "dev"}:
            continue
        try:
            found = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        if found["Version"] != version:
            continue  # the other of two versions for two Pythons
        asked += 1
        fields = [key for key in ("License-Expression", "License") if key in found]
        own = found[fields[0]] if fields else ""
        words = " ".join([own[:200], *(found.get_all("Classifier") or [])])
        # Qt's packages offer the LGPL among others; that is the one we take.
        assert "LGPL" in words or not refused(words), f"{name}: {words}"
    assert asked > 40


def test_fonts_have_their_licences_beside_them() -> None:
    fonts = ROOT / "assets" / "fonts"
    for name in re.findall(r"`(OFL-\w+\.txt)`", NOTICES):
        text = (fonts / name).read_text("utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in text
    listed = (fonts / "README.md").read_text("utf-8")
    for font in (*fonts.glob("*.otf"), *fonts.glob("*.ttf")):
        assert f"`{font.name}`" in listed


def test_the_licence_is_apache_2_in_full() -> None:
    assert hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest() == APACHE_2
