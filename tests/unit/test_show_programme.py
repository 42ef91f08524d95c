"""What comes next: laps, languages, hours, packs and scenes set aside."""

from datetime import UTC, datetime, time, timedelta

import pytest

from kiosk.errors import PackError
from kiosk.packs.model import Pack, Window
from kiosk.show.programme import QUARANTINE, Item, Programme, lap
from tests.fakes import FAIR, FRIDAY_NOON, FakeLibrary, pack, scene

NIGHT = Window(time(22, 0), time(2, 0), days=frozenset({5}))  # Friday 22:00 to Saturday 02:00


def take(programme: Programme, count: int, now: float = 0.0) -> list[Item]:
    """The next items."""
    items = [programme.next(now, FRIDAY_NOON) for _ in range(count)]
    assert None not in items
    return [item for item in items if item is not None]


def told(items: list[Item]) -> list[str]:
    """Items as "pack/scene/language"."""
    return [f"{item.pack.id}/{item.scene.id}/{item.language}" for item in items]


def on(day: int, hour: int, minute: int = 0) -> datetime:
    """A time in June 2026; the 5th is a Friday."""
    return datetime(2026, 6, day, hour, minute, tzinfo=FAIR)


def ids(one: Pack, now: datetime) -> list[str]:
    return [scene.id for scene in lap(one, now)]


def test_wineries_take_turns_and_tell_a_whole_lap_in_one_language() -> None:
    programme = Programme(FakeLibrary([pack("aa"), pack("bb", languages=("es",))]))
    assert told(take(programme, 10)) == [
        "aa/one/zh-CN", "aa/two/zh-CN", "bb/one/es", "bb/two/es",
        "aa/one/en", "aa/two/en", "bb/one/es", "bb/two/es",
        "aa/one/zh-CN", "aa/two/zh-CN",
    ]  # fmt: skip


def test_languages_follow_the_booths_weights_turn_by_turn() -> None:
    library = FakeLibrary([pack("aa", ["one"], ("zh-CN", "en", "es"))])
    programme = Programme(library, {"en": 2, "es": 1})
    assert [item.language for item in take(programme, 6)] == ["en", "es", "en"] * 2


def test_a_first_round_is_heard_in_every_language() -> None:
    library = FakeLibrary(
        [pack(name, ["one"], ("zh-CN", "en", "es")) for name in ("aa", "bb", "cc")]
    )
    heard = [item.language for item in take(Programme(library), 6)]
    assert heard == ["zh-CN", "en", "es", "en", "es", "zh-CN"]


def test_heavier_packs_come_oftener_and_apart() -> None:
    library = FakeLibrary([pack(name, ["one"]) for name in ("aa", "bb", "cc", "dd")])
    programme = Programme(library, weights={"dd": 2, "bb": 0})
    assert [item.pack.id for item in take(programme, 8)] == ["aa", "dd", "cc", "dd"] * 2
    assert "bb" not in library.loads


def test_a_lap_leaves_out_weight_nought() -> None:
    one = pack("aa", [scene("a"), scene("b", weight=0), scene("c", weight=2), scene("d")])
    assert ids(one, FRIDAY_NOON) == ["a", "c", "d", "c"]


@pytest.mark.parametrize(
    ("now", "open_"),
    [
        (on(5, 21, 59), False),
        (on(5, 22), True),
        (on(6, 1, 59), True),  # Saturday morning still belongs to Friday
        (on(6, 2), False),
        (on(6, 22), False),  # Saturday is not asked for
        (on(5, 1), False),  # nor is Friday's morning, which is Thursday's night
    ],
)
def test_hours_past_midnight_belong_to_the_day_they_start_on(now: datetime, open_: bool) -> None:
    one = pack("aa", [scene("always"), scene("night", windows=(NIGHT,))])
    assert ids(one, now) == (["always", "night"] if open_ else ["always"])


def test_a_clock_that_cannot_be_believed_closes_nothing() -> None:
    one = pack("aa", [scene("night", windows=(NIGHT,))])
    for year in (1970, 2024, 2061, 2099):
        assert ids(one, datetime(year, 1, 1, 12, 0, tzinfo=FAIR)) == ["night"]
    assert ids(one, datetime(2026, 1, 1, 12, 0, tzinfo=FAIR)) == []


