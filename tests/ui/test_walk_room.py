"""The walk in the booth's real window, under fingers: turning, tags, stops, two people."""

import math

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.show.panorama import wrapped
from tests import panoramas
from tests.walker import SIZE, Walker, walker

__all__ = ["walker"]  # the fixture


def test_a_finger_turns_the_view_by_as_much_as_it_goes(walker: Walker) -> None:
    walker.enter()
    before = walker.view
    start, end = QPoint(700, 150), QPoint(260, 210)
    held = before.direction(start.x(), start.y())
    walker.fingers(p0=start)
    for share in (0.3, 0.6, 1.0):
        walker.fingers(m0=start + (end - start) * share)
        QTest.qWait(20)
    focal = SIZE[0] / 2
    level = math.degrees(math.atan((700 - 480) / focal) + math.atan((480 - 260) / focal))
    walker.wait(lambda: abs(wrapped(walker.view.heading - before.heading) - level) < 3)
    seen = walker.view.place(*held)
    assert seen == pytest.approx((end.x(), end.y()), abs=1.5), "what it took hold of is under it"
    # And that is what is painted: the colour of the direction under the finger.
    QTest.qWait(1500)  # the room's dissolve
    pixel = walker.window.grabWindow().pixelColor(end)
    expected = panoramas.colour(*walker.view.direction(end.x(), end.y()), 60)
    assert (pixel.red(), pixel.green(), pixel.blue()) == pytest.approx(expected, abs=3)
    walker.fingers(r0=end)


def test_a_flick_rolls_on_and_a_touch_stops_it(walker: Walker) -> None:
    walker.enter()
    walker.fingers(p0=QPoint(700, 150))
    for x in (660, 610, 560):
        QTest.qWait(15)
        walker.fingers(m0=QPoint(x, 150))
    walker.fingers(r0=QPoint(560, 150))
    left = walker.view.heading
    walker.wait(lambda: wrapped(walker.view.heading - left) > 3)
    walker.fingers(p0=QPoint(300, 150))
    QTest.qWait(60)
    held = walker.walk._turning.view  # what is seen follows when it has been drawn
    QTest.qWait(200)
    assert walker.walk._turning.view == held
    walker.wait(lambda: walker.view.heading == pytest.approx(held.heading))
    stood = walker.view
    walker.fingers(r0=QPoint(300, 150))
    QTest.qWait(200)
    assert walker.view == stood


def test_two_fingers_of_a_hand_bring_it_closer_and_two_people_do_not(walker: Walker) -> None:
    walker.enter()
    walker.fingers(p0=QPoint(400, 150))
    walker.fingers(m0=QPoint(400, 150), p1=QPoint(500, 150))
    walker.fingers(m0=QPoint(380, 150), m1=QPoint(540, 150))
    expected = 2 * math.degrees(math.atan(100 / 160))
    walker.wait(lambda: walker.view.field == pytest.approx(expected, abs=0.5))
    walker.fingers(r0=QPoint(380, 150), r1=QPoint(540, 150))
    closer = walker.view.field
    walker.fingers(p0=QPoint(100, 150))
    before = walker.view
    held = before.direction(100, 150)
    walker.fingers(m0=QPoint(100, 150), p1=QPoint(900, 150))  # somebody else, far away
    walker.fingers(m0=QPoint(100, 150), m1=QPoint(600, 150))
    walker.fingers(m0=QPoint(130, 150), m1=QPoint(400, 150))
    walker.wait(lambda: walker.view.heading != pytest.approx(before.heading, abs=0.5))
    QTest.qWait(100)
    assert walker.view.field == pytest.approx(closer)
    assert walker.view.place(*held) == pytest.approx((130, 150), abs=1.5)
    walker.fingers(r0=QPoint(130, 150), r1=QPoint(400, 150))


