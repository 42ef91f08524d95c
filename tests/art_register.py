"""What the registers of made files say, and what is wrong with them: the art's lint.

A register is a ``MEDIA.toml`` beside what it lists, one in every pack and in every folder of
``assets``. Its ``[[made]]`` tables name files with the script that makes them (or, of material
that is shipped unchanged, the ``origin`` it comes from), the command that makes one of them again,
and the licence. The subject's place in a picture stands in ``winery.toml``, where it is read.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

REGISTER = "MEDIA.toml"
KINDS = frozenset(
    ".webp .jpg .jpeg .png .svg .gif .ogg .wav .mp3 .webm .mp4 .mkv .glb .npz .bin .tflite .onnx "
    ".ttf .otf".split()
)
LICENCES = frozenset({"Apache-2.0", "OFL-1.1", "ISC", "CC0-1.0"})
BAKED = "narration"  # named by the hash of what made it, and looked after by kiosk narrate
KB, MB = 1000, 1_000_000
PICTURES = frozenset({".webp", ".jpg", ".jpeg", ".png"})
PICTURE, PANORAMA, CLIP, SOUND = 900 * KB, 3 * MB, 6 * MB, 1 * MB
PACK, ALL = 16 * MB, 120 * MB
_QUOTED = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|\[poses\.(\w+)\]")


@dataclass(frozen=True, slots=True)
class Made:
    """One file as its register has it."""

    path: Path
    register: Path
    command: str
    script: str = ""
    origin: str = ""
    licence: str = ""
    licence_file: str = ""
    named_in: tuple[str, ...] = ()


LAYER = re.compile(r"-(far|near)$")


def scene_of(path: Path) -> str:
    """The scene that a picture, or one of its layers, belongs to."""
    return LAYER.sub("", path.stem.removesuffix("-portrait"))


def filled(command: str, path: Path) -> str:
    """The command for one file: its scene, orientation or name put in."""
    portrait = path.stem.endswith("-portrait")
    return command.format(
        scene=scene_of(path),
        orientation="portrait" if portrait else "landscape",
        name=path.stem,
    )


def registers(root: Path) -> list[Path]:
    """Every register there is."""
    return sorted(
        [*root.glob(f"content/wineries/*/{REGISTER}"), *root.glob(f"assets/*/{REGISTER}")]
    )


def listed(register: Path) -> Iterator[Made]:
    """What one register lists, in its order."""
    for table in tomllib.loads(register.read_text("utf-8"))["made"]:
        facts = {key: value for key, value in table.items() if key not in ("files", "named_in")}
        for name in table["files"]:
            path = register.parent / name
            facts["command"] = filled(table["command"], path)
            yield Made(path, register, named_in=tuple(table.get("named_in", ())), **facts)


def kept(root: Path) -> list[Path]:
    """Every media file of packs and assets but baked narration."""
    files = chain(root.glob("content/wineries/*/**/*"), root.glob("assets/*/**/*"))
    return sorted(
        path
        for path in files
        if path.suffix.lower() in KINDS and path.is_file() and path.parent.name != BAKED
    )


def problems(root: Path) -> list[str]:
    """Everything that is wrong, a line each; empty when all is in order."""
    made = [entry for register in registers(root) for entry in listed(register)]
    files = kept(root)
    found = list(_records(root, made, files))
    found += _pictures(root)
    found += _unused(root, made, files)
    found += _sizes(root, files)
    return found


def _records(root: Path, made: list[Made], files: list[Path]) -> Iterator[str]:
    seen: set[Path] = set()
    for entry in made:
        name = entry.path.relative_to(root).as_posix()
        if entry.path in seen:
            yield f"{name}: recorded twice"
        seen.add(entry.path)
        if not entry.path.is_file():
            yield f"{name}: recorded, but not there"
        if entry.script:
            module = entry.script.startswith("kiosk/")
            start = "python -m kiosk " if module else f"python {entry.script}"
            if not (root / entry.script).is_file():
                yield f"{name}: there is no script {entry.script}"
            if not entry.command.startswith(start):
                yield f"{name}: its command does not run {entry.script}"
        elif not entry.origin:
            yield f"{name}: neither a script nor an origin"
        if not entry.licence or not set(entry.licence.split(" AND ")) <= LICENCES:
            yield f"{name}: licence {entry.licence or 'missing'}"
        if entry.licence not in ("Apache-2.0", "Apache-2.0 AND CC0-1.0") or entry.origin:
            text = entry.register.parent / (entry.licence_file or "missing")
            if not text.is_file():
                yield f"{name}: the licence's text is not beside it"
    for path in files:
        if path not in seen:
            yield f"{path.relative_to(root).as_posix()}: in no register"


def _packs(root: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for facts in sorted(root.glob("content/wineries/*/winery.toml")):
        yield facts.parent, tomllib.loads(facts.read_text("utf-8"))


def _pictures(root: Path) -> Iterator[str]:
    """Every picture has its subject's place; a panorama is looked at all round."""
    for pack, facts in _packs(root):
        for table in (*facts.get("scenes", ()), *facts.get("wines", ())):
            for picture, focus in (("picture", "focus"), ("portrait", "portrait_focus")):
                if picture in table and focus not in table:
                    yield f"{pack.name}/{table[picture]}: no {focus} in {table['id']}"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def _unused(root: Path, made: list[Made], files: list[Path]) -> Iterator[str]:
    named = {pack: set(_texts(facts)) for pack, facts in _packs(root)}
    entries = {entry.path: entry for entry in made}
    words: dict[tuple[tuple[str, ...], str], frozenset[str]] = {}  # reading sources takes a while
    for path in files:
        name = path.relative_to(root).as_posix()
        pack = next((pack for pack in named if pack in path.parents), None)
        if pack is not None:
            if path.relative_to(pack).as_posix() not in named[pack]:
                yield f"{name}: its pack names it nowhere"
        elif path in entries:
            places, script = entries[path].named_in, entries[path].script
            if (places, script) not in words:
                words[places, script] = _words(root, places, script)
            names = {path.name, path.stem, path.stem.removeprefix("pose-")}
            if names.isdisjoint(words[places, script]):
                yield f"{name}: nothing in {', '.join(places) or 'named_in'} names it"