def test_no_clock_stops_the_loop() -> None:
    programme = Programme(FakeLibrary([pack("aa"), pack("bb", [scene("s", windows=(NIGHT,))])]))
    walls = [
        datetime(1970, 1, 1, tzinfo=FAIR),
        datetime(2099, 12, 31, 23, 59, tzinfo=FAIR),
        datetime.min.replace(tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
        FRIDAY_NOON + timedelta(days=1),
        FRIDAY_NOON - timedelta(days=1),
    ]
    for step in range(60):
        assert programme.next(float(step), walls[step % len(walls)]) is not None


def test_a_bad_pack_is_told_of_once_while_the_rest_plays() -> None:
    aside: list[tuple[str, str]] = []

    def note(pack_id: str, error: PackError) -> None:
        aside.append((pack_id, error.what))

    programme = Programme(FakeLibrary([pack("aa", ["one"])], bad=["bad"]), on_set_aside=note)
    assert {item.pack.id for item in take(programme, 20)} == {"aa"}
    assert aside == [("bad", "it is broken")]


def test_a_failed_scene_is_out_for_two_minutes_in_every_language() -> None:
    programme = Programme(FakeLibrary([pack("aa")]))
    (first,) = take(programme, 1)
    programme.quarantine(first, 10.0)
    assert QUARANTINE == 120.0
    for now in (10.0, 129.9):
        assert {item.scene.id for item in take(programme, 4, now)} == {"two"}
    assert {item.scene.id for item in take(programme, 4, 130.0)} == {"one", "two"}


def test_the_same_scene_of_another_winery_still_plays() -> None:
    programme = Programme(FakeLibrary([pack("aa"), pack("bb")]))
    (first,) = take(programme, 1)
    programme.quarantine(first, 0.0)
    assert {item.key for item in take(programme, 6)} == {
        ("aa", "two"),
        ("bb", "one"),
        ("bb", "two"),
    }


def test_a_library_of_one_broken_scene_gives_nothing_and_recovers() -> None:
    programme = Programme(FakeLibrary([pack("aa", ["one"])]))
    (only,) = take(programme, 1)
    programme.quarantine(only, 0.0)
    assert [programme.next(now, FRIDAY_NOON) for now in (0.0, 60.0, 119.9)] == [None] * 3
    assert [item.scene.id for item in take(programme, 3, 120.0)] == ["one"] * 3


@pytest.mark.parametrize(
    ("library", "weights"),
    [
        (FakeLibrary([]), {}),
        (FakeLibrary([], bad=["aa", "bb"]), {}),
        (FakeLibrary([pack("aa"), pack("bb")]), {"aa": 0, "bb": 0}),
        (FakeLibrary([pack("aa")]), {"aa": -3}),
        (FakeLibrary([pack("aa", [])]), {}),
        (FakeLibrary([pack("aa", [scene("one", weight=0)])]), {}),
        (FakeLibrary([pack("aa", [scene("one", windows=(NIGHT,))])]), {}),
    ],
)
def test_with_nothing_to_play_it_answers_at_once(
    library: FakeLibrary, weights: dict[str, int]
) -> None:
    programme = Programme(library, weights=weights)
    assert programme.next(0.0, FRIDAY_NOON) is None
    assert len(library.loads) <= 2 * len(library.ids())


def test_eleven_hundred_packs_are_loaded_in_their_turn_only() -> None:
    library = FakeLibrary(pack(f"winery-{number:04d}", ["one"]) for number in range(1100))
    programme = Programme(library)
    assert take(programme, 1)[0].pack.id == "winery-0000"
    assert library.loads == ["winery-0000"]
    take(programme, 1099)
    assert library.loads == library.ids()


def test_eleven_hundred_bad_packs_are_each_tried_at_most_twice() -> None:
    library = FakeLibrary([], bad=[f"winery-{number:04d}" for number in range(1100)])
    assert Programme(library).next(0.0, FRIDAY_NOON) is None
    assert len(library.loads) <= 2200


def test_a_pack_installed_meanwhile_joins_the_next_round() -> None:
    library = FakeLibrary([pack("bb", ["one"])])
    programme = Programme(library)
    take(programme, 1)
    library.packs["aa"] = pack("aa", ["one"])
    assert [item.pack.id for item in take(programme, 3)] == ["aa", "bb", "aa"]
