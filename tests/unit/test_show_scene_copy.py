"""What a scene sets in type: words of the pack put together with the stage's own."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.packs.model import Media, Room, SceneKind, SceneWords, Window, Wine, WineWords, Words
from kiosk.show.programme import Item
from kiosk.show.scene_copy import furniture, room_text, scene_text
from kiosk.show.wording import Wordings
from tests.fakes import FAIR, pack, scene

WORDINGS = Wordings(resources.stage_words())
NOW = datetime(2026, 6, 5, 12, 0, tzinfo=FAIR)  # a Friday
MEDIA = Media(Path("wine.webp"))
WINES = (
    Wine("old", MEDIA, 2020, 13.5, (16, 18), ("tempranillo", "graciano")),
    Wine("plain", MEDIA, None, 8.0, (8, 8), ()),
)
SCENES = [
    scene("land"),
    scene("pick", SceneKind.PROCESS, step=1),
    scene("press", SceneKind.PROCESS, step=2),
    scene("old", SceneKind.WINE, wine="old"),
    scene("plain", SceneKind.WINE, wine="plain"),
    scene("live", SceneKind.PROMO, room="douyin"),
    scene("wordless"),
]


def told(language: str) -> Words:
    """Words of every scene and wine but "wordless"."""
    words = {one.id: SceneWords(f"{one.id}!", f"{one.id}.", "") for one in SCENES[:-1]}
    wines = {
        "old": WineWords("Old", "Dry red", "Cherry", "Round", ("Lamb", "Pork", "Duck", "Tofu")),
        "plain": WineWords("Plain", "Sweet", "", "Light", ()),
    }
    return Words(
        language, f"House {language}", "Rioja", "", words, wines, {"tempranillo": "Tempranillo"}
    )


PACK = pack(
    "rioja", SCENES, ("zh-CN", "en"), wines=WINES,
    words={"zh-CN": told("zh-CN"), "en": told("en")},
)  # fmt: skip


def item(scene_id: str, language: str = "en") -> Item:
    return Item(PACK, PACK.scene(scene_id), language)


def test_a_story_has_its_winery_title_and_line() -> None:
    text = scene_text(item("land"), WORDINGS.of("en"))
    assert (text.winery, text.place, text.title, text.line) == (
        "House en", "Rioja", "land!", "land.",
    )  # fmt: skip
    assert (text.step, text.step_number, text.steps, text.facts, text.notes) == ("", 0, 0, (), ())


def test_words_follow_the_items_language() -> None:
    assert scene_text(item("land", "zh-CN"), WORDINGS.of("zh-CN")).winery == "House zh-CN"
    # A language the pack lacks is told in its default one.
    assert scene_text(item("land", "fr"), WORDINGS.of("fr")).winery == "House zh-CN"


def test_a_process_step_is_numbered() -> None:
    text = scene_text(item("press"), WORDINGS.of("en"))
    assert (text.step, text.step_number, text.steps) == ("Step 2 of 2", 2, 2)
    assert scene_text(item("pick", "zh-CN"), WORDINGS.of("zh-CN")).step == "第一步 · 共二步"


def test_a_wine_card() -> None:
    text = scene_text(item("old"), WORDINGS.of("en"))
    assert (text.title, text.line) == ("Old", "Dry red")
    # A grape without a name in the texts is shown by its key.
    assert text.facts == ("2020", "Tempranillo, graciano", "13.5% vol", "Serve at 16–18 °C")
    assert text.notes == (
        ("Nose", "Cherry"),
        ("Palate", "Round"),
        ("Pair with", "Lamb, Pork, Duck"),
    )


def test_what_a_wine_has_not_is_not_shown() -> None:
    text = scene_text(item("plain"), WORDINGS.of("en"))
    assert text.facts == ("8% vol", "Serve at 8 °C")
    assert text.notes == (("Palate", "Light"),)


def test_a_promotion_and_a_scene_without_words() -> None:
    assert scene_text(item("live"), WORDINGS.of("en")).title == "live!"
    empty = scene_text(item("wordless"), WORDINGS.of("en"))
    assert (empty.winery, empty.title, empty.line) == ("House en", "", "")


@pytest.mark.parametrize("language", WORDINGS.languages())
def test_label_and_law_are_always_there(language: str) -> None:
    shown = furniture(language, WORDINGS)
    assert shown.law
    assert shown.ai_note
    chinese = WORDINGS.of("zh-CN")["law"]
    if language == "zh-CN":
        assert shown.law == chinese
        assert (shown.ai_label, shown.law_chinese) == ("", ""), "the seal and the law say it"
    else:
        assert shown.ai_label
        assert shown.law != chinese
        assert shown.law_chinese == chinese, "the fair's law is there beside any language"


def test_an_unknown_language_has_them_too() -> None:
    assert furniture("ja", WORDINGS) == furniture("en", WORDINGS)
    assert furniture("zh-TW", WORDINGS) == furniture("zh-CN", WORDINGS)


def hours(language: str, *windows: Window) -> tuple[str, ...]:
    room = Room("douyin", "douyin", "https://live.douyin.com/1", None, windows)
    return room_text(room, "Douyin", WORDINGS.of(language), NOW).timetable


def days(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


@pytest.mark.parametrize(
    ("window", "english", "chinese"),
    [
        (Window(time(15), time(17)), "Daily  15:00–17:00", "每天  15:00–17:00"),
        (Window(time(15), time(17), days(*range(1, 8))), "Daily  15:00–17:00", "每天  15:00–17:00"),
        (
            Window(time(15), time(17), days(1, 2, 3, 4, 5)),
            "Monday–Friday  15:00–17:00", "周一–周五  15:00–17:00",
        ),
        (
            Window(time(20, 30), time(0), days(6, 7)),
            "Saturday, Sunday  20:30–24:00", "周六、周日  20:30–24:00",
        ),
        (
            Window(time(22), time(2), days(1, 3, 5)),
            "Monday, Wednesday, Friday  22:00–02:00", "周一、周三、周五  22:00–02:00",
        ),
        (Window(time(9), time(9), days(7)), "Sunday  00:00–24:00", "周日  00:00–24:00"),
        (
            Window(time(20), time(23), dates=frozenset({date(2026, 11, 28), date(2026, 6, 1)})),
            "1/6, 28/11  20:00–23:00", "6月1日、11月28日  20:00–23:00",
        ),
        (
            Window(time(20), time(23), days(7), frozenset({date(2026, 11, 28)})),
            "Sunday, 28/11  20:00–23:00", "周日、11月28日  20:00–23:00",
        ),
        (
            Window(time(20), time(23), closed=frozenset({date(2026, 12, 24), date(2020, 1, 1)})),
            "Daily  20:00–23:00 (not 24/12)", "每天  20:00–23:00 (12月24日除外)",
        ),
        (
            Window(time(20), time(23), days(7), frozenset({date(2026, 12, 24)}),
                   frozenset({date(2026, 12, 24)})),
            "Sunday  20:00–23:00 (not 24/12)", "周日  20:00–23:00 (12月24日除外)",
        ),
    ],
)  # fmt: skip
def test_timetable_lines(window: Window, english: str, chinese: str) -> None:
    assert hours("en", window) == (english,)
    assert hours("zh-CN", window) == (chinese,)


def test_hours_that_are_over_for_good_are_not_announced() -> None:
    over = Window(time(9), time(11), dates=frozenset({date(2026, 6, 5)}))
    to_come = Window(time(20), time(23), dates=frozenset({date(2026, 6, 6)}))
    assert hours("en", over, to_come) == ("6/6  20:00–23:00",)


def test_a_room_says_its_name_state_and_invitation() -> None:
    window = Window(time(11), time(13))
    room = Room("douyin", "douyin", "https://live.douyin.com/1", None, (window,))
    text = room_text(room, "Douyin · House", WORDINGS.of("en"), NOW)
    assert (text.name, text.state) == ("Douyin · House", "On air now")
    assert text.invitation == WORDINGS.of("en")["scan"]
    later = room_text(room, "x", WORDINGS.of("en"), NOW.replace(hour=14))
    assert later.state == "Live tomorrow at 11:00"
    lost = room_text(room, "x", WORDINGS.of("en"), NOW.replace(year=1970))
    assert lost.state == "Scan any time"
