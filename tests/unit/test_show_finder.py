"""Find my wine: what is suggested, why, and that nothing is made up."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.packs.library import Library
from kiosk.packs.model import Flavour, Media, Pack, Wine, WineWords, Words
from kiosk.show.dishes import Dish, dishes_of, kinds_of
from kiosk.show.finder import FITS, MET, MISSED, Figure, Finder, Matter, Reason, Suggestion
from tests import fakes

FRESH = Flavour(fruit=5, acidity=5, sweetness=1, tannin=1, body=2, oak=1)
GRAND = Flavour(fruit=2, acidity=3, sweetness=1, tannin=5, body=5, oak=5)
SWEET = Flavour(fruit=3, acidity=3, sweetness=5, tannin=1, body=4, oak=4)
DISHES = {"fresh": ("清蒸鲈鱼",), "grand": ("干锅茶树菇", "红烧牛腩"), "sweet": ("月饼",)}


def wine(
    name: str, flavour: Flavour | None, serve: tuple[float, float], alcohol: float = 13.5
) -> Wine:
    return Wine(name, Media(Path("x.webp")), 2020, alcohol, serve, (), flavour)


def pack(*wines: Wine, dishes: dict[str, tuple[str, ...]] | None = None) -> Pack:
    named = DISHES if dishes is None else dishes
    told = {
        one.id: WineWords(one.id, "", "", "", named.get(one.id, ()), "zh-CN") for one in wines
    }
    words = {"zh-CN": Words("zh-CN", "A", "B", "", wines=told)}
    return fakes.pack("aa", languages=("zh-CN",), wines=wines, words=words)


THREE = pack(
    wine("fresh", FRESH, (8, 10), 11.0),
    wine("grand", GRAND, (17, 18), 14.0),
    wine("sweet", SWEET, (12, 14), 20.0),
)
GRAND_ANSWERS = {
    Matter.SWEETNESS: "dry",
    Matter.BODY: "full",
    Matter.CHARACTER: "oaky",
    Matter.TABLE: "meat",
    Matter.COOL: "room",
}


def order(found: tuple[Suggestion, ...]) -> list[str]:
    return [one.wine.id for one in found]


def test_five_questions_with_two_to_four_answers() -> None:
    asked = Finder(THREE).enquiries
    assert [one.matter for one in asked] == ["sweetness", "body", "character", "table", "cool"]
    assert all(2 <= len(one.answers) <= 4 for one in asked)
    assert asked[3].answers == ("fish", "meat", "spicy", "sweet")
    assert Finder(THREE).has_flavours


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        (("dry", "light", "fresh", "fish", "chilled"), "fresh"),
        (("dry", "full", "oaky", "meat", "room"), "grand"),
        (("sweet", "full", "oaky", "sweet", "cool"), "sweet"),
    ],
)
def test_the_wine_that_is_described_is_found(answers: tuple[str, ...], first: str) -> None:
    finder = Finder(THREE)
    matters = [one.matter for one in finder.enquiries]
    best = finder.suggest(dict(zip(matters, answers, strict=True)))[0]
    assert best.wine.id == first
    assert best.fits
    assert best.score > 0.85
    assert best.differs == ()


def test_the_reasons_are_figures_and_dishes() -> None:
    best = Finder(THREE).suggest(GRAND_ANSWERS)[0]
    assert best.meets[0] == Reason(Matter.SWEETNESS, "dry", 1.0, (Figure("sweetness", 1, 1),))
    by_matter = {one.matter: one for one in best.meets}
    table = by_matter[Matter.TABLE]
    assert table.dish == 1, "the second of its dishes"
    assert table.figures == (Figure("tannin", 4, 5), Figure("body", 4, 5))
    assert by_matter[Matter.COOL] == Reason(
        Matter.COOL, "room", 1 - 0.5 / 8, (Figure("serve", 17, 17.5),)
    )
    met = [one.met or 0 for one in best.meets]
    assert met == sorted(met, reverse=True)
    assert min(met) >= MET


def test_where_it_differs_is_said_worst_first() -> None:
    last = Finder(THREE).suggest(GRAND_ANSWERS)[-1]
    assert last.wine.id == "fresh"
    assert [one.matter for one in last.differs] == ["character", "cool", "body", "table"]
    assert [one.met for one in last.differs] == sorted(one.met or 0 for one in last.differs)
    assert all((one.met or 0) < MISSED for one in last.differs)


def test_a_wine_that_misses_one_answer_does_not_fit() -> None:
    dry = pack(wine("fresh", FRESH, (8, 10)), wine("grand", GRAND, (17, 18)))
    best = Finder(dry).suggest({**GRAND_ANSWERS, Matter.SWEETNESS: "sweet"})[0]
    assert best.wine.id == "grand"
    assert best.score >= FITS
    assert not best.fits
    assert [one.matter for one in best.differs] == ["sweetness"]


def test_dishes_that_are_named_count_more_than_taste() -> None:
    twins = pack(
        wine("one", GRAND, (17, 18)), wine("two", GRAND, (17, 18)), dishes={"two": ("东坡肉",)}
    )
    found = Finder(twins).suggest({Matter.TABLE: "meat"})
    assert order(found) == ["two", "one"]
    assert [one.meets[0].dish for one in found] == [0, None]


def test_taste_alone_is_no_pairing() -> None:
    perfect = replace(GRAND, tannin=4, body=4)
    one = pack(wine("one", perfect, (17, 18)), dishes={"one": ("清蒸鲈鱼",)})
    table = Finder(one).suggest({Matter.TABLE: "meat"})[0].meets[0]
    assert (table.met, table.dish) == (0.75, None)


def test_equals_keep_the_packs_order() -> None:
    twins = pack(wine("b", GRAND, (17, 18)), wine("a", GRAND, (17, 18)))
    assert order(Finder(twins).suggest(GRAND_ANSWERS)) == ["b", "a"]


def test_questions_may_be_left_out() -> None:
    assert order(Finder(THREE).suggest({Matter.SWEETNESS: "sweet"}))[0] == "sweet"
    found = Finder(THREE).suggest({})
    assert order(found) == ["fresh", "grand", "sweet"]
    assert not any(one.fits for one in found)


def test_the_order_of_answers_is_no_matter() -> None:
    backwards = dict(reversed(GRAND_ANSWERS.items()))
    assert Finder(THREE).suggest(backwards) == Finder(THREE).suggest(GRAND_ANSWERS)


def test_an_answer_of_another_question_is_an_error() -> None:
    with pytest.raises(ValueError, match="no answer to body"):
        Finder(THREE).suggest({Matter.BODY: "dry"})


def test_without_flavours_what_is_known_is_asked() -> None:
    finder = Finder(pack(wine("fresh", None, (8, 10), 11.0), wine("grand", None, (17, 18), 14.5)))
    assert not finder.has_flavours
    assert [one.matter for one in finder.enquiries] == ["table", "cool", "strength"]
    best = finder.suggest(
        {Matter.TABLE: "fish", Matter.COOL: "chilled", Matter.STRENGTH: "light"}
    )[0]
    assert (best.wine.id, best.score, best.fits) == ("fresh", 1.0, True)
    assert best.meets[0].figures == ()
    assert best.meets[0].dish == 0


def test_what_is_not_said_is_unknown_and_neither_for_nor_against() -> None:
    silent = pack(wine("grand", GRAND, (17, 18)), wine("mute", None, (17, 18)), dishes={})
    found = Finder(silent).suggest(GRAND_ANSWERS)
    mute = next(one for one in found if one.wine.id == "mute")
    assert [one.matter for one in mute.unknown] == ["sweetness", "body", "character", "table"]
    assert all(one.met is None and one.figures == () for one in mute.unknown)
    assert [one.matter for one in mute.meets] == ["cool"]
    assert not mute.fits
    assert mute.score == pytest.approx((4 * 0.5 + 1 - 0.5 / 8) / 5, abs=1e-4)


def test_a_pack_without_wines_is_not_asked() -> None:
    finder = Finder(fakes.pack("aa"))
    assert finder.enquiries == ()
    assert finder.suggest({}) == ()


def test_every_way_through_the_demonstration_gives_every_wine_a_rank() -> None:
    library = Library(resources.demonstration())
    for pack_id in library.ids():
        finder = Finder(library.load(pack_id))
        wines = {one.id for one in library.load(pack_id).wines}
        asked = finder.enquiries
        for answers in product(*(one.answers for one in asked)):
            found = finder.suggest(
                {one.matter: answer for one, answer in zip(asked, answers, strict=True)}
            )
            assert set(order(found)) == wines
            assert all(0 <= one.score <= 1 for one in found)
            scores = [one.score for one in found]
            assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("dish", "language", "kinds"),
    [
        ("清蒸鲈鱼", "zh-CN", {Dish.FISH}),
        ("葱烧海参", "zh-CN", {Dish.FISH}),
        ("鱼香肉丝", "zh-CN", {Dish.MEAT}),
        ("糖醋里脊", "zh-CN", {Dish.MEAT}),
        ("宫保鸡丁", "zh-CN", {Dish.MEAT, Dish.SPICY}),
        ("麻婆豆腐", "zh-CN", {Dish.SPICY}),
        ("青椒炒鸡蛋", "zh-CN", set()),
        ("蚝油生菜", "zh-CN", set()),
        ("核桃酥", "zh-CN", {Dish.SWEET}),
        ("香酥鸭", "zh-CN", {Dish.MEAT}),
        ("Steamed sea bass", "en", {Dish.FISH}),
        ("Sweet and sour ribs", "en", {Dish.MEAT}),
        ("Fish-fragrant pork", "en", {Dish.MEAT}),
        ("Kung pao chicken", "en", {Dish.MEAT, Dish.SPICY}),
        ("Mooncakes", "en", {Dish.SWEET}),
        ("Hamachi", "en", set()),
        ("Cordero asado", "es", set()),
    ],
)
def test_dishes_are_understood_or_not_guessed(
    dish: str, language: str, kinds: set[Dish]
) -> None:
    assert kinds_of(dish, language) == kinds


def test_dishes_are_read_where_they_are_understood() -> None:
    wines = (wine("grand", GRAND, (17, 18)),)

    def told(language: str, *named: str) -> Words:
        own = {"grand": WineWords("G", "", "", "", named, language)}
        return Words(language, "A", "B", "", wines=own)

    spanish = fakes.pack(
        "aa", languages=("es", "en"), wines=wines,
        words={"es": told("es", "Pescado"), "en": told("en", "Tofu", "Steamed carp")},
    )  # fmt: skip
    assert dishes_of(spanish, "grand") == (frozenset[Dish](), frozenset({Dish.FISH}))
    only = replace(spanish, languages=("es",), words={"es": told("es", "Pescado")})
    assert dishes_of(only, "grand") == ()
