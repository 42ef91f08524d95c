"""Weights spread over a lap, and languages over the turns of a winery."""

from itertools import pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.show.programme import rotation, spread

QUICK = settings(max_examples=200, deadline=None, database=None, derandomize=True)
WEIGHTS = st.lists(st.integers(0, 9), max_size=20)
LANGUAGES = ("zh-CN", "en", "es", "fr", "it", "pt")


def gaps(order: list[int], index: int) -> list[int]:
    """Distances from each appearance of an index to its next, the last to the next lap's first."""
    places = [place for place, one in enumerate(order) if one == index]
    return [after - before for before, after in pairwise([*places, places[0] + len(order)])]


def test_scenes_of_one_turn_keep_their_order() -> None:
    assert spread([1, 1, 1, 1]) == [0, 1, 2, 3]


def test_weight_nought_is_absent() -> None:
    assert spread([1, 0, 1]) == [0, 2]
    assert spread([0, 0]) == []
    assert spread([]) == []


def test_last_scene_twice_a_lap_is_not_twice_in_a_row() -> None:
    assert spread([1, 1, 1, 1, 2]) == [0, 1, 4, 2, 3, 4]


def test_a_repeat_in_the_middle_keeps_the_story_in_order() -> None:
    assert spread([1, 1, 2, 1, 1]) == [0, 1, 2, 3, 4, 2]


def test_equal_weights_take_turns() -> None:
    assert spread([2, 2]) == [0, 1, 0, 1]
    assert spread([3, 3, 3]) == [0, 1, 2] * 3


def test_what_is_due_together_is_not_set_beside_itself() -> None:
    assert spread([2, 1]) == [0, 1, 0]
    assert spread([1, 2, 3]) == [0, 2, 1, 2, 1, 2]


@QUICK
@given(WEIGHTS)
def test_every_scene_comes_as_often_as_its_weight(weights: list[int]) -> None:
    order = spread(weights)
    assert [order.count(index) for index in range(len(weights))] == weights


@QUICK
@given(WEIGHTS)
def test_scenes_of_weight_one_keep_their_order_among_the_heavy(weights: list[int]) -> None:
    ones = [index for index in spread(weights) if weights[index] == 1]
    assert ones == sorted(ones)


def test_one_heavy_scene_is_never_in_a_row_and_evenly_spaced() -> None:
    for count in range(2, 14):
        for place in range(count):
            for weight in range(2, min(count, 9)):
                weights = [1] * count
                weights[place] = weight
                order = spread(weights)
                apart = gaps(order, place)
                assert min(apart) > 1, (weights, order)
                assert max(apart) - min(apart) <= 2, (weights, order)


def test_several_heavy_scenes_stay_near_their_even_distance() -> None:
    for weights in product(range(4), repeat=5):
        total = sum(weights)
        if 2 * max(weights) > total or total == 0:
            continue
        order = spread(weights)
        for index, weight in enumerate(weights):
            if weight:
                far = max(abs(gap - total / weight) for gap in gaps(order, index))
                assert far <= 2, (weights, order)


def test_languages_in_the_packs_own_order_when_nothing_is_asked() -> None:
    assert rotation(["zh-CN", "en", "es"], None) == ["zh-CN", "en", "es"]


def test_two_to_one_is_not_two_in_a_row() -> None:
    assert rotation(["a", "b"], {"a": 2, "b": 1}) == ["a", "b", "a"]
    assert rotation(["a", "b", "c"], {"a": 5, "b": 1, "c": 1}) == [
        "a",
        "a",
        "b",
        "a",
        "c",
        "a",
        "a",
    ]


def test_languages_the_pack_lacks_are_passed_over() -> None:
    assert rotation(["zh-CN", "en"], {"en": 1, "de": 5}) == ["en"]


def test_a_pack_with_none_of_the_languages_speaks_its_default() -> None:
    assert rotation(["zh-CN", "es"], {"de": 1}) == ["zh-CN"]
    assert rotation(["zh-CN", "es"], {"zh-CN": 0, "es": 0}) == ["zh-CN"]
    assert rotation(["zh-CN", "es"], {}) == ["zh-CN"]


@QUICK
@given(st.dictionaries(st.sampled_from(LANGUAGES), st.integers(0, 9), min_size=1))
def test_language_counts_are_exact_and_never_run_ahead(wanted: dict[str, int]) -> None:
    total = sum(wanted.values())
    order = rotation(LANGUAGES, wanted)
    if not total:
        assert order == [LANGUAGES[0]]
        return
    assert {language: order.count(language) for language in wanted} == wanted
    for turns in range(1, total + 1):
        for language, weight in wanted.items():
            fair = turns * weight / total
            assert abs(order[:turns].count(language) - fair) < len(wanted) / 2 + 1e-9, order
