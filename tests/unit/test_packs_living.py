"""What moves in a scene's picture, as ``winery.toml`` says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.packs.codes import Code
from kiosk.packs.model import Area, Living, LivingKind
from kiosk.packs.read import inspect_pack, read_pack
from tests import good_pack

CANDLE = 'kind = "candle", area = [0.30, 0.25, 0.10, 0.08]'


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return good_pack.write(tmp_path)


def give(pack: Path, living: str, scene: str = "harvest") -> None:
    good_pack.edit(pack, "winery.toml", f'id = "{scene}"', f'id = "{scene}"\nliving = {living}')


def codes(pack: Path) -> list[tuple[Code, str]]:
    return [(finding.code, finding.key) for finding in inspect_pack(pack)[1]]


def test_a_scene_says_what_moves_in_its_picture(pack: Path) -> None:
    give(pack, f"[{{ {CANDLE} }}]")
    assert codes(pack) == []
    area = Area(0.30, 0.25, 0.10, 0.08)
    # The scene has no second picture, so things lie in the same place on every screen.
    assert read_pack(pack).scene("harvest").living == (Living(LivingKind.CANDLE, area, area),)
    assert read_pack(pack).scene("land").living == ()


def test_strength_and_colour_are_free_and_a_portrait_has_its_own_area(pack: Path) -> None:
    more = "portrait_area = [0.1, 0.1, 0.2, 0.2], strength = 0.4, colour = '#C08A3A'"
    give(pack, f"[{{ {CANDLE}, {more}, mirrored = true }}]", "land")
    (living,) = read_pack(pack).scene("land").living
    assert living.portrait_area == Area(0.1, 0.1, 0.2, 0.2)
    assert (living.strength, living.colour, living.mirrored) == (0.4, "#c08a3a", True)


def test_a_portrait_without_an_area_is_told_and_stands_still(pack: Path) -> None:
    give(pack, f"[{{ {CANDLE} }}]", "land")
    assert codes(pack) == [(Code.LIVING_UPRIGHT, "scenes.land.living[1].portrait_area")]
    (living,) = read_pack(pack).scene("land").living
    assert living.portrait_area is None
    assert living.area is not None


@pytest.mark.parametrize(
    ("area", "code"),
    [
        ("[0.95, 0.25, 0.10, 0.08]", Code.LIVING_OUTSIDE),
        ("[0.30, 0.95, 0.10, 0.08]", Code.LIVING_OUTSIDE),
        ("[0.30, 0.25, 0.0, 0.08]", Code.LIVING_OUTSIDE),
        ("[0.0, 0.0, 1.0, 0.26]", Code.LIVING_LARGE),
    ],
)
def test_an_area_that_cannot_be_drawn_is_told_and_left_out(
    pack: Path, area: str, code: Code
) -> None:
    give(pack, f'[{{ kind = "mist", area = {area} }}]')
    assert codes(pack) == [(code, "scenes.harvest.living[1].area")]
    assert read_pack(pack).scene("harvest").living == ()


def test_an_area_may_take_a_quarter_of_the_picture_and_reach_its_edge(pack: Path) -> None:
    give(pack, '[{ kind = "mist", area = [0.0, 0.75, 1.0, 0.25] }]')
    assert codes(pack) == []


@pytest.mark.parametrize(
    ("living", "code", "key"),
    [
        ('[{ kind = "smoke", area = [0, 0, 0.1, 0.1] }]', Code.BAD_CHOICE, "[1].kind"),
        ('[{ kind = "mist" }]', Code.KEY_MISSING, "[1].area"),
        ('[{ kind = "mist", area = [0, 0, 0.1] }]', Code.BAD_FORM, "[1].area"),
        ('[{ kind = "mist", area = [0, 0, 0.1, "x"] }]', Code.WRONG_TYPE, "[1].area"),
        ('[{ kind = "mist", area = [0, 0, 0.1, 2] }]', Code.OUT_OF_RANGE, "[1].area"),
        (f"[{{ {CANDLE}, strength = 2 }}]", Code.OUT_OF_RANGE, "[1].strength"),
        (f"[{{ {CANDLE}, colour = 'red' }}]", Code.BAD_FORM, "[1].colour"),
        (f"[{{ {CANDLE}, speed = 2 }}]", Code.KEY_UNKNOWN, "[1].speed"),
        (f"[{', '.join([f'{{ {CANDLE} }}'] * 4)}]", Code.TOO_MANY, ""),
        ('"mist"', Code.WRONG_TYPE, ""),
    ],
)
def test_what_is_off_is_told_at_its_place(pack: Path, living: str, code: Code, key: str) -> None:
    give(pack, living)
    assert (code, f"scenes.harvest.living{key}") in codes(pack)
