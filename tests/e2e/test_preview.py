"""Previews drawn by the real program, and the codes on them read back by another decoder."""

from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from kiosk import resources
from kiosk.live.codes import tagged
from kiosk.packs.library import Library
from tests import from_afar, good_pack
from tests.e2e.booth import kiosk

LIBRARY = Library(resources.demonstration())
SIZES = ("1920x1080", "1080x1920")


@pytest.mark.timeout(600)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pack_id", LIBRARY.ids())
def test_every_scene_is_drawn_and_its_code_leads_to_its_room(
    pack_id: str, size: str, tmp_path: Path
) -> None:
    pack = LIBRARY.load(pack_id)
    settings = tmp_path / "settings.toml"
    settings.write_text('booth = "hall-a-17"', "utf-8")
    # Chinese on wide screens, the origin's own language on upright ones: more takes many minutes.
    language = pack.languages[0 if size == SIZES[0] else -1]
    out = tmp_path / language
    done = kiosk(
        "preview", pack.root, "--out", out, "--size", size, "--lang", language,
        CELLARCAST_SETTINGS=str(settings),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == "", "no QML warning"
    width, height = (int(side) for side in size.split("x"))
    for number, scene in enumerate(pack.scenes, start=1):
        room = pack.room_for(scene)
        assert room is not None
        for what in (scene.id, f"{scene.id}-diagram")[: 2 if scene.diagram else 1]:
            with Image.open(out / f"{number:03d}-{what}-{language}.png") as picture:
                assert picture.size == (width, height)
                pixels = np.asarray(picture.convert("L"))
            read = zxingcpp.read_barcodes(pixels)
            assert [code.text for code in read] == [tagged(room.url, "hall-a-17")], what
            assert pixels.mean() > 12, f"{what} is all but black"
            for name, seen in from_afar.views(pixels).items():
                texts = [code.text for code in zxingcpp.read_barcodes(seen)]
                assert texts == [tagged(room.url, "hall-a-17")], f"{what} {name}"
    with Image.open(out / "contact-sheet.png") as sheet:
        assert sheet.width > 640


@pytest.mark.parametrize("size", ["960x540", "540x960"])
def test_the_presenter_stands_in_her_place_and_nowhere_else(size: str, tmp_path: Path) -> None:
    pictures = []
    for number, presenter in enumerate(("hostess", "hostess", "nobody")):
        root = good_pack.write(tmp_path / f"library-{number}")
        good_pack.edit(root, "winery.toml", '"hostess"', f'"{presenter}"')
        good_pack.edit(root, "winery.toml", 'clip = "media/land.mp4"', "")
        out = tmp_path / f"out-{number}"
        done = kiosk("preview", root, "--out", out, "--size", size, "--lang", "en")
        assert done.returncode == 0, done.stderr
        assert done.stderr == "", "no QML warning"
        assert ("there is no presenter 'nobody'; choose from hostess" in done.stdout) == (
            presenter == "nobody"
        )
        with Image.open(out / "002-harvest-en.png") as picture:
            pictures.append(np.asarray(picture.convert("RGB")).astype(int))
    assert np.array_equal(pictures[0], pictures[1]), "drawn the same each time"
    changed = np.abs(pictures[0] - pictures[2]).max(2) > 24
    height, width = changed.shape
    assert changed[:, : width // 3].mean() == 0, "nothing of her at the left"
    rows, columns = changed.any(1), changed[:, width // 2 :].any(0)
    tall = 0.75 if width > height else 0.3
    assert rows.sum() > tall * height, "from the crown down"
    assert columns.sum() > 0.2 * width, "with both shoulders"
    right = changed[height // 6 : height * 3 // 5, width * 5 // 8 :]
    assert right.mean() > 0.2, "she fills her place"


def test_a_language_the_pack_lacks_is_refused(tmp_path: Path) -> None:
    done = kiosk("preview", LIBRARY.load("vina-arcedo").root, "--out", tmp_path, "--lang", "it")
    assert done.returncode == 64
    assert "zh-CN, en, es" in done.stderr


def test_a_pack_that_is_not_there_is_said_in_one_sentence(tmp_path: Path) -> None:
    done = kiosk("preview", tmp_path / "nowhere", "--out", tmp_path)
    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_presenter_is_drawn_in_sheets_and_a_film(tmp_path: Path) -> None:
    out = tmp_path / "hostess"
    words = ("preview", "--presenter", "hostess", "--out", out, "--lang", "es", "--seconds", 0.5)
    done = kiosk(*words, offline=True)
    assert (done.returncode, done.stderr) == (0, "")
    names = ["visemes.png", "expressions.png", "strip-es.png", "clip-es.webm"]
    assert done.stdout.splitlines() == [str(out / name) for name in names]
    assert sorted(path.name for path in out.iterdir()) == sorted(names)
    for name in names[:3]:
        with Image.open(out / name) as sheet:
            sheet.load()
            assert min(sheet.size) > 500


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--presenter", "nobody"), 6, "choose from hostess"),
        (("--presenter", "hostess", "--lang", "de"), 3, "choose from en, es"),
        (("--presenter", "hostess", "--seconds", "900"), 64, "give 0.25 to 60"),
        (("--presenter", "hostess", "--size", "960x540"), 64, "--size belongs to a pack"),
        (("--presenter", "hostess", "pack"), 64, "not allowed with argument"),
        (("pack", "--seconds", "3"), 64, "--seconds belongs to a presenter"),
        ((), 64, "one of the arguments"),
    ],
)
def test_what_cannot_be_previewed_is_said(
    words: tuple[str, ...], code: int, said: str, tmp_path: Path
) -> None:
    done = kiosk("preview", *words, "--out", tmp_path / "out")
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()
