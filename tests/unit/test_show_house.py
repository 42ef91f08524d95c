"""The house: what a winery's pack has for a visitor, room by room, in the visitor's words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.narration.told import GREETING
from kiosk.packs.library import Library
from kiosk.packs.model import Pack
from kiosk.show.house import House, answer_of, greeting_of, house, item_of, offered, told_in
from kiosk.show.programme import Item
from kiosk.show.session import Place
from kiosk.show.wording import Wordings
from tests import explored_pack

WORDINGS = Wordings(resources.stage_words())


def shown(pack: Pack, language: str) -> House:
    return house(pack, language, WORDINGS.of(language))


@pytest.fixture(scope="module")
def rioja() -> Pack:
    return Library(resources.demonstration()).load("vina-arcedo")


@pytest.fixture
def small(tmp_path: Path) -> Pack:
    explored_pack.write(tmp_path, media=False)
    return Library(tmp_path).load("red-clay")


@pytest.mark.parametrize(
    ("scene", "interface"),
    [("es", "es"), ("pt-BR", "pt"), ("zh-TW", "zh-CN"), ("ja", "en"), ("de", "de")],
)
def test_the_interface_is_in_the_scenes_language_where_there_is_one(
    scene: str, interface: str
) -> None:
    assert offered(scene) == interface


@pytest.mark.parametrize(
    ("reads", "is_told"), [("es", "es"), ("zh-CN", "zh-CN"), ("de", "en"), ("es-MX", "es")]
)
def test_a_visitor_is_told_in_the_nearest_language_the_pack_has(
    rioja: Pack, reads: str, is_told: str
) -> None:
    assert told_in(rioja, reads) == is_told
    assert shown(rioja, reads).language == is_told


def test_without_english_the_pack_speaks_its_own(rioja: Pack) -> None:
    assert told_in(replace(rioja, languages=("es", "zh-CN")), "de") == "es"


def test_chapters_and_steps_come_in_order_with_numerals_of_their_language(rioja: Pack) -> None:
    english, chinese = shown(rioja, "en"), shown(rioja, "zh-CN")
    assert len(english.making) >= 8
    assert [leaf.mark for leaf in english.making] == [str(n) for n in range(1, 10)]
    assert [leaf.step for leaf in english.making] == list(range(1, 10))
    assert "".join(leaf.mark for leaf in chinese.making) == "一二三四五六七八九"
    assert [leaf.mark for leaf in chinese.story][:2] == ["一", "二"]
    german = shown(rioja, "de")
    assert [leaf.mark for leaf in german.story] == [leaf.mark for leaf in english.story]
    assert english.making[0].title != chinese.making[0].title


def test_rooms_with_nothing_in_them_are_not_offered(rioja: Pack) -> None:
    everything = {*Place} - {Place.CONTENTS, Place.LIST}
    assert set(shown(rioja, "en").places) == everything
    bare = replace(rioja, scenes=(), wines=rioja.wines[:1], rooms=(), questions=(), tour=())
    assert shown(bare, "en").places == (Place.WINES, Place.ORIGIN)


def test_stops_and_spots_are_named_in_the_visitors_words(small: Pack) -> None:
    stops = shown(small, "zh-CN").tour
    assert [(stop.id, stop.mark, stop.title) for stop in stops] == [
        ("vineyard", "一", "葡萄园"), ("cellar", "二", "酒窖"),
    ]  # fmt: skip
    told, onward = stops[0].spots
    assert (told.scene, told.to) == ("harvest", "")
    assert told.name == small.words_in("zh-CN").scenes["harvest"].title
    assert (onward.scene, onward.to, onward.name) == ("", "cellar", "酒窖")


def test_an_answer_is_told_over_the_picture_it_is_about(small: Pack) -> None:
    why, pork = (answer_of(small, question, "en") for question in ("oak-why", "pork"))
    assert why is not None
    assert pork is not None
    assert (why.scene.id, why.told, why.language) == ("press", "questions/oak-why", "en")
    assert pork.scene.wine in {"crianza", ""}, "the wine's scene, else the first"
    assert answer_of(small, "nothing", "en") is None
    assert answer_of(replace(small, scenes=()), "pork", "en") is None


def test_a_scene_is_found_by_its_id(small: Pack) -> None:
    item = item_of(small, "harvest", "de")
    assert item is not None
    assert (item.scene.id, item.language) == ("harvest", "en")
    assert item_of(small, "nowhere", "en") is None


def test_she_greets_in_a_language_that_has_a_greeting(rioja: Pack) -> None:
    scene = rioja.scenes[3]
    for reads, language in (("es", "es"), ("de", "en"), ("zh-CN", "zh-CN")):
        item = greeting_of(rioja, scene, reads)
        assert item == Item(rioja, scene, language, GREETING)
    words = {code: replace(one, greeting="") for code, one in rioja.words.items()}
    assert greeting_of(replace(rioja, words=words), scene, "es") is None
