"""What plain surfaces are made of: a colour that stays itself, with a grain that has no edge."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk import resources
from kiosk.ui.bridge.material_images import DARK, PALE, MaterialImages, grain, surface

TILES = sorted(resources.textures().glob("*.webp"))


def pixels(image: QImage) -> NDArray[np.float64]:
    form = image.convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(form.constBits(), np.uint8)
    return flat.reshape(form.height(), form.width(), 4)[..., :3].astype(float)


@pytest.mark.parametrize("tile", TILES, ids=lambda tile: tile.stem)
@pytest.mark.parametrize("colour", ["#efe6d8", "#1d1512"])
def test_the_packs_colour_stays_what_it_is(tile: Path, colour: str) -> None:
    wanted = QColor(colour)
    made = pixels(surface(grain(tile), wanted))
    plain = np.array([wanted.red(), wanted.green(), wanted.blue()])
    assert np.abs(made.mean((0, 1)) - plain).max() < 0.75
    assert np.abs(made - plain).max() <= 3 * DARK * plain.max() + 1


def test_a_dark_surface_shows_more_grain_than_a_pale_one() -> None:
    relief = grain(TILES[0])
    pale, dark = (pixels(surface(relief, QColor(name)))[..., 0] for name in ("#f0f0f0", "#303030"))
    assert 0.5 * PALE < pale.std() / 240 < 2 * PALE
    assert dark.std() / 48 > 2 * pale.std() / 240


@pytest.mark.parametrize("tile", TILES, ids=lambda tile: tile.stem)
def test_a_tile_repeats_without_an_edge(tile: Path) -> None:
    relief = grain(tile)
    for axis in (0, 1):
        lines = np.abs(np.diff(relief, axis=axis)).mean(1 - axis)
        first, last = np.take(relief, 0, axis), np.take(relief, -1, axis)
        assert np.abs(first - last).mean() <= 1.25 * lines.max(), axis


def test_a_missing_tile_is_a_plain_surface(tmp_path: Path) -> None:
    (tmp_path / "broken.webp").write_bytes(b"no picture")
    for name in ("gone", "broken"):
        image = MaterialImages(tmp_path).requestImage(f"{name}/efe6d8", QSize(), QSize())
        assert np.array_equal(pixels(image)[0, 0], [0xEF, 0xE6, 0xD8])
        assert pixels(image).std((0, 1)).max() == 0
