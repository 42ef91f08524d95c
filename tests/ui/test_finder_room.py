"""Five taps to a wine, with what is true of it; and honest where nothing fits or is known."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.packs.library import Library
from kiosk.packs.model import Pack
from tests.room_visitor import SOON, VisitorMaker, visitor

__all__ = ["visitor"]  # pytest takes fixtures by their names in the module


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Library(resources.demonstration()).load("vina-arcedo")


@pytest.mark.parametrize("size", [(960, 540), (540, 960)])
def test_five_taps_lead_to_a_wine_with_its_reasons(
    qtbot: QtBot, visitor: VisitorMaker, pack: Pack, size: tuple[int, int]
) -> None:
    one = visitor("en", size=size)
    one.tap("contents-finder")
    asked = []
    for number, answer in enumerate(("dry", "full", "oaky", "meat", "room"), start=1):
        assert one.words("progress") == f"{number} of 5"
        asked.append(one.words("enquiry"))
        one.tap(f"answer-{answer}")
    assert len(set(asked)) == 5
    wine = pack.words_in("en").wines["gran-reserva"]
    assert one.words("verdict") == "Your wine"
    assert (one.words("found"), one.words("found", "line")) == (wine.name, wine.style)
    reasons = [item.property("text") for item in one.all_of("reason-")]
    assert reasons == [
        "It is dry. It is full.",
        "Oak and spice: Oak 5 of 5.",
        "Meat and poultry: Dongpo pork",
        "Serve at 17–18 °C",
    ]
    one.tap("finder-heart")
    assert one.house.property("hearts") == ["gran-reserva"]
    one.tap("finder-other")
    assert one.words("verdict") == "The next best"
    assert one.words("found") == pack.words_in("en").wines["reserva"].name
    one.tap("finder-tell")
    qtbot.waitUntil(lambda: one.heard("scene")[-1]["scene"] == "reserva", timeout=SOON)


def test_an_answer_can_be_taken_back_and_all_of_them(visitor: VisitorMaker) -> None:
    one = visitor("en")
    one.tap("contents-finder")
    assert not one.sees("finder-back")
    one.tap("answer-dry")
    first = one.words("enquiry")
    one.tap("answer-light")
    one.tap("finder-back")
    assert (one.words("progress"), one.words("enquiry")) == ("2 of 5", first)
    for answer in ("light", "fruity", "meat", "cool"):
        one.tap(f"answer-{answer}")
    one.tap("finder-last")
    assert one.words("progress") == "5 of 5"
    one.tap("answer-cool")
    one.tap("finder-again")
    assert one.words("progress") == "1 of 5"
    assert not one.sees("found")


def test_what_does_not_fit_is_said(visitor: VisitorMaker) -> None:
    one = visitor("en")
    one.tap("contents-finder")
    for answer in ("sweet", "light", "soft", "sweet", "chilled"):
        one.tap(f"answer-{answer}")
    assert one.words("verdict").startswith("Nothing fits all of it")
    reasons = [item.property("text") for item in one.all_of("reason-")]
    assert "Not quite “Sweet”: It is dry." in reasons


def test_a_pack_without_flavours_is_asked_less_and_says_so(visitor: VisitorMaker) -> None:
    def silent(pack: Path) -> None:
        facts = pack / "winery.toml"
        lines = facts.read_text("utf-8").splitlines(keepends=True)
        facts.write_text("".join(row for row in lines if not row.startswith("flavour")), "utf-8")

    one = visitor("en", edit=silent)
    one.tap("contents-finder")
    assert one.words("progress") == "1 of 3"
    assert "does not say how its wines taste" in one.words("enquiry", "line")
    for answer in ("meat", "room", "medium"):
        one.tap(f"answer-{answer}")
    assert one.sees("found")


def test_the_next_visitor_begins_anew_and_the_language_does_not(
    qtbot: QtBot, visitor: VisitorMaker
) -> None:
    one = visitor("en")
    one.tap("contents-finder")
    one.tap("answer-dry")
    one.house.speak("zh-CN")
    assert one.words("progress") == "第 2 题，共 5 题"
    one.tap("bar-finish")
    one.come("en")
    one.tap("contents-finder")
    assert one.words("progress") == "1 of 5"
