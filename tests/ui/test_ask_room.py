"""Questions asked by real touches: topics, our own keys, pinyin, and what nobody knows."""

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.packs.library import Library
from kiosk.packs.model import Pack
from kiosk.ui.bridge.ask_view import AskView
from tests.room_visitor import SOON, RoomVisitor, VisitorMaker, visitor

__all__ = ["visitor"]  # pytest takes fixtures by their names in the module


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Library(resources.demonstration()).load("vina-arcedo")


def opened_keys(qtbot: QtBot, one: RoomVisitor) -> None:
    one.tap("contents-ask")
    one.tap("ask-type")
    asking = one.house.findChild(AskView)
    assert asking is not None
    qtbot.waitUntil(lambda: bool(asking.property("ready")), timeout=SOON)


def test_pinyin_finds_the_chinese_question_and_its_answer_is_told(
    qtbot: QtBot, visitor: VisitorMaker, pack: Pack
) -> None:
    one = visitor("zh-CN")
    opened_keys(qtbot, one)
    one.type("xiang mu tong")
    words = pack.words_in("zh-CN").questions["oak-why"]
    assert one.words("typed") == "xiang mu tong|"
    assert one.words("found-oak-why") == "为什么要用<u>橡木桶</u>？"
    one.tap("found-oak-why")
    assert one.words("question") == words.question
    assert not one.sees("key-q")
    answer = words.answer.replace("\n", "")

    def said() -> str:
        return str(one.heard("caption")[-1]["text"].replace("\n", ""))

    qtbot.waitUntil(lambda: bool(one.heard("caption")) and said() in answer, timeout=SOON)
    # Once it has been told it can be read.
    qtbot.waitUntil(lambda: one.sees("answer"), timeout=10_000)
    assert one.words("answer") == words.answer
    one.tap("bar-finish")
    assert one.heard("session-end")[-1]["told"] == ["questions/oak-why"]


def test_letters_without_accents_find_accented_words(qtbot: QtBot, visitor: VisitorMaker) -> None:
    one = visitor("es")
    opened_keys(qtbot, one)
    one.type("anos")
    marked = [item.property("text") for item in one.all_of("found-")]
    assert any("<u>años</u>" in text for text in marked), marked


def test_what_nobody_knows_is_said_and_nothing_is_guessed(
    qtbot: QtBot, visitor: VisitorMaker
) -> None:
    one = visitor("en")
    opened_keys(qtbot, one)
    one.type("oak")
    assert one.all_of("found-")
    one.tap("key-clear")
    one.type("xqk")
    assert one.all_of("found-") == []
    assert one.words("typedHint") == "I do not know. Ask my colleague here."
    for _ in range(3):
        one.tap("key-erase")
    one.type(" o")
    assert one.words("typed") == "o|"
    one.tap("key-close")
    assert one.sees("ask-type")


def test_a_topic_is_flicked_through_and_asked(qtbot: QtBot, visitor: VisitorMaker) -> None:
    one = visitor("en")
    one.tap("contents-ask")
    one.tap("topic-table")
    shown = one.find("questions")
    place = one.place(shown).toRect()
    assert shown.property("contentY") == 0
    up = place.center()
    up.setY(place.top() - 60)
    one.swipe(place.center(), up)
    qtbot.waitUntil(lambda: not shown.property("moving"), timeout=SOON)
    assert shown.property("contentY") > 0
    last = one.all_of("question-")[-1]
    one.tap(last.objectName())
    assert one.house.property("detail") == last.objectName().removeprefix("question-")
    one.tap("ask-topics")
    assert one.sees("topic-table")


# Pixels of the design's 1080 in a millimetre: a 24 inch screen, and one of 15.6.
@pytest.mark.parametrize("millimetre", [1.81, 2.79])
@pytest.mark.parametrize("size", [(960, 540), (540, 960)])
def test_keys_are_wide_enough_for_a_finger_and_low_enough_for_an_arm(
    qtbot: QtBot, visitor: VisitorMaker, size: tuple[int, int], millimetre: float
) -> None:
    one = visitor("en", size=size)
    opened_keys(qtbot, one)
    one.house.measure(millimetre, 0.0)
    one.type("oak")
    for reach, top in ((False, 1 / 2), (True, 2 / 3)):
        one.house.comfortable("reach", reach)
        qtbot.wait(100)  # a grid places its parts with the next frame
        keys, found = one.all_of("key-"), one.all_of("found-")
        assert len(keys) == 26 + 4
        assert len(found) >= 2
        for item in (*keys, *found):
            place = one.place(item)
            assert place.height() >= 20 * millimetre - 1
            assert place.width() >= min(20 * millimetre, size[0] / 12) - 1
            assert place.bottom() <= size[1]
        # Where 20 mm allow it: five rows on a small wide screen cannot be low.
        if size[1] > size[0] or millimetre < 2:
            assert one.place((*found, *keys)[0]).top() >= top * size[1] - 1


def test_every_key_has_a_name_for_screen_readers(qtbot: QtBot, visitor: VisitorMaker) -> None:
    one = visitor("en")
    opened_keys(qtbot, one)
    names = []
    for item in one.all_of("key-"):
        known = QAccessible.queryAccessibleInterface(item)
        assert known is not None
        assert known.role() == QAccessible.Role.Button
        names.append(known.text(QAccessible.Text.Name))
    assert len(set(names)) == 30
    assert "Letter Q" in names
    assert "Delete the last letter" in names
