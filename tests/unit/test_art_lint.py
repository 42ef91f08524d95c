"""Every picture and sound says what made it; nothing is unused, without a subject or too large."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from tests import art_register
from tests.art_register import filled, kept, listed, problems, registers

ROOT = Path(__file__).parents[2]
PACKS = sorted(path.parent for path in (ROOT / "content/wineries").glob("*/winery.toml"))
FACTS = """
[[scenes]]
id = "land"
picture = "media/land.webp"
portrait = "media/land-portrait.webp"
focus = [0.4, 0.5]
portrait_focus = [0.5, 0.3]
"""
REGISTER = """
[[made]]
script = "assets/art/build.py"
command = "python assets/art/build.py --pack red --scene {scene} --orientation {orientation}"
licence = "Apache-2.0"
files = ["media/land.webp", "media/land-portrait.webp"]
"""
SOUNDS = """
[[made]]
script = "assets/sounds/build.py"
named_in = ["kiosk"]
command = "python assets/sounds/build.py {name}"
licence = "Apache-2.0"
files = ["touch.ogg"]
"""


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project of one pack and one sound in which all is in order."""
    pack = tmp_path / "content/wineries/red"
    write(pack / "winery.toml", FACTS)
    write(pack / "MEDIA.toml", REGISTER)
    write(pack / "media/land.webp", "x")
    write(pack / "media/land-portrait.webp", "x")
    write(tmp_path / "assets/art/build.py", "")
    write(tmp_path / "assets/sounds/build.py", 'FILES = ["touch"]')
    write(tmp_path / "assets/sounds/MEDIA.toml", SOUNDS)
    write(tmp_path / "assets/sounds/touch.ogg", "x")
    write(tmp_path / "kiosk/sounds.py", 'TOUCH = "touch"')
    assert problems(tmp_path) == []
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_all_shipped_media_are_in_order() -> None:
    assert problems(ROOT) == []


def test_every_pack_and_folder_of_assets_with_media_has_a_register() -> None:
    assert {path.parent for path in registers(ROOT)} >= set(PACKS)
    assert len(kept(ROOT)) > 250


@pytest.mark.parametrize("pack", PACKS, ids=[pack.name for pack in PACKS])
def test_pictures_are_recorded_under_the_script_that_really_makes_them(pack: Path) -> None:
    rays = tomllib.loads((ROOT / "assets/art/render/finished.toml").read_text("utf-8"))
    for entry in listed(pack / art_register.REGISTER):
        if entry.path.suffix == ".webp":
            scene = art_register.scene_of(entry.path)
            traced = scene in rays.get(pack.name, ())
            folder = "assets/art/render" if traced else "assets/art"
            layer = art_register.LAYER.search(entry.path.stem.removesuffix("-portrait"))
            script = "layers.py" if layer else "build.py"
            assert entry.script == f"{folder}/{script}", entry.path
            assert f"--pack {pack.name} --scene {scene}" in entry.command


def test_a_command_names_scene_and_orientation_of_its_file() -> None:
    words = "{scene} {orientation} {name}"
    assert filled(words, Path("land-portrait.webp")) == "land portrait land-portrait"
    assert filled(words, Path("land.webp")) == "land landscape land"
    assert filled(words, Path("a-near-portrait.webp")) == "a portrait a-near-portrait"
    assert filled(words, Path("a-far.webp")) == "a landscape a-far"


def test_a_picture_that_nobody_recorded_is_found(small: Path) -> None:
    write(small / "content/wineries/red/media/found.png", "x")
    name = "content/wineries/red/media/found.png"
    assert problems(small) == [f"{name}: in no register", f"{name}: its pack names it nowhere"]


def test_a_record_of_a_file_that_is_gone_is_found(small: Path) -> None:
    (small / "assets/sounds/touch.ogg").unlink()
    assert problems(small) == ["assets/sounds/touch.ogg: recorded, but not there"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('script = "assets/sounds/build.py"\n', "", "neither a script nor an origin"),
        ('"assets/sounds/build.py"', '"assets/sounds/gone.py"', "no script assets/sounds/gone.py"),
        ("python assets/sounds", "python assets/other", "does not run assets/sounds/build.py"),
        ('"Apache-2.0"', '"CC-BY-NC-4.0"', "licence CC-BY-NC-4.0"),
        ('"Apache-2.0"', '""', "licence missing"),
        ('"Apache-2.0"', '"OFL-1.1"', "the licence's text is not beside it"),
        ('["touch.ogg"]', '["touch.ogg", "touch.ogg"]', "recorded twice"),
        ('named_in = ["kiosk"]\n', "", "nothing in named_in names it"),
    ],
)
def test_a_bad_record_is_found(small: Path, old: str, new: str, said: str) -> None:
    change(small / "assets/sounds/MEDIA.toml", old, new)
    assert any(said in line for line in problems(small)), problems(small)


def test_material_shipped_unchanged_says_where_it_comes_from(small: Path) -> None:
    register = small / "assets/sounds/MEDIA.toml"
    change(register, 'script = "assets/sounds/build.py"', 'origin = "npm bells 1.0"')
    assert problems(small) == ["assets/sounds/touch.ogg: the licence's text is not beside it"]
    write(small / "assets/sounds/LICENSE", "Apache")
    change(register, "named_in", 'licence_file = "LICENSE"\nnamed_in')
    assert problems(small) == []


@pytest.mark.parametrize("key", ["focus = [0.4, 0.5]", "portrait_focus = [0.5, 0.3]"])
def test_a_picture_without_its_subjects_place_is_found(small: Path, key: str) -> None:
    change(small / "content/wineries/red/winery.toml", f"\n{key}\n", "\n")
    name = key.partition(" ")[0]
    assert [line.partition(": ")[2] for line in problems(small)] == [f"no {name} in land"]


def test_a_file_that_only_its_own_script_names_is_unused(small: Path) -> None:
    change(small / "kiosk/sounds.py", "touch", "other")
    assert problems(small) == ["assets/sounds/touch.ogg: nothing in kiosk names it"]


def test_sizes_are_bounded(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = small / "content/wineries/red/media/land.webp"
    picture.write_bytes(bytes(art_register.PICTURE + 1))
    assert problems(small) == ["content/wineries/red/media/land.webp: 900 kB"]
    picture.write_bytes(bytes(art_register.PICTURE))
    monkeypatch.setattr(art_register, "PACK", 800_000)
    assert problems(small) == ["red: 0.9 MB of media"]
    monkeypatch.setattr(art_register, "ALL", 800_000)
    assert problems(small)[-1] == "all: 0.9 MB"


def test_a_clip_and_a_panorama_may_be_larger_than_a_picture() -> None:
    sizes = [art_register.most(Path(name)) for name in ("a.webp", "a-360.webp", "a.webm", "a.ogg")]
    assert sizes == [900_000, 3_000_000, 6_000_000, 1_000_000]


def test_baked_narration_is_left_to_its_own_names(small: Path) -> None:
    write(small / "content/wineries/red/narration/1234.ogg", "x")
    assert problems(small) == []
    shutil.copy(
        small / "content/wineries/red/narration/1234.ogg", small / "content/wineries/red/media/"
    )
    assert len(problems(small)) == 2
