"""What visitors explore by themselves: flavours to compare, questions to ask, a tour to walk."""

from __future__ import annotations

from kiosk.packs import limits
from kiosk.packs.codes import Code
from kiosk.packs.fields import ID, ID_EXAMPLE, Table
from kiosk.packs.model import Flavour, Question, Scene, Spot, Stop, Topic, Wine
from kiosk.packs.scenes import Frames, meant

_FLAVOURS = ("fruit", "acidity", "sweetness", "tannin", "body", "oak")
_NOWHERE = (0.0, 0.0)


def read_flavour(wine: Table) -> Flavour | None:
    """A wine's optional ``flavour``: six whole numbers from 1 to 5."""
    table = wine.table("flavour", required=False)
    if table is None:
        return None
    flavour = Flavour(**{name: table.whole(name, 1, 5) for name in _FLAVOURS})
    table.finish()
    return flavour


def read_questions(
    root: Table, scenes: tuple[Scene, ...], wines: tuple[Wine, ...]
) -> tuple[Question, ...]:
    """Read ``[[questions]]`` in order; references to scenes and wines are resolved."""
    questions: list[Question] = []
    for table in root.tables("questions", limits.QUESTIONS):
        question_id = _id(table, "questions", [question.id for question in questions])
        topic = table.choice("topic", [str(topic) for topic in Topic])
        scene = _known(table, "scene", [scene.id for scene in scenes], Code.SCENE_UNKNOWN)
        wine = _known(table, "wine", [wine.id for wine in wines], Code.WINE_UNKNOWN)
        table.finish()
        questions.append(Question(question_id, Topic(topic or "house"), scene, wine))
    return tuple(questions)


def read_tour(root: Table, frames: Frames, scenes: tuple[Scene, ...]) -> tuple[Stop, ...]:
    """Read ``[[tour]]`` in walking order; spots may lead to stops that come later."""
    tables = list(root.tables("tour", limits.STOPS))
    ids: list[str] = []
    for table in tables:
        ids.append(_id(table, "tour", ids))
    told = [scene.id for scene in scenes]
    return tuple(
        _stop(table, frames, stop_id, ids, told)
        for table, stop_id in zip(tables, ids, strict=True)
    )


def _stop(table: Table, frames: Frames, stop_id: str, ids: list[str], told: list[str]) -> Stop:
    panorama = frames.required(table, "panorama", limits.IMAGE_SUFFIXES)
    heading = table.number("heading", -180, 360, default=0.0)
    spots = tuple(
        _spot(spot, stop_id, ids, told)
        for spot in table.tables("spots", limits.SPOTS, required=True)
    )
    if table.data.get("spots") == []:
        table.refuse(Code.NO_SPOTS, "spots")
    table.finish()
    return Stop(stop_id, panorama or frames.nowhere, heading, spots)


def _spot(table: Table, stop_id: str, ids: list[str], told: list[str]) -> Spot:
    right, up = table.pair("at", -180, 180) or _NOWHERE
    if not -90 <= up <= 90:
        table.refuse(Code.OUT_OF_RANGE, "at", value=up, least=-90, most=90)
    if table.has("scene") == table.has("to"):
        table.refuse(Code.SPOT_TARGET)
    scene = _known(table, "scene", told, Code.SCENE_UNKNOWN)
    to = _known(table, "to", ids, Code.STOP_UNKNOWN)
    if to and to == stop_id:
        table.refuse(Code.STOP_ITSELF, "to", value=to)
    table.finish()
    return Spot(right, up, scene, to)


def _id(table: Table, group: str, taken: list[str]) -> str:
    found = table.text("id", limits.ID_LENGTH, form=(ID, ID_EXAMPLE))
    if found:
        table.name = f"{group}.{found}"
    if found in taken:
        table.refuse(Code.ID_TWICE, "id", value=found)
    return found


def _known(table: Table, key: str, known: list[str], code: Code) -> str:
    """An optional reference, "" when it is missing or leads nowhere."""
    name = table.text(key, limits.ID_LENGTH, required=False)
    if name and name not in known:
        table.refuse(code, key, **meant(name, known))
        return ""
    return name
