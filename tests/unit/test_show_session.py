"""A visitor's session: what counts as somebody being there, and that nothing is left behind."""

import pytest

from kiosk.show.session import HEARTS, LONGEST_TELLING, Comfort, Phase, Place, Session
from tests.fakes import FakeClock


def opened(comfort: Comfort | None = None) -> tuple[Session, FakeClock]:
    clock = FakeClock()
    session = Session(clock, comfort or Comfort(), idle=45, countdown=20)
    session.open("vina-arcedo", "en")
    return session, clock


def phase(session: Session) -> Phase:
    return session.phase


def test_a_session_goes_from_open_to_warning_to_reset() -> None:
    session, clock = opened()
    clock.wait(44.9)
    assert (phase(session), session.remaining) == (Phase.OPEN, 20)
    clock.wait(0.2)
    assert (phase(session), session.remaining) == (Phase.WARNING, 20)
    clock.wait(10)
    assert (phase(session), session.remaining) == (Phase.WARNING, 10)
    assert session.tick() is None
    clock.wait(9.9)
    summary = session.tick()
    assert summary is not None
    assert (summary.ended, phase(session)) == ("idle", Phase.CLOSED)
    assert summary.seconds == pytest.approx(65)


def test_a_finger_during_the_warning_says_still_here() -> None:
    session, clock = opened()
    clock.wait(60)
    assert phase(session) is Phase.WARNING
    session.touch()
    assert phase(session) is Phase.OPEN
    clock.wait(44)
    assert phase(session) is Phase.OPEN


def test_what_is_told_counts_as_somebody_listening_but_not_for_ever() -> None:
    session, clock = opened()
    session.tell("land")
    clock.wait(100)
    assert phase(session) is Phase.OPEN
    session.told()
    clock.wait(44)
    assert phase(session) is Phase.OPEN
    clock.wait(2)
    assert phase(session) is Phase.WARNING
    session.tell("house")
    clock.wait(LONGEST_TELLING + 46)
    assert phase(session) is Phase.WARNING


def test_everything_a_visitor_left_is_forgotten() -> None:
    session, clock = opened()
    session.enter(Place.WINES)
    session.heart("crianza")
    session.speak("de")
    session.comfort = Comfort(large=True, volume=0.0)
    clock.wait(3)
    session.close()
    assert (session.language, session.hearts, session.place) == ("", (), Place.CONTENTS)
    session.open("yanyu-fang", "zh-CN")
    assert (session.language, session.hearts, session.place) == ("zh-CN", (), Place.CONTENTS)
    assert session.comfort == Comfort()


def test_a_session_begins_as_the_booth_is_set() -> None:
    session, _ = opened(Comfort(still=True))
    session.comfort = Comfort(reach=True)
    session.close()
    session.open("vina-arcedo", "en")
    assert session.comfort == Comfort(still=True)


def test_the_summary_has_path_languages_hearts_and_nothing_of_the_visitor() -> None:
    session, clock = opened()
    clock.wait(2)
    session.enter(Place.WINES)
    session.touch()
    session.tell("crianza")
    session.heart("crianza")
    session.heart("reserva")
    session.heart("crianza")
    clock.wait(5)
    session.speak("zh-CN")
    session.speak("zh-CN")
    session.enter(Place.LIST)
    clock.wait(1)
    summary = session.close()
    assert summary is not None
    assert [(stay.place, stay.seconds) for stay in summary.path] == [
        (Place.CONTENTS, 2), (Place.WINES, 5), (Place.LIST, 1),
    ]  # fmt: skip
    assert summary.languages == ("en", "zh-CN")
    assert summary.hearts == ("reserva",)
    assert summary.told == ("crianza",)
    assert (summary.pack, summary.ended, summary.touches) == ("vina-arcedo", "left", 2)


def test_what_is_remembered_is_bounded() -> None:
    session, _ = opened()
    for number in range(2000):
        session.heart(f"wine-{number}")
        session.enter(Place.WINES if number % 2 else Place.LIST)
        session.speak("en" if number % 2 else "de")
        session.tell(f"scene-{number}")
    assert len(session.hearts) == HEARTS
    assert session.heart("one-more") is False
    summary = session.close()
    assert summary is not None
    assert max(len(summary.path), len(summary.languages), len(summary.told)) <= 401


def test_without_a_session_nothing_can_be_left() -> None:
    session = Session(FakeClock(), Comfort())
    session.touch()
    session.enter(Place.ASK)
    session.tell("land")
    session.told()
    assert session.heart("crianza") is False
    assert (phase(session), session.tick(), session.close()) == (Phase.CLOSED, None, None)


def test_a_second_first_touch_changes_nothing() -> None:
    session, _ = opened()
    session.enter(Place.ORIGIN)
    session.open("yanyu-fang", "it")
    assert (session.language, session.place) == ("en", Place.ORIGIN)