def _words(root: Path, places: Iterable[str], script: str) -> frozenset[str]:
    """Everything in quotation marks there, but not in the script that makes the file."""
    found: set[str] = set()
    for place in places:
        start = root / place
        inside = [start] if start.is_file() else start.rglob("*")
        for path in inside:
            own = path.name == REGISTER or path == root / script
            if path.suffix in (".py", ".qml", ".toml") and not own:
                found |= _quoted(path)
    return frozenset(found)


def _quoted(path: Path) -> set[str]:
    return {word for match in _QUOTED.findall(path.read_text("utf-8")) for word in match if word}


def most(path: Path) -> int:
    """The bytes that a file of its kind may have."""
    suffix = path.suffix.lower()
    if suffix in PICTURES:
        return PANORAMA if path.stem.endswith("-360") else PICTURE
    return {".ogg": SOUND, ".wav": SOUND, ".webm": CLIP, ".mp4": CLIP, ".mkv": CLIP}.get(
        suffix, ALL
    )


def _sizes(root: Path, files: list[Path]) -> Iterator[str]:
    total = 0
    for path in files:
        size = path.stat().st_size
        total += size
        if size > most(path):
            yield f"{path.relative_to(root).as_posix()}: {size / KB:.0f} kB"
    for pack in root.glob("content/wineries/*"):
        size = sum(path.stat().st_size for path in files if pack in path.parents)
        if size > PACK:
            yield f"{pack.name}: {size / MB:.1f} MB of media"
    if total > ALL:
        yield f"all: {total / MB:.1f} MB"
