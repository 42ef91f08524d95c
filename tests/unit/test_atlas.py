"""Distances, the globe, and the charts drawn of it."""

import math
from pathlib import Path

import numpy as np
import pytest

from kiosk import resources
from kiosk.atlas.chart import FAR, region_chart, way_chart
from kiosk.atlas.earth import QINGTIAN, Place, distance, middle, vector, way
from kiosk.atlas.engrave import Inks
from kiosk.atlas.globe import Globe
from kiosk.atlas.store import Atlas
from kiosk.errors import AssetError

INKS = Inks((20, 20, 20), (220, 200, 170), (200, 60, 40))
HARO = Place(42.57, -2.85)
SIZE = (480, 270)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas(resources.atlas())


@pytest.mark.parametrize(
    ("a", "b", "kilometres"),
    [
        (Place(48.8566, 2.3522), Place(51.5074, -0.1278), 343.6),  # Paris, London
        (Place(0, 0), Place(0, 180), math.pi * 6371.0088),
        (Place(0, 179), Place(0, -179), 222.4),  # across the date line
        (QINGTIAN, QINGTIAN, 0.0),
    ],
)
def test_distances_are_those_of_the_books(a: Place, b: Place, kilometres: float) -> None:
    assert distance(a, b) == pytest.approx(kilometres, abs=0.1)
    assert distance(b, a) == pytest.approx(kilometres, abs=0.1)


def test_the_way_is_even_and_the_shortest() -> None:
    steps = way(HARO, QINGTIAN, 50)
    gaps = np.degrees(np.arccos(np.clip((steps[:-1] * steps[1:]).sum(1), -1, 1)))
    assert np.ptp(gaps) < 1e-6
    assert np.allclose(np.linalg.norm(steps, axis=1), 1)
    half = middle(HARO, QINGTIAN)
    assert distance(HARO, half) == pytest.approx(distance(half, QINGTIAN))
    assert distance(HARO, half) * 2 == pytest.approx(distance(HARO, QINGTIAN))
    assert half.latitude > 55, "over Siberia, not along the parallel"


def test_the_globe_shows_north_above_and_east_right() -> None:
    globe = Globe(Place(40, 0), (200.0, 100.0), 80.0)
    assert globe.at(Place(40, 0)) == pytest.approx((200, 100))
    assert globe.at(Place(50, 0))[1] < 100 < globe.at(Place(30, 0))[1]
    assert globe.at(Place(40, 10))[0] > 200
    _, hidden = globe.project(vector(Place(-40, 180))[None])
    assert not hidden.any()
    flat, _ = globe.project(vector(Place(-30, 170))[None])
    assert np.linalg.norm(flat[0] - (200, 100)) == pytest.approx(80), "on the rim"


@pytest.mark.parametrize(
    ("country", "inside"),
    [("ES", Place(40.4, -3.7)), ("FR", Place(47, 2)), ("PT", Place(39.5, -8)),
     ("IT", Place(43, 12)), ("CL", Place(-33.5, -70.7)), ("NZ", Place(-43.5, 171.5))],
)  # fmt: skip
def test_outlines_hold_their_country_and_not_its_neighbour(
    atlas: Atlas, country: str, inside: Place
) -> None:
    chart = region_chart(atlas, country, inside, SIZE, (90, 35, 300, 200), INKS)
    reds = (chart.picture[..., 0].astype(int) - chart.picture[..., 2]) > 60
    x, y = chart.origin
    around = reds[int(y) - 8 : int(y) + 9, int(x) - 8 : int(x) + 9]
    assert around.mean() > 0.4, "the country lies about the place"
    assert 0.01 < reds.mean() < 0.5
    edge = np.concatenate([reds[0], reds[-1], reds[:, 0], reds[:, -1]])
    assert edge.mean() < 0.1, "and ends within the picture, but for other islands"


def test_china_and_what_it_draws_otherwise_has_no_outline(atlas: Atlas) -> None:
    for country in ("CN", "TW", "HK", "MO", "IN", "RU", "JP", "UA", "land", "ES_sizes", ""):
        assert atlas.outline(country) == []
    chart = region_chart(atlas, "CN", QINGTIAN, SIZE, (90, 35, 300, 200), INKS)
    reds = (chart.picture[..., 0].astype(int) - chart.picture[..., 2]) > 60
    assert not reds.any()
    assert chart.qingtian == pytest.approx(chart.origin)


def lightness(atlas: Atlas, above: Place, place: Place) -> float:
    """How light the globe is about a place (land is lighter than water)."""
    chart = region_chart(atlas, "", above, SIZE, (210, 105, 60, 60), INKS)
    globe = Globe(above, (240.0, 135.0), 30 * 6371.0088 / 260)
    x, y = globe.at(place)
    return float(chart.picture[int(y) - 2 : int(y) + 3, int(x) - 2 : int(x) + 3].mean())


@pytest.mark.parametrize(
    ("land", "water"),
    [(Place(28.14, 119.6), Place(28.14, 122.9)), (Place(-33.5, -70.7), Place(-33.5, -72.6)),
     (Place(40.4, -3.7), Place(44.6, -4.5)), (Place(-34.0, 19.0), Place(-35.4, 18.0))],
)  # fmt: skip
def test_land_is_land_on_every_side_of_the_world(atlas: Atlas, land: Place, water: Place) -> None:
    """Also where the opposite side of the world is land: outlines round it fill outwards."""
    above = Place((land.latitude + water.latitude) / 2, (land.longitude + water.longitude) / 2)
    assert lightness(atlas, above, land) > lightness(atlas, above, water) + 8


def test_the_way_runs_from_the_origin_to_qingtian(atlas: Atlas) -> None:
    chart = way_chart(atlas, "ES", HARO, SIZE, (0, 10, 320, 220), INKS)
    assert chart is not None
    assert chart.qingtian is not None
    assert chart.kilometres == pytest.approx(10237, abs=1)
    assert chart.origin[0] < chart.qingtian[0] < 320
    reds = (chart.picture[..., 0].astype(int) - chart.picture[..., 2]) > 60
    columns = np.any(reds, axis=0)[int(chart.origin[0]) + 5 : int(chart.qingtian[0]) - 5]
    assert np.all(columns), "one unbroken line"


def test_no_globe_for_what_is_near(atlas: Atlas) -> None:
    near = Place(QINGTIAN.latitude + FAR / 111.2 * 0.9, QINGTIAN.longitude)
    assert way_chart(atlas, "CN", near, SIZE, (0, 10, 320, 220), INKS) is None


def test_the_same_chart_each_time(atlas: Atlas) -> None:
    charts = [region_chart(atlas, "PT", Place(41.2, -7.6), SIZE, (90, 35, 300, 200), INKS)
              for _ in range(2)]  # fmt: skip
    assert np.array_equal(charts[0].picture, charts[1].picture)
    assert charts[0].picture.shape == (270, 480, 3)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive"])
def test_a_damaged_atlas_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "atlas.npz"
    path.write_bytes(content)
    with pytest.raises(AssetError, match=r"atlas\.npz: the atlas cannot be read"):
        Atlas(path)
    with pytest.raises(AssetError):
        Atlas(tmp_path / "none.npz")