def test_a_tag_tells_its_scene_and_the_visitor_stays(walker: Walker) -> None:
    walker.enter()
    at = walker.middle(walker.find("tag-0"))
    foot = walker.view.place(-40, -8)
    assert foot is not None
    assert at.x() == pytest.approx(foot[0], abs=2)
    assert 0 < foot[1] - at.y() < 60, "the tag stands on its place"
    tag = walker.find("tag-0")
    assert min(tag.width(), tag.height()) >= 43, "as large as everything that is touched"
    walker.tap("tag-0")
    walker.wait(lambda: walker.heard("scene")[-1]["scene"] == "harvest")
    walker.wait(lambda: any("first light" in one["text"] for one in walker.heard("caption")))
    assert walker.booth.house.property("place") == "walk"
    assert walker.walk.property("sight") == "vineyard"
    walker.wait(lambda: bool(walker.find("tag-0").property("chosen")))
    # The seal and the winery's name are seen over the picture, the scene's own are not.
    assert len(walker.named("coverLetterhead")) == 1
    walker.wait(lambda: walker.named("letterhead") == [])
    assert walker.named("counterLabel")


def test_a_finger_that_turns_from_a_tag_does_not_tap_it(walker: Walker) -> None:
    walker.enter()
    at = walker.middle(walker.find("tag-0"))
    told, before = len(walker.heard("scene")), walker.view.heading
    walker.fingers(p0=at)
    for step in (20, 60, 120):
        walker.fingers(m0=at + QPoint(step, 0))
        QTest.qWait(15)
    walker.wait(lambda: wrapped(walker.view.heading - before) < -5)
    walker.fingers(r0=at + QPoint(120, 0))
    QTest.qWait(400)
    assert len(walker.heard("scene")) == told
    assert not walker.find("spot-0").property("chosen")


def test_one_walks_on_by_tag_and_by_slip(walker: Walker) -> None:
    walker.enter()
    for _ in range(2):
        walker.tap("turn-right")
    walker.wait(lambda: walker.view.heading == pytest.approx(80, abs=0.6))
    walker.tap("tag-1")
    walker.wait(lambda: walker.walk.property("sight") == "cellar")
    assert walker.view.heading == pytest.approx(0)
    assert walker.heard("walk") == [{"stop": "vineyard"}, {"stop": "cellar"}]
    walker.wait(lambda: bool(walker.find("stop-cellar").property("chosen")))
    walker.tap("spot-0")
    walker.wait(lambda: walker.walk.property("sight") == "vineyard")
    walker.tap("stop-cellar")
    walker.wait(lambda: walker.walk.property("sight") == "cellar")
    walker.tap("turn-left")
    walker.wait(lambda: walker.view.heading == pytest.approx(-45, abs=0.6))


def test_she_steps_aside_in_silence_and_is_back_afterwards(walker: Walker) -> None:
    places, presenter = walker.find("places"), walker.find("presenter")
    assert not presenter.property("aside")
    walker.enter()
    walker.wait(lambda: not places.isVisible())
    assert presenter.property("aside")
    walker.tap("spot-0")
    walker.wait(lambda: not presenter.property("aside"))
    walker.tap("bar-contents")
    walker.wait(lambda: walker.walk.property("stop") == "")
    assert walker.walk.image is None
    assert places.isVisible()
    assert walker.named("panorama") == []
    assert not presenter.property("aside")
    walker.enter()


def test_still_it_turns_under_fingers_and_slips_only(walker: Walker) -> None:
    walker.enter()
    walker.booth.house.comfortable("still", True)
    walker.tap("turn-right")
    walker.wait(lambda: walker.view.heading == pytest.approx(35))
    held = walker.view.direction(700, 150)
    walker.fingers(p0=QPoint(700, 150))
    for x in (660, 610, 560):
        QTest.qWait(15)
        walker.fingers(m0=QPoint(x, 150))
    walker.fingers(r0=QPoint(560, 150))
    QTest.qWait(400)
    assert walker.view.place(*held) == pytest.approx((560, 150), abs=0.5), "it does not roll on"


def test_words_change_with_the_language(walker: Walker) -> None:
    walker.enter()
    assert walker.find("stop-cellar").property("text") == "The cellar"
    walker.booth.house.speak("zh-CN")
    assert walker.find("stop-cellar").property("text") == "酒窖"
    assert walker.find("tag-0").property("text") == "手工采收"
    assert walker.walk.property("sight") == "vineyard"
