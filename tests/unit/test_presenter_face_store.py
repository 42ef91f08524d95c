"""The figure kept beside a presenter: read back whole, and passed over when it does not fit."""

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kiosk import resources
from kiosk.presenter.face import asset, store
from kiosk.presenter.face.asset import Asset
from tests.unit.presenter_figure import hostess


@pytest.fixture
def copied(tmp_path: Path) -> Asset:
    shutil.copytree(resources.presenters() / "hostess", tmp_path / "hostess")
    return asset.read(tmp_path / "hostess" / "hostess.toml")


def test_the_shipped_presenters_bring_their_figures() -> None:
    for description in sorted(resources.presenters().glob("*/*.toml")):
        if description.stem == description.parent.name:
            assert store.read(asset.read(description)) is not None, description


def test_what_is_kept_is_what_was_found(copied: Asset) -> None:
    (copied.folder / store.NAME).unlink()
    assert store.read(copied) is None
    kept = store.write(type(hostess())(copied, *_parts()))
    found = store.read(copied)
    assert kept.is_file()
    assert found is not None
    for view, other in ((found.mouth, hostess().mouth), (found.eyes, hostess().eyes)):
        assert view.window == other.window
        assert (view.mask == other.mask).all()
        for one, two in zip(view.layered, other.layered, strict=True):
            assert (one.picture == two.picture).all()
            assert (one.mattes == two.mattes).all()
            assert (one.shifts == two.shifts).all()
    assert found.jaw == hostess().jaw
    assert (found.body.head == hostess().body.head).all()


def _parts() -> tuple[Any, ...]:
    figure = hostess()
    return figure.mouth, figure.eyes, figure.body, figure.jaw, figure.jaw_shown


def test_a_changed_presenter_makes_it_stale(copied: Asset) -> None:
    assert store.read(copied) is not None
    with (copied.folder / "hostess.toml").open("a", encoding="utf-8") as file:
        file.write("# another\n")
    assert store.read(asset.read(copied.folder / "hostess.toml")) is None


def _changed(path: Path, name: str, value: Any) -> None:
    with np.load(path) as arrays:
        all_of_it = {key: arrays[key] for key in arrays.files}
    all_of_it[name] = value
    np.savez(path, **all_of_it)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("mouth.mask", np.zeros((3, 3), np.uint8)),
        ("mouth.window", np.array([-5, 0, 100, 100])),
        ("mouth.shifts", np.zeros(4, np.float16)),
        ("eyes.weights", np.full((2, 9), np.nan, np.float32)),
        ("body.points", np.array([{}], dtype=object)),
        ("facts", np.frombuffer(b"[]", np.uint8)),
        ("facts", np.frombuffer(json.dumps({"version": 1}).encode(), np.uint8)),
    ],
)
def test_a_tampered_figure_is_passed_over(copied: Asset, name: str, value: Any) -> None:
    _changed(copied.folder / store.NAME, name, value)
    assert store.read(copied) is None


def test_no_file_and_no_archive_are_passed_over(copied: Asset) -> None:
    path = copied.folder / store.NAME
    path.write_bytes(b"not a zip")
    assert store.read(copied) is None
    path.write_bytes(b"")
    assert store.read(copied) is None


def test_an_archive_that_grows_beyond_bounds_is_passed_over(copied: Asset) -> None:
    path = copied.folder / store.NAME
    with np.load(path) as arrays:
        all_of_it = {key: arrays[key] for key in arrays.files}
    np.savez_compressed(path, bomb=np.zeros(store.MAX_BYTES, np.uint8), **all_of_it)
    assert path.stat().st_size < 10_000_000
    assert store.read(copied) is None
