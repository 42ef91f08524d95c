"""Stream keys: from the keyring, from a file that only its owner can read, from nowhere else."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kiosk.errors import BroadcastError
from kiosk.live.broadcast import keys

SECRET = "abcd-efgh-ijkl-mnop"


def nothing(_name: str) -> None:
    return None


def write(path: Path, text: str, mode: int = 0o600) -> Path:
    path.write_text(text, "utf-8")
    path.chmod(mode)
    return path


def test_the_keyring_comes_first(tmp_path: Path) -> None:
    path = write(tmp_path / "keys.toml", 'room = "from-file"')
    assert keys.stream_key("room", path, lambda name: f"ring-{name}") == "ring-room"
    assert keys.stream_key("room", path, nothing) == "from-file"


def test_a_key_in_a_protected_file(tmp_path: Path) -> None:
    path = write(tmp_path / "keys.toml", f'# mine\nroom = "{SECRET} "\nother = 3\n')
    assert keys.stream_key("room", path, nothing) == SECRET
    for name in ("other", "none"):
        with pytest.raises(BroadcastError, match="no stream key named"):
            keys.stream_key(name, path, nothing)


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660, 0o601])
def test_a_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = write(tmp_path / "keys.toml", f'room = "{SECRET}"', mode)
    if sys.platform == "win32":  # rights are kept elsewhere there
        assert keys.stream_key("room", path, nothing) == SECRET
        return
    with pytest.raises(BroadcastError, match="chmod 600") as refused:
        keys.stream_key("room", path, nothing)
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize(
    "text", [f"room = {SECRET}", f'room = "{SECRET}', "\udc80", f'x="{"y" * 70_000}{SECRET}"']
)
def test_a_broken_file_is_told_without_a_word_of_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "keys.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    path.chmod(0o600)
    with pytest.raises(BroadcastError, match="cannot be read") as refused:
        keys.stream_key("room", path, nothing)
    assert SECRET not in str(refused.value)
    assert refused.value.__cause__ is None, "a traceback would show the line"


def test_a_key_that_is_nowhere_is_told_with_what_to_type(tmp_path: Path) -> None:
    with pytest.raises(BroadcastError, match="keyring set cellarcast room"):
        keys.stream_key("room", tmp_path / "none.toml", nothing)


def test_the_systems_keyring_is_asked_by_name() -> None:
    keyring = importlib.import_module("keyring")
    backend = importlib.import_module("keyring.backend")
    stored: dict[tuple[str, str], str] = {}

    class Memory(backend.KeyringBackend):  # type: ignore[misc, name-defined]
        priority = 1

        def get_password(self, service: str, username: str) -> str | None:
            return stored.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            stored[service, username] = password

    before = keyring.get_keyring()
    keyring.set_keyring(Memory())
    try:
        keyring.set_password("cellarcast", "room", SECRET)
        assert keys.from_keyring("room") == SECRET
        assert keys.from_keyring("other") is None
    finally:
        keyring.set_keyring(before)


@pytest.mark.parametrize("trouble", [RuntimeError("locked"), OSError("no bus")])
def test_a_keyring_that_is_locked_or_absent_is_no_key(
    monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    module = ModuleType("keyring")

    def refuse(_service: str, _name: str) -> str:
        raise trouble

    module.get_password = refuse  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", module)
    assert keys.from_keyring("room") is None


def test_without_the_package_the_file_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert keys.from_keyring("room") is None
