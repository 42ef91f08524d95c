"""The figure kept beside a presenter: used when it fits, passed over when anything is wrong."""

import io
import json
import pickle
import shutil
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kiosk.presenter.face import asset, store
from kiosk.presenter.face.asset import Asset
from kiosk.presenter.face.figure import Figure, prepare
from kiosk.presenter.face.portrait import Portrait, Pose
from tests import good_presenter


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Figure:
    folder = tmp_path_factory.mktemp("presenters")
    figure = prepare(asset.read(good_presenter.write(folder)))
    store.write(figure)
    return figure


@pytest.fixture
def kept(made: Figure, tmp_path: Path) -> Asset:
    """A presenter with her figure beside her, to spoil."""
    shutil.copytree(made.asset.folder, tmp_path / "mask")
    return asset.read(tmp_path / "mask" / "mask.toml")


def test_what_was_kept_is_what_was_found(made: Figure, kept: Asset) -> None:
    found = store.read(kept)
    assert found is not None
    assert (found.jaw, found.jaw_shown) == (made.jaw, made.jaw_shown)
    for mine, theirs in ((made.mouth, found.mouth), (made.eyes, found.eyes)):
        assert (mine.window, mine.channels) == (theirs.window, theirs.channels)
        assert np.array_equal(mine.mask, theirs.mask)
        for one, other in zip(mine.layered, theirs.layered, strict=True):
            for part in ("picture", "mattes", "shifts", "weights"):
                assert np.array_equal(getattr(one, part), getattr(other, part)), part
    pose = Pose({"jawOpen": 0.4, "eyeBlinkLeft": 0.5}, (4, 2), (3, 1, 1), (2, 1), 0.7)
    assert np.array_equal(Portrait(made, 240).draw(pose), Portrait(found, 240).draw(pose))


def test_a_kept_figure_spares_preparing(kept: Asset, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_asset: Asset) -> Figure:
        raise AssertionError("prepared all the same")

    monkeypatch.setattr(store, "prepare", never)
    assert store.figure_of(kept).asset is kept


def test_nothing_is_kept_for_other_files(kept: Asset) -> None:
    path = kept.folder / "mask.toml"
    path.write_text(path.read_text("utf-8") + "# another\n", "utf-8")
    changed = asset.read(path)
    assert store.read(kept) is not None
    assert store.read(changed) is None


def spoil(place: Asset, **arrays: Any) -> None:
    path = place.folder / store.NAME
    with np.load(path) as old:
        whole = {name: old[name] for name in old.files}
    np.savez_compressed(path, **{**whole, **arrays})


def facts(place: Asset, **changes: Any) -> np.ndarray[Any, Any]:
    with np.load(place.folder / store.NAME) as old:
        table = json.loads(bytes(old["facts"]))
    return np.frombuffer(json.dumps({**table, **changes}).encode(), np.uint8)


class Trap:
    """A pickle that would leave a file behind if anybody loaded it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return Path.touch, (self.path,)


def test_a_pickle_is_not_loaded(kept: Asset, tmp_path: Path) -> None:
    sprung = tmp_path / "sprung"
    trap = np.array([Trap(sprung)], object)
    spoil(kept, **{"body.head": trap})
    assert store.read(kept) is None
    (kept.folder / store.NAME).write_bytes(pickle.dumps(trap))
    assert store.read(kept) is None
    assert not sprung.exists()


ARRAYS: dict[str, np.ndarray[Any, Any]] = {
    "body.points": np.zeros((3, 3, 3), np.float32),
    "body.head": np.full((50, 40), np.nan, np.float32),
    "body.chest": np.zeros((50, 40), np.float64),
    "mouth.window": np.array([0, 0, 5000, 5000]),
    "eyes.window": np.array([np.inf, 0, 1, 1]),
    "mouth.mask": np.zeros((4, 4), np.uint8),
    "mouth.mattes": np.zeros(0, np.uint8),
    "eyes.shifts": np.zeros((1, 1), np.float16),
    "eyes.weights": np.zeros((2, 1), np.float32),
    "facts": np.frombuffer(b"[" * 100_000, np.uint8),
}


@pytest.mark.parametrize("name", ARRAYS)
def test_an_array_that_does_not_fit_is_passed_over(kept: Asset, name: str) -> None:
    spoil(kept, **{name: ARRAYS[name]})
    assert store.read(kept) is None


@pytest.mark.parametrize(
    "change",
    [{"version": 0}, {"version": None}, {"jaw": []}, {"jaw": [1, 10**400]}, {"jaw": "up"},
     {"jaw": [0.0, float("nan")]}, {"jaw_shown": float("inf")}, {"digest": "0" * 64}],
)  # fmt: skip
def test_facts_that_do_not_fit_are_passed_over(kept: Asset, change: dict[str, Any]) -> None:
    spoil(kept, facts=facts(kept, **change))
    assert store.read(kept) is None


def test_a_window_of_nothing_is_passed_over(kept: Asset) -> None:
    place, count = kept.windows["mouth"], 1 + sum(p.window == "mouth" for p in kept.poses)
    spoil(kept, **{
        "mouth.window": np.array([place.left, place.top, 0, 8]),
        "mouth.mask": np.zeros((8, 0), np.uint8),
        "mouth.mattes": np.zeros((count, 2, 8, 0), np.uint8),
        "mouth.shifts": np.zeros((count, 2, 10, 2, 0, 2), np.float16),
    })  # fmt: skip
    assert store.read(kept) is None


def test_a_bomb_is_not_unpacked(kept: Asset, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(kept, bomb=np.zeros(store.MAX_BYTES + 1, np.uint8))

    loads: list[Any] = []
    monkeypatch.setattr(np, "load", lambda *given, **_: loads.append(given))
    assert store.read(kept) is None
    assert loads == []


def test_an_array_that_claims_more_than_it_holds_is_passed_over(kept: Asset) -> None:
    path = kept.folder / store.NAME
    head = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        head, {"descr": "<f4", "fortran_order": False, "shape": (2**44,)}
    )
    with zipfile.ZipFile(path) as old:
        entries = {name: old.read(name) for name in old.namelist()}
    entries["body.head.npy"] = head.getvalue()
    with zipfile.ZipFile(path, "w") as new:
        for name, data in entries.items():
            new.writestr(name, data)
    assert store.read(kept) is None


def test_a_file_damaged_anywhere_is_passed_over_or_good(kept: Asset) -> None:
    path = kept.folder / store.NAME
    whole = path.read_bytes()
    for at in np.random.default_rng(5).integers(0, len(whole), 60):
        spoilt = bytearray(whole)
        spoilt[at] ^= 0x5A
        path.write_bytes(spoilt)
        store.read(kept)
    for cut in (0, 1, 30, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:cut])
        assert store.read(kept) is None


def test_encrypted_entries_are_passed_over(kept: Asset) -> None:
    path = kept.folder / store.NAME
    whole = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as old:
        first = old.infolist()[0].header_offset
        central = old.start_dir
    whole[first + 6] |= 1
    whole[central + 8] |= 1
    path.write_bytes(whole)
    assert store.read(kept) is None


def test_nothing_kept_is_no_error(kept: Asset) -> None:
    (kept.folder / store.NAME).unlink()
    assert store.read(kept) is None
